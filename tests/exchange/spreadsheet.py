"""A workbook in the hands of somebody with a spreadsheet."""

import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from secaudit.exchange.row import either
from secaudit.workbook import Column


class Spreadsheet:
    """The workbook at `path`, opened, changed and saved by hand."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self.path, self.columns = path, columns
        self.book = load_workbook(path)
        self.page: Any = self.book.worksheets[0]

    def place(self, key: str) -> int:
        """The number of a column."""
        column = next(c for c in self.columns if c.key == key)
        titles = [cell.value for cell in self.page[1]]
        return next(n for n, t in enumerate(titles, 1) if t in either(column.title))

    def read(self, row: int, key: str) -> Any:
        """What a cell holds."""
        return self.page.cell(row, self.place(key)).value

    def write(self, row: int, **cells: Any) -> None:
        """Write in cells of a row, by column key."""
        for key, value in cells.items():
            self.page.cell(row, self.place(key)).value = value

    def below(self) -> int:
        """The number of the first row that is free."""
        return int(self.page.max_row) + 1

    def save(self) -> Path:
        """Save it; where it lies."""
        self.book.save(self.path)
        return self.path


def office(path: Path, folder: Path, form: str = "xlsx") -> Path:
    """The workbook as LibreOffice opens it and saves it in another form, in `folder`."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", form]
    subprocess.run(
        [*convert, "--outdir", str(folder), str(path)], check=True, capture_output=True
    )
    return folder / f"{path.stem}.{form.partition(':')[0]}"


def has_office() -> bool:
    """Whether LibreOffice is here."""
    return shutil.which("soffice") is not None


def repacked(path: Path, parts: dict[str, bytes | None]) -> Path:
    """The workbook with parts of its package replaced, added, or taken out."""
    with zipfile.ZipFile(path) as package:
        old = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**old, **parts}.items():
            if part is not None:
                package.writestr(name, part)
    return path


def part_of(path: Path, name: str) -> bytes:
    """One part of the workbook's package."""
    with zipfile.ZipFile(path) as package:
        return package.read(name)
