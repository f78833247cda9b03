"""A returned file: decoded, its signs made plain, its documents read one by one."""

import re
from collections.abc import Iterator

from secaudit.handwriting.decoding import decoded
from secaudit.handwriting.recovery import misplaced, recovered
from secaudit.handwriting.signs import plain_signs
from secaudit.problems import errors
from secaudit.yamlfile import MOST_BYTES, Stream, parsed, too_large

_DIVIDER = re.compile(r"^(?=---(?:[ \t]|$))", re.MULTILINE)


def read(data: bytes, path: str) -> Stream:
    """The documents of a returned file. What was broken in one of them is told in all its
    places, and does not keep the others from being read."""
    if len(data) > MOST_BYTES:
        return too_large(path)
    text, told = decoded(data, path)
    if errors(told):
        return Stream(problems=told)
    plain, more = plain_signs(text, path)
    stream = _documents(plain, path)
    return Stream(stream.documents, (*told, *more, *stream.problems), text)


def _documents(text: str, path: str) -> Stream:
    whole = parsed(text, path, by_hand=True)
    if whole.documents and not any(misplaced(d.value) for d in whole.documents):
        return whole
    streams = [_document(chunk, path, above) for chunk, above in _chunks(text)]
    documents = [document for stream in streams for document in stream.documents]
    broken = [
        problem
        for stream in streams
        for problem in stream.problems
        if problem.code != "empty-file"  # a document of comments is none
    ]
    return Stream(tuple(documents), tuple(broken)) if documents else whole


def _chunks(text: str) -> Iterator[tuple[str, int]]:
    """The text of each document, and the number of lines above it."""
    above = 0
    for chunk in _DIVIDER.split(text):
        if chunk.strip("- \t\r\n"):
            yield chunk, above
        above += len(chunk.splitlines())


def _document(text: str, path: str, above: int) -> Stream:
    stream = parsed(text, path, by_hand=True, above=above)
    if stream.documents and not any(misplaced(d.value) for d in stream.documents):
        return stream
    again = recovered(text, path, above)
    return Stream((again,)) if again else stream
