"""What a system was called in earlier campaigns."""

from collections.abc import Iterable, Mapping, Sequence

from secaudit.campaign.model import Campaign

Told = Sequence[tuple[str, Mapping[str, str | None]]]
"""For each campaign in order: by id of a system, what it was called before."""


def told_of(campaigns: Iterable[Campaign]) -> Told:
    """What each campaign tells of the names of its systems."""
    return [
        (
            c.id,
            {i.subject.id: i.formerly for i in c.issues if i.subject.kind == "system"},
        )
        for c in campaigns
    ]


def names_in(id: str, formerly: str | None, earlier: Told) -> dict[str, str]:
    """What a system is called in each earlier campaign that it can have been in.

    A name that another system has given up may be used again; then it is two systems.
    """
    names: dict[str, str] = {}
    given_up: set[str | None] = set()
    for campaign, told in reversed(earlier):
        if id not in told and formerly in told:
            id, formerly = formerly or id, None
        elif id in given_up:
            break
        names[campaign] = id
        formerly = told.get(id) or formerly
        given_up = {was for now, was in told.items() if was and now != id}
    return names
