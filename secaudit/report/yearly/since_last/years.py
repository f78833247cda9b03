"""Year against year: how themes develop, how old gaps are, what was closed."""

from collections.abc import Iterable

from secaudit.gaps import Development, Gap, Picture, YearlyRatios
from secaudit.language import _, counted
from secaudit.report.said.charts import Chart, Series
from secaudit.report.said.themes import theme_title
from secaudit.report.said.wording import percent
from secaudit.report.yearly.rows import AgeRow, DevelopmentRow

_OLD = 3
"""Gaps found in so many campaigns, or more, stand on one row."""


def development(found: Development, picture: Picture) -> tuple[DevelopmentRow, ...]:
    """A row for each theme, and one for them all; empty in a first campaign."""
    if found.every is None:
        return ()
    rows = [
        _row(theme_title(theme, picture.campaign), course)
        for theme, course in found.themes.items()
    ]
    return (*rows, _row(_("All"), found.every)) if len(rows) > 1 else tuple(rows)


def _row(theme: str, course: YearlyRatios) -> DevelopmentRow:
    values = tuple(percent(ratio) for ratio in course.ratios)
    return DevelopmentRow(theme, course.questions, values)


def chart(found: Development, picture: Picture) -> Chart:
    """The same, in whole per cent; the line of them all first."""
    if found.every is None:
        return Chart("", (), ())
    themes = {theme_title(t, picture.campaign): c for t, c in found.themes.items()}
    courses = {_("All"): found.every, **themes} if len(themes) > 1 else themes
    series = tuple(
        Series(name, tuple(r.percent if r else None for r in course.ratios))
        for name, course in courses.items()
    )
    return Chart(_alternative(found, found.every), found.campaigns, series)


def _alternative(found: Development, every: YearlyRatios) -> str:
    parts = [
        f"{year} {percent(ratio)}"
        for year, ratio in zip(found.campaigns, every.ratios, strict=True)
    ]
    sentence = _(
        "Line chart of met of all, year by year. All themes: {parts}. The table holds the "
        "numbers."
    )
    return sentence.format(parts=", ".join(parts))


def ages(picture: Picture, before: Picture | None) -> tuple[AgeRow, ...]:
    """The open gaps by how many campaigns in a row they were found; empty in a first one."""
    if before is None:
        return ()
    gaps = picture.open_gaps()
    groups = {
        _("New"): [gap for gap in gaps if gap.years == 1],
        _("Second year"): [gap for gap in gaps if gap.years == 2],
        _("Third year or more"): [gap for gap in gaps if gap.years >= _OLD],
    }
    return tuple(_age(age, found) for age, found in groups.items() if found)


def _age(age: str, gaps: Iterable[Gap]) -> AgeRow:
    found = [gap.gap_class for gap in gaps]
    a, b, c = (found.count(letter) for letter in "ABC")
    return AgeRow(age, a, b, c, len(found))


def closed(picture: Picture, before: Picture | None) -> str:
    """How many gaps were closed since the campaign before; empty in a first one."""
    if before is None:
        return ""
    sentence = counted(
        "{n} gap of {{before}} was closed.",
        "{n} gaps of {{before}} were closed.",
        len(picture.closed),
    )
    return sentence.format(before=before.campaign.id)
