"""The commands of the year, as the officer runs them; and what they refuse, in one sentence."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secaudit.officer.changes import Change
from secaudit.officer.verdicts import Verdict
from tests.cli.command import Said, environment, run, sentence, usage_error
from tests.municipality import ANSWERED, Municipality

TODAY = ("--date", ANSWERED.isoformat())
SYSTEMS = "inventory/systems.yaml"
AS_OFFICER = environment(SECAUDIT_LANGUAGE="da", SECAUDIT_USER="cva")
ROLES = """
acceptance:
  society-critical: Direktionen
  business-critical: Forvaltningschefen
  other: Systemejeren
"""
PROPOSED: dict[str, Any] = {
    "status": "delvist opfyldt",
    "comment": "Kun for én afdeling",
    "action": {
        "what": "Gennemgå resten",
        "responsible": "Bo",
        "due": "2026-11-15",
        "hours": 20,
    },
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Municipality:
    """A campaign in which the archive is answered; it uses the backup, which is not."""
    made = Municipality(tmp_path_factory.mktemp("begun") / "proevekommune")
    made.write("profile.yaml", ROLES)
    made.edit(SYSTEMS, '"Arkiv", owner: p01', '"Arkiv", owner: p01, uses: [backup]')
    made.open()
    made.issue()
    made.record(made.answer("p01", "system-arkiv", {"T.1": PROPOSED}))
    return made


@pytest.fixture
def office(begun: Municipality, tmp_path: Path) -> Municipality:
    """The officer's municipality."""
    return begun.copy(tmp_path / "proevekommune")


def secaudit(office: Municipality, *arguments: str | Path, on: date = ANSWERED) -> Said:
    """Run a command in the workspace, where it must succeed."""
    said = run(*arguments, "--date", on.isoformat(), cwd=office.folder, env=AS_OFFICER)
    assert said.code == 0, said
    assert "Traceback" not in said.err
    return said


def shown(office: Municipality, *arguments: str) -> Any:
    """What a command shows as JSON."""
    return json.loads(secaudit(office, *arguments, "--format", "json").out)


# The life of a campaign


def test_opening_the_next_campaign_tells_what_changed(office: Municipality) -> None:
    office.act(Change(what="Prøv", covers=("backup/T.1",), due=date(2027, 12, 1)))
    office.edit(SYSTEMS, "{id: arkiv,", "{id: esdh, formerly: arkiv,")
    office.edit(SYSTEMS, 'name: "Backup", owner: p02', 'name: "Backup", owner: p03')
    office.edit(SYSTEMS, "systems:\n", "systems:\n  - {id: ny, name: Ny, owner: p01}\n")
    office.edit("test-catalogue/T.yaml", "weight: 2", "weight: 1")
    on = date(2027, 9, 1)
    said = secaudit(office, "campaign", "open", "2027", "--due", "2027-10-01", on=on)
    first, *changes = said.out.splitlines()
    assert "2027-10-01" in first
    assert changes == [
        "1 foranstaltning er ændret: T.1",
        "1 nyt system: ny",
        "nyt id: arkiv → esdh",
        "ny ejer: backup: p02 → p03",
    ]
    assert said.lines == [
        "2026 er ikke lukket: den opgøres pr. svarfristen",
        "1 handling er ikke udført og fortsætter",
    ]


def test_where_nothing_has_changed_it_is_said_so(office: Municipality) -> None:
    office.close()
    on = date(2027, 9, 1)
    said = secaudit(office, "campaign", "open", "2027", "--due", "2027-10-01", on=on)
    assert said.out.splitlines()[1:] == ["intet er anderledes end i 2026"]
    assert said.lines == []


def test_somebody_gets_more_time(office: Municipality) -> None:
    said = secaudit(office, "campaign", "extend", "p01", "2026-10-15")
    assert said.out == "2026: Anna Holm har svarfrist 2026-10-15\n"
    assert office.campaign().extended == {"p01": date(2026, 10, 15)}


def test_closing_tells_what_is_left_and_how_a_later_answer_is_taken(
    office: Municipality,
) -> None:
    path = office.answer("p02", "system-backup", on=date(2026, 10, 2))
    said = secaudit(office, "campaign", "close", on=date(2026, 10, 1))
    left = sum(item.status == "unanswered" for item in office.picture().own)
    assert said.out.startswith("2026 er lukket pr. 2026-10-01: ")
    assert said.out.endswith(f"{left} spørgsmål uden svar\n")
    assert "record --late" in said.err
    late = ("record", path, "--date", "2026-10-02")
    refused = run(*late, cwd=office.folder)
    assert refused.code == 1
    assert "record --late" in refused.err
    taken = run(*late, "--late", cwd=office.folder)
    assert (taken.code, "system:backup" in taken.out) == (0, True)


def test_who_did_it_is_the_name_in_secaudit_user(office: Municipality) -> None:
    secaudit(office, "campaign", "close", "--early")
    assert office.register.events()[-1].personal == {"by": "cva"}


# Issuing


def test_a_rehearsal_shows_the_load_of_each_person_and_warns(
    office: Municipality,
) -> None:
    office.write("profile.yaml", f"{ROLES}limits: {{questions: 1}}\n")
    for number in (1, 2):
        entry = f"  - {{id: ny{number}, name: Ny, owner: p01, personal_data: [none]}}\n"
        office.edit(SYSTEMS, "systems:\n", f"systems:\n{entry}")
    head = office.register.head()
    said = secaudit(office, "issue", "--dry-run")
    [row] = said.out.splitlines()[1:]
    assert row.split()[:5] == ["p01", "Anna", "Holm", "2", "6"]
    assert said.lines[0].startswith("advarsel: Anna Holm")
    assert said.lines[1].endswith("intet er udsendt")
    assert office.register.head() == head
    assert not office.form("p01", "system-ny1").exists()


def test_a_form_is_issued_again_after_its_facts_were_corrected(
    office: Municipality,
) -> None:
    office.edit(SYSTEMS, "personal_data: [none]", "personal_data: [cpr]")
    said = secaudit(office, "issue", "--again", "arkiv", "--answer-by", "2026-10-20")
    assert said.out == "campaigns/2026/issued/p01/system-arkiv.yaml\n"
    form = office.form("p01", "system-arkiv")
    assert "Svar senest 20. oktober 2026." in form.read_text(encoding="utf-8")
    assert form.with_name("system-arkiv.yaml.replaced-1").is_file()


def test_it_is_told_when_nothing_need_be_sent(office: Municipality) -> None:
    office.edit(SYSTEMS, ", criticality: other", "")
    said = secaudit(office, "issue", "--again", "arkiv")
    path = "campaigns/2026/issued/p01/system-arkiv.yaml"
    assert f"allerede besvaret, skal ikke sendes: {path}" in said.lines


def test_a_system_is_taken_out_and_in_again(office: Municipality) -> None:
    said = secaudit(office, "withdraw", "arkiv", "--reason", "Slukket")
    assert said.out.startswith("Arkiv er taget ud")
    assert "issue --again system:arkiv" in said.out
    again = secaudit(office, "issue", "--again", "system:arkiv")
    assert again.out == "campaigns/2026/issued/p01/system-arkiv.yaml\n"


def test_systems_are_handed_over(office: Municipality) -> None:
    said = secaudit(office, "transfer", "p01", "p03")
    assert said.out.splitlines() == [
        f"campaigns/2026/issued/p03/{name}.yaml"
        for name in ("system-omsorg", "system-arkiv", "owner-p03")
    ]
    assert said.lines[0] == "Anna Holm → Cecilie Vang: Omsorg & Pleje, Arkiv"
    assert "Anna Holm" in said.lines[1]
    assert "owner: p03" in office.read(SYSTEMS)


# Review


def test_an_answer_is_sent_back_answered_and_agreed_on(office: Municipality) -> None:
    said = secaudit(
        office, "review", "arkiv", "T.1", "--return", "--reason", "Hvilken?"
    )
    assert said.out.startswith("Arkiv T.1: sendt retur")
    form = secaudit(office, "issue", "--returned").out.strip()
    assert form == "campaigns/2026/issued/p01/system-arkiv-returned-1.yaml"
    path = office.answer("p01", Path(form).stem)
    secaudit(office, "record", path)
    [waiting] = shown(office, "review")
    assert (waiting["control"], waiting["status"]) == ("T.1", "met")
    agreed = secaudit(office, "review", "arkiv", "T.1", "--agree")
    assert agreed.out == "Arkiv T.1: svaret er tiltrådt: opfyldt\n"
    assert shown(office, "review") == []


def test_an_answer_is_assessed_otherwise_and_both_words_are_told(
    office: Municipality,
) -> None:
    reason = ("--reason", "Set på stedet")
    said = secaudit(
        office, "review", "arkiv", "T.1", "--assess", "ikke opfyldt", *reason
    )
    assert "ikke opfyldt" in said.out
    assert "delvist opfyldt" in said.out
    told = run("history", "arkiv", "T.1", cwd=office.folder).out
    assert "delvist opfyldt" in told
    assert "Set på stedet" in told
    assert " · vurderet · cva · registreret " in told


def test_a_spot_check_is_drawn_again_by_its_seed(office: Municipality) -> None:
    office.record(
        office.answer("p02", "system-backup"), office.answer("p01", "system-omsorg")
    )
    first, again, other = (
        shown(office, "review", "--sample", "3", "--seed", seed)
        for seed in ("a", "a", "b")
    )
    assert first == again != other
    assert len(first) == 3
    table = list(
        csv.reader(
            io.StringIO(
                secaudit(office, "review", "--sample", "3", "--format", "csv").out
            )
        )
    )
    assert len(table) == 4


# Actions and decisions


def test_an_answer_can_be_read_before_it_is_judged(office: Municipality) -> None:
    said = secaudit(office, "review", "arkiv", "T.1")
    assert said.out.splitlines() == [
        "Arkiv · T.1",
        "Er prøve 1 i orden?",
        "    delvist opfyldt · Anna Holm · 2026-09-20",
        "    Kun for én afdeling",
        "    ESDH-sag 2026-9083",
        "    foreslår: Gennemgå resten",
    ]


def test_an_action_lives_from_proposal_to_done(office: Municipality) -> None:
    [proposed] = shown(office, "action", "list", "--proposed")
    assert (proposed["control"], proposed["what"]) == ("T.1", "Gennemgå resten")
    said = secaudit(
        office, "action", "add", "--from", "arkiv/T.1", "--covers", "backup/T.1"
    )
    assert (
        said.out == "H1 · ikke startet · 2026-11-15 · T.1 (2) · Bo · Gennemgå resten\n"
    )
    secaudit(office, "action", "update", "h1", "--status", "PÅ VEJ", "--cost", "5000")
    moved = secaudit(office, "action", "move", "H1", "2027-02-01", "--reason", "Ferie")
    assert "flyttet én gang" in moved.out
    secaudit(office, "action", "done", "H1", "--evidence", "ESDH 2026-7")
    [action] = shown(office, "action", "list")
    assert action | {"covers": []} == {
        "id": "H1",
        "what": "Gennemgå resten",
        "status": "done",
        "overdue": False,
        "responsible": "Bo",
        "covers": [],
        "original_due": "2026-11-15",
        "due": "2027-02-01",
        "moves": [{"on": "2026-09-20", "was": "2026-11-15", "reason": "Ferie"}],
        "hours": 20,
        "cost": 5000,
        "ended_on": "2026-09-20",
        "evidence": "ESDH 2026-7",
        "campaign": "2026",
    }


def test_overdue_is_derived_and_counted(office: Municipality) -> None:
    due = ("--covers", "backup/T.1", "--due", "2026-10-01")
    secaudit(office, "action", "add", "Prøv", *due)
    for on, word in (
        (date(2026, 10, 1), "ikke startet"),
        (date(2026, 10, 2), "overskredet"),
    ):
        said = secaudit(office, "action", "list", on=on)
        assert word in said.out
        assert f"heraf {int(word == 'overskredet')} over fristen" in said.err


def test_a_decision_accepts_a_gap_until_its_date(office: Municipality) -> None:
    until = ("--accept", "arkiv/T.1", "--until", "2027-06-30")
    words = (
        "decision",
        "add",
        "Må vente",
        "--by",
        "Systemejeren",
        "--case",
        "2026-9",
        *until,
    )
    said = secaudit(office, *words)
    assert said.out.startswith("B1 · 2026-09-20 · Systemejeren · 2026-9 · ")
    [decision] = shown(office, "decision", "list")
    assert decision["accepts"] == [
        {
            "subject": "system:arkiv",
            "control": "T.1",
            "until": "2027-06-30",
            "legal": False,
        }
    ]
    gaps = json.loads(secaudit(office, "gaps", "--format", "json").out)["gaps"]
    accepted = [g for g in gaps if g["accepted_until"]]
    assert [(g["subject"]["id"], g["control"]) for g in accepted] == [("arkiv", "T.1")]


def test_what_the_direktion_approved_is_recorded(office: Municipality) -> None:
    approve = ("--approve", "report", "--approve", "measures")
    secaudit(office, "decision", "add", "Godkendt", "--by", "Direktionen", *approve)
    [decision] = shown(office, "decision", "list")
    assert decision["approves"] == ["report", "measures"]


def test_a_known_duty_by_law_stays_among_the_gaps(office: Municipality) -> None:
    known = ("--acknowledge", "omsorg/T.6", "--until", "2027-01-01")
    secaudit(office, "decision", "add", "Kendt", "--by", "Direktionen", *known)
    told = run("history", "omsorg", "T.6", cwd=office.folder).out
    assert "system:omsorg/T.6 er et kendt lovkrav, frist 2027-01-01" in told


# What falls due


def test_what_falls_due_is_listed_and_asked_for_in_mid_year(
    office: Municipality,
) -> None:
    secaudit(office, "campaign", "close", "--early")
    spring = date(2027, 1, 15)
    said = secaudit(office, "due", on=spring)
    assert "2027-02-06" in said.out
    assert "system:arkiv/T.2" in said.out
    assert "issue --due" in said.err
    nothing = secaudit(office, "due", "--until", "2027-02-05", on=spring)
    assert nothing.out.count("\n") <= 1
    assert nothing.err == "intet forfalder\n"
    form = secaudit(office, "issue", "--due", on=spring).out.strip()
    assert form.endswith("p01/system-arkiv-due-1.yaml")
    path = office.answer("p01", Path(form).stem, on=spring)
    recorded = secaudit(office, "record", path, on=spring)
    assert "system:arkiv" in recorded.out
    assert json.loads(secaudit(office, "due", "--format", "json", on=spring).out) == []


# What is refused: one sentence, nothing recorded, no file changed


@pytest.fixture(scope="module")
def standing(
    begun: Municipality, tmp_path_factory: pytest.TempPathFactory
) -> Municipality:
    """An open campaign, with H1 to be done and H2 done, that every refusal leaves as it is."""
    made = begun.copy(tmp_path_factory.mktemp("standing") / "proevekommune")
    due = date(2026, 12, 1)
    made.act(Change(what="Prøv", covers=("backup/T.1",), due=due))
    made.act(Change(what="Køb", covers=("backup/T.1",), due=due))
    made.act(Change("H2", status="done", evidence="ESDH 7"))
    return made


@pytest.fixture(scope="module")
def ended(
    standing: Municipality, tmp_path_factory: pytest.TempPathFactory
) -> Municipality:
    """The same campaign, closed with an answer that was sent back."""
    made = standing.copy(tmp_path_factory.mktemp("ended") / "proevekommune")
    made.review(Verdict("arkiv", "T.2", "returned", reason="Hvornår?"))
    made.close()
    return made


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of the workspace, the register among them."""
    return {
        p.as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def refused(office: Municipality, command: str | list[str]) -> Said:
    """Run a command that must refuse, and must leave every file as it was."""
    words = command.split() if isinstance(command, str) else command
    before = everything(office.folder)
    said = run(*words, *TODAY, cwd=office.folder)
    assert said.code in (1, 2), said
    assert said.out == ""
    assert "Traceback" not in said.err
    assert everything(office.folder) == before
    return said


ADD = ["action", "add", "Gør det"]
DECIDE = ["decision", "add", "Må vente", "--by"]
REFUSED: dict[str, tuple[str | list[str], int, str]] = {
    "review what was never answered": (
        "review omsorg T.1 --agree",
        1,
        "T.1 for Omsorg & Pleje har intet svar at vurdere",
    ),
    "review an inherited answer": ("review arkiv T.3 --agree", 1, "system:backup"),
    "review an unknown subject": ("review akriv T.1 --agree", 2, "mente du 'arkiv'"),
    "return without a reason": ("review arkiv T.1 --return", 2, "--reason"),
    "assess as no status": (
        "review arkiv T.1 --assess opfyld --reason x",
        2,
        "skriv 'opfyldt', 'delvist opfyldt'",
    ),
    "open with a year missing": (
        "campaign open 2028 --due 2028-01-01",
        1,
        "2027 mangler",
    ),
    "close an unknown campaign": (
        "campaign close --campaign 2025",
        2,
        "mente du '2026'",
    ),
    "extend into the past": (
        "campaign extend p01 2026-09-19",
        2,
        "2026-09-19 er passeret",
    ),
    "extend for somebody unknown": (
        "campaign extend p1 2026-12-01",
        2,
        "mente du 'p01'",
    ),
    "act on an unknown gap": (
        [*ADD, "--covers", "arkiv/T.9", "--due", "2026-12-01"],
        1,
        "T.9 for system:arkiv er ikke et gab",
    ),
    "act on an unknown system": (
        [*ADD, "--covers", "akriv/T.1", "--due", "2026-12-01"],
        2,
        "mente du 'arkiv'",
    ),
    "act by a day in the past": (
        [*ADD, "--covers", "arkiv/T.1", "--due", "2026-09-19"],
        2,
        "fristen 2026-09-19 er passeret",
    ),
    "change an unknown action": ("action update H9 --hours 1", 2, "'H9'"),
    "drop without a reason": ("action update H1 --status dropped", 2, "--reason"),
    "move a done action": (
        "action move H2 2027-01-01 --reason x",
        1,
        "H2 er ikke åben",
    ),
    "move into the past": (
        "action move H1 2026-09-19 --reason x",
        2,
        "2026-09-19 er passeret",
    ),
    "done without evidence": (
        ["action", "done", "H1", "--evidence", ""],
        2,
        "--evidence",
    ),
    "decide without authority": (
        [*DECIDE, "Systemejeren", "--accept", "omsorg/T.1", "--until", "2027-01-01"],
        1,
        "Direktionen, ikke af 'Systemejeren'",
    ),
    "accept a duty by law": (
        [*DECIDE, "Direktionen", "--accept", "omsorg/T.6", "--until", "2027-01-01"],
        1,
        "system:omsorg/T.6 er et lovkrav",
    ),
    "accept until a day in the past": (
        [*DECIDE, "Direktionen", "--accept", "arkiv/T.1", "--until", "2026-09-19"],
        2,
        "2026-09-19 er passeret",
    ),
    "decide in the future": (
        [*DECIDE, "Direktionen", "--on", "2026-09-21"],
        2,
        "2026-09-21",
    ),
    "hand over to somebody unknown": (
        "transfer p01 p09",
        2,
        "'p09' findes ikke i people.yaml",
    ),
    "hand over from somebody unknown": ("transfer p1 p03", 2, "mente du 'p01'"),
    "withdraw a service that others use": (
        "withdraw backup --reason Slukket",
        1,
        "1 system bruger den: Arkiv",
    ),
    "withdraw what is not there": ("withdraw akriv --reason x", 2, "mente du 'arkiv'"),
    "issue again what has not changed": ("issue --again arkiv", 1, "intet er ændret"),
    "issue again what is not there": ("issue --again akriv", 2, "mente du 'arkiv'"),
    "issue with a deadline in the past": (
        "issue --answer-by 2026-09-19",
        2,
        "2026-09-19",
    ),
}


@pytest.mark.parametrize(
    ("command", "code", "words"), REFUSED.values(), ids=REFUSED.keys()
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_recorded(
    standing: Municipality, command: str | list[str], code: int, words: str
) -> None:
    said = refused(standing, command)
    assert words in sentence(said)
    assert said.code == code


@pytest.mark.parametrize(
    "command",
    [
        "campaign close",
        "campaign extend p01 2026-12-01",
        "issue",
        "issue --dry-run",
        "issue --again arkiv",
        "issue --returned",
        "withdraw arkiv --reason x",
        "transfer p01 p03",
        "review arkiv T.1 --agree",
    ],
)
def test_a_closed_campaign_refuses_whatever_changes_it(
    ended: Municipality, command: str
) -> None:
    said = refused(ended, command)
    assert sentence(said) == "årsrunden 2026 blev lukket 2026-09-20 og ændres ikke mere"
    assert said.code == 1


WRONG_USAGE: dict[str, tuple[str | list[str], str]] = {
    "review a subject without a control": ("review arkiv --agree", "GENSTAND"),
    "review with two words": ("review arkiv T.1 --agree --return", "--agree"),
    "agree on nothing": ("review --agree", "GENSTAND"),
    "review and draw": ("review arkiv T.1 --agree --sample 3", "--sample"),
    "seed without a sample": ("review --seed a", "--sample"),
    "a workbook without a file": ("review --format xlsx", "--output"),
    "again and due": ("issue --again arkiv --due", "--again"),
    "until without due": ("issue --until 2026-12-01", "--until"),
    "a status that is derived": ("action update H1 --status overdue", "--status"),
    "done by update": ("action update H1 --status done", "--status"),
    "a decision by nobody": (["decision", "add", "Ja"], "--by"),
    "withdraw without a reason": ("withdraw arkiv", "--reason"),
    "a date that is none": ("campaign extend p01 2026-13-01", "2026-13-01"),
    "a date in Danish": (["due", "--until", "1. maj 2027"], "2026-12-31"),
    "an approval of nothing we know": (
        "decision add Ja --by Direktionen --approve budget",
        "--approve",
    ),
}


@pytest.mark.parametrize(
    ("command", "words"), WRONG_USAGE.values(), ids=WRONG_USAGE.keys()
)
def test_wrong_usage_is_told_with_how_it_should_have_been(
    standing: Municipality, command: str | list[str], words: str
) -> None:
    assert words in usage_error(refused(standing, command))
