"""Tags that Word split over several runs, made whole again.

Word splits a tag where somebody set half of it in bold, or where it once marked a spelling.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, groupby
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

TAG = re.compile(r"\{\{.{,2000}?\}\}|\{%.{,2000}?%\}|\{#.{,2000}?#\}", re.DOTALL)
"""A tag; one that is longer is none, so that what never ends is not sought to the end."""
OPENING = re.compile(r"\{[{%#]")
SHOWN = 80
"""Characters of what does not end, of which a message shows the first."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT, _PARAGRAPH, _RUN = qn("w:t"), qn("w:p"), qn("w:r")
_SIGNS = {
    **dict.fromkeys((qn("w:tab"), qn("w:br"), qn("w:cr")), " "),
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
"""What Word writes as an element of its own, and reads as a sign."""


def join(root: Any) -> Iterator[str]:
    """Put each tag into one run, with the looks of its first character; what begins in one
    paragraph and does not end there is no tag any more, and comes back."""
    for paragraph in holding(root, "{"):
        pieces = list(_pieces(paragraph))
        said = list(map(_said, pieces))
        whole = "".join(said)
        starts = list(accumulate(map(len, said), initial=0))
        left = list(unended(whole))
        yield from (whole[at : at + SHOWN] for at in left)
        _blank(pieces, starts, left)
        for tag in reversed(list(TAG.finditer(whole))):
            _gather(pieces, starts, *tag.span())


def holding(root: Any, *signs: str) -> list[Any]:
    """The paragraphs of a part that hold one of the signs, in order."""
    asked = " or ".join(f"contains(., '{sign}')" for sign in signs)
    texts = etree.XPath(f".//w:t[{asked}]", namespaces={"w": _W})(root)
    found = (next(text.iterancestors(_PARAGRAPH), None) for text in texts)
    return [each for each in dict.fromkeys(found) if each is not None]


def unended(text: str) -> Iterator[int]:
    """Where something begins as a tag and does not end."""
    end = 0
    for tag in TAG.finditer(text):
        yield from (each.start() for each in OPENING.finditer(text, end, tag.start()))
        end = tag.end()
    yield from (each.start() for each in OPENING.finditer(text, end))


def text_of(paragraph: Any) -> str:
    """What a paragraph says, with a blank for a tab and a line break."""
    return "".join(map(_said, _pieces(paragraph)))


def beginning_of(paragraph: Any) -> str:
    """As much of what a paragraph says as a message can bear."""
    said = ""
    for piece in _pieces(paragraph):
        said = (said + _said(piece)).lstrip()
        if len(said) > 60:
            break
    return " ".join(said.split())


def _pieces(paragraph: Any) -> Iterator[Any]:
    """The texts and signs of a paragraph, without those of a text box that stands in it."""
    for piece in paragraph.iter(_TEXT, *_SIGNS):
        in_run = piece.getparent().tag == _RUN
        if in_run and next(piece.iterancestors(_PARAGRAPH), None) is paragraph:
            yield piece


def _said(piece: Any) -> str:
    return _SIGNS.get(piece.tag) or piece.text or ""


def _blank(pieces: list[Any], starts: list[int], places: list[int]) -> None:
    """Put a blank in the place of every brace there."""
    by_piece = groupby(places, lambda at: bisect_right(starts, at) - 1)
    for piece, inside in by_piece:
        signs = list(_said(pieces[piece]))
        for at in inside:
            signs[at - starts[piece]] = " "
        pieces[piece].text = "".join(signs)


def _gather(pieces: list[Any], starts: list[int], start: int, end: int) -> None:
    """Move the characters from start to end into the piece where the first of them stands.

    What stands before the start is as it was: tags are gathered from the last to the first.
    """
    first, last = (bisect_right(starts, at) - 1 for at in (start, end - 1))
    held = [piece for piece in pieces[first : last + 1] if _said(piece)]
    if len(held) < 2:
        return
    kept = _said(held[0])[: start - starts[first]]
    after = _said(held[-1])[end - starts[last] :]
    whole = "".join(map(_said, held))
    held[0].text = kept + whole[len(kept) : len(whole) - len(after)]
    for piece in held[1:]:
        if piece.tag == _TEXT:
            piece.text = after if piece is held[-1] else ""
        else:
            piece.getparent().remove(piece)
