"""A mail as HTML: what its text says, with paragraphs, lists and its link."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from secaudit.language import Language
from secaudit.mail.model import Link, Mail
from secaudit.page import html_template

_HERE = Path(__file__).parent
_ITEM = re.compile(r"(-|[0-9]{1,2}\.) ")


@dataclass(frozen=True)
class Piece:
    """A part of a line: a link where it has a target."""

    text: str
    target: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph of lines, or a list of items."""

    tag: Literal["p", "ul", "ol"]
    lines: tuple[tuple[Piece, ...], ...]


def as_html(mail: Mail, language: Language) -> str:
    """The mail as a page that a mail program shows, light or dark as the reader has it."""
    blocks = tuple(_blocks(mail))
    template = html_template(_HERE, "mail.html")
    return template.render(title=mail.subject, blocks=blocks, language=language)


def _blocks(mail: Mail) -> Iterator[Block]:
    """The paragraphs and lists of a text; a list may follow a line without an empty one."""
    for paragraph in mail.text.split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        for tag, block in groupby(lines, _tag):
            shown = (_ITEM.sub("", line) if tag != "p" else line for line in block)
            yield Block(tag, tuple(tuple(_pieces(line, mail.links)) for line in shown))


def _tag(line: str) -> Literal["p", "ul", "ol"]:
    """What a line is a part of: a list, with numbers or without, where it begins as an item."""
    item = _ITEM.match(line)
    if item is None:
        return "p"
    return "ul" if item[0].startswith("-") else "ol"


def _pieces(line: str, links: Sequence[Link]) -> Iterator[Piece]:
    """The line, taken apart where links stand in it."""
    if not links:
        yield Piece(line)
        return
    link, *others = links
    parts = line.split(link.shown)
    for number, part in enumerate(parts):
        if number:
            yield Piece(link.shown, link.target)
        yield from _pieces(part, others)
