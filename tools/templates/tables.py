"""Tables, made of the columns that a text names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm

from tools.templates.looks import LOOKS, WIDTH, element, write
from tools.templates.words import SHARED, Language, heading, said, units

STYLES = {"": "Secaudit Cell", ">": "Secaudit Cell Number", "=": "Secaudit Cell Centre"}
MARKED = r"((?:if [\w.]+: |else |\?)?\+?)(.*)"
"""A paragraph of a cell: what it begins with, and the rest."""
LOOK = """<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0"
 w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>"""
Row = str | list[list[str]]
"""A tag that stands for a row, or the paragraphs of each cell."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    width: float
    mark: str
    head: str
    cell: list[str]


def columns(lines: Iterable[str], language: Language) -> list[Column]:
    """What the lines say, in a language."""
    shown: list[Column] = []
    for line in lines:
        start, _, text = " ".join(line.split()).partition(" ")
        if start == "+":
            shown += columns(units(SHARED[line]), language)
        elif start == "*":
            shown += repeated(text, WIDTH - sum(each.width for each in shown))
        else:
            mark = start.lstrip("0123456789.,")
            wide = said(start.removesuffix(mark).replace(",", "||"), language)
            heads = text.split(" & ")
            shown += [column(float(wide), mark, each, language) for each in heads]
    return shown


def column(width: float, mark: str, text: str, language: Language) -> Column:
    """A column of a head and the paragraphs of its cells."""
    head, _, paragraphs = text.partition(": ")
    marked = (re.match(MARKED, each) for each in paragraphs.split(" / "))
    cell = [each[1] + said(each[2], language) for each in marked if each]
    return Column(width, mark, heading(head, language), cell)


def repeated(text: str, width: float) -> Iterator[Column]:
    """The columns of a loop: one before it, one that is repeated, and one after it."""
    heads, _, cells = text.partition(": ")
    loop, _, cell = cells.partition(" / ")
    third, end = width / 3, "{%tc endfor %}"
    yield Column(third, "", f"{{%tc for {heads} %}}", [f"{{%tc for {loop} %}}"])
    yield Column(third, "", "{{ t }}", [cell])
    yield Column(third, "", end, [end])


def add_table(
    document: Any, language: Language, loop: str, text: str, *, together: bool = False
) -> None:
    """Write a table; a short one is kept `together` on a page."""
    lines = units(text)
    shown = columns([line for line in lines if line[0] != "|"], language)
    rows = [plain(line, language) for line in lines if line[0] == "|"]
    rows += looped(loop, shown) if loop else ()
    table = dressed(document, shown, 1 + len(rows))
    for made, row in zip(table.rows[1:], rows, strict=True):
        if isinstance(row, str):
            first, *_, last = made.cells
            first.merge(last)
            fill(first, [f"{{%tr {row} %}}"], STYLES[""])
            continue
        for cell, column, texts in zip(made.cells, shown, row, strict=True):
            fill(cell, texts, STYLES[column.mark], together=together)
    if "\n*" in text:
        for cell in table.rows[0].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def looped(loop: str, shown: Sequence[Column]) -> Iterator[Row]:
    """A row for each turn of a loop, and the last row."""
    yield from (
        f"for {loop}",
        [list(paragraphs(each.cell)) for each in shown],
        "endfor",
    )
    ends = [re.match(r"if ([\w.]+): (.*)", each.cell[-1]) for each in shown]
    last = [[end[2] if end else ""] for end in ends]
    for name in sorted({end[1] for end in ends if end}):
        yield from (f"if {name}", last, "endif")


def plain(line: str, language: Language) -> Row:
    """A row of plain text."""
    texts = " ".join(line.split()).removeprefix("| ").split(" | ")
    return [[said(text, language)] for text in texts]


def dressed(document: Any, shown: Sequence[Column], rows: int) -> Any:
    """A table whose first row, with the heads, is repeated on every page; none is split."""
    table = document.add_table(rows, len(shown), "Secaudit Table")
    document.add_paragraph(style="Secaudit Gap")
    for column, made in zip(shown, table.columns, strict=True):
        for one in (made, *made.cells):
            one.width = Cm(column.width)
        fill(made.cells[0], [column.head], "Secaudit Cell Head")
        made.cells[0].paragraphs[0].alignment = LOOKS[STYLES[column.mark]].side
    table.autofit = False
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("<w:cantSplit/>"))
    table.rows[0]._tr.trPr.append(element("<w:tblHeader/>"))
    properties = table._tbl.tblPr
    properties.replace(properties.find(qn("w:tblLook")), element(LOOK))
    return table


def paragraphs(cell: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a cell, with the conditions around those that begin with `?`."""
    asked: list[str] = []
    for text in cell:
        if text.startswith("?"):
            asked += re.findall(r"^[^{]*{{ ([\w.]+)", text)
            yield from (f"{{%p if {asked[-1]} %}}", text[1:], "{%p endif %}")
        elif text.startswith("else "):
            none = f"{{%p if not ({' or '.join(asked)}) %}}"
            yield from (none, text.removeprefix("else "), "{%p endif %}")
        elif not text.startswith("if "):  # that is of the last row
            yield text


def fill(
    cell: Any, texts: Iterable[str], style: str, *, together: bool = False
) -> None:
    """Write the paragraphs of a cell; one that begins with `+` in bold."""
    for index, text in enumerate(texts):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.style = "Secaudit Cell Strong" if text[:1] == "+" else style
        write(paragraph, text.removeprefix("+"))
        if together:
            paragraph.paragraph_format.keep_with_next = True
