"""The tags as they stand in Word: where each is, and whether docxtpl can take it from there.

docxtpl puts a row in the place of `{%tr %}`, and a cell and a paragraph in that of `{%tc %}`
and `{%p %}`: it loses what else stands there, and says nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from secaudit.language import _, later
from secaudit.report.word.opening.joining import TAG, text_of
from secaudit.validation import shortened

_PREFIX = re.compile(r"\{[%#](tr|tc|p) ")
_MISPLACED = re.compile(r"\{(?:\{(?:tr|tc|p|r)|%r)\s")
_SPACED = re.compile(r"\{%-?\s*(tr|tc|p)\s+")
_OBJECTS = tuple(map(qn, ("w:drawing", "w:pict", "w:object", "w:tbl")))
_ALONE = {
    "tr": later("{tag} must stand alone in its row"),
    "tc": later("{tag} must stand alone in its cell"),
    "p": later("{tag} must stand alone in its paragraph"),
}


@dataclass(frozen=True)
class Mark:
    """A tag, where it stands."""

    tag: str
    paragraph: Any
    after: str
    """The text before it; empty where there is none."""

    @property
    def place(self) -> str:
        """The tag and what it stands after, as a sentence names it."""
        return placed(self.tag, self.after)


def placed(tag: str, after: str) -> str:
    """A tag and the text before it, as a sentence names them."""
    shown, text = shortened(" ".join(tag.split())), " ".join(after.split())[-40:]
    if not text:
        return f"'{shown}'"
    return _("'{tag}' after '{text}'").format(tag=shown, text=text.strip())


def marks(root: Any) -> Iterator[Mark]:
    """Every tag of a part, in order."""
    before = ""
    for paragraph in root.iter(qn("w:p")):
        if len(paragraph) == 0:
            continue
        whole, at = text_of(paragraph), 0
        for found in TAG.finditer(whole):
            before = whole[at : found.start()].strip() or before
            at = found.end()
            yield Mark(found[0], paragraph, before)
        before = whole[at:].strip() or before


def misplaced(mark: Mark) -> str:
    """What is wrong with how the tag stands, in a sentence; empty if nothing is."""
    found = _PREFIX.match(mark.tag)
    if found is None:
        return _miswritten(mark)
    around = (mark.paragraph, *mark.paragraph.iterancestors())
    holder = next((one for one in around if one.tag == qn(f"w:{found[1]}")), None)
    if holder is None:
        return _("{tag} does not stand in a table").format(tag=mark.place)
    return "" if _alone(holder) else _(_ALONE[found[1]]).format(tag=mark.place)


def _miswritten(mark: Mark) -> str:
    """docxtpl has prefixes that give an invalid document, and takes none after a blank."""
    if not (_MISPLACED.match(mark.tag) or _SPACED.match(mark.tag)):
        return ""
    sentence = _("{tag} cannot be used; write '{right}'")
    return sentence.format(tag=mark.place, right=_right(mark.tag))


def meant(mark: Mark) -> Mark:
    """The tag as it can be used, where it is clear how."""
    return replace(mark, tag=_right(mark.tag)) if _miswritten(mark) else mark


def _right(tag: str) -> str:
    """The tag as it can be used."""
    if _SPACED.match(tag):
        return _SPACED.sub(r"{%\1 ", tag)
    begin, rest = tag[:2], _MISPLACED.sub("", tag)
    return f"{begin} {rest.lstrip()}" if rest.strip("}% ") else f"{begin} {tag[2:]}"


def _alone(holder: Any) -> bool:
    """Whether there is one tag in it, and nothing else that a reader would see."""
    text = "".join(piece.text or "" for piece in holder.iter(qn("w:t")))
    seen = next(holder.iter(*_OBJECTS), None)
    return (
        seen is None and len(TAG.findall(text)) == 1 and not TAG.sub("", text).strip()
    )
