"""How many work in each forvaltning, when the counts of a survey are recorded."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from secaudit.campaign import Campaign
from secaudit.inventory import load_files, read_inventory, staff
from secaudit.language import _, number
from secaudit.problems import Problem, problem_at, refuse_errors
from secaudit.workspace import Workspace


def headcount(
    workspace: Workspace, campaign: Campaign
) -> tuple[dict[str, int], tuple[Problem, ...]]:
    """How many work in each forvaltning of the campaign, as the inventory says now.

    Nothing, and a warning, where departments moved since: its numbers are of others then.
    Raises Refused where its files are not right.
    """
    folder = workspace.folder / "inventory"
    inventory, problems = read_inventory(*load_files(folder, folder.as_posix()))
    refuse_errors(problems)
    now = replace(campaign, departments=inventory.departments)
    moved = [
        unit.name
        for unit in campaign.departments
        if now.forvaltning_of(unit.id)[0] != campaign.forvaltning_of(unit.id)[0]
    ]
    if not moved:
        return staff(inventory.departments), ()
    message = _(
        "moved or taken out since the campaign was opened: {names}; the response rates "
        "keep the numbers of employees that were known before"
    )
    text, path = message.format(names=", ".join(moved)), folder / "people.yaml"
    return {}, (problem_at(path.as_posix(), (0, 0), "moved", text, warning=True),)


def crowded(
    shown: str, people: Mapping[str, int], staff: Mapping[str, int], campaign: Campaign
) -> Iterator[Problem]:
    """A warning of the forvaltninger in which more answered than work there."""
    message = _("{name} ({part} of {whole})")
    names = [
        message.format(name=name, part=number(people[id]), whole=number(staff[id]))
        for id, name in map(campaign.forvaltning_of, people)
        if id and people[id] > staff.get(id, people[id])
    ]
    if names:
        message = _(
            "more answered than work there: {names}; look for answers that stand twice"
        )
        text = message.format(names=", ".join(names))
        yield problem_at(shown, (0, 0), "more-than-employees", text, warning=True)
