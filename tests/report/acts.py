"""Actions and decisions in a sample, for the tests of what is told of them."""

from datetime import date
from typing import Any

from secaudit.gaps import Picture
from secaudit.notes import Notes
from secaudit.report.yearly.material import Material
from tests.sample_events import CRITICAL, HEAD, Sample, control

FAR = date(2027, 6, 1)


def act(
    sample: Sample, id: str, *covers: str, due: date | None = None, **said: Any
) -> Sample:
    """Add or change an action; a gap is written `system:journal/A.8.1`."""
    named: dict[str, Any] = {
        n: said.pop(n) for n in ("what", "responsible", "reason") if n in said
    }
    payload: dict[str, Any] = {
        "action": id,
        "on": str(said.pop("on", f"{sample.campaign}-10-01")),
    }
    if covers:
        gaps = [gap.partition("/") for gap in covers]
        payload["covers"] = [{"subject": s, "control": c} for s, _slash, c in gaps]
    if due or covers:
        payload["due"] = str(due or FAR)
    return sample.add("action", "", payload | said, named)


def decide(
    sample: Sample,
    *accepts: str,
    on: str = "",
    until: str = "2027-12-31",
    legal: bool = False,
    **said: Any,
) -> Sample:
    """Decide that gaps may stand, or that something is approved."""
    gaps = [
        {"subject": s, "control": c, "until": until, "legal": legal}
        for s, _slash, c in (gap.partition("/") for gap in accepts)
    ]
    payload = {"by": "Direktionen", "on": on or f"{sample.campaign}-10-05"}
    return sample.add("decision", "", {**payload, "accepts": gaps, **said})


def short_of(*statuses: str, campaign: str = "2026") -> Sample:
    """Journal, critical and sensitive, with a control A.8.n of weight 3 for each status."""
    ids = [f"A.8.{n}" for n in range(1, len(statuses) + 1)]
    sample = Sample([control(id, "system", weight=3) for id in ids]).open(campaign)
    return told(sample, *statuses)


def told(sample: Sample, *statuses: str) -> Sample:
    """Issue Journal's form in the campaign, and answer it; "" is left unanswered."""
    ids = [f"A.8.{n}" for n in range(1, len(statuses) + 1)]
    sample.issue("system:journal", *ids, facts=CRITICAL, name="Journal")
    pairs = zip(ids, statuses, strict=True)
    said = {id.replace(".", "_"): status for id, status in pairs if status}
    return sample.answer("system:journal", **said) if said else sample


def picture_of(sample: Sample) -> Picture:
    """The last campaign as it stands on 2 November 2026."""
    return sample.pictures()[0]


def material_of(sample: Sample, *recommendations: str) -> Material:
    """What a report on the last campaign is made of."""
    notes = Notes(recommendations=recommendations)
    return Material(*sample.pictures(), HEAD, "1.2.3", notes=notes)
