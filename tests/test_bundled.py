"""The files that come with secaudit are found in a checkout."""

from pathlib import Path

import pytest

import secaudit
from secaudit.bundled import bundled

ROOT = Path(secaudit.__file__).parent.parent


@pytest.mark.parametrize(
    ("folder", "file"),
    [("controls", "iso27001-2022/catalogue.yaml"), ("templates", "report.docx")],
)
def test_a_top_level_folder_is_found_in_a_checkout(folder: str, file: str) -> None:
    assert bundled(folder) == ROOT / folder
    assert (bundled(folder) / file).is_file()


def test_what_is_not_at_the_top_level_is_looked_for_inside_the_package() -> None:
    assert bundled("schemas") == ROOT / "secaudit" / "schemas"


def test_bundled_files_do_not_depend_on_where_the_user_stands(nowhere: Path) -> None:
    (nowhere / "controls").mkdir()
    (nowhere / "pyproject.toml").touch()
    assert bundled("controls") == ROOT / "controls"
