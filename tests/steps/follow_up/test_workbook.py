"""Actions as files: out, changed by hand, and in again."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from secaudit.campaign import ACTION_STATES, Action
from secaudit.exchange.actions import COLUMNS
from secaudit.language import _, using
from secaudit.officer.changes import Change
from secaudit.problems import Problem, Refused, WrongUsage
from secaudit.steps.follow_up.workbook import export_actions, import_actions
from tests.conftest import needs
from tests.exchange.spreadsheet import Spreadsheet, has_office, office
from tests.municipality import ANSWERED, Municipality, acting

DUE = date(2026, 12, 1)


@pytest.fixture
def followed(municipality: Municipality) -> Municipality:
    """Gaps in three systems, and two actions about them."""
    municipality.act(
        Change(what="Gennemgå rettigheder", covers=("omsorg/T.1",), due=DUE),
        Change(what="=Ryd op", covers=("arkiv/T.1", "arkiv/T.2"), due=DUE, hours=3),
    )
    return municipality


def exported(municipality: Municipality, name: str = "handlinger.xlsx") -> Spreadsheet:
    """The actions in a spreadsheet: H1 stands in row 2, H2 in row 3."""
    path = municipality.folder / name
    return Spreadsheet(export_actions(municipality.workspace, path, ANSWERED), COLUMNS)


def imported(
    municipality: Municipality, path: Path, warnings: list[Problem] | None = None
) -> tuple[Action, ...]:
    """Read a spreadsheet back."""
    told = [] if warnings is None else warnings
    workspace = municipality.workspace
    return import_actions(workspace, path, acting(ANSWERED), told.append)


def actions(municipality: Municipality) -> dict[str, Action]:
    """Every action, as it stands."""
    return {action.id: action for action in municipality.campaign().actions}


def events(municipality: Municipality) -> int:
    """How many events the register holds."""
    return municipality.register.head().sequence


def test_what_nobody_changed_records_nothing(followed: Municipality) -> None:
    before = events(followed)
    assert imported(followed, exported(followed).path) == ()
    assert events(followed) == before


def test_what_was_changed_by_hand_is_recorded(followed: Municipality) -> None:
    sheet = exported(followed)
    sheet.write(2, responsible="Anna Holm", due="31-12-2026", reason="ferie")
    sheet.write(3, status=_(ACTION_STATES["done"]), evidence="ESDH 2026-77")
    sheet.write(
        4, what="Skriv en plan", covers="T.2", due=date(2027, 1, 1), hours=8, cost=500
    )
    assert [action.id for action in imported(followed, sheet.save())] == [
        "H1",
        "H2",
        "H3",
    ]
    found = actions(followed)
    assert found["H1"].responsible == "Anna Holm"
    assert (found["H1"].due, found["H1"].original_due) == (date(2026, 12, 31), DUE)
    assert [move.reason for move in found["H1"].moves] == ["ferie"]
    assert (found["H2"].status, found["H2"].evidence) == ("done", "ESDH 2026-77")
    assert (found["H3"].what, found["H3"].hours, found["H3"].cost) == (
        "Skriv en plan",
        8,
        500,
    )
    assert {control for _subject, control in found["H3"].covers} == {"T.2"}
    assert followed.register.events()[-1].personal["by"] == "Officer"


def test_a_sheet_can_be_read_twice(followed: Municipality) -> None:
    sheet = exported(followed)
    sheet.write(2, hours=40, reason="flere systemer")
    sheet.write(4, what="Skriv en plan", covers="T.2", due=date(2027, 1, 1))
    assert len(imported(followed, sheet.save())) == 2
    before, warnings = events(followed), list[Problem]()
    assert imported(followed, sheet.path, warnings) == ()
    assert events(followed) == before
    assert [problem.code for problem in warnings] == ["added-already"]


def test_libreoffice_changes_nothing(followed: Municipality, tmp_path: Path) -> None:
    needs("LibreOffice", has_office())
    sheet = exported(followed)
    sheet.write(2, responsible="Anna Holm", due="31-12-2026", reason="ferie")
    (tmp_path / "back").mkdir()
    back = office(sheet.save(), tmp_path / "back")
    (changed,) = imported(followed, back)
    assert (changed.responsible, changed.due) == ("Anna Holm", date(2026, 12, 31))


def test_one_wrong_cell_and_nothing_is_recorded(followed: Municipality) -> None:
    sheet = exported(followed)
    sheet.write(2, responsible="Anna Holm")
    sheet.write(3, due="snart", hours=-1)
    sheet.write(4, what="Skriv en plan", covers="omsorg/T.7", due=DUE)
    before = events(followed)
    with using("en"), pytest.raises(Refused) as refused:
        imported(followed, sheet.save())
    assert [problem.message for problem in refused.value.problems] == [
        "D3: expected a date such as 31-12-2026 or 31 December 2026, found 'snart'",
        "G3: -1 is less than 0",
        "I4: T.7 of system:omsorg is no gap; did you mean 'T.6'?",
    ]
    assert events(followed) == before


def test_a_row_is_refused_where_the_action_was_changed_meanwhile(
    followed: Municipality,
) -> None:
    sheet = exported(followed)
    followed.act(Change("H1", hours=10), Change("H2", cost=500))
    sheet.write(2, responsible="Anna Holm")
    with using("en"), pytest.raises(Refused) as refused:
        imported(followed, sheet.save())
    assert [problem.message for problem in refused.value.problems] == [
        "O2: H1 has been changed since the list was made; make a new one"
    ]


def test_what_others_changed_meanwhile_stands(followed: Municipality) -> None:
    sheet = exported(followed)
    followed.act(Change("H2", hours=10, responsible="Bo Lind"))
    sheet.write(2, responsible="Anna Holm")
    assert [action.id for action in imported(followed, sheet.save())] == ["H1"]
    assert (actions(followed)["H2"].hours, actions(followed)["H2"].responsible) == (
        10,
        "Bo Lind",
    )


def test_what_is_odd_is_told_and_the_rest_recorded(followed: Municipality) -> None:
    sheet, warnings = exported(followed), list[Problem]()
    sheet.write(2, responsible="Anna Holm", covers="alt")
    sheet.page.cell(1, 16).value = "Mine noter"
    assert len(imported(followed, sheet.save(), warnings)) == 1
    assert [problem.code for problem in warnings] == ["unknown-column", "read-only"]
    assert actions(followed)["H1"].covers == (("system:omsorg", "T.1"),)


def test_an_action_about_a_system_that_is_called_something_else_now_is_untouched(
    followed: Municipality,
) -> None:
    before = exported(followed, "før.xlsx").path
    followed.edit(
        "inventory/systems.yaml", "- id: omsorg\n", "- id: nyt\n    formerly: omsorg\n"
    )
    followed.issue()
    assert actions(followed)["H1"].covers == (("system:nyt", "T.1"),)
    warnings = list[Problem]()
    for path in (before, exported(followed).path):
        assert imported(followed, path, warnings) == ()
    assert warnings == []


def test_open_actions_are_in_the_calendar(followed: Municipality) -> None:
    followed.act(Change("H2", status="dropped", reason="systemet er væk"))
    path = followed.folder / "handlinger.ICS"
    assert export_actions(followed.workspace, path, ANSWERED) == path
    (entry,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert entry["uid"] == "h1@proevekommune.secaudit"


def test_there_is_no_calendar_without_an_entry(followed: Municipality) -> None:
    followed.act(*(Change(id, status="dropped", reason="x") for id in ("H1", "H2")))
    with pytest.raises(Refused):
        export_actions(followed.workspace, followed.folder / "h.ics", ANSWERED)
    assert not (followed.folder / "h.ics").exists()


@pytest.mark.parametrize("name", ["handlinger.csv", "handlinger", "handlinger.xls"])
def test_another_suffix_is_wrong_usage(followed: Municipality, name: str) -> None:
    with pytest.raises(WrongUsage):
        export_actions(followed.workspace, followed.folder / name, ANSWERED)
    assert not (followed.folder / name).exists()


@pytest.mark.parametrize("name", ["h.xlsx", "h.ics"])
def test_a_new_export_takes_the_place_of_the_old_one(
    followed: Municipality, name: str
) -> None:
    path = followed.folder / name
    first = export_actions(followed.workspace, path, ANSWERED).read_bytes()
    followed.act(Change("H1", what="Gennemgå alle rettigheder"))
    export_actions(followed.workspace, path, ANSWERED)
    assert path.read_bytes() != first
    assert not [p for p in followed.folder.iterdir() if p.name.startswith(f"{name}.")]


@pytest.mark.parametrize("name", ["h.xlsx", "h.ics"])
def test_a_file_of_another_kind_is_left_alone(
    followed: Municipality, name: str
) -> None:
    path = followed.write(name, "mine noter")
    with followed.refuses(name):
        export_actions(followed.workspace, path, ANSWERED)
    assert path.read_text(encoding="utf-8") == "mine noter"


def test_a_word_document_is_left_alone_be_it_a_package_too(
    followed: Municipality,
) -> None:
    document = Spreadsheet(exported(followed).path, COLUMNS).path
    document.rename(followed.folder / "h.docx")
    (followed.folder / "h.docx").rename(followed.folder / "h.ics")
    with followed.refuses("h.ics"):
        export_actions(followed.workspace, followed.folder / "h.ics", ANSWERED)


def test_a_folder_in_the_way_is_left_alone(followed: Municipality) -> None:
    (followed.folder / "h.xlsx").mkdir()
    with followed.refuses("h.xlsx"):
        export_actions(followed.workspace, followed.folder / "h.xlsx", ANSWERED)


def test_where_nothing_can_be_written_the_program_is_named(
    followed: Municipality,
) -> None:
    path = followed.folder / "secaudit.yaml" / "h.xlsx"
    with followed.refuses("h.xlsx", "kan ikke skrives"):
        export_actions(followed.workspace, path, ANSWERED)
