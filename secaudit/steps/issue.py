"""Issue the questionnaires: an event in the register and a file for each."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from secaudit.campaign import Campaign, Issue, fold
from secaudit.language import Language, _, using
from secaudit.problems import Refused, reason
from secaudit.questionnaire import (
    STATUSES,
    Cover,
    Questionnaire,
    as_yaml,
    word,
)
from secaudit.register import Draft
from secaudit.steps.plan import plan
from secaudit.steps.state import chosen, register_of, up_to
from secaudit.validation import plain, schema
from secaudit.workspace import Contents, Workspace, load_contents

SCHEMA_FILE = "questionnaire.schema.json"


"""Subjects about which several people may each be asked their part."""


@dataclass(frozen=True)
class Issued:
    """What was issued now."""

    campaign: str
    forms: tuple[Path, ...]
    """The files written, in order."""
    questions: int
    unaddressed: tuple[str, ...]
    """Subjects of which nobody is known to answer."""
    untouched: int
    """Forms that were issued before, and left as they were."""


def issue(
    workspace: Workspace, campaign_id: str | None, on: date, now: datetime
) -> Issued:
    """Issue what has not been issued yet; nothing issued before is changed.

    The files and the events stand together: whatever cannot be written, nothing is issued.
    """
    contents = load_contents(workspace)
    written: list[Path] = []
    with ExitStack() as undo:
        undo.callback(_take_back, written)
        with register_of(workspace).writing() as writer:
            events = writer.events()
            campaigns = fold(events)
            campaign = chosen(campaigns, campaign_id)
            planned = plan(contents, list(up_to(campaigns.values(), campaign)))
            new = [writer.append(_draft(form, contents, on), now) for form in planned]
            _write_forms(workspace, fold([*events, *new])[campaign.id], written)
            _make_folder(workspace.returned(campaign.id))
        undo.pop_all()  # committed: the files stay
    return Issued(
        campaign.id,
        tuple(path for path in written if path.name != SCHEMA_FILE),
        sum(len(form.questions) for form in planned),
        tuple(f.subject.name for f in planned if f.person is None and f.questions),
        len(campaign.current()),
    )


def _draft(form: Questionnaire, contents: Contents, on: date) -> Draft:
    system = contents.inventory.system(form.subject.id)
    of_system = system if form.subject.kind == "system" else None
    person = contents.inventory.person(form.person)
    payload = plain(form) | {
        "issue": form.issue,
        "issued_on": on.isoformat(),
        "questions": list(form.questions),
        "subject": {"kind": form.subject.kind, "id": form.subject.id},
    }
    del payload["organisation"], payload["campaign"]
    personal: dict[str, Any] = {}
    if person:
        personal = {"name": person.name, "email": person.email or ""}
    if form.subject.kind == "owner":
        personal["subject"] = form.subject.name
    else:
        payload["subject"]["name"] = form.subject.name
    if of_system:
        payload |= {"owner": of_system.owner, "provides": list(of_system.provides)}
        payload |= {"formerly": of_system.formerly}
    return Draft("issued", form.campaign, form.subject.key, payload, personal)


def _write_forms(workspace: Workspace, campaign: Campaign, written: list[Path]) -> None:
    """Write every form that has no file, and name each file in `written`."""
    controls = {applied.control.id: applied.control for applied in campaign.applied}
    with using(campaign.language):
        editor = _editor_schema(campaign.language)
        for path, issue in _places(workspace.issued(campaign.id), campaign):
            text = as_yaml(issue.form, _cover(campaign, issue), controls)
            _write(path.with_name(SCHEMA_FILE), editor, written)
            _write(path, text, written)


def _places(folder: Path, campaign: Campaign) -> Iterator[tuple[Path, Issue]]:
    """Every form that asks somebody something, and where its file lies."""
    taken = Counter[Path]()
    for issue in campaign.current():
        if issue.form.person is None or not issue.form.questions:
            continue
        path = folder / issue.form.person / form_name(issue)
        taken[path] += 1
        number = taken[path]  # a second form to the same person about the same subject
        yield path if number == 1 else path.with_stem(f"{path.stem}.{number}"), issue


def _write(path: Path, text: str, written: list[Path]) -> None:
    try:
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        written.append(path)
        new = path.with_name(path.name + ".new")
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(path)  # so that a form is never met half written
    except OSError as error:
        sentence = _("{path} cannot be written: {reason}; nothing was issued")
        raise Refused(sentence.format(path=path, reason=reason(error))) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = _("{path} cannot be written: {reason}; nothing was issued")
        raise Refused(sentence.format(path=folder, reason=reason(error))) from None


def _take_back(written: list[Path]) -> None:
    for path in written:
        path.unlink(missing_ok=True)


def _editor_schema(language: Language) -> str:
    """The schema that an editor checks a form by: it offers the words for a status."""
    form = schema("questionnaire")
    words = [word(status, language) for status in STATUSES]
    offered = list(dict.fromkeys([*words, *STATUSES]))
    form["$defs"]["answer"]["properties"]["status"] = {"enum": [*offered, None]}
    return json.dumps(form, indent=2, ensure_ascii=False) + "\n"


def form_name(issue: Issue) -> str:
    """The name of the file of a form, such as `system-omsorgsjournal.yaml`."""
    return f"{issue.subject.kind}-{issue.subject.id}.yaml"


def _cover(campaign: Campaign, issue: Issue) -> Cover:
    return Cover(
        campaign.organisation.name,
        issue.id,
        issue.name,
        issue.email,
        campaign.due,
        campaign.language,
        campaign.profile.targets.maturity,
        tuple((d.id, d.name) for d in campaign.departments if d.parent is None),
    )
