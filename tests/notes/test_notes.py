"""The notes on a campaign and the figures of earlier years: read strictly, or refused."""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from secaudit.demo import EXAMPLE
from secaudit.language import Language, using
from secaudit.notes import (
    HISTORY,
    Audit,
    Feedback,
    History,
    Incidents,
    Notes,
    Objective,
    Remark,
    StatedYear,
    doubts,
    load_history,
    load_notes,
    notes_path,
    skeleton,
)
from secaudit.problems import Problem, Refused

ON = date(2026, 11, 2)


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def write(folder: Path, text: str) -> Path:
    """Write the notes on 2026."""
    path = notes_path(folder, "2026")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def loaded(folder: Path, text: str) -> Notes:
    """The notes of a text that is right."""
    write(folder, text)
    return load_notes(folder, "2026")


def refused(folder: Path, text: str) -> list[Problem]:
    """All that is wrong with notes."""
    write(folder, text)
    with pytest.raises(Refused) as found:
        load_notes(folder, "2026")
    return list(found.value.problems)


def places(problems: list[Problem]) -> list[tuple[int, int, str]]:
    """Line, column and code of each."""
    return [(p.line, p.column, p.code) for p in problems]


def stated(folder: Path, text: str) -> History:
    """The history of a text."""
    (folder / HISTORY).write_text(text, encoding="utf-8")
    return load_history(folder)


WHOLE = """\
threats: ["Falske opkald"]
law: ["Ny lov"]
organisation: ["Ny struktur"]
interested_parties: ["Nye krav"]
incidents: {count: 5, personal_data_breaches: 3, reported_to_datatilsynet: 2, text: "Et nedbrud"}
audits: [{what: "It-revision", by: "revisor", on: 2026-04-29, result: "To fund"}]
objectives: [{what: "Færre klik", reached: yes, result: "9 procent"}]
feedback: [{by: "Borgere", text: "Uklart"}]
dpo: {by: "Oluf", on: 2026-10-21, text: "Slet mere"}
recommendations: ["afsætter 100 kr."]
resources: "Et årsværk"
"""


def test_every_field_is_read(tmp_path: Path) -> None:
    notes = loaded(tmp_path, WHOLE)
    digest = hashlib.sha256(WHOLE.encode()).hexdigest()
    assert notes == Notes(
        threats=("Falske opkald",),
        law=("Ny lov",),
        organisation=("Ny struktur",),
        interested_parties=("Nye krav",),
        incidents=Incidents(5, 3, 2, text="Et nedbrud"),
        audits=(Audit("It-revision", date(2026, 4, 29), "To fund", "revisor"),),
        objectives=(Objective("Færre klik", "yes", "9 procent"),),
        feedback=(Feedback("Borgere", "Uklart"),),
        dpo=Remark("Oluf", date(2026, 10, 21), "Slet mere"),
        recommendations=("afsætter 100 kr.",),
        resources="Et årsværk",
        digest=digest,
    )


@pytest.mark.parametrize("line", WHOLE.splitlines())
def test_every_field_may_stand_alone(tmp_path: Path, line: str) -> None:
    name = line.split(":", 1)[0]
    notes = loaded(tmp_path, line)
    said = [f for f in vars(Notes()) if getattr(notes, f) != getattr(Notes(), f)]
    assert said == [name, "digest"]


def test_where_there_is_no_file_nothing_is_said(tmp_path: Path) -> None:
    assert load_notes(tmp_path, "2026") == Notes()
    assert load_history(tmp_path) == History()
    assert doubts(tmp_path, "2026", ON) == ()


@pytest.mark.parametrize("text", ["", "\n", "# threats:\n#   - x\n", "---\n", "~"])
def test_a_file_that_says_nothing_is_as_if_it_was_not_there(
    tmp_path: Path, text: str
) -> None:
    assert loaded(tmp_path, text) == Notes()
    assert stated(tmp_path, text) == History()


def test_a_field_without_a_value_is_as_if_it_was_not_there(tmp_path: Path) -> None:
    notes = loaded(tmp_path, "threats:\nincidents: {count: , text: Intet}\n")
    assert notes.threats == ()
    assert notes.incidents == Incidents(None, text="Intet")


def test_the_digest_is_of_the_bytes_as_they_lie(tmp_path: Path) -> None:
    path = write(tmp_path, "law: [x]\n")
    path.write_bytes(b"law: [x]\r\n# sic\r\n")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert load_notes(tmp_path, "2026").digest == digest


def test_a_text_may_be_long_and_hold_anything(tmp_path: Path) -> None:
    text = "{{ 7*7 }} <b>&</b> 'x' مرحبا 🔥 " * 500
    notes = loaded(tmp_path, f'threats: ["{text}", "to\\nlinjer"]\n')
    assert notes.threats == (text, "to\nlinjer")


def test_a_text_of_more_than_20000_characters_is_refused(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, f"resources: {'x' * 20001}\n")
    assert places([problem]) == [(1, 12, "too-long")]


def test_everything_that_is_wrong_is_told_of_in_one_run(tmp_path: Path) -> None:
    text = (
        "threats: x\n"
        "trusler: [x]\n"
        "audits: [{what: x, on: 2026-02-30, result: x}]\n"
        "objectives:\n"
        "  - {what: x, reached: maybe}\n"
        "dpo: {by: Oluf, text: Nej}\n"
        "incidents: {count: -1, cuont: 2}\n"
    )
    found = refused(tmp_path, text)
    assert places(found) == [
        (1, 10, "wrong-type"),
        (2, 1, "unknown-field"),
        (3, 24, "not-a-date"),
        (5, 24, "wrong-value"),
        (6, 1, "missing-field"),
        (7, 20, "out-of-bounds"),
        (7, 24, "unknown-field"),
    ]
    assert found[-1].message == "'cuont' is not a known field; did you mean 'count'?"
    assert all(p.path == str(notes_path(tmp_path, "2026")) for p in found)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("count: 2, personal_data_breaches: 3", ("personal_data_breaches", "count")),
        (
            "personal_data_breaches: 2, reported_to_datatilsynet: 3",
            ("reported_to_datatilsynet", "personal_data_breaches"),
        ),
        (
            "count: 2, reported_to_datatilsynet: 3",
            ("reported_to_datatilsynet", "count"),
        ),
        ("count: 2, reported_under_nis2: 3", ("reported_under_nis2", "count")),
    ],
)
def test_a_part_is_no_more_than_what_it_is_counted_among(
    tmp_path: Path, said: str, names: tuple[str, str]
) -> None:
    text = f"law: [x]\nincidents: {{{said}}}\n"
    (problem,) = refused(tmp_path, text)
    assert places([problem]) == [
        (2, text.splitlines()[1].rindex("3") + 1, "more-than-all")
    ]
    part, whole = names
    assert problem.message == f"'{part}' is 3: more than '{whole}', which is 2"


def test_two_numbers_that_are_too_high_are_two_problems(tmp_path: Path) -> None:
    text = "incidents:\n  count: 1\n  personal_data_breaches: 2\n  reported_under_nis2: 3\n"
    found = refused(tmp_path, text)
    assert [p.line for p in found] == [3, 4]


def test_numbers_that_are_alike_are_fine(tmp_path: Path) -> None:
    text = (
        "incidents: {count: 2, personal_data_breaches: 2, reported_to_datatilsynet: 2}"
    )
    assert loaded(tmp_path, text).incidents == Incidents(2, 2, 2)


def test_a_day_after_the_report_is_a_doubt_and_no_error(tmp_path: Path) -> None:
    text = (
        "audits:\n"
        "  - {what: x, on: 2026-11-02, result: x}\n"
        "  - {what: x, on: 2026-11-03, result: x}\n"
    )
    assert len(loaded(tmp_path, text).audits) == 2
    (problem,) = doubts(tmp_path, "2026", ON)
    assert (problem.line, problem.column, problem.severity) == (3, 19, "warning")
    assert problem.message == "2026-11-03 is after the day of the report, 2026-11-02"


def test_what_is_still_to_be_written_is_a_doubt(tmp_path: Path) -> None:
    write(tmp_path, 'threats:\n  - "..."\n')
    (problem,) = doubts(tmp_path, "2026", ON)
    assert (problem.line, problem.code, problem.severity) == (2, "unwritten", "warning")


def test_notes_that_are_wrong_have_no_doubts_beside(tmp_path: Path) -> None:
    write(tmp_path, 'threats: ["..."]\nlov: x\n')
    assert doubts(tmp_path, "2026", ON) == ()


# The skeleton


def blocks(text: str) -> list[str]:
    """The blocks of a skeleton, each with what it is for."""
    return text.split("\n\n")[1:]


def uncommented(block: str) -> str:
    """The block as an editor uncomments it: one '# ' or '#' is taken off every line."""
    lines = (line.removeprefix("#").removeprefix(" ") for line in block.splitlines())
    return "".join(f"{line}\n" for line in lines)


def test_the_skeleton_says_nothing_yet(tmp_path: Path) -> None:
    assert loaded(tmp_path, skeleton("da")) == Notes()


def test_the_skeleton_has_a_block_for_every_field() -> None:
    names = [block.splitlines()[1].split(":")[0] for block in blocks(skeleton("en"))]
    assert [name.removeprefix("# ") for name in names] == [
        name for name in vars(Notes()) if name != "digest"
    ]


@pytest.mark.parametrize("number", range(11))
@pytest.mark.parametrize("language", ["da", "en"])
def test_any_block_of_the_skeleton_may_be_uncommented_alone(
    tmp_path: Path, number: int, language: Language
) -> None:
    text = skeleton(language)
    block = blocks(text)[number]
    notes = loaded(tmp_path, text.replace(block, uncommented(block)))
    said = [f for f in vars(Notes()) if getattr(notes, f) != getattr(Notes(), f)]
    assert len(said) == 2
    assert doubts(tmp_path, "2026", ON)


def test_the_whole_skeleton_may_be_uncommented(tmp_path: Path) -> None:
    notes = loaded(tmp_path, uncommented(skeleton("en")))
    assert all(getattr(notes, name) for name in vars(notes))


def test_every_block_says_what_it_is_for_in_its_language() -> None:
    with using("da"):
        english = skeleton("en")
    assert "## New law and rules, and what they mean here.\n# law:\n" in english
    assert all(block.startswith("## ") for block in blocks(english))


# History


def test_the_years_are_read_the_oldest_first(tmp_path: Path) -> None:
    text = (
        "years:\n"
        '  - {year: 2024, source: "Konsulent", themes: {A.5: 41}}\n'
        '  - {year: "2023", source: "Samme", themes: {A.5: 0, A.8: 100}}\n'
    )
    assert stated(tmp_path, text).years == (
        StatedYear("2023", "Samme", {"A.5": 0, "A.8": 100}),
        StatedYear("2024", "Konsulent", {"A.5": 41}),
    )


def test_what_is_wrong_with_a_history_is_said_at_its_place(tmp_path: Path) -> None:
    text = (
        "years:\n"
        "  - {year: 2024, source: x, themes: {A.5: 101, A 6: 1}}\n"
        "  - {year: 2023, themes: {}}\n"
    )
    with pytest.raises(Refused) as found:
        stated(tmp_path, text)
    assert places(list(found.value.problems)) == [
        (2, 43, "out-of-bounds"),
        (2, 48, "not-a-control"),
        (3, 5, "missing-field"),
        (3, 26, "empty"),
    ]


def test_a_year_that_is_stated_twice_is_refused(tmp_path: Path) -> None:
    entry = "  - {year: 2024, source: x, themes: {A.5: 1}}\n"
    with pytest.raises(Refused) as found:
        stated(tmp_path, f"years:\n{entry}{entry}")
    assert places(list(found.value.problems)) == [(3, 12, "duplicate-id")]


# The demo


@pytest.mark.parametrize("campaign", ["2025", "2026"])
def test_the_notes_of_the_demo_are_whole(campaign: str) -> None:
    notes = load_notes(EXAMPLE, campaign)
    assert notes.dpo
    assert notes.incidents
    assert notes.audits
    assert notes.recommendations
    assert doubts(EXAMPLE, campaign, date(int(campaign), 11, 2)) == ()


def test_the_demo_states_a_year_before_its_first_campaign() -> None:
    assert [year.year for year in load_history(EXAMPLE).years] == ["2024"]
