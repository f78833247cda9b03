"""Section 5 and appendix C, told again: how it stands by theme, forvaltning and year."""

from collections.abc import Iterator
from fractions import Fraction

from tests.two_years import recompute
from tests.two_years.ranked import in_classes, natural
from tests.two_years.retold.summary import common, percent_of_target
from tests.two_years.retold.told import KINDS, NOTHING, Row, Said, Told, by_theme
from tests.two_years.standing import Asked
from tests.two_years.words import Expected, percent

STATUSES = ("met", "partial", "not-met", "unknown", "unanswered", "not-applicable")


def intro(told: Told) -> Said:
    """The target, and how many answers wait for a review."""
    waiting = sum(
        asked.status == "not-applicable"
        and asked.question["not_applicable"] == "review"
        and not asked.leaves
        for asked in told.standing.own.values()
    )
    target = told.opened["profile"]["targets"]["met"]
    return target, *([waiting] if waiting else [])


def themes(told: Told, kind: str) -> Iterator[Row]:
    """How many questions stand how, theme by theme, in all, and the target."""
    every = told.of(kind)
    for theme, group in by_theme(every).items():
        yield told.theme(theme), *_counts(group)
    yield told.words("All"), *_counts(every)
    yield (), *[""] * len(STATUSES), percent_of_target(told)


def _counts(every: list[Asked]) -> tuple[str, ...]:
    found = recompute.figures(every)
    return *(str(found[s]) for s in STATUSES), percent(found["met_of_all"])


def theme_shares(told: Told) -> Iterator[Row]:
    """Met of all for each kind of subject; a dash where it is not asked."""
    groups = [by_theme(told.of(kind)) for kind in KINDS]
    every = sorted({theme for group in groups for theme in group}, key=natural)
    for theme in every:
        shares = (_met(group.get(theme, [])) for group in groups)
        yield told.theme(theme), *map(percent, shares)
    yield told.words("All"), *(percent(_met(told.of(kind))) for kind in KINDS)
    yield (), percent_of_target(told), "", "", ""


def _met(every: list[Asked]) -> Fraction | None:
    found: Fraction | None = recompute.figures(every)["met_of_all"]
    return found


def status_chart(told: Told) -> tuple[list[str], list[list[int]]]:
    """The themes of the systems' questions; for each status a number in each."""
    groups = by_theme(told.of("system"))
    found = [recompute.figures(group) for group in groups.values()]
    names = [told.theme(theme) for theme in groups]
    return names, [[figure[status] for figure in found] for status in STATUSES]


def status_alt(told: Told) -> Said:
    """What the chart shows, for who cannot see it."""
    groups = by_theme(told.of("system"))
    shares = [_met(told.of("system")), *(_met(group) for group in groups.values())]
    wholes = [100 * s.numerator // s.denominator for s in shares if s is not None]
    return *(told.theme(theme) for theme in groups), *wholes


def heat(told: Told) -> Iterator[Row]:
    """Each forvaltning against each theme, in per cent and a word."""
    every = list(by_theme(told.of("system")))
    for place, asked in _placed(told, "system"):
        groups = by_theme(asked)
        shares = [*(_met(groups.get(theme, [])) for theme in every), _met(asked)]
        answered = percent(recompute.figures(asked)["answered"])
        levels = (_level(share, told) for share in shares)
        yield place or (), answered, _change(asked, told), *levels


def heat_head(told: Told) -> list[str]:
    """The columns of it that hold themes."""
    return [*by_theme(told.of("system")), told.words("All")]


def _change(asked: list[Asked], told: Told) -> str:
    """Since the campaign before, on the same questions."""
    if not told.before:
        return NOTHING
    pairs = zip(*common(told, "system"), strict=True)
    both = [(was, now) for was, now in pairs if any(now is one for one in asked)]
    return _compared([was for was, _now in both], [now for _was, now in both])[-1]


def _level(share: Fraction | None, told: Told) -> str:
    if share is None:
        return NOTHING
    level = (
        "high"
        if share >= Fraction(4, 5)
        else "middle"
        if share >= Fraction(1, 2)
        else "low"
    )
    return f"{percent(share)} {told.words(level)}"


def _placed(told: Told, kind: str) -> Iterator[tuple[str, list[Asked]]]:
    """What the subjects of each forvaltning answer themselves; nowhere comes last."""
    found: dict[str, list[Asked]] = {}
    for asked in told.of(kind):
        found.setdefault(told.place(asked.subject), []).append(asked)
    for place in sorted(found, key=lambda place: (not place, place.casefold())):
        yield place, found[place]


def departments(told: Told) -> Iterator[Row]:
    """What the answers of each forvaltning come to, systems and owners apart."""
    rows = [
        ((not place, place.casefold(), kind == "owner"), place, every)
        for kind in ("system", "owner")
        for place, every in _placed(told, kind)
    ]
    for _order, place, every in sorted(rows, key=lambda row: row[0]):
        subjects = {asked.subject for asked in every}
        found = recompute.figures(every)
        shares = (percent(found[name]) for name in recompute.SHARES)
        gaps = [gap for gap in told.ranking.open if gap.subject in subjects]
        people = sorted({p for one in every if (p := one.form.get("person"))})
        silent = [told.name(p) for p in people if p in told.ranking.silent]
        nobody = any(not one.form.get("person") for one in every)
        quiet: Expected = tuple(silent) if silent or nobody else NOTHING
        name: Expected = (place,) if place else ()
        classes = map(str, in_classes(gaps))
        yield name, str(len(subjects)), *shares, *classes, quiet


def closed(told: Told) -> Said:
    """How many gaps of the campaign before were closed."""
    assert told.before
    return len(recompute.closed(told.standing)), int(told.before.round.id)


def trend(told: Told) -> Iterator[Row]:
    """Then and now on the same questions: by kind, and for systems by theme."""
    for kind in KINDS if told.before else ():
        then, now = common(told, kind)
        yield (), *_compared(then, now)
        for theme in by_theme(told.of("system")) if kind == "system" else ():
            pairs = [
                (was, one)
                for was, one in zip(then, now, strict=True)
                if was.control["theme"] == one.control["theme"] == theme
            ]
            asked = ([p[0] for p in pairs], [p[1] for p in pairs])
            yield told.theme(theme), *_compared(*asked)


def _compared(then: list[Asked], now: list[Asked]) -> tuple[str, str, str, str]:
    """How many questions; met of all then, now, and the change in percentage points."""
    was, found = _whole(_met(then)), _whole(_met(now))
    if was is None or found is None:
        return str(len(now)), NOTHING, NOTHING, NOTHING
    change = f"{found - was:+d}".replace("-", "−") if found != was else "0"
    return str(len(now)), f"{was} %", f"{found} %", change


def development(told: Told) -> dict[str, list[int | None]]:
    """Of the questions that both campaigns have: per cent met, of all and by theme."""
    then, now = common(told, "system")
    themes = dict.fromkeys(one.control["theme"] for one in now)
    every = [_met(then), _met(now)]
    found = {told.words("All"): every}
    for theme in sorted(themes, key=natural):
        groups = (by_theme(year).get(theme, []) for year in (then, now))
        found[told.theme(theme)] = [_met(group) for group in groups]
    return {name: [_whole(s) for s in shares] for name, shares in found.items()}


def _whole(share: Fraction | None) -> int | None:
    return None if share is None else 100 * share.numerator // share.denominator


def ages(told: Told) -> Iterator[Row]:
    """Open gaps by the number of campaigns in a row in which they were found."""
    gaps = told.ranking.open
    for years in ((1,), (2,), range(3, 99)):
        found = [gap for gap in gaps if gap.years in years]
        if found and told.before:
            yield (), *map(str, in_classes(found)), str(len(found))
