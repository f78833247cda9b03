"""What every Word document is made from: the register up to an event, and its campaigns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from secaudit.campaign import Campaign, fold
from secaudit.gaps import Picture, picture
from secaudit.language import _
from secaudit.problems import Refused, WrongUsage
from secaudit.register import Event, Head
from secaudit.steps.state import register_of, rounds_of
from secaudit.workspace import Workspace

_SHORTEST = 8


@dataclass(frozen=True)
class Read:
    """A campaign, those before it, and the events that they are folded from."""

    events: Sequence[Event]
    rounds: Sequence[Campaign]
    """The campaign last."""
    head: Head
    on: date
    """The day that dates are judged by."""
    earlier: bool = False
    """Whether later events were left out."""

    @property
    def campaign(self) -> Campaign:
        """The one to be told of."""
        return self.rounds[-1]

    def file_name(self, *about: str) -> str:
        """What a document is usually called, such as `2026.docx`; of an earlier state by its
        head too, so that it does not take the place of the file that is there."""
        head = [self.head.hash[:12]] if self.earlier else []
        return "-".join((self.campaign.id, *about, *head)) + ".docx"

    def before(self) -> Picture | None:
        """The campaign before it, on its last day."""
        earlier = self.rounds[:-1]
        return picture(earlier, earlier[-1].last_day) if earlier else None


def read(
    workspace: Workspace, campaign_id: str | None, on: date | None, as_of: str | None
) -> Read:
    """The campaign called `campaign_id`, or the one opened last.

    With `as_of`, the register as it was when its head was that hash, or one that begins so; no
    day is then the day of that event. Raises WrongUsage, Refused.
    """
    events = _until(sound_events(workspace), as_of)
    rounds = rounds_of(fold(events), campaign_id)
    id, opened = rounds[-1].id, rounds[-1].opened_on
    head = Head.of(workspace.organisation.id, events)
    day = on or date.fromisoformat(events[-1].at[:10])
    if day < opened:
        sentence = _("the campaign {id} was opened {opened}, after {date}")
        raise WrongUsage(sentence.format(id=id, opened=opened, date=day))
    return Read(events, rounds, head, day, earlier=as_of is not None)


def sound_events(workspace: Workspace) -> Sequence[Event]:
    """Every event. Raises Refused if one was altered: a document says that none was."""
    register = register_of(workspace)
    breaches, _heads = register.breaches()
    own = [b for b in breaches if b.organisation == register.organisation]
    if own:
        sentence = _(
            "{breach}; 'secaudit verify' tells the rest; nothing is written from it"
        )
        raise Refused(sentence.format(breach=own[0]))
    return register.events()


def _until(events: Sequence[Event], head: str | None) -> Sequence[Event]:
    """The events up to the one whose hash begins with `head`."""
    if head is None:
        return events
    wanted = head.strip().lower()
    if len(wanted) < _SHORTEST:
        sentence = _("'{head}' is too short: give at least {n} characters of the hash")
        raise WrongUsage(sentence.format(head=head, n=_SHORTEST))
    found = [e.sequence for e in events if e.hash.startswith(wanted)]
    if not found:
        sentence = _("no event in the register has a hash that begins with {head}")
        raise WrongUsage(sentence.format(head=wanted))
    return events[: found[0]]
