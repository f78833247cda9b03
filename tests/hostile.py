"""A year of a municipality, and the same year in which every text from outside is hostile."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.register import Draft
from secaudit.steps.follow_up.decide import DecisionTold
from tests.municipality import ANSWERED, Municipality

BEFORE = "\n\u00a0\uff1dcmd|' /C calc'!A0 \x1b[2J\x1b]0;x\x07\t"
AFTER = (
    "\r\n99 · 2026-09-20 · 2026 · vurderet · Officer\v\f\x1c\x85\u2028\u2029"
    "\x9b31m\u202egpj\u200b\ufeff\xad\u2066\x7f\U000e0041 =1+1"
)
TEXTS = {"name", "title_da", "title_en", "da", "en", "supplier", "by", "case"}
"""The fields of an event, beside those that may one day be deleted, that people write."""
PROFILE = """
acceptance: {society-critical: Direktionen, other: Systemejeren}
applicability: {T.1: {applies: true, reason: "Alle har brug for det"}}
"""
NOTES = 'incidents: {text: "Intet"}\n'
ANSWERS: dict[str, dict[str, Any]] = {
    "T.1": {
        "status": "delvist opfyldt",
        "comment": "Kun for én afdeling",
        "action": {"what": "Gennemgå resten", "responsible": "Bo", "hours": 20},
    },
    "T.2": {"status": "ikke opfyldt", "comment": "Nej"},
}
LATER = date(2027, 9, 1)


def year(folder: Path) -> Municipality:
    """Two campaigns with answers, reviews, actions, decisions, corrections and wishes."""
    made = Municipality(folder)
    made.write("profile.yaml", PROFILE)
    made.open()
    made.issue()
    _answer(made, ANSWERED, "2026")
    made.review(Verdict("system:arkiv", "T.1", "returned", "", "Skriv hvem"))
    until = date(2027, 3, 1)
    made.act(Change(what="Prøv", covers=("backup/T.1",), due=until, responsible="Bo"))
    accepted = DecisionTold(
        "Det kan vente", "Systemejeren", ANSWERED, "2026-1", accepts=("arkiv/T.2",)
    )
    made.decide(DecisionTold(**{**vars(accepted), "until": until}))
    made.transfer("p02", "p03", "backup")
    made.extend("p01", date(2026, 10, 15))
    made.withdraw("omsorg", "Udfaset")
    made.close()
    made.open("2027", LATER)
    made.issue(LATER)
    made.write("campaigns/2027/notes.yaml", NOTES)
    _answer(made, LATER, "2027")
    return made


def _answer(made: Municipality, on: date, campaign: str) -> None:
    for form in ("system-arkiv", "system-omsorg"):
        path = made.answer("p01", form, ANSWERS, on=on, campaign=campaign)
        text = path.read_text(encoding="utf-8").replace("Nordlys A/S", "Sydlys A/S")
        wish = text.replace('{why: "", until: }', '{why: "Dyrt", until: 2027-12-01}', 1)
        path.write_text(wish, encoding="utf-8")
        made.record(path, on=on)


def hostile(text: str) -> str:
    """The text among everything that must not reach a screen."""
    return f"{BEFORE}{text}{AFTER}"


def forged(made: Municipality, folder: Path) -> Municipality:
    """The same year as a register holds it that was written when such texts were taken."""
    copied = made.copy(folder)
    copied.register.path.unlink()
    copied.register.create()
    with copied.register.writing() as writer:
        for event in made.register.events():
            payload = _within(event.payload, lambda name: name in TEXTS)
            personal = _within(event.personal, lambda name: name != "text")
            draft = Draft(event.kind, event.campaign, event.subject, payload, personal)
            writer.append(draft, datetime.fromisoformat(event.at))
    return copied


def _within(value: Any, is_text: Callable[[str], bool], name: str = "") -> Any:
    """The value with its texts made hostile; a list's are named as the list is."""
    if isinstance(value, dict):
        return {key: _within(inner, is_text, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_within(inner, is_text, name) for inner in value]
    return (
        hostile(value) if isinstance(value, str) and value and is_text(name) else value
    )
