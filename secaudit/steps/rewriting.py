"""A YAML file of the workspace, changed where it must be, and back again if the rest fails."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from secaudit.language import _
from secaudit.steps.whole import refusing, written_beside
from secaudit.yamlfile.editing import Edit, edited


def rewritten(
    path: Path,
    edits: Sequence[Edit],
    undo: ExitStack,
    refuse_wrong: Callable[[Path], None] = lambda _new: None,
) -> None:
    """Write `edits` into the file at `path`; `undo` puts it back as it was.

    `refuse_wrong` is shown the new file, under another name, before it takes the place of
    the old one. Raises Refused where the file cannot be written, or not without disturbing
    what stands there.
    """
    if not edits:
        return
    file = path.resolve()  # what a link points to is changed, not the link
    sentence = _("{path} cannot be written: {reason}; nothing was changed")
    with refusing(sentence, path=path.as_posix()):
        with file.open("r+b") as opened:  # which asks whether it may be written, too
            old = opened.read()
        text = edited(old.decode("utf-8"), edits, path.as_posix())
        new = written_beside(file, text.encode("utf-8"))
        undo.callback(new.unlink, missing_ok=True)
        shutil.copymode(file, new)  # the same people may read it
        refuse_wrong(new)
        new.replace(file)
    undo.callback(_put_back, file, old)


def _put_back(file: Path, old: bytes) -> None:
    new = written_beside(file, old)
    shutil.copymode(file, new)
    new.replace(file)
