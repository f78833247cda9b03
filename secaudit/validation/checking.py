"""A file, or a document of one, against its schema."""

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from secaudit import yamlfile
from secaudit.language import _
from secaudit.problems import Problem, errors
from secaudit.validation.breaches import MOST_BREACHES, breaches, wanted_types
from secaudit.validation.schemas import explaining, quick
from secaudit.yamlfile import Document, Keys, Value


@dataclass(frozen=True)
class SchemaVerdict:
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


def fits(value: Any, name: str) -> bool:
    """Whether a value breaks nothing of the schema `name`."""
    return quick(name).is_valid(value)


def check(document: Document, name: str) -> SchemaVerdict:
    """The document's value against the schema `name`."""
    value = document.value
    if fits(value, name):
        return SchemaVerdict(value, document.problems)
    value = _numbers_as_text(value, name)
    found = breaches(document, value, name)
    problems = sorted([*document.problems, *(problem for problem, _keys in found)])
    return SchemaVerdict(value, tuple(problems), tuple(keys for _p, keys in found))


@dataclass(frozen=True)
class Checked:
    """A file of one document: its value, if it passed, and what is wrong with it."""

    document: Document | None = None
    value: Any = None
    """None where any problem is an error."""
    problems: tuple[Problem, ...] = ()


def load(path: Path, shown: str, name: str) -> Checked:
    """Read the file at `path` against the schema `name`. Raises Refused if unreadable."""
    stream = yamlfile.load(path, shown)
    if not stream.documents:
        return Checked(problems=stream.problems)
    document, *others = stream.documents
    verdict = check(document, name)
    problems = verdict.problems
    if others:
        message = _("'---' begins a second document; this file holds only one")
        problems += (others[0].problem("second-document", message, ()),)
    return Checked(document, None if errors(problems) else verdict.value, problems)


def used_twice(document: Document, key: str, ids: Iterable[str]) -> Iterator[Problem]:
    """The ids, those of the list under `key`, that are used again: each told of once."""
    seen = Counter[str]()
    for index, id in enumerate(ids):
        seen[id] += 1
        if seen[id] == 2:
            message, at = _("the id '{id}' is used twice"), (key, index, "id")
            yield document.problem("duplicate-id", message, at, id=id)


def _numbers_as_text(value: Value, name: str) -> Any:
    copy: Any = deepcopy(value)
    for error in islice(explaining(name).iter_errors(value), MOST_BREACHES):
        if type(error.instance) is int and "string" in wanted_types(error):
            *above, last = error.absolute_path
            inner = copy
            for key in above:
                inner = inner[key]
            inner[last] = str(error.instance)
    return copy


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
