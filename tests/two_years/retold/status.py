"""Section 5 and appendix C in numbers: how it stands by theme, forvaltning and year."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from tests.two_years.ranked import in_classes
from tests.two_years.recompute import SHARES, closed, figures, forvaltning
from tests.two_years.retold.numbers import Row, Said, percent, whole
from tests.two_years.retold.summary import both
from tests.two_years.retold.told import KINDS, Section, Told, by_theme, some
from tests.two_years.standing import Asked

STATUSES = ("met", "partial", "not-met", "unknown", "unanswered", "not-applicable")
Pairs = list[tuple[Asked, Asked]]


def status(told: Told) -> Section:
    """How it stands by theme, forvaltning and year."""
    left = [a for a in told.asked if a.status == "not-applicable" and not a.leaves]
    waiting = sum(one.question["not_applicable"] == "review" for one in left)
    intro = (told.profile["targets"]["met"], *some(waiting))
    said: dict[str, list[Said]] = {"Normal": [intro], "Caption": [(80, 50)]}
    *by, every, _aim = systems = _themes(told, "system")
    years: list[list[Row]] = []
    charts: dict[str, tuple[list[list[int]], Said]] = {}
    counts = [_numbers(column) for column in list(zip(*by, strict=True))[1:7]]
    charts["status-per-theme"] = counts, tuple(_numbers(r[7] for r in (every, *by)))
    if told.before:
        year = told.year - 1
        said["Secaudit Intro"] = [(len(closed(told.standing)), year)]
        said["Heading 2"] = [(year,)]
        trend = list(_trend(told))
        years = [trend, list(_ages(told))]
        lines = [_numbers(row[2:4]) for row in trend[: len(systems) - 1]]
        charts["trend"] = lines, (year, lines[0][0], told.year, lines[0][1])
    return Section([systems, list(_heat(told)), _shares(told), *years], said, charts)


def _numbers(cells: Iterable[str | Said]) -> list[int]:
    return [int(str(cell).removesuffix(" %")) for cell in cells]


def departments(told: Told) -> Section:
    """The numbers behind it."""
    return Section([list(_departments(told)), *(_themes(told, k) for k in KINDS[1:])])


def _themes(told: Told, kind: str) -> list[Row]:
    """How many questions stand how, theme by theme, in all, and the target."""
    rows: list[Row] = []
    for theme, group in (*by_theme(told.of(kind)).items(), ("", told.of(kind))):
        found = figures(group)
        counts = (str(found[status]) for status in STATUSES)
        rows.append(((theme,), *counts, percent(found["met_of_all"])))
    return [*rows, ((), *[""] * len(STATUSES), told.target)]


def _shares(told: Told) -> list[Row]:
    """Met of all for each kind of subject; a dash where it is not asked."""
    rows: list[Row] = []
    groups = [{**by_theme(told.of(kind)), "": told.of(kind)} for kind in KINDS]
    for theme in (*by_theme(told.asked), ""):
        shares = (percent(_met(group.get(theme, []))) for group in groups)
        rows.append(((theme,), *shares))
    return [*rows, ((), told.target, "", "", "")]


def _met(every: list[Asked]) -> Fraction | None:
    found: Fraction | None = figures(every)["met_of_all"]
    return found


def _heat(told: Told) -> Iterator[Row]:
    """Each forvaltning against each theme, in per cent."""
    pairs = both(told, "system") if told.before else []
    every = by_theme(told.of("system"))
    for place, asked in _placed(told, "system"):
        groups, here = by_theme(asked), {one.key for one in asked}
        shares = [*(_met(groups.get(theme, [])) for theme in every), _met(asked)]
        cells = ["–" if share is None else (whole(share),) for share in shares]
        change = _compared([pair for pair in pairs if pair[1].key in here])[-1]
        yield (place,), percent(figures(asked)["answered"]), change, *cells


def _placed(told: Told, kind: str) -> list[tuple[str, list[Asked]]]:
    """What the subjects of each forvaltning answer themselves; nowhere comes last."""
    names = {unit["id"]: str(unit["name"]) for unit in told.opened["departments"]}
    found: dict[str, list[Asked]] = {}
    for asked in told.of(kind):
        unit = forvaltning(told.standing.told[asked.subject], told.standing)
        found.setdefault(names.get(unit or "", ""), []).append(asked)
    return sorted(found.items(), key=lambda one: (not one[0], one[0].casefold()))


def _departments(told: Told) -> Iterator[Row]:
    """What the answers of each forvaltning come to, systems and owners apart."""
    every = [(0, *one) for one in _placed(told, "system")]
    every += [(1, *one) for one in _placed(told, "owner")]
    every.sort(key=lambda one: (not one[1], one[1].casefold(), one[0]))
    for _order, place, asked in every:
        subjects, found = {one.subject for one in asked}, figures(asked)
        shares = (percent(found[name]) for name in SHARES)
        classes = in_classes([gap for gap in told.open if gap.subject in subjects])
        yield (place,), str(len(subjects)), *shares, *map(str, classes), ()


def _trend(told: Told) -> Iterator[Row]:
    """Then and now on the same questions: by kind, and for systems by theme."""
    for kind in KINDS:
        pairs = both(told, kind)
        yield (), *_compared(pairs)
        for theme in by_theme(told.of(kind)) if kind == "system" else ():
            of_it = [pair for pair in pairs if pair[1].control["theme"] == theme]
            yield (theme,), *_compared(of_it)


def _compared(pairs: Pairs) -> tuple[str, str, str, str]:
    """How many questions; met of all then, now, and the change in percentage points."""
    was, now = (_met([pair[n] for pair in pairs]) for n in (0, 1))
    if was is None or now is None:
        return str(len(pairs)), "–", "–", "–"
    change = f"{whole(now) - whole(was):+d}".replace("-", "−").replace("+0", "0")
    return str(len(pairs)), percent(was), percent(now), change


def _ages(told: Told) -> Iterator[Row]:
    """Open gaps by the number of campaigns in a row in which they were found."""
    for years in (1, 2):
        found = [gap for gap in told.open if gap.years == years]
        yield (), *map(str, in_classes(found)), str(len(found))
