"""The catalogue: what is shipped, what loads, and what does not."""

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from secaudit.catalogue import (
    Catalogue,
    Control,
    Kind,
    Question,
    Text,
    Texts,
    control_order,
    holds,
    load_catalogue,
    load_named,
    serves,
    shipped,
)
from secaudit.language import LANGUAGES
from secaudit.problems import Problem, Refused

HEAD = """id: lokal
version: "1"
title: {da: Lokalt, en: Local}
themes:
  - {id: L, title: {da: Tema, en: Theme}}
"""
TITLES = Path(__file__).parent / "annex_a_titles.csv"
"""Id, English and Danish title of the 93 controls, frozen."""
QUESTION = (
    "text: {da: d, en: e}, guidance: {da: d, en: e}, evidence: {da: [d], en: [e]}"
)

PAIRS = Path(__file__).parent / "annex_a_pairs.csv"
"""Id and the kinds of subject that a control of Annex A concerns, frozen."""
LEFT_OUT = {("A.6.5", "owner"), ("A.8.10", "owner"), ("A.8.26", "owner")}
"""Pairs that are not asked; docs/catalogue.md says why."""
ADDED = {("A.5.22", "organisation")}
CLAUSES = {
    4: ("1", "2", "3", "4"),
    5: ("1", "2", "3"),
    6: ("1.1", "1.2", "1.3", "2", "3"),
    7: ("1", "2", "3", "4", "5"),
    8: ("1", "2", "3"),
    9: ("1", "2", "3"),
    10: ("1", "2"),
}


def loaded(
    folder: Path, *files: str, head: str = HEAD
) -> tuple[Catalogue | None, list[Problem]]:
    """A catalogue of a head and of control files."""
    made = folder / "lokal"
    made.mkdir(exist_ok=True)
    (made / "catalogue.yaml").write_text(head, encoding="utf-8")
    for number, text in enumerate(files):
        (made / f"c{number}.yaml").write_text(text, encoding="utf-8")
    read = load_catalogue(made)
    return read.catalogue, list(read.problems)


def told(
    folder: Path, *files: str, head: str = HEAD
) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of each problem of a catalogue that does not load."""
    catalogue, problems = loaded(folder, *files, head=head)
    assert (catalogue is None) == bool(problems)
    return [(p.path, p.line, p.column, p.code) for p in problems]


def control(id: str = "L.1", theme: str = "L", rest: str = "") -> str:
    """A control on one line."""
    return f"- {{id: {id}, theme: {theme}, title: {{da: d, en: e}}, weight: 2{rest}}}\n"


def iso(name: str = "iso27001-2022") -> Catalogue:
    """A shipped catalogue."""
    read = load_named(name)
    assert read.problems == ()
    assert read.catalogue is not None
    return read.catalogue


def controls() -> list[Control]:
    """Every control of the shipped catalogues."""
    return [c for name in shipped() for c in iso(name).controls]


def annex_a() -> list[Control]:
    """The controls of Annex A."""
    return [c for c in iso().controls if c.id.startswith("A.")]


def questions() -> list[tuple[Control, str, Any]]:
    """Every question of the shipped catalogues."""
    return [(c, kind, q) for c in controls() for kind, q in c.questions.items()]


def test_the_shipped_catalogues_load() -> None:
    assert shipped() == ("gdpr", "iso27001-2022", "nis2")
    themes = {name: [theme.id for theme in iso(name).themes] for name in shipped()}
    assert themes == {
        "gdpr": ["GDPR"],
        "iso27001-2022": ["A.5", "A.6", "A.7", "A.8", "C"],
        "nis2": ["NIS2"],
    }


def test_it_has_the_93_controls_of_annex_a_in_order() -> None:
    sizes = {"A.5": 37, "A.6": 8, "A.7": 14, "A.8": 34}
    ids = [f"{theme}.{n}" for theme, size in sizes.items() for n in range(1, size + 1)]
    assert [c.id for c in annex_a()] == ids
    assert len(ids) == 93
    assert Counter(c.theme for c in annex_a()) == sizes
    assert all(c.id.startswith(f"{c.theme}.") for c in annex_a())


def test_the_clauses_4_to_10_are_asked_of_the_organisation_with_maturity() -> None:
    clauses = [c for c in iso().controls if c.theme == "C"]
    assert [c.id for c in clauses] == [
        f"C.{chapter}.{part}" for chapter, parts in CLAUSES.items() for part in parts
    ]
    for clause in clauses:
        levels = clause.questions["organisation"].levels
        assert levels is not None
        assert len(levels.da) == len(levels.en) == 6


def test_nis_2_has_each_letter_of_article_21_and_the_duties_of_management() -> None:
    letters = [f"NIS2.21.2.{letter}" for letter in "abcdefghij"]
    ids = ["NIS2.3.4", "NIS2.20", "NIS2.20.2", *letters, "NIS2.23", "NIS2.23.1"]
    assert [c.id for c in iso("nis2").controls] == ids
    asked = {c.id: set(c.questions) for c in iso("nis2").controls if c.questions}
    own = (
        "NIS2.3.4",
        "NIS2.20",
        "NIS2.20.2",
        "NIS2.21.2.f",
        "NIS2.21.2.j",
        "NIS2.23",
        "NIS2.23.1",
    )
    assert asked == {id: {"organisation"} for id in own}


def test_a_letter_of_the_directive_is_the_number_of_the_danish_act() -> None:
    for number, letter in enumerate("abcdefghij", 1):
        (found,) = (c for c in controls() if c.id == f"NIS2.21.2.{letter}")
        assert found.references == {
            "nis2": (letter,),
            "nis2-loven": (f"§ 6, stk. 1, nr. {number}",),
        }


@pytest.mark.parametrize(
    ("kind", "articles"),
    [
        ("system", "5.1.c 6 13 15 16 17 18 22 28 32 35 44"),
        ("owner", "32"),
        ("organisation", "5.2 7 8 12 26 33 33.5 34 36 37 38 39"),
        ("", "5.1.e 9 10 14 20 21 24 25 29 30 31 32.4 45 46 49"),
    ],
)
def test_the_articles_of_the_gdpr_are_asked_or_answered_by_others(
    kind: Any, articles: str
) -> None:
    found = [
        c.id
        for c in iso("gdpr").controls
        if (kind in c.questions if kind else not c.questions) and c.id != "DBL.3.9"
    ]
    assert found == [f"GDPR.{article}" for article in articles.split()]


def test_what_nobody_is_asked_about_is_answered_by_others() -> None:
    unasked = [c for c in controls() if not c.questions]
    assert len(unasked) == 23
    for requirement in unasked:
        assert any(serves(c, requirement) for c in controls()), requirement.id


def test_each_control_has_its_title_in_both_languages() -> None:
    with TITLES.open(encoding="utf-8", newline="") as file:
        frozen = [tuple(row) for row in csv.reader(file, delimiter=";")]
    assert [(c.id, c.title.en, c.title.da) for c in annex_a()] == frozen
    assert len(frozen) == 93


def test_each_control_of_annex_a_has_a_weight_and_attributes() -> None:
    for found in annex_a():
        assert found.weight in (1, 2, 3)
        assert found.attributes.type
        assert found.attributes.properties
        assert found.attributes.concepts


def test_a_control_that_weighs_most_says_why() -> None:
    assert [c.id for c in controls() if c.weight == 3 and not c.weight_reason] == []


def test_every_pair_of_control_and_kind_is_asked_or_left_out_with_a_reason() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        told = {id: set(kinds.split()) for id, kinds in csv.reader(file, delimiter=";")}
    pairs = {(id, kind) for id, kinds in told.items() for kind in kinds}
    asked = {(c.id, kind) for c in annex_a() for kind in c.questions}
    assert len(pairs) == 158
    assert asked == (pairs - LEFT_OUT) | ADDED
    page = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text("utf-8")
    for id, kind in LEFT_OUT:
        assert f"| {id} | {kind} | " in page


def test_a_control_with_questions_says_its_objective() -> None:
    assert [c.id for c in controls() if c.questions and not c.objective] == []


def test_every_question_is_complete_in_both_languages() -> None:
    for found, kind, question in questions():
        for language in LANGUAGES:
            assert question.text.said(language).endswith("?"), (found.id, kind)
            assert question.guidance.said(language).strip()
            assert all(question.evidence.said(language))
        assert len(question.evidence.da) == len(question.evidence.en)
        assert question.text.da != question.text.en


def test_every_question_says_what_met_partial_and_not_met_mean() -> None:
    words = {
        "da": ("Opfyldt: ", "Delvist opfyldt: ", "Ikke opfyldt: "),
        "en": ("Met: ", "Partially met: ", "Not met: "),
    }
    for found, kind, question in questions():
        if question.levels:
            continue
        for language in LANGUAGES:
            guidance = question.guidance.said(language)
            places = [guidance.find(word) for word in words[language]]
            assert -1 not in places, (found.id, kind)
            assert places == sorted(places), (found.id, kind)


def test_only_systems_have_operations_conditions_and_common_services() -> None:
    for _control, kind, question in questions():
        if kind != "system":
            assert question.answered_by == "owner"
            assert question.when == {}
            assert not question.inheritable
            assert question.dated_by is None


def test_every_value_of_a_condition_is_one_that_a_system_can_have() -> None:
    values: dict[str, set[str | bool]] = {
        "criticality": {"society-critical", "business-critical", "other"},
        "personal_data": {
            "none",
            "ordinary",
            "confidential",
            "cpr",
            "sensitive",
            "criminal-offences",
        },
        "hosting": {"on-premises", "supplier", "public-cloud", "hybrid"},
        "lifecycle": {"pilot", "phasing-in", "operational", "phasing-out", "retired"},
        "source_owned": {True, False},
        "has_test_environment": {True, False},
        "citizen_facing": {True, False},
        "common_service": {True, False},
        "dpia.needed": {True, False},
        "processor_agreement.status": {
            "signed",
            "in-progress",
            "missing",
            "not-needed",
        },
    }
    for _control, _kind, question in questions():
        for fact, wanted in question.when.items():
            assert set(wanted) < values[fact]


def test_a_catalogue_is_split_by_theme_and_read_in_the_order_of_its_ids(
    tmp_path: Path,
) -> None:
    first = control("L.10") + control("L.9")
    catalogue, problems = loaded(tmp_path, first, control("L.2"))
    assert problems == []
    assert catalogue is not None
    assert [c.id for c in catalogue.controls] == ["L.2", "L.9", "L.10"]


def test_a_control_has_all_that_its_file_says(tmp_path: Path) -> None:
    text = """
- id: L.1
  theme: L
  title: {da: d, en: e}
  objective: {da: formål, en: objective}
  weight: 3
  weight_reason: {da: derfor, en: because}
  references: {gdpr: ["5(1)(f)", "32"], nis2: [i, j]}
  attributes: {type: [preventive], properties: [integrity], concepts: [protect]}
  questions:
    system:
      text: {da: spørgsmål, en: question}
      guidance: {da: vejledning, en: guidance}
      evidence: {da: [a, b], en: [c]}
      answered_by: operations
      when: {personal_data: [cpr, sensitive], source_owned: [true]}
      core: true
      legal: true
      review_every_months: 6
      dated_by: supervised_on
      evidence_required: true
      not_applicable: never
      inheritable: true
    organisation:
      text: {da: d, en: e}
      guidance: {da: d, en: e}
      evidence: {da: [d], en: [e]}
      levels: {da: [a, b, c, d, e, f], en: ["0", "1", "2", "3", "4", "5"]}
"""
    catalogue, _problems = loaded(tmp_path, text)
    assert catalogue is not None
    (found,) = catalogue.controls
    assert found.objective == Text("formål", "objective")
    assert found.references == {"gdpr": ("5(1)(f)", "32"), "nis2": ("i", "j")}
    assert found.attributes.properties == ("integrity",)
    assert found.weight_reason == Text("derfor", "because")
    system = found.questions["system"]
    assert system.evidence == Texts(("a", "b"), ("c",))
    assert system.when == {
        "personal_data": ("cpr", "sensitive"),
        "source_owned": (True,),
    }
    assert (system.answered_by, system.not_applicable) == ("operations", "never")
    assert (system.core, system.legal, system.evidence_required) == (True, True, True)
    assert (system.review_every_months, system.inheritable) == (6, True)
    assert system.dated_by == "supervised_on"
    levels = found.questions["organisation"].levels
    assert levels is not None
    assert (levels.said("da")[5], levels.said("en")[0]) == ("f", "0")


def test_a_question_that_says_no_more_has_the_plain_rules(tmp_path: Path) -> None:
    catalogue, _problems = loaded(
        tmp_path, control(rest=f", questions: {{owner: {{{QUESTION}}}}}")
    )
    assert catalogue is not None
    question = catalogue.controls[0].questions["owner"]
    assert (question.answered_by, question.when) == ("owner", {})
    assert (question.core, question.legal, question.inheritable) == (
        False,
        False,
        False,
    )
    assert (question.review_every_months, question.evidence_required) == (None, False)
    assert question.not_applicable == "review"
    assert question.levels is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: {da: d, en: e}", "title: {da: d}"),
        ("title: {da: d, en: e}", "title: {en: e}"),
        ("title: {da: d, en: e}", "title: {da: d, en: ''}"),
        ("title: {da: d, en: e}", "title: {da: ' ', en: e}"),
        ("title: {da: d, en: e}", "title: d"),
        ("text: {da: d, en: e}", "text: {da: d}"),
        ("guidance: {da: d, en: e}", "guidance: {en: e}"),
        ("evidence: {da: [d], en: [e]}", "evidence: {da: [d]}"),
        ("evidence: {da: [d], en: [e]}", "evidence: {da: [d], en: []}"),
        ("evidence: {da: [d], en: [e]}", "evidence: {da: [d], en: ['']}"),
    ],
)
def test_a_catalogue_that_is_not_complete_in_both_languages_does_not_load(
    tmp_path: Path, old: str, new: str
) -> None:
    text = control(rest=f", questions: {{owner: {{{QUESTION}}}}}")
    assert told(tmp_path, text) == []
    assert len(told(tmp_path, text.replace(old, new))) == 1


def test_the_title_of_a_catalogue_and_its_themes_are_in_both_languages(
    tmp_path: Path,
) -> None:
    head = HEAD.replace(", en: Local", "").replace(", en: Theme", "")
    found = told(tmp_path, control(), head=head)
    assert [(line, code) for _path, line, _column, code in found] == [
        (3, "missing-field"),
        (5, "missing-field"),
    ]


def test_levels_are_six_in_both_languages(tmp_path: Path) -> None:
    def levels(number: int) -> str:
        listed = ", ".join("x" * number)
        said = f"{QUESTION}, levels: {{da: [{listed}], en: [a, b, c, d, e, f]}}"
        return control(rest=f", questions: {{organisation: {{{said}}}}}")

    assert told(tmp_path, levels(6)) == []
    assert len(told(tmp_path, levels(5))) == 1
    assert len(told(tmp_path, levels(7))) == 1


@pytest.mark.parametrize("weight", ["0", "4", "1.5", "high"])
def test_a_weight_is_one_two_or_three(tmp_path: Path, weight: str) -> None:
    text = control().replace("weight: 2", f"weight: {weight}")
    assert len(told(tmp_path, text)) == 1


def test_an_unknown_theme_is_told_of_at_the_very_word(tmp_path: Path) -> None:
    found = told(tmp_path, control("L.1"), control("L.2", "M"))
    assert found == [("lokal/c1.yaml", 1, 20, "unknown-theme")]


def test_an_id_used_twice_in_two_files_is_told_of_at_the_second(tmp_path: Path) -> None:
    found = told(tmp_path, control("L.1") + control("L.2"), control("L.2"))
    assert found == [("lokal/c1.yaml", 1, 8, "duplicate-id")]


def test_a_theme_written_twice_is_told_of(tmp_path: Path) -> None:
    head = HEAD + "  - {id: L, title: {da: Igen, en: Again}}\n"
    found = told(tmp_path, control(), head=head)
    assert found == [("lokal/catalogue.yaml", 6, 10, "duplicate-id")]


@pytest.mark.parametrize("fact", ["personal", "supplier", "owner"])
def test_a_condition_on_a_fact_that_no_question_can_ask_for_is_refused(
    tmp_path: Path, fact: str
) -> None:
    asked = f"{QUESTION}, when: {{{fact}: [x]}}"
    found = told(tmp_path, control(rest=f", questions: {{system: {{{asked}}}}}"))
    assert len(found) == 1


@pytest.mark.parametrize("kind", ["owner", "organisation", "employees"])
def test_only_a_question_to_systems_can_depend_on_facts(
    tmp_path: Path, kind: str
) -> None:
    asked = f"{QUESTION}, when: {{hosting: [supplier]}}"
    text = control(rest=f", questions: {{{kind}: {{{asked}}}}}")
    assert [code for *_place, code in told(tmp_path, text)] == ["misplaced-condition"]
    assert told(tmp_path, text.replace(kind, "system")) == []


def test_all_problems_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    found = told(
        tmp_path, control(rest=", x: 1"), control(rest=", y: 1"), head=HEAD + "z: 1\n"
    )
    assert [path for path, *_rest in found] == [
        "lokal/catalogue.yaml",
        "lokal/c0.yaml",
        "lokal/c1.yaml",
    ]


@pytest.mark.parametrize("id", ["A 5", "5.A", "Å.1", "", "A.5/1"])
def test_a_control_id_is_an_ascii_token(tmp_path: Path, id: str) -> None:
    (found,) = told(tmp_path, control(f"'{id}'"))
    assert found[3] == "not-a-control"


@pytest.mark.parametrize(
    ("when", "facts", "asked"),
    [
        ({}, {}, True),
        ({"hosting": ["supplier"]}, {"hosting": "supplier"}, True),
        ({"hosting": ["supplier", "hybrid"]}, {"hosting": "hybrid"}, True),
        ({"hosting": ["supplier"]}, {"hosting": "on-premises"}, False),
        ({"hosting": ["supplier"]}, {}, True),
        ({"personal_data": ["cpr"]}, {"personal_data": ["ordinary", "cpr"]}, True),
        ({"personal_data": ["cpr"]}, {"personal_data": ("ordinary",)}, False),
        ({"personal_data": ["cpr"]}, {"personal_data": ["none"]}, False),
        ({"source_owned": [True]}, {"source_owned": True}, True),
        ({"source_owned": [True]}, {"source_owned": False}, False),
        ({"source_owned": [False]}, {"source_owned": False}, True),
        ({"hosting": ["x"], "criticality": ["y"]}, {"hosting": "x"}, True),
        ({"dpia.needed": [True]}, {"dpia": {"needed": True}}, True),
        ({"dpia.needed": [True]}, {"dpia": {"needed": False}}, False),
        ({"dpia.needed": [True]}, {"dpia": {"on": "2026-01-01"}}, True),
        ({"dpia.needed": [True]}, {}, True),
        ({"hosting": ["x"], "criticality": ["y"]}, {"criticality": "z"}, False),
        (
            {"hosting": ["x"], "criticality": ["y"]},
            {"hosting": "x", "criticality": "z"},
            False,
        ),
        (
            {"hosting": ["x"], "criticality": ["y"]},
            {"hosting": "x", "criticality": "y"},
            True,
        ),
    ],
)
def test_a_question_is_asked_if_every_fact_says_so_and_an_unknown_fact_asks(
    when: dict[str, Any], facts: dict[str, Any], asked: bool
) -> None:
    assert holds({k: tuple(v) for k, v in when.items()}, facts) is asked


@pytest.mark.parametrize(
    ("refers", "requires", "answers"),
    [
        ({"gdpr": ("32",)}, {"gdpr": ("32",)}, True),
        ({"gdpr": ("32(1)(b)",)}, {"gdpr": ("32",)}, True),
        ({"gdpr": ("32",)}, {"gdpr": ("32(4)",)}, False),
        ({"gdpr": ("3",)}, {"gdpr": ("32",)}, False),
        ({"gdpr": ("32",)}, {"gdpr": ("3",)}, False),
        ({"gdpr": ("32",)}, {"nis2": ("32",)}, False),
        ({"nis2-loven": ("§ 6, stk. 1",)}, {"nis2-loven": ("§ 6",)}, True),
        ({"gdpr": ("5", "32")}, {"gdpr": ("9", "32")}, True),
        ({}, {"gdpr": ("32",)}, False),
    ],
)
def test_a_control_answers_for_a_duty_that_it_refers_to_or_to_a_part_of(
    refers: dict[str, Any], requires: dict[str, Any], answers: bool
) -> None:
    text = Text("d", "e")
    asked: dict[Kind, Question] = {"owner": Question(text, text, Texts((), ()))}
    duty = Control("R", "L", text, 2, references=requires)
    silent = Control("L.1", "L", text, 2, references=refers)
    assert not serves(silent, duty)
    assert serves(replace(silent, questions=asked), duty) is answers


def test_a_question_may_refer_to_less_than_its_control() -> None:
    (found,) = (c for c in annex_a() if c.id == "A.5.34")
    assert found.referred("system") == {"gdpr": ("30",)}
    (record,) = (c for c in controls() if c.id == "GDPR.30")
    assert serves(found, record)
    assert serves(found, record, "system")
    assert not serves(found, record, "owner")
    (rights,) = (c for c in annex_a() if c.id == "A.5.18")
    assert rights.referred("owner") == rights.references


def test_control_ids_are_sorted_as_people_count() -> None:
    ordered = [
        "A.5.1",
        "A.5.9",
        "A.5.10",
        "A.8.2",
        "C.4.1",
        "C.10.2",
        "GDPR.5.1.e",
        "GDPR.5.1.f",
        "GDPR.32",
        "NIS2.20",
        "NIS2.21.2.a",
    ]
    mixed = [*ordered[1::2], *ordered[::2]]
    assert sorted(mixed, key=control_order) == ordered


def test_control_ids_of_every_shape_can_be_sorted_together() -> None:
    ids = ["A", "A.a", "A.1", "A-1", "A_1", "A.1.", "A..1", "_", "A.01"]
    assert len(sorted(ids, key=control_order)) == len(ids)


def folder(name: str, workspace: Path | None = None) -> str:
    """The folder that the catalogue `name` is read from, as problems show it."""
    head = load_named(name, workspace).head
    assert head is not None
    return head.path.removesuffix("/catalogue.yaml")


def test_a_catalogue_of_the_workspace_goes_before_a_shipped_one(tmp_path: Path) -> None:
    loaded(tmp_path, control())
    assert folder("lokal", tmp_path) == (tmp_path / "lokal").as_posix()
    assert folder("iso27001-2022", tmp_path) == "iso27001-2022"
    (tmp_path / "iso27001-2022").mkdir()
    (tmp_path / "iso27001-2022" / "catalogue.yaml").write_text(HEAD, encoding="utf-8")
    own = (tmp_path / "iso27001-2022").as_posix()
    assert folder("iso27001-2022", tmp_path) == own
    assert folder("iso27001-2022") == "iso27001-2022"


def test_a_catalogue_that_does_not_exist_is_refused_with_the_names_of_those_that_do() -> (
    None
):
    with pytest.raises(Refused, match=r"'iso27002'.*iso27001-2022"):
        load_named("iso27002")


def test_a_catalogue_without_controls_is_one(tmp_path: Path) -> None:
    catalogue, problems = loaded(tmp_path)
    assert problems == []
    assert catalogue is not None
    assert catalogue.controls == ()
