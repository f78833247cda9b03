"""The notes in their files, notes.yaml and history.yaml."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from secaudit.language import _
from secaudit.notes.model import History, Notes
from secaudit.problems import Problem, refuse_errors
from secaudit.validation import Checked, load, shaped
from secaudit.yamlfile import Document, Keys, Value

NOTES = "notes.yaml"
HISTORY = "history.yaml"
UNWRITTEN = "..."
"""What the skeleton has where something is to be written."""
_AMONG = {
    "personal_data_breaches": ("count",),
    "reported_to_datatilsynet": ("personal_data_breaches", "count"),
    "reported_under_nis2": ("count",),
}
"""What each number is counted among, and cannot be more than; the first that is stated."""
LONGEST_POINT = 160
"""Characters of a recommendation that page 1 has room for."""


def notes_path(folder: Path, campaign: str) -> Path:
    """Where the notes on a campaign lie in the workspace in `folder`."""
    return folder / "campaigns" / campaign / NOTES


def load_notes(folder: Path, campaign: str) -> Notes:
    """The notes on a campaign; empty ones where there are none.

    Raises Refused with all that is wrong in them.
    """
    path = notes_path(folder, campaign)
    checked = _load(path, "notes")
    refuse_errors([*checked.problems, *_beyond(checked)])
    if checked.document is None:
        return Notes()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return replace(shaped(checked.value, Notes), digest=digest)


def load_history(folder: Path) -> History:
    """The figures of earlier years, the oldest first; none where there is no file.

    Raises Refused with all that is wrong in them.
    """
    checked = _load(folder / HISTORY, "history")
    refuse_errors([*checked.problems, *_twice(checked)])
    if checked.document is None:
        return History()
    history = shaped(checked.value, History)
    return History(tuple(sorted(history.years, key=lambda stated: stated.year)))


def doubts(folder: Path, campaign: str, on: date) -> tuple[Problem, ...]:
    """What is worth a look in notes that pass: days after `on`, and what is still to be written."""
    checked = _load(notes_path(folder, campaign), "notes")
    if checked.document is None or checked.value is None:
        return ()
    return tuple(sorted(_doubts(checked.document, on)))


def _load(path: Path, name: str) -> Checked:
    """The file at `path`; nothing, and nothing wrong, if it is missing or says nothing."""
    if not path.exists() and not path.is_symlink():
        return Checked()
    checked = load(path, str(path), name)
    empty = [problem.code for problem in checked.problems] == ["empty-file"]
    return Checked() if empty else checked


def _beyond(checked: Checked) -> Iterator[Problem]:
    """Incidents that are more than those that they are counted among."""
    told = (checked.value or {}).get("incidents", {})
    for part, wholes in _AMONG.items():
        whole = next((name for name in wholes if name in told), "")
        if checked.document and whole and told.get(part, 0) > told[whole]:
            message = _("'{part}' is {more}: more than '{whole}', which is {less}")
            text = message.format(
                part=part, more=told[part], whole=whole, less=told[whole]
            )
            yield checked.document.problem("more-than-all", text, ("incidents", part))


def _twice(checked: Checked) -> Iterator[Problem]:
    years = [stated["year"] for stated in (checked.value or {}).get("years", ())]
    for index, year in enumerate(years):
        if checked.document and year in years[:index]:
            message, at = _("the year {year} is stated twice"), ("years", index, "year")
            yield checked.document.problem("duplicate-id", message, at, year=year)


def _doubts(document: Document, on: date) -> Iterator[Problem]:
    for keys, value in _written(document.value, ()):
        length = len(str(value))
        if keys[-1] == "on" and isinstance(value, str) and value > on.isoformat():
            code = "date-in-future"
            message = _("{date} is after the day of the report, {on}")
        elif keys[0] == "recommendations" and length > LONGEST_POINT:
            code = "long-point"
            message = _(
                "page 1 has room for {most} characters of a point; this has {n}"
            )
        elif value == UNWRITTEN:
            code, message = "unwritten", _("something is still to be written here")
        else:
            continue
        text = message.format(date=value, on=on, most=LONGEST_POINT, n=length)
        yield document.problem(code, text, keys, warning=True)


def _written(value: Value, keys: Keys) -> Iterator[tuple[Keys, Value]]:
    """Everything that is written, and the keys that it stands under."""
    if not isinstance(value, dict | list):
        yield keys, value
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        yield from _written(inner, (*keys, key))
