"""The linter over whole files: each slip is told at its place."""

from pathlib import Path

import pytest

from secaudit.catalogue import load_catalogue
from secaudit.lint import of_catalogues, of_control
from secaudit.problems import Problem

HEAD = """id: lokal
version: "1"
title: {da: Lokalt, en: Local}
themes:
  - {id: L, title: {da: Tema, en: Theme}}
"""
RIGHT = """- id: L.1
  theme: L
  title: {da: Titel, en: Title}
  objective: {da: Listen passer., en: The list is right.}
  weight: 3
  weight_reason: {da: Ellers går det galt., en: Else it goes wrong.}
  references: {gdpr: ["32"]}
  questions:
    system:
      text: {da: "Er listen ny?", en: "Is the list new?"}
      guidance:
        da: "Opfyldt: Ja. Delvist opfyldt: Lidt. Ikke opfyldt: Nej."
        en: "Met: Yes. Partially met: Some. Not met: No."
      evidence: {da: [Listen, Sagen], en: [The list, The case]}
      answered_by: operations
      review_every_months: 12
      dated_by: supervised_on
      inheritable: true
"""


def linted(folder: Path, text: str, head: str = HEAD) -> list[Problem]:
    """All that is wrong with a catalogue of one file."""
    made = folder / "lokal"
    made.mkdir(exist_ok=True)
    (made / "catalogue.yaml").write_text(head, encoding="utf-8")
    (made / "L.yaml").write_text(text, encoding="utf-8")
    loaded = load_catalogue(made)
    assert loaded.problems == ()
    found = [p for one in loaded.written for p in of_control(one)]
    return sorted([*found, *of_catalogues([loaded])])


def test_a_catalogue_that_is_right_is_met_with_silence(tmp_path: Path) -> None:
    assert linted(tmp_path, RIGHT) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("Er listen ny?", "Er listen ny", "no-question-mark", 10, 18),
        ("Is the list new?", "Is it new and tested?", "two-questions", 10, 39),
        (
            "Er listen ny?",
            "Er informationssikkerhedspolitikken opdateret?",
            "hard-question",
            10,
            18,
        ),
        ("Delvist opfyldt: Lidt. ", "", "guidance-incomplete", 12, 13),
        ("Not met: No.", "No.", "guidance-incomplete", 13, 13),
        ("Opfyldt: Ja.", "Opfyldt: Det er set i et kontrolrum.", "", 0, 0),
        ("Opfyldt: Ja.", "Opfyldt: Der er ført kontrol.", "avoided-word", 12, 13),
        ("Listen, Sagen", "Listen, Sagen, Referat", "evidence-uneven", 14, 17),
        ("[The list, The case]", "[The policy, pursuant to]", "avoided-word", 14, 56),
        ("Listen passer.", "Governance.", "avoided-word", 4, 19),
        ('gdpr: ["32"]', 'gdpr: ["32(9)"]', "unknown-reference", 7, 23),
        ('gdpr: ["32"]', 'gpdr: ["32"]', "unknown-law", 7, 22),
        ("      review_every_months: 12\n", "", "date-unused", 16, 17),
        (
            "      inheritable: true\n",
            "      inheritable: true\n      references: {nis2: [i, k]}\n",
            "unknown-reference",
            19,
            30,
        ),
        (
            "  weight_reason: {da: Ellers går det galt., en: Else it goes wrong.}\n",
            "",
            "weight-without-reason",
            5,
            11,
        ),
        (
            "  objective: {da: Listen passer., en: The list is right.}\n",
            "",
            "no-objective",
            1,
            7,
        ),
    ],
)
def test_a_slip_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, code: str, line: int, column: int
) -> None:
    assert old in RIGHT
    found = linted(tmp_path, RIGHT.replace(old, new, 1))
    assert [(p.code, p.line, p.column) for p in found] == (
        [(code, line, column)] if code else []
    )


def test_one_example_of_evidence_is_too_few(tmp_path: Path) -> None:
    text = RIGHT.replace("[Listen, Sagen]", "[A]").replace(
        "[The list, The case]", "[B]"
    )
    assert [p.code for p in linted(tmp_path, text)] == ["one-evidence"]


def test_a_law_that_is_not_known_here_is_only_a_warning(tmp_path: Path) -> None:
    (found,) = linted(tmp_path, RIGHT.replace("gdpr:", "gpdr:"))
    assert found.severity == "warning"
    assert "kun gdpr, " in found.message


def test_a_law_of_which_only_some_is_listed_cannot_be_judged(tmp_path: Path) -> None:
    known = RIGHT.replace('gdpr: ["32"]', 'databeskyttelsesloven: ["§ 11, stk. 1"]')
    assert linted(tmp_path, known) == []
    (found,) = linted(tmp_path, known.replace("§ 11, stk. 1", "§ 8"))
    assert (found.code, found.severity) == ("unknown-law", "warning")
    assert (found.line, found.column) == (7, 40)


def test_what_nobody_is_asked_about_and_nobody_answers_for_is_an_orphan(
    tmp_path: Path,
) -> None:
    unasked = (
        "- {id: L.2, theme: L, title: {da: d, en: e}, weight: 1, "
        'references: {gdpr: ["%s"]}}\n'
    )
    assert linted(tmp_path, RIGHT + unasked % "32") == []
    (found,) = linted(tmp_path, RIGHT + unasked % "32(1)")
    assert (found.code, found.line, found.column) == ("orphan-control", 19, 8)


def test_a_theme_without_controls_is_an_orphan(tmp_path: Path) -> None:
    head = HEAD + "  - {id: M, title: {da: Tomt, en: Empty}}\n"
    (found,) = linted(tmp_path, RIGHT, head)
    assert (found.path, found.line) == ("lokal/catalogue.yaml", 6)
    assert found.code == "orphan-theme"


def test_a_service_answers_only_for_what_can_be_inherited(tmp_path: Path) -> None:
    head = HEAD + "services:\n  - {id: a, title: {da: d, en: e}, controls: [%s]}\n"
    assert linted(tmp_path, RIGHT, head % "L.1") == []
    (found,) = linted(tmp_path, RIGHT, head % "L.1, L.9")
    assert (found.code, found.line) == ("not-inheritable", 7)
    own = RIGHT.replace("inheritable: true", "inheritable: false")
    assert [p.code for p in linted(tmp_path, own, head % "L.1")] == ["not-inheritable"]


def test_two_catalogues_of_one_id_or_with_one_theme_are_told_of(tmp_path: Path) -> None:
    linted(tmp_path, RIGHT)
    first = load_catalogue(tmp_path / "lokal")
    (tmp_path / "lokal").rename(tmp_path / "anden")
    (tmp_path / "anden" / "L.yaml").write_text(
        RIGHT.replace("L.1", "L.2"), encoding="utf-8"
    )
    found = sorted(of_catalogues([first, load_catalogue(tmp_path / "anden")]))
    assert [(p.path, p.line, p.column, p.code) for p in found] == [
        ("anden/catalogue.yaml", 1, 5, "duplicate-id"),
        ("anden/catalogue.yaml", 5, 10, "duplicate-id"),
    ]


def test_an_id_in_two_catalogues_is_told_with_the_other_file(tmp_path: Path) -> None:
    linted(tmp_path, RIGHT)
    first = load_catalogue(tmp_path / "lokal")
    (tmp_path / "lokal").rename(tmp_path / "anden")
    second = load_catalogue(tmp_path / "anden")
    (found,) = (p for p in of_catalogues([first, second]) if p.path.endswith("L.yaml"))
    assert (found.path, found.line, found.code) == ("anden/L.yaml", 1, "duplicate-id")
    assert "lokal/L.yaml" in found.message
