"""What became better from one campaign to another, and what worse, in sentences."""

from collections.abc import Iterable, Iterator, Sequence

from secaudit.catalogue import Kind, kind_name
from secaudit.gaps.comparison import Comparison, Fate
from secaudit.language import _, counted
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.themes import theme_title
from secaudit.report.said.trends import points_won
from secaudit.report.said.wording import percent, shortened


def better(found: Comparison) -> Iterator[str]:
    """Answers that became better, gaps that are closed, and where most was won."""
    number = sum(pair.course == "better" for pair in found.pairs)
    yield (
        counted("{n} answer became better.", "{n} answers became better.", number)
        if number
        else _("No answer became better.")
    )
    closed = len(found.closed)
    sentence = (
        counted(
            "{n} gap of {{then}} is closed.", "{n} gaps of {{then}} are closed.", closed
        )
        if closed
        else _("No gap of {then} is closed.")
    )
    yield sentence.format(then=found.then.campaign.id)
    if moved := _most_moved(found, 1):
        yield _("Greatest gain: {moved}.").format(moved=moved)


def worse(found: Comparison) -> Iterator[str]:
    """Answers that became worse, gaps that are new or repeated, and where most was lost."""
    number = sum(pair.course == "worse" for pair in found.pairs)
    yield (
        counted("{n} answer became worse.", "{n} answers became worse.", number)
        if number
        else _("No answer became worse.")
    )
    new, repeated = unaccepted(found.new), unaccepted(found.repeated)
    yield " ".join(_new(new))
    if repeated:
        stood = counted(
            "{n} gap stood in {{then}} too.",
            "{n} gaps stood in {{then}} too.",
            len(repeated),
        ).format(then=found.then.campaign.id)
        yield " ".join((stood, *_oldest(repeated)))
    if accepted := len(found.new) + len(found.repeated) - len(new) - len(repeated):
        yield counted(
            "{n} accepted gap is not counted.",
            "{n} accepted gaps are not counted.",
            accepted,
        )
    if moved := _most_moved(found, -1):
        yield _("Greatest loss: {moved}.").format(moved=moved)


def unaccepted(fates: Iterable[Fate]) -> list[Fate]:
    """Those whose gap no decision accepts."""
    return [fate for fate in fates if fate.gap.open]


def _new(fates: Sequence[Fate]) -> Iterator[str]:
    if not fates:
        yield _("No gap is new.")
        return
    yield counted("{n} gap is new.", "{n} gaps are new.", len(fates))
    if silent := sum(bool(f.now and f.now.status == UNANSWERED) for f in fates):
        yield counted(
            "{n} of them because a question was not answered this time.",
            "{n} of them because questions were not answered this time.",
            silent,
        )


def _oldest(repeated: Iterable[Fate]) -> Iterator[str]:
    """How long the oldest gap has stood, where that is more than the two campaigns."""
    years = max(fate.gap.years for fate in repeated)
    if years > 2:
        yield counted(
            "The oldest has been found in {n} campaign.",
            "The oldest has been found in {n} campaigns in a row.",
            years,
        )


def _most_moved(found: Comparison, way: int) -> str:
    """The kind and theme whose share met went up (1) or down (-1) most; empty if none did."""
    moves = [
        (way * (points_won(trend) or 0), kind, theme, trend)
        for kind, compared in found.figures.items()
        for theme, trend in compared.themes.items()
    ]
    most = max(moves, key=lambda move: move[0], default=None)
    if most is None or most[0] <= 0:
        return ""
    _won, kind, theme, trend = most
    return counted(
        "{{theme}} ({{kind}}): from {{then}} to {{now}} met, on {n} question",
        "{{theme}} ({{kind}}): from {{then}} to {{now}} met, on {n} questions",
        trend.questions,
    ).format(
        theme=shortened(theme_title(theme, found.now.campaign)),
        kind=_in_text(kind),
        then=percent(trend.then),
        now=percent(trend.now),
    )


def _in_text(kind: Kind) -> str:
    """What subjects of the kind are called, inside a sentence."""
    name = kind_name(kind)
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
