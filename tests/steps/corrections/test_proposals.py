"""What owners correct: shown until somebody decides, and never applied by itself."""

import os
import sqlite3
import stat
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from secaudit.problems import Refused, WrongUsage
from secaudit.register import Event
from secaudit.steps.corrections.proposals import Proposal, proposals
from secaudit.steps.corrections.settling import Choice, Settled, settle
from secaudit.steps.recording import Acting
from tests.municipality import ANSWERED, Municipality, clock

HOSTING = {"hosting: supplier": "hosting: public-cloud"}
SUPPLIER = {'supplier: "Nordlys A/S"': 'supplier: "Sydlys #1"'}
LATER = ANSWERED + timedelta(days=3)
DECIDED = ANSWERED + timedelta(days=5)


@dataclass
class Office:
    """The officer's desk in a municipality, where corrections arrive."""

    municipality: Municipality

    @property
    def systems(self) -> Path:
        """The file of the systems."""
        return self.municipality.folder / "inventory" / "systems.yaml"

    def receive(
        self,
        changes: dict[str, str],
        person: str = "p01",
        form: str = "system-omsorg",
        on: date = ANSWERED,
    ) -> int:
        """Record an answered form in which lines were changed; its event."""
        path = self.municipality.answer(person, form, on=on)
        text = path.read_text(encoding="utf-8")
        for was, now in changes.items():
            assert f"\n  {was}\n" in text
            text = text.replace(f"\n  {was}\n", f"\n  {now}\n")
        path.write_text(text, encoding="utf-8")
        (receipt,) = self.municipality.record(path, on=on).receipts
        ((number, _subject),) = receipt.events
        return number

    def change(self, was: str, now: str) -> None:
        """Change the file of the systems by hand."""
        text = self.systems.read_text(encoding="utf-8")
        assert was in text
        self.systems.write_text(text.replace(was, now), encoding="utf-8")

    def open(self) -> tuple[Proposal, ...]:
        """What waits."""
        return proposals(self.municipality.workspace, None).proposals

    def named(self) -> dict[str, Any]:
        """What waits: by system and fact, the value."""
        return {proposal.name: proposal.proposed for proposal in self.open()}

    def settle(self, *accept: str, **choice: Any) -> Settled:
        """Decide."""
        return settle(
            self.municipality.workspace,
            None,
            Choice(accept, **choice),
            Acting(DECIDED, clock(DECIDED), "cva"),
        )

    def events(self) -> tuple[Event, ...]:
        """The register."""
        return self.municipality.register.events()


@pytest.fixture
def office(municipality: Municipality) -> Office:
    """A desk on which nothing lies yet."""
    return Office(municipality)


def test_a_correction_is_told_with_what_the_inventory_says_and_who_said_it(
    office: Office,
) -> None:
    number = office.receive(HOSTING)
    (proposal,) = office.open()
    assert proposal == Proposal(
        "omsorg",
        "hosting",
        "supplier",
        "public-cloud",
        "Anna Holm",
        ANSWERED,
        number,
        "p01-system-omsorg-1.yaml",
    )


def test_facts_may_be_added_and_taken_away(office: Office) -> None:
    office.receive(
        {
            "source_owned:": "source_owned: false",
            "dpia:": "dpia: {needed: true}",
            'supplier: "Nordlys A/S"': "supplier:",
        }
    )
    assert office.named() == {
        "omsorg/dpia": {"needed": True},
        "omsorg/source_owned": False,
        "omsorg/supplier": None,
    }


def test_a_form_without_corrections_proposes_nothing(office: Office) -> None:
    office.receive({})
    assert office.open() == ()


def test_fields_that_say_nothing_propose_nothing(office: Office) -> None:
    office.receive({"dpia:": "dpia: {needed: , on: }"})
    assert office.open() == ()


def test_what_the_inventory_says_already_is_done(office: Office) -> None:
    office.receive(
        {**HOSTING, "personal_data: [cpr, sensitive]": "personal_data: [ordinary, cpr]"}
    )
    office.change("hosting: supplier", "hosting: public-cloud")
    office.change("[cpr, sensitive]", "[cpr, ordinary]")
    assert office.open() == ()


def test_a_later_document_of_the_form_without_a_correction_withdraws_it(
    office: Office,
) -> None:
    office.receive({**HOSTING, **SUPPLIER})
    office.receive(SUPPLIER, on=LATER)
    assert office.named() == {"omsorg/supplier": "Sydlys #1"}


def test_a_fact_that_was_corrected_twice_is_told_as_it_was_said_last(
    office: Office,
) -> None:
    office.receive(HOSTING)
    number = office.receive({"hosting: supplier": "hosting: hybrid"}, on=LATER)
    (proposal,) = office.open()
    assert (proposal.proposed, proposal.event) == ("hybrid", number)
    assert proposal.on == LATER


def test_of_two_people_the_latest_is_heard_about_each_fact(office: Office) -> None:
    office.receive({**HOSTING, **SUPPLIER})
    office.receive({"hosting: supplier": "hosting: hybrid"}, person="p02", on=LATER)
    assert {p.name: (p.proposed, p.by) for p in office.open()} == {
        "omsorg/hosting": ("hybrid", "Bo Lind"),
        "omsorg/supplier": ("Sydlys #1", "Anna Holm"),
    }


def test_what_is_accepted_is_written_and_nothing_else_is_changed(
    office: Office,
) -> None:
    of = office.receive({**HOSTING, **SUPPLIER})
    before = office.systems.read_bytes()
    settled = office.settle("omsorg/hosting")
    wanted = before.replace(b"hosting: supplier", b"hosting: public-cloud")
    assert office.systems.read_bytes() == wanted
    *_before, event = office.events()
    assert [(number, p.name) for number, p in settled.accepted] == [
        (event.sequence, "omsorg/hosting")
    ]
    assert (event.kind, event.campaign, event.subject) == (
        "reviewed",
        "2026",
        "system:omsorg",
    )
    assert event.payload == {
        "fact": "hosting",
        "outcome": "agreed",
        "of": of,
        "on": DECIDED.isoformat(),
    }
    assert event.personal == {"by": "cva"}
    assert [p.name for p in settled.left] == ["omsorg/supplier"]
    assert office.named() == {"omsorg/supplier": "Sydlys #1"}


def test_a_system_stands_for_all_that_is_proposed_about_it(office: Office) -> None:
    office.receive(
        {'supplier: "Nordlys A/S"': "supplier:", "source_owned:": "source_owned: false"}
    )
    office.receive(
        {"personal_data: [none]": "personal_data: [cpr]"}, form="system-arkiv"
    )
    settled = office.settle("system:omsorg")
    assert [p.name for _number, p in settled.accepted] == [
        "omsorg/source_owned",
        "omsorg/supplier",
    ]
    text = office.systems.read_text(encoding="utf-8")
    assert "supplier:" not in text
    assert "    hosting: supplier\n    source_owned: false\n  - {id: backup" in text
    assert office.named() == {"arkiv/personal_data": ["cpr"]}


def test_all_can_be_accepted_but_what_is_rejected(office: Office) -> None:
    office.receive({**HOSTING, **SUPPLIER})
    office.receive(
        {"personal_data: [none]": "personal_data: [cpr]"}, form="system-arkiv"
    )
    settled = office.settle(everything=True, reject=("omsorg/supplier",), reason="Nej")
    assert [p.name for _number, p in settled.accepted] == [
        "arkiv/personal_data",
        "omsorg/hosting",
    ]
    assert [p.name for _number, p in settled.rejected] == ["omsorg/supplier"]
    assert office.open() == ()
    text = office.systems.read_text(encoding="utf-8")
    assert 'name: "Arkiv", owner: p01, personal_data: [cpr], criticality' in text


def test_what_is_accepted_is_not_proposed_again_once_the_file_says_otherwise(
    office: Office,
) -> None:
    office.receive(HOSTING)
    office.settle("omsorg")
    office.change("hosting: public-cloud", "hosting: hybrid")
    assert office.open() == ()


def test_what_is_rejected_leaves_the_inventory_and_stands_with_its_reason(
    office: Office,
) -> None:
    of = office.receive(HOSTING)
    before = office.systems.read_bytes()
    settled = office.settle(reject=("omsorg/hosting",), reason=" Aftalen\n er ny ")
    *_before, event = office.events()
    assert [number for number, _p in settled.rejected] == [event.sequence]
    assert (event.payload["outcome"], event.payload["of"]) == ("returned", of)
    assert event.personal == {"by": "cva", "reason": "Aftalen er ny"}
    assert office.systems.read_bytes() == before
    assert office.open() == ()


def test_what_was_rejected_is_told_again_when_it_is_said_again(office: Office) -> None:
    office.receive(HOSTING)
    office.settle(reject=("omsorg",), reason="Nej")
    office.receive(HOSTING, on=DECIDED)
    assert office.named() == {"omsorg/hosting": "public-cloud"}


def test_rejecting_one_leaves_what_another_said_before(office: Office) -> None:
    office.receive(HOSTING)
    office.receive({"hosting: supplier": "hosting: hybrid"}, person="p02", on=LATER)
    office.settle(reject=("omsorg",), reason="Nej")
    assert office.named() == {"omsorg/hosting": "public-cloud"}


def test_accepting_one_settles_what_another_said_before(office: Office) -> None:
    office.receive(HOSTING)
    office.receive({"hosting: supplier": "hosting: hybrid"}, person="p02", on=LATER)
    office.settle("omsorg")
    assert office.open() == ()


def test_the_forms_that_no_longer_fit_are_named(office: Office) -> None:
    office.receive(
        {"personal_data: [none]": "personal_data: [cpr]"}, form="system-arkiv"
    )
    assert office.settle(everything=True).again == ("system:arkiv",)


def test_after_the_campaign_is_closed_no_form_is_issued_again(office: Office) -> None:
    office.receive(HOSTING)
    office.municipality.close(LATER)
    settled = office.settle("omsorg")
    assert ([p.name for _n, p in settled.accepted], settled.again) == (
        ["omsorg/hosting"],
        (),
    )


def unchanged(office: Office, *accept: str, **choice: Any) -> Refused:
    """The refusal of a choice, after which file and register are as before."""
    before, events = office.systems.read_bytes(), office.events()
    with pytest.raises(Refused) as refused:
        office.settle(*accept, **choice)
    assert office.systems.read_bytes() == before
    assert office.events() == events
    assert sorted(p.name for p in office.systems.parent.iterdir()) == [
        "people.yaml",
        "systems.yaml",
    ]
    return refused.value


@pytest.mark.parametrize(
    ("change", "line", "code"),
    [
        ({"department: sundhed": "department: nowhere"}, 6, "unknown-id"),
        (
            {"personal_data: [cpr, sensitive]": "personal_data: [cpr, cpr]"},
            8,
            "listed-twice",
        ),
    ],
)
def test_what_would_break_the_inventory_is_refused_with_what_is_wrong(
    office: Office, change: dict[str, str], line: int, code: str
) -> None:
    office.receive({**HOSTING, **change})
    refused = unchanged(office, everything=True)
    (problem,) = refused.problems
    assert (problem.line, problem.code) == (line, code)
    assert problem.path.endswith("/inventory/systems.yaml")
    assert refused.sentence


def test_what_cannot_be_written_without_losing_a_comment_is_refused(
    office: Office,
) -> None:
    data = "personal_data: [cpr, sensitive]"
    office.receive({**HOSTING, data: "personal_data: [cpr]"})
    listed = "personal_data:\n      - cpr\n      # siden 2020\n      - sensitive"
    office.change(data, listed)
    (problem,) = unchanged(office, everything=True).problems
    assert (problem.code, problem.line) == ("unsafe-edit", 8)
    assert office.settle("omsorg/hosting").accepted


def test_a_register_that_cannot_be_written_leaves_the_file_as_it_was(
    office: Office,
) -> None:
    office.receive(HOSTING)
    with sqlite3.connect(office.municipality.workspace.register_path) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON events "
            "BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    connection.close()
    assert unchanged(office, "omsorg").sentence


@pytest.mark.skipif(os.name != "posix", reason="links and modes are POSIX")
def test_a_file_that_is_linked_keeps_its_link_and_its_mode(
    office: Office,
) -> None:
    office.receive(HOSTING)
    elsewhere = office.municipality.folder / "systems.yaml"
    office.systems.rename(elsewhere)
    office.systems.symlink_to(elsewhere)
    elsewhere.chmod(0o640)
    office.settle("omsorg")
    assert office.systems.is_symlink()
    assert "hosting: public-cloud" in elsewhere.read_text(encoding="utf-8")
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o640


def test_a_system_that_has_left_the_inventory_is_told_and_left_alone(
    office: Office,
) -> None:
    office.receive(HOSTING)
    office.receive(
        {"personal_data: [none]": "personal_data: [cpr]"}, form="system-arkiv"
    )
    text = office.systems.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    office.systems.write_text("".join(lines[:1] + lines[-2:]), encoding="utf-8")
    (gone,) = [proposal for proposal in office.open() if proposal.gone]
    assert (gone.name, gone.now) == ("omsorg/hosting", None)
    assert "'omsorg'" in gone.gone
    assert unchanged(office, "omsorg/hosting").sentence == gone.gone
    settled = office.settle(everything=True)
    assert [p.name for _number, p in settled.accepted] == ["arkiv/personal_data"]
    assert settled.left == (gone,)
    office.settle(reject=("omsorg",), reason="Findes ikke mere")
    assert office.open() == ()


def test_a_system_that_was_renamed_is_told_by_its_new_name(office: Office) -> None:
    office.receive(HOSTING)
    office.change("id: omsorg", "id: pleje\n    formerly: omsorg")
    (proposal,) = office.open()
    assert "'omsorg'" in proposal.gone
    assert "'pleje'" in proposal.gone


@pytest.mark.parametrize("name", ["omsorg/hostng", "omsrg", "omsorg/supplier/x", ""])
def test_what_nobody_proposes_cannot_be_decided_on(office: Office, name: str) -> None:
    office.receive({**HOSTING, **SUPPLIER})
    assert isinstance(unchanged(office, "omsorg/hosting", name), WrongUsage)
    assert isinstance(unchanged(office, reject=(name,), reason="Nej"), WrongUsage)


def test_a_slip_of_the_pen_is_told_what_was_probably_meant(office: Office) -> None:
    office.receive(HOSTING)
    assert "'omsorg/hosting'" in unchanged(office, "omsorg/hostng").sentence
    assert "'omsorg'" in unchanged(office, "omsrg").sentence


def test_nothing_is_both_accepted_and_rejected(office: Office) -> None:
    office.receive({**HOSTING, **SUPPLIER})
    refused = unchanged(office, "omsorg", reject=("omsorg/supplier",), reason="Nej")
    assert isinstance(refused, WrongUsage)
    assert "omsorg/supplier" in refused.sentence


@pytest.mark.parametrize("reason", ["", " \n", "\x07"])
def test_nothing_is_rejected_without_a_reason(office: Office, reason: str) -> None:
    office.receive(HOSTING)
    refused = unchanged(office, reject=("omsorg",), reason=reason)
    assert isinstance(refused, WrongUsage)


def test_an_inventory_that_is_wrong_already_is_told_first(office: Office) -> None:
    office.receive(HOSTING)
    office.change("owner: p02", "owner: p09")
    (problem,) = unchanged(office, "omsorg").problems
    assert problem.code == "unknown-id"


def test_the_figures_do_not_know_of_a_correction(office: Office) -> None:
    office.receive(HOSTING)
    before = office.municipality.picture()
    office.settle(reject=("omsorg",), reason="Nej")
    assert office.municipality.picture() == before
