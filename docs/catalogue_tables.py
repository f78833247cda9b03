"""The tables of docs/catalogue.md, from the catalogues: `python -m docs.catalogue_tables`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

from secaudit.catalogue import (
    KINDS,
    Catalogue,
    Control,
    Kind,
    Question,
    load_named,
    serves,
)
from secaudit.demo import EXAMPLE
from secaudit.inventory import Facts, Inventory, Person, System
from secaudit.language import LANGUAGES
from secaudit.lint import avoided, laws, lix
from secaudit.profile import Profile, resolve
from secaudit.questionnaire import Questionnaire, Subject, compose, minutes_of
from secaudit.validation import shaped
from secaudit.workspace import Contents, Organisation, Workspace, load_workspace

PAGE = Path(__file__).with_name("catalogue.md")
NAMES = ("iso27001-2022", "gdpr", "nis2")
SMALLEST: dict[str, Any] = {
    "criticality": "other",
    "personal_data": ["none"],
    "hosting": "on-premises",
    "lifecycle": "operational",
    "source_owned": False,
    "has_test_environment": False,
    "citizen_facing": False,
    "dpia": {"needed": False},
    "processor_agreement": {"status": "not-needed"},
    "risk_assessment": {"on": "2026-03-01"},
}
SMALL = {**SMALLEST, "personal_data": ["ordinary"]}
CLOUD = {
    **SMALLEST,
    "criticality": "business-critical",
    "personal_data": ["cpr", "sensitive"],
    "hosting": "public-cloud",
    "citizen_facing": True,
    "dpia": {"needed": True},
    "processor_agreement": {"status": "signed"},
    "supervised_on": "2026-04-01",
}
LARGEST = {
    **CLOUD,
    "criticality": "society-critical",
    "hosting": "hybrid",
    "lifecycle": "phasing-in",
    "source_owned": True,
    "has_test_environment": True,
}
PROFILES: dict[str, dict[str, Any]] = {
    "smallest: local, no personal data, not critical": SMALLEST,
    "small: local, ordinary personal data, not critical": SMALL,
    "cloud: business-critical, CPR and sensitive data, used by citizens": CLOUD,
    "largest: society-critical, hybrid, being introduced, own code, test environment": LARGEST,
    "nothing is known of it": {},
}


@cache
def catalogues() -> tuple[Catalogue, ...]:
    """The shipped catalogues."""
    loaded = (load_named(name).catalogue for name in NAMES)
    return tuple(catalogue for catalogue in loaded if catalogue)


def asked(kind: Kind) -> dict[str, Question]:
    """Every question to a kind of subject, by control."""
    controls = [c for catalogue in catalogues() for c in catalogue.controls]
    return {c.id: c.questions[kind] for c in controls if kind in c.questions}


def forms(
    facts: dict[str, Any], *, services: bool = False, core: bool = False
) -> list[Questionnaire]:
    """The owner's form and operations' form of a system with these facts.

    With `services` it uses all the common ones; with `core` all else still stands.
    """
    found = catalogues()
    providers = tuple(
        System(s.id, s.title.en, Facts(), provides=s.controls)
        for catalogue in found
        for s in catalogue.services
        if services
    )
    uses = tuple(provider.id for provider in providers)
    own = System("x", "X", shaped(facts, Facts), owner="p1", operations="p2", uses=uses)
    people = (Person("p1", "A"), Person("p2", "B"))
    workspace = Workspace(Path(), Organisation("x", "X"))
    contents = Contents(
        workspace,
        Inventory((own, *providers), people),
        Profile(),
        found,
        resolve(found, Profile()),
    )
    ids = (c.id for catalogue in found for c in catalogue.controls)
    standing = {("system:x", id): "before" for id in ids if core}
    return [
        f for f in compose(contents, "2026", standing) if f.subject.key == "system:x"
    ]


def areas() -> dict[str, dict[str, Question]]:
    """What each area of the example organisation is asked."""
    workspace: Workspace = load_workspace(EXAMPLE)
    found: dict[str, dict[str, Question]] = {area.title: {} for area in workspace.areas}
    for control in (c for catalogue in catalogues() for c in catalogue.controls):
        area = workspace.area(control.id)
        if area and "organisation" in control.questions:
            found[area.title][control.id] = control.questions["organisation"]
    return found


def questions_table() -> Iterator[str]:
    """Controls and questions by catalogue and kind."""
    yield _row("catalogue", "controls", *KINDS, "questions")
    yield _row("---", "---:", *["---:"] * (len(KINDS) + 1))
    every: list[Control] = []
    for catalogue in catalogues():
        for theme in catalogue.themes:
            controls = [c for c in catalogue.controls if c.theme == theme.id]
            every += controls
            yield _counted(f"{catalogue.id}: {theme.id} {theme.title.en}", controls)
    yield _counted("**all**", every)


def _counted(name: str, controls: list[Control]) -> str:
    numbers = [sum(kind in c.questions for c in controls) for kind in KINDS]
    return _row(name, len(controls), *numbers, sum(numbers))


def lix_table() -> Iterator[str]:
    """Readability by kind and language."""
    yield _row("asked of", "language", "questions", "guidance", "words in a question")
    yield _row("---", "---", "---", "---", "---")
    for kind in KINDS:
        for language in LANGUAGES:
            texts = [q.text.said(language) for q in asked(kind).values()]
            helps = [q.guidance.said(language) for q in asked(kind).values()]
            lengths = [len(text.split()) for text in texts]
            yield _row(
                kind,
                language,
                _spread(map(lix, texts)),
                _spread(map(lix, helps)),
                _spread(lengths),
            )


def _spread(numbers: Iterable[int]) -> str:
    every = list(numbers)
    return f"{mean(every):.0f} (at most {max(every)})"


def systems_table() -> Iterator[str]:
    """Questions and minutes by profile of system."""
    yield _row(
        "system",
        "owner",
        "operations",
        "operations, with the common services",
        "in a year of core questions, together",
    )
    yield _row("---", "---:", "---:", "---:", "---:")
    for name, facts in PROFILES.items():
        owner, operations = forms(facts)
        served = forms(facts, services=True)[1]
        core = forms(facts, core=True)
        parts = ((owner,), (operations,), (served,), core)
        yield _row(name, *(_effort(*part) for part in parts))


def people_table() -> Iterator[str]:
    """Questions and minutes by person and area."""
    yield _row("who", "questions and minutes")
    yield _row("---", "---:")
    yield _row("an owner's own duties", _effort(form("owner")))
    for title, questions in areas().items():
        yield _row(f"area: {title}", _effort(form("organisation", questions)))
    yield _row("who counts the employees' answers", _effort(form("employees")))


def form(kind: Kind, questions: Mapping[str, Question] | None = None) -> Questionnaire:
    """A form with some questions to a kind of subject, or with every one."""
    return Questionnaire(
        "x",
        "2026",
        Subject(kind, "x", "X"),
        "p1",
        questions=dict(questions or asked(kind)),
    )


def _effort(*forms: Questionnaire) -> str:
    count = sum(len(form.questions) for form in forms)
    return f"{count} · {sum(minutes_of(form, 'da') for form in forms)} min"


def services_table() -> Iterator[str]:
    """The common services."""
    yield _row("service", "", "may answer for")
    yield _row("---", "---", "---")
    for service in (s for catalogue in catalogues() for s in catalogue.services):
        yield _row(f"`{service.id}`", service.title.da, ", ".join(service.controls))


def requirements_table() -> Iterator[str]:
    """Requirements of law that nobody is asked about, and who answers for them."""
    yield _row("requirement", "", "answered by")
    yield _row("---", "---", "---")
    controls = [c for catalogue in catalogues() for c in catalogue.controls]
    for control in (c for c in controls if not c.questions):
        ids = [other.id for other in controls if serves(other, control)]
        yield _row(control.id, control.title.da, ", ".join(ids))


def words_table() -> Iterator[str]:
    """The words that are better avoided."""
    yield _row("language", "sort", "avoid", "better")
    yield _row("---", "---", "---", "---")
    for language in LANGUAGES:
        for one in avoided(language):
            yield _row(language, one.sort, one.word.replace("*", "…"), one.better)


def laws_table() -> Iterator[str]:
    """The laws that can be referred to."""
    yield _row("key", "law", "provisions known")
    yield _row("---", "---", "---:")
    for law in laws().values():
        yield _row(f"`{law.id}`", law.title.da, len(law.provisions))


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "questions": questions_table,
    "lix": lix_table,
    "systems": systems_table,
    "people": people_table,
    "services": services_table,
    "requirements": requirements_table,
    "words": words_table,
    "laws": laws_table,
}


def written(page: str) -> str:
    """The page with every table as it is today."""
    for name, table in TABLES.items():
        start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, _start, rest = page.partition(start)
        _old, _end, after = rest.partition(end)
        lines = "\n".join(table())
        page = f"{before}{start}\n{lines}\n\n{end}{after}"
    return page


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
