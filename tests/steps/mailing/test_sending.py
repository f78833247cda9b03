"""Mails handed to a real mail server: each once, whatever happens on the way."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from secaudit.mail import PASSWORD as VARIABLE
from tests.cli.command import Said, environment, run, words
from tests.mailserver import PASSWORD, USER, Server, running
from tests.municipality import Municipality

SENT = "2026-09-02"


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
    assert "ingen ved, om den sidste mail til Bo Lind nåede frem" in again.err
    doubtful = again.err.split("--resend ")[1].split()[0]
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
