"""Returned files as they were sent: found in their folders, read, and taken apart."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secaudit.assessment import FormOnly, read_alone
from secaudit.handwriting import read
from secaudit.language import _
from secaudit.problems import Problem, WrongUsage, problem_at, reason
from secaudit.yamlfile import MOST_BYTES, Document

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class File:
    """A file as it was sent."""

    shown: str
    """Its path, as the user named it."""
    sha256: str
    """Of its bytes."""
    text: str


@dataclass(frozen=True)
class Sent:
    """A document of a file, checked as far as its schema goes."""

    file: File
    document: Document
    alone: FormOnly

    @property
    def value(self) -> Any:
        """What is right in the document; None where too little is right to go on."""
        return self.alone.value

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it by itself."""
        return self.alone.problems


def collect(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The YAML files in `paths`, folders searched through, and what was passed over."""
    files: dict[Path, None] = {}
    skipped: list[str] = []
    for path in paths:
        if not path.exists():
            raise WrongUsage(_("there is no file or folder {path}").format(path=path))
        if not path.is_dir():
            files[path] = None
            continue
        for file in filter(Path.is_file, sorted(path.rglob("*"))):
            if file.suffix.lower() in _SUFFIXES:
                files[file] = None
            else:
                skipped.append(file.as_posix())
    return tuple(files), tuple(skipped)


def send(files: Iterable[Path]) -> tuple[tuple[Sent, ...], tuple[Problem, ...]]:
    """The documents of the files, and the problems of files that have none."""
    sent: list[Sent] = []
    broken: list[Problem] = []
    for path in files:
        shown = path.as_posix()
        try:
            with path.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
        except OSError as error:
            sentence = _("the file cannot be read: {reason}")
            text = sentence.format(reason=reason(error))
            broken.append(problem_at(shown, (1, 1), "unreadable", text))
            continue
        stream = read(data, shown)
        broken += stream.problems
        if stream.documents:
            file = File(shown, hashlib.sha256(data).hexdigest(), stream.text)
            sent += [Sent(file, d, read_alone(d)) for d in stream.documents]
    return tuple(sent), tuple(broken)
