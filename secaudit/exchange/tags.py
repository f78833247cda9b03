"""The XML of a part of a workbook, told tag by tag: nothing of it is kept, nothing is fetched."""

from collections.abc import Iterator, Mapping
from xml.parsers import expat

Tag = tuple[str, Mapping[str, str], str]
"""Where an element begins: its name without a prefix, its attributes, no text. Or where it ends:
its name after a slash, no attributes, and the text since the tag before."""

_CHUNK = 64 * 1024
_DEEPEST = 100
_NONE: Mapping[str, str] = {}


def tags(part: bytes) -> Iterator[Tag]:
    """Every tag of a part, in order.

    Raises ExpatError, ValueError or LookupError for what is no XML; ValueError where the part
    declares entities, which swell, is nested deeper than any sheet, or has a tag that is longer.
    Namespaces are not resolved: the long address of one would be copied for each element.
    """
    told: list[Tag] = []
    parser = _parser(told)
    for start in range(0, len(part), _CHUNK):
        parser.Parse(part[start : start + _CHUNK])
        if not told and parser.CurrentByteIndex < start - _CHUNK:
            raise ValueError("a tag without an end")
        yield from told
        told.clear()
    parser.Parse(b"", True)
    yield from told


def _parser(told: list[Tag]) -> expat.XMLParserType:
    """A parser that puts each tag into `told`."""
    parser, text, open_ones = expat.ParserCreate(), list[str](), list[str]()

    def begun(name: str, attributes: dict[str, str]) -> None:
        text.clear()
        open_ones.append("/" + name.rpartition(":")[2])
        if len(open_ones) > _DEEPEST:
            raise ValueError("too deep")
        told.append((open_ones[-1][1:], attributes, ""))

    def ended(_name: str) -> None:
        told.append((open_ones.pop(), _NONE, "".join(text)))
        text.clear()

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begun, ended
    parser.CharacterDataHandler = text.append
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_declared: object) -> None:
    raise ValueError("a document type")
