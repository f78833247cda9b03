"""How actions and decisions stand: what they cover, what became of it, what is approved."""

from collections.abc import Mapping, Sequence

from secaudit.campaign import Action, Decision, Key
from secaudit.gaps import Picture
from secaudit.language import _, counted
from secaudit.questionnaire import Subject, kind_and_id
from secaudit.report.said.wording import approval, listed, of, shortened

_MOST_CONTROLS = 4


def covered(action: Action, subjects: Mapping[str, Subject]) -> str:
    """Which controls the action is about, and in how many places."""
    controls = list(dict.fromkeys(control for _subject, control in action.covers))
    few = len(controls) <= _MOST_CONTROLS
    said = ", ".join(controls) if few else listed(controls, _MOST_CONTROLS)
    places = list(dict.fromkeys(subject for subject, _control in action.covers))
    if len(places) == 1:
        return f"{said}: {_called(places[0], subjects)}"
    return said + counted(" in {n} place", " in {n} places", len(places))


def _called(place: str, subjects: Mapping[str, Subject]) -> str:
    """The name of a subject; its id where it is not in the campaign."""
    kind, id = kind_and_id(place)
    name = shortened(subjects[place].name) if place in subjects else id
    return _("{name}, own duties").format(name=name) if kind == "owner" else name


def closed_of(covers: Sequence[Key], asked: Mapping[Key, bool]) -> str:
    """How many of the gaps are closed; one that is asked about no more is not."""
    closed = sum(asked.get(key) is False for key in covers)
    gone = sum(key not in asked for key in covers)
    said = of(closed, len(covers))
    if not gone:
        return said
    return said + counted(
        " ({n} not asked about now)", " ({n} not asked about now)", gone
    )


def asks_for_measures(picture: Picture) -> bool:
    """Whether management is to approve measures: NIS 2-loven is among the catalogues."""
    return any(catalogue.id == "nis2" for catalogue in picture.campaign.catalogues)


def approval_of(what: str, picture: Picture) -> str:
    """When something was approved, by whom; empty where it was not."""
    known = [
        decision
        for decision in picture.campaign.decisions
        if what in decision.approves and _is_known(decision, picture)
        # last year's report is another report
        if what == "measures" or decision.campaign == picture.campaign.id
    ]
    return approval(max(known, key=lambda d: d.on)) if known else ""


def _is_known(decision: Decision, picture: Picture) -> bool:
    """Whether it was made by the day; of a closed campaign, also what was decided since."""
    if decision.taken_back_on:
        return False
    of_it = picture.campaign.closed_on and decision.campaign == picture.campaign.id
    return bool(of_it) or decision.on <= picture.on
