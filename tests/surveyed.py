"""A municipality whose employees are asked in a survey, and the exports that come of it."""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook

from secaudit.language import using
from tests.municipality import Municipality

WHERE = "Hvilken forvaltning arbejder du i?"
QUESTIONS = {
    "T.5": "Er prøve 5 i orden?",
    "T.7": "Har du læst reglerne for adgangskoder?",
    "T.8": "Ved du, hvem du ringer til?",
}
"""By control, as the employees are asked."""
HEAD = ("Id", "Starttidspunkt", "Mail", WHERE, *QUESTIONS.values())
DEPARTMENTS = """departments:
  - {id: sundhed, name: "Sundhed", employees: 1000}
  - {id: hjemmepleje, name: "Hjemmeplejen", parent: sundhed, employees: 700}
  - {id: teknik, name: "Teknik"}
  - {id: veje, name: "Veje", parent: teknik, employees: 200}
  - {id: vand, name: "Vand", parent: teknik, employees: 100}
  - {id: boern, name: "Børn og Unge"}
  - {id: kultur, name: "Kultur", employees: 40}
  - {id: plan, name: "Plan", employees: 60}
"""
ANSWERS = ("Ja", "Delvist", "Nej", "Ikke relevant for mig", "Ved ikke", "")
Row = Sequence[str]


def town(folder: Path) -> Municipality:
    """A municipality with a campaign that is issued; one person counts T.7, another the rest."""
    made = Municipality(folder)
    people = made.read("inventory/people.yaml").split("people:")[1]
    made.write("inventory/people.yaml", f"{DEPARTMENTS}people:{people}")
    area = '  - {id: hr, title: "HR", person: p02, controls: [T.7]}\n'
    made.write("secaudit.yaml", made.read("secaudit.yaml") + area)
    more = "".join(_control(id, text) for id, text in [*QUESTIONS.items()][1:])
    made.write("test-catalogue/T.yaml", made.read("test-catalogue/T.yaml") + more)
    made.write("profile.yaml", "targets: {employees: 80}\n")
    with using("da"):
        made.open()
        made.issue()
    return made


def _control(id: str, text: str) -> str:
    da = "Opfyldt: Alt. Delvist opfyldt: Noget. Ikke opfyldt: Intet."
    en = "Met: All. Partially met: Some. Not met: None."
    return f"""
- id: {id}
  theme: T
  title: {{da: "Prøve", en: "Test"}}
  weight: 2
  questions:
    employees:
      text: {{da: "{text}", en: "{text}"}}
      guidance: {{da: "{da}", en: "{en}"}}
      evidence: {{da: ["Sagsnummer"], en: ["Case number"]}}
"""


def respondents(number: int, seed: int = 15) -> Iterator[Row]:
    """The rows of a survey, as a tool exports them; Plan is four people, or hardly more."""
    chance = random.Random(seed)  # noqa: S311 # no secret
    where = ["Sundhed"] * 30 + ["Hjemmeplejen"] * 20 + ["Teknik"] * 10 + ["Veje"] * 9
    where += ["Børn og Unge"] * 20 + ["Vil ikke oplyse", "", "Kultur"] * 3
    for n in range(number):
        unit = "Plan" if n in (7, 70, 170, 270) else chance.choice(where)
        answers = [chance.choice(ANSWERS) for _ in QUESTIONS]
        stamp = f"2026-09-12 07:{n % 60:02}:{n % 59:02}"
        yield (f"R{n:05}", stamp, f"ansat{n}@hemmelig.example", unit, *answers)


def as_csv(
    path: Path,
    rows: Iterable[Row],
    head: Row = HEAD,
    *,
    encoding: str = "cp1252",
    divider: str = ";",
) -> Path:
    """A file as Excel in Denmark saves it, unless it is told otherwise."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=divider).writerows([head, *rows])
    return path


def as_xlsx(path: Path, rows: Iterable[Sequence[object]], head: Row = HEAD) -> Path:
    """A workbook, as Microsoft Forms exports it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (head, *rows):
        sheet.append([cell if cell != "" else None for cell in row])
    book.save(path)
    return path


def few(*answers: str, unit: str = "Sundhed") -> list[Row]:
    """Six rows that say yes to all, and then one for each of `answers` to the first question."""
    yes = ["Ja"] * len(QUESTIONS)
    rows: list[Row] = [("1", "", "", unit, *yes)] * 6
    return [*rows, *(("9", "", "", unit, answer, *yes[1:]) for answer in answers)]
