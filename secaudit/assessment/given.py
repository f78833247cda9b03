"""An answer where it stands in its document, for the rules that judge it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from secaudit.assessment.counts import status_of_maturity
from secaudit.assessment.returned import Returned
from secaudit.assessment.table import WARNINGS, needs
from secaudit.catalogue import Question
from secaudit.language import active
from secaudit.problems import Problem
from secaudit.questionnaire import UNCHANGED, status_of, word
from secaudit.yamlfile import Keys, Part


@dataclass(frozen=True)
class Given(Part):
    """An answer where it stands in its document, with what it must be judged by."""

    told: Returned
    answer: Any
    question: Question

    def problem(
        self, code: str, message: str, *keys: str | int, **words: Any
    ) -> Problem:
        """A problem at `keys` within it; a warning, where the table says so."""
        warning = code in WARNINGS
        return super().problem(code, message, *keys, warning=warning, **words)

    @property
    def field(self) -> str:
        """The field that this question is answered in."""
        return self.told.field(str(self.keys[-1]))

    @property
    def written(self) -> Any:
        """The answer as it stands in the document."""
        return self.told.value["answers"][self.keys[-1]]

    @property
    def repeats(self) -> bool:
        """Whether it says that an earlier answer is unchanged."""
        return "repeats" in self.answer

    @property
    def repeats_due(self) -> bool:
        """Whether its action is due by a day that was said then."""
        typed = self.written.get("action") or {}
        return self.repeats and not typed.get("due")

    @property
    def said(self) -> str:
        """The word for its status; of one that is unchanged, both."""
        said = word(self.status or "unknown", active())
        return f"{word(UNCHANGED, active())} ({said})" if self.repeats else said

    @property
    def status(self) -> str | None:
        """The status that was written, or that a level of maturity comes to, as its key."""
        level = self.answer.get("maturity")
        if self.question.levels and level is not None:
            return status_of_maturity(level, self.told.expected.target)
        return status_of(self.answer.get("status", ""))

    def text(self, *keys: str | int) -> str:
        """What is written under `keys`; empty where nothing is."""
        inner: Any = self.answer
        key: Any
        for key in keys:
            inner = inner[key] if isinstance(inner, list) else (inner or {}).get(key)
        return str(inner or "").strip()

    def lost(self, field: str) -> bool:
        """Whether something stands in a field that could not be read."""
        return not self.told.could_read(*self.keys, field)

    def needs(self, field: str) -> bool:
        """Whether the answer needs the field, and nothing stands in it."""
        if not needs(self.question, field, self.status) or self.lost(field):
            return False
        return not any(self.text(*keys) for keys in self.places((field,)))

    def places(self, field: Keys) -> Iterator[Keys]:
        """Where a field of the table stands: one of evidence, in each piece of it."""
        if field[0] != "evidence":
            yield field
            return
        for number in range(len(self.answer.get("evidence", ()))):
            yield "evidence", number, *(field[1:] or ("reference",))
