"""What stands in a cell of a survey: a department, an answer, or the line that the page makes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from secaudit.exchange.cells import Fault, read_cell
from secaudit.exchange.finding import plain_heading
from secaudit.exchange.row import either, on_one_line
from secaudit.exchange.rows import Raw
from secaudit.exchange.survey.asked import Asked
from secaudit.exchange.survey.legend import Legend
from secaudit.language import LANGUAGES, _
from secaudit.questionnaire import STATUSES, status_of, word
from secaudit.survey.words import ANSWERS, UNDISCLOSED, Pasted, pasted
from secaudit.validation import did_you_mean, shortened
from secaudit.workbook import Column

_TEXT = Column("")


class Line(NamedTuple):
    """What the page's line says: a department, and by control a status."""

    department: str = ""
    answers: Mapping[str, str] = {}
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Words:
    """What the words of an export mean."""

    asked: Asked
    legend: Legend

    def department(self, raw: Raw) -> str | Fault:
        """The id of the forvaltning that a cell names; empty where none is told."""
        text = _text(raw)
        if isinstance(text, Fault):
            return text
        found = self._departments.get(plain_heading(text)) if text else ""
        return self._unknown_department(text) if found is None else found

    def answer(self, raw: Raw) -> str | Fault:
        """The status that a cell says; empty where nothing is answered."""
        text = _text(raw)
        if isinstance(text, Fault) or not text:
            return text
        found = self._answers.get(plain_heading(text)) or status_of(text)
        if found:
            return found
        message = _(
            "'{value}' is no answer; say in survey.yaml, under 'answers', what it means"
        )
        return Fault("unknown-answer", message.format(value=shortened(text)))

    def line(self, raw: Raw) -> Line:
        """What a line of the page says; nothing where the cell is empty."""
        text = _text(raw)
        if isinstance(text, Fault):
            return Line(faults=(text,))
        said = pasted(text) if text else Pasted("", "", {})
        if said is None:
            message = _(
                "'{value}' is no line from the page; leave only the line, or nothing where "
                "there is none"
            )
            fault = Fault("no-line", message.format(value=shortened(text)))
            return Line(faults=(fault,))
        return Line(
            department=self.asked.tops.get(said.department, ""),
            answers=dict(said.answers),
            faults=tuple(self._faults(said)) if text else (),
        )

    def _faults(self, said: Pasted) -> Iterator[Fault]:
        if said.campaign != self.asked.campaign:
            message = _("the line is from another campaign, '{campaign}'")
            told = message.format(campaign=shortened(said.campaign))
            yield Fault("wrong-campaign", told)
        if said.department and said.department not in self.asked.tops:
            yield self._unknown_department(said.department)
        for control, status in said.answers.items():
            if control not in self.asked.questions:
                message = _("the employees are not asked about '{id}'")
                told = message.format(id=shortened(control))
                yield Fault("unknown-control", told)
            elif status not in STATUSES:
                message = _("'{status}' is no answer that the page can give")
                told = message.format(status=shortened(status))
                yield Fault("unknown-status", told)

    def _unknown_department(self, text: str) -> Fault:
        message = _(
            "'{value}' is no department; say in survey.yaml, under 'departments', which one "
            "it is"
        )
        told = message.format(value=shortened(text))
        known = (unit.name for unit in self.asked.departments)
        return Fault("unknown-department", told + did_you_mean(text, known))

    @cached_property
    def _departments(self) -> dict[str, str]:
        told = dict.fromkeys(either(UNDISCLOSED), "") | self.legend.departments
        tops = {word: self.asked.forvaltning(id) or "" for word, id in told.items()}
        named = {plain_heading(written): id for written, id in tops.items()}
        return self.asked.names | named

    @cached_property
    def _answers(self) -> dict[str, str]:
        known = {said: key for key, words in ANSWERS.items() for said in either(words)}
        known |= {word(s, language): s for s in STATUSES for language in LANGUAGES}
        told = {w: status_of(s) or "" for w, s in self.legend.answers.items()}
        return {plain_heading(written): key for written, key in (known | told).items()}


def _text(raw: Raw) -> str | Fault:
    cell = read_cell(raw.value, raw.type, _TEXT)
    return cell if isinstance(cell, Fault) else on_one_line(cell) or ""
