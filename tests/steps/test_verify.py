"""Verify: every chain recomputed, from a workspace."""

import sqlite3
from contextlib import closing

from secaudit.steps.verify import verify
from tests.cli.command import run
from tests.municipality import Municipality


def change(municipality: Municipality, statement: str) -> None:
    with closing(sqlite3.connect(municipality.workspace.register_path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_what_the_steps_wrote_holds(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-omsorg"))
    found = verify(municipality.workspace, None)
    assert found.breaches == ()
    assert found.heads == (municipality.register.head(),)


def test_an_answer_that_was_changed_is_named(municipality: Municipality) -> None:
    municipality.record(municipality.answer("p01", "system-omsorg"))
    number = municipality.register.head().sequence
    better = 'replace(payload, \'"status":"met"\', \'"status":"not-met"\')'
    change(municipality, f"UPDATE events SET payload = {better}")  # noqa: S608
    [breach] = verify(municipality.workspace, None).breaches
    assert (breach.organisation, breach.sequence) == ("proevekommune", number)
    assert str(breach) == f"post {number} for proevekommune er ændret"


def test_a_comment_that_was_changed_is_named(municipality: Municipality) -> None:
    said = {"T.1": {"status": "delvist opfyldt", "comment": "Kun halvdelen"}}
    municipality.record(municipality.answer("p01", "system-omsorg", said))
    change(municipality, "UPDATE texts SET body = replace(body, 'halvd', 'hoved')")
    [breach] = verify(municipality.workspace, None).breaches
    assert breach.sequence == municipality.register.head().sequence
    assert "teksten" in str(breach)


def test_the_command_says_what_to_do_about_it(municipality: Municipality) -> None:
    change(municipality, "UPDATE events SET hash = 'x' WHERE sequence = 2")
    said = run("verify", cwd=municipality.folder)
    assert said.code == 1
    assert said.err == "hent backuppen; skriv ikke i registeret imens\n"


def test_a_removed_tail_is_found_with_the_head_of_an_earlier_report(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-omsorg"))
    head = municipality.register.head()
    change(municipality, f"DELETE FROM events WHERE sequence = {head.sequence}")  # noqa: S608
    change(municipality, f"DELETE FROM texts WHERE sequence = {head.sequence}")  # noqa: S608
    assert verify(municipality.workspace, None).breaches == ()
    [breach] = verify(municipality.workspace, head.hash).breaches
    assert breach.kind == "head"


def test_the_head_of_an_earlier_report_holds_while_the_year_goes_on(
    municipality: Municipality,
) -> None:
    head = municipality.register.head().hash
    municipality.record(municipality.answer("p01", "system-omsorg"))
    assert verify(municipality.workspace, head).breaches == ()
