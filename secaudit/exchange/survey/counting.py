"""The rows of a survey counted: of all that one row says, only the numbers stay."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from secaudit.exchange.cells import Fault
from secaudit.exchange.rows import EMPTY, Raw
from secaudit.exchange.survey.columns import Columns
from secaudit.exchange.survey.words import Line, Words
from secaudit.language import counted
from secaudit.problems import Problem, problem_at


@dataclass(frozen=True)
class Counted:
    """What all the rows come to."""

    answers: dict[str, dict[str, Counter[str]]] = field(default_factory=dict)
    """By control and department, how many gave which answer."""
    people: Counter[str] = field(default_factory=Counter)
    """By department, how many answered anything; "" where no department was told."""

    def add(self, department: str, said: Mapping[str, str]) -> None:
        """Count one employee, who gave these answers; nobody where there are none."""
        if said:
            self.people[department] += 1
        for control, status in said.items():
            of_control = self.answers.setdefault(control, {})
            of_control.setdefault(department, Counter())[status] += 1


def count(
    columns: Columns, words: Words, shown: str
) -> tuple[Counted, tuple[Problem, ...]]:
    """How many employees gave which answer; and what cannot be read, each thing once, at the
    first of its cells, with how many they are."""
    found, reader = Counted(), _Reader(columns, words)
    for number, cells in columns.rows:
        found.add(*reader.row(number, cells))
    return found, tuple(reader.problems(shown))


class _Reader:
    """Reads row after row; what cannot be read is kept, to be told at the end."""

    def __init__(self, columns: Columns, words: Words) -> None:
        self.columns = columns
        self.wrong: dict[Fault, list[tuple[int, int]]] = {}
        self.department: Callable[[Raw], str | Fault] = cache(words.department)
        self.answer: Callable[[Raw], str | Fault] = cache(words.answer)
        self.line: Callable[[Raw], Line] = words.line

    def row(self, number: int, cells: Sequence[Raw]) -> tuple[str, dict[str, str]]:
        """The department that a row names, and its answers by control."""
        at = dict(enumerate(cells))
        department, said = "", dict[str, str]()
        for column in self.columns.texts:
            line = self.line(at.get(column, EMPTY))
            for fault in line.faults:
                self._told(fault, number, column)
            department, said = line.department or department, {**said, **line.answers}
        if (place := self.columns.department) is not None:
            found = self._told(self.department(at.get(place, EMPTY)), number, place)
            department = found or department
        for column, control in self.columns.questions.items():
            if status := self._told(self.answer(at.get(column, EMPTY)), number, column):
                said[control] = status
        return department, said

    def _told(self, found: str | Fault, row: int, column: int) -> str:
        """What was read; nothing of what cannot be, which is kept."""
        if isinstance(found, Fault):
            self.wrong.setdefault(found, []).append((row, column))
            return ""
        return found

    def problems(self, shown: str) -> Iterator[Problem]:
        """What could not be read."""
        for fault, places in self.wrong.items():
            row, column = places[0]
            text = f"{self.columns.cell(row, column)}: {fault.message}"
            if len(places) > 1:
                cells = counted("{n} cell", "{n} cells", len(places))
                text += f" ({cells})"
            yield problem_at(shown, (row, column + 1), fault.code, text)
