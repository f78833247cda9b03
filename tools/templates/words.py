"""Texts in two languages, `dansk || English` or the same in both, and how they are read."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Literal

Language = Literal["da", "en"]
LOCALES: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}


def read(name: str) -> str:
    """One of the texts."""
    path = Path(__file__).parent / "texts" / f"{name}.txt"
    return path.read_text(encoding="utf-8")


def units(text: str) -> list[str]:
    """The lines that are not indented, each with the indented lines below it."""
    return re.split(r"\n+(?=\S)", dedent(text).strip())


def blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """The word of each block, the rest of its line, and the lines below it."""
    for unit in units(text):
        first, _, below = unit.partition("\n")
        word, _, rest = first.partition(" ")
        yield word, rest, dedent(below)


def said(text: str, language: Language) -> str:
    """The text in a language, on one line."""
    danish, _, english = text.partition("||")
    return " ".join((english if english and language == "en" else danish).split())


def heading(text: str, language: Language) -> str:
    """The head of a column: one of the common heads, a text in two languages, or a tag."""
    told = "||" in text or "{" in text
    return said(text if told else HEADS[text], language)


SHARED = {
    f"{word} {rest}".strip(): below for word, rest, below in blocks(read("shared"))
}
"""What several documents have in common, by its word; columns by `+` and a name."""
HEADS = {said(head, "en"): head for head in SHARED["heads"].split(";")}
