"""A control as `secaudit catalogue show` tells of it on a terminal."""

import textwrap
from collections.abc import Iterator, Mapping

from secaudit.catalogue import KIND_WORDS, Kind, Question
from secaudit.cli.showing.show import yes
from secaudit.cli.speaking.say import say_all
from secaudit.language import _, active, counted, later
from secaudit.steps.controls.resolved import Resolved

_WIDTH = 88
_PARTS = {
    "text": later("question"),
    "guidance": later("guidance"),
    "evidence": later("evidence"),
}
_NOT_APPLICABLE = {
    "free": later("'not applicable' counts at once"),
    "review": later("'not applicable' counts as not met until it is reviewed"),
    "never": later("cannot be 'not applicable'"),
}


def show(here: Resolved) -> None:
    """Print the control: what holds here, and where each part is written."""
    say_all(_lines(here))


def _lines(here: Resolved) -> Iterator[str]:
    yield from _head(here)
    if here.serves:
        yield from _row(_("answers for"), ", ".join(here.serves))
    if here.served_by and not here.applied.control.questions:
        yield from _row(_("answered by"), ", ".join(here.served_by))
    for kind, question in here.applied.control.questions.items():
        yield ""
        yield from _question(here, kind, question)


def _head(here: Resolved) -> Iterator[str]:
    control = here.applied.control
    language = active()
    origin = here.catalogue or _("local control")
    yield f"{control.id}  {control.title.said(language)}"
    yield f"    {origin} · {here.places['control']}"
    if control.objective:
        yield from _row(_("objective"), control.objective.said(language))
    reason = f". {here.applied.reason}" if here.applied.reason else ""
    applies = f"{yes(here.applied.applies)}{reason}"
    where = here.places.get("applicability") or _("nothing is said in profile.yaml")
    yield from _row(_("applies here"), f"{applies} [{where}]")
    why = control.weight_reason.said(language) if control.weight_reason else ""
    yield from _row(_("weight"), f"{control.weight}{'. ' if why else ''}{why}")
    yield from _references(control.references)
    targets = here.profile.targets
    if any(question.levels for question in control.questions.values()):
        yield from _target(here, "maturity", str(targets.maturity))
    if "employees" in control.questions:
        yield from _target(here, "employees", f"{targets.employees} %")


def _references(references: Mapping[str, tuple[str, ...]]) -> list[str]:
    said = (f"{law} {', '.join(places)}" for law, places in references.items())
    return _row(_("references"), "; ".join(said)) if references else []


def _target(here: Resolved, name: str, value: str) -> list[str]:
    where = here.places.get(f"targets.{name}") or _("the usual one")
    return _row(_("target"), f"{value} [{where}]")


def _question(here: Resolved, kind: Kind, question: Question) -> Iterator[str]:
    language = active()
    technical = _(" (answered by operations)")
    by = technical if question.answered_by == "operations" else ""
    yield f"{_(KIND_WORDS[kind])}{by}"
    texts = {
        "text": question.text.said(language),
        "guidance": question.guidance.said(language),
        "evidence": "; ".join(question.evidence.said(language)),
    }
    for part, text in texts.items():
        where = here.places.get(f"questions.{kind}.{part}")
        yield from _row(_(_PARTS[part]), f"{text} [{where}]" if where else text)
    levels = question.levels.said(language) if question.levels else ()
    for level, text in enumerate(levels):
        yield from _row(str(level), text)
    yield from _references(question.references)
    yield from _row(_("rules"), ", ".join(_rules(question)))


def _rules(question: Question) -> Iterator[str]:
    """What is said of a question besides its texts: never nothing."""
    months = question.review_every_months or 0
    rules = {
        _("asked if {facts}").format(facts=_facts(question)): question.when,
        _("asked every year"): question.core,
        _("duty by law"): question.legal,
        counted("reviewed every month", "reviewed every {n} months", months): months,
        _("dated by {fact}").format(fact=question.dated_by): question.dated_by,
        _("evidence required"): question.evidence_required,
        _("may be answered by a common service"): question.inheritable,
        _(_NOT_APPLICABLE[question.not_applicable]): True,
    }
    return (rule for rule, holds in rules.items() if holds)


def _facts(question: Question) -> str:
    """The facts by which a question is asked."""
    return _(" and ").join(
        _("{fact} is {values}").format(fact=fact, values=_values(values))
        for fact, values in question.when.items()
    )


def _values(values: tuple[str | bool, ...]) -> str:
    return " | ".join(str(v).lower() if isinstance(v, bool) else v for v in values)


def _row(name: str, text: str) -> list[str]:
    start = f"  {name}: "
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )
