"""The files of issued forms: where each lies, and that they are written all or none."""

import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from secaudit.campaign import Campaign, Issue
from secaudit.language import _, using
from secaudit.questionnaire import (
    Cover,
    Questionnaire,
    as_yaml,
    editor_parts,
    editor_schema,
)
from secaudit.steps.issuing.noted import answered, notes
from secaudit.steps.issuing.pages import page_texts
from secaudit.steps.issuing.places import places
from secaudit.steps.whole import put_aside, refusing, sync_all, written_beside
from secaudit.workspace import Officer, Workspace

SCHEMA_FILE = "questionnaire.schema.json"
_REPLACED = ".replaced"
"""What the name of a form ends in, once another took its place: it may have been written in."""


def write_forms(
    workspace: Workspace, before: Campaign, campaign: Campaign, undo: ExitStack
) -> tuple[Path, ...]:
    """Write every form that has no file; what is done is undone with `undo`.

    A form that was replaced since `before`, and whatever lies where a new one goes, is put
    aside, never overwritten.
    """
    folder = workspace.issued(campaign.id)
    standing = {issue.id for issue in campaign.issues if not issue.superseded}
    known = {issue.id for issue in before.issues}
    texts: dict[Path, str] = {}
    beside: dict[Path, dict[str, Questionnaire]] = {}
    with using(campaign.language):
        for path, issue in places(folder, before):
            if issue.id not in standing:
                _put_aside(path, undo)
        for path, issue in places(folder, campaign):
            beside.setdefault(path.with_name(SCHEMA_FILE), {})[issue.id] = issue.form
            if issue.id not in known:
                _put_aside(path, undo)
            if not path.exists():
                texts[path] = form_text(campaign, issue, workspace.officer)
        schemas = dict(_schemas(campaign, beside))
    new = {path: text for path, text in schemas.items() if not _is(path, text)}
    for path, page in page_texts(workspace, before, campaign):
        if page is None:
            _put_aside(path, undo)
        else:
            new[path] = page
    _write({**texts, **new}, undo)
    return tuple(texts)


def make_folder(folder: Path) -> None:
    """Make a folder, unless it is there. Raises Refused if it cannot be made."""
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _told(path: Path) -> AbstractContextManager[None]:
    """Whatever the system will not do about `path` is told in a sentence."""
    sentence = _("{path} cannot be written: {reason}; nothing was issued")
    return refusing(sentence, path=path)


def _write(texts: Mapping[Path, str], undo: ExitStack) -> None:
    """Write files, none of which takes its place before all of them are on the disk."""
    new: dict[Path, Path] = {}
    for path, text in texts.items():
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            new[path] = written_beside(path, text.encode(), sync=False)
            undo.callback(new[path].unlink, missing_ok=True)
    with _told(next(iter(new), Path()).parent):
        sync_all(new.values())
    for path, one in new.items():
        with _told(path):
            _undone(path, undo)
            one.replace(path)


def _undone(path: Path, undo: ExitStack) -> None:
    """What lies at `path` now, or nothing, lies there again with `undo`."""
    if path.exists():
        undo.callback(path.write_bytes, path.read_bytes())
    else:
        undo.callback(path.unlink, missing_ok=True)


def _put_aside(path: Path, undo: ExitStack) -> None:
    with _told(path):
        if path.exists():
            aside = put_aside(path, lambda number: f"{path.name}{_REPLACED}-{number}")
            undo.callback(aside.rename, path)


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _schemas(
    campaign: Campaign, beside: Mapping[Path, Mapping[str, Questionnaire]]
) -> Iterator[tuple[Path, str]]:
    """What an editor says of the forms that lie in one folder, for each."""
    controls = campaign.controls
    forms = {id: form for lying in beside.values() for id, form in lying.items()}
    target, units = campaign.profile.targets.maturity, _departments(campaign)
    repeatable = {issue.id: _repeatable(issue) for issue in campaign.issues}
    parts = editor_parts(forms, controls, target, units, repeatable)
    for path, lying in beside.items():
        schema = editor_schema(lying, parts, repeatable)
        yield path, json.dumps(schema, ensure_ascii=False) + "\n"


def _departments(campaign: Campaign) -> tuple[tuple[str, str], ...]:
    """The id and name of those whose employees are counted."""
    units = (unit for unit in campaign.departments if unit.parent is None)
    return tuple((unit.id, unit.name) for unit in units)


def form_text(campaign: Campaign, issue: Issue, officer: Officer | None) -> str:
    """The form as it is written today."""
    cover = Cover(
        organisation=campaign.organisation.name,
        issue=issue.id,
        respondent=issue.name,
        email=issue.email,
        due=campaign.deadline(issue),
        language=campaign.language,
        send_to=officer.address if officer else "",
        target=campaign.profile.targets.maturity,
        departments=_departments(campaign),
        notes=notes(issue, campaign.language),
        answered=frozenset(id for id, one in issue.earlier.items() if one.now),
        repeatable=_repeatable(issue),
        standing=tuple(_standing(campaign, issue)),
    )
    return as_yaml(issue.form, cover, campaign.controls)


def _repeatable(issue: Issue) -> frozenset[str]:
    """The questions that may be answered with the word `unchanged`."""
    return frozenset(id for id in issue.earlier if issue.repeatable(id))


def _standing(campaign: Campaign, issue: Issue) -> Iterator[str]:
    """The answers of earlier years that the form need not ask for, with their age."""
    for id in issue.form.carried if issue.form.part == "main" else ():
        said = campaign.words.get((issue.subject.key, id))
        if said:
            title = f"{id} {campaign.controls[id].title.said(campaign.language)}"
            line = _("{control}: {status}, {date}")
            yield line.format(control=title, **answered(said, campaign.language))
