"""A municipality whose officer mails, and a mail server on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mailserver import Server, running
from tests.municipality import Municipality

OFFICER = (
    'officer: {name: "Signe Brink", email: "signe@proeve.example", phone: "12 34"}\n'
)


@pytest.fixture
def mailing(municipality: Municipality) -> Municipality:
    """A municipality with a campaign that is issued, and an officer to write mails."""
    municipality.write("secaudit.yaml", municipality.read("secaudit.yaml") + OFFICER)
    return municipality


@pytest.fixture
def mail_server(tmp_path: Path) -> Iterator[Server]:
    """A mail server that offers STARTTLS."""
    with running(tmp_path / "mailserver") as server:
        yield server
