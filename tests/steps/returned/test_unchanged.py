"""An owner says that an earlier answer is unchanged: from the form to the register and back."""

from datetime import date
from typing import Any

import pytest

from secaudit.assessment import Answer
from secaudit.campaign import Word
from secaudit.exchange.reviews import review_cells
from secaudit.officer.verdicts import Verdict
from secaudit.problems import Problem, errors
from secaudit.steps.issuing import plan, small_forms
from secaudit.steps.looking.gaps import as_json, gaps
from secaudit.steps.looking.history import history
from secaudit.steps.returned.record import Recorded
from secaudit.steps.reviewing.worklist import one
from tests.municipality import ANSWERED, Municipality

FORM = "system-omsorg"
KEY = ("system:omsorg", "T.2")
PARTIAL = {
    "status": "delvist opfyldt",
    "comment": "Kun den ene afdeling.",
    "action": {"what": "Den anden afdeling", "due": "2027-12-01"},
}
UNCHANGED = {"T.2": {"status": "UÆNDRET.", "evidence": ""}}
"""The latest review is dated by whoever fills in, as the question asks."""


def first_of(year: int) -> date:
    """The day on which a campaign is opened."""
    return date(year, 9, 1)


def said(municipality: Municipality, year: str = "2027") -> Word:
    """What was said last of T.2."""
    return municipality.campaign(year).words[KEY]


def send(
    municipality: Municipality,
    answers: dict[str, dict[str, Any]] = UNCHANGED,
    year: int = 2027,
    form: str = FORM,
) -> Recorded:
    """Answer some questions of the owner's form, and record it."""
    day = date(year, 9, 20)
    path = municipality.answer(
        "p01", form, answers, on=day, only=True, campaign=str(year)
    )
    return municipality.record(path, on=day, partial=True)


def told(recorded: Recorded) -> list[Problem]:
    """What was refused."""
    return list(errors(recorded.problems))


def next_year(municipality: Municipality, year: int = 2027) -> None:
    """Close a campaign, and open the next."""
    municipality.close(date(year - 1, 12, 1))
    municipality.open(str(year), first_of(year))
    municipality.issue(first_of(year))


@pytest.fixture
def second(municipality: Municipality) -> Municipality:
    """A municipality in its second campaign; in its first T.2 was partly met."""
    assert told(send(municipality, {"T.2": PARTIAL}, 2026)) == []
    next_year(municipality)
    return municipality


def test_in_a_first_campaign_the_word_is_refused_where_it_stands(
    municipality: Municipality,
) -> None:
    [problem] = told(send(municipality, year=2026))
    assert problem.code == "unchanged-nothing"
    line = municipality.read("campaigns/2026/returned/p01-system-omsorg-1.yaml")
    written = line.splitlines()[problem.line - 1]
    assert written[problem.column - 1 :] == "UÆNDRET."


def test_the_earlier_answer_is_recorded_with_todays_date_and_the_event_it_repeats(
    second: Municipality,
) -> None:
    before = said(second, "2026")
    assert told(send(second)) == []
    word = said(second)
    assert (word.answer.status, word.answer.comment) == ("partial", PARTIAL["comment"])
    assert (word.answer.action, word.campaign) == (before.answer.action, "2027")
    assert word.answered_on == date(2027, 9, 20)
    assert word.answer.repeats == before.sequence
    assert word.answer.reviewed_on != before.answer.reviewed_on
    seen = second.register.events()[word.sequence - 1]
    assert seen.payload["answers"]["T.2"]["repeats"] == before.sequence


def test_each_of_two_years_in_a_row_repeats_the_answer_that_its_form_showed(
    second: Municipality,
) -> None:
    send(second)
    once = said(second)
    next_year(second, 2028)
    assert told(send(second, year=2028)) == []
    twice = said(second, "2028")
    assert twice.answer.repeats == once.sequence
    assert twice.answer.comment == PARTIAL["comment"]


def test_a_comment_that_is_typed_is_kept(second: Municipality) -> None:
    answer = {"status": "uændret", "evidence": "", "comment": "Snart begge."}
    assert told(send(second, {"T.2": answer})) == []
    assert said(second).answer.comment == "Snart begge."
    assert said(second).answer.action is not None


def test_the_date_of_a_review_is_given_anew(second: Municipality) -> None:
    [problem] = told(send(second, {"T.2": {**UNCHANGED["T.2"], "reviewed_on": ""}}))
    assert problem.code == "review-date-missing"
    assert "også når svaret er uændret" in problem.message


def test_the_same_document_again_is_recorded_already(second: Municipality) -> None:
    send(second)
    again = second.folder / "campaigns/2027/returned"
    [receipt] = second.record(again, on=date(2027, 9, 21), partial=True).receipts
    assert [event for event, _subject in receipt.already] == [said(second).sequence]


def test_what_was_sent_back_last_year_is_answered_anew(
    municipality: Municipality,
) -> None:
    send(municipality, {"T.2": PARTIAL}, 2026)
    municipality.review(Verdict("omsorg", "T.2", "returned", reason="Hvor?"))
    next_year(municipality)
    text = municipality.form("p01", FORM, "2027").read_text(encoding="utf-8")
    note = text.split("\n  T.2:\n")[1].split("\n    status:")[0]
    assert "# SENDT RETUR i forrige årsrunde: Hvor?" in note
    assert "# Kommentar: Kun den ene afdeling." in note
    assert "uændret" not in note
    [problem] = told(send(municipality))
    assert problem.code == "unchanged-sent-back"


def test_what_was_sent_back_this_year_cannot_be_repeated_by_the_same_form(
    second: Municipality,
) -> None:
    send(second)
    second.review(Verdict("omsorg", "T.2", "returned", reason="Hvor?"), on=ANSWERED)
    answer = {"status": "uændret", "evidence": "", "comment": "Stadig."}
    [problem] = told(send(second, {"T.2": answer}))
    assert problem.code == "unchanged-sent-back"


def test_a_small_form_for_what_was_sent_back_does_not_offer_the_word(
    second: Municipality,
) -> None:
    send(second)
    second.review(Verdict("omsorg", "T.2", "returned", reason="Hvor?"), on=ANSWERED)
    [path] = second.issue(date(2027, 9, 20), small_forms.returned).forms
    text = path.read_text(encoding="utf-8")
    assert "SENDT RETUR: Hvor?" in text
    assert "uændret" not in text
    [problem] = told(send(second, form=path.stem))
    assert problem.code == "unchanged-sent-back"


def test_a_form_that_is_issued_again_still_shows_the_campaign_before(
    second: Municipality,
) -> None:
    second.edit("inventory/systems.yaml", "hosting: supplier", "hosting: hybrid")
    second.issue(date(2027, 9, 10), plan.reissue("omsorg"))
    text = second.form("p01", FORM, "2027").read_text(encoding="utf-8")
    assert "# Nyt: " not in text
    assert "# Kommentar: Kun den ene afdeling." in text
    assert told(send(second)) == []
    assert said(second).answer.repeats == said(second, "2026").sequence


def test_what_a_form_shows_is_what_was_known_when_it_was_issued(
    second: Municipality,
) -> None:
    send(second)
    second.edit("inventory/systems.yaml", "hosting: supplier", "hosting: hybrid")
    second.issue(date(2027, 9, 25), plan.reissue("omsorg"))
    old, new = (
        i
        for i in second.campaign("2027").issues
        if i.subject.id == "omsorg" and i.form.part == "main"
    )
    was, now = old.earlier["T.2"], new.earlier["T.2"]
    assert (was.word.campaign, was.now) == ("2026", False)
    assert (now.word.campaign, now.now) == ("2027", True)


def test_a_renamed_system_is_shown_what_was_said_under_its_former_name(
    municipality: Municipality,
) -> None:
    send(municipality, {"T.2": PARTIAL}, 2026)
    municipality.edit(
        "inventory/systems.yaml", "- id: omsorg", "- id: pleje\n    formerly: omsorg"
    )
    next_year(municipality)
    recorded = send(municipality, form="system-pleje")
    assert told(recorded) == []
    word = municipality.campaign("2027").words["system:pleje", "T.2"]
    assert word.answer.repeats == said(municipality, "2026").sequence


def test_who_takes_a_system_over_is_shown_what_was_said(second: Municipality) -> None:
    second.transfer("p01", "p03", "omsorg", on=date(2027, 9, 10))
    text = second.form("p03", FORM, "2027").read_text(encoding="utf-8")
    assert "# Kommentar: Kun den ene afdeling." in text
    assert "# Gælder det stadig? Så skriv 'uændret' i status." in text


def test_the_lines_about_an_earlier_answer_are_help_though_the_file_is_gone(
    second: Municipality,
) -> None:
    day = date(2027, 9, 20)
    path = second.answer("p01", FORM, UNCHANGED, on=day, only=True, campaign="2027")
    second.form("p01", FORM, "2027").unlink()
    recorded = second.record(path, on=day, partial=True)
    assert [p for p in recorded.problems if p.code == "help-line"] == []
    assert len(recorded.receipts[0].events) == 1


ODD = (
    'Linje et\n\n# linje to: "citat" \\ {{x}} `y` \U0001f600 '
    + "ord " * 400
    + "https://intranet.example/"
    + "vejledning/" * 30
)


def test_an_earlier_comment_of_any_words_is_help_that_is_known_and_repeated_whole(
    municipality: Municipality,
) -> None:
    send(municipality, {"T.2": {**PARTIAL, "comment": ODD}}, 2026)
    next_year(municipality)
    assert send(municipality).problems == ()
    assert said(municipality).answer.comment == ODD


def test_what_is_written_beside_an_earlier_answer_on_a_line_of_help_is_told(
    second: Municipality,
) -> None:
    day = date(2027, 9, 20)
    path = second.answer("p01", FORM, UNCHANGED, on=day, only=True, campaign="2027")
    second.edit(
        path.relative_to(second.folder).as_posix(),
        "# Kommentar: Kun den ene afdeling.",
        "# Kommentar: Nu gælder det begge afdelinger.",
    )
    [problem] = told(second.record(path, on=day, partial=True))
    assert problem.code == "help-line"


def test_a_word_that_is_unchanged_stands_unreviewed_and_is_not_a_changed_answer(
    municipality: Municipality,
) -> None:
    send(municipality, {"T.1": {}}, 2026)
    municipality.review(Verdict("omsorg", "T.1", "agreed"))
    next_year(municipality)
    again = {"T.1": {"status": "uændret", "evidence": ""}}
    assert told(send(municipality, again)) == []
    campaign = municipality.campaign("2027")
    assert campaign.review(("system:omsorg", "T.1")) is None
    municipality.edit("inventory/systems.yaml", "hosting: supplier", "hosting: hybrid")
    municipality.issue(date(2027, 9, 20), plan.reissue("omsorg"))
    recorded = send(municipality, again)
    [receipt] = recorded.receipts
    [replaced] = receipt.replaced.values()
    assert (replaced.changed, replaced.same) == (0, 1)


def test_a_register_from_before_the_word_reads_as_before(second: Municipality) -> None:
    assert said(second, "2026").answer.repeats is None
    for event in second.register.events():
        for answer in event.payload.get("answers", {}).values():
            assert "repeats" not in answer
    assert Answer("met") == Answer("met", repeats=3)


def test_history_tells_which_event_an_answer_repeats(second: Municipality) -> None:
    before = said(second, "2026").sequence
    send(second)
    text = str(history(second.workspace, "omsorg", "T.2"))
    assert f"uændret fra post {before}" in text


def test_the_officer_sees_of_an_answer_that_it_was_only_confirmed(
    second: Municipality,
) -> None:
    before = said(second, "2026").sequence
    send(second)
    work = one(second.workspace, None, "omsorg", "T.2", date(2027, 9, 21))
    cells = review_cells(work)
    assert cells["status"] == f"delvist opfyldt · uændret fra post {before}"
    told = as_json(gaps(second.workspace, None, date(2027, 9, 21)))["gaps"]
    repeats = {(g["subject"]["id"], g["control"]): g.get("repeats") for g in told}
    assert repeats["omsorg", "T.2"] == before
