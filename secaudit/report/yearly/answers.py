"""How many answers are met, kind of subject by kind of subject."""

from collections.abc import Iterable, Iterator, Sequence

from secaudit.catalogue import KINDS, Kind
from secaudit.gaps import Item
from secaudit.language import _, later, number

_MET: dict[Kind, str] = {
    "system": later("systems {part} of {whole}"),
    "owner": later("owners {part} of {whole}"),
    "organisation": later("organisation {part} of {whole}"),
    "employees": later("employees {part} of {whole}"),
}


def met_of(items: Iterable[Item]) -> tuple[int, int]:
    """How many answers are met, of how many that are applicable."""
    staying = [item for item in items if not item.left]
    return sum(item.status == "met" for item in staying), len(staying)


def answers_met(questions: Iterable[Sequence[Item]]) -> Iterator[str]:
    """How many answers to some questions are met, of how many; a part for each kind."""
    counts = [(items[0].subject.kind, *met_of(items)) for items in questions]
    for kind in KINDS:
        met = sum(part for of, part, _whole in counts if of == kind)
        whole = sum(whole for of, _part, whole in counts if of == kind)
        if whole:
            yield _(_MET[kind]).format(part=number(met), whole=number(whole))
