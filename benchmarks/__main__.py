"""Speed as ratios against peers, measured in one run: `make bench`.

Each pair of commands is run in turn, so that a machine that is busy slows both; the ratio that
is printed is the median of the pairs.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.paging import tell_of_pages
from benchmarks.reporting import tell_of_reports
from secaudit.validation import SCHEMAS

FORMS, ANSWERS, PAIRS = 500, 93, 5
_BIN = Path(sys.executable).parent
_LOAD = (
    "import pathlib, sys, yaml\n"
    "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.yaml')):\n"
    "    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)\n"
)


def main() -> None:
    """Measure, and print a line for each promise."""
    with tempfile.TemporaryDirectory() as folder:
        size = write_forms(Path(folder))
        print(
            f"{FORMS} questionnaires of {ANSWERS} answers, {size / FORMS / 1000:.0f} kB each"
        )
        validate = [str(_BIN / "secaudit"), "validate", folder]
        load = [sys.executable, "-c", _LOAD, folder]
        schema = str(SCHEMAS / "questionnaire.schema.json")
        files = sorted(str(path) for path in Path(folder).glob("*.yaml"))
        peer = [str(_BIN / "check-jsonschema"), "--schemafile", schema, *files]
        tell("yaml.load(CSafeLoader) / validate", load, validate, "at least 1", PAIRS)
        tell("check-jsonschema / validate", peer, validate, "at least 12", 2)
    help_ = [str(_BIN / "secaudit"), "--help"]
    click = [sys.executable, "-c", "import click"]
    tell("secaudit --help / import click", help_, click, "at most 2", 4 * PAIRS)
    with tempfile.TemporaryDirectory() as folder:
        seconds = timed([str(_BIN / "secaudit"), "demo", f"{folder}/demo"])
        print(f"secaudit demo: {seconds:.1f} s (at most 10)")
    tell_of_reports()
    tell_of_pages()


def write_forms(folder: Path) -> int:
    """Write returned questionnaires, and say how many bytes they are."""
    size = 0
    for number in range(FORMS):
        path = folder / f"system-{number:03}.yaml"
        path.write_text(form(number), encoding="utf-8")
        size += path.stat().st_size
    return size


def form(number: int) -> str:
    """A questionnaire as it comes back: comments, answers, evidence, actions."""
    lines = [
        "form: secaudit/1",
        'campaign: "2026"',
        f'subject: {{kind: system, id: system-{number}, name: "System {number}"}}',
        f'issue: "{number:032x}"',
        'respondent: {name: "Anna Holm", email: "", answered_on: 2026-10-02}',
        "answers:",
    ]
    for control in range(ANSWERS):
        status = "delvist opfyldt" if control % 7 == 0 else "opfyldt"
        lines += [
            f"  A.5.{control}:",
            "    # Er brugernes adgang til systemet gennemgået det seneste halve år?",
            "    # Opfyldt: Alle brugeres rettigheder er gennemgået.",
            f"    status: {status}",
            "    reviewed_on: 2026-09-01",
            '    comment: "Gennemgået for én af to afdelinger."',
            f'    evidence: [{{reference: "ESDH 2026-{control}", seen_on: 2026-09-01}}]',
            '    action: {what: "", responsible: "", due: , hours: , cost: }',
        ]
    return "\n".join(lines) + "\n"


def tell(
    name: str, first: list[str], second: list[str], promise: str, pairs: int
) -> None:
    """Time two commands in turn and print the ratio of the first to the second."""
    timed(second)  # so that neither pays for a cold disk
    times = [(timed(first), timed(second)) for _pair in range(pairs)]
    ratio = statistics.median(a / b for a, b in times)
    one, two = (statistics.median(side) for side in zip(*times, strict=True))
    print(f"{name}: {ratio:.2f} ({promise}); {one:.3f} s and {two:.3f} s")


def timed(command: list[str]) -> float:
    """Seconds that a command takes as a whole."""
    start = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
