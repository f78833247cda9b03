"""Values as people write them, in the words that a form is kept in."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from secaudit.dates import written_date
from secaudit.handwriting.decoding import beyond_ascii
from secaudit.handwriting.quotes import CURLY, SIGNS
from secaudit.inventory import FACT_WORDS, fact_key
from secaudit.language import _, later, long_date
from secaudit.problems import Problem
from secaudit.questionnaire import UNCHANGED, is_unchanged
from secaudit.validation import shortened
from secaudit.yamlfile import Document, Keys

_ONLY_QUOTES = re.compile(f"\\s*[{SIGNS}][\\s{SIGNS}]*")
_CURLY = re.compile(f"[{CURLY}´]")
_STRAIGHT = ("`", "\"''", '\'""', '"\'"', "'\"'", '\\""')
"""What stands in a text that is nothing but quotes, in a few others, and in no form as issued."""
_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE_NUMBER = re.compile("0|[1-9][0-9]{0,14}")
_DATES = frozenset(
    {"answered_on", "reviewed_on", "seen_on", "due", "until", "on", "supervised_on"}
)
_NUMBERS = frozenset({"hours", "cost", "maturity"})
_YES_OR_NO = {
    "ja": True,
    "yes": True,
    "true": True,
    "nej": False,
    "no": False,
    "false": False,
}
_YES_OR_NO_FACTS = {"source_owned", "has_test_environment", "citizen_facing", "needed"}
_NOTHING = re.compile(
    r"\W*|(?:ingen|ingenting|intet|nej|ja|mangler|findes|ikke|ved ikke|n/?a|none|no|yes|nothing"
    r"|not|missing)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What is no evidence, and no result, though it stands in place of one."""
_DATE = later("'{written}' is read as {meant}")
_ALONE = later("'{written}' is read as '{field}'")
_NO_TEXT = later("quotes alone are no text; nothing is read here")


def understood(document: Document) -> Document:
    """The document with its dates, numbers, facts and pieces of evidence as the schema has them,
    and a warning for each kind of thing that stood otherwise."""
    if not isinstance(document.value, dict):
        return document
    understanding = _Understanding(document)
    value = understanding.of(document.value, ())
    told = (*document.problems, *understanding.told.values())
    unread = document.unread.union(understanding.unread)
    return replace(document, value=value, problems=tuple(sorted(told)), unread=unread)


@lru_cache(maxsize=2)  # the documents of a file ask one after another
def only_quotes(text: str) -> bool:
    """Whether a text in a file may be nothing but quotes."""
    return bool(_CURLY.search(beyond_ascii(text))) or any(
        sign in text for sign in _STRAIGHT
    )


class _Understanding:
    """A document as it is understood, and what is told of that: once of each kind."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.told: dict[str | Keys, Problem] = {}
        self.unread: set[Keys] = set()

    def of(self, value: Any, keys: Keys) -> Any:
        """What is meant by the value under `keys`."""
        if keys[:1] == ("facts",) and not isinstance(value, dict | list):
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

    def text(self, written: str, keys: Keys) -> Any:
        """What is meant by a text."""
        if keys[-1] in _DATES | _NUMBERS or "counts" in keys:
            return self.day_or_number(written.strip(), keys)
        if keys[-1] != "status" and _ONLY_QUOTES.fullmatch(written):
            self.tell("no-text", _NO_TEXT, keys)
            return ""
        if isinstance(keys[-1], int) and keys[-2] == "evidence" and written.strip():
            if _NOTHING.fullmatch(written.strip()):
                return written
            self.tell_alone(written, "reference", keys)
            return {"reference": written}
        return written

    def day_or_number(self, written: str, keys: Keys) -> Any:
        """A day as ISO, a number as a number; nothing where nothing is written; else the text."""
        if not written:
            return None
        if keys[-1] in ("maturity", "counts") and is_unchanged(written):
            return UNCHANGED
        if keys[-1] not in _DATES:
            return int(written) if _WHOLE_NUMBER.fullmatch(written) else written
        day = None if _ISO.fullmatch(written) else written_date(written)
        if day is None:
            return written
        meant = long_date(day) if "." not in written else day.isoformat()
        self.tell("date-read", _DATE, keys, written=written, meant=meant)
        return day.isoformat()

    def fact(self, value: Any, keys: Keys) -> Any:
        """What is meant by a fact, or by a field of one; what is no word of theirs, as it is."""
        name = str(next(key for key in reversed(keys) if isinstance(key, str)))
        if value is None or value == "":
            return None
        if len(keys) == 2 and name in (
            "dpia",
            "processor_agreement",
            "risk_assessment",
        ):
            return self.fact_alone(name, value, keys)
        if not isinstance(value, str):
            return value
        if keys[-1] == "personal_data":
            return [part.strip() for part in value.split(",")]
        if name in _YES_OR_NO_FACTS:
            return self.word(_yes_or_no(value), value, [_("yes"), _("no")], keys)
        fact = "processor_agreement" if name == "status" else name
        if fact not in FACT_WORDS:
            return value
        words = [_(said) for said in FACT_WORDS[fact].values()]
        return self.word(fact_key(fact, value), value, words, keys)

    def fact_alone(self, name: str, value: Any, keys: Keys) -> Any:
        """What is meant by one word, or one day, in place of a fact with fields of its own."""
        written = str(value)
        if written_date(written):
            return {"on": written}
        if name == "dpia" and _yes_or_no(written) is not None:
            return {"needed": _yes_or_no(written)}
        if name == "processor_agreement" and fact_key(name, written):
            return {"status": written}
        if name != "risk_assessment" or _NOTHING.fullmatch(written.strip()):
            return value
        self.tell_alone(written, "result", keys)
        return {"result": written}

    def word(self, known: Any, written: str, words: list[str], keys: Keys) -> Any:
        """What a word is known as; None, and an error, where it is none of the words."""
        if known is None:
            message = _("{found} is not one of: {words}")
            found, listed = f"'{shortened(written)}'", ", ".join(words)
            self.told[keys] = self.document.problem(
                "wrong-value", message, keys, found=found, words=listed
            )
            self.unread.add(keys)
        return known

    def tell_alone(self, written: str, field: str, keys: Keys) -> None:
        """Warn of a text that stands in place of something with fields."""
        text = shortened(written)
        self.tell("text-alone", _ALONE, keys, written=text, field=field)

    def tell(self, code: str, message: str, keys: Keys, **words: Any) -> None:
        """Warn of what was understood otherwise than it stands."""
        if code not in self.told:
            told = self.document.problem(code, _(message), keys, warning=True, **words)
            self.told[code] = told


def _yes_or_no(written: str) -> bool | None:
    return _YES_OR_NO.get(written.strip(" .").casefold())
