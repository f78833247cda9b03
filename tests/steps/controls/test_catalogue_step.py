"""Linting what a workspace uses, and showing one control as it applies there."""

from pathlib import Path

import pytest

from secaudit.catalogue import Text
from secaudit.language import using
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.controls import catalogue
from secaudit.steps.controls.resolved import as_json, resolved
from secaudit.steps.init import init
from secaudit.workspace import Workspace, load_contents, load_workspace

pytestmark = pytest.mark.slow

OWN = """
applicability:
  A.5: {reason: "Følger af risikovurderingen"}
  A.5.9: {applies: false, reason: "Føres i KITOS"}
targets: {maturity: 4}
questions:
  A.5.18:
    system:
      text: {da: "Er adgangen set efter?", en: "Has access been checked?"}
controls:
  - id: X.1
    theme: A.8
    title: {da: Dronen, en: The drone}
    objective: {da: Dronen flyver lovligt., en: The drone flies lawfully.}
    weight: 1
    references: {gdpr: ["35"], nis2: [e]}
    questions:
      organisation:
        text: {da: "Har dronen et nummer?", en: "Has the drone a number?"}
        guidance:
          da: "Opfyldt: Ja. Delvist opfyldt: Nogle af dem. Ikke opfyldt: Nej."
          en: "Met: Yes. Partially met: Some of them. Not met: No."
        evidence: {da: [Foto, Liste], en: [Photo, List]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A new workspace whose profile says much."""
    made = init(tmp_path / "ny", "Ærø Kommune", "da")
    profile(made, OWN)
    return made


def profile(workspace: Workspace, text: str) -> None:
    """Write the profile."""
    (workspace.folder / "profile.yaml").write_text(text, encoding="utf-8")


def test_the_shipped_catalogues_are_met_with_silence() -> None:
    assert catalogue.check(None) == ()


def test_a_new_workspace_is_met_with_silence(workspace: Workspace) -> None:
    assert catalogue.check(workspace) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("Er adgangen set efter?", "Er adgangen set og lukket?", "two-questions", 9),
        ("Has access been checked?", "Pursuant to it?", "avoided-word", 9),
        ("Dronen flyver lovligt.", "Governance.", "avoided-word", 14),
        ('gdpr: ["35"]', 'gdpr: ["135"]', "unknown-reference", 16),
        ("X.1", "A.5.1", "duplicate-id", 11),
        ("  A.5.18:", "  A.5.99:", "unknown-control", 7),
        ("    system:", "    employees:", "unknown-question", 8),
        ("theme: A.8", "theme: A.9", "unknown-theme", 12),
        ("targets:", "targest:", "unknown-field", 5),
    ],
)
def test_what_is_tailored_is_linted_at_its_own_line(
    workspace: Workspace, old: str, new: str, code: str, line: int
) -> None:
    assert old in OWN
    profile(workspace, OWN.replace(old, new, 1))
    found = [p for p in catalogue.check(workspace) if p.path.endswith("profile.yaml")]
    assert [(p.code, p.line) for p in found] == [(code, line)]


def test_a_local_question_to_owners_cannot_depend_on_a_systems_facts(
    workspace: Workspace,
) -> None:
    text = OWN.replace("organisation:", "owner:")
    wrong = "        when: {hosting: [supplier]}\n        inheritable: true\n"
    profile(workspace, text + wrong)
    found = [(p.code, p.line) for p in catalogue.check(workspace)]
    assert found == [("misplaced-condition", 24), ("misplaced-condition", 25)]


def test_what_takes_the_last_answer_from_a_duty_is_told_where_it_is_written(
    workspace: Workspace,
) -> None:
    profile(workspace, "applicability:\n  A.5.5: {applies: false, reason: Nej}\n")
    found, away = catalogue.check(workspace)
    assert (found.code, found.line, found.column) == ("unanswered-requirement", 2, 3)
    assert "'GDPR.31', når A.5.5 ikke" in found.message
    assert (away.code, away.line, away.severity) == ("chosen-away", 2, "warning")
    assert resolved(workspace, "GDPR.31").served_by == ()


@pytest.mark.parametrize(
    ("id", "away"),
    [
        ("GDPR.28", ["'GDPR.28' er et lovkrav"]),
        ("C.9.3", ["'C.9.3' er et afsnit i ISO 27001"]),
        ("A.8.28", []),
    ],
)
def test_what_cannot_be_chosen_away_is_told_of(
    workspace: Workspace, id: str, away: list[str]
) -> None:
    profile(workspace, f"applicability:\n  {id}: {{applies: false, reason: Nej}}\n")
    every = load_contents(workspace).warnings
    found = [p for p in every if p.path.endswith("profile.yaml")]
    assert [p.message.split(" og kan ikke")[0] for p in found] == away
    assert all((p.line, p.column, p.code) == (2, 3, "chosen-away") for p in found)


def test_a_theme_that_is_chosen_away_takes_every_duty_in_it(
    workspace: Workspace,
) -> None:
    profile(workspace, "applicability:\n  NIS2: {applies: false, reason: Nej}\n")
    every = load_contents(workspace).warnings
    found = [p for p in every if p.path.endswith("profile.yaml")]
    assert len(found) == 7
    assert {p.line for p in found} == {2}


def test_a_shipped_catalogue_alone_is_not_blamed_for_standing_alone(
    workspace: Workspace,
) -> None:
    profile(workspace, "targets: {maturity: 3}")
    file = workspace.folder / "secaudit.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("[iso27001-2022, gdpr, nis2]", "[gdpr]"), encoding="utf-8"
    )
    assert catalogue.check(load_workspace(workspace.folder)) == ()


def test_own_words_are_not_blamed_for_what_the_catalogue_says(
    workspace: Workspace,
) -> None:
    text = OWN.replace("set efter?", "set efter")
    profile(workspace, text)
    assert [p.code for p in catalogue.check(workspace)] == ["no-question-mark"]


def test_a_control_is_shown_as_it_applies_here_with_the_place_of_each_part(
    workspace: Workspace,
) -> None:
    found = resolved(workspace, "A.5.18")
    assert found.applied.control.questions["system"].text == Text(
        "Er adgangen set efter?", "Has access been checked?"
    )
    assert (found.applied.applies, found.applied.reason) == (
        True,
        "Følger af risikovurderingen",
    )
    where = (workspace.folder / "profile.yaml").as_posix()
    assert found.places["applicability"] == f"{where}:3"
    assert found.places["questions.system.text"] == f"{where}:9"
    assert "questions.system.guidance" not in found.places
    path, _colon, line = found.places["control"].rpartition(":")
    assert path == "iso27001-2022/A.5.yaml"
    assert int(line) > 1
    assert found.catalogue.startswith("iso27001-2022 ")


def test_the_reason_of_the_control_goes_before_that_of_its_theme(
    workspace: Workspace,
) -> None:
    found = resolved(workspace, "A.5.9")
    assert (found.applied.applies, found.applied.reason) == (False, "Føres i KITOS")
    assert found.places["applicability"].endswith("profile.yaml:4")


def test_a_control_of_ones_own_is_shown_with_what_it_answers_for(
    workspace: Workspace,
) -> None:
    found = resolved(workspace, "X.1")
    assert found.catalogue == ""
    assert found.places["control"].endswith("profile.yaml:11")
    assert found.serves == ("NIS2.21.2.e",)


def test_a_requirement_is_shown_with_the_controls_that_answer_for_it() -> None:
    found = resolved(None, "NIS2.21.2.h")
    assert found.applied.control.questions == {}
    assert found.served_by == ("A.5.31", "A.8.24")
    assert as_json(found)["served_by"] == ["A.5.31", "A.8.24"]


def test_as_json_it_has_every_part(workspace: Workspace) -> None:
    shown = as_json(resolved(workspace, "C.8.2"))
    assert shown["control"]["questions"]["system"]["dated_by"] == "risk_assessment"
    assert shown["control"]["references"]["gdpr"] == ["32(2)"]
    assert shown["targets"]["maturity"] == 4
    assert shown["from"].keys() == {"control", "targets.maturity"}
    assert (shown["applies"], shown["reason"]) == (True, "")


def test_a_control_that_is_not_there_is_wrong_usage_with_its_neighbour() -> None:
    with using("da"), pytest.raises(WrongUsage) as caught:
        resolved(None, "A.5.188")
    assert "mente du 'A.5.18'" in caught.value.sentence


def test_a_file_that_is_wrong_is_refused_not_shown(workspace: Workspace) -> None:
    profile(workspace, "applicability: [")
    with pytest.raises(Refused) as caught:
        resolved(workspace, "A.5.18")
    assert [p.code for p in caught.value.problems] == ["syntax"]
