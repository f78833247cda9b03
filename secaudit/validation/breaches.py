"""The breaches of a schema, each as a problem at its place."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from secaudit.language import _, later
from secaudit.problems import Problem
from secaudit.validation.schemas import explaining, quick
from secaudit.yamlfile import Document, Keys, Value

MOST_BREACHES = 1_000
Breach = tuple[Problem, Keys]
"""What is wrong, and where it is; () where what is missing cannot be named."""

_NOT = {"ikke", "ej", "nej", "aldrig", "ingen", "intet", "uden"}
_NOT |= {"not", "no", "non", "never", "none", "without"}
_UN = ("u", "un", "in")
"""What makes a word its opposite: before it, or at its beginning."""
_PATTERNS = {  # what a schema's $comment calls a pattern, as a user would
    "date": later("a date such as 2026-12-31"),
    "id": later("an id: small letters a-z, digits and hyphens, at most 63"),
    "control": later("a control id such as A.5.18"),
    "text": later("text with something in it"),
    "owner": later("the id of a person, or 'ejer mangler'"),
    "email": later("an e-mail address"),
    "host": later("the name of a server, such as smtp.kommune.example"),
    "share": later(
        r"a place such as \\fil01\itsik, S:\itsik or https://intra.kommune.example"
    ),
    "form": later("a form that this secaudit knows (secaudit/1)"),
    "file": later("the path of a file, such as register.db"),
    "colour": later("a colour such as #1f5fa8"),
    "issue": later("the 32 characters that name a form"),
}
_TYPES = {
    "string": later("text"),
    "integer": later("a whole number"),
    "number": later("a number"),
    "boolean": later("true or false"),
    "array": later("a list"),
    "object": later("fields with names"),
}
_EMPTY = later("something must be written here")
_SENTENCES = {
    "const": ("wrong-value", later("{found} is not right here")),
    "pattern": ("wrong-value", later("{found} is not {what}")),
    "minimum": ("out-of-bounds", later("{found} is less than {what}")),
    "maximum": ("out-of-bounds", later("{found} is more than {what}")),
    "maxLength": ("too-long", later("the text is longer than {what} characters")),
    "maxItems": (
        "too-long",
        later("the list is longer than {what} entries; leave some out"),
    ),
    "minLength": ("empty", _EMPTY),
    "minItems": ("empty", _EMPTY),
    "minProperties": ("empty", _EMPTY),
    "uniqueItems": ("listed-twice", later("the list says the same twice")),
}
"""By keyword of a schema, the code and the sentence of what breaks it."""


def breaches(document: Document, value: Value, name: str) -> tuple[Breach, ...]:
    """Everything in `value`, that of the document, that breaks the schema `name`."""
    found = tuple(islice(_breaches(document, value, name), MOST_BREACHES))
    if len(found) == MOST_BREACHES:  # there may be more, and what is left is not right
        return (*found[:-1], (found[-1][0], ()))
    if found or quick(name).is_valid(value):
        return found
    error = next(iter(quick(name).iter_errors(value)))  # which only this one finds
    keys: Keys = tuple(error.instance_path)
    return ((document.problem("wrong-value", error.message, keys), keys),)


def _breaches(document: Document, value: Value, name: str) -> Iterator[Breach]:
    for error in explaining(name).iter_errors(value):
        keys: Keys = tuple(error.absolute_path)
        if "propertyNames" in error.absolute_schema_path:
            place = (*keys, error.instance)
            yield document.problem(*_sentence(error), place, at_key=True), place
        elif error.validator == "required":
            yield _missing(document, keys, error), ()
        elif error.validator == "additionalProperties":
            yield from _unknown(document, keys, error)
        else:
            yield document.problem(*_sentence(error), keys), keys


def _missing(document: Document, keys: Keys, error: Any) -> Problem:
    name = next(n for n in error.validator_value if f"{n!r} is a" in error.message)
    message = _("'{name}' is missing").format(name=name)
    return document.problem("missing-field", message, (*keys, name), at_key=True)


def _unknown(document: Document, keys: Keys, error: Any) -> Iterator[Breach]:
    known = list(error.schema.get("properties", ()))
    for name in (name for name in error.instance if name not in known):
        message = unknown_field(name, known)
        at = (*keys, name)
        yield document.problem("unknown-field", message, at, at_key=True), at


def unknown_field(name: str, known: Iterable[str] = ()) -> str:
    """What is said of a name that no field has."""
    message = _("'{name}' is not a known field").format(name=shortened(name))
    return message + did_you_mean(name, known)


def _sentence(error: Any) -> tuple[str, str]:
    """The code and the sentence for any breach that is not about a field's name."""
    if error.validator == "type" and error.instance is None:
        return "empty", _(_EMPTY)
    if error.validator == "type":
        return "wrong-type", _wrong_type(error)
    if error.validator == "enum":
        return "wrong-value", _not_among(error)
    code, sentence = _SENTENCES.get(str(error.validator), _SENTENCES["const"])
    what = error.validator_value
    kind = error.schema.get("$comment")
    if error.validator == "pattern" and kind in _PATTERNS:
        code, what = f"not-a-{kind}", _(_PATTERNS[kind])
    return code, _(sentence).format(found=_quoted(error.instance), what=what)


def wanted_types(error: Any) -> list[str]:
    """The types of which a value had to be, where it is of none of them."""
    wanted = error.validator_value if error.validator == "type" else []
    return [wanted] if isinstance(wanted, str) else wanted


def _wrong_type(error: Any) -> str:
    named = wanted_types(error)
    expected = _(" or ").join(_(_TYPES[n]) for n in named if n != "null")
    message = _("expected {expected}, found {found}")
    text = message.format(expected=expected, found=_quoted(error.instance))
    if "string" in named and not isinstance(error.instance, int):
        text += _("; put quotes around the whole text")
    if "array" in named and isinstance(error.instance, str):
        text += _("; a list is written in []")
    if "object" in named and isinstance(error.instance, str):
        text += _("; fields are written in {}, each with its name")
    return text


def _not_among(error: Any) -> str:
    words = [str(word) for word in error.validator_value if word is not None]
    message = _("{found} is not one of: {words}")
    text = message.format(found=_quoted(error.instance), words=", ".join(words))
    return text + did_you_mean(str(error.instance), words)


def shortened(text: str) -> str:
    """The beginning of a text, as long as a message can bear."""
    return text if len(text) <= 60 else text[:59] + "…"


def did_you_mean(word: str, words: Iterable[str], *, surely: bool = False) -> str:
    """The end of a sentence that names the word probably meant; empty if none is near.

    It never names one that says the opposite; `surely` names only what was mistyped or cut.
    """
    import difflib  # wanted only where somebody mistyped

    known = [one for one in words if not _opposite(one, word)]
    near = [one for one in known if surely and len(word) > 3 and one.startswith(word)]
    if surely and len(near) != 1:
        known = [one for one in known if one.count(" ") == word.count(" ")]
    if len(near) != 1:
        cutoff = 0.8 if surely else 0.5
        near = difflib.get_close_matches(word, known, n=1, cutoff=cutoff)
    return _("; did you mean '{near}'?").format(near=near[0]) if near else ""


def _opposite(one: str, other: str) -> bool:
    """Whether one of two words says that something is not so, and the other does not."""
    said = [set(re.split("[^a-zæøå]+", words.casefold())) for words in (one, other)]
    begun = any(one in (sign + other, other[len(sign) :]) for sign in _UN)
    return begun or _NOT.isdisjoint(said[0]) != _NOT.isdisjoint(said[1])


def _quoted(instance: Any) -> str:
    if isinstance(instance, dict | list):
        kind = _TYPES["object" if isinstance(instance, dict) else "array"]
        return _(kind)
    shown = str(instance).lower() if isinstance(instance, bool) else str(instance)
    return f"'{shortened(shown)}'"
