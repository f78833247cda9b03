"""Each returned document against the form that the register says was issued."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from secaudit.assessment import Expected, Reading, fingerprint, read
from secaudit.campaign import Campaign, Issue
from secaudit.language import _
from secaudit.problems import Problem
from secaudit.register import Register
from secaudit.steps.returned.files import Sent


@dataclass(frozen=True)
class Judged:
    """A document, checked against the register."""

    sent: Sent
    reading: Reading
    recorded: int | None = None
    """The event in which the very same document was recorded before."""


def judge(
    sent: Iterable[Sent],
    campaigns: Mapping[str, Campaign],
    campaign: Campaign,
    register: Register,
    on: date,
    *,
    partial: bool = False,
    late: bool = False,
) -> tuple[Judged, ...]:
    """Each document against the form it names, and against the others of this run."""
    judge = _Judge(campaigns, campaign, register, on, partial, late)
    return tuple(_not_twice([judge.judge(one) for one in sent]))


class _Judge:
    """What is needed to judge one document after another."""

    def __init__(
        self,
        campaigns: Mapping[str, Campaign],
        campaign: Campaign,
        register: Register,
        on: date,
        partial: bool,
        late: bool,
    ) -> None:
        self.campaign, self.register = campaign, register
        self.on, self.partial, self.late = on, partial, late
        self.issues: dict[str, Issue] = {
            issue.id: issue for c in campaigns.values() for issue in c.issues
        }

    def judge(self, sent: Sent) -> Judged:
        refused = Reading(sent.document, None, sent.problems)
        if sent.value is None:
            return Judged(sent, refused)
        recorded = self.campaign.documents.get(fingerprint(sent.value))
        if recorded is not None:
            return Judged(sent, refused, recorded)
        wrong = self.wrong_form(sent)
        if wrong:
            found = tuple(sorted((*sent.problems, wrong)))
            return Judged(sent, replace(refused, problems=found))
        expected = self.expected(self.issues[sent.value["issue"]])
        return Judged(
            sent,
            read(sent.document, sent.alone, expected, self.on, partial=self.partial),
        )

    def wrong_form(self, sent: Sent) -> Problem | None:
        named = sent.value["issue"]
        issue = self.issues.get(named)
        problem = sent.document.problem
        if issue is None:
            other = self.register.issuer(named)
            if other:
                message = _("the form was issued by another organisation, '{id}'")
                text = message.format(id=other)
                return problem("other-organisation", text, ("issue",))
            message = _(
                "this form was never issued: the line 'issue' must stand as it was issued; "
                "use the form that was sent"
            )
            return problem("unknown-form", message, ("issue",))
        if issue.form.campaign != self.campaign.id:
            message = _(
                "the form belongs to the campaign {theirs}; this is {ours}: use "
                "--campaign {theirs}"
            )
            text = message.format(theirs=issue.form.campaign, ours=self.campaign.id)
            return problem("other-campaign", text, ("issue",))
        if sent.value["campaign"] != self.campaign.id:
            message = _("the form was issued for the campaign {ours}, not '{theirs}'")
            text = message.format(theirs=sent.value["campaign"], ours=self.campaign.id)
            return problem("other-campaign", text, ("campaign",))
        said = self.gone(issue) or self.too_late(issue)
        return problem(*said, ("issue",)) if said else None

    def gone(self, issue: Issue) -> tuple[str, str] | None:
        """Why a form counts no more: it was withdrawn, moved, or replaced by another."""
        out = self.campaign.withdrawn.get(issue.subject.key)
        if out:
            message = _("{subject} was taken out of the campaign {date}: {reason}")
            text = message.format(
                subject=issue.subject.name, date=out.on, reason=out.reason or "–"
            )
            return "withdrawn", text
        instead = self.instead(issue)
        if not (issue.superseded or instead):
            return None
        was, now = issue.form.person, instead.form.person if instead else None
        if instead and was and was != now and instead.name:
            message = _("{subject} is {name}'s to answer now; the form is not valid")
            text = message.format(subject=issue.subject.name, name=instead.name)
            return "moved-form", text
        message = _("the form was replaced by a newer one; fill in that instead")
        return "superseded-form", message

    def instead(self, issue: Issue) -> Issue | None:
        """The form that counts instead of one that was replaced, or handed over."""
        if issue.form.occasion and not issue.superseded:
            return self.handed_over(issue)
        latest = self.issues.get(issue.replaced_by or "")
        while latest and latest.replaced_by:
            latest = self.issues.get(latest.replaced_by)
        return latest

    def handed_over(self, small: Issue) -> Issue | None:
        """The latest form that asks the same of somebody else, since a small one was issued."""
        asked = small.form.questions.keys()
        later = (
            issue
            for issue in reversed(self.campaign.issues)
            if issue.sequence > small.sequence and issue.subject == small.subject
            if not issue.superseded
            and asked & {*issue.form.questions, *issue.form.carried}
        )
        latest = next(later, None)
        return latest if latest and latest.form.person != small.form.person else None

    def too_late(self, issue: Issue) -> tuple[str, str] | None:
        """That the campaign is closed; what was issued after that may still come."""
        closed = self.campaign.closed_on
        after = issue.sequence > (self.campaign.closed_in or issue.sequence)
        if closed is None or self.late or after:
            return None
        message = _(
            "the campaign {id} was closed {date}; record --late takes the answer, and it "
            "is counted apart"
        )
        return "campaign-closed", message.format(id=self.campaign.id, date=closed)

    def expected(self, issue: Issue) -> Expected:
        campaign, key = self.campaign, issue.subject.key

        def returned(*of: str) -> bool:
            review = campaign.review((of[0], of[1]))
            return review is not None and review.returned

        small = bool(issue.form.occasion)
        given = {
            id: word
            for id in issue.form.questions
            if (word := campaign.latest((key, id)))
        }
        return Expected(
            issue.form,
            issue.issued_on,
            issue.name,
            issue.email,
            campaign.profile.targets.maturity,
            campaign.profile.targets.employees,
            frozenset(id for id in given if not small and not returned(key, id)),
            max((word.answered_on for word in given.values()), default=None),
            frozenset(issue.provides),
            frozenset(department.id for department in campaign.departments),
        )


def _not_twice(judged: list[Judged]) -> Iterator[Judged]:
    """Refuse two new documents of one run for the same subject and respondent.

    The same document twice is one.
    """
    new = {j.reading.assessment.fingerprint: j for j in judged if j.reading.assessment}
    forms = Counter(_form(one) for one in new.values())
    for one in judged:
        if forms[_form(one)] < 2:
            yield one
            continue
        message = _("two documents in this run answer the same form; send only one")
        problem = one.reading.document.problem("two-documents", message, ("issue",))
        found = tuple(sorted((*one.reading.problems, problem)))
        reading = replace(one.reading, assessment=None, problems=found)
        yield replace(one, reading=reading)


def _form(judged: Judged) -> str:
    assessment = judged.reading.assessment
    return assessment.issue if assessment else ""
