"""Opening a Word file that somebody else made: nothing in it is trusted before it is looked at."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import Any

from lxml import etree

from secaudit.language import _, later
from secaudit.report.word.opening import annotations, relations
from secaudit.report.word.opening.annotations import Annotations
from secaudit.report.word.opening.faults import MOST
from secaudit.report.word.opening.fields import fetching
from secaudit.report.word.opening.joining import beginning_of
from secaudit.report.word.opening.unpacking import (
    TYPES,
    packed,
    parsed,
    refused,
    unpacked,
)
from secaudit.validation import shortened

_DOCUMENT = b"wordprocessingml.document.main+xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_MACROS = (b"macroenabled", b"vbaproject")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_VML = "{urn:schemas-microsoft-com:vml}"
_NOT_HELD = {
    f"{_OFFICE}OLEObject": later(
        "an object is embedded in {part}; delete it, or paste it as a picture"
    ),
    f"{_W}control": later("an ActiveX control stands in {part}; delete it"),
    f"{_W}altChunk": later(
        "another document is embedded in {part}; copy its text instead"
    ),
    f"{_W}subDoc": later(
        "another document is embedded in {part}; copy its text instead"
    ),
    f"{_W}mailMerge": later(
        "it is made for a mail merge; choose Mailings, Start Mail Merge, Normal Word Document"
    ),
}
_PICTURES = tuple(f"{_VML}{name}" for name in ("imagedata", "fill", "stroke"))
_NEAR = 20
"""Paragraphs among which the text before an element is looked for."""
_IN_WORD = re.compile(r"word/([^/]*?)\d*\.xml")
_CALLED = {
    "document": later("the text"),
    "header": later("a header"),
    "footer": later("a footer"),
    "footnotes": later("the footnotes"),
    "endnotes": later("the endnotes"),
}
"""What a user calls the parts that hold text."""


@dataclass(frozen=True)
class Package:
    """A Word file that can be opened, without what people wrote about it."""

    file: BytesIO
    faults: tuple[str, ...]
    """What it holds that a template must not, a sentence each."""
    comments: Annotations
    changes: Annotations


def package(path: Path) -> Package:
    """The file as a Word document. Raises Refused, with a sentence, if it is none."""
    parts = unpacked(path)
    types = _types(path, parts)
    trees = parsed(path, parts)
    faults = dict.fromkeys(islice(_faults(trees), MOST))
    comments = annotations.comments(trees.values())
    changes = annotations.changes(trees.values())
    _take_out(trees, parts)
    # half of a field may have been deleted
    faults |= dict.fromkeys(islice(_faults(trees), MOST))
    _mend(path, trees, parts)
    whole = {
        name: etree.tostring(tree, encoding="UTF-8", standalone=True)
        for name, tree in trees.items()
    }
    file = packed({**parts, **whole, TYPES: types})
    return Package(file, tuple(faults), comments, changes)


def _types(path: Path, parts: Mapping[str, bytes]) -> bytes:
    """The types of the parts, of a document where they were of a template."""
    types = parts.get(TYPES, b"")
    named = types.lower() + " ".join(parts).lower().encode()
    if any(word in named for word in _MACROS):
        raise refused(_("{path} holds macros; save it as .docx without them"), path)
    if _DOCUMENT not in types and _TEMPLATE not in types:
        raise refused(_("{path} is not a Word document (.docx)"), path)
    return types.replace(_TEMPLATE, _DOCUMENT)


def _faults(trees: Mapping[str, Any]) -> Iterator[str]:
    """What a template must not hold: what is fetched, or run, when it is opened."""
    for _name, owner, listed in relations.listed(trees):
        yield from relations.unfit(owner, listed, relations.used(trees.get(owner)))
    for name, root in trees.items():
        for element in root.iter(*_NOT_HELD):
            yield _(_NOT_HELD[element.tag]).format(part=_place(name, element))
        pictures = (each.get("src", "") for each in root.iter(*_PICTURES))
        for target in filter(None, pictures):
            yield relations.linked(target)
        yield from unfit_fields(root, name)


def unfit_fields(root: Any, name: str) -> Iterator[str]:
    """The fields of a part that fetch or run something, a sentence each."""
    for code, at in fetching(root):
        sentence = _(
            "the field '{field}' in {part} fetches what is not in the file, or runs it; select "
            "it in Word and press Ctrl+Shift+F9"
        )
        yield sentence.format(field=shortened(code), part=_place(name, at))


def _place(part: str, element: Any) -> str:
    """Where an element stands: its part, and the text around it or before it."""
    paragraph = next(element.iterancestors(f"{_W}p"), element)
    before = chain([paragraph], paragraph.itersiblings(preceding=True))
    texts = (beginning_of(each) for each in islice(before, _NEAR))
    text = next(filter(None, texts), "")
    called = _IN_WORD.fullmatch(part)
    known = _CALLED.get(called[1]) if called else None
    where = _(known) if known else part
    if not text:
        return where
    return _("{part} at '{text}'").format(part=where, text=shortened(text))


def _take_out(trees: dict[str, Any], parts: dict[str, bytes]) -> None:
    """Leave out what people wrote about the template, and the parts that hold it."""
    for _list, owner, listed in list(relations.listed(trees)):
        for relation in listed:
            if relations.kind(relation) in annotations.RELATED:
                name = relations.target(owner, relation)
                parts.pop(name, None)
                trees.pop(name, None)
                relation.getparent().remove(relation)
    for root in trees.values():
        annotations.take_out(root)


def _mend(path: Path, trees: Mapping[str, Any], parts: Mapping[str, bytes]) -> None:
    """Drop what leads nowhere; refuse what is used and is not there."""
    names = {name.casefold(): name for name in parts}
    known = {owner: listed for _list, owner, listed in relations.listed(trees)}
    owners = [name for name in trees if _IN_WORD.fullmatch(name)]
    for owner in dict.fromkeys((*known, *owners)):
        listed, used = known.get(owner, []), relations.used(trees.get(owner))
        for name in relations.mend(owner, listed, used, names):
            missing = _("{path} is damaged: {part} is missing")
            raise refused(missing, path, part=name)
        ids = {relation.get("Id", "") for relation in listed}
        if owner in owners and set(used) - ids:
            part = relations.list_of(owner)
            raise refused(_("{path} is damaged: {part} is not whole"), path, part=part)
