"""Campaigns while their events are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from secaudit.campaign.acts import Key
from secaudit.campaign.following import Acts
from secaudit.campaign.model import Campaign, Issue, Review
from secaudit.campaign.names import Told, names_in
from secaudit.catalogue import Control
from secaudit.questionnaire import Subject
from secaudit.register import Event
from secaudit.validation import shaped

_Kept = TypeVar("_Kept")


@dataclass(eq=False)
class Round:
    """A campaign while its events are read."""

    state: Campaign
    """As it stands so far: what it holds by key is put there as it is read."""
    controls: Mapping[str, Control]
    issues: dict[str, Issue] = field(default_factory=dict)
    about: dict[Subject, list[str]] = field(default_factory=dict)
    """By subject, the ids of the forms about it."""
    systems: set[str] = field(default_factory=set)
    formerly: dict[str, str] = field(default_factory=dict)
    """By id of a system that was renamed, what it was called before."""
    reviews_of: dict[tuple[int, str], Review] = field(default_factory=dict)
    """By the event of the answer, and its control."""

    @classmethod
    def opened(cls, event: Event, before: "Round | None") -> "Round":
        """A campaign that an event opens; what was decided in the one before it holds on."""
        state = shaped({**event.payload, "id": event.campaign}, Campaign)
        if before:
            state.accepted.update(before.state.decided)
            state.decided.update(before.state.decided)
            state.sent_back.update(before.still_sent_back())
            state.said_before.update(before.state.words | before.state.after)
        return cls(state, {a.control.id: a.control for a in state.applied})

    def campaign(self, acts: Acts) -> Campaign:
        """The campaign, once every event is read."""
        return replace(
            self.state,
            issues=tuple(self.issues.values()),
            actions=tuple(acts.actions.values()),
            decisions=tuple(acts.decisions),
        )

    def told(self) -> Told:
        """What the campaign tells of the names of its systems."""
        return Told(self.state.id, self.systems, self.formerly)

    def still_sent_back(self) -> Iterator[tuple[Key, Review]]:
        """What was sent back, and not answered since."""
        for key, review in self.state.reviews.items():
            word = self.state.latest(key)
            if review.returned and word and word.sequence == review.of:
                yield key, review


Rounds = Mapping[str, Round]
"""The campaigns of the register so far, by id."""


def bring_along(round: Round, issue: Issue, rounds: Rounds) -> None:
    """What follows a system from earlier campaigns, and from its former name."""
    id = issue.subject.id
    if issue.formerly:
        _take_over(round, Subject("system", issue.formerly, ""), issue.subject)
        round.formerly[id] = issue.formerly
    earlier = [other.told() for other in rounds.values() if other is not round]
    names = names_in(id, issue.formerly, earlier)
    round.systems.add(id)
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
    _follow(state.accepted, former, subject)
    _follow(state.decided, former, subject)
    _follow(state.sent_back, former, subject)
    _follow(state.said_before, former, subject)
    _follow(state.words, former, subject)
    _follow(state.reviews, former, subject)


def _follow(kept: dict[Key, _Kept], former: Subject, subject: Subject) -> None:
    """Let what is kept of `former` stand for `subject` too, where that has nothing."""
    for (name, control), one in list(kept.items()):
        if name == former.key:
            kept.setdefault((subject.key, control), one)


def _carry(round: Round, key: Key, was: Key, earlier: Round, rounds: Rounds) -> None:
    """Take over the word on `key`, and its latest review, from an earlier campaign."""
    word = earlier.state.latest(was)
    if word is None:
        return
    round.state.words[key] = word
    for other in rounds.values():
        if review := other.reviews_of.get((word.sequence, was[1])):
            round.state.reviews[key] = review
