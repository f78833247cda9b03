"""Office files that would swell when they are unpacked."""

import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from secaudit.language import using
from secaudit.parts import (
    MIB,
    MOST_OF_A_LIST,
    MOST_OF_A_PART,
    MOST_PARTS,
    most_of,
    unfit,
)

WAY_OUT = "; copy what is needed into a new file"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages are told in English here."""
    with using("en"):
        yield


def complaint(*parts: tuple[str, int]) -> str:
    """What is said of a file with parts of these names and sizes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, size in parts:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # zipfile tells of a repeated name
                package.writestr(name, bytes(size))
    with zipfile.ZipFile(file) as package:
        return unfit(package)


def test_an_ordinary_file_may_be_unpacked() -> None:
    assert complaint(("[Content_Types].xml", 900), ("word/document.xml", MIB)) == ""


@pytest.mark.parametrize(
    "name",
    [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels",
        "word/_rels/document.xml.rels",
        "xl/styles.xml",
        "XL/Styles.xml",
        "word/styles.xml",
        "word/stylesWithEffects.xml",
    ],
)
def test_a_part_that_lists_something_has_a_lower_limit(name: str) -> None:
    assert most_of(name) == MOST_OF_A_LIST
    assert complaint((name, MOST_OF_A_LIST)) == ""
    assert complaint((name, MOST_OF_A_LIST + 1)) == (
        f"its part '{name}' is larger than 2 MiB when it is unpacked{WAY_OUT}"
    )


@pytest.mark.parametrize(
    "name", ["word/document.xml", "xl/sharedStrings.xml", "word/media/image1.emf"]
)
def test_every_other_part_has_a_limit(name: str) -> None:
    assert complaint((name, MOST_OF_A_PART)) == ""
    assert complaint((name, MOST_OF_A_PART + 1)) == (
        f"its part '{name}' is larger than 20 MiB when it is unpacked{WAY_OUT}"
    )


def test_all_parts_together_have_a_limit() -> None:
    assert complaint(*((f"part{n}", 18 * MIB) for n in range(6))) == (
        f"the file is larger than 100 MiB when it is unpacked{WAY_OUT}"
    )


def test_there_are_parts_enough_for_any_document() -> None:
    many = [(f"part{n}", 0) for n in range(MOST_PARTS)]
    assert complaint(*many, ("word/media/", 0)) == ""
    assert complaint(*many, ("one more", 0)) == (
        f"the file is made of more than 5,000 parts{WAY_OUT}"
    )


def test_a_part_stands_there_once_in_whatever_case() -> None:
    assert complaint(("word/document.xml", 1), ("Word/Document.xml", 1)) == (
        f"the file holds the part 'word/document.xml' twice{WAY_OUT}"
    )


def test_the_name_of_a_part_forges_no_line() -> None:
    said = complaint(("a\n\x1b[2K\u202e" + "b" * 999, MOST_OF_A_PART + 1))
    assert said.isprintable()
    assert said.startswith("its part 'a\\n\\x1b[2K\\u202ebbb")
    assert len(said) < 200
