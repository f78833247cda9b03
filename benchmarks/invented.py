"""The files of a municipality that does not exist: its people, its systems and its profile."""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from secaudit.catalogue import Service, load_named
from secaudit.steps.init import identifier
from secaudit.workspace import CATALOGUES
from secaudit.yamlfile import flow

_UNITS = {
    "Sundhed og Omsorg": ("Hjemmepleje", "Plejecentre", "Træning", "Visitation"),
    "Børn og Unge": ("Skoler", "Dagtilbud", "Familie", "Tandpleje"),
    "Teknik og Miljø": ("Veje og Parker", "Byg og Vand", "Natur", "Affald"),
    "Beskæftigelse": ("Jobcenter", "Ydelser", "Unge i job", "Integration"),
    "Kultur og Fritid": ("Biblioteker", "Museer", "Idræt", "Musikskole"),
    "Social og Psykiatri": ("Bosteder", "Misbrug", "Handicap", "Støtte"),
    "Borgere og Erhverv": ("Borgerservice", "Erhverv", "Valg", "Kontaktcenter"),
    "Økonomi og Digitalisering": ("It-drift", "HR", "Indkøb", "Ejendomme"),
}
"""Each forvaltning, and the departments below it; the staff is in the last."""
_FIRST = (
    *("Anna", "Bo", "Carla", "Dan", "Else", "Finn", "Gry", "Hans", "Ida", "Jens"),
    *("Karen", "Lars", "Mette", "Niels", "Oda", "Per", "Rikke", "Søren", "Tove"),
)
_LAST = (
    *("Aagaard", "Brink", "Dam", "Engberg", "Friis", "Gram", "Holm", "Ipsen", "Juul"),
    *("Kjær", "Lund", "Møller", "Nørgaard", "Overby", "Pihl", "Ravn", "Skov", "Toft"),
    *("Vestergaard", "Winther", "Østergaard", "Ågård"),
)
_TOPICS = (
    *("Omsorgs", "Medicin", "Vagt", "Elev", "Dagtilbuds", "Familie", "Tand", "Vej"),
    *("Bygge", "Vand", "Miljø", "Affalds", "Job", "Ydelses", "Integrations", "Bog"),
    *("Musik", "Idræts", "Bosteds", "Støtte", "Borger", "Erhvervs", "Valg", "Løn"),
    *("Personale", "Indkøbs", "Ejendoms", "Kontrakt", "Budget", "Kort", "Energi"),
)
_THINGS = (
    *("journal", "plan", "register", "portal", "sag", "arkiv", "overblik", "booking"),
    *("betaling", "statistik", "app", "base"),
)
_PLACES = ("Nordlys", "Havn", "Bakke", "Eng", "Skov", "Sund", "Klint", "Bæk", "Ø")
_COMPANIES = ("Data A/S", "Systemer ApS", "Software A/S", "It A/S", "Cloud AB")
_DATA = ("none", "ordinary", "confidential", "cpr", "sensitive", "criminal-offences")

STAFF = tuple(f"p{number:02}" for number in range(1, 9))
"""The officer, and those who answer for the areas that `init` proposes."""
_DIRECTORS = tuple(f"p{number:02}" for number in range(9, 9 + len(_UNITS)))
FEWEST = len(STAFF) + len(_DIRECTORS) + 1
"""The people that there are at least: one head of department owns the systems."""

PROFILE = """applicability:
  A.5: {reason: "Følger af NIS 2-loven § 6 og risikovurderingen"}
  A.8: {reason: "Følger af NIS 2-loven § 6 og risikovurderingen"}
  A.8.4: {applies: false, reason: "Kommunen har ikke adgang til kildekode"}
  A.8.28: {applies: false, reason: "Kommunen programmerer ikke selv"}
targets: {met: 85, maturity: 3, employees: 85}
cycle: {society-critical: 1, business-critical: 1, other: 3}
acceptance: {society-critical: "Direktionen"}
"""


def chance(*about: object) -> random.Random:
    """Chance that is the same every time about the same."""
    return random.Random("/".join(map(str, about)))  # noqa: S311 (nothing is secret)


def settled(settings: str) -> str:
    """secaudit.yaml as `init` wrote it, with the areas that it proposes taken into use."""
    comments = [line for line in settings.splitlines() if line.startswith("# ")]
    areas = comments[comments.index("# areas:") :]
    proposed = "\n".join(line.removeprefix("# ") for line in areas)
    return settings.replace("\nareas: []", f"\n{proposed}")


def departments() -> tuple[str, ...]:
    """The ids of the forvaltninger."""
    return tuple(map(identifier, _UNITS))


def people(number: int) -> str:
    """What stands in inventory/people.yaml."""
    units: list[dict[str, Any]] = []
    for director, (name, below) in zip(_DIRECTORS, _UNITS.items(), strict=True):
        parent = identifier(name)
        units += [{"id": parent, "name": name, "director": director}]
        units += [{"id": identifier(u), "name": u, "parent": parent} for u in below]
    every = map(_person, range(number))
    return f"departments:\n{_listed(units)}people:\n{_listed(every)}"


def systems(number: int, people: int, year: int, seed: int) -> str:
    """What stands in inventory/systems.yaml; one system in twenty is new in 2026."""
    services = getattr(load_named(CATALOGUES[0]).catalogue, "services", ())
    heads = [_person(index) for index in range(FEWEST - 1, people)]
    every = [
        _system(index, heads[index % len(heads)], number, year, chance(seed, index))
        for index in range(number - len(services))
        if index % 20 or year > 2025
    ]
    return f"systems:\n{_listed([*map(_service, services), *every])}"


def _listed(entries: Iterable[dict[str, Any]]) -> str:
    return "".join(f"  - {flow(entry)}\n" for entry in entries)


def _person(index: int) -> dict[str, Any]:
    id = f"p{index + 1:02}"
    units = list(_UNITS)
    unit = units[-1] if id in STAFF else units[index % len(units)]
    below = _UNITS[unit][index // len(units) % 4]
    first, last = _FIRST[index % len(_FIRST)], _LAST[index % len(_LAST)]
    return {
        "id": id,
        "name": f"{first} {last}",
        "email": f"{id}@kommune.example",
        "department": identifier(unit if id in _DIRECTORS else below),
    }


def _service(service: Service) -> dict[str, Any]:
    return {
        "id": service.id,
        "name": service.title.da,
        "owner": STAFF[-1],
        "department": identifier("It-drift"),
        "criticality": "society-critical",
        "personal_data": ["cpr"],
        "hosting": "on-premises",
        "provides": list(service.controls),
    }


def _system(
    index: int, head: dict[str, Any], number: int, year: int, dice: random.Random
) -> dict[str, Any]:
    """A system of a head of department, with some of its facts unknown."""
    again, name = index // (len(_TOPICS) * len(_THINGS)), _named(index)
    criticalities = ("society-critical", "business-critical", "other", "other", None)
    entry = {
        "id": f"s{index + 1:04}",
        "name": f"{name} {again + 1}" if again else name,
        "owner": head["id"] if dice.random() < 0.97 else "ejer mangler",
        "operations": dice.choice((STAFF[-1], head["id"], None)),
        "department": head["department"] if dice.random() < 0.95 else None,
        "criticality": dice.choice(criticalities),
        "personal_data": [dice.choice(_DATA)] if dice.random() < 0.9 else None,
        "hosting": dice.choice(("on-premises", "supplier", "public-cloud", None)),
        "lifecycle": dice.choice(("operational", "operational", "phasing-out", None)),
        "source_owned": dice.choice((False, False, False, None)),
        "has_test_environment": dice.choice((True, False, None)),
        "citizen_facing": dice.choice((True, False, False)),
        "uses": ["logning"] if index % 5 == 0 else ["backup", "netvaerk", "klienter"],
        **_outside(number, year, dice),
    }
    return {key: value for key, value in entry.items() if value is not None}


def _named(index: int) -> str:
    return _TOPICS[index % len(_TOPICS)] + _THINGS[index % len(_THINGS)]


def _outside(number: int, year: int, dice: random.Random) -> dict[str, Any]:
    """Its supplier, and what is written down of its risks and its personal data."""
    company = dice.randrange(max(number // 8, 1))
    place, kind = _PLACES[company % len(_PLACES)], _COMPANIES[company % len(_COMPANIES)]
    again = company // (len(_PLACES) * len(_COMPANIES))
    supplier = f"{place} {kind}" if not again else f"{place} {again + 1} {kind}"
    needed, signed = dice.random() < 0.4, dice.choice(("signed", "missing", "signed"))
    known = {
        "supplier": supplier,
        "supervised_on": _day(year, dice),
        "risk_assessment": {
            "on": _day(year, dice),
            "result": dice.choice(("Høj", "Middel", "Lav")),
        },
        "dpia": {"needed": needed}
        | ({"on": _day(year, dice)} if dice.random() < 0.6 else {}),
        "processor_agreement": {"status": signed}
        | ({"on": _day(year, dice)} if signed == "signed" else {}),
    }
    return {name: value for name, value in known.items() if dice.random() < 0.8}


def _day(year: int, dice: random.Random) -> str:
    """A day of the three years before the campaign; half of them are as the year before."""
    last = year if dice.random() < 0.5 else 2025
    return (date(last, 8, 31) - timedelta(dice.randrange(1100))).isoformat()
