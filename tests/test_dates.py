"""Dates as people write them."""

from datetime import date, timedelta

import pytest

from secaudit.dates import written_date
from secaudit.language import LANGUAGES, Language, long_date, short_date, using

FIRST = date(2026, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01",
        "2026-12-1",
        "2026/12/01",
        "2026.12.01",
        "1/12-2026",
        "01/12-2026",
        "1/12 2026",
        "1/12/2026",
        "1 / 12 - 2026",
        "01-12-2026",
        "1.12.2026",
        "01.12.2026.",
        "1. 12. 2026",
        "1. 12 2026",
        "1. december 2026",
        "1.december 2026",
        "1 december 2026",
        "1. DECEMBER 2026.",
        "1. dec. 2026",
        "1. dec 2026",
        "den 1. december 2026",
        "Den 1/12-2026",
        "d. 1. december 2026",
        "1 December 2026",
        "1 Dec 2026",
        "  1. december\u00a02026 ",
        "1.\u202fdecember\n2026",
        "2026\u201112\u201101",
        "1/12\u20132026",
    ],
)
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert written_date(text) == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i morgen",
        "1/12-26",
        "1.12.26",
        "26-12-01",
        "1. december",
        "december 2026",
        "12/2026",
        "46357",
        "20261201",
        "1 12 2026",
        "31/6-2026",
        "30. februar 2026",
        "29/2-2026",
        "0/12-2026",
        "1/0-2026",
        "12/31/2026",
        "2026-31-12",
        "2026-12/01",
        "1. decembris 2026",
        "1. de 2026",
        "1/12-1899",
        "1/12-2100",
        "1/12-20266",
        "1/12-2026 kl. 12",
        "senest 1/12-2026",
        "1/12-2026 eller 1/1-2027",
        "\u0661/12-2026",
        "-1/12-2026",
    ],
)
def test_what_is_no_whole_date_gives_none(text: str) -> None:
    assert written_date(text) is None


def test_the_day_stands_before_the_month() -> None:
    assert written_date("3/4-2026") == written_date("3.4.2026") == date(2026, 4, 3)
    assert written_date("2026-04-03") == date(2026, 4, 3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_that_is_said_is_read(language: Language) -> None:
    days = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
    with using(language):
        assert [written_date(long_date(day)) for day in days] == days
        assert [written_date(short_date(day)) for day in days] == days


def test_a_leap_day_is_a_day_in_a_leap_year_only() -> None:
    assert written_date("29. februar 2028") == date(2028, 2, 29)
    assert written_date("29. februar 2027") is None


def test_a_very_long_text_is_told_at_once() -> None:
    assert written_date("1 " * 500_000) is None
    assert written_date("1" * 1_000_000) is None
