"""A form as it was issued and filled in, and what is read when somebody writes in it otherwise."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from secaudit.assessment import Expected, Reading, read, read_alone
from secaudit.handwriting import read as read_file
from secaudit.problems import Problem
from secaudit.yamlfile import Document
from tests.assessment.returned import TODAY, expected

RIGHT = """\
form: secaudit/1
campaign: "2026"
subject: {kind: system, id: omsorg, name: "Omsorg"}
issue: "00000000000000000000000000000000"

# Hvem svarer, og hvornår (år-måned-dag, fx 2026-12-31)?
respondent: {name: "Anna Holm", email: "anna@x.example", answered_on: 2026-09-20}

facts:
  # criticality: samfundskritisk (society-critical), øvrigt (other)
  criticality: society-critical
  personal_data: [cpr]
  hosting: supplier
  has_test_environment:
  dpia:
  processor_agreement:

answers:

  T.1:
    # Er prøve 1 i orden?
    status: delvist opfyldt
    comment: "Gennemgået for én afdeling."
    evidence: [{reference: "ESDH 2026-17", seen_on: 2026-09-02}]
    action: {what: "Gennemgå resten", responsible: "Anna", due: 2026-12-01, hours: 20, cost: 0}
    acceptance: {why: "", until: }

  T.2:
    status: opfyldt
    reviewed_on: 2026-09-03
    comment: ""
    evidence: [{reference: "", seen_on: }]
    action: {what: "", responsible: "", due: , hours: , cost: }
    acceptance: {why: "", until: }

  T.3:
    status: ved ikke
    comment: ""
    evidence: [{reference: "", seen_on: }]
    action: {what: "", responsible: "", due: , hours: , cost: }
    acceptance: {why: "", until: }
"""
STATUS = "    status: delvist opfyldt\n"
COMMENT = '    comment: "Gennemgået for én afdeling."\n'
EVIDENCE = '[{reference: "ESDH 2026-17", seen_on: 2026-09-02}]'
ACTION = '{what: "Gennemgå resten", responsible: "Anna", due: 2026-12-01, hours: 20, cost: 0}'


@dataclass(frozen=True)
class Read:
    """What was read in a file: its problems in few words, and its documents."""

    problems: tuple[Problem, ...]
    documents: tuple[Reading, ...]

    @property
    def told(self) -> list[str]:
        """A line for each problem: its place, `!` if it is an error, its code."""
        return [
            f"{p.line}:{p.column} {'!' if p.severity == 'error' else ''}{p.code}"
            for p in self.problems
        ]

    def answer(self, control: str = "T.1") -> Any:
        """What would be recorded as the answer to a control, of the only document."""
        (reading,) = self.documents
        assert reading.assessment is not None, self.told
        return reading.assessment.answers[control]


def read_form(data: bytes | str, to: Expected | None = None) -> Read:
    """A file, read and judged as one that came back."""
    stream = read_file(data.encode() if isinstance(data, str) else data, "svar.yaml")
    to = to or _issued()
    found = [_judged(document, to) for document in stream.documents]
    told = (*stream.problems, *(p for reading in found for p in reading.problems))
    return Read(tuple(sorted(told)), tuple(found))


def _judged(document: Document, to: Expected) -> Reading:
    alone = read_alone(document)
    if alone.value is None:
        return Reading(document, None, alone.problems)
    return read(document, alone, to, TODAY)


def written(old: str, new: str) -> str:
    """The form with something else in one place."""
    assert RIGHT.count(old) == 1, old
    return RIGHT.replace(old, new)


def commented(new: str) -> str:
    """The form with another comment to the first question."""
    return written(COMMENT, f"    comment: {new}\n")


@cache
def _issued() -> Expected:
    return expected(more=2)
