"""The facts of a system as the page asks whether they are right."""

from collections.abc import Iterable, Iterator
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
    """Every fact, where it is written, its label, how it is asked for, its choices and parts."""
    units = {unit.id: unit.name for unit in departments}
    return [_fact(name, _(title), units) for name, (_make, title) in FACTS.items()]


def single(fields: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The facts that are asked for by one field; of those in parts, each part."""
    for fact in fields:
        for one in fact["parts"] or [fact]:
            alone = one is fact or one["kind"] == "day"
            label = one["label"] if alone else f"{fact['label']}: {one['label']}"
            told = {name: one[name] for name in ("path", "kind", "choices")}
            yield {**told, "label": label}


def _fact(name: str, title: str, units: dict[str, str]) -> dict[str, Any]:
    words = {key: _(word) for key, word in FACT_WORDS.get(name, {}).items()}
    parts = [
        _field(f"{name}.{part}", _(label), words if part == "status" else {})
        for part, (_make, label) in PARTS.get(name, {}).items()
    ]
    return _field(name, title, units if name == "department" else words, parts)


def _field(
    path: str, label: str, choices: dict[str, str], parts: Iterable[Any] = ()
) -> dict[str, Any]:
    kind = _KINDS.get(path.rpartition(".")[2], "line")
    if kind == "yes-no":
        choices = {"true": _("yes"), "false": _("no")}
    field = {"path": path, "label": label, "kind": kind, "choices": choices}
    return {**field, "parts": list(parts)}
