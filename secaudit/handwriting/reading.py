"""A returned file: decoded, its signs made plain, its documents read one by one."""

from dataclasses import replace
from itertools import islice

from secaudit.handwriting.decoding import decoded
from secaudit.handwriting.dividing import parts
from secaudit.handwriting.lines import every_name, is_name, usually_empty
from secaudit.handwriting.recovery import misplaced, recovered
from secaudit.handwriting.signs import cut_lines, plain_signs
from secaudit.language import _
from secaudit.problems import Problem, errors, problem_at
from secaudit.validation import unknown_field
from secaudit.yamlfile import MOST_BYTES, Document, Stream, parsed, too_large

_BEYOND = ("too-deep", "too-large")
_MOST_WRONG = 1_000
"""Signs and lines that are wrong in a file of which the rest is read."""
_MOST = 2**20
"""Characters of a document whose slips are looked for one by one."""


def read(data: bytes, path: str) -> Stream:
    """The documents of a returned file. What was broken in one of them is told in all its
    places, and does not keep the others from being read."""
    if len(data) > MOST_BYTES:
        return too_large(path)
    text, told = decoded(data, path)
    if errors(told):
        return Stream(problems=told)
    lined = text.replace("\r\n", "\n").replace("\r", "\n")
    if quoted := _quoted(lined, path):
        return Stream(problems=quoted, text=text)
    plain, more = plain_signs(lined, path)
    wrong = (*errors(more), *islice(cut_lines(plain, path), _MOST_WRONG + 1))
    if len(wrong) > _MOST_WRONG:
        return Stream(problems=(*told, *wrong), text=text)
    stream = _documents(plain, path, wrong)
    documents = tuple(map(_with_lost_names, stream.documents))
    rest = (p for p in more if p not in wrong)
    return Stream(documents, (*told, *rest, *stream.problems), text)


def _quoted(text: str, path: str) -> tuple[Problem, ...]:
    """That every line is quoted, as in the answer to a mail."""
    if text[:1] not in (">", "|"):
        return ()
    lines = [line for line in text.split("\n") if line.strip()]
    if any(line[0] != text[0] for line in lines):
        return ()
    message = _(
        "every line begins with '{sign}', as in an answer to a mail; send the file"
    )
    said = message.format(sign=text[0])
    return (problem_at(path, (1, 1), "quoted-lines", said),)


def _with_lost_names(document: Document) -> Document:
    """The document, with a problem for each name in it that is none of a form's and has no
    value: it may be a text that ends in a colon, and would be as if it was not there."""
    if document.empty <= usually_empty():
        return document
    lines = {problem.line for problem in errors(document.problems)}
    told = (
        document.problem(
            "unknown-field", unknown_field(str(keys[-1])), keys, at_key=True
        )
        for keys in document.places
        if keys and keys[-1] in document.empty and not is_name(keys)
    )
    more = islice((p for p in told if p.line not in lines), _MOST_WRONG)
    return replace(document, problems=tuple(sorted((*document.problems, *more))))


def _documents(text: str, path: str, wrong: tuple[Problem, ...]) -> Stream:
    """The documents, with what is `wrong` with the text of each."""
    whole = parsed(text, path, every_name())
    beyond = any(problem.code in _BEYOND for problem in whole.problems)
    if beyond or not (wrong or _is_odd(text, whole)):
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
        empty = any(problem.code == "empty-file" for problem in stream.problems)
        broken += _only_help(path, above) if empty and documents else ()
        broken += (p for p in stream.problems if p.code != "empty-file")
        broken += () if chunk.startswith("---") or not above else _joined(path, above)
    return Stream(tuple(documents), tuple(broken)) if documents else whole


def _is_odd(text: str, whole: Stream) -> bool:
    """Whether the documents must be read one by one: there are more parts than documents, or
    something is not in its place."""
    if not whole.documents or any(map(misplaced, whole.documents)):
        return True
    divided = "\n---" in text or text.count("form: secaudit/") > 1
    return divided and len(parts(text)) > len(whole.documents)


def _only_help(path: str, above: int) -> tuple[Problem, ...]:
    message = _("nothing is read below this '---': every line begins with '#'")
    return (problem_at(path, (above + 1, 1), "help-line", message, warning=True),)


def _joined(path: str, above: int) -> tuple[Problem, ...]:
    message = _("another form begins here; it is read as if '---' stood above it")
    return (problem_at(path, (above + 1, 1), "no-divider", message, warning=True),)


def _document(text: str, path: str, above: int) -> Stream:
    stream = parsed(text, path, every_name(), above)
    if stream.documents and not any(map(misplaced, stream.documents)):
        return stream
    again = None if len(text) > _MOST else recovered(text, path, above)
    return Stream((again,)) if again else stream
