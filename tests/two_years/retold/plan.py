"""Sections 13 to 15, told again: gaps, actions, what is let stand, and what it takes."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tests.two_years.ranked import Gap, Line, person, to_be_done
from tests.two_years.retold.acting import amount, approval, closed_of, is_overdue, moved
from tests.two_years.retold.law import references
from tests.two_years.retold.lines import line_said, priority_token
from tests.two_years.retold.told import NOTHING, Row, Said, Told
from tests.two_years.words import Expected, Token, day

_STATES = ("planned", "started", "overdue", "done", "dropped")
_LETTERS = "abcdefghij"


def gaps(told: Told) -> Iterator[Row]:
    """Each open gap; somebody who answered nothing is one row."""
    quiet = {
        line.silent: line for line in told.ranking.lines if line.silent is not None
    }
    shown: list[Gap | Line] = []
    for gap in told.ranking.open:
        if not told.ranking.is_of_silence(gap):
            shown.append(gap)
        elif gap is quiet[person(gap.asked)].worst:
            shown.append(quiet[person(gap.asked)])
    for number, one in enumerate(shown, 1):
        row = _row(one, told) if isinstance(one, Gap) else _silent(one, told)
        yield str(number), *row


def _row(gap: Gap, told: Told) -> Row:
    shared = not gap.subject.startswith("system:") or gap.heirs
    systems = [gap.factors["systems"]] if shared else []
    status = (*_factors(gap), *systems, told.words(gap.asked.status))
    names = (
        told.name(n)
        for n in dict.fromkeys((told.ranking.accountable(gap), person(gap.asked)))
    )
    who = names if not gap.subject.startswith("owner:") else ()
    where = (told.titled(gap.asked.control), *_subject(gap, told), *filter(None, who))
    return (
        where,
        (f"{gap.letter})", *status, int(gap.since), *_decided(gap)),
        _comment(gap, told),
    )


def _subject(gap: Gap, told: Told) -> Said:
    """Whose it is; of a service, for how many systems."""
    name = () if gap.subject.startswith("employees:") else (told.called(gap.subject),)
    return *name, *([len(gap.heirs)] if gap.heirs else [])


def _factors(gap: Gap) -> list[Token]:
    found = gap.factors
    shortfall: Token = 1 if found["shortfall"] == 1 else found["shortfall"]
    rest = (found[name] for name in ("weight", "criticality", "data"))
    return [priority_token(gap), shortfall, *rest]


def _decided(gap: Gap) -> list[Token]:
    """A known duty by law has a deadline."""
    return [day(gap.accepted["until"])] if gap.accepted else []


def _silent(line: Line, told: Told) -> Row:
    legal = sum(gap.legal for gap in line.gaps)
    old = sum(gap.years > 1 for gap in line.gaps)
    counts = [n for n in (len(line.gaps), legal, old) if n]
    said = (f"{line.worst.letter})", *_factors(line.worst), *counts)
    return line_said(line, told), said, NOTHING


def _comment(gap: Gap, told: Told) -> Expected:
    """The comment, what is done or proposed, and the reviewer's reason."""
    review = told.reviewed(gap.asked) if gap.asked.word else {}
    texts = [gap.asked.word.get("comment", ""), review.get("reason", "")]
    doing = [part for action in gap.actions for part in _acting(action)]
    proposed = gap.asked.word.get("action")
    if not doing and proposed:
        doing = [proposed["what"], day(proposed["due"]), *_effort(proposed)]
    said = (*filter(None, texts), *doing)
    return said or NOTHING


def _acting(action: Any) -> Iterator[str | Token]:
    yield f" {action['action']}: {action['what']}"
    if action["responsible"]:
        yield action["responsible"]
    if action["ended"]:
        yield day(action["ended"])
        return
    yield day(action["due"])
    yield from moved(action)
    yield from _effort(action)


def _effort(action: Any) -> list[Token]:
    return [found for name in ("hours", "cost") if (found := action.get(name))]


def legal(told: Told) -> Iterator[Row]:
    """The open gaps that are duties by law, in the lines of the summary."""
    found = [
        Line(tuple(gaps), line.silent)
        for line in told.ranking.lines
        if (gaps := [gap for gap in line.gaps if gap.legal])
    ]
    for line in sorted(found, key=lambda line: -line.worst.priority):
        priority = (priority_token(line.worst),)
        said, law = line_said(line, told), tuple(_law(line))
        yield said, law, priority, line.worst.letter


def actions(told: Told) -> list[Any]:
    """The plan: what is still to be done, the earliest due first."""
    found = [action for action in told.actions if to_be_done(action)]
    return sorted(found, key=lambda action: (action["due"], action["action"]))


def action_rows(told: Told) -> Iterator[Row]:
    """A row for each of them."""
    for action in actions(told):
        when = (day(action["due"]), *moved(action))
        effort: Expected = tuple(_effort(action)) or NOTHING
        responsible = action["responsible"] or NOTHING
        what = _covers(action, told)
        yield action["action"], what, responsible, when, effort, closed_of(action, told)


def _covers(action: Any, told: Told) -> Said:
    covered = [
        (told.ranking.current(c["subject"]), c["control"]) for c in action["covers"]
    ]
    controls = list(dict.fromkeys(control for _subject, control in covered))
    subjects = list(dict.fromkeys(subject for subject, _control in covered))
    said: list[str | Token] = [action["what"], ", ".join(controls[:4])]
    said += [len(controls) - 4] if len(controls) > 4 else []
    return *said, told.called(subjects[0]) if len(subjects) == 1 else len(subjects)


def actions_said(told: Told) -> Said:
    """How many are to be done, how many late, and how many gaps they are about."""
    found, gaps = actions(told), told.ranking.open
    late = sum(is_overdue(action, told) for action in found)
    return len(found), late, sum(gap.planned for gap in gaps), len(gaps)


def action_chart(told: Told) -> list[int]:
    """How many actions are in each state; those dropped only where there are some."""
    since = told.before.day.isoformat() if told.before else ""
    found = [
        _state(action, told)
        for action in told.actions
        if to_be_done(action) or action["ended"] >= since
    ]
    shown = [s for s in _STATES if s != "dropped" or s in found]
    return [found.count(state) for state in shown]


def _state(action: Any, told: Told) -> str:
    return "overdue" if is_overdue(action, told) else str(action["status"])


def accepted(told: Told) -> Iterator[Row]:
    """The gaps that a decision lets stand, and the duties by law that are known of."""
    decisions = {d["decision"]: d for d in told.decisions}
    for gap in told.ranking.own:
        if gap.accepted:
            where = (told.titled(gap.asked.control), *_subject(gap, told))
            said = approval(decisions[gap.accepted["by"]])
            until = (day(gap.accepted["until"]),)
            yield where, (told.words(gap.asked.status),), said, until


def effort(told: Told) -> Iterator[Row]:
    """What the plan takes, by state and in all; and what is only proposed."""
    found = actions(told)
    groups = [
        [action for action in found if _state(action, told) == state]
        for state in ("overdue", "started", "planned")
    ]
    groups = [group for group in groups if group]
    groups += [found] if len(groups) > 1 else []
    bare = (gap.asked.word for gap in told.ranking.open if not gap.planned)
    proposed = [
        {"hours": None, "cost": None, **w["action"]} for w in bare if "action" in w
    ]
    groups += [proposed] if proposed else []
    for group in groups:
        sums = (amount(group, name) for name in ("hours", "cost"))
        yield (), str(len(group)), *sums


def effort_said(told: Told) -> Said:
    """How many open gaps no action covers, and how many of them are in class A."""
    bare = [gap for gap in told.ranking.open if not gap.planned]
    return len(bare), sum(gap.letter == "A" for gap in bare)


def _law(line: Line) -> Iterator[int]:
    """The numbers of the provisions that the controls refer to, law by law."""
    found: dict[str, set[str]] = {}
    for gap in line.gaps:
        for law, places in references(gap.asked).items():
            found.setdefault(law, set()).update(places)
    for article in sorted(found.get("gdpr", ()), key=_as_counted)[:5]:
        yield from _numbers(article)
    yield from _places(found.get("databeskyttelsesloven", set()))
    directive, act = found.get("nis2", set()), found.get("nis2-loven", set())
    sixth = {place for place in act if place.startswith("§ 6, stk. 1, nr. ")}
    numbers = {_LETTERS.index(place) + 1 for place in directive & set(_LETTERS)}
    numbers |= {list(_numbers(place))[-1] for place in sixth}
    yield from (2, 6, 1, *sorted(numbers)) if numbers else ()
    for others in (act - sixth, directive - set(_LETTERS)):
        yield from (2, *_places(others)) if others else ()
    yield from _places(found.get("webtilgaengelighedsloven", set()))


def _places(found: Iterable[str]) -> Iterator[int]:
    for place in sorted(found, key=_as_counted):
        yield from _numbers(place)


def _numbers(text: str) -> Iterator[int]:
    yield from map(int, re.findall(r"\d+", text))


def _as_counted(place: str) -> list[int | str]:
    """Articles as people count: 5(2) before 28(1)."""
    parts = re.split(r"(\d+)", place)
    return [int(part) if part.isdecimal() else part for part in parts]
