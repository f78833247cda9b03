"""What is known of a system, in words: as it was told, or that it was not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any

from secaudit.campaign import Campaign, Issue
from secaudit.gaps import Item
from secaudit.inventory import fact_word
from secaudit.language import _, long_date
from secaudit.report.said.wording import capital, joined, yes_or_no


@dataclass(frozen=True)
class FactsRow:
    """Two facts, as they were told, side by side."""

    name: str
    value: str
    other: str
    """The name of the second fact; empty where there is none."""
    other_value: str


def facts(
    issues: Sequence[Issue], items: Iterable[Item], campaign: Campaign
) -> tuple[FactsRow, ...]:
    """The facts of a system with its forms and questions, two a row."""
    services = {item.provider.name for item in items if item.provider}
    told = [
        *_belonging(issues, campaign),
        *_told(issues[-1].facts),
        (_("common services"), joined(sorted(services, key=str.casefold)) or _("none")),
    ]
    told = [(capital(name), value) for name, value in told]
    pairs = zip_longest(told[::2], told[1::2], fillvalue=("", ""))
    return tuple(FactsRow(*one, *other) for one, other in pairs)


def _belonging(
    issues: Sequence[Issue], campaign: Campaign
) -> Iterator[tuple[str, str]]:
    """Who answers for it, and where."""
    main, id = issues[-1], issues[-1].belongs_to or ""
    name = campaign.units[id].name if id in campaign.units else id
    yield _("owner"), campaign.name_of(main.owner) or _("owner missing")
    yield _("operations"), _operations(issues, campaign)
    yield _("belongs to"), name or _("not stated")


def _operations(issues: Sequence[Issue], campaign: Campaign) -> str:
    parts = [issue for issue in issues if issue.form.part == "operations"]
    if not parts:
        return _("the owner")
    return campaign.name_of(parts[-1].form.person) or _("not stated")


def _told(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is stated of the system itself."""
    yield _("criticality"), fact_word("criticality", facts.get("criticality"))
    kinds = facts.get("personal_data") or ()
    said = joined([fact_word("personal_data", kind) for kind in kinds])
    yield _("personal data"), said or _("not stated")
    yield _("hosting"), fact_word("hosting", facts.get("hosting"))
    yield _("supplier"), facts.get("supplier") or _("not stated")
    yield _("lifecycle"), fact_word("lifecycle", facts.get("lifecycle"))
    yield _("processor agreement"), _agreement(facts.get("processor_agreement") or {})
    yield _("supplier supervised"), _day(facts.get("supervised_on"))
    yield _("impact assessment (DPIA)"), _dpia(facts.get("dpia") or {})
    yield _("risk assessment"), _risk(facts.get("risk_assessment") or {})
    yield _("test environment"), _whether(facts.get("has_test_environment"))
    yield _("own source code"), _whether(facts.get("source_owned"))
    yield _("used by citizens"), _whether(facts.get("citizen_facing"))


def _whether(value: bool | None) -> str:
    return _("not stated") if value is None else yes_or_no(value)


def _day(day: Any) -> str:
    return long_date(date.fromisoformat(str(day))) if day else _("not stated")


def _agreement(said: Mapping[str, Any]) -> str:
    status = fact_word("processor_agreement", said.get("status"))
    return f"{status}, {_day(said['on'])}" if said.get("on") else status


def _dpia(said: Mapping[str, Any]) -> str:
    needed, on = said.get("needed"), said.get("on")
    if on:
        return _("made {date}").format(date=_day(on))
    if needed is None:
        return _("not stated")
    return _("needed; its date is not stated") if needed else _("not needed")


def _risk(said: Mapping[str, Any]) -> str:
    result, on = said.get("result"), said.get("on")
    if not on:
        return str(result) if result else _("not stated")
    return f"{_day(on)}: {result}" if result else _day(on)
