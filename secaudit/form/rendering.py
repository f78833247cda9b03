"""The page as one HTML file: nothing is fetched, and nothing runs but what is in it."""

import json
from pathlib import Path

from secaudit.form.contents import Contents
from secaudit.page import html_template, policy, script_of, style_of

_HERE = Path(__file__).parent
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What might end a script, or a line of one, in HTML; in JSON it stands in texts alone."""


def render(page: Contents, accent: str | None = None) -> str:
    """The page as HTML; what it holds is data, whatever signs stand in it."""
    style, script = style_of(accent, _HERE / "style.css"), script_of(_HERE / "script")
    data = json.dumps(page.data, ensure_ascii=False, separators=(",", ":"))
    return html_template(_HERE, "page.html").render(
        page=page,
        t=page.data["texts"],
        longest=page.data["rules"]["longest"],
        longest_fact=page.data["rules"]["longest_fact"],
        style=style,
        script=script,
        policy=policy(script, style),
        data=data.translate(_UNSAFE),
    )
