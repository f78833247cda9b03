"""Two campaigns in Word: sentences right for none, one and many; at most four pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from secaudit.campaign import fold
from secaudit.gaps import picture
from secaudit.gaps.comparison import comparison
from secaudit.language import using
from secaudit.register import Head
from secaudit.report.compared.compose import MOST_ROWS, MOST_THEMES, compose
from secaudit.report.compared.model import ComparisonReport
from secaudit.report.word import check_template, render
from secaudit.report.word.kinds import shipped
from tests.office import Office
from tests.story import Story, control

Answers = Mapping[str, Mapping[str, str]]
HEAD = Head("org", 7, "ab" * 32)
LONG = "Et meget langt navn på et system, som fylder mere end en linje i tabellen " * 3


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    """Sentences are told in English here."""
    with using("en"):
        yield


def compared(
    then: Answers, now: Answers, before: Answers | None = None, accepted: str = ""
) -> ComparisonReport:
    """Subjects, each with its answers by control, in two campaigns.

    There may be one `before` them; a control of system:a may be `accepted` in the last.
    """
    story = Story()
    years = {"2024": before, "2025": then, "2026": now}
    for year, subjects in years.items():
        if subjects is not None:
            _campaign(story, year, subjects)
    if accepted:
        story.accept("system:a", accepted, date(2027, 1, 1), date(2026, 9, 15))
    rounds = list(fold(story.events).values())
    was = picture(rounds[:-1], rounds[-2].last_day)
    found = comparison(rounds[-2:], was, picture(rounds, date(2026, 9, 20)))
    return compose(found, HEAD, "1.0")


def _campaign(story: Story, year: str, subjects: Answers) -> None:
    ids = {id for answers in subjects.values() for id in answers}
    controls = [control(id, 3, theme=id.partition(".")[0]) for id in sorted(ids)]
    story.open(year, *controls)
    for subject, answers in subjects.items():
        story.issue(subject, *answers)
        said = {id: status for id, status in answers.items() if status}
        story.say(subject, said)


def one(then: str, now: str) -> ComparisonReport:
    """One system with one question."""
    return compared({"system:a": {"T.1": then}}, {"system:a": {"T.1": now}})


def many(then: str, now: str) -> ComparisonReport:
    """One system with three questions."""
    ids = ("T.1", "T.2", "T.3")
    return compared(
        {"system:a": dict.fromkeys(ids, then)}, {"system:a": dict.fromkeys(ids, now)}
    )


def test_nothing_better_or_worse_is_said_plainly() -> None:
    report = one("met", "met")
    assert report.better == ("No answer became better.", "No gap of 2025 is closed.")
    assert report.worse == ("No answer became worse.", "No gap is new.")
    assert (report.closed, report.new, report.repeated) == ((), (), ())


def test_one_is_said_in_the_singular() -> None:
    better = one("not-met", "met").better
    assert better[:2] == ("1 answer became better.", "1 gap of 2025 is closed.")
    worse = one("met", "not-met").worse
    assert worse[:2] == ("1 answer became worse.", "1 gap is new.")
    assert (
        worse[2]
        == "Greatest loss: T Theme (IT systems): from 100 % to 0 % met, on 1 question."
    )


def test_many_are_said_in_the_plural() -> None:
    better = many("partial", "met").better
    assert better[:2] == ("3 answers became better.", "3 gaps of 2025 are closed.")
    assert better[2] == (
        "Greatest gain: T Theme (IT systems): from 50 % to 100 % met, on 3 questions."
    )


def test_repeated_gaps_tell_how_long_the_oldest_has_stood() -> None:
    lacking = {"system:a": {"T.1": "not-met"}}
    said = "1 gap stood in 2025 too. The oldest has been found in 3 campaigns in a row."
    assert said in compared(lacking, lacking, before=lacking).worse


def test_a_gap_of_the_two_campaigns_only_is_no_older_than_they_are() -> None:
    assert "1 gap stood in 2025 too." in one("not-met", "partial").worse


def test_an_accepted_gap_is_told_apart_and_not_counted() -> None:
    answers = {"system:a": dict.fromkeys(("T.1", "T.2", "T.3"), "not-met")}
    report = compared(answers, answers, accepted="T.1")
    assert "2 gaps stood in 2025 too." in report.worse
    assert "1 accepted gap is not counted." in report.worse
    assert [row.control for row in report.repeated] == ["T.2 T.2", "T.3 T.3"]
    fresh = compared({"system:a": {"T.1": "met"}}, answers, accepted="T.1")
    assert "No gap is new." in fresh.worse
    assert fresh.new == ()


def test_gaps_that_are_new_because_nobody_answered_are_told_apart() -> None:
    silent = "because a question was not answered this time."
    assert one("met", "").worse[1] == f"1 gap is new. 1 of them {silent}"
    assert "answered" not in one("met", "not-met").worse[1]


def test_nothing_in_common_is_a_dash_and_told_as_not_compared() -> None:
    report = compared({"system:a": {"T.1": "not-met"}}, {"system:a": {"T.2": "met"}})
    (row,) = report.kinds
    assert (row.questions, row.then, row.now, row.change) == (0, "–", "–", "–")
    assert report.apart == (
        "1 question was asked in 2025 only, and is not compared; 1 of them is a gap.",
        "1 question was asked in 2026 only, and is not compared; none of them is a gap.",
    )
    assert report.better[1] == "No gap of 2025 is closed."


def test_who_came_and_went_is_told() -> None:
    report = compared({"system:a": {"T.1": "met"}}, {"system:b": {"T.1": "met"}})
    assert "Assessed in 2026 and not in 2025: b." in report.apart
    assert "Assessed in 2025 and not in 2026: a." in report.apart


def test_gaps_of_one_control_are_one_row_the_most_urgent_first() -> None:
    systems = {f"system:s{n}": {"T.1": "not-met", "T.2": "partial"} for n in range(5)}
    closed = {s: {"T.1": "met", "T.2": "partial"} for s in systems}
    report = compared(systems, closed)
    (row,) = report.closed
    assert (row.control, row.said, row.gaps) == ("T.1 T.1", "5 met", 5)
    assert row.where == "s0, s1, s2 and 2 more"
    assert report.repeated[0].said == "2 campaigns"


def test_rows_beyond_the_limit_are_counted() -> None:
    ids = [f"T.{n}" for n in range(1, MOST_ROWS + 3)]
    answers = {s: dict.fromkeys(ids, "not-met") for s in ("system:a", "system:b")}
    report = compared(answers, answers)
    assert len(report.repeated) == MOST_ROWS
    assert report.repeated_rest == "And 2 more controls, less urgent, with 4 gaps."


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_shipped_template_fits(language: str) -> None:
    template = shipped("compare", "da" if language == "da" else "en")
    assert check_template(template, ComparisonReport) == ()


def full() -> ComparisonReport:
    """As much as there can be: every table filled to its limit, every cell to its own."""
    answers = {"system:a": {"T.1": "not-met"}}
    report = compared(answers, answers)
    control = LONG[:75]
    where = ", ".join([LONG[:32]] * 3) + " og 12 flere"
    row = replace(
        report.repeated[0],
        control=control,
        where=where,
        said="12 ikke opfyldt, 3 ubesvaret, 2 delvist opfyldt",
    )
    rows, rest = (row,) * MOST_ROWS, "Og 100 flere."
    trend = replace(report.kinds[0], about=LONG[:70])
    return replace(
        report,
        kinds=(trend,) * 4,
        themes=(trend,) * MOST_THEMES,
        themes_rest=rest,
        better=(*report.better, LONG),
        worse=(*report.worse, LONG),
        closed=rows,
        closed_rest=rest,
        new=rows,
        new_rest=rest,
        repeated=rows,
        repeated_rest=rest,
        apart=(LONG, LONG, LONG),
    )


def test_it_is_at_most_four_pages(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "compared.docx"
    path.write_bytes(render(full(), shipped("compare", "da")))
    (pages,) = office.pages(tmp_path, path)
    assert 3 <= len(pages) <= 4
