"""The gaps that an action or a decision names: `system:backup/A.8.13`, or `A.8.13` for all."""

from collections.abc import Iterable, Iterator

from secaudit.gaps import Gap, Picture
from secaudit.language import _
from secaudit.problems import Refused
from secaudit.steps import said
from secaudit.validation import did_you_mean


def gaps_named(names: Iterable[str], picture: Picture) -> tuple[Gap, ...]:
    """Every gap that one of `names` means, each once.

    Raises WrongUsage for a subject that is not there, Refused for what is no gap.
    """
    found = (gap for name in names for gap in _named(name.strip(), picture))
    return tuple({gap.key: gap for gap in found}.values())


def _named(name: str, picture: Picture) -> Iterator[Gap]:
    subject, slash, control = name.rpartition("/")
    if not slash:
        yield from _of_control(name, picture)
        return
    key = said.named(subject, {item.subject.key for item in picture.items})
    every = (*picture.gaps, *picture.inherited)
    gap = next((gap for gap in every if gap.key == (key, control)), None)
    if gap is None:
        sentence = _("{control} of {subject} is no gap")
        text = sentence.format(control=control, subject=key)
        ids = [gap.item.control.id for gap in every if gap.item.subject.key == key]
        raise Refused(text + did_you_mean(control, ids))
    yield gap


def _of_control(control: str, picture: Picture) -> Iterator[Gap]:
    found = [gap for gap in picture.gaps if gap.item.control.id == control]
    if not found:
        sentence = _("there is no gap in {control}").format(control=control)
        ids = {gap.item.control.id for gap in picture.gaps}
        raise Refused(sentence + did_you_mean(control, ids))
    yield from found
