"""`secaudit inventory`: systems and people are checked; what owners corrected is decided on."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from secaudit.cli.asking import Asked, of_campaign, open_workspace, options
from secaudit.cli.showing import Column, Listing, show
from secaudit.cli.speaking.say import say
from secaudit.language import _, counted, later
from secaudit.steps.corrections.proposals import Open, Proposal, proposals
from secaudit.steps.corrections.settling import Choice, Settled, settle
from secaudit.workspace import load_contents
from secaudit.yamlfile import flow

command = options.InOrder(
    "inventory",
    help=_("Check systems and people, and decide on what owners corrected."),
)


@command.command("check", help=_("Say what is wrong with the workspace's files."))
@options.WORKSPACE
def check(folder: Path | None) -> None:
    contents = load_contents(open_workspace(folder))
    show.problems(contents.warnings)
    inventory = contents.inventory
    systems = counted("{n} system", "{n} systems", len(inventory.systems))
    people = counted("{n} person", "{n} people", len(inventory.people))
    say(f"{systems}, {people}", err=True)


@command.command(
    "proposals",
    help=_("Show what owners corrected, and take it into the inventory."),
)
@options.several(
    "--accept",
    "SYSTEM[/FACT]",
    _("Write this into inventory/systems.yaml; can be used several times."),
)
@options.flag("--accept-all", _("Write all of it, but what is rejected."), "everything")
@options.several(
    "--reject",
    "SYSTEM[/FACT]",
    _("Leave the inventory as it is; can be used several times."),
)
@click.option("--reason", default="", help=_("Why it is rejected."))
@options.shape("table", "json")
@of_campaign
def proposals_command(shape: str, asked: Asked, **told: Any) -> None:
    choice = Choice(**told)
    if choice.reason and not choice.reject:
        raise click.UsageError(_("--reason says why something is rejected: --reject"))
    if choice.accept or choice.everything or choice.reject:
        _tell(settle(*asked.where, choice, asked.signed), shape)
    else:
        _listed(proposals(*asked.where)).show(shape)


def _listed(waiting: Open) -> Listing[Proposal]:
    columns: tuple[Column[Proposal], ...] = (
        Column(later("system"), lambda proposal: proposal.system),
        Column(later("fact"), lambda proposal: proposal.fact),
        Column(later("now"), lambda proposal: proposal.now, _value),
        Column(later("proposed"), lambda proposal: proposal.proposed, _value),
        Column(later("proposed by"), lambda proposal: proposal.by, show.cut),
        Column(later("answered on"), lambda proposal: proposal.on.isoformat()),
    )
    left = tuple(_left(waiting.campaign, waiting.proposals))
    proposed = [*map(_as_json, waiting.proposals)]
    told = {"campaign": waiting.campaign, "proposals": proposed}
    return Listing(columns, waiting.proposals, lambda: told, left, empty=left)


def _left(campaign: str, proposals: tuple[Proposal, ...]) -> Iterator[str]:
    """How much waits, and what no longer has a place in the inventory."""
    number = counted("{n} proposal", "{n} proposals", len(proposals))
    message = _("{campaign}: {waiting} to be decided on")
    if not proposals:
        message = _("{campaign}: no corrections wait to be decided on")
    yield message.format(campaign=campaign, waiting=number)
    yield from dict.fromkeys(one.gone for one in proposals if one.gone)


def _tell(settled: Settled, shape: str) -> None:
    if shape == "json":
        accepted, rejected = map(_decisions, (settled.accepted, settled.rejected))
        left = [*map(_as_json, settled.left)]
        told = {"accepted": accepted, "rejected": rejected, "left": left}
        show.as_json(vars(settled) | told)
        return
    for number, proposal in settled.accepted:
        message = _("event {number}: {name} is {value} now")
        if proposal.proposed is None:
            message = _("event {number}: {name} is unknown now")
        value = flow(proposal.proposed)
        say(message.format(number=number, name=proposal.name, value=value))
    for number, proposal in settled.rejected:
        message = _("event {number}: {name} is rejected")
        say(message.format(number=number, name=proposal.name))
    for line in _left(settled.campaign, settled.left):
        say(line, err=True)
    message = _(
        "the form about {subject} no longer fits: 'secaudit issue --again {subject}'"
    )
    for key in settled.again:
        say(message.format(subject=key), err=True)


def _value(fact: Any) -> str:
    return "–" if fact is None else show.cut(flow(fact))


def _as_json(proposal: Proposal) -> dict[str, object]:
    told = {**vars(proposal), "on": proposal.on.isoformat()}
    gone = told.pop("gone")
    return {**told, "in_inventory": not gone}


def _decisions(made: Iterable[tuple[int, Proposal]]) -> list[dict[str, object]]:
    return [{**_as_json(proposal), "decided_in": number} for number, proposal in made]
