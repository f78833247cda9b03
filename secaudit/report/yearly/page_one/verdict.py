"""What the figures come to, in sentences: the verdict of page 1."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from secaudit.gaps import Gap, Item, Picture, Trend, trend
from secaudit.language import _, counted, long_date, number
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.systems import ownerless
from secaudit.report.said.trends import points_won
from secaudit.report.said.wording import joined, name_of, named, percent, shortened
from secaudit.report.yearly.facts import is_answered
from secaudit.report.yearly.lines import is_unclear
from secaudit.report.yearly.material import Material

_MOST_NAMED = 2
"""Where there are more, they are counted instead."""


def verdict(material: Material) -> tuple[str, ...]:
    """What the figures come to, a sentence a line; the last ones only if there is cause."""
    picture, before = material.picture, material.before
    if not picture.items:
        return (*_preliminary(picture), _("Nobody has been asked anything yet."))
    said = [*_preliminary(picture), *_heard(material), _how_many(material.gaps)]
    said += _of_what_kind(material.gaps)
    if before:
        said += [_since(picture, before), *_trend(picture, before)]
    return (*said, *_unheard(picture), *_uncertain(material))


def _preliminary(picture: Picture) -> Iterator[str]:
    """That the deadline has not passed: what is missing may still come."""
    campaign = picture.campaign
    if campaign.closed_on is None and picture.on < campaign.due:
        sentence = _("Preliminary: answers are due {date}.")
        yield sentence.format(date=long_date(campaign.due))


def _heard(material: Material) -> Iterator[str]:
    """How many systems are answered in full, and how many of the others are critical; nothing
    of them where that is not stated."""
    systems, known = material.systems, material.criticalities
    left = [s for s, items in systems.items() if not is_answered(items)]
    if not systems:
        return
    answered = counted(
        "{{answered}} of {n} system is answered in full",
        "{{answered}} of {n} systems are answered in full",
        len(systems),
    ).format(answered=number(len(systems) - len(left)))
    critical = sum(known[subject] == "society-critical" for subject in left)
    unknown = any(known[subject] is None for subject in left)
    if not left or len(systems) == 1 or (unknown and not critical):
        yield _("{answered}.").format(answered=answered)
    elif len(left) == 1:
        one = _("{answered}; the other is society-critical.")
        other = _("{answered}; the other is not society-critical.")
        yield (one if critical else other).format(answered=answered)
    else:
        sentence = counted(
            "{{answered}}; {n} of the other {{left}} is society-critical.",
            "{{answered}}; {n} of the other {{left}} are society-critical.",
            critical,
        )
        yield sentence.format(answered=answered, left=number(len(left)))


def _how_many(gaps: Sequence[Gap]) -> str:
    if not gaps:
        return _("There is no open gap.")
    if len(gaps) == 1:
        sentence = _("There is 1 open gap, in class {letter}.")
        return sentence.format(letter=gaps[0].gap_class)
    letters = Counter(gap.gap_class for gap in gaps)
    classes = {c: number(letters[c.upper()]) for c in "abc"}
    controls = len({gap.item.control.id for gap in gaps})
    return counted(
        "There are {{gaps}} open gaps on {n} control: {{a}} in class A, {{b}} in class B "
        "and {{c}} in class C.",
        "There are {{gaps}} open gaps on {n} controls: {{a}} in class A, {{b}} in class B "
        "and {{c}} in class C.",
        controls,
    ).format(gaps=number(len(gaps)), **classes)


def _of_what_kind(gaps: Sequence[Gap]) -> Iterator[str]:
    legal = sum(gap.legal for gap in gaps)
    unclear = sum(is_unclear(gap) for gap in gaps)
    if len(gaps) == 1 and legal:
        yield _("The law demands that it be closed.")
    elif len(gaps) > 1:
        sentence = _("{legal}, and {unclear}.")
        yield sentence.format(
            legal=counted(
                "{n} of the {{gaps}} gaps is a duty by law",
                "{n} of the {{gaps}} gaps are duties by law",
                legal,
            ).format(gaps=number(len(gaps))),
            unclear=counted(
                "{n} is unanswered or unknown",
                "{n} are unanswered or unknown",
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
    sentence = _("Since {before}: {parts}.")
    return sentence.format(before=before.campaign.id, parts=joined(parts))


def _trend(picture: Picture, before: Picture) -> Iterator[str]:
    then, now = before.of("system"), picture.of("system")
    systems = trend(then, now)
    if systems.then and systems.now:
        yield counted(
            "The systems now meet {{now}}, against {{then}} in {{before}}, of the "
            "{n} question put to them both times.",
            "The systems now meet {{now}}, against {{then}} in {{before}}, of the "
            "{n} questions put to them both times.",
            systems.questions,
        ).format(
            now=percent(systems.now),
            then=percent(systems.then),
            before=before.campaign.id,
        )
        yield from _fall_of_silence(systems, trend(_answered(then), _answered(now)))


def _answered(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.status != UNANSWERED]


def _fall_of_silence(every: Trend, answered: Trend) -> Iterator[str]:
    """How much of a fall is left on the questions answered both times, if that is less."""
    won, left = points_won(every), points_won(answered)
    if won is None or left is None or won >= 0 or left <= won:
        return
    part = _("Part of the fall comes from missing answers")
    whole = _("The fall comes from missing answers")
    sentence = _(
        "{cause}: of what was answered both times {now} is met, against {then}."
    )
    yield sentence.format(
        cause=part if left < 0 else whole,
        now=percent(answered.now),
        then=percent(answered.then),
    )


def _unheard(picture: Picture) -> Iterator[str]:
    """Who has not answered, and what nobody owns, in one sentence."""
    silent, campaign = sorted(picture.silent - {""}), picture.campaign
    people = [shortened(name_of(person, campaign)) for person in silent]
    systems = [shortened(system.name) for system in ownerless(picture)]
    many, bare = len(people), len(systems)
    told = [
        *named(
            people,
            _MOST_NAMED,
            counted("{{names}} has not answered", "{{names}} have not answered", many),
            counted(
                "{n} person has not answered", "{n} people have not answered", many
            ),
        ),
        *named(
            systems,
            _MOST_NAMED,
            counted("{{names}} has no owner", "{{names}} have no owner", bare),
            counted("{n} system has no owner", "{n} systems have no owner", bare),
        ),
    ]
    if told:
        both = _("{parts}, and {last}").format(parts=told[0], last=told[-1])
        sentence = _("{said}; the questions count as gaps.")
        yield sentence.format(said=both if len(told) > 1 else told[0])


def _uncertain(material: Material) -> Iterator[str]:
    known = material.criticalities
    systems = [shortened(s.name) for s, fact in known.items() if fact is None]
    yield from named(
        systems,
        _MOST_NAMED,
        counted(
            "The criticality of {{names}} is not stated; it is not in the headline.",
            "The criticality of {{names}} is not stated; they are not in the headline.",
            len(systems),
        ),
        counted(
            "The criticality of {n} system is not stated; it is not in the headline.",
            "The criticality of {n} systems is not stated; they are not in the headline.",
            len(systems),
        ),
    )
