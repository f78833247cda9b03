"""History: who said what, when, in which file."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from secaudit.problems import WrongUsage
from secaudit.steps.follow_up.decide import DecisionTold
from secaudit.steps.issuing import plan
from secaudit.steps.looking.event_lines import told
from secaudit.steps.looking.history import Entry, history
from tests.mails import mailed
from tests.municipality import Municipality

SAID = {
    "T.1": {
        "status": "delvist opfyldt",
        "comment": "Gennemgået for én\n  af to",
        "evidence": "ESDH 2026-1",
    }
}


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """One system has been answered."""
    municipality.record(municipality.answer("p01", "system-omsorg", SAID))
    return municipality


def test_history_tells_who_when_and_in_which_file(answered: Municipality) -> None:
    entries = history(answered.workspace, "system:omsorg", None)
    assert [entry.kind for entry in entries] == ["issued", "issued", "assessed"]
    last = entries[-1]
    assert (last.who, last.at, last.campaign) == (
        "Anna Holm",
        "2026-09-20T08:00:00Z",
        "2026",
    )
    path = answered.workspace.returned("2026") / "p01-system-omsorg-1.yaml"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.name in last.told[-1]
    assert digest in last.told[-1]


def test_history_tells_who_answered_and_to_whom_the_form_was_issued(
    municipality: Municipality,
) -> None:
    for name, who in (
        ("Kai Vikar", "Kai Vikar; udsendt til Anna Holm"),
        ("", "ikke oplyst; udsendt til Anna Holm"),
        ("anna  holm", "anna holm"),
    ):
        path = municipality.answer("p01", "system-omsorg")
        municipality.record(municipality.sign(path, name))
        entry = last(municipality, "system:omsorg", "T.1")
        assert (entry.kind, entry.who) == ("assessed", who)


def test_history_tells_the_answers_with_comment_and_evidence(
    answered: Municipality,
) -> None:
    told = history(answered.workspace, "system:omsorg", None)[-1].told
    assert told[0] == "T.1: delvist opfyldt · Gennemgået for én af to · ESDH 2026-1"
    assert told[1].startswith("T.2: opfyldt · gennemgået 2026-08-06")


def test_history_of_a_form_tells_which_and_to_whom(answered: Municipality) -> None:
    owner, operations, _ = history(answered.workspace, "system:omsorg", None)
    assert (owner.who, operations.who) == ("Anna Holm", "Bo Lind")
    form = answered.form("p02", "system-omsorg").read_text(encoding="utf-8")
    assert operations.told[0].split()[-1] in form


def test_history_of_a_control_leaves_the_others_out(answered: Municipality) -> None:
    entries = history(answered.workspace, "system:omsorg", "T.3")
    assert [(e.kind, e.who) for e in entries] == [("issued", "Bo Lind")]
    [_issued, assessed] = history(answered.workspace, "system:omsorg", "T.1")
    assert [line.split(":")[0] for line in assessed.told[:-1]] == ["T.1"]


def test_a_subject_may_be_named_by_its_id_alone(answered: Municipality) -> None:
    assert history(answered.workspace, "omsorg", None) == history(
        answered.workspace, "system:omsorg", None
    )


def test_each_later_word_stands_in_the_history(answered: Municipality) -> None:
    later = {"T.1": {"status": "ved ikke"}}
    answered.record(answered.answer("p01", "system-omsorg", later, only=True))
    entries = history(answered.workspace, "omsorg", "T.1")
    told = [entry.told[0] for entry in entries if entry.kind == "assessed"]
    assert [line.split(" · ")[0] for line in told] == [
        "T.1: delvist opfyldt",
        "T.1: ved ikke",
    ]


def test_an_unknown_subject_is_wrong_usage_with_a_guess(answered: Municipality) -> None:
    with pytest.raises(WrongUsage, match="mente du 'omsorg'"):
        history(answered.workspace, "omsrog", None)


# The whole year


def kinds(
    municipality: Municipality, subject: str, control: str | None = None
) -> list[str]:
    return [entry.kind for entry in history(municipality.workspace, subject, control)]


def last(municipality: Municipality, subject: str, control: str | None = None) -> Entry:
    return history(municipality.workspace, subject, control)[-1]


def test_history_tells_of_a_review_with_the_reason(answered: Municipality) -> None:
    answered.review(Verdict("omsorg", "T.1", "returned", reason="Hvilken afdeling?"))
    told = last(answered, "omsorg", "T.1")
    assert (told.kind, told.who) == ("reviewed", "Officer")
    assert told.told[0].startswith("T.1 · sendt retur")
    assert told.told[0].endswith("Hvilken afdeling?")
    assert "reviewed" not in kinds(answered, "omsorg", "T.2")


def test_history_tells_of_an_action_wherever_it_covers_a_gap(
    answered: Municipality,
) -> None:
    gaps = ("omsorg/T.1", "backup/T.2")
    answered.act(Change(what="Gør det", covers=gaps, due=date(2026, 12, 1)))
    answered.act(Change("H1", due=date(2027, 1, 1), reason="Ferie"))
    answered.act(Change("H1", status="done", evidence="ESDH 7"))
    told = [
        e for e in history(answered.workspace, "backup", "T.2") if e.kind == "action"
    ]
    assert [entry.told for entry in told] == [
        ("H1 · Gør det · frist 2026-12-01",),
        ("H1 · frist 2027-01-01 · Ferie",),
        ("H1 · udført · ESDH 7",),
    ]
    assert kinds(answered, "omsorg", "T.1").count("action") == 3
    assert "action" not in kinds(answered, "omsorg", "T.2")
    assert "action" not in kinds(answered, "arkiv")


def test_history_tells_of_what_an_action_covers_only_since_it_does(
    answered: Municipality,
) -> None:
    answered.act(Change(what="x", covers=("omsorg/T.1",), due=date(2026, 12, 1)))
    answered.act(Change("H1", covers=("backup/T.1",)))
    assert kinds(answered, "backup", "T.1").count("action") == 1
    assert kinds(answered, "omsorg", "T.1").count("action") == 2


def test_history_tells_of_a_decision_about_a_gap(answered: Municipality) -> None:
    answered.write("profile.yaml", "acceptance: {society-critical: Direktionen}\n")
    on, until = date(2026, 9, 20), date(2027, 1, 1)
    accepts, known = ("omsorg/T.1",), ("backup/T.6",)
    both = DecisionTold("Ja", "Direktionen", on, "2026-1", (), accepts, known, until)
    answered.decide(both)
    assert last(answered, "omsorg", "T.1").told == (
        "B1 · 2026-09-20 · Direktionen · 2026-1 · Ja",
        "system:omsorg/T.1 må stå til og med 2027-01-01",
        "system:backup/T.6 er et kendt lovkrav, frist 2027-01-01",
    )
    assert last(answered, "backup", "T.6").kind == "decision"
    assert "decision" not in kinds(answered, "omsorg", "T.2")


def test_history_tells_that_it_was_taken_out_whichever_control_is_asked_for(
    answered: Municipality,
) -> None:
    answered.withdraw("omsorg", "Erstattet")
    for control in (None, "T.1", "T.6"):
        told = last(answered, "omsorg", control)
        assert (told.kind, told.told) == ("withdrawn", ("Erstattet",))


def test_history_tells_which_form_took_the_place_of_which(
    answered: Municipality,
) -> None:
    old = next(i.id for i in answered.campaign().current() if i.subject.id == "arkiv")
    answered.edit("inventory/systems.yaml", "[none]", "[cpr]")
    answered.issue(planner=plan.reissue("arkiv"))
    told = last(answered, "arkiv")
    assert (told.kind, old in told.told[-1]) == ("issued", True)


def test_history_of_a_renamed_system_begins_with_its_former_name(
    answered: Municipality,
) -> None:
    answered.open("2027", date(2027, 9, 1))
    answered.edit(
        "inventory/systems.yaml", "id: omsorg", "id: pleje\n    formerly: omsorg"
    )
    answered.issue(date(2027, 9, 1))
    found = history(answered.workspace, "pleje", "T.1")
    assert [(e.kind, e.subject, e.campaign) for e in found] == [
        ("issued", "system:omsorg", "2026"),
        ("assessed", "system:omsorg", "2026"),
        ("issued", "system:pleje", "2027"),
    ]


def test_history_of_a_person_tells_what_happened_to_them(
    answered: Municipality,
) -> None:
    answered.extend("p02", date(2026, 10, 15))
    answered.transfer("p02", "p03", "omsorg")
    told = [(e.kind, e.told[:1]) for e in history(answered.workspace, "p02", None)]
    assert told[1:] == [
        ("extended", ("p02 har svarfrist 2026-10-15",)),
        ("transferred", ("fra p02 til p03",)),
    ]
    assert told[0][0] == "issued"  # their own duties
    assert kinds(answered, "p03") == ["transferred"]


def test_a_key_tells_a_system_from_a_person_of_the_same_id(
    answered: Municipality,
) -> None:
    entry = "  - {id: p01, name: P, owner: p02}\n"
    answered.edit("inventory/systems.yaml", "systems:\n", f"systems:\n{entry}")
    answered.issue()
    both = {e.subject for e in history(answered.workspace, "p01", None)}
    assert {"system:p01", "owner:p01"} <= both
    [system] = history(answered.workspace, "system:p01", None)
    assert system.subject == "system:p01"


def test_history_stays_when_the_campaign_is_closed(answered: Municipality) -> None:
    before = kinds(answered, "omsorg")
    answered.close()
    late = date(2026, 10, 9)
    answered.record(
        answered.answer("p01", "system-omsorg", on=late), on=late, late=True
    )
    assert kinds(answered, "omsorg") == [*before, "assessed"]


# Mails


def mails(
    municipality: Municipality, person: str, kind: str = "mailed"
) -> list[tuple[str, ...]]:
    """What the history of somebody tells of mails."""
    every = history(municipality.workspace, person, None)
    return [entry.told for entry in every if entry.kind == kind]


def test_history_of_a_person_tells_of_the_mails_to_and_about_them(
    answered: Municipality,
) -> None:
    mailed(answered, "p01", way="draft")
    mailed(answered, "p01", "reminder", stage="before", to="p02", forms=["a"])
    mailed(answered, "p03", "receipt", forms=[])
    mail = "mail med skemaerne · kladde · til p01@proeve.example · 2 skemaer"
    reminder = "påmindelse · sendt · til p01@proeve.example · 1 skema"
    assert mails(answered, "p01") == [(mail,), (reminder,)]
    assert mails(answered, "p02") == [(reminder,)]
    assert mails(answered, "p03") == [("kvittering · sendt · til p03@proeve.example",)]
    assert {e.who for e in history(answered.workspace, "p03", None)} >= {"Officer"}
    assert mails(answered, "omsorg") == []


def test_history_of_a_director_who_has_no_form_tells_of_their_mails(
    answered: Municipality,
) -> None:
    mailed(answered, "p09", "director")
    assert mails(answered, "p09") == [
        ("liste til en direktør · sendt · til p09@proeve.example · 2 skemaer",)
    ]


def test_history_tells_what_the_mail_server_made_of_a_mail(
    answered: Municipality,
) -> None:
    outcomes = ("taken", "refused", "doubtful")
    taken, refused, doubtful = (
        mailed(answered, "p01", outcome=outcome) for outcome in outcomes
    )
    assert mails(answered, "p01", "mail-outcome") == [
        (f"mailserveren tog imod mailen i post {taken}",),
        (f"mailserveren tog ikke imod mailen i post {refused}",),
        (f"ingen ved, om mailserveren tog imod mailen i post {doubtful}",),
    ]
    assert mails(answered, "p02", "mail-outcome") == []


def test_a_mail_that_was_on_its_way_when_the_run_broke_off_stands_in_doubt(
    answered: Municipality,
) -> None:
    first = mailed(answered, "p01", outcome=None)
    second = mailed(answered, "p02", outcome=None, taken=first)
    doubt = f"ingen ved, om mailserveren tog imod mailen i post {second}"
    assert [told[1:] for told in mails(answered, "p01")] == [()]
    assert [told[1:] for told in mails(answered, "p02")] == [(doubt,)]


def test_a_mail_whose_addresses_were_deleted_is_told_by_the_ids(
    answered: Municipality,
) -> None:
    mailed(answered, "p01", to="p02", way="draft")
    event = replace(answered.register.events()[-1], personal={})
    assert [*told(event, None)] == ["mail med skemaerne · kladde · til p02 · 2 skemaer"]
