"""What the employees answered, topic by topic; never fewer than five of them by themselves."""

from collections.abc import Mapping

from secaudit.campaign import Campaign
from secaudit.gaps import Item, Picture, Ratio
from secaudit.language import counted
from secaudit.report.rows import TopicRow
from secaudit.report.wording import NOTHING, percent, titled

MOST_TOPICS = 6

Counts = Mapping[str, Mapping[str, int]]


def topics(picture: Picture) -> tuple[TopicRow, ...]:
    """A row for each topic, the lowest share first; what nobody has counted comes last."""
    found = [(_share(_counts(item)), item) for item in picture.of("employees")]
    found.sort(key=lambda pair: _order(*pair))
    return tuple(_row(item, share, picture) for share, item in found)


def _order(share: Ratio | None, item: Item) -> tuple[bool, int, str]:
    return share is None, share.percent if share else 0, item.control.id


def _counts(item: Item) -> Counts:
    return (item.word.answer.counts if item.word else None) or {}


def _share(counts: Counts) -> Ratio | None:
    """Those who said yes, of those that it applies to."""
    applicable = sum(_applicable(department) for department in counts.values())
    met = sum(department.get("met", 0) for department in counts.values())
    return Ratio(met, applicable) if applicable else None


def _applicable(department: Mapping[str, int]) -> int:
    return sum(department.values()) - department.get("not-applicable", 0)


def _row(item: Item, share: Ratio | None, picture: Picture) -> TopicRow:
    counts = _counts(item)
    target = _target(item, picture.campaign)
    return TopicRow(
        titled(item.control),
        _asked(counts),
        percent(share),
        f"{target} %",
        _weakest(counts, picture.campaign),
    )


def _asked(counts: Counts) -> str:
    people = sum(sum(department.values()) for department in counts.values())
    return counted("{n} employee", "{n} employees", people) if people else NOTHING


def _target(item: Item, campaign: Campaign) -> int:
    targets = campaign.profile.targets.employees
    return 100 if targets is None else targets


def _weakest(counts: Counts, campaign: Campaign) -> str:
    """Small departments stand together and are not named."""
    names = {department.id: department.name for department in campaign.departments}
    shares = {id: _share({id: found}) for id, found in counts.items() if id}
    known = {id: share for id, share in shares.items() if share}
    if len(known) < 2:
        return ""
    id = min(known, key=lambda id: (known[id].percent, names.get(id, id)))
    return f"{names.get(id, id)} {percent(known[id])}"


def employees_said(picture: Picture) -> str:
    """How many topics reach the target, and on how many nobody was counted."""
    items = picture.of("employees")
    if not items:
        return ""
    met = sum(item.status == "met" for item in items)
    sentence = counted(
        "The employees are asked about {n} topic; {{met}} reaches the target.",
        "The employees are asked about {n} topics; {{met}} reach the target.",
        len(items),
    )
    return sentence.format(met=met)
