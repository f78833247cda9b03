"""Mails handed to a real mail server: each once, whatever happens on the way."""

import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from secaudit.mail.password import PASSWORD as VARIABLE
from secaudit.steps.mailing.office import office
from secaudit.steps.mailing.owners import issued, reminders
from secaudit.steps.mailing.posting import post
from secaudit.steps.mailing.ready import Way
from tests.cli.command import Said, environment, run, words
from tests.mailserver import PASSWORD, USER, Server, running
from tests.municipality import Municipality, acting, clock

SENT = "2026-09-02"
ON = date(2026, 9, 2)


def issue(place: Municipality, server: Server, *more: str, **env: str) -> Said:
    """`issue --mail`, with the server that secaudit.yaml names."""
    told = environment(SECAUDIT_LANGUAGE="da", **{**server.environment, **env})
    arguments = ("issue", "--mail", "--date", SENT, *more)
    return run(*arguments, "--workspace", place.folder, env=told)


def names_server(place: Municipality, server: Server, **more: object) -> None:
    place.write("secaudit.yaml", place.read("secaudit.yaml") + server.settings(**more))


def owners(place: Municipality, number: int) -> None:
    """So many people, each with a system, to whom forms are issued."""
    people, systems = (
        place.read("inventory/people.yaml"),
        place.read("inventory/systems.yaml"),
    )
    for n in range(10, 10 + number):
        people += (
            f'  - {{id: p{n}, name: "Ejer {n}", email: "ejer{n}@proeve.example"}}\n'
        )
        systems += f'  - {{id: s{n}, name: "System {n}", owner: p{n}}}\n'
    place.write("inventory/people.yaml", people)
    place.write("inventory/systems.yaml", systems)


def test_everybody_gets_one_mail_over_tls_and_a_second_run_sends_none(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server, user=USER)
    said = issue(mailing, mail_server)
    assert said.code == 0, said.err
    to = ["anna@proeve.example", "bo@proeve.example", "cecilie@proeve.example"]
    assert sorted(mail_server.taken.recipients) == to
    assert said.out.count(": sendt\n") == 3
    again = issue(mailing, mail_server)
    assert (again.code, again.out) == (0, "")
    assert "ingen skal have en mail nu" in again.err
    assert len(mail_server.taken.mails) == 3


def test_forty_five_owners_a_kill_at_the_twentieth_and_a_second_run_each_exactly_once(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    owners(mailing, 42)
    arguments = ("issue", "--mail", "--date", SENT, "--workspace", mailing.folder)
    process = subprocess.Popen(
        words(*arguments),
        env=environment(SECAUDIT_LANGUAGE="da", **mail_server.environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def kill(number: int) -> None:
        if number == 20:
            process.kill()
            process.wait()

    mail_server.taken.after = kill
    assert process.wait(60) != 0
    assert len(mail_server.taken.recipients) == 20
    said = issue(mailing, mail_server)
    assert said.code == 0, said.err
    assert set(Counter(mail_server.taken.recipients).values()) == {1}
    assert len(mail_server.taken.recipients) == 45
    assert said.out.count(": sendt\n") == 25


def test_an_address_that_the_server_refuses_is_told_and_the_others_are_sent(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    owners(mailing, 37)
    mail_server.taken.refuses = {"bo@proeve.example"}
    said = issue(mailing, mail_server)
    assert said.code == 1
    assert (
        "bo@proeve.example>: 3 skemaer, 6 spørgsmål: IKKE sendt: 550 5.1.1" in said.out
    )
    assert len(set(mail_server.taken.recipients)) == 39
    mail_server.taken.refuses = set()
    assert issue(mailing, mail_server).code == 0
    assert mail_server.taken.recipients[-1] == "bo@proeve.example"
    assert len(mail_server.taken.recipients) == 40


def test_a_mail_that_the_server_refuses_at_its_end_is_sent_by_the_next_run(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    mail_server.taken.replies = {2: "452 4.2.2 postkassen er fuld"}
    said = issue(mailing, mail_server)
    assert (said.code, len(mail_server.taken.mails)) == (1, 2)
    assert "IKKE sendt: 452 4.2.2 postkassen er fuld" in said.out
    outcomes = [
        event.payload["outcome"]
        for event in mailing.register.events()
        if event.kind == "mail-outcome"
    ]
    assert outcomes == ["refused", "taken"]
    assert issue(mailing, mail_server).code == 0
    assert len(set(mail_server.taken.recipients)) == 3


def test_a_lost_connection_stops_and_the_next_run_goes_on_without_the_doubtful_one(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    mail_server.taken.replies = {2: ""}
    said = issue(mailing, mail_server)
    assert said.code == 1
    assert "ingen ved, om den nåede frem" in said.out
    assert "1 af 3 mails er sendt" in said.err
    again = issue(mailing, mail_server)
    assert (again.code, len(mail_server.taken.mails)) == (0, 2)
    assert "ingen ved, om mailen til Bo Lind af 2026-09-02 nåede frem" in again.err
    doubtful = again.err.split("--resend ")[1].split()[0].strip("'")
    assert issue(mailing, mail_server, "--resend", doubtful).code == 0
    assert len(set(mail_server.taken.recipients)) == 3


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    mailing: Municipality, tmp_path: Path, tls: str
) -> None:
    with running(tmp_path / tls, tls=tls) as server:
        names_server(mailing, server, security=tls)
        said = issue(mailing, server, SSL_CERT_FILE="")
        assert said.code == 1
        assert "har et ugyldigt certifikat: " in said.err
        assert issue(mailing, server).code == 0
        assert len(server.taken.mails) == 3


def test_a_certificate_for_another_server_is_refused(
    mailing: Municipality, tmp_path: Path
) -> None:
    with running(tmp_path / "other", name="smtp.andre.example") as server:
        names_server(mailing, server)
        said = issue(mailing, server)
        assert said.code == 1
        assert "har et ugyldigt certifikat: " in said.err
        assert server.taken.mails == []


def test_nothing_is_sent_where_no_encryption_is_offered(
    mailing: Municipality, tmp_path: Path
) -> None:
    with running(tmp_path / "none", tls="none") as server:
        names_server(mailing, server)
        said = issue(mailing, server)
        assert said.code == 1
        assert "tilbyder ikke kryptering" in said.err
        assert server.taken.mails == []


def test_a_wrong_password_and_a_missing_one_are_told_and_nothing_is_recorded(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server, user=USER)
    wrong = issue(mailing, mail_server, **{VARIABLE: "forkert"})
    none = issue(mailing, mail_server, **{VARIABLE: ""})
    assert (wrong.code, none.code) == (1, 1)
    assert f"kender ikke {USER} med den adgangskode" in wrong.err
    assert f"skal stå i variablen {VARIABLE}" in none.err
    assert PASSWORD not in wrong.err + wrong.out
    assert mail_server.taken.mails == []
    assert "mailed" not in {event.kind for event in mailing.register.events()}


def test_a_server_that_is_not_there_is_told(mailing: Municipality) -> None:
    server = Server(1, mailing.folder, None)  # type: ignore[arg-type]
    names_server(mailing, server)
    said = issue(mailing, server)
    assert said.code == 1
    assert "mailserveren localhost:1 svarer ikke: " in said.err


def test_drafts_are_written_on_demand_though_a_server_is_named(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    said = issue(mailing, mail_server, "--drafts")
    assert said.code == 0
    assert len([*mailing.folder.glob("campaigns/2026/mail/*.eml")]) == 3
    assert mail_server.taken.mails == []


def test_a_mail_that_is_too_big_is_told_and_those_after_it_are_sent(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    mail_server.taken.largest = 1000
    said = issue(mailing, mail_server)
    assert (said.code, said.out.count("IKKE sendt: 552 5.3.4")) == (1, 3)
    assert "0 mails er sendt" in said.err
    assert "3 er IKKE sendt: Anna Holm, Bo Lind, Cecilie Vang" in said.err
    mail_server.taken.largest = None
    assert issue(mailing, mail_server).code == 0
    assert len(set(mail_server.taken.recipients)) == 3


@pytest.mark.parametrize(("reply", "again"), [("251 ok", 0), ("421 lukker", 1)])
def test_the_first_digit_of_the_last_reply_decides(
    mailing: Municipality, mail_server: Server, reply: str, again: int
) -> None:
    names_server(mailing, mail_server)
    mail_server.taken.replies = {3: reply}
    issue(mailing, mail_server)
    assert len(mail_server.taken.mails) == 2
    issue(mailing, mail_server)
    assert len(mail_server.taken.mails) == 2 + again


def test_a_line_that_begins_with_a_dot_comes_as_it_was_written(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    mailing.write("mail/issued.txt", "Emne: Hej\n\nFør\n\n.\n\n..efter\n")
    issue(mailing, mail_server)
    body = mail_server.taken.mails[0].get_body(("plain",))
    assert body is not None
    assert body.get_content() == "Før\r\n\r\n.\r\n\r\n..efter\r\n"


def test_who_mails_the_same_at_the_same_time_stops(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    here = office(mailing.workspace, None, ON)
    way = Way(acting(ON), clock(ON), drafts=True)
    assert len([*post(issued(here), here, way)]) == 3
    with mailing.refuses("en anden er ved at skrive de samme mails"):
        list(post(reminders(here).letters, here, way))
    assert len([*mailing.folder.glob("campaigns/2026/mail/*")]) == 3


def test_a_password_with_letters_of_danish_is_refused_in_a_sentence(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server, user=USER)
    said = issue(mailing, mail_server, **{VARIABLE: "blåbærgrød"})
    assert said.code == 1
    assert "må kun indeholde bogstaverne a-z" in said.err
    assert "blåbærgrød" not in said.err


def test_a_rehearsal_sends_nothing_though_a_server_is_named(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    said = issue(mailing, mail_server, "--dry-run")
    assert (said.code, mail_server.taken.mails) == (0, [])
    assert said.out.count(": ville få en mail") == 3


def test_a_run_that_was_killed_while_it_wrote_drafts_leaves_none_that_stay(
    mailing: Municipality,
) -> None:
    folder = mailing.workspace.drafts("2026")
    left = mailing.write(f"campaigns/2026/mail/{SENT}-issued-p01.eml", "halv")
    run("issue", "--mail", "--date", SENT, "--workspace", mailing.folder)
    assert len([*folder.iterdir()]) == 3
    assert left.read_text(encoding="utf-8") != "halv"
    more = ("--date", SENT, "--workspace", str(mailing.folder))
    run("issue", "--mail", "--resend", "p01", *more)
    assert len([*folder.iterdir()]) == 4


def test_a_receipt_in_doubt_is_told_until_it_is_mailed_once_more(
    mailing: Municipality, mail_server: Server
) -> None:
    names_server(mailing, mail_server)
    mailing.answer("p01", "system-arkiv")
    mail_server.taken.replies = {1: ""}
    assert receipt(mailing, mail_server).code == 1
    again = receipt(mailing, mail_server)
    assert "'record --receipt --resend p01'" in again.err
    assert mail_server.taken.mails == []
    assert receipt(mailing, mail_server, "--resend", "p01").code == 0
    assert mail_server.taken.recipients == ["anna@proeve.example"]
    assert "--resend" not in receipt(mailing, mail_server).err


def receipt(place: Municipality, server: Server, *more: str) -> Said:
    """`record --receipt` of all that came back."""
    told = environment(SECAUDIT_LANGUAGE="da", **server.environment)
    returned = place.workspace.returned("2026")
    arguments = ("record", "--receipt", str(returned), "--date", "2026-09-20", *more)
    return run(*arguments, "--workspace", place.folder, env=told)
