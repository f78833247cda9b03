"""Answering: what is asked, what is filled in beside it, and for several systems at once."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from secaudit.steps.returned.validate import validate
from tests.browser import Visit, visiting
from tests.form.generated import written_with
from tests.form.reading import choose, save, see
from tests.municipality import ANSWERED, Municipality, clock


def forms(page: Path) -> dict[str, Any]:
    """By its subject, each form of a page."""
    return {form["id"]: form for form in written_with(page)["forms"]}


def test_the_link_past_the_list_leads_to_what_is_shown(
    visit: Visit, page_of_p01: Path
) -> None:
    page = visit.open(page_of_p01)
    see(page, forms(page_of_p01)["arkiv"]["issue"])
    page.focus(".skip")
    page.keyboard.press("Enter")
    assert page.inner_text("h1:focus") == "Arkiv"


@pytest.fixture
def dated(tmp_path: Path) -> Municipality:
    """Where the inventory has the date of T.1, another for each system."""
    one = Municipality(tmp_path / "m")
    one.edit("test-catalogue/T.yaml", "not_applicable: free", "dated_by: supervised_on")
    one.edit(
        "test-catalogue/T.yaml", "dated_by:", "review_every_months: 12\n      dated_by:"
    )
    systems = "inventory/systems.yaml"
    one.edit(
        systems, "  - id: omsorg\n", "  - id: omsorg\n    supervised_on: 2026-03-01\n"
    )
    one.edit(systems, "{id: arkiv,", "{id: arkiv, supervised_on: 2026-04-02,")
    one.open()
    one.issue()
    return one


def dates(path: Path, workspace: Any) -> dict[str, Any]:
    """By subject, the date that a saved file has at T.1."""
    judged = validate((path,), workspace, None, ANSWERED).judged
    documents = [one.sent.value for one in judged]
    return {
        told["subject"]["id"]: told["answers"]["T.1"].get("reviewed_on")
        for told in documents
    }


def test_an_answer_for_several_systems_takes_the_date_of_each(
    visit: Visit, dated: Municipality, tmp_path: Path
) -> None:
    page = visit.open(dated.workspace.issued("2026") / "p01" / "svar.html")
    see(page, "together/T.1")
    page.locator(".answers").get_by_label("opfyldt", exact=True).first.check()
    assert page.locator("[data-path=systems]:checked").count() == 2
    page.get_by_role("button", name="Giv dem dette svar").click()
    found = dates(save(page, tmp_path), dated.workspace)
    assert found == {"omsorg": "2026-03-01", "arkiv": "2026-04-02"}


def test_the_same_answer_for_another_system_takes_the_date_of_that(
    visit: Visit, dated: Municipality, tmp_path: Path
) -> None:
    svar = dated.workspace.issued("2026") / "p01" / "svar.html"
    page = visit.open(svar)
    choose(page, f"{forms(svar)['omsorg']['issue']}/T.1", "opfyldt")
    page.locator(".same button").click()
    page.get_by_role("button", name="Giv dem dette svar").click()
    found = dates(save(page, tmp_path), dated.workspace)
    assert found == {"omsorg": "2026-03-01", "arkiv": "2026-04-02"}


def test_an_answer_that_a_correction_closes_is_neither_missed_nor_saved(
    visit: Visit, page_of_p01: Path, tmp_path: Path
) -> None:
    page = visit.open(page_of_p01)
    omsorg = forms(page_of_p01)["omsorg"]
    choose(page, f"{omsorg['issue']}/T.6", "ikke opfyldt")
    page.click(".facts .correct")
    page.locator("[data-path=personal_data][value=none]").check()
    page.click(".done-editing")
    see(page, "finish")
    assert not page.locator("[data-control='T.6']").count()
    choose(page, f"{omsorg['issue']}/T.1", "ved ikke")
    assert "T.6:" not in save(page, tmp_path).read_text(encoding="utf-8")


def test_blanks_beside_an_unchanged_answer_take_nothing_away(
    visit: Visit, page_of_p01: Path
) -> None:
    page = visit.open(page_of_p01)
    see(page, f"{forms(page_of_p01)['omsorg']['issue']}/T.1")
    page.get_by_label("Uændret").check()
    page.get_by_role("button", name="Tilføj en kommentar").click()
    page.locator("[data-path=comment]").fill("  \n ")
    assert not page.locator(".problems .missing").count()


def test_a_draft_of_a_form_is_not_replaced_by_an_older_one(
    visit: Visit, page_of_p01: Path, tmp_path: Path
) -> None:
    issue = forms(page_of_p01)["omsorg"]["issue"]
    about = "system omsorg main "
    said = {"T.1": {"status": "not-met", "comment": "Ny"}}
    old = {"T.1": {"status": "not-met", "comment": "Gammel"}}
    told = {
        "draft": "secaudit/1",
        "campaign": "2026",
        "person": "p01",
        "forms": [
            {"issue": issue, "about": about, "answers": said},
            {"issue": "0" * 32, "about": about, "answers": old},
        ],
    }
    file = tmp_path / "kladde.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    page = visit.open(page_of_p01)
    page.set_input_files("#load", file)
    page.locator("#loaded:not(:empty)").wait_for()
    see(page, f"{issue}/T.1")
    assert page.locator("[data-path=comment]").input_value() == "Ny"


def test_what_is_unchanged_is_given_a_new_date_where_one_is_needed(
    visit: Visit, page_of_p01: Path, tmp_path: Path, second_year: Municipality
) -> None:
    issue = forms(page_of_p01)["arkiv"]["issue"]
    page = visit.open(page_of_p01)
    see(page, f"{issue}/T.2")
    page.get_by_label("Uændret: stadig opfyldt").check()
    assert "sidst blev gennemgået" in page.inner_text(".problems")
    page.get_by_label("Hvornår blev det sidst").fill("2026-09-15")
    assert "sidst blev gennemgået" not in page.inner_text(".problems")
    path = save(page, tmp_path)
    assert "reviewed_on: 2026-09-15" in path.read_text(encoding="utf-8")


def test_what_is_typed_beside_unchanged_is_seen(
    visit: Visit, page_of_p01: Path
) -> None:
    issue = forms(page_of_p01)["omsorg"]["issue"]
    page = visit.open(page_of_p01)
    choose(page, f"{issue}/T.1", "ikke opfyldt")
    page.get_by_label("Hvorfor er det ikke opfyldt?").fill("Fortrudt")
    page.get_by_label("Hvad skal der gøres?").fill("Halv plan")
    page.get_by_label("Uændret: stadig ikke opfyldt").check()
    assert page.get_by_label("Hvad skal der gøres?").is_visible()
    assert page.get_by_label("Hvorfor er det ikke opfyldt?").is_visible()
    page.get_by_label("Hvad skal der gøres?").fill("")
    assert not page.get_by_label("Hvad skal der gøres?").is_visible()
    assert page.get_by_label("Hvornår senest?").is_visible()  # the old one has passed


def test_a_form_that_was_not_touched_since_it_was_saved_is_known_again(
    browser: Browser, tmp_path: Path
) -> None:
    one = Municipality(tmp_path / "m")
    one.open()
    one.issue()
    place = one.workspace.issued("2026") / "p01" / "svar.html"
    about = forms(place)
    with visiting(browser) as visit:
        visit.context.clock.set_fixed_time(clock(date(2026, 9, 18)))
        page = visit.open(place)
        choose(page, f"{about['omsorg']['issue']}/T.1", "ved ikke")
        first = one.record(save(page, tmp_path), on=date(2026, 9, 18), partial=True)
        visit.context.clock.set_fixed_time(clock(ANSWERED))
        choose(page, f"{about['arkiv']['issue']}/T.1", "ved ikke")
        second = one.record(save(page, tmp_path), partial=True)
    assert [len(receipt.events) for receipt in first.receipts] == [1]
    (receipt,) = second.receipts
    assert [subject for _number, subject in receipt.events] == ["system:arkiv"]
    assert receipt.already == ((first.receipts[0].events[0]),)


def test_what_one_system_was_answered_by_itself_stays(
    visit: Visit, page_of_p01: Path
) -> None:
    page = visit.open(page_of_p01)
    see(page, "together/T.2")
    row = page.locator(".rows li").first
    row.locator("summary").first.click()
    row.get_by_label("ved ikke").check()
    page.locator(".question").first.get_by_label("opfyldt", exact=True).check()
    page.get_by_role("button", name="Giv dem dette svar").click()
    assert page.locator(".rows li").nth(0).inner_text().count("ved ikke") == 1
    assert "opfyldt" in page.locator(".rows li").nth(1).locator("summary").inner_text()


def test_half_an_answer_for_several_systems_is_there_when_one_comes_back(
    visit: Visit, page_of_p01: Path
) -> None:
    page = visit.open(page_of_p01)
    see(page, "together/T.2")
    card = page.locator(".question").first
    card.get_by_label("ikke opfyldt", exact=True).check()
    card.get_by_label("Hvorfor er det ikke opfyldt?").fill("Halvt")
    assert not card.locator(".reuse").is_visible()
    see(page, "start")
    see(page, "together/T.2")
    typed = page.locator(".question").first.get_by_label("Hvorfor er det ikke")
    assert typed.input_value() == "Halvt"
