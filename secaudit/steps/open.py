"""Open a campaign: freeze catalogue and profile as they are today."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from secaudit.campaign import Campaign, fold
from secaudit.language import _
from secaudit.problems import Problem, Refused, WrongUsage
from secaudit.profile import Applied
from secaudit.register import Draft
from secaudit.steps.state import register_of
from secaudit.validation import plain, schema, whole
from secaudit.workspace import Contents, Workspace, load_contents


@dataclass(frozen=True)
class Changes:
    """Controls that differ from the campaign before."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A campaign that was opened."""

    id: str
    due: date
    controls: int
    questions: int
    since: str | None
    """The campaign before, if there is one."""
    changes: Changes
    warnings: tuple[Problem, ...] = ()
    """What is worth a look in the workspace's files."""


def open_campaign(
    workspace: Workspace, id: str, due: date, on: date, now: datetime
) -> Opened:
    """Open the campaign `id`. Raises Refused if it is open already, or is due in the past."""
    _refuse_bad_id(id)
    if due < on:
        raise WrongUsage(
            _("the campaign cannot be due {due}: that has passed").format(due=due)
        )
    contents = load_contents(workspace)
    register = register_of(workspace)
    register.create()
    with register.writing() as writer:
        campaigns = fold(writer.events())
        if id in campaigns:
            raise Refused(_("the campaign {id} is open already").format(id=id))
        writer.append(
            Draft("campaign-opened", id, "", _payload(contents, due, on)), now
        )
    before = list(campaigns.values())[-1] if campaigns else None
    return _opened(id, due, contents, before)


def _refuse_bad_id(id: str) -> None:
    pattern = schema("systems")["$defs"]["id"]["pattern"]
    if not re.fullmatch(pattern, id):
        sentence = _(
            "'{id}' cannot name a campaign: use small letters, digits and hyphens"
        )
        raise WrongUsage(sentence.format(id=id))


def _payload(contents: Contents, due: date, on: date) -> dict[str, Any]:
    workspace = contents.workspace
    return {
        "organisation": plain(workspace.organisation),
        "opened_on": on.isoformat(),
        "due": due.isoformat(),
        "language": workspace.language,
        "catalogues": [
            {
                "id": c.id,
                "version": c.version,
                "title_da": c.title.da,
                "title_en": c.title.en,
            }
            for c in contents.catalogues
        ],
        "themes": [plain(theme) for c in contents.catalogues for theme in c.themes],
        "applied": [whole(applied) for applied in contents.applied],
        "profile": whole(contents.profile),
        "departments": [plain(unit) for unit in contents.inventory.departments],
    }


def _opened(id: str, due: date, contents: Contents, before: Campaign | None) -> Opened:
    applied = contents.applied
    questions = sum(len(a.control.questions) for a in applied if a.applies)
    changes = _changes(before.applied, applied) if before else Changes()
    since = before.id if before else None
    return Opened(id, due, len(applied), questions, since, changes, contents.warnings)


def _changes(earlier: tuple[Applied, ...], later: tuple[Applied, ...]) -> Changes:
    then = {applied.control.id: applied for applied in earlier}
    now = {applied.control.id: applied for applied in later}
    return Changes(
        tuple(id for id in now if id not in then),
        tuple(id for id in then if id not in now),
        tuple(id for id in now if id in then and now[id] != then[id]),
    )
