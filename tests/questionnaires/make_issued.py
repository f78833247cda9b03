"""How issued/ was made: forms as people get them, one for each way of answering, and one more.

Run from the root of the project: `python -m tests.questionnaires.make_issued`.
"""

import tempfile
from datetime import date
from pathlib import Path

from secaudit.catalogue import Control, Question, Text, Texts
from secaudit.language import using
from secaudit.questionnaire import Cover, Questionnaire, Subject, as_yaml
from tests.municipality import Municipality

ISSUED = Path(__file__).parent / "issued"
FORMS = {
    "status": ("p01", "system-omsorg"),
    "maturity": ("p03", "organisation-proevekommune"),
    "counts": ("p03", "employees-proevekommune"),
}
"""By the field that is to be filled in: the person, and the form."""
DATED = ("risk_assessment", "supervised_on", "dpia", "processor_agreement")


def forms(municipality: Municipality) -> dict[str, str]:
    """Some of the forms that a municipality issued, and one that it issued anew."""
    paths = {name: municipality.form(*form) for name, form in FORMS.items()}
    found = {name: path.read_text(encoding="utf-8") for name, path in paths.items()}
    return {**found, "anew": issued_anew()}


def issued_anew() -> str:
    """A form in English with everything that may be known before it is answered."""
    guidance = "Met: All of it. Partially met: Some. Not met: None."
    questions = {
        f"T.{number}": Question(
            Text("Er det i orden?", "Is it in order?"),
            Text(guidance, guidance),
            Texts(("Sagsnummer",), ("Case number", "Minutes")),
            review_every_months=12,
            dated_by=fact,
            not_applicable="never",
        )
        for number, fact in enumerate(DATED, 1)
    }
    form = Questionnaire(
        "proevekommune",
        "2026",
        Subject("system", "omsorg", "Omsorg & Pleje"),
        "p01",
        facts={
            "criticality": "society-critical",
            "personal_data": ["cpr", "sensitive"],
            "citizen_facing": False,
            "dpia": {"needed": True, "on": "2026-01-02"},
            "lifecycle": "operational",
            "risk_assessment": {"on": "2026-03-14", "result": "High: 3 of 5"},
            "supervised_on": "2026-05-01",
            "supplier": "Nordlys A/S",
        },
        questions=questions,
        edition=1,
    )
    cover = Cover(
        "Prøvekommune",
        form.issue,
        "Anna Holm",
        "anna@proeve.example",
        date(2026, 10, 1),
        "en",
        notes={
            "T.1": ("Answered before: met.", "Comment: It was tried."),
            "T.3": ("SENT BACK: When was it tried?",),
        },
        answered=frozenset({"T.1", "T.3"}),
        repeatable=frozenset({"T.1"}),
        standing=("T.8 Tried restoring: met, 20 September 2024", "T.9 Log: met"),
    )
    controls = {
        id: Control(id, "T", Text(f"Prøve {id}", f"Test {id}"), 2) for id in questions
    }
    with using("en"):
        return as_yaml(form, cover, controls)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, using("da"):
        made = Municipality(Path(folder) / "proevekommune")
        made.open()
        made.issue()
        for name, text in forms(made).items():
            (ISSUED / f"{name}.yaml").write_text(text, encoding="utf-8")
