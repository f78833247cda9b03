"""What actions and decisions cover, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secaudit.campaign import Action, Key
from secaudit.gaps import Picture
from secaudit.language import _, counted
from secaudit.questionnaire import Subject, kind_and_id
from secaudit.report.said.wording import listed, of, shortened

_MOST_CONTROLS = 4


@dataclass(frozen=True)
class Standing:
    """What rows of actions look up: what subjects are called, and which questions are gaps."""

    subjects: Mapping[str, Subject]
    gaps: Mapping[Key, bool]
    """For every question that is asked, whether it is a gap."""


def standing(picture: Picture) -> Standing:
    """Of every subject of the campaign, and of every question that it is still asked."""
    return Standing(
        {issue.subject.key: issue.subject for issue in picture.campaign.issues},
        {item.key: item.reason is not None for item in picture.items},
    )


def covered(action: Action, subjects: Mapping[str, Subject]) -> str:
    """Which controls the action is about, and in how many places."""
    controls = list(dict.fromkeys(control for _subject, control in action.covers))
    said = ", ".join(controls)
    if len(controls) > _MOST_CONTROLS:
        said = listed(controls, _MOST_CONTROLS)
    places = list(dict.fromkeys(subject for subject, _control in action.covers))
    if len(places) == 1:
        return f"{said}: {_called(places[0], subjects)}"
    return said + counted(" in {n} place", " in {n} places", len(places))


def _called(place: str, subjects: Mapping[str, Subject]) -> str:
    """The name of a subject; its id where it is not in the campaign."""
    kind, id = kind_and_id(place)
    name = shortened(subjects[place].name) if place in subjects else id
    return _("{name}, own duties").format(name=name) if kind == "owner" else name


def closed_of(covers: Sequence[Key], known: Standing) -> str:
    """How many of the gaps are closed; one that is asked about no more is not."""
    closed = sum(known.gaps.get(key) is False for key in covers)
    gone = sum(key not in known.gaps for key in covers)
    said = of(closed, len(covers))
    return said + _not_asked(gone) if gone else said


def _not_asked(gaps: int) -> str:
    return counted(" ({n} not asked about now)", " ({n} not asked about now)", gaps)
