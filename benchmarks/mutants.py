"""What the tests hold: the share of small changes to the pure core that they catch.

`make mutants`, or `python -m benchmarks.mutants [--seed N] [--most 100]`. Changes are drawn at
random and made in a copy of the project. Those that nobody can tell from the original stand in
`equivalent_mutants.txt`, each with its reason, and are never drawn.
"""

import argparse
import ast
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from os import environ
from pathlib import Path
from queue import SimpleQueue

from benchmarks.changes import changes

ROOT = Path(__file__).parents[1]
CORE = (
    *("gaps", "campaign", "assessment", "questionnaire", "yamlfile", "profile"),
    *("register/chain.py", "catalogue/conditions.py", "officer"),
    *("steps/follow_up/act.py", "steps/follow_up/decide.py"),
)
WIDER = ("tests/test_examples.py", "tests/gaps", "tests/exchange", "tests/steps")
"""Tests of what is built on the core, for what the nearest let live."""
_EQUIVALENT = Path(__file__).with_name("equivalent_mutants.txt")
_PYTEST = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider")
_LIMITED = ("sh", "-c", 'ulimit -t 200; ulimit -v 4000000; exec "$@"', "sh")
"""CPU seconds and kilobytes: a change may make a loop that never ends."""


@dataclass(frozen=True)
class Mutant:
    """One small change to a module."""

    path: str
    """Of the module, from the root of the project."""
    source: str
    """The whole module with the change."""
    line: int
    old: str
    new: str


def main() -> int:
    """Draw, try, and print what no test catches; 1 where that is anything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))  # noqa: S311
    parser.add_argument("--most", type=int, default=100)
    asked = parser.parse_args()
    drawn = list(islice(mutants(asked.seed), asked.most))
    print(f"{len(drawn)} changes, seed {asked.seed}", flush=True)
    caught = len(drawn)
    for mutant in survivors(drawn):
        caught -= 1
        print(
            f"\n{mutant.path}:{mutant.line}\n- {mutant.old}\n+ {mutant.new}", flush=True
        )
    print(f"\n{caught} of {len(drawn)} caught: {100 * caught / len(drawn):.1f} %")
    return int(caught < len(drawn))


def mutants(seed: int) -> Iterator[Mutant]:
    """Every change that somebody could see, in an order that the seed decides."""
    sources = {path: (ROOT / path).read_text(encoding="utf-8") for path in modules()}
    every = [
        (path, number)
        for path, source in sources.items()
        for number, _change in enumerate(changes(ast.parse(source)))
    ]
    known = equivalents()
    for path, number in random.Random(seed).sample(every, len(every)):  # noqa: S311
        mutant = mutant_of(path, sources[path], number)
        if (path, mutant.new) not in known:
            yield mutant


def modules() -> Iterator[str]:
    """The modules of the core, from the root of the project."""
    for name in CORE:
        inside = ROOT / "secaudit" / name
        found = sorted(inside.glob("*.py")) if inside.is_dir() else [inside]
        yield from (path.relative_to(ROOT).as_posix() for path in found)


def mutant_of(path: str, source: str, number: int) -> Mutant:
    """A module with one of the changes that can be made to it."""
    tree = ast.parse(source)
    before, change = ast.unparse(tree), list(changes(tree))[number]
    change.make()
    after = ast.unparse(tree)
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    old, new = next((old.strip(), new.strip()) for old, new in pairs if old != new)
    return Mutant(path, after, change.line, old, new)


def equivalents() -> set[tuple[str, str]]:
    """By module and changed line, what nobody can tell from the original."""
    _head, *told = _EQUIVALENT.read_text(encoding="utf-8").split("\n\n")
    return {(path, new) for path, new, *_why in map(str.splitlines, told)}


def survivors(drawn: list[Mutant]) -> Iterator[Mutant]:
    """Those that no test catches, tried two at a time, each in a copy of the project."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        first, second = Path(folder) / "first", Path(folder) / "second"
        hidden = shutil.ignore_patterns(".*", "__pycache__")
        shutil.copytree(ROOT, first, ignore=hidden)
        for tests in {tests for path in modules() for tests in tests_of(path, first)}:
            if not pass_in(first, tests):
                raise SystemExit(f"{tests} fail before anything is changed")
        shutil.copytree(first, second)
        copies.put(first)
        copies.put(second)
        lives = pool.map(lambda mutant: is_alive(mutant, copies), drawn)
        yield from (mutant for mutant, lived in zip(drawn, lives, strict=True) if lived)


def is_alive(mutant: Mutant, copies: SimpleQueue[Path]) -> bool:
    """Whether every test passes with the change."""
    copy = copies.get()
    module = copy / mutant.path
    before = module.read_text(encoding="utf-8")
    try:
        module.write_text(mutant.source, encoding="utf-8")
        return all(pass_in(copy, tests, "1") for tests in tests_of(mutant.path, copy))
    finally:
        module.write_text(before, encoding="utf-8")
        copies.put(copy)


def tests_of(path: str, copy: Path) -> Iterator[tuple[str, ...]]:
    """The tests of a module: its own, those of its folder, the wider ones."""
    inside = Path(path).relative_to("secaudit")
    own = Path("tests", inside.parent, f"test_{inside.name}")
    for nearest in (own.as_posix(), own.parent.as_posix()):
        if (copy / nearest).exists() and nearest not in ("tests", *WIDER):
            yield (nearest,)
    yield WIDER


def pass_in(copy: Path, tests: tuple[str, ...], keep_compiled: str = "") -> bool:
    """Whether tests pass in a copy; what is compiled there is left as it is, or made."""
    chosen = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": keep_compiled}
    command = (*_LIMITED, *_PYTEST, *tests)
    env = environ | chosen
    return not subprocess.run(
        command, cwd=copy, env=env, capture_output=True
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
