"""Section 6, The systems: what is in place, and those with the most urgent gaps."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import starmap

from secaudit.gaps import by_subject, figures
from secaudit.inventory import CRITICALITIES, criticality_word
from secaudit.language import _, counted, number
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.charts import Chart, Series
from secaudit.report.said.first import first
from secaudit.report.said.systems import by_burden, classes_of, open_of
from secaudit.report.said.wording import (
    NOTHING,
    capital,
    listed,
    name_of,
    of,
    percent,
    shortened,
)
from secaudit.report.yearly.facts import (
    FactRow,
    fresh_of,
    is_answered,
    issues_of,
    said_on,
)
from secaudit.report.yearly.material import Material

_MOST_SYSTEMS = 8
_MOST_NAMES = 6


@dataclass(frozen=True)
class SystemRow:
    """One system."""

    name: str
    criticality: str
    owner: str
    service: str
    """How many systems are behind it; empty unless it is a common service."""
    answered: str
    met_of_all: str
    worst: str
    """The class of its most urgent open gap."""
    a: int
    b: int
    c: int


@dataclass(frozen=True)
class Systems:
    """Section 6: the systems, those with the most urgent gaps first."""

    facts: tuple[FactRow, ...]
    """What is in place; empty where there are no systems."""
    chart: Chart
    """Drawn under the name `systems-per-class`."""
    rows: tuple[SystemRow, ...]
    rest: str


def systems(material: Material) -> Systems:
    """Section 6."""
    burdened = by_burden(material.systems, material.picture)
    shown, rest = first(burdened, _MOST_SYSTEMS)
    used = {(i.provider, i.subject) for i in material.picture.items if i.provider}
    behind = Counter(provider for provider, _subject in used)
    return Systems(
        facts=tuple(starmap(FactRow, _facts(material))) if burdened else (),
        chart=_chart(material),
        rows=tuple(_row(system, behind[system], material) for system in shown),
        rest=rest,
    )


def _row(system: Subject, behind: int, material: Material) -> SystemRow:
    items = material.systems[system]
    shares = figures(items)
    worst, a, b, c = classes_of(open_of(system, material.picture))
    return SystemRow(
        name=system.name,
        criticality=criticality_word(material.criticalities[system]),
        owner=name_of(items[0].issue.owner, material.campaign),
        service=counted(
            "common service for {n} system", "common service for {n} systems", behind
        )
        if behind
        else "",
        answered=percent(shares.answered),
        met_of_all=percent(shares.met_of_all),
        worst=worst,
        a=a,
        b=b,
        c=c,
    )


def _facts(material: Material) -> Iterator[tuple[str, str]]:
    every, issues = len(material.systems), issues_of(material)
    owned = sum(issue.owner is not None for issue in issues)
    yield _("Systems with an owner"), of(owned, every)
    whole = sum(map(is_answered, material.systems.values()))
    yield _("Systems where every question is answered"), of(whole, every)
    asked = [i for i in material.picture.of("system") if i.issue.form.part == "main"]
    unheard = [  # also for want of an owner
        shortened(system.name)
        for system, items in by_subject(asked).items()
        if all(item.status == UNANSWERED for item in items)
    ]
    told = f"{number(len(unheard))}: {listed(unheard, _MOST_NAMES)}"
    yield _("Systems whose owner has answered nothing"), told if unheard else "0"
    days = [said_on(i.facts.get("risk_assessment"), material.on) for i in issues]
    name = _("Systems with a risk assessment from the past year, by the inventory")
    yield name, fresh_of(days, material.on)


def _chart(material: Material) -> Chart:
    """How many systems of each criticality have their most urgent gap in which class."""
    counts = Counter(
        (fact, classes_of(open_of(system, material.picture))[0])
        for system, fact in material.criticalities.items()
    )
    if not counts:
        return Chart("", (), ())
    known = {fact for fact, _class in counts}
    shown = [fact for fact in (*CRITICALITIES, None) if fact in known]
    names = {
        "A": _("Class A"),
        "B": _("Class B"),
        "C": _("Class C"),
        NOTHING: _("No open gap"),
    }
    series = tuple(
        Series(name, tuple(counts[fact, gap_class] for fact in shown))
        for gap_class, name in names.items()
    )
    labels = tuple(capital(criticality_word(fact)) for fact in shown)
    return Chart(_alternative(labels, series[0], counts.total()), labels, series)


def _alternative(labels: tuple[str, ...], urgent: Series, every: int) -> str:
    parts = [f"{label} {n}" for label, n in zip(labels, urgent.values, strict=True)]
    sentence = _(
        "Bar chart of {systems} by criticality and the class of their most urgent gap. "
        "With a gap in class A: {parts}."
    )
    systems = counted("{n} system", "{n} systems", every)
    return sentence.format(systems=systems, parts=", ".join(parts))
