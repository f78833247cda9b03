"""A zip is read: forms at any depth of folders, within limits that are known beforehand."""

import struct
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from secaudit.problems import Problem
from secaudit.steps.returned.found.model import Item, Leftover
from tests.steps.returned.found.test_mail import FORM, faults, forms, opened
from tests.steps.returned.packed import MANY, mail, zipped


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "svar.zip"


def leftovers(found: list[Item]) -> list[str]:
    return [Path(item.shown).name for item in found if isinstance(item, Leftover)]


def renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    """A zip with another name in it, as bytes, that does not say which letters they are."""
    assert len(old) == len(new)
    return data.replace(old, new)


def test_forms_are_read_at_any_depth_of_folders(saved: Path) -> None:
    files = {"a.yaml": FORM, "x/y/z/b.YML": FORM + b"#b", "x/c.yaml.txt": FORM + b"#c"}
    assert forms(opened(saved, zipped(files))) == {
        f"svar.zip/{name}": data for name, data in files.items()
    }


def test_a_zip_of_another_name_is_a_zip(tmp_path: Path) -> None:
    found = opened(tmp_path / "svar.yaml", zipped({"a.yaml": FORM}))
    assert list(forms(found)) == ["svar.yaml/a.yaml"]


def test_a_mail_in_a_zip_tells_who_sent_it(saved: Path) -> None:
    [form] = opened(saved, zipped({"svar.eml": mail({"a.yaml": FORM})}))
    assert not isinstance(form, Problem | Leftover)
    assert form.name == "svar.zip/svar.eml/a.yaml"
    assert form.mail.sender
    assert form.mail.sender.email == "anna@proeve.example"


@pytest.mark.parametrize("letters", ["cp850", "utf-8"])
def test_danish_names_are_read_from_windows_and_from_a_mac(
    letters: str, saved: Path
) -> None:
    danish = "Rødøre.yaml".encode(letters)
    plain = b"q" * (len(danish) - 5) + b".yaml"
    data = renamed(zipped({plain.decode(): FORM}), plain, danish)
    assert list(forms(opened(saved, data))) == ["svar.zip/Rødøre.yaml"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/a.yaml", "svar.zip/etc/a.yaml"),
        ("/a.yaml", "svar.zip/a.yaml"),
        ("mappe\\a.yaml", "svar.zip/mappe/a.yaml"),
        ("a\n\x1b[2J.yaml", "svar.zip/a\\u000a\\u001b[2J.yaml"),
        ("\u202elmay.a.yaml", "svar.zip/\\u202elmay.a.yaml"),
    ],
)
def test_a_name_leads_nowhere_and_is_one_line(
    name: str, shown: str, saved: Path
) -> None:
    assert list(forms(opened(saved, zipped({name: FORM})))) == [shown]
    assert list(saved.parent.iterdir()) == [saved]


def test_what_programs_leave_is_passed_over(saved: Path) -> None:
    left = [
        "__MACOSX/._a.yaml",
        "~$svar.docx",
        ".DS_Store",
        "m/Thumbs.db",
        "m/desktop.ini",
    ]
    found = opened(saved, zipped({"a.yaml": FORM, **dict.fromkeys(left, b"x")}))
    assert list(forms(found)) == ["svar.zip/a.yaml"]
    assert leftovers(found) == [Path(name).name for name in left]
    assert faults(found) == []


@pytest.mark.parametrize("files", [{}, {".DS_Store": b"x"}, {"__MACOSX/a.yaml": FORM}])
def test_a_zip_without_a_form_is_an_error(files: dict[str, bytes], saved: Path) -> None:
    assert faults(opened(saved, zipped(files))) == [("svar.zip", "no-form")]


def test_what_is_no_form_is_an_error_of_its_own_and_the_others_are_read(
    saved: Path,
) -> None:
    found = opened(saved, zipped({"a.yaml": FORM, "b.pdf": b"%PDF-1.7", "c": b"?"}))
    assert list(forms(found)) == ["svar.zip/a.yaml"]
    assert faults(found) == [("b.pdf", "not-a-form"), ("c", "not-read")]


def test_a_zip_with_a_password_is_an_error(saved: Path) -> None:
    data = bytearray(zipped({"a.yaml": FORM}))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(sign) + flags
        data[at] |= 1
    assert faults(opened(saved, bytes(data))) == [("svar.zip", "encrypted")]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_packed_as_few_programs_do_is_an_error(method: int, saved: Path) -> None:
    found = opened(saved, zipped({"a.yaml": FORM}, method))
    assert faults(found) == [("svar.zip", "unknown-compression")]


def test_a_damaged_zip_is_an_error(saved: Path) -> None:
    whole = zipped({"a.yaml": FORM * 50})
    for data in (
        b"",
        b"form: nej",
        whole[: len(whole) // 2],
        b"PK\x03\x04" + whole[9:],
    ):
        [(name, code)] = faults(opened(saved, data))
        assert code == "damaged"
        assert name in ("svar.zip", "a.yaml")


def test_a_file_in_it_that_is_damaged_is_an_error_and_the_others_are_read(
    saved: Path,
) -> None:
    data = bytearray(zipped({"a.yaml": FORM * 50, "b.yaml": FORM}))
    data[data.index(b"a.yaml") + 12] ^= 0xFF
    found = opened(saved, bytes(data))
    assert list(forms(found)) == ["svar.zip/b.yaml"]
    assert faults(found) == [("a.yaml", "damaged")]


def lying(data: bytes, size: int) -> bytes:
    """A zip that says of its only file that it is `size` bytes."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        [info] = package.infolist()
    return data.replace(struct.pack("<L", info.file_size), struct.pack("<L", size))


MIB = 2**20
BOMBS = {
    "files": zipped({f"{n}.yaml": FORM for n in range(MANY)}),
    "unpacked": zipped({f"{n}.txt": bytes(20 * MIB) for n in range(3)}),
    "forms": zipped({f"{n}.yaml": b"# \n" * MIB for n in range(2)}),
    "zips": zipped({"a.zip": zipped({f"{n}.yaml": b"" for n in range(MANY)})}),
    "listed": zipped({f"{n}": b"" for n in range(20_000)}),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_too_much_is_refused_in_no_time(bomb: str, saved: Path) -> None:
    begun = time.process_time()
    found = opened(saved, BOMBS[bomb])
    assert faults(found)[-1] == ("svar.zip", "too-large")
    assert time.process_time() - begun < 1


def test_a_file_that_unpacks_to_more_than_it_says_is_not_unpacked_further(
    saved: Path,
) -> None:
    data = lying(zipped({"a.yaml": FORM * 100_000}), 4321)
    assert faults(opened(saved, data)) == [("a.yaml", "damaged")]
