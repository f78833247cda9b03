"""The form as a person gets it, word for word."""

import pytest

from tests.municipality import Municipality
from tests.questionnaires.make_issued import FORMS, ISSUED, forms


@pytest.mark.parametrize("kind", ["system", "owner"])
def test_a_form_to_a_head_of_department_explains_its_abbreviations(
    municipality: Municipality, kind: str
) -> None:
    issued = municipality.workspace.issued("2026")
    found = [
        path.read_text(encoding="utf-8") for path in issued.rglob(f"{kind}-*.yaml")
    ]
    assert found
    assert all("ISAE 3402" in text for text in found)


@pytest.mark.parametrize("name", [*FORMS, "anew"])
def test_an_issued_form_is_as_it_was(municipality: Municipality, name: str) -> None:
    """Where a form changes on purpose: `python -m tests.questionnaires.make_issued`."""
    before = (ISSUED / f"{name}.yaml").read_text(encoding="utf-8")
    assert forms(municipality)[name] == before
