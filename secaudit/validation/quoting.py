"""How a message quotes what was written."""

from collections.abc import Iterable

from secaudit.language import _


def shortened(text: str) -> str:
    """The beginning of a text, as long as a message can bear."""
    return text if len(text) <= 60 else text[:59] + "…"


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The end of a sentence that names the word probably meant; empty if none is near."""
    import difflib  # wanted only where somebody mistyped

    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)
    return _("; did you mean '{near}'?").format(near=near[0]) if near else ""
