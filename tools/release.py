"""Make a release in dist/: `make release`.

The sdist and the wheel; a folder for offices without Internet, which holds every wheel for
Windows and Linux; what a user installs, as a list of components (CycloneDX); the checksums.
The same checkout gives the same files, to the byte.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from secaudit import __version__

PROJECT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
DIST = PROJECT / "dist"
NAME = f"secaudit-{__version__}"
LOCK = PROJECT / "requirements" / "users.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = {
    "x86_64-pc-windows-msvc": ("win_amd64",),
    "x86_64-manylinux_2_28": ("manylinux_2_28_x86_64", "manylinux2014_x86_64"),
}
"""By uv's name for a platform, pip's names for the wheels that it takes."""
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can tell: no file of a release has a day of its own."""


def main() -> None:
    """Make it anew, and print where it lies."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", DIST, PROJECT)
    (wheel,) = DIST.glob("*.whl")
    office = DIST / f"{NAME}-office"
    fill(office, wheel)
    prove(office)
    components(office, DIST / f"{NAME}.cdx.json")
    pack(office, DIST / f"{NAME}-office.zip")
    files = sorted(path for path in DIST.iterdir() if path.is_file())
    (DIST / "SHA256SUMS").write_text("".join(sums(files)), "ascii", newline="\n")
    print(DIST)


def run(*command: str | Path) -> str:
    """What a command prints. Raises CalledProcessError where it fails."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def fill(office: Path, wheel: Path) -> None:
    """Lay the wheels, what installs them, and what holds them to their checksums, in a folder."""
    shutil.copytree(PROJECT / "tools" / "office", office)
    wheels = office / "wheels"
    wheels.mkdir()
    shutil.copy(wheel, wheels)
    for platform, tags in PLATFORMS.items():
        for python in PYTHONS:
            download(platform, tags, python, wheels)
    lock = f"secaudit=={__version__} --hash=sha256:{checksum(wheel)}\n"
    (office / "requirements.txt").write_text(
        lock + LOCK.read_text(encoding="utf-8"), encoding="utf-8", newline="\n"
    )


def download(platform: str, tags: Iterable[str], python: str, wheels: Path) -> None:
    """Every wheel of the lock for a platform and a Python: uv judges the markers of that platform,
    where pip would judge those of this one."""
    uv = (BIN / "uv", "pip", "compile", "--quiet")
    asked = ("--python-platform", platform, "--python-version", python)
    exact = wheels.with_name("exact.txt")
    how = ("--generate-hashes", "--no-deps", "--no-header", "--no-annotate")
    run(*uv, *asked, *how, LOCK, "--output-file", exact)
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps")
    only = ("--only-binary=:all:", "--require-hashes", "--python-version", python)
    named = [word for tag in tags for word in ("--platform", tag)]
    run(*pip, *only, *named, "--dest", wheels, "--requirement", exact)
    exact.unlink()


def components(office: Path, path: Path) -> None:
    """Write what the folder installs, with licences, as CycloneDX."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty"
        run(BIN / "uv", "venv", "--quiet", "--python", sys.executable, empty)
        uv = (BIN / "uv", "pip", "install", "--quiet", "--python", empty)
        run(*uv, *from_folder(office))
        told = ("--output-reproducible", "--pyproject", PROJECT / "pyproject.toml")
        listing = (BIN / "cyclonedx-py", "environment", *told, "--output-file", path)
        run(*listing, empty / "bin" / "python")


def prove(office: Path) -> None:
    """Install the folder without an index: here, with the demo; for Windows, on trial.

    Raises CalledProcessError where something is missing.
    """
    with tempfile.TemporaryDirectory() as folder:
        run("sh", office / "install.sh", f"{folder}/secaudit")
        run(f"{folder}/secaudit/bin/secaudit", "demo", f"{folder}/demo")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--dry-run")
    for python in PYTHONS:
        windows = ("--platform", "win_amd64", "--python-version", python)
        into = ("--only-binary=:all:", "--target", office / "nowhere")
        run(*pip, *windows, *into, *from_folder(office))


def from_folder(office: Path) -> tuple[str | Path, ...]:
    """How pip and uv are told to take what is in the folder, and nothing else."""
    names = ("--find-links", office / "wheels")
    lock = ("--require-hashes", "--requirement", office / "requirements.txt")
    return ("--no-index", *names, *lock)


def pack(folder: Path, target: Path) -> None:
    """Write a folder as a zip file whose bytes depend on its files alone."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder.parent).as_posix()
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.external_attr = (0o755 if path.suffix == ".sh" else 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, path.read_bytes())


def sums(files: Iterable[Path]) -> Iterator[str]:
    """A line for each file, as `sha256sum --check` reads it."""
    for path in files:
        yield f"{checksum(path)}  {path.name}\n"


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
