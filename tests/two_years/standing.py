"""How every question stands on a day, computed a second time from the rows of the register.

Written from docs/figures.md and the design alone, as plainly as can be: nothing of the package
that computes the same is used.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from tests.two_years.rounds import Key, Round, key


@dataclass(frozen=True)
class Asked:
    """A question to a subject, as it stands."""

    subject: str
    control: Any
    question: Any
    form: Any
    word: Any
    """The answer that counts; empty where there is none."""
    status: str
    reason: str
    """Why it is a gap; empty if it is none."""
    leaves: bool
    """Whether it leaves the denominator."""

    @property
    def key(self) -> Key:
        """What a gap here is known by."""
        return self.subject, self.control["id"]

    @property
    def shortfall(self) -> Fraction:
        """How far it is from being met, 0-1."""
        if not self.reason:
            return Fraction(0)
        whole = self.status in ("not-met", "unknown", "unanswered")
        return Fraction(1) if whole else Fraction(1, 2)


class Standing:
    """The last of some campaigns, as it stands on a day."""

    def __init__(self, rounds: list[Round], day: date) -> None:
        *earlier, self.round = rounds
        closed = self.round.closed_on
        self.day = min(day, date.fromisoformat(closed)) if closed else day
        self.before = Standing(earlier, _last_day(earlier[-1])) if earlier else None

    @cached_property
    def own(self) -> dict[Key, Asked]:
        """Every question that a subject answers itself."""
        return {
            (key(form), id): self._asked(form, id)
            for form in self.round.current
            for id in (*form["questions"], *form.get("carried", {}))
        }

    @cached_property
    def inherited(self) -> dict[Key, Asked]:
        """Every question that common services answer: the answer of the worst of them."""
        found: dict[Key, Asked] = {}
        for form in self.round.current:
            for id, services in form.get("inherited", {}).items():
                answers = [self.own[f"system:{service}", id] for service in services]
                found[key(form), id] = max(answers, key=_badness)
        return found

    @cached_property
    def every(self) -> dict[Key, Asked]:
        """Every question: what a subject answers itself, and what it inherits."""
        return self.inherited | self.own

    @cached_property
    def heirs(self) -> dict[Key, list[str]]:
        """By service and control, the systems that inherit its answer."""
        found: dict[Key, list[str]] = {}
        for form in self.round.current:
            for id, services in form.get("inherited", {}).items():
                for service in services:
                    found.setdefault((f"system:{service}", id), []).append(key(form))
        return found

    @cached_property
    def told(self) -> dict[str, Any]:
        """By subject, the form that was issued about it last: its facts and its owner."""
        return {key(f): f for f in self.round.forms if not f.get("occasion")}

    def back(self, subject: str) -> Iterator[tuple["Standing", str]]:
        """The campaigns before, the latest first, and what the subject is called in each."""
        here: Standing = self
        while here.before:
            formerly = (
                here.told[subject].get("formerly") if subject in here.told else None
            )
            here = here.before
            if formerly and subject not in here.told:
                subject = f"system:{formerly}"
            yield here, subject

    def _asked(self, form: Any, id: str) -> Asked:
        control = self.round.controls[id]
        question = control["questions"][form["subject"]["kind"]]
        word = self._word(form, id)
        review = self.review(word, id)
        status = word.get("status", "unanswered")
        if review.get("outcome") == "assessed":
            status = review["status"]
        if status == "not-applicable" and (key(form), id) in self.heirs:
            status = "unanswered"  # a provider may not say so
        agreed = review.get("outcome") in ("agreed", "assessed")
        free = question.get("not_applicable") == "free"
        reason = self._reason(status, word, review, question)
        leaves = status == "not-applicable" and (free or agreed) and not reason
        return Asked(key(form), control, question, form, word, status, reason, leaves)

    def _word(self, form: Any, id: str) -> Any:
        """The latest word in this campaign, or the one that is carried from an earlier one."""
        said = self.round.words.get((key(form), id))
        year = form.get("carried", {}).get(id)
        if said or not year:
            return said or {}
        then, name = next(
            one for one in self.back(key(form)) if one[0].round.id == year
        )
        return then.round.after.get((name, id)) or then.round.words[name, id]

    def review(self, word: Any, id: str) -> Any:
        """The latest review of an answer; one that is carried may have been reviewed before."""
        here: Standing | None = self
        while here and word:
            if (word["event"], id) in here.round.reviews:
                return here.round.reviews[word["event"], id]
            here = here.before
        return {}

    def _reason(self, status: str, word: Any, review: Any, question: Any) -> str:
        if review.get("outcome") == "returned":
            return "returned"
        if status in ("partial", "not-met", "unknown", "unanswered"):
            return status
        months = question.get("review_every_months")
        if status == "met" and months and word.get("reviewed_on"):
            last = date.fromisoformat(word["reviewed_on"])
            return "overdue" if _later(last, months) < self.day else ""
        return ""


def _badness(asked: Asked) -> tuple[Fraction, bool]:
    return asked.shortfall, asked.status != "met"


def _last_day(round: Round) -> date:
    """The day by which an earlier campaign is judged."""
    return date.fromisoformat(round.closed_on or round.opened["due"])


def _later(day: date, months: int) -> date:
    """The same day so many months later; the last of a month that is too short."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
