"""Who is asked what, the name of a form, and the form itself."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secaudit.catalogue import (
    KINDS,
    Control,
    Kind,
    Question,
    Text,
    Texts,
    load_named,
    shipped,
)
from secaudit.handwriting import read
from secaudit.inventory import Facts, Inventory, Person, System
from secaudit.language import Language, using
from secaudit.profile import Applied, Profile
from secaudit.questionnaire import (
    STATUSES,
    UNANSWERED,
    Cover,
    Questionnaire,
    Subject,
    answer_field,
    as_yaml,
    compose,
    status_of,
    word,
)
from secaudit.validation import check
from secaudit.workspace import Area, Contents, Organisation, Workspace
from secaudit.yamlfile import Document

PEOPLE = tuple(Person(id, id.upper()) for id in ("p01", "p02", "p03", "p04"))
AREAS = (Area("officer", "Sikkerhed", "p03"), Area("hr", "HR", "p04", ("A.6",)))


def question(text: str = "Er det i orden?", **rules: Any) -> Question:
    """A question with some rules."""
    return Question(
        Text(text, "Is it in order?"),
        Text(
            "Opfyldt: Alt. Delvist opfyldt: Noget. Ikke opfyldt: Intet.",
            "Met: All. Partially met: Some. Not met: None.",
        ),
        Texts(("Sagsnummer", "Referat"), ("Case number", "Minutes")),
        **rules,
    )


def control(id: str, **questions: Question) -> Control:
    """A control with questions to kinds of subject."""
    asked: dict[Any, Question] = dict(questions)
    return Control(id, "A", Text(f"Titel {id}", f"Title {id}"), 2, questions=asked)


def system(
    id: str, owner: str | None = "p01", facts: Facts | None = None, **more: Any
) -> System:
    """A system."""
    return System(id, id.upper(), facts or Facts(), owner=owner, **more)


def contents(
    *systems: System,
    controls: tuple[Control, ...] = (),
    off: tuple[str, ...] = (),
    areas: tuple[Area, ...] = AREAS,
) -> Contents:
    """A workspace with systems and controls; those in `off` do not apply."""
    workspace = Workspace(Path(), Organisation("kommune", "Kommune"), areas=areas)
    applied = tuple(Applied(c, c.id not in off) for c in controls)
    return Contents(workspace, Inventory(systems, PEOPLE), Profile(), (), applied)


def asked(
    told: Contents, standing: Mapping[tuple[str, str], str] | None = None
) -> dict[tuple[str, str | None, str], list[str]]:
    """By subject, person and part: the questions of every form that has any."""
    return {
        (form.subject.key, form.person, form.part): list(form.questions)
        for form in compose(told, "2026", standing or {})
        if form.questions
    }


def form_of(told: Contents, id: str, part: str = "main") -> Questionnaire:
    """The form about a system."""
    (form,) = (
        f
        for f in compose(told, "2026", {})
        if f.subject.key == f"system:{id}" and f.part == part
    )
    return form


def cover(language: Language = "da") -> Cover:
    """What stands above the questions."""
    return Cover(
        'Kommune "X"',
        "0" * 32,
        "Anna Holm",
        "anna@x.example",
        date(2026, 10, 1),
        language,
    )


def written(form: Questionnaire, language: Language = "da") -> str:
    """The form as a file, in a language."""
    controls = {id: control(id) for id in form.questions}
    with using(language):
        return as_yaml(form, cover(language), controls)


def parsed(text: str) -> Document:
    """The form, read by our own reader."""
    (document,) = read(text.encode(), "f.yaml").documents
    assert document.problems == ()
    return document


def form(**changes: Any) -> Questionnaire:
    """A form about a system."""
    made = Questionnaire(
        "kommune",
        "2026",
        Subject("system", "omsorg", "Omsorg"),
        "p01",
        facts={"hosting": "supplier"},
        questions={"A.5.1": question()},
        inherited={"A.8.13": ("backup",)},
        carried={"A.5.2": "2025"},
    )
    return replace(made, **changes)


# Who is asked what


def test_each_kind_of_subject_is_asked_its_own_questions() -> None:
    controls = (
        control("A.5.1", system=question(), owner=question(), organisation=question()),
        control("A.6.3", employees=question(), organisation=question()),
        control("A.7.1"),
    )
    assert asked(contents(system("a"), controls=controls)) == {
        ("system:a", "p01", "main"): ["A.5.1"],
        ("owner:p01", "p01", "main"): ["A.5.1"],
        ("organisation:kommune", "p03", "main"): ["A.5.1"],
        ("organisation:kommune", "p04", "main"): ["A.6.3"],
        ("employees:kommune", "p04", "main"): ["A.6.3"],
    }


def test_a_control_that_does_not_apply_is_asked_of_nobody() -> None:
    controls = (control("A.5.1", system=question(), owner=question()),)
    assert asked(contents(system("a"), controls=controls, off=("A.5.1",))) == {}


@pytest.mark.parametrize(
    ("facts", "is_asked"),
    [
        (Facts(), True),
        (Facts(personal_data=("cpr",)), True),
        (Facts(personal_data=("ordinary", "sensitive")), True),
        (Facts(personal_data=("ordinary",)), False),
        (Facts(personal_data=("none",)), False),
    ],
)
def test_a_condition_asks_only_if_the_facts_say_so_and_an_unknown_fact_asks(
    facts: Facts, is_asked: bool
) -> None:
    wanted = question(when={"personal_data": ("cpr", "sensitive")})
    told = contents(
        system("a", facts=facts), controls=(control("A.5.34", system=wanted),)
    )
    assert bool(asked(told)) is is_asked


TECHNICAL = (
    control("A.5.1", system=question()),
    control("A.8.8", system=question(answered_by="operations")),
)


def test_operations_is_asked_its_part_and_the_owner_the_rest() -> None:
    told = contents(system("a", operations="p02"), controls=TECHNICAL)
    assert asked(told) == {
        ("system:a", "p01", "main"): ["A.5.1"],
        ("system:a", "p02", "operations"): ["A.8.8"],
    }


@pytest.mark.parametrize("operations", [None, "p01"])
def test_the_owner_is_asked_everything_where_nobody_else_does_operations(
    operations: str | None,
) -> None:
    told = contents(system("a", operations=operations), controls=TECHNICAL)
    assert asked(told) == {("system:a", "p01", "main"): ["A.5.1", "A.8.8"]}


def test_operations_is_asked_even_if_the_system_has_no_owner() -> None:
    told = contents(system("a", owner=None, operations="p02"), controls=TECHNICAL)
    assert asked(told) == {
        ("system:a", None, "main"): ["A.5.1"],
        ("system:a", "p02", "operations"): ["A.8.8"],
    }


def test_a_system_without_owner_has_a_form_addressed_to_nobody() -> None:
    told = contents(system("a", owner=None), controls=TECHNICAL)
    assert asked(told) == {("system:a", None, "main"): ["A.5.1", "A.8.8"]}


SHARED = (
    control("A.5.1", system=question()),
    control("A.8.13", system=question(inheritable=True)),
    control("A.8.15", system=question(inheritable=True)),
)


def test_what_a_common_service_answers_is_not_asked_of_those_who_use_it() -> None:
    told = contents(
        system("a", uses=("backup",)),
        system("backup", owner="p02", provides=("A.8.13",)),
        controls=SHARED,
    )
    assert asked(told) == {
        ("system:a", "p01", "main"): ["A.5.1", "A.8.15"],
        ("system:backup", "p02", "main"): ["A.5.1", "A.8.13", "A.8.15"],
    }
    assert form_of(told, "a").inherited == {"A.8.13": ("backup",)}
    assert form_of(told, "backup").inherited == {}


def test_several_common_services_may_answer_the_same_question() -> None:
    told = contents(
        system("a", uses=("one", "two")),
        system("one", provides=("A.8.13",)),
        system("two", provides=("A.8.13", "A.8.15")),
        controls=SHARED,
    )
    assert form_of(told, "a").inherited == {
        "A.8.13": ("one", "two"),
        "A.8.15": ("two",),
    }


def test_there_are_no_chains_a_common_service_inherits_nothing() -> None:
    told = contents(
        system("log", uses=("backup",), provides=("A.8.15",)),
        system("backup", provides=("A.8.13",)),
        controls=SHARED,
    )
    assert form_of(told, "log").inherited == {}
    assert list(form_of(told, "log").questions) == ["A.5.1", "A.8.13", "A.8.15"]


def test_a_retired_common_service_answers_for_nobody() -> None:
    told = contents(
        system("a", uses=("backup",)),
        system("backup", provides=("A.8.13",), facts=Facts(lifecycle="retired")),
        controls=SHARED,
    )
    assert list(form_of(told, "a").questions) == ["A.5.1", "A.8.13", "A.8.15"]


def test_a_common_service_is_asked_what_it_provides_whatever_its_own_facts_say() -> (
    None
):
    wanted = question(inheritable=True, when={"criticality": ("society-critical",)})
    told = contents(
        system("backup", provides=("A.8.13",), facts=Facts(criticality="other")),
        system("a", uses=("backup",), facts=Facts(criticality="society-critical")),
        system("b", uses=("backup",), facts=Facts(criticality="other")),
        controls=(control("A.8.13", system=wanted),),
    )
    assert asked(told) == {("system:backup", "p01", "main"): ["A.8.13"]}
    assert form_of(told, "a").inherited == {"A.8.13": ("backup",)}
    assert form_of(told, "b").inherited == {}


def test_retired_systems_are_asked_nothing_and_make_nobody_an_owner() -> None:
    retired = system("b", owner="p02", facts=Facts(lifecycle="retired"))
    controls = (control("A.5.4", system=question(), owner=question()),)
    assert asked(contents(system("a"), retired, controls=controls)) == {
        ("system:a", "p01", "main"): ["A.5.4"],
        ("owner:p01", "p01", "main"): ["A.5.4"],
    }


def test_an_owner_of_several_systems_is_asked_of_their_own_duties_once() -> None:
    controls = (control("A.5.4", owner=question()),)
    told = contents(
        system("a"), system("b"), system("c", owner="p02"), controls=controls
    )
    assert asked(told) == {
        ("owner:p01", "p01", "main"): ["A.5.4"],
        ("owner:p02", "p02", "main"): ["A.5.4"],
    }


def test_the_organisations_questions_go_to_the_areas_that_answer_for_them() -> None:
    controls = tuple(
        control(id, organisation=question()) for id in ("A.5.1", "A.6.1", "A.6.2")
    )
    assert asked(contents(controls=controls)) == {
        ("organisation:kommune", "p03", "main"): ["A.5.1"],
        ("organisation:kommune", "p04", "main"): ["A.6.1", "A.6.2"],
    }


def test_two_areas_of_one_person_are_one_form() -> None:
    areas = (Area("one", "1", "p03", ("A.5",)), Area("two", "2", "p03", ("A.6",)))
    controls = tuple(control(id, organisation=question()) for id in ("A.5.1", "A.6.1"))
    assert asked(contents(controls=controls, areas=areas)) == {
        ("organisation:kommune", "p03", "main"): ["A.5.1", "A.6.1"],
    }


def test_a_question_that_no_area_answers_for_is_asked_of_nobody_by_name() -> None:
    controls = tuple(control(id, organisation=question()) for id in ("A.5.1", "A.6.1"))
    assert asked(contents(controls=controls, areas=AREAS[1:])) == {
        ("organisation:kommune", None, "main"): ["A.5.1"],
        ("organisation:kommune", "p04", "main"): ["A.6.1"],
    }


def test_an_answer_that_still_stands_is_carried_and_a_core_question_asked_again() -> (
    None
):
    controls = (
        control("A.5.1", system=question()),
        control("A.5.18", system=question(core=True)),
        control("A.5.30", system=question()),
    )
    told = contents(system("a"), system("b"), controls=controls)
    standing = {("system:a", "A.5.1"): "2025", ("system:a", "A.5.18"): "2025"}
    assert asked(told, standing) == {
        ("system:a", "p01", "main"): ["A.5.18", "A.5.30"],
        ("system:b", "p01", "main"): ["A.5.1", "A.5.18", "A.5.30"],
    }
    first = compose(told, "2026", standing)[0]
    assert first.carried == {"A.5.1": "2025"}


def test_a_carried_answer_to_a_question_that_no_longer_concerns_the_system_is_gone() -> (
    None
):
    wanted = question(when={"hosting": ("supplier",)})
    told = contents(
        system("a", facts=Facts(hosting="on-premises")),
        controls=(control("A.5.20", system=wanted),),
    )
    assert compose(told, "2026", {("system:a", "A.5.20"): "2025"})[0].carried == {}


def test_a_form_about_a_system_shows_the_known_facts_and_only_those() -> None:
    facts = Facts(hosting="supplier", source_owned=False)
    told = contents(system("a", facts=facts, operations="p02"), controls=TECHNICAL)
    known = {"hosting": "supplier", "source_owned": False}
    assert form_of(told, "a").facts == known
    assert form_of(told, "a", "operations").facts == known


def test_forms_stand_in_the_order_of_the_inventory_systems_first() -> None:
    controls = (
        control("A.5.4", system=question(), owner=question(), organisation=question()),
    )
    told = contents(system("b", owner="p02"), system("a"), controls=controls)
    assert [form.subject.key for form in compose(told, "2026", {})] == [
        "system:b",
        "system:a",
        "owner:p01",
        "owner:p02",
        "organisation:kommune",
    ]


def test_composing_twice_gives_the_same_forms() -> None:
    told = contents(system("a", operations="p02"), controls=TECHNICAL)
    assert compose(told, "2026", {}) == compose(told, "2026", {})


# The name of a form


def test_a_form_is_named_by_32_hex_digits() -> None:
    assert re.fullmatch("[0-9a-f]{32}", form().issue)
    assert form().issue == form().issue


@pytest.mark.parametrize(
    "change",
    [
        {"organisation": "nabo"},
        {"campaign": "2027"},
        {"subject": Subject("system", "arkiv", "Omsorg")},
        {"subject": Subject("owner", "omsorg", "Omsorg")},
        {"subject": Subject("system", "omsorg", "Omsorg og pleje")},
        {"person": "p02"},
        {"person": None},
        {"part": "operations"},
        {"facts": {"hosting": "hybrid"}},
        {"facts": {}},
        {"questions": {"A.5.1": question("Er det?")}},
        {"questions": {"A.5.1": question(core=True)}},
        {"questions": {"A.5.1": question(evidence_required=True)}},
        {"questions": {"A.5.1": question(), "A.5.2": question()}},
        {"questions": {"A.5.2": question()}},
        {"inherited": {}},
        {"inherited": {"A.8.13": ("backup", "log")}},
        {"carried": {}},
        {"carried": {"A.5.2": "2024"}},
        {"occasion": "due"},
        {"occasion": "returned"},
        {"edition": 1},
    ],
    ids=str,
)
def test_its_name_changes_with_whatever_is_issued(change: dict[str, Any]) -> None:
    assert form(**change).issue != form().issue


def test_its_name_does_not_depend_on_the_order_of_its_parts() -> None:
    questions = {"A.5.1": question(), "A.5.2": question()}
    turned = dict(reversed(questions.items()))
    assert form(questions=questions).issue == form(questions=turned).issue
    facts = {"hosting": "supplier", "lifecycle": "pilot"}
    assert form(facts=facts).issue == form(facts=dict(reversed(facts.items()))).issue


def test_subjects_are_the_same_by_kind_and_id_whatever_their_name() -> None:
    assert Subject("system", "a", "A") == Subject("system", "a", "B")
    assert Subject("system", "a", "A") != Subject("owner", "a", "A")
    assert Subject("system", "a", "A").key == "system:a"


# The form as YAML


def test_an_issued_form_is_read_by_our_own_reader_with_nothing_answered() -> None:
    asked_for = {"A.5.1": question(), "A.5.18": question(review_every_months=6)}
    document = parsed(written(form(questions=asked_for)))
    verdict = check(document, "questionnaire")
    assert verdict.problems == ()
    answer = {
        "comment": "",
        "evidence": [{"reference": ""}],
        "action": {"what": "", "responsible": ""},
        "acceptance": {"why": ""},
    }
    assert verdict.value == {
        "form": "secaudit/1",
        "campaign": "2026",
        "subject": {"kind": "system", "id": "omsorg", "name": "Omsorg"},
        "issue": "0" * 32,
        "respondent": {"name": "Anna Holm", "email": "anna@x.example"},
        "facts": {"hosting": "supplier"},
        "answers": {"A.5.1": answer, "A.5.18": answer},
    }
    assert document.has(("answers", "A.5.1", "status"))
    assert not document.has(("answers", "A.5.1", "reviewed_on"))
    assert document.has(("answers", "A.5.18", "reviewed_on"))
    assert document.has(("respondent", "answered_on"))


def test_the_schema_lies_beside_the_form_for_the_editor() -> None:
    first = written(form()).splitlines()[0]
    assert first == "# yaml-language-server: $schema=./questionnaire.schema.json"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "da",
            ["Titel A.5.1", "Er det i orden?", "Opfyldt: Alt.", "Sagsnummer; Referat"],
        ),
        ("en", ["Title A.5.1", "Is it in order?", "Met: All.", "Case number; Minutes"]),
    ],
)
def test_the_question_its_guidance_and_examples_are_comments(
    language: Language, words: list[str]
) -> None:
    text = written(form(), language)
    comments = [
        line.strip() for line in text.splitlines() if line.strip().startswith("#")
    ]
    for said in words:
        assert any(said in line for line in comments)
    values = [line for line in text.splitlines() if not line.strip().startswith("#")]
    assert not any(said in line for said in words for line in values)


def test_each_level_of_the_guidance_has_a_line_of_its_own() -> None:
    lines = written(form()).splitlines()
    for line in (
        "    # Opfyldt: Alt.",
        "    # Delvist opfyldt: Noget.",
        "    # Ikke opfyldt: Intet.",
    ):
        assert line in lines


def test_the_form_says_the_words_for_a_status_and_the_day_it_is_due() -> None:
    text = written(form())
    assert "1. oktober 2026" in text
    for status in STATUSES:
        assert word(status, "da") in text


def test_a_long_question_is_folded_and_loses_no_word() -> None:
    said = " ".join(f"ord{n}" for n in range(200)) + "?"
    text = written(form(questions={"A.5.1": question(said)}))
    assert max(len(line) for line in text.splitlines()) <= 96
    comments = [line.strip("# ") for line in text.splitlines() if "ord" in line]
    assert said in " ".join(comments)
    parsed(text)


def test_a_text_of_several_lines_cannot_leave_its_comment() -> None:
    said = "Er det?\nstatus: opfyldt\n\n  A.5.2:\n    status: opfyldt"
    document = parsed(written(form(questions={"A.5.1": question(said)})))
    assert isinstance(document.value, dict)
    assert set(document.value["answers"]) == {"A.5.1"}  # type: ignore[arg-type] # a mapping
    assert not document.has(("answers", "A.5.2"))


@pytest.mark.parametrize(
    "name",
    [
        '"X"',
        "a: b #c",
        "L:\\sager",
        "\\\\srv",
        "\\x",
        "it's \\",
        "null",
        "5",
        "*x",
        "Ærø\tog\nAls",
    ],
)
def test_names_are_written_so_that_they_come_back_on_one_line(name: str) -> None:
    made = form(subject=Subject("system", "omsorg", name))
    with using("da"):
        text = as_yaml(
            made,
            replace(cover(), respondent=name),
            {"A.5.1": control("A.5.1")},
        )
    value: Any = parsed(text).value
    shown = " ".join(name.split())
    assert value["subject"]["name"] == shown
    assert value["respondent"]["name"] == shown


@pytest.mark.parametrize(
    "id", ["7", "010", "null", "true", "false", "1e3", "x-1", "2026-01-01"]
)
def test_an_id_comes_back_as_it_was_even_if_it_looks_like_something_else(
    id: str,
) -> None:
    document = parsed(written(form(subject=Subject("system", id, "X"))))
    verdict = check(document, "questionnaire")
    assert verdict.problems == ()
    assert verdict.value["subject"]["id"] == id


def test_all_facts_come_back_as_they_were() -> None:
    facts: dict[str, Any] = {
        "department": "null",
        "criticality": "society-critical",
        "personal_data": ["cpr", "sensitive"],
        "supplier": 'Nord "lys": A/S #1',
        "source_owned": False,
        "has_test_environment": True,
        "risk_assessment": {"on": "2026-01-31", "result": "true"},
        "supervised_on": "2026-03-01",
    }
    verdict = check(parsed(written(form(facts=facts))), "questionnaire")
    assert verdict.problems == ()
    assert verdict.value["facts"] == facts


def test_a_fact_that_is_unknown_is_asked_for_and_stays_unknown_until_it_is_told() -> (
    None
):
    document = parsed(written(form(facts={"hosting": "supplier"})))
    value: Any = document.value
    assert value["facts"] == {"hosting": "supplier"}
    for name in ("criticality", "personal_data", "has_test_environment"):
        assert document.has(("facts", name))


@pytest.mark.parametrize("kind", ["owner", "organisation", "employees"])
def test_only_a_form_about_a_system_asks_of_facts(kind: Kind) -> None:
    made = form(subject=Subject(kind, "x", "X"), facts={})
    assert not parsed(written(made)).has(("facts",))


LEVELS = Texts(tuple("ABCDEF"), tuple("abcdef"))


@pytest.mark.parametrize(
    ("kind", "levels", "field"),
    [
        ("system", None, "status"),
        ("owner", None, "status"),
        ("organisation", None, "status"),
        ("organisation", LEVELS, "maturity"),
        ("employees", None, "counts"),
    ],
)
def test_a_form_asks_for_the_field_that_its_question_is_answered_in(
    kind: Kind, levels: Texts | None, field: str
) -> None:
    asked_for = question(levels=levels)
    made = form(subject=Subject(kind, "x", "X"), questions={"A.5.1": asked_for})
    document = parsed(written(made))
    found = [
        f
        for f in ("status", "maturity", "counts")
        if document.has(("answers", "A.5.1", f))
    ]
    assert found == [field] == [answer_field(kind, asked_for)]


def test_the_levels_are_written_out_with_their_numbers() -> None:
    made = form(questions={"A.5.1": question(levels=LEVELS)})
    lines = [line.strip() for line in written(made).splitlines()]
    for number, letter in enumerate("ABCDEF"):
        assert f"# {number}: {letter}" in lines


def test_every_question_that_is_shipped_makes_a_form_that_is_right() -> None:
    loaded = [load_named(name).catalogue for name in shipped()]
    controls = {
        c.id: c for catalogue in loaded if catalogue for c in catalogue.controls
    }
    for kind in KINDS:
        questions = {
            id: c.questions[kind] for id, c in controls.items() if kind in c.questions
        }
        assert questions
        made = form(subject=Subject(kind, "x", "X"), questions=questions)
        for language in ("da", "en"):
            with using(language):
                text = as_yaml(made, cover(language), controls)
            verdict = check(parsed(text), "questionnaire")
            assert verdict.problems == ()
            assert list(verdict.value["answers"]) == list(questions)


# The words for a status


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("opfyldt", "met"),
        ("delvist opfyldt", "partial"),
        ("ikke opfyldt", "not-met"),
        ("ikke relevant", "not-applicable"),
        ("ved ikke", "unknown"),
        ("met", "met"),
        ("partial", "partial"),
        ("not-met", "not-met"),
        ("not met", "not-met"),
        ("not-applicable", "not-applicable"),
        ("unknown", "unknown"),
        ("  OPFYLDT\t", "met"),
        ("Delvist  Opfyldt", "partial"),
        ("IKKE\nOPFYLDT\n", "not-met"),
        ("Not Met", "not-met"),
    ],
)
def test_a_status_is_read_in_either_language_trimmed_and_case_folded(
    written: str, status: str
) -> None:
    assert status_of(written) == status


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "delvis",
        "ja",
        "nej",
        "no",
        "true",
        "unanswered",
        "ubesvaret",
        "uopfyldt",
        "opfyldtt",
    ],
)
def test_no_other_word_is_a_status(written: str) -> None:
    assert status_of(written) is None


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_status_is_written_in_the_language_of_the_campaign(
    language: Language,
) -> None:
    said = {status: word(status, language) for status in (*STATUSES, UNANSWERED)}
    assert len(set(said.values())) == 6
    for status in STATUSES:
        assert status_of(said[status]) == status
    assert said["met"] == ("opfyldt" if language == "da" else "met")


def test_the_words_for_a_status_in_danish() -> None:
    assert {status: word(status, "da") for status in (*STATUSES, UNANSWERED)} == {
        "met": "opfyldt",
        "partial": "delvist opfyldt",
        "not-met": "ikke opfyldt",
        "not-applicable": "ikke relevant",
        "unknown": "ved ikke",
        "unanswered": "ubesvaret",
    }


def test_no_word_for_a_status_is_one_that_yaml_turns_into_something_else() -> None:
    for language in ("da", "en"):
        for status in STATUSES:
            said = word(status, language)
            text = textwrap.dedent(f"a: {said}\n")
            assert parsed(text).value == {"a": said}
            assert said.casefold() not in {
                "yes",
                "no",
                "on",
                "off",
                "y",
                "n",
                "true",
                "false",
            }


# What is known is shown, not asked again


DATED = question(review_every_months=12, dated_by="risk_assessment")


def test_a_date_that_the_inventory_has_stands_in_the_answer_to_be_confirmed() -> None:
    facts = {"risk_assessment": {"on": "2026-03-14", "result": "Høj"}}
    text = written(form(facts=facts, questions={"C.8.2": DATED}))
    value: Any = parsed(text).value
    assert value["answers"]["C.8.2"]["reviewed_on"] == "2026-03-14"
    assert (
        "Datoen er fra kommunens systemfortegnelse. Ret den, hvis den er forkert."
        in text
    )
    assert "reviewed_on er datoen på selve risikovurderingen." in text
    assert "Skal udfyldes ved opfyldt og delvist opfyldt: reviewed_on." not in text


@pytest.mark.parametrize("facts", [{}, {"risk_assessment": {"result": "Høj"}}])
def test_a_date_that_nobody_knows_is_asked_for(facts: dict[str, Any]) -> None:
    text = written(form(facts=facts, questions={"C.8.2": DATED}))
    assert parsed(text).has(("answers", "C.8.2", "reviewed_on"))
    value: Any = parsed(text).value
    assert "reviewed_on" not in value["answers"]["C.8.2"]
    assert "Skal udfyldes ved opfyldt og delvist opfyldt: reviewed_on." in text
    assert "Datoen er fra kommunens oversigt" not in text


def test_a_date_that_is_a_fact_by_itself_is_shown_too() -> None:
    asked_for = question(review_every_months=12, dated_by="supervised_on")
    made = form(facts={"supervised_on": "2026-05-01"}, questions={"A.5.22": asked_for})
    value: Any = parsed(written(made)).value
    assert value["answers"]["A.5.22"]["reviewed_on"] == "2026-05-01"


def test_a_common_service_is_not_asked_what_only_citizens_systems_are() -> None:
    asked_for = question(when={"common_service": (False,)})
    controls = (control("A.1", system=asked_for), control("A.2", system=question()))
    told = contents(system("a"), system("b", provides=("A.2",)), controls=controls)
    found = {f.subject.id: list(f.questions) for f in compose(told, "2026", {})}
    assert found == {"a": ["A.1", "A.2"], "b": ["A.2"]}


# What the form says of its fields


def test_a_form_tells_only_of_the_fields_it_has() -> None:
    kinds: tuple[tuple[Kind, Question], ...] = (
        ("system", question()),
        ("organisation", question(levels=LEVELS)),
        ("employees", question()),
    )
    marks = ("# - status: ", "# - maturity: ", "# - Spørgsmålene stilles til")
    for (kind, asked_for), own in zip(kinds, marks, strict=True):
        made = form(subject=Subject(kind, "x", "X"), questions={"A.5.1": asked_for})
        text = written(made)
        assert [mark for mark in marks if mark in text] == [own]


def test_a_form_names_the_target_that_a_level_is_held_against() -> None:
    made = form(
        subject=Subject("organisation", "x", "X"),
        questions={"C.4.1": question(levels=LEVELS)},
    )
    with using("en"):
        text = as_yaml(
            made, replace(cover("en"), target=4), {"C.4.1": control("C.4.1")}
        )
    assert "the target is 4" in " ".join(text.replace("\n#   ", " ").split())


def test_the_target_is_level_3_unless_it_is_said_otherwise() -> None:
    subject = Subject("organisation", "x", "X")
    made = form(subject=subject, questions={"C.4.1": question(levels=LEVELS)})
    assert "målet er 3" in written(made)


def test_employees_are_counted_in_departments_that_stand_in_the_form() -> None:
    made = form(subject=Subject("employees", "x", "X"))
    departments = (("sundhed", "Sundhed og Omsorg"), ("teknik", "Teknik"))
    with using("da"):
        text = as_yaml(
            made, replace(cover(), departments=departments), {"A.5.1": control("A.5.1")}
        )
    assert "      # Sundhed og Omsorg\n      sundhed: {met: , partial: " in text
    document = parsed(text)
    assert check(document, "questionnaire").problems == ()
    for department, _name in departments:
        assert document.has(("answers", "A.5.1", "counts", department, "unknown"))


# What was said before


ASKED = {"A.5.1": question(), "A.5.2": question("Er det prøvet?")}


def told(made: Questionnaire, **changes: Any) -> str:
    """The form as a file, with something more on its cover."""
    controls = {id: control(id) for id in made.questions}
    return as_yaml(made, replace(cover(), **changes), controls)


def test_what_was_said_before_of_a_question_stands_at_that_question_only() -> None:
    notes = {"A.5.2": ("SENDT RETUR: Hvornår blev det prøvet?",)}
    text = told(form(questions=ASKED), notes=notes)
    first, second = text.split("\n  A.5.2:\n")
    assert "SENDT RETUR" not in first
    assert "    # SENDT RETUR: Hvornår blev det prøvet?\n    status:" in second


ORDER = ["A.5.1", "A.5.2"]


def order(text: str) -> list[str]:
    """The questions of a form as they stand in it."""
    answers: Any = parsed(text).value
    return list(answers["answers"])


def test_a_form_that_is_issued_anew_says_what_is_new_and_asks_it_first() -> None:
    again, one = form(questions=ASKED, edition=1), frozenset({"A.5.1"})
    text = told(again, answered=one)
    assert "# Nyt: A.5.2. Resten gælder, hvis du ikke svarer igen.\n" in text
    assert order(text) == ["A.5.2", "A.5.1"]
    text = told(again, answered=frozenset(ASKED))
    assert "# Nyt: –. Resten" in text
    assert order(text) == ORDER


@pytest.mark.parametrize(
    ("changes", "answered"),
    [
        ({}, set()),
        ({}, {"A.5.1"}),
        ({"edition": 1}, set()),
        ({"edition": 1, "occasion": "returned"}, {"A.5.1"}),
        ({"occasion": "due"}, {"A.5.1"}),
    ],
)
def test_any_other_form_says_nothing_of_what_is_new_and_keeps_its_order(
    changes: dict[str, Any], answered: set[str]
) -> None:
    text = told(form(questions=ASKED, **changes), answered=frozenset(answered))
    assert "# Nyt: " not in text
    assert order(text) == ORDER


def test_an_address_of_any_length_and_a_word_with_hyphens_stay_on_one_line() -> None:
    address = "https://intranet.example/" + "vejledning/" * 12
    sentence = "x " * 45 + "it-sikkerhedspolitik"
    lines = written(form(questions={"A.5.1": question(f"{sentence} {address}")}))
    assert f"# {address}\n" in lines
    assert "    # it-sikkerhedspolitik\n" in lines


def test_a_note_of_any_words_is_a_comment_and_never_an_answer() -> None:
    notes = {"A.5.1": ("ord: x\nstatus: opfyldt\n# y " + "lang " * 60,)}
    before, after = (
        parsed(text).value for text in (told(form()), told(form(), notes=notes))
    )
    assert before == after


def test_answers_that_still_stand_are_told_below_and_are_no_questions() -> None:
    standing = (
        "A.5.2 Titel: opfyldt, 20. september 2024",
        "A.5.3 Titel: delvist opfyldt",
    )
    text = told(form(), standing=standing)
    said = "Disse svar fra tidligere år gælder stadig, og der spørges ikke om dem:"
    assert [line for line in text.splitlines() if line][-3:] == [
        f"# {said}",
        *(f"# - {line}" for line in standing),
    ]
    value: Any = parsed(text).value
    assert list(value["answers"]) == ["A.5.1"]
    assert said not in told(form())


@pytest.mark.parametrize(
    ("occasion", "said"),
    [
        ("due", "# Her spørges der kun om det, der skal gennemgås igen."),
        ("returned", "# Her spørges der kun om det, der er sendt retur."),
    ],
)
def test_a_small_form_says_what_it_is_for(occasion: Any, said: str) -> None:
    lines = told(form(occasion=occasion)).splitlines()
    assert any(line.startswith(said) for line in lines), lines[:6]
    plain = told(form()).splitlines()
    assert not any(line.startswith(said) for line in plain)


def test_a_small_form_is_read_by_its_schema_like_any_other() -> None:
    made = form(occasion="due", inherited={}, carried={})
    text = told(made, notes={"A.5.1": ("Senest besvaret: opfyldt.",)})
    assert check(parsed(text), "questionnaire").problems == ()


SAID = "Gælder det stadig? Så skriv 'uændret' i status."


def test_the_word_unchanged_is_offered_at_the_questions_where_it_may_stand() -> None:
    asked = form(questions=ASKED)
    first, second = told(asked, repeatable=frozenset({"A.5.2"})).split("\n  A.5.2:\n")
    assert f"    # {SAID}\n    status:" in second
    assert SAID not in first
    assert "Så skriv 'uændret' i stedet for et svar" in " ".join(first.split("\n# "))
    assert "uændret" not in told(asked)
