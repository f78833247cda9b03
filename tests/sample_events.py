"""Campaigns made of events alone, for tests of what is told of them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from secaudit.campaign import fold
from secaudit.gaps import Picture, picture
from secaudit.register import Event, Head
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.report import Report, compose

HEAD = Head("proeve", 7, "ab" * 32)
ON = date(2026, 11, 2)


def control(
    id: str,
    *kinds: str,
    title: str = "Adgang",
    weight: int = 2,
    applies: bool = True,
    reason: str = "",
    references: dict[str, list[str]] | None = None,
    **question: Any,
) -> dict[str, Any]:
    """A control as it applied when a campaign was opened, asked of `kinds`."""
    text = {"da": title, "en": title}
    asked = {"text": text, "guidance": text, "evidence": {"da": [], "en": []}}
    return {
        "control": {
            "id": id,
            "theme": id.rpartition(".")[0],
            "title": text,
            "weight": weight,
            "references": references or {},
            "questions": {kind: {**asked, **question} for kind in kinds},
        },
        "applies": applies,
        "reason": reason,
    }


@dataclass
class Sample:
    """Events, in the order they happen."""

    controls: list[dict[str, Any]]
    name: str = "Prøve Kommune"
    events: list[Event] = field(default_factory=list)
    campaign: str = ""

    def open(self, campaign: str = "2026", **profile: Any) -> "Sample":
        """Open a campaign on 1 September."""
        self.campaign = campaign
        themes = dict.fromkeys(c["control"]["theme"] for c in self.controls)
        payload = {
            "organisation": {"id": "proeve", "name": self.name},
            "opened_on": f"{campaign}-09-01",
            "due": f"{campaign}-10-01",
            "language": "da",
            "catalogues": [
                {"id": "k", "version": "1", "title_da": "Kataloget", "title_en": "K"}
            ],
            "themes": [
                {"id": t, "title": {"da": f"Tema {t}", "en": f"Theme {t}"}}
                for t in themes
            ],
            "applied": self.controls,
            "profile": profile,
        }
        return self.add("campaign-opened", "", payload)

    def issue(
        self,
        subject: str,
        *questions: str,
        person: str | None = "anna",
        name: str = "",
        called: str = "Anna Holm",
        facts: dict[str, Any] | None = None,
        inherited: dict[str, list[str]] | None = None,
        owner: str | None = "",
    ) -> "Sample":
        """Issue a form; the person owns the system unless another owner is named."""
        kind, _colon, id = subject.partition(":")
        payload = {
            "issue": f"{len(self.events):032x}",
            "subject": {"kind": kind, "id": id, "name": name or id.capitalize()},
            "person": person,
            "issued_on": f"{self.campaign}-09-01",
            "questions": list(questions),
            "facts": facts or {},
            "inherited": inherited or {},
        }
        if kind == "system":
            payload["owner"] = person if owner == "" else owner
        named = {"name": called} if person else {}
        return self.add("issued", subject, payload, named)

    def answer(
        self, subject: str, person: str = "anna", **answers: str | dict[str, Any]
    ) -> "Sample":
        """Record answers; a control's dots are written as underscores."""
        said: dict[str, Any] = {}
        named: dict[str, Any] = {}
        for key, answer in answers.items():
            id = key.replace("_", ".")
            whole = {"status": answer} if isinstance(answer, str) else dict(answer)
            named[id] = {k: whole.pop(k) for k in ("comment",) if k in whole}
            said[id] = whole
        payload = {
            "person": person,
            "answered_on": f"{self.campaign}-09-20",
            "document": str(len(self.events)),
            "answers": said,
        }
        return self.add("assessed", subject, payload, {"answers": named})

    def review(self, subject: str, control: str, outcome: str, **said: Any) -> "Sample":
        """Review the latest word on a control."""
        payload = {"control": control, "outcome": outcome, "of": len(self.events)}
        reason = {"reason": said.pop("reason", "")}
        return self.add("reviewed", subject, {**payload, **said}, reason)

    def accept(self, subject: str, control: str, until: str) -> "Sample":
        """Decide that a gap may stand."""
        gap = {"subject": subject, "control": control, "until": until}
        return self.add("decision", "", {"accepts": [gap]})

    def add(
        self,
        kind: str,
        subject: str,
        payload: dict[str, Any],
        personal: dict[str, Any] | None = None,
    ) -> "Sample":
        """Append an event."""
        number, campaign = len(self.events) + 1, self.campaign
        at = f"{campaign}-09-01T08:00:00Z"
        event = Event(
            "proeve", number, at, kind, campaign, subject, payload, personal or {}, ""
        )
        self.events.append(event)
        return self

    def pictures(self) -> tuple[Picture, Picture | None]:
        """The last campaign, and the one before it."""
        rounds = list(fold(self.events).values())
        before = picture(rounds[:-1], rounds[-1].opened_on) if rounds[1:] else None
        return picture(rounds, ON), before

    def report(self) -> Report:
        """The report on the last campaign."""
        return compose(Material(*self.pictures(), HEAD, "1.2.3"))


CRITICAL = {"criticality": "society-critical", "personal_data": ["sensitive"]}
ORDINARY = {"criticality": "other", "personal_data": ["none"]}


def whole_sample() -> Sample:
    """Two campaigns with something of everything that a report tells."""
    controls = [
        control("A.5.1", "organisation", title="Politik"),
        control("A.5.9", title="Fortegnelse", reason="Følger af loven"),
        control("A.8.5", "system", title="Log-in", weight=3, inheritable=True),
        control(
            "A.8.10",
            "system",
            "owner",
            title="Sletning & arkiv",
            weight=3,
            legal=True,
            references={"gdpr": ["5(1)(e)"], "nis2": ["i"]},
        ),
        control("A.8.28", title="Sikker kode", applies=False, reason="Koder ikke"),
    ]
    sample = Sample(controls)
    for campaign in ("2025", "2026"):
        sample.open(campaign)
        sample.issue("system:journal", "A.8.10", facts=CRITICAL, name="Journal")
        sample.events[-1].payload["inherited"] = {"A.8.5": ["log-in"]}
        sample.issue("system:log-in", "A.8.5", facts=ORDINARY, name="Fælles log-in")
        sample.issue("system:arkiv", "A.8.10", person=None, facts=ORDINARY)
        sample.issue(
            "system:vagt", "A.8.5", "A.8.10", person="bo", called="Bo Friis", facts={}
        )
        sample.issue("owner:anna", "A.8.10", name="Anna Holm")
        sample.issue("organisation:proeve", "A.5.1", name="Prøve Kommune")
    sample.answer("system:journal", A_8_10={"status": "not-met", "comment": "Nej."})
    sample.answer("system:log-in", A_8_5={"status": "partial", "comment": "Næsten."})
    sample.answer("owner:anna", A_8_10="met")
    sample.answer("organisation:proeve", A_5_1="unknown")
    return sample
