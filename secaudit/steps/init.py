"""Make a workspace: a folder with files that explain themselves, and an empty register."""

import os
import re
from pathlib import Path

from secaudit.catalogue import load_named
from secaudit.inventory import choices
from secaudit.language import Language, _, later
from secaudit.mail.texts import NAMES, brought
from secaudit.problems import Refused, WrongUsage
from secaudit.questionnaire import fact_help
from secaudit.steps.state import register_of
from secaudit.steps.whole import refusing
from secaudit.validation import schema
from secaudit.workspace import CATALOGUES, FILE, Workspace, load_workspace
from secaudit.yamlfile import quoted

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def init(folder: Path, name: str, language: Language) -> Workspace:
    """The new workspace in `folder`; nothing that is there already is touched.

    Raises WrongUsage if the name is empty, Refused if a file is in the way or cannot be made.
    """
    if not name.strip() or not name.isprintable():
        raise WrongUsage(_("an organisation must have a name"))
    files = _files(name.strip(), language)
    for path in (FILE, "register.db", *files):
        if os.path.lexists(folder / path):
            sentence = _("{path} is there already; nothing was changed")
            raise Refused(sentence.format(path=folder / path))
    with refusing(_("{folder} cannot be written: {reason}"), folder=folder):
        for part in ("inventory", "campaigns", "mail", "reports"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            (folder / path).write_text(text, encoding="utf-8")
    workspace = load_workspace(folder)
    register_of(workspace).create()
    return workspace


def identifier(name: str) -> str:
    """An id made of a name: `Ærø Kommune` gives `aeroe-kommune`."""
    plain = name.casefold().translate(_LETTERS)
    made = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:50] or "organisation"
    usable = re.fullmatch(schema("systems")["$defs"]["id"]["pattern"], made)
    # Windows has devices called con and aux
    return made if usable else f"{made}-kommune"


def _files(name: str, language: Language) -> dict[str, str]:
    return {
        **{
            f"mail/{name}.txt": brought(name, language).read_text("utf-8")
            for name in NAMES
        },
        "inventory/systems.yaml": _commented(
            _("The systems. An entry looks like this; leave out what is not known:"),
            _choices() + "\n\n" + _SYSTEM.strip() + "\n" + _services(language),
            "systems: []",
        ),
        "inventory/people.yaml": _commented(
            _(
                "Those who answer, and the departments. An id is a pseudonym, not a name:"
            ),
            _PERSON,
            "departments: []\npeople: []",
        ),
        "profile.yaml": _commented(
            _("Which controls apply, and why (Statement of Applicability), such as:"),
            _APPLICABILITY,
            "cycle: {society-critical: 1, business-critical: 1, other: 3}",
        ),
        FILE: _commented(
            _(
                "Who gets the forms back, and who answers for the organisation, such as:"
            ),
            f"{_OFFICER}\n{_areas()}",
            f"organisation: {{id: {identifier(name)}, name: {quoted(name)}}}\n"
            f"language: {language}\n"
            "register: register.db\n"
            f"catalogues: [{', '.join(CATALOGUES)}]\n"
            "areas: []",
        ),
    }


def _services(language: Language) -> str:
    """The common services that most municipalities have, to be taken into the list."""
    catalogue = load_named(CATALOGUES[0]).catalogue
    return "\n".join(
        f"  - id: {service.id}\n"
        f"    name: {quoted(service.title.said(language))}\n"
        "    owner: p08\n"
        f"    provides: [{', '.join(service.controls)}]"
        for service in (catalogue.services if catalogue else ())
    )


def _areas() -> str:
    """Areas that answer for the organisation, to be taken into secaudit.yaml."""
    lines = ["areas:"]
    for number, (id, title, controls) in enumerate(_AREAS, 2):
        told = f"controls: [{', '.join(controls)}]" if controls else "employees: true"
        lines += [f"  - id: {id}", f"    title: {quoted(_(title))}"]
        lines += [f"    person: p{number:02}", f"    {told}"]
    return "\n".join(lines)


def _choices() -> str:
    facts = ("criticality", "personal_data", "hosting", "lifecycle")
    said = (
        *(fact_help(fact, choices) for fact in facts),
        _("source_owned, has_test_environment, citizen_facing: true or false"),
        _(
            "uses: common services; provides: the controls that a common service answers for"
        ),
        _("Six common services that most municipalities have stand after the system:"),
    )
    return "\n".join(said)


def _commented(heading: str, example: str, text: str) -> str:
    lines = [heading, *example.strip("\n").split("\n")]
    return "\n".join(f"# {line}".rstrip() for line in lines) + f"\n{text}\n"


_SYSTEM = """
systems:
  - id: omsorgsjournal
    name: "Omsorgsjournal"
    owner: p01
    deputies: [p02]
    operations: p08
    department: sundhed
    criticality: society-critical
    personal_data: [cpr, sensitive]
    hosting: supplier
    supplier: "Leverandør A/S"
    uses: [backup]
"""
_OFFICER = (
    'officer: {name: "Bo Friis", email: "bo@kommune.example", phone: "12 34 56 78"}'
)
_PERSON = """
departments:
  - {id: sundhed, name: "Sundhed og Omsorg", director: p02}
  - {id: stab, name: "Økonomi og Digitalisering"}
people:
  - {id: p01, name: "Anna Holm", email: "anna@kommune.example", department: sundhed}
  - {id: p02, name: "Bo Friis", email: "bo@kommune.example", department: stab}
  - {id: p03, name: "Carla Dam", email: "carla@kommune.example", department: stab}
  - {id: p04, name: "David Enø", email: "david@kommune.example", department: stab}
  - {id: p05, name: "Eva Gram", email: "eva@kommune.example", department: stab}
  - {id: p06, name: "Finn Høst", email: "finn@kommune.example", department: stab}
  - {id: p07, name: "Gerda Ipsen", email: "gerda@kommune.example", department: stab}
  - {id: p08, name: "Hans Juul", email: "hans@kommune.example", department: stab}
"""
_APPLICABILITY = """
applicability:
  A.8: {reason: "Følger af risikovurderingen 2026"}
  A.8.28: {applies: false, reason: "Kommunen programmerer ikke selv"}
acceptance:
  society-critical: "Direktionen"
limits: {questions: 60, minutes: 45}
"""
_AREAS = (
    ("sikkerhed", later("Information security"), ()),
    ("ledelse", later("Management system and NIS 2"), ("C", "NIS2.20", "NIS2.21")),
    ("databeskyttelse", later("Data protection"), ("GDPR", "DBL", "A.5.34")),
    (
        "indkoeb",
        later("Procurement and contracts"),
        (
            *("A.5.8", "A.5.19", "A.5.20", "A.5.21", "A.5.22", "A.5.23", "A.5.32"),
            *("A.8.21", "A.8.27", "A.8.30"),
        ),
    ),
    ("hr", later("HR"), ("A.6",)),
    ("ejendomme", later("Facilities"), ("A.7",)),
    (
        "drift",
        later("IT operations"),
        ("A.8", "A.5.30", "A.5.37", "A.7.9", "A.7.10", "A.7.14"),
    ),
)
"""Id, title and controls of the areas that are proposed; none has more than 30 questions."""
