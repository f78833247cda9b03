"""LibreOffice, and the pages that it lays out."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Office:
    """LibreOffice with a `profile` of its own, so that two at once do not meet."""

    profile: Path

    def convert(self, to: str, folder: Path, *files: Path) -> list[Path]:
        """The files as LibreOffice writes them in `folder`; it is started once for them all."""
        profile = f"-env:UserInstallation={self.profile.as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", to, "--outdir"]
        subprocess.run([*convert, folder, *files], check=True, capture_output=True)
        return [folder / file.with_suffix(f".{to}").name for file in files]

    def pages(self, folder: Path, *files: Path) -> list[list[str]]:
        """The text of each page of each document."""
        return [_pages(pdf) for pdf in self.convert("pdf", folder, *files)]


def _pages(pdf: Path) -> list[str]:
    told = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True
    )
    return told.stdout.decode().split("\f")[:-1]
