"""The forvaltninger: what is asked in each of them, and which gaps are its own."""

from collections.abc import Iterable

from secaudit.campaign import NOWHERE, Forvaltning
from secaudit.gaps import Gap, Item, Picture
from secaudit.language import _
from secaudit.questionnaire import Subject
from secaudit.report.said.systems import open_of


def placed(picture: Picture) -> dict[Forvaltning, tuple[Item, ...]]:
    """What is asked about systems and owners of each forvaltning; nowhere comes last."""
    places: dict[Forvaltning, list[Item]] = {}
    for subject, items in picture.subjects.items():
        if subject.kind in ("system", "owner"):
            place = picture.campaign.forvaltning(items[0].issue)
            places.setdefault(place, []).extend(items)
    order = sorted(places, key=lambda place: (place == NOWHERE, place[1].casefold()))
    return {place: tuple(places[place]) for place in order}


def name_of_place(place: Forvaltning) -> str:
    """What a forvaltning is called."""
    return place[1] if place != NOWHERE else _("Department not stated")


def own(items: Iterable[Item]) -> list[Item]:
    """What is answered in the forvaltning itself: a common service answers in its own."""
    return [item for item in items if item.provider is None]


def own_gaps(subject: Subject, picture: Picture) -> tuple[Gap, ...]:
    """The open gaps of a subject that are not those of a common service that it uses."""
    return tuple(gap for gap in open_of(subject, picture) if gap.item.provider is None)
