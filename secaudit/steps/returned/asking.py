"""The questions that a survey is to answer, and what it leaves as it is."""

from collections.abc import Collection, Iterable, Iterator

from secaudit.campaign import Campaign, Issue
from secaudit.exchange.survey.asked import Asked
from secaudit.exchange.survey.reading import Survey
from secaudit.language import _
from secaudit.problems import Problem, Refused, problem_at
from secaudit.questionnaire import answer_field


def asked_of(campaign: Campaign) -> Asked:
    """What the employees are asked. Raises Refused where no form asks them."""
    questions = {
        id: (issue.form.questions[id].text.da, issue.form.questions[id].text.en)
        for issue in forms(campaign)
        for id in countable(issue)
    }
    if not questions:
        sentence = _(
            "no form asks the employees in campaign {id}; run 'secaudit issue'"
        )
        raise Refused(sentence.format(id=campaign.id))
    return Asked(campaign.id, questions, campaign.departments)


def forms(campaign: Campaign) -> Iterator[Issue]:
    """The employees' forms that count."""
    yield from (i for i in campaign.current() if i.subject.kind == "employees")


def countable(issue: Issue) -> Iterator[str]:
    """The questions of a form that are answered with counts."""
    for id, question in issue.form.questions.items():
        if answer_field(issue.subject.kind, question) == "counts":
            yield id


def left_out(
    survey: Survey, questions: Iterable[str], few: Iterable[str]
) -> Iterator[Problem]:
    """The questions that stay as they are: nobody, or hardly anybody, answered them."""
    none = [id for id in questions if id not in survey.counted.answers]
    if none:
        message = _("nobody answered {names}: nothing is recorded about them")
        text = message.format(names=", ".join(none))
        yield problem_at(survey.shown, (0, 0), "unanswered", text, warning=True)
    if few := sorted(few):
        message = _("fewer than five answered {names}: nothing is recorded about them")
        text = message.format(names=", ".join(few))
        yield problem_at(survey.shown, (0, 0), "too-few", text, warning=True)


def standing(
    survey: Survey, left_out: Collection[str], campaign: Campaign
) -> Iterator[Problem]:
    """The questions whose counts, of another survey or typed by hand, still stand."""
    words = {
        id: word
        for issue in forms(campaign)
        for id in countable(issue)
        if id in left_out and (word := campaign.words.get((issue.subject.key, id)))
    }
    names = [id for id, word in words.items() if word.answer.counts]
    if names:
        events = sorted({words[id].sequence for id in names})
        message = _("the counts of event {events} still stand for {names}")
        numbers = ", ".join(map(str, events))
        text = message.format(events=numbers, names=", ".join(names))
        yield problem_at(survey.shown, (0, 0), "still-stands", text, warning=True)
