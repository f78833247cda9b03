"""Every number of the Word report, computed a second time from the rows of the register.

`tests/two_years/retold/` tells the report again, in numbers, names and words, from the documents
alone. What the .docx and the .xlsx show is held against it: no table, chart or paragraph with a
number may stand there that was not told again.
"""

import hashlib
import json
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import environment, words
from tests.report.word_tables import Shown, parts, read, sheet
from tests.two_years import rounds
from tests.two_years.both import both_years
from tests.two_years.retold import report, sheets, status
from tests.two_years.retold.told import Told
from tests.two_years.standing import Standing
from tests.two_years.walk import Walk, run
from tests.two_years.words import Expected, Words

DAY = "2026-12-01"
LOOKS = {"2025": "as 2025 was closed", "2026": "2026 at the very end"}
"""When `gaps --format json` was kept of what the report shows."""
HEADINGS = ("Heading 1", "toc 1")
"""Styles of what names the sections."""
NOTES: dict[str, Any] = {
    "2025": {"incidents": {"count": 41, "personal_data_breaches": 6}},
    "2026": {
        "threats": ["Flere falske fakturaer"],
        "law": ["NIS 2-loven gælder"],
        "interested_parties": ["Regionen beder om log"],
        "incidents": {
            "count": 1204,
            "personal_data_breaches": 9,
            "reported_to_datatilsynet": 3,
            "reported_under_nis2": 0,
            "text": "Et nedbrud i drift",
        },
        "audits": [
            {"what": "Prøve af beredskab", "on": "2026-09-02", "result": "Bestået"},
            {"what": "Revision", "by": "BDO", "on": "2026-04-14", "result": "Mangler"},
        ],
        "objectives": [
            {"what": "Alle er trænet", "reached": "partly", "result": "Næsten"}
        ],
        "feedback": [{"by": "Borgere", "text": "Svært at logge ind"}],
        "dpo": {"by": "Dorte Ravn", "on": "2026-10-20", "text": "Ret sletning"},
        "recommendations": ["køber en ny aftale"],
        "resources": "Der er ansat en mere.",
    },
}


@dataclass(frozen=True)
class Written:
    """A report, and what it should show."""

    told: Told
    shown: Shown
    path: Path

    def sheet(self, index: int) -> tuple[tuple[Any, ...], ...]:
        """The cells of the workbook beside it."""
        return sheet(self.path.with_suffix(".xlsx"), index)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """A copy of the municipality, with notes."""
    walked = both_years()
    folder = tmp_path_factory.mktemp("figures") / "kommune"
    shutil.copytree(walked.folder, folder)
    for year, notes in NOTES.items():
        file = folder / "campaigns" / year / "notes.yaml"
        file.write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")
    return Walk(folder, "2026", walked.said, walked.kept)


@pytest.fixture(scope="module", params=("2026 da", "2026 en", "2025 da"))
def written(request: pytest.FixtureRequest, workspace: Walk) -> Written:
    """The report of both campaigns; that of the first as it was when it was closed."""
    year, language = str(request.param).split()
    path = workspace.folder / f"{year}.{language}.docx"
    as_of: tuple[str, ...] = ()
    events, day = workspace.events(), DAY
    if year == "2025":
        closed = workspace.kept["as 2025 was closed"]
        events, day = closed.events, closed.on.isoformat()
        as_of = ("--as-of", rounds.head(workspace.register, events))
    said = ("--campaign", year, "--language", language, *as_of)
    workspace.do("report", *said, "-o", path, on=day)
    return Written(retold(workspace, year, language, events, day), read(path), path)


def retold(walk: Walk, year: str, language: str, events: int, day: str) -> Told:
    every = rounds.rounds(walk.register, events)
    until = [one.id for one in every].index(year) + 1
    notes = (walk.folder / "campaigns" / year / "notes.yaml").read_bytes()
    return Told(
        Standing(every[:until], date.fromisoformat(day)),
        *rounds.acts(walk.register, events),
        events,
        rounds.head(walk.register, events),
        Words(language),
        NOTES,
        hashlib.sha256(notes).hexdigest(),
    )


def test_what_is_told_again_uses_nothing_of_the_package() -> None:
    here = Path(report.__file__).parent
    files = (*here.glob("*.py"), *(here.parent / f for f in ("ranked.py", "words.py")))
    for file in files:
        source = file.read_text(encoding="utf-8")
        assert "from secaudit" not in source
        assert "import secaudit" not in source


def test_every_table_is_told_again_cell_by_cell(written: Written) -> None:
    left = list(written.shown.tables)
    words = written.told.words
    for table in report.TABLES:
        rows = list(table.rows(written.told))[: table.most]
        if not rows:
            continue
        here = left.pop(0)
        assert here.section == table.section, (here.head, rows[0])
        assert len(here.rows) == len(rows), (here.head, here.rows)
        for shown, row in zip(here.rows, rows, strict=True):
            for cell, expected in zip(shown, row, strict=True):
                assert words.agrees(cell, expected), (here.head, shown, expected)
    assert [(table.section, table.head) for table in left] == []


def test_no_heading_of_a_column_holds_another_number_than_a_year(
    written: Written,
) -> None:
    years = {int(year) for year in NOTES}
    themes = status.heat_head(written.told)
    for table in written.shown.tables:
        for head in table.head:
            numbers = set(written.told.words.reads(head))
            assert numbers <= years or head in themes, table.head


def test_every_paragraph_with_a_number_is_told_again(written: Written) -> None:
    expected = report.paragraphs(written.told)
    for section, told in written.shown.paragraphs.items():
        for style in dict.fromkeys(style for style, _text in told):
            here = (section, style)
            if here not in report.FIXED and style not in HEADINGS:
                said = written.shown.said(*here)
                assert_told(said, expected.get(here, []), written.told.words)


def assert_told(said: list[str], expected: list[Expected], words: Words) -> None:
    """Each paragraph is one that is expected; those without a number may stand beside them."""
    if len(said) != len(expected):
        said = [text for text in said if words.reads(text)]
        expected = [one for one in expected if one != ()]
    assert len(said) == len(expected), (said, expected)
    for text, one in zip(said, expected, strict=True):
        assert words.agrees(text, one), (text, one)


def test_every_chart_is_told_again_and_so_is_the_workbook_inside_it(
    written: Written,
) -> None:
    again = report.charts(written.told)
    assert written.shown.charts.keys() == again.keys()
    for name, chart in written.shown.charts.items():
        expected = again[name]
        assert [list(values) for values in chart.series.values()] == expected.series
        assert list(chart.categories) == (expected.categories or list(chart.categories))
        assert written.told.words.agrees(chart.alt, expected.alt), (name, chart.alt)
        columns = zip(*chart.workbook[1:], strict=True)
        assert [list(column) for column in columns] == [
            list(chart.categories),
            *(list(values) for values in chart.series.values()),
        ]
        assert chart.workbook[0][1:] == tuple(chart.series)


def test_the_workbook_beside_the_report_is_told_again_row_by_row(
    written: Written,
) -> None:
    for index, rows in enumerate(
        (sheets.gaps(written.told), sheets.actions(written.told))
    ):
        head, *shown = written.sheet(index)
        for here, expected in zip(shown, rows, strict=True):
            assert here == expected, list(zip(head, here, expected, strict=True))


def test_the_chart_the_table_and_the_json_have_the_same_numbers(
    written: Written, workspace: Walk
) -> None:
    look = LOOKS[written.told.standing.round.id]
    figures = workspace.kept[look].gaps["figures"]["system"]
    table = next(t for t in written.shown.tables if t.section == "5")
    chart = written.shown.charts["status-per-theme"]
    by_name = {row[0]: [float(cell) for cell in row[1:7]] for row in table.rows[:-2]}
    drawn = zip(chart.categories, zip(*chart.series.values(), strict=True), strict=True)
    assert by_name == {name: list(values) for name, values in drawn}
    statuses = ("met", "partial", "not-met", "unknown", "unanswered", "not-applicable")
    for name, values in by_name.items():
        theme = figures["themes"][name.partition(" ")[0]]
        assert values == [theme[status] for status in statuses]


def test_the_report_of_a_closed_campaign_can_be_made_again_from_its_head(
    workspace: Walk, tmp_path: Path
) -> None:
    closed = both_years().kept["as 2025 was closed"]
    head = rounds.head(workspace.register, closed.events)
    words = ("--campaign", "2025", "--as-of", head, "-o", tmp_path / "again.docx")
    folder = both_years().folder
    said = run("report", *words, "--date", closed.on.isoformat(), "--workspace", folder)
    assert said.code == 0, said.err
    for kind in (".docx", ".xlsx"):
        then = folder / "reports" / f"2025{kind}"
        assert parts(then) == parts(tmp_path / f"again{kind}")


def test_what_happens_later_changes_nothing_in_the_report_as_of_a_head(
    workspace: Walk, tmp_path: Path
) -> None:
    folder = tmp_path / "kommune"
    shutil.copytree(workspace.folder, folder)
    walk = Walk(folder, "2026")
    head = rounds.head(walk.register, walk.events())
    walk.do("report", "-o", tmp_path / "then.docx", on=DAY)
    gap = ("--covers", "A.8.13", "--due", "2027-05-01", "--cost", "7")
    walk.do("action", "add", "Ny handling", *gap, on=DAY)
    walk.do("action", "done", "H5", "--evidence", "ESDH 2026-99", on=DAY)
    walk.do("report", "-o", tmp_path / "later.docx", on=DAY)
    walk.do("report", "--as-of", head, "-o", tmp_path / "again.docx", on=DAY)
    for kind in (".docx", ".xlsx"):
        then, later, again = (
            parts(tmp_path / f"{name}{kind}") for name in ("then", "later", "again")
        )
        assert then == again
        assert then != later


def test_the_same_register_and_date_give_the_same_bytes_in_every_part(
    workspace: Walk, tmp_path: Path
) -> None:
    """Whatever the time, the place on earth and the order of sets."""
    for number, zone in enumerate(("Pacific/Kiritimati", "Etc/GMT+12")):
        where = ("--workspace", workspace.folder, "-o", tmp_path / f"{number}.docx")
        around = {"TZ": zone, "PYTHONHASHSEED": str(number), "SECAUDIT_LANGUAGE": "da"}
        command = words("report", "--date", DAY, *where)
        subprocess.run(command, env=environment(**around), check=True)
    for kind in (".docx", ".xlsx"):
        first, second = (tmp_path / f"{number}{kind}" for number in (0, 1))
        assert parts(first) == parts(second)
