"""The scripts and the styles of the pages: typed, without slips, and formatted."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests import node

PROJECT = Path(__file__).parents[2]
PAGE = "secaudit/form"
PAGES = (PAGE, "secaudit/page", "secaudit/survey")


def wrong_types(project: Path) -> str:
    """What the compiler says of the script of a checkout."""
    return said("tsc", "--pretty", "false", "-p", str(project / "requirements/node"))


def slips(project: Path) -> str:
    """What the linter and formatter says of script and style; empty if nothing."""
    settings = f"--config-path={project / 'requirements/node'}"
    places = [str(project / page) for page in PAGES]
    return said("biome", "ci", "--colors=off", "--error-on-warnings", settings, *places)


def said(command: str, *arguments: str) -> str:
    ran = subprocess.run(
        [node.command(command), *arguments], capture_output=True, encoding="utf-8"
    )
    return (ran.stdout + ran.stderr) if ran.returncode else ""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Of a checkout what the tools look at, to be changed."""
    for path in (node.FOLDER / "tsconfig.json", node.FOLDER / "biome.json"):
        (tmp_path / "requirements/node").mkdir(parents=True, exist_ok=True)
        shutil.copy(path, tmp_path / "requirements/node")
    for page in PAGES:
        shutil.copytree(PROJECT / page, tmp_path / page)
    return tmp_path


def test_every_type_is_right() -> None:
    assert wrong_types(PROJECT) == ""


def test_the_script_and_the_style_have_no_slip_and_are_formatted() -> None:
    assert slips(PROJECT) == ""


def test_a_wrong_type_is_told(copy: Path) -> None:
    wrong = '/** @type {number} */\nexport const days = "three";\n'
    (copy / PAGE / "script/wrong.js").write_text(wrong, encoding="utf-8")
    assert "wrong.js(2,14): error TS2322: Type 'string' is not" in wrong_types(copy)


def test_a_slip_and_a_file_that_is_not_formatted_are_told(copy: Path) -> None:
    texts = {
        "script/quoted.js": "export const days = 'three'\n",
        "script/changing.js": "let days = 3;\nexport { days };\n",
        "dense.css": "p{color:red}\n",
        "misspelt.css": "p {\n  colour: red;\n}\n",
    }
    for name, text in texts.items():
        (copy / PAGE / name).write_text(text, encoding="utf-8")
    told = slips(copy)
    for place in (
        "script/quoted.js format",
        "script/changing.js:1:1 lint/style/useConst",
        "dense.css format",
        "misspelt.css:2:3 lint/correctness/noUnknownProperty",
    ):
        assert f"{PAGE}/{place} " in told, told
