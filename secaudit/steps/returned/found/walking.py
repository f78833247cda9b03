"""The files in the folders that a user names; nothing in them is followed elsewhere."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from secaudit.language import _
from secaudit.problems import Problem, WrongUsage, problem_at, reason
from secaudit.steps.returned.found.model import Leftover
from secaudit.steps.returned.found.names import is_leftover

_JUNCTION = 0xA0000003
"""What Windows marks a folder with that leads to another (IO_REPARSE_TAG_MOUNT_POINT)."""


@dataclass(frozen=True)
class Collected:
    """What was found."""

    files: tuple[Path, ...]
    leftovers: tuple[str, ...]
    problems: tuple[Problem, ...]


def collect(paths: Iterable[Path]) -> Collected:
    """The files in `paths`, folders searched through; a link or a pipe that is named is read.

    Raises WrongUsage where there is no such file or folder.
    """
    found = dict.fromkeys(item for path in paths for item in _named(path))
    return Collected(
        tuple(item for item in found if isinstance(item, Path)),
        tuple(item.shown for item in found if isinstance(item, Leftover)),
        tuple(item for item in found if isinstance(item, Problem)),
    )


def _named(path: Path) -> Iterator[Path | Problem | Leftover]:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        sentence = _("there is no file or folder {path}")
        raise WrongUsage(sentence.format(path=path.as_posix())) from None
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=reason(error))
        yield _problem(path, "unreadable", message)
        return
    if stat.S_ISDIR(mode):
        within = list(_walked(path))
        yield from sorted(item for item in within if isinstance(item, Path))
        yield from (item for item in within if not isinstance(item, Path))
    else:
        yield path  # a pipe, too: whoever names one has something to send through it


def _walked(folder: Path) -> Iterator[Path | Problem | Leftover]:
    """Level by level, and not one inside the other: a folder may be deep."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            message = _("the folder cannot be read: {reason}")
            text = message.format(reason=reason(error))
            yield _problem(here, "unreadable", text)
            continue
        for entry in listed:
            path = here / entry.name
            if entry.is_dir(follow_symlinks=False) and not _is_link(entry):
                waiting.append(path)
            elif is_leftover(path.relative_to(folder).as_posix()):
                yield Leftover(path.as_posix())
            else:
                yield _alone(path, entry)


def _alone(path: Path, entry: os.DirEntry[str]) -> Path | Problem:
    if _is_link(entry):
        message = _("a link is not followed: put the file or the folder itself here")
        return _problem(path, "linked", message)
    if entry.is_file(follow_symlinks=False):
        return path
    message = _("this is neither a file nor a folder, and is not opened")
    return _problem(path, "not-a-file", message)


def _is_link(entry: os.DirEntry[str]) -> bool:
    if sys.platform == "win32":
        tag = entry.stat(follow_symlinks=False).st_reparse_tag
        return entry.is_symlink() or tag == _JUNCTION
    return entry.is_symlink()


def _problem(path: Path, code: str, message: str) -> Problem:
    return problem_at(path.as_posix(), (0, 0), code, message)
