"""In section 5, Development since the campaign before: themes, the age of gaps, what closed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secaudit.catalogue import KINDS, Theme, kind_name
from secaudit.gaps import Gap, Picture, YearlyRatios, trends
from secaudit.language import _, active, counted
from secaudit.notes import History
from secaudit.report.said.charts import Chart, Series
from secaudit.report.said.themes import theme_title
from secaudit.report.said.trends import TrendRow, trend_row
from secaudit.report.said.wording import NOTHING, percent
from secaudit.report.yearly.material import Material

_OLD = 3
"""Gaps found in so many campaigns, or more, stand on one row."""


@dataclass(frozen=True)
class YearRow:
    """Met of all in one theme, year by year."""

    theme: str
    questions: int
    """How many questions were put about the same in every one of the campaigns; 0 where the
    figures are only stated."""
    values: tuple[str, ...]
    """One for each of the years."""


@dataclass(frozen=True)
class AgeRow:
    """Open gaps that have been found as many times."""

    age: str
    """New, or how many campaigns in a row."""
    a: int
    b: int
    c: int
    every: int


@dataclass(frozen=True)
class Years:
    """In section 5: year against year; empty in a first campaign."""

    trend: tuple[TrendRow, ...]
    """Then and now, by kind of subject, and for systems by theme."""
    years: tuple[str, ...]
    """The campaigns that the rows cover, the oldest first."""
    rows: tuple[YearRow, ...]
    """Met of all in each theme; the last row is all of them."""
    chart: Chart
    """Drawn under the name `trend`."""
    ages: tuple[AgeRow, ...]
    """The open gaps by how many campaigns in a row they were found."""
    closed: str
    """How many gaps were closed since the campaign before, in a sentence."""


def years(material: Material) -> Years:
    """How it went since the campaign before."""
    before = material.before
    return Years(
        trend=tuple(_trends(material.picture, before)) if before else (),
        years=material.development.campaigns,
        rows=tuple(
            YearRow(title, course.questions, tuple(map(percent, course.ratios)))
            for title, course in _courses(material).items()
        ),
        chart=_chart(material),
        ages=tuple(_ages(material.gaps)) if before else (),
        closed=_closed(len(material.picture.closed), before) if before else "",
    )


def _trends(now: Picture, before: Picture) -> Iterator[TrendRow]:
    for kind in KINDS:
        groups = {kind_name(kind): now.of(kind)}
        if kind == "system" and len(themes := now.themes(kind)) > 1:
            for theme, items in themes.items():
                groups[theme_title(theme, now.campaign)] = items
        compared = trends(before.of(kind), groups.values())
        for name, trend in zip(groups, compared, strict=True):
            yield from trend_row(name, trend)


def _courses(material: Material) -> dict[str, YearlyRatios]:
    """By title, how each theme went, and last how they all did; empty in a first campaign."""
    every = material.development.every
    if every is None:
        return {}
    themes = {
        theme_title(theme, material.campaign): course
        for theme, course in material.development.themes.items()
    }
    return {**themes, _("All"): every} if len(themes) > 1 else themes


def _chart(material: Material) -> Chart:
    """How each theme went, in whole per cent; the line of them all first."""
    courses = list(_courses(material).items())
    if not courses:
        return Chart("", (), ())
    series = tuple(
        Series(title, tuple(r.percent if r else None for r in course.ratios))
        for title, course in (*courses[-1:], *courses[:-1])
    )
    campaigns = material.development.campaigns
    every = zip(campaigns, courses[-1][1].ratios, strict=True)
    parts = [f"{year} {percent(ratio)}" for year, ratio in every]
    sentence = _(
        "Line chart of met of all, year by year. All themes: {parts}. The table holds the "
        "numbers."
    )
    return Chart(sentence.format(parts=", ".join(parts)), campaigns, series)


def _ages(gaps: Iterable[Gap]) -> Iterator[AgeRow]:
    names = {1: _("New"), 2: _("Second year"), _OLD: _("Third year or more")}
    for years, name in names.items():
        classes = [gap.gap_class for gap in gaps if min(gap.years, _OLD) == years]
        a, b, c = (classes.count(letter) for letter in "ABC")
        if classes:
            yield AgeRow(age=name, a=a, b=b, c=c, every=len(classes))


def _closed(gaps: int, before: Picture) -> str:
    sentence = counted(
        "{n} gap of {{before}} was closed.", "{n} gaps of {{before}} were closed.", gaps
    )
    return sentence.format(before=before.campaign.id)


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
    sentence = _("Source, {year}: {source}")
    sources = [
        sentence.format(year=year.year, source=f"{year.source.removesuffix('.')}.")
        for year in history.years
    ]
    return Stated(
        years=tuple(year.year for year in history.years),
        rows=tuple(
            YearRow(theme=title, questions=0, values=_values(history, name))
            for name, title in titles.items()
            if name in every
        ),
        sources=" ".join(sources),
    )


def _values(history: History, theme: str) -> tuple[str, ...]:
    shares = [year.themes.get(theme) for year in history.years]
    return tuple(NOTHING if share is None else f"{share} %" for share in shares)
