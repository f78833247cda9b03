"""Mails as drafts (.eml) that a mail program opens, and from which they are sent."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from secaudit.language import _
from secaudit.mail.message import as_bytes
from secaudit.steps.mailing.letter import Letter
from secaudit.steps.mailing.office import Office
from secaudit.steps.mailing.ready import Posted, Ready, Way, refuse_mailed
from secaudit.steps.state import register_of
from secaudit.steps.whole import refusing, sync_all, written_beside


def drafted(ready: Sequence[Ready], office: Office, way: Way) -> tuple[Posted, ...]:
    """All of them as files, with their events; or none of either."""
    folder = office.workspace.drafts(office.campaign.id)
    sentence = _("{path} cannot be written: {reason}; no draft was written")
    posted: list[Posted] = []
    with ExitStack() as undo:
        with register_of(office.workspace).writing() as writer:
            events = writer.events()
            names = {event.payload.get("draft", "") for event in events}
            for one in ready:
                refuse_mailed(one.letter, office, events)
                with refusing(sentence, path=folder):
                    path = _written(
                        one, folder / _free(one.letter, office, names), office, way
                    )
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


def _free(letter: Letter, office: Office, names: set[str]) -> str:
    """A name that no draft has had; it has it now."""
    stem = "-".join((str(office.on), letter.what, letter.to.id))
    name, number = f"{stem}.eml", 1
    while name in names:
        number += 1
        name = f"{stem}.{number}.eml"
    names.add(name)
    return name
