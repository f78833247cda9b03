"""A mail as mail programs read it: by the standard library's own parser."""

import re
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default, strict
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from secaudit.mail.addresses import address
from secaudit.mail.message import as_bytes
from secaudit.mail.model import Attachment, Link, Mail

AT = datetime(2026, 9, 2, 8, tzinfo=UTC)
TEXT = (
    "Kære Anna\n\nSvar på:\n\n- Omsorg & Pleje: 7 spørgsmål\n- Arkiv\n\nÅbn "
    "\\\\fil01\\itsik\\p01 nu.\n\nVenlig hilsen\nSigne\n"
)
LINK = Link("\\\\fil01\\itsik\\p01", "file://fil01/itsik/p01")


def mail(**more: object) -> Mail:
    told = {
        "sender": address("Signe Brink", "signe@proeve.example"),
        "to": address("Anna Holm", "anna@proeve.example"),
        "subject": "Svar på årets spørgsmål",
        "text": TEXT,
    }
    return Mail(**{**told, **more})  # type: ignore[arg-type]


def read(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=strict.clone(raise_on_defect=True))
    assert isinstance(message, EmailMessage)
    return message


def part(data: bytes, kind: str) -> str:
    body = read(data).get_body((kind,))
    assert body is not None
    return str(body.get_content())


class Links(HTMLParser):
    """The links of a page, and the tags in it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str | None] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]


def test_a_draft_says_that_it_is_not_sent_and_a_sent_mail_that_a_machine_made_it() -> (
    None
):
    draft, sent = (read(as_bytes(mail(), AT, "da", draft=d)) for d in (True, False))
    assert (draft["X-Unsent"], draft["Message-ID"]) == ("1", None)
    assert sent["X-Unsent"] is None
    assert sent["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"<[0-9a-f]{32}@proeve\.example>", sent["Message-ID"])


def test_the_heads_are_ascii_on_lines_of_at_most_998_signs_that_end_as_asked() -> None:
    data = as_bytes(mail(subject="Å" * 2000), AT, "da", draft=False)
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert read(data)["Subject"] == "Å" * 2000


def test_text_and_html_say_the_same() -> None:
    data = as_bytes(mail(links=(LINK,)), AT, "da", draft=True)
    assert part(data, "plain").replace("\r\n", "\n") == TEXT
    html = part(data, "html")
    assert "<li" in html
    assert "Omsorg &amp; Pleje: 7 spørgsmål" in html
    links = Links()
    links.feed(html)
    assert links.links == ["file://fil01/itsik/p01"]
    assert 'lang="da"' in html


def test_what_looks_like_html_in_a_text_stays_text() -> None:
    text = '<script>alert("x")</script> & <a href="http://ond.example">her</a>\n'
    links = Links()
    links.feed(part(as_bytes(mail(text=text), AT, "da", draft=True), "html"))
    assert "script" not in links.tags
    assert links.links == []


def test_an_attachment_comes_out_as_it_went_in() -> None:
    packed = Attachment("svar-2026-p01.zip", "application/zip", bytes(range(256)))
    data = as_bytes(mail(attachments=(packed,)), AT, "da", draft=True)
    (attached,) = read(data).iter_attachments()
    assert attached.get_filename() == "svar-2026-p01.zip"
    assert attached.get_content_type() == "application/zip"
    assert attached.get_content() == bytes(range(256))


def test_the_same_mail_at_the_same_time_is_the_same_bytes() -> None:
    packed = Attachment("svar.zip", "application/zip", b"zip")
    one, other = (
        as_bytes(mail(attachments=(packed,)), AT, "da", draft=False) for _n in range(2)
    )
    assert one == other


@given(
    name=st.text(max_size=80),
    subject=st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200
    ),
)
def test_no_name_and_no_subject_adds_a_head(name: str, subject: str) -> None:
    subject = " ".join(subject.split()) or "Emne"
    to = address(name, "anna@proeve.example")
    data = as_bytes(mail(to=to, subject=subject), AT, "da", draft=True)
    message = message_from_bytes(data, policy=default)
    assert [*message.keys()].count("Bcc") == 0
    assert len(message.keys()) == len(set(message.keys())) == 8
    assert [a.addr_spec for a in message["To"].addresses] == ["anna@proeve.example"]
    assert message["Subject"] == subject
