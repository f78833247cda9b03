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

    def add_if(self, condition: str, below: str) -> None:
        """What stands only if the condition holds."""
        self.write(f"tag if {condition}\n{below}\ntag endif")

    def add_for(self, loop: str, below: str) -> None:
        """What stands for each turn of a loop."""
        self.write(f"tag for {loop}\n{below}\ntag endfor")

    def add_table(self, loop: str, below: str) -> None:
        """A table with a row for each turn of a loop."""
        add_table(self.document, self.language, loop, below)

    def add_short(self, loop: str, below: str) -> None:
        """A table that is kept together on a page."""
        add_table(self.document, self.language, loop, below, together=True)

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
