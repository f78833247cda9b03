"""A part of the report as a Word document: one system, one person, or one department."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from secaudit import __version__
from secaudit.campaign import Campaign
from secaudit.gaps import picture
from secaudit.language import Language, _, using
from secaudit.officer import text as officer_text
from secaudit.problems import WrongUsage
from secaudit.register import Event
from secaudit.report.extract.compose import compose_department, compose_person
from secaudit.report.source import Source
from secaudit.report.system.compose import compose_sheet
from secaudit.report.word import Shown, render
from secaudit.steps.documents.source import Read, read
from secaudit.steps.documents.template import chosen
from secaudit.steps.documents.written import Written, chosen_path
from secaudit.steps.files import DOCUMENT, Output, write_all
from secaudit.workspace import Workspace

Composer = Callable[[Source, str], Shown]


def report_part(
    workspace: Workspace,
    about: str,
    campaign_id: str | None,
    on: date | None,
    language: Language,
    template: Path | None = None,
    output: Path | None = None,
    as_of: str | None = None,
) -> Written:
    """Write the part about `about`: `system:ID`, `person:ID` or `department:ID`.

    Raises WrongUsage if the campaign knows no such thing.
    """
    kind, compose = _kind(about)
    used, notes = chosen(template, kind, language)
    register = read(workspace, campaign_id, on, as_of)
    found = officer_text.named(about, _known(register.campaign))
    with using(language):
        shown = compose(source_of(register), _argument(found))
        data = render(shown, used)
    usual = workspace.reports / f"{_name(register, found, as_of)}.docx"
    path = chosen_path(output, usual, template)
    aside = write_all(Output(path, data, DOCUMENT))
    return Written(path, aside=aside, notes=notes)


def _kind(about: str) -> tuple[str, Composer]:
    """The kind of template that shows it, and what composes it."""
    found = _KINDS.get(about.partition(":")[0])
    if found is None:
        sentence = _("'{about}' is neither system:ID, person:ID nor department:ID")
        raise WrongUsage(sentence.format(about=about))
    return found


def _name(register: Read, found: str, as_of: str | None) -> str:
    """An earlier state does not take the place of the file that is there."""
    name = f"{register.campaign.id}-{found.replace(':', '-')}"
    return f"{name}-{register.head.hash[:12]}" if as_of else name


def source_of(register: Read) -> Source:
    """What a part is composed of."""
    now, days = picture(register.rounds, register.on), _days(register.events)
    return Source(now, register.rounds, register.on, register.head, __version__, days)


def _days(events: Sequence[Event]) -> Mapping[int, date]:
    """The day of each review, by its event."""
    return {
        event.sequence: date.fromisoformat(event.payload.get("on") or event.at[:10])
        for event in events
        if event.kind == "reviewed"
    }


def _known(campaign: Campaign) -> set[str]:
    """What there is a part about."""
    systems = {i.subject.key for i in campaign.current() if i.subject.kind == "system"}
    out = {key for key in campaign.withdrawn if key.startswith("system:")}
    people = {i.owner for i in campaign.issues} | {
        i.form.person for i in campaign.issues
    }
    return (
        systems
        | out
        | {f"person:{person}" for person in people if person}
        | {f"department:{department.id}" for department in campaign.departments}
    )


def _argument(found: str) -> str:
    """What a composer takes: the key of a system, else an id."""
    return found if found.startswith("system:") else found.partition(":")[2]


_KINDS: dict[str, tuple[str, Composer]] = {
    "system": ("system", compose_sheet),
    "person": ("extract", compose_person),
    "department": ("extract", compose_department),
}
