"""Status: who has answered, who has not, and how late."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from secaudit.demo.respondent import Reply, fill_in
from secaudit.officer.verdicts import Verdict
from secaudit.steps.issuing.small_forms import returned
from secaudit.steps.progress.grouping import Group
from secaudit.steps.progress.status import Row, Status, as_json, status, without_names
from secaudit.steps.progress.tally import Tally
from tests.municipality import ANSWERED, Municipality

DUE = date(2026, 10, 1)
LATE = date(2026, 10, 5)
CLOSED = date(2026, 10, 15)


def seen(municipality: Municipality, on: date = ANSWERED) -> Status:
    return status(municipality.workspace, None, on)


def row(municipality: Municipality, key: str, on: date = ANSWERED) -> Row:
    return next(r for r in seen(municipality, on).rows if r.subject.key == key)


def group(groups: tuple[Group, ...], id: str) -> Tally:
    return next(group.tally for group in groups if group.id == id)


def say_all(municipality: Municipality, on: date = ANSWERED) -> None:
    """Everyone answers everything."""
    counted = {"sundhed": 40, "teknik": 40}
    for form in municipality.workspace.issued("2026").rglob("*-*.yaml"):
        reply = Reply(form.parent.name, form.stem, "first", on, employees=counted)
        text = fill_in(form.read_text(encoding="utf-8"), reply)
        name = f"campaigns/2026/returned/{form.parent.name}-{form.name}"
        done = municipality.record(municipality.write(name, text), on=on)
        assert len(done.receipts) == 1


def test_before_anyone_answers_everyone_is_waited_for(
    municipality: Municipality,
) -> None:
    found = seen(municipality)
    assert (found.campaign, found.due) == ("2026", DUE)
    assert (found.total.subjects, found.answered) == (7, 0)
    assert all(r.tally.answered == 0 and r.recorded_on is None for r in found.rows)
    assert all(r.tally.missing == r.tally.questions for r in found.rows)
    assert all(r.waiting_for for r in found.rows)


def test_a_system_waits_for_each_who_has_a_part_of_it(
    municipality: Municipality,
) -> None:
    assert row(municipality, "system:omsorg").waiting_for == ("Anna Holm", "Bo Lind")
    municipality.record(
        municipality.answer("p01", "system-omsorg", on=date(2026, 9, 5))
    )
    found = row(municipality, "system:omsorg")
    assert (found.tally.questions, found.tally.answered) == (4, 3)
    assert found.waiting_for == ("Bo Lind",)
    assert found.recorded_on == date(2026, 9, 5)
    municipality.record(municipality.answer("p02", "system-omsorg"))
    found = row(municipality, "system:omsorg")
    assert (found.tally.answered, found.waiting_for) == (4, ())
    assert seen(municipality).answered == 1


def test_a_missing_answer_is_over_its_deadline_the_day_after(
    municipality: Municipality,
) -> None:
    over = {
        on: row(municipality, "system:arkiv", on).tally.days_over
        for on in (ANSWERED, DUE, date(2026, 10, 2), date(2026, 10, 4))
    }
    assert list(over.values()) == [0, 0, 1, 3]
    say_all(municipality)
    assert seen(municipality, LATE).total.days_over == 0


def test_a_system_without_an_owner_waits_for_nobody_known(
    municipality: Municipality,
) -> None:
    text = municipality.read("inventory/systems.yaml")
    entry = '  - {id: ny, name: "Ny", owner: "ejer mangler"}\n'
    municipality.write("inventory/systems.yaml", text + entry)
    municipality.issue()
    found = row(municipality, "system:ny")
    assert (found.owner, found.waiting_for) == ("", ("",))
    assert group(seen(municipality).people, "").missing == found.tally.missing > 0


def test_what_a_common_service_answers_is_not_asked(municipality: Municipality) -> None:
    own = row(municipality, "system:arkiv").tally.questions
    municipality.edit(
        "inventory/systems.yaml", "{id: arkiv,", "{id: a2, uses: [backup],"
    )
    municipality.edit("inventory/systems.yaml", '"Arkiv"', '"Arkiv 2"')
    municipality.issue()
    assert row(municipality, "system:a2").tally.questions == own - 1


# Returned, late, extended


def test_an_answer_that_was_sent_back_is_told_and_waited_for_again(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    reason = "Se bilaget igen"
    municipality.review(Verdict("system:arkiv", "T.1", "returned", reason=reason))
    found = row(municipality, "system:arkiv")
    assert (found.tally.returned, found.tally.missing, found.tally.complete) == (
        1,
        0,
        1,
    )
    assert found.waiting_for == ("Anna Holm",)
    assert seen(municipality).total.returned == 1


def test_an_answer_given_anew_is_not_sent_back_any_more(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.review(Verdict("system:arkiv", "T.1", "returned", reason="Igen"))
    municipality.issue(LATE, returned)
    again = municipality.answer("p01", "system-arkiv-returned-1", on=LATE)
    assert municipality.record(again, on=LATE).problems == ()
    found = row(municipality, "system:arkiv", LATE)
    assert (found.tally.returned, found.waiting_for) == (0, ())
    assert found.tally.late == 0  # it was in time for the form that asked again
    assert found.deadline == LATE + timedelta(days=14)


def test_what_is_answered_after_the_deadline_is_late(
    municipality: Municipality,
) -> None:
    first = municipality.answer("p01", "system-omsorg", on=DUE)
    second = municipality.answer("p02", "system-omsorg", on=LATE)
    municipality.record(first, second, on=LATE)
    found = row(municipality, "system:omsorg", LATE)
    assert (found.tally.answered, found.tally.late) == (4, 1)
    assert group(seen(municipality, LATE).people, "p02").late == 1
    assert group(seen(municipality, LATE).people, "p01").late == 0


def test_nobody_is_late_who_was_given_time(municipality: Municipality) -> None:
    municipality.extend("p02", LATE)
    assert row(municipality, "system:omsorg").deadline == LATE
    assert row(municipality, "system:arkiv").deadline == DUE
    on = LATE + timedelta(days=2)
    assert group(seen(municipality, on).people, "p02").days_over == 2
    assert group(seen(municipality, on).people, "p01").days_over == 6
    answer = municipality.answer("p02", "system-omsorg", on=LATE)
    municipality.record(answer, on=LATE)
    assert row(municipality, "system:omsorg", LATE).tally.late == 0


def test_a_form_that_is_issued_late_has_a_deadline_of_its_own(
    municipality: Municipality,
) -> None:
    text = municipality.read("inventory/systems.yaml")
    entry = '  - {id: ny, name: "Ny", owner: p01}\n'
    municipality.write("inventory/systems.yaml", text + entry)
    municipality.issue(LATE)
    found = row(municipality, "system:ny", LATE)
    assert found.deadline == LATE + timedelta(days=14)
    assert found.tally.days_over == 0


# Closed, withdrawn


def test_what_comes_after_the_end_is_counted_apart(municipality: Municipality) -> None:
    municipality.close(CLOSED)
    after = CLOSED + timedelta(days=1)
    answer = municipality.answer("p01", "system-arkiv", on=after)
    municipality.record(answer, on=after, late=True)
    found = row(municipality, "system:arkiv", after)
    assert (found.tally.answered, found.tally.missing) == (0, 3)
    assert (found.tally.after_close, found.tally.late) == (3, 3)
    assert found.waiting_for == ()
    assert found.recorded_on == after


def test_a_closed_campaign_is_judged_on_the_day_it_was_closed(
    municipality: Municipality,
) -> None:
    municipality.close(CLOSED)
    found = seen(municipality, date(2026, 12, 1))
    assert (found.closed_on, found.on) == (CLOSED, CLOSED)
    assert found.total.days_over == 14


def test_a_subject_that_was_taken_out_counts_nowhere(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.withdraw("system:arkiv", "Lukket ned")
    found = seen(municipality)
    assert (found.total.subjects, found.answered) == (6, 0)
    (out,) = found.withdrawn
    assert (out.subject.name, out.on, out.reason) == ("Arkiv", ANSWERED, "Lukket ned")


# Groups


def test_every_way_of_grouping_comes_to_the_same(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-omsorg"))
    found = seen(municipality, LATE)
    for groups in (found.kinds, found.departments, found.people):
        assert sum(group.tally.questions for group in groups) == found.total.questions
        assert sum(group.tally.answered for group in groups) == found.total.answered
    systems = group(found.kinds, "system")
    told = [group.tally for group in found.criticalities]
    assert sum(tally.subjects for tally in told) == systems.subjects == 3


def test_the_one_who_is_most_over_the_deadline_stands_first(
    municipality: Municipality,
) -> None:
    municipality.extend("p01", LATE)
    names = [group.name for group in seen(municipality, LATE).people]
    assert names == ["Bo Lind", "Cecilie Vang", "Anna Holm"]


def test_a_person_is_counted_by_what_they_are_to_answer(
    municipality: Municipality,
) -> None:
    bo = group(seen(municipality).people, "p02")
    # operations' part of one system, the whole of another, and his own duties
    assert (bo.subjects, bo.complete) == (3, 0)
    municipality.record(municipality.answer("p02", "system-omsorg"))
    bo = group(seen(municipality).people, "p02")
    assert (bo.complete, bo.answered) == (1, 1)


def test_a_forvaltning_is_the_department_above_that_has_no_parent(
    tmp_path: Path,
) -> None:
    municipality = Municipality(tmp_path / "kommune")
    people = "inventory/people.yaml"
    below = '  - {id: pleje, name: "Pleje", parent: sundhed}\n  - {id: teknik,'
    municipality.edit(people, "  - {id: teknik,", below)
    municipality.edit(people, "department: sundhed", "department: pleje")
    municipality.open()
    municipality.issue()
    assert row(municipality, "owner:p01").department == "Sundhed"
    assert row(municipality, "system:omsorg").department == "Sundhed"
    assert row(municipality, "owner:p02").department == "Teknik"
    assert row(municipality, "system:arkiv").department == ""
    assert row(municipality, "organisation:proevekommune").department == ""
    names = [group.name for group in seen(municipality).departments]
    assert names == ["Sundhed", "Teknik", "Prøvekommune", ""]


def test_the_most_critical_systems_stand_first_and_the_unknown_last(
    municipality: Municipality,
) -> None:
    ids = [group.id for group in seen(municipality).criticalities]
    assert ids == ["society-critical", "other", ""]
    assert row(municipality, "system:backup").criticality == ""
    assert row(municipality, "owner:p01").criticality == ""


# Without names


def test_without_names_the_figures_are_the_same(municipality: Municipality) -> None:
    municipality.withdraw("owner:p02", "Bo Lind er på orlov")
    found = seen(municipality)
    told = without_names(found)
    assert (told.total, told.kinds) == (found.total, found.kinds)
    assert [r.tally for r in told.rows] == [
        r.tally for r in found.rows if r.subject.kind != "owner"
    ]
    (out,) = told.withdrawn
    assert (out.subject.kind, out.subject.name, out.reason) == ("owner", "", "")
    assert told.people == ()
    assert all((r.owner, r.waiting_for) == ("", ()) for r in told.rows)


# JSON


def test_status_as_json_has_the_shape_of_the_design(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    told = as_json(seen(municipality))
    assert set(told) >= {"campaign", "due", "issued", "answered", "subjects"}
    assert (told["campaign"], told["due"]) == ("2026", "2026-10-01")
    assert (told["issued"], told["answered"]) == (7, 1)
    assert told["closed_on"] is None
    arkiv = next(s for s in told["subjects"] if s["id"] == "arkiv")
    assert arkiv == {
        "kind": "system",
        "id": "arkiv",
        "name": "Arkiv",
        "owner": "Anna Holm",
        "questions": 3,
        "answered": 3,
        "missing": 0,
        "returned": 0,
        "late": 0,
        "after_close": 0,
        "days_over": 0,
        "recorded_on": "2026-09-20",
        "deadline": "2026-10-01",
        "department": None,
        "criticality": "other",
        "waiting_for": [],
    }
    backup = next(s for s in told["subjects"] if s["id"] == "backup")
    assert (backup["recorded_on"], backup["waiting_for"]) == (None, ["Bo Lind"])
    kinds = [subject["kind"] for subject in told["subjects"]]
    assert kinds == ["system"] * 3 + ["owner"] * 2 + ["organisation", "employees"]


def test_groups_as_json_have_the_counts_of_subjects(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    told = as_json(seen(municipality, LATE))
    counts = {
        "subjects": 1,
        "complete": 1,
        "questions": 3,
        "answered": 3,
        "missing": 0,
        "returned": 0,
        "late": 0,
        "after_close": 0,
        "days_over": 0,
    }
    assert {"criticality": "other", **counts} in told["criticalities"]
    assert told["departments"][-1]["id"] is None
    assert told["departments"][-1]["name"] is None
    assert {person["id"] for person in told["people"]} == {"p01", "p02", "p03"}
    assert [kind["kind"] for kind in told["kinds"]] == [
        "system",
        "owner",
        "organisation",
        "employees",
    ]


def test_what_was_taken_out_is_told_as_json(municipality: Municipality) -> None:
    municipality.withdraw("system:arkiv", "Lukket ned")
    municipality.close(CLOSED)
    told = as_json(seen(municipality, CLOSED))
    assert told["closed_on"] == "2026-10-15"
    assert told["withdrawn"] == [
        {
            "kind": "system",
            "id": "arkiv",
            "name": "Arkiv",
            "on": "2026-09-20",
            "reason": "Lukket ned",
        }
    ]


@pytest.mark.parametrize("on", [ANSWERED, LATE])
def test_when_all_have_answered_nothing_is_missing(
    municipality: Municipality, on: date
) -> None:
    say_all(municipality, on)
    found = seen(municipality, on)
    assert found.answered == found.total.subjects == 7
    assert all(r.waiting_for == () for r in found.rows)
    assert found.total.late == (found.total.questions if on == LATE else 0)
