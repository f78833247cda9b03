"""What the people of the generated municipality answer, in the forms that they were issued."""

import random
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.invented import chance, departments
from secaudit.catalogue import Control, Kind
from secaudit.demo.respondent import Reply, fill_in

_ASKED = re.compile(r"^  ([A-Z][A-Za-z0-9.]+):$", re.MULTILINE)
_KINDS: dict[str, Kind] = {
    "system": "system",
    "owner": "owner",
    "organisation": "organisation",
    "employees": "employees",
}
_LACKING = ("delvist opfyldt", "delvist opfyldt", "ikke opfyldt", "ved ikke")
_LACKS = (
    "Vi gør det for de fleste, men ikke for vikarer.",
    "Det er aftalt med leverandøren, men ingen har set efter, om det sker.",
    "Sidste gennemgang nåede kun én af to afdelinger, fordi chefen skiftede i foråret, og "
    "ingen havde overtaget listen. Resten tages, når den nye er på plads.",
    "Der står ikke noget skrevet.",
    "Vi har ikke haft nogen til det i år.",
)
_DEEDS = ("Gennemgå resten", "Lav en aftale med leverandøren", "Skriv det ned")


def answered(form: Path, on: date, controls: Mapping[str, Control], seed: int) -> str:
    """The form, filled in; what was lacking the year before is mostly lacking still."""
    text, name = form.read_text(encoding="utf-8"), form.stem
    kind, dice = _KINDS[name.partition("-")[0]], chance(seed, name, on)
    answers = {}
    for id in _ASKED.findall(text):
        question, first = controls[id].questions[kind], chance(seed, name, id)
        free = name.startswith("system-s0") and question.not_applicable != "never"
        status = _status(first, dice, free)
        answers[id] = _answer(status, dice, on, bool(question.levels))
    employees = {unit: dice.randint(40, 300) for unit in departments()}
    reply = Reply(form.parent.name, name, "", on, answers, employees=employees)
    return fill_in(text, reply)


def _status(first: random.Random, dice: random.Random, free: bool) -> str:
    """How it is: by the same chance each year, unless something came of it."""
    luck = first.random()
    if luck > 0.97 and free:
        return "ikke relevant"
    lacking = luck < 0.28 and dice.random() < 0.85
    return first.choice(_LACKING) if lacking else "opfyldt"


def _answer(status: str, dice: random.Random, on: date, levels: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "status": status,
        "maturity": dice.choice((1, 2, 3, 3, 4)),
        "shares": dice.choice(((90, 6, 4), (70, 20, 10))),
        "comment": "" if status == "opfyldt" and not levels else dice.choice(_LACKS),
        "reviewed_on": on - timedelta(days=dice.randint(3, 230)),
    }
    if status in _LACKING and dice.random() < 0.6:
        answer["action"] = {
            "what": dice.choice(_DEEDS),
            "responsible": "Systemejeren",
            "due": on + timedelta(days=dice.randint(30, 300)),
            "hours": dice.randint(2, 60),
            "cost": dice.randint(0, 80) * 500,
        }
    return answer
