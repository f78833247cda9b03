"""The text in the bytes of a file, whatever program saved it."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from functools import lru_cache

from secaudit.language import _
from secaudit.problems import Problem, problem_at
from secaudit.yamlfile.complaints import line_column

_ASCII = bytes(range(0x80))
_UNUSUAL = re.compile("[^\0-\x7f\u00a0À-ÁÄ-ÿ§°´¨·«»½¼£€“”„‘’‚–—…•™©®²³µ¶‰\u00ad]")
"""What no Danish text is made of; letters of other old encodings look like that."""
_UTF_8 = re.compile(b"\xc3[\x80-\xbf]")
"""A letter in UTF-8: then all of the file is, or none of it can be trusted."""
_BROKEN_WORD = re.compile(
    "(?<=[A-Za-z])[‘“„«•](?=[A-Za-z])|®(?=[A-Za-z])|^[^’\n]*‘[^’\n]*$|(?<![\\w.])’(?=[a-z])",
    re.MULTILINE,
)
"""How æ and its like of other encodings look."""


def decoded(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, and a warning if it is not UTF-8; nothing, and an error, where the
    bytes leave a doubt."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _utf_16(data, path)
    if 5 * data.count(0) > len(data):  # UTF-16 or UTF-32 without their marks
        return "", (_doubtful(path, (1, 1)),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
    if data.startswith(BOM_UTF8) or _UTF_8.search(data):
        return "", (_doubtful(path, line_column(before.decode())),)
    text = data.decode("cp1252", errors="replace")
    doubt = _UNUSUAL.search(text) or _BROKEN_WORD.search(text)
    if doubt:
        return "", (_doubtful(path, line_column(text[: doubt.start()])),)
    return text, (_warning(path, "Windows-1252"),)


@lru_cache(maxsize=2)  # signs and quotes are looked for one after the other
def beyond_ascii(text: str) -> str:
    """The letters and signs of a text that are not ASCII: few, and quickly searched."""
    return text.encode().translate(None, _ASCII).decode()


def _doubtful(path: str, place: tuple[int, int]) -> Problem:
    message = _(
        "the letters of the file cannot be told for certain; save it as UTF-8 (in Notepad: "
        "Save as, Encoding)"
    )
    return problem_at(path, place, "not-utf8", message)


def _utf_16(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = data.decode("utf-16")
        wide = "\0" in text  # UTF-32, which begins in the same way
        if wide:
            return "", (_doubtful(path, (1, 1)),)
        return text, (_warning(path, "UTF-16"),)
    except UnicodeDecodeError:
        message = _(
            "the file is damaged: it is not whole UTF-16; save it again as UTF-8"
        )
        return "", (problem_at(path, (1, 1), "not-utf8", message),)


def _warning(path: str, encoding: str) -> Problem:
    message = _(
        "the file is saved as {encoding}, and was read as that; UTF-8 is better"
    )
    said = message.format(encoding=encoding)
    return problem_at(path, (1, 1), "encoding", said, warning=True)
