"""Page 1: the headline, the verdict and the figures."""

from collections.abc import Iterator, Sequence

from secaudit.catalogue import KINDS
from secaudit.gaps import (
    Item,
    Picture,
    by_subject,
    figures,
    silent_people,
    trend,
    without_class_a,
)
from secaudit.language import _, counted
from secaudit.report.model import KindRow
from secaudit.report.subjects import criticalities, ownerless
from secaudit.report.wording import NOTHING, capital, joined, kind_name, percent
from secaudit.report.worst import is_unclear


def headline(picture: Picture) -> str:
    """How many of the systems that society depends on have no gap in class A."""
    ratio = without_class_a(picture, "society-critical")
    if ratio is None:
        return _("No system is recorded as society-critical")
    return counted(
        "{{part}} of {n} society-critical system without a gap in class A",
        "{{part}} of {n} society-critical systems without a gap in class A",
        ratio.whole,
    ).format(part=ratio.part)


def verdict(picture: Picture, before: Picture | None) -> tuple[str, ...]:
    """What the figures come to, a sentence a line; the last ones only if there is cause."""
    said = [_how_many(picture), *_of_what_kind(picture)]
    if before:
        said += [_since(picture, before), *_trend(picture, before)]
    return (*said, *_unheard(picture), *_uncertain(picture))


def _how_many(picture: Picture) -> str:
    gaps = picture.open_gaps()
    if not gaps:
        return _("There is no open gap.")
    if len(gaps) == 1:
        sentence = _("There is 1 open gap, in class {letter}.")
        return sentence.format(letter=gaps[0].letter)
    classes = {c: sum(gap.letter == c.upper() for gap in gaps) for c in "abc"}
    controls = len({gap.item.control.id for gap in gaps})
    return counted(
        "There are {{gaps}} open gaps on {n} control: {{a}} in class A, {{b}} in class B "
        "and {{c}} in class C.",
        "There are {{gaps}} open gaps on {n} controls: {{a}} in class A, {{b}} in class B "
        "and {{c}} in class C.",
        controls,
    ).format(gaps=len(gaps), **classes)


def _of_what_kind(picture: Picture) -> Iterator[str]:
    gaps = picture.open_gaps()
    legal = sum(gap.legal for gap in gaps)
    unclear = sum(is_unclear(gap) for gap in gaps)
    if len(gaps) == 1 and legal:
        yield _("The law demands that it be closed.")
    elif len(gaps) > 1:
        sentence = _("{legal}, and {unclear}.")
        yield sentence.format(
            legal=counted(
                "{n} of them is a duty by law", "{n} of them are duties by law", legal
            ),
            unclear=counted(
                "{n} has no answer yet (unanswered or unknown)",
                "{n} have no answer yet (unanswered or unknown)",
                unclear,
            ),
        )


def _since(picture: Picture, before: Picture) -> str:
    inherited = {gap.key for gap in before.inherited}
    closed = sum(key not in inherited for key in picture.closed)
    gaps = picture.open_gaps()
    fresh = sum(gap.years == 1 for gap in gaps)
    parts = [
        counted("{n} gap was closed", "{n} gaps were closed", closed),
        counted("{n} is new", "{n} are new", fresh),
        counted("{n} was there before", "{n} were there before", len(gaps) - fresh),
    ]
    sentence = _("Since {before} {parts}.")
    return sentence.format(before=before.campaign.id, parts=joined(parts))


def _trend(picture: Picture, before: Picture) -> Iterator[str]:
    found = trend(before.of("system"), picture.of("system"))
    if found.then and found.now:
        yield counted(
            "The systems now meet {{now}}, against {{then}} in {{before}}, of the "
            "{n} question put to them both times.",
            "The systems now meet {{now}}, against {{then}} in {{before}}, of the "
            "{n} questions put to them both times.",
            found.questions,
        ).format(
            now=percent(found.now),
            then=percent(found.then),
            before=before.campaign.id,
        )


def _unheard(picture: Picture) -> Iterator[str]:
    silent = silent_people(picture)
    people, systems = len(silent - {""}), len(ownerless(picture))
    parts = []
    if people:
        parts.append(
            counted(
                "{n} person has not answered", "{n} people have not answered", people
            )
        )
    if systems:
        parts.append(
            counted("{n} system has no owner", "{n} systems have no owner", systems)
        )
    if parts:
        sentence = _("{parts}; what they were asked counts as gaps.")
        yield capital(sentence.format(parts=joined(parts)))


def _uncertain(picture: Picture) -> Iterator[str]:
    unknown = sum(fact is None for fact in criticalities(picture).values())
    if unknown:
        yield counted(
            "It is not known how critical {n} system is; it is not in the headline.",
            "It is not known how critical {n} systems are; they are not in the headline.",
            unknown,
        )


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
        return _("No answer has been reviewed yet; all of it is only stated.")
    sentence = _(
        "{part} of {whole} answers ({percent} %) were reviewed; the rest is only stated."
    )
    return sentence.format(part=part, whole=whole, percent=100 * part // whole)
