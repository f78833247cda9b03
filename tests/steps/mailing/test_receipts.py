"""Receipts: what a sender is told of what they sent, once, and by `secaudit receipt` again."""

import hashlib
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from tests.cli.command import run
from tests.steps.mailing.mails import Drafted, Mails

ON = date(2026, 9, 20)
PARTLY = {
    "T.1": {
        "status": "delvist opfyldt",
        "comment": "Kun til dels.",
        "action": {"what": "Ret det", "due": "2026-12-01"},
    }
}


def recorded(mails: Mails, *more: str, code: int = 0) -> dict[str, Drafted]:
    """The receipts of all that lies in the folder of what came back."""
    folder = mails.place.workspace.returned("2026")
    said = mails.run("record", "--receipt", str(folder), *more, on=ON)
    assert said.code == code, said.err
    return mails.new()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def mail(mails: Mails, sender: str, *files: Path, name: str = "svar.eml") -> Path:
    """A mail from somebody, with files that came back; they lie in it alone."""
    message = EmailMessage(SMTP)
    message["From"], message["To"] = sender, "signe@proeve.example"
    message["Date"] = "Sun, 20 Sep 2026 09:00:00 +0200"
    message.set_content("Her er mine svar.")
    for file in files:
        data = file.read_bytes()
        message.add_attachment(
            data, maintype="text", subtype="yaml", filename=file.name
        )
        file.unlink()
    path = mails.place.workspace.returned("2026") / name
    path.write_bytes(message.as_bytes())
    return path


def test_a_receipt_says_what_was_received_and_what_is_still_missing(
    mails: Mails,
) -> None:
    path = mails.place.answer("p01", "system-arkiv")
    drafts = recorded(mails)
    assert set(drafts) == {"Anna Holm"}
    anna = drafts["Anna Holm"]
    assert (
        anna.subject == "Tak for dit svar: egenvurderingen af informationssikkerheden"
    )
    number = mails.place.register.events()[-2].sequence
    assert anna.items == [
        "Arkiv",
        "Omsorg & Pleje: 3 spørgsmål, cirka 4 minutter",
        "Dine egne pligter som systemejer: 1 spørgsmål, cirka 2 minutter",
        f"{path.name}: {digest(path)} (post {number})",
    ]
    assert "Dette er registreret den 20. september 2026:" in anna.text


def test_a_receipt_is_written_once_also_where_the_run_broke_off_before_it(
    mails: Mails,
) -> None:
    mails.place.record(mails.place.answer("p01", "system-arkiv"))
    assert set(recorded(mails)) == {"Anna Holm"}
    assert recorded(mails) == {}
    mails.place.answer("p02", "owner-p02")
    assert set(recorded(mails)) == {"Bo Lind"}


def test_a_receipt_says_what_was_replaced(mails: Mails) -> None:
    mails.place.answer("p01", "system-arkiv")
    recorded(mails)
    mails.place.answer(
        "p01",
        "system-arkiv",
        PARTLY,
    )
    anna = recorded(mails)["Anna Holm"]
    assert "erstatter svar i post" in anna.items[0]
    assert anna.items[0].endswith("1 svar er ændret, 2 uændrede")


def test_what_was_refused_is_told_in_the_words_of_validate_and_only_once(
    mails: Mails,
) -> None:
    path = mails.place.answer("p01", "system-arkiv")
    text = path.read_text(encoding="utf-8").replace(
        "status: opfyldt", "status: måske", 1
    )
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("    status: måske") + 1
    anna = recorded(mails, code=1)["Anna Holm"]
    assert anna.subject.startswith("Dit svar er ikke registreret: ")
    assert anna.items[0].startswith(f"{path.name}, linje {line}: 'måske' er ikke en")
    assert recorded(mails, code=1) == {}
    path.write_text(text.replace("måske", "opfyldt"), encoding="utf-8")
    assert recorded(mails)["Anna Holm"].subject.startswith("Tak for dit svar")


def test_who_sent_the_mail_gets_the_receipt_if_we_know_them(mails: Mails) -> None:
    mail(
        mails, "Bo Lind <BO@proeve.example>", mails.place.answer("p01", "system-arkiv")
    )
    drafts = recorded(mails)
    assert set(drafts) == {"Bo Lind"}
    told = [item.split(":")[0] for item in drafts["Bo Lind"].items]
    assert "Backup" in told
    assert "Arkiv" in told
    assert not any("3 spørgsmål" in item for item in drafts["Bo Lind"].items)


def test_a_stranger_gets_none_but_the_person_whose_form_it_is(mails: Mails) -> None:
    answer = mails.place.answer("p01", "system-arkiv")
    mail(mails, "Ukendt <ond@andre.example>", answer)
    assert set(recorded(mails)) == {"Anna Holm"}


def test_who_sends_the_page_itself_is_told_what_to_do(mails: Mails) -> None:
    issued = mails.place.workspace.issued("2026") / "p02" / "svar.html"
    copy = mails.place.write("svar.html", issued.read_text(encoding="utf-8"))
    path = mail(mails, "Bo Lind <bo@proeve.example>", copy)
    bo = recorded(mails, code=1)["Bo Lind"]
    assert bo.items[0].startswith("svar.html")
    assert "SHA-256" not in bo.text
    (event,) = [e for e in mails.place.register.events() if e.kind == "mailed"]
    assert event.payload["files"] == {digest(path): []}
    assert recorded(mails, code=1) == {}


def test_of_a_file_that_nobody_can_be_told_of_the_officer_is_told(mails: Mails) -> None:
    mails.place.write(
        "campaigns/2026/returned/svar.yaml", "form: secaudit/1\nhvad: er det\n"
    )
    said = mails.run(
        "record", "--receipt", str(mails.place.workspace.returned("2026")), on=ON
    )
    assert said.code == 1
    assert "ingen kvittering, da ingen ved, hvem der har sendt: svar.yaml" in said.err


def test_a_receipt_can_be_said_again_by_the_file_alone(mails: Mails) -> None:
    place = mails.place
    first = place.answer("p01", "system-arkiv")
    place.record(first)
    place.record(
        place.answer(
            "p01",
            "system-arkiv",
            PARTLY,
        )
    )
    moved = first.rename(place.folder / "kopi.yaml")
    said = mails.run("receipt", str(moved), on=ON)
    lines = said.out.splitlines()
    assert said.code == 0
    assert lines[0].endswith(f"kopi.yaml  SHA-256 {digest(moved)}")
    assert lines[1] == "  registreret 2026-09-20T08:00:00Z"
    assert "registreret som post" in lines[2]
    assert "er nyere og gælder" in lines[3]
    assert lines[4].startswith("Anna Holm mangler stadig: Omsorg & Pleje")


def test_of_a_file_that_was_never_recorded_the_receipt_says_what_is_wrong(
    mails: Mails,
) -> None:
    path = mails.place.answer("p01", "system-arkiv")
    right = mails.run("receipt", str(path), on=ON)
    assert right.code == 1
    assert "filen er i orden, men ikke registreret" in right.err
    path.write_text(
        path.read_text("utf-8").replace("status: opfyldt", "status: måske", 1), "utf-8"
    )
    wrong = mails.run("receipt", str(path), on=ON)
    assert wrong.code == 1
    assert "'måske' er ikke en gyldig status" in wrong.out
    missing = run("receipt", "findes-ikke.yaml", "--workspace", mails.place.folder)
    assert (missing.code, missing.out) == (2, "")


def test_more_that_is_recorded_later_of_a_file_gets_another_receipt(
    mails: Mails,
) -> None:
    path = mails.place.answer(
        "p01", "system-arkiv", {"T.1": {"status": "ved ikke"}}, only=True
    )
    assert recorded(mails, code=1)["Anna Holm"].subject.startswith(
        "Dit svar er ikke registreret"
    )
    assert recorded(mails, "--partial")["Anna Holm"].subject.startswith(
        "Tak for dit svar"
    )
    assert path.is_file()
    assert recorded(mails, "--partial") == {}


def test_a_file_whose_place_another_took_is_not_told_of(mails: Mails) -> None:
    place = mails.place
    place.record(place.answer("p01", "system-arkiv"))
    place.record(place.answer("p01", "system-arkiv", PARTLY))
    anna = recorded(mails)["Anna Holm"]
    told = [item for item in anna.items if "(post" in item]
    assert [item.split(":")[0] for item in told] == ["p01-system-arkiv-2.yaml"]


def test_many_errors_are_cut_and_counted(mails: Mails) -> None:
    for number in range(30):
        path = mails.place.answer("p01", "system-arkiv")
        text = path.read_text(encoding="utf-8").replace(
            "status: opfyldt", "status: måske", 1
        )
        path.write_text(text + f"# {number}\n", encoding="utf-8")
    anna = recorded(mails, code=1)["Anna Holm"]
    told = [item for item in anna.items if ", linje " in item]
    assert (len(told), anna.items[20]) == (20, f"{10 + 30} problemer mere")


def test_questions_without_an_answer_are_counted_and_what_to_do_is_said(
    mails: Mails,
) -> None:
    mails.place.answer(
        "p01", "system-arkiv", {"T.1": {"status": "ved ikke"}}, only=True
    )
    anna = recorded(mails, code=1)["Anna Holm"]
    assert anna.items[0].endswith(
        "2 spørgsmål er ikke besvaret. Åbn siden igen, svar på dem, og vælg 'Gem svar'"
    )


def test_a_draft_of_the_page_is_known_by_its_name(mails: Mails) -> None:
    name = "campaigns/2026/returned/kladde-2026-p02-20260920-101500.json"
    mails.place.write(name, '{"draft": "secaudit/1"}')
    drafts = recorded(mails, code=1)
    assert set(drafts) == {"Bo Lind"}


def test_a_deputy_is_told_what_is_asked_of_them_too(mails: Mails) -> None:
    place = mails.place
    place.edit(
        "inventory/systems.yaml",
        "owner: p01, personal",
        "owner: p01, deputies: [p03], personal",
    )
    people = "cecilie@proeve.example"
    place.edit(
        "inventory/people.yaml",
        "department: sundhed}",
        "department: sundhed, absent: {until: 2026-12-31}}",
    )
    mail(
        mails,
        f"Cecilie Vang <{people}>",
        place.answer("p03", "organisation-proevekommune"),
    )
    told = recorded(mails)["Cecilie Vang"]
    assert any(item.startswith("Arkiv: ") for item in told.items)
