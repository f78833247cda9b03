"""The texts for a survey tool: the headings that its export is known by, and the answers."""

from dataclasses import replace

from secaudit.campaign import Campaign
from secaudit.language import using
from secaudit.survey.questions import asked
from secaudit.survey.tool import tool_text
from tests.survey.conftest import HOSTILE


def test_each_question_stands_with_its_heading_its_help_and_its_answers(
    campaign: Campaign,
) -> None:
    head, _intro, _terms, departments, *questions = tool_text(campaign).split("\n\n\n")
    assert "'secaudit counts import'" in head
    assert "survey.yaml" in head
    assert departments.splitlines() == [
        "Hvilken forvaltning arbejder du i?",
        "",
        "Sundhed",
        "Teknik",
        HOSTILE,
        "Vil ikke oplyse",
    ]
    headings = [question.splitlines()[0] for question in questions]
    assert headings == [question.heading for question in asked(campaign)]
    assert questions[0].splitlines()[1:] == [
        "En kort udgave til alle medarbejdere tæller også.",
        "Ja: Du har læst alle reglerne det seneste år, og du ved, hvor du finder dem igen.",
        "Delvist: Du har kun læst en del af dem, det er over et år siden, eller du ved ikke, "
        "hvor de står.",
        "Nej: Du har aldrig læst dem.",
        "",
        "Ja",
        "Delvist",
        "Nej",
        "Ikke relevant for mig",
        "Ved ikke",
    ]


def test_what_only_the_page_does_is_not_said_of_a_tool(campaign: Campaign) -> None:
    assert "Siden gemmer intet" not in tool_text(campaign)
    with using("en"):
        english = tool_text(replace(campaign, language="en", departments=()))
    assert "Which department" not in english
    assert "A.5.1 Have you read the municipality's rules" in english
