"""What is wrong with a control, beyond what keeps its catalogue from being used."""

from collections.abc import Collection, Iterator, Mapping

from secaudit.catalogue import Question, Written
from secaudit.language import LANGUAGES, _
from secaudit.lint.references import laws
from secaudit.lint.wording import Finding, of_guidance, of_question, of_text
from secaudit.problems import Problem
from secaudit.yamlfile import Document, Keys


def of_control(one: Written) -> Iterator[Problem]:
    """What is wrong with a control and its questions."""
    yield from _weight(one)
    yield from _references(one)
    yield from _objective(one)
    for kind, question in one.control.questions.items():
        keys = (*one.keys, "questions", kind)
        yield from of_words(question, one.document, keys)
        yield from _demands(question, one.document, keys)


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
        for found in of_question(question.text.said(language), language):
            yield ("text", language), found
        guidance = question.guidance.said(language)
        for found in of_guidance(guidance, language, graded=graded):
            yield ("guidance", language), found
        for part in ("evidence", "levels"):
            texts = getattr(question, part)
            for index, text in enumerate(texts.said(language) if texts else ()):
                for found in of_text(text, language):
                    yield (part, language, index), found
    yield from _evidence(question)


def _evidence(question: Question) -> Iterator[tuple[Keys, Finding]]:
    numbers = {len(question.evidence.said(language)) for language in LANGUAGES}
    if len(numbers) > 1:
        said = _("evidence must have as many examples in each language")
        yield ("evidence",), ("evidence-uneven", said)
    if min(numbers) < 2:
        yield ("evidence",), ("one-evidence", _("two examples of evidence or more"))


def _weight(one: Written) -> Iterator[Problem]:
    if one.control.weight == 3 and not one.control.weight_reason:
        message = _("a control of weight 3 must say why, in weight_reason")
        yield one.problem("weight-without-reason", message, "weight")


def _objective(one: Written) -> Iterator[Problem]:
    control = one.control
    if control.questions and not control.objective:
        message = _("a control that is asked about must have an objective")
        yield one.problem("no-objective", message, "id")
    for field in ("objective", "weight_reason"):
        text = getattr(control, field)
        for language in LANGUAGES if text else ():
            for code, message in of_text(text.said(language), language):
                yield one.problem(code, message, field, language)


def _references(one: Written) -> Iterator[Problem]:
    yield from _provisions(one, one.control.references, ())
    for kind, question in one.control.questions.items():
        yield from _provisions(one, question.references, ("questions", kind))


def _provisions(
    one: Written, references: Mapping[str, tuple[str, ...]], keys: Keys
) -> Iterator[Problem]:
    known = laws()
    for law, provisions in references.items():
        at = (*keys, "references", law)
        if law not in known:
            message = _("secaudit does not know the law '{law}'; it knows {laws}")
            told = message.format(law=law, laws=", ".join(known))
            yield one.problem("unknown-law", told, *at, warning=True)
            continue
        for index, provision in enumerate(provisions):
            if provision in known[law].provisions:
                continue
            said = {"law": law, "provision": provision}
            if known[law].partly:
                message = _("secaudit cannot tell whether '{law}' has '{provision}'")
                text = message.format(**said)
                yield one.problem("unknown-law", text, *at, index, warning=True)
            else:
                message = _("secaudit knows no '{provision}' in '{law}'")
                text = message.format(**said)
                yield one.problem("unknown-reference", text, *at, index)


def _demands(question: Question, document: Document, keys: Keys) -> Iterator[Problem]:
    if question.dated_by and not question.review_every_months:
        message = _("dated_by is the date of a review: review_every_months is missing")
        yield document.problem("date-unused", message, (*keys, "dated_by"))
