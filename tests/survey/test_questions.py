"""What a campaign asks of the employees, in the words that they answer in."""

from dataclasses import replace
from typing import Any

from secaudit.campaign import Campaign
from secaudit.catalogue import Control
from secaudit.language import using
from secaudit.survey.questions import asked, departments, minutes
from secaudit.survey.words import ANSWERS


def changed(campaign: Campaign, id: str, **changes: Any) -> Campaign:
    """The campaign with another question to the employees about one control."""

    def put(control: Control) -> Control:
        question = replace(control.questions["employees"], **changes)
        return replace(control, questions=control.questions | {"employees": question})

    return replace(
        campaign,
        applied=tuple(
            replace(one, control=put(one.control)) if one.control.id == id else one
            for one in campaign.applied
        ),
    )


def test_the_employees_are_asked_seventeen_questions_in_the_order_of_the_catalogue(
    campaign: Campaign,
) -> None:
    ids = [question.id for question in asked(campaign)]
    assert len(ids) == 17
    assert ids[:2] + ids[-1:] == ["A.5.1", "A.5.10", "A.8.7"]


def test_the_guidance_stands_with_the_answers_in_their_words(
    campaign: Campaign,
) -> None:
    doors = next(question for question in asked(campaign) if question.id == "A.7.2")
    assert doors.heading.startswith("A.7.2 Sørger du for")
    assert "er svaret 'Ikke relevant for mig'." in doors.hint
    told = {choice.word: choice.meaning for choice in doors.choices}
    assert [*told] == ["Ja", "Delvist", "Nej", "Ikke relevant for mig", "Ved ikke"]
    assert told["Ja"].startswith("Du spørger altid folk")
    assert told["Nej"] == "Du spørger kun af og til eller aldrig."
    assert not told["Ved ikke"]
    assert [choice.status for choice in doors.choices] == [*ANSWERS]


def test_guidance_without_grades_stands_as_a_hint(campaign: Campaign) -> None:
    guidance = campaign.controls["A.5.1"].questions["employees"].guidance
    plain = replace(guidance, da="Spørg: Også om små ting.")
    question = asked(changed(campaign, "A.5.1", guidance=plain))[0]
    assert question.hint == "Spørg: Også om små ting."
    assert not any(choice.meaning for choice in question.choices)


def test_what_concerns_everyone_cannot_be_answered_as_not_relevant(
    campaign: Campaign,
) -> None:
    question = asked(changed(campaign, "A.5.1", not_applicable="never"))[0]
    assert "not-applicable" not in [choice.status for choice in question.choices]


def test_a_control_that_does_not_apply_is_not_asked_about(campaign: Campaign) -> None:
    applied = tuple(
        replace(one, applies=one.control.id != "A.5.1") for one in campaign.applied
    )
    assert asked(replace(campaign, applied=applied))[0].id == "A.5.10"


def test_an_english_campaign_asks_in_english(campaign: Campaign) -> None:
    with using("en"):
        doors = asked(replace(campaign, language="en"))[10]
    assert doors.text.startswith("Do you make sure that no strangers follow you")
    assert "the answer is 'Not relevant to me'" in doors.hint
    assert [choice.word for choice in doors.choices][:3] == ["Yes", "Partly", "No"]
    assert doors.choices[2].meaning == "You ask only now and then or never."


def test_only_a_department_without_a_parent_can_be_chosen(campaign: Campaign) -> None:
    assert [id for id, _name in departments(campaign)] == [
        "sundhed",
        "teknik",
        "farlig",
    ]


def test_the_minutes_are_those_of_reading_all_and_choosing(campaign: Campaign) -> None:
    question = asked(campaign)[0]
    choice = replace(question.choices[0], word="Ja", meaning="ord " * 149)
    long = replace(question, text="ord " * 40, hint="ord " * 10, choices=(choice,))
    assert minutes([long]) == 2  # 200 words, and a quarter to choose
    assert minutes([long] * 4) == 5
