"""A page of tables for the intranet: one file, no script, nothing from elsewhere."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from secaudit.bundled import bundled
from secaudit.language import Language
from secaudit.visible import visible

if TYPE_CHECKING:
    from jinja2 import Template


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


@cache
def html_template(folder: Path, name: str) -> "Template":
    """A template of HTML: what it shows is shown as it was written, and all of it is seen."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


def _seen(value: Any) -> Any:
    return visible(value) if type(value) is str else value  # not one that is markup
