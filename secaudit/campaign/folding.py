"""The fold: events give the state of every campaign. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from secaudit.campaign.acts import Key
from secaudit.campaign.following import Acts
from secaudit.campaign.issuing import answer_of, beside, issue_of
from secaudit.campaign.model import (
    Accepted,
    Campaign,
    Issue,
    Review,
    Withdrawn,
    Word,
)
from secaudit.campaign.names import Told, names_in
from secaudit.language import _
from secaudit.problems import Refused
from secaudit.questionnaire import STATUSES, Subject
from secaudit.register import Event
from secaudit.validation import shaped

_Kept = TypeVar("_Kept")


def fold(events: Iterable[Event]) -> dict[str, Campaign]:
    """Every campaign that the events tell of, in the order they were opened."""
    rounds: dict[str, _Round] = {}
    acts = Acts()
    for event in events:
        try:
            _take(event, rounds)
            acts.take(event)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            sentence = _(
                "event {n} of the register cannot be understood: see 'secaudit verify', and "
                "fetch the backup; write nothing in the register meanwhile"
            )
            raise Refused(sentence.format(n=event.sequence)) from None
    return {id: round.campaign(acts) for id, round in rounds.items()}


def _take(event: Event, rounds: dict[str, "_Round"]) -> None:
    if event.kind == "campaign-opened":
        before = list(rounds.values())
        rounds[event.campaign] = _Round(event, before[-1] if before else None)
    elif event.campaign in rounds:
        rounds[event.campaign].take(event, rounds)


class _Round:
    """A campaign while its events are read."""

    def __init__(self, event: Event, before: "_Round | None") -> None:
        opened = event.payload
        self.opened = shaped({**opened, "id": event.campaign}, Campaign)
        self.controls = {a.control.id: a.control for a in self.opened.applied}
        self.issues: dict[str, Issue] = {}
        self.about: dict[Subject, list[str]] = {}
        self.systems: set[str] = set()
        self.formerly: dict[str, str] = {}
        """By id of a system that was renamed, what it was called before."""
        self.words: dict[Key, Word] = {}
        self.reviews: dict[Key, Review] = {}
        self.reviews_of: dict[tuple[int, str], Review] = {}
        """By the event of the answer, and its control."""
        self.accepted: dict[Key, Accepted] = dict(before.decided) if before else {}
        self.decided: dict[Key, Accepted] = dict(self.accepted)
        self.sent_back = dict(before.still_sent_back()) if before else {}
        self.said_before = {**before.words, **before.after} if before else {}
        self.after: dict[Key, Word] = {}
        self.withdrawn: dict[str, Withdrawn] = {}
        self.extended: dict[str, date] = {}
        self.documents: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.closed_on: date | None = None
        self.closed_in: int | None = None

    def campaign(self, acts: Acts) -> Campaign:
        return replace(
            self.opened,
            issues=tuple(self.issues.values()),
            words=self.words,
            reviews=self.reviews,
            accepted=self.accepted,
            decided=self.decided,
            sent_back=self.sent_back,
            said_before=self.said_before,
            documents=self.documents,
            names=self.names,
            closed_on=self.closed_on,
            closed_in=self.closed_in,
            after=self.after,
            withdrawn=self.withdrawn,
            extended=self.extended,
            actions=tuple(acts.actions.values()),
            decisions=tuple(acts.decisions),
        )

    def take(self, event: Event, rounds: Mapping[str, "_Round"]) -> None:
        if event.kind == "issued":
            self.take_issued(event, rounds)
        elif event.kind == "withdrawn":
            self.take_withdrawn(event)
        elif event.kind == "assessed":
            self.take_assessed(event)
        elif event.kind == "reviewed" and "control" in event.payload:
            self.take_reviewed(event)
        elif event.kind == "decision":
            self.take_decision(event, rounds)
        elif event.kind == "extended":
            until = date.fromisoformat(event.payload["until"])
            self.extended[event.payload["person"]] = until
        elif event.kind == "campaign-closed":
            self.closed_on = date.fromisoformat(event.payload["on"])
            self.closed_in = event.sequence

    def take_issued(self, event: Event, rounds: Mapping[str, "_Round"]) -> None:
        issue = issue_of(event, self.controls)
        if issue.form.person:
            self.names[issue.form.person] = issue.name
        if issue.form.occasion:  # a small form stands beside those that count
            self.issues[issue.id] = issue
            return
        self.withdrawn.pop(issue.subject.key, None)
        for id in event.payload.get("instead_of", ()):
            old = self.issues[id]
            self.issues[id] = replace(old, superseded=True, replaced_by=issue.id)
        for id in self.about.setdefault(issue.subject, []):
            self.issues[id] = beside(self.issues[id], issue)
            issue = replace(issue, formerly=issue.formerly or self.issues[id].formerly)
        self.about[issue.subject].append(issue.id)
        self.issues[issue.id] = issue
        if issue.subject.kind == "system":
            self.take_system(issue, rounds)

    def take_withdrawn(self, event: Event) -> None:
        """Take a subject out of the campaign; what was said of it stays in the register."""
        of_subject = [i for i in self.issues.values() if i.subject.key == event.subject]
        for issue in of_subject:
            self.issues[issue.id] = replace(issue, superseded=True)
        on = date.fromisoformat(event.payload["on"])
        reason = event.personal.get("reason", "")
        self.withdrawn[event.subject] = Withdrawn(of_subject[-1].subject, on, reason)

    def take_system(self, issue: Issue, rounds: Mapping[str, "_Round"]) -> None:
        """What follows a system from earlier campaigns, and from its former name."""
        if issue.formerly:
            self.take_over(Subject("system", issue.formerly, ""), issue.subject)
        id = issue.subject.id
        earlier = [round.told() for round in rounds.values() if round is not self]
        names = names_in(id, issue.formerly, earlier)
        self.systems.add(id)
        if issue.formerly:
            self.formerly[id] = issue.formerly
        for control, campaign in issue.form.carried.items():
            key = (issue.subject.key, control)
            if campaign in names and key not in self.words:
                was = (f"system:{names[campaign]}", control)
                self.carry(key, was, rounds[campaign], rounds)

    def told(self) -> Told:
        """What the campaign tells of the names of its systems."""
        return Told(self.opened.id, self.systems, self.formerly)

    def still_sent_back(self) -> Iterator[tuple[Key, Review]]:
        """What was sent back, and not answered since."""
        for key, review in self.reviews.items():
            said = self.after.get(key) or self.words.get(key)
            if review.returned and said and said.sequence == review.of:
                yield key, review

    def take_over(self, former: Subject, subject: Subject) -> None:
        """Give a renamed system what stands under its former name."""
        for id in self.about.get(former, ()):  # renamed since it was issued
            self.issues[id] = replace(self.issues[id], superseded=True)
        _follow(self.accepted, former, subject)
        _follow(self.decided, former, subject)
        _follow(self.sent_back, former, subject)
        _follow(self.said_before, former, subject)
        _follow(self.words, former, subject)
        _follow(self.reviews, former, subject)

    def carry(
        self, key: Key, was: Key, earlier: "_Round", rounds: Mapping[str, "_Round"]
    ) -> None:
        """Take over the word on `key`, and its latest review, from an earlier campaign."""
        word = earlier.after.get(was) or earlier.words.get(was)
        if word is None:
            return
        self.words[key] = word
        for round in rounds.values():
            review = round.reviews_of.get((word.sequence, was[1]))
            if review:
                self.reviews[key] = review

    def take_assessed(self, event: Event) -> None:
        """The latest word counts; one given after the end is kept apart from the figures."""
        words = self.words if self.closed_on is None else self.after
        said, named = event.payload, event.personal.get("answers", {})
        on = date.fromisoformat(said["answered_on"])
        person, issue = said.get("person"), said.get("issue", "")
        for control, answer in said["answers"].items():
            _refuse_unknown(answer["status"])
            words[event.subject, control] = Word(
                answer=answer_of(answer, named.get(control, {})),
                person=person,
                answered_on=on,
                campaign=event.campaign,
                sequence=event.sequence,
                issue=issue,
            )
        self.documents[said["document"]] = event.sequence

    def take_reviewed(self, event: Event) -> None:
        said = event.payload
        control, of = said["control"], said["of"]
        reason = event.personal.get("reason", "")
        _refuse_unknown(said.get("status", "met"))
        review = Review(
            said["outcome"],
            said.get("status"),
            reason,
            of,
            control,
            event.personal.get("by", ""),
            event.sequence,
        )
        self.reviews[event.subject, control] = review
        self.reviews_of[of, control] = review

    def take_decision(self, event: Event, rounds: Mapping[str, "_Round"]) -> None:
        """A gap is accepted until its date, also in the campaigns that follow.

        No decision changes the figures of a campaign that is closed.
        """
        following = list(rounds.values())[list(rounds.values()).index(self) :]
        said = event.payload
        if "takes_back" in said:
            for round in following:
                _drop(round.decided, said["takes_back"])
                if round.closed_on is None:
                    _drop(round.accepted, said["takes_back"])
        since = date.fromisoformat(said.get("on") or event.at[:10])
        for gap in said.get("accepts", ()):
            until = date.fromisoformat(gap["until"])
            by, id = said.get("by", ""), said.get("decision", "")
            accepted = Accepted(until, by, since, id)
            for round in following:
                round.decided[gap["subject"], gap["control"]] = accepted
                if round.closed_on is None:
                    round.accepted[gap["subject"], gap["control"]] = accepted


def _follow(kept: dict[Key, _Kept], former: Subject, subject: Subject) -> None:
    """Let what is kept of `former` stand for `subject` too, where that has nothing."""
    for (name, control), one in list(kept.items()):
        if name == former.key:
            kept.setdefault((subject.key, control), one)


def _refuse_unknown(status: str) -> None:
    if status not in STATUSES:
        raise ValueError(status)


def _drop(accepted: dict[Key, Accepted], decision: str) -> None:
    """Forget what a decision accepted."""
    for key in [key for key, one in accepted.items() if one.decision == decision]:
        del accepted[key]
