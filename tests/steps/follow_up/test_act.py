"""Actions: what will be done about gaps, by whom, until when; followed from year to year."""

from datetime import date
from typing import Any

import pytest

from secaudit.assessment import ProposedAction
from secaudit.campaign import Action, Move
from secaudit.gaps import Gap
from secaudit.officer.changes import Change
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.follow_up.act import (
    actions,
    adopt,
    as_json,
    proposal_as_json,
    proposals,
)
from secaudit.steps.issuing import plan
from tests.municipality import ANSWERED, OPENED, Municipality

LATER = date(2026, 11, 1)
DUE = date(2026, 12, 1)
SYSTEMS = "inventory/systems.yaml"
RENAMED = ("{id: arkiv,", "{id: esdh, formerly: arkiv,")
PROPOSED: dict[str, Any] = {
    "status": "delvist opfyldt",
    "comment": "Kun for én afdeling",
    "action": {
        "what": "Gennemgå resten",
        "responsible": "Bo Lind",
        "due": "2026-11-15",
        "hours": 20,
        "cost": 15000,
    },
}


def add(*covers: str, due: date | None = DUE, **more: Any) -> Change:
    """A new action about gaps."""
    return Change(
        what=more.pop("what", "Prøv en genskabelse"), covers=covers, due=due, **more
    )


def gap(municipality: Municipality, key: str, campaign: str = "2026") -> Gap:
    """The gap of a subject in T.1."""
    found = municipality.picture(campaign)
    every = (*found.gaps, *found.inherited)
    return next(one for one in every if one.key == (key, "T.1"))


@pytest.fixture
def acting(municipality: Municipality) -> Municipality:
    """H1 is to close a gap of the archive."""
    municipality.act(add("arkiv/T.1", responsible="Bo Lind", hours=8, cost=0))
    return municipality


def only(municipality: Municipality) -> Action:
    [action] = actions(municipality.workspace)
    return action


# A new action


def test_an_action_holds_what_was_said_of_it(acting: Municipality) -> None:
    assert only(acting) == Action(
        "H1",
        "2026",
        ANSWERED,
        DUE,
        DUE,
        (("system:arkiv", "T.1"),),
        "Prøv en genskabelse",
        "Bo Lind",
        8,
        0,
        sequence=acting.register.head().sequence,
    )


def test_what_names_people_lies_in_the_text_that_can_be_deleted(
    acting: Municipality,
) -> None:
    event = acting.register.events()[-1]
    assert event.personal == {
        "what": "Prøv en genskabelse",
        "responsible": "Bo Lind",
        "by": "Officer",
    }
    assert event.payload == {
        "action": "H1",
        "on": "2026-09-20",
        "due": "2026-12-01",
        "covers": [{"subject": "system:arkiv", "control": "T.1"}],
        "hours": 8,
        "cost": 0,
    }


def test_an_action_is_told_to_programs_with_all_that_is_known_of_it(
    acting: Municipality,
) -> None:
    acting.act(Change("H1", due=LATER, reason="Leverandøren"))
    told = as_json(only(acting), date(2026, 11, 2))
    assert told == {
        "id": "H1",
        "what": "Prøv en genskabelse",
        "status": "planned",
        "overdue": True,
        "responsible": "Bo Lind",
        "covers": [{"subject": "system:arkiv", "control": "T.1"}],
        "original_due": "2026-12-01",
        "due": "2026-11-01",
        "moves": [{"on": "2026-09-20", "was": "2026-12-01", "reason": "Leverandøren"}],
        "hours": 8,
        "cost": 0,
        "ended_on": None,
        "evidence": "",
        "campaign": "2026",
    }
    [done] = acting.act(Change("H1", status="done", evidence="ESDH 2026-7"))
    told |= {"status": "done", "overdue": False, "evidence": "ESDH 2026-7"}
    assert as_json(done, date(2026, 11, 2)) == told | {"ended_on": "2026-09-20"}


def test_an_action_is_no_event_of_any_one_system(acting: Municipality) -> None:
    acting.act(Change("H1", hours=12))
    added, changed = acting.register.events()[-2:]
    assert {(event.kind, event.subject) for event in (added, changed)} == {
        ("action", "")
    }
    assert changed.personal == {"by": "Officer"}
    assert changed.payload == {"action": "H1", "on": "2026-09-20", "hours": 12}


def test_actions_are_numbered_within_the_organisation(acting: Municipality) -> None:
    added = acting.act(add("backup/T.1"), add("backup/T.2"))
    assert [action.id for action in added] == ["H2", "H3"]
    acting.open("2027", date(2027, 9, 1))
    acting.issue(date(2027, 9, 1))
    later = acting.act(add("backup/T.1", due=date(2028, 1, 1)), on=date(2027, 9, 2))
    assert [(action.id, action.campaign) for action in later] == [("H4", "2027")]


def test_one_action_may_cover_a_control_wherever_it_is_a_gap(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    [action] = municipality.act(add("T.1", "backup/T.2", "system:backup/T.1"))
    assert set(action.covers) == {
        ("system:omsorg", "T.1"),
        ("system:backup", "T.1"),
        ("owner:p01", "T.1"),
        ("owner:p02", "T.1"),
        ("system:backup", "T.2"),
    }
    assert len(action.covers) == 5


def test_a_gap_knows_what_will_be_done_about_it(acting: Municipality) -> None:
    assert [a.id for a in gap(acting, "system:arkiv").actions] == ["H1"]
    assert gap(acting, "system:backup").actions == ()
    acting.act(Change("H1", status="dropped", reason="For dyrt"))
    assert gap(acting, "system:arkiv").actions == ()


def test_an_action_may_be_due_today(municipality: Municipality) -> None:
    [action] = municipality.act(add("arkiv/T.1", due=ANSWERED))
    assert not action.overdue(ANSWERED)
    assert action.overdue(date(2026, 9, 21))


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (add("akriv/T.1"), WrongUsage, "mente du 'arkiv'"),
        (add("arkiv/T.6"), Refused, "T.6 for system:arkiv er ikke et gab"),
        (add("arkiv/T.11"), Refused, "mente du 'T.1'"),
        (add("T.9"), Refused, "T.9 har ingen gab"),
        (add("arkiv/"), Refused, "system:arkiv"),
        (add("/T.1"), WrongUsage, "''"),
        (add("proevekommune/T.4"), WrongUsage, "kan være flere"),
        (add(), WrongUsage, "--covers"),
        (add("arkiv/T.1", due=None), WrongUsage, "--due"),
        (
            add("arkiv/T.1", due=date(2026, 9, 19)),
            WrongUsage,
            "fristen 2026-09-19 er passeret",
        ),
        (add("arkiv/T.1", what=""), WrongUsage, "handlingen er tom: skriv en tekst"),
        (add("arkiv/T.1", what="a" * 4001), WrongUsage, "4000"),
        (add("arkiv/T.1", what="a\x07b"), WrongUsage, "handlingen"),
        (add("arkiv/T.1", responsible=" "), WrongUsage, "--responsible"),
        (add("arkiv/T.1", responsible="a" * 4001), WrongUsage, "--responsible"),
        (add("arkiv/T.1", hours=-1), WrongUsage, "--hours"),
        (add("arkiv/T.1", cost=-1), WrongUsage, "--cost"),
    ],
)
def test_an_action_that_makes_no_sense_is_refused(
    municipality: Municipality, change: Change, error: type[Refused], words: str
) -> None:
    with municipality.refuses(words, error=error):
        municipality.act(change)


def test_what_is_met_is_no_gap_to_act_on(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    with municipality.refuses("T.1 for system:arkiv er ikke et gab"):
        municipality.act(add("arkiv/T.1"))


def test_if_one_of_several_cannot_be_none_is_recorded(
    municipality: Municipality,
) -> None:
    with municipality.refuses("T.9"):
        municipality.act(add("arkiv/T.1"), add("T.9"))
    assert actions(municipality.workspace) == ()


# Changed, moved, done


def test_what_is_not_said_of_an_action_stays(acting: Municipality) -> None:
    [changed] = acting.act(Change("H1", hours=12), on=LATER)
    before = only(acting)
    assert changed == before
    assert (changed.hours, changed.cost, changed.what) == (12, 0, "Prøv en genskabelse")
    assert (changed.due, changed.moves, changed.responsible) == (DUE, (), "Bo Lind")


def test_the_id_of_an_action_is_read_in_either_case(acting: Municipality) -> None:
    [changed] = acting.act(Change(" h1 ", what="Prøv to"))
    assert (changed.id, changed.what) == ("H1", "Prøv to")


def test_a_moved_action_keeps_its_first_date_and_tells_why(
    acting: Municipality,
) -> None:
    first, second = date(2027, 1, 15), date(2027, 2, 1)
    acting.act(Change("H1", due=first, reason="Leverandøren"), on=LATER)
    [moved] = acting.act(Change("H1", due=second, reason="Ferie"), on=date(2027, 1, 10))
    assert (moved.original_due, moved.due) == (DUE, second)
    assert moved.moves == (
        Move(LATER, DUE, first, "Leverandøren"),
        Move(date(2027, 1, 10), first, second, "Ferie"),
    )


def test_an_overdue_action_is_found_so_and_can_be_moved(acting: Municipality) -> None:
    late = date(2026, 12, 2)
    assert only(acting).overdue(late)
    [moved] = acting.act(Change("H1", due=late, reason="Sygdom"), on=late)
    assert not moved.overdue(late)


def test_done_says_when_and_where_it_can_be_seen(acting: Municipality) -> None:
    [done] = acting.act(Change("H1", status="done", evidence="ESDH 2026-7"), on=LATER)
    assert (done.status, done.ended_on, done.evidence) == ("done", LATER, "ESDH 2026-7")
    assert not done.open
    assert not done.overdue(date(2030, 1, 1))


def test_an_action_that_is_done_closes_no_gap_only_an_answer_does(
    acting: Municipality,
) -> None:
    acting.act(Change("H1", status="done", evidence="ESDH 2026-7"))
    assert [a.status for a in gap(acting, "system:arkiv").actions] == ["done"]


def test_what_was_done_can_be_taken_up_again_with_a_reason(
    acting: Municipality,
) -> None:
    acting.act(Change("H1", status="done", evidence="ESDH 2026-7"))
    with acting.refuses("--reason", error=WrongUsage):
        acting.act(Change("H1", status="started"))
    [again] = acting.act(
        Change("H1", status="started", reason="Prøven var ikke god nok")
    )
    assert (again.status, again.ended_on, again.open) == ("started", None, True)


def test_more_gaps_may_be_covered_and_none_is_lost_or_told_twice(
    acting: Municipality,
) -> None:
    [wider] = acting.act(Change("H1", covers=("backup/T.1", "arkiv/T.1")))
    assert wider.covers == (("system:arkiv", "T.1"), ("system:backup", "T.1"))


def test_an_action_covers_still_what_is_no_gap_any_more(acting: Municipality) -> None:
    acting.record(acting.answer("p01", "system-arkiv"))
    [wider] = acting.act(Change("H1", covers=("backup/T.1",)))
    assert wider.covers == (("system:arkiv", "T.1"), ("system:backup", "T.1"))


DONE = Change("H1", status="done", evidence="ESDH 2026-7")
DROPPED = Change("H1", status="dropped", reason="For dyrt")


@pytest.mark.parametrize(
    ("before", "change", "error", "words"),
    [
        ((), Change("H2", hours=1), WrongUsage, "mente du 'H1'"),
        ((), Change("", hours=1), WrongUsage, "''"),
        ((), Change("H1"), WrongUsage, "H1"),
        ((), Change("H1", reason="Fordi"), WrongUsage, "H1"),
        ((), Change("H1", what=""), WrongUsage, "--what"),
        ((), Change("H1", evidence=" "), WrongUsage, "--evidence"),
        ((), Change("H1", hours=1, reason="a" * 4001), WrongUsage, "--reason"),
        ((), Change("H1", responsible=" "), WrongUsage, "--responsible"),
        ((), Change("H1", covers=("arkiv/T.9",)), Refused, "T.9"),
        (
            (),
            Change("H1", due=DUE, reason="Fordi"),
            Refused,
            "allerede frist 2026-12-01",
        ),
        (
            (),
            Change("H1", due=date(2026, 9, 19), reason="x"),
            WrongUsage,
            "er passeret",
        ),
        ((), Change("H1", due=LATER), WrongUsage, "--reason"),
        ((), Change("H1", due=LATER, reason=" "), WrongUsage, "--reason"),
        ((DONE,), Change("H1", due=LATER, reason="x"), Refused, "H1 er ikke åben"),
        ((DROPPED,), Change("H1", due=LATER, reason="x"), Refused, "H1 er ikke åben"),
        ((), Change("H1", status="done"), WrongUsage, "--evidence"),
        ((), Change("H1", status="done", evidence=" "), WrongUsage, "--evidence"),
        ((), Change("H1", status="dropped"), WrongUsage, "--reason"),
        (
            (),
            Change("H1", status="planned"),
            Refused,
            "H1 står allerede som 'ikke startet'",
        ),
        ((DONE,), DONE, Refused, "H1 står allerede som 'udført'"),
        ((), Change("H1", status="overdue"), WrongUsage, "'overdue'"),
        ((), Change("H1", status=""), WrongUsage, "''"),
        ((), Change("H1", status="færdig"), WrongUsage, "'færdig'"),
        ((), Change("H1", hours=-1), WrongUsage, "--hours"),
        ((), Change("H1", hours=1, seen=1), Refused, "H1 er ændret"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(
    acting: Municipality,
    before: tuple[Change, ...],
    change: Change,
    error: type[Refused],
    words: str,
) -> None:
    for earlier in before:
        acting.act(earlier)
    with acting.refuses(words, error=error):
        acting.act(change)


def test_a_change_to_what_nobody_has_changed_since_is_taken(
    acting: Municipality,
) -> None:
    seen = only(acting).sequence
    [changed] = acting.act(Change("H1", hours=3, seen=seen))
    assert changed.hours == 3
    with acting.refuses("H1"):
        acting.act(Change("H1", hours=4, seen=seen))


# What answers propose


def test_an_answer_only_proposes_until_the_officer_adopts_it(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv", {"T.1": PROPOSED}))
    assert actions(municipality.workspace) == ()
    [proposal] = proposals(municipality.workspace, None, ANSWERED)
    assert proposal.gap.key == ("system:arkiv", "T.1")
    assert proposal_as_json(proposal) == {
        "subject": "system:arkiv",
        "control": "T.1",
        "class": "C",
        "what": "Gennemgå resten",
        "responsible": "Bo Lind",
        "due": "2026-11-15",
        "hours": 20,
        "cost": 15000,
    }
    assert proposal.action == ProposedAction(
        "Gennemgå resten", "Bo Lind", date(2026, 11, 15), 20, 15000
    )


def test_what_is_adopted_is_filled_in_from_the_answer(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv", {"T.1": PROPOSED}))
    change = adopt(municipality.workspace, "arkiv/T.1", Change(cost=0), ANSWERED)
    [action] = municipality.act(change)
    assert (action.what, action.responsible) == ("Gennemgå resten", "Bo Lind")
    assert (action.due, action.hours, action.cost) == (date(2026, 11, 15), 20, 0)
    assert action.covers == (("system:arkiv", "T.1"),)
    assert proposals(municipality.workspace, None, ANSWERED) == ()


def test_what_is_said_while_adopting_goes_before_what_was_proposed(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv", {"T.1": PROPOSED}))
    said = Change(what="Gennemgå alt", responsible="Anna Holm", due=DUE, hours=0)
    change = adopt(municipality.workspace, "arkiv/T.1", said, ANSWERED)
    [action] = municipality.act(change)
    assert (action.what, action.responsible) == ("Gennemgå alt", "Anna Holm")
    assert (action.due, action.hours, action.cost) == (DUE, 0, 15000)


def test_a_dropped_action_lets_the_proposal_stand_again(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv", {"T.1": PROPOSED}))
    municipality.act(adopt(municipality.workspace, "arkiv/T.1", Change(), ANSWERED))
    municipality.act(DROPPED)
    assert len(proposals(municipality.workspace, None, ANSWERED)) == 1


def test_of_a_control_the_most_urgent_proposal_is_adopted_for_all_its_gaps(
    municipality: Municipality,
) -> None:
    other = {**PROPOSED, "action": {"what": "Mindre vigtigt", "due": "2026-12-24"}}
    municipality.record(
        municipality.answer("p01", "system-arkiv", {"T.1": other}),
        municipality.answer("p02", "system-backup", {"T.1": PROPOSED}),
    )
    change = adopt(municipality.workspace, "T.1", Change(), ANSWERED)
    [action] = municipality.act(change)
    assert action.what == "Gennemgå resten"
    assert {control for _subject, control in action.covers} == {"T.1"}
    assert len(action.covers) == 5


def test_a_proposal_without_a_date_or_a_person_is_adopted_once_they_are_said(
    municipality: Municipality,
) -> None:
    bare = {**PROPOSED, "action": {"what": "Gennemgå resten"}}
    municipality.record(municipality.answer("p01", "system-arkiv", {"T.1": bare}))
    [proposal] = proposals(municipality.workspace, None, ANSWERED)
    assert proposal_as_json(proposal)["due"] is None
    [action] = municipality.act(
        adopt(municipality.workspace, "arkiv/T.1", Change(due=DUE), ANSWERED)
    )
    assert (action.due, action.responsible, action.hours) == (DUE, "", None)


def test_a_proposal_may_be_due_on_the_very_day(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv", {"T.1": PROPOSED}))
    day = date(2026, 11, 15)
    assert adopt(municipality.workspace, "arkiv/T.1", Change(), day).due == day


@pytest.mark.parametrize("name", ["backup/T.1", "arkiv/T.2"])
def test_where_nothing_is_proposed_nothing_is_adopted(
    municipality: Municipality, name: str
) -> None:
    municipality.record(
        municipality.answer("p01", "system-arkiv", {"T.2": {"status": "ved ikke"}})
    )
    with municipality.refuses(f"svaret på {name} foreslår ingenting"):
        adopt(municipality.workspace, name, Change(), ANSWERED)


def test_a_proposal_whose_date_has_passed_needs_another(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv", {"T.1": PROPOSED}))
    late = date(2026, 11, 16)
    with municipality.refuses("2026-11-15", error=WrongUsage):
        adopt(municipality.workspace, "arkiv/T.1", Change(), late)
    fresh = adopt(municipality.workspace, "arkiv/T.1", Change(due=DUE), late)
    assert [action.due for action in municipality.act(fresh, on=late)] == [DUE]


# Over the years


def test_an_open_action_is_carried_into_the_next_campaign(acting: Municipality) -> None:
    acting.close()
    opened = acting.open("2027", date(2027, 9, 1))
    acting.issue(date(2027, 9, 1))
    assert opened.open_actions == 1
    assert [a.id for a in gap(acting, "system:arkiv", "2027").actions] == ["H1"]
    assert [a.campaign for a in acting.campaign("2027").actions] == ["2026"]


def test_an_action_follows_a_system_to_its_new_name(acting: Municipality) -> None:
    acting.open("2027", date(2027, 9, 1))
    acting.edit(SYSTEMS, *RENAMED)
    acting.issue(date(2027, 9, 1))
    assert only(acting).covers == (("system:esdh", "T.1"),)
    assert [a.id for a in gap(acting, "system:esdh", "2027").actions] == ["H1"]
    [wider] = acting.act(Change("H1", covers=("esdh/T.2",)), on=date(2027, 9, 2))
    assert wider.covers == (("system:esdh", "T.1"), ("system:esdh", "T.2"))


def test_actions_live_on_when_the_campaign_is_closed(acting: Municipality) -> None:
    acting.close()
    spring = date(2027, 3, 1)
    acting.act(Change("H1", due=date(2027, 4, 1), reason="Ferie"), on=spring)
    acting.act(add("backup/T.1", due=date(2027, 4, 1)), on=spring)
    [done] = acting.act(DONE, on=spring)
    assert done.ended_on == spring
    assert len(actions(acting.workspace)) == 2


def test_an_inherited_gap_has_the_actions_of_its_service(
    municipality: Municipality,
) -> None:
    municipality.edit(
        SYSTEMS, '"Arkiv", owner: p01', '"Arkiv", owner: p01, uses: [backup]'
    )
    municipality.issue(OPENED, plan.reissue("arkiv"))
    municipality.act(add("backup/T.3"), add("arkiv/T.3"))
    [inherited] = municipality.picture().inherited
    assert [a.id for a in inherited.actions] == ["H2", "H1"]
    [own] = [
        g for g in municipality.picture().gaps if g.key == ("system:backup", "T.3")
    ]
    assert [a.id for a in own.actions] == ["H1"]


def test_before_the_first_campaign_there_is_nothing_to_act_on(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    empty = Municipality(tmp_path_factory.mktemp("m") / "k")
    with empty.refuses("campaign open"):
        empty.act(add("arkiv/T.1"))
