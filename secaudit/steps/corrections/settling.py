"""What becomes of a proposal: accepted into the inventory, or rejected."""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from secaudit.campaign import Campaign, fold
from secaudit.inventory import load_files, read_inventory
from secaudit.language import _
from secaudit.problems import Refused, WrongUsage, errors
from secaudit.register import Draft
from secaudit.steps import officer_text
from secaudit.steps.corrections.proposals import Proposal, open_among
from secaudit.steps.issuing.plan import outdated
from secaudit.steps.rewriting import rewritten
from secaudit.steps.state import chosen, register_of
from secaudit.validation import did_you_mean, load
from secaudit.workspace import Contents, Workspace, load_contents
from secaudit.yamlfile.editing import Edit


@dataclass(frozen=True)
class Choice:
    """What the officer decides; a proposal is named by SYSTEM/FACT, several by SYSTEM."""

    accept: tuple[str, ...] = ()
    everything: bool = False
    """Whether all that is not rejected, and can be written, is accepted."""
    reject: tuple[str, ...] = ()
    reason: str = ""
    """Why it is rejected."""


@dataclass(frozen=True)
class Settled:
    """What was decided, each with the event that says so."""

    campaign: str
    accepted: tuple[tuple[int, Proposal], ...]
    rejected: tuple[tuple[int, Proposal], ...]
    left: tuple[Proposal, ...]
    """What stays open."""
    again: tuple[str, ...]
    """The keys of changed systems whose forms no longer fit."""


def settle(
    workspace: Workspace,
    campaign_id: str | None,
    choice: Choice,
    on: date,
    now: datetime,
    by: str,
) -> Settled:
    """Write what is accepted into the inventory, and record every decision.

    File and register stand together: whatever cannot be written, nothing is changed.
    Raises WrongUsage for what nobody proposes, Refused where the inventory cannot take it.
    """
    why = _why(choice)
    with ExitStack() as undo:
        with register_of(workspace).writing() as writer:
            events = writer.events()
            campaigns = fold(events)
            campaign = chosen(campaigns, campaign_id)
            contents = load_contents(workspace)
            found = tuple(open_among(events, campaign.id, contents.inventory))
            accepted, rejected = _decided(choice, found)
            if accepted:
                _write(contents, accepted, undo)
            drafts = [_draft(p, campaign, on, {"by": by}) for p in accepted]
            personal = {"by": by, "reason": why}
            drafts += [_draft(p, campaign, on, personal) for p in rejected]
            numbers = [writer.append(draft, now).sequence for draft in drafts]
            unfit = _unfit(workspace, list(campaigns.values()))
        undo.pop_all()  # committed: the file stays
    changed = {f"system:{proposal.system}" for proposal in accepted}
    return Settled(
        campaign.id,
        tuple(zip(numbers[: len(accepted)], accepted, strict=True)),
        tuple(zip(numbers[len(accepted) :], rejected, strict=True)),
        tuple(p for p in found if p not in (*accepted, *rejected)),
        tuple(key for key in unfit if key in changed),
    )


def _why(choice: Choice) -> str:
    if not choice.reject:
        return ""
    if not choice.reason.strip():
        raise WrongUsage(_("say why in --reason: the owner is to understand it"))
    return officer_text.text(choice.reason, "--reason")


def _unfit(workspace: Workspace, campaigns: list[Campaign]) -> tuple[str, ...]:
    """The subjects whose forms do not fit the files as they are now."""
    if campaigns[-1].closed_on:
        return ()
    return outdated(load_contents(workspace), campaigns)


def _decided(
    choice: Choice, found: tuple[Proposal, ...]
) -> tuple[list[Proposal], list[Proposal]]:
    """What is accepted, and what is rejected."""
    accepted = {p.name: p for name in choice.accept for p in _named(name, found)}
    rejected = {p.name: p for name in choice.reject for p in _named(name, found)}
    for name, proposal in accepted.items():
        if name in rejected:
            sentence = _("{name} cannot be both accepted and rejected")
            raise WrongUsage(sentence.format(name=name))
        if proposal.gone:
            raise Refused(proposal.gone)
    if choice.everything:
        accepted = {p.name: p for p in found if not p.gone and p.name not in rejected}
    return list(accepted.values()), list(rejected.values())


def _named(name: str, found: tuple[Proposal, ...]) -> list[Proposal]:
    wanted = name.removeprefix("system:")
    named = [p for p in found if wanted in (p.system, p.name)]
    if not named:
        sentence = _("nothing is proposed about '{name}'").format(name=name)
        known = {p.name if "/" in wanted else p.system for p in found}
        raise WrongUsage(sentence + did_you_mean(wanted, sorted(known)))
    return named


def _draft(
    proposal: Proposal, campaign: Campaign, on: date, personal: dict[str, str]
) -> Draft:
    payload = {
        "fact": proposal.fact,
        "outcome": "returned" if "reason" in personal else "agreed",
        "of": proposal.event,
        "on": on.isoformat(),
    }
    subject = f"system:{proposal.system}"
    return Draft("reviewed", campaign.id, subject, payload, personal)


def _write(contents: Contents, accepted: list[Proposal], undo: ExitStack) -> None:
    """Change the file of the systems, unless the inventory would not be right with it."""
    folder = contents.workspace.folder / "inventory"
    path = folder / "systems.yaml"
    ids = [system.id for system in contents.inventory.systems]
    edits = [
        Edit(("systems", ids.index(p.system), p.fact), p.proposed) for p in accepted
    ]

    def refuse_wrong(new: Path) -> None:
        _systems, people = load_files(folder, folder.as_posix())
        systems = load(new, path.as_posix(), "systems")
        found = errors(read_inventory(systems, people)[1])
        if found:
            sentence = _(
                "nothing was changed: it would make these errors in the inventory; reject it, "
                "or correct the file"
            )
            raise Refused(sentence, found)

    rewritten(path, edits, undo, refuse_wrong)
