"""Tables, as they are written in the source of a template.

    r in worst
    10.2 Gap: +{{ r.what }} / {{ r.said }}
    1.5> Priority: {{ r.priority }} / if target: {{ target }}
    0.7= A: {{ r.a }} & B: {{ r.b }} & C: {{ r.c }}
    * t in themes: c in r.cells / {{ c }}

First the loop, which makes a row each turn; then a line for each column, or for several of one
width: centimetres (in Danish and, where it is another, in English), `>` for numbers and `=` for
what is centred, the head, and the paragraphs of a cell. A paragraph that begins with `+` is in
bold; one with `?` stands only if its first tag has something to say, one with `else` if none of
those has; one with `if` stands in a last row. `*` is as many columns as a loop has turns, with
what its cells loop over and hold. `+` and a name is what that name has in `shared`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm

from tools.templates.looks import WIDTH, element, write
from tools.templates.shared import COLUMNS
from tools.templates.words import Language, heading, said

STYLES = {"": "Secaudit Cell", ">": "Secaudit Cell Number", "=": "Secaudit Cell Centre"}
SIDES = {">": ALIGN.RIGHT, "=": ALIGN.CENTER}
MARKED = r"((?:if [\w.]+: |else |\?)?\+?)(.*)"
"""A paragraph of a cell: what it begins with, and the rest."""
LOOK = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
    'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
)


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    width: float
    mark: str
    head: str
    cell: tuple[str, ...]
    last: str = ""
    """What stands in it in a last row, which stands if a name is not empty."""
    condition: str = ""


def columns(lines: str, language: Language) -> Iterator[Column]:
    """What the lines say, in a language."""
    taken = 0.0
    lines = re.sub(r"^\+ (.*)$", lambda name: COLUMNS[name[1]], lines, flags=re.M)
    for line in re.split(r"\n\s*(?=[\d*])", lines.strip()):
        start, _, text = " ".join(line.split()).partition(" ")
        if start == "*":
            yield from repeated(text, WIDTH - taken)
            continue
        danish, *english = start.rstrip(">=").split(",")
        width = float("".join(english) if english and language == "en" else danish)
        for each in text.split(" & "):
            taken += width
            yield column(width, start.lstrip("0123456789.,"), each, language)


def column(width: float, mark: str, text: str, language: Language) -> Column:
    """A column of a head and the paragraphs of its cells."""
    head, _, paragraphs = text.partition(": ")
    marked = (re.match(MARKED, each) for each in paragraphs.split(" / "))
    cell = [each[1] + said(each[2], language) for each in marked if each]
    ends = [each for each in cell if each.startswith("if ")]
    condition, _, last = "".join(ends).removeprefix("if ").partition(": ")
    shown = tuple(each for each in cell if each not in ends)
    return Column(width, mark, heading(head, language), shown, last, condition)


def repeated(text: str, width: float) -> Iterator[Column]:
    """The columns of a loop: one before it, one that is repeated, and one after it."""
    heads, _, cells = text.partition(": ")
    loop, _, cell = cells.partition(" / ")
    for head, shown in (
        (f"{{%tc for {heads} %}}", f"{{%tc for {loop} %}}"),
        ("{{ t }}", cell),
        ("{%tc endfor %}", "{%tc endfor %}"),
    ):
        yield Column(width / 3, "", head, (shown,))


def add_table(
    document: Any, loop: str, lines: str, language: Language, *, together: bool = False
) -> None:
    """Write a table; a short one is kept `together` on a page."""
    shown = list(columns(lines, language))
    condition = "".join({column.condition for column in shown})
    table = dressed(document, shown, 7 if condition else 4)
    control = {1: f"for {loop}", 3: "endfor"}
    rows = {2: [list(paragraphs(column.cell)) for column in shown]}
    if condition:
        control |= {4: f"if {condition}", 6: "endif"}
        rows[5] = [[column.last] for column in shown]
    for number, tag in control.items():
        first, *_, last = table.rows[number].cells
        first.merge(last)
        fill(first, [f"{{%tr {tag} %}}"], STYLES[""])
    for number, row in rows.items():
        cells = table.rows[number].cells
        for cell, column, texts in zip(cells, shown, row, strict=True):
            fill(cell, texts, STYLES[column.mark], together=together)
    if "\n*" in lines:
        for cell in table.rows[0].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def add_fixed_table(document: Any, text: str, language: Language) -> None:
    """Write a table of plain text: after its columns and a line, its cells with bars between."""
    lines, _, plain = text.partition("---")
    shown = list(columns(lines, language))
    texts = said(plain, language).split(" | ")
    table = dressed(document, shown, 1 + len(texts) // len(shown))
    cells = [cell for row in table.rows[1:] for cell in row.cells]
    for cell, one in zip(cells, texts, strict=True):
        fill(cell, [one], STYLES[""], together=True)


def dressed(document: Any, shown: Sequence[Column], rows: int) -> Any:
    """A table whose first row, with the heads, is repeated on every page; none is split."""
    table = document.add_table(rows, len(shown), "Secaudit Table")
    document.add_paragraph(style="Secaudit Gap")
    for column, made in zip(shown, table.columns, strict=True):
        for one in (made, *made.cells):
            one.width = Cm(column.width)
        fill(made.cells[0], [column.head], "Secaudit Cell Head")
        if column.mark:
            made.cells[0].paragraphs[0].alignment = SIDES[column.mark]
    table.autofit = False
    for index, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(element("<w:cantSplit/>"))
        if index == 0:
            properties.append(element("<w:tblHeader/>"))
    properties = table._tbl.tblPr
    properties.remove(properties.find(qn("w:tblLook")))
    properties.append(element(LOOK))
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
        else:
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
