"""Hours and kroner, of which some may not be stated: what is not stated is never nought."""

from collections.abc import Sequence

from secaudit.language import _, counted, number


def hours_of(amounts: Sequence[int | None]) -> str:
    """The sum of the hours that are stated, and of how many none are; empty where none is."""
    hours = sum(filter(None, amounts))
    said = counted("{{amount}} hour", "{{amount}} hours", hours)
    return _summed(amounts, said.format(amount=number(hours)))


def cost_of(amounts: Sequence[int | None]) -> str:
    """The same of kroner."""
    cost = number(sum(filter(None, amounts)))
    return _summed(amounts, _("DKK {amount}").format(amount=cost))


def _summed(amounts: Sequence[int | None], total: str) -> str:
    missing = sum(amount is None for amount in amounts)
    if missing == len(amounts):
        return ""
    if not missing:
        return total
    return total + counted(" (not stated for {n})", " (not stated for {n})", missing)
