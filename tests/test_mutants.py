"""The mutants that `make mutants` draws: what is changed in a module, and what never is."""

import ast

import pytest

from benchmarks.changes import changes
from benchmarks.mutants import equivalents, modules


def changed(source: str) -> list[str]:
    """A source with each of the changes that can be made to it."""
    found = []
    for number, _change in enumerate(changes(ast.parse(source))):
        tree = ast.parse(source)
        list(changes(tree))[number].make()
        found.append(ast.unparse(tree))
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["a <= b"]),
        ("a <= b < c", ["a < b < c", "a <= b <= c"]),
        ("a == b", ["a != b"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("a + b", ["a - b"]),
        ("a += 5", ["a -= 5", "a += 6", "a += 4"]),
        ("min(a, b)", ["max(a, b)"]),
        ("a = True", ["a = False"]),
        ("a = 'b'", ["a = ''"]),
        ("a = ''", ["a = 'x'"]),
        ("if a:\n    b()", ["if not a:\n    b()"]),
        ("for a in b:\n    continue", ["for a in b:\n    pass"]),
        (
            "def a():\n    if b():\n        return c\n    return d",
            [
                "def a():\n    if not b():\n        return c\n    return d",
                "def a():\n    if b():\n        pass\n    return d",
            ],
        ),
    ],
)
def test_each_part_that_decides_something_is_changed_by_itself(
    source: str, expected: list[str]
) -> None:
    assert changed(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "'''What it is for.'''",
        "a: Literal['b'] = c",
        "a: TypeAlias = 'b | c'",
        "A = Literal['b', 'c']",
        "G = TypeVar('G')",
        "__all__ = ['a']",
        "def a(b: 'c') -> 'd':\n    return b",
        "@dataclass(frozen=True)\nclass A:\n    b: int\n    '''Kroner.'''",
        "_('{a} is not answered').format(a=b)",
        "later('planned')",
    ],
)
def test_what_is_said_to_people_and_what_types_there_are_is_left_alone(
    source: str,
) -> None:
    assert changed(source) == []


def test_a_change_that_is_equivalent_is_one_of_a_module_that_is_tried() -> None:
    found = equivalents()
    assert found
    assert {path for path, _line in found} <= set(modules())
