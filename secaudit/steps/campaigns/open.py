"""Open a campaign: freeze catalogue and profile as they are today."""

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from secaudit.campaign import Campaign, fold
from secaudit.campaign.model import CatalogueVersion
from secaudit.language import _
from secaudit.notes import notes_path, skeleton
from secaudit.problems import Problem, Refused, WrongUsage
from secaudit.register import Draft
from secaudit.steps.campaigns.changes import Changes, ChangesAround, around, of_controls
from secaudit.steps.state import register_of
from secaudit.validation import plain, schema, whole
from secaudit.workspace import Contents, Workspace, load_contents

_YEAR = re.compile("[0-9]{4}")


@dataclass(frozen=True)
class Opened:
    """A campaign that was opened."""

    id: str
    due: date
    controls: int
    questions: int
    since: str | None = None
    """The campaign before, if there is one."""
    changes: Changes = field(default_factory=Changes)
    around: ChangesAround = field(default_factory=ChangesAround)
    unclosed: bool = False
    """Whether the campaign before is not closed: then it is judged by the day it was due."""
    open_actions: int = 0
    """Actions that were not done, and go on."""
    warnings: tuple[Problem, ...] = ()
    """What is worth a look in the workspace's files."""


def open_campaign(
    workspace: Workspace,
    id: str,
    due: date,
    on: date,
    now: datetime,
    *,
    skip: bool = False,
) -> Opened:
    """Open the campaign `id`. Raises Refused if it is open already, or is due in the past.

    Where campaigns are named by years, one may be left out only if `skip` says so.
    """
    _refuse_bad_id(id)
    if due < on:
        sentence = _("the campaign cannot be due {due}: that has passed")
        raise WrongUsage(sentence.format(due=due))
    contents = load_contents(workspace)
    register = register_of(workspace)
    _refuse_lost_register(workspace)
    register.create()
    with register.writing() as writer:
        campaigns = fold(writer.events())
        if id in campaigns:
            raise Refused(_open_already(campaigns[id]))
        _refuse_gap(id, list(campaigns), skip)
        opening = Draft("campaign-opened", id, "", _payload(contents, due, on))
        writer.append(opening, now)
    _offer_notes(workspace, id)
    before = next(reversed(campaigns.values()), None)
    return _opened(id, due, contents, before)


def _offer_notes(workspace: Workspace, id: str) -> None:
    """A notes.yaml to fill in, unless there is one."""
    path = notes_path(workspace.folder, id)
    with suppress(OSError):  # the campaign is open all the same, and needs no notes
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            text = skeleton(workspace.language)
            path.write_text(text, encoding="utf-8", newline="\n")


def _refuse_bad_id(id: str) -> None:
    if not re.fullmatch(schema("systems")["$defs"]["id"]["pattern"], id):
        sentence = _(
            "'{id}' cannot name a campaign: use small letters, digits and hyphens"
        )
        raise WrongUsage(sentence.format(id=id))


def _open_already(campaign: Campaign) -> str:
    if campaign.closed_on is None:
        return _("the campaign {id} is open already").format(id=campaign.id)
    sentence = _("the campaign {id} was closed {date}; give the new one another id")
    return sentence.format(id=campaign.id, date=campaign.closed_on)


def _refuse_lost_register(workspace: Workspace) -> None:
    """A folder with forms in it had a register; a new one would forget it all."""
    path = workspace.register_path
    issued = workspace.folder.glob("campaigns/*/issued/*/*.yaml")
    if not path.exists() and next(issued, None):
        sentence = _(
            "{path} is missing, though forms were issued; fetch it from the backup"
        )
        raise Refused(sentence.format(path=path))


def _refuse_gap(id: str, opened: list[str], skip: bool) -> None:
    """Years follow one another: a gap is so many years old as there were campaigns."""
    if not opened or not (_YEAR.fullmatch(id) and _YEAR.fullmatch(opened[-1])):
        return
    last, year = int(opened[-1]), int(id)
    if year < last:
        sentence = _(
            "{id} is before {last}, the campaign opened last: choose a later one"
        )
        raise Refused(sentence.format(id=id, last=last))
    if year > last + 1 and not skip:
        sentence = _(
            "{missing} is missing between {last} and {id}; --skip opens {id} all the same"
        )
        raise Refused(sentence.format(missing=last + 1, last=last, id=id))


def _payload(contents: Contents, due: date, on: date) -> dict[str, Any]:
    workspace = contents.workspace
    return {
        "organisation": plain(workspace.organisation),
        "opened_on": on.isoformat(),
        "due": due.isoformat(),
        "language": workspace.language,
        "catalogues": [
            plain(CatalogueVersion(c.id, c.version, c.title.da, c.title.en))
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
    opened = Opened(id, due, len(applied), questions, warnings=contents.warnings)
    if before is None:
        return opened
    return replace(
        opened,
        since=before.id,
        changes=of_controls(before.applied, applied),
        around=around(before, contents),
        unclosed=before.closed_on is None,
        open_actions=sum(action.open for action in before.actions),
    )
