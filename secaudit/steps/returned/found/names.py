"""What the name of a file tells, and how one from outside is shown."""

import re

_FORM = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
_MOST_SHOWN = 200
_LEFTOVER = re.compile(
    r"\._.*|~\$.*|\.~lock\..*|\.#.*|\.DS_Store|(eh)?Thumbs\.db|desktop\.ini"
    r"|questionnaire\.schema\.json|.*\.replaced-[0-9]+|.*~|\..*\.sw[a-p]",
    re.IGNORECASE | re.DOTALL,
)
"""Of macOS, Word, LibreOffice, Windows; issued beside the forms; put aside; of editors."""


def is_form(name: str) -> bool:
    """Whether a file of this name is read as a form, whatever it holds."""
    return name.lower().endswith(_FORM)


def is_text(name: str) -> bool:
    """Whether a file of this name is read if it holds a form."""
    return name.lower().endswith(".txt")


def is_leftover(path: str) -> bool:
    """Whether a program left it, or secaudit did, and nobody sent it on purpose."""
    *folders, name = path.replace("\\", "/").split("/")
    return "__MACOSX" in folders or bool(_LEFTOVER.fullmatch(name))


def safe(path: str) -> str:
    """The path of a file inside another: it leads nowhere, and is one line on a screen."""
    parts = path.replace("\\", "/").split("/")
    text = "/".join(part for part in parts if part not in ("", ".", "..")) or "?"
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return shown if len(shown) <= _MOST_SHOWN else "…" + shown[1 - _MOST_SHOWN :]
