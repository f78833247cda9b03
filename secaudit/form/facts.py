"""The facts of a system as the page asks whether they are right."""

from collections.abc import Iterable
from typing import Any

from secaudit.inventory import FACT_WORDS, Department
from secaudit.language import _
from secaudit.questionnaire.fields import FACTS, PARTS

_KINDS = {
    "criticality": "one",
    "personal_data": "several",
    "hosting": "one",
    "lifecycle": "one",
    "status": "one",
    "has_test_environment": "yes-no",
    "source_owned": "yes-no",
    "citizen_facing": "yes-no",
    "needed": "yes-no",
    "department": "one",
    "on": "day",
    "supervised_on": "day",
}
"""How a fact, or a part of one, is asked for; all else is a line of text."""


def fact_fields(departments: Iterable[Department]) -> list[dict[str, Any]]:
    """Every fact: its name and label, how it is asked for, its choices and its parts."""
    units = {unit.id: unit.name for unit in departments}
    return [_fact(name, _(title), units) for name, (_make, title) in FACTS.items()]


def _fact(name: str, title: str, units: dict[str, str]) -> dict[str, Any]:
    parts = PARTS.get(name, {})
    words = FACT_WORDS.get(name, {})
    return {
        "name": name,
        "label": title,
        "kind": "parts" if parts else _KINDS.get(name, "line"),
        "choices": units
        if name == "department"
        else {k: _(w) for k, w in words.items()},
        "parts": [
            {
                "name": part,
                "label": _(label),
                "kind": _KINDS.get(part, "line"),
                "choices": {k: _(w) for k, w in words.items() if part == "status"},
            }
            for part, (_make, label) in parts.items()
        ],
    }
