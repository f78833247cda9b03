"""Values from YAML events, by the strict rules."""

import re
from collections.abc import Iterator
from typing import Any, NoReturn, TypeAlias

import yaml

from secaudit.language import _
from secaudit.problems import Problem, Refused, problem_at
from secaudit.yamlfile.complaints import (
    BACKSLASH,
    BAD_SIGN,
    CUT,
    TWICE,
    line_column,
    twice,
)
from secaudit.yamlfile.lost import (
    hash_behind,
    hash_between,
    lost_escape,
    without_comments,
)
from secaudit.yamlfile.places import Place, events, place

Value: TypeAlias = "bool | int | str | list[Value] | dict[str, Value] | None"

MOST_BYTES = 5 * 2**20
MOST_LEVELS = 50
MOST_VALUES = 500_000
MOST_DOCUMENTS = 1_000
MOST_PROBLEMS = 1_000
UNWANTED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"  # C0 C1 NEL LS PS
)
_DECODED = re.compile(f"[{UNWANTED}\r]")
_INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,14})\Z")
_DIGITS = frozenset("-0123456789")
_RESOLVED: dict[str, Value] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}
_NO_NAMES = frozenset({"", "~", "null", "<<"})


class Reader:
    """Builds values from events and notes what the strict rules refuse."""

    def __init__(
        self, text: str, path: str, by_hand: frozenset[str] | None = None
    ) -> None:
        self.text = text
        self.path = path
        self.next = events(text)
        self.problems: list[Problem] = []
        bare = without_comments(text)
        self.hashes = " #" in bare or "\t#" in bare
        self.endings = by_hand is not None and "#" in bare
        """Whether a `#` may stand behind quotes or a bracket."""
        self.escapes = "\\" in text
        self.by_hand = by_hand
        """The names in a form that people fill in: in it the only escapes are those of a quote
        and of a backslash, and nothing at all may stand behind a value. Else None."""
        self.empty: set[str] = set()
        """The names without a value, of the document that is read."""
        self.texts: list[tuple[int, int]] = []
        """Where each text stands that is no comment, if there may be one within brackets."""
        self.ended: Any = None
        """The end of the latest list or mapping."""
        self.level = 0
        self.values = 0
        self.suspect: Any = None
        """The last alias or text that was not plain: what a syntax error is often due to."""

    def documents(self) -> Iterator[tuple[Value, tuple[Problem, ...], frozenset[str]]]:
        """The value of each document, what the strict rules refuse in it, and the names that
        stand without a value.

        Raises Refused at the first level too many: no file of ours has as many.
        """
        self.next()  # StreamStart
        while type(begun := self.next()) is yaml.DocumentStartEvent:
            self.problems, self.empty = [], set()
            self.values += MOST_VALUES // MOST_DOCUMENTS
            if self.values > MOST_VALUES:
                self.refuse_more(begun)
            value = self.value(self.next())
            self.next()  # DocumentEnd
            yield value, tuple(self.problems), frozenset(self.empty)

    def value(self, event: Any) -> Value:
        kind = type(event)
        if event.anchor is not None:
            if kind is yaml.AliasEvent:
                self.refuse_sign("alias", "*", event)
                self.suspect = event
                return None
            self.refuse_sign("anchor", "&", event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if event.tag is not None:
            self.refuse_sign("tag", "!", event)
        self.level += 1
        if self.level > MOST_LEVELS:
            self.refuse("too-deep", _("more than 50 levels inside each other"), event)
            raise Refused(problems=self.problems[-1:])
        built = self.mapping() if kind is yaml.MappingStartEvent else self.sequence()
        self.level -= 1
        if self.endings and event.flow_style:
            self.refuse_inside(event.start_mark, self.ended.end_mark)
            self.refuse_hash(self.ended)
        self.values += len(built) + 1
        if self.values > MOST_VALUES:
            self.refuse_more(event)
        return built

    def scalar(self, event: Any) -> Value:
        text: str = event.value
        if event.tag is not None:
            self.refuse_sign("tag", "!", event)
        if self.endings:
            self.texts.append((event.start_mark.index, event.end_mark.index))
        if self.escapes and self.is_escaped(event):
            message = _("the text holds a control character that Word cannot show")
            self.refuse("control-character", message, event)
        if not event.implicit[0]:
            self.suspect = event
            if self.endings and event.style in "'\"":
                self.refuse_hash(event)
            return text
        if self.hashes:
            self.refuse_hash(event, plain=True)
        if text in _RESOLVED:
            return _RESOLVED[text]
        return int(text) if text[0] in _DIGITS and _INTEGER.match(text) else text

    def sequence(self) -> list[Value]:
        items: list[Value] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self.value(event))
            if len(items) > MOST_VALUES:
                self.refuse_more(event)
        self.ended = event
        return items

    def mapping(self) -> dict[str, Value]:
        built: dict[str, Value] = {}
        nulls: set[str] = set()
        next_, scalar, usual = self.next, yaml.ScalarEvent, not self.hashes
        while type(event := next_()) is not yaml.MappingEndEvent:
            # nothing can be wrong with a plain name before ':', and so it is, nearly always
            plain = type(event) is scalar and event.implicit[0] and event.anchor is None
            usual_name = plain and usual and event.value not in _NO_NAMES
            key = event.value if usual_name else self.key(event)
            following = next_()
            plain = type(following) is scalar and following.anchor is None
            value = self.scalar(following) if plain else self.value(following)
            if key is None:
                continue
            if value is None:
                self.refuse_no_colon(key, event, following)
            if key in built or key in nulls:
                self.refuse(TWICE, twice(key), event)
            elif value is None:
                nulls.add(key)
            else:
                built[key] = value
        self.ended = event
        self.empty |= nulls
        return built

    def key(self, event: Any) -> str | None:
        if type(event) is not yaml.ScalarEvent:
            self.value(event)
            if type(event) is not yaml.AliasEvent:
                message = _("a name before ':' must be plain text")
                self.refuse("complex-key", message, event)
            return None
        if event.anchor is not None:
            self.refuse_sign("anchor", "&", event)
        key = self.scalar(event)
        if key is None:
            self.refuse("null-key", _("there is no name before ':'"), event)
            return None
        if event.value == "<<" and event.implicit[0]:
            message = _("merge keys ('<<') are not allowed; write the fields out")
            self.refuse("merge-key", message, event)
            return None
        return str(event.value)

    def refuse_more(self, event: Any) -> NoReturn:
        """Raise Refused: there is more than any file of ours has."""
        self.refuse("too-large", _("there is more in the file than a form has"), event)
        raise Refused(problems=self.problems[-1:])

    def refuse(self, code: str, message: str, event: Any) -> None:
        self.refuse_at(place(event.start_mark), code, message)

    def refuse_at(self, at: Place, code: str, message: str) -> None:
        """Note a problem. Raises Refused where there are more than anybody will mend."""
        self.problems.append(problem_at(self.path, at, code, message))
        if len(self.problems) > MOST_PROBLEMS:
            raise Refused(problems=self.problems)

    def refuse_sign(self, code: str, sign: str, event: Any) -> None:
        self.refuse(code, _(BAD_SIGN).format(sign=sign), event)

    def refuse_no_colon(self, key: str, event: Any, following: Any) -> None:
        """A name in `{}` without a colon is the end of a text that a comma divided; but for the
        names of a form, which may stand there empty."""
        between = slice(event.end_mark.index, following.end_mark.index)
        if ":" in self.text[between] or key in (self.by_hand or ()):
            return
        message = _(
            "a comma has divided what was written; put quotes around the whole text, "
            "or write a whole number"
        )
        self.refuse("text-cut-by-comma", message, event)

    def refuse_hash(self, event: Any, *, plain: bool = False) -> None:
        end = event.end_mark
        self.refuse_lost(hash_behind(self.text, end.index, plain=plain), end)

    def refuse_inside(self, start: Any, end: Any) -> None:
        """Refuse a `#` between brackets that is no part of a text."""
        at = hash_between(self.text, start.index, end.index, self.texts)
        self.refuse_lost(at, start)

    def refuse_lost(self, at: int | None, mark: Any) -> None:
        if at is not None:
            self.refuse_at(self.place_of(at, mark), "text-cut-by-hash", _(CUT))

    def is_escaped(self, event: Any) -> bool:
        """Whether a text holds what only an escape can have put there; an escape that a form
        does not know is refused as that."""
        if self.by_hand is not None and event.style == '"':
            first = event.start_mark.index + 1
            lost = lost_escape(self.text[first : event.end_mark.index - 1])
            if lost is not None:
                at = self.place_of(first + lost, event.start_mark)
                self.refuse_at(at, "wrong-escape", _(BACKSLASH))
                return False
        return bool(_DECODED.search(event.value))

    def place_of(self, index: int, mark: Any) -> Place:
        """The place of a character at or after a mark."""
        line, column = line_column(self.text[mark.index : index])
        return mark.line + line, column + (mark.column if line == 1 else 0)
