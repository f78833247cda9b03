"""The event of an assessment: what stays for ever, and what may one day have to be deleted."""

from collections.abc import Mapping
from typing import Any

from secaudit.assessment import Answer, Assessment
from secaudit.register import Draft
from secaudit.steps.returned.again import readable
from secaudit.steps.returned.files import File
from secaudit.validation import plain

_PERSONAL = {"comment": (), "action": ("what", "responsible"), "acceptance": ("why",)}


def draft(
    assessment: Assessment, file: File, lay: Mapping[str, str], kept: set[str]
) -> Draft:
    """The event of an assessment that came in a file; `lay` are the files of its form.

    What the file says goes with it, unless it is empty or its SHA-256 is among the `kept`: of
    those that are kept already, or not at all.
    """
    form, respondent = assessment.form, assessment.respondent
    halves = {id: _halves(answer) for id, answer in assessment.answers.items()}
    payload = {
        "issue": assessment.issue,
        "person": form.person,
        "answered_on": assessment.answered_on.isoformat(),
        "document": assessment.fingerprint,
        "file": file.sha256,
        "answers": {id: stays for id, (stays, _named) in halves.items()},
    }
    if file.sent_at:
        payload["sent_at"] = file.sent_at.isoformat()
    text: dict[str, Any] = {
        "respondent": [respondent.name, respondent.email],
        "answers": {id: named for id, (_stays, named) in halves.items() if named},
        "file": {"name": readable(file.name), "lay": dict(lay)},
    }
    if file.sender:
        text["file"]["sender"] = plain(file.sender)
    if assessment.corrections:
        text["corrections"] = assessment.corrections
    once = file.sha256 not in kept  # also where a file holds several documents
    if file.text and once:
        text["file"]["text"] = file.text
        kept.add(file.sha256)
    return Draft("assessed", form.campaign, form.subject.key, payload, text)


def _halves(answer: Answer) -> tuple[dict[str, Any], dict[str, Any]]:
    """What may stay for ever, and what may one day have to be deleted."""
    stays: dict[str, Any] = plain(answer)
    named: dict[str, Any] = {}
    for name, inner in _PERSONAL.items():
        if not inner and name in stays:
            named[name] = stays.pop(name)
        taken = {i: stays[name].pop(i) for i in inner if i in stays.get(name, {})}
        if taken:
            named[name] = taken
    references = [item.pop("reference", "") for item in stays.get("evidence", [])]
    if any(references):
        named["evidence"] = references
    return stays, named
