"""The demo: a fictional municipality that walks the real steps."""

import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from secaudit.campaign import Campaign, fold
from secaudit.demo import YEARS, demo
from secaudit.demo.respondent import Reply, fill_in
from secaudit.gaps import Picture, by_subject
from secaudit.inventory import Inventory
from secaudit.problems import Refused, errors
from secaudit.register import Event
from secaudit.steps.issuing.places import form_name
from secaudit.steps.progress.status import of as status_of
from secaudit.steps.returned.validate import validate
from secaudit.steps.state import picture_of, register_of
from secaudit.steps.verify import verify
from secaudit.workspace import Workspace, load_contents, load_workspace
from tests.conftest import MadeDemo

ON = date(2026, 11, 2)
SILENT = "p04"


class Demo:
    """The demo as it was made, and what was told meanwhile."""

    def __init__(self, made: MadeDemo) -> None:
        self.told, self.report = made.told, made.report
        self.workspace: Workspace = load_workspace(made.folder)
        self.inventory: Inventory = load_contents(self.workspace).inventory
        self.events: tuple[Event, ...] = register_of(self.workspace).events()
        self.campaigns: dict[str, Campaign] = fold(self.events)
        self.picture: Picture = picture_of(self.campaigns, "2026", ON)


@pytest.fixture(scope="module")
def made(made_demo: MadeDemo) -> Demo:
    """The demo, made once."""
    return Demo(made_demo)


def test_the_municipality_is_one_that_does_not_exist(made: Demo) -> None:
    assert made.workspace.organisation.name == "Eksempel Kommune"
    assert all(
        person.email and person.email.endswith(".example")
        for person in made.inventory.people
    )


def test_there_are_twelve_systems_and_ten_people(made: Demo) -> None:
    assert len(made.inventory.systems) == 12
    assert len(made.inventory.people) == 10


def test_there_are_two_campaigns_a_year_apart(made: Demo) -> None:
    assert list(made.campaigns) == ["2025", "2026"]
    assert [year.campaign for year in YEARS] == ["2025", "2026"]


def test_one_person_and_only_one_never_answers_in_2026(made: Demo) -> None:
    senders = {
        year: {
            event.payload["person"]
            for event in made.events
            if (event.kind, event.campaign) == ("assessed", year)
        }
        for year in ("2025", "2026")
    }
    issued = {issue.form.person for issue in made.campaigns["2026"].current()} - {None}
    assert issued - senders["2026"] == {SILENT}
    assert SILENT in senders["2025"]


def test_exactly_one_returned_file_was_refused(made: Demo) -> None:
    refused: set[str] = set()
    documents = 0
    for year in YEARS:
        folder = made.workspace.returned(year.campaign)
        found = validate([folder], made.workspace, year.campaign, ON)
        refused |= {problem.path for problem in errors(found.problems)}
        documents += found.documents
    assert len(refused) == 1
    assert sum("1 afvist" in told for told in made.told) == 1
    assert documents == 1 + sum(event.kind == "assessed" for event in made.events)


def test_one_answer_was_withdrawn_to_unknown(made: Demo) -> None:
    words: dict[tuple[str, str], list[str]] = {}
    for event in made.events:
        if (event.kind, event.campaign) == ("assessed", "2026"):
            for control, answer in event.payload["answers"].items():
                words.setdefault((event.subject, control), []).append(answer["status"])
    changed = {key: said for key, said in words.items() if len(said) > 1}
    assert list(changed.values()) == [["met", "unknown"]]
    ((subject, control),) = changed
    standing = made.campaigns["2026"].words[subject, control]
    assert standing.answer.status == "unknown"


def test_the_gap_of_a_common_service_is_inherited_by_at_least_five_systems(
    made: Demo,
) -> None:
    (gap,) = [gap for gap in made.picture.gaps if gap.behind]
    assert gap.item.subject.id in {s.id for s in made.inventory.systems if s.provides}
    assert len(gap.behind) >= 5
    assert all(
        gap.item.subject.id in heirs_of(made, subject.id) for subject in gap.behind
    )


def heirs_of(made: Demo, id: str) -> tuple[str, ...]:
    """The common services that a system uses."""
    system = made.inventory.system(id)
    assert system is not None
    return system.uses


def test_one_system_has_no_owner_and_its_questions_stand_unanswered(made: Demo) -> None:
    (ownerless,) = [system for system in made.inventory.systems if system.owner is None]
    rows = {row.subject.id: row for row in status_of(made.picture).rows}
    assert rows[ownerless.id].owner == ""
    assert "" in rows[ownerless.id].waiting_for


def test_one_system_has_unknown_facts_and_is_asked_the_questions_that_depend_on_them(
    made: Demo,
) -> None:
    (vague,) = [s for s in made.inventory.systems if s.facts.personal_data is None]
    assert vague.facts.criticality is None
    own = by_subject(made.picture.own)
    asked = {
        subject.id: {item.control.id for item in items}
        for subject, items in own.items()
    }
    conditional = {
        applied.control.id
        for applied in made.campaigns["2026"].applied
        if applied.applies
        and "system" in applied.control.questions
        and applied.control.questions["system"].when
    }
    assert conditional
    assert conditional <= asked[vague.id]


def test_the_register_holds_nothing_but_what_the_steps_wrote(made: Demo) -> None:
    kinds = Counter(event.kind for event in made.events)
    told = {"campaign-opened", "issued", "assessed", "reviewed", "action"}
    assert kinds.keys() == told | {"decision", "campaign-closed"}
    assert kinds["campaign-opened"] == 2
    assert kinds["campaign-closed"] == 1
    assert made.events[0].kind == "campaign-opened"
    assert {event.organisation for event in made.events} == {"eksempel-kommune"}


def test_the_register_verifies(made: Demo) -> None:
    found = verify(made.workspace, made.events[-1].hash)
    assert found.breaches == ()
    assert [(head.sequence, head.hash) for head in found.heads] == [
        (len(made.events), made.events[-1].hash)
    ]


def test_every_form_that_was_issued_to_a_person_lies_in_their_folder(
    made: Demo,
) -> None:
    for campaign in made.campaigns.values():
        folder = made.workspace.issued(campaign.id)
        forms = {
            path.relative_to(folder).as_posix() for path in folder.glob("*/*.yaml")
        }
        assert forms == {
            f"{issue.form.person}/{form_name(issue)}"
            for issue in campaign.issues
            if issue.form.person and issue.form.questions
        }


def outcomes(made: Demo) -> dict[str, list[tuple[str, str]]]:
    """The answers of 2026 that were reviewed, by what was said of them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, review in made.campaigns["2026"].reviews.items():
        found.setdefault(review.outcome, []).append(key)
    return found


def test_answers_are_reviewed_sent_back_and_assessed_otherwise(made: Demo) -> None:
    found = outcomes(made)
    assert len(found["agreed"]) == 4
    (back,) = found["returned"]
    (otherwise,) = found["assessed"]
    reasons = {gap.key: gap.reason for gap in made.picture.gaps}
    assert reasons[back] == "returned"
    assert reasons[otherwise] == "partial"
    said = made.campaigns["2026"].words[otherwise].answer
    assert said.status == "met"


def test_an_action_was_moved_and_goes_on_into_the_next_year(made: Demo) -> None:
    moved = [action for action in made.campaigns["2026"].actions if action.moves]
    assert {action.campaign for action in moved} == {"2025"}
    assert all(action.due > action.original_due for action in moved)
    covered = {gap.key for gap in made.picture.gaps if set(moved) & set(gap.actions)}
    assert covered == {key for action in moved for key in action.covers}


def test_a_gap_is_accepted_and_a_breach_of_the_law_only_known(made: Demo) -> None:
    accepted = [gap for gap in made.picture.gaps if gap.accepted]
    assert {gap.legal for gap in accepted} == {True, False}
    open_ones = {gap.key for gap in made.picture.open_gaps()}
    assert {gap.key for gap in accepted} & open_ones == {
        gap.key for gap in accepted if gap.legal
    }


def test_one_answer_came_late_and_one_after_the_campaign_was_closed(made: Demo) -> None:
    assert len(made.campaigns["2025"].after) == 1
    late = {
        word.person
        for word in made.campaigns["2026"].words.values()
        if word.campaign == "2026" and word.answered_on > YEARS[1].due
    }
    assert late == {"p09"}


def test_the_report_is_in_danish_and_one_in_english_lies_beside_it(made: Demo) -> None:
    assert made.report == made.workspace.reports / "2026.docx"
    for name in ("2026.docx", "2026.en.docx"):
        with zipfile.ZipFile(made.workspace.reports / name) as package:
            assert "Eksempel Kommune" in package.read("word/document.xml").decode(
                "utf-8"
            )


def test_the_answers_that_the_demo_tells_are_not_put_in_the_workspace(
    made: Demo,
) -> None:
    assert list(made.workspace.folder.glob("answers*")) == []


def test_each_step_is_told_in_its_order(made: Demo) -> None:
    assert [told.split(":")[0] for told in made.told] == ["2025"] * 4 + ["2026"] * 4


def test_a_folder_in_use_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("mit", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        demo(tmp_path, print)
    assert refused.value.sentence == f"{tmp_path} er ikke tom; intet er ændret"
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


def test_an_empty_folder_may_be_used(made: Demo) -> None:
    assert made.report.is_file()


# The respondent


FORM = """\
respondent: {name: "A", answered_on: }
answers:

  A.5.1:
    # Et spørgsmål
    status:
    reviewed_on:
    comment: ""
    evidence: [{reference: "", seen_on: }]
    action: {what: "", responsible: "", due: , hours: , cost: }

  A.5.2:
    status:
    comment: ""
"""


def reply(*, only: bool) -> Reply:
    """A reply to A.5.2."""
    answers = {"A.5.2": {"status": "ved ikke", "comment": 'Se "sagen"'}}
    return Reply("p01", "owner-p01", "first", date(2026, 9, 20), answers, only)


def test_what_the_reply_does_not_name_is_met() -> None:
    filled = fill_in(FORM, reply(only=False)).splitlines()
    assert filled[0] == 'respondent: {name: "A", answered_on: 2026-09-20}'
    assert filled[4:7] == [
        "    # Et spørgsmål",
        "    status: opfyldt",
        "    reviewed_on: 2026-08-06",
    ]
    assert filled[-2:] == ["    status: ved ikke", '    comment: "Se \\"sagen\\""']


def test_a_reply_to_some_questions_only_leaves_the_others_as_they_were() -> None:
    filled = fill_in(FORM, reply(only=True)).splitlines()
    assert filled[1:-2] == FORM.splitlines()[1:-2]
    assert filled[-2] == "    status: ved ikke"
