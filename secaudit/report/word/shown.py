"""What a Word document shows: any frozen dataclass with a title, an organisation and a day."""

from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter
from types import UnionType
from typing import (
    Any,
    ClassVar,
    Protocol,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

from secaudit.report.said.charts import Chart
from secaudit.report.word.jinja import written

CHARTS = {
    "status-per-theme": "status.chart",
    "trend": "status.years.chart",
    "systems-per-class": "systems.chart",
    "actions-per-status": "plan.chart",
}
"""By the name of a drawing in a template, the tag that holds its data."""
_VALUES = {bool: False, date: date(2000, 1, 1)}


class Shown(Protocol):
    """What can be shown through a template."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def title(self) -> str: ...

    @property
    def organisation(self) -> str: ...

    @property
    def day(self) -> date: ...


S = TypeVar("S", bound=Shown)


def context(shown: Shown) -> dict[str, Any]:
    """What the tags of a template may name."""
    return {field.name: written(getattr(shown, field.name)) for field in fields(shown)}


def charts(shown: Shown) -> dict[str, Chart]:
    """The data of the charts that it has, by the name of their drawing."""
    names = chart_names(type(shown))
    return {name: attrgetter(CHARTS[name])(shown) for name in names}


def chart_names(model: type[Shown]) -> tuple[str, ...]:
    """The names of the drawings that a template for `model` may hold."""
    return tuple(name for name, tag in CHARTS.items() if _is_chart(tag, model))


def _is_chart(tag: str, type: Any) -> bool:
    for name in tag.split("."):
        type = get_type_hints(type).get(name) if is_dataclass(type) else None
    return type is Chart


def sample(rows: int, model: type[S]) -> S:
    """One of `model` with as many `rows` in every list."""
    made: S = _sample(model, rows)
    return made


def _sample(type: Any, rows: int) -> Any:
    if get_origin(type) is tuple:
        return tuple(_sample(get_args(type)[0], rows) for _row in range(rows))
    if isinstance(type, UnionType):
        return _sample(get_args(type)[0], rows)
    if is_dataclass(type):
        hints = get_type_hints(type)
        names = [field.name for field in fields(type)]
        return type(**{name: _sample(hints[name], rows) for name in names})  # type: ignore[operator]
    return {str: "x" * rows, int: rows, **_VALUES}[type]
