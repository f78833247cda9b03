"""The files of a municipality that does not exist: its people, its systems and its profile."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from secaudit.catalogue import load_named
from secaudit.workspace import CATALOGUES
from secaudit.yamlfile import flow, quoted

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
"""Each forvaltning, and the departments below it; the last has the staff."""
_FIRST = (
    *("Anna", "Bo", "Carla", "Dan", "Else", "Finn", "Gry", "Hans", "Ida", "Jens"),
    *("Karen", "Lars", "Mette", "Niels", "Oda", "Per", "Rikke", "Søren", "Tove", "Ulla"),
)
_LAST = (
    *("Aagaard", "Brink", "Dam", "Engberg", "Friis", "Gram", "Holm", "Ipsen", "Juul"),
    *("Kjær", "Lund", "Møller", "Nørgaard", "Overby", "Pihl", "Ravn", "Skov", "Toft"),
    *("Vestergaard", "Winther", "Østergaard", "Ågård"),
)
_TOPICS = (
    *("Omsorgs", "Medicin", "Vagt", "Elev", "Dagtilbuds", "Familie", "Tand", "Vej"),
    *("Bygge", "Vand", "Miljø", "Affalds", "Job", "Ydelses", "Integrations", "Biblioteks"),
    *("Musik", "Idræts", "Bosteds", "Støtte", "Borger", "Erhvervs", "Valg", "Løn"),
    *("Rekrutterings", "Indkøbs", "Ejendoms", "Kontrakt", "Budget", "Geo", "Energi"),
)
_THINGS = (
    *("journal", "plan", "register", "portal", "sag", "arkiv", "overblik", "booking"),
    *("betaling", "statistik", "app", "kort"),
)
_COMPANIES = ("Data A/S", "Systemer ApS", "Software A/S", "It A/S", "Cloud AB")
_CRITICALITIES = ("society-critical", "business-critical", "other", "other", "other")
_DATA = ("none", "ordinary", "confidential", "cpr", "sensitive", "criminal-offences")
_RESULTS = ("Høj", "Middel", "Middel", "Lav")
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
    """secaudit.yaml as `init` wrote it, with the areas that it proposes."""
    start = settings.index("# areas:")
    proposed, end, rest = settings[start:].partition("# organisation"), "", ""
    return settings


def people(number: int) -> str:
    """What stands in inventory/people.yaml."""
    lines = ["departments:"]
    for director, (name, below) in zip(_DIRECTORS, _UNITS.items(), strict=True):
        unit = _id(name)
        lines += [f"  - {{id: {unit}, name: {quoted(name)}, director: {director}}}"]
        lines += [
            f"  - {{id: {_id(part)}, name: {quoted(part)}, parent: {unit}}}"
            for part in below
        ]
    return "\n".join([*lines, "people:", *map(_person, range(1, number + 1))]) + "\n"
