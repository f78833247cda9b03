"""Words in a template that are probably meant to be filled, and are no tags: {kommune}, [dato]."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Any, get_type_hints

from secaudit.language import _
from secaudit.report.word.opening.fields import codes
from secaudit.report.word.opening.joining import TAG, holding, text_of
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
Found = tuple[str, str, bool]
"""As it stands, the word in it, and whether it can hardly be meant as anything else."""


def meant(word: str, names: Collection[str]) -> str:
    """The tag among `names` that an everyday word is probably meant for; empty if none is."""
    name = _MEANT.get(" ".join(word.casefold().replace("_", " ").split()), "")
    return name if name in names else ""


def placeholders(roots: Iterable[Any], model: type[Shown]) -> Iterator[str]:
    """What stands there as if it were to be filled, each once, with what to write."""
    names = tuple(get_type_hints(model))
    found = dict.fromkeys(each for root in roots for each in _found(root))
    return islice(_told(found, names), _MOST)


def _told(found: Iterable[Found], names: Collection[str]) -> Iterator[str]:
    for shown, word, surely in found:
        name = meant(word, names) or (_near(word, names) if surely else "")
        if name:
            sentence = _("'{shown}' is no tag, and stays as it is; write {tag}")
            yield sentence.format(shown=shown, tag=f"{{{{ {name} }}}}")
        elif surely:
            sentence = _(
                "'{shown}' is no tag, and stays as it is; a tag is written as {tag}"
            )
            yield sentence.format(shown=shown, tag="{{ organisation }}")


def _found(root: Any) -> Iterator[Found]:
    fields: dict[str, Found] = {}
    for code, _at in codes(root):
        if merged := _MERGED.match(code):
            word = merged[1]
            fields[f"«{word}»"] = f"MERGEFIELD {word}", word, True
    for paragraph in holding(root, "{", "<", "[", "«"):
        text = TAG.sub("\n", text_of(paragraph))
        for found in _BRACED.finditer(text):
            if _NAME.fullmatch(found[1]) or found[1].casefold() in _MEANT:
                yield found[0], found[1], True
        for found in _BRACKETED.finditer(text):
            fields.pop(found[0], None)  # what Word shows of a field for a mail merge
            yield found[0], next(filter(None, found.groups())), False
    yield from fields.values()


def _near(word: str, names: Collection[str]) -> str:
    first = word.partition(".")[0]
    close = get_close_matches(word, names, 1, _CLOSE)
    return word if first in names else next(iter(close), "")
