"""Campaigns while their events are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from secaudit.campaign.acts import Key
from secaudit.campaign.following import Acts
from secaudit.campaign.model import Campaign, Issue
from secaudit.campaign.names import Told, names_in
from secaudit.campaign.review import Earlier, Review
from secaudit.campaign.word import Word
from secaudit.inventory import staff
from secaudit.questionnaire import Subject
from secaudit.register import Event
from secaudit.validation import shaped


@dataclass(eq=False)
class Round:
    """A campaign while its events are read."""

    state: Campaign
    """As it stands so far: what it holds by key is put there as it is read."""
    told: Told
    issues: dict[str, Issue] = field(default_factory=dict)
    about: dict[Subject, list[str]] = field(default_factory=dict)
    """By subject, the ids of the forms about it."""
    reviews_of: dict[tuple[int, str], Review] = field(default_factory=dict)
    """By the event of the answer, and its control."""
    last_of: dict[str, int] = field(default_factory=dict)
    """By form, the event of the latest document of it."""

    @classmethod
    def opened(cls, event: Event, before: "Round | None") -> "Round":
        """A campaign that an event opens; what was decided in the one before it holds on."""
        state = shaped({**event.payload, "id": event.campaign}, Campaign)
        state.staff.update(staff(state.departments))
        if before:
            state.accepted.update(before.state.decided)
            state.decided.update(before.state.decided)
            state.sent_back.update(
                (key, review)
                for key, review in before.state.reviews.items()
                if review.returned
                and (word := before.state.latest(key))
                and word.sequence == review.of  # nobody answered since
            )
            state.said_before.update(before.state.words | before.state.after)
        return cls(state, Told(state.id))

    def campaign(self, acts: Acts) -> Campaign:
        """The campaign, once every event is read."""
        return replace(
            self.state,
            issues=tuple(self.issues.values()),
            actions=tuple(acts.actions.values()),
            decisions=tuple(acts.decisions),
        )


Rounds = Mapping[str, Round]
"""The campaigns of the register so far, by id."""


def bring_along(round: Round, issue: Issue, rounds: Rounds) -> None:
    """What follows a system from earlier campaigns, and from its former name."""
    id = issue.subject.id
    if issue.formerly:
        _take_over(round, Subject("system", issue.formerly, ""), issue.subject)
        round.told.formerly[id] = issue.formerly
    earlier = [other.told for other in rounds.values() if other is not round]
    names = names_in(id, issue.formerly, earlier)
    round.told.systems.add(id)
    for control, campaign in issue.form.carried.items():
        key = (issue.subject.key, control)
        if campaign in names and key not in round.state.words:
            was = (f"system:{names[campaign]}", control)
            _carry(round, key, was, rounds[campaign], rounds)


def _take_over(round: Round, former: Subject, subject: Subject) -> None:
    """Give a renamed system what stands under its former name."""
    for id in round.about.get(former, ()):  # renamed since it was issued
        round.issues[id] = replace(round.issues[id], superseded=True)
    state = round.state
    tables: tuple[dict[Key, Any], ...] = (
        *(state.accepted, state.decided, state.sent_back),
        *(state.said_before, state.words, state.reviews),
    )
    for table in tables:
        for (name, control), one in list(table.items()):
            if name == former.key:
                table.setdefault((subject.key, control), one)


def _carry(round: Round, key: Key, was: Key, earlier: Round, rounds: Rounds) -> None:
    """Take over the word on `key`, and its latest review, from an earlier campaign."""
    word = earlier.state.latest(was)
    if word is None:
        return
    round.state.words[key] = word
    if review := _review_of(word, was[1], rounds):
        round.state.reviews[key] = review


def _review_of(word: Word, control: str, rounds: Rounds) -> Review | None:
    """The latest review of an answer, in whichever campaign it was given."""
    found, key = None, (word.sequence, control)
    for round in rounds.values():
        found = round.reviews_of.get(key, found)
    return found


def show_earlier(issue: Issue, round: Round, rounds: Rounds) -> None:
    """Put into a form that is issued now what has been said of its questions."""
    subject, state = issue.subject.key, round.state
    if not (state.words or state.said_before or state.after):
        return
    for id in issue.form.questions:
        key = (subject, id)
        now = state.after.get(key) or state.words.get(key)
        if word := now or state.said_before.get(key):
            review = _review_of(word, id, rounds)
            issue.earlier[id] = Earlier(word, review, now is not None)
