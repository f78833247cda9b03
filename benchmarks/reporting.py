"""What the report costs: seconds, memory and bytes, alone and beside a plain python-docx loop."""

import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import load_workbook

from benchmarks.municipality import REPORTED
from secaudit.gaps import picture
from secaudit.language import using
from secaudit.notes import load_history, load_notes
from secaudit.report.word import render
from secaudit.report.word.kinds import shipped
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.report import Report, compose
from secaudit.steps.documents.source import read
from secaudit.workspace import load_workspace

_CACHE = Path(sys.prefix) / "benchmarks"
_TIMES = 3
Paragraphs = Sequence[tuple[str, str]]
"""The text and the style of each paragraph of a cell."""
Table = Sequence[Sequence[Paragraphs]]
"""Its cells, row by row."""


@dataclass(frozen=True)
class Cost:
    """What it took to write a report with its workbook."""

    seconds: float
    megabytes: float
    """The most memory that was in use."""
    kilobytes: float
    """Of the Word document."""
    rows: int
    """Shown in the tables of the document, and in the workbook."""


def tell_of_reports() -> None:
    """Measure, and print a line for each promise about the report."""
    small, large = municipality(300, 80), municipality(1600, 400)
    one, many = cost(small), cost(large)
    _tell("300 systems", one, "at most 3 s, 250 MB and 1,000 kB")
    _tell("1,600 systems", many, "at most 12 s")
    growth, rows = many.seconds / one.seconds, many.rows / one.rows
    print(f"report, 300 to 1,600 systems: time x {growth:.1f}, rows shown x {rows:.1f}")
    tell_beside_python_docx(small)


def municipality(systems: int, people: int) -> Path:
    """The folder of a municipality of that size; made once, until what makes it changes."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in code)).hexdigest()
    folder = _CACHE / f"{systems}-{people}-{digest[:12]}"
    if not folder.exists():
        _CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_CACHE) as new:
            made = Path(new) / "made"
            # a process of its own: a child's peak memory begins with that of its parent
            size = [str(systems), str(people)]
            command = [
                sys.executable,
                "-m",
                "benchmarks.municipality",
                str(made),
                *size,
            ]
            subprocess.run(command, check=True)
            made.rename(folder)
    return folder


def cost(folder: Path) -> Cost:
    """The median of some runs of `secaudit report`, each in a process of its own."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "report.docx"
        runs = [_run(folder, path) for _time in range(_TIMES)]
        seconds, megabytes = map(statistics.median, zip(*runs, strict=True))
        rows = sum(map(len, tables(path.read_bytes())))
        book = load_workbook(path.with_suffix(".xlsx"), read_only=True)
        rows += sum(sheet.max_row or 0 for sheet in book)
        return Cost(seconds, megabytes, path.stat().st_size / 1000, rows)


def _run(folder: Path, path: Path) -> tuple[float, float]:
    """Seconds, and megabytes at the most."""
    options = [f"--workspace={folder}", f"--date={REPORTED}", f"--output={path}"]
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "secaudit", "report", *options],
        stdout=subprocess.DEVNULL,
    )
    _id, status, used = os.wait4(child.pid, 0)  # the usage of this child alone
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"secaudit report failed in {folder}")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def _tell(name: str, found: Cost, promise: str) -> None:
    print(
        f"report, {name}: {found.seconds:.1f} s, {found.megabytes:.0f} MB, "
        f"{found.kilobytes:.0f} kB, {found.rows} rows ({promise})"
    )


def tell_beside_python_docx(folder: Path) -> None:
    """Write the tables of one composed report both ways, in turn, and print the ratio.

    `render` gets the composed report and makes the whole document: template, texts, tables,
    charts, contents. The loop gets the texts and styles of the same tables, and makes nothing
    but them in the same template: a row at a time, a cell at a time.
    """
    with using("da"):
        report, template = composed(folder), shipped("report", "da")
        found = tables(render(report, template))
        ours, loop = [], []
        for _time in range(_TIMES):
            ours.append(_seconds(lambda: render(report, template)))
            loop.append(_seconds(lambda: plain(found, template)))
    rows, same = (sum(map(len, t)) for t in (found, tables(plain(found, template))))
    ratio = statistics.median(b / a for a, b in zip(ours, loop, strict=True))
    print(
        f"python-docx loop / render: {ratio:.1f} (at least 3); {rows} rows and {same} rows, "
        f"{statistics.median(loop):.2f} s and {statistics.median(ours):.2f} s"
    )


def composed(folder: Path) -> Report:
    """The report of the campaign opened last, in the active language."""
    found = read(load_workspace(folder), None, REPORTED, None)
    now, before = picture(found.rounds, found.on), found.before()
    notes, history = load_notes(folder, found.campaign.id), load_history(folder)
    return compose(Material(now, before, found.head, "", notes, history=history))


def tables(document: bytes) -> list[Table]:
    """The texts of every table of a Word document."""
    return [
        [
            [[(p.text, _style(p)) for p in cell.paragraphs] for cell in row.cells]
            for row in table.rows
        ]
        for table in Document(BytesIO(document)).tables
    ]


def _style(paragraph: Any) -> str:
    return str(paragraph.style.name)


def plain(found: Sequence[Table], template: Path) -> bytes:
    """A document with those tables, as a plain python-docx loop writes it."""
    document, written = Document(str(template)), BytesIO()
    document._body.clear_content()
    for rows in found:
        table = document.add_table(0, max(map(len, rows)), "Secaudit Table")
        for row in rows:
            for cell, paragraphs in zip(table.add_row().cells, row, strict=False):
                _fill(cell, paragraphs)
    document.save(written)
    return written.getvalue()


def _fill(cell: Any, paragraphs: Paragraphs) -> None:
    for index, (text, style) in enumerate(paragraphs):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.style = style
        paragraph.add_run(text)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
