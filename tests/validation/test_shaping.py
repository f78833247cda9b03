"""Values as dataclasses, and back."""

import json
from datetime import date

from secaudit.inventory import Person, RiskAssessment
from secaudit.validation import (
    plain,
    shaped,
)


def test_a_dataclass_is_shaped_and_made_plain_again() -> None:
    told = {"on": "2026-01-31", "result": "lav"}
    made = shaped(told, RiskAssessment)
    assert made == RiskAssessment(date(2026, 1, 31), "lav")
    assert plain(made) == told
    assert json.loads(json.dumps(plain(made))) == told


def test_what_is_absent_is_left_out() -> None:
    assert plain(Person("p01", "Anna")) == {"id": "p01", "name": "Anna"}
    assert shaped({"id": "p01", "name": "Anna"}, Person) == Person("p01", "Anna")
