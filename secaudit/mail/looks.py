"""A mail as HTML: what its text says, with paragraphs, lists and its link."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secaudit.language import Language
from secaudit.mail.model import Link, Mail
from secaudit.page import html_template

_HERE = Path(__file__).parent
_ITEM = "- "


@dataclass(frozen=True)
class Piece:
    """A part of a line: a link where it has a target."""

    text: str
    target: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph of lines, or a list of items."""

    lines: tuple[tuple[Piece, ...], ...]
    is_list: bool


def as_html(mail: Mail, language: Language) -> str:
    """The mail as a page that a mail program shows, light or dark as the reader has it."""
    blocks = tuple(_blocks(mail))
    template = html_template(_HERE, "mail.html")
    return template.render(title=mail.subject, blocks=blocks, language=language)


def _blocks(mail: Mail) -> Iterator[Block]:
    """The paragraphs and lists of a text; a list may follow a line without an empty one."""
    for paragraph in mail.text.split("\n\n"):
        lines: list[str] = []
        for line in paragraph.strip("\n").split("\n"):
            if lines and line.startswith(_ITEM) != lines[-1].startswith(_ITEM):
                yield _block(lines, mail.link)
                lines = []
            lines.append(line)
        yield _block(lines, mail.link)


def _block(lines: list[str], link: Link | None) -> Block:
    is_list = lines[0].startswith(_ITEM)
    shown = (line.removeprefix(_ITEM) if is_list else line for line in lines)
    return Block(tuple(tuple(_pieces(line, link)) for line in shown), is_list)


def _pieces(line: str, link: Link | None) -> Iterator[Piece]:
    """The line, taken apart where the link stands in it."""
    if link is None or link.shown not in line:
        yield Piece(line)
        return
    before, shown, after = line.partition(link.shown)
    yield from (Piece(before), Piece(shown, link.target), Piece(after))
