"""`secaudit status` as a user runs it: every grouping in every format, and naming nobody."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from secaudit.officer.verdicts import Verdict
from tests.cli.command import Said, environment, process, run, sentence
from tests.mails import mailed
from tests.municipality import Municipality

LATE = date(2026, 10, 5)
CLOSED = date(2026, 10, 15)
SHAPES = ("table", "csv", "json", "html")
GROUPS = ("subject", "person", "department", "criticality")
ENGLISH = environment(SECAUDIT_LANGUAGE="en", COLUMNS="80")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Municipality:
    """A campaign in which everything happened that status tells of; its language is English."""
    made = Municipality(tmp_path_factory.mktemp("status") / "kommune")
    made.edit("secaudit.yaml", "language: da", "language: en")
    made.open()
    made.issue()
    made.extend("p02", LATE)
    forms = (("p01", "system-omsorg"), ("p02", "system-omsorg"), ("p01", "owner-p01"))
    made.record(*(made.answer(*form, on=LATE) for form in forms), on=LATE)
    reason = "Spørg Anna Holm, anna@proeve.example"
    made.review(Verdict("system:omsorg", "T.1", "returned", reason=reason), on=LATE)
    made.withdraw("owner:p02", "Bo Lind (p02) er på orlov", on=LATE)
    made.withdraw("system:arkiv", "Anna Holm har lukket det ned", on=LATE)
    made.close(CLOSED)
    late = made.answer("p02", "system-backup", on=CLOSED)
    made.record(late, on=CLOSED, late=True)
    return made


def status(year: Municipality, *arguments: str | Path) -> Said:
    """What the command says, in English, on the day that the campaign was closed."""
    dated = ("--workspace", year.folder, "--date", CLOSED.isoformat())
    return run("status", *dated, *arguments, env=ENGLISH)


def lines(said: Said) -> list[list[str]]:
    """The cells of each line of a CSV."""
    return list(csv.reader(io.StringIO(said.out)))


# The table


def test_the_table_says_who_is_waited_for_and_what_is_late(year: Municipality) -> None:
    said = status(year)
    head, *rows = said.out.splitlines()
    assert said.code == 0
    for word in ("subject", "sent back", "late", "days over", "waiting for"):
        assert word in head
    assert rows[0].split() == [
        *("Omsorg", "&", "Pleje", "4", "of", "4", "1", "3", "–"),
        *("2026-10-05", "Anna", "Holm"),
    ]
    assert said.lines == [
        "2026: 2 of 5 subjects answered; 1 answer sent back; 8 late answers; "
        "4 answers after the end; 2 subjects taken out; deadline 2026-10-01 (14 days late); "
        "closed 2026-10-15"
    ]


def test_rows_about_the_organisation_and_its_employees_differ(
    year: Municipality,
) -> None:
    names = [line.split("  ")[0] for line in status(year).out.splitlines()]
    assert "Prøvekommune (organisation)" in names
    assert "Prøvekommune (employees)" in names


@pytest.mark.parametrize("by", GROUPS)
def test_every_grouping_has_a_table_that_fits_a_terminal(
    year: Municipality, by: str
) -> None:
    said = status(year, "--by", by)
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) < 120


def test_a_long_name_is_cut_and_its_kind_is_not(tmp_path: Path) -> None:
    made = Municipality(tmp_path / "kommune")
    made.edit("secaudit.yaml", "language: da", "language: en")
    made.edit("secaudit.yaml", '"Prøvekommune"', f'"{"Lang" * 20}"')
    made.edit("inventory/systems.yaml", '"Arkiv"', f'"{"Navn" * 50}"')
    made.edit("inventory/people.yaml", "Anna Holm", "Anna " * 15 + "Holm")
    made.open()
    made.issue()
    table = status(made).out.splitlines()
    assert max(map(len, table)) < 120
    kinds = [
        line for line in table if "(organisation)" in line or "(employees)" in line
    ]
    assert len(kinds) == 2
    shown = json.loads(status(made, "--format", "json").out)["subjects"]
    assert any(subject["name"] == "Navn" * 50 for subject in shown)


def test_people_are_told_with_the_most_overdue_first(year: Municipality) -> None:
    head, *rows = status(year, "--by", "person").out.splitlines()
    assert head.startswith("name")
    assert [row.split("  ")[0] for row in rows] == [
        "Cecilie Vang",
        "Bo Lind",
        "Anna Holm",
    ]


# CSV and JSON


def test_csv_holds_all_that_is_known_of_each_subject(year: Municipality) -> None:
    head, *rows = lines(status(year, "--format", "csv"))
    omsorg = dict(zip(head, rows[0], strict=True))
    assert omsorg == {
        "kind": "system",
        "id": "omsorg",
        "subject": "Omsorg & Pleje",
        "owner": "Anna Holm",
        "department": "Sundhed",
        "criticality": "society-critical",
        "questions": "4",
        "answered": "4",
        "missing": "0",
        "sent back": "1",
        "late": "3",
        "after the end": "0",
        "days over": "0",
        "last answer": "2026-10-05",
        "deadline": "2026-10-05",
        "waiting for": "Anna Holm",
    }


@pytest.mark.parametrize("by", GROUPS[1:])
def test_csv_of_groups_has_a_line_for_each(year: Municipality, by: str) -> None:
    head, *rows = lines(status(year, "--format", "csv", "--by", by))
    assert head[1:3] == ["subjects", "subjects answered"]
    found = status(year, "--format", "json")
    plural = {"person": "people", "department": "departments"}.get(by, "criticalities")
    assert len(rows) == len(json.loads(found.out)[plural])
    assert (found.err, len(head)) == ("", 22 if by == "person" else 10)


def test_json_is_the_same_whichever_grouping_is_asked_for(year: Municipality) -> None:
    told = status(year, "--format", "json").out
    assert status(year, "--format", "json", "--by", "person").out == told
    assert json.loads(told)["closed_on"] == "2026-10-15"


# For a mail merge


@pytest.fixture
def merged(tmp_path: Path) -> Municipality:
    """Somebody was mailed as a draft, and reminded; their name looks like a formula."""
    made = Municipality(tmp_path / "kommune")
    made.edit("secaudit.yaml", "language: da", "language: en")
    made.edit("inventory/people.yaml", "Bo Lind", "=1+1")
    made.open()
    made.issue()
    mailed(made, "p02", way="draft", on=date(2026, 9, 2))
    mailed(made, "p02", "reminder", on=LATE, stage="after")
    made.record(made.answer("p02", "system-backup"))
    made.review(Verdict("system:backup", "T.1", "returned", reason="Hvem?"))
    return made


BO = {
    "name": "=1+1",
    "subjects": 3,
    "subjects answered": 1,
    "questions": 6,
    "answered": 4,
    "missing": 2,
    "sent back": 1,
    "late": 0,
    "after the end": 0,
    "days over": 14,
    "id": "p02",
    "e-mail": "bo@proeve.example",
    "folder": "campaigns/2026/issued/p02",
    "forms": 3,
    "minutes": 8,
    "department": "Teknik",
    "deadline": date(2026, 10, 1),
    "sent": date(2026, 9, 2),
    "sent as": "draft",
    "reminded": date(2026, 10, 5),
    "reminded as": "sent",
    "missing in all": 3,
}


def test_csv_by_person_holds_what_a_mail_merge_needs(merged: Municipality) -> None:
    head, *rows = lines(status(merged, "--by", "person", "--format", "csv"))
    (bo,) = (row for row in rows if "p02" in row)
    harmless = {**BO, "name": "'=1+1"}
    assert dict(zip(head, bo, strict=True)) == {k: str(v) for k, v in harmless.items()}


def test_the_workbook_by_person_holds_the_same_with_numbers_as_numbers(
    merged: Municipality,
) -> None:
    file = merged.folder / "flet.xlsx"
    said = status(merged, "--by", "person", "--format", "xlsx", "-o", file)
    assert (said.code, said.out.strip(), said.err) == (0, file.as_posix(), "")
    head, *rows = load_workbook(file).worksheets[0].iter_rows()
    titles = [cell.value for cell in head]
    (bo,) = (row for row in rows if "p02" in [cell.value for cell in row])
    values = [cell.value for cell in bo]
    told = [one.date() if isinstance(one, datetime) else one for one in values]
    assert dict(zip(titles, told, strict=True)) == BO
    assert bo[0].data_type == "s"  # a text, which no spreadsheet runs


def test_the_table_by_person_says_who_was_mailed_when(merged: Municipality) -> None:
    head, *rows = status(merged, "--by", "person").out.splitlines()
    assert head.split()[-2:] == ["sent", "reminded"]
    assert [row.split()[-3:] for row in rows if row.startswith("=1+1")] == [
        ["draft", "2026-09-02", "2026-10-05"]
    ]
    assert max(map(len, (head, *rows))) < 120


def test_a_workbook_is_named_as_one_and_takes_no_other_files_place(
    year: Municipality, tmp_path: Path
) -> None:
    page = tmp_path / "status.xlsx"
    page.write_text("Ferieliste", encoding="utf-8")
    asked = ("--by", "person", "--format", "xlsx", "-o")
    assert "must end in .xlsx" in sentence(status(year, *asked, tmp_path / "a.xls"))
    assert "is no Excel workbook" in sentence(status(year, *asked, page))
    assert [file.name for file in tmp_path.iterdir()] == ["status.xlsx"]
    assert page.read_text(encoding="utf-8") == "Ferieliste"


@pytest.mark.parametrize("by", ["subject", "department", "criticality"])
def test_every_other_grouping_is_a_workbook_too(
    year: Municipality, by: str, tmp_path: Path
) -> None:
    file = tmp_path / "status.xlsx"
    asked = ("--by", by, "--anonymous")
    assert status(year, *asked, "--format", "xlsx", "-o", file).code == 0
    page = load_workbook(file).worksheets[0]
    told = [[cell.value for cell in row] for row in page.iter_rows()]
    shown = lines(status(year, *asked, "--format", "csv"))
    assert [len(row) for row in told] == [len(row) for row in shown]
    assert told[0] == shown[0]
    assert "Anna Holm" not in str(told)


# The page


@pytest.mark.slow
def test_the_page_goes_to_stdout_in_utf_8_whatever_the_terminal_writes(
    year: Municipality,
) -> None:
    plain = status(year, "--format", "html")
    ascii_only = environment(SECAUDIT_LANGUAGE="en", PYTHONIOENCODING="ascii")
    folder = ("--workspace", year.folder, "--date", CLOSED.isoformat())
    said = process("status", *folder, "--format", "html", env=ascii_only)
    assert said.out == plain.out
    assert "Prøvekommune" in said.out
    assert said.out.startswith("<!doctype html>")


def test_the_page_is_written_to_a_file_and_its_path_is_told(
    year: Municipality, tmp_path: Path
) -> None:
    file = tmp_path / "status.html"
    said = status(year, "--format", "html", "-o", file)
    assert (said.code, said.out.strip(), said.err) == (0, file.as_posix(), "")
    page = file.read_text(encoding="utf-8")
    assert page == status(year, "--format", "html").out


def test_the_page_is_not_written_over_another_file(year: Municipality) -> None:
    register = year.folder / "register.db"
    before = register.read_bytes()
    said = status(year, "--format", "html", "-o", register)
    assert (said.code, said.out) == (1, "")
    assert said.lines[0].startswith("secaudit: ")
    assert register.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "status.txt"),
        ("--format", "csv", "-o", "status.csv"),
        ("--by", "person", "--anonymous"),
        ("--by", "kommune"),
        ("--format", "xlsx"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_wrong_usage(
    year: Municipality, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    said = status(year, *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.lines[0].startswith("Usage: secaudit status")
    assert list(tmp_path.iterdir()) == []


# Nobody is named


def names_of_people() -> list[str]:
    """Whatever tells who somebody is: names, surnames, ids, e-mail addresses."""
    names = ["Anna Holm", "Bo Lind", "Cecilie Vang"]
    surnames = [name.split()[1] for name in names]
    return [*names, *surnames, "p01", "p02", "p03", "proeve.example"]


@pytest.mark.parametrize("shape", SHAPES)
def test_an_anonymous_status_names_nobody(year: Municipality, shape: str) -> None:
    named = status(year, "--format", shape)
    assert "Anna Holm" in named.out  # so that the search would find her
    grouped = ("subject", "department", "criticality")
    for by in grouped if shape in ("table", "csv") else grouped[:1]:
        said = status(year, "--format", shape, "--by", by, "--anonymous")
        told = said.out + said.err
        assert said.code == 0
        assert [name for name in names_of_people() if name in told] == []


@pytest.mark.parametrize("shape", ["table", "csv", "html"])
def test_an_anonymous_status_tells_how_many_owners_answered(
    year: Municipality, shape: str
) -> None:
    said = status(year, "--format", shape, "--anonymous")
    assert "system owners: 1 of 1 has answered" in said.out


def test_an_anonymous_status_counts_all_that_the_other_does(year: Municipality) -> None:
    named = json.loads(status(year, "--format", "json").out)
    said = json.loads(status(year, "--format", "json", "--anonymous").out)
    for key in ("issued", "answered", "kinds", "departments", "criticalities"):
        assert said[key] == named[key]
    assert (said["issued"], len(said["subjects"])) == (5, 4)
    assert said["people"] == []
    assert [one["name"] for one in said["withdrawn"]] == [None, "Arkiv"]
    assert [one["reason"] for one in said["withdrawn"]] == [None, None]


def test_help_says_what_each_choice_is_for() -> None:
    text = run("status", "--help", env=ENGLISH).out
    assert "--by [subject|person|department|criticality]" in text
    assert "Name nobody." in text
