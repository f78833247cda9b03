"""A workspace as a value: what secaudit.yaml says, where everything lies."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from secaudit.catalogue import Kind
from secaudit.language import Language

CATALOGUES = ("iso27001-2022", "gdpr", "nis2")
"""The catalogues that are used where secaudit.yaml names none."""


@dataclass(frozen=True)
class Organisation:
    """The municipality."""

    id: str
    name: str


@dataclass(frozen=True)
class Officer:
    """Who gets the forms back: the information security officer."""

    name: str
    email: str
    phone: str = ""

    @property
    def address(self) -> str:
        """Name and e-mail address, as a form says to whom it is sent."""
        return f"{self.name}, {self.email}"


@dataclass(frozen=True)
class Post:
    """How mails get to people: as drafts, where no server is named."""

    server: str | None = None
    port: int | None = None
    security: Literal["starttls", "tls"] = "starttls"
    """There is no third: nothing is sent without encryption."""
    user: str | None = None
    share: str | None = None
    """Where people see the workspace's folder: a path on a drive, or a web address."""


@dataclass(frozen=True)
class Area:
    """Who answers for some of the organisation's controls."""

    id: str
    title: str
    person: str
    controls: tuple[str, ...] = ()
    """Control ids, or the beginning of them (A.6); none means all that no other area has."""
    employees: bool = False
    """Whether it counts what the employees answered, whichever control it is about."""


@dataclass(frozen=True)
class Survey:
    """How the employees hand in what the page made of their answers."""

    to: str = ""
    """Where they paste it: a sentence; empty where the page is to say the usual one."""


@dataclass(frozen=True)
class Workspace:
    """What secaudit.yaml says, and where everything lies."""

    folder: Path
    organisation: Organisation
    language: Language = "da"
    register: str = "register.db"
    catalogues: tuple[str, ...] = CATALOGUES
    areas: tuple[Area, ...] = ()
    officer: Officer | None = None
    mail: Post = Post()
    accent: str | None = None
    """The colour of the owners' pages, such as #1f5fa8."""
    survey: Survey = Survey()

    @property
    def register_path(self) -> Path:
        """The SQLite file of the register."""
        return self.folder / self.register

    def issued(self, campaign: str) -> Path:
        """Where the forms of `campaign` are put, a folder for each person."""
        return self.folder / "campaigns" / campaign / "issued"

    def returned(self, campaign: str) -> Path:
        """Where returned forms of `campaign` are put."""
        return self.folder / "campaigns" / campaign / "returned"

    def drafts(self, campaign: str) -> Path:
        """Where drafts of mails of `campaign` are put."""
        return self.folder / "campaigns" / campaign / "mail"

    @property
    def mail_texts(self) -> Path:
        """Where the texts of mails lie that the officer may change."""
        return self.folder / "mail"

    def asking(self, campaign: str) -> Path:
        """Where the page for the employees is put, and the same texts for a survey tool."""
        return self.folder / "campaigns" / campaign / "survey"

    @property
    def reports(self) -> Path:
        """Where reports are put."""
        return self.folder / "reports"

    def area(self, control: str, kind: Kind = "organisation") -> Area | None:
        """The area that answers for `control`: the one that names it most closely.

        What employees answer is counted by the area that says so, if there is one.
        """
        counting = next((area for area in self.areas if area.employees), None)
        if kind == "employees" and counting:
            return counting
        named = [
            (len(prefix), area)
            for area in self.areas
            for prefix in area.controls
            if control == prefix or control.startswith(prefix + ".")
        ]
        if named:
            return max(named, key=lambda match: match[0])[1]
        bare = [area for area in self.areas if not area.controls]
        return min(bare, key=lambda area: area.employees, default=None)
