"""The table of contents: right at the first opening, so that Word need not ask to update it.

A template holds it as a field (TOC) of any content; its entries are made here of the headings
that are in the document, each a link to its heading.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

_LEVEL = f"{qn('w:pPr')}/{qn('w:outlineLvl')}"
_BASE, _VAL = qn("w:basedOn"), qn("w:val")
_LEVELS = re.compile(r'\\o\s+"1-(\d)"')


def fill(document: Any) -> None:
    """Fill every table of contents of a python-docx document."""
    styles, body = document.styles.element, document.element.body
    levels = outline_levels(styles)
    for instruction in list(_instructions(body)):
        if paragraphs := _field(instruction):
            most = _deepest(instruction)
            told = {id: level for id, level in levels.items() if level <= most}
            _replace(paragraphs, instruction.text, _headings(body, told), styles)


def _instructions(body: Any) -> Iterator[Any]:
    for instruction in body.iter(qn("w:instrText")):
        if (instruction.text or "").strip().startswith("TOC"):
            yield instruction


def _deepest(instruction: Any) -> int:
    found = _LEVELS.search(instruction.text)
    return int(found[1]) if found else 9


def depth(body: Any) -> int:
    """How many levels its tables of contents show; 0 if it has none."""
    return max(map(_deepest, _instructions(body)), default=0)


def outline_levels(styles: Any) -> dict[str, int]:
    """By style id, the level of the headings that have the style, 1-9."""
    every = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
    levels: dict[str, int] = {}
    for id in every:
        _find_level(id, every, levels)
    return {id: level for id, level in levels.items() if 1 <= level <= 9}


def _find_level(id: str, every: Mapping[str, Any], levels: dict[str, int]) -> None:
    """Note the level that the style says, or else the one it is based on; 0 for none."""
    passed = []
    while id in every and id not in levels:
        passed.append(id)
        levels[id] = 0  # a style based on itself ends here
        level, base = every[id].find(_LEVEL), every[id].find(_BASE)
        if level is not None:
            levels[id] = int(level.get(_VAL)) + 1
        else:
            id = "" if base is None else base.get(_VAL, "")
    levels.update(dict.fromkeys(passed, levels.get(id, 0)))


def _headings(body: Any, levels: dict[str, int]) -> list[tuple[int, Any]]:
    found = ((s.get(qn("w:val")), s.getparent()) for s in body.iter(qn("w:pStyle")))
    return [
        (levels[id], properties.getparent())
        for id, properties in found
        if id in levels and properties.tag == qn("w:pPr")
    ]


def _field(instruction: Any) -> list[Any]:
    """The paragraphs of the field, its first to its last; none if it does not end beside."""
    first = next(instruction.iterancestors(qn("w:p")))
    depth, found = 0, []
    for paragraph in [first, *first.itersiblings(qn("w:p"))]:
        found.append(paragraph)
        for mark in paragraph.iter(qn("w:fldChar")):
            kind = mark.get(qn("w:fldCharType"))
            depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth == 0:
            return found
    return []


def _replace(
    old: list[Any], instruction: str, headings: list[tuple[int, Any]], styles: Any
) -> None:
    named = {n: style_called(f"toc {n}", styles) for n, _heading in headings}
    new = [
        _entry(_text(heading), _bookmark(heading, index), named[level])
        for index, (level, heading) in enumerate(headings, 1)
    ]
    if not new:
        return
    code = f'<w:instrText xml:space="preserve">{escape(instruction)}</w:instrText>'
    start = 1 if new[0].find(qn("w:pPr")) is not None else 0
    new[0][start:start] = [_mark("begin"), _made("w:r", code), _mark("separate")]
    new[-1].append(_mark("end"))
    for paragraph in new:
        old[0].addprevious(paragraph)
    for paragraph in old:
        paragraph.getparent().remove(paragraph)


def _entry(text: str, bookmark: str, style: str | None) -> Any:
    return _made(
        "w:p",
        f"<w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>" if style else "",
        f'<w:hyperlink w:anchor="{bookmark}" w:history="1"><w:r><w:t>{escape(text)}',
        "</w:t></w:r></w:hyperlink>",
    )


def style_called(name: str, styles: Any) -> str | None:
    """The id of the style of that name."""
    for style in styles.iter(qn("w:style")):
        called = style.find(qn("w:name"))
        if called is not None and called.get(qn("w:val"), "").lower() == name:
            return str(style.get(qn("w:styleId")))
    return None


def _text(heading: Any) -> str:
    return " ".join("".join(t.text or "" for t in heading.iter(qn("w:t"))).split())


def _bookmark(heading: Any, index: int) -> str:
    """Put a bookmark around the heading; its name."""
    id = 900_000 + index
    start = _made(f'w:bookmarkStart w:id="{id}" w:name="_Toc{id}"')
    properties = heading.find(qn("w:pPr"))
    heading.insert(0, start) if properties is None else properties.addnext(start)
    heading.append(_made(f'w:bookmarkEnd w:id="{id}"'))
    return f"_Toc{id}"


def _mark(kind: str) -> Any:
    return _made("w:r", f'<w:fldChar w:fldCharType="{kind}"/>')


def _made(tag: str, *content: str) -> Any:
    """An element with its attributes, and what stands in it."""
    name = tag.partition(" ")[0]
    return parse_xml(f"<{tag} {nsdecls('w')}>{''.join(content)}</{name}>")
