"""The sheet and the row of headings that a list stands under, known by the headings alone."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secaudit.exchange.opening import Sheet
from secaudit.exchange.row import either, on_one_line
from secaudit.exchange.rows import Raw
from secaudit.language import _, counted
from secaudit.problems import Problem, Refused, problem_at
from secaudit.validation import shortened
from secaudit.workbook import Column

DEEPEST = 20
"""The last of the rows that hold something in which headings are looked for."""
_NAMED = 4


@dataclass(frozen=True)
class Head:
    """The row of headings in a sheet."""

    sheet: Sheet
    number: int
    titles: tuple[str, ...]
    places: Mapping[int, Column | None]
    """By the 1-based number of a column, which one it is; None where nobody knows."""
    prefix: str
    """What a cell's name begins with, where there are other sheets too: `Noter!`."""

    @property
    def fit(self) -> int:
        """How many of the columns are there."""
        return len({column for column in self.places.values() if column})

    @property
    def below(self) -> tuple[tuple[int, tuple[Raw, ...]], ...]:
        """The rows below the headings that hold something."""
        return tuple(row for row in self.sheet.rows if row[0] > self.number)


def found(
    shown: str, sheets: Sequence[Sheet], columns: Sequence[Column], made_by: str
) -> tuple[Head, tuple[Problem, ...]]:
    """The headings that fit best, those of visible sheets first; a warning of each other sheet
    that holds such a list.

    Raises Refused, with one sentence, where no sheet has half of the headings.
    """
    known = {plain_heading(word): c for c in columns for word in either(c.title)}
    several = sum(bool(sheet.rows) for sheet in sheets) > 1
    heads = [_head(sheet, known, several) for sheet in sheets if sheet.rows]
    fitting = [head for head in heads if head.fit * 2 >= len(columns)]
    if not fitting:
        raise Refused(_another(shown, columns, made_by))
    best = max(fitting, key=lambda head: (head.fit, head.sheet.visible))
    others = [head for head in fitting if head is not best and head.below]
    return best, tuple(_passed_over(shown, best, others))


def _head(sheet: Sheet, known: Mapping[str, Column], several: bool) -> Head:
    """The row of a sheet in which most of the headings stand."""
    prefix = f"{shortened(' '.join(sheet.name.split()))}!" if several else ""
    heads = []
    for number, cells in sheet.rows[:DEEPEST]:
        titles = tuple(on_one_line(str(cell.value or "")) or "" for cell in cells)
        places = {
            n: known.get(plain_heading(title)) for n, title in enumerate(titles, 1)
        }
        heads.append(Head(sheet, number, titles, places, prefix))
    return max(heads, key=lambda head: head.fit)


def plain_heading(title: str) -> str:
    """A heading without what people and programs add: spaces, line breaks, capitals, `:`, `*`."""
    letters = unicodedata.normalize("NFKC", title).casefold()
    return "".join(c for c in letters if c.isprintable() and c != " ").strip(":*.")


def _another(shown: str, columns: Sequence[Column], made_by: str) -> str:
    """That a workbook is none that was made for this."""
    titles = [f"'{_(column.title)}'" for column in columns]
    names, rest = ", ".join(titles[:_NAMED]), len(titles[_NAMED:])
    if rest:
        more = counted("{n} more", "{n} more", rest)
        names = _("{names} and {more}").format(names=names, more=more)
    sentence = _(
        "{path} is another workbook: no sheet has the headings {names}; make the right one "
        "with '{command}', and write in it"
    )
    return sentence.format(path=shown, names=names, command=made_by)


def _passed_over(shown: str, best: Head, others: Sequence[Head]) -> Iterator[Problem]:
    for head in others:
        message = _(
            "the sheet '{sheet}' holds such a list too, and is not read: '{best}' is"
        )
        told, read = (shortened(one.sheet.name) for one in (head, best))
        text = message.format(sheet=told, best=read)
        yield problem_at(shown, (0, 0), "sheet-not-read", text, warning=True)
