"""Status: who has answered, who has not."""

from datetime import date

from secaudit.steps.status import Row, Status, as_json, status
from tests.municipality import ANSWERED, Municipality


def seen(municipality: Municipality, on: date = ANSWERED) -> Status:
    return status(municipality.workspace, None, on)


def row(municipality: Municipality, key: str) -> Row:
    return next(r for r in seen(municipality).rows if r.subject.key == key)


def test_before_anyone_answers_everyone_is_waited_for(
    municipality: Municipality,
) -> None:
    found = seen(municipality)
    assert (found.campaign, found.due) == ("2026", date(2026, 10, 1))
    assert (len(found.rows), found.answered) == (7, 0)
    assert all(r.answered == 0 and r.recorded_on is None for r in found.rows)


def test_a_system_waits_for_each_who_has_a_part_of_it(
    municipality: Municipality,
) -> None:
    assert row(municipality, "system:omsorg").waiting_for == ("Anna Holm", "Bo Lind")
    municipality.record(
        municipality.answer("p01", "system-omsorg", on=date(2026, 9, 5))
    )
    found = row(municipality, "system:omsorg")
    assert (found.questions, found.answered) == (4, 3)
    assert found.waiting_for == ("Bo Lind",)
    assert found.recorded_on == date(2026, 9, 5)
    municipality.record(municipality.answer("p02", "system-omsorg"))
    found = row(municipality, "system:omsorg")
    assert (found.answered, found.waiting_for) == (4, ())
    assert seen(municipality).answered == 1


def test_days_left_are_negative_when_it_is_late(municipality: Municipality) -> None:
    assert seen(municipality, date(2026, 10, 1)).days_left == 0
    assert seen(municipality, date(2026, 10, 4)).days_left == -3


def test_a_system_without_an_owner_waits_for_nobody_known(
    municipality: Municipality,
) -> None:
    file = municipality.folder / "inventory" / "systems.yaml"
    text = file.read_text(encoding="utf-8")
    entry = '  - {id: ny, name: "Ny", owner: "ejer mangler"}\n'
    file.write_text(text + entry, encoding="utf-8")
    municipality.issue()
    found = row(municipality, "system:ny")
    assert (found.owner, found.waiting_for) == ("", ("",))


def test_status_as_json_has_the_shape_of_the_design(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    told = as_json(seen(municipality))
    assert set(told) == {"campaign", "due", "issued", "answered", "subjects"}
    assert (told["campaign"], told["due"]) == ("2026", "2026-10-01")
    assert (told["issued"], told["answered"]) == (7, 1)
    arkiv = next(s for s in told["subjects"] if s["id"] == "arkiv")
    assert arkiv == {
        "kind": "system",
        "id": "arkiv",
        "name": "Arkiv",
        "owner": "Anna Holm",
        "questions": 3,
        "answered": 3,
        "recorded_on": "2026-09-20",
    }
    backup = next(s for s in told["subjects"] if s["id"] == "backup")
    assert backup["recorded_on"] is None
    kinds = [subject["kind"] for subject in told["subjects"]]
    assert kinds == ["system"] * 3 + ["owner"] * 2 + ["organisation", "employees"]
