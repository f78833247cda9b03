"""What leads from one part of a Word file to another, and out of it."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from secaudit.language import _
from secaudit.validation import shortened

_IDS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OLD_ID = "{urn:schemas-microsoft-com:office:office}relid"
_NEEDED = (
    *("officeDocument", "styles", "settings", "numbering"),
    *("footnotes", "endnotes"),
)
"""Parts of these kinds are used though nothing names their relation."""
_LINKS = ("hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver")
"""Elements that lead where a reader clicks; they fetch nothing."""
_OBJECTS = ("oleObject", "control", "activeXControlBinary", "package")
_TEXTS = ("aFChunk", "subDocument")
_TOLD = {"OLEObject", "control", "altChunk", "subDoc"}
"""Elements that are told of where they stand."""


def kind(relation: Any) -> str:
    """The last word of its type, such as `image`."""
    return str(relation.get("Type", "")).rpartition("/")[2]


def listed(trees: Mapping[str, Any]) -> Iterator[tuple[str, str, list[Any]]]:
    """Every list of relations: its name, the part that it belongs to, and what it lists."""
    for name, root in trees.items():
        folder, _slash, file = name.rpartition("/")
        if file.endswith(".rels"):
            owner = posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])
            yield name, owner, list(root.iter("{*}Relationship"))


def used(root: Any) -> dict[str, set[str]]:
    """By the id of a relation, the elements of a part that speak of it, by name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for element in root.iter("*") if root is not None else ():
        for name, id in element.items():
            if id and (name.startswith(_IDS) or name == _OLD_ID):
                found[id].add(element.tag.rpartition("}")[2])
    return found


def unfit(
    owner: str, relations: Iterable[Any], named: Mapping[str, set[str]]
) -> Iterator[str]:
    """What is wrong with where a part leads, a sentence each."""
    for relation in relations:
        to, what = relation.get("Target", ""), kind(relation)
        speaking = named.get(relation.get("Id", ""), set())
        if relation.get("TargetMode") == "External":
            if what != "hyperlink" or speaking - set(_LINKS):
                yield linked(to)
        elif speaking & _TOLD:
            continue
        elif what in _OBJECTS and not _is_workbook(owner, what, to):
            sentence = _(
                "an object ({part}) is embedded in it; delete it, or paste it as a picture"
            )
            yield sentence.format(part=shortened(to))
        elif what in _TEXTS:
            sentence = _(
                "another document ({part}) is embedded in it; copy its text instead"
            )
            yield sentence.format(part=shortened(to))


def mend(
    owner: str,
    relations: Iterable[Any],
    named: Mapping[str, set[str]],
    names: Mapping[str, str],
) -> Iterator[str]:
    """Drop the relations that lead nowhere and that nothing uses; the parts that are missed.

    `names` gives the name of a part in any case.
    """
    for relation in relations:
        if relation.get("Target", "").startswith("#"):  # a place in the document
            relation.set("TargetMode", "External")
        if relation.get("TargetMode") == "External":
            continue
        wanted = target(owner, relation)
        if found := names.get(wanted.casefold()):
            if found != wanted:
                relation.set("Target", f"/{found}")
        elif not _is_chart(owner) and (
            relation.get("Id", "") in named or kind(relation) in _NEEDED
        ):
            yield wanted
        else:
            relation.getparent().remove(relation)


def linked(target: str) -> str:
    """What is said of a link to another file, which is followed when the document is opened."""
    sentence = _(
        "it links to '{target}', which is not in the file; break the link in Word"
    )
    return sentence.format(target=shortened(target))


def target(owner: str, relation: Any) -> str:
    """The name of the part that a relation of `owner` leads to."""
    to = unquote(relation.get("Target", ""))
    path = posixpath.join("/", posixpath.dirname(owner), to)
    return posixpath.normpath(path).lstrip("/")


def list_of(owner: str) -> str:
    """The name of the list of a part's relations."""
    folder, file = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _is_workbook(owner: str, what: str, target: str) -> bool:
    """Whether it is the workbook behind a chart."""
    whole = what == "package" and target.lower().endswith(".xlsx")
    return whole and _is_chart(owner)


def _is_chart(owner: str) -> bool:
    """A chart that lost its workbook gets another."""
    return owner.startswith("word/charts/")
