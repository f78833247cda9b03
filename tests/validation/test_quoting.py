"""The word that a message supposes was meant."""

from secaudit.validation import (
    did_you_mean,
)


def test_the_word_probably_meant_is_named() -> None:
    words = ("opfyldt", "delvist opfyldt", "ikke opfyldt")
    assert did_you_mean("delvis", words) == "; mente du 'delvist opfyldt'?"
    assert did_you_mean("xyz", words) == ""
    assert did_you_mean("x", ()) == ""
