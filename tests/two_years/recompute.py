"""Figures, gaps and status, computed a second time from how every question stands.

Written from docs/figures.md and the design alone, as plainly as can be: nothing of the package
that computes the same is used.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from tests.two_years.rounds import Key
from tests.two_years.standing import Asked, Standing

KINDS = ("system", "owner", "organisation", "employees")
SHARES = ("answered", "met_of_answered", "met_of_all")
STATUSES = ("met", "partial", "not-met", "not-applicable", "unknown", "unanswered")
_POINTS = {"met": 2, "partial": 1}
_CRITICALITY = {"society-critical": 3, "business-critical": 2, "other": 1}
_DATA = {"sensitive": 3, "criminal-offences": 3, "cpr": 2, "confidential": 2}
_UNKNOWN = 2


def figures(asked: Iterable[Asked]) -> dict[str, Any]:
    """Counts and the three numbers, as exact fractions; None where nothing is applicable."""
    every = list(asked)
    counts = Counter(one.status for one in every)
    applicable = [one for one in every if not one.leaves]
    answered = [one for one in applicable if one.status != "unanswered"]
    points = sum(_POINTS.get(a.status, 0) * a.control["weight"] for a in applicable)
    return {
        **{status: counts[status] for status in STATUSES},
        "answered": _share(len(answered), len(applicable)),
        "met_of_answered": _share(points, 2 * _weight(answered)),
        "met_of_all": _share(points, 2 * _weight(applicable)),
    }


def all_figures(standing: Standing) -> dict[str, Any]:
    """The figures of each kind of subject, overall and by theme."""
    found: dict[str, Any] = {}
    for kind in KINDS:
        of_kind = [a for a in standing.own.values() if a.subject.startswith(f"{kind}:")]
        themes: dict[str, list[Asked]] = {}
        for one in of_kind:
            themes.setdefault(one.control["theme"], []).append(one)
        if of_kind:
            shown = {theme: figures(group) for theme, group in themes.items()}
            found[kind] = {"overall": figures(of_kind), "themes": shown}
    return found


def figures_of(subject: str, standing: Standing) -> dict[str, Any]:
    """The figures of one subject, what common services answer for it among them."""
    return figures(a for (name, _id), a in standing.every.items() if name == subject)


def gaps(standing: Standing) -> dict[Key, Any]:
    """Every gap, that of a common service once for all who inherit it."""
    return {k: _gap(one, standing) for k, one in standing.own.items() if one.reason}


def _gap(asked: Asked, standing: Standing) -> dict[str, Any]:
    heirs = standing.heirs.get(asked.key, [])
    found = factors(asked, heirs, standing)
    priority = priority_of(found)
    return {
        "status": asked.status,
        "reason": asked.reason,
        "priority": priority,
        "class": class_of(priority, standing),
        "factors": found,
        "legal": asked.question.get("legal", False),
        "since": since(asked.key, standing),
        "accepted_until": _accepted_until(asked.key, standing),
        "answered_on": asked.word.get("answered_on"),
        "answered_in": asked.word.get("campaign"),
        "inherited_by": [heir.partition(":")[2] for heir in heirs],
    }


def priority_of(factors: dict[str, Any]) -> Fraction:
    """All four multiplied, 0.5-27."""
    found: Fraction = factors["shortfall"]
    for name in ("weight", "criticality", "data"):
        found *= int(factors[name])
    return found


def class_of(priority: Fraction, standing: Standing) -> str:
    """A, B or C, as the campaign's profile sets the bounds."""
    bounds = standing.round.opened["profile"]["classes"]
    return next((c for c in "ab" if priority >= bounds[c]), "c").upper()


def factors(asked: Asked, heirs: list[str], standing: Standing) -> dict[str, Any]:
    """What the priority of a gap is made of, and among how many systems it was found."""
    kind, _colon, id = asked.subject.partition(":")
    concerned = [asked.subject, *heirs]
    if kind != "system":
        there = dict.fromkeys(name for name, _id in standing.own)
        systems = [name for name in there if name.startswith("system:")]
        owned = [s for s in systems if standing.told[s]["owner"] == id]
        concerned = owned if kind == "owner" else systems
    facts = [standing.told[subject].get("facts", {}) for subject in concerned]
    critical = (_CRITICALITY.get(f.get("criticality"), _UNKNOWN) for f in facts)
    return {
        "shortfall": asked.shortfall,
        "weight": asked.control["weight"],
        "criticality": max(critical, default=_UNKNOWN),
        "data": max((_data(f.get("personal_data")) for f in facts), default=_UNKNOWN),
        "systems": len(concerned),
    }


def _data(kinds: Any) -> int:
    return max(_DATA.get(kind, 1) for kind in kinds) if kinds else _UNKNOWN


def since(gap: Key, standing: Standing) -> str:
    """The first of the campaigns in a row in which it is a gap, inherited or not."""
    subject, control = gap
    since = standing.round.id
    for then, name in standing.back(subject):
        was = then.every.get((name, control))
        if was is None or not was.reason:
            break
        since = then.round.id
    return since


def _accepted_until(gap: Key, standing: Standing) -> str | None:
    """The day until which a decision lets it stand, if that is ahead; the latest counts.

    What is decided once a campaign is closed changes nothing in it.
    """
    found = accepted(gap, standing)
    return found["until"] if found else None


def accepted(gap: Key, standing: Standing) -> Any:
    """The latest word of a decision on a gap, if it lets it stand on the day; else None."""
    names = {gap[0], *(name for _then, name in standing.back(gap[0]))}
    today, latest = standing.day.isoformat(), None
    for one in standing.round.accepts:
        about = one["subject"] in names and one["control"] == gap[1]
        known = one["event"] < (standing.round.closed_in or one["event"] + 1)
        if about and known and one["on"] <= today:
            latest = one
    return latest if latest and latest["until"] >= today else None


def closed(standing: Standing) -> set[Key]:
    """The gaps of the campaign before that were asked about again, and are none now."""
    return {
        (subject, control)
        for (subject, control), now in standing.every.items()
        for then, name in list(standing.back(subject))[:1]
        if (was := then.own.get((name, control))) and was.reason and not now.reason
    }


def status(standing: Standing) -> dict[str, dict[Any, Any]]:
    """How far the answers have come: of each subject, person, forvaltning and criticality.

    What is not known of a subject, or who is to answer, is None.
    """
    groups: dict[str, dict[Any, list[Asked]]] = {}
    for asked in standing.own.values():
        for name, group in _groups_of(asked, standing):
            groups.setdefault(name, {}).setdefault(group, []).append(asked)
    return {
        name: {id: _progress(every, standing) for id, every in found.items()}
        for name, found in groups.items()
    }


def _groups_of(asked: Asked, standing: Standing) -> Iterator[tuple[str, str | None]]:
    told = standing.told[asked.subject]
    yield "subjects", asked.subject
    yield "people", asked.form.get("person")
    if asked.subject.startswith("system:"):
        yield "criticalities", told.get("facts", {}).get("criticality")
    yield "departments", forvaltning(told, standing)


def forvaltning(told: Any, standing: Standing) -> str | None:
    """The department at the top: of a system, or of the owner; else the organisation."""
    opened = standing.round.opened
    units: list[dict[str, str | None]] = opened["departments"]
    above = {unit["id"]: unit.get("parent") for unit in units}
    if told["subject"]["kind"] not in ("system", "owner"):
        return str(opened["organisation"]["id"])
    unit: str | None = told.get("department") or told.get("facts", {}).get("department")
    while above.get(unit):
        unit = above[unit]
    return unit


def _progress(every: list[Asked], standing: Standing) -> dict[str, Any]:
    said = [_said(asked, standing) for asked in every]
    missing = sum(asked.status == "unanswered" for asked in every)
    return {
        "questions": len(every),
        "answered": len(every) - missing,
        "missing": missing,
        "returned": sum(asked.reason == "returned" for asked in every),
        "late": sum(any(is_late(word, standing) for word in words) for words in said),
        "after_close": sum(asked.key in standing.round.after for asked in every),
    }


def _said(asked: Asked, standing: Standing) -> list[Any]:
    """What was said in this campaign, also after it was closed."""
    here = standing.round
    words = (here.words.get(asked.key), here.after.get(asked.key))
    return [word for word in words if word]


def is_late(word: Any, standing: Standing) -> bool:
    """Whether it came after the deadline of its form, or what the person was given."""
    here = standing.round
    form = next(form for form in here.forms if form["issue"] == word["form"])
    due = form.get("answer_by") or here.opened["due"]
    given = here.extended.get(form.get("person") or "", "")
    return bool(word["answered_on"] > max(due, given))


def _weight(asked: Iterable[Asked]) -> int:
    return sum(one.control["weight"] for one in asked)


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
