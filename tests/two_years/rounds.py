"""The rows of the register, read without the package: what was asked, said and decided.

Written from docs/figures.md and the design alone, as plainly as can be.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

Key = tuple[str, str]
"""Subject key and control id."""


@dataclass
class Round:
    """A campaign, as the first so many rows tell of it."""

    id: str
    opened: Any
    forms: list[Any] = field(default_factory=list)
    """Payloads of issued forms, in order; with each, whether it is `gone`."""
    words: dict[Key, Any] = field(default_factory=dict)
    """The latest word on each question until the campaign was closed."""
    after: dict[Key, Any] = field(default_factory=dict)
    """The same of what was said after that."""
    reviews: dict[tuple[int, str], Any] = field(default_factory=dict)
    """The latest review of an answer, by its event and control."""
    accepts: list[Any] = field(default_factory=list)
    """The gaps that decisions accept, of this campaign and those before it."""
    extended: dict[str, str] = field(default_factory=dict)
    """By person, the day until which they were given time."""
    withdrawn: dict[str, str] = field(default_factory=dict)
    """By subject that was taken out, its name."""
    names: dict[str, str] = field(default_factory=dict)
    """By person who was asked, the name."""
    closed_on: str = ""
    closed_in: int | None = None
    """The event in which it was closed."""

    @cached_property
    def controls(self) -> dict[str, Any]:
        """The controls as they were when the campaign was opened."""
        return {a["control"]["id"]: a["control"] for a in self.opened["applied"]}

    @property
    def current(self) -> list[Any]:
        """The forms that count: small ones stand beside them."""
        return [f for f in self.forms if not f["gone"] and not f.get("occasion")]


def key(form: Any) -> str:
    """The subject of a form."""
    return f"{form['subject']['kind']}:{form['subject']['id']}"


def rounds(register: Path, events: int) -> list[Round]:
    """Every campaign as the first `events` rows of the register tell of it, in order."""
    found: dict[str, Round] = {}
    for row in _rows(register, events):
        if row["kind"] == "campaign-opened":
            before = [a for one in list(found.values())[-1:] for a in one.accepts]
            here = Round(row["campaign"], row["payload"], accepts=before)
            found[row["campaign"]] = here
        else:
            _take(row, found[row["campaign"]])
    return list(found.values())


def _rows(register: Path, events: int) -> Iterator[Any]:
    query = (
        "SELECT e.sequence, kind, campaign, subject, payload, body FROM events AS e "
        "LEFT JOIN texts AS t ON t.organisation = e.organisation AND t.sequence = e.sequence "
        "WHERE e.sequence <= ? ORDER BY e.sequence"
    )
    with contextlib.closing(sqlite3.connect(register)) as database:
        database.row_factory = sqlite3.Row
        for row in database.execute(query, (events,)):
            told = {"payload": json.loads(row["payload"])}
            yield {**row, **told, "text": json.loads(row["body"] or "{}")}


def head(register: Path, events: int) -> str:
    """The hash of the last of the first `events` rows."""
    query = "SELECT hash FROM events WHERE sequence = ?"
    with contextlib.closing(sqlite3.connect(register)) as database:
        return str(database.execute(query, (events,)).fetchone()[0])


def acts(register: Path, events: int) -> tuple[list[Any], list[Any]]:
    """The actions and the decisions of every campaign, as they are after so many rows."""
    actions: dict[str, Any] = {}
    decisions: list[Any] = []
    for row in _rows(register, events):
        told = {**row["text"], **row["payload"], "campaign": row["campaign"]}
        if row["kind"] == "decision":
            decisions.append({"approves": [], "accepts": [], **told})
        elif row["kind"] == "action":
            was = actions.get(told["action"])
            actions[told["action"]] = _acted(told, was) if was else _added(told)
    return list(actions.values()), decisions


def _added(told: Any) -> Any:
    nothing = {"responsible": "", "hours": None, "cost": None, "evidence": ""}
    begun = {"status": "planned", "ended": "", "moves": 0, "first": told["due"]}
    return {**nothing, **begun, **told}


def _acted(told: Any, was: Any) -> Any:
    now = {**was, **told, "campaign": was["campaign"]}
    if told.get("due", was["due"]) != was["due"]:
        now["moves"] = was["moves"] + 1
    if now["status"] in ("done", "dropped") and was["status"] != now["status"]:
        now["ended"] = told["on"]
    return now


def _take(row: Any, here: Round) -> None:
    said = row["payload"]
    if row["kind"] == "issued":
        here.names |= {said["person"]: row["text"]["name"]} if row["text"] else {}
        name = said["subject"].get("name") or row["text"]["name"]
        _issued({**said, "gone": False, "name": name}, here)
    elif row["kind"] == "withdrawn":
        here.withdrawn[row["subject"]] = next(
            form["name"] for form in here.forms if key(form) == row["subject"]
        )
        for form in here.forms:
            form["gone"] |= key(form) == row["subject"]
    elif row["kind"] == "assessed":
        _assessed(row, here.after if here.closed_on else here.words)
    elif row["kind"] == "reviewed" and "control" in said:  # the others are about facts
        told = {**row["text"], **said, "subject": row["subject"]}
        here.reviews[said["of"], said["control"]] = told
    elif row["kind"] == "decision":
        told = {"on": said["on"], "event": row["sequence"], "by": said["decision"]}
        here.accepts += [{**gap, **told} for gap in said.get("accepts", ())]
    elif row["kind"] == "extended":
        here.extended[said["person"]] = said["until"]
    elif row["kind"] == "campaign-closed":
        here.closed_on, here.closed_in = said["on"], row["sequence"]


def _assessed(row: Any, words: dict[Key, Any]) -> None:
    said, texts = row["payload"], row["text"].get("answers", {})
    for control, answer in said["answers"].items():
        text = texts.get(control, {})
        told = {"form": said["issue"], "answered_on": said["answered_on"]}
        told |= {"comment": text.get("comment", "")}
        if "action" in answer or "action" in text:
            told["action"] = {**answer.get("action", {}), **text.get("action", {})}
        told |= {"event": row["sequence"], "campaign": row["campaign"]}
        words[row["subject"], control] = {**answer, **told}


def _issued(form: Any, here: Round) -> None:
    """A form takes the place of those before it about the same part of a system."""
    if not form.get("occasion"):
        here.withdrawn.pop(key(form), None)
        for old in here.current:
            old["gone"] = _replaced(old, form)
        for name, control in [*here.words]:
            if name == _former(form):
                here.words[key(form), control] = here.words.pop((name, control))
    here.forms.append(form)


def _replaced(old: Any, form: Any) -> bool:
    if old["issue"] in form.get("instead_of", ()):
        return True
    same = key(old) == key(form) and old.get("part") == form.get("part")
    if form["subject"]["kind"] == "system":
        return same or key(old) == _former(form)
    asked_again = set(old["questions"]) & set(form["questions"])
    return same and not old.get("person") and bool(asked_again)


def _former(form: Any) -> str | None:
    """What the system was called, in this campaign or in one before it."""
    return f"system:{form['formerly']}" if form.get("formerly") else None
