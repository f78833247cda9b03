"""Examples of what the tags of a template show: the demo's, in English."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from secaudit import __version__
from secaudit.demo import demo
from secaudit.gaps import Picture, picture
from secaudit.gaps.comparison import comparison
from secaudit.language import using
from secaudit.notes import Notes, load_history, load_notes
from secaudit.report.compared import compose as beside
from secaudit.report.extract.compose import compose_person
from secaudit.report.said.charts import Chart
from secaudit.report.source import Source
from secaudit.report.system.compose import compose_sheet
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.report import compose
from secaudit.steps.documents.source import Read, read
from secaudit.workspace import load_workspace

LONGEST = 60
"""Characters of an example."""
NOTHING = "–"


def demo_examples() -> dict[str, str]:
    """Examples from what the demo's documents show, in English."""
    found: dict[str, str] = {}
    with TemporaryDirectory() as folder, using("en"):
        for shown in _demo(Path(folder) / "demo"):
            note(shown, found)
    return found


def _demo(folder: Path) -> Iterator[Any]:
    """A document of each kind, made from the demo's workspace."""
    demo(folder, lambda _told: None)
    on = date(2026, 11, 2)
    made = read(load_workspace(folder), "2026", on, None)
    now, before = picture(made.rounds, on), picture(made.rounds[:-1], on)
    with using("en"):
        yield compose(_material(folder, made, now, before))
        source = Source(now, made.rounds, on, made.head, __version__)
        worst = next(
            issue
            for gap in now.gaps
            for issue in made.campaign.issues
            if issue.subject.kind == "system"
            and issue.subject.key == gap.item.subject.key
        )
        yield compose_sheet(source, worst.subject.key)
        yield compose_person(source, worst.owner or "")
        compared = comparison(made.rounds, before, now)
        yield beside.compose(compared, made.head, __version__)


def _material(folder: Path, made: Read, now: Picture, before: Picture) -> Material:
    notes, history = load_notes(folder, made.campaign.id), load_history(folder)
    return Material(now, before, made.head, __version__, notes, Notes(), history)


def note(shown: Any, found: dict[str, str]) -> None:
    """Note the first value of each field that is not empty."""
    for field in fields(shown):
        key, value = f"{type(shown).__name__}.{field.name}", getattr(shown, field.name)
        for inner in value if _listed(value) else (value,):
            if is_dataclass(inner) and not isinstance(inner, Chart):
                note(inner, found)
        if found.get(key, NOTHING) == NOTHING:
            found[key] = _example(value)


def _listed(value: Any) -> bool:
    return isinstance(value, tuple)


def _example(value: Any) -> str:
    if isinstance(value, Chart):
        return "a chart"
    if _listed(value) and value and is_dataclass(value[0]):
        return f"{len(value)} rows" if len(value) > 1 else "1 row"
    said = (" · ".join(map(str, value)) if _listed(value) else str(value)).strip()
    flat = " ".join(said.split())
    short = flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
    return _plain(short) or NOTHING


def _plain(text: str) -> str:
    """The text, with nothing in it that Markdown reads as its own."""
    return re.sub(r"([|`*_<>\[\]])", r"\\\1", text)
