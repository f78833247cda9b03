"""`secaudit catalogue` as a user runs it."""

from pathlib import Path

from secaudit.steps.init import init
from tests.cli.command import run


def test_check_is_silent_where_all_is_well(nowhere: Path) -> None:
    said = run("catalogue", "check", cwd=nowhere)
    assert (said.code, said.out, said.err) == (0, "", "")


def test_check_tells_all_that_is_wrong_and_ends_with_1(tmp_path: Path) -> None:
    workspace = init(tmp_path / "ny", "Ærø Kommune", "da")
    text = 'questions: {A.5.18: {system: {text: {da: "Er det", en: "Is it"}}}}\n'
    (workspace.folder / "profile.yaml").write_text(text, encoding="utf-8")
    said = run("catalogue", "check", cwd=workspace.folder)
    assert said.code == 1
    assert said.out.splitlines() == [
        "profile.yaml:1:42: fejl: et spørgsmål skal slutte med et spørgsmålstegn",
        "profile.yaml:1:56: fejl: et spørgsmål skal slutte med et spørgsmålstegn",
    ]


def test_show_tells_of_a_control_in_the_language_of_the_workspace(
    tmp_path: Path,
) -> None:
    workspace = init(tmp_path / "ny", "Ærø Kommune", "da")
    text = 'applicability: {A.5.18: {reason: "Følger af loven"}}\n'
    (workspace.folder / "profile.yaml").write_text(text, encoding="utf-8")
    said = run("catalogue", "show", "A.5.18", cwd=workspace.folder)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "A.5.18  Adgangsrettigheder"
    assert "  gælder her: ja. Følger af loven [profile.yaml:1]" in lines
    assert "  svarer for: NIS2.21.2.i" in lines
    assert any(line.startswith("  spørgsmål: Har du ") for line in lines)
    assert "'ikke relevant'" in said.out


def test_show_tells_the_levels_of_a_clause(nowhere: Path) -> None:
    said = run("catalogue", "show", "C.9.3", cwd=nowhere)
    assert said.code == 0
    for level in range(6):
        assert f"\n  {level}: " in said.out


def test_a_control_that_is_not_there_is_wrong_usage(nowhere: Path) -> None:
    said = run("catalogue", "show", "A.9.1", cwd=nowhere)
    assert (said.code, said.out) == (2, "")
    assert len(said.lines) == 1


def test_show_and_list_speak_the_language_that_is_asked_for(nowhere: Path) -> None:
    said = run("catalogue", "show", "A.5.18", "--language", "en", cwd=nowhere)
    assert said.out.splitlines()[0] == "A.5.18  Access rights"
    said = run("catalogue", "list", "--language", "en", cwd=nowhere)
    assert said.out.splitlines()[0].split() == [
        "control",
        "weight",
        "asked",
        "of",
        "title",
    ]


def test_a_catalogue_of_ones_own_is_told_of_by_a_path_that_can_be_opened(
    tmp_path: Path, nowhere: Path
) -> None:
    workspace = init(tmp_path / "ny", "Ærø Kommune", "da")
    own = workspace.folder / "vores"
    own.mkdir()
    head = 'id: vores\nversion: "1"\ntitle: {da: V, en: O}\nthemes: []\n'
    (own / "catalogue.yaml").write_text(head, encoding="utf-8")
    file = workspace.folder / "secaudit.yaml"
    text = file.read_text(encoding="utf-8").replace("nis2]", "nis2, vores]")
    file.write_text(text, encoding="utf-8")
    said = run("catalogue", "check", "--workspace", workspace.folder, cwd=nowhere)
    assert said.code == 1
    path = (own / "catalogue.yaml").as_posix()
    assert said.out.startswith(f"{path}:4:9: fejl: ")
