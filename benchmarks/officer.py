"""What the officer and the Direktion of the generated municipality do about its answers."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from secaudit.gaps import Gap, Picture
from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.questionnaire import UNANSWERED
from secaudit.steps.follow_up.decide import DecisionTold

OFFICER = "Anna Aagaard"
_BY = ("It-driftschefen", "Systemejeren", "Indkøbschefen")
_REVIEWS = 400
_FIRST, _LATER = 30, 10
ACTIONS = _FIRST + _LATER
"""How many actions are added in the first year, in the second, and in all."""


def verdicts(found: Picture, dice: random.Random) -> Iterator[Verdict]:
    """A word on some answers, most often that one agrees."""
    given = [item for item in found.own if item.word]
    for item in dice.sample(given, min(len(given), _REVIEWS)):
        told = (item.subject.key, item.control.id)
        if item.status == "met" and dice.random() < 0.1:
            yield Verdict(*told, "assessed", "delvist opfyldt", "Sagen viser mindre")
        elif dice.random() < 0.1:
            yield Verdict(*told, "returned", reason="Hvor kan det ses?")
        else:
            yield Verdict(*told, "agreed")


def added(
    found: Picture, on: date, dice: random.Random, first: bool
) -> Iterator[Change]:
    """New actions, each about a few gaps in the same control."""
    gaps = [gap for gap in found.open_gaps() if gap.item.status != UNANSWERED]
    for number in range(_FIRST if first else _LATER):
        about = dice.choice(gaps).item.control
        same = [gap for gap in gaps if gap.item.control == about]
        covers = dice.sample(same, min(len(same), dice.randint(1, 6)))
        yield Change(
            what=f"Få styr på: {about.title.da}",
            covers=tuple(map(_name, covers)),
            responsible=_BY[number % len(_BY)],
            due=on + timedelta(days=dice.randint(60, 500)),
            hours=dice.randint(2, 80),
            cost=dice.choice((0, 0, 15_000, 60_000, 250_000)),
        )


def followed_up(on: date) -> Iterator[Change]:
    """What became of the first year's actions: a third is done, a third moved."""
    for number in range(1, _FIRST + 1):
        if number % 3 == 0:
            seen = f"ESDH-sag 2026-{number:04}"
            yield Change(f"H{number}", status="done", evidence=seen)
        elif number % 3 == 1:
            later, why = on + timedelta(days=7 * number), "Leverandøren kom ikke"
            yield Change(f"H{number}", due=later, status="started", reason=why)


def decisions(found: Picture, on: date) -> Iterator[DecisionTold]:
    """The Direktion approves, lets a few gaps stand, and knows of a few breaches of the law."""
    case, until = f"{on.year}-001", on + timedelta(days=400)
    approves = ("report", "soa", "actions", "measures")
    yield DecisionTold("Rapporten godkendes", "Direktionen", on, case, approves)
    known = [gap for gap in found.open_gaps() if gap.item.status in ("partial", "met")]
    new = [gap for gap in known if gap.key not in found.campaign.decided]
    accepted = [_name(gap) for gap in new if not gap.legal][-4:]
    breaches = [_name(gap) for gap in new if gap.legal][:3]
    yield DecisionTold(
        "Kan stå, til systemerne er skiftet ud",
        "Direktionen",
        on,
        case,
        (),
        tuple(accepted),
        tuple(breaches),
        until,
    )


def _name(gap: Gap) -> str:
    return f"{gap.item.subject.key}/{gap.item.control.id}"
