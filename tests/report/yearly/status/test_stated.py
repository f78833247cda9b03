"""Figures of the years before the first campaign."""

from secaudit.catalogue import Text, Theme
from secaudit.notes import History, StatedYear
from secaudit.report.yearly.status.years import Stated, YearRow, stated

THEMES = (
    Theme("A.5", Text("Organisation", "Organisational")),
    Theme("A.6", Text("Mennesker", "People")),
    Theme("A.8", Text("Teknik", "Technology")),
)


def test_without_a_history_there_is_nothing_to_tell() -> None:
    assert stated(History(), THEMES) == Stated((), (), "")


def test_each_theme_has_its_figures_by_year_and_a_dash_where_none_is_stated() -> None:
    years = (
        StatedYear("2023", "Konsulent", {"A.8": 0}),
        StatedYear("2024", "Konsulent", {"A.8": 38, "A.5": 100}),
    )
    found = stated(History(years), THEMES)
    assert found.years == ("2023", "2024")
    assert found.rows == (
        YearRow("A.5 Organisation", 0, ("–", "100 %")),
        YearRow("A.8 Teknik", 0, ("0 %", "38 %")),
    )


def test_a_theme_that_the_campaign_does_not_have_stands_last_under_its_id() -> None:
    years = (StatedYear("2024", "Konsulent", {"X": 7, "A.6": 5, "B": 1}),)
    rows = stated(History(years), THEMES).rows
    assert [row.theme for row in rows] == ["A.6 Mennesker", "B", "X"]
