"""Status by person: how each of them is reached, what they were issued, when they were mailed."""

from datetime import date

import pytest

from secaudit.questionnaire import minutes_of
from secaudit.steps.progress.contact import Contact, Sent
from secaudit.steps.progress.contacts import status_with_contacts
from secaudit.steps.progress.status import as_json, status, without_names
from tests.mails import mailed
from tests.municipality import ANSWERED, Municipality

PEOPLE = "inventory/people.yaml"
FIRST, SECOND = date(2026, 9, 2), date(2026, 9, 25)


def contact(municipality: Municipality, person: str = "p01") -> Contact:
    """How somebody is reached."""
    found = status_with_contacts(municipality.workspace, None, ANSWERED)
    return found.contacts[person]


def test_a_person_has_the_name_and_address_of_people_yaml_today(
    municipality: Municipality,
) -> None:
    municipality.edit(PEOPLE, "Anna Holm", "Anna Berg")
    municipality.edit(PEOPLE, "anna@proeve", "berg@proeve")
    found = contact(municipality)
    assert (found.name, found.email) == ("Anna Berg", "berg@proeve.example")


@pytest.mark.parametrize("text", ["people: [", "people: []\n", None])
def test_where_people_yaml_does_not_tell_it_is_as_the_form_was_issued(
    municipality: Municipality, text: str | None
) -> None:
    if text is None:
        (municipality.folder / PEOPLE).unlink()
    else:
        municipality.write(PEOPLE, text)
    found = contact(municipality)
    assert (found.name, found.email) == ("Anna Holm", "anna@proeve.example")


def test_forms_and_minutes_are_those_that_were_issued_answered_or_not(
    municipality: Municipality,
) -> None:
    forms = [i.form for i in municipality.campaign().issues if i.form.person == "p01"]
    minutes = sum(minutes_of(form, "da") for form in forms)
    assert len(forms) == 3
    for _before_and_after in range(2):
        found = contact(municipality)
        assert (found.forms, found.minutes) == (3, minutes)
        municipality.record(municipality.answer("p01", "system-arkiv"))


@pytest.mark.parametrize(
    ("share", "folder"),
    [
        (None, "campaigns/2026/issued/p01"),
        (r"\\fil01\itsik", r"\\fil01\itsik\campaigns\2026\issued\p01"),
        ("https://net/it/", "https://net/it/campaigns/2026/issued/p01/svar.html"),
    ],
)
def test_the_folder_is_a_path_below_the_workspace_or_a_link(
    municipality: Municipality, share: str | None, folder: str
) -> None:
    if share:
        text = municipality.read("secaudit.yaml")
        municipality.write("secaudit.yaml", f"{text}mail: {{share: '{share}'}}\n")
    assert contact(municipality).folder == folder


def test_nobody_was_mailed_before_a_mail_was_written(
    municipality: Municipality,
) -> None:
    found = contact(municipality)
    assert (found.sent, found.reminded) == (None, None)


def test_the_latest_reminder_is_told_and_on_how_many_days_there_were_some(
    municipality: Municipality,
) -> None:
    mailed(municipality, "p01", on=FIRST)
    mailed(municipality, "p02", on=SECOND)
    mailed(municipality, "p01", "reminder", ANSWERED, stage="before")
    for deputy in ("p02", "p03"):
        mailed(municipality, "p01", "reminder", SECOND, stage="before", to=deputy)
    found = contact(municipality)
    assert (found.sent, found.reminded) == (Sent(FIRST), Sent(SECOND, times=2))


@pytest.mark.parametrize("outcome", ["doubtful", None])
def test_a_draft_and_a_mail_that_may_not_have_come_are_told_as_such(
    municipality: Municipality, outcome: str | None
) -> None:
    mailed(municipality, "p01", way="draft")
    mailed(municipality, "p01", "reminder", SECOND, outcome, stage="before")
    found = contact(municipality)
    assert found.sent == Sent(ANSWERED, draft=True)
    assert found.reminded == Sent(SECOND, doubtful=True)


def test_a_mail_that_the_server_did_not_take_was_not_sent(
    municipality: Municipality,
) -> None:
    mailed(municipality, "p01", outcome="refused")
    assert contact(municipality).sent is None


def test_a_list_to_a_director_and_a_receipt_are_no_reminder(
    municipality: Municipality,
) -> None:
    mailed(municipality, "p01", "director")
    mailed(municipality, "p01", "receipt")
    mailed(municipality, "p99", "director")
    found = status_with_contacts(municipality.workspace, None, ANSWERED)
    assert set(found.contacts) == {"p01", "p02", "p03"}
    assert (found.contacts["p01"].sent, found.contacts["p01"].reminded) == (None, None)


def test_what_nobody_is_named_to_answer_has_forms_and_no_address(
    municipality: Municipality,
) -> None:
    text = municipality.read("inventory/systems.yaml")
    entry = '  - {id: ny, name: "Ny", owner: "ejer mangler"}\n'
    municipality.write("inventory/systems.yaml", text + entry)
    municipality.issue()
    found = contact(municipality, "")
    assert (found.forms, found.name, found.email, found.folder) == (1, "", "", "")


def test_json_tells_of_each_person_how_they_are_reached(
    municipality: Municipality,
) -> None:
    mailed(municipality, "p01", way="draft")
    found = status_with_contacts(municipality.workspace, None, ANSWERED)
    told = next(p for p in as_json(found)["people"] if p["id"] == "p01")
    assert (told["name"], told["email"]) == ("Anna Holm", "anna@proeve.example")
    assert told["folder"] == "campaigns/2026/issued/p01"
    assert (told["forms"], told["questions"], told["missing"]) == (3, 7, 7)
    assert told["sent"] == {
        "on": "2026-09-20",
        "draft": True,
        "doubtful": False,
        "times": 1,
    }
    assert told["reminded"] is None


def test_the_figures_are_those_of_the_status_without_them(
    municipality: Municipality,
) -> None:
    with_them = status_with_contacts(municipality.workspace, None, ANSWERED)
    plain = status(municipality.workspace, None, ANSWERED)
    assert plain.contacts == {}
    assert (plain.rows, plain.people) == (with_them.rows, with_them.people)


def test_where_nobody_is_named_nobody_can_be_reached(
    municipality: Municipality,
) -> None:
    found = status_with_contacts(municipality.workspace, None, ANSWERED)
    assert without_names(found).contacts == {}
