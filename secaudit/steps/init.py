"""Make a workspace: a folder with files that explain themselves, and an empty register."""

import os
import re
from pathlib import Path

from secaudit.language import Language, _
from secaudit.problems import Refused, WrongUsage, reason
from secaudit.questionnaire import CHOICES
from secaudit.register import Register
from secaudit.validation import schema
from secaudit.workspace import FILE, Workspace, load_workspace
from secaudit.yamlfile import quoted

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def init(folder: Path, name: str, language: Language) -> Workspace:
    """The new workspace in `folder`; nothing that is there already is touched.

    Raises WrongUsage if the name is empty, Refused if a file is in the way or cannot be made.
    """
    if not name.strip() or not name.isprintable():
        raise WrongUsage(_("an organisation has a name"))
    files = _files(name.strip(), language)
    for path in (FILE, "register.db", *files):
        if os.path.lexists(folder / path):
            sentence = _("{path} is there already; nothing was changed")
            raise Refused(sentence.format(path=folder / path))
    try:
        for part in ("inventory", "campaigns", "reports"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            (folder / path).write_text(text, encoding="utf-8")
    except OSError as error:
        sentence = _("{folder} cannot be written: {reason}")
        raise Refused(sentence.format(folder=folder, reason=reason(error))) from None
    workspace = load_workspace(folder)
    Register(workspace.register_path, workspace.organisation.id).create()
    return workspace


def identifier(name: str) -> str:
    """An id made of a name: `Ærø Kommune` gives `aeroe-kommune`."""
    plain = name.casefold().translate(_LETTERS)
    made = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:50] or "organisation"
    usable = re.fullmatch(schema("systems")["$defs"]["id"]["pattern"], made)
    return (
        made if usable else f"{made}-kommune"
    )  # Windows has devices called con and aux


def _files(name: str, language: Language) -> dict[str, str]:
    return {
        "inventory/systems.yaml": _commented(
            _("The systems. An entry looks like this; leave out what is not known:"),
            _SYSTEM + _choices(),
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
            _("Who answers for the organisation itself, such as:"),
            _AREA,
            f"organisation: {{id: {identifier(name)}, name: {quoted(name)}}}\n"
            f"language: {language}\n"
            "register: register.db\n"
            "catalogues: [iso27001-2022]\n"
            "areas: []",
        ),
    }


def _choices() -> str:
    said = (
        *(_(CHOICES[name]) for name in ("criticality", "personal_data", "hosting")),
        _("lifecycle: pilot, phasing-in, operational, phasing-out or retired"),
        _("source_owned, has_test_environment: true or false"),
        _(
            "uses: common services; provides: the controls that a common service answers for"
        ),
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
    operations: p05
    department: sundhed
    criticality: society-critical
    personal_data: [cpr, sensitive]
    hosting: supplier
    supplier: "Leverandør A/S"
    uses: [backup]
"""
_PERSON = """
departments:
  - {id: sundhed, name: "Sundhed og Omsorg"}
people:
  - {id: p01, name: "Anna Holm", email: "anna@kommune.example", department: sundhed}
"""
_APPLICABILITY = """
applicability:
  A.8: {reason: "Følger af risikovurderingen 2026"}
  A.8.28: {applies: false, reason: "Kommunen programmerer ikke selv"}
"""
_AREA = """
areas:
  - {id: sikkerhed, title: "Informationssikkerhed", person: p01}
  - {id: hr, title: "HR", person: p02, controls: [A.6]}
"""
