"""The layers: a module imports only from the lines above its own, and each library has one door."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import secaudit

PACKAGE = Path(secaudit.__file__).parent
PYPROJECT = PACKAGE.parent / "pyproject.toml"
ARCHITECTURE = PACKAGE.parent / "docs" / "architecture.md"
LAYERS = (
    "bundled",
    "language",
    "dates",
    "digest",
    "visible",
    "problems",
    "yamlfile",
    "validation",
    "parts",
    "inventory",
    "catalogue",
    "lint",
    "profile",
    "tailoring",
    "workspace",
    "notes",
    "questionnaire",
    "handwriting",
    "assessment",
    "register",
    "campaign",
    "gaps",
    "workbook",
    "report",
    "page",
    "form",
    "mail",
    "survey",
    "officer",
    "exchange",
    "steps",
    "demo",
    "cli",
)
DOORS = {
    "yaml": {"yamlfile"},
    "jsonschema": {"validation"},
    "jsonschema_rs": {"validation"},
    "cattrs": {"validation"},
    "sqlite3": {"register"},
    "jinja2": {"report", "page", "mail"},
    "markupsafe": {"report"},
    "docx": {"report"},
    "docxtpl": {"report"},
    "lxml": {"report"},
    "xlsxwriter": {"workbook"},
    "icalendar": {"exchange"},
    "smtplib": {"mail"},
    "click": {"cli"},
}


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package, with the layer it belongs to."""
    for path in sorted(PACKAGE.rglob("*.py")):
        layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if not layer.startswith("__"):
            yield layer, path


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that a module is written of."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[str]:
    """The full names of all that a module imports."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield module
            if module == "secaudit":
                yield from (f"secaudit.{name.name}" for name in node.names)


def test_every_module_belongs_to_a_layer() -> None:
    assert {layer for layer, _path in modules()} == set(LAYERS)


def test_a_module_imports_only_from_the_lines_above_its_own() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for layer, path in modules()
        for name in imports(path)
        if name.startswith("secaudit.")
        and name.split(".")[1] in LAYERS
        and LAYERS.index(name.split(".")[1]) > LAYERS.index(layer)
    ]
    assert wrong == []


def test_each_foreign_library_has_one_door() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for layer, path in modules()
        for name in imports(path)
        if layer not in DOORS.get(name.split(".")[0], {layer})
    ]
    assert wrong == []


def test_every_door_is_used() -> None:
    used = {
        (name.split(".")[0], layer)
        for layer, path in modules()
        for name in imports(path)
    }
    assert [
        lib for lib, doors in DOORS.items() if not any((lib, d) in used for d in doors)
    ] == []


def declared() -> set[str]:
    """The libraries that are installed with the package."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    return {re.split("[<>=!~ ]", line)[0] for line in project["dependencies"]}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    named = packages_distributions()
    foreign = {
        named[library][0].lower().replace("_", "-")
        for _layer, path in modules()
        for name in imports(path)
        if (library := name.split(".")[0]) in named and library != "secaudit"
    }
    assert foreign == declared()


def test_the_architecture_page_says_of_each_library_why_it_is_there() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8").split("## Libraries")[1]
    rows = re.findall(r"^\| ([a-z0-9-]+) \|", text.split("## ")[0], re.MULTILINE)
    assert set(rows) - {"library"} == declared()


def test_the_layers_in_the_architecture_page_are_these() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    listed = [
        line.split()[0] for line in text.split("```")[1].splitlines() if line.strip()
    ]
    assert tuple(listed) == LAYERS


def test_only_the_command_line_prints_exits_or_asks_for_time_or_environment() -> None:
    forbidden = {"print", "exit", "input", "now", "today", "getenv", "environ"}
    wrong = [
        f"{path.relative_to(PACKAGE)} uses {name}"
        for layer, path in modules()
        if layer != "cli"
        for node in nodes(path)
        for name in names(node)
        if name in forbidden
    ]
    assert wrong == []


def test_one_module_puts_what_is_said_on_the_screen() -> None:
    """So whatever is printed is one line, and nothing in it hides."""
    printing = {"echo", "secho", "echo_via_pager", "print", "write", "writelines"}
    saying = {
        path.relative_to(PACKAGE / "cli").as_posix()
        for layer, path in modules()
        if layer == "cli"
        for node in nodes(path)
        if printing & names(node)
    }
    assert saying == {"speaking/say.py"}


def names(node: ast.AST) -> set[str]:
    """What a call is made by; or an attribute's name, where it stands by itself."""
    if isinstance(node, ast.Call):
        called = node.func
        return {getattr(called, "id", ""), getattr(called, "attr", "")}
    return {node.attr} - {"now", "today"} if isinstance(node, ast.Attribute) else set()
