"""The rules for one control, beyond those that keep its catalogue from being used."""

from collections.abc import Collection, Iterator, Mapping

from secaudit.catalogue import Question, WrittenControl
from secaudit.language import LANGUAGES, _
from secaudit.lint.references import laws
from secaudit.lint.wording import Finding, of_guidance, of_question, of_text
from secaudit.problems import Problem
from secaudit.yamlfile import Document, Keys


def of_control(one: WrittenControl) -> Iterator[Problem]:
    """What is wrong with a control and its questions."""
    yield from _grounds(one)
    yield from _provisions(one, one.control.references)
    for kind, question in one.control.questions.items():
        keys = (*one.keys, "questions", kind)
        yield from _provisions(one, question.references, "questions", kind)
        yield from of_words(question, one.document, keys)
        if question.dated_by and not question.review_every_months:
            message = _(
                "dated_by is the date of a review: review_every_months is missing"
            )
            yield one.problem("date-unused", message, "questions", kind, "dated_by")


def of_words(
    question: Question,
    document: Document,
    keys: Keys,
    parts: Collection[str] = ("text", "guidance", "evidence", "levels"),
) -> Iterator[Problem]:
    """What is wrong with those parts of a question that are written at `keys`."""
    for (part, *at), (code, message) in _said(question):
        if part in parts:
            yield document.problem(code, message, (*keys, part, *at))


def _said(question: Question) -> Iterator[tuple[Keys, Finding]]:
    """Each finding, and where in the question it is."""
    graded = question.levels is None
    for language in LANGUAGES:
        for finding in of_question(question.text.said(language), language):
            yield ("text", language), finding
        guidance = question.guidance.said(language)
        for finding in of_guidance(guidance, language, graded=graded):
            yield ("guidance", language), finding
        for part in ("evidence", "levels"):
            texts = getattr(question, part)
            for index, text in enumerate(texts.said(language) if texts else ()):
                for finding in of_text(text, language):
                    yield (part, language, index), finding
    yield from _evidence(question)


def _evidence(question: Question) -> Iterator[tuple[Keys, Finding]]:
    numbers = {len(question.evidence.said(language)) for language in LANGUAGES}
    if len(numbers) > 1:
        said = _("evidence must have as many examples in each language")
        yield ("evidence",), ("evidence-uneven", said)
    if min(numbers) < 2:
        yield ("evidence",), ("one-evidence", _("two examples of evidence or more"))


def _grounds(one: WrittenControl) -> Iterator[Problem]:
    """What is wrong with what a control is for, and with why it weighs most."""
    control = one.control
    if control.weight == 3 and not control.weight_reason:
        message = _("a control of weight 3 must say why, in weight_reason")
        yield one.problem("weight-without-reason", message, "weight")
    if control.questions and not control.objective:
        message = _("a control that is asked about must have an objective")
        yield one.problem("no-objective", message, "id")
    for field in ("objective", "weight_reason"):
        text = getattr(control, field)
        for language in LANGUAGES if text else ():
            for code, message in of_text(text.said(language), language):
                yield one.problem(code, message, field, language)


def _provisions(
    one: WrittenControl, references: Mapping[str, tuple[str, ...]], *keys: str
) -> Iterator[Problem]:
    known = laws()
    for name, provisions in references.items():
        at = (*keys, "references", name)
        law = known.get(name)
        if law is None:
            message = _("secaudit does not know the law '{law}'; it knows {laws}")
            told = message.format(law=name, laws=", ".join(known))
            yield one.problem("unknown-law", told, *at, warning=True)
            continue
        code = "unknown-law" if law.partly else "unknown-reference"
        message = _("secaudit knows no '{provision}' in '{law}'")
        if law.partly:
            message = _("secaudit cannot tell whether '{law}' has '{provision}'")
        for index, provision in enumerate(provisions):
            if provision not in law.provisions:
                text = message.format(law=name, provision=provision)
                yield one.problem(code, text, *at, index, warning=law.partly)
