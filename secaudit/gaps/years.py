"""The questions of earlier campaigns, under the names of now. Pure."""

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

    def under(self, names: Mapping[str, str]) -> "Year":
        """The same, with its subjects called as `names` say."""
        return Year(self.id, {under(names, k): item for k, item in self.items.items()})


def years_before(
    campaigns: Sequence[Campaign], last: Sequence[Item] | None = None
) -> tuple[Year, ...]:
    """The campaigns before the last of `campaigns`, the oldest first.

    `last` are the questions of the one before it, where they are known already.
    """
    years: list[Year] = []
    for campaign, following in pairwise(campaigns):
        known = last if following is campaigns[-1] else None
        items = known or tuple(items_of(campaign, campaign.last_day))
        years.append(Year(campaign.id, {item.key: item for item in items}))
        if names := renamed(items, following.issues):
            years = [year.under(names) for year in years]
    return tuple(years)


def renamed(before: Iterable[Item], following: Iterable[Issue]) -> dict[str, str]:
    """By what a subject was called before, what it is called in the campaign that follows."""
    subjects = {item.subject.key for item in before}
    return {
        f"{issue.subject.kind}:{issue.formerly}": issue.subject.key
        for issue in following
        if issue.formerly and issue.subject.key not in subjects
    }


def under(names: Mapping[str, str], key: Key) -> Key:
    """What a gap is known by, once its subject is called as `names` say."""
    return names.get(key[0], key[0]), key[1]
