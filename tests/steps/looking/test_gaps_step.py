"""The gaps of a campaign as `gaps` tells them, from files to JSON and a workbook."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from secaudit.problems import Refused, WrongUsage
from secaudit.steps.looking.gaps import as_json, gaps, write_workbook
from tests.cli.command import run
from tests.municipality import ANSWERED, Municipality

FIGURES = {
    *("answered", "met_of_answered", "met_of_all"),
    *("met", "partial", "not-met", "unknown", "unanswered", "not-applicable"),
}


def test_gaps_as_json_have_the_shape_of_the_design(municipality: Municipality) -> None:
    said = {"T.1": {"status": "ikke opfyldt", "comment": "Nej"}}
    municipality.record(municipality.answer("p01", "system-omsorg", said))
    told = as_json(gaps(municipality.workspace, None, ANSWERED))
    assert {"campaign", "figures", "gaps"} <= set(told)
    assert list(told["figures"]) == ["system", "owner", "organisation", "employees"]
    for figures in told["figures"].values():
        assert set(figures) == {"overall", "themes"}
        assert set(figures["overall"]) == FIGURES
        assert set(figures["themes"]["T"]) == FIGURES
    gap = next(
        g
        for g in told["gaps"]
        if (g["subject"]["id"], g["control"]) == ("omsorg", "T.1")
    )
    expected = {
        "control": "T.1",
        "status": "not-met",
        "reason": "not-met",
        "priority": 18,
        "class": "A",
        "legal": False,
        "since": "2026",
        "actions": [],
        "accepted_until": None,
    }
    assert {name: gap[name] for name in expected} == expected
    assert gap["subject"] == {
        "kind": "system",
        "id": "omsorg",
        "name": "Omsorg & Pleje",
    }
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_an_answered_question_is_in_the_figures_of_its_kind(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "owner-p01"))
    figures = as_json(gaps(municipality.workspace, None, ANSWERED))["figures"]
    assert figures["owner"]["overall"]["answered"] == 0.5
    assert figures["owner"]["overall"]["met_of_answered"] == 1.0
    assert figures["system"]["overall"]["answered"] == 0.0
    assert figures["system"]["overall"]["met_of_answered"] is None


def test_a_review_becomes_overdue_by_the_date_that_is_given(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    reasons = []
    for on in (date(2026, 9, 20), date(2027, 4, 1)):
        found = gaps(municipality.workspace, None, on).gaps
        reasons.append([g.reason for g in found if g.key == ("system:arkiv", "T.2")])
    assert reasons == [[], ["overdue"]]


def test_the_year_before_is_seen_as_it_was(municipality: Municipality) -> None:
    before = gaps(municipality.workspace, "2026", ANSWERED)
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    assert gaps(municipality.workspace, "2026", ANSWERED) == before
    later = gaps(municipality.workspace, None, date(2027, 9, 2))
    assert later.campaign.id == "2027"
    assert {g.years for g in later.gaps} == {2}


def test_an_unknown_campaign_is_wrong_usage_with_a_guess(
    municipality: Municipality,
) -> None:
    with pytest.raises(WrongUsage, match="mente du '2026'"):
        gaps(municipality.workspace, "2062", ANSWERED)


def test_the_workbook_has_the_gaps_that_json_tells(
    municipality: Municipality, tmp_path: Path
) -> None:
    picture = gaps(municipality.workspace, None, ANSWERED)
    write_workbook(picture, tmp_path / "gab.xlsx")
    page = load_workbook(tmp_path / "gab.xlsx").worksheets[0]
    head, *rows = page.values
    told = [(row[0], row[1], row[2]) for row in rows if not row[9]]
    assert told == [
        (gap["class"], gap["priority"], gap["control"])
        for gap in as_json(picture)["gaps"]
    ]
    assert len(rows) == len(picture.gaps) + len(picture.inherited)
    assert len(set(head)) == len(head)


def test_a_workbook_does_not_take_the_place_of_another_file(
    municipality: Municipality, tmp_path: Path
) -> None:
    path = tmp_path / "gab.xlsx"
    path.write_text("mine", encoding="utf-8")
    picture = gaps(municipality.workspace, None, ANSWERED)
    with pytest.raises(Refused, match=r"gab\.xlsx"):
        write_workbook(picture, path)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "options",
    [("--format", "xlsx"), ("-o", "gab.xlsx"), ("-o", "x", "--format", "csv")],
)
def test_a_workbook_asks_for_both_its_format_and_its_file(
    options: tuple[str, ...], municipality: Municipality
) -> None:
    said = run("gaps", *options, cwd=municipality.folder)
    assert (said.code, said.out) == (2, "")
    assert "'--format xlsx'" in said.lines[-1]


def test_the_command_tells_where_the_workbook_is(municipality: Municipality) -> None:
    words = ("gaps", "--format", "xlsx", "-o", "gab.xlsx", "--date", "2026-09-20")
    said = run(*words, cwd=municipality.folder)
    assert (said.code, said.out, said.err) == (0, "gab.xlsx\n", "")
    assert len(load_workbook(municipality.folder / "gab.xlsx").worksheets) == 2
