"""A mail is read: what is attached, who sent it, and what stands in its text."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from secaudit.problems import Problem
from secaudit.steps.returned.found.model import Found, Item, Leftover, Sender
from secaudit.steps.returned.found.opening import items
from tests.steps.returned.packed import MANY, PICTURE, forwarded, mail, outlook, zipped

FORM = b'form: secaudit/1\ncampaign: "2026"\n'


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "svar.eml"


def opened(path: Path, data: bytes) -> list[Item]:
    path.write_bytes(data)
    return list(items(path))


def forms(found: list[Item]) -> dict[str, bytes]:
    """By what it is called: each form that was found."""
    return {item.name: item.data for item in found if isinstance(item, Found)}


def faults(found: list[Item]) -> list[tuple[str, str]]:
    """Where each problem is, and its word."""
    return [(Path(p.path).name, p.code) for p in found if isinstance(p, Problem)]


def test_a_mail_of_outlook_gives_the_form_as_it_was_sent(saved: Path) -> None:
    sent = FORM.decode().encode("utf-16")
    form, picture = sorted(opened(saved, outlook(sent)), key=lambda i: str(type(i)))
    assert isinstance(form, Found)
    assert form.data == sent
    assert form.shown == f"{saved.as_posix()}/Spørgsmål om børnesag.yaml"
    assert form.mail.sender == Sender("Søren Ærø", "soeren@proeve.example")
    assert form.mail.sent_at == datetime(2026, 9, 19, 8, 12, 40, tzinfo=UTC)
    assert picture == Leftover(f"{saved.as_posix()}/image001.png")


@pytest.mark.parametrize(
    "written",
    [
        'attachment; filename="=?utf-8?B?w6ZibGUueWFtbA==?="',
        "attachment; filename*=UTF-8''%C3%A6ble.yaml",
        'attachment; filename="æble.yaml"',
        'inline; filename="æble.yaml"',
        'attachment; filename="C:\\\\Brugere\\\\æble.yaml"',
    ],
)
def test_the_name_of_what_is_attached_is_read_however_it_is_written(
    written: str, saved: Path
) -> None:
    data = mail({"x.yaml": FORM}).replace(
        b'attachment; filename="x.yaml"', written.encode()
    )
    assert b"x.yaml" not in data
    [name] = forms(opened(saved, data))
    assert name.endswith("æble.yaml")


def test_what_has_no_name_is_read_if_it_holds_a_form(saved: Path) -> None:
    data = mail({"a": FORM, "b": b"andet"})
    for name in (b'; filename="a"', b'; filename="b"'):
        assert name in data
        data = data.replace(name, b"")
    found = opened(saved, data)
    assert forms(found) == {"svar.eml/2": FORM}
    assert faults(found) == [("3", "not-read")]


def test_a_zip_and_a_forwarded_mail_are_opened_too(saved: Path) -> None:
    inner = mail({"svar.zip": zipped({"mappe/a.yaml": FORM})})
    found = opened(saved, forwarded(inner))
    assert list(forms(found)) == ["svar.eml/1.eml/svar.zip/mappe/a.yaml"]
    [form] = [item for item in found if isinstance(item, Found)]
    assert form.mail.sender == Sender("Anna Holm", "anna@proeve.example")


def test_containers_are_opened_three_deep_and_no_deeper(saved: Path) -> None:
    inner = mail({"a.yaml": FORM, "dyb.zip": zipped({"b.yaml": FORM})})
    found = opened(saved, forwarded(forwarded(inner)))
    assert list(forms(found)) == ["svar.eml/1.eml/1.eml/a.yaml"]
    assert faults(found) == [("dyb.zip", "too-deep")]


@pytest.mark.parametrize(
    "text",
    ["Hej\n\nform: secaudit/1\nstatus: opfyldt", "> Hej\n> form: secaudit/1\n> a: b"],
)
def test_a_form_in_the_text_is_not_read_and_an_error(text: str, saved: Path) -> None:
    found = opened(saved, mail({}, text=text))
    assert faults(found) == [("svar.eml", "form-in-text")]
    assert forms(found) == {}


def test_a_form_in_the_html_is_found_there(saved: Path) -> None:
    text = "<html><body><p>Hej</p><div>form:&nbsp;secaudit/1</div></body></html>"
    data = mail({}, text=text.replace("&nbsp;", " ")).replace(
        b"text/plain", b"text/html"
    )
    assert faults(opened(saved, data)) == [("svar.eml", "form-in-text")]


def test_a_form_in_the_text_beside_one_that_is_attached_is_a_warning(
    saved: Path,
) -> None:
    found = opened(saved, mail({"a.yaml": FORM}, text=FORM.decode()))
    assert list(forms(found)) == ["svar.eml/a.yaml"]
    [problem] = [item for item in found if isinstance(item, Problem)]
    assert (problem.code, problem.severity) == ("form-in-text", "warning")


@pytest.mark.parametrize("files", [{}, {"._a.yaml": FORM}])
def test_a_mail_without_a_form_is_an_error(
    files: dict[str, bytes], saved: Path
) -> None:
    found = opened(saved, mail(files))
    assert faults(found) == [("svar.eml", "no-form")]


def test_a_picture_that_is_attached_and_not_in_the_text_is_an_error(
    saved: Path,
) -> None:
    found = opened(saved, mail({"foto.png": PICTURE, "a.yaml": FORM}))
    assert faults(found) == [("foto.png", "not-a-form")]
    assert list(forms(found)) == ["svar.eml/a.yaml"]


def test_a_photo_that_is_attached_with_an_id_is_no_picture_in_the_text(
    saved: Path,
) -> None:
    old, new = b"application/octet-stream", b"image/png\r\nContent-ID: <f_1>"
    data = mail({"foto.png": PICTURE}).replace(old, new)
    assert faults(opened(saved, data)) == [("foto.png", "not-a-form")]


def test_a_mail_that_is_cut_off_is_an_error(saved: Path) -> None:
    whole = mail({"a.yaml": FORM * 100})
    found = opened(saved, whole[: len(whole) // 2])
    assert forms(found) == {}
    assert faults(found) == [("svar.eml", "damaged")]


def test_base64_that_is_damaged_is_an_error_at_what_is_attached(saved: Path) -> None:
    data = mail({"a.yaml": FORM, "b.yaml": FORM}).replace(b"Zm9yb", b"m9yb", 1)
    found = opened(saved, data)
    assert list(forms(found)) == ["svar.eml/b.yaml"]
    assert faults(found) == [("a.yaml", "damaged")]


@pytest.mark.parametrize("files", [MANY, 20_000])
def test_a_mail_of_too_many_files_is_refused(files: int, saved: Path) -> None:
    head = b"From: a@proeve.example\nContent-Type: multipart/mixed; boundary=b\n\n"
    part = b"--b\nContent-Type: text/yaml; name=a.yaml\n\nform: secaudit/1\n"
    found = opened(saved, head + part * files + b"--b--\n")
    assert faults(found) == [("svar.eml", "too-large")]


def test_an_encrypted_mail_is_told_for_what_it_is(saved: Path) -> None:
    data = mail({}).replace(b"text/plain", b"application/pkcs7-mime; name=smime.p7m")
    [problem] = opened(saved, data)
    assert isinstance(problem, Problem)
    assert problem.code == "not-a-form"
    assert problem.message == (
        "dette er en krypteret mail og ikke skemaet; åbn mailen i mailprogrammet, og gem "
        "det vedhæftede skema her"
    )


def test_a_signature_of_the_mail_is_passed_over(saved: Path) -> None:
    data = mail({"a.yaml": FORM, "smime.p7s": b"0\x82"})
    parts = data.rsplit(b"application/octet-stream", 1)
    found = opened(saved, b"application/pkcs7-signature".join(parts))
    assert faults(found) == []
    assert Leftover(f"{saved.as_posix()}/smime.p7s") in found


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("From", "(" * 3000),
        ("From", "=?utf-9?Q?x?= <>"),
        ("Date", "i går"),
        ("Date", "Fri, 18 Sep 99999999999 23:30:00 +9999"),
    ],
)
def test_a_head_that_cannot_be_read_keeps_no_form_from_being_read(
    field: str, value: str, saved: Path
) -> None:
    lines = mail({"a.yaml": FORM}).split(b"\r\n")
    begin = f"{field}: ".encode()
    [old] = [line for line in lines if line.startswith(begin)]
    lines[lines.index(old)] = begin + value.encode()
    [form] = opened(saved, b"\r\n".join(lines))
    assert isinstance(form, Found)
    assert form.data == FORM
    assert None in (form.mail.sender, form.mail.sent_at)
