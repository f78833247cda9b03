"""Two campaigns beside each other as a Word document, in the active language. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from secaudit.campaign import Campaign
from secaudit.catalogue import Kind, kind_name
from secaudit.gaps import Trend
from secaudit.gaps.comparison import Comparison, Fate
from secaudit.language import _, counted, long_date
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.register import Head
from secaudit.report.compared.model import ComparisonReport, TogetherRow
from secaudit.report.compared.together import together
from secaudit.report.said.themes import theme_title
from secaudit.report.said.trends import TrendRow, change
from secaudit.report.said.wording import listed, percent, shortened

MOST_ROWS = 14
MOST_THEMES = 24
_MOST_NAMES = 8


def compose(found: Comparison, head: Head, version: str) -> ComparisonReport:
    """The document on two campaigns."""
    then, now = found.then.campaign, found.now.campaign
    title = _("Information security: {then} and {now} compared")
    closed, closed_rest = _most(together(found.closed, "now"), MOST_ROWS)
    new, new_rest = _most(together(_open(found.new), "now"), MOST_ROWS)
    repeated, repeated_rest = _most(together(_open(found.repeated), "years"), MOST_ROWS)
    themes = tuple(_themes(found))
    left = max(len(themes) - MOST_THEMES, 0)
    more_themes = counted("And {n} more theme.", "And {n} more themes.", left)
    return ComparisonReport(
        title=title.format(then=then.id, now=now.id),
        organisation=now.organisation.name,
        campaign=now.id,
        before=then.id,
        day=found.now.on,
        date=long_date(found.now.on),
        date_before=long_date(found.then.on),
        version=version,
        better=tuple(_better(found)),
        worse=tuple(_worse(found)),
        kinds=tuple(_kinds(found)),
        themes=themes[:MOST_THEMES],
        themes_rest=more_themes if left else "",
        closed=closed,
        closed_rest=closed_rest,
        new=new,
        new_rest=new_rest,
        repeated=repeated,
        repeated_rest=repeated_rest,
        apart=(*_not_compared(found), *_subjects(found)),
        events=head.sequence,
        head=head.hash,
    )


def _most(
    rows: Sequence[TogetherRow], most: int
) -> tuple[tuple[TogetherRow, ...], str]:
    """The first rows, and how many controls and gaps a table leaves out."""
    left = rows[most:]
    if not left:
        return tuple(rows), ""
    gaps = counted("{n} gap", "{n} gaps", sum(row.gaps for row in left))
    said = counted(
        "And {n} more control, less urgent, with {{gaps}}.",
        "And {n} more controls, less urgent, with {{gaps}}.",
        len(left),
    )
    return tuple(rows[:most]), said.format(gaps=gaps)


def _better(found: Comparison) -> Iterator[str]:
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
    for moved in _most_moved(found, up=True):
        yield _("Greatest gain: {moved}.").format(moved=moved)


def _worse(found: Comparison) -> Iterator[str]:
    """Answers that became worse, gaps that are new or repeated, and where most was lost."""
    number = sum(pair.course == "worse" for pair in found.pairs)
    yield (
        counted("{n} answer became worse.", "{n} answers became worse.", number)
        if number
        else _("No answer became worse.")
    )
    yield " ".join(_new(_open(found.new)))
    repeated = _open(found.repeated)
    if repeated:
        said = counted(
            "{n} gap stood in {{then}} too.",
            "{n} gaps stood in {{then}} too.",
            len(repeated),
        )
        said = said.format(then=found.then.campaign.id)
        yield " ".join((said, *_oldest(repeated)))
    accepted = (
        len(found.new) + len(found.repeated) - len(_open(found.new)) - len(repeated)
    )
    if accepted:
        yield counted(
            "{n} accepted gap is not counted.",
            "{n} accepted gaps are not counted.",
            accepted,
        )
    for moved in _most_moved(found, up=False):
        yield _("Greatest loss: {moved}.").format(moved=moved)


def _open(fates: Iterable[Fate]) -> tuple[Fate, ...]:
    """Those whose gap no decision accepts."""
    return tuple(fate for fate in fates if fate.gap.open)


def _oldest(repeated: Iterable[Fate]) -> Iterator[str]:
    """How long the oldest gap has stood, where that is more than the two campaigns."""
    years = max(fate.gap.years for fate in repeated)
    if years > 2:
        yield counted(
            "The oldest has been found in {n} campaign.",
            "The oldest has been found in {n} campaigns in a row.",
            years,
        )


def _new(fates: Sequence[Fate]) -> Iterator[str]:
    if not fates:
        yield _("No gap is new.")
        return
    yield counted("{n} gap is new.", "{n} gaps are new.", len(fates))
    silent = sum(bool(fate.now and fate.now.status == UNANSWERED) for fate in fates)
    if silent:
        yield counted(
            "{n} of them because a question was not answered this time.",
            "{n} of them because questions were not answered this time.",
            silent,
        )


def _most_moved(found: Comparison, *, up: bool) -> Iterator[str]:
    """The kind and theme whose share met went up, or down, by most points; if any did."""
    moves = [
        (points if up else -points, kind, theme, one)
        for kind, compared in found.figures.items()
        for theme, one in compared.themes.items()
        if (points := _points(one)) is not None
    ]
    most = max(moves, key=lambda move: move[0], default=None)
    if most is None or most[0] <= 0:
        return
    _won, kind, theme, trend = most
    said = counted(
        "{{theme}} ({{kind}}): from {{then}} to {{now}} met, on {n} question",
        "{{theme}} ({{kind}}): from {{then}} to {{now}} met, on {n} questions",
        trend.questions,
    )
    yield said.format(
        theme=shortened(theme_title(theme, found.now.campaign)),
        kind=_in_text(kind),
        then=percent(trend.then),
        now=percent(trend.now),
    )


def _points(trend: Trend) -> int | None:
    """How many percentage points it went up; None where nothing can be compared."""
    if not (trend.then and trend.now):
        return None
    return trend.now.percent - trend.then.percent


def _in_text(kind: Kind) -> str:
    """What subjects of the kind are called, inside a sentence."""
    name = kind_name(kind)
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _kinds(found: Comparison) -> Iterator[TrendRow]:
    for kind, compared in found.figures.items():
        yield _row(kind_name(kind), compared.every)


def _themes(found: Comparison) -> Iterator[TrendRow]:
    for kind, compared in found.figures.items():
        for theme, one in compared.themes.items() if len(compared.themes) > 1 else ():
            yield _row(_themed(kind, theme, found.now.campaign), one)


def _themed(kind: Kind, theme: str, campaign: Campaign) -> str:
    return f"{kind_name(kind)}: {shortened(theme_title(theme, campaign), 50)}"


def _row(about: str, found: Trend) -> TrendRow:
    then, now = percent(found.then), percent(found.now)
    return TrendRow(about, found.questions, then, now, change(found))


def _not_compared(found: Comparison) -> Iterator[str]:
    """How much was asked in one of the campaigns only."""
    for picture, questions, gaps in zip(
        (found.then, found.now),
        found.only,
        (len(found.gone), len(found.first_asked)),
        strict=True,
    ):
        if questions:
            said = counted(
                "{n} question was asked in {{campaign}} only, and is not compared; {{gaps}}.",
                "{n} questions were asked in {{campaign}} only, and are not compared; "
                "{{gaps}}.",
                questions,
            )
            held = counted("{n} of them is a gap", "{n} of them are gaps", gaps)
            held = held if gaps else _("none of them is a gap")
            yield said.format(campaign=picture.campaign.id, gaps=held)


def _subjects(found: Comparison) -> Iterator[str]:
    then, now = found.then.campaign.id, found.now.campaign.id
    if found.came:
        sentence = _("Assessed in {now} and not in {then}: {names}.")
        yield sentence.format(now=now, then=then, names=_listed(found.came))
    if found.went:
        sentence = _("Assessed in {then} and not in {now}: {names}.")
        yield sentence.format(now=now, then=then, names=_listed(found.went))
    if found.names:
        yield counted(
            "{n} system has another id, and is the same.",
            "{n} systems have other ids, and are the same.",
            len(found.names),
        )


def _listed(subjects: Sequence[Subject]) -> str:
    names = list(dict.fromkeys(shortened(subject.name, 40) for subject in subjects))
    return listed(names, _MOST_NAMES)
