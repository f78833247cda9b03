"""Page 1: the headline and the figures."""

from collections.abc import Sequence

from secaudit.catalogue import KINDS
from secaudit.gaps import (
    Item,
    Picture,
    by_subject,
    figures,
    without_class_a,
)
from secaudit.language import _, counted
from secaudit.questionnaire import UNANSWERED
from secaudit.report.rows import KindRow
from secaudit.report.sections.subjects import criticalities, open_of, systems_of
from secaudit.report.wording import (
    NOTHING,
    kind_name,
    percent,
)


def headline(picture: Picture) -> str:
    """How many of the systems that society depends on have no gap in class A."""
    ratio = without_class_a(picture, "society-critical")
    if ratio is None:
        return _("No system is recorded as society-critical")
    sentence = _("{part} of {whole} society-critical systems without a gap in class A")
    return sentence.format(part=ratio.part, whole=ratio.whole)


def headline_note(picture: Picture) -> str:
    """How many of those without a gap in class A have questions without an answer."""
    known = criticalities(picture)
    unheard = sum(
        known[subject] == "society-critical"
        and all(gap.letter != "A" for gap in open_of(subject, picture))
        and any(item.status == UNANSWERED for item in items)
        for subject, items in systems_of(picture).items()
    )
    if not unheard:
        return ""
    return counted(
        "{n} of them with unanswered questions",
        "{n} of them with unanswered questions",
        unheard,
    )


def target(picture: Picture) -> str:
    """What the organisation aims at; empty where it has set no target."""
    met = picture.campaign.profile.targets.met
    return "" if met is None else f"{met} %"


def kinds(picture: Picture) -> tuple[KindRow, ...]:
    """The three numbers of each kind of subject; never summed across kinds."""
    return tuple(_kind(picture, picture.of(kind)) for kind in KINDS if picture.of(kind))


def _kind(picture: Picture, items: Sequence[Item]) -> KindRow:
    found, (reviewed, answers) = figures(items), _reviewed(picture, items)
    return KindRow(
        kind_name(items[0].subject.kind),
        len(by_subject(items)),
        percent(found.answered),
        percent(found.met_of_answered),
        percent(found.met_of_all),
        _("{part} of {whole}").format(part=reviewed, whole=answers)
        if answers
        else NOTHING,
    )


def _reviewed(picture: Picture, items: Sequence[Item]) -> tuple[int, int]:
    """How many answers somebody reviewed, and how many there are."""
    answers = [item for item in items if item.word]
    return sum(bool(picture.campaign.review(i.key)) for i in answers), len(answers)


def reviewed(picture: Picture) -> str:
    """How much of the self-assessment was reviewed."""
    part, whole = _reviewed(picture, picture.own)
    if not whole:
        return _("Nobody has answered yet.")
    if not part:
        return _(
            "No answer has been reviewed yet; all of it is the respondents' own word."
        )
    sentence = _(
        "{part} of {whole} answers ({percent} %) were reviewed; the rest is only stated."
    )
    return sentence.format(part=part, whole=whole, percent=100 * part // whole)
