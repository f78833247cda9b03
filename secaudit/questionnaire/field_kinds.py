"""What a field of a form may hold, in JSON Schema for an editor.

Null is let through by a condition and never listed, so that no editor offers it; every
refusal has a sentence, which the editor shows instead of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from secaudit.inventory import FACT_WORDS
from secaudit.language import _

Node = dict[str, Any]
"""A part of a JSON Schema."""
EMPTY = "empty"
"""The part of a schema that holds what stands where none of some words was chosen yet."""
_DATE = (
    "^(|[0-9]{4}-[01][0-9]-[0-3][0-9]"
    "|[0-3]?[0-9][-./] ?([01]?[0-9][-./]|[A-Za-z]+ )[0-9]{4})$"
)
"""The dates that are read; whether the day exists is said when the form is validated."""


def text() -> Node:
    """A text."""
    return _field(_("Write the text between the quotes."), "string")


def day() -> Node:
    """A date."""
    said = _("Write the date as year-month-day, such as 2026-12-31.")
    return _field(said, "string", pattern=_DATE)


def whole_number() -> Node:
    """A whole number."""
    return _field(_("Write a whole number."), "integer")


def yes_or_no() -> Node:
    """Yes or no, or the keys for it."""
    return one_of([_("yes"), _("no"), True, False], _("Write yes or no."))


def fact(name: str) -> Node:
    """One of the words for a fact, or its key."""
    words = [_(said) for said in FACT_WORDS[name].values()]
    return one_of(_with_keys(name), one_of_words(words))


def facts(name: str) -> Node:
    """Several of the words for a fact, in a list."""
    words = ", ".join(map(_, FACT_WORDS[name].values()))
    said = _("Write one or more of these in [ ]: {words}.").format(words=words)
    node = _field(said, "array")
    return node | {"items": {"enum": _with_keys(name), "errorMessage": said}}


def one_of(words: Iterable[Any], sentence: str, meanings: Sequence[str] = ()) -> Node:
    """One of some words, with what each means."""
    offered: Node = {"enum": list(words), "errorMessage": sentence}
    if meanings:
        offered["enumDescriptions"] = list(meanings)
    return {"anyOf": [offered, {"$ref": f"#/$defs/{EMPTY}"}]}


def empty() -> Node:
    """What stands where none of some words was chosen yet.

    It has a description, since yaml-language-server tells alternatives apart by that.
    """
    said = _("Choose among what the editor offers: press Ctrl and the space bar.")
    return _field(said, "string", maxLength=0)


def one_of_words(words: Iterable[str]) -> str:
    """The sentence about a word that is none of `words`."""
    return _("Choose one of: {words}.").format(words=", ".join(words))


def holding(fields: Mapping[str, Node]) -> Node:
    """Some fields, and no others."""
    said = _("Only these fields stand here: {fields}.")
    return {
        "type": ["object", "null"],
        "properties": dict(fields),
        "additionalProperties": False,
        "errorMessage": said.format(fields=", ".join(fields)),
    }


def listed(item: Node) -> Node:
    """A list, or the text of its only entry."""
    return _field(_("Write a list in [ ]."), ["array", "string"]) | {"items": item}


def _field(sentence: str, type: str | list[str], **more: Any) -> Node:
    refused = {"type": type, **more, "errorMessage": sentence}
    there = {"not": {"type": "null"}}
    return {"description": sentence, "if": there, "then": refused}


def _with_keys(name: str) -> list[str]:
    """The words for a fact, then the keys that the form is issued with."""
    known = FACT_WORDS[name]
    return list(dict.fromkeys([*map(_, known.values()), *known]))
