"""A file written whole or not at all: beside its place, onto the disk, and only then into it."""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from secaudit.problems import Refused, reason


def written_beside(target: Path, data: bytes, *, sync: bool = True) -> Path:
    """A new file in the folder of `target`, once all of `data` is on the disk.

    It is to take the place of `target`; without `sync`, only after `sync_all`. Whatever breaks
    it off, Ctrl-C too, leaves nothing there.
    """
    new = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    with ExitStack() as undo:
        undo.callback(new.unlink, missing_ok=True)
        with new.open("xb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        undo.pop_all()
    return new


def sync_all(paths: Iterable[Path]) -> None:
    """Put what many files hold on the disk: all at once where the system can (which waits for
    its other disks, too), else one after another. Raises OSError where it cannot."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in paths:
        with path.open("r+b") as file:
            os.fsync(file.fileno())


@contextmanager
def refusing(sentence: str, **named: object) -> Iterator[None]:
    """Whatever the system will not do is refused in a sentence, with its {reason}."""
    try:
        yield
    except OSError as error:
        raise Refused(sentence.format(**named, reason=reason(error))) from None


def put_aside(path: Path, name: Callable[[int], str]) -> Path:
    """Where the file at `path` lies now: under the first `name` from 1 that nothing has."""
    number = 1
    while (aside := path.with_name(name(number))).exists():
        number += 1
    return path.rename(aside)
