"""The words for the facts of a system."""

from collections.abc import Iterable
from functools import cache

from secaudit.language import LANGUAGES, _, later, using

CRITICALITIES = {
    "society-critical": later("society-critical"),
    "business-critical": later("business-critical"),
    "other": later("other"),
}
"""The most critical first; whoever may decide for one may decide for those after it."""
FACT_WORDS = {
    "criticality": CRITICALITIES,
    "personal_data": {
        "none": later("none"),
        "ordinary": later("ordinary"),
        "confidential": later("confidential"),
        "cpr": later("civil registration numbers"),
        "sensitive": later("sensitive"),
        "criminal-offences": later("criminal offences"),
    },
    "hosting": {
        "on-premises": later("on premises"),
        "supplier": later("at the supplier"),
        "public-cloud": later("public cloud"),
        "hybrid": later("partly on premises, partly elsewhere"),
    },
    "lifecycle": {
        "pilot": later("pilot"),
        "phasing-in": later("phasing in"),
        "operational": later("operational"),
        "phasing-out": later("phasing out"),
        "retired": later("retired"),
    },
    "processor_agreement": {
        "signed": later("signed"),
        "in-progress": later("in progress"),
        "missing": later("missing"),
        "not-needed": later("not needed"),
    },
}


def fact_word(fact: str, value: object) -> str:
    """The word for the value of a fact in the active language; what has none, as it stands."""
    if value is None or value == "":
        return _("not stated")
    known = FACT_WORDS[fact].get(str(value))
    return _(known) if known else str(value)


def fact_key(fact: str, written: str) -> str | None:
    """The key of the word that was written for a fact, in either language; None if it is none."""
    said = _plain(" ".join(written.split()).casefold().rstrip("."))
    word, _bracket, key = said.rstrip(")").partition(
        " ("
    )  # as the help of a form says it
    known = _keys(fact)
    return known.get(said) or (
        known.get(word) if known.get(word) == known.get(key) else None
    )


@cache
def _keys(fact: str) -> dict[str, str]:
    """By every word for a fact, in either language, its key."""
    keys = {_plain(key): key for key in FACT_WORDS[fact]}
    for language in LANGUAGES:
        with using(language):
            keys |= {
                _plain(_(w)).casefold(): key for key, w in FACT_WORDS[fact].items()
            }
    return keys


def choices(fact: str) -> str:
    """The keys that a file takes for a fact; each with its word, where that is another."""
    return _listed((key, _(said)) for key, said in FACT_WORDS[fact].items())


def offered(fact: str) -> str:
    """The words that a form takes for a fact; each with its key, where that is another."""
    return _listed((_(said), key) for key, said in FACT_WORDS[fact].items())


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(
        first if _plain(first) == _plain(other) else f"{first} ({other})"
        for first, other in pairs
    )


def criticality_word(value: object) -> str:
    """The word for how critical a system is."""
    return fact_word("criticality", value)


def _plain(said: str) -> str:
    return said.replace("-", " ")
