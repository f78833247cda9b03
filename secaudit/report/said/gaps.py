"""What is told of a gap, wherever gaps are listed."""

from collections.abc import Iterator
from dataclasses import dataclass

from secaudit.assessment import ProposedAction
from secaudit.campaign import Review
from secaudit.gaps import Gap, Item, Picture, urgency
from secaudit.language import _, later, long_date
from secaudit.report.said.law import law
from secaudit.report.said.wording import NOTHING, known_of, owner_of, plain_state_of

_REASONS = {"overdue": later("review out of date"), "returned": later("sent back")}


@dataclass(frozen=True)
class ToldGap:
    """A gap of a campaign, in words; what there is nothing to say of is empty."""

    gap: Gap
    picture: Picture

    @property
    def item(self) -> Item:
        """The question that it is about."""
        return self.gap.item

    @property
    def who(self) -> str:
        """The person accountable."""
        return self.picture.campaign.name_of(owner_of(self.item))

    def status(self, *, known: bool = False) -> str:
        """Where it stands, and which common service answers; the deadline of a duty by law that
        is `known` of, too, where that is not told beside it."""
        status = plain_state_of(self.gap, self.picture.campaign)
        if known and (deadline := known_of(self.gap)):
            status = f"{status}; {deadline}"
        if self.item.provider is None:
            return status
        answers = _("{status}; {service} answers")
        return answers.format(status=status, service=self.item.provider.name)

    @property
    def law(self) -> str:
        """The provisions that demand it; only that they do, where none is named."""
        if not self.gap.legal:
            return ""
        named = law(self.item.control.referred(self.item.subject.kind))
        return _("yes") if named == NOTHING else named

    @property
    def let_stand(self) -> str:
        """What lets it stand, or that it is known of, and until when."""
        if self.gap.accepted is None:
            return ""
        until = long_date(self.gap.accepted.until)
        return known_of(self.gap) or _("accepted until {date}").format(date=until)

    @property
    def review(self) -> Review | None:
        """What was said of the answer, be it a common service that gave it."""
        subject = self.item.provider or self.item.subject
        return self.picture.campaign.review((subject.key, self.item.control.id))

    @property
    def proposal(self) -> ProposedAction | None:
        """What the respondent proposes; a service's proposal is the service's to tell."""
        word = None if self.item.provider else self.item.word
        return word.answer.action if word else None


def every_gap(picture: Picture) -> list[Gap]:
    """Each gap, inherited ones in each system that has them, the most urgent first."""
    return sorted((*picture.gaps, *picture.inherited), key=urgency)


def notes(gap: Gap) -> Iterator[str]:
    """What makes it a gap where its status does not say so; last, that it may stand."""
    if reason := reason_word(gap.item):
        yield reason
    if gap.accepted:
        yield _("known duty by law") if gap.legal else _("accepted")


def reason_word(item: Item) -> str:
    """What makes a question a gap where its status does not; else empty."""
    return _(_REASONS[item.reason]) if item.reason in _REASONS else ""


def action_ids(gap: Gap) -> str:
    """The actions that cover it."""
    return ", ".join(action.id for action in gap.actions)
