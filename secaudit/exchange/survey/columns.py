"""Which column of an export is what, by its heading."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secaudit.exchange.finding import plain_heading
from secaudit.exchange.row import cell_name
from secaudit.exchange.rows import Raw
from secaudit.exchange.survey.asked import Asked
from secaudit.exchange.survey.export import Export
from secaudit.exchange.survey.heads import (
    IS_DEPARTMENT,
    IS_TEXT,
    Head,
    heads,
    spellings,
)
from secaudit.exchange.survey.legend import WrittenLegend
from secaudit.language import _
from secaudit.problems import Problem, problem_at
from secaudit.validation import did_you_mean, shortened

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
    """The number of the row with the headings; 0 where there is none."""
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
    best, *others = heads(export.sheets, written.legend, asked)
    found = _columns(best, several=bool(others))
    missing = tuple(_missing(found, written, export))
    return found, (
        *_twice(found, best.roles, export),
        *(missing or _unfound(found, export)),
        *_passed_over(best, others, export),
    )


def _columns(head: Head, *, several: bool) -> Columns:
    texts = {column for column, role in head.roles.items() if role == IS_TEXT}
    every = (column for column, role in head.roles.items() if role == IS_DEPARTMENT)
    others = (IS_DEPARTMENT, IS_TEXT)
    name = shortened(" ".join(head.sheet.name.split()))
    return Columns(
        titles=head.titles,
        rows=head.below,
        prefix=f"{name}!" if several else "",
        head=head.number,
        department=next(every, None),
        questions={c: r for c, r in head.roles.items() if r not in others},
        texts=tuple(sorted(texts or head.lines)),
    )


def _missing(
    found: Columns, written: WrittenLegend, export: Export
) -> Iterator[Problem]:
    """The headings that survey.yaml names in vain, each at its place there."""
    if written.document is None:
        return
    legend = written.legend
    titles = {known for title in found.titles for known in spellings(title)}
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
        if role in (IS_DEPARTMENT, IS_TEXT):
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


def _passed_over(
    best: Head, others: Sequence[Head], export: Export
) -> Iterator[Problem]:
    """A warning of each other sheet with answers."""
    for head in others:
        if head.answered:
            message = _(
                "the sheet '{sheet}' holds answers too, and is not read: '{best}' is"
            )
            told, read = (shortened(one.sheet.name) for one in (head, best))
            text = message.format(sheet=told, best=read)
            yield problem_at(export.shown, (0, 0), "sheet-not-read", text, warning=True)
