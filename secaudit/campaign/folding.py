"""The fold: events give the state of every campaign. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from secaudit.assessment import Answer
from secaudit.campaign.model import Accepted, Campaign, Issue, Key, Review, Word
from secaudit.campaign.names import names_in
from secaudit.catalogue import Kind
from secaudit.language import _
from secaudit.problems import Refused
from secaudit.questionnaire import Questionnaire, Subject
from secaudit.register import Event
from secaudit.validation import shaped


def fold(events: Iterable[Event]) -> dict[str, Campaign]:
    """Every campaign that the events tell of, in the order they were opened."""
    rounds: dict[str, _Round] = {}
    for event in events:
        try:
            _take(event, rounds)
        except (AttributeError, KeyError, TypeError, ValueError):
            sentence = _(
                "event {n} of the register cannot be understood; 'secaudit verify' tells "
                "if it was altered"
            )
            raise Refused(sentence.format(n=event.sequence)) from None
    return {id: round.campaign() for id, round in rounds.items()}


def _take(event: Event, rounds: dict[str, "_Round"]) -> None:
    if event.kind == "campaign-opened":
        before = list(rounds.values())
        rounds[event.campaign] = _Round(event, before[-1].accepted if before else {})
    elif event.campaign in rounds:
        rounds[event.campaign].take(event, rounds)


class _Round:
    """A campaign while its events are read."""

    def __init__(self, event: Event, accepted: Mapping[Key, Accepted]) -> None:
        opened = event.payload
        self.opened = shaped({**opened, "id": event.campaign}, Campaign)
        self.controls = {a["control"]["id"]: a["control"] for a in opened["applied"]}
        self.issues: dict[str, Issue] = {}
        self.about: dict[Subject, list[str]] = {}
        self.told: dict[str, str | None] = {}
        """By id of a system, what it was called before."""
        self.words: dict[Key, Word] = {}
        self.reviews: dict[Key, Review] = {}
        self.reviews_of: dict[tuple[int, str], Review] = {}
        """By the event of the answer, and its control."""
        self.accepted: dict[Key, Accepted] = dict(accepted)
        self.documents: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.closed_on: date | None = None

    def campaign(self) -> Campaign:
        return replace(
            self.opened,
            issues=tuple(self.issues.values()),
            words=self.words,
            reviews=self.reviews,
            accepted=self.accepted,
            documents=self.documents,
            names=self.names,
            closed_on=self.closed_on,
        )

    def take(self, event: Event, rounds: Mapping[str, "_Round"]) -> None:
        if event.kind == "issued":
            self.take_issued(event, rounds)
        elif event.kind == "assessed":
            self.take_assessed(event)
        elif event.kind == "reviewed":
            self.take_reviewed(event)
        elif event.kind == "decision":
            self.take_decision(event, rounds)
        elif event.kind == "campaign-closed":
            self.closed_on = date.fromisoformat(event.payload["on"])

    def take_issued(self, event: Event, rounds: Mapping[str, "_Round"]) -> None:
        issue = _issue(event, self.controls)
        if issue.form.person:
            self.names[issue.form.person] = issue.name
        for id in self.about.setdefault(issue.subject, []):
            self.issues[id] = _beside(self.issues[id], issue)
            issue = replace(issue, formerly=issue.formerly or self.issues[id].formerly)
        self.about[issue.subject].append(issue.id)
        self.issues[issue.id] = issue
        if issue.subject.kind == "system":
            self.take_system(issue, rounds)

    def take_system(self, issue: Issue, rounds: Mapping[str, "_Round"]) -> None:
        """What follows a system from earlier campaigns, and from its former name."""
        if issue.formerly:
            self.take_over(Subject("system", issue.formerly, ""), issue.subject)
        earlier = [
            (id, round.told) for id, round in rounds.items() if round is not self
        ]
        names = names_in(issue.subject.id, issue.formerly, earlier)
        self.told[issue.subject.id] = issue.formerly
        for control, campaign in issue.form.carried.items():
            key = (issue.subject.key, control)
            if campaign in names and key not in self.words:
                was = (f"system:{names[campaign]}", control)
                self.carry(key, was, rounds[campaign], rounds)

    def take_over(self, former: Subject, subject: Subject) -> None:
        """Give a renamed system what stands under its former name."""
        for id in self.about.get(former, ()):  # renamed since it was issued
            self.issues[id] = replace(self.issues[id], superseded=True)
        for (name, control), accepted in list(self.accepted.items()):
            if name == former.key:
                self.accepted.setdefault((subject.key, control), accepted)

    def carry(
        self, key: Key, was: Key, earlier: "_Round", rounds: Mapping[str, "_Round"]
    ) -> None:
        """Take over the word on `key`, and its latest review, from an earlier campaign."""
        if was not in earlier.words:
            return
        self.words[key] = word = earlier.words[was]
        for round in rounds.values():
            review = round.reviews_of.get((word.sequence, was[1]))
            if review:
                self.reviews[key] = review

    def take_assessed(self, event: Event) -> None:
        said, named = event.payload["answers"], event.personal.get("answers", {})
        for control, answer in said.items():
            self.words[event.subject, control] = Word(
                shaped(_joined(answer, named.get(control, {})), Answer),
                event.payload.get("person"),
                date.fromisoformat(event.payload["answered_on"]),
                event.campaign,
                event.sequence,
            )
        self.documents[event.payload["document"]] = event.sequence

    def take_reviewed(self, event: Event) -> None:
        said = event.payload
        control, of = said["control"], said["of"]
        reason = event.personal.get("reason", "")
        review = Review(said["outcome"], said.get("status"), reason, of, control)
        self.reviews[event.subject, control] = review
        self.reviews_of[of, control] = review

    def take_decision(self, event: Event, rounds: Mapping[str, "_Round"]) -> None:
        """A gap is accepted until its date, also in the campaigns that follow."""
        since = list(rounds.values())[list(rounds.values()).index(self) :]
        for gap in event.payload.get("accepts", ()):
            until = date.fromisoformat(gap["until"])
            accepted = Accepted(until, event.payload.get("by", ""))
            for round in since:
                round.accepted[gap["subject"], gap["control"]] = accepted


def _issue(event: Event, controls: Mapping[str, Any]) -> Issue:
    said = event.payload
    kind: Kind = said["subject"]["kind"]
    subject = {
        **said["subject"],
        "name": event.personal.get("subject", said["subject"].get("name", "")),
    }
    form = {
        "organisation": event.organisation,
        "campaign": event.campaign,
        "subject": subject,
        "questions": {id: controls[id]["questions"][kind] for id in said["questions"]},
    }
    names = ("person", "part", "facts", "inherited", "carried")
    form |= {name: said[name] for name in names if name in said}
    return Issue(
        event.sequence,
        said["issue"],
        shaped(form, Questionnaire),
        date.fromisoformat(said["issued_on"]),
        event.personal.get("name", ""),
        event.personal.get("email", ""),
        said.get("owner"),
        said.get("facts", {}),
        tuple(said.get("provides", ())),
        said.get("formerly"),
    )


def _beside(other: Issue, issue: Issue) -> Issue:
    """An issue about a subject, once a later one is there."""
    again = other.form.questions.keys() & issue.form.questions.keys()
    instead = issue.subject.kind == "system" or (other.form.person is None and again)
    if other.form.part == issue.form.part and instead:
        return replace(other, superseded=True)
    # one system has one owner and one set of facts, whoever was told of them first
    return replace(other, owner=issue.owner, facts=issue.facts, provides=issue.provides)


def _joined(said: Any, named: Any) -> Any:
    """An answer from its two halves: what may stay for ever, and what may be deleted."""
    whole = {**said, **{k: v for k, v in named.items() if isinstance(v, str)}}
    for part in ("action", "acceptance"):
        if part in said or part in named:
            whole[part] = {**said.get(part, {}), **named.get(part, {})}
    references = named.get("evidence", [])
    whole["evidence"] = [
        {**item, **({"reference": references[i]} if i < len(references) else {})}
        for i, item in enumerate(said.get("evidence", []))
    ]
    return whole
