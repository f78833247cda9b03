"""The JSON Schema that lies beside forms: what an editor says of each question and field."""

from collections.abc import Iterable, Mapping

from secaudit.catalogue import GRADES, Control, Question
from secaudit.language import _, active
from secaudit.questionnaire.field_kinds import (
    EMPTY,
    Node,
    empty,
    holding,
    one_of,
    one_of_words,
    whole_number,
)
from secaudit.questionnaire.fields import BESIDE, FACTS, RESPONDENT, explained, named
from secaudit.questionnaire.help import (
    counts_help,
    demands,
    facts_help,
    grades,
    maturity_help,
    unknown_help,
)
from secaudit.questionnaire.model import STATUSES, Questionnaire, answer_field, word


def editor_parts(
    forms: Iterable[Questionnaire],
    controls: Mapping[str, Control],
    target: int,
    departments: Iterable[tuple[str, str]],
) -> dict[str, Node]:
    """What the schemas of forms of one campaign are put together of, in the active language.

    `target` is the maturity that is met, `departments` the id and name of those whose
    employees are counted.
    """
    parts = _shared(departments)
    for form in forms:
        for id in form.questions:
            if _place(id, form) not in parts:
                parts[_place(id, form)] = _question(id, form, controls[id], target)
    return parts


def editor_schema(
    forms: Mapping[str, Questionnaire], parts: Mapping[str, Node]
) -> Node:
    """The schema of the forms in one folder, in the active language.

    A form is known by its number, the id of its issue, and takes answers to its own questions
    only.
    """
    asked = {_place(id, form) for form in forms.values() for id in form.questions}
    wanted = {EMPTY, "respondent", "facts", *BESIDE, "counts", *asked}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **holding(_lines(forms)),
        "title": _("The form"),
        "allOf": [_answers(number, form) for number, form in forms.items()],
        "$defs": {name: part for name, part in parts.items() if name in wanted},
    }


def _place(id: str, form: Questionnaire) -> str:
    return f"{id}.{form.subject.kind}"


def _lines(forms: Mapping[str, Questionnaire]) -> dict[str, Node]:
    """What stands at the left margin of a form."""
    return {
        "form": _issued(_("Version of the form"), ["secaudit/1"]),
        "campaign": _issued(_("Campaign"), (form.campaign for form in forms.values())),
        "subject": _issued(_("What the form is about")),
        "issue": _issued(_("Number of the form"), forms),
        "respondent": {"$ref": "#/$defs/respondent"},
        "facts": {"$ref": "#/$defs/facts"},
        "answers": {"title": _("The answers"), "type": "object"},
    }


def _shared(departments: Iterable[tuple[str, str]]) -> dict[str, Node]:
    """The parts that are the same in every form."""
    who = {
        "title": _("Who answers"),
        "description": _("It may be somebody else than the form was issued to."),
    }
    known = {"title": _("What is known of the system")}
    known["description"] = next(facts_help(active()))
    return {
        EMPTY: empty(),
        "respondent": holding(named(RESPONDENT)) | who,
        "facts": holding(named(FACTS)) | known,
        **named(BESIDE),
        "counts": _counts(departments),
    }


def _issued(title: str, values: Iterable[str] = ()) -> Node:
    """What nobody is to change."""
    said = _("This must stand as it was issued.")
    listed = {"enum": list(dict.fromkeys(values)), "errorMessage": said}
    return {"title": title, "description": said, **(listed if listed["enum"] else {})}


def _answers(number: str, form: Questionnaire) -> Node:
    """The answers of one form."""
    questions = {id: {"$ref": f"#/$defs/{_place(id, form)}"} for id in form.questions}
    answers = {
        "properties": questions,
        "additionalProperties": False,
        "errorMessage": _("This is not a question in the form."),
    }
    return {
        "if": {"properties": {"issue": {"const": number}}, "required": ["issue"]},
        "then": {"properties": {"answers": answers}},
    }


def _question(id: str, form: Questionnaire, control: Control, target: int) -> Node:
    """A question, with the fields that its answer takes."""
    question, language = form.questions[id], active()
    wanted = answer_field(form.subject.kind, question)
    beside = [f for f in BESIDE if f != "reviewed_on" or question.review_every_months]
    fields = {
        wanted: _answer(wanted, question, target),
        **{f: {"$ref": f"#/$defs/{f}"} for f in beside},
    }
    told = [question.text.said(language), *grades(question, language)]
    told += demands(question, "", language)
    return holding(fields) | {
        "title": f"{id} {control.title.said(language)}",
        "description": "\n\n".join(told),
    }


def _answer(field: str, question: Question, target: int) -> Node:
    """The field that holds the answer itself."""
    if field == "counts":
        return {"$ref": "#/$defs/counts"}
    return _maturity(question, target) if field == "maturity" else _status(question)


def _status(question: Question) -> Node:
    """The word for a status: what the guidance says of it, or what it is for."""
    never = question.not_applicable == "never"
    meanings = {
        word(status, active()): said
        for status, said in _meanings(question).items()
        if not (never and status == "not-applicable")
    }
    node = one_of(meanings, one_of_words(meanings), list(meanings.values()))
    return node | {"title": _("Status"), "description": _("How it stands today.")}


def _meanings(question: Question) -> dict[str, str]:
    """What each status means to this question."""
    told = dict(part.partition(": ")[::2] for part in grades(question, active()))
    of_grades = [told.get(grade, "") for grade in GRADES[active()]]
    others = (
        _("It does not fit here; say why in comment."),
        unknown_help(active()),
    )
    return dict(zip(STATUSES, (*of_grades, *others), strict=True))


def _maturity(question: Question, target: int) -> Node:
    levels = question.levels.said(active()) if question.levels else ()
    sentence = _("Write a whole number from 0 to {n}.").format(n=len(levels) - 1)
    about = {"title": _("Maturity"), "description": explained(maturity_help(target))}
    return one_of(range(len(levels)), sentence, levels) | about


def _counts(departments: Iterable[tuple[str, str]]) -> Node:
    """How many of each department answered what."""
    numbers = {
        status: whole_number() | {"title": word(status, active())}
        for status in STATUSES
    }
    each = {id: holding(numbers) | {"title": name} for id, name in departments}
    about = {
        "title": _("Numbers of employees"),
        "description": explained(counts_help()),
    }
    return holding(each) | about
