"""A control as `secaudit catalogue show` tells of it on a terminal."""

import textwrap
from collections.abc import Iterator, Mapping

import click

from secaudit.catalogue import KIND_WORDS, Kind, Question
from secaudit.language import _, active, counted, later
from secaudit.steps.controls.resolved import Resolved

_WIDTH = 88
_PARTS = {
    "text": later("question"),
    "guidance": later("guidance"),
    "evidence": later("evidence"),
}


def show(found: Resolved) -> None:
    """Print the control: what holds here, and where each part is written."""
    for line in (*_head(found), *_served(found)):
        click.echo(line)
    for kind, question in found.applied.control.questions.items():
        click.echo("")
        for line in _question(found, kind, question):
            click.echo(line)


def _head(found: Resolved) -> Iterator[str]:
    control = found.applied.control
    language = active()
    origin = found.catalogue or _("local control")
    yield f"{control.id}  {control.title.said(language)}"
    yield f"    {origin} · {found.places['control']}"
    if control.objective:
        yield from _row(_("objective"), control.objective.said(language))
    applies = _("yes") if found.applied.applies else _("no")
    reason = f": {found.applied.reason}" if found.applied.reason else ""
    where = _at(found, "applicability") or _("nothing is said in profile.yaml")
    yield from _row(_("applies here"), f"{applies}{reason} [{where}]")
    why = control.weight_reason.said(language) if control.weight_reason else ""
    yield from _row(_("weight"), f"{control.weight}{'. ' if why else ''}{why}")
    yield from _references(control.references)
    targets = found.profile.targets
    if any(question.levels for question in control.questions.values()):
        yield from _target(found, "maturity", str(targets.maturity))
    if "employees" in control.questions:
        yield from _target(found, "employees", f"{targets.employees} %")


def _references(references: Mapping[str, tuple[str, ...]]) -> list[str]:
    said = (f"{law} {', '.join(places)}" for law, places in references.items())
    return _row(_("references"), "; ".join(said)) if references else []


def _target(found: Resolved, name: str, value: str) -> list[str]:
    where = _at(found, f"targets.{name}") or _("the usual one")
    return _row(_("target"), f"{value} [{where}]")


def _served(found: Resolved) -> Iterator[str]:
    if found.serves:
        yield from _row(_("answers for"), ", ".join(found.serves))
    if found.served_by and not found.applied.control.questions:
        yield from _row(_("answered by"), ", ".join(found.served_by))


def _question(found: Resolved, kind: Kind, question: Question) -> Iterator[str]:
    language = active()
    technical = _(" (answered by operations)")
    by = technical if question.answered_by == "operations" else ""
    yield f"{_(KIND_WORDS[kind])}{by}"
    said = {
        "text": question.text.said(language),
        "guidance": question.guidance.said(language),
        "evidence": "; ".join(question.evidence.said(language)),
    }
    for part, text in said.items():
        where = _at(found, f"questions.{kind}.{part}")
        yield from _row(_(_PARTS[part]), f"{text} [{where}]" if where else text)
    for level, text in enumerate(
        question.levels.said(language) if question.levels else ()
    ):
        yield from _row(str(level), text)
    yield from _references(question.references)
    rules = ", ".join(_rules(question))
    if rules:
        yield from _row(_("rules"), rules)


def _rules(question: Question) -> Iterator[str]:
    if question.when:
        said = _(" and ").join(
            _("{fact} is {values}").format(fact=fact, values=_values(values))
            for fact, values in question.when.items()
        )
        yield _("asked if {facts}").format(facts=said)
    if question.core:
        yield _("asked every year")
    if question.legal:
        yield _("duty by law")
    if months := question.review_every_months:
        yield counted("reviewed every month", "reviewed every {n} months", months)
    if question.dated_by:
        yield _("dated by {fact}").format(fact=question.dated_by)
    if question.evidence_required:
        yield _("evidence required")
    if question.inheritable:
        yield _("may be answered by a common service")
    yield {
        "free": _("'not applicable' counts at once"),
        "review": _("'not applicable' counts as not met until it is reviewed"),
        "never": _("cannot be 'not applicable'"),
    }[question.not_applicable]


def _values(values: tuple[str | bool, ...]) -> str:
    return " | ".join(str(v).lower() if isinstance(v, bool) else v for v in values)


def _at(found: Resolved, part: str) -> str:
    return found.places.get(part, "")


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
