"""A campaign as a value."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from secaudit.campaign.acts import Action, Decision, Key
from secaudit.campaign.mailed import Mailed
from secaudit.campaign.names import Told
from secaudit.campaign.review import Earlier, Review
from secaudit.campaign.word import Word
from secaudit.catalogue import Control, Theme
from secaudit.inventory import Department, above
from secaudit.language import Language
from secaudit.profile import Applied, Profile
from secaudit.questionnaire import Questionnaire, Subject, answer_field
from secaudit.workspace import Organisation

Forvaltning = tuple[str, str]
"""Id and name of where a subject belongs."""
NOWHERE: Forvaltning = ("", "")
"""It is not known where."""


@dataclass(frozen=True)
class CatalogueVersion:
    """Which catalogue was used."""

    id: str
    version: str
    title_da: str
    title_en: str


@dataclass(frozen=True)
class Issue:
    """A form that was issued."""

    sequence: int
    id: str
    """The 32 hex digits that its forms carry."""
    form: Questionnaire
    issued_on: date
    name: str
    """Of the person it was issued to; empty where nobody is known."""
    email: str
    owner: str | None
    """The accountable owner of the system, whoever answers this part."""
    facts: dict[str, Any] = field(default_factory=dict)
    """The system's facts as they were told last; the form keeps those it was issued with."""
    provides: tuple[str, ...] = ()
    formerly: str | None = None
    department: str | None = None
    """Of the owner, where the form is about their own duties."""
    answer_by: date | None = None
    """The deadline of this form, where it is not the campaign's."""
    superseded: bool = False
    """That another form took its place, or its subject was withdrawn."""
    replaced_by: str | None = None
    """The id of the form that took its place."""
    earlier: dict[str, Earlier] = field(default_factory=dict)
    """By control id: what had been said of its questions when it was issued, and it shows."""

    @property
    def subject(self) -> Subject:
        """What the form is about."""
        return self.form.subject

    @property
    def criticality(self) -> str | None:
        """How critical the system is; None where nobody has told."""
        return self.facts.get("criticality")

    @property
    def belongs_to(self) -> str | None:
        """The id of the department of the system, or of the owner."""
        of_system = self.subject.kind == "system"
        return self.facts.get("department") if of_system else self.department

    def repeatable(self, id: str) -> bool:
        """Whether a question may be answered with the word `unchanged`."""
        earlier = self.earlier.get(id)
        if earlier is None or earlier.sent_back:
            return False
        field = answer_field(self.subject.kind, self.form.questions[id])
        leveled = earlier.word.answer.maturity is not None
        return field == "status" or (field == "maturity" and leveled)


@dataclass(frozen=True)
class Accepted:
    """A gap that a decision accepts, until a date."""

    until: date
    by: str
    since: date = date.min
    decision: str = ""
    """The id of the decision."""


@dataclass(frozen=True)
class Withdrawn:
    """A subject that was taken out of a campaign."""

    subject: Subject
    on: date
    reason: str


@dataclass(frozen=True)
class Campaign:
    """One round, as its events leave it."""

    id: str
    organisation: Organisation
    opened_on: date
    due: date
    language: Language
    catalogues: tuple[CatalogueVersion, ...]
    themes: tuple[Theme, ...]
    applied: tuple[Applied, ...]
    """Every control as it applied when the campaign was opened."""
    profile: Profile
    departments: tuple[Department, ...] = ()
    staff: dict[str, int] = field(default_factory=dict)
    """By forvaltning, how many work there: as it was known last."""
    surveys: dict[int, int] = field(default_factory=dict)
    """By event with the counts of a survey, the first event of the same survey."""
    issues: tuple[Issue, ...] = ()
    """In the order they were issued, superseded ones among them."""
    words: dict[Key, Word] = field(default_factory=dict)
    """The latest word on each question."""
    reviews: dict[Key, Review] = field(default_factory=dict)
    accepted: dict[Key, Accepted] = field(default_factory=dict)
    """What was decided before it was closed: what its figures know."""
    decided: dict[Key, Accepted] = field(default_factory=dict)
    """The same, and what was decided since."""
    documents: dict[str, int] = field(default_factory=dict)
    """By fingerprint, the latest event in which a document was recorded."""
    later: dict[int, int] = field(default_factory=dict)
    """By the event of a document, the latest one that took the place of any of it."""
    seen: dict[str, dict[str, str]] = field(default_factory=dict)
    """By form, the files that lay there when it was answered: SHA-256 by place, the latest."""
    names: dict[str, str] = field(default_factory=dict)
    """By person id."""
    sent_back: dict[Key, Review] = field(default_factory=dict)
    """What the reviewer of the campaign before sent back, and nobody answered since."""
    said_before: dict[Key, Word] = field(default_factory=dict)
    """The latest words in the campaign before."""
    closed_on: date | None = None
    closed_in: int | None = None
    """The event in which it was closed."""
    after: dict[Key, Word] = field(default_factory=dict)
    """What was said after it was closed: no figure knows it."""
    withdrawn: dict[str, Withdrawn] = field(default_factory=dict)
    """By subject key."""
    extended: dict[str, date] = field(default_factory=dict)
    """By person id: the day until which they were given time."""
    mails: dict[int, Mailed] = field(default_factory=dict)
    """By event, the mails that were written or sent."""
    actions: tuple[Action, ...] = ()
    """Every action of the organisation, whichever campaign it was added in."""
    decisions: tuple[Decision, ...] = ()
    """Every decision, in the order they were recorded."""

    @property
    def last_day(self) -> date:
        """The day by which it is judged, once another is open: when it was closed, or due."""
        return self.closed_on or self.due

    @cached_property
    def controls(self) -> dict[str, Control]:
        """Every control, by its id."""
        return {applied.control.id: applied.control for applied in self.applied}

    @cached_property
    def units(self) -> dict[str, Department]:
        """The departments, by their ids."""
        return {department.id: department for department in self.departments}

    def forvaltning(self, issue: Issue) -> Forvaltning:
        """Of a system or an owner: the department above its own that has no parent."""
        return self.forvaltning_of(issue.belongs_to)

    def forvaltning_of(self, department: str | None) -> Forvaltning:
        """The same of a department, which may be one itself."""
        unit = self.units.get(department or "")
        if unit is None:
            return NOWHERE
        top = (unit, *above(unit, self.units))[-1]
        circular = top.parent in self.units  # then no department is above the others
        return NOWHERE if circular else (top.id, top.name)

    @property
    def told(self) -> Told:
        """What it tells of the names of its systems."""
        issues = [issue for issue in self.issues if issue.subject.kind == "system"]
        former = {
            issue.subject.id: issue.formerly for issue in issues if issue.formerly
        }
        return Told(self.id, {issue.subject.id for issue in issues}, former)

    def current(self) -> tuple[Issue, ...]:
        """The forms that count: those that were not superseded, and are not small ones."""
        return tuple(i for i in self.issues if not i.superseded and not i.form.occasion)

    def deadline(self, issue: Issue) -> date:
        """The day by which a form is to be answered."""
        given = self.extended.get(issue.form.person or "", date.min)
        return max(issue.answer_by or self.due, given)

    def latest(self, key: Key) -> Word | None:
        """The latest word on `key`, also one that was given after the end."""
        return self.after.get(key) or self.words.get(key)

    def name_of(self, person: str | None) -> str:
        """The name of a person; their id where it was deleted; empty for nobody."""
        return (self.names.get(person) or person) if person else ""

    def review(self, key: Key) -> Review | None:
        """The review of the latest word on `key`, if there is one."""
        review, word = self.reviews.get(key), self.words.get(key)
        return review if review and word and review.of == word.sequence else None

    def returned(self, key: Key) -> Review | None:
        """The review that sent the latest word on `key` back, if one did."""
        review = self.review(key)
        return review if review and review.returned else None
