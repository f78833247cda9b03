"""Two campaigns beside each other as a Word document, in the active language. Pure."""

from collections.abc import Iterator

from secaudit.catalogue import kind_name
from secaudit.gaps.comparison import Comparison
from secaudit.language import _, counted, long_date
from secaudit.register import Head
from secaudit.report.compared.courses import better, unaccepted, worse
from secaudit.report.compared.model import ComparisonReport
from secaudit.report.compared.together import together
from secaudit.report.said.first import first, tables
from secaudit.report.said.imprint import imprint
from secaudit.report.said.themes import theme_title
from secaudit.report.said.trends import TrendRow, compared_row
from secaudit.report.said.wording import listed, shortened

MOST_ROWS = 14
MOST_THEMES = 24
_MOST_NAMES = 8


def compose(found: Comparison, head: Head, version: str) -> ComparisonReport:
    """The document on two campaigns."""
    then, now = found.then.campaign, found.now.campaign
    title = _("Information security: {then} and {now} compared")
    return ComparisonReport(
        **imprint(now, found.now.on, head, version),
        title=title.format(then=then.id, now=now.id),
        before=then.id,
        date_before=long_date(found.then.on),
        better=tuple(better(found)),
        worse=tuple(worse(found)),
        kinds=tuple(
            compared_row(kind_name(kind), one.every)
            for kind, one in found.figures.items()
        ),
        **tables(
            themes=first(list(_themes(found)), MOST_THEMES, _more_themes),
            closed=together(found.closed, MOST_ROWS),
            new=together(unaccepted(found.new), MOST_ROWS),
            repeated=together(unaccepted(found.repeated), MOST_ROWS, years=True),
        ),
        apart=(*_not_compared(found), *_subjects(found)),
    )


def _more_themes(n: int) -> str:
    return counted("And {n} more theme.", "And {n} more themes.", n)


def _themes(found: Comparison) -> Iterator[TrendRow]:
    for kind, compared in found.figures.items():
        for theme, trend in compared.themes.items() if len(compared.themes) > 1 else ():
            title = shortened(theme_title(theme, found.now.campaign), 50)
            yield compared_row(f"{kind_name(kind)}: {title}", trend)


def _not_compared(found: Comparison) -> Iterator[str]:
    """How much was asked in one of the campaigns only."""
    both, fates = (found.then, found.now), (found.gone, found.first_asked)
    for picture, questions, alone in zip(both, found.only, fates, strict=True):
        if questions:
            sentence = counted(
                "{n} question was asked in {{campaign}} only, and is not compared; {{gaps}}.",
                "{n} questions were asked in {{campaign}} only, and are not compared; "
                "{{gaps}}.",
                questions,
            )
            gaps = len(alone)
            held = counted("{n} of them is a gap", "{n} of them are gaps", gaps)
            held = held if gaps else _("none of them is a gap")
            yield sentence.format(campaign=picture.campaign.id, gaps=held)


def _subjects(found: Comparison) -> Iterator[str]:
    ids = {"then": found.then.campaign.id, "now": found.now.campaign.id}
    for sentence, subjects in (
        (_("Assessed in {now} and not in {then}: {names}."), found.came),
        (_("Assessed in {then} and not in {now}: {names}."), found.went),
    ):
        if subjects:
            names = dict.fromkeys(shortened(subject.name, 40) for subject in subjects)
            yield sentence.format(**ids, names=listed(list(names), _MOST_NAMES))
    if found.names:
        yield counted(
            "{n} system has another id, and is the same.",
            "{n} systems have other ids, and are the same.",
            len(found.names),
        )
