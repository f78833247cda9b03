"""The rooms: small enough to be looked over, and each says what one finds there."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import secaudit

PACKAGE = Path(secaudit.__file__).parent
ARCHITECTURE = PACKAGE.parent / "docs" / "architecture.md"
DATA = {"lint/references.py"}
"""Tables of data may be longer than a module."""
REPORT = ("said", "source", "yearly", "extract", "system", "beside", "compared", "word")
"""The rooms of the report: one imports from `said`, and none from another document."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules() -> Iterator[Path]:
    yield from sorted(PACKAGE.rglob("*.py"))


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}", node


def rooms() -> Iterator[Path]:
    """Every folder of the package that holds others' rooms, or is one within a layer."""
    for init in sorted(PACKAGE.glob("*/**/__init__.py")):
        if init.parent.parent != PACKAGE:
            yield init.parent


def test_no_folder_but_the_commands_holds_more_than_fifteen_files() -> None:
    counts = Counter(p.parent.relative_to(PACKAGE).as_posix() for p in modules())
    assert {room for room, n in counts.items() if n > 15} <= {"cli"}


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    silent = [p for p in modules() if not ast.get_docstring(tree(p))]
    assert silent == []


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    long = [
        str(path.relative_to(PACKAGE))
        for path in modules()
        if len(path.read_text(encoding="utf-8").splitlines()) > 300
    ]
    assert [name for name in long if name not in DATA] == []


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = [
        name
        for name, node in functions()
        if (node.end_lineno or 0) - node.lineno + 1 > 60
    ]
    assert long == []


def test_no_function_asks_for_more_than_eight_things() -> None:
    many = [
        name
        for name, node in functions()
        if sum(
            argument.arg not in ("self", "cls")
            for argument in (
                *node.args.posonlyargs,
                *node.args.args,
                *node.args.kwonlyargs,
            )
        )
        > 8
    ]
    assert many == []


def test_no_document_borrows_from_another() -> None:
    borrowed = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in (PACKAGE / "report").rglob("*.py")
        for name in imported(path)
        if (own := room_of(path)) != "word" and (other := name.split(".")[2]) != own
        if other not in ("said", "source") or own == "said"
    ]
    assert borrowed == []


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE / "report").parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """What a module imports from the report, by its full name."""
    for node in ast.walk(tree(path)):
        module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
        if module.startswith("secaudit.report."):
            yield module


def test_the_rooms_in_the_architecture_page_are_these() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8").split("## Rooms")[1]
    block = text.split("```")[1]
    listed = re.findall(r"^(\S+)  ", block, re.MULTILINE)
    built = [room.relative_to(PACKAGE).as_posix() for room in rooms()]
    assert sorted(listed) == [
        room for room in built if room.split("/")[0] in ("steps", "report")
    ]
