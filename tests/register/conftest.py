"""The registers that every test of the room may ask for."""

import shutil
from pathlib import Path

import pytest

from secaudit.register import Register
from tests.register.registers import LENGTH, OURS, THEIRS, append, draft, one


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with two organisations; its file is copied, never changed."""
    path = tmp_path_factory.mktemp("made") / "register.db"
    Register(path, OURS).create()
    append(Register(path, OURS), *(one(n) for n in range(1, LENGTH + 1)))
    append(Register(path, THEIRS), draft(1, name="Bo"), draft(2, name="Bo"))
    return path


@pytest.fixture
def register(made: Path, tmp_path: Path) -> Register:
    shutil.copy(made, tmp_path / "register.db")
    return Register(tmp_path / "register.db", OURS)


@pytest.fixture
def new(tmp_path: Path) -> Register:
    register = Register(tmp_path / "new.db", OURS)
    register.create()
    return register
