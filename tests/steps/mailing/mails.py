"""What an officer mails: the commands, and the drafts that they leave."""

from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from tests.cli.command import Said, run
from tests.municipality import Municipality

DUE = date(2026, 10, 1)


@dataclass(frozen=True)
class Drafted:
    """A draft, read as a mail program reads it."""

    path: Path
    mail: EmailMessage

    @property
    def to(self) -> str:
        """To whom it goes."""
        return str(self.mail["To"])

    @property
    def subject(self) -> str:
        """What it is about."""
        return str(self.mail["Subject"])

    @property
    def text(self) -> str:
        """What it says."""
        body = self.mail.get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")

    @property
    def items(self) -> list[str]:
        """The items of its lists."""
        return [line[2:] for line in self.text.splitlines() if line.startswith("- ")]

    @property
    def attached(self) -> dict[str, bytes]:
        """The files that go with it."""
        return {
            str(part.get_filename()): part.get_content()
            for part in self.mail.iter_attachments()
        }


@dataclass
class Mails:
    """A municipality, and the drafts that lie there."""

    place: Municipality
    seen: set[Path] = field(default_factory=set)

    def run(self, command: str, *more: str, on: date) -> Said:
        """Run a command on a day."""
        told = ("--date", on.isoformat(), "--workspace", str(self.place.folder))
        return run(command, *more, *told)

    def new(self) -> dict[str, Drafted]:
        """By the names of the recipients, the drafts since this was asked last; the second one
        to the same people with a 2."""
        found = set(self.place.folder.glob("campaigns/*/mail/*.eml")) - self.seen
        self.seen |= found
        drafts: dict[str, Drafted] = {}
        for path in sorted(found):
            draft = Drafted(path, _read(path))
            name = ", ".join(a.display_name for a in draft.mail["To"].addresses)
            drafts[f"{name} 2" if name in drafts else name] = draft
        return drafts

    def written(self, command: str, *more: str, on: date) -> dict[str, Drafted]:
        """The drafts that a command writes."""
        said = self.run(command, *more, on=on)
        assert said.code == 0, said.err
        return self.new()


def _read(path: Path) -> EmailMessage:
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message
