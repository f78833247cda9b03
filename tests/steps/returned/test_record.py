"""Recording: each document whole or not at all, receipts, and where personal text lies."""

import hashlib
import json
import multiprocessing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secaudit.gaps import figures
from secaudit.problems import errors
from secaudit.steps.issuing import plan
from secaudit.steps.returned.record import Recorded, record
from secaudit.workspace import load_workspace
from tests.municipality import ANSWERED, Municipality, clock

PARTIAL = {
    "status": "delvist opfyldt",
    "comment": "Kun HEMMELIG KOMMENTAR er gjort",
    "evidence": "HEMMELIG SAG 7",
    "action": {
        "what": "HEMMELIG HANDLING",
        "responsible": "HEMMELIG PERSON",
        "due": "2026-12-01",
        "hours": 20,
        "cost": 15000,
    },
}


def both(municipality: Municipality, *paths: Path) -> Path:
    """One file that holds the documents of several."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return municipality.write("campaigns/2026/returned/both.yaml", "---\n".join(texts))


def codes(found: Recorded) -> list[str]:
    return [problem.code for problem in errors(found.problems)]


def test_a_document_is_recorded_as_one_event(municipality: Municipality) -> None:
    before = municipality.register.head().sequence
    found = municipality.record(municipality.answer("p01", "system-omsorg"))
    [receipt] = found.receipts
    assert receipt.events == ((before + 1, "system:omsorg"),)
    assert (receipt.already, receipt.refused) == ((), 0)
    event = municipality.register.events()[-1]
    assert (event.kind, event.subject) == ("assessed", "system:omsorg")
    assert set(event.payload["answers"]) == {"T.1", "T.2", "T.6"}


def test_the_receipt_has_the_sha256_of_the_file_as_sent(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    [receipt] = municipality.record(path).receipts
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert receipt.sha256 == digest
    assert receipt.file == path.as_posix()
    assert municipality.register.events()[-1].payload["file"] == digest


def test_the_same_document_again_is_already_recorded(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    [(number, subject)] = municipality.record(path).receipts[0].events
    head = municipality.register.head()
    again = municipality.record(path)
    assert again.receipts[0].events == ()
    assert again.receipts[0].already == ((number, subject),)
    assert errors(again.problems) == ()
    assert municipality.register.head() == head


def test_the_folder_can_be_recorded_every_day(municipality: Municipality) -> None:
    municipality.answer("p01", "system-omsorg")
    folder = municipality.workspace.returned("2026")
    municipality.record(folder)
    municipality.answer("p02", "system-backup")
    found = municipality.record(folder)
    recorded = [subject for r in found.receipts for _n, subject in r.events]
    known = [subject for r in found.receipts for _n, subject in r.already]
    assert (recorded, known) == (["system:backup"], ["system:omsorg"])


def test_the_same_document_twice_in_one_run_is_recorded_once(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    copy = path.with_name("kopi.yaml")
    copy.write_bytes(path.read_bytes())
    before = municipality.register.head().sequence
    found = municipality.record(path, copy)
    assert municipality.register.head().sequence == before + 1
    assert errors(found.problems) == ()


def test_two_new_documents_for_one_form_in_one_run_are_both_refused(
    municipality: Municipality,
) -> None:
    first = municipality.answer("p01", "system-omsorg")
    second = municipality.answer("p01", "system-omsorg", {"T.1": PARTIAL})
    head = municipality.register.head()
    found = municipality.record(first, second)
    assert codes(found) == ["two-documents", "two-documents"]
    assert [receipt.refused for receipt in found.receipts] == [1, 1]
    assert municipality.register.head() == head


def test_the_owners_part_and_operations_part_are_two_forms(
    municipality: Municipality,
) -> None:
    found = municipality.record(
        municipality.answer("p01", "system-omsorg"),
        municipality.answer("p02", "system-omsorg"),
    )
    assert codes(found) == []
    assert [len(receipt.events) for receipt in found.receipts] == [1, 1]


def test_of_two_documents_in_a_file_the_right_one_is_recorded(
    municipality: Municipality,
) -> None:
    bad = municipality.answer("p01", "system-omsorg", {"T.1": {"status": "delvis"}})
    good = municipality.answer("p01", "system-arkiv")
    found = municipality.record(both(municipality, bad, good))
    assert codes(found) == ["unknown-status"]
    [receipt] = found.receipts
    assert [subject for _n, subject in receipt.events] == ["system:arkiv"]
    assert receipt.refused == 1
    assert ("system:omsorg", "T.2") not in municipality.campaign().words


def test_a_document_with_one_bad_answer_is_recorded_not_at_all(
    municipality: Municipality,
) -> None:
    head = municipality.register.head()
    path = municipality.answer("p01", "system-omsorg", {"T.1": {"status": "delvis"}})
    assert codes(municipality.record(path)) == ["unknown-status"]
    assert municipality.register.head() == head


def test_a_broken_document_does_not_keep_the_next_from_being_recorded(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    whole = path.read_text(encoding="utf-8")
    other = municipality.answer("p01", "owner-p01").read_text(encoding="utf-8")
    broken = whole.replace("    status: ", "    status ", 1)
    path.write_text(f"{broken}---\n{other}---\n]\n", encoding="utf-8")
    found = municipality.record(path)
    assert codes(found) == ["missing-colon", "syntax"]
    (receipt,) = found.receipts
    assert [subject for _event, subject in receipt.events] == ["owner:p01"]
    assert receipt.refused == 1


def test_unanswered_questions_are_refused_unless_partial(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg", {"T.1": {}}, only=True)
    assert codes(municipality.record(path)) == ["unanswered", "unanswered"]
    found = municipality.record(path, partial=True)
    assert codes(found) == []
    assert {id for s, id in municipality.campaign().words if "omsorg" in s} == {"T.1"}


def test_a_question_left_out_keeps_its_earlier_answer(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-omsorg"))
    later = municipality.answer("p01", "system-omsorg", {"T.1": PARTIAL}, only=True)
    assert codes(municipality.record(later)) == []
    words = municipality.campaign().words
    assert words["system:omsorg", "T.1"].answer.status == "partial"
    assert words["system:omsorg", "T.2"].answer.status == "met"


def test_ved_ikke_withdraws_an_answer(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-omsorg"))
    said = {"T.1": {"status": "ved ikke"}}
    municipality.record(municipality.answer("p01", "system-omsorg", said, only=True))
    word = municipality.campaign().words["system:omsorg", "T.1"]
    assert word.answer.status == "unknown"


def test_no_personal_text_lies_in_any_payload(municipality: Municipality) -> None:
    municipality.record(
        municipality.answer("p01", "system-omsorg", {"T.1": PARTIAL, "T.6": PARTIAL}),
        municipality.answer("p01", "owner-p01"),
    )
    events = municipality.register.events()
    payloads = "\n".join(json.dumps(e.payload, ensure_ascii=False) for e in events)
    texts = "\n".join(json.dumps(e.personal, ensure_ascii=False) for e in events)
    secret = ("KOMMENTAR", "SAG 7", "HANDLING", "PERSON")
    people = ("Anna Holm", "anna@proeve.example", "Bo Lind", "bo@proeve.example")
    for word in (*people, "ESDH-sag", *(f"HEMMELIG {s}" for s in secret)):
        assert word not in payloads
        assert word in texts
    assert "# yaml-language-server" not in payloads
    assert '"p01"' in payloads


def test_what_is_no_personal_text_stays_in_the_payload(
    municipality: Municipality,
) -> None:
    said = {"T.1": PARTIAL}
    municipality.record(municipality.answer("p01", "system-omsorg", said))
    answer = municipality.register.events()[-1].payload["answers"]["T.1"]
    assert answer["status"] == "partial"
    assert answer["action"] == {"due": "2026-12-01", "hours": 20, "cost": 15000}
    assert answer["evidence"] == [{"seen_on": "2026-08-31"}]


def test_the_file_as_sent_is_kept_once_beside_its_first_document(
    municipality: Municipality,
) -> None:
    path = both(
        municipality,
        municipality.answer("p01", "system-omsorg"),
        municipality.answer("p01", "system-arkiv"),
    )
    municipality.record(path)
    first, second = municipality.register.events()[-2:]
    assert first.personal["file"]["name"] == second.personal["file"]["name"]
    assert "text" not in second.personal["file"]
    kept = first.personal["file"]["text"]
    assert "omsorg" in kept


def counting(municipality: Municipality, sundhed: str, answered_on: str = "") -> Path:
    """The employees' form, with counts of one department beside a large one."""
    path = municipality.answer("p03", "employees-proevekommune", only=True)
    text = path.read_text(encoding="utf-8")
    text = text.replace("sundhed: {met: ,", f"sundhed: {{met: {sundhed},")
    path.write_text(text.replace("teknik: {met: ,", "teknik: {met: 17,"), "utf-8")
    return path


@pytest.mark.parametrize(("met", "kept"), [("5", True), ("4", False), ("x", False)])
def test_no_file_is_kept_that_holds_what_fewer_than_five_employees_answered(
    municipality: Municipality, met: str, kept: bool
) -> None:
    """Nor beside another document of it, nor where its own is refused."""
    system = municipality.answer("p01", "system-omsorg")
    path = both(municipality, system, counting(municipality, met))
    municipality.record(path, municipality.answer("p01", "system-arkiv"), partial=True)
    texts = [
        event.personal["file"].get("text", "")
        for event in municipality.register.events()
        if event.kind == "assessed"
    ]
    assert any("arkiv" in text for text in texts)
    assert any("counts" in text for text in texts) is kept
    held = (municipality.folder / "register.db").read_bytes()
    assert (f"sundhed: {{met: {met},".encode() in held) is kept


def test_a_correction_of_a_fact_is_a_proposal(municipality: Municipality) -> None:
    path = municipality.answer("p01", "system-omsorg")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("hosting: supplier", "hosting: hybrid"), encoding="utf-8"
    )
    municipality.record(path)
    assert municipality.register.events()[-1].personal["corrections"] == {
        "hosting": "hybrid"
    }
    facts = [i.form.facts for i in municipality.campaign().issues if i.form.facts]
    assert "hybrid" not in json.dumps(facts)


def test_the_registers_word_on_time_is_the_clock_not_the_respondent(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg", on=date(2026, 9, 5))
    municipality.record(path, on=date(2026, 9, 25))
    event = municipality.register.events()[-1]
    assert event.at == "2026-09-25T08:00:00Z"
    assert event.payload["answered_on"] == "2026-09-05"


def test_a_file_that_was_not_read_is_an_error_and_the_others_are_recorded(
    municipality: Municipality,
) -> None:
    municipality.answer("p01", "system-omsorg")
    note = municipality.write("campaigns/2026/returned/note.txt", "hej")
    found = municipality.record(municipality.workspace.returned("2026"))
    [problem] = errors(found.problems)
    assert (problem.path, problem.code) == (note.as_posix(), "not-read")
    assert len(found.receipts[0].events) == 1


def record_all(folder: Path, paths: list[Path]) -> None:
    """Record files one by one; run in a process."""
    workspace = load_workspace(folder)
    for path in paths:
        record(workspace, None, [path], ANSWERED, clock(ANSWERED), partial=True)


@pytest.mark.slow
def test_two_processes_recording_at_once_never_fork_the_chain(
    municipality: Municipality,
) -> None:
    shares: list[list[Path]] = []
    for person, form in (("p01", "system-omsorg"), ("p02", "system-backup")):
        said = [{"T.1": {**PARTIAL, "comment": f"Nr. {n}"}} for n in range(12)]
        answers = [municipality.answer(person, form, s, only=True) for s in said]
        shares.append(answers)
    before = municipality.register.head().sequence
    spawn = multiprocessing.get_context("spawn")
    processes = [
        spawn.Process(target=record_all, args=(municipality.folder, share))
        for share in shares
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=120)
    assert [process.exitcode for process in processes] == [0, 0]
    events = municipality.register.events()[before:]
    assert len(events) == 24
    assert municipality.register.breaches()[0] == ()
    for subject in ("system:omsorg", "system:backup"):
        mine = [e.personal["answers"]["T.1"] for e in events if e.subject == subject]
        assert [said["comment"] for said in mine] == [f"Nr. {n}" for n in range(12)]


@pytest.mark.parametrize("maturity", [0, 2, 3, 5])
def test_a_clause_is_recorded_with_its_maturity(
    municipality: Municipality, maturity: int
) -> None:
    form = municipality.form("p03", "organisation-proevekommune")
    text = form.read_text(encoding="utf-8").replace(
        "maturity:", f"maturity: {maturity}"
    )
    text = text.replace('comment: ""', 'comment: "Vi er på vej."')
    municipality.record(municipality.write("campaigns/2026/returned/o.yaml", text))
    word = municipality.campaign().words["organisation:proevekommune", "T.4"]
    assert word.answer.maturity == maturity
    expected = "met" if maturity >= 3 else "partial" if maturity else "not-met"
    assert word.answer.status == expected


# After the end, and in the wrong place

LATE = date(2026, 11, 2)


def test_an_answer_after_the_end_needs_late(municipality: Municipality) -> None:
    municipality.close(date(2026, 11, 1))
    path = municipality.answer("p01", "system-omsorg", on=LATE)
    head = municipality.register.head()
    found = municipality.record(path, on=LATE)
    assert codes(found) == ["campaign-closed"]
    [problem] = errors(found.problems)
    assert "2026-11-01" in problem.message
    assert "--late" in problem.message
    assert municipality.register.head() == head
    assert codes(municipality.record(path, on=LATE, late=True)) == []


def test_a_late_answer_counts_apart_from_the_figures(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    before = municipality.close(date(2026, 11, 1))
    said = {"T.1": PARTIAL}
    path = municipality.answer("p01", "system-arkiv", said, on=LATE)
    municipality.record(path, on=LATE, late=True)
    campaign = municipality.campaign()
    assert campaign.words["system:arkiv", "T.1"].answer.status == "met"
    assert campaign.after["system:arkiv", "T.1"].answer.status == "partial"
    after = municipality.picture(on=LATE)
    assert figures(after.own) == figures(before.own)
    assert [gap.key for gap in after.gaps] == [gap.key for gap in before.gaps]


def test_a_late_answer_that_is_sent_again_is_already_recorded(
    municipality: Municipality,
) -> None:
    municipality.close(date(2026, 11, 1))
    path = municipality.answer("p01", "system-arkiv", on=LATE)
    [receipt] = municipality.record(path, on=LATE, late=True).receipts
    [again] = municipality.record(path, on=LATE).receipts
    assert again.already == receipt.events
    assert again.refused == 0


def test_of_late_answers_too_the_latest_counts_and_leaving_out_erases_nothing(
    municipality: Municipality,
) -> None:
    municipality.close(date(2026, 11, 1))
    everything: dict[str, Any] = {"T.1": {}, "T.2": {}, "T.3": {}}
    for said in (everything, {"T.1": {"status": "ved ikke"}}):
        path = municipality.answer("p01", "system-arkiv", said, on=LATE, only=True)
        assert codes(municipality.record(path, on=LATE, late=True)) == []
    after = municipality.campaign().after
    found = {control: word.answer.status for (_s, control), word in after.items()}
    assert found == {"T.1": "unknown", "T.2": "met", "T.3": "met"}


def test_late_changes_nothing_in_an_open_campaign(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"), late=True)
    campaign = municipality.campaign()
    assert ("system:arkiv", "T.1") in campaign.words
    assert campaign.after == {}


def test_what_was_said_late_is_carried_into_the_next_campaign(
    municipality: Municipality,
) -> None:
    municipality.close(date(2026, 11, 1))
    path = municipality.answer("p01", "system-arkiv", on=LATE)
    municipality.record(path, on=LATE, late=True)
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    word = municipality.campaign("2027").words["system:arkiv", "T.1"]
    assert (word.campaign, word.answered_on) == ("2026", LATE)


def test_a_form_of_another_campaign_is_refused_with_its_name(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-arkiv")
    municipality.open("2027", date(2027, 9, 1))
    found = municipality.record(path)
    assert codes(found) == ["other-campaign"]
    assert "--campaign 2026" in errors(found.problems)[0].message
    assert codes(municipality.record(path, campaign="2026")) == []


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("withdraw", "withdrawn"),
        ("transfer", "moved-form"),
        ("again", "superseded-form"),
    ],
)
def test_a_form_that_counts_no_more_is_refused_and_the_others_of_its_file_go_on(
    municipality: Municipality, what: str, code: str
) -> None:
    path = both(
        municipality,
        municipality.answer("p01", "system-arkiv"),
        municipality.answer("p01", "system-omsorg"),
    )
    if what == "withdraw":
        municipality.withdraw("arkiv", "Slukket")
    elif what == "transfer":
        municipality.transfer("p01", "p03", "arkiv")
    else:
        municipality.edit("inventory/systems.yaml", "[none]", "[cpr]")
        municipality.issue(planner=plan.reissue("arkiv"))
    found = municipality.record(path)
    assert codes(found) == [code]
    [receipt] = found.receipts
    assert [subject for _n, subject in receipt.events] == ["system:omsorg"]
    assert receipt.refused == 1


def test_what_was_recorded_before_it_was_withdrawn_is_already_recorded(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-arkiv")
    municipality.record(path)
    municipality.withdraw("arkiv", "Slukket")
    found = municipality.record(municipality.workspace.returned("2026"))
    assert codes(found) == []
    assert len(found.receipts[0].already) == 1
