"""The template of the system sheet."""

from typing import Any

from docs.report_template.maker import Column, Maker
from docs.report_template.pieces import (
    action_table,
    bullets,
    opening,
    optional,
    register,
)

SAID = ("comment", "evidence", "reviewed_on", "proposal", "wish", "review", "counts")
"""What an answer may have beside its status."""


def sheet(m: Maker) -> None:
    """The sheet on one system."""
    opening(m)
    bullets(m, "notices")
    m.heading(1, "Oplysninger om systemet", "Facts about the system")
    known = m.say("Oplyst", "As stated")
    m.table(
        "r in facts",
        (
            Column(4.0, m.say("Oplysning", "Fact"), "+{{ r.name }}"),
            Column(5.3, known, "{{ r.value }}"),
            Column(3.6, m.say("Oplysning", "Fact"), "+{{ r.other }}"),
            Column(5.3, known, "{{ r.other_value }}"),
        ),
        together=True,
    )
    m.tag("if not withdrawn")
    status(m)
    m.tag("endif")
    sheet_actions(m)
    decisions(m)
    m.heading(1, "Alle spørgsmål og svar", "Every question and answer")
    m.text(
        "Secaudit Note",
        "»Angivet« er dokumentation, som ingen har set efter; »drift« er den driftsansvarlige; "
        "»fra« er en tidligere årsrunde.",
        "'Stated' is evidence that nobody has looked into; 'by operations' is who runs the "
        "system; 'from' is an earlier campaign.",
    )
    answers(m, "answers")
    m.tag("if after")
    m.heading(
        1,
        "Svar givet efter årsrundens lukning",
        "Answers given after the campaign was closed",
    )
    m.text("Secaudit Note", "Ingen tal tæller dem.", "No figure counts them.")
    answers(m, "after")
    m.tag("endif")
    register(m)


def status(m: Maker) -> None:
    """The three figures, and the gaps."""
    m.heading(1, "Status og gab", "Status and gaps")
    m.fixed_table(
        (
            Column(2.4, m.say("Besvaret", "Answered"), ""),
            Column(3.4, m.say("Opfyldt af besvarede", "Met of answered"), ""),
            Column(3.0, m.say("Opfyldt i alt", "Met of all"), ""),
            Column(9.4, m.say("Spørgsmål", "Questions"), ""),
        ),
        [
            (
                "{{ answered }}",
                "{{ met_of_answered }}",
                "{{ met_of_all }}",
                "{{ counted }}",
            )
        ],
    )
    m.tag("if gaps")
    m.table(
        "r in gaps",
        (
            Column(5.3, m.say("Gab", "Gap"), "+{{ r.control }}"),
            Column(3.0, "Status", ("{{ r.status }}", *optional("decision"))),
            Column(1.4, m.say("Klasse", "Class"), "+{{ r.gap_class }}"),
            Column(
                3.1,
                m.say("Prioritet", "Priority"),
                "{{ r.priority }} = {{ r.factors }}",
            ),
            Column(2.1, m.say("Lovkrav", "By law"), "{{ r.law }}"),
            Column(1.2, m.say("Siden", "Since"), "{{ r.since }}"),
            Column(2.1, m.say("Handling", "Action"), "{{ r.doing }}"),
        ),
    )
    m.text(
        "Secaudit Note",
        "Prioritet er mangel × vægt × kritikalitet × data. Klasse A er {{ class_a }} og "
        "derover, B {{ class_b }} og derover, resten C.",
        "Priority is shortfall × weight × criticality × data. Class A is {{ class_a }} "
        "and above, B {{ class_b }} and above, the rest is C.",
    )
    m.tag("else")
    m.text("Normal", "Systemet har ingen gab.", "The system has no gaps.")
    m.tag("endif")


def sheet_actions(m: Maker) -> None:
    """What is done about the gaps."""
    m.tag("if actions")
    m.heading(1, "Handlinger", "Actions")
    action_table(m)
    m.tag("endif")


def decisions(m: Maker) -> None:
    """What was decided about gaps of the system."""
    m.tag("if decisions")
    m.heading(1, "Beslutninger om systemets gab", "Decisions about the system's gaps")
    m.table(
        "r in decisions",
        (
            Column(1.0, "Id", "+{{ r.id }}"),
            Column(4.4, m.say("Gab", "Gap"), "{{ r.control }}"),
            Column(
                9.8,
                m.say("Beslutning", "Decision"),
                ("{{ r.text }}", "{{ r.decided }}"),
            ),
            Column(3.0, m.say("Til og med", "Until"), "{{ r.until }}"),
        ),
    )
    m.tag("endif")


def answers(m: Maker, name: str) -> None:
    """Every answer, with nothing cut."""
    m.table(
        f"r in {name}",
        (
            Column(
                7.7,
                m.say("Spørgsmål", "Question"),
                "{{ r.control }} {{ r.question }}",
            ),
            Column(
                3.5,
                m.say("Svar", "Answer"),
                ("+{{ r.status }}", *optional("said")),
            ),
            Column(
                7.0,
                m.say(
                    "Bemærkning, dokumentation, vurdering",
                    "Comment, evidence, review",
                ),
                (
                    *optional(*SAID),
                    f"{{%p if not ({' or '.join(f'r.{name}' for name in SAID)}) %}}",
                    "–",
                    "{%p endif %}",
                ),
            ),
        ),
    )
    embolden(m.document.tables[-1].rows[2].cells[0].paragraphs[0])


def embolden(paragraph: Any) -> None:
    """Set the first tag of a paragraph in bold, and the rest not."""
    first, end, rest = paragraph.text.partition("}}")
    paragraph.clear()
    paragraph.add_run(first + end).bold = True
    paragraph.add_run(rest)
