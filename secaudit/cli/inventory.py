"""`secaudit inventory`."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from secaudit.cli import show
from secaudit.cli.options import (
    InOrder,
    actor,
    campaign_option,
    date_option,
    format_option,
    now,
    open_workspace,
    workspace_option,
)
from secaudit.language import _, counted
from secaudit.yamlfile import flow

if TYPE_CHECKING:
    from secaudit.steps.corrections.proposals import Open, Proposal
    from secaudit.steps.corrections.settling import Settled


@click.group(
    "inventory",
    cls=InOrder,
    help=_("Check systems and people, and decide on what owners corrected."),
)
def command() -> None:
    """Group the commands for the inventory."""


@command.command("check", help=_("Say what is wrong with the workspace's files."))
@workspace_option()
def check(folder: Path | None) -> None:
    """Check the workspace's files."""
    from secaudit.workspace import load_contents

    contents = load_contents(open_workspace(folder))
    show.problems(contents.warnings)
    inventory = contents.inventory
    systems = counted("{n} system", "{n} systems", len(inventory.systems))
    people = counted("{n} person", "{n} people", len(inventory.people))
    click.echo(f"{systems}, {people}", err=True)


@command.command(
    "proposals",
    help=_("Show what owners corrected, and take it into the inventory."),
)
@click.option(
    "--accept",
    metavar="SYSTEM[/FACT]",
    multiple=True,
    help=_("Write this into inventory/systems.yaml; can be used several times."),
)
@click.option(
    "--accept-all",
    "everything",
    is_flag=True,
    help=_("Write all of it, but what is rejected."),
)
@click.option(
    "--reject",
    metavar="SYSTEM[/FACT]",
    multiple=True,
    help=_("Leave the inventory as it is; can be used several times."),
)
@click.option("--reason", default="", help=_("Why it is rejected."))
@format_option("table", "json")
@workspace_option()
@campaign_option()
@date_option()
def proposals_command(
    accept: tuple[str, ...],
    everything: bool,
    reject: tuple[str, ...],
    reason: str,
    shape: str,
    folder: Path | None,
    campaign: str | None,
    on: date,
) -> None:
    """Show proposals, or decide on them."""
    from secaudit.steps.corrections.proposals import proposals
    from secaudit.steps.corrections.settling import Choice, settle
    from secaudit.steps.recording import Acting

    if reason and not reject:
        raise click.UsageError(_("--reason says why something is rejected: --reject"))
    workspace = open_workspace(folder)
    if accept or everything or reject:
        choice = Choice(accept, everything, reject, reason)
        settled = settle(workspace, campaign, choice, Acting(on, now(), actor()))
        _tell(settled, shape)
    else:
        _show(proposals(workspace, campaign), shape)


def _show(found: "Open", shape: str) -> None:
    if shape == "json":
        rows = [_as_json(proposal) for proposal in found.proposals]
        show.as_json({"campaign": found.campaign, "proposals": rows})
        return
    if found.proposals:
        head = (
            _("system"),
            _("fact"),
            _("now"),
            _("proposed"),
            _("proposed by"),
            _("answered on"),
        )
        show.table(head, (_cells(proposal) for proposal in found.proposals))
    _count(found.campaign, found.proposals)


def _count(campaign: str, found: tuple["Proposal", ...]) -> None:
    waiting = counted("{n} proposal", "{n} proposals", len(found))
    said = _("{campaign}: {waiting} to be decided on")
    if not found:
        said = _("{campaign}: no corrections wait to be decided on")
    click.echo(said.format(campaign=campaign, waiting=waiting), err=True)
    for sentence in dict.fromkeys(p.gone for p in found if p.gone):
        click.echo(sentence, err=True)


def _tell(settled: "Settled", shape: str) -> None:
    if shape == "json":
        show.as_json(_settled_as_json(settled))
        return
    for number, proposal in settled.accepted:
        message = _("event {number}: {name} is {value} now")
        if proposal.proposed is None:
            message = _("event {number}: {name} is unknown now")
        value = flow(proposal.proposed)
        said = message.format(number=number, name=proposal.name, value=value)
        click.echo(said)
    for number, proposal in settled.rejected:
        message = _("event {number}: {name} is rejected")
        click.echo(message.format(number=number, name=proposal.name))
    _count(settled.campaign, settled.left)
    for key in settled.again:
        message = _(
            "the form about {subject} no longer fits: 'secaudit issue --again {subject}'"
        )
        click.echo(message.format(subject=key), err=True)


def _cells(proposal: "Proposal") -> tuple[str, ...]:
    return (
        proposal.system,
        proposal.fact,
        _value(proposal.now),
        _value(proposal.proposed),
        show.cut(proposal.by),
        proposal.on.isoformat(),
    )


def _value(fact: Any) -> str:
    return "–" if fact is None else show.cut(flow(fact))


def _as_json(proposal: "Proposal") -> dict[str, object]:
    return {
        "system": proposal.system,
        "fact": proposal.fact,
        "now": proposal.now,
        "proposed": proposal.proposed,
        "by": proposal.by,
        "on": proposal.on.isoformat(),
        "event": proposal.event,
        "file": proposal.file,
        "in_inventory": not proposal.gone,
    }


def _settled_as_json(settled: "Settled") -> dict[str, object]:
    return {
        "campaign": settled.campaign,
        "accepted": _decisions(settled.accepted),
        "rejected": _decisions(settled.rejected),
        "left": [_as_json(proposal) for proposal in settled.left],
        "again": list(settled.again),
    }


def _decisions(made: Iterable[tuple[int, "Proposal"]]) -> list[dict[str, object]]:
    return [{**_as_json(proposal), "decided_in": number} for number, proposal in made]
