"""The report as pages, laid out by a real word processor."""

import pytest

from tests.conftest import MadeDemo
from tests.office import Office


@pytest.fixture(scope="module")
def pages(
    made_demo: MadeDemo, office: Office, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """The text of each page of the demo's reports, by file name."""
    reports = sorted((made_demo.folder / "reports").glob("*.docx"))
    laid_out = office.pages(tmp_path_factory.mktemp("pages"), *reports)
    return {path.name: pages for path, pages in zip(reports, laid_out, strict=True)}


def test_both_languages_are_laid_out(pages: dict[str, list[str]]) -> None:
    assert list(pages) == ["2026.docx", "2026.en.docx"]
    assert all(len(each) > 8 for each in pages.values())


def test_the_summary_fits_on_one_page(pages: dict[str, list[str]]) -> None:
    danish, english = pages["2026.docx"][1], pages["2026.en.docx"][1]
    assert "1 Ledelsesresumé" in danish
    assert "Egenvurdering, ikke revision" in danish
    assert "har ikke svaret" in danish
    assert "bilag D" in danish.split("De mest alvorlige gab", 1)[1]
    assert "8. beder Sundhed og Omsorg" in danish  # the last point
    assert "2 Opfølgning" not in danish
    assert "1 Executive summary" in english
    assert "2 Follow-up" not in english


@pytest.mark.parametrize(
    ("report", "appendix"), [("2026.docx", "Bilag A "), ("2026.en.docx", "Appendix A ")]
)
def test_the_body_is_at_most_twelve_pages(
    pages: dict[str, list[str]], report: str, appendix: str
) -> None:
    first = next(n for n, text in enumerate(pages[report]) if n and appendix in text)
    body = first - 1  # without the title page
    assert body <= 12


def test_no_page_is_nearly_empty(pages: dict[str, list[str]]) -> None:
    for report in pages.values():
        lines = [
            sum(bool(line.strip()) for line in page.splitlines()) for page in report
        ]
        assert min(lines[:-1]) >= 10
        last = report[-1]  # may be short, if the last appendix stands whole on it
        assert lines[-1] >= 15 or "Bilag E" in last or "Appendix E" in last


def test_the_command_stands_beside_what_it_is_for(pages: dict[str, list[str]]) -> None:
    sentences = {"2026.docx": "Sådan kontrolleres", "2026.en.docx": "To check that"}
    for name, sentence in sentences.items():
        page = next(text for text in pages[name] if sentence in text)
        assert "secaudit verify --head" in page


def test_no_word_is_torn(pages: dict[str, list[str]]) -> None:
    danish, english = (" ".join(pages[n]) for n in ("2026.docx", "2026.en.docx"))
    for word in (
        "informationssikkerhedshændelser",
        "informationssikkerhedsepisoder",
        "databeskyttelsesforordningen",
        "gennemgangen",
        "forretningskritisk",
        "Lovkrav",
    ):
        assert word in danish
    systems = next(
        text for text in pages["2026.en.docx"] if "systems with the most" in text
    )
    assert "Answered" in systems
    assert "Answere\n" not in english
    appendix = next(
        text for text in pages["2026.en.docx"] if "A.5.6 " in text and "A.5.7 " in text
    )
    assert " Applies " in appendix


def test_every_page_says_what_it_is_and_that_it_is_confidential(
    pages: dict[str, list[str]],
) -> None:
    for number, page in enumerate(pages["2026.docx"][1:], start=2):
        assert "Informationssikkerhed 2026" in page
        assert "Fortroligt" in page
        assert f"Side {number} af {len(pages['2026.docx'])}" in page
