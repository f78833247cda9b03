"""The page as one HTML file: nothing is fetched, and nothing runs but what is in it."""

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path

from secaudit.form.colour import DEFAULT, shades
from secaudit.form.contents import Contents
from secaudit.page import html_template

_HERE = Path(__file__).parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const|function|class)", re.MULTILINE)
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What might end a script, or a line of one, in HTML; in JSON it stands in texts alone."""


def render(page: Contents, accent: str | None = None) -> str:
    """The page as HTML; what it holds is data, whatever signs stand in it."""
    style = _style(accent or DEFAULT)
    data = json.dumps(page.data, ensure_ascii=False, separators=(",", ":"))
    return html_template(_HERE, "page.html").render(
        page=page,
        t=page.data["texts"],
        longest=page.data["rules"]["longest"],
        longest_fact=page.data["rules"]["longest_fact"],
        style=style,
        script=_script(),
        policy=f"default-src 'none'; script-src {_hash(_script())}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'",
        data=data.translate(_UNSAFE),
    )


@cache
def _script() -> str:
    """The modules as one, each below those that it imports."""
    found: dict[str, str] = {}
    _gather("main", found)
    return "".join(found.values())


def _gather(name: str, found: dict[str, str]) -> None:
    text = (_HERE / "script" / f"{name}.js").read_text(encoding="utf-8")
    for imported in _IMPORT.findall(text):
        if imported not in found:
            _gather(imported, found)
    found[name] = _EXPORT.sub("", _IMPORT.sub("", text))


@cache
def _style(accent: str) -> str:
    colours = "".join(f"--{name}:{colour};" for name, colour in shades(accent).items())
    return f":root{{{colours}}}\n" + (_HERE / "style.css").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """As a Content-Security-Policy names what may run."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
