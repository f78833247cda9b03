"""A document that is no YAML, or whose names stand where they do not belong: read unit by unit."""

from typing import Any

from secaudit.handwriting.lines import CONTROL, Unit, names, outline
from secaudit.handwriting.slips import no_indent, read_unit, stray_before, wrong_indent
from secaudit.problems import Problem
from secaudit.yamlfile import Document, Keys, Place, Stream
from secaudit.yamlfile.complaints import TWICE, twice
from secaudit.yamlfile.reader import MOST_PROBLEMS


def misplaced(document: Document) -> bool:
    """Whether a name of a form stands on a level where it does not belong."""
    value: Any = document.value
    if type(value) is not dict:
        return False
    fields, answers = names()["field"], value.get("answers")
    if not fields.isdisjoint(value) or any(map(CONTROL.fullmatch, value)):
        return True
    if type(answers) is not dict:
        return False
    return not fields.isdisjoint(answers) or any(
        not fields.issuperset(answer) and any(map(CONTROL.fullmatch, answer))
        for answer in answers.values()
        if type(answer) is dict
    )


def recovered(text: str, path: str, above: int) -> Document | None:
    """The document with a problem for each slip in it, and what can be read of the rest.

    None where it holds no names of a form, or where no slip is found in any of them.
    """
    whole = outline(text, path, above)
    built = _Built(above)
    built.tell(stray_before(whole.before, path, above))
    if gone := no_indent(whole):
        built.tell(gone)
        built.unread.add(("answers",))
    for unit in whole.units if not gone else ():
        if len(built.problems) > MOST_PROBLEMS:
            built.unread.add(("answers",))
            break
        built.tell(wrong_indent(unit, whole.usual_indents[unit.level]))
        built.add(unit, read_unit(unit))
    if not (built.problems or built.guessed):
        return None
    return Document(
        path,
        text,
        number=0,
        value=built.value,
        problems=tuple(sorted(built.problems)),
        above=above,
        known=built.places,
        unread=frozenset(built.unread),
        empty=frozenset(built.empty),
    )


class _Built:
    """A document as it is put together again."""

    def __init__(self, above: int) -> None:
        self.above = above
        self.value: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self.places: dict[Keys, tuple[Place | None, Place]] = {(): (None, (1, 1))}
        self.unread: set[Keys] = set()
        self.empty: set[str] = set()
        self.guessed = False
        """Whether a status was taken as it stands, though it is no YAML."""

    def tell(self, problem: Problem | None) -> None:
        """Note a problem, if there is one."""
        self.problems += [problem] if problem else []

    def add(self, unit: Unit, stream: Stream) -> None:
        """Put a unit where it belongs."""
        self.problems += stream.wrong
        if unit.keys in self.places:
            self.tell(unit.problem(TWICE, twice(unit.name)))
        lower = unit.above - self.above
        place = lower + 1, unit.indent + 1
        self.places.setdefault(unit.keys, (place, place))
        read = stream.documents[0] if stream.documents else None
        value: Any = read.value if read else None
        if not read or type(value) is not dict or not {*value} <= {unit.name}:
            self.unread.add(unit.keys)
            return
        for keys, found in read.places.items():
            of_key, of_value = (p and (p[0] + lower, p[1]) for p in found)
            if keys and of_value:
                self.places[*unit.keys, *keys[1:]] = of_key, of_value
        self.empty |= read.empty
        self._put(unit, value.get(unit.name))
        self.guessed |= read.text != unit.text

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
