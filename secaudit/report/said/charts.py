"""The data of a chart in a template."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Series:
    """One series of a chart: a status, a class, or a theme."""

    name: str
    values: tuple[int | None, ...]
    """One for each category; None where there is none."""


@dataclass(frozen=True)
class Chart:
    """The data of a chart in the template."""

    alt: str
    """What it shows, for who cannot see it."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
