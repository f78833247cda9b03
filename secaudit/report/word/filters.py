"""The filters of a Word template, each paid for before it makes anything."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_environment, pass_eval_context
from jinja2.filters import make_attrgetter

from secaudit.report.word.budget import EACH, JOINED, WEIGHED, Budget, size

FILTERS = (
    *("capitalize", "lower", "replace", "string", "title", "trim", "truncate", "upper"),
    *("first", "join", "last", "length", "count", "list", "map", "reverse", "sort"),
    *("reject", "rejectattr", "select", "selectattr", "unique"),
    *("abs", "int", "max", "min", "sum", "d", "default"),
)
"""Those of Jinja that a template may use."""
Filter = Callable[..., Any]


def paid(filters: Mapping[str, Filter], budget: Budget) -> dict[str, Filter]:
    """The filters that a template may use, and those that count."""
    made = {name: _paid(filters[name], budget) for name in FILTERS}
    made["replace"] = _replace(filters["replace"], budget)
    made["join"] = made[JOINED] = _join(filters["join"], budget)
    made["sum"] = _sum(filters["sum"], budget)
    return {**made, EACH: budget.each, WEIGHED: budget.weighed}


def _paid(apply: Filter, budget: Budget) -> Filter:
    @wraps(apply)
    def counted(*arguments: Any, **named: Any) -> Any:
        budget.weigh(*arguments, *named.values())
        return apply(*arguments, **named)

    return counted


def _replace(apply: Filter, budget: Budget) -> Filter:
    @pass_eval_context
    def counted(context: Any, s: Any, old: str, new: str, count: int = -1) -> Any:
        budget.replaced(str(s), str(old), str(new))
        return apply(context, s, old, new, count)

    return counted


def _join(apply: Filter, budget: Budget) -> Filter:
    @pass_eval_context
    def counted(context: Any, value: Any, d: str = "", attribute: Any = None) -> Any:
        values = _parts(context.environment, value, attribute)
        budget.spend(*(len(str(each)) + len(str(d)) for each in values))
        return apply(context, values, d)

    return counted


def _sum(apply: Filter, budget: Budget) -> Filter:
    @pass_environment
    def counted(
        environment: Any, iterable: Any, attribute: Any = None, start: Any = 0
    ) -> Any:
        values = _parts(environment, iterable, attribute)
        budget.spend(len(values) * sum(map(size, values)))
        return apply(environment, values, None, start)

    return counted


def _parts(environment: Any, values: Iterable[Any], attribute: Any) -> list[Any]:
    if attribute is None:
        return list(values)
    return list(map(make_attrgetter(environment, attribute), values))
