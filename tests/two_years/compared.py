"""What the package computed and what was computed again, in the same shape."""

from fractions import Fraction
from typing import Any

from secaudit.gaps import Figures, Ratio

SHARES = ("answered", "met_of_answered", "met_of_all")


def decimal(share: Fraction | None) -> float | None:
    """As JSON shows it: four decimals, rounded down."""
    return (
        None
        if share is None
        else (10_000 * share.numerator // share.denominator) / 10_000
    )


def as_json(found: dict[str, Any]) -> dict[str, Any]:
    return {n: decimal(v) if n in SHARES else v for n, v in found.items()}


def exact(found: Figures) -> dict[str, Any]:
    return {
        **found.counts,
        **{name: fraction(getattr(found, name)) for name in SHARES},
    }


def fraction(ratio: Ratio | None) -> Fraction | None:
    return Fraction(ratio.part, ratio.whole) if ratio else None


def keyed(found: list[Any]) -> dict[tuple[str, str], Any]:
    """Gaps as JSON shows them, by subject and control."""
    return {
        (f"{g['subject']['kind']}:{g['subject']['id']}", g["control"]): g for g in found
    }


def without(told: Any, *names: str) -> Any:
    """The same JSON, but for what is called one of `names`, however deep."""
    if isinstance(told, dict):
        kept = {name: value for name, value in told.items() if name not in names}
        return {name: without(value, *names) for name, value in kept.items()}
    return [without(one, *names) for one in told] if isinstance(told, list) else told
