"""What the officer writes on the command line, checked before it is recorded."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from secaudit.campaign import Action, Decision
from secaudit.language import _
from secaudit.problems import WrongUsage
from secaudit.questionnaire import kind_and_id
from secaudit.validation import did_you_mean

T = TypeVar("T", Action, Decision)
MOST = 4000
"""Characters in a text: what a Word report and a form have room for."""


def text(said: str, what: str) -> str:
    """`said` on one line. Raises WrongUsage where it is empty, too long, or unprintable."""
    line = " ".join(said.split())
    if not line:
        raise WrongUsage(_("{what} is empty: write a text").format(what=what))
    if len(line) > MOST:
        sentence = _("{what} is longer than {most} characters")
        raise WrongUsage(sentence.format(what=what, most=MOST))
    if not line.isprintable():
        sentence = _("{what} holds a character that cannot be printed")
        raise WrongUsage(sentence.format(what=what))
    return line


def ahead(day: date, on: date, what: str) -> date:
    """`day`. Raises WrongUsage if it lies before `on`."""
    if day < on:
        sentence = _("{what} {day} has passed")
        raise WrongUsage(sentence.format(what=what, day=day))
    return day


def by_id(id: str, known: Iterable[T], sentence: str) -> T:
    """The action or decision of that id, in either case.

    Raises WrongUsage with the sentence, and the id that was probably meant.
    """
    ids = {one.id.casefold(): one for one in known}
    if id.strip().casefold() not in ids:
        near = did_you_mean(id, [one.id for one in ids.values()])
        raise WrongUsage(sentence.format(id=id) + near)
    return ids[id.strip().casefold()]


def matching(key: str, keys: Iterable[str]) -> list[str]:
    """Those of `keys` (such as `system:backup`) that `key`, or its id alone, names, sorted."""
    return sorted(k for k in keys if key in (k, kind_and_id(k)[1]))


def named(key: str, keys: Iterable[str]) -> str:
    """The one that matches. Raises WrongUsage where there is none, or several."""
    known = set(keys)
    found = matching(key, known)
    if len(found) == 1:
        return found[0]
    if found:
        sentence = _("'{key}' is several: {keys}")
        raise WrongUsage(sentence.format(key=key, keys=", ".join(found)))
    sentence = _("there is nothing called '{key}' in the campaign").format(key=key)
    near = [kind_and_id(k)[1] for k in sorted(known)] if ":" not in key else known
    raise WrongUsage(sentence + did_you_mean(key, near))
