"""Words in a template that are probably meant to be filled, and are no tags: {kommune}, [dato]."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, get_type_hints

from docx.oxml.ns import qn

from secaudit.language import _
from secaudit.report.word.opening.fields import codes
from secaudit.report.word.opening.joining import TAG, text_of
from secaudit.report.word.shown import Shown

_WORDS = {
    "organisation": (
        *("kommune", "kommunen", "kommunenavn", "kommunens navn", "organisation"),
        *("organisationen", "organization", "municipality", "virksomhed", "company"),
    ),
    "campaign": ("kampagne", "kampagnen", "campaign", "år", "årstal", "year"),
    "date": ("dato", "datoen", "dags dato", "i dag", "date", "today"),
    "title": ("titel", "overskrift", "title", "heading", "emne", "subject"),
    "version": ("version",),
    "system": ("system", "systemet", "systemnavn", "system name"),
    "name": ("navn", "person", "medarbejder", "afdeling", "name", "department"),
}
"""By the name of a tag, the everyday words for it."""
_MEANT = {word: name for name, words in _WORDS.items() for word in words}
_BRACED = re.compile(r"\{\s*([^{}]{1,40}?)\s*\}")
_BRACKETED = re.compile(r"<([^<>]{1,40})>|\[([^\[\]]{1,40})\]|«([^«»]{1,40})»")
_MERGED = re.compile(r"\s*MERGEFIELD\s+\"?([^\"\\\s]+)", re.IGNORECASE)
_NAME = re.compile(r"\w+(\.\w+)*")
_CLOSE = 0.7
_MOST = 20


def meant(word: str, model: type[Shown]) -> str:
    """The tag of the model that an everyday word is probably meant for; empty if none is."""
    names = get_type_hints(model)
    name = _MEANT.get(" ".join(word.casefold().replace("_", " ").split()), "")
    return name if name in names else ""


def placeholders(roots: Iterable[Any], model: type[Shown]) -> Iterator[str]:
    """What stands there as if it were to be filled, each once, with what to write."""
    told: set[str] = set()
    for root in roots:
        for shown, word, surely in _found(root):
            name = meant(word, model) or (_near(word, model) if surely else "")
            if (name or surely) and shown not in told and len(told) < _MOST:
                told.add(shown)
                yield _sentence(shown, name)


def _found(root: Any) -> Iterator[tuple[str, str, bool]]:
    """What may be meant: as it stands, its word, and whether it can hardly be anything else."""
    bracketed: set[str] = set()
    for paragraph in root.iter(qn("w:p")):
        text = TAG.sub("\n", text_of(paragraph))
        for found in _BRACED.finditer(text):
            if _NAME.fullmatch(found[1]) or found[1].casefold() in _MEANT:
                yield found[0], found[1], True
        for found in _BRACKETED.finditer(text):
            bracketed.add(found[0])
            yield found[0], next(filter(None, found.groups())), False
    for code, _at in codes(root):
        merged = _MERGED.match(code)
        if merged and f"«{merged[1]}»" not in bracketed:
            yield f"MERGEFIELD {merged[1]}", merged[1], True


def _near(word: str, model: type[Shown]) -> str:
    names = list(get_type_hints(model))
    first = word.partition(".")[0]
    close = get_close_matches(word, names, 1, _CLOSE)
    return word if first in names else next(iter(close), "")


def _sentence(shown: str, name: str) -> str:
    if name:
        sentence = _("'{shown}' is no tag, and stays as it is; write {tag}")
    else:
        sentence = _(
            "'{shown}' is no tag, and stays as it is; a tag is written as {tag}"
        )
    return sentence.format(shown=shown, tag="{{ " + (name or "organisation") + " }}")
