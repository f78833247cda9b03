"""A municipality of forty systems, made of chance that is the same every time."""

import random
from dataclasses import dataclass, field
from typing import Any

_UNITS = (
    ("sundhed", "Sundhed og Omsorg", ("hjemmepleje", "plejecentre", "traening")),
    ("boern", "Børn og Unge", ("skoler", "dagtilbud", "familie")),
    ("teknik", "Teknik og Miljø", ("veje", "byggesag", "vand")),
    ("stab", "Stab og Digitalisering", ("hr", "oekonomi", "drift")),
)
DIRECTORATES = tuple(id for id, _name, _below in _UNITS)
_BELOW = tuple(child for _id, _name, below in _UNITS for child in below)

OWNERS = tuple(f"p{n:02}" for n in range(1, 15))
OPERATIONS = ("d01", "d02", "d03")
_STAFF = ("f01", "f02", "f03", "f04", "f05")
_FIRST = ("Anna", "Bo", "Carla", "Dan", "Else", "Finn", "Gry", "Hans", "Ida", "Jens")
_LAST = ("Holm", "Krogh", "Lund", "Møller", "Østergård", "Åkjær")

SERVICES = {
    "backup": ("A.8.13", "A.8.14"),
    "login": ("A.5.16", "A.8.5"),
    "netvaerk": ("A.8.22",),
    "serverdrift": ("A.8.8", "A.8.9", "A.8.14"),
}
_NAMES = (
    *("Omsorgsjournal", "Nødkald", "Medicinkort", "Vagtplan", "Træningsplan"),
    *("Hjælpemidler", "Plejebolig", "Børnesag", "Elevliste", "Forældreportal"),
    *("Pladsanvisning", "Sundhedspleje", "Tandpleje", "Skolebus", "Bibliotek"),
    *("Byggesag", "Vejliste", "Pumpestyring", "Affald", "Miljøtilsyn"),
    *("Geodata", "Parkering", "Ledningskort", "Løn", "Rekruttering"),
    *("Regnskab", "Indkøb", "Fakturaer", "Debitor", "Esdh & Arkiv"),
    *("Hjemmeside", "Intranet", "=Ledelsestal", "Valg", "Mødeportal", "Telefoni"),
)

AREAS = """areas:
  - {id: sikkerhed, title: "Informationssikkerhed", person: f01, employees: true}
  - {id: ledelse, title: "Ledelse", person: f02, controls: [C, NIS2.20, NIS2.21]}
  - {id: databeskyttelse, title: "Databeskyttelse", person: f03, controls: [GDPR, DBL, A.5.34]}
  - {id: hr, title: "HR", person: f04, controls: [A.6]}
  - {id: ejendomme, title: "Ejendomme", person: f05, controls: [A.7]}
  - {id: drift, title: "Drift", person: d01, controls: [A.8, A.5.30, A.5.37]}
"""
PROFILE = """applicability:
  A.8.28: {applies: false, reason: "Kommunen programmerer ikke selv"}
targets: {met: 80, maturity: 3, employees: 85}
cycle: {society-critical: 1, business-critical: 1, other: 3}
acceptance:
  society-critical: "Direktionen"
  business-critical: "Direktøren"
  other: "Systemejeren"
classes: {a: 18, b: 8}
limits: {questions: 150}
"""


@dataclass(frozen=True)
class System:
    """An entry of systems.yaml; what is None is not written."""

    id: str
    name: str
    owner: str | None
    facts: dict[str, Any] = field(default_factory=dict)

    def written(self) -> str:
        """The entry, as a person writes it."""
        lines = [f"  - id: {self.id}", f'    name: "{self.name}"']
        lines += [f"    owner: {self.owner or 'ejer mangler'}"]
        lines += [f"    {key}: {_flow(value)}" for key, value in self.facts.items()]
        return "\n".join(lines) + "\n"


def systems(seed: int = 2025) -> tuple[System, ...]:
    """Forty systems: the four common services first."""
    chance = random.Random(seed)  # noqa: S311 the same every time
    services = (_service(id, controls) for id, controls in SERVICES.items())
    others = (_system(f"s{n:02}", name, chance) for n, name in enumerate(_NAMES, 1))
    return (*services, *others)


def inventory(every: tuple[System, ...]) -> str:
    """What stands in inventory/systems.yaml."""
    return "systems:\n" + "\n".join(system.written() for system in every)


def people() -> str:
    """What stands in inventory/people.yaml."""
    lines = ["departments:"]
    for number, (id, name, below) in enumerate(_UNITS, 1):
        lines += [f'  - {{id: {id}, name: "{name}", director: p{number:02}}}']
        lines += [f'  - {{id: {c}, name: "{c}", parent: {id}}}' for c in below]
    lines += ["people:"]
    for number, id in enumerate((*OWNERS, *OPERATIONS, *_STAFF)):
        lines += [_person(id, number)]
    return "\n".join(lines) + "\n"


def name_of(person: str) -> str:
    """The name of a person."""
    number = (*OWNERS, *OPERATIONS, *_STAFF).index(person)
    return f"{_FIRST[number % 10]} {_LAST[number % 6]}"


def _person(id: str, number: int) -> str:
    unit = _BELOW[number % len(_BELOW)]
    mail = f"{id}@kommune.example"
    return (
        f'  - {{id: {id}, name: "{name_of(id)}", email: "{mail}", department: {unit}}}'
    )


def _service(id: str, controls: tuple[str, ...]) -> System:
    facts = {
        "operations": "d01",
        "department": "drift",
        "criticality": "business-critical" if id != "login" else "society-critical",
        "hosting": "on-premises",
        "provides": list(controls),
    }
    return System(id, f"Fælles {id}", "p14", facts)


def _system(id: str, name: str, chance: random.Random) -> System:
    number = int(id[1:])
    owner = None if number == 36 else OWNERS[number % 13]
    used = [service for service in SERVICES if chance.random() < 0.6]
    facts: dict[str, Any] = {
        "operations": chance.choice((*OPERATIONS, OPERATIONS[0], owner, None)),
        "department": chance.choice((*_BELOW, *DIRECTORATES, None)),
        "criticality": chance.choice(
            ("society-critical", "business-critical", "other", "other", "other", None)
        ),
        "personal_data": _personal_data(chance),
        "hosting": chance.choice(("on-premises", "supplier", "public-cloud", None)),
        "lifecycle": "retired" if number == 35 else "operational",
        "supplier": chance.choice((_supplier(id), None)),
        "source_owned": chance.choice((False, False, True, None)),
        "has_test_environment": chance.choice((True, False, None)),
        "citizen_facing": chance.choice((True, False, None)),
        "uses": used or None,
        "dpia": chance.choice(({"needed": False}, {"needed": True}, None)),
    }
    facts |= _papers(id, facts["dpia"])
    known = {key: value for key, value in facts.items() if value is not None}
    return System(id, name, owner, known)


def _supplier(id: str) -> str:
    """The same supplier is not always written the same."""
    names = ("Nordlys A/S", "NORDLYS  a/s", "Havørn ApS", "Bølge It")
    return random.Random(f"{id} supplier").choice(names)  # noqa: S311 the same every time


def _papers(id: str, dpia: dict[str, Any] | None) -> dict[str, Any]:
    """Agreements, supervision and assessments, by a chance that moves no other."""
    chance = random.Random(f"{id} papers")  # noqa: S311 the same every time
    days = ("2024-05-01", "2025-11-02", "2026-03-20", None)
    found: dict[str, Any] = {"supervised_on": chance.choice(days)}
    agreement = ("signed", "signed", "in-progress", "missing", "not-needed", None)
    if status := chance.choice(agreement):
        found["processor_agreement"] = {"status": status}
    if day := chance.choice(days):
        found["risk_assessment"] = {"on": day}
    if dpia and dpia["needed"] and (day := chance.choice(days)):
        found["dpia"] = {**dpia, "on": day}
    return found


def _personal_data(chance: random.Random) -> list[str] | None:
    if chance.random() < 0.2:
        return None
    kinds = ("ordinary", "confidential", "cpr", "sensitive", "criminal-offences")
    return (
        chance.sample(kinds, chance.randint(1, 2))
        if chance.random() < 0.8
        else ["none"]
    )


def _flow(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    return f'"{value}"' if " " in value else str(value)
