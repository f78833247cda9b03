"""What employees answered in a survey, recorded as counts: no row of it is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from secaudit.assessment import Answer, Assessment, Respondent, status_of_counts
from secaudit.assessment.counts import FEWEST, fold_people, fold_survey
from secaudit.campaign import Campaign, Issue, Key, Word
from secaudit.digest import sha256
from secaudit.exchange.survey.reading import Survey, read_survey
from secaudit.language import _
from secaudit.problems import Problem, Refused, most, refuse_errors
from secaudit.register import Draft, Event
from secaudit.steps.recording import Acting, Recording, recording
from secaudit.steps.returned.asking import (
    asked_of,
    countable,
    forms,
    left_out,
    standing,
)
from secaudit.steps.returned.drafting import draft
from secaudit.steps.returned.files import File
from secaudit.steps.returned.headcount import crowded, headcount
from secaudit.steps.returned.receipt import Receipt, Replaced, replaced
from secaudit.steps.state import campaigns_of, chosen, refuse_closed
from secaudit.workspace import Workspace

LEGEND = "survey.yaml"
_Folded = Mapping[str, dict[str, dict[str, int]]]


@dataclass(frozen=True)
class Imported:
    """What a survey came to, small departments together, and what became of it."""

    campaign: str
    people: tuple[tuple[str, str, int], ...]
    """Id and name of each department, and how many answered; last those without a name."""
    questions: int
    """How many questions have counts."""
    receipt: Receipt
    problems: tuple[Problem, ...]
    """None of them an error."""


@dataclass(frozen=True)
class _Counts:
    """A survey that may be recorded."""

    survey: Survey
    people: dict[str, int]
    answers: _Folded
    staff: dict[str, int]
    """How many work in each forvaltning, as it is known now."""
    problems: tuple[Problem, ...]


def import_counts(
    workspace: Workspace,
    campaign_id: str | None,
    path: Path,
    legend: Path | None,
    acting: Acting,
    *,
    dry_run: bool = False,
) -> Imported:
    """Record the counts of a survey as the answers of the employees' forms; a `dry_run` only
    says what they are. `legend` is what tells of the columns, survey.yaml if nothing else.

    Raises Refused with all that is wrong, and where the campaign is closed, no form asks the
    employees or too few of them answered; WrongUsage if there is no file or campaign.
    """
    usual = workspace.folder / LEGEND
    legend = legend or (usual if usual.is_file() else None)
    if dry_run:
        campaign = chosen(campaigns_of(workspace), campaign_id)
        return _imported(_counts(workspace, campaign, path, legend), campaign, ())
    with recording(workspace, campaign_id, acting) as record:
        counts = _counts(workspace, record.campaign, path, legend)
        done = [*_recorded(counts, record)]
    return _imported(counts, record.campaign, done)


def _counts(
    workspace: Workspace, campaign: Campaign, path: Path, legend: Path | None
) -> _Counts:
    """What a file holds for a campaign. Raises Refused where it is not to be recorded."""
    asked = asked_of(refuse_closed(campaign))
    survey = read_survey(path, legend, asked)
    refuse_errors(most(survey.problems))
    counted = survey.counted
    _refuse_few(survey)
    few = {id for id, of in counted.answers.items() if _total(of.values()) < FEWEST}
    kept = {id: of for id, of in counted.answers.items() if id not in few}
    folded, people = fold_survey(kept, counted.people), fold_people(counted.people)
    staff, moved = headcount(workspace, campaign)
    return _Counts(
        survey=survey,
        people=people,
        answers={id: _plain(of) for id, of in folded.items()},
        staff=staff,
        problems=(
            *survey.problems,
            *moved,
            *crowded(survey.shown, people, staff or campaign.staff, campaign),
            *left_out(survey, asked.questions, few),
            *standing(survey, {*asked.questions} - {*kept}, campaign),
        ),
    )


def _refuse_few(survey: Survey) -> None:
    """Raises Refused where fewer than five answered anything."""
    people = survey.counted.people
    if not people.total():
        raise Refused(_("{path} holds no answers").format(path=survey.shown))
    if people.total() < FEWEST:
        sentence = _(
            "{path} holds answers of fewer than five employees: they are not recorded, "
            "so that nobody's own answers are"
        )
        raise Refused(sentence.format(path=survey.shown))


def _total(counts: Iterable[Mapping[str, int]]) -> int:
    return sum(sum(count.values()) for count in counts)


def _plain(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    return {department: dict(count) for department, count in counts.items()}


def _recorded(
    counts: _Counts, record: Recording
) -> Iterator[tuple[Issue, int, Event | None, Replaced | None]]:
    """Record the counts of each form, all of them with the first event; not where all stand
    already, unless it is known anew how many work where."""
    campaign, said = record.campaign, dict[Key, tuple[int, Answer]]()
    every = [
        (i, _assessment(i, counts, campaign, record.acting)) for i in forms(campaign)
    ]
    told = [(issue, assessment) for issue, assessment in every if assessment.answers]
    before = [campaign.documents.get(one.fingerprint, 0) for _issue, one in told]
    stand = all(number and number not in campaign.later for number in before)
    if stand and counts.staff in ({}, campaign.staff):
        yield from ((i, n, None, None) for (i, _a), n in zip(told, before, strict=True))
        return
    first = record.events[-1].sequence + 1
    for issue, assessment in told:
        event = record.append(_draft(assessment, counts, first))
        yield issue, event.sequence, event, replaced(assessment, event, campaign, said)


def _draft(assessment: Assessment, counts: _Counts, first: int) -> Draft:
    """The event of the counts of a form, in the survey that begins with event `first`."""
    survey = counts.survey
    file = File(survey.shown, survey.name, sha256="", text="")
    drafted = draft(assessment, file, {}, set())
    drafted.payload["survey"] = first
    # who has it can try of which file it is: not in the chain
    drafted.personal["file"]["sha256"] = survey.sha256
    if counts.staff:
        drafted.payload["staff"] = counts.staff
    return drafted


def _assessment(
    issue: Issue, counted: _Counts, campaign: Campaign, acting: Acting
) -> Assessment:
    target, key = campaign.profile.targets.employees, issue.subject.key
    answers = counted.answers
    own = {id: answers[id] for id in countable(issue) if id in answers}
    return Assessment(
        issue=issue.id,
        form=issue.form,
        respondent=Respondent(acting.by),
        answered_on=acting.on,
        answers={
            id: replace(
                _beside(campaign.words.get((key, id))),
                status=status_of_counts(counts, target),
                counts=counts,
            )
            for id, counts in own.items()
        },
        corrections={},
        fingerprint=sha256({"issue": issue.id, "counts": own}),
    )


def _beside(word: Word | None) -> Answer:
    """What was written beside the counts that stood: it is about the question, and stays."""
    if word is None:
        return Answer("unknown")
    was = word.answer
    return Answer(
        was.status,
        comment=was.comment,
        evidence=was.evidence,
        action=was.action,
        acceptance=was.acceptance,
    )


def _imported(
    counts: _Counts,
    campaign: Campaign,
    done: Iterable[tuple[Issue, int, Event | None, Replaced | None]],
) -> Imported:
    done = list(done)
    receipt = Receipt(
        file=counts.survey.shown,
        sha256=counts.survey.sha256,
        events=tuple((n, i.subject.key) for i, n, event, _r in done if event),
        already=tuple((n, i.subject.key) for i, n, event, _r in done if not event),
        refused=0,
        replaced={n: instead for _i, n, _e, instead in done if instead},
    )
    names = {id: unit.name for id, unit in campaign.units.items()} | {"": ""}
    shown = (id for id in names if id in counts.people)
    return Imported(
        campaign=campaign.id,
        people=tuple((id, names[id], counts.people[id]) for id in shown),
        questions=len(counts.answers),
        receipt=receipt,
        problems=tuple(sorted(counts.problems)),
    )
