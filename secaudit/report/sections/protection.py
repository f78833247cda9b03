"""Data protection: what is known of the systems, and how the law's demands are answered."""

from collections.abc import Iterator, Sequence

from secaudit.campaign import Issue
from secaudit.gaps import Item, Picture
from secaudit.language import _, counted, later
from secaudit.report.rows import FactRow
from secaudit.report.sections.applicability import answers_met
from secaudit.report.sections.overview import said_on
from secaudit.report.sections.suppliers import holds_personal_data, issues_of
from secaudit.report.wording import of

_ARTICLES = (
    (later("Principles and lawfulness (art. 5-11)"), 5, 11),
    (later("Rights of the persons concerned (art. 12-23)"), 12, 23),
    (later("Processors (art. 28)"), 28, 28),
    (later("Security and breaches (art. 32-34)"), 32, 34),
    (later("Impact assessment (art. 35-36)"), 35, 36),
    (later("Third countries (art. 44-49)"), 44, 49),
)
"""Articles of the General Data Protection Regulation, (EU) 2016/679."""
_SENSITIVE = frozenset({"sensitive", "criminal-offences"})


def protection(picture: Picture) -> tuple[FactRow, ...]:
    """Systems with personal data, impact assessments, and the answers article by article."""
    facts = (*_systems(issues_of(picture)), *_articles(picture))
    return tuple(FactRow(*fact) for fact in facts)


def _systems(issues: Sequence[Issue]) -> Iterator[tuple[str, str]]:
    if not issues:
        return
    holding = [issue for issue in issues if holds_personal_data(issue)]
    unknown = sum(issue.facts.get("personal_data") is None for issue in issues)
    said = of(len(holding), len(issues))
    if unknown:
        said += counted(" ({n} not stated)", " ({n} not stated)", unknown)
    yield _("Systems with personal data"), said
    sensitive = sum(
        bool(_SENSITIVE & set(issue.facts["personal_data"])) for issue in holding
    )
    yield (
        _("Of those with sensitive data or criminal offences"),
        of(sensitive, len(holding)),
    )
    needed = [i for i in holding if (i.facts.get("dpia") or {}).get("needed")]
    done = sum(said_on(issue.facts["dpia"]) is not None for issue in needed)
    yield _("Impact assessments made, of those needed"), of(done, len(needed))


def _articles(picture: Picture) -> Iterator[tuple[str, str]]:
    for name, first, last in _ARTICLES:
        items = [i for i in picture.own if _is_about(i, first, last) and not i.left]
        if items:
            yield _(name), "; ".join(answers_met(items))


def _is_about(item: Item, first: int, last: int) -> bool:
    """Whether the question refers to an article from the first to the last."""
    places = item.control.referred(item.subject.kind).get("gdpr", ())
    return any(first <= int(place.partition("(")[0]) <= last for place in places)
