"""The end of a campaign, and more time for somebody."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from secaudit.gaps import Picture
from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.campaigns.close import close
from secaudit.steps.follow_up.decide import DecisionTold
from secaudit.steps.issuing import plan, small_forms
from secaudit.steps.looking.gaps import as_json
from tests.municipality import ANSWERED, OPENED, Municipality, acting

DUE = date(2026, 10, 1)
NEXT_YEAR = date(2027, 3, 1)
CHANGES: dict[str, Callable[[Municipality], object]] = {
    "issue": lambda m: m.issue(NEXT_YEAR),
    "issue --again": lambda m: m.issue(NEXT_YEAR, plan.reissue("arkiv")),
    "issue --returned": lambda m: m.issue(NEXT_YEAR, small_forms.returned),
    "withdraw": lambda m: m.withdraw("arkiv", on=NEXT_YEAR),
    "transfer": lambda m: m.transfer("p01", "p03", on=NEXT_YEAR),
    "extend": lambda m: m.extend("p01", date(2027, 4, 1), NEXT_YEAR),
    "review": lambda m: m.review(Verdict("arkiv", "T.1", "agreed"), on=NEXT_YEAR),
    "close": lambda m: m.close(NEXT_YEAR),
}


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """One system has been answered."""
    municipality.record(municipality.answer("p01", "system-arkiv"))
    return municipality


def test_closing_tells_how_the_campaign_stands_on_its_last_day(
    answered: Municipality,
) -> None:
    closed = answered.close(DUE)
    assert closed == answered.picture(on=DUE)
    assert (closed.campaign.closed_on, closed.on) == (DUE, DUE)
    assert closed.campaign.closed_in == answered.register.head().sequence
    assert len(closed.open_gaps()) == 12


def test_who_closed_it_stands_in_the_text_that_can_be_deleted(
    answered: Municipality,
) -> None:
    answered.close()
    event = answered.register.events()[-1]
    assert event.payload == {"on": "2026-09-20"}
    assert event.personal == {"by": "Officer"}


def test_a_campaign_can_be_closed_on_the_day_it_was_opened(
    answered: Municipality,
) -> None:
    assert answered.close(OPENED).on == OPENED


def test_a_campaign_cannot_be_closed_before_it_was_opened(
    answered: Municipality,
) -> None:
    with answered.refuses("2026-09-01", "åbnet", error=WrongUsage):
        answered.close(OPENED - timedelta(days=1))


def test_a_campaign_is_closed_once(answered: Municipality) -> None:
    answered.close()
    with answered.refuses("2026", "lukket 2026-09-20"):
        answered.close(DUE)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_closed_campaign_refuses_everything_that_changes_it(
    answered: Municipality, change: Callable[[Municipality], object]
) -> None:
    answered.review(Verdict("arkiv", "T.1", "returned", reason="Hvornår?"))
    answered.close()
    inventory = answered.read("inventory/systems.yaml")
    with answered.refuses("lukket 2026-09-20"):
        change(answered)
    assert answered.read("inventory/systems.yaml") == inventory


def test_a_closed_campaign_is_judged_by_its_last_day_whenever_it_is_looked_at(
    answered: Municipality,
) -> None:
    answered.close(DUE)
    then = as_json(answered.picture(on=DUE))
    assert as_json(answered.picture(on=date(2028, 1, 1))) == then


def test_nothing_that_happens_afterwards_changes_the_figures_of_a_closed_campaign(
    answered: Municipality,
) -> None:
    missing = {"T.1": {"status": "ikke opfyldt", "comment": "Nej"}}
    answered.record(answered.answer("p02", "system-backup", missing))
    before = as_json(answered.close(DUE))
    answered.record(
        answered.answer("p01", "system-omsorg", on=NEXT_YEAR), on=NEXT_YEAR, late=True
    )
    answered.issue(NEXT_YEAR, small_forms.due(date(2027, 4, 1)))
    answered.act(
        Change(what="Prøv", covers=("backup/T.1",), due=NEXT_YEAR), on=NEXT_YEAR
    )
    answered.write("profile.yaml", "acceptance: {business-critical: Chefen}\n")
    answered.decide(
        DecisionTold(
            "Må vente", "Chefen", NEXT_YEAR, accepts=("backup/T.1",), until=NEXT_YEAR
        ),
        on=NEXT_YEAR,
    )
    after = as_json(answered.picture(on=NEXT_YEAR))
    assert after["figures"] == before["figures"]
    told = ("subject", "control", "status", "class", "accepted_until")
    assert [[gap[name] for name in told] for gap in after["gaps"]] == [
        [gap[name] for name in told] for gap in before["gaps"]
    ]


def test_an_earlier_campaign_can_be_closed_once_another_is_open(
    answered: Municipality,
) -> None:
    assert answered.open("2027", date(2027, 9, 1)).unclosed
    closed = answered.close(DUE, campaign="2026")
    assert closed.campaign.id == "2026"
    assert answered.campaign("2027").closed_on is None


def test_an_unknown_campaign_is_refused_with_a_guess(answered: Municipality) -> None:
    with answered.refuses("2025", "mente du '2026'", error=WrongUsage):
        answered.close(campaign="2025")


# More time


def test_somebody_can_be_given_more_time_and_nobody_else_is(
    municipality: Municipality,
) -> None:
    given = municipality.extend("p01", date(2026, 10, 15))
    assert (given.name, given.until) == ("Anna Holm", date(2026, 10, 15))
    campaign = municipality.campaign()
    deadlines = {i.form.person: campaign.deadline(i) for i in campaign.current()}
    assert deadlines == {"p01": date(2026, 10, 15), "p02": DUE, "p03": DUE}


def test_the_latest_word_on_a_deadline_counts(municipality: Municipality) -> None:
    municipality.extend("p01", date(2026, 10, 15))
    municipality.extend("p01", date(2026, 10, 8))
    assert municipality.campaign().extended == {"p01": date(2026, 10, 8)}


def test_more_time_does_not_shorten_what_a_form_was_given(
    municipality: Municipality,
) -> None:
    municipality.edit(
        "inventory/systems.yaml",
        "systems:\n",
        "systems:\n  - {id: ny, name: Ny, owner: p01}\n",
    )
    municipality.issue(answer_by=date(2026, 11, 1))
    municipality.extend("p01", date(2026, 10, 15))
    campaign = municipality.campaign()
    assert {i.subject.id: campaign.deadline(i) for i in campaign.current()}[
        "ny"
    ] == date(2026, 11, 1)


def test_more_time_may_end_today(municipality: Municipality) -> None:
    late = date(2026, 10, 5)
    assert municipality.extend("p01", late, on=late).until == late


@pytest.mark.parametrize(
    ("person", "until", "on", "error", "words"),
    [
        (
            "p01",
            date(2026, 10, 4),
            date(2026, 10, 5),
            WrongUsage,
            "2026-10-04 er passeret",
        ),
        ("p01", DUE, ANSWERED, Refused, "2026-10-01 giver ikke mere tid"),
        ("p01", date(2026, 9, 25), ANSWERED, Refused, "frist 2026-10-01"),
        ("p04", date(2026, 10, 9), ANSWERED, WrongUsage, "p04"),
        ("Anna Holm", date(2026, 10, 9), ANSWERED, WrongUsage, "Anna Holm"),
    ],
)
def test_more_time_that_makes_no_sense_is_refused(
    municipality: Municipality,
    person: str,
    until: date,
    on: date,
    error: type[Refused],
    words: str,
) -> None:
    with municipality.refuses(words, error=error):
        municipality.extend(person, until, on)


def test_who_handed_everything_over_has_nothing_to_get_more_time_for(
    municipality: Municipality,
) -> None:
    municipality.transfer("p01", "p03")
    with municipality.refuses("'p01'", error=WrongUsage):
        municipality.extend("p01", date(2026, 10, 15))


def close_on(municipality: Municipality, on: date, *, early: bool = False) -> Picture:
    """Close as the command does."""
    workspace = municipality.workspace
    return close(workspace, None, acting(on), early=early)


def test_a_campaign_is_not_closed_by_mistake_while_answers_are_waited_for(
    municipality: Municipality,
) -> None:
    with municipality.refuses("2026-10-01", "--early"):
        close_on(municipality, ANSWERED)
    assert close_on(municipality, ANSWERED, early=True).campaign.closed_on == ANSWERED


def test_it_waits_for_who_was_given_time_and_not_for_who_has_answered(
    municipality: Municipality,
) -> None:
    municipality.extend("p02", date(2026, 10, 9))
    with municipality.refuses("2026-10-09"):
        close_on(municipality, date(2026, 10, 5))
    for form in ("system-omsorg", "system-backup"):
        path = municipality.form("p02", form)
        if path.exists():
            municipality.record(municipality.answer("p02", form))
    municipality.record(municipality.answer("p02", "owner-p02"))
    closed = close_on(municipality, date(2026, 10, 5))
    assert closed.campaign.closed_on == date(2026, 10, 5)


def test_a_campaign_is_closed_after_those_before_it(municipality: Municipality) -> None:
    municipality.open("2027", date(2027, 9, 1))
    with municipality.refuses("2026"):
        municipality.close(date(2027, 9, 2))
    municipality.close(date(2027, 9, 2), campaign="2026")
    assert municipality.close(date(2027, 9, 2)).campaign.id == "2027"
