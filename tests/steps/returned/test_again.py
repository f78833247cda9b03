"""The latest word counts: what is said again is recorded anew, what still lies there is not."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from secaudit.problems import errors
from secaudit.steps.returned.receipt import Receipt, Replaced
from secaudit.steps.returned.record import Recorded
from secaudit.steps.returned.validate import validate
from tests.cli.command import run
from tests.municipality import ANSWERED, Municipality

NOT_MET = {"T.1": {"status": "ikke opfyldt", "comment": "fejl"}}
KEY = ("system:omsorg", "T.1")


@pytest.fixture
def a(municipality: Municipality) -> Path:
    """A form in which everything is met."""
    return municipality.answer("p01", "system-omsorg")


@pytest.fixture
def b(municipality: Municipality) -> Path:
    """The same form, in which something is not, beside the folder of those that came back."""
    path = municipality.answer("p01", "system-omsorg", NOT_MET)
    return path.rename(municipality.folder / "b.yaml")


def folder(municipality: Municipality) -> Path:
    """Where returned files are put."""
    return municipality.workspace.returned("2026")


def put(path: Path, name: str, municipality: Municipality) -> Path:
    """A copy of a file among those that came back."""
    target = folder(municipality) / name
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(path, target))


def status(municipality: Municipality) -> str:
    """The status that counts."""
    return municipality.campaign().words[KEY].answer.status


def recorded(municipality: Municipality, *paths: Path) -> list[int]:
    """The events of what is recorded now; there is no error."""
    found = municipality.record(*(paths or [folder(municipality)]))
    assert errors(found.problems) == ()
    return [number for receipt in found.receipts for number, _subject in receipt.events]


def receipt(found: Recorded, name: str) -> Receipt:
    """The receipt of a file."""
    return next(one for one in found.receipts if one.file.endswith(name))


def test_a_then_b_then_a_is_recorded_anew(
    municipality: Municipality, a: Path, b: Path
) -> None:
    [first], [second] = recorded(municipality, a), recorded(municipality, b)
    again = a.with_name("3.yaml")
    again.write_bytes(a.read_bytes())
    [told] = municipality.record(again).receipts
    assert told.events == ((second + 1, "system:omsorg"),)
    assert told.already == ()
    assert told.replaced == {second + 1: Replaced((second,), 1, 2)}
    assert status(municipality) == "met"
    fingerprint = municipality.register.events()[-1].payload["document"]
    assert municipality.campaign().documents[fingerprint] == second + 1
    assert municipality.register.events()[first - 1].payload["document"] == fingerprint
    assert municipality.register.breaches()[0] == ()


def test_what_equals_the_latest_is_recorded_already_whatever_its_file_is_called(
    municipality: Municipality, a: Path, b: Path
) -> None:
    recorded(municipality, a)
    [second] = recorded(municipality, b)
    copy = put(b, "igen/kopi.yaml", municipality)
    copy.write_bytes(b"\xef\xbb\xbf" + copy.read_bytes())
    [told] = municipality.record(copy).receipts
    assert (told.events, told.already) == ((), ((second, "system:omsorg"),))
    assert told.later == {}


def test_files_that_lie_there_are_not_recorded_back_and_forth_each_day(
    municipality: Municipality, a: Path, b: Path
) -> None:
    [first] = recorded(municipality)
    put(b, "b.yaml", municipality)
    [second] = recorded(municipality)
    for _day in range(2):
        found = municipality.record(folder(municipality))
        assert receipt(found, a.name).later == {first: (second, "b.yaml")}
        assert receipt(found, a.name).already == ((first, "system:omsorg"),)
        assert receipt(found, "b.yaml").later == {}
    assert recorded(municipality, a, folder(municipality) / "b.yaml") == []
    assert municipality.register.head().sequence == second
    assert status(municipality) == "not-met"


def test_a_third_file_in_the_folder_is_a_new_word_and_the_old_ones_stay_old(
    municipality: Municipality, a: Path, b: Path
) -> None:
    recorded(municipality)
    put(b, "b.yaml", municipality)
    recorded(municipality)
    put(a, "3.yaml", municipality)
    assert len(recorded(municipality)) == 1
    assert recorded(municipality) == []
    assert status(municipality) == "met"


def test_a_file_that_is_written_over_again_is_a_new_word(
    municipality: Municipality, a: Path, b: Path
) -> None:
    kept = a.read_bytes()
    for data in (kept, b.read_bytes(), kept, b.read_bytes()):
        a.write_bytes(data)
        assert len(recorded(municipality)) == 1
        assert recorded(municipality) == []
    assert status(municipality) == "not-met"


def test_files_of_one_name_in_several_folders_are_told_apart(
    municipality: Municipality, a: Path, b: Path
) -> None:
    for day, (path, is_new) in enumerate(((a, False), (b, True), (a, True))):
        put(path, f"mail {day}/svar.yaml", municipality)
        assert len(recorded(municipality)) == (1 if is_new or not day else 0)
        assert recorded(municipality) == []
    assert status(municipality) == "met"


def test_a_copy_that_lay_there_all_the_time_is_no_new_word(
    municipality: Municipality, a: Path, b: Path
) -> None:
    recorded(municipality)
    put(a, "kopi.yaml", municipality)
    assert recorded(municipality) == []
    put(b, "b.yaml", municipality)
    assert len(recorded(municipality)) == 1
    assert recorded(municipality) == []
    assert status(municipality) == "not-met"


def test_an_old_file_that_was_moved_is_no_new_word(
    municipality: Municipality, a: Path, b: Path
) -> None:
    recorded(municipality)
    recorded(municipality, b)
    (folder(municipality) / "uge 40").mkdir()
    a.rename(folder(municipality) / "uge 40" / a.name)
    assert recorded(municipality) == []
    assert status(municipality) == "not-met"


def test_an_old_file_that_is_named_by_itself_is_meant(
    municipality: Municipality, a: Path, b: Path
) -> None:
    recorded(municipality, a)
    put(b, "b.yaml", municipality)
    recorded(municipality)
    assert recorded(municipality) == []
    assert len(recorded(municipality, a)) == 1
    assert recorded(municipality, a) == []
    assert recorded(municipality) == []
    assert status(municipality) == "met"


def test_another_correction_of_a_fact_is_another_word(
    municipality: Municipality, a: Path
) -> None:
    text = a.read_text(encoding="utf-8")
    other = text.replace("hosting: supplier", "hosting: hybrid")
    for data in (text, other, text):
        a.write_text(data, encoding="utf-8")
        assert len(recorded(municipality)) == 1
    assert "corrections" not in municipality.register.events()[-1].personal


def test_what_was_said_of_a_part_of_it_since_is_told_of_the_old_file(
    municipality: Municipality,
) -> None:
    said = {"T.1": {"status": "opfyldt"}}
    whole = municipality.answer("p01", "system-omsorg")
    [first] = recorded(municipality)
    part = municipality.answer("p01", "system-omsorg", said, only=True)
    [second] = recorded(municipality)
    told = receipt(municipality.record(folder(municipality)), whole.name)
    assert told.later == {first: (second, part.name)}


def test_a_first_word_replaces_nothing_and_a_later_one_each_that_stood(
    municipality: Municipality, a: Path, b: Path
) -> None:
    [told] = municipality.record(a).receipts
    assert told.replaced == {}
    [(first, _subject)] = told.events
    part = municipality.answer("p01", "system-omsorg", NOT_MET, only=True)
    [(second, _subject)] = municipality.record(part).receipts[0].events
    told = municipality.record(b).receipts[0]
    assert told.replaced == {second + 1: Replaced((first, second), 0, 3)}


def test_two_new_words_on_one_form_in_one_run_are_refused_still(
    municipality: Municipality, a: Path, b: Path
) -> None:
    recorded(municipality, a)
    recorded(municipality, b)
    put(a, "3.yaml", municipality)
    municipality.answer("p01", "system-omsorg", {"T.1": {"status": "ved ikke"}})
    found = municipality.record(folder(municipality))
    assert {one.code for one in errors(found.problems)} == {"two-documents"}
    assert status(municipality) == "not-met"


def test_a_late_word_that_is_said_again_is_recorded_anew(
    municipality: Municipality,
) -> None:
    municipality.close(date(2026, 11, 1))
    late = date(2026, 11, 2)
    paths = [
        municipality.answer("p01", "system-omsorg", said, on=late)
        for said in ({}, NOT_MET, {})
    ]
    for path in paths:
        [told] = municipality.record(path, on=late, late=True).receipts
        assert len(told.events) == 1
    assert municipality.campaign().after[KEY].answer.status == "met"
    found = municipality.record(folder(municipality), on=late)
    assert errors(found.problems) == ()
    assert [len(told.already) for told in found.receipts] == [1, 1, 1]


def test_what_would_be_recorded_anew_is_validated_and_what_lies_there_is_not(
    municipality: Municipality, a: Path, b: Path
) -> None:
    text = b.read_text(encoding="utf-8").replace("2026-09-20", "2026-09-19", 1)
    b.write_text(text, encoding="utf-8")
    recorded(municipality, b)
    put(b, "b.yaml", municipality)
    recorded(municipality)
    again = put(b, "3.yaml", municipality)
    for path, codes in (
        (folder(municipality) / "b.yaml", {"gap-without-action", "date-before-latest"}),
        (again, {"gap-without-action", "date-before-latest"}),
    ):
        checked = validate([path], municipality.workspace, None, ANSWERED)
        assert {one.code for one in checked.problems} == codes
    again.unlink()
    every = validate([folder(municipality)], municipality.workspace, None, ANSWERED)
    assert every.problems == ()


def test_the_receipt_says_what_was_replaced_and_what_counts_instead(
    municipality: Municipality, a: Path, b: Path
) -> None:
    where = ("--workspace", municipality.folder, "--date", "2026-09-20")
    [first] = recorded(municipality)
    put(b, "b.yaml", municipality)
    said = run("record", folder(municipality), *where)
    assert said.out.splitlines()[1:3] == [
        f"  registreret som post {first + 1}: system:omsorg",
        f"    erstatter svar i post {first}: 1 svar er ændret, 2 uændrede",
    ]
    said = run("record", folder(municipality), *where)
    assert (said.code, said.err.splitlines()[-1]) == (
        0,
        "0 dokumenter registreret, 2 registreret før, 0 afvist, 0 fejl",
    )
    lines = said.out.splitlines()
    old = next(n for n, line in enumerate(lines) if a.name in line)
    assert lines[old + 1 : old + 3] == [
        f"  allerede registreret (post {first}): system:omsorg",
        f"    post {first + 1} (b.yaml) er nyere og gælder; skal denne fil gælde igen, så "
        "registrér den alene",
    ]
    said = run("record", a, *where)
    assert f"registreret som post {first + 2}: system:omsorg" in said.out


FULL = {
    "status": "delvist opfyldt",
    "reviewed_on": "2026-09-01",
    "comment": "  Kun   for én",
    "evidence": "",
    "action": {"what": "Ryd op", "due": "2026-12-01", "hours": 3, "cost": 4},
}


@pytest.mark.parametrize(
    ("person", "form", "said"),
    [
        ("p01", "system-omsorg", {"T.1": FULL, "T.6": {"status": "ved ikke"}}),
        ("p01", "owner-p01", {}),
        ("p03", "organisation-proevekommune", {"T.4": {"maturity": 1, "comment": "x"}}),
    ],
)
def test_the_same_answers_by_somebody_else_change_none(
    municipality: Municipality, person: str, form: str, said: dict[str, Any]
) -> None:
    path = municipality.answer(person, form, said)
    [first] = recorded(municipality, path)
    municipality.sign(path, "Kai Vikar")
    [told] = municipality.record(path).receipts
    answers = len(municipality.register.events()[-1].payload["answers"])
    assert told.replaced == {first + 1: Replaced((first,), 0, answers)}


def test_the_same_counts_change_none(municipality: Municipality) -> None:
    form = municipality.form("p03", "employees-proevekommune")
    text = form.read_text(encoding="utf-8")
    text = re.sub("met: , partial: , not-met: ", "met: 7, partial: 2, not-met: 1", text)
    path = municipality.write("campaigns/2026/returned/e.yaml", text)
    [first] = recorded(municipality, path)
    municipality.sign(path, "Kai Vikar")
    [told] = municipality.record(path).receipts
    assert told.replaced[first + 1].changed == 0
