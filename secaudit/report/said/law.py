"""What a control refers to, as the law is cited."""

import re
from collections.abc import Iterator, Mapping, Sequence

from secaudit.language import _, active
from secaudit.report.said.wording import NOTHING

_LETTERS = tuple("abcdefghij")
"""NIS 2 Directive article 21(2); letter a is the Danish Act § 6, stk. 1, nr. 1, and so on."""
_MOST = 5
"""Articles named; one who has not answered may have left out many."""
_NUMBER = re.compile(r"§ 6, stk\. 1, nr\. (\d+)")


def law(references: Mapping[str, Sequence[str]]) -> str:
    """What the references of controls are in the law, a line for each law."""
    return "\n".join(_lines(references)) or NOTHING


def _lines(references: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if articles := references.get("gdpr"):
        yield _("GDPR {articles}").format(articles=_some(articles))
    if places := references.get("databeskyttelsesloven"):
        said = _("Danish Data Protection Act {places}")
        yield said.format(places=section(", ".join(places)))
    yield from _nis2(references.get("nis2", ()), references.get("nis2-loven", ()))
    if places := references.get("webtilgaengelighedsloven"):
        said = _("Danish Web Accessibility Act {places}")
        yield said.format(places=section(", ".join(places)))


def _nis2(directive: Sequence[str], act: Sequence[str]) -> Iterator[str]:
    numbers = {_LETTERS.index(place) + 1 for place in directive if place in _LETTERS}
    numbers |= {int(found[1]) for place in act if (found := _NUMBER.fullmatch(place))}
    if numbers:
        said = _("NIS 2 Act § 6(1) no. {numbers}")
        yield said.format(numbers=", ".join(str(n) for n in sorted(numbers)))
    if others := [place for place in act if not _NUMBER.fullmatch(place)]:
        yield _("NIS 2 Act {places}").format(places=section(", ".join(others)))
    if articles := [place for place in directive if place not in _LETTERS]:
        yield _("NIS 2 Directive {articles}").format(articles=_articles(articles))


def _some(articles: Sequence[str]) -> str:
    more = _(" and others") if len(articles) > _MOST else ""
    return _articles(articles[:_MOST]) + more


def _articles(places: Sequence[str]) -> str:
    """Articles as lawyers of the language cite them: art. 5(1)(e) is art. 5, stk. 1, litra e."""
    if active() == "en":
        return f"art. {', '.join(places)}"
    return "; ".join(map(_article, places))


def _article(place: str) -> str:
    article, *parts = re.findall(r"\w+", place)
    said = (f", stk. {p}" if p.isdecimal() else f", litra {p}" for p in parts)
    return f"art.\u00a0{article}{''.join(said)}"


def section(place: str) -> str:
    """A section of a Danish Act: `§ 7, stk. 1` is § 7(1) in English."""
    if active() != "en":
        return place
    return re.sub(r", stk\. (\d+)", r"(\1)", place).replace(", nr. ", " no. ")
