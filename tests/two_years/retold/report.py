"""The whole report, told again: every table, paragraph with a number, and chart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.two_years.retold import (
    basis,
    earlier,
    happened,
    law,
    lists,
    plan,
    status,
    subjects,
    summary,
)
from tests.two_years.retold.told import Row, Said, Told
from tests.two_years.words import Expected

ALL = 10_000


@dataclass(frozen=True)
class Table:
    """A table of the report, and what stands in it."""

    section: str
    rows: Callable[[Told], Iterator[Row]]
    most: int = ALL
    """How many rows it has at most; the number of the others stands below it."""


def _fixed(*rows: Row) -> Callable[[Told], Iterator[Row]]:
    return lambda _told: iter(rows)


def _kind(kind: str) -> Callable[[Told], Iterator[Row]]:
    return lambda told: status.themes(told, kind)


def _inputs(told: Told) -> Iterator[Row]:
    for number, where in enumerate(lists.inputs(told)):
        label = {3: (1,), 4: (2,), 5: (3,), 6: (4,)}.get(number, ())
        yield label, lists.risks(told) if number == 8 else (), where


def _factors(told: Told) -> Iterator[Row]:
    bounds = told.opened["profile"]["classes"]
    yield (), (1, Fraction(1, 2))
    yield (), (1, 2, 3)
    yield (), (3, 2, 1)
    yield (), (3, 2, 1)
    yield (), (bounds["a"], bounds["b"])


TABLES = (
    Table("1", summary.kinds),
    Table("1", summary.worst),
    Table("2", earlier.earlier, 8),
    Table("2", earlier.decisions, 5),
    Table("3", earlier.changes),
    Table("4", basis.facts),
    Table("4", basis.silent, 10),
    Table("5", _kind("system")),
    Table("5", status.heat, 10),
    Table("5", status.theme_shares),
    Table("5", status.trend),
    Table("5", status.ages),
    Table("6", subjects.system_facts),
    Table("6", subjects.systems, 8),
    Table("7", subjects.owners, 8),
    Table("8", subjects.topics, 6),
    Table("9", law.supplier_facts),
    Table("9", law.suppliers, 8),
    Table("10", law.protection),
    Table("11", happened.incidents),
    Table("11", happened.audits),
    Table("11", happened.objectives),
    Table("11", happened.feedback),
    Table("12", law.measures),
    Table("13", plan.gaps, 8),
    Table("13", plan.legal, 5),
    Table("14", plan.action_rows, 10),
    Table("15", plan.accepted, 6),
    Table("15", plan.effort),
    Table("A", lists.controls),
    Table("B", lists.system_gaps),
    Table("C", status.departments),
    Table("C", _kind("owner")),
    Table("C", _kind("organisation")),
    Table("C", _kind("employees")),
    Table("D", _fixed(*(((), (), p) for p in "21000"), ((), (), ()))),
    Table("D", _factors),
    Table("D", _inputs),
)
FIXED = {
    ("", "Secaudit Note"): "the version, and the head",
    ("D", "Heading 2"): "a section of the standard",
    ("D", "Normal"): "the method",
    ("D", "Secaudit Intro"): "the method",
}
"""Paragraphs whose numbers are not figures."""


def paragraphs(told: Told) -> dict[tuple[str, str], list[Expected]]:
    """By section and style, what each paragraph says that holds a number."""
    year, first = int(told.standing.round.id), not told.before
    points = enumerate(summary.recommended(told), 1)
    resources = told.notes.get(told.standing.round.id, {}).get("resources")
    money = (*plan.effort_said(told), *([resources] if resources else []))
    found: dict[tuple[str, str], list[Expected]] = {
        ("", "Title"): [(year,)],
        ("", "Secaudit Title Line"): [(), (told.standing.day,)],
        ("1", "Secaudit Headline"): [summary.headline(told)],
        ("1", "List Bullet"): list(summary.verdict(told)),
        ("1", "Secaudit Note"): [summary.reviewed(told), summary.worst_note(told)],
        ("1", "Secaudit Point"): [(number, *said) for number, said in points],
        ("2", "Normal"): [() if first else earlier.followed_up(told)],
        ("5", "Normal"): [status.intro(told)],
        ("5", "Caption"): _captions(told),
        ("6", "Secaudit Note"): [()],
        ("7", "Secaudit Intro"): [subjects.owners_said(told)],
        ("8", "Secaudit Intro"): [subjects.employees_said(told)],
        ("9", "Secaudit Note"): [()],
        ("10", "Secaudit Intro"): [law.protection_said(told)],
        ("10", "Normal"): [happened.remark(told)],
        ("11", "List Bullet"): list(happened.checks(told)),
        ("12", "Secaudit Intro"): [law.measures_said(told)],
        ("13", "Secaudit Note"): [()],
        ("14", "Secaudit Intro"): [plan.actions_said(told)],
        ("15", "Normal"): [money],
        ("E", "Secaudit Intro"): [(told.events,)],
        ("E", "Secaudit Hash"): [f"secaudit verify --head {told.head}"],
    }
    if told.before:
        found["5", "Secaudit Intro"] = [status.closed(told)]
        found["5", "Heading 2"] = [(), (), (int(told.before.round.id),)]
    if told.notes_digest:
        found["E", "Secaudit Intro"].append((3, 10, 11, 15, 256))
        found["E", "Secaudit Hash"].append(told.notes_digest)
    return _with_rest(found, told)


def _captions(told: Told) -> list[Expected]:
    years: list[Expected] = [()] * 3 if told.before else []
    return [(), (), (80, 50), (), *years]


def _with_rest(
    found: dict[tuple[str, str], list[Expected]], told: Told
) -> dict[tuple[str, str], list[Expected]]:
    """The same, with how many rows each table leaves out, before what else is noted."""
    rest: dict[tuple[str, str], list[Expected]] = {}
    for table in TABLES:
        more = len(list(table.rows(told))) - table.most
        if more > 0 and table.section != "8":
            rest.setdefault((table.section, "Secaudit Note"), []).append((more,))
    return found | {key: [*said, *found.get(key, [])] for key, said in rest.items()}


@dataclass(frozen=True)
class Chart:
    """A chart of the report, and what it shows."""

    categories: list[str]
    series: Sequence[Sequence[int | None]]
    alt: Said


def charts(told: Told) -> dict[str, Chart]:
    """By name."""
    names, by_class = subjects.class_chart(told)
    in_a: Said = (*names, len(told.systems), *by_class[0])
    states = plan.action_chart(told)
    found = {
        "status-per-theme": Chart(*status.status_chart(told), status.status_alt(told)),
        "systems-per-class": Chart(names, by_class, in_a),
        "actions-per-status": Chart([], [states], tuple(states)),
    }
    if told.before:
        years = [told.before.round.id, told.standing.round.id]
        whole, *themes = status.development(told).values()
        pairs = zip(map(int, years), whole, strict=True)
        alt = tuple(n for pair in pairs for n in pair if n is not None)
        found["trend"] = Chart(years, [whole, *themes], alt)
    return found
