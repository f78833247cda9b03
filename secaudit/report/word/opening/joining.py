"""Tags that Word split over several runs, made whole again.

Word splits a tag where somebody set half of it in bold, or where it once marked a spelling.
"""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BEGINNING = re.compile(r"\{[{%#].*", re.DOTALL)
_TEXT = qn("w:t")
_BLANK = (qn("w:tab"), qn("w:br"), qn("w:cr"))


def join(root: Any) -> Iterator[str]:
    """Put each tag into one run, with the looks of its first character; what begins in one
    paragraph and does not end there cannot be joined, and comes back."""
    for paragraph in root.iter(qn("w:p")):
        pieces = list(_pieces(paragraph))
        whole = "".join(map(_said, pieces))
        if "{" not in whole:
            continue
        for tag in reversed(list(TAG.finditer(whole))):
            _gather(pieces, *tag.span())
        if left := _BEGINNING.search(TAG.sub("", whole)):
            yield left[0]


def text_of(paragraph: Any) -> str:
    """What a paragraph says, with a blank for a tab and a line break."""
    return "".join(map(_said, _pieces(paragraph)))


def _pieces(paragraph: Any) -> Iterator[Any]:
    """The texts and blanks of a paragraph, without those of a text box that stands in it."""
    for piece in paragraph.iter(_TEXT, *_BLANK):
        in_run = piece.getparent().tag == qn("w:r")
        if in_run and next(piece.iterancestors(qn("w:p"))) is paragraph:
            yield piece


def _said(piece: Any) -> str:
    return (piece.text or "") if piece.tag == _TEXT else " "


def _gather(pieces: list[Any], start: int, end: int) -> None:
    """Move the characters from start to end into the piece where the first of them stands."""
    at, held = 0, []
    for piece in pieces:
        said = _said(piece)
        begin, stop = max(start - at, 0), min(end - at, len(said))
        at += len(said)
        if begin < stop:
            held.append((piece, said[:begin], said[begin:stop], said[stop:]))
    if len(held) > 1:
        held[0][0].text = held[0][1] + "".join(part for _p, _b, part, _a in held)
        for piece, _before, _part, after in held[1:]:
            if piece.tag == _TEXT:
                piece.text = after
            else:
                piece.getparent().remove(piece)
