"""`report --for`: the parts of the report, as an officer asks for them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.cli.command import Said, run, sentence
from tests.municipality import Municipality

Report = Callable[..., Said]
GAP = {"status": "ikke opfyldt", "comment": "Ingen plan"}


@pytest.fixture
def report(municipality: Municipality) -> Report:
    """`report`, in a municipality where one system is answered."""
    municipality.record(
        municipality.answer("p01", "system-omsorg", {"T.1": GAP}),
    )

    def said(*arguments: str | Path) -> Said:
        words = ("report", "--date", "2026-09-21", *arguments)
        return run(*words, cwd=municipality.folder)

    return said


def text_of(path: Path) -> str:
    """Every cell and paragraph of a document."""
    document = Document(str(path))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("part", "file", "holds"),
    [
        ("system:omsorg", "2026-system-omsorg.docx", "Ingen plan"),
        ("person:p01", "2026-person-p01.docx", "Omsorg & Pleje"),
    ],
)
def test_a_part_is_written_beside_the_report(
    municipality: Municipality, report: Report, part: str, file: str, holds: str
) -> None:
    said = report("--for", part)
    assert (said.code, said.out) == (0, f"reports/{file}\n")
    assert holds in text_of(municipality.folder / "reports" / file)


def test_several_parts_are_written_by_one_command(
    municipality: Municipality, report: Report
) -> None:
    said = report("--for", "system:omsorg", "--for", "person:p01")
    assert said.out.splitlines() == [
        "reports/2026-system-omsorg.docx",
        "reports/2026-person-p01.docx",
    ]
    assert all((municipality.folder / path).is_file() for path in said.out.split())


def test_several_parts_do_not_go_into_one_file(report: Report) -> None:
    said = report("--for", "system:omsorg", "--for", "person:p01", "-o", "x.docx")
    assert said.code == 2
    assert sentence(said) == "-o nævner én fil, og --for er brugt flere gange"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("system:omsrog", "mente du 'system:omsorg'"),
        ("omsorg", "hverken system:ID, person:ID eller department:ID"),
        ("person:", "person:"),
    ],
)
def test_a_part_that_nobody_knows_is_refused(
    municipality: Municipality, report: Report, part: str, words: str
) -> None:
    said = report("--for", part)
    assert said.code == 2
    assert words in said.lines[-1]
    assert not list((municipality.folder / "reports").glob("*"))


def test_a_part_of_an_earlier_state_has_its_own_name(
    municipality: Municipality, report: Report
) -> None:
    head = municipality.register.events()[-2].hash
    said = report("--for", "system:omsorg", "--as-of", head)
    assert said.out == f"reports/2026-system-omsorg-{head[:12]}.docx\n"
    assert "Ingen plan" not in text_of(municipality.folder / said.out.strip())


def test_a_template_of_another_kind_is_refused(
    municipality: Municipality, report: Report
) -> None:
    made = run(
        "template", "new", "own.docx", "--for", "report", cwd=municipality.folder
    )
    assert made.code == 0, made.err
    said = report("--for", "system:omsorg", "--template", "own.docx")
    assert said.code == 1
    assert "own.docx" in sentence(said)
