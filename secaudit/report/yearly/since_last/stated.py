"""Figures of the years before secaudit: stated, and not verified."""

from collections.abc import Sequence

from secaudit.catalogue import Theme
from secaudit.language import _, active
from secaudit.notes import History
from secaudit.report.said.wording import NOTHING
from secaudit.report.yearly.rows import DevelopmentRow


def stated(
    history: History, themes: Sequence[Theme]
) -> tuple[tuple[str, ...], tuple[DevelopmentRow, ...]]:
    """The years, and what is stated of each theme in them: those of `themes` first."""
    every = {name for year in history.years for name in year.themes}
    known = {theme.id: f"{theme.id} {theme.title.said(active())}" for theme in themes}
    titles = known | {name: name for name in sorted(every - known.keys())}
    return tuple(year.year for year in history.years), tuple(
        DevelopmentRow(title, 0, _values(history, name))
        for name, title in titles.items()
        if name in every
    )


def sources(history: History) -> str:
    """Where the figures of each year come from."""
    said = _("Source, {year}: {source}")
    return " ".join(
        said.format(year=year.year, source=_ended(year.source))
        for year in history.years
    )


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _values(history: History, theme: str) -> tuple[str, ...]:
    said = [year.themes.get(theme) for year in history.years]
    return tuple(NOTHING if value is None else f"{value} %" for value in said)
