"""What people send, from the folder to the register: mails, zips, other files, who sent it."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from secaudit.problems import Problem, errors
from secaudit.register import Event
from secaudit.steps.returned.record import Recorded
from tests.cli.command import Said, run
from tests.municipality import ANSWERED, Municipality
from tests.steps.returned.packed import mail, zipped

STRANGER = "Frida Fremmed <frida@andetsteds.example>"


def form(municipality: Municipality, *, dated: bool = True) -> bytes:
    """The form of `omsorg` as p01 filled it in; it lies nowhere among what came back."""
    path = municipality.answer("p01", "system-omsorg")
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return (text if dated else text.replace(f"{ANSWERED}", "", 1)).encode()


def returned(municipality: Municipality, files: dict[str, bytes]) -> Path:
    folder = municipality.workspace.returned("2026")
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def last(municipality: Municipality) -> Event:
    return municipality.register.events()[-1]


def told(found: Recorded, code: str) -> list[Problem]:
    return [problem for problem in found.problems if problem.code == code]


def said(municipality: Municipality, command: str, *more: str) -> Said:
    folder = municipality.workspace.returned("2026")
    return run(
        command,
        folder,
        "--workspace",
        municipality.folder,
        "--date",
        "2026-10-01",
        *more,
    )


def test_a_form_in_a_mail_is_recorded_with_who_sent_it_and_when(
    municipality: Municipality,
) -> None:
    sent = form(municipality)
    folder = returned(municipality, {"svar.eml": mail({"omsorg.yaml": sent})})
    [receipt] = municipality.record(folder).receipts
    digest = hashlib.sha256(sent).hexdigest()
    assert receipt.file == f"{folder.as_posix()}/svar.eml/omsorg.yaml"
    assert receipt.sha256 == digest
    assert len(receipt.events) == 1
    event = last(municipality)
    assert event.payload["file"] == digest
    assert event.payload["sent_at"] == "2026-09-18T23:30:00+02:00"
    file = event.personal["file"]
    assert file["name"] == "svar.eml/omsorg.yaml"
    assert file["sender"] == {"name": "Anna Holm", "email": "anna@proeve.example"}
    assert "anna@" not in json.dumps(event.payload)
    assert municipality.register.breaches()[0] == ()


def test_history_tells_who_sent_the_mail(municipality: Municipality) -> None:
    sent = mail({"omsorg.yaml": form(municipality)})
    municipality.record(returned(municipality, {"svar.eml": sent}))
    shown = run("history", "omsorg", "T.1", "--workspace", municipality.folder).out
    line = "sendt af Anna Holm <anna@proeve.example>, 2026-09-18T23:30:00+02:00"
    assert line in shown


@pytest.mark.parametrize(
    "sender",
    [
        "Anna Holm <anna@proeve.example>",
        "ANNA@proeve.EXAMPLE",
        "cecilie@proeve.example",
    ],
)
def test_the_one_it_was_issued_to_and_a_deputy_may_send_it(
    sender: str, municipality: Municipality
) -> None:
    municipality.edit(
        "inventory/systems.yaml",
        "    owner: p01\n",
        "    owner: p01\n    deputies: [p03]\n",
    )
    sent = mail({"a.yaml": form(municipality)}, sender)
    found = municipality.record(returned(municipality, {"svar.eml": sent}))
    assert told(found, "other-sender") == []
    assert len(found.receipts[0].events) == 1


def test_the_respondent_that_the_form_names_may_send_it(
    municipality: Municipality,
) -> None:
    sent = form(municipality).replace(
        b"anna@proeve.example", b"frida@andetsteds.example"
    )
    files = {"svar.eml": mail({"a.yaml": sent}, STRANGER)}
    found = municipality.record(returned(municipality, files))
    assert told(found, "other-sender") == []


def test_a_mail_from_somebody_else_is_a_warning_at_the_respondent(
    municipality: Municipality,
) -> None:
    sent = form(municipality)
    files = {"svar.eml": mail({"a.yaml": sent}, STRANGER)}
    found = municipality.record(returned(municipality, files))
    [warning] = told(found, "other-sender")
    assert warning.severity == "warning"
    lines = sent.decode().split("\n")
    assert "anna@proeve.example" in lines[warning.line - 1][warning.column - 1 :]
    assert "mailen er fra frida@andetsteds.example, som hverken er" in warning.message
    assert len(found.receipts[0].events) == 1


def test_a_form_without_a_date_counts_from_the_day_of_the_mail(
    municipality: Municipality,
) -> None:
    files = {"svar.eml": mail({"a.yaml": form(municipality, dated=False)})}
    found = municipality.record(returned(municipality, files), on=date(2026, 9, 30))
    [warning] = told(found, "no-answer-date")
    assert warning.message == (
        "der er ikke skrevet en dato; svaret gælder fra den dag, mailen er sendt, 2026-09-18"
    )
    assert last(municipality).payload["answered_on"] == "2026-09-18"


@pytest.mark.parametrize(
    "sent", ["Fri, 18 Sep 2020 09:00:00", "Fri, 1 Jan 2038 09:00:00"]
)
def test_a_mail_from_a_clock_that_is_wrong_dates_no_answer(
    sent: str, municipality: Municipality
) -> None:
    data = mail({"a.yaml": form(municipality, dated=False)}, date=f"{sent} +0200")
    found = municipality.record(returned(municipality, {"svar.eml": data}))
    assert errors(found.problems) == ()
    assert last(municipality).payload["answered_on"] == ANSWERED.isoformat()


def test_the_same_form_as_a_file_in_a_zip_and_in_a_mail_is_recorded_once(
    municipality: Municipality,
) -> None:
    sent = form(municipality)
    files = {
        "a.yaml": sent,
        "b.zip": zipped({"mappe/a.yaml": sent}),
        "c.eml": mail({"a.yaml": sent, "a.zip": zipped({"a.yaml": sent})}),
    }
    before = municipality.register.head().sequence
    found = municipality.record(returned(municipality, files))
    assert errors(found.problems) == ()
    assert municipality.register.head().sequence == before + 1
    assert [len(receipt.already) for receipt in found.receipts] == [0, 1, 1, 1]


def test_two_different_answers_to_one_form_are_refused_also_inside_a_zip(
    municipality: Municipality,
) -> None:
    sent = form(municipality)
    other = sent.replace(b"status: opfyldt", b"status: ved ikke", 1)
    assert other != sent
    files = {"a.yaml": sent, "b.zip": zipped({"a.yaml": other})}
    found = municipality.record(returned(municipality, files))
    places = [
        problem.path.split("returned/")[1] for problem in told(found, "two-documents")
    ]
    assert places == ["a.yaml", "b.zip/a.yaml"]


def codes(problems: Sequence[dict[str, str]]) -> dict[str, str]:
    return {Path(problem["path"]).name: problem["code"] for problem in problems}


def test_every_file_that_was_not_read_is_an_error_in_text_json_and_the_count(
    municipality: Municipality,
) -> None:
    files = {
        "a.yaml": form(municipality),
        "b.pdf": b"%PDF-1.7",
        "c.zip": zipped({"note.md": b"hej", "__MACOSX/._note.md": b""}),
        "d.eml": mail({}, text="form: secaudit/1"),
        "Thumbs.db": b"x",
    }
    folder = returned(municipality, files)
    checked = said(municipality, "validate")
    assert checked.code == 1
    assert len(checked.out.splitlines()) == 3
    assert checked.lines == [
        f"2 filer, der ikke kan være svar, er sprunget over: {folder.as_posix()}/Thumbs.db, "
        f"{folder.as_posix()}/c.zip/__MACOSX/._note.md",
        "1 dokument, 3 fejl",
    ]
    listed = json.loads(said(municipality, "validate", "--format", "json").out)
    assert listed["documents"] == 1
    assert codes(listed["problems"]) == {
        "b.pdf": "not-a-form",
        "note.md": "not-read",
        "d.eml": "form-in-text",
    }
    recorded = said(municipality, "record")
    assert recorded.code == 1
    assert recorded.lines[-1] == (
        "1 dokument registreret, 0 registreret før, 0 afvist, 3 fejl"
    )


def test_leftovers_alone_are_no_error(municipality: Municipality) -> None:
    returned(municipality, {".DS_Store": b"x", "~$svar.docx": b"x"})
    for command in ("validate", "record"):
        done = said(municipality, command)
        assert done.code == 0
        assert done.lines[0].startswith(
            "2 filer, der ikke kan være svar, er sprunget over"
        )


def test_an_issued_folder_can_be_validated_with_what_lies_beside_the_forms(
    municipality: Municipality,
) -> None:
    issued = municipality.workspace.issued("2026") / "p01"
    done = run("validate", issued, "--workspace", municipality.folder)
    assert "questionnaire.schema.json" in done.lines[0]
    assert "questionnaire.schema.json" not in done.out


def test_forms_are_checked_in_a_mail_where_there_is_no_workspace(
    municipality: Municipality, nowhere: Path
) -> None:
    (nowhere / "svar.eml").write_bytes(mail({"a.yaml": form(municipality)}))
    done = run("validate", "svar.eml", cwd=nowhere)
    assert (done.code, done.lines[-1]) == (0, "1 dokument, 0 fejl")


def test_an_inventory_that_is_not_right_keeps_no_mail_from_being_recorded(
    municipality: Municipality,
) -> None:
    files = {"svar.eml": mail({"a.yaml": form(municipality)}, STRANGER)}
    folder = returned(municipality, files)
    municipality.write("inventory/systems.yaml", "systems: nej\n")
    found = municipality.record(folder)
    assert len(told(found, "other-sender")) == 1
    assert len(found.receipts[0].events) == 1
