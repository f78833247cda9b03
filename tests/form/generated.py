"""Generated sets of answers, as the page keeps them in a draft."""

import json
import random
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

TEXTS = (
    "Kort",
    'Hun sagde "ja" \\ måske',
    "Linje ét\n\n  - indrykket: #1\nstatus: opfyldt",
    "CPR 010203-1234 står her",
    "C:\\temp\\fil # 7",
    "</script>]]> {{ 7*7 }} 🙂 שלום",
    "--- form: secaudit/1",
    "'enkelte' & *stjerner*: | >",
)


def written_with(page: Path) -> Any:
    """What a page holds."""
    html = page.read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html)
    assert found
    return json.loads(found[1])


class Respondent:
    """Somebody who answers at random, right and wrong; the same seed says the same."""

    def __init__(self, data: Any, seed: int, on: date) -> None:
        self._data, self._random, self._on = data, random.Random(seed), on  # noqa: S311

    def draft(self) -> dict[str, Any]:
        """A draft of all forms of the page."""
        return {
            "draft": "secaudit/1",
            "campaign": self._data["campaign"],
            "person": self._data["person"]["id"],
            "forms": [self._form(form) for form in self._data["forms"]],
        }

    def _form(self, form: Any) -> dict[str, Any]:
        facts = self._facts() if form["kind"] == "system" else {}
        opened = form["conditional"] if facts else []
        ids = [id for id in (*form["questions"], *opened) if self._perhaps(0.85)]
        answers = {id: self._answer(form, id) for id in ids or form["questions"][:1]}
        return {"issue": form["issue"], "about": "", "facts": facts, "answers": answers}

    def _facts(self) -> dict[str, Any]:
        if self._perhaps(0.5):
            return {}
        told = {
            "personal_data": (["cpr"], ["none"], ["ordinary", "sensitive"], None),
            "hosting": ("public-cloud", "on-premises", None),
            "dpia": ({"needed": True}, {"needed": False, "on": "2020-02-03"}, None),
        }
        return {name: self._one(values) for name, values in told.items()}

    def _answer(self, form: Any, id: str) -> dict[str, Any]:
        question = self._data["questions"][f"{form['kind']}:{id}"]
        again = form["earlier"].get(id, {}).get("again")
        answer: dict[str, Any] = {}
        if question["field"] == "counts":
            numbers = {
                "met": self._one(["0", "3", "12"]),
                "unknown": self._one(["1", "x"]),
            }
            answer["counts"] = {"sundhed": numbers}
        elif question["field"] == "maturity":
            levels = [*"012345", *(["unchanged"] if again else [])]
            answer["maturity"] = self._one(levels)
        else:
            words = [word for word in self._data["words"] if not word.isdigit()]
            answer["status"] = self._one(words if again else words[:-1])
        return answer | self._beside(question)

    def _beside(self, question: Any) -> dict[str, Any]:
        """Each field with a probability of its own; now and then one that is wrong."""
        fields = {
            "reviewed_on": lambda: self._day(-900, 3),
            "comment": lambda: self._one(TEXTS),
            "evidence": lambda: self._some(
                reference=lambda: self._one(TEXTS), seen_on=lambda: self._day(-900, 3)
            ),
            "action": lambda: self._some(
                what=lambda: self._one(TEXTS),
                responsible=lambda: "Bo",
                due=lambda: self._day(-3, 400),
                hours=lambda: self._one(("0", "20", "1000001", "7,5")),
            ),
            "acceptance": lambda: self._some(
                why=lambda: self._one(TEXTS), until=lambda: self._day(-3, 400)
            ),
        }
        return self._some(**fields)

    def _some(self, **fields: Any) -> dict[str, Any]:
        return {name: make() for name, make in fields.items() if self._perhaps(0.6)}

    def _day(self, first: int, last: int) -> str:
        return (self._on + timedelta(self._random.randint(first, last))).isoformat()

    def _one(self, values: Any) -> Any:
        return self._random.choice(values)

    def _perhaps(self, probability: float) -> bool:
        return self._random.random() < probability
