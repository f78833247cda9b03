"""Signs that Word writes into a tag on its own, or that look like others."""

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import category

from secaudit.language import _, later
from secaudit.report.word.checking.marks import Mark

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|[‘’][^‘’]*[‘’]|[“”][^“”]*[“”]")
"""A text within a tag, which may hold any sign; docxtpl reads these quotes as straight ones."""
_SPACE, _HYPHEN, _DELETE, _QUOTE = (
    later("write an ordinary space"),
    later("write a hyphen"),
    later("delete it"),
    later("write a straight quote"),
)
_NAMES = {
    "\u00a0": (later("a no-break space"), _SPACE),
    "\u202f": (later("a narrow no-break space"), _SPACE),
    "\u2009": (later("a thin space"), _SPACE),
    "\u00ad": (later("a soft hyphen"), _DELETE),
    "\u2011": (later("a non-breaking hyphen"), _HYPHEN),
    "\u2013": (later("an en dash"), _HYPHEN),
    "\u2014": (later("an em dash"), _HYPHEN),
    "\u2212": (later("a minus sign that is no hyphen"), _HYPHEN),
    **dict.fromkeys("„‚«»‹›″′´`", (later("a quote of another kind"), _QUOTE)),
}
_READ = {_SPACE: " ", _HYPHEN: "-", _DELETE: "", _QUOTE: "'"}


def odd(mark: Mark) -> str:
    """What stands in the tag, outside of its texts, that no tag is read with, in a sentence;
    empty if nothing does."""
    for sign, name, fix in _odd(mark.tag):
        sentence = _("in the tag {tag} stands {sign}; {fix}")
        named = _(name).format(code=f"U+{ord(sign):04X}")
        return sentence.format(tag=mark.place, sign=named, fix=_(fix))
    return ""


def plain(mark: Mark) -> Mark:
    """The tag as it was probably meant."""
    tag = mark.tag
    for sign, _name, fix in _odd(tag):
        tag = tag.replace(sign, _READ[fix])
    return replace(mark, tag=tag)


def _odd(tag: str) -> Iterator[tuple[str, str, str]]:
    """The signs, what they are called, and what to do about them."""
    for sign in dict.fromkeys(_QUOTED.sub("", tag)):
        if sign in _NAMES:
            yield sign, *_NAMES[sign]
        elif sign.isspace() and not sign.isascii():
            yield sign, later("a space of another width ({code})"), _SPACE
        elif category(sign) == "Cf":
            yield sign, later("an invisible sign ({code})"), _DELETE
