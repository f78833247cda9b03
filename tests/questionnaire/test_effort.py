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


def of_words(count: int, **rules: Any) -> Question:
    """A question of so many words."""
    words = Text("ord " * count, "word " * count)
    return Question(words, Text("", ""), Texts((), ()), **rules)


def test_two_hundred_words_are_read_in_a_minute() -> None:
    short, long = form(*[of_words(10)] * 100), form(*[of_words(50)] * 100)
    assert minutes_of(long, "da") - minutes_of(short, "da") == 20


def test_a_quarter_of_a_minute_is_for_choosing_an_answer() -> None:
    # nineteen words and "For example:" are read in a tenth of a minute
    asked = [of_words(18)] * 100
    assert minutes_of(form(*asked * 2), "en") - minutes_of(form(*asked), "en") == 35


def test_half_a_minute_is_for_a_date_and_half_a_minute_for_evidence() -> None:
    plain = form(*[of_words(1)] * 200)
    every = {"review_every_months": 6, "evidence_required": True}
    asking = form(*[of_words(1, **every)] * 200)
    # and for each of them, ten words say that it is needed
    assert minutes_of(asking, "en") - minutes_of(plain, "en") == 200 + 20


def test_what_is_read_once_is_counted_once() -> None:
    one, five = form(of_words(1)), form(*[of_words(1)] * 5)
    assert minutes_of(one, "da") == 2  # how it is filled in, and eight facts
    assert minutes_of(five, "da") == 3


def test_a_form_that_asks_nothing_takes_no_time() -> None:
    assert minutes_of(form(), "da") == 0


def test_levels_are_read_too() -> None:
    leveled = form(of_words(1, levels=Texts(("ord " * 50,) * 6, ("word " * 50,) * 6)))
    assert minutes_of(leveled, "en") - minutes_of(form(of_words(1)), "en") == 2


def test_eight_known_dates_take_four_minutes_less() -> None:
    asked = form(*(dated(fact) for fact in DATED * 2))
    known: dict[str, Any] = {fact: {"on": "2026-03-01"} for fact in DATED}
    known["supervised_on"] = "2026-03-01"
    assert minutes_of(asked, "da") - minutes_of(replace(asked, facts=known), "da") == 4


def test_a_fact_without_a_date_saves_nobody_time() -> None:
    asked = form(*[dated("risk_assessment")] * 8)
    assessed = form(*[dated("risk_assessment")] * 8, risk_assessment={"result": "Høj"})
    assert minutes_of(assessed, "da") == minutes_of(asked, "da")
