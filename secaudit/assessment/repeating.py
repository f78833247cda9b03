"""The word `unchanged`: which earlier answer it stands for, and what that comes to today."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from secaudit.assessment.model import Answer
from secaudit.questionnaire import is_unchanged
from secaudit.validation import plain

_WORD_FIELDS = ("status", "maturity", "counts")
_REPEATED = ("comment", "evidence", "action")
"""What is repeated beside the answer itself: neither a wish nor the date of a review."""


@dataclass(frozen=True)
class Shown:
    """An earlier answer that a form showed beside its question."""

    answer: Answer
    event: int
    """The one in which it was recorded."""
    sent_back: bool = False
    """Whether the officer sent it back: then it cannot be repeated."""


def field_of_word(written: Any, wanted: str) -> str | None:
    """The field in which the word stands: the one that is `wanted`, or any of employees'."""
    fields = _WORD_FIELDS if wanted == "counts" else (wanted,)
    return next((name for name in fields if is_unchanged(written.get(name))), None)


def comes_to(written: Any, wanted: str, shown: Shown | None) -> Any:
    """A raw answer with what its word `unchanged` stands for, and the event that it repeats.

    What was filled in beside the word takes the place of what was said before. A word that
    repeats nothing is left out.
    """
    word = field_of_word(written, wanted)
    if word is None:
        return written
    before = plain(shown.answer) if shown and not shown.sent_back else {}
    if shown is None or wanted == "counts" or wanted not in before:
        return {name: said for name, said in written.items() if name != word}
    beside = {name: before[name] for name in _REPEATED if name in before}
    typed = _said(written)
    for name in beside.keys() & typed.keys() & _TOGETHER.keys():
        typed[name] = _TOGETHER[name](beside[name], typed[name])
    return {**written, **beside, **typed, word: before[word], "repeats": shown.event}


def _said(part: Any) -> dict[str, Any]:
    """The fields in which something is filled in."""
    return {name: said for name, said in part.items() if _says(said)}


def _says(said: Any) -> bool:
    """Whether anything is filled in."""
    if isinstance(said, dict):
        return any(map(_says, said.values()))
    if isinstance(said, list):
        return any(map(_says, said))
    return bool(said.strip()) if isinstance(said, str) else said is not None


def _action(before: Any, typed: Any) -> Any:
    """What is new of the same action; another action stands alone."""
    if _says(typed.get("what")):
        return typed
    return {**before, **_said(typed)}


def _evidence(before: Any, typed: Any) -> Any:
    """The same evidence, seen on other days; other evidence stands alone."""
    if any(_says(piece.get("reference")) for piece in typed if piece):
        return typed
    return [
        {**(was or {}), **_said(now or {})} for was, now in zip_longest(before, typed)
    ]


_TOGETHER = {"action": _action, "evidence": _evidence}
