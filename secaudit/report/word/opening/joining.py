"""Tags that Word split over several runs, made whole again.

Word splits a tag where somebody set half of it in bold, or where it once marked a spelling.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from docx.oxml.ns import qn

TAG = re.compile(r"\{\{.{,2000}?\}\}|\{%.{,2000}?%\}|\{#.{,2000}?#\}", re.DOTALL)
"""A tag; one that is longer is none, so that what never ends is not sought to the end."""
OPENING = re.compile(r"\{[{%#]")
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
    for paragraph in root.iter(_PARAGRAPH):
        pieces = list(_pieces(paragraph))
        said = list(map(_said, pieces))
        whole = "".join(said)
        if "{" not in whole:
            continue
        starts = list(accumulate(map(len, said), initial=0))
        for at in unended(whole):
            yield whole[at:].strip()
            _blank(pieces, starts, at)
        for tag in reversed(list(TAG.finditer(whole))):
            _gather(pieces, starts, *tag.span())


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
    return said.rstrip()


def _pieces(paragraph: Any) -> Iterator[Any]:
    """The texts and signs of a paragraph, without those of a text box that stands in it."""
    for piece in paragraph.iter(_TEXT, *_SIGNS):
        in_run = piece.getparent().tag == _RUN
        if in_run and next(piece.iterancestors(_PARAGRAPH), None) is paragraph:
            yield piece


def _said(piece: Any) -> str:
    return _SIGNS.get(piece.tag) or piece.text or ""


def _blank(pieces: list[Any], starts: list[int], at: int) -> None:
    """Put a blank in the place of the brace there."""
    piece = bisect_right(starts, at) - 1
    text, before = _said(pieces[piece]), at - starts[piece]
    pieces[piece].text = f"{text[:before]} {text[before + 1 :]}"


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
