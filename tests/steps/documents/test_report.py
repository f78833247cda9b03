"""`report`: of the register as it is or was, with nothing that somebody wrote overwritten."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from secaudit.officer.verdicts import Verdict
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.documents.order import Order, WrittenDocument
from secaudit.steps.documents.report import report
from secaudit.steps.follow_up.decide import DecisionTold
from tests.municipality import ANSWERED, Municipality

pytestmark = pytest.mark.slow

LATER = date(2026, 10, 20)
SHORT = "kort.docx"


@pytest.fixture(scope="module")
def prepared(
    issued: Municipality, tmp_path_factory: pytest.TempPathFactory
) -> Municipality:
    """One system has been answered; and there is a template that is short."""
    made = issued.copy(tmp_path_factory.mktemp("prepared") / "proevekommune")
    made.record(made.answer("p01", "system-arkiv"))
    short = Document()
    for text in ("{{ summary.headline }}", "{{ date }}", "{{ head }}"):
        short.add_paragraph(text)
    short.save(str(made.folder / SHORT))
    return made


@pytest.fixture
def answered(prepared: Municipality, tmp_path: Path) -> Municipality:
    """The same, to write in."""
    return prepared.copy(tmp_path / "proevekommune")


def write(
    municipality: Municipality,
    on: date | None = ANSWERED,
    output: Path | None = None,
    as_of: str | None = None,
    campaign: str | None = None,
    template: Path | None = None,
) -> WrittenDocument:
    """Write the report, through the short template where no other is named."""
    used = template or municipality.folder / SHORT
    workspace = municipality.workspace
    return report(workspace, campaign, on, Order("da", used, output, as_of))


def write_whole(municipality: Municipality) -> WrittenDocument:
    """Write the report through the template that is shipped."""
    return report(municipality.workspace, None, ANSWERED, Order("da"))


def text_of(path: Path) -> str:
    """Everything that stands in the document, tables among it."""
    body = Document(str(path)).element.body
    return "\n".join(node.text or "" for node in body.iter() if node.text)


def edit(path: Path) -> bytes:
    """Somebody writes a sentence in the report, in Word."""
    document, kept = Document(str(path)), BytesIO()
    document.add_paragraph("Direktørens eget ord")
    document.core_properties.modified = document.core_properties.modified.replace(
        year=2030
    )
    document.save(kept)
    path.write_bytes(kept.getvalue())
    return kept.getvalue()


def test_the_report_and_the_list_beside_it_have_the_campaigns_name(
    answered: Municipality,
) -> None:
    written = write_whole(answered)
    reports = answered.folder / "reports"
    assert written == WrittenDocument(reports / "2026.docx", reports / "2026.xlsx")
    assert sorted(path.name for path in reports.iterdir()) == ["2026.docx", "2026.xlsx"]


def test_the_list_holds_every_open_gap(answered: Municipality) -> None:
    workbook = write(answered).workbook
    assert workbook
    rows = list(load_workbook(workbook).worksheets[0].iter_rows(values_only=True))
    found = answered.picture()
    assert found.gaps
    assert sum(any(cell is not None for cell in row) for row in rows) > len(found.gaps)


def test_another_name_is_the_name_of_both(answered: Municipality) -> None:
    written = write(answered, output=answered.folder / "til-mødet.docx")
    assert written.workbook == answered.folder / "til-mødet.xlsx"
    assert not (answered.folder / "reports").exists()


def test_a_report_that_nobody_changed_is_written_over(answered: Municipality) -> None:
    first = write(answered)
    assert write(answered, LATER).aside == ()
    assert [p.name for p in first.path.parent.glob("*.docx")] == ["2026.docx"]


def test_a_report_that_somebody_changed_is_put_aside_each_time(
    answered: Municipality,
) -> None:
    path = write(answered).path
    for number in (1, 2):
        changed = edit(path)
        (aside,) = write(answered).aside
        assert aside == path.with_name(f"2026.edited-{number}.docx")
        assert aside.read_bytes() == changed
        assert "Direktørens eget ord" not in text_of(path)


def test_a_document_that_secaudit_did_not_write_is_put_aside(
    answered: Municipality,
) -> None:
    path = answered.folder / "reports" / "2026.docx"
    path.parent.mkdir(exist_ok=True)
    memo = Document()
    memo.add_paragraph("Et notat, der kom til at hedde det samme.")
    memo.save(str(path))
    (aside,) = write(answered).aside
    assert "Et notat" in text_of(aside)


def test_a_workbook_that_somebody_saved_again_is_put_aside(
    answered: Municipality,
) -> None:
    workbook = write(answered).workbook
    assert workbook
    book = load_workbook(workbook)
    book.worksheets[0]["A2"] = "Min note"
    book.save(workbook)
    (aside,) = write(answered).aside
    assert aside.name == "2026.edited-1.xlsx"
    assert load_workbook(aside).worksheets[0]["A2"].value == "Min note"


def test_where_the_workbook_cannot_be_written_the_old_report_stays(
    answered: Municipality,
) -> None:
    path = write(answered).path
    changed = edit(path)
    path.with_suffix(".xlsx").unlink()
    path.with_suffix(".xlsx").mkdir()
    with answered.refuses("2026.xlsx"):
        write(answered)
    assert path.read_bytes() == changed
    assert sorted(p.name for p in path.parent.iterdir()) == ["2026.docx", "2026.xlsx"]


@pytest.mark.parametrize("name", ["", ".", "rapport", "rapport.pdf", "2026.xlsx"])
def test_a_report_is_written_to_a_name_of_a_word_document_only(
    answered: Municipality, name: str
) -> None:
    with answered.refuses(".docx", error=WrongUsage):
        write(answered, output=Path(name))


def test_a_report_never_takes_the_place_of_its_template(answered: Municipality) -> None:
    own = answered.folder / "egen.docx"
    own.write_bytes((answered.folder / SHORT).read_bytes())
    with answered.refuses("egen.docx", "skabelonen", error=WrongUsage):
        write(answered, output=own, template=own)
    assert own.read_bytes() == (answered.folder / SHORT).read_bytes()


def test_a_report_as_of_a_day_before_the_campaign_is_refused(
    answered: Municipality,
) -> None:
    with answered.refuses("blev åbnet", error=WrongUsage):
        write(answered, date(2020, 1, 1))


def test_no_report_is_written_from_a_register_that_was_altered(
    answered: Municipality,
) -> None:
    path = answered.workspace.register_path
    with closing(sqlite3.connect(path)) as register, register:
        register.execute(
            "update events set payload = replace(payload, '\"met\"', '\"partial\"')"
        )
    with pytest.raises(Refused, match="secaudit verify"):
        write(answered)
    assert not (answered.folder / "reports" / "2026.docx").exists()


def test_what_is_no_word_document_is_left_alone(answered: Municipality) -> None:
    old = answered.write("reports/2026.docx", "den gamle")
    with answered.refuses("2026.docx"):
        write(answered)
    assert old.read_text(encoding="utf-8") == "den gamle"


def test_the_report_of_an_earlier_head_is_the_one_that_was_written_then(
    answered: Municipality,
) -> None:
    head = answered.register.head().hash
    then = write(answered).path.read_bytes()
    answered.review(Verdict("arkiv", "T.1", "agreed"))
    approval = DecisionTold("Godkendt", "Direktionen", ANSWERED, approves=("report",))
    answered.decide(approval)
    again = write(answered, as_of=head)
    assert again.path == answered.folder / "reports" / f"2026-{head[:12]}.docx"
    assert again.path.read_bytes() == then
    assert write(answered).path.read_bytes() != then


@pytest.mark.parametrize(
    "said", [lambda h: h[:8], lambda h: f" {h.upper()} "], ids=["begun", "capitals"]
)
def test_a_head_may_be_shortened_or_in_capitals(
    answered: Municipality, said: Callable[[str], str]
) -> None:
    head = answered.register.head().hash
    assert head[:12] in write(answered, as_of=said(head)).path.name


@pytest.mark.parametrize("head", ["abc", "0" * 64, "g" * 12])
def test_a_head_that_is_none_of_the_register_is_refused(
    answered: Municipality, head: str
) -> None:
    with answered.refuses(head, error=WrongUsage):
        write(answered, as_of=head)
    assert not (answered.folder / "reports").exists()


def test_before_the_first_campaign_there_is_nothing_to_report(tmp_path: Path) -> None:
    empty = Municipality(tmp_path / "tom")
    with empty.refuses("secaudit campaign open"):
        write_whole(empty)
    assert not (empty.folder / "reports").exists()


def test_an_earlier_head_does_not_know_a_later_campaign(answered: Municipality) -> None:
    head = answered.register.head().hash
    answered.close()
    answered.open("2027", date(2027, 9, 1))
    assert write(answered, as_of=head).path.name.startswith("2026-")
    with answered.refuses("2027", error=WrongUsage):
        write(answered, as_of=head, campaign="2027")


def test_an_earlier_campaign_has_its_own_report(answered: Municipality) -> None:
    answered.close()
    answered.open("2027", date(2027, 9, 1))
    assert write(answered, date(2027, 9, 2)).path.name == "2027.docx"
    assert write(answered, date(2027, 9, 2), campaign="2026").path.name == "2026.docx"


def test_without_a_day_an_earlier_head_is_judged_on_the_day_of_its_event(
    answered: Municipality,
) -> None:
    head = answered.register.head().hash
    found = text_of(write(answered, None, as_of=head).path)
    assert "20. september 2026" in found


def test_a_campaign_that_is_not_there_is_refused(answered: Municipality) -> None:
    with answered.refuses("2031", error=WrongUsage):
        write(answered, campaign="2031")


def test_what_is_doubtful_in_the_notes_is_told_and_the_report_written(
    answered: Municipality,
) -> None:
    answered.write(
        "campaigns/2026/notes.yaml",
        "audits:\n  - {what: Penetrationstest, on: 2026-12-24, result: God}\n",
    )
    written = write(answered)
    assert written.path.exists()
    assert {Path(warning.path).name for warning in written.warnings} == {"notes.yaml"}


def test_what_the_notes_say_stands_in_the_report(answered: Municipality) -> None:
    answered.write(
        "campaigns/2026/notes.yaml",
        'recommendations: ["ansætter en mere"]\nresources: "Et årsværk mangler."\n',
    )
    found = text_of(write_whole(answered).path)
    assert "ansætter en mere" in found
    assert "Et årsværk mangler." in found


def test_notes_that_cannot_be_read_stop_the_report(answered: Municipality) -> None:
    answered.write("campaigns/2026/notes.yaml", "recommendations: 7\n")
    with pytest.raises(Refused):
        write(answered)
    assert not (answered.folder / "reports").exists()
