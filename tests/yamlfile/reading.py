"""What strict YAML makes of a text, for the tests of it."""

from secaudit.problems import Problem
from secaudit.yamlfile import Document, Stream, Value, read


def reading(text: str | bytes) -> Stream:
    """What is read from a file that holds `text`."""
    return read(text.encode() if isinstance(text, str) else text, "f.yaml")


def only(text: str) -> Document:
    """The one document of `text`."""
    (document,) = reading(text).documents
    return document


def value(text: str) -> Value:
    """The value of `a` in a text that breaks no rule."""
    document = only(text)
    assert document.problems == ()
    assert isinstance(document.value, dict)
    return document.value.get("a")


def problems(text: str | bytes) -> list[Problem]:
    """All that is wrong with a text, in its documents or as a whole."""
    stream = reading(text)
    return list(stream.wrong)


def told(text: str | bytes) -> list[tuple[int, int, str]]:
    """Line, column and code of each problem."""
    return [(p.line, p.column, p.code) for p in problems(text)]
