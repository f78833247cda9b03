"""The command as a user runs it: in a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import secaudit

LANGUAGE_NAMES = (
    "SECAUDIT_LANGUAGE",
    "LANGUAGE",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "LC_CTYPE",
)


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on stderr that say something."""
        return [line for line in self.err.splitlines() if line.strip()]


def words(*arguments: str | Path) -> list[str]:
    """The whole command, as the shell would start it; a warning in it is an error."""
    return [sys.executable, "-W", "error", "-m", "secaudit", *map(str, arguments)]


def environment(**more: str) -> dict[str, str]:
    """Nothing of the machine's language; Danish unless `more` says otherwise."""
    kept = {
        name: text for name, text in os.environ.items() if name not in LANGUAGE_NAMES
    }
    here = str(Path(secaudit.__file__).parents[1])
    return kept | {"PYTHONPATH": here} | (more or {"SECAUDIT_LANGUAGE": "da"})


def as_anybody() -> list[str]:
    """What a command begins with so that file modes bind it, also where root runs the tests."""
    if os.access("/", os.W_OK) and shutil.which("setpriv"):
        return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    return []


def run(
    *arguments: str | Path,
    cwd: Path | None = None,
    before: Sequence[str] = (),
    **more: Any,
) -> Said:
    """Run the command to its end; `before` is what it begins with."""
    options: dict[str, Any] = {"stdout": subprocess.PIPE, "env": environment()} | more
    done = subprocess.run(
        [*before, *words(*arguments)],
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        cwd=cwd,
        timeout=60,
        check=False,
        **options,
    )
    return Said(done.returncode, done.stdout or "", done.stderr)


def sentence(said: Said) -> str:
    """The one sentence that a refusal says, and nothing beside it."""
    assert len(said.lines) == 1, said.err
    assert said.lines[0].startswith("secaudit: "), said.err
    assert "Traceback" not in said.out
    return said.lines[0].removeprefix("secaudit: ")


def usage_error(said: Said) -> str:
    """The sentence that ends a wrong usage, after how it should have been."""
    assert said.code == 2, said
    assert said.out == ""
    assert said.lines[0].startswith("Brug: secaudit"), said.err
    assert said.lines[-1].startswith("Fejl: "), said.err
    assert len(said.lines) == 3, said.err
    return said.lines[-1].removeprefix("Fejl: ")
