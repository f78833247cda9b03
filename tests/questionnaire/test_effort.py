"""The minutes of a form, with the dates that it shows already."""

from dataclasses import replace
from typing import Any

from secaudit.catalogue import Question, Text, Texts
from secaudit.questionnaire import Questionnaire, Subject, minutes_of

BOTH = Text("Er det i orden?", "Is it in order?")
DATED = ("risk_assessment", "supervised_on", "dpia", "processor_agreement")


def form(*questions: Question, **facts: Any) -> Questionnaire:
    """A form about a system, of which some facts are known."""
    subject = Subject("system", "omsorg", "Omsorg")
    asked = {f"T.{number}": question for number, question in enumerate(questions)}
    return Questionnaire(
        "kommune", "2026", subject, "p01", facts=facts, questions=asked
    )


def dated(fact: str) -> Question:
    """A question whose date is a fact."""
    return Question(BOTH, BOTH, Texts((), ()), review_every_months=12, dated_by=fact)


def test_two_hundred_words_are_read_in_a_minute_and_an_answer_chosen_in_a_quarter() -> (
    None
):
    words = Text("ord " * 100, "word " * 100), Text("ord " * 50, "word " * 50)
    assert minutes_of(form(*[Question(*words, Texts((), ()))] * 300), "da") == 300


def test_eight_known_dates_take_four_minutes_less() -> None:
    asked = form(*(dated(fact) for fact in DATED * 2))
    known: dict[str, Any] = {fact: {"on": "2026-03-01"} for fact in DATED}
    known["supervised_on"] = "2026-03-01"
    assert minutes_of(asked, "da") - minutes_of(replace(asked, facts=known), "da") == 4


def test_a_fact_without_a_date_saves_nobody_time() -> None:
    asked = form(*[dated("risk_assessment")] * 8)
    assessed = form(*[dated("risk_assessment")] * 8, risk_assessment={"result": "Høj"})
    assert minutes_of(assessed, "da") == minutes_of(asked, "da")
