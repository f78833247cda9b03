"""The questions of the campaigns before one, under the names of now. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secaudit.campaign import Campaign, Issue, Key
from secaudit.gaps.items import Item, items_of


@dataclass(frozen=True)
class Year:
    """A campaign on its last day."""

    id: str
    items: Mapping[Key, Item]
    """Every question, under the name that its subject has in the campaign asked about."""

    def gap(self, key: Key) -> Item | None:
        """The question, if it was asked and was a gap."""
        item = self.items.get(key)
        return item if item and item.reason else None


def years_before(
    campaigns: Sequence[Campaign], last: Sequence[Item] | None = None
) -> tuple[Year, ...]:
    """The campaigns before the last of `campaigns`, the oldest first.

    `last` are the questions of the one before it, where they are known already.
    """
    found: list[Year] = []
    for campaign, following in pairwise(campaigns):
        known = last if following is campaigns[-1] else None
        items = known or tuple(items_of(campaign, campaign.last_day))
        names = renamed(items, following.issues)
        found.append(Year(campaign.id, {item.key: item for item in items}))
        if names:
            found = [Year(year.id, _called(year.items, names)) for year in found]
    return tuple(found)


def renamed(before: Iterable[Item], following: Iterable[Issue]) -> dict[str, str]:
    """By what a subject was called before, what it is called in the campaign that follows."""
    subjects = {item.subject.key for item in before}
    return {
        f"{issue.subject.kind}:{issue.formerly}": issue.subject.key
        for issue in following
        if issue.formerly and issue.subject.key not in subjects
    }


def _called(items: Mapping[Key, Item], names: Mapping[str, str]) -> dict[Key, Item]:
    return {(names.get(s, s), control): item for (s, control), item in items.items()}
