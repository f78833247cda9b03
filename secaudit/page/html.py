"""One file of HTML: nothing is fetched, and nothing runs but what is in it."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from secaudit.page.colour import DEFAULT, shades
from secaudit.visible import visible

if TYPE_CHECKING:
    from jinja2 import Template

_HERE = Path(__file__).parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const|function|class)", re.MULTILINE)


@cache
def html_template(folder: Path, name: str) -> "Template":
    """A template of HTML: what it shows is shown as it was written, and all of it is seen."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader([folder, _HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


def _seen(value: Any) -> Any:
    return visible(value) if type(value) is str else value  # not one that is markup


@cache
def script_of(folder: Path) -> str:
    """The modules of a folder as one script, each below those that it imports."""
    found: dict[str, str] = {}
    _gather(folder, "main", found)
    return "".join(found.values())


def _gather(folder: Path, name: str, found: dict[str, str]) -> None:
    text = (folder / f"{name}.js").read_text(encoding="utf-8")
    for imported in _IMPORT.findall(text):
        if imported not in found:
            _gather(folder, imported, found)
    found[name] = _EXPORT.sub("", _IMPORT.sub("", text))


@cache
def style_of(accent: str | None, own: Path) -> str:
    """What every page looks like, in the municipality's colour, and then a page's `own` looks."""
    named = shades(accent or DEFAULT).items()
    colours = "".join(f"--{name}:{colour};" for name, colour in named)
    files = (_HERE / "style.css", own)
    texts = (file.read_text(encoding="utf-8") for file in files)
    return f":root{{{colours}}}\n{''.join(texts)}"


def policy(script: str, style: str) -> str:
    """The Content-Security-Policy under which only this script and this style run."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    """As a Content-Security-Policy names what may run."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
