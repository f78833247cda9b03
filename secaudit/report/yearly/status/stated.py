"""Figures of the years before secaudit: stated, and not verified."""

from collections.abc import Sequence
from dataclasses import dataclass

from secaudit.catalogue import Theme
from secaudit.language import _, active
from secaudit.notes import History
from secaudit.report.said.wording import NOTHING
from secaudit.report.yearly.status.years import YearRow


@dataclass(frozen=True)
class Stated:
    """In section 5: figures of earlier years that are stated, and not verified."""

    years: tuple[str, ...]
    rows: tuple[YearRow, ...]
    sources: str
    """Where they come from."""


def stated(history: History, themes: Sequence[Theme]) -> Stated:
    """What is stated of each theme, those of `themes` first."""
    every = {name for year in history.years for name in year.themes}
    known = {theme.id: f"{theme.id} {theme.title.said(active())}" for theme in themes}
    titles = known | {name: name for name in sorted(every - known.keys())}
    return Stated(
        years=tuple(year.year for year in history.years),
        rows=tuple(
            YearRow(theme=title, questions=0, values=_values(history, name))
            for name, title in titles.items()
            if name in every
        ),
        sources=_sources(history),
    )


def _values(history: History, theme: str) -> tuple[str, ...]:
    shares = [year.themes.get(theme) for year in history.years]
    return tuple(NOTHING if share is None else f"{share} %" for share in shares)


def _sources(history: History) -> str:
    sentence = _("Source, {year}: {source}")
    return " ".join(
        sentence.format(year=year.year, source=_ended(year.source))
        for year in history.years
    )


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
