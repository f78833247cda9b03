"""The workspace: where it is, who answers for what, and that its files fit together."""

import shutil
from pathlib import Path

import pytest

from secaudit.problems import Problem, Refused, WrongUsage
from secaudit.workspace import (
    Area,
    Organisation,
    Workspace,
    load_contents,
    load_workspace,
    nearest,
)
from tests.municipality import EXAMPLES

NAMED = "organisation: {id: x, name: X}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The workspace of the examples, without register."""
    for name in ("inventory", "test-catalogue"):
        shutil.copytree(EXAMPLES / name, tmp_path / name)
    shutil.copy(EXAMPLES / "secaudit.yaml", tmp_path)
    return tmp_path


def replaced(path: Path, old: str, new: str) -> None:
    """Change a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refused(folder: Path) -> list[Problem]:
    """What is wrong with a workspace, as one refusal."""
    with pytest.raises(Refused) as caught:
        load_contents(load_workspace(folder))
    found = list(caught.value.problems)
    assert found == sorted(found)
    return found


def told(folder: Path) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of each problem."""
    return [
        (Path(p.path).relative_to(folder).as_posix(), p.line, p.column, p.code)
        for p in refused(folder)
    ]


def area(id: str, *controls: str) -> Area:
    """An area of controls."""
    return Area(id, id, "p01", controls)


def answering(*areas: Area) -> Workspace:
    """A workspace with areas."""
    return Workspace(Path(), Organisation("x", "X"), areas=areas)


def test_the_nearest_workspace_is_found_from_here_upward(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = folder / "campaigns" / "2026"
    inner.mkdir(parents=True)
    assert nearest(inner) == folder
    assert nearest(folder) == folder
    monkeypatch.chdir(inner)
    found = nearest(Path())
    assert found is not None
    assert found.resolve() == folder.resolve()
    near = nearest(Path("returned/svar.yaml"))
    assert near is not None
    assert near.resolve() == folder.resolve()


def test_an_inner_workspace_goes_before_an_outer_one(folder: Path) -> None:
    inner = folder / "anden" / "mappe"
    inner.mkdir(parents=True)
    (folder / "anden" / "secaudit.yaml").write_text(NAMED, encoding="utf-8")
    assert nearest(inner) == folder / "anden"


def test_a_folder_called_secaudit_yaml_makes_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "secaudit.yaml").mkdir()
    assert nearest(tmp_path) is None
    with pytest.raises(WrongUsage):
        load_workspace(tmp_path)


def test_outside_every_workspace_none_is_found(nowhere: Path) -> None:
    assert nearest(nowhere) is None
    assert nearest(Path()) is None


def test_a_folder_that_is_no_workspace_is_wrong_usage_in_one_sentence(
    nowhere: Path,
) -> None:
    with pytest.raises(WrongUsage, match=r"secaudit\.yaml") as caught:
        load_workspace(nowhere)
    assert str(nowhere) in caught.value.sentence
    assert caught.value.problems == ()


def test_a_workspace_says_who_it_is_and_has_defaults_for_the_rest(
    tmp_path: Path,
) -> None:
    (tmp_path / "secaudit.yaml").write_text(NAMED, encoding="utf-8")
    workspace = load_workspace(tmp_path)
    assert workspace == Workspace(tmp_path, Organisation("x", "X"))
    assert workspace.language == "da"
    assert workspace.catalogues == ("iso27001-2022", "gdpr", "nis2")
    assert workspace.register_path == tmp_path / "register.db"


def test_a_workspace_knows_where_everything_lies(tmp_path: Path) -> None:
    (tmp_path / "secaudit.yaml").write_text(
        NAMED + "register: data/r.db\n", encoding="utf-8"
    )
    workspace = load_workspace(tmp_path)
    assert workspace.register_path == tmp_path / "data" / "r.db"
    assert workspace.issued("2026") == tmp_path / "campaigns" / "2026" / "issued"
    assert workspace.returned("2026") == tmp_path / "campaigns" / "2026" / "returned"
    assert workspace.reports == tmp_path / "reports"


@pytest.mark.parametrize(
    "text", ["# intet", "language: da", NAMED + "langauge: da", "a: [", "x"]
)
def test_a_secaudit_yaml_that_is_not_right_is_refused_with_its_problems(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "secaudit.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as caught:
        load_workspace(tmp_path)
    assert not isinstance(caught.value, WrongUsage)
    assert [Path(p.path).name for p in caught.value.problems] == [
        "secaudit.yaml"
    ] * len(caught.value.problems)
    assert caught.value.problems != ()


@pytest.mark.parametrize(
    ("control", "answers"),
    [
        ("A.6.3", "hr"),
        ("A.6", "hr"),
        ("A.5.24", "vagt"),
        ("A.5.2", "drift"),
        ("A.50.1", "officer"),
        ("A.8.1", "officer"),
        ("C.4.1", "officer"),
    ],
)
def test_the_area_that_names_a_control_most_closely_answers_for_it(
    control: str, answers: str
) -> None:
    workspace = answering(
        area("officer"),
        area("drift", "A.5"),
        area("hr", "A.6", "A.7"),
        area("vagt", "A.5.24"),
    )
    found = workspace.area(control)
    assert found is not None
    assert found.id == answers


def test_what_employees_answer_is_counted_by_the_area_that_says_so() -> None:
    counting = Area("hr", "HR", "p02", ("A.6",), employees=True)
    workspace = answering(area("officer"), counting)
    for control in ("A.5.1", "A.6.3"):
        found = workspace.area(control, "employees")
        assert found is not None
        assert found.id == "hr"
    found = workspace.area("A.5.1")
    assert found is not None
    assert found.id == "officer"


def test_an_area_that_counts_employees_takes_the_rest_only_if_no_other_does() -> None:
    counting = Area("hr", "HR", "p02", employees=True)
    alone = answering(counting).area("A.5.1")
    assert alone == counting
    found = answering(counting, area("officer")).area("A.5.1")
    assert found is not None
    assert found.id == "officer"


def test_the_order_of_areas_makes_no_difference() -> None:
    workspace = answering(area("vagt", "A.5.24"), area("drift", "A.5"), area("officer"))
    found = workspace.area("A.5.24")
    assert found is not None
    assert found.id == "vagt"


def test_a_control_that_no_area_names_has_nobody_without_a_default() -> None:
    assert answering(area("hr", "A.6")).area("A.5.1") is None
    assert answering().area("A.5.1") is None


def test_the_contents_are_inventory_profile_and_catalogues(folder: Path) -> None:
    (folder / "profile.yaml").write_text(
        "applicability: {T.1: {applies: false, reason: Nej}}", encoding="utf-8"
    )
    contents = load_contents(load_workspace(folder))
    assert [s.id for s in contents.inventory.systems] == ["omsorg", "backup", "arkiv"]
    assert [c.id for c in contents.catalogues] == ["test-catalogue"]
    applied = {a.control.id: a.applies for a in contents.applied}
    assert applied == {"T.1": False, **{f"T.{n}": True for n in range(2, 7)}}
    assert contents.warnings == ()


def test_an_area_of_an_unknown_person_is_told_of_at_the_very_word(folder: Path) -> None:
    replaced(folder / "secaudit.yaml", "person: p03", "person: p09")
    ((path, line, _column, code),) = told(folder)
    assert (path, line, code) == ("secaudit.yaml", 8, "unknown-id")


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        ("id: a, controls: [T.1]", "id: a, controls: [T.2]", 10),
        ("id: a, controls: [T.1]", "id: b, controls: [T.2, T.1]", 29),
        ("id: a, employees: true", "id: b, employees: true", 24),
        ("id: a", "id: b", 10),
    ],
)
def test_what_two_areas_say_is_told_of_at_the_second(
    folder: Path, first: str, second: str, column: int
) -> None:
    file = folder / "secaudit.yaml"
    text = file.read_text(encoding="utf-8")
    head = text[: text.index("areas:")]
    rest = ", title: T, person: p03}\n"
    areas = f"areas:\n  - {{{first}{rest}  - {{{second}{rest}"
    file.write_text(head + areas, encoding="utf-8")
    line = head.count("\n") + 3
    assert told(folder) == [("secaudit.yaml", line, column, "duplicate-area")]


def test_employees_that_nobody_can_count_are_a_warning(folder: Path) -> None:
    people = folder / "inventory" / "people.yaml"
    text = people.read_text(encoding="utf-8").split("people:")[1]
    text = text.replace(", department: sundhed", "").replace(", department: teknik", "")
    people.write_text(f"people:{text}", encoding="utf-8")
    systems = folder / "inventory" / "systems.yaml"
    told = systems.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(line for line in told if "department:" not in line)
    systems.write_text(kept, encoding="utf-8")
    (found,) = load_contents(load_workspace(folder)).warnings
    assert (found.code, found.severity) == ("no-departments", "warning")


@pytest.mark.parametrize("control", ["T.1", "T.5", "T.9"])
def test_a_common_service_can_provide_only_what_is_inheritable(
    folder: Path, control: str
) -> None:
    replaced(folder / "inventory" / "systems.yaml", "[T.3]", f"[T.3, {control}]")
    ((path, line, _column, code),) = told(folder)
    assert (path, line, code) == ("inventory/systems.yaml", 11, "not-inheritable")


def test_the_problems_of_all_files_are_told_in_one_refusal(folder: Path) -> None:
    replaced(folder / "inventory" / "systems.yaml", "owner: p02", "owner: p09")
    replaced(
        folder / "inventory" / "people.yaml", "department: teknik", "department: x"
    )
    replaced(folder / "test-catalogue" / "T.yaml", "theme: T\n", "theme: X\n")
    (folder / "profile.yaml").write_text("cycle: {other: 0}", encoding="utf-8")
    names = {Path(p.path).name for p in refused(folder)}
    assert names == {"systems.yaml", "people.yaml", "T.yaml", "profile.yaml"}


def test_a_broken_catalogue_does_not_make_the_profile_wrong(folder: Path) -> None:
    replaced(
        folder / "test-catalogue" / "T.yaml",
        "- id: T.1\n  theme: T\n",
        "- id: T.1\n  theme: X\n",
    )
    (folder / "profile.yaml").write_text(
        "applicability: {T.1: {reason: x}}", encoding="utf-8"
    )
    assert [p.code for p in refused(folder)] == ["unknown-theme"]


def test_what_the_profile_says_of_an_unknown_control_is_told_of(folder: Path) -> None:
    (folder / "profile.yaml").write_text(
        "applicability: {T.9: {reason: x}}", encoding="utf-8"
    )
    assert told(folder) == [("profile.yaml", 1, 17, "unknown-control")]


def test_control_ids_are_unique_across_the_catalogues_of_a_workspace(
    folder: Path,
) -> None:
    shutil.copytree(folder / "test-catalogue", folder / "endnu-et")
    replaced(folder / "secaudit.yaml", "[test-catalogue]", "[test-catalogue, endnu-et]")
    found = refused(folder)
    assert {p.code for p in found} == {"duplicate-id"}
    assert {Path(p.path).name for p in found} == {"secaudit.yaml"}
    assert len(found) == 6


def test_a_catalogue_that_does_not_exist_is_refused_in_one_sentence(
    folder: Path,
) -> None:
    replaced(folder / "secaudit.yaml", "[test-catalogue]", "[prøve]")
    with pytest.raises(Refused, match="'prøve'"):
        load_contents(load_workspace(folder))
