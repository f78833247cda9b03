"""Handing over: inventory, forms and events stand together, and answers stay."""

from datetime import date
from pathlib import Path

import pytest

from secaudit.officer.verdicts import Verdict
from secaudit.problems import Problem, Refused, WrongUsage, errors
from secaudit.steps.issuing import plan, small_forms
from secaudit.steps.looking.history import history
from secaudit.workspace import load_contents
from tests.municipality import ANSWERED, Municipality

LATER = date(2026, 9, 25)
SYSTEMS = "inventory/systems.yaml"


def answering(municipality: Municipality) -> dict[tuple[str, str], str | None]:
    """By subject and part: who answers in the campaign, as it stands."""
    return {
        (issue.subject.key, issue.form.part): issue.form.person
        for issue in municipality.campaign().current()
    }


def owners(municipality: Municipality) -> dict[str, tuple[str | None, str | None]]:
    """By system: who owns and who operates it, as the inventory says now."""
    inventory = load_contents(municipality.workspace).inventory
    return {
        system.id: (system.owner, system.operations) for system in inventory.systems
    }


def problem(municipality: Municipality, path: Path) -> Problem:
    """The one error that a returned file is refused with."""
    head = municipality.register.head()
    [found] = errors(municipality.record(path, on=LATER).problems)
    assert municipality.register.head() == head
    return found


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of the workspace, and what is in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_all_that_somebody_answers_for_is_handed_over(
    municipality: Municipality,
) -> None:
    done = municipality.transfer("p01", "p03")
    assert (done.was, done.now) == ("Anna Holm", "Cecilie Vang")
    assert done.subjects == ("Omsorg & Pleje", "Arkiv")
    assert owners(municipality) == {
        "omsorg": ("p03", "p02"),
        "backup": ("p02", None),
        "arkiv": ("p03", None),
    }
    assert answering(municipality) == {
        ("system:omsorg", "main"): "p03",
        ("system:omsorg", "operations"): "p02",
        ("system:backup", "main"): "p02",
        ("system:arkiv", "main"): "p03",
        ("owner:p02", "main"): "p02",
        ("owner:p03", "main"): "p03",
        ("organisation:proevekommune", "main"): "p03",
        ("employees:proevekommune", "main"): "p03",
    }


def test_the_new_person_gets_the_forms_and_the_old_ones_are_put_aside(
    municipality: Municipality,
) -> None:
    old = municipality.form("p01", "system-arkiv")
    old.write_text("halvt: udfyldt\n", encoding="utf-8")
    forms = municipality.transfer("p01", "p03").forms
    assert [path.name for path in forms] == [
        "system-omsorg.yaml",
        "system-arkiv.yaml",
        "owner-p03.yaml",
    ]
    assert {path.parent.name for path in forms} == {"p03"}
    assert not old.exists()
    aside = old.with_name("system-arkiv.yaml.replaced-1")
    assert aside.read_text(encoding="utf-8") == "halvt: udfyldt\n"


def test_what_was_written_in_the_inventory_beside_it_stands(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, "systems:\n", "# Rettet i maj\nsystems:\n")
    before = municipality.read(SYSTEMS)
    municipality.transfer("p01", "p03", "arkiv")
    changed = [
        (old, new)
        for old, new in zip(
            before.splitlines(), municipality.read(SYSTEMS).splitlines(), strict=True
        )
        if old != new
    ]
    [(old, new)] = changed
    assert new == old.replace("owner: p01", "owner: p03")


def test_only_the_named_systems_are_handed_over(municipality: Municipality) -> None:
    done = municipality.transfer("p01", "p03", "arkiv")
    assert done.subjects == ("Arkiv",)
    assert not done.withdrawn
    standing = answering(municipality)
    assert standing["system:arkiv", "main"] == "p03"
    assert standing["system:omsorg", "main"] == "p01"
    assert standing["owner:p01", "main"] == "p01"


def test_who_owns_nothing_any_more_is_not_asked_of_their_own_duties(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "owner-p01")
    assert municipality.transfer("p01", "p03").withdrawn
    assert (
        municipality.campaign().withdrawn["owner:p01"].reason == "givet videre til p03"
    )
    assert problem(municipality, path).code == "withdrawn"


def test_who_gets_a_first_system_is_asked_of_their_own_duties_and_once_only(
    municipality: Municipality,
) -> None:
    municipality.transfer("p01", "p03", "arkiv")
    forms = municipality.transfer("p01", "p03", "omsorg").forms
    assert [path.name for path in forms] == ["system-omsorg.yaml"]
    asked = [i for i in municipality.campaign().issues if i.subject.key == "owner:p03"]
    assert len(asked) == 1


def test_nobody_takes_over_anothers_own_duties(municipality: Municipality) -> None:
    municipality.transfer("p01", "p02")
    assert [
        issue.form.person
        for issue in municipality.campaign().issues
        if issue.subject.kind == "owner"
    ] == ["p01", "p02"]


def test_answers_that_were_given_stay(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.transfer("p01", "p03")
    word = municipality.campaign().words["system:arkiv", "T.1"]
    assert (word.answer.status, word.person) == ("met", "p01")
    form = municipality.form("p03", "system-arkiv").read_text(encoding="utf-8")
    assert "Der er svaret 'opfyldt' den 20. september 2026." in " ".join(
        form.replace("#", "").split()
    )


def test_the_new_person_answers_in_the_new_form(municipality: Municipality) -> None:
    municipality.transfer("p01", "p03")
    path = municipality.answer("p03", "system-arkiv", on=LATER)
    assert errors(municipality.record(path, on=LATER).problems) == ()
    assert municipality.campaign().words["system:arkiv", "T.1"].person == "p03"


def test_history_tells_of_the_handover(municipality: Municipality) -> None:
    municipality.transfer("p01", "p03", "arkiv")
    [told] = [
        e
        for e in history(municipality.workspace, "arkiv", "T.1")
        if e.kind == "transferred"
    ]
    assert told.who == "Officer"
    assert told.told == ("fra p01 til p03",)
    assert told in history(municipality.workspace, "p03", None)
    assert told not in history(municipality.workspace, "omsorg", None)


# Old pages


def test_an_old_page_is_refused_with_the_new_persons_name(
    municipality: Municipality,
) -> None:
    old = municipality.answer("p01", "system-arkiv")
    municipality.transfer("p01", "p03")
    found = problem(municipality, old)
    assert found.code == "moved-form"
    assert "Cecilie Vang" in found.message
    assert "Arkiv" in found.message


@pytest.mark.parametrize("form", ["system-arkiv", "organisation-proevekommune"])
def test_of_several_handovers_the_last_name_is_told(
    municipality: Municipality, form: str
) -> None:
    first = "p01" if "system" in form else "p03"
    old = municipality.answer(first, form)
    municipality.transfer(first, "p02")
    second = municipality.answer("p02", form)
    municipality.transfer("p02", "p03" if first == "p01" else "p01")
    last = "Cecilie Vang" if first == "p01" else "Anna Holm"
    for path in (old, second):
        assert last in problem(municipality, path).message


def test_a_part_that_went_into_another_form_is_refused_with_the_name_of_who_has_that(
    municipality: Municipality,
) -> None:
    old = municipality.answer("p02", "system-omsorg")
    municipality.edit(SYSTEMS, "operations: p02", "operations: p01")
    municipality.issue(LATER, plan.reissue("omsorg"))
    assert "Anna Holm" in problem(municipality, old).message
    municipality.transfer("p01", "p03", "omsorg")
    assert "Cecilie Vang" in problem(municipality, old).message


def test_a_small_form_that_was_handed_over_with_its_system_is_refused(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.review(Verdict("arkiv", "T.1", "returned", reason="Hvornår?"))
    [form] = municipality.issue(planner=small_forms.returned).forms
    old = municipality.answer("p01", form.stem)
    municipality.transfer("p01", "p03", "arkiv")
    found = problem(municipality, old)
    assert (found.code, "Cecilie Vang" in found.message) == ("moved-form", True)
    text = municipality.form("p03", "system-arkiv").read_text(encoding="utf-8")
    assert "SENDT RETUR: Hvornår?" in text


def test_a_system_that_came_back_is_answered_in_the_newest_form(
    municipality: Municipality,
) -> None:
    old = municipality.answer("p01", "system-arkiv")
    municipality.transfer("p01", "p03", "arkiv")
    municipality.transfer("p03", "p01", "arkiv")
    assert problem(municipality, old).code == "superseded-form"
    path = municipality.answer("p01", "system-arkiv", on=LATER)
    assert errors(municipality.record(path, on=LATER).problems) == ()


def test_who_gets_systems_back_is_asked_of_their_own_duties_again(
    municipality: Municipality,
) -> None:
    municipality.transfer("p01", "p03")
    names = {path.name for path in municipality.transfer("p03", "p01").forms}
    assert "owner-p01.yaml" in names
    assert "owner:p01" not in municipality.campaign().withdrawn
    path = municipality.answer("p01", "owner-p01", on=LATER)
    assert errors(municipality.record(path, on=LATER).problems) == ()


# Owner and operations


def test_operations_may_get_the_owners_part_too(municipality: Municipality) -> None:
    municipality.transfer("p01", "p02", "omsorg")
    assert owners(municipality)["omsorg"] == ("p02", "p02")
    folder = municipality.form("p02", "system-omsorg").parent
    names = sorted(path.name for path in folder.glob("system-omsorg*"))
    assert names == ["system-omsorg.2.yaml", "system-omsorg.yaml"]
    answers = [
        municipality.answer("p02", name.removesuffix(".yaml"), on=LATER)
        for name in names
    ]
    assert errors(municipality.record(*answers, on=LATER).problems) == ()
    items = [i for i in municipality.picture().own if i.subject.id == "omsorg"]
    assert [item.status for item in items] == ["met"] * 4


def test_both_parts_are_handed_over_by_who_has_both(municipality: Municipality) -> None:
    municipality.transfer("p01", "p02", "omsorg")
    done = municipality.transfer("p02", "p03", "omsorg")
    assert done.subjects == ("Omsorg & Pleje",)
    assert owners(municipality)["omsorg"] == ("p03", "p03")
    parts = {
        part: who
        for (key, part), who in answering(municipality).items()
        if "omsorg" in key
    }
    assert parts == {"main": "p03", "operations": "p03"}
    assert len(done.forms) == 3  # two parts, and their own duties


def test_operations_hands_over_operations_only(municipality: Municipality) -> None:
    done = municipality.transfer("p02", "p03", "omsorg")
    assert owners(municipality)["omsorg"] == ("p01", "p03")
    assert not done.withdrawn
    assert [path.name for path in done.forms] == ["system-omsorg.yaml"]
    assert answering(municipality)["system:omsorg", "operations"] == "p03"


def test_who_hands_over_all_hands_over_what_the_organisation_asks_them(
    municipality: Municipality,
) -> None:
    done = municipality.transfer("p03", "p01")
    assert done.subjects == ("Sikkerhed", "Prøvekommune")
    assert municipality.workspace.areas[0].person == "p01"
    assert answering(municipality)["organisation:proevekommune", "main"] == "p01"
    assert answering(municipality)["employees:proevekommune", "main"] == "p01"
    assert municipality.issue(LATER).forms == ()


def test_a_system_that_was_not_issued_yet_is_issued_to_who_has_it_now(
    municipality: Municipality,
) -> None:
    municipality.edit(
        SYSTEMS, "systems:\n", "systems:\n  - {id: ny, name: Ny, owner: p01}\n"
    )
    done = municipality.transfer("p01", "p02", "ny")
    assert (done.subjects, done.forms) == (("Ny",), ())
    assert [path.parent.name for path in municipality.issue(LATER).forms] == ["p02"]


def test_who_was_written_out_of_the_inventory_can_still_be_handed_over(
    municipality: Municipality,
) -> None:
    text = municipality.read(SYSTEMS).replace("owner: p01", "owner: p02")
    municipality.write(SYSTEMS, text)
    people = municipality.read("inventory/people.yaml").splitlines(keepends=True)
    left = "".join(line for line in people if "p01" not in line)
    municipality.write("inventory/people.yaml", left)
    done = municipality.transfer("p01", "p02")
    assert done.was == "Anna Holm"
    assert answering(municipality)["system:arkiv", "main"] == "p02"


def test_a_system_handed_over_is_not_issued_again_by_itself(
    municipality: Municipality,
) -> None:
    municipality.transfer("p01", "p03")
    assert municipality.issue(LATER).forms == ()


# What cannot be handed over


@pytest.mark.parametrize(
    ("was", "to", "systems", "error", "words"),
    [
        ("p01", "p09", (), WrongUsage, "'p09' findes ikke i people.yaml"),
        ("p01", "cecilie", (), WrongUsage, "'cecilie'"),
        ("p1", "p02", (), WrongUsage, "mente du 'p01'"),
        ("p01", "p01", (), WrongUsage, "FRA og TIL er samme person"),
        (
            "p01",
            "p03",
            ("backup",),
            WrongUsage,
            "'p01' svarer ikke for systemet 'backup'",
        ),
        ("p01", "p03", ("akriv",), WrongUsage, "mente du 'arkiv'"),
        ("p01", "p03", ("arkiv", "nope"), WrongUsage, "'nope'"),
        ("p01", "p03", ("",), WrongUsage, "''"),
    ],
)
def test_a_handover_that_makes_no_sense_changes_nothing(
    municipality: Municipality,
    was: str,
    to: str,
    systems: tuple[str, ...],
    error: type[Refused],
    words: str,
) -> None:
    before = everything(municipality.folder)
    with municipality.refuses(words, error=error):
        municipality.transfer(was, to, *systems)
    assert everything(municipality.folder) == before


def test_who_answers_for_nothing_has_nothing_to_hand_over(
    municipality: Municipality,
) -> None:
    municipality.transfer("p01", "p03")
    before = everything(municipality.folder)
    with municipality.refuses("'p01' svarer ikke for nogen systemer"):
        municipality.transfer("p01", "p03")
    assert everything(municipality.folder) == before


def test_if_a_form_cannot_be_written_nothing_is_handed_over(
    municipality: Municipality,
) -> None:
    folder = municipality.workspace.issued("2026") / "p03"
    for path in folder.iterdir():
        path.rename(municipality.folder / path.name)
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    before = everything(municipality.folder)
    with municipality.refuses("intet er udsendt"):
        municipality.transfer("p01", "p03")
    assert everything(municipality.folder) == before


def test_an_inventory_with_a_mistake_is_not_touched(municipality: Municipality) -> None:
    municipality.edit(SYSTEMS, "criticality: society-critical", "criticality: high")
    before, head = everything(municipality.folder), municipality.register.head()
    with pytest.raises(Refused):
        municipality.transfer("p01", "p03")
    assert everything(municipality.folder) == before
    assert municipality.register.head() == head


def test_a_handover_says_on_which_day_it_was(municipality: Municipality) -> None:
    municipality.transfer("p01", "p03", "arkiv", on=ANSWERED)
    event = next(e for e in municipality.register.events() if e.kind == "transferred")
    assert event.payload == {
        "from": "p01",
        "to": "p03",
        "on": "2026-09-20",
        "subjects": ["system:arkiv"],
    }
