"""The fold: events give the state of every campaign. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from secaudit.campaign.acts import Key
from secaudit.campaign.following import Acts
from secaudit.campaign.issuing import answer_of, beside, issue_of
from secaudit.campaign.mailed import take_mailed, take_outcome
from secaudit.campaign.model import Accepted, Campaign, Withdrawn
from secaudit.campaign.review import Review
from secaudit.campaign.rounds import Round, Rounds, bring_along, show_earlier
from secaudit.campaign.word import Word, answered_by
from secaudit.language import _
from secaudit.problems import Refused
from secaudit.questionnaire import STATUSES
from secaudit.register import Event
from secaudit.validation import shaped


def fold(events: Iterable[Event]) -> dict[str, Campaign]:
    """Every campaign that the events tell of, in the order they were opened."""
    rounds: dict[str, Round] = {}
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


def _take(event: Event, rounds: dict[str, Round]) -> None:
    if event.kind == "campaign-opened":
        before = next(reversed(rounds.values()), None)
        rounds[event.campaign] = Round.opened(event, before)
    elif event.campaign in rounds and event.kind in _TAKEN:
        _TAKEN[event.kind](rounds[event.campaign], event, rounds)


def _issued(round: Round, event: Event, rounds: Rounds) -> None:
    issue = issue_of(event, round.state.controls)
    if issue.form.person:
        round.state.names[issue.form.person] = issue.name
    if issue.form.occasion:  # a small form stands beside those that count
        show_earlier(issue, round, rounds)
        round.issues[issue.id] = issue
        return
    round.state.withdrawn.pop(issue.subject.key, None)
    for id in event.payload.get("instead_of", ()):
        old = round.issues[id]
        round.issues[id] = replace(old, superseded=True, replaced_by=issue.id)
    for id in round.about.setdefault(issue.subject, []):
        round.issues[id] = beside(round.issues[id], issue)
        issue = replace(issue, formerly=issue.formerly or round.issues[id].formerly)
    round.about[issue.subject].append(issue.id)
    round.issues[issue.id] = issue
    if issue.subject.kind == "system":
        bring_along(round, issue, rounds)
    show_earlier(issue, round, rounds)


def _withdrawn(round: Round, event: Event, _rounds: Rounds) -> None:
    """A subject is taken out of the campaign; what was said of it stays in the register."""
    of_subject = [i for i in round.issues.values() if i.subject.key == event.subject]
    for issue in of_subject:
        round.issues[issue.id] = replace(issue, superseded=True)
    on = date.fromisoformat(event.payload["on"])
    reason = event.personal.get("reason", "")
    round.state.withdrawn[event.subject] = Withdrawn(of_subject[-1].subject, on, reason)


def _assessed(round: Round, event: Event, _rounds: Rounds) -> None:
    """The latest word counts; one given after the end is kept apart from the figures."""
    state = round.state
    words = state.words if state.closed_on is None else state.after
    told, named = event.payload, event.personal.get("answers", {})
    on = date.fromisoformat(told["answered_on"])
    person, issue = told.get("person"), told.get("issue", "")
    form = round.issues.get(issue)
    by = answered_by(event, *((form.name, form.email) if form else ("", "")))
    _document(round, event)
    if staff := shaped(told.get("staff", {}), dict[str, int]):
        state.staff.clear()
        state.staff.update(staff)
    if first := told.get("survey"):
        state.surveys[event.sequence] = first
    for control, answer in told["answers"].items():
        _refuse_unknown(answer["status"])
        words[event.subject, control] = Word(
            answer=answer_of(answer, named.get(control, {})),
            person=person,
            answered_on=on,
            campaign=event.campaign,
            sequence=event.sequence,
            issue=issue,
            by=by,
        )


def _document(round: Round, event: Event) -> None:
    """The document of an event, what it takes the place of, and which files lay there."""
    state, told, form = round.state, event.payload, event.payload.get("issue", "")
    words = (state.latest((event.subject, control)) for control in told["answers"])
    before = {word.sequence for word in words if word}
    before.add(round.last_of.get(form, event.sequence))
    state.later.update(dict.fromkeys(before - {event.sequence}, event.sequence))
    state.documents[told["document"]] = round.last_of[form] = event.sequence
    file = event.personal.get("file", {})
    lay = file.get("lay") or {file.get("name", ""): told.get("file", "")}
    state.seen.setdefault(form, {}).update(lay)


def _reviewed(round: Round, event: Event, _rounds: Rounds) -> None:
    told, named = event.payload, event.personal
    if "control" not in told:
        return
    _refuse_unknown(told.get("status", "met"))
    review = Review(
        outcome=told["outcome"],
        status=told.get("status"),
        reason=named.get("reason", ""),
        of=told["of"],
        control=told["control"],
        by=named.get("by", ""),
        sequence=event.sequence,
    )
    round.state.reviews[event.subject, review.control] = review
    round.reviews_of[review.of, review.control] = review


def _refuse_unknown(status: str) -> None:
    if status not in STATUSES:
        raise ValueError(status)


def _decided(round: Round, event: Event, rounds: Rounds) -> None:
    """A gap is accepted until its date, also in the campaigns that follow.

    No decision changes the figures of a campaign that is closed.
    """
    every = list(rounds.values())
    states = [following.state for following in every[every.index(round) :]]
    changed = [state.decided for state in states]
    changed += [state.accepted for state in states if state.closed_on is None]
    newly, back = _accepted(event), event.payload.get("takes_back")
    for gaps in changed:
        for key in [key for key, one in gaps.items() if one.decision == back]:
            del gaps[key]  # what is taken back accepts nothing any more
        gaps.update(newly)


def _accepted(event: Event) -> dict[Key, Accepted]:
    told, since = event.payload, event.on
    by, id = told.get("by", ""), told.get("decision", "")
    return {
        (gap["subject"], gap["control"]): Accepted(
            date.fromisoformat(gap["until"]), by, since, id
        )
        for gap in told.get("accepts", ())
    }


def _extended(round: Round, event: Event, _rounds: Rounds) -> None:
    until = date.fromisoformat(event.payload["until"])
    round.state.extended[event.payload["person"]] = until


def _mailed(round: Round, event: Event, _rounds: Rounds) -> None:
    take_mailed(round.state.mails, event)


def _mail_outcome(round: Round, event: Event, _rounds: Rounds) -> None:
    take_outcome(round.state.mails, event)


def _closed(round: Round, event: Event, _rounds: Rounds) -> None:
    on = date.fromisoformat(event.payload["on"])
    round.state = replace(round.state, closed_on=on, closed_in=event.sequence)


_TAKEN: dict[str, Callable[[Round, Event, Rounds], None]] = {
    "issued": _issued,
    "withdrawn": _withdrawn,
    "assessed": _assessed,
    "reviewed": _reviewed,
    "decision": _decided,
    "extended": _extended,
    "campaign-closed": _closed,
    "mailed": _mailed,
    "mail-outcome": _mail_outcome,
}
"""By kind of event, what it does to its campaign."""
