"""What an event says, in lines for a reader."""

from collections.abc import Iterator
from typing import Any

from secaudit.campaign import ACTION_STATES, APPROVABLE, OUTCOMES, unchanged_from
from secaudit.digest import canonical
from secaudit.language import _, active, counted, later
from secaudit.questionnaire import word
from secaudit.register import Event

_MAILS = {
    "issued": later("mail with the forms"),
    "reminder": later("reminder"),
    "director": later("list to a director"),
    "receipt": later("receipt"),
}
_OUTCOMES = {
    "taken": later("the mail server took the mail of event {n}"),
    "refused": later("the mail server did not take the mail of event {n}"),
    "doubtful": later(
        "nobody knows whether the mail server took the mail of event {n}"
    ),
}


def told(event: Event, control: str | None) -> Iterator[str]:
    """What happened, a line each; of answers only that on `control`, if one is named."""
    if event.kind == "issued":
        yield from _issued(event)
    elif event.kind == "assessed":
        yield from _answers(event, control)
    elif event.kind == "reviewed":
        yield _reviewed(event)
    elif event.kind == "action":
        yield from _action(event)
    elif event.kind == "decision":
        yield from _decision(event)
    elif event.kind == "transferred":
        said = _("from {was} to {now}")
        yield said.format(was=event.payload["from"], now=event.payload["to"])
    elif event.kind == "mailed":
        yield _mail(event)
    elif event.kind == "mail-outcome":
        yield _settled(event.payload["of"], event.payload["outcome"])
    elif event.kind == "extended":
        yield _("{person} has until {until}").format(**event.payload)
    if event.kind in ("withdrawn", "transferred") and event.personal.get("reason"):
        yield event.personal["reason"]


def _issued(event: Event) -> Iterator[str]:
    n = len(event.payload["questions"])
    said = counted("{n} question; form {{issue}}", "{n} questions; form {{issue}}", n)
    yield said.format(issue=event.payload["issue"])
    for id in event.payload.get("instead_of", ()):
        yield _("instead of form {issue}").format(issue=id)


def _answers(event: Event, control: str | None) -> Iterator[str]:
    named = event.personal.get("answers", {})
    for id, answer in event.payload["answers"].items():
        if control in (None, id):
            yield " · ".join(_answer(id, answer, named.get(id, {})))
    for name, value in event.personal.get("corrections", {}).items():
        yield _("proposes {name}: {value}").format(name=name, value=_shown(value))
    lay = event.personal.get("file", {})
    digest = event.payload["file"] or lay.get("sha256", "–")
    file = _("file {name}, SHA-256 {digest}")
    yield file.format(name=lay.get("name", ""), digest=digest)
    yield from _came_by(event)


def _came_by(event: Event) -> Iterator[str]:
    """Who sent the mail that the file came in, and when."""
    sender = event.personal.get("file", {}).get("sender")
    time = event.payload.get("sent_at", "–")
    if sender:
        said = _("sent by {sender}, {time}")
        yield said.format(sender="{name} <{email}>".format(**sender), time=time)


def _answer(id: str, answer: Any, named: Any) -> Iterator[str]:
    yield f"{id}: {word(answer['status'], active())}"
    if "maturity" in answer:
        yield _("maturity {level}").format(level=answer["maturity"])
    if repeated := unchanged_from(answer.get("repeats")):
        yield repeated
    for department, counts in answer.get("counts", {}).items():
        yield f"{department or '…'}: {sum(counts.values())}"
    if answer.get("reviewed_on"):
        yield _("reviewed {date}").format(date=answer["reviewed_on"])
    for text in (named.get("comment"), *named.get("evidence", ())):
        if text:
            yield " ".join(text.split())
    proposes, wishes = _("proposes: {what}"), _("wishes it accepted: {what}")
    for part, sentence in (("action", proposes), ("acceptance", wishes)):
        facts = {**named.get(part, {}), **answer.get(part, {})}
        order = ("what", "why", "responsible", "due", "until")
        if facts:
            parts = ", ".join(str(facts[name]) for name in order if name in facts)
            yield sentence.format(what=parts)


def _reviewed(event: Event) -> str:
    said = event.payload
    parts = [said.get("control") or said.get("fact", "")]
    outcome = OUTCOMES[said["outcome"]]
    outcome = _(outcome)
    if said.get("status"):
        outcome = f"{outcome}: {word(said['status'], active())}"
    of = _("of the answer in event {n}").format(n=said["of"])
    parts += [outcome, of, event.personal.get("reason", "")]
    return " · ".join(filter(None, parts))


def _action(event: Event) -> Iterator[str]:
    said, named = event.payload, event.personal
    parts = [said["action"], named.get("what", "")]
    status = ACTION_STATES.get(said.get("status", ""))
    if status:
        parts.append(_(status))
    if "due" in said:
        parts.append(_("due {date}").format(date=said["due"]))
    parts += (named.get(name, "") for name in ("responsible", "reason", "evidence"))
    yield " · ".join(filter(None, parts))


def _decision(event: Event) -> Iterator[str]:
    said = event.payload
    if "takes_back" in said:
        back = _("{id} is withdrawn: {reason}")
        reason = event.personal.get("reason", "–")
        yield back.format(id=said["takes_back"], reason=reason)
        return
    parts = [said.get("decision", ""), said.get("on", ""), said.get("by", "")]
    parts += [said.get("case", ""), event.personal.get("text", "")]
    yield " · ".join(filter(None, parts))
    for name in said.get("approves", ()):
        yield _("approves {what}").format(what=_(APPROVABLE[name]))
    for gap in said.get("accepts", ()):
        about = f"{gap['subject']}/{gap['control']}"
        sentence = _("{gap} may stand until {until}")
        if gap.get("legal"):
            sentence = _("{gap} is a known duty by law, with a deadline {until}")
        yield sentence.format(gap=about, until=gap["until"])


def _mail(event: Event) -> str:
    """What kind of mail, whether it was sent, to whom, and about how many forms."""
    said, forms = event.payload, len(event.payload.get("forms", ()))
    to = event.personal.get("to") or said["to"]
    kind = _MAILS[said["what"]]
    parts = [
        _(kind),
        _("sent") if said["way"] == "sent" else _("draft"),
    ]
    parts.append(_("to {names}").format(names=to))
    if forms:
        parts.append(counted("{n} form", "{n} forms", forms))
    return " · ".join(parts)


def in_doubt(mail: int) -> tuple[str, ...]:
    """What is told of a mail of which no event says what the mail server made of it."""
    return (_settled(mail, "doubtful"),)


def _settled(mail: int, outcome: str) -> str:
    """What the mail server made of a mail."""
    sentence = _OUTCOMES[outcome]
    return _(sentence).format(n=mail)


def _shown(value: Any) -> str:
    return "–" if value is None else canonical(value)
