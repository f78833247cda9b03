"""README tells the truth: its commands run, its help is the real help, its links lead somewhere."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from secaudit.demo.respondent import Reply, fill_in
from tests.cli.command import environment, process, run
from tests.conftest import MadeDemo
from tests.municipality import ANSWERED
from tests.steps.test_init import taken_in
from tests.surveyed import as_xlsx

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
UNDATED = ("--help", "init", "verify", "history", "inventory check", "template")
ENGLISH = environment(SECAUDIT_LANGUAGE="en", PYTHONIOENCODING="utf-8")
GAP = {
    "status": "delvist opfyldt",
    "comment": "To grupper mangler.",
    "action": {"what": "Gennemgå resten", "responsible": "Anna", "due": "2026-12-01"},
}


def block(after: str) -> list[str]:
    """The commands in the block of indented lines that follows `after` in README."""
    lines = README.split(f"{after}\n\n", 1)[1].split("\n\n")[0].splitlines()
    return [line[4:] for line in lines if line.startswith("    secaudit ")]


def does(command: str, folder: Path, on: str = "2026-10-01") -> None:
    """Run a line of README, on a day that it was written for; it is to work."""
    _program, *words = shlex.split(command, comments=True)
    undated = " ".join(words).startswith(UNDATED)
    dated = [] if undated else ["--date", on]
    said = run(*words, *dated, cwd=folder, env=ENGLISH)
    assert said.code == 0, f"{command}: {said}"


def send_back(workspace: Path) -> None:
    """Answer every form that was issued; one answer is a gap, and corrects a fact."""
    issued = workspace / "campaigns" / "2026" / "issued"
    for form in issued.rglob("*-*.yaml"):
        reply = Reply(
            form.parent.name,
            form.stem,
            "first",
            ANSWERED.replace(month=10, day=1),
            {"A.5.18": GAP} if form.stem == "system-omsorgsjournal" else {},
            employees={"sundhed": 40, "stab": 12},
        )
        target = (
            workspace / "campaigns" / "2026" / "returned" / form.parent.name / form.name
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        text = fill_in(form.read_text(encoding="utf-8"), reply)
        target.write_text(
            text.replace("citizen_facing:\n", "citizen_facing: false\n"),
            encoding="utf-8",
        )


@pytest.mark.slow
def test_the_year_in_ten_commands_works_on_an_empty_folder(tmp_path: Path) -> None:
    commands = block("## The year in ten commands")
    assert len(commands) == 10
    workspace = tmp_path / "kommune"
    for command in commands:
        does(command, workspace if workspace.exists() else tmp_path)
    assert (workspace / "reports" / "2026.docx").is_file()


@pytest.mark.slow
def test_every_command_of_the_year_works_word_for_word(tmp_path: Path) -> None:
    first, *ten = block("## The year in ten commands")
    does(first, tmp_path)
    workspace = tmp_path / "kommune"
    taken_in(workspace)
    for command in ten:
        does(command, workspace)
        if command == "secaudit issue":
            send_back(workspace)
        if command.startswith("secaudit record"):
            while_answers_come_in(workspace)
    assert (workspace / "reports" / "2026.docx").is_file()
    for command in block("Between campaigns:"):
        does(command, workspace, "2027-01-10")
    assert (workspace / "handlinger.xlsx").is_file()


def while_answers_come_in(workspace: Path) -> None:
    rows = [("sundhed", "Ja")] * 30 + [("stab", "Nej")] * 9
    as_xlsx(workspace / "svar.xlsx", rows, ("Afdeling", "A.6.3"))
    for command in block("While answers come in:"):
        if "issue --again" in command:
            does("secaudit inventory proposals --accept-all", workspace)
        does(command, workspace)


@pytest.mark.slow
def test_every_command_around_the_report_works(
    made_demo: MadeDemo, tmp_path: Path
) -> None:
    workspace = tmp_path / "kommune"
    shutil.copytree(made_demo.folder, workspace)
    for command in block("Around the report:"):
        does(command, workspace, "2026-11-02")
    assert (workspace / "gab.xlsx").is_file()


def test_the_help_in_readme_is_the_real_help(tmp_path: Path) -> None:
    shown = README.split("## Commands\n\n```\n")[1].split("```")[0]
    assert process("--help", cwd=tmp_path, env=ENGLISH).out == shown


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
