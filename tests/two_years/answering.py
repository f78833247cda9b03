"""How people answer: by chance that is the same every time, and mostly as the year before."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from secaudit.demo.respondent import Reply, fill_in
from tests.two_years.people import DIRECTORATES, SERVICES

_QUESTION = re.compile(
    r"^  ([A-Z][A-Za-z0-9.]+):\n((?:(?!  [A-Z]).*\n)*)", re.MULTILINE
)
_WORDS = ("opfyldt", "delvist opfyldt", "ikke opfyldt", "ved ikke", "ikke relevant")
_WEIGHTS = (60, 14, 10, 6, 10)
_KNOWN = {
    "system-backup/A.8.14": "opfyldt",
    "system-serverdrift/A.8.14": "delvist opfyldt",
}
"""Two services answer for the same, and one of them is worse."""
_EVERYWHERE = "'ikke relevant' kan ikke bruges her"
_EMPLOYEES = dict(zip(DIRECTORATES, (412, 655, 187, 3), strict=True))


def filled(
    form: str,
    reply: Reply,
    year: str,
    instead: dict[str, dict[str, Any]] | None = None,
    share: float = 1,
) -> str:
    """The form as its person fills it in; `share` is how much of it is answered.

    `instead` is what they answer where chance is not to say.
    """
    told = dict(_answers(form, reply, year))
    kept = list(told)[: round(len(told) * share)]
    answers = {id: told[id] for id in kept} | (instead or {})
    whole = Reply(
        reply.person,
        reply.form,
        reply.post,
        reply.answered_on,
        answers,
        only=True,
        employees=_EMPLOYEES,
    )
    return fill_in(form, whole)


def corrected(text: str, fact: str, value: str) -> str:
    """The form with another fact."""
    return re.sub(rf"^  {fact}:.*$", f"  {fact}: {value}", text, flags=re.MULTILINE)


def wishing(text: str, control: str, until: date) -> str:
    """The form with a wish that the gap in `control` be accepted."""
    before, after = text.split(f"\n  {control}:\n")
    wish = f'acceptance: {{why: "Skiftes ud", until: {until}}}'
    empty = 'acceptance: {why: "", until: }'
    return f"{before}\n  {control}:\n{after.replace(empty, wish, 1)}"


def _answers(
    form: str, reply: Reply, year: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    for control, asked in _QUESTION.findall(form):
        yield (
            control,
            _answer(f"{reply.form}/{control}", asked, year, reply.answered_on),
        )


def _answer(about: str, asked: str, year: str, on: date) -> dict[str, Any]:
    chance = random.Random(f"{about}/{year}")  # noqa: S311 the same every time
    status = _status(about, year, asked)
    answer: dict[str, Any] = {
        "status": status,
        "maturity": chance.choice((0, 1, 2, 3, 3, 4, 5)),
        "shares": chance.choice(((90, 6, 4), (70, 20, 10))),
        "comment": ""
        if status == "opfyldt" and "maturity:" not in asked
        else "Se sagen",
        "reviewed_on": on - timedelta(days=chance.randint(3, 430)),
    }
    if status in ("delvist opfyldt", "ikke opfyldt") and chance.random() < 0.4:
        due = on + timedelta(days=chance.randint(30, 300))
        answer["action"] = {"what": f"Ret {about}", "due": due, "hours": 8, "cost": 500}
    return answer


def _status(about: str, year: str, asked: str) -> str:
    """What was so the year before is mostly so still."""
    first = random.Random(about)  # noqa: S311 the same every time
    later = random.Random(f"{about}: {year}")  # noqa: S311 the same every time
    status = first.choices(_WORDS, _WEIGHTS)[0]
    if year != "2025" and later.random() < 0.3:
        status = later.choices(_WORDS, _WEIGHTS)[0]
    status = _KNOWN.get(about, status)
    service = about.partition("/")[0].removeprefix("system-") in SERVICES
    if status == "ikke relevant" and (service or _EVERYWHERE in " ".join(_told(asked))):
        return "ikke opfyldt"
    return status


def _told(asked: str) -> Iterator[str]:
    """The words of the comments above a question."""
    for line in asked.splitlines():
        if line.lstrip().startswith("#"):
            yield line.lstrip("# ")
