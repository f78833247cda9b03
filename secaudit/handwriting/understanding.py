"""Values as people write them, in the words that a form is kept in."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from secaudit.dates import written_date
from secaudit.inventory import FACT_WORDS, fact_key
from secaudit.language import _, later, long_date
from secaudit.problems import Problem
from secaudit.validation import shortened
from secaudit.yamlfile import Document, Keys

_ONLY_QUOTES = re.compile("\\s*[\"'”“„‟»«‘’‚‛`´][\\s\"'”“„‟»«‘’‚‛`´]*")
_QUOTED_QUOTES = re.compile("[\"'][\\s\"'”“„‟»«‘’‚‛`´]+[\"']")
_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATES = frozenset(
    {"answered_on", "reviewed_on", "seen_on", "due", "until", "on", "supervised_on"}
)
_YES_OR_NO = {"ja": True, "yes": True, "nej": False, "no": False}
_YES_OR_NO_FACTS = {"source_owned", "has_test_environment", "citizen_facing", "needed"}
_ALONE = {"evidence": "reference", "action": "what", "acceptance": "why"}
_FACT_ALONE = {
    "risk_assessment": "result",
    "dpia": "needed",
    "processor_agreement": "status",
}
"""By field, which of its own fields is meant where a text stands in its place."""
_DATE = later("'{written}' is read as {meant}")
_WRAPPED = later("'{written}' is read as '{field}'")
_NO_TEXT = later("quotes alone are no text; nothing is read here")


def understood(document: Document) -> Document:
    """The document with its dates, facts and pieces of evidence as the schema has them, and a
    warning for each kind of thing that stood otherwise."""
    if not isinstance(document.value, dict):
        return document
    understanding = _Understanding(document)
    value = understanding.of(document.value, ())
    told = (*document.problems, *understanding.told.values())
    unread = document.unread.union(understanding.unread)
    return replace(document, value=value, problems=tuple(sorted(told)), unread=unread)


@lru_cache(maxsize=2)  # the documents of a file ask one after another
def only_quotes(text: str) -> bool:
    """Whether a text in quotes may be nothing but quotes."""
    return bool(_QUOTED_QUOTES.search(text))


class _Understanding:
    """A document as it is understood, and what is told of that: once of each kind."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.told: dict[str | Keys, Problem] = {}
        self.unread: set[Keys] = set()

    def of(self, value: Any, keys: Keys) -> Any:
        """What is meant by the value under `keys`."""
        if keys[:1] == ("facts",):
            value = self.fact(value, keys)
        elif keys and keys[-1] == "evidence" and isinstance(value, str | dict):
            value = [value]
        if isinstance(value, str):
            return self.text(value, keys)
        if isinstance(value, dict):
            return {key: self.of(inner, (*keys, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.of(inner, (*keys, n)) for n, inner in enumerate(value)]
        return value

    def fact(self, value: Any, keys: Keys) -> Any:
        """What is meant by a fact, or by a field of one; what is no word of theirs, as it is."""
        name = str(next(key for key in reversed(keys) if isinstance(key, str)))
        if name in _FACT_ALONE and isinstance(value, str | bool):
            field = "on" if written_date(str(value)) else _FACT_ALONE[name]
            self.tell_alone(value, field, keys)
            return {field: value}
        if keys[-1] == "personal_data" and isinstance(value, str):
            return [part.strip() for part in value.split(",")]
        if not isinstance(value, str):
            return value
        if name in _YES_OR_NO_FACTS:
            return _YES_OR_NO.get(value.strip().casefold(), value)
        fact = "processor_agreement" if name == "status" else name
        return self.fact_word(fact, value, keys) if fact in FACT_WORDS else value

    def fact_word(self, fact: str, written: str, keys: Keys) -> str | None:
        """The key of a word for a fact; None, and an error, where it is none of them."""
        key = fact_key(fact, written)
        if key is None:
            words = [_(said) for said in FACT_WORDS[fact].values()]
            message = _("{found} is not one of: {words}")
            found, known = f"'{shortened(written)}'", ", ".join(words)
            self.told[keys] = self.document.problem(
                "wrong-value", message, keys, found=found, words=known
            )
            self.unread.add(keys)
        return key

    def text(self, written: str, keys: Keys) -> Any:
        """What is meant by a text."""
        if _ONLY_QUOTES.fullmatch(written):
            self.tell("no-text", _NO_TEXT, keys)
            return ""
        if keys[-1] in _DATES and not _ISO.fullmatch(written):
            day = written_date(written)
            if day:
                meant = long_date(day) if "." not in written else day.isoformat()
                self.tell("date-read", _DATE, keys, written=written, meant=meant)
            return day.isoformat() if day else written
        listed = keys[-1] if isinstance(keys[-1], str) else keys[-2]
        field = _ALONE.get(str(listed)) if keys[0] == "answers" else None
        if field is None:
            return written
        self.tell_alone(written, field, keys)
        return {field: self.of(written, (*keys, field))}

    def tell_alone(self, written: str | bool, field: str, keys: Keys) -> None:
        """Warn of a value that stands where there is room for several."""
        text = shortened(str(written))
        self.tell("text-alone", _WRAPPED, keys, written=text, field=field)

    def tell(self, code: str, message: str, keys: Keys, **words: Any) -> None:
        """Warn of what was understood otherwise than it stands."""
        if code not in self.told:
            told = self.document.problem(code, _(message), keys, warning=True, **words)
            self.told[code] = told
