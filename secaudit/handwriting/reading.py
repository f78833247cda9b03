"""A returned file: decoded, its signs made plain, its documents read one by one."""

import re
from dataclasses import replace
from functools import lru_cache

from secaudit.handwriting.decoding import decoded
from secaudit.handwriting.lines import CONTROL, every_name
from secaudit.handwriting.recovery import misplaced, recovered
from secaudit.handwriting.signs import cut_lines, plain_signs
from secaudit.problems import Problem, errors
from secaudit.validation import unknown_field
from secaudit.yamlfile import MOST_BYTES, Document, Stream, parsed, too_large

_BEYOND = ("too-deep", "too-large")
_MOST_WRONG = 1_000
"""Signs and lines that are wrong in a file of which the rest is read."""
_MOST = 2**20
"""Characters of a document whose slips are looked for one by one."""
_DIVIDER = re.compile(r"^(?=---(?:[ \t]|$))", re.MULTILINE)


def read(data: bytes, path: str) -> Stream:
    """The documents of a returned file. What was broken in one of them is told in all its
    places, and does not keep the others from being read."""
    if len(data) > MOST_BYTES:
        return too_large(path)
    text, told = decoded(data, path)
    if errors(told):
        return Stream(problems=told)
    lined = text.replace("\r\n", "\n").replace("\r", "\n")
    plain, more = plain_signs(lined, path)
    wrong = (*errors(more), *cut_lines(plain, path))
    if len(wrong) > _MOST_WRONG:
        return Stream(problems=(*told, *wrong), text=text)
    stream = _documents(plain, path, wrong)
    documents = tuple(map(_with_lost_names, stream.documents))
    rest = (p for p in more if p not in wrong)
    return Stream(documents, (*told, *rest, *stream.problems), text)


def _with_lost_names(document: Document) -> Document:
    """The document, with a problem for each name in it that is none of a form's and has no
    value: it may be a text that ends in a colon, and would be as if it was not there."""
    lost = [
        name for name in document.empty - every_name() if not CONTROL.fullmatch(name)
    ]
    if not lost:
        return document
    lines = {problem.line for problem in errors(document.problems)}
    told = (
        document.problem(
            "unknown-field", unknown_field(str(keys[-1])), keys, at_key=True
        )
        for keys in document.places
        if keys and keys[-1] in lost and "counts" not in keys
    )
    more = (problem for problem in told if problem.line not in lines)
    return replace(document, problems=tuple(sorted((*document.problems, *more))))


def _documents(text: str, path: str, wrong: tuple[Problem, ...]) -> Stream:
    """The documents, with what is `wrong` with the text of each."""
    whole = parsed(text, path, every_name())
    beyond = any(problem.code in _BEYOND for problem in whole.problems)
    right = whole.documents and not (wrong or any(map(misplaced, whole.documents)))
    if beyond or right:
        return whole
    documents: list[Document] = []
    broken: list[Problem] = []
    for chunk, above, below in parts(text):
        stream = _document(chunk, path, above)
        here = tuple(p for p in wrong if above < p.line <= below)
        documents += (
            replace(d, problems=tuple(sorted({*d.problems, *here})))
            for d in stream.documents
        )
        broken += () if stream.documents else here
        # a document that is nothing but comments is none
        broken += (p for p in stream.problems if p.code != "empty-file")
    return Stream(tuple(documents), tuple(broken)) if documents else whole


@lru_cache(maxsize=2)  # the documents of a file ask one after another
def parts(text: str) -> tuple[tuple[str, int, int], ...]:
    """The text of each document, the number of lines above it, and that with its own."""
    found, above = list[tuple[str, int, int]](), 0
    for part in _DIVIDER.split(text):
        below = above + part.count("\n")
        if part.strip("- \t\n"):
            found.append((part, above, below if part.endswith("\n") else below + 1))
        above = below
    return tuple(found)


def _document(text: str, path: str, above: int) -> Stream:
    stream = parsed(text, path, every_name(), above)
    if stream.documents and not any(map(misplaced, stream.documents)):
        return stream
    again = None if len(text) > _MOST else recovered(text, path, above)
    return Stream((again,)) if again else stream
