"""What a report says: right in number, in every figure, and of what nobody answered."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from secaudit.gaps import Ratio
from secaudit.language import long_date, using
from secaudit.report.said.law import law
from secaudit.report.said.wording import joined, percent, points, shortened
from secaudit.report.yearly.gaps.gaps import MOST_GAPS
from secaudit.report.yearly.report import Report
from tests.sample_events import CRITICAL, HEAD, ORDINARY, Sample, control, whole_sample


@pytest.fixture(autouse=True)
def english(danish: None) -> Iterator[None]:
    with using("en"):
        yield


def one_system(
    *statuses: str, weight: int = 3, facts: Any = CRITICAL, **question: Any
) -> Sample:
    """One system with a control for each status; "" is left unanswered."""
    ids = [f"A.8.{index}" for index in range(1, len(statuses) + 1)]
    sample = Sample([control(id, "system", weight=weight, **question) for id in ids])
    sample.open().issue("system:journal", *ids, facts=facts, name="Journal")
    answers = {
        id.replace(".", "_"): status
        for id, status in zip(ids, statuses, strict=True)
        if status
    }
    return sample.answer("system:journal", **answers) if answers else sample


# Figures


def test_a_percentage_is_never_rounded_up() -> None:
    assert percent(Ratio(199, 200)) == "99 %"
    assert percent(Ratio(29, 100)) == "29 %"
    assert percent(Ratio(1, 300)) == "0 %"


def test_nothing_applicable_is_a_dash() -> None:
    assert percent(None) == "–"
    sample = one_system("not-applicable", not_applicable="free")
    assert sample.report().status.systems[0].met_of_all == "–"


def test_a_priority_has_the_decimal_sign_of_its_language() -> None:
    assert points(27) == "13.5"
    with using("da"):
        assert points(27) == "13,5"
        assert points(36) == "18"


def test_a_date_is_written_out() -> None:
    assert long_date(date(2026, 10, 2)) == "2 October 2026"
    with using("da"):
        assert long_date(date(2026, 10, 2)) == "2. oktober 2026"


def test_parts_are_joined_as_one_says_them() -> None:
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"


def test_a_summary_cuts_a_name_that_is_too_long_for_it() -> None:
    assert shortened("word " * 100) == "word " * 11 + "word…"


def test_the_three_numbers_stand_together_for_each_kind() -> None:
    kinds = {row.kind: row for row in whole_sample().report().summary.kinds}
    assert list(kinds) == [
        "IT systems",
        "System owners' own duties",
        "The organisation",
    ]
    systems = kinds["IT systems"]
    numbers = (systems.answered, systems.met_of_answered, systems.met_of_all)
    assert numbers == ("40 %", "25 %", "10 %")
    assert kinds["System owners' own duties"].met_of_all == "100 %"


def test_every_surface_shows_the_same_share_met() -> None:
    report = one_system("met", "partial", "not-met", "").report()
    shown = (report.summary.kinds[0].met_of_all, report.systems.rows[0].met_of_all)
    assert {*shown, report.status.systems[0].met_of_all} == {"37 %"}


# Page 1


def test_the_headline_counts_critical_systems_without_a_gap_in_class_a() -> None:
    sample = Sample([control("A.8.1", "system", weight=3)]).open()
    for id, status in (("a", "not-met"), ("b", "met"), ("c", "met")):
        sample.issue(f"system:{id}", "A.8.1", facts=CRITICAL)
        sample.answer(f"system:{id}", A_8_1=status)
    headline = sample.report().summary.headline
    assert headline == "2 of 3 society-critical systems without a gap in class A"


def test_the_headline_says_so_in_danish() -> None:
    with using("da"):
        headline = one_system("met").report().summary.headline
    assert headline == "1 af 1 samfundskritiske systemer uden gab i klasse A"


def test_beside_the_headline_stand_the_systems_that_it_is_about() -> None:
    sample = Sample([control(f"A.8.{n}", "system", weight=n) for n in (1, 3)]).open()
    for id in ("a", "b", "c"):
        sample.issue(f"system:{id}", "A.8.1", "A.8.3", facts=CRITICAL)
        sample.answer(f"system:{id}", A_8_3="not-met" if id == "c" else "met")
    sample.answer("system:b", A_8_1="met")
    report = sample.report()
    assert report.summary.headline.startswith("2 of 3")
    assert report.summary.note == "With a class A gap: C. Unanswered questions: A."
    assert one_system("met").report().summary.note == ""


def test_beside_the_headline_many_systems_are_not_named() -> None:
    sample = Sample([control(f"A.8.{n}", "system", weight=n) for n in (1, 3)]).open()
    for id in "abcdefgh":
        sample.issue(f"system:{id}", "A.8.1", "A.8.3", facts=CRITICAL)
        sample.answer(f"system:{id}", A_8_3="not-met" if id in "abcd" else "met")
    report = sample.report()
    assert report.summary.headline.startswith("4 of 8")
    assert report.summary.note == "4 of those without have unanswered questions."


def test_systems_of_no_critical_kind_are_not_named_beside_the_headline() -> None:
    assert one_system("not-met", facts=ORDINARY).report().summary.note == ""


def test_a_target_is_said_only_where_one_is_set() -> None:
    assert one_system("met").report().target == ""
    sample = Sample([control("A.8.1", "system")]).open(targets={"met": 90})
    assert sample.report().target == "90 %"


def test_the_headline_of_no_critical_system_is_no_fraction() -> None:
    headline = one_system("met", facts=ORDINARY).report().summary.headline
    assert headline == "No system is recorded as society-critical"


def test_no_gap_is_said_plainly() -> None:
    report = one_system("met").report()
    assert report.summary.verdict == (
        "1 of 1 system is answered in full.",
        "There is no open gap.",
    )
    assert (report.summary.worst, report.gaps.rows, report.gaps.legal) == ((), (), ())


@pytest.mark.parametrize(
    ("critical", "ordinary", "said"),
    [
        (
            "a",
            "",
            "1 of 2 systems are answered in full; the other is society-critical.",
        ),
        ("", "a", "1 of 2 systems are answered in full; the other is not society-"),
        ("a", "b", "1 of 3 systems are answered in full; 1 of the other 2 is society-"),
        (
            "ab",
            "",
            "1 of 3 systems are answered in full; 2 of the other 2 are society-",
        ),
        (
            "",
            "ab",
            "1 of 3 systems are answered in full; 0 of the other 2 are society-",
        ),
    ],
)
def test_the_verdict_begins_with_the_systems_that_are_answered_in_full(
    critical: str, ordinary: str, said: str
) -> None:
    sample = Sample([control("A.8.1", "system")]).open()
    for ids, facts in ((critical, CRITICAL), (ordinary, ORDINARY)):
        for id in ids:
            sample.issue(f"system:{id}", "A.8.1", facts=facts)
    sample.issue("system:x", "A.8.1", facts=ORDINARY).answer("system:x", A_8_1="met")
    assert sample.report().summary.verdict[0].startswith(said)


def test_nothing_is_said_of_how_critical_the_others_are_where_that_is_not_stated() -> (
    None
):
    sample = Sample([control("A.8.1", "system")]).open()
    sample.issue("system:x", "A.8.1", facts=ORDINARY).answer("system:x", A_8_1="met")
    sample.issue("system:a", "A.8.1", facts={})
    assert sample.report().summary.verdict[0] == "1 of 2 systems are answered in full."
    sample.issue("system:b", "A.8.1", facts=CRITICAL)
    assert sample.report().summary.verdict[0] == (
        "1 of 3 systems are answered in full; 1 of the other 2 is society-critical."
    )


@pytest.mark.parametrize("facts", [CRITICAL, ORDINARY, {}])
def test_the_only_system_is_not_called_the_other(facts: dict[str, str]) -> None:
    said = one_system("", facts=facts).report().summary.verdict[0]
    assert said == "0 of 1 system is answered in full."
    with using("da"):
        said = one_system("", facts=facts).report().summary.verdict[0]
    assert said == "0 af 1 system er besvaret helt."


def test_one_system_owner_is_said_in_the_singular() -> None:
    sample = Sample([control("A.5.1", "owner")]).open()
    sample.issue("owner:anna", "A.5.1", person="anna", called="Anna Holm")
    with using("da"):
        said = sample.report().owners.said
    assert said == "1 af 1 systemejer har åbne gab i sine egne pligter."


def test_who_did_not_answer_and_what_nobody_owns_are_told_in_one_sentence() -> None:
    sample = Sample([control("A.8.1", "system")]).open()
    sample.issue("system:a", "A.8.1", person="bo", called="Bo Friis")
    sample.issue("system:b", "A.8.1", person=None)
    said = "Bo Friis has not answered, and B has no owner; the questions count as gaps."
    assert said in sample.report().summary.verdict
    with using("da"):
        verdict = sample.report().summary.verdict
    assert "Bo Friis har ikke svaret, og B har ingen ejer; det tæller som gab." in (
        verdict
    )


def test_one_gap_is_said_in_the_singular() -> None:
    report = one_system("not-met", legal=True).report()
    assert report.summary.verdict[1] == "There is 1 open gap, in class A."
    assert report.summary.verdict[2] == "The law demands that it be closed."


def test_many_gaps_are_said_in_the_plural() -> None:
    report = one_system("not-met", "unknown", "partial").report()
    assert report.summary.verdict[1] == (
        "There are 3 open gaps on 3 controls: 2 in class A, 1 in class B and 0 in class C."
    )
    assert report.summary.verdict[2] == (
        "0 of the 3 gaps are duties by law, and 1 is unanswered or unknown."
    )


def test_a_question_without_an_answer_is_told_apart_from_a_control_not_met() -> None:
    report = one_system("not-met", "").report()
    assert [gap.status for gap in report.gaps.rows] == ["not met", "unanswered"]
    assert "1 is unanswered or unknown" in report.summary.verdict[2]


def test_what_is_met_is_no_priority() -> None:
    report = one_system("met", "not-met").report()
    assert [row.control for row in report.summary.worst] == ["A.8.2 Adgang"]
    assert [row.control for row in report.gaps.rows] == ["A.8.2 Adgang"]


def test_the_worst_gaps_are_grouped_by_control() -> None:
    sample = Sample([control("A.8.1", "system", weight=3)]).open()
    for id in ("a", "b", "c"):
        sample.issue(f"system:{id}", "A.8.1", facts=CRITICAL if id == "a" else ORDINARY)
        sample.answer(f"system:{id}", A_8_1="not-met")
    worst = sample.report().summary.worst
    assert [row.said for row in worst] == [
        "not met in 3 systems, 1 society-critical; class A in A"
    ]
    assert worst[0].who == "Anna Holm"


def test_a_control_that_is_only_partly_missing_is_not_called_missing() -> None:
    assert one_system("partial").report().summary.worst[0].said.startswith("partial")
    assert (
        one_system("unknown")
        .report()
        .summary.worst[0]
        .said.startswith("answered 'unknown'")
    )


def test_a_control_that_stands_in_several_ways_says_how_many_of_each() -> None:
    statuses = {"a": "not-met", "b": "not-met", "c": "partial", "d": "unknown"}
    sample = Sample([control("A.8.1", "system", "owner", weight=3)]).open()
    for id, status in statuses.items():
        sample.issue(f"system:{id}", "A.8.1", facts=ORDINARY)
        sample.answer(f"system:{id}", A_8_1=status)
    sample.issue("owner:anna", "A.8.1").answer("owner:anna", A_8_1="partial")
    said = sample.report().summary.worst[0].said
    assert said == "in 4 systems and with Anna: 2 not met, 2 partial, 1 'unknown'"


def test_somebody_who_answered_nothing_is_one_line_and_one_row() -> None:
    sample = Sample([control(f"A.8.{n}", "system") for n in (1, 2, 3)]).open()
    sample.issue("system:a", "A.8.1", "A.8.2", "A.8.3", person="bo", called="Bo Friis")
    report = sample.report()
    assert [row.control for row in report.summary.worst] == [
        "Bo Friis has not answered"
    ]
    assert [row.control for row in report.gaps.rows] == ["Bo Friis has not answered"]
    assert report.gaps.rows[0].subject == "3 unanswered questions about A"
    assert (
        "Bo Friis has not answered; the questions count as gaps."
        in report.summary.verdict
    )
    assert (report.gaps.rows[0].status, report.gaps.rows[0].since) == ("unanswered", "")
    assert report.gaps.rows[0].among == "highest priority of 3 gaps"


def test_more_systems_than_two_are_counted_where_nobody_answered() -> None:
    sample = Sample([control("A.8.1", "system")]).open()
    for id in ("a", "b"):
        sample.issue(f"system:{id}", "A.8.1", person="bo", called="Bo Friis")
    assert (
        sample.report().gaps.rows[0].subject == "2 unanswered questions about A and B"
    )
    sample.issue("system:c", "A.8.1", person="bo", called="Bo Friis")
    assert (
        sample.report().gaps.rows[0].subject == "3 unanswered questions about 3 systems"
    )


def test_systems_without_an_owner_are_one_line_and_named() -> None:
    sample = Sample([control("A.8.1", "system")]).open()
    sample.issue("system:a", "A.8.1", person=None).issue(
        "system:b", "A.8.1", person=None
    )
    report = sample.report()
    assert [row.control for row in report.summary.worst] == ["Systems without an owner"]
    assert report.basis.ownerless == ("A", "B")
    assert (
        "A and B have no owner; the questions count as gaps." in report.summary.verdict
    )
    unknown = "The criticality of A and B is not stated; they are not in the headline."
    assert report.summary.verdict[-1] == unknown


def test_many_of_them_are_counted_and_not_named() -> None:
    sample = Sample([control("A.8.1", "system")]).open()
    for id in ("a", "b", "c"):
        sample.issue(f"system:{id}", "A.8.1", person=id, called=id.upper())
    said = sample.report().summary.verdict
    assert "3 people have not answered; the questions count as gaps." in said
    assert said[-1].startswith("The criticality of 3 systems is not stated")


def test_the_summary_says_where_the_other_gaps_are() -> None:
    assert one_system("not-met").report().summary.rest == ""
    some = one_system(*["not-met"] * 6).report()
    assert some.summary.rest == "All gaps are listed one by one in section 13."
    many = one_system(*["not-met"] * (MOST_GAPS + 1)).report()
    assert many.summary.rest == (
        "The most urgent gaps are listed one by one in section 13."
    )


def test_the_share_of_answers_reviewed_is_said() -> None:
    sample = one_system("met", "met", "met")
    assert sample.report().summary.reviewed.startswith("No answer has been reviewed")
    sample.review("system:journal", "A.8.1", "agreed")
    sample.events[-1].payload["of"] = 3
    report = sample.report()
    assert report.summary.reviewed.startswith("1 of 3 answers (33 %) were reviewed")
    assert report.summary.kinds[0].reviewed == "1 of 3"


def test_a_share_of_reviews_below_one_per_cent_is_not_nothing() -> None:
    sample = one_system(*["met"] * 101)
    sample.review("system:journal", "A.8.1", "agreed")
    sample.events[-1].payload["of"] = 3
    assert sample.report().summary.reviewed.startswith("1 of 101 answers (under 1 %)")


def test_only_kinds_that_have_several_subjects_are_counted() -> None:
    number = {row.kind: row.subjects for row in whole_sample().report().summary.kinds}
    assert number == {
        "IT systems": "4",
        "System owners' own duties": "1",
        "The organisation": "–",
    }


# The campaign before


def test_a_first_campaign_says_nothing_of_a_year_before() -> None:
    report = one_system("not-met").report()
    assert report.before == ""
    assert report.status.years.trend == ()
    assert not any("Since" in sentence for sentence in report.summary.verdict)


def test_a_trend_compares_the_same_questions_and_says_how_many() -> None:
    sample = Sample([control(f"A.8.{n}", "system") for n in (1, 2, 3)])
    sample.open("2025").issue("system:a", "A.8.1", "A.8.2")
    sample.answer("system:a", A_8_1="not-met", A_8_2="met")
    sample.open("2026").issue("system:a", "A.8.2", "A.8.1", "A.8.3")
    sample.answer("system:a", A_8_1="met", A_8_2="met", A_8_3="not-met")
    report = sample.report()
    row = report.status.years.trend[0]
    assert (row.questions, row.then, row.now, row.change) == (2, "50 %", "100 %", "+50")
    since = "Since 2025: 1 gap was closed, 1 is new and 0 were there before."
    assert since in report.summary.verdict
    assert "100 %, against 50 % in 2025, of the 2 questions" in " ".join(
        report.summary.verdict
    )


def two_years(now: dict[str, str]) -> tuple[str, ...]:
    """What is said of a system that met four of five questions in 2025."""
    ids = [f"A.8.{n}" for n in range(1, 6)]
    sample = Sample([control(id, "system") for id in ids])
    sample.open("2025").issue("system:a", *ids)
    met = dict.fromkeys(("A_8_1", "A_8_2", "A_8_3", "A_8_4"), "met")
    sample.answer("system:a", A_8_5="not-met", **met)
    sample.open("2026").issue("system:a", *ids)
    return sample.answer("system:a", **now).report().summary.verdict


def test_a_fall_that_is_in_part_unanswered_questions_is_told_apart() -> None:
    said = two_years({"A_8_1": "met", "A_8_2": "met", "A_8_3": "not-met"})
    assert (
        "Part of the fall comes from missing answers: of what was answered both times "
        "66 % is met, against 100 %."
    ) in said


def test_a_fall_that_is_unanswered_questions_alone_says_so() -> None:
    said = two_years({"A_8_1": "met", "A_8_2": "met"})
    assert any(s.startswith("The fall comes from missing answers") for s in said)


def test_a_fall_in_what_was_answered_is_not_laid_to_silence() -> None:
    answers = dict.fromkeys(("A_8_2", "A_8_3", "A_8_4", "A_8_5"), "not-met")
    assert not any(
        "the fall" in s.lower() for s in two_years({"A_8_1": "met", **answers})
    )


# The sections


def test_what_is_not_applicable_counts_until_it_is_reviewed() -> None:
    sample = one_system("not-applicable", "met", not_applicable="review")
    report = sample.report()
    assert report.status.awaiting == (
        "1 answer 'not applicable' has not been reviewed yet, and counts as not met."
    )
    assert report.summary.kinds[0].met_of_all == "50 %"
    sample.review("system:journal", "A.8.1", "agreed")
    sample.events[-1].payload["of"] = 3
    report = sample.report()
    assert (report.status.awaiting, report.summary.kinds[0].met_of_all) == ("", "100 %")


def test_what_may_freely_be_left_out_waits_for_nobody() -> None:
    sample = one_system("not-applicable", not_applicable="free")
    assert sample.report().status.awaiting == ""


def test_one_name_is_used_for_the_duties_of_owners() -> None:
    report = whole_sample().report()
    name = "System owners' own duties"
    assert name in {row.kind for row in report.summary.kinds}
    assert name in {row.about for row in report.status.years.trend}


def test_a_common_service_is_marked_and_its_gap_counts_in_each_system() -> None:
    rows = {row.name: row for row in whole_sample().report().systems.rows}
    assert rows["Fælles log-in"].service == "common service for 1 system"
    assert rows["Journal"].service == ""
    assert rows["Journal"].a + rows["Journal"].b + rows["Journal"].c == 2


def test_a_gap_shows_its_factors_and_of_how_many_systems_they_are() -> None:
    gaps = {(g.control, g.subject): g for g in whole_sample().report().gaps.rows}
    gap = gaps["A.8.10 Sletning & arkiv", "Journal"]
    factors = gap.factors.replace("\u00a0", " ")
    assert (factors, gap.priority, gap.gap_class) == ("1 × 3 × 3 × 3", "27", "A")
    assert " " not in gap.factors  # it stands on one line
    assert (gap.among, gap.legal, gap.since) == ("", "duty by law", "2025")
    inherited = gaps["A.8.5 Log-in", "Fælles log-in\n(1 system inherits it)"]
    assert inherited.factors.startswith("½")
    assert inherited.priority == "13.5"
    assert inherited.among == "highest factors among 2 systems"


def test_a_gap_names_who_is_accountable_and_who_is_to_answer() -> None:
    ids = ("A.8.1", "A.8.2")
    sample = Sample([control(id, "system", "owner") for id in ids]).open()
    sample.issue("system:a", "A.8.1").answer("system:a", A_8_1="not-met")
    sample.issue("owner:anna", "A.8.1", name="Anna Holm")
    sample.issue("system:b", "A.8.2", person="bo", called="Bo Friis", owner="anna")
    sample.answer("system:b", person="bo", A_8_2="not-met")
    who = {row.subject: row.who for row in sample.report().gaps.rows}
    assert who == {
        "A": "Anna Holm",
        "Anna Holm, own duties": "",
        "B": "Anna Holm; the answer is Bo Friis's",
    }


def test_the_words_of_the_owner_and_of_the_reviewer_both_stand() -> None:
    sample = one_system("met")
    sample.review(
        "system:journal", "A.8.1", "assessed", status="not-met", reason="Set på stedet"
    )
    gap = sample.report().gaps.rows[0]
    assert gap.status == "not met, as the reviewer assessed it; the answer was 'met'"
    assert gap.review == "Set på stedet"


def test_a_proposed_action_says_who_when_and_what_it_costs() -> None:
    action = {"what": "Ryd op", "responsible": "It-drift", "due": "2026-12-01"}
    sample = one_system("met")
    sample.answer(
        "system:journal",
        A_8_1={"status": "not-met", "action": {**action, "hours": 1, "cost": 15000}},
    )
    said = sample.report().gaps.rows[0].action
    told = "Ryd op (It-drift, by 1 December 2026, 1 hour, DKK 15,000)"
    assert said == f"Proposal: {told}"


@pytest.mark.parametrize(
    ("due", "said"),
    [("2026-11-01", "1 November 2026 (overdue)"), ("2026-11-02", "2 November 2026")],
)
def test_a_date_that_has_passed_is_marked(due: str, said: str) -> None:
    sample = one_system("met")
    action = {"what": "Ryd op", "due": due}
    sample.answer("system:journal", A_8_1={"status": "not-met", "action": action})
    assert sample.report().gaps.rows[0].action == f"Proposal: Ryd op (by {said})"


def acted(sample: Sample, change: dict[str, Any], **named: str) -> Sample:
    """The sample once something more is said of its first action."""
    said = {"action": "H1", "on": "2026-10-01", **change}
    return sample.add("action", "", said, named)


def test_an_adopted_action_stands_instead_of_the_proposal() -> None:
    sample = one_system("met")
    proposed = {"what": "Ryd op"}
    sample.answer("system:journal", A_8_1={"status": "not-met", "action": proposed})
    covers = [{"subject": "system:journal", "control": "A.8.1"}]
    acted(sample, {"due": "2026-12-01", "covers": covers}, what="Luk alle konti")
    assert sample.report().gaps.rows[0].action == (
        "Action H1: Luk alle konti (by 1 December 2026)"
    )
    acted(sample, {"due": "2027-02-01"}, reason="Leverandøren er forsinket")
    assert sample.report().gaps.rows[0].action == (
        "Action H1: Luk alle konti (by 1 February 2027, moved once from "
        "1 December 2026)"
    )
    acted(sample, {"status": "done"}, evidence="Sag 7")
    assert sample.report().gaps.rows[0].action == (
        "Action H1: Luk alle konti (done 1 October 2026)"
    )


def fact(sample: Sample, name: str) -> str | None:
    """What the report says under the name, among what it builds on."""
    return next(
        (row.value for row in sample.report().basis.facts if row.name == name), None
    )


def test_answers_that_were_confirmed_unchanged_are_counted_of_those_given() -> None:
    sample = one_system("met")
    assert fact(sample, "Confirmed unchanged") is None
    sample.answer("system:journal", A_8_1={"status": "met", "repeats": 3})
    assert fact(sample, "Confirmed unchanged") == "1 of 1 answer"


def test_what_was_taken_out_is_named() -> None:
    sample = one_system("met")
    sample.issue("system:vagt", "A.8.1", name="Vagtplan")
    assert fact(sample, "Taken out") is None
    sample.add("withdrawn", "system:vagt", {"on": "2026-10-01"}, {"reason": "Lukket"})
    assert fact(sample, "Taken out") == "Vagtplan"


def test_an_answer_after_the_deadline_is_counted() -> None:
    sample = one_system("met")
    assert fact(sample, "Answered after the deadline") is None
    sample.answer("system:journal", A_8_1="met")
    sample.events[-1].payload["answered_on"] = "2026-10-02"
    assert fact(sample, "Answered after the deadline") == "1 answer"
    sample.add("extended", "", {"person": "anna", "until": "2026-10-02"})
    assert fact(sample, "Answered after the deadline") is None


def test_an_answer_after_the_end_is_told_and_counted_in_no_figure() -> None:
    sample = one_system("not-met")
    sample.add("campaign-closed", "", {"on": "2026-10-05"})
    before = sample.report().summary.kinds
    sample.answer("system:journal", A_8_1="met")
    name = "Answered after the campaign was closed"
    assert fact(sample, name) == "1 answer, which no figure counts"
    assert sample.report().summary.kinds == before


def test_the_approval_that_nis_2_demands_is_told_or_said_to_be_missing() -> None:
    sample = one_system("met")
    name = "Measures approved (NIS 2 Act § 7)"
    assert fact(sample, name) is None
    sample.events[0].payload["catalogues"][0]["id"] = "nis2"
    assert fact(sample, name) == "no approval is recorded"
    approval = {"approves": ["measures"], "by": "Byrådet", "on": "2026-10-07"}
    sample.add("decision", "", {**approval, "case": "24/77"}, {"text": "Godkendt"})
    assert fact(sample, name) == "7 October 2026 by Byrådet, case 24/77"
    sample.events[-1].payload["on"] = "2026-11-03"
    assert fact(sample, name) == "no approval is recorded"


def test_rows_that_a_table_leaves_out_are_counted() -> None:
    report = one_system(*["not-met"] * (MOST_GAPS + 2)).report()
    assert len(report.gaps.rows) == MOST_GAPS
    assert report.gaps.rest == "2 more are not shown here."
    one_more = one_system(*["not-met"] * (MOST_GAPS + 1)).report()
    assert one_more.gaps.rest == "1 more is not shown here."
    assert one_system("not-met").report().gaps.rest == ""


def test_a_decision_moves_a_gap_to_a_list_of_its_own() -> None:
    sample = one_system("not-met", "not-met", legal=False)
    sample.accept("system:journal", "A.8.1", "2027-01-01")
    report = sample.report()
    assert [row.control for row in report.gaps.rows] == ["A.8.2 Adgang"]
    assert [row.decision for row in report.accepted.rows] == ["accepted"]
    assert report.status.systems[0].not_met == 2


def test_a_duty_by_law_is_known_and_never_accepted() -> None:
    sample = one_system("not-met", legal=True)
    sample.accept("system:journal", "A.8.1", "2027-01-01")
    report = sample.report()
    assert [row.decision for row in report.accepted.rows] == ["known duty by law"]
    assert [(row.status, row.legal) for row in report.gaps.rows] == [
        ("not met", "known duty by law, deadline 1 January 2027")
    ]


def test_duties_by_law_are_counted_as_in_the_summary() -> None:
    controls = [
        control(id, "system", legal=True, references={"gdpr": [article]})
        for id, article in (("A.8.1", "32"), ("A.8.2", "5(2)"))
    ]
    sample = Sample([*controls, control("A.8.3", "system", legal=False)]).open()
    for id in ("a", "b"):
        sample.issue(f"system:{id}", "A.8.1").answer(f"system:{id}", A_8_1="not-met")
    sample.issue("system:c", "A.8.1", "A.8.2", "A.8.3", person="bo", called="Bo Friis")
    report = sample.report()
    said = {row.control: (row.law, row.said) for row in report.gaps.legal}
    silent = "2 unanswered questions about C"
    assert said == {
        "A.8.1 Adgang": ("GDPR art. 32", "not met in 2 systems"),
        "Bo Friis has not answered": ("GDPR art. 5(2), 32", silent),
    }
    assert "not met in 2 systems" in {row.said for row in report.summary.worst}


def test_duties_by_law_refer_to_the_law() -> None:
    said = law({"gdpr": ("5(1)(f)", "32"), "nis2": ("i", "j")})
    assert said == "GDPR art. 5(1)(f), 32\nNIS 2 Act § 6(1) no. 9, 10"
    assert law({}) == "–"


def test_each_law_is_cited_as_itself() -> None:
    references = {
        "nis2": ("f", "20(1)"),
        "nis2-loven": ("§ 6, stk. 1, nr. 6", "§ 7, stk. 1"),
        "databeskyttelsesloven": ("§ 3, stk. 9",),
        "webtilgaengelighedsloven": ("§ 4",),
    }
    assert law(references).splitlines() == [
        "Danish Data Protection Act § 3(9)",
        "NIS 2 Act § 6(1) no. 6",
        "NIS 2 Act § 7(1)",
        "NIS 2 Directive art. 20(1)",
        "Danish Web Accessibility Act § 4",
    ]
    with using("da"):
        assert law(references).splitlines() == [
            "databeskyttelsesloven § 3, stk. 9",
            "NIS 2-loven § 6, stk. 1, nr. 6",
            "NIS 2-loven § 7, stk. 1",
            "NIS 2-direktivet art.\u00a020, stk. 1",
            "webtilgængelighedsloven § 4",
        ]


def test_articles_are_cited_as_lawyers_of_the_language_do() -> None:
    references = {"gdpr": ("5(1)(e)", "28(3)(c)", "32")}
    assert law(references) == "GDPR art. 5(1)(e), 28(3)(c), 32"
    with using("da"):
        assert law(references).replace("\u00a0", " ") == (
            "databeskyttelsesforordningen art. 5, stk. 1, litra e; "
            "art. 28, stk. 3, litra c; art. 32"
        )


def test_of_many_articles_the_first_are_named() -> None:
    articles = tuple(str(number) for number in range(1, 10))
    assert law({"gdpr": articles[:5]}) == "GDPR art. 1, 2, 3, 4, 5"
    assert law({"gdpr": articles}) == "GDPR art. 1, 2, 3, 4, 5 and others"


def test_a_requirement_that_is_not_asked_about_shows_what_answers_for_it() -> None:
    requirement = control("GDPR.17", references={"gdpr": ["17"]})
    serving = control("A.8.10", "system", "owner", references={"gdpr": ["17(1)"]})
    other = control("A.8.11", "system", references={"gdpr": ["17"]})
    out = control("A.8.12", "system", references={"gdpr": ["17"]}, applies=False)
    sample = Sample([requirement, serving, other, out]).open()
    sample.issue("system:a", "A.8.10", "A.8.11")
    sample.answer("system:a", A_8_10="met", A_8_11="partial")
    sample.issue("owner:p01", "A.8.10").answer("owner:p01", A_8_10="not-met")
    rows = {row.id: row for row in sample.report().appendices.controls}
    assert rows["GDPR.17"].status == (
        "Met in answers to 2 controls:\nsystems 1 of 2\nowners 0 of 1"
    )


def test_the_statement_of_applicability_has_every_control() -> None:
    rows = {row.id: row for row in whole_sample().report().appendices.controls}
    assert len(rows) == 5
    assert rows["A.5.9"].status == "Nobody is asked about it"
    assert rows["A.5.9"].reason == "Følger af loven"
    assert (rows["A.8.28"].applies, rows["A.8.28"].status) == ("no", "–")
    assert rows["A.8.10"].status == "Systems: 0 of 3 met\nOwners: 1 of 1 met"
    assert rows["A.5.1"].status == "The organisation: unknown"


def test_a_reason_that_is_the_one_above_is_not_repeated() -> None:
    reasons = ("Loven", "Loven", "", "", "Loven")
    controls = [
        control(f"A.8.{n}", "system", reason=reason) for n, reason in enumerate(reasons)
    ]
    rows = Sample(controls).open().report().appendices.controls
    assert [row.reason for row in rows] == ["Loven", "as above", "–", "–", "Loven"]


def test_the_chart_is_of_systems_and_says_its_message() -> None:
    chart = whole_sample().report().status.chart
    assert chart.categories == ("A.8 Theme A.8",)
    assert [s.name for s in chart.series][:3] == ["Met", "Partial", "Not met"]
    assert sum(s.values[0] or 0 for s in chart.series) == 5
    assert "Met of all: 10 %" in chart.alt


def test_a_campaign_that_nobody_was_asked_in_can_be_told_of() -> None:
    report = Sample([control("A.8.1", "system")]).open().report()
    assert not (report.summary.kinds or report.systems.rows or report.summary.worst)
    assert report.summary.reviewed == "Nobody has answered yet."


def test_the_head_of_the_register_stands_in_the_report() -> None:
    report = whole_sample().report()
    assert (report.head, report.events) == (HEAD.hash, HEAD.sequence)


def test_no_python_value_shows_in_any_text() -> None:
    report = whole_sample().report()
    texts = [str(getattr(report, field.name)) for field in fields(Report)]
    assert not any("None" in text for text in texts)
