"""Every number of the Word report, computed a second time from the rows of the register.

`tests/two_years/retold/` tells the report again in numbers, from the documents alone; names and
turns of phrase are held in `tests/report/`. What the .docx and the .xlsx show is held against it:
no table, chart or paragraph with a number may stand there that was not told again.
"""

import json
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.command import environment, words
from tests.report.word_tables import Shown, parts, read
from tests.two_years import rounds
from tests.two_years.retold import lists, numbers, report
from tests.two_years.retold.numbers import Said
from tests.two_years.retold.told import Section, Told
from tests.two_years.walk import Walk

DAY = "2026-12-01"
LOOKS = {"2025": "as 2025 was closed", "2026": "2026 at the very end"}
"""When `gaps --format json` was kept of what the report shows."""
HEADINGS = ("Heading 1", "toc 1")
"""Styles of what names the sections."""
pytestmark = pytest.mark.xdist_group("two-years")  # so that they are walked once
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
    again: dict[str, Section]
    """What it should show, section by section."""
    shown: Shown
    path: Path

    def sheets(self) -> list[list[tuple[Any, ...]]]:
        """The cells of the workbook beside it, sheet by sheet."""
        book = openpyxl.load_workbook(self.path.with_suffix(".xlsx"), read_only=True)
        found = [list(page.iter_rows(values_only=True)) for page in book.worksheets]
        book.close()
        return found

    def agree(self, text: str, expected: str | Said) -> bool:
        """Whether a text has the numbers that are expected, and no other."""
        return numbers.agree(text, expected, self.told.language)

    def read(self, text: str) -> list[numbers.Token]:
        """The numbers of a text, in order."""
        return numbers.read(text, self.told.language)


@pytest.fixture(scope="module")
def workspace(walk: Walk, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """A copy of the municipality, with notes."""
    folder = tmp_path_factory.mktemp("figures") / "kommune"
    shutil.copytree(walk.folder, folder)
    for year, notes in NOTES.items():
        file = folder / "campaigns" / year / "notes.yaml"
        file.write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")
    return Walk(folder, "2026", walk.said, walk.kept)


@pytest.fixture(scope="module")
def latest(workspace: Walk) -> Path:
    """The report of the second campaign, as it is written where a day begins first."""
    path = workspace.folder / "2026.da.docx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Pacific/Kiritimati")
        time.tzset()
        workspace.do("report", "-o", path, on=DAY)
    time.tzset()
    return path


@pytest.fixture(scope="module", params=("2026 da", "2026 en", "2025 da"))
def written(request: pytest.FixtureRequest, workspace: Walk, latest: Path) -> Written:
    """The report of both campaigns; that of the first as it was when it was closed."""
    year, language = str(request.param).split()
    path, events, on = latest, workspace.events(), date.fromisoformat(DAY)
    words: tuple[str, ...] = ("--language", language, "--campaign", year)
    if year == "2025":
        closed = workspace.kept["as 2025 was closed"]
        events, on = closed.events, closed.on
        words = (*words, "--as-of", rounds.head(workspace.register, events))
    if (year, language) != ("2026", "da"):
        path = latest.with_name(f"{year}.{language}.docx")
        workspace.do("report", *words, "-o", path, on=on.isoformat())
    told = Told(workspace.folder, year, events, on, NOTES, language)
    return Written(told, report.sections(told), read(path), path)


def test_what_is_told_again_uses_nothing_of_the_package() -> None:
    here = Path(report.__file__).parent
    for file in (*here.glob("*.py"), here.parent / "ranked.py"):
        source = file.read_text(encoding="utf-8")
        assert "from secaudit" not in source
        assert "import secaudit" not in source


def test_every_table_is_told_again_cell_by_cell(written: Written) -> None:
    again = [
        (section, rows)
        for section, told in written.again.items()
        for rows in told.tables
        if rows
    ]
    assert [table.section for table in written.shown.tables] == [s for s, _ in again]
    for table, (_section, rows) in zip(written.shown.tables, again, strict=True):
        assert len(table.rows) == len(rows), (table.head, table.rows)
        for shown, row in zip(table.rows, rows, strict=True):
            for cell, expected in zip(shown, row, strict=True):
                assert written.agree(cell, expected), (table.head, shown, expected)


def test_no_name_of_a_column_or_a_series_holds_another_number_than_a_year(
    written: Written,
) -> None:
    heads = [head for table in written.shown.tables for head in table.head]
    for chart in written.shown.charts.values():
        heads += [*chart.series, *chart.categories]
    assert {n for head in heads for n in written.read(head)} <= set(map(int, NOTES))


def test_every_paragraph_with_a_number_is_told_again(written: Written) -> None:
    for section, paragraphs in written.shown.paragraphs.items():
        for style in dict.fromkeys(style for style, _text in paragraphs):
            if (section, style) not in report.FIXED and style not in HEADINGS:
                said = written.again[section].said.get(style, [])
                assert_told(written.shown.said(section, style), said, written)


def assert_told(shown: list[str], expected: Sequence[Said], written: Written) -> None:
    """Each paragraph is one that is expected; those without a number may stand beside them."""
    if len(shown) != len(expected):
        shown = [text for text in shown if written.read(text)]
        expected = [said for said in expected if said]
    assert len(shown) == len(expected), (shown, expected)
    for text, said in zip(shown, expected, strict=True):
        assert written.agree(text, said), (text, said)


def test_every_chart_is_told_again_and_so_is_the_workbook_inside_it(
    written: Written,
) -> None:
    every = [told.charts.items() for told in written.again.values()]
    again = {name: chart for charts in every for name, chart in charts}
    assert written.shown.charts.keys() == again.keys()
    for name, chart in written.shown.charts.items():
        series, alt = again[name]
        shown = [list(values) for values in chart.series.values()]
        assert shown == series, name
        assert written.agree(chart.alt, alt), (name, chart.alt)
        head, *rows = chart.workbook
        assert head[1:] == tuple(chart.series)
        columns = [list(column) for column in zip(*rows, strict=True)]
        assert columns == [list(chart.categories), *shown]


def test_the_workbook_beside_the_report_is_told_again_cell_by_cell(
    written: Written,
) -> None:
    again = (lists.gap_cells(written.told), lists.action_cells(written.told))
    for shown, rows in zip(written.sheets(), again, strict=True):
        for here, row in zip(shown[1:], rows, strict=True):
            for cell, expected in zip(here, row, strict=True):
                words = expected is ... and isinstance(cell, str | None)
                assert words or cell == expected, (here, row)


def test_the_chart_the_table_and_the_json_have_the_same_numbers(
    written: Written, workspace: Walk
) -> None:
    look = LOOKS[written.told.id]
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
    walk: Walk, tmp_path: Path
) -> None:
    closed = walk.kept["as 2025 was closed"]
    head, on = rounds.head(walk.register, closed.events), closed.on.isoformat()
    again = ("--campaign", "2025", "--as-of", head, "-o", tmp_path / "2025.docx")
    walk.do("report", *again, on=on)
    assert documents(walk.folder / "reports/2025.docx") == documents(again[-1])


def test_what_happens_later_changes_nothing_in_the_report_as_of_a_head(
    workspace: Walk, latest: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kommune"
    shutil.copytree(workspace.folder, folder)
    walk = Walk(folder, "2026")
    head = rounds.head(walk.register, walk.events())
    gap = ("--covers", "A.8.13", "--due", "2027-05-01", "--cost", "7")
    walk.do("action", "add", "Ny handling", *gap, on=DAY)
    walk.do("action", "done", "H5", "--evidence", "ESDH 2026-99", on=DAY)
    walk.do("report", "-o", tmp_path / "later.docx", on=DAY)
    walk.do("report", "--as-of", head, "-o", tmp_path / "again.docx", on=DAY)
    then, later, again = map(
        documents, (latest, tmp_path / "later.docx", tmp_path / "again.docx")
    )
    assert then == again
    assert all(one != other for one, other in zip(then, later, strict=True))


def test_the_same_register_and_date_give_the_same_bytes_in_every_part(
    workspace: Walk, latest: Path, tmp_path: Path
) -> None:
    """Whatever the time, the place on earth and the order of sets."""
    path = tmp_path / "elsewhere.docx"
    where = ("--workspace", workspace.folder, "-o", path)
    around = {"TZ": "Etc/GMT+12", "PYTHONHASHSEED": "1", "SECAUDIT_LANGUAGE": "da"}
    command = words("report", "--date", DAY, *where)
    subprocess.run(command, env=environment(**around), check=True)
    assert documents(latest) == documents(path)


def documents(path: Path) -> list[dict[str, bytes]]:
    """Every part of a report, and of the workbook beside it."""
    return [parts(path), parts(path.with_suffix(".xlsx"))]
