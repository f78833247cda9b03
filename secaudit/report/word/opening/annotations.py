"""What people wrote about a template in Word: comments and tracked changes, which no reader of
the report is to see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from secaudit.report.word.opening.joining import beginning_of

RELATED = (
    *("comments", "commentsExtended", "commentsIds", "commentsExtensible"),
    "people",
)
"""The kinds of relations to parts that hold comments, and who wrote them."""
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_COMMENT, _REFERENCE = qn("w:comment"), qn("w:commentReference")
_INSERTED = (qn("w:ins"), qn("w:moveTo"), f"{_W14}conflictIns")
_DELETED = (qn("w:del"), qn("w:moveFrom"), f"{_W14}conflictDel")
_OTHER = tuple(
    qn(f"w:{name}")
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "numberingChange"),
        *("tblPrChange", "tblGridChange", "tblPrExChange", "trPrChange", "tcPrChange"),
        *("cellIns", "cellDel", "cellMerge"),
    )
)
_CHANGES = (*_INSERTED, *_DELETED, *_OTHER)
_ENDS = tuple(
    qn(f"w:{name}{end}")
    for name, ends in (
        ("perm", ("Start", "End")),
        *(
            (f"{name}Range", ("Start", "End"))
            for name in (
                *("comment", "moveFrom", "moveTo", "customXmlIns", "customXmlDel"),
                *("customXmlMoveFrom", "customXmlMoveTo"),
            )
        ),
    )
    for end in ends
)
"""What marks where something begins and ends, and by whom."""


@dataclass(frozen=True)
class Annotations:
    """Comments, or tracked changes, of a whole template."""

    number: int
    authors: tuple[str, ...]
    after: str
    """The text of the paragraph where the first of them stands; empty if it has none."""


def comments(roots: Iterable[Any]) -> Annotations:
    """The comments in parts that hold some, and where the text first refers to one."""
    found = [each for root in roots for each in root.iter(_COMMENT, _REFERENCE)]
    written = [each for each in found if each.tag == _COMMENT]
    references = [each for each in found if each.tag == _REFERENCE]
    return _told(written, references)


def changes(roots: Iterable[Any]) -> Annotations:
    """The tracked changes, each with a name of its own."""
    found = [each for root in roots for each in root.iter(*_CHANGES)]
    return _told(found, found)


def _told(found: list[Any], standing: list[Any]) -> Annotations:
    authors = dict.fromkeys(each.get(qn("w:author"), "").strip() for each in found)
    paragraphs = (next(each.iterancestors(qn("w:p")), None) for each in standing[:1])
    texts = [
        beginning_of(paragraph) for paragraph in paragraphs if paragraph is not None
    ]
    return Annotations(len(found), tuple(filter(None, authors)), "".join(texts))


def take_out(root: Any) -> bool:
    """Leave the text as it is when every change is accepted and every comment deleted; whether
    there was anything to do."""
    found = list(root.iter(*_CHANGES, *_ENDS, _REFERENCE))
    ended = [paragraph for each in found if (paragraph := _ended(each)) is not None]
    for change in found:
        _accept(change)
    for paragraph in reversed(ended):
        _merge(paragraph)
    return bool(found)


def _ended(change: Any) -> Any:
    """The paragraph whose end was deleted; it goes on with the next."""
    properties = change.getparent()
    if change.tag in _DELETED and properties.tag == qn("w:rPr"):
        holder = properties.getparent()
        return holder.getparent() if holder.tag == qn("w:pPr") else None
    return None


def _accept(change: Any) -> None:
    parent = change.getparent()
    if parent is None:  # it stood in what was deleted with something around it
        return
    if change.tag in _DELETED and parent.tag == qn("w:trPr"):
        _remove(parent.getparent(), qn("w:tbl"), qn("w:tr"))
    elif change.tag == qn("w:cellDel"):
        _remove(parent.getparent(), qn("w:tr"), qn("w:tc"))
    elif change.tag in _INSERTED:
        for child in list(change):
            change.addprevious(child)
    if change.getparent() is not None:
        change.getparent().remove(change)
    if change.tag == _REFERENCE and all(each.tag == qn("w:rPr") for each in parent):
        parent.getparent().remove(parent)


def _remove(element: Any, holder: str, kind: str) -> None:
    """Remove a row or a cell, and what held it if that is left with none."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == holder and parent.find(kind) is None:
        outer = parent.getparent()
        outer.remove(parent)
        if outer.tag == qn("w:tbl") and outer.find(qn("w:tr")) is None:
            outer.getparent().remove(outer)


def _merge(paragraph: Any) -> None:
    """Put what a paragraph holds at the beginning of the next, whose looks remain."""
    following = paragraph.getnext()
    said = [each for each in paragraph if each.tag != qn("w:pPr")]
    if following is None or paragraph.getparent() is None:
        return
    if following.tag == qn("w:p"):
        looks = following.find(qn("w:pPr"))
        for child in reversed(said):
            following.insert(0, child) if looks is None else looks.addnext(child)
    elif said or following.tag != qn("w:tbl"):
        return
    paragraph.getparent().remove(paragraph)
