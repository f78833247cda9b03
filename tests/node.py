"""What `make node` installs: each in the version of its lock."""

import shutil
from pathlib import Path

from tests.conftest import needs

FOLDER = Path(__file__).parents[1] / "requirements" / "node"
_MODULES = FOLDER / "node_modules"


def command(name: str) -> str:
    """The path of a command."""
    found = shutil.which(name, path=str(_MODULES / ".bin"))
    needs(f"{name} (make node)", found is not None)
    return str(found)


def module(path: str) -> Path:
    """A file of a module, such as `axe-core/axe.min.js`."""
    needs(f"{path} (make node)", (_MODULES / path).is_file())
    return _MODULES / path
