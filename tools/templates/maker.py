"""Writes a template from its text."""

from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.shared import Pt

from tools.templates.chart import add_chart
from tools.templates.looks import LOOKS, Look, add_field, set_styles, write
from tools.templates.tables import add_table
from tools.templates.words import LOCALES, SHARED, Language, blocks, said

STYLES = {
    **{
        look.removeprefix("Secaudit ").lower().replace(" ", "_"): look for look in LOOKS
    },
    "text": "Normal",
    "section": "Heading 1",
    "page": "Heading 1",
    "subsection": "Heading 2",
    "bullet": "List Bullet",
    "note_above": "Secaudit Note",
}
"""The style of a text, by the word that begins its block."""
KEPT = {"page": "page_break_before", "note_above": "keep_with_next"}
"""Where a text stays, if not where it falls."""


class Maker:
    """Writes one template."""

    def __init__(self, language: Language, looks: Mapping[str, Look]) -> None:
        self.language = language
        self.document = Document()
        set_styles(self.document, LOCALES[language], looks)

    def write(self, text: str) -> None:
        """Add what a text describes."""
        for word, rest, below in blocks(text):
            whole = " ".join(f"{rest} {below}".split())
            if word in SHARED:
                self.write(SHARED[word].replace("NAME", whole))
            elif word in ("if", "for"):
                self.write(f"tag {word} {rest}\n{below}\ntag end{word}")
            elif add := getattr(self, f"add_{word}", None):
                add(rest, below)
            else:
                form = self.text(whole, STYLES[word]).paragraph_format
                if word in KEPT:
                    setattr(form, KEPT[word], True)

    def text(self, text: str, style: str) -> Any:
        """A paragraph."""
        paragraph = self.document.add_paragraph(style=style)
        return write(paragraph, said(text, self.language))

    def add_table(self, text: str, below: str, *, together: bool = False) -> None:
        """A table with a row for each turn of a loop, and the rows that are left out."""
        loop, _, left_out = text.partition(" rest ")
        add_table(self.document, self.language, loop, below, together=together)
        if left_out:
            self.write(f"rest {left_out}")

    def add_short(self, text: str, below: str) -> None:
        """A table that is kept together on a page."""
        self.add_table(text, below, together=True)

    def add_chart(self, text: str, _below: str) -> None:
        """A chart, so many centimetres high."""
        name, height = text.split()
        add_chart(self.document, LOCALES[self.language], name, float(height))

    def add_headline(self, text: str, _below: str) -> None:
        """The headline, with a second part in small type, on a line of its own."""
        first, second, end = text.split(" / ")
        headline = self.text(first, "Secaudit Headline")
        note = headline.add_run()
        note.add_break()
        note.add_text(second)
        note.font.size, note.font.bold = Pt(11), False
        headline.add_run(end)

    def add_contents(self, text: str, _below: str) -> None:
        """The table of contents, and what it shows until it is computed."""
        contents = self.document.add_paragraph(style="toc 1")
        add_field(contents, r'TOC \o "1-1" \h \n \z \u', said(text, self.language))
