"""The tables of docs/report-template.md, from the dataclasses: `python -m docs.report_tags`.

The examples are the demo's. They are made anew only by that command; what a tag is called and
what it is are compared with the page by a test.
"""

import ast
import inspect
import itertools
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from docs.report_examples import demo_examples
from secaudit.report.said.charts import Chart
from secaudit.report.word.kinds import KINDS

PAGE = Path(__file__).with_name("report-template.md")
START, END = "<!-- tags -->\n", "<!-- end of tags -->"
HEADINGS = {
    "report": "The report",
    "system": "The sheet of a system",
    "extract": "The extract of a person or a department",
    "compare": "The comparison of two campaigns",
}
USUAL = {
    "title": "What the document is called; also the title of the file.",
    "organisation": "Its name; also the author of the file.",
    "campaign": "Its id.",
    "date": "The day, in words.",
    "events": "How many the register holds.",
    "a": "Open gaps in class A.",
    "b": "Open gaps in class B.",
    "c": "Open gaps in class C.",
    "answered": "The share of questions that were answered.",
    "met_of_answered": "The share met of those answered.",
    "met_of_all": "The share met of all.",
    "control": "Id and title of the control.",
    "gap_class": "Class A, B or C.",
    "rest": "That rows were left out, or where they are; empty if none were.",
    "priority": "0.5 to 27; see docs/figures.md.",
}
"""What a field is where its dataclass leaves it to its name."""
EVERY = (
    "title",
    "organisation",
    "campaign",
    "day",
    "date",
    "version",
    "events",
    "head",
)
"""What stands in every document: told once."""
Examples = Mapping[str, str]
"""By the name of a dataclass and its field, such as `GapRow.control`."""


@dataclass(frozen=True)
class Told:
    """A line of a table: a tag, or a field of the rows of the tag above it."""

    key: str
    """The name of its dataclass, and its own."""
    tag: str
    said: str


@dataclass(frozen=True)
class Part:
    """A heading, and the table below it."""

    heading: str
    lines: tuple[Told, ...]


def written(page: str, examples: Examples) -> str:
    """The page with its tables as the dataclasses are today."""
    before, _start, rest = page.partition(START)
    lines = "\n".join(_tables(examples))
    return f"{before}{START}\n{lines}\n{END}{rest.partition(END)[2]}"


def examples_of(page: str) -> dict[str, str]:
    """The examples that stand on the page, if its tables are those of the dataclasses."""
    tables = page.partition(START)[2].partition(END)[0]
    rows = re.findall(r"^\| .*`\w.*` \| .* \| (.*) \|$", tables, re.MULTILINE)
    keys = [told.key for part in parts() for told in part.lines]
    return dict(zip(keys, rows, strict=False))


def _tables(examples: Examples) -> Iterator[str]:
    for part in parts():
        yield f"{part.heading}\n"
        yield "| tag | is | example |"
        yield "| --- | --- | --- |"
        for told in part.lines:
            yield f"| {told.tag} | {told.said} | {examples.get(told.key, '')} |"
        yield ""


def parts() -> tuple[Part, ...]:
    """The tables, in their order; each kind of row is told once."""
    rows: dict[type, str] = {}
    report = KINDS["report"]
    common = tuple(_lines(report, EVERY, "", rows))
    found = [Part("## In every document", common)]
    for kind, heading in HEADINGS.items():
        top = f"## {heading} (`--for {kind}`)"
        found += _parts(top, "", KINDS[kind], rows)
    return tuple(found)


def _parts(
    heading: str, before: str, model: type, rows: dict[type, str]
) -> Iterator[Part]:
    """The table of a document or a section, and those of the sections within it."""
    hints = get_type_hints(model)
    sections = [name for name, kind in hints.items() if _is_section(kind)]
    own = [n for n in hints if n not in sections and (before or n not in EVERY)]
    yield Part(heading, tuple(_lines(model, own, before, rows)))
    for name in sections:
        section = hints[name]
        title = f"### `{before}{name}`\n\n{_sentence(section)}"
        yield from _parts(title, f"{before}{name}.", section, rows)


def _lines(
    model: type, names: Iterable[str], before: str, rows: dict[type, str], deep: int = 0
) -> Iterator[Told]:
    """A line for each name, and below what has rows of a kind that is new, for their fields."""
    hints, told = get_type_hints(model), descriptions(model)
    for name in names:
        tag, row = f"{before}{name}", _row_of(hints[name])
        first = "" if row is None else rows.get(row, "")
        said = told.get(name) or _usual(name, top=not before)
        if row and not (said or first):
            said = _sentence(row)
        kind = f"Rows, as `{first}` above." if first else _kind(hints[name])
        shown = "· " * deep + (f"`{name}`" if deep else f"`{tag}`")
        yield Told(f"{model.__name__}.{name}", shown, f"{kind} {said}".strip())
        if row and not first:
            rows[row] = tag
            yield from _lines(row, get_type_hints(row), f"{tag}.", rows, deep + 1)


def _usual(name: str, *, top: bool) -> str:
    """What a field of that name is everywhere."""
    if name in EVERY and not top:
        return ""
    return USUAL["rest"] if name.endswith("_rest") else USUAL.get(name, "")


def _kind(kind: Any) -> str:
    """What sort of value it is, where it is not simply text."""
    if get_origin(kind) is tuple:
        return "Rows." if _row_of(kind) else "Several texts."
    kinds = {Chart: "A chart.", int: "A number.", bool: "Yes or no.", date: "A date."}
    return kinds.get(kind, "")


def _row_of(kind: Any) -> Any:
    """What the rows are that stand under a tag; None if it has no rows."""
    row = get_args(kind)[0] if get_origin(kind) is tuple else None
    return row if is_dataclass(row) else None


def _is_section(kind: Any) -> bool:
    return is_dataclass(kind) and kind is not Chart


def descriptions(model: type) -> dict[str, str]:
    """What stands under each field in the source, inherited ones among them."""
    return {
        field.target.id: _one_line(said.value.value)
        for each in reversed(model.__mro__[:-1])
        for field, said in itertools.pairwise(_class(each).body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    }


def _sentence(model: type) -> str:
    return _one_line(ast.get_docstring(_class(model)) or "")


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _class(model: type) -> ast.ClassDef:
    tree = _parsed(inspect.getsourcefile(model) or "")
    return next(
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name == model.__name__
    )


@cache
def _parsed(path: str) -> ast.Module:
    return ast.parse(Path(path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(written(text, demo_examples()), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name}\n")
