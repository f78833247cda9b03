"""The page for the intranet: what it tells of a campaign, and where it may be written."""

from datetime import date
from pathlib import Path

import pytest

from secaudit.language import using
from secaudit.problems import Refused
from secaudit.steps.progress.page import save, status_page
from secaudit.steps.progress.status import Status, status, without_names
from tests.municipality import ANSWERED, Municipality
from tests.page.test_tables import Seen, elements

LATE = date(2026, 10, 5)


def seen(municipality: Municipality, on: date = ANSWERED) -> Status:
    return status(municipality.workspace, None, on)


def captions(html: str) -> list[str]:
    """What stands over the tables."""
    parts = html.split("<caption>")[1:]
    return [part.split("</caption>")[0] for part in parts]


def test_the_page_has_the_headline_the_day_and_every_table(
    municipality: Municipality,
) -> None:
    municipality.withdraw("system:arkiv", "Lukket ned")
    with using("en"):
        html = status_page(seen(municipality, LATE))
    text = Seen(html).text
    assert "2026: 0 of 6 subjects answered; 1 subject taken out; deadline" in text
    assert "deadline 1 October 2026 (4 days late)" in text
    assert "As of 5 October 2026." in text
    assert captions(html) == [
        "Departments",
        "Criticality of the systems",
        "IT systems",
        "Owners, organisation, employees",
        "People",
        "Taken out of the campaign",
    ]
    assert "Lukket ned" in text


def test_a_page_is_written_in_the_language_that_is_spoken(
    municipality: Municipality,
) -> None:
    found = seen(municipality)
    html = status_page(found)
    assert elements(html, "html") == [{"lang": "da"}]
    assert "1. oktober 2026" in html
    assert "It-systemer" in captions(html)


def test_a_table_without_rows_is_left_out(municipality: Municipality) -> None:
    with using("en"):
        assert "Taken out of the campaign" not in captions(
            status_page(seen(municipality))
        )


def test_the_state_is_said_in_words_and_not_by_colour_alone(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    with using("en"):
        html = status_page(seen(municipality, LATE))
    assert '<span class="done">answered</span>' in html
    assert '<span class="wanting">4 answers missing</span>' in html
    assert "<small>4 days late</small>" in html


def test_a_deadline_of_its_own_is_told(municipality: Municipality) -> None:
    municipality.extend("p02", LATE)
    with using("en"):
        text = Seen(status_page(seen(municipality))).text
    assert "deadline 5\xa0October\xa02026" in text


def test_without_names_there_is_no_list_of_people(municipality: Municipality) -> None:
    municipality.withdraw("owner:p02", "Bo Lind er på orlov")
    with using("en"):
        html = status_page(without_names(seen(municipality)))
    assert "People" not in captions(html)
    assert "system owners: 0 of 1 has answered" in html
    heads = {heading.get("data-label") for heading in elements(html, "td")}
    assert heads.isdisjoint({"waiting for", "reason"})


# Where it is written


def test_a_page_takes_the_place_of_a_page(
    municipality: Municipality, tmp_path: Path
) -> None:
    file = tmp_path / "intra" / "status.html"
    save(seen(municipality), file)
    first = file.read_bytes()
    save(seen(municipality, LATE), file)
    assert file.read_bytes() != first
    assert [path.name for path in file.parent.iterdir()] == ["status.html"]


@pytest.mark.parametrize("old", [b"", b"PK\x03\x04", b"SQLite format 3\0", b"Notat"])
def test_no_other_file_is_written_over(
    municipality: Municipality, tmp_path: Path, old: bytes
) -> None:
    file = tmp_path / "andet.html"
    file.write_bytes(old)
    with pytest.raises(Refused) as refused:
        save(seen(municipality), file)
    assert "andet.html" in refused.value.sentence
    assert file.read_bytes() == old


def test_a_page_that_an_editor_saved_with_a_mark_is_a_page(
    municipality: Municipality, tmp_path: Path
) -> None:
    file = tmp_path / "status.html"
    file.write_bytes(b"\xef\xbb\xbf\r\n<!DOCTYPE html><html></html>")
    save(seen(municipality), file)
    assert file.read_bytes().startswith(b"<!doctype html>\n")


def test_a_folder_is_no_page(municipality: Municipality, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        save(seen(municipality), tmp_path)
