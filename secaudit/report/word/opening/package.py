"""Opening a Word file that somebody else made: nothing in it is trusted before it is looked at."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from secaudit.language import _
from secaudit.problems import Refused, reason

MOST_PARTS, MOST_BYTES = 5_000, 100 * 1024 * 1024
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_TYPES = "[Content_Types].xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_MACROS = (b"macroenabled", b"vbaproject")
_ENCRYPTED = 1
_NOT_READ = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "{http://purl.oclc.org/ooxml/"
_FETCHING = re.compile(
    r"\s*(DDE(AUTO)?|INCLUDE(PICTURE|TEXT)|IMPORT|LINK|RD)\s", re.IGNORECASE
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def package(path: Path) -> BytesIO:
    """The file as a Word document. Raises Refused, with a sentence, if it is none, or if it
    holds what a template must not: macros, links to other files, entities, more than it says."""
    parts = _parts(path, _archive(path))
    types = parts.get(_TYPES, b"")
    named = types.lower() + " ".join(parts).lower().encode()
    if any(word in named for word in _MACROS):
        raise _refused(_("{path} holds macros; save it as .docx without them"), path)
    if _DOCUMENT not in types and _TEMPLATE not in types:
        raise _refused(_("{path} is not a Word document (.docx)"), path)
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            _look_at(path, name, _parsed(path, name, data))
    for name in _unrelated(parts):
        raise _refused(_("{path} is damaged: {part} is not whole"), path, part=name)
    whole = {name: _without_lost(name, data, parts) for name, data in parts.items()}
    return _packed({**whole, _TYPES: types.replace(_TEMPLATE, _DOCUMENT)})


def _archive(path: Path) -> zipfile.ZipFile:
    if not path.is_file():
        raise _refused(_("there is no template at {path}"), path)
    try:
        data = path.read_bytes()
    except OSError as error:
        why = _("{path} cannot be read: {reason}")
        raise _refused(why, path, reason=reason(error)) from None
    if data.startswith(_OLE):
        message = _(
            "{path} is password-protected or an old .doc; save it as .docx without a password"
        )
        raise _refused(message, path)
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _NOT_READ:
        raise _refused(_("{path} is not a Word document (.docx)"), path) from None


def _parts(path: Path, archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Every part; zipfile unpacks none beyond the size that it declares."""
    listed = archive.infolist()
    declared = sum(part.file_size for part in listed)
    if len(listed) > MOST_PARTS or declared > MOST_BYTES:
        message = _(
            "{path} unpacks to {parts} parts and {size} MB, more than any template needs"
        )
        size = declared // 1024**2
        raise _refused(message, path, parts=len(listed), size=size)
    if any(part.flag_bits & _ENCRYPTED for part in listed):
        message = _("{path} is password-protected; save it without a password")
        raise _refused(message, path)
    return {
        part.filename: _read(path, archive, part)
        for part in listed
        if not part.is_dir()
    }


def _read(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(part)
    except _NOT_READ:
        raise damaged(path, part.filename) from None


def _parsed(path: Path, name: str, data: bytes) -> Any:
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        raise damaged(path, name) from None


def _look_at(path: Path, name: str, root: Any) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        message = _(
            "{path}: the part {part} declares XML entities, which Word never does"
        )
        raise _refused(message, path, part=name)
    if root.tag.startswith(_STRICT):
        message = _(
            "{path} is Strict Open XML; save it as a Word document (.docx), not as Strict"
        )
        raise _refused(message, path)
    for target in _links(root) if name.endswith(".rels") else _fetched(root):
        message = _(
            "{path} links to '{target}', which is not in the file; break the link in Word"
        )
        raise _refused(message, path, target=target)


def _unrelated(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The lists of relations that lack one to which their part refers; a chart that lost its
    workbook gets another."""
    for name, data in parts.items():
        folder, _slash, file = name.rpartition("/")
        if folder == "word" and file.endswith(".xml"):
            relations = f"{folder}/_rels/{file}.rels"
            listed = etree.fromstring(parts.get(relations, b"<none/>"), _PARSER)
            known = {one.get("Id", "") for one in listed.iter("{*}Relationship")}
            if _referred(data) - known:
                yield relations


def _referred(data: bytes) -> set[str]:
    """The ids of the relations that a part speaks of."""
    values = etree.fromstring(data, _PARSER).xpath(
        f"//@*[namespace-uri()='{_RELATIONS}' and .!='']"
    )
    return set(map(str, values))


def _links(root: Any) -> Iterator[str]:
    """What a part shows or runs from outside the file; a link that a reader may click is none."""
    for relation in root.iter("{*}Relationship"):
        kind = relation.get("Type", "").rpartition("/")[2]
        if relation.get("TargetMode") == "External" and kind != "hyperlink":
            yield relation.get("Target", "")


def _fetched(root: Any) -> Iterator[str]:
    """The fields that fetch something from outside the file."""
    for paragraph in root.iter(f"{_W}p"):
        said = "".join(code.text or "" for code in paragraph.iter(f"{_W}instrText"))
        plain = [
            field.get(f"{_W}instr", "") for field in paragraph.iter(f"{_W}fldSimple")
        ]
        for code in (said, *plain):
            if _FETCHING.match(code):
                yield code.strip()


def _without_lost(name: str, data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The part; of a chart's relations, without that to a workbook that LibreOffice left out."""
    if not name.startswith("word/charts/_rels/"):
        return data
    root = etree.fromstring(data, _PARSER)
    for relation in list(root):
        target = posixpath.join("/word/charts", relation.get("Target", ""))
        if posixpath.normpath(target).lstrip("/") not in parts:
            root.remove(relation)
    kept: bytes = etree.tostring(root)
    return kept


def _packed(parts: Mapping[str, bytes]) -> BytesIO:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written


def _refused(sentence: str, path: Path, **said: object) -> Refused:
    return Refused(sentence.format(path=path, **said))


def damaged(path: Path, name: str) -> Refused:
    """The refusal of a file with a part that is not what it must be."""
    return _refused(_("{path} is damaged: {part} cannot be read"), path, part=name)
