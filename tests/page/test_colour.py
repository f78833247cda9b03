"""One colour, readable wherever it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secaudit.page.colour import DEFAULT, ENOUGH, contrast, shades

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@given(COLOURS)
def test_any_colour_can_be_read_on_and_as_text(accent: str) -> None:
    found = shades(accent)
    assert found["accent"] == accent
    assert contrast(accent, found["on-accent"]) >= ENOUGH
    assert contrast(found["accent-text"], "#f4f6f8") >= ENOUGH
    assert contrast(found["accent-text-dark"], "#2a313a") >= ENOUGH


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert shades(DEFAULT)["accent-text"] == DEFAULT
