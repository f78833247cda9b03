"""The language of help, and of messages until a workspace is open."""

import locale
import os
import re
from collections.abc import Sequence
from pathlib import Path

from secaudit.language import LANGUAGES, Language

_FILE = "secaudit.yaml"  # the workspace itself would take its reader of YAML along
_LINE = re.compile(r"""^["']?language["']?\s*:\s*["']?(\w*)""", re.MULTILINE)
_MOST = 1_000_000
"""Characters of secaudit.yaml that are looked through."""


def language_of(arguments: Sequence[str]) -> Language:
    """What SECAUDIT_LANGUAGE says, else the workspace that `--workspace` names, or the nearest,
    else the locale, be it one that is not installed here."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    asked = os.environ.get("SECAUDIT_LANGUAGE") or _of_workspace(arguments)
    of_locale = (os.environ[name] for name in names if os.environ.get(name))
    wanted = asked or next(of_locale, None) or locale.getlocale()[0] or ""
    return "da" if wanted.casefold().startswith("da") else "en"


def _of_workspace(arguments: Sequence[str]) -> str:
    """The language in secaudit.yaml, as a glance at its lines finds it; "" without one."""
    try:
        named = _named(arguments)
        folders = [Path(named)] if named else [Path.cwd(), *Path.cwd().parents]
        file = next((f / _FILE for f in folders if (f / _FILE).is_file()), None)
        if file is None:
            return ""
        with file.open(encoding="utf-8-sig", errors="replace") as lines:
            line = _LINE.search(lines.read(_MOST))
    except (OSError, ValueError):
        return ""
    code = line[1] if line else "da"  # as a workspace that does not say
    return code if code in LANGUAGES else ""


def _named(arguments: Sequence[str]) -> str:
    """What `--workspace` names, said last as Click hears it."""
    for at, word in reversed(list(enumerate(arguments))):
        option, equals, folder = word.partition("=")
        if option == "--workspace":
            return folder if equals else [*arguments, ""][at + 1]
    return ""
