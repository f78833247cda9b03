"""Section 5, Status by theme: every theme, the departments side by side, and year against year."""

from dataclasses import dataclass

from secaudit.catalogue import KINDS, control_order
from secaudit.gaps import Picture, figures
from secaudit.language import _, counted
from secaudit.report.said.charts import Chart, Series
from secaudit.report.said.themes import STATUSES, ThemeRow, theme_title, themes
from secaudit.report.said.wording import capital, percent, state
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.status.heat import Heat, heat
from secaudit.report.yearly.status.years import Stated, Years, stated, years


@dataclass(frozen=True)
class ThemeShareRow:
    """Met of all in one theme, for each kind of subject; a dash where it is not asked."""

    theme: str
    systems: str
    owners: str
    organisation: str
    employees: str


@dataclass(frozen=True)
class Status:
    """Section 5: how each theme stands, and how it went."""

    systems: tuple[ThemeRow, ...]
    owners: tuple[ThemeRow, ...]
    organisation: tuple[ThemeRow, ...]
    employees: tuple[ThemeRow, ...]
    shares: tuple[ThemeShareRow, ...]
    awaiting: str
    """How many answers "not applicable" count as not met until they are reviewed."""
    chart: Chart
    """Drawn under the name `status-per-theme`."""
    heat: Heat
    years: Years
    stated: Stated


def status(material: Material) -> Status:
    """Section 5."""
    picture = material.picture
    return Status(
        systems=themes(picture, "system"),
        owners=themes(picture, "owner"),
        organisation=themes(picture, "organisation"),
        employees=themes(picture, "employees"),
        shares=_theme_shares(picture),
        awaiting=_awaiting(picture),
        chart=_chart(picture),
        heat=heat(material),
        years=years(material),
        stated=stated(material.history, material.campaign.themes),
    )


def _theme_shares(picture: Picture) -> tuple[ThemeShareRow, ...]:
    """A row for each theme, and one for them all; kinds of subject are never summed."""
    by_kind = [picture.themes(kind) for kind in KINDS]
    every = sorted({theme for groups in by_kind for theme in groups}, key=control_order)
    rows = {
        theme_title(theme, picture.campaign): [kind.get(theme, ()) for kind in by_kind]
        for theme in every
    }
    if len(rows) > 1:
        rows[_("All")] = [picture.of(kind) for kind in KINDS]
    return tuple(
        ThemeShareRow(name, *(percent(figures(items).met_of_all) for items in row))
        for name, row in rows.items()
    )


def _awaiting(picture: Picture) -> str:
    """How many answers "not applicable" wait for a review, and count as not met until then."""
    waiting = sum(
        item.status == "not-applicable"
        and item.question.not_applicable == "review"
        and not item.left
        for item in picture.own
    )
    if not waiting:
        return ""
    return counted(
        "{n} answer 'not applicable' has not been reviewed yet, and counts as not met.",
        "{n} answers 'not applicable' have not been reviewed yet, and count as not met.",
        waiting,
    )


def _chart(picture: Picture) -> Chart:
    """The status of the systems' questions, theme by theme."""
    themes = {
        theme_title(theme, picture.campaign): figures(items)
        for theme, items in picture.themes("system").items()
    }
    series = tuple(
        Series(capital(state(s)), tuple(each.counts[s] for each in themes.values()))
        for s in STATUSES
    )
    whole = percent(figures(picture.of("system")).met_of_all)
    parts = [f"{name} {percent(each.met_of_all)}" for name, each in themes.items()]
    sentence = _(
        "Bar chart of the systems' answers by theme. Met of all: {whole}. By theme: "
        "{parts}. The table holds the numbers."
    )
    alt = sentence.format(whole=whole, parts=", ".join(parts))
    return Chart(alt, tuple(themes), series)
