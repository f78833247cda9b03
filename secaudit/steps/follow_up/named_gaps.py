"""The gaps that an action or a decision names: `system:backup/A.8.13`, or `A.8.13` for all."""

from collections.abc import Iterable, Iterator

from secaudit.gaps import Gap, Picture
from secaudit.language import _, active
from secaudit.officer import text as officer_text
from secaudit.problems import Refused
from secaudit.questionnaire import word
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
    key = officer_text.named(subject, {item.subject.key for item in picture.items})
    every = (*picture.gaps, *picture.inherited)
    gap = next((gap for gap in every if gap.key == (key, control)), None)
    if gap is None:
        sentence = _("{control} of {subject} is no gap")
        text = sentence.format(control=control, subject=key)
        raise Refused(text + _instead(control, key, picture))
    yield gap


def _instead(control: str, key: str, picture: Picture) -> str:
    """What the answer is instead; else the control that was probably meant."""
    asked = {i.control.id: i for i in picture.items if i.subject.key == key}
    if control not in asked:
        return did_you_mean(control, asked)
    status = word(asked[control].status, active())
    return _(": the answer is '{status}'").format(status=status)


def _of_control(control: str, picture: Picture) -> Iterator[Gap]:
    found = [gap for gap in picture.gaps if gap.item.control.id == control]
    if not found:
        sentence = _("there is no gap in {control}").format(control=control)
        asked = {item.control.id for item in picture.items}
        near = "" if control in asked else did_you_mean(control, asked)
        raise Refused(sentence + near)
    yield from found
