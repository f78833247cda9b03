"""The picture of a campaign on a day. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from secaudit.campaign import Campaign, Key
from secaudit.catalogue import Kind
from secaudit.gaps.figures import Ratio, ratio
from secaudit.gaps.items import Item, by_subject, by_theme, grouped, items_of
from secaudit.gaps.ranking import Gap, gap_of, surroundings, urgency
from secaudit.gaps.summary import GapLine, lines
from secaudit.gaps.years import Year, years_before
from secaudit.questionnaire import Subject


@dataclass(frozen=True)
class Standing:
    """The questions of a campaign as they stand on a day."""

    campaign: Campaign
    on: date
    items: tuple[Item, ...]
    """Every question, inherited ones among them."""

    @cached_property
    def by_key(self) -> dict[Key, Item]:
        """Every question, by what a gap there is known by."""
        return {item.key: item for item in self.items}

    @cached_property
    def own(self) -> tuple[Item, ...]:
        """The questions that a subject answers itself: what theme figures are made of."""
        return tuple(item for item in self.items if item.provider is None)

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """The questions that subjects of `kind` answer themselves."""
        return self._by_kind.get(kind, ())

    def themes(self, kind: Kind) -> Mapping[str, tuple[Item, ...]]:
        """The same by the theme of their control, themes in order."""
        return self._by_theme.get(kind, {})

    @cached_property
    def subjects(self) -> dict[Subject, tuple[Item, ...]]:
        """Each subject, with its questions, inherited ones among them."""
        return by_subject(self.items)

    @cached_property
    def questions(self) -> dict[tuple[str, Kind], tuple[Item, ...]]:
        """By control and kind of subject, what is answered about it."""
        return grouped(self.own, lambda item: (item.control.id, item.subject.kind))

    @cached_property
    def silent(self) -> frozenset[str]:
        """Those who answered nothing of what they were issued; "" where nobody is named."""
        asked: set[str] = set()
        heard: set[str] = set()
        for item in self.own:
            person = item.issue.form.person or ""
            if item.control.id in item.issue.form.questions:
                asked.add(person)
            if item.word and item.word.campaign == self.campaign.id:
                heard.add(person)
        return frozenset(asked - heard)

    @cached_property
    def _by_kind(self) -> dict[Kind, tuple[Item, ...]]:
        return grouped(self.own, lambda item: item.subject.kind)

    @cached_property
    def _by_theme(self) -> dict[Kind, dict[str, tuple[Item, ...]]]:
        return {kind: by_theme(items) for kind, items in self._by_kind.items()}


@dataclass(frozen=True)
class Picture(Standing):
    """A campaign as it stands on a day, with its gaps, beside the campaigns before it."""

    gaps: tuple[Gap, ...]
    """Most urgent first; a provider's gap stands once, for all who inherit it."""
    inherited: tuple[Gap, ...]
    """The same gaps as each inheriting system has them."""
    closed: tuple[Key, ...] = ()
    """Gaps of the campaign before that were asked about again, and are none now."""
    years: tuple[Year, ...] = ()
    """The campaigns before it, the oldest first."""

    @cached_property
    def lines(self) -> tuple[GapLine, ...]:
        """Open gaps, grouped by control; a person who answered nothing is one line. Worst first."""
        return lines(self.open_gaps(), self.silent)

    def open_gaps(self) -> tuple[Gap, ...]:
        """The gaps that no decision accepts on the day."""
        return tuple(gap for gap in self.gaps if gap.open)

    def gaps_of(self, subject: Subject) -> tuple[Gap, ...]:
        """Every gap that a subject has, its own and inherited."""
        return self._by_subject.get(subject, ())

    @cached_property
    def _by_subject(self) -> dict[Subject, tuple[Gap, ...]]:
        return grouped((*self.gaps, *self.inherited), lambda gap: gap.item.subject)


def standing(campaign: Campaign, on: date) -> Standing:
    """The questions of a campaign as they stand `on` a day, or when it was closed."""
    day = min(on, campaign.closed_on or on)
    return Standing(campaign, day, tuple(items_of(campaign, day)))


def picture(
    campaigns: Sequence[Campaign], on: date, before: "Picture | None" = None
) -> Picture:
    """The last of `campaigns` as it stands `on` a day, beside those before it.

    `before` is the one before it on its last day, where that is known already.
    """
    now = standing(campaigns[-1], on)
    years = years_before(campaigns, before.items if before else None)
    around = surroundings(now.campaign, now.on, now.items, years)
    gaps = [gap_of(item, around) for item in now.items if item.reason]
    fine = {item.key for item in now.items if not item.reason}
    last = years[-1].items if years else {}
    was = {key for key, item in last.items() if item.reason and not item.provider}
    own = (gap for gap in gaps if gap.item.provider is None)
    return Picture(
        campaign=now.campaign,
        on=now.on,
        items=now.items,
        gaps=tuple(sorted(own, key=urgency)),
        inherited=tuple(gap for gap in gaps if gap.item.provider is not None),
        closed=tuple(sorted(was & fine)),
        years=years,
    )


def without_class_a(picture: Picture, criticality: str) -> Ratio | None:
    """Systems of `criticality` without an open gap in class A, of all such systems.

    A gap that a system inherits is a gap of the system.
    """
    clear = [
        not any(gap.gap_class == "A" and gap.open for gap in picture.gaps_of(subject))
        for subject, group in picture.subjects.items()
        if subject.kind == "system" and group[0].issue.criticality == criticality
    ]
    return ratio(sum(clear), len(clear))
