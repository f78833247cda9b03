"""Files are written whole: on the disk before they take their place."""

import os
from pathlib import Path

import pytest

from secaudit.problems import Refused
from secaudit.steps.files import WORKBOOK, write
from secaudit.steps.follow_up.workbook import export_actions
from secaudit.steps.whole import put_aside, written_beside
from tests.municipality import ANSWERED, Municipality

BESIDE = 2 * 3
"""What lies beside the forms of three people: a schema and a page for each."""
Seen = list[tuple[str, int]]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """What is asked of the system, in order: to sync, or to let a file take its place."""
    seen: Seen = []
    sync, fsync, replace = os.sync, os.fsync, os.replace

    def synced_all() -> None:
        seen.append(("sync", 0))
        sync()

    def synced(file: int) -> None:
        seen.append(("sync", os.fstat(file).st_size))
        fsync(file)

    def placed(old: Path, new: Path) -> None:
        seen.append(("place", old.stat().st_size))
        replace(old, new)

    monkeypatch.setattr("os.sync", synced_all)
    monkeypatch.setattr("os.fsync", synced)
    monkeypatch.setattr("os.replace", placed)
    return seen


def test_a_workbook_is_on_the_disk_before_it_takes_its_place(
    municipality: Municipality, seen: Seen
) -> None:
    path = municipality.folder / "h.xlsx"
    export_actions(municipality.workspace, path, ANSWERED)
    size = path.stat().st_size
    assert seen == [("sync", size), ("place", size)]


def test_a_file_of_the_inventory_is_on_the_disk_before_it_takes_its_place(
    municipality: Municipality, seen: Seen
) -> None:
    municipality.transfer("p01", "p03", "arkiv")
    size = (municipality.folder / "inventory/systems.yaml").stat().st_size
    assert seen[:2] == [("sync", size), ("place", size)]


def test_forms_are_on_the_disk_before_the_first_of_them_takes_its_place(
    tmp_path: Path, seen: Seen
) -> None:
    made = Municipality(tmp_path / "k")
    made.open()
    seen.clear()
    written = made.issue().forms
    placed = [what for what, _size in seen]
    assert placed == ["sync"] + ["place"] * (len(written) + BESIDE)


def test_forms_are_synced_one_by_one_where_the_system_cannot_do_it_for_all(
    tmp_path: Path, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Municipality(tmp_path / "k")
    made.open()
    seen.clear()
    monkeypatch.delattr("os.sync")
    files = len(made.issue().forms) + BESIDE
    assert [what for what, _size in seen] == ["sync"] * files + ["place"] * files


def test_the_inventory_may_be_read_by_those_who_could_read_it_before(
    municipality: Municipality,
) -> None:
    file = municipality.folder / "inventory/systems.yaml"
    file.chmod(0o640)
    municipality.transfer("p01", "p03", "arkiv")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_workbook_is_written_anew_whatever_the_mode_of_the_old_one(
    municipality: Municipality,
) -> None:
    path = municipality.folder / "h.xlsx"
    export_actions(municipality.workspace, path, ANSWERED)
    path.chmod(0o444)
    export_actions(municipality.workspace, path, ANSWERED)
    assert path.stat().st_mode & 0o200


@pytest.mark.parametrize("broken", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_whatever_breaks_a_file_off_leaves_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: BaseException
) -> None:
    def fail(_file: int) -> None:
        raise broken

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(type(broken)):
        written_beside(tmp_path / "a.yaml", b"data")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_for_forms_is_told_of_their_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    made = Municipality(tmp_path / "k")
    made.open()
    monkeypatch.delattr("os.sync")
    monkeypatch.setattr("os.fsync", full)
    with made.refuses("issued", "intet er udsendt"):
        made.issue()


def test_what_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refused):
        write(tmp_path / "a.xlsx", b"data", WORKBOOK)
    assert list(tmp_path.iterdir()) == []


def test_what_is_put_aside_takes_the_first_name_that_is_free(tmp_path: Path) -> None:
    for number in (1, 2):
        path = tmp_path / "a.yaml"
        path.write_text(str(number), encoding="utf-8")
        aside = put_aside(path, "a.yaml.{}".format)
        assert (aside.name, aside.read_text("utf-8")) == (
            f"a.yaml.{number}",
            str(number),
        )
