"""The parts of an Office file, which are unpacked within bounds only."""

import re
import zipfile
from collections import Counter

from secaudit.language import _, number
from secaudit.validation import shortened

MIB = 1024**2
MOST_PARTS = 5_000
MOST_UNPACKED = 100 * MIB
MOST_OF_A_PART = 20 * MIB
"""Such as word/document.xml, xl/worksheets/sheet1.xml, xl/sharedStrings.xml, or a picture."""
MOST_OF_A_LIST = 2 * MIB
"""Styles, relations and types, where each line costs a great deal to read."""
_LIST = re.compile(r"\[content_types\]\.xml|.*\.rels|(word|xl)/styles[^/]*\.xml")


def unfit(package: zipfile.ZipFile) -> str:
    """Why the parts are not to be unpacked, as a sentence without the file's name; empty if they
    may be. What they declare can be relied on: zipfile gives no more of a part than that."""
    parts = [part for part in package.infolist() if not part.is_dir()]
    if len(parts) > MOST_PARTS:
        sentence = _("the file is made of more than {n} parts")
        return sentence.format(n=number(MOST_PARTS)) + _copied()
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        return _("the file is larger than 100 MiB when it is unpacked") + _copied()
    named = Counter(part.filename.casefold() for part in parts)
    for part in parts:
        name, most = ascii(shortened(part.filename)), most_of(part.filename)
        if named[part.filename.casefold()] > 1:
            sentence = _("the file holds the part {part} twice")
            return sentence.format(part=name) + _copied()
        if part.file_size > most:
            sentence = _("its part {part} is larger than {n} MiB when it is unpacked")
            return sentence.format(part=name, n=most // MIB) + _copied()
    return ""


def most_of(name: str) -> int:
    """How many bytes a part of that name may unpack to."""
    return MOST_OF_A_LIST if _LIST.fullmatch(name.casefold()) else MOST_OF_A_PART


def _copied() -> str:
    """The end of a sentence: the way out of a file that no program should have made."""
    return _("; copy what is needed into a new file")
