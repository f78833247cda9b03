"""Where the files that come with secaudit lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled(folder: str) -> Path:
    """The folder `folder`: inside an installed package, beside it in a checkout.

    `importlib.resources` cannot say: in an editable install the top-level folders
    `controls/` and `templates/` are not inside the package.
    """
    beside = _PACKAGE.parent / folder
    checkout = (_PACKAGE.parent / "pyproject.toml").is_file()
    return beside if checkout and beside.is_dir() else _PACKAGE / folder
