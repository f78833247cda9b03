"""How figures, dates and states are said in a report."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from secaudit.campaign import Campaign, Decision
from secaudit.catalogue import Control
from secaudit.gaps import Factors, Gap, Item, Ratio
from secaudit.language import _, active, counted, long_date, number
from secaudit.questionnaire import Subject, word

NOTHING = "–"
"""Where nothing is applicable, or nothing is known."""


def yes_or_no(said: bool) -> str:
    """The word for it."""
    return _("yes") if said else _("no")


def percent(ratio: Ratio | None) -> str:
    """Whole per cent, rounded down; a dash where nothing is applicable."""
    return f"{ratio.percent} %" if ratio else NOTHING


def of(part: int, whole: int) -> str:
    """So many of so many; a dash where there are none."""
    said = _("{part} of {whole}")
    return said.format(part=number(part), whole=number(whole)) if whole else NOTHING


def points(halves: int) -> str:
    """A number of halves, with the language's decimal sign: 27 is 13,5."""
    return number(Decimal(halves) / 2)


def multiplied(factors: Factors) -> str:
    """The factors of a priority, on one line."""
    shortfall = "1" if factors.shortfall == 2 else "½"
    rest = (factors.weight, factors.criticality, factors.data)
    return "\u00a0×\u00a0".join((shortfall, *map(str, rest)))


def joined(parts: Sequence[str]) -> str:
    """The parts as one says them: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{parts} and {last}").format(parts=", ".join(parts[:-1]), last=parts[-1])


def listed(names: Sequence[str], most: int) -> str:
    """The names as one says them; of those beyond `most`, how many they are."""
    left = len(names) - most
    if left <= 0:
        return joined(names)
    return joined([*names[:most], counted("{n} more", "{n} more", left)])


def few(names: Sequence[str], most: int) -> str:
    """The same; one name more than `most` is named too, for it takes no more room."""
    return joined(names) if len(names) <= most + 1 else listed(names, most)


def named(names: Sequence[str], most: int, said: str, number: str) -> Iterator[str]:
    """What is said of the {names}, if they are few; else of their number; nothing of none."""
    if len(names) > most:
        yield number
    elif names:
        yield said.format(names=joined(names))


def shortened(text: str, most: int = 60) -> str:
    """The text, on one line, cut where it is longer than a summary has room for."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    words = line[:most].rpartition(" ")[0]  # cut between words, unless one is very long
    return (words if len(words) > most // 2 else line[: most - 1]).rstrip() + "…"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def titled(control: Control) -> str:
    """Id and title of a control."""
    return f"{control.id} {control.title.said(active())}"


def state(status: str) -> str:
    """The word for a status."""
    return word(status, active())


def name_of(person: str | None, campaign: Campaign) -> str:
    """The name of a person; their id where it was deleted; a dash for nobody."""
    return campaign.name_of(person) or NOTHING


def called(subject: Subject) -> str:
    """What a subject is called, where its kind is not said beside it."""
    if subject.kind == "owner":
        return _("{name}, own duties").format(name=subject.name)
    if subject.kind == "employees":
        return _("The employees")
    return subject.name


def inherited_by(gap: Gap) -> str:
    """What the subject of a gap is called, and on a line below how many systems inherit it."""
    name = called(gap.item.subject)
    if not gap.behind:
        return name
    behind = counted(
        "{n} system inherits it", "{n} systems inherit it", len(gap.behind)
    )
    return f"{name}\n({behind})"


def briefly(subject: Subject) -> str:
    """What a subject is called in a sentence that has little room."""
    name = shortened(subject.name)
    own = _("{name}, own duties") if subject.kind == "owner" else "{name}"
    return own.format(name=name)


def owner_of(item: Item) -> str | None:
    """The person who is accountable for an answer."""
    return item.issue.owner or item.issue.form.person


def approval(decision: Decision) -> str:
    """When something was decided, by whom, and in which case."""
    said = _("{date} by {by}")
    said = said.format(date=long_date(decision.on), by=decision.by)
    if not decision.case:
        return said
    return _("{said}, case {case}").format(said=said, case=decision.case)
