"""The systems as a whole: what is in place, and how bad the worst gaps are."""

from collections.abc import Iterator, Mapping
from datetime import date

from secaudit.gaps import Item, Picture, months_later
from secaudit.inventory import CRITICALITIES, criticality_word
from secaudit.language import _, counted, number
from secaudit.questionnaire import UNANSWERED, Subject
from secaudit.report.said.charts import Chart, Series
from secaudit.report.said.rows import FactRow
from secaudit.report.said.systems import open_of, systems_of
from secaudit.report.said.wording import capital, listed, of, shortened

_MOST_NAMES = 6
_YEAR = 12


def system_facts(picture: Picture) -> tuple[FactRow, ...]:
    """What is in place, one thing a row; empty where there are no systems."""
    systems = systems_of(picture)
    return tuple(FactRow(*fact) for fact in _facts(systems, picture)) if systems else ()


def _facts(
    systems: Mapping[Subject, tuple[Item, ...]], picture: Picture
) -> Iterator[tuple[str, str]]:
    every = len(systems)
    issues = [items[0].issue for items in systems.values()]
    owned = sum(issue.owner is not None for issue in issues)
    yield _("Systems with an owner"), of(owned, every)
    whole = sum(
        all(item.status != UNANSWERED for item in items) for items in systems.values()
    )
    yield _("Systems where every question is answered"), of(whole, every)
    yield _("Systems whose owner has answered nothing"), _names(unheard(picture))
    dates = [
        said_on(issue.facts.get("risk_assessment"), picture.on) for issue in issues
    ]
    fresh = sum(is_fresh(day, picture.on) for day in dates)
    said = of(fresh, every) + not_stated(dates.count(None))
    yield _("Systems with a risk assessment from the past year, by the inventory"), said


def unheard(picture: Picture) -> tuple[Subject, ...]:
    """The systems of which nothing that their owner was asked is answered; also for want of
    an owner."""
    found: dict[Subject, bool] = {}
    for item in picture.of("system"):
        if item.issue.form.part == "main":
            heard = found.get(item.subject, False) or item.status != UNANSWERED
            found[item.subject] = heard
    return tuple(subject for subject, heard in found.items() if not heard)


def _names(subjects: tuple[Subject, ...]) -> str:
    if not subjects:
        return "0"
    names = [shortened(subject.name) for subject in subjects]
    return f"{number(len(subjects))}: {listed(names, _MOST_NAMES)}"


def said_on(fact: object, on: date) -> date | None:
    """The day on which something was done; None if it has none, or is only to come."""
    told = fact.get("on") if isinstance(fact, Mapping) else fact
    day = date.fromisoformat(str(told)) if told else None
    return day if day and day <= on else None


def is_fresh(day: date | None, on: date) -> bool:
    """Whether it is of the past year."""
    return day is not None and months_later(day, _YEAR) >= on


def not_stated(systems: int) -> str:
    """That something is not stated of so many, in brackets; empty if it is of all."""
    if not systems:
        return ""
    return counted(" ({n} not stated)", " ({n} not stated)", systems)


def chart(picture: Picture) -> Chart:
    """How many systems of each criticality have their most urgent gap in which class."""
    known = {
        subject: (items[0].issue.facts.get("criticality"), _worst(subject, picture))
        for subject, items in systems_of(picture).items()
    }
    if not known:
        return Chart("", (), ())
    shown = [
        c
        for c in (*CRITICALITIES, None)
        if any(fact == c for fact, _w in known.values())
    ]
    names = {
        "A": _("Class A"),
        "B": _("Class B"),
        "C": _("Class C"),
        "": _("No open gap"),
    }
    counts = {
        letter: tuple(
            sum(found == (fact, letter) for found in known.values()) for fact in shown
        )
        for letter in names
    }
    series = tuple(Series(names[letter], counts[letter]) for letter in names)
    labels = tuple(capital(criticality_word(fact)) for fact in shown)
    return Chart(_alternative(labels, counts["A"], len(known)), labels, series)


def _alternative(labels: tuple[str, ...], urgent: tuple[int, ...], every: int) -> str:
    parts = [f"{label} {n}" for label, n in zip(labels, urgent, strict=True)]
    sentence = _(
        "Bar chart of {systems} by criticality and the class of their most urgent gap. "
        "With a gap in class A: {parts}."
    )
    systems = counted("{n} system", "{n} systems", every)
    return sentence.format(systems=systems, parts=", ".join(parts))


def _worst(subject: Subject, picture: Picture) -> str:
    return min((gap.gap_class for gap in open_of(subject, picture)), default="")
