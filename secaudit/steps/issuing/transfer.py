"""Hand what somebody answers for to another: in the inventory, and in the campaign."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from secaudit.campaign import Campaign, Issue
from secaudit.inventory import System
from secaudit.language import _
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.issuing.forms import write_forms
from secaudit.steps.issuing.issue import issue_all
from secaudit.steps.issuing.plan import Planned, edition, new, reissue
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.rewriting import rewritten
from secaudit.steps.state import refuse_closed
from secaudit.validation import did_you_mean
from secaudit.workspace import FILE, Contents, Workspace, load_contents, load_workspace
from secaudit.yamlfile.editing import Edit

SYSTEMS = "inventory/systems.yaml"


@dataclass(frozen=True)
class Handover:
    """Who hands over to whom."""

    was: str
    """The person who has it."""
    to: str
    systems: tuple[str, ...] = ()
    """The systems that are handed over; none means all that the person answers for."""

    def takes(self, issue: Issue) -> bool:
        """Whether a form is handed over. Nobody can answer for another's own duties."""
        if issue.form.person != self.was or issue.subject.kind == "owner":
            return False
        of_named = issue.subject.kind == "system" and issue.subject.id in self.systems
        return of_named or not self.systems


@dataclass(frozen=True)
class Transferred:
    """What was handed over."""

    was: str
    """The name of who had it."""
    now: str
    subjects: tuple[str, ...]
    """The names of what was handed over."""
    forms: tuple[Path, ...]
    """The files of the forms that the new person got."""
    withdrawn: bool
    """Whether who had it owns nothing any more: then their own duties are taken out."""
    actions: tuple[str, ...] = ()
    """The ids of open actions that still name who had it as responsible."""


def transfer(
    workspace: Workspace, campaign_id: str | None, handover: Handover, acting: Acting
) -> Transferred:
    """Hand over systems: the files, the inventory and the events stand together.

    Answers that were given stay. Raises WrongUsage for somebody or something unknown,
    Refused where there is nothing to hand over.
    """
    with recording(workspace, campaign_id, acting) as record:
        campaign = refuse_closed(record.campaign)
        before = load_contents(workspace)
        _refuse_unknown(handover, campaign, before)
        taken = [issue for issue in campaign.current() if handover.takes(issue)]
        edited = _edit(before, handover, record.undo)
        if not (edited or taken):
            sentence = _(
                "'{id}' answers for no system in the campaign; see 'status --by person'"
            )
            raise Refused(sentence.format(id=handover.was))
        contents = load_contents(load_workspace(workspace.folder))
        _record(handover, taken, contents, record)
        left = _withdraw_own(handover.was, handover.to, contents, record)
        after = record.after()
        written = write_forms(workspace, campaign, after, record.undo)
    names = {**campaign.names, **{p.id: p.name for p in contents.inventory.people}}
    was, to = (names.get(id, id) for id in (handover.was, handover.to))
    subjects = dict.fromkeys([*edited, *(issue.subject.name for issue in taken)])
    return Transferred(
        was=was,
        now=to,
        subjects=tuple(subjects),
        forms=written,
        withdrawn=left,
        actions=tuple(_responsible(was, after)),
    )


def _responsible(name: str, campaign: Campaign) -> Iterator[str]:
    """The ids of open actions that name somebody as responsible."""
    for action in campaign.actions:
        if action.open and name.casefold() in action.responsible.casefold():
            yield action.id


def _refuse_unknown(handover: Handover, campaign: Campaign, contents: Contents) -> None:
    people = {person.id for person in contents.inventory.people}
    asked = {i.form.person for i in campaign.issues if i.form.person}
    for id, known in ((handover.was, people | asked), (handover.to, people)):
        if id not in known:
            sentence = _("there is no person '{id}' in people.yaml").format(id=id)
            raise WrongUsage(sentence + did_you_mean(id, known))
    if handover.was == handover.to:
        raise WrongUsage(_("FROM and TO are the same person"))
    theirs = {s.id for s in contents.inventory.systems if _answers(s, handover.was)}
    theirs |= {i.subject.id for i in campaign.current() if handover.takes(i)}
    for id in handover.systems:
        if id not in theirs:
            sentence = _("'{person}' does not answer for the system '{id}'")
            text = sentence.format(person=handover.was, id=id)
            raise WrongUsage(text + did_you_mean(id, theirs))


def _answers(system: System, person: str) -> bool:
    return person in (system.owner, system.operations)


def _edit(contents: Contents, handover: Handover, undo: ExitStack) -> list[str]:
    """Write the new person where the other stands; the names of what they had."""
    folder = contents.workspace.folder
    of_systems = [
        (system.name, Edit(("systems", n, role), handover.to))
        for n, system in enumerate(contents.inventory.systems)
        if not handover.systems or system.id in handover.systems
        for role in ("owner", "operations")
        if getattr(system, role) == handover.was
    ]
    of_areas = [
        (area.title, Edit(("areas", n, "person"), handover.to))
        for n, area in enumerate(contents.workspace.areas)
        if area.person == handover.was and not handover.systems
    ]
    rewritten(folder / SYSTEMS, [edit for _name, edit in of_systems], undo)
    rewritten(folder / FILE, [edit for _name, edit in of_areas], undo)
    return [name for name, _edit in (*of_systems, *of_areas)]


def _own(
    contents: Contents, rounds: list[Campaign], handover: Handover
) -> Iterator[Planned]:
    """The own duties of the new person, if they were not asked yet, or taken out before."""
    key = f"owner:{handover.to}"
    owns = any(person.id == handover.to for person in contents.inventory.owners())
    planner = reissue(key) if owns and key in rounds[-1].withdrawn else new
    for planned in planner(contents, rounds):
        if planned.form.subject.key == key:
            yield planned


def _record(
    handover: Handover, taken: list[Issue], contents: Contents, record: Recording
) -> None:
    """Record that it is handed over, and issue the forms to the new person."""
    subjects = list(dict.fromkeys(issue.subject.key for issue in taken))
    told = {"from": handover.was, "to": handover.to, "subjects": subjects}
    record.say("transferred", told)
    for issue in taken:
        number = edition(issue.form, record.campaign)
        form = replace(issue.form, person=handover.to, edition=number)
        issue_all([Planned(form, (issue.id,))], contents, record)
    issue_all(_own(contents, record.rounds, handover), contents, record)


def _withdraw_own(was: str, to: str, contents: Contents, record: Recording) -> bool:
    """Take out the own duties of who owns nothing any more; whether there were any."""
    key = f"owner:{was}"
    owners = {person.id for person in contents.inventory.owners()}
    asked = any(issue.subject.key == key for issue in record.campaign.current())
    if was in owners or not asked:
        return False
    why = _("handed over to {id}").format(id=to)
    record.say("withdrawn", {}, key, reason=why)
    return True
