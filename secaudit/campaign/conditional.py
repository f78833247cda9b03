"""The questions that a form does not ask, and would if the facts of its system were others."""

from secaudit.campaign.model import Campaign, Issue
from secaudit.catalogue import Question, holds


def conditional(campaign: Campaign, issue: Issue) -> dict[str, Question]:
    """By control id, the questions that a correction of facts may open in a form.

    None of a small form, which asks only what it is for, nor of what a common service answers.
    """
    form = issue.form
    if form.subject.kind != "system" or form.occasion:
        return {}
    known = {**form.facts, "common_service": bool(issue.provides)}
    parts = [i.form for i in campaign.current() if i.subject == issue.subject]
    asked = {id for part in parts for id in (*part.questions, *part.carried)}
    technical = any(part.part == "operations" for part in parts)
    closed = {
        applied.control.id: applied.control.questions["system"]
        for applied in campaign.applied
        if applied.applies and "system" in applied.control.questions
        if not holds(applied.control.questions["system"].when, known)
    }
    others = asked | _served(campaign, issue)
    return {
        id: question
        for id, question in closed.items()
        if id not in others and _is_for(question, form.part, technical)
    }


def _served(campaign: Campaign, issue: Issue) -> set[str]:
    """The controls that the services of a system answer for."""
    services = {s for those in issue.form.inherited.values() for s in those}
    providing = (i.provides for i in campaign.current() if i.subject.id in services)
    inheritable = (id for provided in providing for id in provided)
    return {id for id in inheritable if campaign.controls[id].inheritable}


def _is_for(question: Question, part: str, technical: bool) -> bool:
    """Whether a part asks the question, where operations have a part of their own or not."""
    if part == "operations":
        return question.answered_by == "operations"
    return question.answered_by == "owner" or not technical
