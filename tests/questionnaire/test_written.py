"""The form as a person gets it, word for word."""

import pytest

from tests.municipality import Municipality
from tests.questionnaires.make_issued import FORMS, ISSUED, forms


@pytest.mark.parametrize("name", [*FORMS, "anew"])
def test_an_issued_form_is_as_it_was(municipality: Municipality, name: str) -> None:
    """Where a form changes on purpose: `python -m tests.questionnaires.make_issued`."""
    before = (ISSUED / f"{name}.yaml").read_text(encoding="utf-8")
    assert forms(municipality)[name] == before
