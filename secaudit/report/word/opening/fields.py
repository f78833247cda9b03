"""The fields of a part, which Word computes: among them those that fetch or run something."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_FETCHING = (
    *("DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE"),
    *("INCLUDETEXT", "LINK", "PRINT", "RD"),
)
_MARK, _SIMPLE = qn("w:fldChar"), qn("w:fldSimple")
_CODES = (qn("w:instrText"), qn("w:delInstrText"))
_TEXTS = (qn("w:t"), qn("w:delText"))
_BLANKS = (qn("w:p"), qn("w:tab"), qn("w:br"), qn("w:cr"))
_STORIES = tuple(map(qn, ("w:txbxContent", "w:footnote", "w:endnote", "w:docPartBody")))
_WITHIN = "\0"
"""What stands in a code for a field within it."""
_NAME = re.compile(rf"\s*([A-Za-z]*)({_WITHIN}?)")
_QUOTES = "\"'“”„«»"
Code = tuple[str, Any]
"""What a field is to do, and the element where it begins."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _Field:
    """A field that has begun. Its code is read twice, since Word may drop the blanks around a
    piece of it: so `DATA BASE` is DATABASE too."""

    def __init__(self, begin: Any) -> None:
        self.begin = begin
        self.kept: list[str] = []
        self.dropped: list[str] = []
        self.in_code = True

    def add(self, text: str, *, keeps: bool) -> None:
        self.kept.append(text)
        self.dropped.append(text if keeps else text.strip())

    def codes(self) -> set[Code]:
        return {("".join(self.kept), self.begin), ("".join(self.dropped), self.begin)}


def codes(root: Any) -> Iterator[Code]:
    """The code of every field; a field within another is told by itself, and is a NUL in the
    code of the other. Of codes that stand outside of fields, every word.

    A field may go over several runs and paragraphs. A text box and a note have their own.
    """
    stories: defaultdict[Any, list[_Field]] = defaultdict(lambda: [_Field(root)])
    for piece in root.iter(_MARK, _SIMPLE, *_CODES, *_TEXTS, *_BLANKS):
        if stories or piece.tag not in (*_TEXTS, *_BLANKS):
            story = next(piece.iterancestors(*_STORIES), root)
            yield from _read(piece, stories[story])
    for outside, *unended in stories.values():
        yield from ((word, at) for code, at in outside.codes() for word in code.split())
        yield from (code for field in unended for code in field.codes())


def _read(piece: Any, begun: list[_Field]) -> Iterator[Code]:
    """Add a piece to the field that is open; the codes that it brings to an end."""
    field = begun[-1]
    if piece.tag == _SIMPLE:
        yield piece.get(qn("w:instr"), ""), piece
        _note_within(begun)
    elif piece.tag == _MARK:
        yield from _turned(piece, begun)
    elif piece.tag in _BLANKS:
        field.add(" ", keeps=True)
    elif piece.tag in _CODES or (field.in_code and len(begun) > 1):
        owner = field if field.in_code else begun[0]
        owner.add(piece.text or "", keeps=piece.get(_SPACE) == "preserve")


def _turned(mark: Any, begun: list[_Field]) -> Iterator[Code]:
    kind = mark.get(qn("w:fldCharType"))
    if kind == "begin":
        _note_within(begun)
        begun.append(_Field(mark))
    elif kind == "separate":
        begun[-1].in_code = len(begun) == 1
    elif kind == "end" and len(begun) > 1:
        yield from begun.pop().codes()


def _note_within(begun: list[_Field]) -> None:
    """Note in the field that is open, if one is, that another begins in its code."""
    if len(begun) > 1 and begun[-1].in_code:
        begun[-1].add(_WITHIN, keeps=True)


def fetching(root: Any) -> Iterator[Code]:
    """The codes of fields that fetch or run something, or may: a field whose name is made by
    another can be any."""
    for code, at in codes(root):
        if any(map(_fetches, _readings(code))):
            yield " ".join(code.replace(_WITHIN, "{…}").split()), at


def _readings(code: str) -> Iterator[str]:
    """What a field may be called: Word drops quotes around its name, or ends it at one."""
    seen = [
        sign for sign in code if sign.isprintable() or sign.isspace() or sign == _WITHIN
    ]
    for quote in ("", " "):
        yield "".join(quote if sign in _QUOTES else sign for sign in seen)


def _fetches(code: str) -> bool:
    """Whether it fetches or runs something, or a field within it has a part in its name."""
    found = _NAME.match(code)
    return bool(found and (found[2] or found[1].upper() in _FETCHING))
