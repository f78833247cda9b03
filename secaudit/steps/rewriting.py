"""A YAML file of the workspace, changed where it must be, and back again if the rest fails."""

import secrets
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from secaudit.language import _
from secaudit.problems import Refused, reason
from secaudit.yamlfile.editing import Edit, edited


def rewritten(path: Path, edits: Sequence[Edit], undo: ExitStack) -> None:
    """Write `edits` into the file at `path`; `undo` puts it back as it was.

    Raises Refused where it cannot be written, or not without disturbing what stands there.
    """
    if not edits:
        return
    try:
        old = path.read_bytes()
        text = edited(old.decode("utf-8"), edits, path.as_posix())
        undo.callback(_put, path, old)
        _put(path, text.encode("utf-8"))
    except OSError as error:
        sentence = _("{path} cannot be written: {reason}; nothing was changed")
        raise Refused(sentence.format(path=path, reason=reason(error))) from None


def _put(path: Path, data: bytes) -> None:
    """Write beside the file, then take its place: it is never met half written."""
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        new.write_bytes(data)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
