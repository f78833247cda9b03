"""How issued/ was made: forms as people get them, one for each way of answering.

Run from the root of the project: `python -m tests.questionnaires.make_issued`.
"""

import tempfile
from pathlib import Path

from secaudit.language import using
from tests.municipality import Municipality

ISSUED = Path(__file__).parent / "issued"
FORMS = {
    "status": ("p01", "system-omsorg"),
    "maturity": ("p03", "organisation-proevekommune"),
    "counts": ("p03", "employees-proevekommune"),
}
"""By the field that is to be filled in: the person, and the form."""


def forms(municipality: Municipality) -> dict[str, str]:
    """What some of the forms are that a municipality issued."""
    paths = {name: municipality.form(*form) for name, form in FORMS.items()}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items()}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, using("da"):
        made = Municipality(Path(folder) / "proevekommune")
        made.open()
        made.issue()
        for name, text in forms(made).items():
            (ISSUED / f"{name}.yaml").write_text(text, encoding="utf-8")
