"""A page for the intranet: what it shows, and what it never does."""

import re
from html.parser import HTMLParser

from secaudit.page import Page, PageCell, Table, render

NASTY = """<script>alert(1)</script>"' {{ 7*7 }} & {% raw %}"""
DONE = PageCell("besvaret", mark="done")
PART = PageCell("1 af 3", ("senest svaret i går",), 33)


class Seen(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def page(*rows: tuple[PageCell, ...], title: str = "Status") -> Page:
    """A page with one table."""
    table = Table("Systemer", ("system", "besvaret", "tilstand"), rows)
    return Page("da", title, "Prøvekommune", "1 af 3", "I dag", (table,), "Forklaring")


def elements(html: str, tag: str) -> list[dict[str, str | None]]:
    """The attributes of every such element."""
    return [attributes for name, attributes in Seen(html).elements if name == tag]


def test_every_element_is_closed_and_the_language_is_told() -> None:
    html = render(page((PageCell("Arkiv"), PART, DONE)))
    seen = Seen(html)
    assert html.startswith("<!doctype html>\n")
    assert seen.open == []
    assert seen.elements[0] == ("html", {"lang": "da"})


def test_nothing_in_a_text_hides_or_turns_it_round() -> None:
    html = render(page((PageCell("Ar\u202ekiv\x1b", ("\u200bnote",)),), title="S\xad"))
    assert not {"\u202e", "\x1b", "\u200b", "\xad"} & set(html)
    assert "Ar\\u202ekiv\\u001b" in Seen(html).text


def test_text_is_shown_as_it_was_written() -> None:
    shown = PageCell(NASTY, (NASTY,))
    html = render(page((shown, PageCell(NASTY, mark="wanting"), DONE), title=NASTY))
    assert elements(html, "script") == []
    assert Seen(html).text.count(NASTY) == 5


def test_nothing_is_fetched_and_nothing_is_run() -> None:
    html = render(page((PageCell("Arkiv"), PART, DONE)))
    assert re.search(r"://|@import|url\(|javascript:", html) is None
    names = {name for _tag, said in Seen(html).elements for name in said}
    assert names.isdisjoint({"src", "href", "onclick", "onload", "action"})
    (policy,) = [m for m in elements(html, "meta") if "http-equiv" in m]
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_a_table_has_a_caption_and_says_what_its_headings_are_about() -> None:
    html = render(
        page((PageCell("Arkiv"), PART, DONE), (PageCell("Backup"), PART, DONE))
    )
    assert len(elements(html, "caption")) == 1
    scopes = [heading["scope"] for heading in elements(html, "th")]
    assert scopes == ["col"] * 3 + ["row"] * 2
    labels = [cell["data-label"] for cell in elements(html, "td")]
    assert labels == ["besvaret", "tilstand"] * 2


def test_a_bar_is_drawn_for_those_who_see_it_and_the_text_says_the_same() -> None:
    html = render(page((PageCell("Arkiv"), PART, DONE)))
    (bar,) = [span for span in elements(html, "span") if span.get("class") == "bar"]
    assert bar["aria-hidden"] == "true"
    assert 'style="width: 33%"' in html
    assert "1 af 3" in Seen(html).text


def test_the_same_page_gives_the_same_text() -> None:
    told = page((PageCell("Arkiv"), PART, DONE))
    assert render(told) == render(told)
