"""The command as a user runs it: in this process, or in one of its own where that is the point."""

import contextlib
import contextvars
import gc
import gettext
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import secaudit
from secaudit import cli

LANGUAGE_NAMES = (
    "SECAUDIT_LANGUAGE",
    "LANGUAGE",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "LC_CTYPE",
)
LONGEST = 600
"""Seconds after which a process hangs, however slow and busy the machine is."""


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


def environment(**more: str) -> dict[str, str]:
    """Nothing of the machine's language or width; Danish unless `more` says otherwise."""
    kept = {
        name: text for name, text in os.environ.items() if name not in LANGUAGE_NAMES
    }
    here = str(Path(secaudit.__file__).parents[1])
    return (
        kept
        | {"PYTHONPATH": here, "COLUMNS": "80"}
        | (more or {"SECAUDIT_LANGUAGE": "da"})
    )


def run(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Said:
    """Run the command to its end in this process, which it leaves as it was."""
    out, err = _stream(), _stream()
    with _apart(cwd or Path(), env or environment(), out, err):
        code = contextvars.copy_context().run(_ended, [*map(str, arguments)])
    return Said(code, _written(out), _written(err))


def process(
    *arguments: str | Path,
    cwd: Path | None = None,
    before: Sequence[str] = (),
    **more: Any,
) -> Said:
    """Run the command to its end in a process of its own; `before` is what it begins with."""
    options: dict[str, Any] = {"stdout": subprocess.PIPE, "env": environment()} | more
    done = subprocess.run(
        [*before, *words(*arguments)],
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        cwd=cwd,
        timeout=LONGEST,
        check=False,
        **options,
    )
    return Said(done.returncode, done.stdout or "", done.stderr)


def words(*arguments: str | Path) -> list[str]:
    """The whole command, as the shell would start it; a warning in it is an error."""
    return [sys.executable, "-W", "error", "-m", "secaudit", *map(str, arguments)]


def as_anybody() -> list[str]:
    """What a command begins with so that file modes bind it, also where root runs the tests."""
    if os.access("/", os.W_OK) and shutil.which("setpriv"):
        return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    return []


@contextlib.contextmanager
def _apart(
    cwd: Path, env: Mapping[str, str], out: io.TextIOBase, err: io.TextIOBase
) -> Iterator[None]:
    """What a process of its own has for itself; its language is the context's."""
    domain, mask = gettext.textdomain(), os.umask(0o022)
    os.umask(mask)
    try:
        with (
            contextlib.chdir(cwd),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            patch.dict(os.environ, env, clear=True),
            patch.object(sys, "stdin", io.StringIO()),
        ):
            yield
    finally:
        os.umask(mask)
        gettext.textdomain(domain)
        gc.enable()


def _ended(arguments: list[str]) -> int:
    """Run the command; the code that it exits with."""
    _forget()
    try:
        cli.main(arguments)
    except SystemExit as end:
        assert isinstance(end.code, int)
        return end.code


def _forget() -> None:
    """Let commands be imported anew: they say their help in the language spoken then."""
    for name in [name for name in sys.modules if name.startswith("secaudit.cli.")]:
        del sys.modules[name]
        vars(cli).pop(name.split(".")[2], None)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


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
