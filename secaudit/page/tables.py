"""A page of tables for the intranet: one file, no script, nothing from elsewhere."""

from dataclasses import dataclass
from typing import Literal

from secaudit.bundled import bundled
from secaudit.language import Language
from secaudit.page.html import html_template


@dataclass(frozen=True)
class PageCell:
    """What stands in one place of a table; the first of a row says what the row is about."""

    text: str
    notes: tuple[str, ...] = ()
    """In small print below it."""
    percent: int | None = None
    """0-100, drawn as a bar below the text that says it."""
    mark: Literal["", "done", "wanting"] = ""
    """How it is set off; the text says it too."""


@dataclass(frozen=True)
class Table:
    """Rows under a caption."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[PageCell, ...], ...]


@dataclass(frozen=True)
class Page:
    """What a page shows."""

    language: Language
    title: str
    organisation: str
    headline: str
    dated: str
    tables: tuple[Table, ...]
    explained: str
    """What its words mean, in small print at the end."""


def render(page: Page) -> str:
    """The page as HTML."""
    return html_template(bundled("templates"), "status.html").render(page=page)
