"""Which column of an export is what, by its heading."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secaudit.exchange.finding import DEEPEST, plain_heading
from secaudit.exchange.opening import Sheet
from secaudit.exchange.row import cell_name, either, on_one_line
from secaudit.exchange.rows import Raw
from secaudit.exchange.survey.asked import Asked
from secaudit.exchange.survey.export import Export
from secaudit.exchange.survey.legend import Legend, WrittenLegend
from secaudit.language import _
from secaudit.problems import Problem, problem_at
from secaudit.survey.words import DEPARTMENT, pasted
from secaudit.validation import did_you_mean, shortened

_DEPARTMENT, _TEXT = "department", "text"
"""What a column is that is not about a control; no control is called so."""
_HEADINGS = ("Department", "Forvaltning", "Afdeling")
_TOKEN = re.compile(r"\s*([A-Za-z_][A-Za-z0-9._-]*)")
_NAMED = 8


@dataclass(frozen=True)
class Columns:
    """What stands where; columns are numbered from 0."""

    titles: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Raw, ...]], ...]
    """Those below the headings, with their 1-based numbers."""
    prefix: str
    """What a cell's name begins with, where there are other sheets too."""
    head: int
    """The number of the row with the headings."""
    department: int | None
    questions: Mapping[int, str]
    """By column, the control that it is about."""
    texts: tuple[int, ...]
    """The columns that hold lines of the page."""

    def cell(self, row: int, column: int) -> str:
        """What a spreadsheet calls a cell."""
        return self.prefix + cell_name(row, column + 1)


def find_columns(
    export: Export, written: WrittenLegend, asked: Asked
) -> tuple[Columns, tuple[Problem, ...]]:
    """The columns of an export, in whichever sheet and row the headings stand, and what is
    wrong with them."""
    known = _known(written.legend, asked)
    sheets = [sheet for sheet in export.sheets if sheet.rows]
    heads = [
        (len(roles := _roles(cells, known)), sheet.visible, sheet, number, roles)
        for sheet in sheets
        for number, cells in sheet.rows[:DEEPEST]
    ]
    _fit, _visible, sheet, head, roles = max(heads, key=lambda found: found[:2])
    found = _columns(sheet, head, roles, several=len(sheets) > 1)
    missing = tuple(_missing(found, written, export))
    return found, (
        *_twice(found, roles, export),
        *(missing or _unfound(found, export)),
    )


def _columns(
    sheet: Sheet, head: int, roles: Mapping[int, str], *, several: bool
) -> Columns:
    cells = next(cells for number, cells in sheet.rows if number == head)
    rows = tuple(row for row in sheet.rows if row[0] > head)
    texts = {column for column, role in roles.items() if role == _TEXT}
    every = (column for column, role in roles.items() if role == _DEPARTMENT)
    return Columns(
        titles=tuple(map(_title, cells)),
        rows=rows,
        prefix=f"{shortened(' '.join(sheet.name.split()))}!" if several else "",
        head=head,
        department=next(every, None),
        questions={c: r for c, r in roles.items() if r not in (_DEPARTMENT, _TEXT)},
        texts=tuple(sorted(texts or _with_lines(rows, roles))),
    )


def _title(cell: Raw) -> str:
    return on_one_line(str(cell.value or "")) or ""


def _known(legend: Legend, asked: Asked) -> dict[str, str]:
    """By heading, what the column is; what the legend says of one is all that counts for it."""
    told = {role: [heading] for role, heading in legend.questions.items()}
    told |= {_DEPARTMENT: [legend.department]} if legend.department else {}
    told |= {_TEXT: [legend.text]} if legend.text else {}
    usual = {id: [id, *texts] for id, texts in asked.questions.items()}
    usual[_DEPARTMENT] = [*either(DEPARTMENT), *_HEADINGS]
    return {
        plain_heading(heading): role
        for role, headings in (usual | told).items()
        for heading in headings
    }


def _roles(cells: Sequence[Raw], known: Mapping[str, str]) -> dict[int, str]:
    """By column, what it is: its heading is known, or begins with a control that is."""
    found: dict[int, str] = {}
    for column, title in enumerate(map(_title, cells)):
        token = _TOKEN.match(title)
        begin = plain_heading(token[1].rstrip("-_")) if token else ""
        role = known.get(plain_heading(title))
        if role is None and known.get(begin, "").casefold() == begin:
            role = known.get(begin)
        if role and title:
            found[column] = role
    return found


def _with_lines(
    rows: Iterable[tuple[int, Sequence[Raw]]], roles: Mapping[int, str]
) -> Iterator[int]:
    """The columns in which the page's line stands somewhere."""
    seen = set(roles)
    for _number, cells in rows:
        for column, raw in enumerate(cells):
            text = raw.value if column not in seen else None
            if isinstance(text, str) and text.startswith("secaudit") and pasted(text):
                seen.add(column)
                yield column


def _missing(
    found: Columns, written: WrittenLegend, export: Export
) -> Iterator[Problem]:
    """The headings that survey.yaml names in vain, each at its place there."""
    if written.document is None:
        return
    legend, titles = written.legend, set(map(plain_heading, found.titles))
    named: dict[tuple[str, ...], str] = {
        ("department",): legend.department,
        ("text",): legend.text,
        **{("questions", id): heading for id, heading in legend.questions.items()},
    }
    for keys, heading in named.items():
        if heading and plain_heading(heading) not in titles:
            message = _("{path} has no heading '{heading}'")
            text = message.format(path=export.shown, heading=shortened(heading))
            text += did_you_mean(heading, filter(None, found.titles))
            yield written.document.problem("missing-column", text, keys)


def _twice(
    found: Columns, roles: Mapping[int, str], export: Export
) -> Iterator[Problem]:
    """What two columns are about: nobody knows which of them counts."""
    first: dict[str, int] = {}
    for column, role in roles.items():
        if first.setdefault(role, column) == column:
            continue
        cells = [found.cell(found.head, each) for each in (first[role], column)]
        message = _(
            "{one} and {other} are both about {control}; name the right one in survey.yaml, "
            "under 'questions'"
        )
        if role in (_DEPARTMENT, _TEXT):
            message = _(
                "{one} and {other} are both '{control}'; name the right one in survey.yaml"
            )
        text = message.format(one=cells[0], other=cells[1], control=role)
        at = (found.head, column + 1)
        yield problem_at(export.shown, at, "column-twice", text)


def _unfound(found: Columns, export: Export) -> Iterator[Problem]:
    """That no column holds an answer; or that none holds a department."""
    at = (found.head, 1)
    if not found.questions and not found.texts:
        titles = [f"'{shortened(title)}'" for title in found.titles if title]
        more = ["…"] if titles[_NAMED:] else []
        message = _(
            "no column holds an answer; the headings are {names}; say in survey.yaml, under "
            "'questions', which of them is about what"
        )
        text = message.format(names=", ".join([*titles[:_NAMED], *more]))
        yield problem_at(export.shown, at, "missing-column", text)
    elif found.department is None and not found.texts:
        message = _(
            "no column holds the department: everybody counts only in the whole; say in "
            "survey.yaml, under 'department', which it is"
        )
        yield problem_at(export.shown, at, "no-department", message, warning=True)
