"""Making a workspace."""

from pathlib import Path

import pytest

from secaudit.demo import EXAMPLE
from secaudit.language import LANGUAGES, Language
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.init import identifier, init
from secaudit.workspace import Contents, load_contents, load_workspace


def test_a_new_workspace_is_right_and_has_an_empty_register(tmp_path: Path) -> None:
    workspace = init(tmp_path / "ny", "Ærø Kommune", "da")
    assert workspace.organisation.id == "aeroe-kommune"
    assert load_contents(workspace).inventory.systems == ()
    assert workspace.register_path.is_file()


def test_its_files_say_what_may_be_written_in_them(tmp_path: Path) -> None:
    init(tmp_path / "ny", "Ærø Kommune", "da")
    text = (tmp_path / "ny/inventory/systems.yaml").read_text(encoding="utf-8")
    assert "society-critical (samfundskritisk)" in text
    assert "ejer" not in text.split("systems: []")[1]


@pytest.mark.parametrize(
    "file", ["secaudit.yaml", "register.db", "profile.yaml", "inventory/systems.yaml"]
)
def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, file: str) -> None:
    there = tmp_path / file
    there.parent.mkdir(exist_ok=True)
    there.write_text("mit eget", encoding="utf-8")
    with pytest.raises(Refused, match="findes allerede; intet er ændret"):
        init(tmp_path, "Ærø Kommune", "da")
    assert there.read_text(encoding="utf-8") == "mit eget"
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [there]


@pytest.mark.parametrize("name", ["", "  ", "a\x01b", "K\udcf8b"])
def test_an_organisation_has_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongUsage):
        init(tmp_path / "ny", name, "da")
    assert not (tmp_path / "ny").exists()


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Ærø Kommune", "aeroe-kommune"),
        ("Con", "con-kommune"),
        ("!!!", "organisation"),
        ("Å" * 90, "a" * 50),
    ],
)
def test_an_id_is_made_of_the_name(name: str, id: str) -> None:
    assert identifier(name).startswith(id[:40])


def test_the_areas_that_are_proposed_are_those_of_the_demo(tmp_path: Path) -> None:
    init(tmp_path / "ny", "Ærø Kommune", "da")
    text = (tmp_path / "ny/secaudit.yaml").read_text(encoding="utf-8")
    start = text.index("# areas:")
    proposed = text[start : text.index("organisation:", start)]
    (tmp_path / "ny/secaudit.yaml").write_text(
        "organisation: {id: x, name: X}\n" + proposed.replace("# ", ""),
        encoding="utf-8",
    )
    mine = load_workspace(tmp_path / "ny").areas
    theirs = load_workspace(EXAMPLE).areas
    assert [(a.id, a.title, a.employees, set(a.controls)) for a in mine] == [
        (a.id, a.title, a.employees, set(a.controls)) for a in theirs
    ]


def taken_in(folder: Path) -> Contents:
    """The workspace once the examples in its files are taken in, as they stand."""
    for name, empty in (
        ("inventory/systems.yaml", "# systems:"),
        ("inventory/people.yaml", "# departments:"),
        ("profile.yaml", "# applicability:"),
        ("secaudit.yaml", "# officer:"),
    ):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        file.write_text(without_marks(text, empty), encoding="utf-8")
    return load_contents(load_workspace(folder))


def without_marks(text: str, first: str) -> str:
    """A file, its example no comment any more, and the empty field that it fills gone."""
    start = text.index(first)
    example = [line for line in text[start:].splitlines() if line.startswith("# ")]
    rest = [line for line in text[start:].splitlines() if not line.startswith("# ")]
    kept = [line for line in rest if not line.endswith(": []")]
    return "\n".join([*(line[2:] for line in example), *kept]) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_can_be_taken_in_as_they_stand(
    tmp_path: Path, language: Language
) -> None:
    init(tmp_path / "ny", "Ærø Kommune", language)
    contents = taken_in(tmp_path / "ny")
    provided = {s.id: s.provides for s in contents.inventory.systems}
    assert provided["backup"] == ("A.8.13",)
    assert len(provided) == 7
    assert len(contents.workspace.areas) == 7
    assert contents.profile.limits.minutes == 45
    assert contents.warnings == ()


def test_a_common_service_that_nobody_owns_is_told_of(tmp_path: Path) -> None:
    init(tmp_path / "ny", "Ærø Kommune", "da")
    taken_in(tmp_path / "ny")
    file = tmp_path / "ny/inventory/systems.yaml"
    text = file.read_text(encoding="utf-8").replace("    owner: p08\n", "", 1)
    file.write_text(text, encoding="utf-8")
    (warned,) = load_contents(load_workspace(tmp_path / "ny")).warnings
    assert warned.code == "service-without-owner"
