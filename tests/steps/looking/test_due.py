"""What falls due when and for whom, and the small forms that ask for it in mid-year."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from secaudit.gaps import figures
from secaudit.officer.changes import Change
from secaudit.problems import WrongUsage, errors
from secaudit.steps.follow_up.decide import DecisionTold
from secaudit.steps.issuing import plan, small_forms
from secaudit.steps.looking.due import FallingDue, as_json, due
from tests.municipality import ANSWERED, Municipality

REVIEWED = date(2026, 8, 6)
"""When T.2 was reviewed last, by the answers of these tests."""
FALLS = date(2027, 2, 6)
"""Six months later."""
SPRING = date(2027, 1, 15)
SYSTEMS = "inventory/systems.yaml"
OWNER = "owner: p01\n    operations: p02"


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """Omsorg has been answered."""
    municipality.record(municipality.answer("p01", "system-omsorg"))
    return municipality


@pytest.fixture
def closed(answered: Municipality) -> Municipality:
    """Omsorg has been answered, and the campaign is closed."""
    answered.close()
    return answered


def falls(
    municipality: Municipality, until: date, on: date = ANSWERED
) -> list[tuple[str, date]]:
    return [(one.about, one.on) for one in due(municipality.workspace, None, until, on)]


def asks(
    municipality: Municipality, on: date = SPRING, until: date = FALLS
) -> list[str]:
    """The small forms that are made, as person/form."""
    forms = municipality.issue(on, small_forms.due(until)).forms
    return [f"{path.parent.name}/{path.name}" for path in forms]


# The list


def test_a_review_falls_due_on_its_last_good_day(answered: Municipality) -> None:
    [found] = due(answered.workspace, None, FALLS, ANSWERED)
    text = "Omsorg & Pleje: Prøve 2"
    assert found == FallingDue(FALLS, "review", "system:omsorg/T.2", text, "Anna Holm")


@pytest.mark.parametrize(
    ("until", "count"), [(FALLS - timedelta(days=1), 0), (FALLS, 1)]
)
def test_only_what_falls_due_by_the_day_is_listed(
    answered: Municipality, until: date, count: int
) -> None:
    assert len(falls(answered, until)) == count


@pytest.mark.parametrize(
    ("on", "overdue"), [(FALLS, False), (FALLS + timedelta(days=1), True)]
)
def test_what_falls_due_today_is_not_overdue(
    answered: Municipality, on: date, overdue: bool
) -> None:
    found = due(answered.workspace, None, FALLS, on)
    assert [one.overdue(on) for one in found] == [overdue]
    assert [told["overdue"] for told in as_json(found, on)] == [overdue]


@pytest.mark.parametrize(
    ("status", "count"), [("delvist opfyldt", 1), ("ikke opfyldt", 0)]
)
def test_what_is_not_met_has_no_review_to_repeat(
    municipality: Municipality, status: str, count: int
) -> None:
    said = {"T.2": {"status": status, "comment": "Nej", "reviewed_on": REVIEWED}}
    municipality.record(municipality.answer("p01", "system-omsorg", said))
    assert len(falls(municipality, FALLS)) == count


def test_actions_and_accepted_gaps_fall_due_too_earliest_first(
    answered: Municipality,
) -> None:
    answered.write("profile.yaml", "acceptance: {business-critical: Chefen}\n")
    missing = {"status": "ikke opfyldt", "comment": "Nej"}
    said = {"T.1": missing, "T.2": missing}
    answered.record(answered.answer("p02", "system-backup", said))
    answered.act(
        Change(
            what="Prøv", covers=("backup/T.1",), responsible="Bo", due=date(2027, 1, 1)
        ),
        Change(what="Køb", covers=("backup/T.1",), due=date(2026, 12, 1)),
    )
    until = date(2026, 12, 31)
    answered.decide(
        DecisionTold("Ja", "Chefen", ANSWERED, accepts=("backup/T.2",), until=until)
    )
    found = due(answered.workspace, None, FALLS, ANSWERED)
    assert [(one.on, one.what, one.about, one.who) for one in found] == [
        (date(2026, 12, 1), "action", "H2", ""),
        (until, "acceptance", "system:backup/T.2", "Chefen"),
        (date(2027, 1, 1), "action", "H1", "Bo"),
        (FALLS, "review", "system:omsorg/T.2", "Anna Holm"),
    ]


def test_what_is_done_falls_due_no_more(answered: Municipality) -> None:
    answered.act(Change(what="Prøv", covers=("backup/T.1",), due=date(2027, 1, 1)))
    answered.act(Change("H1", status="done", evidence="ESDH 7"))
    assert falls(answered, date(2027, 1, 31)) == []


def test_an_acceptance_that_has_passed_is_listed_until_somebody_decides_again(
    answered: Municipality,
) -> None:
    answered.write("profile.yaml", "acceptance: {business-critical: Chefen}\n")
    missing = {"status": "ikke opfyldt", "comment": "Nej"}
    said = {"T.1": missing, "T.2": missing}
    answered.record(answered.answer("p02", "system-backup", said))
    until = date(2026, 9, 30)
    answered.decide(
        DecisionTold("Ja", "Chefen", ANSWERED, accepts=("backup/T.1",), until=until)
    )
    later = date(2026, 11, 1)
    assert falls(answered, later, later) == [("system:backup/T.1", until)]
    answered.record(answered.answer("p02", "system-backup"))
    assert falls(answered, later, later) == []


def test_an_unknown_campaign_is_refused(answered: Municipality) -> None:
    with answered.refuses("2062", error=WrongUsage):
        due(answered.workspace, "2062", FALLS, ANSWERED)


# The small form


def test_a_small_form_asks_only_for_what_falls_due(closed: Municipality) -> None:
    issued = closed.issue(SPRING, small_forms.due(FALLS))
    [form] = issued.forms
    assert form == closed.form("p01", "system-omsorg-due-1")
    assert issued.questions == 1
    text = form.read_text(encoding="utf-8")
    assert "\n  T.2:" in text
    assert "\n  T.1:" not in text
    assert "Senest besvaret 20. september 2026: opfyldt." in text
    assert "Svar senest 29. januar 2027." in text


def test_nothing_is_asked_of_what_falls_due_later(closed: Municipality) -> None:
    assert asks(closed, until=FALLS - timedelta(days=1)) == []


def test_a_small_form_is_made_once_until_it_is_answered(closed: Municipality) -> None:
    assert asks(closed) == ["p01/system-omsorg-due-1.yaml"]
    assert asks(closed, SPRING + timedelta(days=30)) == []


def test_a_small_form_of_a_closed_campaign_is_recorded_without_late_and_counts_apart(
    closed: Municipality,
) -> None:
    before = figures(closed.picture(on=SPRING).own)
    asks(closed)
    path = closed.answer("p01", "system-omsorg-due-1", on=SPRING)
    assert errors(closed.record(path, on=SPRING).problems) == ()
    campaign = closed.campaign()
    assert campaign.after["system:omsorg", "T.2"].answered_on == SPRING
    assert campaign.words["system:omsorg", "T.2"].answered_on == ANSWERED
    assert figures(closed.picture(on=SPRING).own) == before


def test_a_small_form_is_answered_or_refused(closed: Municipality) -> None:
    asks(closed)
    empty = closed.answer("p01", "system-omsorg-due-1", on=SPRING, only=True)
    [problem] = errors(closed.record(empty, on=SPRING).problems)
    assert problem.code == "unanswered"


def test_the_latest_review_moves_the_day_on(closed: Municipality) -> None:
    asks(closed)
    closed.record(closed.answer("p01", "system-omsorg-due-1", on=SPRING), on=SPRING)
    reviewed = SPRING - timedelta(days=45)
    assert reviewed == date(2026, 12, 1)
    assert falls(closed, date(2027, 12, 31)) == [
        ("system:omsorg/T.2", date(2027, 6, 1))
    ]
    summer = date(2027, 5, 20)
    assert asks(closed, summer, date(2027, 6, 1)) == ["p01/system-omsorg-due-2.yaml"]


def test_in_an_open_campaign_the_answer_in_a_small_form_is_the_latest_word(
    answered: Municipality,
) -> None:
    assert asks(answered) == ["p01/system-omsorg-due-1.yaml"]
    path = answered.answer("p01", "system-omsorg-due-1", on=SPRING)
    assert errors(answered.record(path, on=SPRING).problems) == ()
    word = answered.campaign().words["system:omsorg", "T.2"]
    assert (word.answered_on, answered.campaign().after) == (SPRING, {})
    assert answered.campaign().words["system:omsorg", "T.1"].answered_on == ANSWERED


def test_a_form_that_was_issued_again_and_stands_answered_asks_for_no_review(
    answered: Municipality,
) -> None:
    answered.edit(SYSTEMS, "hosting: supplier", "hosting: hybrid")
    again = answered.issue(planner=plan.reissue("omsorg"))
    assert len(again.unsent) == 1
    assert asks(answered) == ["p01/system-omsorg-due-1.yaml"]


def test_what_was_handed_over_falls_due_for_who_has_it(answered: Municipality) -> None:
    answered.transfer("p01", "p03", "omsorg")
    [found] = due(answered.workspace, None, FALLS, ANSWERED)
    assert found.who == "Cecilie Vang"
    assert asks(answered) == ["p03/system-omsorg-due-1.yaml"]


def test_a_new_owner_is_asked_for_what_the_former_did_not_send(
    closed: Municipality,
) -> None:
    asks(closed)
    old = closed.answer("p01", "system-omsorg-due-1", on=SPRING)
    closed.edit(SYSTEMS, OWNER, "owner: p03\n    operations: p02")
    assert asks(closed) == ["p03/system-omsorg-due-1.yaml"]
    [problem] = errors(closed.record(old, on=SPRING).problems)
    assert problem.code == "moved-form"
    assert "Cecilie Vang" in problem.message


def technical(municipality: Municipality) -> None:
    """T.2 is for operations, and Bo answers it."""
    question = "      core: true\n"
    municipality.edit(
        "test-catalogue/T.yaml", question, f"{question}      answered_by: operations\n"
    )
    municipality.open("2027", date(2026, 9, 2))
    municipality.issue(date(2026, 9, 2))
    municipality.record(municipality.answer("p02", "system-omsorg", campaign="2027"))


def test_what_operations_answered_is_asked_of_operations(
    municipality: Municipality,
) -> None:
    technical(municipality)
    assert asks(municipality) == ["p02/system-omsorg-due-1.yaml"]


def test_where_nobody_does_operations_any_more_the_owner_is_asked(
    municipality: Municipality,
) -> None:
    technical(municipality)
    municipality.edit(SYSTEMS, "    operations: p02\n", "")
    assert asks(municipality) == ["p01/system-omsorg-due-1.yaml"]


def test_nobody_is_asked_of_a_system_that_is_not_in_use_any_more(
    closed: Municipality,
) -> None:
    closed.edit(
        SYSTEMS, "hosting: supplier", "hosting: supplier\n    lifecycle: retired"
    )
    assert asks(closed) == []


def test_nobody_is_asked_of_a_system_without_an_owner(closed: Municipality) -> None:
    closed.edit(SYSTEMS, OWNER, "owner: ejer mangler")
    assert asks(closed) == []


# When the next campaign is open


def test_once_the_next_campaign_is_issued_its_own_forms_ask(
    closed: Municipality,
) -> None:
    closed.open("2027", SPRING)
    closed.issue(SPRING)
    assert falls(closed, FALLS, SPRING) == [("system:omsorg/T.2", FALLS)]
    assert asks(closed) == []


def test_what_the_next_campaign_was_not_answered_on_is_asked_once_it_is_closed(
    closed: Municipality,
) -> None:
    closed.open("2027", SPRING)
    closed.issue(SPRING)
    closed.close(date(2027, 2, 1))
    assert asks(closed, date(2027, 2, 2)) == ["p01/system-omsorg-due-1.yaml"]


def test_a_small_form_of_the_year_before_is_recorded_in_its_own_campaign(
    closed: Municipality,
) -> None:
    asks(closed)
    closed.open("2027", SPRING)
    closed.issue(SPRING)
    path = closed.answer("p01", "system-omsorg-due-1", on=SPRING)
    [problem] = errors(closed.record(path, on=SPRING).problems)
    assert problem.code == "other-campaign"
    assert errors(closed.record(path, on=SPRING, campaign="2026").problems) == ()
    assert falls(closed, date(2027, 12, 31)) == [
        ("system:omsorg/T.2", date(2027, 6, 1))
    ]


def test_a_small_form_is_no_part_of_the_campaigns_figures(closed: Municipality) -> None:
    before = closed.picture(on=SPRING)
    asks(closed)
    assert closed.picture(on=SPRING).items == before.items
    assert len(closed.campaign().current()) == len(before.campaign.current())


def test_if_a_small_form_cannot_be_written_nothing_is_issued(
    closed: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _bytes: "new")
    taken: Path = closed.form("p01", "system-omsorg-due-1.yaml").with_suffix(".new")
    taken.mkdir()
    with closed.refuses("intet er udsendt"):
        asks(closed)
