"""What is told of a gap, wherever gaps are listed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from secaudit.assessment import ProposedAction
from secaudit.campaign import Campaign, Review
from secaudit.gaps import Gap, Item, Picture, urgency
from secaudit.language import _, counted, later, long_date
from secaudit.questionnaire import UNANSWERED
from secaudit.report.said.law import law
from secaudit.report.said.wording import NOTHING, owner_of, state

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


def numbered(ways: Counter[str]) -> str:
    """How many are how, by status or by what else makes them gaps: 2 not met, 1 sent back."""
    late, open_ones = ways["overdue"], ways[UNANSWERED]
    left_out = ways["not-applicable"]
    words = {
        "met": counted("{n} met", "{n} met", ways["met"]),
        "not-met": counted("{n} not met", "{n} not met", ways["not-met"]),
        "partial": counted("{n} partial", "{n} partial", ways["partial"]),
        "overdue": counted("{n} review out of date", "{n} reviews out of date", late),
        "returned": counted("{n} sent back", "{n} sent back", ways["returned"]),
        UNANSWERED: counted("{n} unanswered", "{n} unanswered", open_ones),
        "unknown": counted("{n} 'unknown'", "{n} 'unknown'", ways["unknown"]),
        "not-applicable": counted("{n} not applicable", "{n} not applicable", left_out),
    }
    return ", ".join(words[way] for way, number in ways.items() if number)


def reason_word(item: Item) -> str:
    """What makes a question a gap where its status does not; else empty."""
    return _(_REASONS[item.reason]) if item.reason in _REASONS else ""


def action_ids(gap: Gap) -> str:
    """The actions that cover it."""
    return ", ".join(action.id for action in gap.actions)


def known_of(gap: Gap) -> str:
    """That a duty by law is known of, and by when it must be met; empty if it is not."""
    if not (gap.accepted and gap.legal):
        return ""
    said = _("known duty by law, deadline {date}")
    return said.format(date=long_date(gap.accepted.until))


def plain_state_of(gap: Gap, campaign: Campaign) -> str:
    """Where a gap stands, in words: its status, and what makes it a gap if not that."""
    status, item = state(gap.item.status), gap.item
    if gap.reason == "returned":
        return _("sent back; the answer was '{status}'").format(status=status)
    if gap.reason == "overdue":
        return _("met, but the review is out of date")
    review = campaign.review(item.key)
    if review is None or item.word is None:
        return status
    if review.outcome == "assessed" and item.word.answer.status != item.status:
        sentence = _("{status}, as the reviewer assessed it; the answer was '{own}'")
        return sentence.format(status=status, own=state(item.word.answer.status))
    return _("{status} (reviewed)").format(status=status)


def among(gap: Gap) -> str:
    """Of how many systems the factors are the highest; empty where they are its own."""
    systems = gap.factors.systems
    if gap.item.subject.kind == "system" and not gap.behind:
        return ""
    return counted(
        "highest factors among {n} system", "highest factors among {n} systems", systems
    )
