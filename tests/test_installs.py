"""The package as it is installed: what comes with secaudit is found, wherever it was put."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from secaudit.bundled import bundled
from tests.conftest import needs

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[1]
PACKED = ("secaudit/", "controls/", "templates/")
PROBE = """
import json
from secaudit.bundled import bundled
print(json.dumps([str(bundled(name)) for name in ("controls", "templates")]))
"""


def called(*command: str | Path, cwd: Path) -> str:
    """What a command prints; it must succeed, and may not see this checkout."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env=kept, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(target: Path, *options: str) -> Path:
    """The wheel that is built into `target`, with the backend that is installed here."""
    needs("hatchling", find_spec("hatchling") is not None)
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", target)
    called(*build, *options, PROJECT, cwd=target)
    (wheel,) = target.glob("*.whl")
    return wheel


def names_in(wheel: Path) -> set[str]:
    """The files that a wheel holds."""
    with zipfile.ZipFile(wheel) as package:
        return set(package.namelist())


@dataclass(frozen=True)
class Venv:
    """A fresh environment that borrows the libraries of this one, so no download is needed."""

    folder: Path

    def create(self, *what: str | Path) -> None:
        """Make it, and install `what` in it as pip does."""
        called(
            sys.executable,
            "-m",
            "venv",
            "--without-pip",
            self.folder,
            cwd=self.folder.parent,
        )
        (self.packages / "borrowed.pth").write_text(
            "\n".join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}),
            encoding="utf-8",
        )
        pip = (
            sys.executable,
            "-m",
            "pip",
            "--python",
            self.python,
            "install",
            "--quiet",
        )
        offline = (
            "--no-index",
            "--no-deps",
            "--no-build-isolation",
            "--ignore-installed",
        )
        called(*pip, *offline, *what, cwd=self.folder)

    @property
    def scripts(self) -> Path:
        """Where its commands lie."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.scripts / "python"

    @property
    def packages(self) -> Path:
        """Where its packages lie."""
        return Path(sysconfig.get_path("purelib", vars={"base": str(self.folder)}))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    return built(tmp_path_factory.mktemp("wheel"), "--wheel")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("sdist")
    built(folder)
    return folder


def catalogues_of(venv: Venv) -> list[str]:
    """The catalogues that the installed command lists, called from the root of the disk."""
    root = Path(venv.folder.anchor)
    said = called(
        venv.scripts / "secaudit", "catalogue", "list", "--format", "json", cwd=root
    )
    return [catalogue["id"] for catalogue in json.loads(said)["catalogues"]]


def bundled_in(venv: Venv) -> list[Path]:
    """Where the installed package finds what comes with it."""
    root = Path(venv.folder.anchor)
    return [
        Path(path) for path in json.loads(called(venv.python, "-c", PROBE, cwd=root))
    ]


def test_a_checkout_finds_what_comes_with_it_at_its_top() -> None:
    for name in ("controls", "templates"):
        assert bundled(name) == PROJECT / name
        assert any(bundled(name).iterdir())


def test_an_installed_wheel_finds_what_comes_with_it_inside_itself(
    wheel: Path, tmp_path: Path
) -> None:
    venv = Venv(tmp_path / "venv")
    venv.create(wheel)
    package = venv.packages / "secaudit"
    assert [path.resolve() for path in bundled_in(venv)] == [
        (package / name).resolve() for name in ("controls", "templates")
    ]
    assert "iso27001-2022" in catalogues_of(venv)
    report = tmp_path / "demo" / "reports" / "2026.docx"
    called(venv.scripts / "secaudit", "demo", tmp_path / "demo", cwd=tmp_path)
    assert report.is_file()


def test_an_editable_install_finds_what_comes_with_it_in_the_checkout(
    tmp_path: Path,
) -> None:
    needs("hatchling", find_spec("hatchling") is not None)
    venv = Venv(tmp_path / "venv")
    venv.create("--editable", PROJECT)
    assert bundled_in(venv) == [PROJECT / name for name in ("controls", "templates")]
    assert "iso27001-2022" in catalogues_of(venv)


def test_the_wheel_holds_all_that_is_used_when_it_runs(wheel: Path) -> None:
    assert names_in(wheel) >= {
        "secaudit/controls/iso27001-2022/catalogue.yaml",
        "secaudit/templates/report.docx",
        "secaudit/templates/report.en.docx",
        "secaudit/schemas/questionnaire.schema.json",
        "secaudit/locale/da/LC_MESSAGES/secaudit.mo",
        "secaudit/demo/eksempel/secaudit.yaml",
        "secaudit/demo/eksempel/answers-2026.yaml",
    }


def test_the_wheel_holds_nothing_but_the_package_and_what_describes_it(
    wheel: Path,
) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names_in(wheel)} == {
        "secaudit"
    }
    assert [name for name in names_in(wheel) if "test" in Path(name).name] == []
    assert [name for name in names_in(wheel) if "__pycache__" in name] == []


def test_every_file_that_git_tracks_in_the_packed_folders_is_in_the_wheel(
    wheel: Path,
) -> None:
    if not (PROJECT / ".git").exists():
        pytest.skip("this is no git checkout")
    tracked = called("git", "ls-files", "-z", *PACKED, cwd=PROJECT).split("\0")
    there = [name for name in tracked if name and (PROJECT / name).is_file()]
    wanted = {
        name if name.startswith("secaudit/") else f"secaudit/{name}" for name in there
    }
    assert len(wanted) > 100
    assert wanted - names_in(wheel) == set()


def test_git_ignores_no_file_of_the_package() -> None:
    if not (PROJECT / ".git").exists():
        pytest.skip("this is no git checkout")
    ignored = ("--others", "--ignored", "--exclude-standard", "-z")
    hidden = called("git", "ls-files", *ignored, *PACKED, cwd=PROJECT).split("\0")
    assert [name for name in hidden if name and "__pycache__" not in name] == []


def test_the_wheel_names_its_licence_its_command_and_its_readme(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        told = {
            Path(name).name: package.read(name).decode("utf-8")
            for name in package.namelist()
            if ".dist-info/" in name
        }
    assert "secaudit = secaudit.cli:main" in told["entry_points.txt"]
    assert "License-Expression: MPL-2.0" in told["METADATA"]
    assert "Mozilla Public License" in told["LICENSE"]
    assert (PROJECT / "README.md").read_text(encoding="utf-8").strip() in told[
        "METADATA"
    ]


def test_the_wheel_built_from_the_sdist_holds_the_same_files(
    wheel: Path, unpacked: Path
) -> None:
    (again,) = unpacked.glob("*.whl")
    assert names_in(again) == names_in(wheel)


def test_the_sdist_holds_the_tests_and_what_they_read(unpacked: Path) -> None:
    (sdist,) = unpacked.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        names = {name.split("/", 1)[1] for name in packed.getnames() if "/" in name}
    assert names >= {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "Makefile",
        "tests/conftest.py",
        "tests/questionnaires/register.db",
        "tests/questionnaires/refused/unknown-status.txt",
        "controls/iso27001-2022/A.5.yaml",
        "templates/report.docx",
    }
