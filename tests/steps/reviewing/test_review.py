"""Review: the officer's word stands beside the owner's, and the owner's stays."""

from datetime import date

import pytest

from secaudit.officer.verdicts import Verdict
from secaudit.problems import Refused, WrongUsage, errors
from secaudit.steps.issuing import plan, small_forms
from secaudit.steps.looking.history import history
from secaudit.steps.reviewing.review import Reviewed, answered
from tests.municipality import ANSWERED, Municipality

LATER = date(2026, 9, 25)
LACKING = {"status": "delvist opfyldt", "comment": "Kun for én afdeling"}
ELSEWHERE = {"status": "ikke relevant", "comment": "Står hos leverandøren"}
SYSTEMS = "inventory/systems.yaml"


@pytest.fixture
def answered_by_anna(municipality: Municipality) -> Municipality:
    """The archive: T.1 met, T.2 met, T.3 not applicable."""
    path = municipality.answer("p01", "system-arkiv", {"T.3": ELSEWHERE})
    municipality.record(path)
    return municipality


def agree(control: str = "T.1", subject: str = "arkiv") -> Verdict:
    return Verdict(subject, control, "agreed")


def send_back(control: str = "T.1", reason: str = "Hvornår?") -> Verdict:
    return Verdict("arkiv", control, "returned", reason=reason)


def assess(status: str, control: str = "T.1", reason: str = "Set på stedet") -> Verdict:
    return Verdict("arkiv", control, "assessed", status, reason)


def stands(municipality: Municipality, control: str = "T.1") -> tuple[str, str | None]:
    """The status that counts, and why it is a gap."""
    key = ("system:arkiv", control)
    return next(
        (i.status, i.reason) for i in municipality.picture().items if i.key == key
    )


def test_an_agreed_answer_stands_and_is_reviewed(
    answered_by_anna: Municipality,
) -> None:
    [done] = answered_by_anna.review(agree())
    last = answered_by_anna.register.head().sequence
    subject = done.subject
    assert done == Reviewed(last, subject, "T.1", "agreed", "met", "met")
    assert (subject.key, subject.name) == ("system:arkiv", "Arkiv")
    review = answered_by_anna.campaign().review(("system:arkiv", "T.1"))
    assert review is not None
    assert (review.outcome, review.by) == ("agreed", "Officer")
    assert stands(answered_by_anna) == ("met", None)


def test_a_returned_answer_is_a_gap_until_it_is_answered_again(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back())
    assert stands(answered_by_anna) == ("met", "returned")
    [form] = answered_by_anna.issue(planner=small_forms.returned).forms
    path = answered_by_anna.answer("p01", form.stem, on=LATER)
    assert errors(answered_by_anna.record(path, on=LATER).problems) == ()
    assert stands(answered_by_anna) == ("met", None)


@pytest.mark.parametrize(
    "written", ["ikke opfyldt", "not-met", "Ikke  Opfyldt", " NOT-MET ", "not met"]
)
def test_an_answer_can_be_assessed_otherwise_in_either_language(
    answered_by_anna: Municipality, written: str
) -> None:
    [done] = answered_by_anna.review(assess(written))
    assert (done.owners, done.counts) == ("met", "not-met")
    assert stands(answered_by_anna) == ("not-met", "not-met")


def test_the_owners_word_is_never_overwritten_both_stand(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(assess("ikke opfyldt", reason="Set på stedet"))
    word = answered_by_anna.campaign().words["system:arkiv", "T.1"]
    assert (word.answer.status, word.person) == ("met", "p01")
    [_issued, said, reviewed] = history(answered_by_anna.workspace, "arkiv", "T.1")
    assert said.told[0].startswith("T.1: opfyldt")
    assert reviewed.who == "Officer"
    (told,) = reviewed.told
    assert told.split(" · ") == [
        "T.1",
        "vurderet anderledes: ikke opfyldt",
        f"svaret i post {said.sequence}",
        "Set på stedet",
    ]


def test_the_reviewers_reason_lies_in_the_text_that_can_be_deleted(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back(reason="  Bo siger\n nej "))
    event = answered_by_anna.register.events()[-1]
    assert event.personal == {"by": "Officer", "reason": "Bo siger nej"}
    assert event.payload == {
        "control": "T.1",
        "outcome": "returned",
        "of": event.sequence - 1,
        "on": "2026-09-20",
    }


def test_not_applicable_leaves_the_denominator_only_once_it_is_reviewed(
    answered_by_anna: Municipality,
) -> None:
    def left() -> bool:
        return next(
            i.left
            for i in answered_by_anna.picture().items
            if i.key == ("system:arkiv", "T.3")
        )

    assert not left()
    answered_by_anna.review(agree("T.3"))
    assert left()


def test_the_latest_review_of_an_answer_counts(answered_by_anna: Municipality) -> None:
    answered_by_anna.review(assess("ikke opfyldt"))
    answered_by_anna.review(agree())
    assert stands(answered_by_anna) == ("met", None)


def test_a_new_answer_stands_unreviewed(answered_by_anna: Municipality) -> None:
    answered_by_anna.review(assess("ikke opfyldt"))
    again = {"T.1": LACKING}
    answered_by_anna.record(
        answered_by_anna.answer("p01", "system-arkiv", again, only=True)
    )
    assert stands(answered_by_anna) == ("partial", "partial")
    assert answered_by_anna.campaign().review(("system:arkiv", "T.1")) is None


def test_several_answers_are_reviewed_at_once(answered_by_anna: Municipality) -> None:
    done = answered_by_anna.review(agree("T.1"), agree("T.2"), assess("opfyldt", "T.3"))
    assert [one.control for one in done] == ["T.1", "T.2", "T.3"]
    first, second, third = [one.sequence for one in done]
    assert (second, third) == (first + 1, first + 2)


def test_if_one_of_several_cannot_be_none_is_recorded(
    answered_by_anna: Municipality,
) -> None:
    with answered_by_anna.refuses("T.9", error=WrongUsage):
        answered_by_anna.review(agree("T.1"), agree("T.9"), agree("T.2"))
    assert answered_by_anna.campaign().reviews == {}


def test_a_carried_answer_can_be_reviewed_years_later(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = Municipality(tmp_path_factory.mktemp("m") / "k")
    for year in (2025, 2026):
        made.open(str(year), date(year, 9, 1))
        made.issue(date(year, 9, 1))
        if year == 2025:
            on = date(2025, 9, 20)
            made.record(
                made.answer("p01", "system-arkiv", on=on, campaign="2025"), on=on
            )
    made.review(send_back())
    assert stands(made) == ("met", "returned")
    [form] = made.issue(planner=small_forms.returned).forms
    assert "\n  T.1:" in form.read_text(encoding="utf-8")


# Returned and returned again


def test_what_was_returned_is_asked_once_more_with_the_reviewers_word(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back(reason="Hvornår blev det prøvet?"))
    issued = answered_by_anna.issue(planner=small_forms.returned)
    [form] = issued.forms
    assert (form.parent.name, form.name) == ("p01", "system-arkiv-returned-1.yaml")
    text = form.read_text(encoding="utf-8")
    assert issued.questions == 1
    assert "\n  T.1:" in text
    assert "\n  T.2:" not in text
    assert "Hvornår blev det prøvet?" in text
    assert "'opfyldt'" in text


def test_what_was_returned_is_asked_once_until_it_is_answered(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back())
    assert len(answered_by_anna.issue(planner=small_forms.returned).forms) == 1
    assert answered_by_anna.issue(LATER, small_forms.returned).forms == ()


def test_what_was_agreed_on_or_assessed_otherwise_is_not_asked_once_more(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(agree("T.2"), assess("ikke opfyldt"), agree("T.3"))
    assert answered_by_anna.issue(planner=small_forms.returned).forms == ()


def test_what_was_returned_by_mistake_and_agreed_on_is_not_asked_once_more(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back(), agree())
    assert answered_by_anna.issue(planner=small_forms.returned).forms == ()
    assert stands(answered_by_anna) == ("met", None)


def test_an_answer_can_be_returned_answered_anew_and_returned_again(
    answered_by_anna: Municipality,
) -> None:
    for number in (1, 2, 3):
        answered_by_anna.review(send_back(reason=f"Nr. {number}"))
        [form] = answered_by_anna.issue(planner=small_forms.returned).forms
        assert form.name == f"system-arkiv-returned-{number}.yaml"
        assert f"Nr. {number}" in form.read_text(encoding="utf-8")
        said = {"T.1": {"comment": f"Prøvet {number} gange"}}
        path = answered_by_anna.answer("p01", form.stem, said, on=LATER)
        assert errors(answered_by_anna.record(path, on=LATER).problems) == ()
        assert stands(answered_by_anna) == ("met", None)
    word = answered_by_anna.campaign().words["system:arkiv", "T.1"]
    assert word.answer.comment == "Prøvet 3 gange"


def test_a_returned_question_must_be_answered_in_the_form_of_the_campaign_too(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back())
    silent = answered_by_anna.answer("p01", "system-arkiv", {"T.2": {}}, only=True)
    found = errors(answered_by_anna.record(silent).problems)
    assert [(one.code, "T.1" in one.message) for one in found] == [("unanswered", True)]
    said = answered_by_anna.answer("p01", "system-arkiv", {"T.1": LACKING}, only=True)
    answered_by_anna.record(said)
    assert stands(answered_by_anna) == ("partial", "partial")


def test_a_small_form_must_be_answered_whole(answered_by_anna: Municipality) -> None:
    answered_by_anna.review(send_back())
    [form] = answered_by_anna.issue(planner=small_forms.returned).forms
    empty = answered_by_anna.answer("p01", form.stem, only=True)
    [problem] = errors(answered_by_anna.record(empty).problems)
    assert problem.code == "unanswered"


def test_a_new_form_for_the_system_shows_what_was_sent_back(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back())
    answered_by_anna.edit(SYSTEMS, ", criticality: other", "")
    issued = answered_by_anna.issue(LATER, plan.reissue("arkiv"))
    assert issued.unsent == ()
    form = answered_by_anna.form("p01", "system-arkiv").read_text(encoding="utf-8")
    assert "SENDT RETUR: Hvornår?" in form
    assert answered_by_anna.issue(LATER, small_forms.returned).forms == ()


def test_what_is_returned_goes_to_who_has_the_system_now(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back())
    answered_by_anna.issue(planner=small_forms.returned)
    answered_by_anna.edit(
        SYSTEMS, 'name: "Arkiv", owner: p01', 'name: "Arkiv", owner: p03'
    )
    [form] = answered_by_anna.issue(LATER, small_forms.returned).forms
    assert form.parent.name == "p03"
    assert answered_by_anna.issue(LATER, small_forms.returned).forms == ()


def test_nobody_is_asked_again_of_a_system_that_is_not_in_use_any_more(
    answered_by_anna: Municipality,
) -> None:
    answered_by_anna.review(send_back())
    answered_by_anna.edit(SYSTEMS, "criticality: other", "lifecycle: retired")
    assert answered_by_anna.issue(LATER, small_forms.returned).forms == ()


# What cannot be reviewed


@pytest.mark.parametrize(
    ("verdict", "error", "words"),
    [
        (
            agree(subject="omsorg"),
            Refused,
            "T.1 for Omsorg & Pleje har intet svar at vurdere",
        ),
        (agree(subject="akriv"), WrongUsage, "mente du 'arkiv'"),
        (agree(subject="proevekommune"), WrongUsage, "kan være flere"),
        (agree("T.6"), WrongUsage, "system:arkiv spørges ikke om 'T.6'"),
        (agree("t.1"), WrongUsage, "mente du 'T.1'"),
        (send_back(reason=""), WrongUsage, "--reason"),
        (send_back(reason=" \n "), WrongUsage, "--reason"),
        (assess("ikke opfyldt", reason=""), WrongUsage, "--reason"),
        (assess("ikke opfyldt", reason="x" * 4001), WrongUsage, "4000"),
        (assess("ikke opfyldt", reason="a\u202eb"), WrongUsage, "--reason"),
        (assess("opfyldt"), WrongUsage, "--agree"),
        (assess("opfyld"), WrongUsage, "skriv 'opfyldt', 'delvist opfyldt'"),
        (assess("metet"), WrongUsage, "skriv 'opfyldt', 'delvist opfyldt'"),
        (assess("ubesvaret"), WrongUsage, "'ubesvaret' er ikke en gyldig status"),
        (assess(""), WrongUsage, "'' er ikke en gyldig status"),
        (
            assess("ikke relevant", "T.2"),
            Refused,
            "'ikke relevant' kan ikke bruges her",
        ),
    ],
)
def test_a_review_that_makes_no_sense_is_refused(
    answered_by_anna: Municipality, verdict: Verdict, error: type[Refused], words: str
) -> None:
    with answered_by_anna.refuses(words, error=error):
        answered_by_anna.review(verdict)


def test_an_inherited_answer_is_reviewed_at_the_service(
    municipality: Municipality,
) -> None:
    municipality.edit(
        SYSTEMS, '"Arkiv", owner: p01', '"Arkiv", owner: p01, uses: [backup]'
    )
    municipality.issue(planner=plan.reissue("arkiv"))
    municipality.record(municipality.answer("p02", "system-backup"))
    with municipality.refuses("T.3 for Arkiv", "system:backup"):
        municipality.review(agree("T.3"))
    municipality.review(
        Verdict("backup", "T.3", "assessed", "ikke opfyldt", "Aldrig prøvet")
    )
    assert stands(municipality, "T.3") == ("not-met", "not-met")


def test_a_system_and_an_owner_of_the_same_id_must_be_told_apart(
    municipality: Municipality,
) -> None:
    municipality.edit(
        SYSTEMS, "systems:\n", "systems:\n  - {id: p01, name: P, owner: p02}\n"
    )
    municipality.issue(LATER)
    municipality.record(municipality.answer("p01", "owner-p01"))
    with municipality.refuses("owner:p01, system:p01", error=WrongUsage):
        municipality.review(agree(subject="p01"))
    [done] = municipality.review(agree(subject="owner:p01"))
    assert done.subject.key == "owner:p01"


def test_a_verdict_on_an_answer_that_has_been_given_again_is_refused(
    answered_by_anna: Municipality,
) -> None:
    read = answered_by_anna.register.head().sequence
    path = answered_by_anna.answer("p01", "system-arkiv", {"T.1": LACKING}, only=True)
    answered_by_anna.record(path)
    with answered_by_anna.refuses("T.1 for Arkiv er besvaret igen"):
        answered_by_anna.review(Verdict("arkiv", "T.1", "agreed", of=read))
    answered_by_anna.review(Verdict("arkiv", "T.2", "agreed", of=read))
    answered_by_anna.review(Verdict("arkiv", "T.1", "agreed", of=read + 1))


def test_the_answer_that_is_meant_is_found_by_id_or_key(
    answered_by_anna: Municipality,
) -> None:
    desk = {item.key: item for item in answered_by_anna.picture(on=ANSWERED).items}
    found = answered("arkiv", "T.1", desk)
    assert found is answered("system:arkiv", "T.1", desk)
    assert found.key == ("system:arkiv", "T.1")
