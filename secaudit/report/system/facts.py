"""What is known of a system, in words: as it was told, or that it was not."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from secaudit.campaign import Campaign, Issue
from secaudit.inventory import fact_word
from secaudit.language import _, long_date
from secaudit.report.said.wording import capital, joined, name_of
from secaudit.report.system.model import FactsRow


def facts(
    issues: tuple[Issue, ...], services: tuple[str, ...], campaign: Campaign
) -> tuple[FactsRow, ...]:
    """The facts of a system with its `issues`, two a row; `services` answer for it."""
    told = [(capital(name), value) for name, value in _told(issues, services, campaign)]
    if len(told) % 2:
        told.append(("", ""))
    return tuple(FactsRow(*told[n], *told[n + 1]) for n in range(0, len(told), 2))


def _told(
    issues: tuple[Issue, ...], services: tuple[str, ...], campaign: Campaign
) -> Iterator[tuple[str, str]]:
    said, owner = issues[-1].facts, issues[-1].owner
    yield _("owner"), name_of(owner, campaign) if owner else _("owner missing")
    yield _("operations"), _operations(issues, campaign)
    yield _("belongs to"), _department(said.get("department"), campaign)
    yield _("criticality"), fact_word("criticality", said.get("criticality"))
    yield _("personal data"), _several("personal_data", said.get("personal_data"))
    yield _("hosting"), fact_word("hosting", said.get("hosting"))
    yield _("supplier"), said.get("supplier") or _("not stated")
    yield _("lifecycle"), fact_word("lifecycle", said.get("lifecycle"))
    agreement = said.get("processor_agreement") or {}
    yield _("processor agreement"), _agreement(agreement)
    yield _("supplier supervised"), _day(said.get("supervised_on"))
    yield _("impact assessment (DPIA)"), _dpia(said.get("dpia") or {})
    yield _("risk assessment"), _risk(said.get("risk_assessment") or {})
    yield _("test environment"), _whether(said.get("has_test_environment"))
    yield _("own source code"), _whether(said.get("source_owned"))
    yield _("used by citizens"), _whether(said.get("citizen_facing"))
    yield _("common services"), joined(services) or _("none")


def _operations(issues: tuple[Issue, ...], campaign: Campaign) -> str:
    found = [issue.form.person for issue in issues if issue.form.part == "operations"]
    if not found:
        return _("the owner")
    return name_of(found[-1], campaign) if found[-1] else _("not stated")


def _department(id: str | None, campaign: Campaign) -> str:
    names = {department.id: department.name for department in campaign.departments}
    return names.get(id, id) if id else _("not stated")


def _several(fact: str, values: Any) -> str:
    return joined([fact_word(fact, value) for value in values or ()]) or _("not stated")


def _whether(value: bool | None) -> str:
    return _("not stated") if value is None else _("yes") if value else _("no")


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
