"""The parts of a Word file that somebody else made, unpacked and parsed within bounds."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from secaudit.language import _, number
from secaudit.parts import MIB, MOST_UNPACKED, unfit
from secaudit.problems import Refused, reason

TYPES = "[Content_Types].xml"
MOST_ELEMENTS = 100_000
"""Of all parts together: some six times what the longest template of secaudit has."""
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = 1
_NOT_READ = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)
_XML = re.compile(r"officedocument.*xml$", re.IGNORECASE)
_STRICT = "{http://purl.oclc.org/ooxml/"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def unpacked(path: Path) -> dict[str, bytes]:
    """Every part, by its name. Raises Refused, with a sentence, if the file is no archive, is
    protected or damaged, or has more or larger parts than any template needs."""
    archive = _archive(path)
    if why := unfit(archive):
        raise Refused(f"{path}: {why}")
    listed = [part for part in archive.infolist() if not part.is_dir()]
    if any(part.flag_bits & _ENCRYPTED for part in listed):
        message = _("{path} is password-protected; save it without a password")
        raise refused(message, path)
    return {part.filename: _read(path, archive, part) for part in listed}


def _archive(path: Path) -> zipfile.ZipFile:
    if not path.is_file():
        raise refused(_("there is no template at {path}"), path)
    try:
        large = path.stat().st_size > MOST_UNPACKED
        data = b"" if large else path.read_bytes()
    except OSError as error:
        why = _("{path} cannot be read: {reason}")
        raise refused(why, path, reason=reason(error)) from None
    if large:
        why = _("{path} is larger than {n} MiB, more than any template needs")
        raise refused(why, path, n=MOST_UNPACKED // MIB)
    if data.startswith(_OLE):
        message = _(
            "{path} is password-protected or an old .doc; save it as .docx without a password"
        )
        raise refused(message, path)
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _NOT_READ:
        raise refused(_("{path} is not a Word document (.docx)"), path) from None


def _read(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(part)
    except _NOT_READ:
        raise damaged(path, part.filename) from None


def parsed(path: Path, parts: Mapping[str, bytes]) -> dict[str, Any]:
    """The parts that are XML, by their names. Raises Refused, with a sentence, for what cannot
    be parsed, declares entities, is Strict, or has more elements than any template needs."""
    found = _xml_names(path, parts)
    if sum(parts[name].count(b"<") for name in found) > 2 * MOST_ELEMENTS:
        message = _(
            "{path} is made of more than {n} elements, more than any template needs; copy what "
            "is needed into a new document"
        )
        raise refused(message, path, n=number(MOST_ELEMENTS))
    return {name: _parsed(path, name, parts[name]) for name in found}


def _xml_names(path: Path, parts: Mapping[str, bytes]) -> list[str]:
    """The parts that are XML by their name, or are told to be among the types."""
    told = {
        each.get("PartName", each.get("Extension", "")).lstrip("/").lower()
        for each in _parsed(path, TYPES, parts.get(TYPES, b"<Types/>"))
        if _XML.search(each.get("ContentType", ""))
    }
    named = {name: name.lower() for name in parts}
    return [
        name
        for name, low in named.items()
        if low.endswith((".xml", ".rels")) or {low, low.rpartition(".")[2]} & told
    ]


def _parsed(path: Path, name: str, data: bytes) -> Any:
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError:
        raise damaged(path, name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        message = _(
            "{path}: the part {part} declares XML entities, which Word never does"
        )
        raise refused(message, path, part=name)
    if root.tag.startswith(_STRICT):
        message = _(
            "{path} is Strict Open XML; save it as a Word document (.docx), not as Strict"
        )
        raise refused(message, path)
    return root


def packed(parts: Mapping[str, bytes]) -> BytesIO:
    """The parts as an archive."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written


def refused(sentence: str, path: Path, **said: object) -> Refused:
    """The refusal of a file that cannot be a template at all."""
    return Refused(sentence.format(path=path, **said))


def damaged(path: Path, name: str) -> Refused:
    """The refusal of a file with a part that is not what it must be."""
    return refused(_("{path} is damaged: {part} cannot be read"), path, part=name)
