"""Texts held against their schema, for the tests of what is said of them."""

from collections.abc import Iterator
from typing import Any

from secaudit.problems import Problem
from secaudit.validation import (
    SCHEMAS,
    check,
)
from secaudit.yamlfile import Document, read

NAMES = sorted(p.name.removesuffix(".schema.json") for p in SCHEMAS.glob("*.json"))


def document(text: str) -> Document:
    """The one document of a text."""
    (found,) = read(text.encode(), "f.yaml").documents
    return found


def problems(text: str, name: str) -> list[Problem]:
    """All that is wrong with a text, by the schema `name`."""
    return list(check(document(text), name).problems)


def only(text: str, name: str) -> Problem:
    """The one thing that is wrong with a text."""
    (problem,) = problems(text, name)
    return problem


def people(*fields: str) -> str:
    """people.yaml with one person, and more about them."""
    lines = ["people:", "  - id: p01", "    name: Anna"]
    return "\n".join([*lines, *(f"    {field}" for field in fields)])


def systems(*fields: str) -> str:
    """systems.yaml with one system, and more about it."""
    return people(*fields).replace("people:", "systems:", 1)


def form(answer: str = "T.1: {status: opfyldt}") -> str:
    """A returned questionnaire with one answer, which stands on line 6."""
    return (
        'form: secaudit/1\ncampaign: "2026"\nsubject: {kind: system, id: x, name: X}\n'
        f"issue: {'0' * 32}\nanswers:\n  {answer}\n"
    )


def parts(value: Any, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a schema, with where it stands."""
    if isinstance(value, dict):
        yield at, value
        for key, inner in value.items():
            yield from parts(inner, f"{at}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from parts(inner, f"{at}/{index}")
