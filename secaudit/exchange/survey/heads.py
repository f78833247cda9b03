"""The sheet and the row of headings that the answers of a survey stand under."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secaudit.exchange.finding import DEEPEST, plain_heading
from secaudit.exchange.opening import Sheet
from secaudit.exchange.row import either, on_one_line
from secaudit.exchange.rows import Raw
from secaudit.exchange.survey.asked import Asked
from secaudit.exchange.survey.legend import Legend
from secaudit.survey.words import DEPARTMENT, begins_a_line

IS_DEPARTMENT, IS_TEXT = "department", "text"
"""What a column is that is not about a control; no control is called so."""
_HEADINGS = ("Department", "Forvaltning", "Afdeling")
_NUMBER = re.compile(r"\s*\d+\s*[.)]\s*")
_TOKEN = re.compile(r"\s*([A-Za-z_][A-Za-z0-9._-]*)")


@dataclass(frozen=True)
class Head:
    """The row of headings in a sheet, or that it has none."""

    sheet: Sheet
    number: int
    """1-based; 0 where the rows begin with lines of the page."""
    titles: tuple[str, ...]
    roles: Mapping[int, str]
    """By column, numbered from 0, what it is."""
    lines: frozenset[int]
    """Other columns, in which the page's line stands somewhere."""

    @property
    def below(self) -> tuple[tuple[int, tuple[Raw, ...]], ...]:
        """The rows below the headings that hold something."""
        return tuple(row for row in self.sheet.rows if row[0] > self.number)

    @property
    def answered(self) -> bool:
        """Whether answers stand in the sheet."""
        answers = {*self.roles.values()} - {IS_DEPARTMENT}
        return bool(self.below and (self.lines or answers))


def heads(sheets: Iterable[Sheet], legend: Legend, asked: Asked) -> tuple[Head, ...]:
    """The headings of each sheet that holds something, those that fit best first."""
    known = _known(legend, asked)
    found = [_head(sheet, known) for sheet in sheets if sheet.rows]
    return tuple(sorted(found, key=_fit, reverse=True))


def _fit(head: Head) -> tuple[int, bool, bool]:
    return len(head.roles), bool(head.lines), head.sheet.visible


def spellings(title: str) -> tuple[str, str]:
    """A heading as it is compared: as it stands, and without the number before it."""
    return plain_heading(title), plain_heading(_NUMBER.sub("", title, count=1))


def _head(sheet: Sheet, known: Mapping[str, str]) -> Head:
    """The row of a sheet in which most of the headings stand; none of those that come below
    somebody's answers is one."""
    most: tuple[int, tuple[str, ...], dict[int, str]] = (0, (), {})
    for number, cells in sheet.rows[:DEEPEST]:
        if any(map(_is_line, cells)):
            break
        titles = tuple(map(_title, cells))
        roles = _roles(titles, known)
        if not most[0] or len(roles) > len(most[2]):
            most = number, titles, roles
    number, titles, roles = most
    below = (cells for place, cells in sheet.rows if place > number)
    return Head(sheet, number, titles, roles, frozenset(_with_lines(below, roles)))


def _is_line(raw: Raw) -> bool:
    """Whether a cell holds a line of the page, be it right or not."""
    text = raw.value
    return isinstance(text, str) and begins_a_line(text)


def _title(cell: Raw) -> str:
    return on_one_line(str(cell.value or "")) or ""


def _known(legend: Legend, asked: Asked) -> dict[str, str]:
    """By heading, what the column is; what the legend says of one is all that counts for it."""
    told = {role: [heading] for role, heading in legend.questions.items()}
    told |= {IS_DEPARTMENT: [legend.department]} if legend.department else {}
    told |= {IS_TEXT: [legend.text]} if legend.text else {}
    usual = {id: [id, *texts] for id, texts in asked.questions.items()}
    usual[IS_DEPARTMENT] = [*either(DEPARTMENT), *_HEADINGS]
    return {
        plain_heading(heading): role
        for role, headings in (usual | told).items()
        for heading in headings
    }


def _roles(titles: Iterable[str], known: Mapping[str, str]) -> dict[int, str]:
    """By column, what it is: its heading is known, or begins with a control that is."""
    found: dict[int, str] = {}
    for column, title in enumerate(titles):
        role = _role(title, known) or _role(_NUMBER.sub("", title, count=1), known)
        if role and title:
            found[column] = role
    return found


def _role(title: str, known: Mapping[str, str]) -> str | None:
    token = _TOKEN.match(title)
    begin = plain_heading(token[1].rstrip("-_")) if token else ""
    role = known.get(plain_heading(title))
    if role is None and known.get(begin, "").casefold() == begin:
        role = known.get(begin)
    return role


def _with_lines(
    rows: Iterable[Sequence[Raw]], roles: Mapping[int, str]
) -> Iterator[int]:
    """The columns in which the page's line stands somewhere."""
    seen = set(roles)
    for cells in rows:
        for column, raw in enumerate(cells):
            if column not in seen and _is_line(raw):
                seen.add(column)
                yield column
