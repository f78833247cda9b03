"""Section 14, Action plan: what will be done about gaps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import ACTION_STATES, Action
from secaudit.language import _, counted, long_date, number
from secaudit.report.said.action_rows import PartActionRow, moved, stands
from secaudit.report.said.charts import Chart, Series
from secaudit.report.said.doing import doing_effort
from secaudit.report.said.first import first
from secaudit.report.said.wording import NOTHING, capital, joined, shortened
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.standing import closed_of, covered

_MOST_ACTIONS = 10
_MOST_TEXT = 140


@dataclass(frozen=True)
class ActionRow(PartActionRow):
    """What will be done about gaps, or was."""

    remaining: str
    """How many of the gaps that it covers are closed, of how many."""


@dataclass(frozen=True)
class Plan:
    """Section 14: the actions that are still to be done."""

    said: str
    """How many there are, how many are late, and how many gaps they cover."""
    chart: Chart
    """Drawn under the name `actions-per-status`."""
    actions: tuple[ActionRow, ...]
    rest: str


def plan(material: Material) -> Plan:
    """Section 14."""
    shown, rest = first(material.planned, _MOST_ACTIONS)
    return Plan(
        said=" ".join(_said(material)),
        chart=_chart(material),
        actions=tuple(action_row(action, material) for action in shown),
        rest=rest,
    )


def action_row(action: Action, material: Material) -> ActionRow:
    """An action, as a row."""
    return ActionRow(
        id=action.id,
        what=shortened(action.what, _MOST_TEXT) or _("(text deleted)"),
        covers=covered(action, material.subjects),
        responsible=shortened(action.responsible) or NOTHING,
        due=long_date(action.due),
        status=stands(action, material.on),
        moved=moved(action),
        effort=joined(list(doing_effort(action.hours, action.cost))) or NOTHING,
        remaining=closed_of(action.covers, material.asked),
        evidence=shortened(action.evidence, _MOST_TEXT),
    )


def was_left(action: Action, on: date) -> bool:
    """Whether it was to be done yet, once the day was over."""
    return action.open or (action.ended_on or date.min) > on


def _said(material: Material) -> Iterable[str]:
    actions, gaps = material.planned, material.gaps
    if not actions:
        yield _("No action is adopted and still to be done.")
        return
    overdue = sum(action.overdue(material.on) for action in actions)
    late = counted("{n} is overdue", "{n} are overdue", overdue)
    yield counted(
        "{n} action is still to be done; {{late}}.",
        "{n} actions are still to be done; {{late}}.",
        len(actions),
    ).format(late=late if overdue else _("none is overdue"))
    if gaps:
        yield counted(
            "{{helped}} of {n} open gap has an action that is still to be done.",
            "{{helped}} of {n} open gaps have an action that is still to be done.",
            len(gaps),
        ).format(helped=number(len(gaps) - len(material.bare)))


def _chart(material: Material) -> Chart:
    """How many actions are in each state: of the plan, and ended since the campaign before."""
    since = material.before.on if material.before else date.min
    known = [action for action in material.adopted if was_left(action, since)]
    states = [action.state(material.on) for action in known]
    counts = {
        s: states.count(s) for s in ACTION_STATES if s != "dropped" or s in states
    }
    names = tuple(capital(_(ACTION_STATES[state])) for state in counts)
    parts = [f"{name}: {n}" for name, n in zip(names, counts.values(), strict=True)]
    sentence = _("Bar chart of the actions by status. {parts}.")
    alt = sentence.format(parts=", ".join(parts)) if states else ""
    return Chart(alt, names, (Series(_("Actions"), tuple(counts.values())),))
