"""A document that is no YAML, or whose names stand where they do not belong: read unit by unit."""

from typing import Any

from secaudit.handwriting.lines import CONTROL, Unit, names, outline
from secaudit.handwriting.slips import read_unit, stray_before, wrong_indent
from secaudit.problems import Problem
from secaudit.yamlfile import Document, Keys, Place, Stream
from secaudit.yamlfile.complaints import twice


def misplaced(document: Document) -> bool:
    """Whether a name of a form stands on a level where it does not belong."""
    value: Any = document.value
    answers = value.get("answers") if type(value) is dict else None
    if type(answers) is not dict:
        return False
    fields = names()["field"]
    return (
        not fields.isdisjoint(value)
        or not fields.isdisjoint(answers)
        or any(map(CONTROL.fullmatch, value))
        or any(
            not fields.issuperset(answer) and any(map(CONTROL.fullmatch, answer))
            for answer in answers.values()
            if type(answer) is dict
        )
    )


def recovered(text: str, path: str, above: int) -> Document | None:
    """The document with a problem for each slip in it, and what can be read of the rest.

    None where it holds no names of a form, or where no slip is found in any of them.
    """
    whole = outline(text)
    built = _Built(path, above)
    built.problems += stray_before(whole, path, above)
    for unit in whole.units:
        built.problems += wrong_indent(unit, whole, path, above)
        built.add(unit, read_unit(unit, path, above))
    if not (built.problems or built.guessed):
        return None
    return Document(
        path,
        text,
        0,
        built.value,
        tuple(sorted(built.problems)),
        above,
        built.places,
        frozenset(built.unread),
    )


class _Built:
    """A document as it is put together again."""

    def __init__(self, path: str, above: int) -> None:
        self.path, self.above = path, above
        self.value: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self.places: dict[Keys, tuple[Place | None, Place]] = {(): (None, (1, 1))}
        self.unread: set[Keys] = set()
        self.guessed = False
        """Whether a status was taken as it stands, though it is no YAML."""

    def add(self, unit: Unit, stream: Stream) -> None:
        """Put a unit where it belongs."""
        self.problems += stream.wrong
        value = stream.documents[0].value if stream.documents else None
        place = unit.first + 1, unit.indent + 1
        if unit.keys in self.places:
            at = place[0] + self.above, place[1]
            self.problems.append(twice(unit.name, self.path, at))
        self.places.setdefault(unit.keys, (place, place))
        if type(value) is dict and set(value) <= {unit.name}:
            self._note_places(unit, stream.documents[0])
            self._put(unit, value.get(unit.name))
            self.guessed |= stream.documents[0].text != unit.text
        else:
            self.unread.add(unit.keys)

    def _note_places(self, unit: Unit, document: Document) -> None:
        for keys, found in document.places.items():
            if keys:
                of_key, of_value = (_lower(place, unit.first) for place in found)
                if of_value:
                    self.places[*unit.keys, *keys[1:]] = of_key, of_value

    def _put(self, unit: Unit, value: Any) -> None:
        *above, name = unit.keys
        inside: dict[Any, Any] = self.value
        for key in above:
            if type(inside.get(key)) is not dict:
                inside[key] = {}
            inside = inside[key]
        if unit.level == "control" or name == "answers":
            value = value or {}
        if value is not None:
            inside.setdefault(name, value)


def _lower(place: Place | None, lines: int) -> Place | None:
    return (place[0] + lines, place[1]) if place else None
