"""A file written whole or not at all: beside its place, onto the disk, and only then into it."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from secaudit.problems import Refused, reason


def written_beside(target: Path, data: bytes, *, sync: bool = True) -> Path:
    """A new file in the folder of `target`, once all of `data` is on the disk.

    It is to take the place of `target`, and the same people may read it. Without `sync`, it
    may do so only after `sync_all`.
    """
    new = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    try:
        with new.open("xb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, new)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise
    return new


def sync_all(paths: Iterable[Path]) -> None:
    """Put what many files hold on the disk: where the system does it for all at once, that is
    ten times as fast as one after another."""
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
