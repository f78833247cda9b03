"""The fold: events give the state of a campaign, whatever the order people answer in."""

import copy
from datetime import date
from typing import Any

import pytest

from secaudit.campaign import Accepted, Review, Withdrawn, fold
from secaudit.problems import Refused
from secaudit.questionnaire import Subject
from secaudit.register import Event
from tests.municipality import Municipality
from tests.story import SYSTEM, Story, control

THREE = (control("T.1"), control("T.2"), control("T.3"))


def opened(year: str = "2026") -> Story:
    return Story().open(year, *THREE)


def statuses(story: Story) -> dict[tuple[str, str], str]:
    return {key: word.answer.status for key, word in story.campaign().words.items()}


def test_no_events_are_no_campaigns() -> None:
    assert fold([]) == {}


def test_campaigns_come_in_the_order_they_were_opened() -> None:
    story = opened("2026").open("2025", *THREE)
    assert list(fold(story.events)) == ["2026", "2025"]


def test_events_of_a_campaign_that_was_never_opened_are_no_campaign() -> None:
    story = opened()
    story.year = "2024"
    story.say(SYSTEM, {"T.1": "met"})
    assert list(fold(story.events)) == ["2026"]


def test_folding_changes_no_event_and_gives_the_same_each_time() -> None:
    story = opened().issue(SYSTEM, "T.1", "T.2").say(SYSTEM, {"T.1": "met"})
    before = copy.deepcopy(story.events)
    assert fold(story.events) == fold(iter(story.events))
    assert story.events == before


def test_the_catalogue_is_frozen_as_it_was_when_the_campaign_was_opened() -> None:
    story = opened().issue(SYSTEM, "T.1")
    story.open("2027", control("T.1", 3)).issue(SYSTEM, "T.1")
    first, second = fold(story.events).values()
    assert [applied.control.weight for applied in first.applied] == [1, 1, 1]
    assert [applied.control.weight for applied in second.applied] == [3]


def test_the_last_day_is_when_it_was_closed_or_due() -> None:
    story = opened()
    assert story.campaign().last_day == date(2026, 10, 1)
    assert story.close(date(2026, 11, 5)).campaign().last_day == date(2026, 11, 5)


# The latest word counts, answer by answer


def test_the_latest_word_counts_per_answer() -> None:
    story = opened().issue(SYSTEM, "T.1", "T.2")
    story.say(SYSTEM, {"T.1": "met", "T.2": "met"}).say(SYSTEM, {"T.1": "partial"})
    assert statuses(story) == {(SYSTEM, "T.1"): "partial", (SYSTEM, "T.2"): "met"}


def test_an_earlier_date_in_a_later_document_is_still_the_latest_word() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"}, date(2026, 9, 20))
    story.say(SYSTEM, {"T.1": "not-met"}, date(2026, 9, 3))
    assert statuses(story) == {(SYSTEM, "T.1"): "not-met"}


def test_ved_ikke_withdraws_an_answer() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    assert statuses(story.say(SYSTEM, {"T.1": "unknown"}))[SYSTEM, "T.1"] == "unknown"


def test_an_answer_keeps_who_gave_it_when_and_in_which_event() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"}, date(2026, 9, 3))
    word = story.campaign().words[SYSTEM, "T.1"]
    assert (word.person, word.answered_on) == ("p1", date(2026, 9, 3))
    assert (word.campaign, word.sequence) == ("2026", 3)


def test_a_document_is_known_by_its_fingerprint() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    assert story.campaign().documents == {"document 2": 3}


# Reviews


def test_a_review_of_the_latest_word_counts() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    review = story.review(SYSTEM, "T.1", "returned").campaign().review((SYSTEM, "T.1"))
    assert review is not None
    assert review.outcome == "returned"


def test_a_review_of_an_older_answer_does_not_count_for_a_newer_one() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    story.review(SYSTEM, "T.1", "agreed").say(SYSTEM, {"T.1": "partial"})
    assert story.campaign().review((SYSTEM, "T.1")) is None


def test_the_owners_word_is_never_overwritten_by_a_review() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    campaign = story.review(SYSTEM, "T.1", "assessed", "not-met").campaign()
    review = campaign.review((SYSTEM, "T.1"))
    assert campaign.words[SYSTEM, "T.1"].answer.status == "met"
    assert review is not None
    assert review.status == "not-met"


# Answers that are carried


def carried(first: Story, **more: Any) -> Story:
    first.open("2027", *THREE)
    return first.issue(SYSTEM, "T.2", carried={"T.1": "2026"}, **more)


def test_a_carried_answer_counts_as_answered_and_shows_its_age() -> None:
    story = carried(opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"}))
    word = story.campaign().words[SYSTEM, "T.1"]
    assert (word.answer.status, word.campaign) == ("met", "2026")
    assert (SYSTEM, "T.2") not in story.campaign().words


def test_a_carried_answer_is_replaced_by_a_new_word() -> None:
    story = carried(opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"}))
    word = story.say(SYSTEM, {"T.1": "partial"}).campaign().words[SYSTEM, "T.1"]
    assert (word.answer.status, word.campaign) == ("partial", "2027")


def test_a_carried_answer_keeps_its_review() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "not-applicable"})
    campaign = carried(story.review(SYSTEM, "T.1", "agreed")).campaign()
    review = campaign.review((SYSTEM, "T.1"))
    assert review is not None
    assert review.outcome == "agreed"


def test_a_word_given_after_the_end_is_carried_before_the_one_it_replaced() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    story.close(date(2026, 10, 5)).say(SYSTEM, {"T.1": "partial"}, date(2026, 12, 1))
    word = carried(story).campaign().words[SYSTEM, "T.1"]
    assert (word.answer.status, word.answered_on) == ("partial", date(2026, 12, 1))


def test_a_renamed_system_keeps_its_answers_by_its_former_name() -> None:
    story = opened().issue("system:old", "T.1").say("system:old", {"T.1": "met"})
    campaign = carried(story, formerly="old").campaign()
    assert campaign.words[SYSTEM, "T.1"].answer.status == "met"
    assert ("system:old", "T.1") not in campaign.words


# What is read back


def test_the_state_is_the_same_when_texts_are_gone(municipality: Municipality) -> None:
    said = {"T.1": {"status": "delvist opfyldt", "comment": "Anna ved det"}}
    municipality.record(municipality.answer("p01", "system-omsorg", said))
    whole = municipality.register.events()
    purged = [Event(**{**vars(event), "personal": {}}) for event in whole]
    before, after = fold(whole)["2026"], fold(purged)["2026"]
    assert before.words.keys() == after.words.keys()
    key = ("system:omsorg", "T.1")
    assert before.words[key].answer.comment == "Anna ved det"
    assert after.words[key].answer.comment == ""
    for key, word in before.words.items():
        assert word.answer.status == after.words[key].answer.status
        assert word.answer.reviewed_on == after.words[key].answer.reviewed_on


def test_what_was_recorded_is_read_back_whole(municipality: Municipality) -> None:
    action = {"what": "Gennemgå", "responsible": "Bo", "due": "2026-12-01", "hours": 20}
    said = {
        "status": "delvist opfyldt",
        "comment": "Én af to",
        "evidence": "ESDH 1",
        "action": action,
    }
    municipality.record(municipality.answer("p01", "system-omsorg", {"T.1": said}))
    answer = municipality.campaign().words["system:omsorg", "T.1"].answer
    assert (answer.status, answer.comment) == ("partial", "Én af to")
    assert [evidence.reference for evidence in answer.evidence] == ["ESDH 1"]
    assert answer.action is not None
    assert (answer.action.what, answer.action.responsible) == ("Gennemgå", "Bo")
    assert (answer.action.due, answer.action.hours) == (date(2026, 12, 1), 20)


# One system, told of in several forms


def test_the_owner_and_the_facts_of_a_system_are_those_told_last() -> None:
    story = opened().issue(SYSTEM, "T.1", person=None, facts={"criticality": "other"})
    story.issue(SYSTEM, "T.2", person="p2", part="operations", owner=None)
    story.issue(SYSTEM, "T.1", facts={"criticality": "society-critical"}, owner="p1")
    forms = story.campaign().current()
    assert [form.form.part for form in forms] == ["operations", "main"]
    assert {form.owner for form in forms} == {"p1"}
    assert {form.facts["criticality"] for form in forms} == {"society-critical"}


def test_a_form_is_known_by_the_id_that_was_recorded() -> None:
    story = opened().issue(SYSTEM, "T.1", issue="a" * 32)
    assert [form.id for form in story.campaign().issues] == ["a" * 32]


def test_an_event_that_cannot_be_understood_is_named_in_a_sentence() -> None:
    story = opened().issue(SYSTEM, "T.1")
    story.happens("assessed", SYSTEM, {"answers": {"T.1": {}}})
    with pytest.raises(Refused, match="post 3 i registeret kan ikke forstås"):
        fold(story.events)


def test_a_status_that_does_not_exist_is_refused_in_an_answer_and_in_a_review() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    answered, reviewed = Story([*story.events], "2026"), Story([*story.events], "2026")
    answered.say(SYSTEM, {"T.1": "opfyldt"})
    reviewed.review(SYSTEM, "T.1", "assessed", "opfyldt")
    for told in (answered, reviewed):
        with pytest.raises(Refused, match="post 4 i registeret kan ikke forstås"):
            fold(told.events)


def test_a_review_of_a_carried_answer_goes_with_it() -> None:
    story = opened("2024").issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    story.open("2025", *THREE).issue(SYSTEM, carried={"T.1": "2024"})
    story.review(SYSTEM, "T.1", "returned")
    story.open("2026", *THREE).issue(SYSTEM, carried={"T.1": "2024"})
    review = story.campaign().review((SYSTEM, "T.1"))
    assert review is not None
    assert review.outcome == "returned"


def test_a_system_renamed_within_a_campaign_is_one_system() -> None:
    story = opened().issue("system:b", "T.1").issue("system:c", "T.1", formerly="b")
    assert [form.subject.id for form in story.campaign().current()] == ["c"]


# What an event leaves behind


def test_a_word_knows_the_form_it_was_given_in_and_who_gave_it() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"}, issue="f" * 32)
    word = story.campaign().words[SYSTEM, "T.1"]
    assert (word.issue, word.person) == ("f" * 32, "p1")
    other = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"}, person=None)
    word = other.campaign().words[SYSTEM, "T.1"]
    assert (word.issue, word.person) == ("", None)


@pytest.mark.parametrize(
    ("named", "reason", "by"),
    [
        ({"reason": "Mangler bilag", "by": "Officer"}, "Mangler bilag", "Officer"),
        ({}, "", ""),
    ],
)
def test_a_review_holds_all_that_its_event_tells(
    named: dict[str, str], reason: str, by: str
) -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    payload = {"control": "T.1", "outcome": "assessed", "of": 3, "status": "partial"}
    story.happens("reviewed", SYSTEM, payload, named)
    assert story.campaign().review((SYSTEM, "T.1")) == Review(
        "assessed", "partial", reason, 3, "T.1", by, 4
    )


def test_a_review_of_no_question_is_none_of_an_answer() -> None:
    story = opened().issue(SYSTEM, "T.1").say(SYSTEM, {"T.1": "met"})
    story.happens("reviewed", SYSTEM, {"proposal": "H1", "outcome": "agreed"})
    assert story.campaign().reviews == {}


@pytest.mark.parametrize("reason", ["Slukket", ""])
def test_what_was_taken_out_says_when_and_why(reason: str) -> None:
    story = opened().issue(SYSTEM, "T.1").issue("system:b", "T.1")
    named = {"reason": reason} if reason else {}
    story.happens("withdrawn", SYSTEM, {"on": "2026-09-20"}, named)
    campaign = story.campaign()
    assert campaign.withdrawn == {
        SYSTEM: Withdrawn(Subject("system", "a", "a"), date(2026, 9, 20), reason)
    }
    assert [form.subject.id for form in campaign.current()] == ["b"]


def test_what_was_taken_out_is_called_what_it_was_called_last() -> None:
    story = opened().issue(SYSTEM, "T.1").issue(SYSTEM, "T.1")
    for event, name in zip(story.events[1:], ("Arkiv", "Arkiv 2"), strict=True):
        event.payload["subject"] = {"kind": "system", "id": "a", "name": name}
    found = story.withdraw(SYSTEM, date(2026, 9, 20)).campaign().withdrawn
    assert found[SYSTEM].subject.name == "Arkiv 2"


def test_what_lets_a_gap_stand_says_since_when_until_when_and_by_whom() -> None:
    gap = {"subject": SYSTEM, "control": "T.1", "until": "2027-01-01"}
    told = {"decision": "B7", "by": "Direktionen", "on": "2026-09-12"}
    story = opened().issue(SYSTEM, "T.1")
    story.happens("decision", "", {**told, "accepts": [gap]})
    until = date(2027, 1, 1)
    accepted = Accepted(until, "Direktionen", date(2026, 9, 12), "B7")
    assert story.campaign().accepted == {(SYSTEM, "T.1"): accepted}
    story.happens("decision", "", {"accepts": [gap]})
    recorded = Accepted(until, "", date(2026, 9, 1), "")
    assert story.campaign().decided == {(SYSTEM, "T.1"): recorded}


def test_who_was_given_time_has_it_for_every_form_of_theirs() -> None:
    story = opened().issue(SYSTEM, "T.1", person="p1").issue("system:b", "T.1")
    story.issue("system:c", "T.1", person="p2").issue("system:d", "T.1", person=None)
    story.extend("p1", date(2026, 10, 20)).extend("x", date(2026, 10, 30))
    campaign = story.campaign()
    assert campaign.extended["p1"] == date(2026, 10, 20)
    days = [campaign.deadline(form).day for form in campaign.issues]
    assert days == [20, 20, 1, 1]


def test_the_names_of_those_who_were_asked_are_known() -> None:
    story = opened().issue(SYSTEM, "T.1", person="p1").issue("system:b", person=None)
    assert story.campaign().names == {"p1": "p1"}


# What was sent back


def sent_back(story: Story) -> Story:
    story.issue(SYSTEM, "T.1", "T.2").say(SYSTEM, {"T.1": "met", "T.2": "met"})
    return story.review(SYSTEM, "T.1", "returned").review(SYSTEM, "T.2", "agreed")


def test_what_was_sent_back_and_never_answered_is_known_in_the_next_campaign() -> None:
    following = sent_back(opened()).open("2027", *THREE).campaign()
    assert list(following.sent_back) == [(SYSTEM, "T.1")]
    assert set(following.said_before) == {(SYSTEM, "T.1"), (SYSTEM, "T.2")}


@pytest.mark.parametrize("closed", [False, True])
def test_what_was_sent_back_and_answered_since_is_not(closed: bool) -> None:
    story = sent_back(opened())
    if closed:
        story.close(date(2026, 10, 5))
    story.say(SYSTEM, {"T.1": "partial"})
    following = story.open("2027", *THREE).campaign()
    assert following.sent_back == {}
    assert following.said_before[SYSTEM, "T.1"].answer.status == "partial"


def test_a_first_campaign_has_nothing_before_it() -> None:
    campaign = opened().campaign()
    assert (campaign.sent_back, campaign.said_before) == ({}, {})
    assert (campaign.accepted, campaign.decided) == ({}, {})


# A system that is renamed


def test_a_renamed_system_takes_over_all_that_stood_under_its_former_name() -> None:
    story = sent_back(opened()).accept(SYSTEM, "T.2", date(2028, 1, 1))
    story.open("2027", *THREE).issue("system:new", "T.1", "T.2", formerly="a")
    campaign = story.campaign()
    assert ("system:new", "T.1") in campaign.sent_back
    assert ("system:new", "T.1") in campaign.said_before
    assert ("system:new", "T.2") in campaign.accepted
    assert ("system:new", "T.2") in campaign.decided


def test_a_system_renamed_within_a_campaign_keeps_its_words_and_reviews() -> None:
    story = sent_back(opened()).issue("system:new", "T.1", "T.2", formerly="a")
    campaign = story.campaign()
    word = campaign.words["system:new", "T.1"]
    assert word.answer.status == "met"
    review = campaign.review(("system:new", "T.1"))
    assert review is not None
    assert review.outcome == "returned"
    story.issue("system:new", "T.1", "T.2")
    assert [form.formerly for form in story.campaign().current()] == ["a"]


def test_a_carried_answer_goes_before_nothing_that_was_said_since() -> None:
    story = opened("2025").issue("system:old", "T.1").say("system:old", {"T.1": "met"})
    story.open("2026", *THREE).issue("system:old", "T.1")
    story.say("system:old", {"T.1": "partial"})
    story.issue(SYSTEM, "T.2", formerly="old", carried={"T.1": "2025"})
    assert statuses(story)[SYSTEM, "T.1"] == "partial"


# Decisions and the end of a campaign


def test_a_decision_after_the_end_is_known_of_but_changes_no_figure() -> None:
    story = opened().issue(SYSTEM, "T.1").close(date(2026, 10, 5))
    closed = story.accept(SYSTEM, "T.1", date(2028, 1, 1)).campaign()
    assert (closed.accepted, set(closed.decided)) == ({}, {(SYSTEM, "T.1")})
    story.open("2027", *THREE)
    assert set(story.campaign().accepted) == {(SYSTEM, "T.1")}


def test_a_decision_of_a_closed_campaign_counts_in_the_one_that_is_open() -> None:
    story = opened().issue(SYSTEM, "T.1").close(date(2026, 10, 5)).open("2027", *THREE)
    gap = {"subject": SYSTEM, "control": "T.1", "until": "2028-01-01"}
    story.happens("decision", "", {"decision": "B1", "accepts": [gap]}, year="2026")
    first, second = fold(story.events).values()
    assert (first.accepted, set(second.accepted)) == ({}, {(SYSTEM, "T.1")})
    back = {"takes_back": "B1", "on": "2027-09-20"}
    story.happens("decision", "", back, year="2026")
    first, second = fold(story.events).values()
    assert (first.decided, second.accepted, second.decided) == ({}, {}, {})
