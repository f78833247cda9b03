"""The commands in a workspace, run as a user runs them but in this process, and remembered."""

import contextlib
import io
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from secaudit import cli
from secaudit.demo.respondent import Reply
from tests.cli.command import Said
from tests.two_years.answering import filled


@dataclass(frozen=True)
class Kept:
    """What was said of a campaign on a day, and how long the register was then."""

    name: str
    campaign: str
    on: date
    events: int
    gaps: Any
    status: Any


@dataclass
class Walk:
    """A workspace, and what its commands said."""

    folder: Path
    year: str = "2025"
    said: dict[str, Said] = field(default_factory=dict)
    kept: dict[str, Kept] = field(default_factory=dict)
    sent: int = 0

    def do(
        self, *words: str | Path, on: str = "", code: int = 0, name: str = ""
    ) -> Said:
        """Run a command on a day; `code` is how it ends, `name` what it is remembered by."""
        dated = ("--date", on) if on else ()
        said = run(*words, *dated, "--workspace", self.folder)
        assert said.code == code, (words, said.code, said.err)
        if name:
            self.said[name] = said
        return said

    def asks(self, *words: str | Path, on: str = "") -> Any:
        """What a command prints as JSON."""
        return json.loads(self.do(*words, "--format", "json", on=on).out)

    def keep(self, name: str, on: str, campaign: str = "") -> None:
        """Remember the figures, gaps and status of a campaign on a day."""
        id = campaign or self.year
        asked = [("gaps", "--campaign", id), ("status", "--campaign", id)]
        gaps, status = (self.asks(*words, on=on) for words in asked)
        day = date.fromisoformat(on)
        self.kept[name] = Kept(name, id, day, self.events(), gaps, status)

    def events(self) -> int:
        """How many events the register holds."""
        with contextlib.closing(sqlite3.connect(self.register)) as database:
            found: int = database.execute("SELECT count(*) FROM events").fetchone()[0]
        return found

    @property
    def register(self) -> Path:
        """The register's file."""
        return self.folder / "register.db"

    @property
    def returned(self) -> Path:
        """Where returned files are put."""
        return self.folder / "campaigns" / self.year / "returned"

    def forms(self, *people: str) -> list[Path]:
        """The forms that lie in the folders of `people`, all that nobody took back."""
        issued = self.folder / "campaigns" / self.year / "issued"
        folders = [issued / person for person in people] or sorted(issued.iterdir())
        return [path for folder in folders for path in sorted(folder.glob("*.yaml"))]

    def form(self, person: str, name: str) -> Path:
        """One form in the folder of a person."""
        return (
            self.folder / "campaigns" / self.year / "issued" / person / f"{name}.yaml"
        )

    def fill(self, form: Path, on: str, share: float = 1, **instead: Any) -> str:
        """The form as its person fills it in; a control's dots are written as underscores."""
        day = date.fromisoformat(on)
        reply = Reply(form.parent.name, form.stem, "", day)
        said = {control.replace("_", "."): told for control, told in instead.items()}
        return filled(form.read_text(encoding="utf-8"), reply, self.year, said, share)

    def send(self, person: str, *texts: str) -> Path:
        """Put a file with one document or several where returned files go."""
        self.sent += 1
        path = self.returned / f"{person}-{self.sent}.yaml"
        path.write_text("\n---\n".join(texts), encoding="utf-8")
        return path

    def answer(self, forms: Iterable[Path], on: str, **more: Any) -> list[Path]:
        """Fill in forms and send them, each in a file of its own."""
        return [
            self.send(form.parent.name, self.fill(form, on, **more)) for form in forms
        ]

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file of the workspace in an editor."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old, text.count(old))
        file.write_text(text.replace(old, new), encoding="utf-8")


def run(*words: str | Path) -> Said:
    """Run a command in this process."""
    out, err = _stream(), _stream()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli._run([str(word) for word in words])
    return Said(code, _written(out), _written(err))


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


@contextlib.contextmanager
def workbook(path: Path) -> Iterator[list[dict[str, Any]]]:
    """The cells of a workbook's rows by heading, to be filled in by hand; then it is saved."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head, *rows = sheet.iter_rows()
    names = [str(cell.value) for cell in head]
    yield [dict(zip(names, row, strict=True)) for row in rows]
    book.save(path)
    book.close()
