"""The fields of a form as an editor tells of them: what each may hold, and what it is called."""

from collections.abc import Callable, Mapping
from functools import partial

from secaudit.language import _, later
from secaudit.questionnaire.field_kinds import (
    Node,
    day,
    fact,
    facts,
    holding,
    listed,
    text,
    whole_number,
    yes_or_no,
)
from secaudit.questionnaire.help import CHOICES, FIELDS, OTHERS, fact_help

Fields = Mapping[str, tuple[Callable[[], Node], str]]
"""By field: what it may hold, and what it is called."""
RESPONDENT: Fields = {
    "name": (text, later("Name")),
    "email": (text, later("E-mail")),
    "answered_on": (day, later("Day of the answer")),
}
_RISK: Fields = {
    "on": (day, later("Day of the risk assessment")),
    "result": (text, later("What it showed")),
}
_DPIA: Fields = {
    "needed": (yes_or_no, later("Whether it is needed")),
    "on": (day, later("Day of the impact assessment")),
}
_AGREEMENT: Fields = {
    "status": (partial(fact, "processor_agreement"), later("Where it stands")),
    "on": (day, later("Day of the agreement")),
}
_EVIDENCE: Fields = {
    "reference": (text, later("Where it can be found")),
    "seen_on": (day, later("When you saw it")),
}
_ACTION: Fields = {
    "what": (text, later("What will be done")),
    "responsible": (text, later("By whom")),
    "due": (day, later("By when")),
    "hours": (whole_number, later("Hours")),
    "cost": (whole_number, later("Cost in kroner")),
}
_ACCEPTANCE: Fields = {
    "why": (text, later("Why")),
    "until": (day, later("Until and including")),
}
FACTS: Fields = {
    "criticality": (partial(fact, "criticality"), later("Criticality")),
    "personal_data": (partial(facts, "personal_data"), later("Personal data")),
    "hosting": (partial(fact, "hosting"), later("Hosting")),
    "has_test_environment": (yes_or_no, later("Test environment")),
    "source_owned": (yes_or_no, later("Own code")),
    "citizen_facing": (yes_or_no, later("Used by citizens")),
    "dpia": (lambda: holding(named(_DPIA)), later("Impact assessment")),
    "processor_agreement": (
        lambda: holding(named(_AGREEMENT)),
        later("Processor agreement"),
    ),
    "department": (text, later("Department")),
    "lifecycle": (partial(fact, "lifecycle"), later("Lifecycle")),
    "supplier": (text, later("Supplier")),
    "risk_assessment": (lambda: holding(named(_RISK)), later("Risk assessment")),
    "supervised_on": (day, later("Latest supervision")),
}
PARTS: Mapping[str, Fields] = {
    "dpia": _DPIA,
    "processor_agreement": _AGREEMENT,
    "risk_assessment": _RISK,
}
"""The parts of those facts that have several."""
BESIDE: Fields = {
    "reviewed_on": (day, later("Latest review")),
    "comment": (text, later("Comment")),
    "evidence": (lambda: listed(holding(named(_EVIDENCE))), later("Evidence")),
    "action": (lambda: holding(named(_ACTION)), later("Action")),
    "acceptance": (
        lambda: holding(named(_ACCEPTANCE)),
        later("A wish that the gap be accepted"),
    ),
}
"""What stands beside every answer."""


def explained(line: str) -> str:
    """What a line of help says of its field, as a sentence of its own."""
    said = line.partition(": ")[2]
    return said[:1].upper() + said[1:] + "."


def named(fields: Fields) -> dict[str, Node]:
    """Each field with what it is called, and what the form says of it, if anything."""
    return {
        name: {**make(), "title": _(title), **_described(name)}
        for name, (make, title) in fields.items()
    }


def _described(name: str) -> Node:
    if name in FIELDS:
        return {"description": explained(_(FIELDS[name]))}
    if name in CHOICES or name in OTHERS:
        return {"description": explained(fact_help(name))}
    return {}
