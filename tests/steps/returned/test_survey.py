"""The employees' answers in a survey: counted, folded, recorded, and nothing of a row kept."""

import csv
import time
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from secaudit.gaps import responses
from secaudit.language import using
from secaudit.problems import Refused, WrongUsage
from secaudit.steps.looking.history import history
from secaudit.steps.progress.status import as_json, status
from secaudit.steps.returned.survey import Imported, import_counts
from secaudit.survey.words import Pasted, as_text
from tests.municipality import ANSWERED, Municipality, acting
from tests.surveyed import (
    ANSWERS,
    HEAD,
    QUESTIONS,
    as_csv,
    as_xlsx,
    few,
    respondents,
    town,
)

STATUS = dict(
    zip(
        ANSWERS,
        ("met", "partial", "not-met", "not-applicable", "unknown"),
        strict=False,
    )
)
TOP = {"Hjemmeplejen": "Sundhed", "Veje": "Teknik"}
IDS = {
    "Sundhed": "sundhed",
    "Teknik": "teknik",
    "Børn og Unge": "boern",
    "Kultur": "kultur",
    "Plan": "plan",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Municipality:
    """To be copied, not to be changed."""
    return town(tmp_path_factory.mktemp("town") / "proevekommune")


@pytest.fixture
def municipality(made: Municipality, tmp_path: Path) -> Iterator[Municipality]:
    with using("da"):
        yield made.copy(tmp_path / "proevekommune")


def bring(municipality: Municipality, path: Path, *, dry_run: bool = False) -> Imported:
    workspace = municipality.workspace
    return import_counts(workspace, None, path, None, acting(ANSWERED), dry_run=dry_run)


def counts_of(municipality: Municipality) -> dict[str, dict[str, dict[str, int]]]:
    """By control, what the register holds."""
    words = municipality.campaign().words.items()
    found = {control: word.answer.counts for (_subject, control), word in words}
    return {control: counts for control, counts in found.items() if counts}


def independent(path: Path) -> dict[str, dict[str, dict[str, int]]]:
    """The same counted by hand: plain loops, and a folding of its own."""
    with path.open(encoding="cp1252", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    people = Counter[str]()
    counted: dict[str, dict[str, Counter[str]]] = {}
    for row in rows:
        unit = IDS.get(TOP.get(row[3], row[3]), "")
        said = {c: STATUS[a] for c, a in zip(QUESTIONS, row[4:], strict=True) if a}
        people[unit] += bool(said)
        for control, answer in said.items():
            units = counted.setdefault(control, {})
            units.setdefault(unit, Counter())[answer] += 1
    assert people["plan"] == 4
    hidden = {unit for unit in people if people[unit] < 5} | {""}
    for units in counted.values():
        small = [u for u in units if u in hidden or units[u].total() < 5]
        units[""] = sum((units.pop(unit) for unit in small), Counter())
    return {c: {u: dict(n) for u, n in of.items()} for c, of in counted.items()}


def test_an_independent_count_of_800_rows_agrees(municipality: Municipality) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", respondents(800))
    done = bring(municipality, path)
    assert counts_of(municipality) == independent(path)
    assert sum(number for _id, _name, number in done.people) >= 790
    assert [id for id, _name, _number in done.people][-1] == ""


def test_the_same_file_twice_is_one_event_for_each_form(
    municipality: Municipality,
) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", respondents(800))
    first = bring(municipality, path)
    head, before = municipality.register.head(), counts_of(municipality)
    assert len(first.receipt.events) == 2
    again = bring(municipality, path)
    assert again.receipt.events == ()
    assert again.receipt.already == first.receipt.events
    assert again.people == first.people
    assert municipality.register.head() == head
    assert counts_of(municipality) == before


def test_another_file_takes_the_place_of_the_answers_and_the_first_may_come_back(
    municipality: Municipality,
) -> None:
    folder = municipality.folder.parent
    one = as_csv(folder / "en.csv", respondents(300))
    other = as_csv(folder / "to.csv", respondents(340))
    numbers = [number for number, _form in bring(municipality, one).receipt.events]
    done = bring(municipality, other)
    assert counts_of(municipality) == independent(other)
    replaced = [told.events for told in done.receipt.replaced.values()]
    assert replaced == [(number,) for number in numbers]
    assert len(bring(municipality, one).receipt.events) == 2
    assert counts_of(municipality) == independent(one)


def test_nothing_of_a_row_is_kept_anywhere(municipality: Municipality) -> None:
    rows = [list(row) for row in respondents(800)]
    head = (*HEAD, "Vil du tilføje noget?")
    said = "Min nabo hedder Zebediah"
    rows = [[*row, said if n == 7 else ""] for n, row in enumerate(rows)]
    path = as_csv(municipality.folder.parent / "svar.csv", rows, head)
    before = {file for file in municipality.folder.rglob("*") if file.is_file()}
    bring(municipality, path)
    kept = {file for file in municipality.folder.rglob("*") if file.is_file()}
    assert kept == before
    held = b"".join(file.read_bytes() for file in kept)
    for secret in (said, "Zebediah", "hemmelig.example", "R00007", "2026-09-12"):
        assert secret.encode() not in held
        assert secret.encode("utf-16-le") not in held
    event = municipality.register.events()[-1]
    digest = sha256(path.read_bytes()).hexdigest()
    assert event.personal["file"] == {"name": "svar.csv", "lay": {}, "sha256": digest}
    assert event.payload["file"] == ""
    told = history(municipality.workspace, event.subject, None)
    assert digest in repr(told)
    for answer in event.payload["answers"].values():
        assert "plan" not in answer["counts"]


def test_no_number_of_a_department_of_four_can_be_found(
    municipality: Municipality,
) -> None:
    """Nor by subtraction: what stands together is never one department alone."""
    rows = [row for row in respondents(800) if row[3] not in ("", "Vil ikke oplyse")]
    path = as_csv(municipality.folder.parent / "svar.csv", rows)
    done = bring(municipality, path)
    folded = {"plan", "kultur"}
    assert folded.isdisjoint(id for id, _name, _number in done.people)
    for counts in counts_of(municipality).values():
        assert folded.isdisjoint(counts)
        assert sum(counts[""].values()) >= 5
    told = as_json(status(municipality.workspace, None, ANSWERED))
    assert folded.isdisjoint(line["department"] for line in told["responses"])
    assert [line["name"] for line in told["responses"]][-1] is None


def test_xlsx_csv_and_the_lines_of_the_page_give_the_same(
    municipality: Municipality,
) -> None:
    folder, rows = municipality.folder.parent, list(respondents(200))
    spelt = dict(STATUS) | {"": ""}
    lines = [
        as_text(
            Pasted(
                "2026",
                IDS.get(
                    row[3],
                    {"Hjemmeplejen": "hjemmepleje", "Veje": "veje"}.get(row[3], ""),
                ),
                {c: spelt[a] for c, a in zip(QUESTIONS, row[4:], strict=True)},
            )
        )
        for row in rows
    ]
    pasted = [
        (row[0], line.replace("; ", ";\n"))
        for row, line in zip(rows, lines, strict=True)
    ]
    bring(municipality, as_csv(folder / "svar.csv", rows))
    before = counts_of(municipality)
    for path in (
        as_xlsx(folder / "svar.xlsx", rows),
        as_csv(folder / "utf8.csv", rows, encoding="utf-8-sig", divider=","),
        as_csv(folder / "utf16.txt", rows, encoding="utf-16", divider="\t"),
        as_csv(folder / "linjer.csv", pasted, ("Id", "Indsæt din tekst her")),
    ):
        done = bring(municipality, path)
        assert len(done.receipt.already) == 2, path
    assert counts_of(municipality) == before


def test_a_dry_run_records_nothing(municipality: Municipality) -> None:
    head = municipality.register.head()
    path = as_csv(municipality.folder.parent / "svar.csv", respondents(50))
    done = bring(municipality, path, dry_run=True)
    assert done.people and done.questions == 3
    assert done.receipt.events == done.receipt.already == ()
    assert municipality.register.head() == head


def test_a_dry_run_refuses_what_the_import_would(municipality: Municipality) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", respondents(50))
    municipality.edit("inventory/people.yaml", "people:", "folk:")
    for dry_run in (True, False):
        with pytest.raises(Refused) as refused:
            bring(municipality, path, dry_run=dry_run)
        assert any("people.yaml" in p.path for p in refused.value.problems)


def test_answers_of_fewer_than_five_employees_are_not_recorded(
    municipality: Municipality,
) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", few()[:4])
    with municipality.refuses("svar.csv", "færre end fem medarbejdere"):
        bring(municipality, path)
    bring(municipality, as_csv(path, few()[:5]))
    assert counts_of(municipality)["T.5"] == {"sundhed": {"met": 5}}


def test_a_file_of_headings_only_has_no_answers(municipality: Municipality) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", [])
    with municipality.refuses("svar.csv", "indeholder ingen svar"):
        bring(municipality, path)


def test_a_question_that_fewer_than_five_answered_is_left_as_it_is(
    municipality: Municipality,
) -> None:
    rows = [
        (*row[:4], "Ja", "Ja" if n < 4 else "", "Nej") for n, row in enumerate(few())
    ]
    done = bring(municipality, as_csv(municipality.folder.parent / "svar.csv", rows))
    assert set(counts_of(municipality)) == {"T.5", "T.8"}
    [problem] = done.problems
    assert problem.code == "too-few" and "T.7" in problem.message
    assert len(done.receipt.events) == 1


def test_a_question_that_five_answered_is_recorded(municipality: Municipality) -> None:
    rows = [
        (*row[:4], "Ja", "Ja" if n < 5 else "", "Nej") for n, row in enumerate(few())
    ]
    done = bring(municipality, as_csv(municipality.folder.parent / "svar.csv", rows))
    assert done.problems == ()
    assert counts_of(municipality)["T.7"] == {"sundhed": {"met": 5}}


def test_the_status_is_held_against_the_target_of_the_profile(
    municipality: Municipality,
) -> None:
    for noes, wanted in ((1, "met"), (2, "partial")):
        path = as_csv(municipality.folder.parent / "svar.csv", few(*["Nej"] * noes))
        bring(municipality, path)
        key = ("employees:proevekommune", "T.5")
        assert municipality.campaign().words[key].answer.status == wanted


def test_a_survey_without_a_question_tells_which_counts_still_stand(
    municipality: Municipality,
) -> None:
    folder = municipality.folder.parent
    bring(municipality, as_csv(folder / "en.csv", respondents(800)))
    number = municipality.campaign().words["employees:proevekommune", "T.8"].sequence
    rows = [row[:-1] for row in respondents(76)]
    done = bring(municipality, as_csv(folder / "to.csv", rows, HEAD[:-1]))
    unanswered, standing = sorted(done.problems, key=lambda p: p.code, reverse=True)
    assert "T.8" in unanswered.message
    assert standing.message == f"for T.8 gælder tallene fra post {number} stadig"
    whole = responses(municipality.campaign()).whole
    assert whole.respondents <= 76


def test_a_form_that_a_later_survey_left_out_does_not_count_in_the_rates(
    municipality: Municipality,
) -> None:
    """Its counts stand, but how many of the later survey's answered is another matter."""
    folder = municipality.folder.parent
    one = as_csv(folder / "en.csv", respondents(800))
    before = [number for number, _form in bring(municipality, one).receipt.events]
    whole = responses(municipality.campaign()).whole
    rows = [(*row[:5], "", row[6]) for row in respondents(76)]
    bring(municipality, as_csv(folder / "to.csv", rows))
    assert responses(municipality.campaign()).whole.respondents <= 76
    again = bring(municipality, one).receipt
    assert len(again.events) == len(before) == 2
    assert responses(municipality.campaign()).whole == whole
    surveys = [e.payload.get("survey") for e in municipality.register.events()]
    assert surveys[-2:] == [again.events[0][0]] * 2


def test_more_who_answered_than_work_there_are_one_warning(
    municipality: Municipality,
) -> None:
    rows = [*few(unit="Kultur")] * 7 + [*few(unit="Plan")] * 10
    path = as_csv(municipality.folder.parent / "svar.csv", [*rows, *few()])
    for dry_run in (True, False):
        [problem] = bring(municipality, path, dry_run=dry_run).problems
        assert problem.code == "more-than-employees"
        assert "Kultur (42 af 40); se efter" in problem.message


def test_after_departments_moved_the_rates_keep_the_employees_of_before(
    municipality: Municipality,
) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", respondents(400))
    old = 'id: veje, name: "Veje", parent: teknik'
    municipality.edit("inventory/people.yaml", old, old.replace("teknik", "boern"))
    [problem] = bring(municipality, path).problems
    assert (problem.code, problem.severity) == ("moved", "warning")
    assert problem.path.endswith("inventory/people.yaml")
    assert "årsrunden blev åbnet: Veje; svarprocenterne" in problem.message
    assert municipality.campaign().staff["teknik"] == 300
    assert "staff" not in municipality.register.events()[-1].payload


def test_survey_yaml_in_the_workspace_is_heard(municipality: Municipality) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", few(unit="SOS"))
    with pytest.raises(Refused) as refused:
        bring(municipality, path)
    assert [problem.code for problem in refused.value.problems] == [
        "unknown-department"
    ]
    municipality.write("survey.yaml", "departments: {SOS: hjemmepleje}\n")
    assert bring(municipality, path).people == (("sundhed", "Sundhed", 6),)


def test_what_was_typed_by_hand_is_replaced_and_told(
    municipality: Municipality,
) -> None:
    typed = municipality.answer("p03", "employees-proevekommune")
    text = typed.read_text(encoding="utf-8")
    text = text.replace("sundhed: {met: ,", "sundhed: {met: 9,")
    typed.write_text(text, encoding="utf-8")
    [receipt] = municipality.record(typed, partial=True).receipts
    [(number, _subject)] = receipt.events
    path = as_csv(municipality.folder.parent / "svar.csv", few())
    done = bring(municipality, path)
    [told] = done.receipt.replaced.values()
    assert told.said.startswith(f"erstatter svar i post {number}: ")


def test_what_was_written_beside_counts_typed_by_hand_stays(
    municipality: Municipality,
) -> None:
    typed = municipality.answer("p03", "employees-proevekommune")
    text = typed.read_text(encoding="utf-8")
    text = text.replace("sundhed: {met: ,", "sundhed: {met: 9,", 1)
    for old, new in (
        ('comment: ""', 'comment: "Set i kantinen"'),
        ('{reference: "", seen_on: }', '{reference: "Sag 7", seen_on: 2026-09-02}'),
        ('what: "", responsible: ""', 'what: "Kursus", responsible: "HR"'),
        ('{why: "", until: }', '{why: "Dyrt", until: 2026-12-31}'),
    ):
        text = text.replace(old, new, 1)
    typed.write_text(text, encoding="utf-8")
    municipality.record(typed, partial=True)
    key = ("employees:proevekommune", "T.5")
    was = municipality.campaign().words[key].answer
    bring(municipality, as_csv(municipality.folder.parent / "svar.csv", few()))
    now = municipality.campaign().words[key].answer
    assert (now.comment, now.evidence) == ("Set i kantinen", was.evidence)
    assert now.evidence and now.action and now.acceptance
    assert (now.action, now.acceptance) == (was.action, was.acceptance)
    assert now.counts == {"sundhed": {"met": 6}}


def test_a_closed_campaign_takes_no_counts(municipality: Municipality) -> None:
    municipality.close()
    path = as_csv(municipality.folder.parent / "svar.csv", few())
    with municipality.refuses("2026 blev lukket"):
        bring(municipality, path)


def test_without_a_form_for_the_employees_it_says_to_issue_one(
    tmp_path: Path,
) -> None:
    municipality = Municipality(tmp_path / "proevekommune")
    municipality.open()
    path = as_csv(tmp_path / "svar.csv", few())
    with municipality.refuses("2026", "secaudit issue"):
        bring(municipality, path)


def test_a_file_that_is_not_there_is_wrong_usage(municipality: Municipality) -> None:
    with municipality.refuses("intet.csv", error=WrongUsage):
        bring(municipality, municipality.folder / "intet.csv")


def test_5000_rows_take_well_under_two_seconds(municipality: Municipality) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", respondents(5000))
    begun = time.process_time()
    bring(municipality, path, dry_run=True)
    assert time.process_time() - begun < 2


def test_the_numbers_of_employees_stand_in_the_event_and_the_latest_count(
    municipality: Municipality,
) -> None:
    path = as_csv(municipality.folder.parent / "svar.csv", respondents(400))
    bring(municipality, path)
    staff = municipality.register.events()[-1].payload["staff"]
    assert staff == {"sundhed": 1000, "teknik": 300, "kultur": 40, "plan": 60}
    municipality.edit("inventory/people.yaml", "employees: 1000", "employees: 2000")
    municipality.edit("inventory/people.yaml", ", employees: 40", "")
    assert municipality.campaign().staff["sundhed"] == 1000
    done = bring(municipality, path)
    assert len(done.receipt.events) == 2
    now = {"sundhed": 2000, "teknik": 300, "plan": 60}
    assert municipality.campaign().staff == now
    assert bring(municipality, path).receipt.events == ()
    whole = responses(municipality.campaign()).lines[0]
    assert (whole.department, whole.employees) == ("sundhed", 2000)
