"""Writes a template from its text, in which every line that is not indented begins a block.

A block is a word and what belongs to it: a style and a text (`note`, `intro`, `section`), a
table (`tables` tells how one is written), or a condition with blocks of its own, indented. A
text is `dansk || English`, or the same in both; what stands between ** is in bold.
"""

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

from docx import Document
from docx.shared import Pt

from tools.templates.chart import add_chart
from tools.templates.looks import WIDTH, add_field, element, set_styles, write
from tools.templates.shared import PARTS
from tools.templates.tables import add_fixed_table, add_table
from tools.templates.words import LOCALES, Language, said

STYLES = {
    "text": "Normal",
    "section": "Heading 1",
    "page": "Heading 1",
    "subsection": "Heading 2",
    "bullet": "List Bullet",
    "note_above": "Secaudit Note",
    **{word.lower(): word for word in ("Title", "Subtitle", "Caption")},
    **{word.lower(): f"Secaudit {word}" for word in ("Intro", "Note", "Point", "Hash")},
    **{word.lower(): f"Secaudit {word}" for word in ("Organisation", "Classification")},
    "title_line": "Secaudit Title Line",
    "contents_heading": "Secaudit Contents Heading",
}
"""The style of a text, by the word that begins its block."""
KEPT = {"page": "page_break_before", "note_above": "keep_with_next"}
"""Where a text stays, if not where it falls."""


def blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """The word of each block, the rest of its line, and the lines below it."""
    for block in re.split(r"\n(?=\S)", dedent(text).strip()):
        first, _, below = block.partition("\n")
        word, _, rest = first.partition(" ")
        yield word, rest, dedent(below)


class Maker:
    """Writes one template."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.document = Document()
        set_styles(self.document, LOCALES[language])

    def write(self, text: str) -> None:
        """Add what a text describes."""
        for word, rest, below in blocks(text):
            if word in STYLES:
                form = self.text(f"{rest} {below}", STYLES[word]).paragraph_format
                if word in KEPT:
                    setattr(form, KEPT[word], True)
            else:
                getattr(self, f"add_{word}")(rest, below)

    def say(self, text: str) -> str:
        """The text in the language of the template."""
        return said(text, self.language)

    def text(self, text: str, style: str) -> Any:
        """A paragraph."""
        return write(self.document.add_paragraph(style=style), self.say(text))

    def add_tag(self, tag: str, _below: str = "") -> None:
        """A tag that stands in place of a paragraph."""
        self.text(f"{{%p {tag} %}}", "Normal")

    def add_if(self, condition: str, below: str) -> None:
        """What stands only if the condition holds."""
        self.add_tag(f"if {condition}")
        self.write(below)
        self.add_tag("endif")

    def add_else(self, text: str, below: str) -> None:
        """What stands, at the end of an `if`, if the condition does not hold."""
        self.add_tag("else")
        self.text(f"{text} {below}", "Normal")

    def add_for(self, loop: str, below: str) -> None:
        """What stands for each turn of a loop."""
        self.add_tag(f"for {loop}")
        self.write(below)
        self.add_tag("endfor")

    def add_bullets(self, name: str, _below: str) -> None:
        """A bullet for each of some sentences."""
        self.add_for(f"said in {name}", "bullet {{ said }}")

    def add_rest(self, name: str, _below: str) -> None:
        """The sentence for rows that were left out."""
        self.add_if(name, f"note {{{{ {name} }}}}")

    def add_part(self, name: str, _below: str) -> None:
        """What several documents have."""
        self.write(PARTS[name])

    def add_table(self, loop: str, below: str) -> None:
        """A table with a row for each turn of a loop."""
        add_table(self.document, loop, below, self.language)

    def add_short(self, loop: str, below: str) -> None:
        """A table that is kept together on a page."""
        add_table(self.document, loop, below, self.language, together=True)

    def add_facts(self, text: str, _below: str) -> None:
        """A short table of what there is, and how it is."""
        loop, heads, wide = (*text.split(": "), "7.6")[:3]
        name, value = heads.split(", ")
        self.add_short(
            loop,
            f"""{wide} {name}: {{{{ r.name }}}}
            {WIDTH - float(wide)} {value}: {{{{ r.value }}}}""",
        )

    def add_fixed(self, _rest: str, below: str) -> None:
        """A table of plain text."""
        add_fixed_table(self.document, below, self.language)

    def add_chart(self, text: str, _below: str) -> None:
        """A chart, so many centimetres high."""
        name, height = text.split()
        add_chart(self.document, self.language, name, float(height))

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
        add_field(contents, r'TOC \o "1-1" \h \n \z \u', self.say(text))

    def margins(self, section: Any, width: float) -> None:
        """Title and classification above, organisation and page number below."""
        tab = f'<w:tab w:val="right" w:pos="{int(width * 567)}"/>'
        for part in (section.header, section.footer):
            part.is_linked_to_previous = False
            properties = part.paragraphs[0]._p.get_or_add_pPr()
            properties.append(element(f"<w:tabs>{tab}</w:tabs>"))
        above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
        above.add_run("{{ title }}\t" + self.say("Fortroligt || Confidential"))
        below.add_run("{{ organisation }}\t" + self.say("Side || Page") + " ")
        add_field(below, "PAGE")
        below.add_run(f" {self.say('af || of')} ")
        add_field(below, "NUMPAGES")
