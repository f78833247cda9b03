"""The JSON Schema that lies beside forms: what an editor says of each question and field."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

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
from secaudit.questionnaire.model import (
    STATUSES,
    UNCHANGED,
    Questionnaire,
    answer_field,
    word,
)

Repeatable = Mapping[str, Collection[str]]
"""By number of a form: the controls to which the earlier answer may be said to be unchanged."""
_NOTHING: Repeatable = MappingProxyType({})


def editor_parts(
    forms: Mapping[str, Questionnaire],
    controls: Mapping[str, Control],
    target: int,
    departments: Iterable[tuple[str, str]],
    repeatable: Repeatable = _NOTHING,
) -> dict[str, Node]:
    """What the schemas of forms of one campaign are put together of, in the active language.

    `target` is the maturity that is met, `departments` the id and name of those whose
    employees are counted.
    """
    parts = _shared(departments)
    for number, form in forms.items():
        for id in form.questions:
            again = id in repeatable.get(number, ())
            place = _place(id, form, again)
            if place not in parts:
                parts[place] = _question(id, form, controls[id], target, again=again)
    return parts


def editor_schema(
    forms: Mapping[str, Questionnaire],
    parts: Mapping[str, Node],
    repeatable: Repeatable = _NOTHING,
) -> Node:
    """The schema of the forms in one folder, in the active language.

    A form is known by its number, the id of its issue, and takes answers to its own questions
    only.
    """
    asked = {
        number: {
            id: _place(id, form, id in repeatable.get(number, ()))
            for id in form.questions
        }
        for number, form in forms.items()
    }
    places = {place for of_form in asked.values() for place in of_form.values()}
    wanted = {EMPTY, "respondent", "facts", *BESIDE, "counts", *places}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **holding(_lines(forms)),
        "title": _("The form"),
        "allOf": [_answers(number, of_form) for number, of_form in asked.items()],
        "$defs": {name: part for name, part in parts.items() if name in wanted},
    }


def _place(id: str, form: Questionnaire, again: bool) -> str:
    place = f"{id}.{form.subject.kind}"
    return f"{place}.{UNCHANGED}" if again else place


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


def _answers(number: str, asked: Mapping[str, str]) -> Node:
    """The answers of one form; each question stands at a place among the parts."""
    questions = {id: {"$ref": f"#/$defs/{place}"} for id, place in asked.items()}
    answers = {
        "properties": questions,
        "additionalProperties": False,
        "errorMessage": _("This is not a question in the form."),
    }
    return {
        "if": {"properties": {"issue": {"const": number}}, "required": ["issue"]},
        "then": {"properties": {"answers": answers}},
    }


def _question(
    id: str, form: Questionnaire, control: Control, target: int, *, again: bool
) -> Node:
    """A question, with the fields that its answer takes; `again` also `unchanged`."""
    question, language = form.questions[id], active()
    wanted = answer_field(form.subject.kind, question)
    beside = [f for f in BESIDE if f != "reviewed_on" or question.review_every_months]
    fields = {
        wanted: _answer(wanted, question, target, again),
        **{f: {"$ref": f"#/$defs/{f}"} for f in beside},
    }
    told = [question.text.said(language), *grades(question, language)]
    told += demands(question, "", language)
    return holding(fields) | {
        "title": f"{id} {control.title.said(language)}",
        "description": "\n\n".join(told),
    }


def _answer(field: str, question: Question, target: int, again: bool) -> Node:
    """The field that holds the answer itself."""
    if field == "counts":
        return {"$ref": "#/$defs/counts"}
    said = _("The earlier answer still holds.")
    more = {word(UNCHANGED, active()): said} if again else {}
    if field == "maturity":
        return _maturity(question, target, more)
    return _status(question, more)


def _status(question: Question, more: Mapping[str, str]) -> Node:
    """The word for a status: what the guidance says of it, or what it is for."""
    never = question.not_applicable == "never"
    meanings = {
        word(status, active()): said
        for status, said in _meanings(question).items()
        if not (never and status == "not-applicable")
    }
    meanings |= more
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


def _maturity(question: Question, target: int, more: Mapping[str, str]) -> Node:
    levels = question.levels.said(active()) if question.levels else ()
    sentence = _("Write a whole number from 0 to {n}.")
    if more:
        sentence = _("Write a whole number from 0 to {n}, or '{word}'.")
    sentence = sentence.format(n=len(levels) - 1, word="".join(more))
    meanings = [*levels, *more.values()]
    about = {"title": _("Maturity"), "description": explained(maturity_help(target))}
    return one_of([*range(len(levels)), *more], sentence, meanings) | about


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
