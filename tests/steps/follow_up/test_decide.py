"""Decisions: what was approved, which gaps may stand until when, and by whose authority."""

from datetime import date, timedelta
from typing import Any

import pytest

from secaudit.campaign import AcceptedGap, Decision
from secaudit.gaps import Gap, figures
from secaudit.problems import Refused, WrongUsage, errors
from secaudit.steps.follow_up import decide
from secaudit.steps.follow_up.decide import DecisionTold, decisions, wishes
from secaudit.steps.issuing import plan
from secaudit.steps.looking.history import history
from tests.municipality import ANSWERED, OPENED, Municipality, acting

UNTIL = date(2027, 6, 30)
SYSTEMS = "inventory/systems.yaml"
ROLES = """
acceptance:
  society-critical: Direktionen
  business-critical: Forvaltningschefen
  other: Systemejeren
"""
WISH: dict[str, Any] = {"status": "ikke opfyldt", "comment": "Afventer nyt system"}


@pytest.fixture
def deciding(municipality: Municipality) -> Municipality:
    """The profile says who may accept what; nothing is met.

    Omsorg is society-critical, backup of unknown criticality, arkiv other.
    """
    municipality.write("profile.yaml", ROLES)
    folder = municipality.workspace.issued("2026")
    said = {"status": "ikke opfyldt", "maturity": 0, "comment": "Afventer nyt system"}
    answers = {f"T.{number}": said for number in range(1, 7)}
    forms = [
        municipality.answer(path.parent.name, path.stem, answers)
        for path in folder.glob("*/*.yaml")
        if not path.stem.startswith("employees")
    ]
    assert errors(municipality.record(*forms).problems) == ()
    return municipality


def accept(*gaps: str, by: str = "Direktionen", **more: Any) -> DecisionTold:
    """A decision that lets gaps stand."""
    return DecisionTold(
        more.pop("text", "Må vente på nyt system"),
        by,
        more.pop("on", ANSWERED),
        accepts=gaps,
        until=more.pop("until", UNTIL),
        **more,
    )


def acknowledge(*gaps: str, until: date | None = UNTIL) -> DecisionTold:
    return DecisionTold(
        "Kendt", "Direktionen", ANSWERED, acknowledges=gaps, until=until
    )


def gap(
    municipality: Municipality, key: str, control: str = "T.1", on: date = ANSWERED
) -> Gap:
    found = municipality.picture(on=on)
    every = (*found.gaps, *found.inherited)
    return next(one for one in every if one.key == (key, control))


# What is decided


def test_a_decision_holds_what_was_said_of_it(deciding: Municipality) -> None:
    given = DecisionTold(
        "Rapporten godkendes",
        "Direktionen",
        ANSWERED,
        "2026-1234",
        ("measures", "report"),
    )
    decided = deciding.decide(given)
    assert decided == Decision(
        "B1",
        "2026",
        ANSWERED,
        "Direktionen",
        "Rapporten godkendes",
        "2026-1234",
        ("report", "measures"),
        sequence=deciding.register.head().sequence,
    )
    assert decisions(deciding.workspace) == (decided,)


def test_a_decision_is_told_to_programs_with_all_that_is_known_of_it(
    deciding: Municipality,
) -> None:
    given = DecisionTold(
        "Kendt og accepteret",
        "Direktionen",
        ANSWERED,
        "2026-1234",
        ("soa", "report"),
        accepts=("arkiv/T.1",),
        acknowledges=("omsorg/T.6",),
        until=UNTIL,
    )
    told = decide.as_json(deciding.decide(given))
    assert told == {
        "id": "B1",
        "campaign": "2026",
        "on": "2026-09-20",
        "by": "Direktionen",
        "text": "Kendt og accepteret",
        "case": "2026-1234",
        "approves": ["report", "soa"],
        "taken_back_on": None,
        "accepts": [
            {
                "subject": "system:arkiv",
                "control": "T.1",
                "until": "2027-06-30",
                "legal": False,
            },
            {
                "subject": "system:omsorg",
                "control": "T.6",
                "until": "2027-06-30",
                "legal": True,
            },
        ],
    }
    taken = decide.as_json(take_back(deciding))
    assert taken == told | {"taken_back_on": "2026-09-20"}


def test_a_decision_is_no_event_of_any_one_system(deciding: Municipality) -> None:
    deciding.decide(accept("arkiv/T.1"))
    take_back(deciding)
    made, taken = deciding.register.events()[-2:]
    assert {(event.kind, event.subject) for event in (made, taken)} == {
        ("decision", "")
    }
    assert taken.personal == {"reason": "Forkert sag", "by": "Officer"}
    assert taken.payload == {"takes_back": "B1", "on": "2026-09-20"}


def test_what_names_people_lies_in_the_text_that_can_be_deleted(
    deciding: Municipality,
) -> None:
    deciding.decide(accept("arkiv/T.1", text="Bo Lind\n venter"))
    event = deciding.register.events()[-1]
    assert event.personal == {"text": "Bo Lind venter", "by": "Officer"}
    assert event.payload == {
        "decision": "B1",
        "on": "2026-09-20",
        "by": "Direktionen",
        "accepts": [
            {"subject": "system:arkiv", "control": "T.1", "until": "2027-06-30"}
        ],
    }


def test_decisions_are_numbered_within_the_organisation(deciding: Municipality) -> None:
    plain = DecisionTold("Godkendt", "Direktionen", ANSWERED, approves=("report",))
    assert deciding.decide(plain).id == "B1"
    deciding.open("2027", date(2027, 9, 1))
    assert deciding.decide(plain, on=date(2027, 9, 2)).id == "B2"


def test_anybody_may_approve_what_profile_yaml_says_nothing_of(
    municipality: Municipality,
) -> None:
    measures = DecisionTold("Godkendt", "Byrådet", ANSWERED, approves=("measures",))
    assert municipality.decide(measures).by == "Byrådet"


def test_an_earlier_decision_can_be_recorded_later(deciding: Municipality) -> None:
    made = date(2026, 9, 10)
    assert deciding.decide(accept("arkiv/T.1", on=made)).on == made
    accepted = gap(deciding, "system:arkiv").accepted
    assert accepted is not None
    assert accepted.since == made


# What an accepted gap is


def test_an_accepted_gap_stands_in_no_list_of_open_ones_and_in_every_figure(
    deciding: Municipality,
) -> None:
    before = figures(deciding.picture().own)
    decided = deciding.decide(accept("arkiv/T.1"))
    assert decided.accepts == (AcceptedGap("system:arkiv", "T.1", UNTIL),)
    found = deciding.picture()
    assert figures(found.own) == before
    accepted = gap(deciding, "system:arkiv")
    assert accepted in found.gaps
    assert accepted not in found.open_gaps()
    assert accepted.reason == "not-met"


@pytest.mark.parametrize(
    ("on", "stands"),
    [
        (ANSWERED - timedelta(days=1), False),
        (ANSWERED, True),
        (UNTIL, True),
        (UNTIL + timedelta(days=1), False),
    ],
)
def test_a_gap_is_accepted_from_the_day_of_the_decision_until_its_last_day(
    deciding: Municipality, on: date, stands: bool
) -> None:
    deciding.decide(accept("arkiv/T.1"))
    assert gap(deciding, "system:arkiv", on=on).open != stands


def test_a_gap_may_be_accepted_until_the_very_day(deciding: Municipality) -> None:
    deciding.decide(accept("arkiv/T.1", until=ANSWERED))
    assert not gap(deciding, "system:arkiv").open


def test_the_latest_decision_on_a_gap_counts(deciding: Municipality) -> None:
    deciding.decide(accept("arkiv/T.1"))
    deciding.decide(accept("arkiv/T.1", until=date(2026, 12, 31)))
    accepted = gap(deciding, "system:arkiv").accepted
    assert accepted is not None
    assert accepted.until == date(2026, 12, 31)
    assert len(decisions(deciding.workspace)) == 2


def test_an_inherited_gap_can_be_accepted_for_one_system_only(
    deciding: Municipality,
) -> None:
    deciding.edit(SYSTEMS, '"Arkiv", owner: p01', '"Arkiv", owner: p01, uses: [backup]')
    deciding.issue(OPENED, plan.reissue("arkiv"))
    deciding.decide(accept("arkiv/T.3"))
    assert not gap(deciding, "system:arkiv", "T.3").open
    assert gap(deciding, "system:backup", "T.3").open


def test_an_accepted_gap_follows_its_system_to_a_new_name(
    deciding: Municipality,
) -> None:
    deciding.decide(accept("arkiv/T.1"))
    deciding.edit(SYSTEMS, "{id: arkiv,", "{id: esdh, formerly: arkiv,")
    deciding.issue(date(2026, 9, 25))
    assert not gap(deciding, "system:esdh", on=date(2026, 9, 25)).open


# By whose authority


@pytest.mark.parametrize(
    ("name", "by", "allowed"),
    [
        ("omsorg/T.1", "Direktionen", True),
        ("omsorg/T.1", "Forvaltningschefen", False),
        ("omsorg/T.1", "Systemejeren", False),
        ("backup/T.1", "Direktionen", True),
        (
            "backup/T.1",
            "Forvaltningschefen",
            True,
        ),  # unknown counts as business-critical
        ("backup/T.1", "Systemejeren", False),
        ("arkiv/T.1", "Direktionen", True),
        ("arkiv/T.1", "Forvaltningschefen", True),
        ("arkiv/T.1", "Systemejeren", True),
        ("arkiv/T.1", "Bo Lind", False),
        ("owner:p01/T.1", "Forvaltningschefen", False),  # who owns omsorg
        ("organisation:proevekommune/T.4", "Direktionen", True),
        ("organisation:proevekommune/T.4", "Systemejeren", False),
    ],
)
def test_a_gap_is_accepted_by_who_may_for_its_criticality_or_for_a_higher_one(
    deciding: Municipality, name: str, by: str, allowed: bool
) -> None:
    if allowed:
        assert deciding.decide(accept(name, by=by)).by == by
        return
    with deciding.refuses(f"/{name.split('/')[1]} er", f"ikke af '{by}'"):
        deciding.decide(accept(name, by=by))


def test_a_refusal_names_those_who_may_the_nearest_first(
    deciding: Municipality,
) -> None:
    roles = "Systemejeren eller Forvaltningschefen eller Direktionen"
    with deciding.refuses("system:arkiv/T.1", f"accepteres af {roles}, ikke af 'Bo'"):
        deciding.decide(accept("arkiv/T.1", by="Bo"))


@pytest.mark.parametrize("by", ["direktionen", " Direktionen ", "DIREKTIONEN"])
def test_a_role_is_known_however_it_is_written(deciding: Municipality, by: str) -> None:
    assert deciding.decide(accept("omsorg/T.1", by=by)).by == by.strip()


def test_where_profile_yaml_names_nobody_nobody_may_accept(
    municipality: Municipality,
) -> None:
    with municipality.refuses("profile.yaml", "'acceptance'"):
        municipality.decide(accept("arkiv/T.1"))
    municipality.write("profile.yaml", "acceptance: {other: Systemejeren}\n")
    with municipality.refuses("profile.yaml", "samfundskritisk"):
        municipality.decide(accept("omsorg/T.1", by="Systemejeren"))


def test_a_system_that_a_critical_one_relies_on_is_as_critical(
    deciding: Municipality,
) -> None:
    deciding.edit(SYSTEMS, 'name: "Backup",', 'name: "Backup", criticality: other,')
    deciding.edit(SYSTEMS, "    operations: p02\n", "    uses: [backup]\n")
    deciding.issue(OPENED, plan.reissue("omsorg", "backup"))
    with deciding.refuses("system:backup/T.3", "Direktionen"):
        deciding.decide(accept("backup/T.3", by="Systemejeren"))
    assert deciding.decide(accept("backup/T.1", by="Systemejeren")).accepts


# Duties by law


def test_a_duty_by_law_is_never_accepted(deciding: Municipality) -> None:
    with deciding.refuses("system:omsorg/T.6 er et lovkrav", "--acknowledge"):
        deciding.decide(accept("omsorg/T.6"))
    with deciding.refuses("lovkrav"):
        deciding.decide(accept("T.6"))


def test_a_duty_by_law_is_known_with_a_deadline_and_stays_open(
    deciding: Municipality,
) -> None:
    decided = deciding.decide(acknowledge("omsorg/T.6"))
    assert decided.accepts == (AcceptedGap("system:omsorg", "T.6", UNTIL, legal=True),)
    found = gap(deciding, "system:omsorg", "T.6")
    assert found.accepted is not None
    assert found.open
    assert found in deciding.picture().open_gaps()


def test_one_decision_may_accept_some_gaps_and_know_of_others(
    deciding: Municipality,
) -> None:
    both = DecisionTold(
        "Kendt og accepteret",
        "Direktionen",
        ANSWERED,
        accepts=("arkiv/T.1", "T.2"),
        acknowledges=("omsorg/T.6",),
        until=UNTIL,
    )
    kept = [
        (one.subject, one.control, one.legal) for one in deciding.decide(both).accepts
    ]
    assert kept[0] == ("system:arkiv", "T.1", False)
    assert kept[-1] == ("system:omsorg", "T.6", True)
    assert {key for key, control, _legal in kept if control == "T.2"} == {
        "system:omsorg",
        "system:backup",
        "system:arkiv",
    }


def test_what_is_no_duty_by_law_is_accepted_not_acknowledged(
    deciding: Municipality,
) -> None:
    with deciding.refuses("system:arkiv/T.1 er ikke et lovkrav", "--accept"):
        deciding.decide(acknowledge("arkiv/T.1"))


# What cannot be decided


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        (accept("arkiv/T.1", on=date(2026, 9, 21)), WrongUsage, "2026-09-21"),
        (
            accept("arkiv/T.1", until=date(2026, 9, 19)),
            WrongUsage,
            "2026-09-19 er passeret",
        ),
        (accept("arkiv/T.1", until=None), WrongUsage, "--until"),
        (acknowledge("omsorg/T.6", until=None), WrongUsage, "--until"),
        (accept(), WrongUsage, "--accept"),
        (accept("arkiv/T.1", by=" "), WrongUsage, "--by"),
        (
            accept("arkiv/T.1", text=""),
            WrongUsage,
            "beslutningen er tom: skriv en tekst",
        ),
        (accept("arkiv/T.1", case=" "), WrongUsage, "--case"),
        (accept("arkiv/T.6"), Refused, "T.6 for system:arkiv er ikke et gab"),
        (accept("akriv/T.1"), WrongUsage, "mente du 'arkiv'"),
        (accept("T.9"), Refused, "T.9 har ingen gab"),
        (acknowledge("T.9"), Refused, "T.9 har ingen gab"),
        (DecisionTold(" ", "Direktionen", ANSWERED), WrongUsage, "beslutningen"),
        (DecisionTold("Ja", "", ANSWERED), WrongUsage, "--by"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    deciding: Municipality, given: DecisionTold, error: type[Refused], words: str
) -> None:
    with deciding.refuses(words, error=error):
        deciding.decide(given)
    assert decisions(deciding.workspace) == ()


def test_of_several_gaps_all_are_accepted_or_none(deciding: Municipality) -> None:
    with deciding.refuses("system:omsorg/T.1"):
        deciding.decide(accept("arkiv/T.1", "omsorg/T.1", by="Systemejeren"))
    assert gap(deciding, "system:arkiv").open


def test_what_is_met_cannot_be_accepted(deciding: Municipality) -> None:
    deciding.record(deciding.answer("p01", "system-arkiv"))
    with deciding.refuses("T.1 for system:arkiv er ikke et gab"):
        deciding.decide(accept("arkiv/T.1"))


# What owners wish


def wish(
    municipality: Municipality, person: str, form: str, until: str = "2027-03-01"
) -> None:
    """Answer T.1 as not met, and wish it accepted."""
    path = municipality.answer(person, form, {"T.1": WISH})
    text = path.read_text(encoding="utf-8")
    wished = f'acceptance: {{why: "Nyt system i 2027", until: {until}}}'
    path.write_text(
        text.replace('acceptance: {why: "", until: }', wished, 1), encoding="utf-8"
    )
    municipality.record(path)


def test_a_wish_accepts_nothing_until_it_is_decided(deciding: Municipality) -> None:
    wish(deciding, "p01", "system-arkiv")
    [wished] = wishes(deciding.workspace, ANSWERED)
    assert wished.gap.key == ("system:arkiv", "T.1")
    assert (wished.why, wished.until) == ("Nyt system i 2027", date(2027, 3, 1))
    assert wished.gap.open
    deciding.decide(accept("arkiv/T.1"))
    assert wishes(deciding.workspace, ANSWERED) == ()


def test_a_wish_is_told_to_programs_with_why_until_when_and_how_urgent(
    deciding: Municipality,
) -> None:
    wish(deciding, "p01", "system-arkiv")
    wish(deciding, "p01", "system-omsorg", until="")
    omsorg, arkiv = map(decide.wish_as_json, wishes(deciding.workspace, ANSWERED))
    assert arkiv == {
        "subject": "system:arkiv",
        "control": "T.1",
        "class": "C",
        "legal": False,
        "why": "Nyt system i 2027",
        "until": "2027-03-01",
    }
    assert (omsorg["subject"], omsorg["class"]) == ("system:omsorg", "A")
    assert omsorg["until"] is None


def test_decisions_can_be_made_after_the_campaign_is_closed(
    deciding: Municipality,
) -> None:
    deciding.close()
    spring = date(2027, 1, 10)
    deciding.decide(accept("arkiv/T.1", on=spring), on=spring)
    deciding.open("2027", date(2027, 2, 1))
    deciding.issue(date(2027, 2, 1))
    found = deciding.picture("2027", on=date(2027, 2, 1)).gaps
    assert [g.open for g in found if g.key == ("system:arkiv", "T.1")] == [False]


def test_before_the_first_campaign_nothing_is_decided(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    empty = Municipality(tmp_path_factory.mktemp("m") / "k")
    with empty.refuses("campaign open"):
        empty.decide(accept("arkiv/T.1"))


def test_what_nobody_has_answered_cannot_be_accepted(
    municipality: Municipality,
) -> None:
    municipality.write("profile.yaml", ROLES)
    with municipality.refuses("er ikke besvaret"):
        municipality.decide(accept("omsorg/T.1"))


def test_the_same_twice_is_refused_and_another_day_is_not(
    deciding: Municipality,
) -> None:
    deciding.decide(accept("omsorg/T.1"))
    with deciding.refuses("må allerede stå til og med 2027-06-30 efter B1"):
        deciding.decide(accept("omsorg/T.1"))
    deciding.decide(accept("omsorg/T.1", until=UNTIL + timedelta(1)))


def take_back(municipality: Municipality, id: str = "B1") -> Decision:
    workspace = municipality.workspace
    return decide.take_back(workspace, id, "Forkert sag", acting(ANSWERED))


def test_a_decision_that_is_taken_back_accepts_nothing_and_stays_in_the_register(
    deciding: Municipality,
) -> None:
    before = deciding.campaign().decided
    deciding.decide(accept("omsorg/T.1"))
    assert gap(deciding, "system:omsorg").accepted
    assert take_back(deciding, "b1").taken_back_on == ANSWERED
    assert gap(deciding, "system:omsorg").accepted is None
    assert deciding.campaign().decided == before
    (stays,) = decisions(deciding.workspace)
    assert (stays.id, stays.taken_back_on) == ("B1", ANSWERED)
    deciding.decide(accept("omsorg/T.1"))
    assert [one.id for one in decisions(deciding.workspace)] == ["B1", "B2"]
    lines = [entry.told for entry in history(deciding.workspace, "omsorg", "T.1")]
    assert ("B1 er trukket tilbage: Forkert sag",) in lines


def test_what_is_taken_back_after_the_end_leaves_the_closed_campaign_as_it_was(
    deciding: Municipality,
) -> None:
    deciding.decide(accept("omsorg/T.1"))
    deciding.close()
    take_back(deciding)
    assert deciding.campaign().accepted
    assert deciding.campaign().decided == {}


def test_a_decision_is_not_taken_back_without_a_reason(deciding: Municipality) -> None:
    deciding.decide(accept("omsorg/T.1"))
    with deciding.refuses("--reason", error=WrongUsage):
        decide.take_back(deciding.workspace, "B1", " ", acting(ANSWERED))


def test_a_decision_is_taken_back_once_and_only_if_it_is_there(
    deciding: Municipality,
) -> None:
    deciding.decide(accept("omsorg/T.1"))
    take_back(deciding)
    with deciding.refuses("B1 er allerede trukket tilbage"):
        take_back(deciding)
    with deciding.refuses("beslutningen 'B7' findes ikke", error=WrongUsage):
        take_back(deciding, "B7")
