"""Files that are no workbook, or one that nobody should open."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from openpyxl import Workbook

from secaudit.bundled import bundled
from secaudit.exchange.opening import MOST_BYTES, MOST_ROWS, opened
from secaudit.exchange.rows import Raw
from secaudit.language import using
from secaudit.parts import MOST_OF_A_LIST, MOST_OF_A_PART
from secaudit.problems import Refused, WrongUsage
from tests.exchange.spreadsheet import repacked

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Messages are told in English here."""
    with using("en"):
        yield


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook with two rows."""
    book = Workbook()
    page = book.worksheets[0]
    page["A1"], page["A2"] = "Id", "H1"
    book.save(tmp_path / "bog.xlsx")
    return tmp_path / "bog.xlsx"


def refusal(path: Path) -> str:
    """Why a file is not read."""
    with pytest.raises(Refused) as refused:
        opened(path)
    assert refused.value.problems == ()
    assert path.as_posix() in refused.value.sentence
    return refused.value.sentence.replace(path.as_posix(), "FILE")


def rows_of(path: Path) -> tuple[tuple[int, tuple[Raw, ...]], ...]:
    """The rows of the first sheet."""
    return opened(path)[0].rows


def sheet_of(path: Path) -> bytes:
    """The XML of the first sheet."""
    with zipfile.ZipFile(path) as package:
        return package.read(SHEET)


def test_rows_come_with_their_numbers(workbook: Path) -> None:
    assert [(n, row[0].value) for n, row in rows_of(workbook)] == [(1, "Id"), (2, "H1")]


@pytest.mark.parametrize(
    "content", [b"", b"Id;Hvad\nH1;Ryd op\n", b"PK\x03\x04", b"\0"]
)
def test_what_is_no_workbook_is_refused_by_its_content(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "handlinger.xlsx"
    path.write_bytes(content)
    assert refusal(path) == "FILE: the file is not an Excel workbook (.xlsx)"


def test_a_word_document_with_another_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "handlinger.xlsx"
    path.write_bytes((bundled("templates") / "report.docx").read_bytes())
    assert refusal(path) == "FILE: the file is not an Excel workbook (.xlsx)"


def test_an_old_workbook_is_to_be_saved_anew(tmp_path: Path) -> None:
    path = tmp_path / "handlinger.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
    assert refusal(path) == (
        "FILE: the file is in an old format; save it as an Excel workbook (.xlsx)"
    )


def test_a_protected_workbook_is_to_be_saved_without_its_password(
    tmp_path: Path,
) -> None:
    path = tmp_path / "handlinger.xlsx"
    stream = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000) + stream)
    assert refusal(path) == (
        "FILE: the workbook is protected by a password; save it without one"
    )


def test_a_workbook_with_macros_is_refused(workbook: Path) -> None:
    path = repacked(workbook, {"xl/vbaProject.bin": b"macro"})
    assert refusal(path) == (
        "FILE: the workbook holds macros; save it as an .xlsx without them"
    )


def test_a_file_that_is_too_large_is_not_unpacked(workbook: Path) -> None:
    with workbook.open("ab") as file:
        file.write(bytes(MOST_BYTES))
    assert refusal(workbook) == "FILE: the file is larger than 5 MiB"


@pytest.mark.parametrize(
    ("part", "size", "limit"),
    [
        ("xl/media/bomb.bin", MOST_OF_A_PART, 20),
        (SHEET, MOST_OF_A_PART, 20),
        ("xl/sharedStrings.xml", MOST_OF_A_PART, 20),
        ("xl/styles.xml", MOST_OF_A_LIST, 2),
        ("xl/_rels/workbook.xml.rels", MOST_OF_A_LIST, 2),
    ],
)
def test_a_small_file_that_unpacks_to_a_large_one_is_refused(
    workbook: Path, part: str, size: int, limit: int
) -> None:
    path = repacked(workbook, {part: bytes(size + 1)})
    assert path.stat().st_size < MOST_BYTES
    assert refusal(path) == (
        f"FILE: its part '{part}' is larger than {limit} MiB when it is unpacked"
        "; copy what is needed into a new file"
    )


FULL = MOST_OF_A_PART - 1000


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [
        (b"<c/>", b"<sheetData><row>", b"</row></sheetData>"),
        (b"<row/>", b"<sheetData>", b"</sheetData>"),
        (b"<row><c><v>1</v></c></row>", b"<sheetData>", b"</sheetData>"),
        (b"<mergeCell/>", b"<mergeCells>", b"</mergeCells>"),
        (b"<sheetView/>", b"<sheetViews>", b"</sheetViews>"),
        (b'<a b="" c="" d="" e="" f="" g=""/>', b"<cols>", b"</cols>"),
    ],
)
def test_many_small_things_are_refused_before_they_are_read(
    workbook: Path, unit: bytes, before: bytes, after: bytes
) -> None:
    many = before + unit * (FULL // len(unit)) + after
    path = repacked(workbook, {SHEET: b"<worksheet>" + many + b"</worksheet>"})
    began = process_time()
    assert refusal(path) == (
        "FILE: the workbook holds far more than a list from secaudit"
        "; copy what is needed into a new file"
    )
    assert process_time() - began < 2


def test_many_texts_shared_by_cells_are_refused_before_they_are_read(
    workbook: Path,
) -> None:
    texts = b"<sst>" + b"<si><t>a</t></si>" * (FULL // 17) + b"</sst>"
    path = repacked(workbook, {"xl/sharedStrings.xml": texts})
    assert "far more than a list from secaudit" in refusal(path)


def test_a_long_text_that_many_cells_share_is_not_read_for_each(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as package:
        related = package.read("xl/_rels/workbook.xml.rels")
    shared = b'<Relationship Id="s" Type="x/sharedStrings" Target="texts.xml"/>'
    rows = b'<row><c t="s"><v>0</v></c></row>' * 5000
    path = repacked(
        workbook,
        {
            "xl/_rels/workbook.xml.rels": related.replace(b"</", shared + b"</", 1),
            "xl/texts.xml": b"<sst><si><t>" + b"a" * 10**6 + b"</t></si></sst>",
            SHEET: b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>",
        },
    )
    assert "far more than a list from secaudit" in refusal(path)


def test_a_list_as_long_as_any_is_read(workbook: Path) -> None:
    row = b"<row>" + b"<c><v>1</v></c>" * 15 + b"</row>"
    rows = row * (MOST_ROWS - 1)
    path = repacked(workbook, {SHEET: b"<worksheet>" + rows + b"</worksheet>"})
    assert len(rows_of(path)) == MOST_ROWS - 1


def test_a_part_of_more_than_it_says_is_refused(workbook: Path) -> None:
    data = sheet_of(workbook)
    path = repacked(workbook, {SHEET: data + b" " * 5000})
    size = (len(data) + 5000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, len(data).to_bytes(4, "little")))
    assert refusal(path) == "FILE is damaged, and cannot be read"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_would_swell_are_refused(workbook: Path, encoding: str) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc">]><worksheet/>'
    path = repacked(workbook, {SHEET: xml.encode(encoding)})
    assert refusal(path) == "FILE is damaged, and cannot be read"


def test_a_tag_that_never_ends_is_refused(workbook: Path) -> None:
    many = b" ".join(b'a%d=""' % n for n in range(100_000))
    path = repacked(workbook, {SHEET: b"<worksheet " + many + b"/>"})
    assert refusal(path) == "FILE is damaged, and cannot be read"


def test_what_is_nested_deeper_than_any_sheet_is_refused(workbook: Path) -> None:
    path = repacked(workbook, {SHEET: b"<a>" * 999 + b"</a>" * 999})
    assert refusal(path) == "FILE is damaged, and cannot be read"


@pytest.mark.parametrize(
    "part",
    [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"],
)
@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>", b"\xff\xfe\x00"])
def test_a_damaged_part_gives_a_sentence_or_an_empty_sheet(
    workbook: Path, part: str, content: bytes
) -> None:
    try:
        rows = rows_of(repacked(workbook, {part: content}))
    except Refused as refused:
        assert workbook.as_posix() in refused.sentence
    else:
        assert part in ("xl/styles.xml", "[Content_Types].xml")
        assert len(rows) == 2


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_a_part_that_is_missing_gives_a_sentence(workbook: Path, part: str) -> None:
    assert refusal(repacked(workbook, {part: None}))


def test_a_row_far_below_costs_no_more_than_any_other(workbook: Path) -> None:
    far = b'<row r="99999999999"><c t="inlineStr"><is><t>x</t></is></c></row>'
    xml = sheet_of(workbook).replace(b"</sheetData>", far + b"</sheetData>")
    numbers = [number for number, _row in rows_of(repacked(workbook, {SHEET: xml}))]
    assert numbers == [1, 2, 99999999999]


def test_a_wrong_word_of_its_own_size_is_not_believed(workbook: Path) -> None:
    xml = sheet_of(workbook).replace(b'"A1:A2"', b'"A1"')
    assert len(rows_of(repacked(workbook, {SHEET: xml}))) == 2


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="there is no file or folder"):
        opened(tmp_path / "ingen.xlsx")


def test_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        opened(tmp_path)


def test_a_workbook_without_cells_is_empty(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "tom.xlsx")
    assert refusal(tmp_path / "tom.xlsx") == "FILE is empty"
