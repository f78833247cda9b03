"""Who gave an answer, and to whom its form was issued."""

import pytest

from secaudit.campaign import AnsweredBy, fold, who_answered
from secaudit.language import using
from secaudit.register import Event
from tests.municipality import Municipality
from tests.story import SYSTEM, Story, control

ANNA = ("Anna Holm", "anna@x.example")


def story(*respondent: str, issued: tuple[str, str] = ANNA) -> Story:
    """A form that was issued to Anna, and answered by who the document names."""
    told = Story().open("2026", control("T.1")).issue(SYSTEM, "T.1", issue="f" * 32)
    told.events[-1].personal.update(zip(("name", "email"), issued, strict=True))
    told.say(SYSTEM, {"T.1": "met"}, issue="f" * 32)
    if respondent:
        told.events[-1].personal["respondent"] = list(respondent)
    return told


def by(told: Story) -> AnsweredBy:
    """Who answered, as the campaign says and as its events say: the same."""
    found = told.campaign().words[SYSTEM, "T.1"].by
    assert who_answered(told.events) == {told.events[-1].sequence: found}
    return found


@pytest.mark.parametrize(
    ("respondent", "said"),
    [
        (ANNA, "Anna Holm"),
        (("  anna\u00a0 HOLM", ""), "anna HOLM"),
        (("", "Anna@X.example"), "Anna@X.example"),
        (("Anna Holm", "anna.holm@home.example"), "Anna Holm"),
        (("Kai Vikar", "kai@x.example"), "Kai Vikar; udsendt til Anna Holm"),
        (("Kai Vikar", "anna@x.example"), "Kai Vikar; udsendt til Anna Holm"),
        (("", "kai@x.example"), "kai@x.example; udsendt til Anna Holm"),
        (("", ""), "ikke oplyst; udsendt til Anna Holm"),
        ((" ", " "), "ikke oplyst; udsendt til Anna Holm"),
    ],
)
def test_who_answered_is_who_the_document_names(
    respondent: tuple[str, str], said: str
) -> None:
    assert by(story(*respondent)).said == said


def test_a_form_that_was_issued_to_nobody_names_who_answered_alone() -> None:
    nobody = story("Kai Vikar", "", issued=("", ""))
    nobody.events[1].payload["person"] = nobody.events[2].payload["person"] = None
    assert by(nobody).said == "Kai Vikar"
    nobody.events[2].personal["respondent"] = ["", ""]
    assert by(nobody).said == "ikke oplyst"


def test_a_form_without_an_address_that_nobody_signs_tells_to_whom_it_was_issued() -> (
    None
):
    told = story("", "", issued=("Anna Holm", ""))
    assert by(told).said == "ikke oplyst; udsendt til Anna Holm"


def test_names_that_were_deleted_say_so() -> None:
    told = story()
    assert by(told).said == "(navnet er slettet); udsendt til Anna Holm"
    told.events[1].personal.clear()
    assert by(told).said == "(navnet er slettet); udsendt til p1"


def test_who_answered_is_a_part_of_a_sentence_too() -> None:
    both = AnsweredBy("Kai {0}", "Anna Holm"), AnsweredBy("", "Anna Holm")
    assert [one.sentence for one in both] == [
        "besvaret af Kai {0}; udsendt til Anna Holm",
        "besvaret af: ikke oplyst; udsendt til Anna Holm",
    ]
    with using("en"):
        assert both[0].sentence == "answered by Kai {0}; issued to Anna Holm"


def test_a_form_that_was_handed_over_since_was_issued_to_who_had_it_then(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    municipality.record(municipality.sign(path, "Kai Vikar", "anna@proeve.example"))
    municipality.transfer("p01", "p03", "omsorg")
    word = municipality.campaign().words["system:omsorg", "T.1"]
    assert word.by == AnsweredBy("Kai Vikar", "Anna Holm")


def test_an_answer_that_is_carried_keeps_who_gave_it() -> None:
    told = story("Kai Vikar", "")
    given = by(told)
    carried = {"T.1": "2026"}
    told.open("2027", control("T.1")).issue(SYSTEM, person="p2", carried=carried)
    assert told.campaign().words[SYSTEM, "T.1"].by == given


def test_what_an_answer_says_is_the_same_when_who_gave_it_is_deleted() -> None:
    told = story("Kai Vikar", "")
    purged = [Event(**{**vars(event), "personal": {}}) for event in told.events]
    before, after = told.campaign(), fold(purged)["2026"]
    assert before.words[SYSTEM, "T.1"].answer == after.words[SYSTEM, "T.1"].answer
