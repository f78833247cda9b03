"""The mails to directors: who in their department misses something."""

from datetime import timedelta

from tests.steps.mailing.mails import DUE, Mails

DAY = timedelta(days=1)


def directed(mails: Mails) -> None:
    """Cecilie directs Sundhed, of which Hjemmepleje is a part; nobody directs Teknik."""
    place = mails.place
    units = (
        '  - {id: sundhed, name: "Sundhed", director: p03}\n'
        '  - {id: hjemmepleje, name: "Hjemmepleje", parent: sundhed, director: p01}\n'
    )
    place.edit("inventory/people.yaml", '  - {id: sundhed, name: "Sundhed"}\n', units)
    place.edit(
        "inventory/people.yaml", "department: sundhed", "department: hjemmepleje"
    )
    cecilie = '"cecilie@proeve.example"'
    place.edit("inventory/people.yaml", cecilie, f"{cecilie}, department: sundhed")


def test_a_director_gets_the_list_of_the_department_after_the_reminders(
    mails: Mails,
) -> None:
    directed(mails)
    said = mails.run("remind", "--escalate", on=DUE + 5 * DAY)
    drafts = mails.new()
    assert set(drafts) == {"Anna Holm", "Bo Lind", "Cecilie Vang", "Cecilie Vang 2"}
    director = drafts["Cecilie Vang"]
    assert director.subject.startswith("Sundhed mangler svar: ")
    assert (
        "1 person i Sundhed har den 6. oktober 2026 endnu ikke svaret" in director.text
    )
    assert director.items == [
        "Anna Holm: 7 spørgsmål (Omsorg & Pleje, Arkiv og egne pligter), "
        "5 dage over fristen"
    ]
    assert director.attached == {}
    assert "ingen direktør er udpeget for: Bo Lind\n" in said.err


def test_without_escalate_no_director_gets_a_list(mails: Mails) -> None:
    directed(mails)
    drafts = mails.written("remind", on=DUE)
    assert set(drafts) == {"Anna Holm", "Bo Lind", "Cecilie Vang"}


def test_a_director_is_not_told_twice_within_three_days(mails: Mails) -> None:
    directed(mails)
    assert len(mails.written("remind", "--escalate", on=DUE)) == 4
    assert mails.written("remind", "--escalate", on=DUE) == {}
    assert len(mails.written("remind", "--escalate", on=DUE + 4 * DAY)) == 4


def test_a_department_that_has_answered_is_not_in_the_list(mails: Mails) -> None:
    directed(mails)
    place = mails.place
    forms = ("system-omsorg", "system-arkiv", "owner-p01")
    place.record(*(place.answer("p01", form) for form in forms))
    drafts = mails.written("remind", "--escalate", on=DUE)
    assert set(drafts) == {"Bo Lind", "Cecilie Vang"}
