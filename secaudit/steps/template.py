"""Word templates of one's own: a new one to restyle, and whether one can be used."""

from pathlib import Path

from secaudit.language import Language, _
from secaudit.problems import Refused, WrongUsage, reason
from secaudit.report.word import check_template
from secaudit.report.word.kinds import KINDS, shipped


def check(path: Path, kind: str) -> tuple[str, ...]:
    """What the template lacks and a document can do without, a sentence each.

    Raises Refused, with a sentence, if it cannot be used.
    """
    return check_template(path, KINDS[_known(kind)].model)


def new(path: Path, kind: str, language: Language) -> None:
    """Write the template that comes with secaudit, to be restyled; never over another file."""
    data = shipped(_known(kind), language).read_bytes()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        sentence = _("{path} is there already, and is left alone")
        raise Refused(sentence.format(path=path)) from None
    except OSError as error:
        sentence = _("{path} cannot be written: {reason}")
        raise Refused(sentence.format(path=path, reason=reason(error))) from None


def _known(kind: str) -> str:
    if kind in KINDS:
        return kind
    sentence = _("there is no template for '{kind}'; there is one for {kinds}")
    raise WrongUsage(sentence.format(kind=kind, kinds=", ".join(KINDS)))
