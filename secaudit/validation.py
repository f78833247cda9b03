"""Values against their schema, and then as dataclasses.

jsonschema-rs says whether a value is right; jsonschema, slower, says what is wrong.
"""

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import jsonschema_rs

from secaudit import yamlfile
from secaudit.language import _, later
from secaudit.problems import Problem, errors
from secaudit.yamlfile import Document, Keys, Value

T = TypeVar("T")

SCHEMAS = Path(__file__).parent / "schemas"

_KINDS = {  # what a schema's $comment calls a pattern, as a user would
    "date": later("a date such as 2026-12-31"),
    "id": later("an id: small letters a-z, digits and hyphens, at most 63"),
    "control": later("a control id such as A.5.18"),
    "text": later("text with something in it"),
    "owner": later("the id of a person, or 'ejer mangler'"),
    "email": later("an e-mail address"),
    "form": later("a form that this secaudit knows (secaudit/1)"),
    "file": later("the path of a file, such as register.db"),
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


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) called `name`, such as "questionnaire"."""
    text = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@dataclass(frozen=True)
class Verdict:
    """A value against its schema."""

    value: Any
    """With integers read as their own text where text is expected."""
    problems: tuple[Problem, ...]
    """Every breach of the schema and of strict YAML, sorted."""
    wrong: tuple[Keys, ...] = ()
    """Where the breaches of the schema are; () where what is missing cannot be named."""

    def pruned(self) -> Any:
        """The value without what is wrong in it."""
        if not self.wrong:
            return self.value
        value = deepcopy(self.value)
        for keys in self.wrong:
            _remove(value, keys)
        return value


def check(document: Document, name: str) -> Verdict:
    """The document's value against the schema `name`."""
    value = document.value
    if _quick(name).is_valid(value):
        return Verdict(value, document.problems)
    value = _numbers_as_text(value, name)
    found = tuple(_problems(document, value, name))
    if not found and not _quick(name).is_valid(value):
        found = (_unexplained(document, value, name),)
    problems = (*document.problems, *(problem for problem, _keys in found))
    return Verdict(value, tuple(sorted(problems)), tuple(keys for _p, keys in found))


@dataclass(frozen=True)
class Checked:
    """A file of one document: its value, if it passed, and what is wrong with it."""

    document: Document | None
    value: Any
    """None where any problem is an error."""
    problems: tuple[Problem, ...]


def load(path: Path, shown: str, name: str) -> Checked:
    """Read the file at `path` against the schema `name`. Raises Refused if unreadable."""
    stream = yamlfile.load(path, shown)
    if not stream.documents:
        return Checked(None, None, stream.problems)
    document, *others = stream.documents
    verdict = check(document, name)
    problems = verdict.problems
    if others:
        message = _("'---' begins a second document; this file holds only one")
        extra = others[0].problem("second-document", message, ())
        problems = (*problems, extra)
    return Checked(document, None if errors(problems) else verdict.value, problems)


def shaped(value: Any, kind: type[T]) -> T:
    """A value that passed its schema, as the frozen dataclass `kind`.

    Raises ValueError (or what Python itself raises) for one that did not.
    """
    try:
        built: T = _converter().structure(value, kind)
    except _cattrs_error() as error:
        raise ValueError(str(error)) from None
    return built


def plain(value: Any) -> Any:
    """A dataclass as JSON holds it: the inverse of `shaped`, without what is absent."""
    return _converter().unstructure(value)


def shortened(text: str) -> str:
    """The beginning of a text, as long as a message can bear."""
    return text if len(text) <= 60 else text[:59] + "…"


def whole(value: Any) -> Any:
    """A dataclass as JSON holds it, with what is absent or usual written out: frozen."""
    return _converter(omit=False).unstructure(value)


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The end of a sentence that names the word probably meant; empty if none is near."""
    import difflib  # wanted only where somebody mistyped

    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)
    return _("; did you mean '{near}'?").format(near=near[0]) if near else ""


@cache
def _quick(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema(name))


@cache
def _slow(name: str) -> Any:
    import jsonschema  # 110 ms, wanted only when something is wrong

    return jsonschema.Draft202012Validator(schema(name))


def _numbers_as_text(value: Value, name: str) -> Value:
    found = [e for e in _slow(name).iter_errors(value) if _is_number_for_text(e)]
    copy: Any = deepcopy(value) if found else value
    for error in found:
        inner = copy
        *above, last = error.absolute_path
        for key in above:
            inner = inner[key]
        inner[last] = str(error.instance)
    return copy  # type: ignore[no-any-return] # the same kind of value


def _is_number_for_text(error: Any) -> bool:
    wanted = error.validator_value
    named = wanted if isinstance(wanted, list) else [wanted]
    return (
        error.validator == "type" and "string" in named and type(error.instance) is int
    )


def _remove(value: Any, keys: Keys) -> None:
    """Take out what stands under `keys`; a list keeps its length."""
    key: Any
    last: Any
    *above, last = keys
    for key in above:
        if not isinstance(value, dict | list):
            return
        value = value[key] if isinstance(value, list) else value.get(key)
    if isinstance(value, dict):
        value.pop(last, None)
    elif isinstance(value, list):
        value[last] = {}


def _problems(
    document: Document, value: Value, name: str
) -> Iterator[tuple[Problem, Keys]]:
    for error in _slow(name).iter_errors(value):
        keys: Keys = tuple(error.absolute_path)
        if "propertyNames" in error.absolute_schema_path:
            code, message = _said(error)
            place = (*keys, error.instance)
            yield document.problem(code, message, place, at_key=True), place
        elif error.validator == "required":
            yield _missing(document, keys, error), ()
        elif error.validator == "additionalProperties":
            yield from _unknown(document, keys, error)
        else:
            yield document.problem(*_said(error), keys), keys


def _unexplained(document: Document, value: Value, name: str) -> tuple[Problem, Keys]:
    error = next(iter(_quick(name).iter_errors(value)))
    keys: Keys = tuple(error.instance_path)
    return document.problem("wrong-value", error.message, keys), keys


def _missing(document: Document, keys: Keys, error: Any) -> Problem:
    name = next(n for n in error.validator_value if f"{n!r} is a" in error.message)
    message = _("'{name}' is missing").format(name=name)
    return document.problem("missing-field", message, (*keys, name), at_key=True)


def _unknown(
    document: Document, keys: Keys, error: Any
) -> Iterator[tuple[Problem, Keys]]:
    known = list(error.schema.get("properties", ()))
    for name in error.instance:
        if name in known:
            continue
        message = _("'{name}' is not a known field").format(name=shortened(name))
        message += did_you_mean(name, known)
        at = (*keys, name)
        yield document.problem("unknown-field", message, at, at_key=True), at


def _said(error: Any) -> tuple[str, str]:
    """The code and the sentence for any breach that is not about a field's name."""
    code, said = _SENTENCES.get(str(error.validator), _SENTENCES["const"])
    if error.validator == "type":
        return code, _wrong_type(error)
    if error.validator == "enum":
        return code, _not_among(error)
    what = error.validator_value
    kind = error.schema.get("$comment")
    if error.validator == "pattern" and kind in _KINDS:
        code, what = f"not-a-{kind}", _(_KINDS[kind])
    return code, _(said).format(found=_found(error.instance), what=what)


def _wrong_type(error: Any) -> str:
    wanted = error.validator_value
    named = [wanted] if isinstance(wanted, str) else wanted
    expected = _(" or ").join(_(_TYPES[n]) for n in named if n != "null")
    message = _("expected {expected}, found {found}")
    text = message.format(expected=expected, found=_found(error.instance))
    if "string" in named and not isinstance(error.instance, int):
        text += _("; put quotes around the whole text")
    if "array" in named and isinstance(error.instance, str):
        text += _("; a list is written in []")
    return text


def _not_among(error: Any) -> str:
    words = [str(word) for word in error.validator_value if word is not None]
    message = _("{found} is not one of: {words}")
    text = message.format(found=_found(error.instance), words=", ".join(words))
    return text + did_you_mean(str(error.instance), words)


def _found(instance: Any) -> str:
    if isinstance(instance, dict):
        return _("fields with names")
    if isinstance(instance, list):
        return _("a list")
    shown = str(instance).lower() if isinstance(instance, bool) else str(instance)
    return f"'{shortened(shown)}'"


_SENTENCES = {
    "type": ("wrong-type", ""),
    "enum": ("wrong-value", ""),
    "const": ("wrong-value", later("{found} is not right here")),
    "pattern": ("wrong-value", later("{found} is not {what}")),
    "minimum": ("out-of-bounds", later("{found} is less than {what}")),
    "maximum": ("out-of-bounds", later("{found} is more than {what}")),
    "maxLength": ("too-long", later("the text is longer than {what} characters")),
    "maxItems": (
        "too-long",
        later("the list is longer than {what} entries; leave some out"),
    ),
    "minLength": ("empty", later("something must be written here")),
    "minItems": ("empty", later("something must be written here")),
    "minProperties": ("empty", later("something must be written here")),
    "uniqueItems": ("listed-twice", later("the list says the same twice")),
}


def _cattrs_error() -> type[Exception]:
    from cattrs.errors import CattrsError

    return CattrsError


@cache
def _converter(*, omit: bool = True) -> Any:
    from cattrs import Converter

    converter = Converter(omit_if_default=omit, detailed_validation=False)
    converter.register_structure_hook(str | bool, lambda said, _kind: said)
    converter.register_structure_hook(
        date, lambda text, _kind: date.fromisoformat(text)
    )
    converter.register_unstructure_hook(date, date.isoformat)
    return converter
