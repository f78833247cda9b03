"""Mails as drafts (.eml) that a mail program opens, and from which they are sent."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from secaudit.language import _
from secaudit.mail.message import as_bytes
from secaudit.register import Event
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.ready import Posted, Ready, Way, refuse_mailed
from secaudit.steps.state import register_of
from secaudit.steps.whole import put_aside, refusing, sync_all, written_beside


def drafted(ready: Sequence[Ready], office: Office, way: Way) -> tuple[Posted, ...]:
    """All of them as files, with their events; or none of either."""
    folder = office.workspace.drafts(office.campaign.id)
    sentence = _("{path} cannot be written: {reason}; no draft was written")
    posted: list[Posted] = []
    with ExitStack() as undo:
        with register_of(office.workspace).writing() as writer:
            events = writer.events()
            drafts = [event for event in events if event.payload.get("draft")]
            names = {event.payload["draft"] for event in drafts}
            for one in ready:
                refuse_mailed(one.letter, office, events)
                with refusing(sentence, path=folder):
                    path = _written(
                        one, folder / _free(one.letter, office, names), office, way
                    )
                    _put_aside(one.letter, drafts, folder, undo)
                undo.callback(path.unlink, missing_ok=True)
                event = one.event(office, way, draft=path.name)
                writer.append(event, way.acting.now)
                posted.append(Posted.of(one, draft=path))
            with refusing(sentence, path=folder):
                sync_all(one.draft for one in posted if one.draft)
        undo.pop_all()  # committed: the files stay
    return tuple(posted)


def _written(one: Ready, path: Path, office: Office, way: Way) -> Path:
    """The draft. One that no event tells of, and a run left that broke off, gives way to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = as_bytes(one.mail, way.at, office.language, draft=True)
    return written_beside(path, data, sync=False).replace(path)


def _put_aside(
    letter: Letter, drafts: Iterable[Event], folder: Path, undo: ExitStack
) -> None:
    """Take away the earlier drafts that lie there still, and that the letter says anew."""
    for event in drafts:
        path = folder / event.payload["draft"]
        if path.exists() and _says_anew(letter, event.payload):
            aside = put_aside(path, partial("{}.replaced-{}".format, path.name))
            undo.callback(aside.rename, path)


def _says_anew(letter: Letter, told: Mapping[str, Any]) -> bool:
    if letter.alike != (told["what"], told["person"], told["to"]):
        return False
    whole = letter.what in ("reminder", "director")
    forms, files = told["forms"], told.get("files", ())
    return whole or ({*forms} <= {*letter.forms} and {*files} <= letter.files.keys())


def _free(letter: Letter, office: Office, names: set[str]) -> str:
    """A name that no draft has had; it has it now."""
    stem = "-".join((str(office.on), letter.what, letter.to.id))
    name, number = f"{stem}.eml", 1
    while name in names:
        number += 1
        name = f"{stem}.{number}.eml"
    names.add(name)
    return name
