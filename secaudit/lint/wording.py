"""The rules for the words of a catalogue's texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from secaudit.catalogue import GRADES
from secaudit.language import Language, _, later
from secaudit.yamlfile import load

MOST_WORDS = 35
"""In a question."""
HARDEST_QUESTION = 50
HARDEST_GUIDANCE = 55
_FILE = Path(__file__).with_name("words.yaml")
_END = re.compile(r"[.!?](?=[\"')]?(?:\s+[^\sa-zæøå0-9]|\s*\Z))")
"""Not the point of an abbreviation, which a small letter or a number follows."""
_LONG = 6
"""Letters; a longer word is a long one."""
_JOINED = {
    "da": r"\b(?:og/eller|og|eller|samt)\s+(?:(?:at|ikke|også|selv|så|derefter)\s+)*?",
    "en": r"\b(?:and/or|and|or|as well as)\s+(?:(?:to|not|also|then)\s+)*",
}
_ASKED = {
    "da": r"om|hvor(?:dan|når|for|vidt)?|at\s+\w+\s+(?:er|bliver|har|kan|skal)",
    "en": r"whether|where|when|how|why",
}
_NO_NOUN = {
    "da": "",
    "en": r"(?!(?<=ed)\s+(?!by|in|on|at|as|to|for|from|with|within|before|after|when|every)\w)",
}
SORTS = {
    "anglicism": later("anglicism"),
    "buzzword": later("buzzword"),
    "legal slang": later("legal slang"),
}

Finding = tuple[str, str]
"""A code and a sentence."""


@dataclass(frozen=True)
class Avoided:
    """A word that a catalogue leaves alone."""

    word: str
    """With an asterisk for any ending."""
    sort: str
    better: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text."""
        stem = re.escape(self.word.removesuffix("*")).replace(r"\ ", r"\s+")
        end = r"\w*" if self.word.endswith("*") else r"(?!\w)"
        return re.compile(rf"\b{stem}{end}", re.IGNORECASE)


@cache
def avoided(language: Language) -> tuple[Avoided, ...]:
    """The words to avoid, in order."""
    return tuple(
        Avoided(word, sort, better)
        for sort, entries in _told()["avoid"][language].items()
        for word, better in entries
    )


def words(text: str) -> tuple[str, ...]:
    """The words of a text, without signs around them."""
    stripped = (word.strip(".,:;!?()[]\"'«»–-/") for word in text.split())
    return tuple(word for word in stripped if word)


def lix(text: str) -> int:
    """The readability of a text, rounded: below 25 is easy, above 55 is hard.

    Words per sentence, plus the per cent of words with more than six letters (C.-H.
    Björnsson, Läsbarhet, 1968). Stricter than he was, a colon ends no sentence.
    """
    every = words(text)
    if not every:
        return 0
    ends = len(_END.findall(text)) + (not _END.search(text.rstrip()[-1:]))
    long = sum(len(word) > _LONG for word in every)
    return round(len(every) / ends + 100 * long / len(every))


def of_question(text: str, language: Language) -> Iterator[Finding]:
    """What is wrong with the words of a question."""
    if not text.endswith("?"):
        yield "no-question-mark", _("a question must end with a question mark")
    length, hard = len(words(text)), lix(text)
    if length > MOST_WORDS:
        said = _("the question has {n} words; at most {most}")
        yield "long-question", said.format(n=length, most=MOST_WORDS)
    if hard > HARDEST_QUESTION:
        said = _("the question is hard to read: LIX {n}, at most {most}")
        yield "hard-question", said.format(n=hard, most=HARDEST_QUESTION)
    if joined := _two_things(language).search(text):
        said = _("the question asks two things: '{words}'")
        yield "two-questions", said.format(words=" ".join(joined[0].split()))
    yield from of_text(text, language)


def of_guidance(text: str, language: Language, *, graded: bool) -> Iterator[Finding]:
    """What is wrong with guidance; if `graded`, it says what each answer looks like."""
    grades = GRADES[language]
    if graded and not re.search(r":\s.*".join(grades) + r":\s", text, re.DOTALL):
        said = _("guidance must say in this order: {words}")
        joined = " ".join(f"{word}: …" for word in grades)
        yield "guidance-incomplete", said.format(words=joined)
    hard = lix(text)
    if hard > HARDEST_GUIDANCE:
        said = _("the guidance is hard to read: LIX {n}, at most {most}")
        yield "hard-guidance", said.format(n=hard, most=HARDEST_GUIDANCE)
    yield from of_text(text, language)


def of_text(text: str, language: Language) -> Iterator[Finding]:
    """The words in a text that are better avoided."""
    for one in avoided(language):
        if found := one.pattern.search(text):
            said = _("'{word}' ({sort}): better {better}")
            word = " ".join(found[0].split())
            told = said.format(word=word, sort=_(SORTS[one.sort]), better=one.better)
            yield "avoided-word", told


@cache
def _told() -> Any:
    return load(_FILE).documents[0].value


@cache
def _two_things(language: Language) -> re.Pattern[str]:
    """A conjunction with a verb or another question after it, or a second question mark.

    An English participle that a noun follows is none: "open and closed cases".
    """
    forms = [form for verb in _told()["verbs"][language] for form in verb.split("|")]
    if language == "da":
        forms += [f"{form}s" for form in forms if form.endswith("e")]
    after = "|".join(forms)
    asked, noun = _ASKED[language], _NO_NOUN[language]
    return re.compile(
        rf"{_JOINED[language]}(?:(?:{after})\b{noun}|(?:{asked})\b)|\?(?=.*\?)",
        re.IGNORECASE | re.DOTALL,
    )
