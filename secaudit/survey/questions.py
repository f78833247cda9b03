"""The questions that a campaign asks of the employees, each as an employee reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from secaudit.campaign import Campaign
from secaudit.catalogue import GRADES, Question
from secaudit.language import Language, _
from secaudit.questionnaire import grades, word
from secaudit.questionnaire.effort import ANSWER, WORDS_A_MINUTE
from secaudit.survey.words import ANSWERS

_GRADED = ("met", "partial", "not-met")


@dataclass(frozen=True)
class Choice:
    """What can be answered."""

    status: str
    word: str
    meaning: str = ""
    """When it is the right answer to this question, where the catalogue says so."""


@dataclass(frozen=True)
class Asked:
    """A question."""

    id: str
    text: str
    hint: str
    choices: tuple[Choice, ...]

    @property
    def heading(self) -> str:
        """What a survey tool is to call it, so that its answers are known again."""
        return f"{self.id} {self.text}"


def asked(campaign: Campaign) -> tuple[Asked, ...]:
    """The questions to the employees, in the order of the catalogue and in the campaign's
    language, which is the active one."""
    return tuple(
        _asked(one.control.id, one.control.questions["employees"], campaign.language)
        for one in campaign.applied
        if one.applies and "employees" in one.control.questions
    )


def departments(campaign: Campaign) -> tuple[tuple[str, str], ...]:
    """Id and name of the departments that an employee chooses from: those without a parent."""
    return tuple(
        (unit.id, unit.name) for unit in campaign.departments if not unit.parent
    )


def minutes(questions: Iterable[Asked]) -> int:
    """The minutes that the questions take, rounded up: reading all that stands at each, and
    choosing, as a form counts them."""
    return ceil(
        sum(
            ANSWER + len(" ".join(_read(q)).split()) / WORDS_A_MINUTE for q in questions
        )
    )


def _read(question: Asked) -> Iterator[str]:
    yield from (question.text, question.hint)
    for choice in question.choices:
        yield from (choice.word, choice.meaning)


def _asked(id: str, question: Question, language: Language) -> Asked:
    words = {status: _(answer) for status, answer in ANSWERS.items()}
    meanings = dict.fromkeys(_GRADED, "")
    hints = []
    for part in grades(question, language):
        head, _colon, meaning = part.partition(": ")
        if meaning and head in GRADES[language]:
            meanings[_GRADED[GRADES[language].index(head)]] = meaning
        else:
            hints.append(part)
    never = question.not_applicable == "never"
    return Asked(
        id=id,
        text=question.text.said(language),
        hint=_in_their_words(" ".join(hints), words, language),
        choices=tuple(
            Choice(status, said, meanings.get(status, ""))
            for status, said in words.items()
            if not (never and status == "not-applicable")
        ),
    )


def _in_their_words(text: str, words: dict[str, str], language: Language) -> str:
    """A hint that names an answer, as the answer is called here."""
    for status, said in words.items():
        text = text.replace(f"'{word(status, language)}'", f"'{said}'")
    return text
