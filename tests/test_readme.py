"""README tells the truth: its commands run, its help is the real help, its links lead somewhere."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from secaudit.demo.respondent import Reply, fill_in
from tests.municipality import ANSWERED, EXAMPLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DATED = ("campaign", "issue", "validate", "record", "status", "gaps", "report")
ENGLISH = {"SECAUDIT_LANGUAGE": "en", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}


def blocks(heading: str) -> list[str]:
    """The indented lines under a heading of README."""
    section = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    return [line[4:] for line in section.splitlines() if line.startswith("    ")]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of README, on a day that it was written for."""
    _program, name, *rest = shlex.split(command)
    dated = ["--date", "2026-10-01"] if name in DATED else []
    return subprocess.run(
        [sys.executable, "-m", "secaudit", name, *rest, *dated],
        cwd=folder,
        env={**os.environ, **ENGLISH, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def fill_in_inventory(workspace: Path) -> None:
    """Do what README says after `init`: tell of systems, people and areas."""
    for name in ("systems.yaml", "people.yaml"):
        text = (EXAMPLES / "inventory" / name).read_text(encoding="utf-8")
        text = text.replace("provides: [T.3]", "provides: [A.8.13]")
        (workspace / "inventory" / name).write_text(text, encoding="utf-8")
    file = workspace / "secaudit.yaml"
    areas = 'areas:\n  - {id: sikkerhed, title: "Sikkerhed", person: p03}\n'
    told = file.read_text(encoding="utf-8").replace("areas: []\n", areas)
    file.write_text(told, encoding="utf-8")


def send_back(workspace: Path) -> None:
    """Answer every form that was issued."""
    issued = workspace / "campaigns" / "2026" / "issued"
    for form in issued.rglob("*-*.yaml"):
        reply = Reply(
            form.parent.name,
            form.stem,
            "first",
            ANSWERED.replace(month=10, day=1),
            employees={"sundhed": 40, "teknik": 12},
        )
        target = (
            workspace / "campaigns" / "2026" / "returned" / form.parent.name / form.name
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            fill_in(form.read_text(encoding="utf-8"), reply), encoding="utf-8"
        )


def test_the_year_in_ten_commands_works_word_for_word(tmp_path: Path) -> None:
    lines = blocks("The year in ten commands")
    commands = [line for line in lines if line.startswith("secaudit ")]
    assert len(commands) == 10
    workspace = tmp_path / "kommune"
    for command in commands:
        done = run(command, workspace if workspace.exists() else tmp_path)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        if " init " in command:
            fill_in_inventory(workspace)
        if command == "secaudit issue":
            send_back(workspace)
    assert (workspace / "reports" / "2026.docx").is_file()


def test_the_help_in_readme_is_the_real_help(tmp_path: Path) -> None:
    shown = README.split("## Commands\n\n```\n")[1].split("```")[0]
    assert run("secaudit --help", tmp_path).stdout == shown


def test_every_exit_code_is_in_readme() -> None:
    codes = re.findall(r"^\| (\d+) \|", README, re.MULTILINE)
    assert codes == ["0", "1", "2", "130"]


@pytest.mark.parametrize(
    "page", ["README.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
)
def test_every_link_leads_to_a_file(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    missing = [
        link for link in links if not (ROOT / page).parent.joinpath(link).exists()
    ]
    assert missing == []


def test_the_make_targets_that_readme_names_exist() -> None:
    named = set(re.findall(r"make ([a-z]+)", README)) - {"sure"}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {target for target in named if f"\n{target}:" not in makefile} == set()
