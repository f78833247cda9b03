"""The profile: which controls apply here, and why."""

from pathlib import Path

import pytest

from secaudit.catalogue import Catalogue, Control, Question, Text, Texts, Theme
from secaudit.problems import Problem
from secaudit.profile import (
    Applied,
    Classes,
    Profile,
    Targets,
    check_profile,
    load_file,
    local,
    read_profile,
    resolve,
)

BOTH = Text("d", "e")
LOCAL = "title: {da: d, en: e}, weight: 1"


def catalogue(*ids: str) -> Catalogue:
    """A catalogue of controls; the theme of L.1.2 is L.1, that of L.1 is L."""
    themes = tuple(
        Theme(id, BOTH) for id in sorted({id.rsplit(".", 1)[0] for id in ids})
    )
    controls = tuple(Control(id, id.rsplit(".", 1)[0], BOTH, 2) for id in ids)
    return Catalogue("lokal", "1", BOTH, themes, controls)


def loaded(folder: Path, text: str) -> tuple[Profile, list[Problem]]:
    """The profile of a text."""
    path = folder / "profile.yaml"
    path.write_text(text, encoding="utf-8")
    file = load_file(path, "profile.yaml")
    return read_profile(file), list(file.problems)


def right(folder: Path, text: str) -> Profile:
    """The profile of a text that is right."""
    profile, problems = loaded(folder, text)
    assert problems == []
    return profile


def told(folder: Path, text: str, *catalogues: Catalogue) -> list[tuple[int, int, str]]:
    """Line, column and code of what the profile says of things that are not there."""
    loaded(folder, text)
    file = load_file(folder / "profile.yaml", "profile.yaml")
    found = tuple(check_profile(file, read_profile(file), catalogues))
    assert all(p.path == "profile.yaml" for p in found)
    return [(p.line, p.column, p.code) for p in found]


def applies(applied: tuple[Applied, ...]) -> dict[str, tuple[bool, str]]:
    """By control id: whether it applies, and why."""
    return {a.control.id: (a.applies, a.reason) for a in applied}


def test_without_a_profile_everything_applies_and_the_defaults_hold(
    tmp_path: Path,
) -> None:
    file = load_file(tmp_path / "profile.yaml", "profile.yaml")
    profile = read_profile(file)
    assert (profile, file.problems) == (Profile(), ())
    assert profile.targets == Targets(met=None, maturity=3, employees=100)
    assert profile.classes == Classes(a=18, b=8)
    assert applies(resolve((catalogue("L.1"),), profile)) == {"L.1": (True, "")}
    assert tuple(check_profile(file, profile, ())) == ()


def test_by_default_critical_systems_answer_each_year_and_others_each_third() -> None:
    profile = Profile()
    assert profile.years("society-critical") == 1
    assert profile.years("business-critical") == 1
    assert profile.years("other") == 3


def test_a_system_of_unknown_criticality_answers_each_year(tmp_path: Path) -> None:
    assert Profile().years(None) == 1
    assert right(tmp_path, "cycle: {society-critical: 2}").years(None) == 1


def test_the_cycle_of_one_criticality_may_be_set_and_the_others_stay(
    tmp_path: Path,
) -> None:
    profile = right(tmp_path, "cycle: {business-critical: 2}")
    assert profile.years("business-critical") == 2
    assert profile.years("society-critical") == 1
    assert profile.years("other") == 3


def test_targets_classes_and_acceptance_are_read(tmp_path: Path) -> None:
    profile = right(
        tmp_path,
        "targets: {met: 90, maturity: 4}\nclasses: {a: 20, b: 10}\n"
        "acceptance: {society-critical: Direktionen, other: Systemejeren}",
    )
    assert profile.targets == Targets(90, 4)
    assert profile.classes == Classes(20, 10)
    assert profile.acceptance == {
        "society-critical": "Direktionen",
        "other": "Systemejeren",
    }


def test_what_is_said_of_a_theme_holds_for_all_its_controls(tmp_path: Path) -> None:
    profile = right(tmp_path, "applicability: {L: {applies: false, reason: Nej}}")
    found = applies(resolve((catalogue("L.1", "L.2", "M.1"),), profile))
    assert found == {"L.1": (False, "Nej"), "L.2": (False, "Nej"), "M.1": (True, "")}


def test_what_is_said_of_a_control_goes_before_what_is_said_of_its_theme(
    tmp_path: Path,
) -> None:
    profile = right(
        tmp_path,
        "applicability:\n  L: {applies: false, reason: Nej}\n  L.2: {reason: Jo}\n",
    )
    found = applies(resolve((catalogue("L.1", "L.2"),), profile))
    assert found == {"L.1": (False, "Nej"), "L.2": (True, "Jo")}


def test_a_control_can_be_left_out_of_a_theme_that_applies(tmp_path: Path) -> None:
    profile = right(
        tmp_path,
        "applicability:\n  L: {reason: Jo}\n  L.2: {applies: false, reason: Nej}\n",
    )
    found = applies(resolve((catalogue("L.1", "L.2"),), profile))
    assert found == {"L.1": (True, "Jo"), "L.2": (False, "Nej")}


def test_a_decision_on_applicability_has_its_reason(tmp_path: Path) -> None:
    profile, (problem,) = loaded(tmp_path, "applicability: {L.1: {applies: false}}")
    assert problem.code == "missing-field"
    assert profile == Profile()


def test_local_controls_stand_among_the_others_in_order(tmp_path: Path) -> None:
    profile = right(
        tmp_path,
        f"controls:\n- {{id: L.3, theme: L, {LOCAL}}}\n"
        "applicability: {L.3: {applies: false, reason: Nej}}\n",
    )
    found = resolve((catalogue("L.1", "L.10"), catalogue("K.1")), profile)
    assert [a.control.id for a in found] == ["K.1", "L.1", "L.3", "L.10"]
    assert applies(found)["L.3"] == (False, "Nej")


def test_a_control_or_theme_that_no_catalogue_has_is_told_of_at_its_name(
    tmp_path: Path,
) -> None:
    text = (
        "applicability:\n  L.1: {reason: x}\n  L: {reason: x}\n  L.9: {reason: x}\n"
        f"  L.7: {{reason: x}}\ncontrols:\n- {{id: L.7, theme: L, {LOCAL}}}\n"
    )
    assert told(tmp_path, text, catalogue("L.1")) == [(4, 3, "unknown-control")]


def test_a_local_control_needs_an_id_of_its_own(tmp_path: Path) -> None:
    text = "controls:\n" + "".join(
        f"- {{id: {id}, theme: L, {LOCAL}}}\n" for id in ("L.1", "L.2", "L.2")
    )
    found = told(tmp_path, text, catalogue("L.1"))
    assert found == [(2, 8, "duplicate-id"), (4, 8, "duplicate-id")]


def test_a_local_control_belongs_to_a_theme_of_a_catalogue(tmp_path: Path) -> None:
    text = f"controls:\n- {{id: L.2, theme: X, {LOCAL}}}\n"
    assert told(tmp_path, text, catalogue("L.1")) == [(2, 20, "unknown-theme")]


@pytest.mark.parametrize("text", ["# intet\n", "x", "cycle: {other: 9}", "a: *x"])
def test_a_profile_that_is_not_right_says_so_once(tmp_path: Path, text: str) -> None:
    profile, problems = loaded(tmp_path, text)
    assert problems != []
    assert profile == Profile()
    assert told(tmp_path, text, catalogue("L.1")) == []


# A question in one's own words


ASKED = Question(
    BOTH, Text("Opfyldt", "Met"), Texts(("a",), ("b",)), review_every_months=6
)
OWN = "questions: {L.1: {system: {text: {da: Vores ord?, en: Our words?}}}}"


def asking(id: str = "L.1") -> Catalogue:
    """A catalogue with one question to systems."""
    made = Control(id, "L", BOTH, 2, questions={"system": ASKED})
    return Catalogue("lokal", "1", BOTH, (Theme("L", BOTH),), (made,))


def test_a_question_is_asked_in_the_words_of_the_profile(tmp_path: Path) -> None:
    (applied,) = resolve((asking(),), right(tmp_path, OWN))
    found = applied.control.questions["system"]
    assert found.text == Text("Vores ord?", "Our words?")
    assert (found.guidance, found.evidence) == (ASKED.guidance, ASKED.evidence)
    assert found.review_every_months == 6


def test_guidance_and_evidence_can_be_reworded_and_the_question_left(
    tmp_path: Path,
) -> None:
    text = (
        "questions:\n  L.1:\n    system:\n      guidance: {da: Nyt, en: New}\n"
        "      evidence: {da: [x, y], en: [x, y]}\n"
    )
    (applied,) = resolve((asking(),), right(tmp_path, text))
    found = applied.control.questions["system"]
    assert (found.text, found.guidance) == (BOTH, Text("Nyt", "New"))
    assert found.evidence == Texts(("x", "y"), ("x", "y"))


def test_the_rules_of_a_question_are_not_the_profiles_to_change(tmp_path: Path) -> None:
    text = "questions: {L.1: {system: {legal: false}}}"
    _profile, (problem,) = loaded(tmp_path, text)
    assert problem.code == "unknown-field"


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        (OWN.replace("L.1", "L.2"), "unknown-control", 13),
        (OWN.replace("system", "owner"), "unknown-question", 19),
    ],
)
def test_words_for_a_question_that_is_not_there_are_told_at_their_place(
    tmp_path: Path, text: str, code: str, column: int
) -> None:
    assert told(tmp_path, text, asking()) == [(1, column, code)]


def test_a_local_control_is_known_with_its_place(tmp_path: Path) -> None:
    text = f"controls:\n  - {{id: X.1, theme: L, {LOCAL}}}\n"
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    file = load_file(tmp_path / "profile.yaml", "profile.yaml")
    (found,) = local(file, read_profile(file))
    assert found.control.id == "X.1"
    problem = found.problem("x", "y", "weight")
    assert (problem.line, problem.column) == (2, 56)
