"""Files are found in the folders that a user names, and nowhere else."""

import os
import sys
from pathlib import Path

import pytest

from secaudit.problems import WrongUsage
from secaudit.steps.returned.found.walking import Collected, collect

unix = pytest.mark.skipif(sys.platform == "win32", reason="asks for a Unix system")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "returned"
    made.mkdir()
    return made


def file(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    return path


def faults(found: Collected) -> list[tuple[str, str]]:
    return [(Path(p.path).name, p.code) for p in found.problems]


def test_files_are_found_at_any_depth_in_order(folder: Path) -> None:
    files = [file(folder / name) for name in ("b/c/d.yaml", "a.zip", "b/a.pdf")]
    assert collect([folder]).files == tuple(sorted(files))


def test_a_file_is_found_once_however_often_it_is_named(folder: Path) -> None:
    one = file(folder / "a.yaml")
    assert collect([one, folder, folder]).files == (one,)


def test_leftovers_are_passed_over(folder: Path) -> None:
    one = file(folder / "a.yaml")
    left = [file(folder / name) for name in ("p/Thumbs.db", "__MACOSX/p/._a.yaml")]
    found = collect([folder])
    assert found.files == (one,)
    assert sorted(found.leftovers) == sorted(path.as_posix() for path in left)
    assert found.problems == ()


def test_a_leftover_that_the_user_names_is_taken(folder: Path) -> None:
    one = file(folder / "._a.yaml")
    assert collect([one]).files == (one,)


def test_a_folder_named_as_a_leftover_is_searched_through(folder: Path) -> None:
    one = file(folder / "gammel~" / "a.yaml")
    assert collect([folder]).files == (one,)


@unix
def test_a_link_in_the_folder_is_not_followed(folder: Path) -> None:
    outside = file(folder.parent / "andet" / "a.yaml")
    (folder / "fil.yaml").symlink_to(outside)
    (folder / "mappe").symlink_to(outside.parent)
    (folder / "ring").symlink_to(folder / "ring")
    found = collect([folder])
    assert found.files == ()
    assert faults(found) == [(n, "linked") for n in ("fil.yaml", "mappe", "ring")]


@unix
def test_a_link_that_the_user_names_is_followed(folder: Path) -> None:
    file(folder / "a.yaml")
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert collect([link]).files == (link / "a.yaml",)
    assert collect([link / "a.yaml"]).files == (link / "a.yaml",)


@unix
def test_a_pipe_in_the_folder_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "ror.yaml")
    assert faults(collect([folder])) == [("ror.yaml", "not-a-file")]


@unix
def test_a_link_to_itself_that_the_user_names_is_an_error(folder: Path) -> None:
    ring = folder / "ring"
    ring.symlink_to(ring)
    assert faults(collect([ring])) == [("ring", "unreadable")]


@unix
def test_a_folder_that_cannot_be_read_is_an_error_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = file(folder / "a.yaml")
    monkeypatch.chdir(folder)
    for _level in range(18):  # a path longer than the system lets anybody open
        Path("x" * 250).mkdir()
        os.chdir("x" * 250)
    found = collect([folder])
    assert found.files == (one,)
    assert [problem.code for problem in found.problems] == ["unreadable"]


@unix
def test_a_name_in_no_encoding_is_found(folder: Path) -> None:
    path = os.fsencode(folder) + b"/svar-\xe6.yaml"
    with open(path, "wb") as opened:  # noqa: PTH123 (a name in bytes)
        opened.write(b"x")
    assert [os.fsencode(found) for found in collect([folder]).files] == [path]


def test_what_is_not_there_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(WrongUsage, match=r"mangler\.yaml"):
        collect([folder / "mangler.yaml"])
