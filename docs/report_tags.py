"""The tables of docs/report-template.md, from the dataclasses: `python -m docs.report_tags`.

The examples are the demo's. They are made anew only by that command; what a tag is called and
what it is are compared with the page by a test.
"""

import ast
import inspect
import itertools
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
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
    "priority": "0.5 to 27; see docs/figures.md.",
}
"""What a field is where its dataclass leaves it to its name."""
Examples = Mapping[str, str]
"""By the name of a dataclass and its field, such as `GapRow.control`."""


def written(page: str, examples: Examples) -> str:
    """The page with its tables as the dataclasses are today."""
    before, _start, rest = page.partition(START)
    lines = "\n".join(_tables(examples))
    return f"{before}{START}\n{lines}\n{END}{rest.partition(END)[2]}"


def examples_of(page: str) -> dict[str, str]:
    """The examples that stand on the page."""
    found, owner = {}, ""
    for line in page.splitlines():
        if named := re.match(r"<!-- (\w+) -->$", line):
            owner = named[1]
        elif row := re.match(r"\| `(\w+)` \| .* \| (.*) \|$", line):
            found[f"{owner}.{row[1]}"] = row[2]
    return found


def _tables(examples: Examples) -> Iterator[str]:
    shown: list[type] = []
    for kind, heading in HEADINGS.items():
        model = KINDS[kind].model
        yield f"## {heading} (`--for {kind}`)\n"
        yield from _table(model, examples)
        shown += [row for row in _rows(model) if row not in shown]
    yield "## The rows\n"
    for row in sorted(shown, key=lambda each: each.__name__):
        yield f"### {row.__name__}\n"
        yield f"{_sentence(row)}\n"
        yield from _table(row, examples)


def _table(model: type, examples: Examples) -> Iterator[str]:
    hints, told = get_type_hints(model), descriptions(model)
    yield f"<!-- {model.__name__} -->\n"
    yield "| tag | is | example |"
    yield "| --- | --- | --- |"
    for field in fields(model):
        name, kind = field.name, hints[field.name]
        said = " ".join(filter(None, (_kind(kind), told.get(name) or _usual(name))))
        example = examples.get(f"{model.__name__}.{name}", "")
        yield f"| `{name}` | {said} | {example} |"
    yield ""


def _usual(name: str) -> str:
    """What a field of that name is everywhere."""
    if name.endswith("_rest"):
        return "That rows were left out, and where they are; empty if none were."
    if name.endswith("_said"):
        return "What the table below comes to, in a sentence."
    return USUAL.get(name, "")


def _kind(kind: Any) -> str:
    """What sort of value it is, where it is not simply text."""
    if kind is Chart:
        return "A chart."
    row = _element(kind)
    if row is None:
        return {int: "A number.", bool: "Yes or no.", date: "A date."}.get(kind, "")
    if _is_row(row):
        name = row.__name__
        return f"Rows: [{name}](#{name.lower()})."
    return "Several texts."


def _element(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def _is_row(kind: Any) -> bool:
    return is_dataclass(kind)


def _rows(model: type) -> Iterator[type]:
    """The types of its rows, and of theirs."""
    for kind in get_type_hints(model).values():
        row = _element(kind)
        if _is_row(row):
            yield row
            yield from _rows(row)


def descriptions(model: type) -> dict[str, str]:
    """What stands under each field in the source."""
    body = _class(model).body
    return {
        field.target.id: _one_line(said.value.value)
        for field, said in itertools.pairwise(body)
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
