"""What becomes of a proposal: accepted into the inventory, or rejected."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from secaudit.inventory import load_files, read_inventory
from secaudit.language import _
from secaudit.officer.text import text
from secaudit.problems import Refused, WrongUsage, errors
from secaudit.steps.corrections.proposals import Proposal, open_among
from secaudit.steps.issuing.plan import outdated
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.rewriting import rewritten
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
    workspace: Workspace, campaign_id: str | None, choice: Choice, acting: Acting
) -> Settled:
    """Write what is accepted into the inventory, and record every decision.

    File and register stand together: whatever cannot be written, nothing is changed.
    Raises WrongUsage for what nobody proposes, Refused where the inventory cannot take it.
    """
    why = _why(choice)
    with recording(workspace, campaign_id, acting) as record:
        contents = load_contents(workspace)
        open_ones = open_among(record.events, record.campaign.id, contents.inventory)
        waiting = tuple(open_ones)
        accepted, rejected = _decided(choice, waiting)
        if accepted:
            _write(contents, accepted, record.undo)
        agreed = tuple((_say(p, record), p) for p in accepted)
        sent_back = tuple((_say(p, record, why), p) for p in rejected)
        campaigns = list(record.campaigns.values())
        closed = campaigns[-1].closed_on is not None
        unfit = () if closed else outdated(load_contents(workspace), campaigns)
    changed = {f"system:{proposal.system}" for proposal in accepted}
    return Settled(
        campaign=record.campaign.id,
        accepted=agreed,
        rejected=sent_back,
        left=tuple(p for p in waiting if p not in (*accepted, *rejected)),
        again=tuple(key for key in unfit if key in changed),
    )


def _why(choice: Choice) -> str:
    if not choice.reject:
        return ""
    if not choice.reason.strip():
        raise WrongUsage(_("say why in --reason: the owner is to understand it"))
    return text(choice.reason, "--reason")


def _decided(
    choice: Choice, waiting: tuple[Proposal, ...]
) -> tuple[list[Proposal], list[Proposal]]:
    """What is accepted, and what is rejected."""
    accepted = {p.name: p for name in choice.accept for p in _named(name, waiting)}
    rejected = {p.name: p for name in choice.reject for p in _named(name, waiting)}
    for name, proposal in accepted.items():
        if name in rejected:
            sentence = _("{name} cannot be both accepted and rejected")
            raise WrongUsage(sentence.format(name=name))
        if proposal.gone:
            raise Refused(proposal.gone)
    if choice.everything:
        accepted = {p.name: p for p in waiting if not p.gone and p.name not in rejected}
    return list(accepted.values()), list(rejected.values())


def _named(name: str, found: tuple[Proposal, ...]) -> list[Proposal]:
    wanted = name.removeprefix("system:")
    named = [p for p in found if wanted in (p.system, p.name)]
    if not named:
        sentence = _("nothing is proposed about '{name}'").format(name=name)
        known = {p.name if "/" in wanted else p.system for p in found}
        raise WrongUsage(sentence + did_you_mean(wanted, sorted(known)))
    return named


def _say(proposal: Proposal, record: Recording, why: str = "") -> int:
    """Record that a proposal is accepted, or why it is not; the event that says so."""
    outcome, about = "returned" if why else "agreed", f"system:{proposal.system}"
    payload = {"fact": proposal.fact, "outcome": outcome, "of": proposal.event}
    return record.say("reviewed", payload, about, reason=why).sequence


def _write(contents: Contents, accepted: list[Proposal], undo: ExitStack) -> None:
    """Change the file of the systems, unless the inventory would not be right with it."""
    folder = contents.workspace.folder / "inventory"
    path = folder / "systems.yaml"
    at = {system.id: n for n, system in enumerate(contents.inventory.systems)}
    edits = [Edit(("systems", at[p.system], p.fact), p.proposed) for p in accepted]

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
