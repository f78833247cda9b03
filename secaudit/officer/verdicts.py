"""What the officer says of an answer, and the rules for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from secaudit.campaign import OUTCOMES, AnsweredBy, Review
from secaudit.gaps import Item
from secaudit.language import _, active
from secaudit.officer.breach import Breach
from secaudit.problems import Refused
from secaudit.questionnaire import STATUSES, UNANSWERED, status_of, word
from secaudit.validation import shortened


@dataclass(frozen=True)
class Work:
    """An answer to review."""

    item: Item
    review: Review | None
    """What was said of it already."""

    @property
    def status(self) -> str:
        """What the owner answered."""
        return self.item.word.answer.status if self.item.word else UNANSWERED

    @property
    def by(self) -> AnsweredBy:
        """Who answered, and to whom the form was issued."""
        return self.item.word.by if self.item.word else AnsweredBy()


@dataclass(frozen=True)
class Verdict:
    """What the reviewer says of one answer."""

    subject: str
    """Its key, or its id alone."""
    control: str
    outcome: str
    """agreed, returned or assessed."""
    status: str = ""
    """What it is assessed as, in either language."""
    reason: str = ""
    of: int | None = None
    """The event of the answer that the reviewer read; None is the latest."""


def breaches(verdict: Verdict, item: Item) -> Iterator[Breach]:
    """The rules that a verdict on an answer breaks."""
    if verdict.of is not None and item.word and verdict.of != item.word.sequence:
        sentence = _(
            "{control} of {subject} has been answered again since; read it first"
        )
        text = sentence.format(control=item.control.id, subject=item.subject.name)
        yield Breach("of", "changed-since", text, error=Refused)
        return
    if verdict.outcome != "agreed" and not verdict.reason.strip():
        sentence = _("say why in --reason: the owner is to understand it")
        here = _("say here why: the owner is to understand it")
        yield Breach("reason", "missing-reason", sentence, here)
    if verdict.outcome == "assessed":
        yield from _assessed(verdict.status, item)
    elif verdict.status:
        sentence = _("belongs to the verdict '{verdict}' only")
        assessed = OUTCOMES["assessed"]
        text = sentence.format(verdict=_(assessed))
        yield Breach("status", "needless-status", text)


def _assessed(written: str, item: Item) -> Iterator[Breach]:
    status = status_of(written)
    if status is None:
        known = ", ".join(f"'{word(s, active())}'" for s in STATUSES)
        sentence = _("'{written}' is not a valid status; write {known}")
        text = sentence.format(written=shortened(written), known=known)
        missing = "" if written else _("say here what it is assessed as")
        code = "unknown-status" if written else "missing-status"
        yield Breach("status", code, text, missing)
    elif item.word and status == item.word.answer.status:
        agreed = OUTCOMES["agreed"]
        here = _("is what the owner answered; the verdict is '{verdict}' then")
        sentence = _("that is what the owner answered; use --agree")
        yield Breach("status", "same-status", sentence, here.format(verdict=_(agreed)))
    elif status == "not-applicable" and item.question.not_applicable == "never":
        sentence = _("'{written}' cannot be answered here").format(written=written)
        yield Breach("status", "not-applicable-here", sentence, error=Refused)
