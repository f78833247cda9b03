"""A YAML file of the workspace, changed where it must be, and back again if the rest fails."""

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from secaudit.language import _
from secaudit.problems import Refused, reason
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
    new = file.with_name(file.name + ".new")
    try:
        with file.open("r+b") as opened:  # which asks whether it may be written, too
            old = opened.read()
        undo.callback(new.unlink, missing_ok=True)
        text = edited(old.decode("utf-8"), edits, path.as_posix())
        _write_whole(new, text.encode("utf-8"), file)
        refuse_wrong(new)
        new.replace(file)  # so that the file is never met half written
    except OSError as error:
        sentence = _("{path} cannot be written: {reason}; nothing was changed")
        text = sentence.format(path=path.as_posix(), reason=reason(error))
        raise Refused(text) from None
    undo.callback(_put_back, new, file, old)


def _write_whole(new: Path, data: bytes, like: Path) -> None:
    """Write a file, all of it on the disk, that the same people may read as `like`."""
    with new.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
    shutil.copymode(like, new)


def _put_back(new: Path, file: Path, old: bytes) -> None:
    _write_whole(new, old, file)
    new.replace(file)
