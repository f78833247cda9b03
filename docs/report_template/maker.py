"""Writes paragraphs and tables into a template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from docs.report_template.looks import PORTRAIT, add_field, set_styles

CELL = {
    "left": "Secaudit Cell",
    "right": "Secaudit Cell Number",
    "centre": "Secaudit Cell Centre",
}


SIDE = {"right": ALIGN.RIGHT, "centre": ALIGN.CENTER}


Cells = Sequence[Sequence[str] | str]


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    width: float
    """In centimetres."""
    head: str
    tags: tuple[str, ...] | str
    """The paragraphs of a cell; one that begins with + is set in bold."""
    align: Literal["left", "right", "centre"] = "left"


class Maker:
    """Writes one template."""

    def __init__(self, language: Literal["da", "en"]) -> None:
        self.language = language
        self.document = Document()
        set_styles(self.document, "da-DK" if language == "da" else "en-GB")

    def say(self, da: str, en: str) -> str:
        """The text in the language of the template."""
        return da if self.language == "da" else en

    def text(self, style: str, da: str, en: str | None = None) -> Any:
        """A paragraph."""
        said = self.say(da, da if en is None else en)
        return self.document.add_paragraph(said, style)

    def tag(self, tag: str) -> None:
        """A tag that stands in place of a paragraph, such as `if systems`."""
        self.document.add_paragraph(f"{{%p {tag} %}}", "Normal")

    def when(self, name: str) -> "When":
        """What is written inside stands only if a name is not empty; `otherwise` follows."""
        return When(self, name)

    def heading(self, level: int, da: str, en: str, *, new_page: bool = False) -> None:
        """A heading."""
        paragraph = self.text(f"Heading {level}", da, en)
        if new_page:
            paragraph.paragraph_format.page_break_before = True

    def caption(self, da: str, en: str) -> None:
        """What stands above a table or a chart."""
        self.text("Caption", da, en)

    def table(
        self,
        loop: str,
        columns: Sequence[Column],
        *,
        together: bool = False,
        last: tuple[str, Mapping[int, str]] | None = None,
    ) -> None:
        """A table with a row for each turn of `loop`, such as `r in systems`.

        A short one is kept `together` on a page. A `last` row stands if a name is not empty;
        its cells are given by the number of their column.
        """
        table = self._table(columns, 7 if last else 4)
        control = [(1, f"for {loop}"), (3, "endfor")]
        rows = [(2, [column.tags for column in columns])]
        if last:
            condition, cells = last
            control += [(4, f"if {condition}"), (6, "endif")]
            rows.append((5, [cells.get(n, "") for n in range(len(columns))]))
        for row, tag in control:
            cells_of = table.rows[row].cells
            cells_of[0].merge(cells_of[-1])
            set_paragraphs(cells_of[0], (f"{{%tr {tag} %}}",), "Secaudit Cell")
        for row, texts in rows:
            for cell, column, tags in zip(
                table.rows[row].cells, columns, texts, strict=True
            ):
                tags = (tags,) if isinstance(tags, str) else tags
                set_paragraphs(cell, tags, CELL[column.align])
                for paragraph in cell.paragraphs if together else ():
                    paragraph.paragraph_format.keep_with_next = True
        self.document.add_paragraph(style="Secaudit Gap")

    def facts(
        self,
        rows: str,
        da: str,
        en: str,
        wide: float = 7.6,
        *,
        value: tuple[str, str] = ("Status", "Status"),
        together: bool = True,
    ) -> None:
        """A table of two columns: what, and how it is."""
        self.table(
            f"r in {rows}",
            (
                Column(wide, self.say(da, en), "{{ r.name }}"),
                Column(PORTRAIT - wide, self.say(*value), "{{ r.value }}"),
            ),
            together=together,
        )

    def bullets(self, names: str, style: str = "List Bullet") -> None:
        """A paragraph for each of the texts."""
        self.tag(f"for said in {names}")
        self.text(style, "{{ said }}")
        self.tag("endfor")

    def rest(self, name: str) -> None:
        """The sentence for rows that were left out."""
        with self.when(name):
            self.text("Secaudit Note", f"{{{{ {name} }}}}")

    def crossed_table(
        self,
        heads: Sequence[Column],
        across: str,
        head: str,
        rows: str,
        cell: str,
        cells_of: str = "r.cells",
    ) -> None:
        """A table that is as wide as there are names `across`, after the columns `heads`."""
        count = len(heads) + 3
        table = self.document.add_table(4, count, "Secaudit Table")
        self._dress(table)
        widths = [column.width for column in heads] + [
            (PORTRAIT - sum(c.width for c in heads)) / 3
        ] * 3
        for made, width in zip(table.columns, widths, strict=True):
            for one in (made, *made.cells):
                one.width = Cm(width)
        for index, tag in ((1, f"for {rows}"), (3, "endfor")):
            spanned = table.rows[index].cells
            spanned[0].merge(spanned[-1])
            set_paragraphs(spanned[0], (f"{{%tr {tag} %}}",), "Secaudit Cell")
        for index, texts, loop, style in (
            (0, [c.head for c in heads], f"for t in {across}", "Secaudit Cell Head"),
            (2, [c.tags for c in heads], f"for c in {cells_of}", "Secaudit Cell"),
        ):
            shown = [*texts, f"{{%tc {loop} %}}", head if index == 0 else cell]
            for one, text in zip(
                table.rows[index].cells, [*shown, "{%tc endfor %}"], strict=True
            ):
                set_paragraphs(one, (str(text),), style)
                one.paragraphs[0].paragraph_format.keep_with_next = True
        self.document.add_paragraph(style="Secaudit Gap")

    def fixed_table(self, columns: Sequence[Column], rows: Sequence[Cells]) -> None:
        """A table of plain text."""
        table = self._table(columns, 1 + len(rows))
        for row, texts in zip(table.rows[1:], rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                set_paragraphs(cell, (str(text),), "Secaudit Cell")
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        self.document.add_paragraph(style="Secaudit Gap")

    def _table(self, columns: Sequence[Column], rows: int) -> Any:
        table = self.document.add_table(rows, len(columns), "Secaudit Table")
        for column, made in zip(columns, table.columns, strict=True):
            made.width = Cm(column.width)
            for cell in made.cells:
                cell.width = Cm(column.width)
        self._dress(table)
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            set_paragraphs(cell, (column.head,), "Secaudit Cell Head")
            if column.align != "left":
                cell.paragraphs[0].alignment = SIDE[column.align]
        return table

    def _dress(self, table: Any) -> None:
        """The first row is repeated on every page; no row is split over two."""
        table.autofit = False
        for index, row in enumerate(table.rows):
            properties = row._tr.get_or_add_trPr()
            properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
            if index == 0:
                properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        if look is not None:
            table._tbl.tblPr.remove(look)
        table._tbl.tblPr.append(
            parse_xml(
                f'<w:tblLook {nsdecls("w")} w:val="0420" w:firstRow="1" w:lastRow="0" '
                'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            )
        )


class When:
    """A condition in a template, around what is written inside a `with`."""

    def __init__(self, maker: Maker, name: str) -> None:
        self.maker, self.name = maker, name

    def __enter__(self) -> "When":
        self.maker.tag(f"if {self.name}")
        return self

    def otherwise(self) -> None:
        """What follows stands if the name is empty."""
        self.maker.tag("else")

    def __exit__(self, *_error: object) -> None:
        self.maker.tag("endif")


def set_paragraphs(cell: Any, texts: Sequence[str], style: str) -> None:
    """The paragraphs of a cell."""
    for index, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        bold = text.startswith("+")
        paragraph.style = "Secaudit Cell Strong" if bold else style
        paragraph.add_run(text.lstrip("+"))


def set_header_footer(maker: Maker, section: Any, width: float) -> None:
    """Title and classification above, organisation and page number below."""
    for part in (section.header, section.footer):
        part.is_linked_to_previous = False
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (header, footer):
        tab = f'<w:tab {nsdecls("w")} w:val="right" w:pos="{int(width * 567)}"/>'
        tabs = parse_xml(f"<w:tabs {nsdecls('w')}>{tab}</w:tabs>")
        paragraph._p.get_or_add_pPr().append(tabs)
    header.add_run("{{ title }}\t" + maker.say("Fortroligt", "Confidential"))
    footer.add_run("{{ organisation }}\t" + maker.say("Side ", "Page "))
    add_field(footer, "PAGE")
    footer.add_run(maker.say(" af ", " of "))
    add_field(footer, "NUMPAGES")
