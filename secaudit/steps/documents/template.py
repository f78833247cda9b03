"""Word templates of one's own: a new one to restyle, and whether one can be used."""

import os.path
from pathlib import Path

from secaudit.language import Language, _
from secaudit.problems import Refused, WrongUsage
from secaudit.report.word import check_template
from secaudit.report.word.kinds import KINDS, shipped
from secaudit.steps import files


def check(path: Path, kind: str) -> tuple[str, ...]:
    """What the template lacks and a document can do without, a sentence each.

    Raises Refused, with a sentence, if it cannot be used.
    """
    return check_template(path, KINDS[_known(kind)])


def chosen(
    own: Path | None, kind: str, language: Language
) -> tuple[Path, tuple[str, ...]]:
    """The template to write through, and what it lacks: one's own, else the one that is shipped,
    which need not be checked each time. Raises Refused if it cannot be used."""
    return (own, check(own, kind)) if own else (shipped(kind, language), ())


def new(path: Path, kind: str, language: Language) -> None:
    """Write the template that comes with secaudit, to be restyled; never over another file.

    Raises WrongUsage unless it is to be a .docx.
    """
    data = shipped(_known(kind), language).read_bytes()
    if path.suffix.lower() != ".docx":
        sentence = _("{path}: a Word template is a .docx")
        raise WrongUsage(sentence.format(path=path))
    if os.path.lexists(path):
        sentence = _("{path} is there already, and is left alone")
        raise Refused(sentence.format(path=path))
    files.write(path, data, files.DOCUMENT)


def _known(kind: str) -> str:
    if kind in KINDS:
        return kind
    sentence = _("there is no template for '{kind}'; there is one for {kinds}")
    raise WrongUsage(sentence.format(kind=kind, kinds=", ".join(KINDS)))
