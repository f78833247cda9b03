"""The text in the bytes of a file, whatever program saved it."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from secaudit.language import _
from secaudit.problems import Problem, problem_at
from secaudit.yamlfile.complaints import line_column

_DANISH = re.compile(
    "[\0-\x7f\u00a0ÆØÅæøåÄÖÜäöüßÉÈÊËÁÀÍÓÚéèêëáàâíîïóôúûçñðþý§°´¨·«»½£€“”„‘’‚–—…•™©®²³µ×\u00ad]*"
)
"""What a Danish text is made of; in other old encodings its letters look like other signs."""
_BROKEN_WORD = re.compile(
    "(?<=[A-Za-z])[‘“„«•](?=[A-Za-z])|®(?=[a-z])|^[^’\n]*‘[^’\n]*$", re.MULTILINE
)
"""How æ and its like of other encodings look."""


def decoded(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, and a warning if it is not UTF-8; nothing, and an error, where the
    bytes leave a doubt."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _utf_16(data, path)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        if _DANISH.fullmatch(text) and not _BROKEN_WORD.search(text):
            return text, (_warning(path, "Windows-1252"),)
        message = _(
            "the letters of the file cannot be told for certain; save it as UTF-8"
        )
        place = line_column(data[: error.start].decode("utf-8-sig"))
        return "", (problem_at(path, place, "not-utf8", message),)


def _utf_16(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        return data.decode("utf-16"), (_warning(path, "UTF-16"),)
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
