"""Section 5, Status by theme: every theme, the departments side by side, and year against year."""

from dataclasses import dataclass

from secaudit.report.said.charts import Chart
from secaudit.report.said.themes import ThemeRow, themes
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.status.heat import Heat, heat
from secaudit.report.yearly.status.stated import Stated, stated
from secaudit.report.yearly.status.themes import (
    ThemeShareRow,
    awaiting,
    chart,
    theme_shares,
)
from secaudit.report.yearly.status.years import Years, years


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
        shares=theme_shares(picture),
        awaiting=awaiting(picture),
        chart=chart(picture),
        heat=heat(material),
        years=years(material),
        stated=stated(material.history, material.campaign.themes),
    )
