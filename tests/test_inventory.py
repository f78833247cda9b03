"""Systems, with their facts, and people: what is known, and what cannot be."""

from pathlib import Path

import pytest

from secaudit.inventory import (
    FACTS,
    Department,
    Dpia,
    Facts,
    Inventory,
    Person,
    ProcessorAgreement,
    RiskAssessment,
    above,
    load_files,
    plain_facts,
    read_inventory,
)
from secaudit.problems import Problem, Refused

PEOPLE = """
departments:
  - {id: sundhed, name: Sundhed, director: p02}
  - {id: pleje, name: Pleje, parent: sundhed}
people:
  - {id: p01, name: Anna, department: pleje}
  - {id: p02, name: Bo}
  - {id: p03, name: Cecilie}
"""
ONE = "systems: [{id: a, name: A}]"


def loaded(
    folder: Path, systems: str, people: str = PEOPLE
) -> tuple[Inventory, tuple[Problem, ...]]:
    """The inventory of two files."""
    (folder / "systems.yaml").write_text(systems, encoding="utf-8")
    (folder / "people.yaml").write_text(people, encoding="utf-8")
    return read_inventory(*load_files(folder, "inventory"))


def told(
    folder: Path, systems: str, people: str = PEOPLE
) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of each problem."""
    _inventory, problems = loaded(folder, systems, people)
    return [(p.path, p.line, p.column, p.code) for p in problems]


def right(folder: Path, systems: str, people: str = PEOPLE) -> Inventory:
    """The inventory of two files that are right."""
    inventory, problems = loaded(folder, systems, people)
    assert problems == ()
    return inventory


def test_a_system_has_all_the_facts_of_its_entry(tmp_path: Path) -> None:
    system = right(
        tmp_path,
        """
systems:
  - id: omsorg
    name: "Omsorg & Pleje"
    formerly: pleje-gammel
    owner: p01
    deputies: [p02, p03]
    operations: p02
    department: pleje
    criticality: society-critical
    personal_data: [cpr, sensitive]
    hosting: supplier
    lifecycle: operational
    supplier: "Nordlys A/S"
    source_owned: false
    has_test_environment: true
    citizen_facing: false
    risk_assessment: {on: 2026-01-31, result: lav}
    dpia: {needed: true, on: 2025-02-28}
    processor_agreement: {status: signed, on: 2024-02-29}
    supervised_on: 2026-03-01
    uses: [backup]
    external: {kitos: "7", abc: x}
  - {id: backup, name: Backup, provides: [T.3]}
""",
    ).systems[0]
    assert (system.owner, system.operations) == ("p01", "p02")
    assert (system.deputies, system.uses) == (("p02", "p03"), ("backup",))
    assert (system.formerly, system.provides) == ("pleje-gammel", ())
    assert system.external == (("abc", "x"), ("kitos", "7"))
    facts = system.facts
    assert facts.personal_data == ("cpr", "sensitive")
    assert (facts.source_owned, facts.has_test_environment) == (False, True)
    assert facts.citizen_facing is False
    assert isinstance(facts.risk_assessment, RiskAssessment)
    assert isinstance(facts.dpia, Dpia)
    assert isinstance(facts.processor_agreement, ProcessorAgreement)
    assert facts.supervised_on is not None
    assert facts.supervised_on.isoformat() == "2026-03-01"
    assert set(plain_facts(facts)) == set(FACTS)


def test_an_absent_fact_is_unknown_and_never_a_default(tmp_path: Path) -> None:
    text = "systems:\n- {id: a, name: A, hosting: , dpia: ~, personal_data: null}"
    (system,) = right(tmp_path, text).systems
    assert system.facts == Facts()
    assert all(getattr(system.facts, name) is None for name in FACTS)
    assert plain_facts(system.facts) == {}


def test_a_fact_that_is_false_is_known() -> None:
    assert plain_facts(Facts(source_owned=False)) == {"source_owned": False}


def test_facts_are_plain_as_json_holds_them(tmp_path: Path) -> None:
    text = (
        "systems:\n- {id: a, name: A, supervised_on: 2026-03-01, personal_data: [cpr]}"
    )
    (system,) = right(tmp_path, text).systems
    assert plain_facts(system.facts) == {
        "personal_data": ["cpr"],
        "supervised_on": "2026-03-01",
    }


@pytest.mark.parametrize("owner", ["ejer mangler", "owner missing", "", "~"])
def test_an_owner_may_be_missing(tmp_path: Path, owner: str) -> None:
    (system,) = right(
        tmp_path, f"systems:\n- {{id: a, name: A, owner: {owner}}}"
    ).systems
    assert system.owner is None


def test_people_and_departments_are_read(tmp_path: Path) -> None:
    inventory = right(tmp_path, ONE)
    assert inventory.people[0] == Person("p01", "Anna", department="pleje")
    assert inventory.departments == (
        Department("sundhed", "Sundhed", director="p02"),
        Department("pleje", "Pleje", parent="sundhed"),
    )
    assert inventory.person("p02") == Person("p02", "Bo")
    assert inventory.person("p09") is None
    assert inventory.person(None) is None
    assert inventory.system("b") is None


def test_retired_systems_are_not_active_and_make_nobody_an_owner(
    tmp_path: Path,
) -> None:
    inventory = right(
        tmp_path,
        """
systems:
  - {id: a, name: A, owner: p03}
  - {id: b, name: B, owner: p01, lifecycle: retired}
  - {id: c, name: C, owner: p02, lifecycle: phasing-out}
  - {id: d, name: D}
  - {id: e, name: E, owner: p03}
""",
    )
    assert [s.id for s in inventory.active()] == ["a", "c", "d", "e"]
    assert [p.id for p in inventory.owners()] == ["p02", "p03"]
    found = inventory.system("b")
    assert found is not None
    assert found.name == "B"


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        ("owner: p09", 27),
        ("operations: p09", 32),
        ("deputies: [p01, p09]", 36),
        ("department: p09", 32),
        ("uses: [p09]", 27),
    ],
)
def test_who_or_what_does_not_exist_is_told_of_at_the_very_word(
    tmp_path: Path, entry: str, column: int
) -> None:
    text = f"systems:\n- {{id: a, name: A, {entry}}}\n"
    assert told(tmp_path, text) == [("inventory/systems.yaml", 2, column, "unknown-id")]


def test_a_system_cannot_use_one_that_provides_nothing(tmp_path: Path) -> None:
    text = "systems:\n- {id: a, name: A, uses: [b]}\n- {id: b, name: B}\n"
    assert told(tmp_path, text) == [("inventory/systems.yaml", 2, 27, "unknown-id")]
    _inventory, (problem,) = loaded(tmp_path, text)
    assert "'b' er ikke en fælles tjeneste" in problem.message


def test_an_id_used_twice_is_told_of_at_the_second(tmp_path: Path) -> None:
    systems = "systems:\n- {id: a, name: A}\n- {id: a, name: B}\n- {id: a, name: C}\n"
    people = (
        "people:\n- {id: p01, name: A}\n- {id: p01, name: B}\n"
        "departments:\n- {id: x, name: X}\n- {id: x, name: Y}\n"
    )
    assert told(tmp_path, systems, people) == [
        ("inventory/systems.yaml", 3, 8, "duplicate-id"),
        ("inventory/people.yaml", 3, 8, "duplicate-id"),
        ("inventory/people.yaml", 6, 8, "duplicate-id"),
    ]


def test_an_inventory_without_systems_is_worth_a_warning(tmp_path: Path) -> None:
    _inventory, problems = loaded(tmp_path, "systems: []")
    assert [(p.severity, p.code) for p in problems] == [("warning", "no-systems")]


def test_two_systems_cannot_have_had_the_same_name(tmp_path: Path) -> None:
    text = (
        "systems:\n- {id: a, name: A, formerly: x}\n- {id: b, name: B, formerly: x}\n"
    )
    assert told(tmp_path, text) == [("inventory/systems.yaml", 3, 30, "duplicate-id")]


def test_a_common_service_that_uses_another_is_worth_a_warning(tmp_path: Path) -> None:
    text = (
        "systems:\n- {id: a, name: A, provides: [T.1]}\n"
        "- {id: b, name: B, provides: [T.1], uses: [a]}\n"
    )
    assert [code for *_place, code in told(tmp_path, text)] == ["no-chains"]


def test_a_former_id_must_be_free(tmp_path: Path) -> None:
    text = "systems:\n- {id: a, name: A, formerly: b}\n- {id: b, name: B}\n"
    assert told(tmp_path, text) == [("inventory/systems.yaml", 2, 30, "still-in-use")]


def test_people_and_departments_must_point_at_what_exists(tmp_path: Path) -> None:
    people = (
        "departments:\n- {id: x, name: X, parent: y, director: p09}\n"
        "people:\n- {id: p01, name: A, department: z}\n"
    )
    assert sorted(told(tmp_path, ONE, people)) == [
        ("inventory/people.yaml", 2, 28, "unknown-id"),
        ("inventory/people.yaml", 2, 41, "unknown-id"),
        ("inventory/people.yaml", 4, 34, "unknown-id"),
    ]


def test_a_department_cannot_be_above_itself(tmp_path: Path) -> None:
    people = (
        "departments:\n- {id: x, name: X, parent: y}\n- {id: y, name: Y, parent: x}\n"
        "- {id: z, name: Z, parent: x}\n- {id: w, name: W, parent: w}\npeople: []\n"
    )
    found = told(tmp_path, ONE, people)
    assert [(line, code) for _path, line, _column, code in found] == [
        (2, "circular"),
        (3, "circular"),
        (5, "circular"),
    ]


def test_the_departments_above_one_are_told_the_nearest_first_and_each_once() -> None:
    team, office = Department("team", "T", "office"), Department("office", "O", "care")
    care = Department("care", "C")
    known = {unit.id: unit for unit in (team, office, care)}
    assert above(team, known) == (office, care)
    assert above(care, known) == ()
    circle = known | {"care": Department("care", "C", "office")}
    assert [unit.id for unit in above(team, circle)] == ["office", "care"]


def test_the_problems_of_both_files_are_told_in_one_run(tmp_path: Path) -> None:
    inventory, problems = loaded(
        tmp_path, "systems:\n- {id: A}\n", "people:\n- {id: p1, nmae: x}"
    )
    assert {p.path for p in problems} == {
        "inventory/systems.yaml",
        "inventory/people.yaml",
    }
    assert inventory == Inventory()


def test_a_file_of_only_comments_is_a_problem(tmp_path: Path) -> None:
    assert told(tmp_path, "# intet\n") == [
        ("inventory/systems.yaml", 1, 1, "empty-file")
    ]


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "systems.yaml").write_text("systems: []", encoding="utf-8")
    with pytest.raises(Refused, match=r"inventory/people\.yaml"):
        load_files(tmp_path, "inventory")
