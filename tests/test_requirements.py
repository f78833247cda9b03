"""The locked dependencies: held to their bytes, from whatever index, and as pyproject allows."""

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

PROJECT = Path(__file__).parents[1]
LOCKS = sorted((PROJECT / "requirements").glob("*.txt"))
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
USERS = PYPROJECT["project"]["dependencies"]
GROUPS = PYPROJECT["dependency-groups"]
WANTED = {
    "users": USERS,
    "build": GROUPS["build"],
    "developers": [*USERS, *GROUPS["build"], *GROUPS["test"], *GROUPS["dev"]],
    "release": GROUPS["release"],
}
"""By the name of a lock, what it is made from; a group that takes in another says so in a table."""


def locked(path: Path) -> dict[str, Version]:
    """The version of each library in a lock."""
    found = re.findall(r"^([a-z0-9-]+)==([^ ]+)", path.read_text("utf-8"), re.MULTILINE)
    return {name: Version(version) for name, version in found}


def test_there_is_a_lock_for_each_that_installs() -> None:
    assert {path.stem for path in LOCKS} == set(WANTED)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_a_lock_names_no_index_and_holds_every_library_to_its_bytes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall("http|--index|--extra|--find", text) == []
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(locked(path)) > 0
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_a_lock_is_what_pyproject_allows(path: Path) -> None:
    versions = locked(path)
    wanted = [Requirement(line) for line in WANTED[path.stem] if isinstance(line, str)]
    assert wanted
    wrong = [str(w) for w in wanted if versions[w.name] not in w.specifier]
    assert wrong == []


def test_what_users_and_developers_install_are_the_same_versions() -> None:
    found = [locked(path).items() for path in LOCKS]
    assert len(dict(chain(*found))) == len(set(chain(*found)))


def test_what_node_runs_is_held_to_its_bytes_too_and_names_no_index() -> None:
    folder = PROJECT / "requirements" / "node"
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    lock = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert lock.pop("")["dependencies"] == wanted
    assert {name: lock[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [p for p in lock.values() if not p["integrity"].startswith("sha512-")] == []
    assert [p for p in lock.values() if "resolved" in p] == []
