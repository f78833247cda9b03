"""Gaps, what is done about them, and what is let stand."""

from docs.report_template.chart import add_chart
from docs.report_template.maker import Column, Maker

COUNTED = (
    "Den, der intet har svaret, og systemer uden ejer står på en linje for sig, og deres "
    "spørgsmål tælles ikke med i de andre linjer. Et system, der får sit svar fra en fælles "
    "tjeneste, tælles med.",
    "Somebody who has answered nothing, and systems without an owner, stand on a line of "
    "their own, and their questions are not counted in the other lines. A system that gets "
    "its answer from a common service is counted.",
)
"""How the lines of gaps count, the same on page 1 as among the duties by law."""


def ranked(m: Maker) -> None:
    """Section 13."""
    m.heading(1, "13 Prioriterede gab", "13 Gaps by priority")
    with m.when("gaps.rows") as found:
        m.text(
            "Secaudit Intro",
            "De mest alvorlige gab står først. Prioriteten er mangel × vægt × "
            "kritikalitet × data (bilag D). En person, der intet har svaret, står på én "
            "linje. Alle gab står i regnearket ved siden af rapporten, med de "
            "ansvarliges fulde bemærkninger.",
            "The most serious gaps come first. Priority is shortfall × weight × "
            "criticality × data (appendix D). A person who answered nothing is one "
            "line. All gaps stand in the workbook beside the report, with the "
            "respondents' full comments.",
        )
        m.caption("Åbne gab", "Open gaps")
        gap_table(m)
        m.rest("gaps.rest")
        found.otherwise()
        m.text("Normal", "Der er ingen åbne gab.", "There are no open gaps.")
    legal(m)


def gap_table(m: Maker) -> None:
    """The most serious gaps, one by one."""
    m.table(
        "r in gaps.rows",
        (
            Column(0.8, m.say("Nr.", "No."), "{{ r.number }}", "right"),
            Column(
                4.7,
                m.say("Gab", "Gap"),
                (
                    "+{{ r.control }}",
                    "{{ r.subject }}",
                    "{%p if r.who %}",
                    m.say("Ansvarlig: {{ r.who }}", "Responsible: {{ r.who }}"),
                    "{%p endif %}",
                ),
            ),
            Column(
                4.4,
                m.say("Prioritet og status", "Priority and status"),
                (
                    m.say(
                        "+{{ r.priority }} (klasse {{ r.gap_class }})",
                        "+{{ r.priority }} (class {{ r.gap_class }})",
                    ),
                    "{{ r.factors }}{% if r.among %}, {{ r.among }}{% endif %}",
                    m.say(
                        "{{ r.status }}{% if r.since %}, siden {{ r.since }}{% endif %}"
                        "{% if r.legal %}; {{ r.legal }}{% endif %}",
                        "{{ r.status }}{% if r.since %}, since {{ r.since }}{% endif %}"
                        "{% if r.legal %}; {{ r.legal }}{% endif %}",
                    ),
                ),
            ),
            Column(
                6.7,
                m.say("Bemærkning og handling", "Comment and action"),
                (
                    "{%p if r.comment %}",
                    "{{ r.comment }}",
                    "{%p endif %}",
                    "{%p if r.action %}",
                    "{{ r.action }}",
                    "{%p endif %}",
                    "{%p if r.review %}",
                    m.say("Vurdering: {{ r.review }}", "Review: {{ r.review }}"),
                    "{%p endif %}",
                    "{%p if not (r.comment or r.action or r.review) %}",
                    "–",
                    "{%p endif %}",
                ),
            ),
        ),
    )


def legal(m: Maker) -> None:
    """What the law demands."""
    m.heading(2, "Lovkrav, der ikke er opfyldt", "Duties by law that are not met")
    with m.when("gaps.legal") as found:
        m.text(
            "Secaudit Intro",
            "Disse foranstaltninger er også pligter efter lovgivningen. Direktionen kan "
            "ikke acceptere, at et lovkrav ikke er opfyldt.",
            "These controls are also duties by law. The executive board cannot accept that "
            "a duty by law is not met.",
        )
        m.caption("Lovkrav med åbne gab", "Duties by law with open gaps")
        m.table(
            "r in gaps.legal",
            (
                Column(
                    8.2,
                    m.say("Foranstaltning, og hvor", "Control, and where"),
                    ("+{{ r.control }}", "{{ r.said }}"),
                ),
                Column(5.2, m.say("Henvisning", "Reference"), "{{ r.law }}"),
                Column(
                    1.7, m.say("Prioritet", "Priority"), "{{ r.priority }}", "right"
                ),
                Column(1.5, m.say("Klasse", "Class"), "{{ r.gap_class }}", "centre"),
            ),
        )
        m.rest("gaps.legal_rest")
        m.text(
            "Secaudit Note",
            "Kun de spørgsmål, der er lovkrav, tælles her. " + COUNTED[0],
            "Only the questions that are duties by law are counted here. " + COUNTED[1],
        )
        found.otherwise()
        m.text("Normal", "Ingen åbne gab er lovkrav.", "No open gap is a duty by law.")


def plan(m: Maker) -> None:
    """Section 14."""
    m.heading(1, "14 Handlingsplan", "14 Action plan")
    m.text("Secaudit Intro", "{{ plan.said }}")
    with m.when("plan.chart.alt"):
        m.caption(
            "Handlinger efter status, også de afsluttede siden sidste årsrunde",
            "Actions by status, those ended since the last campaign among them",
        )
        add_chart(m, "actions-per-status", 3.4)
    with m.when("plan.actions"):
        m.caption("Handlinger, der skal udføres", "Actions to be done")
        m.table(
            "r in plan.actions",
            (
                Column(1.0, m.say("Nr.", "No."), "{{ r.id }}"),
                Column(
                    5.6,
                    m.say("Handling og gab", "Action and gaps"),
                    ("+{{ r.what }}", "{{ r.covers }}"),
                ),
                Column(2.9, m.say("Ansvarlig", "Responsible"), "{{ r.responsible }}"),
                Column(
                    3.5,
                    m.say("Frist og status", "Due date and status"),
                    (
                        "+{{ r.due }}",
                        "{{ r.status }}",
                        "{%p if r.moved %}",
                        "{{ r.moved }}",
                        "{%p endif %}",
                    ),
                ),
                Column(2.2, m.say("Ressourcer", "Resources"), "{{ r.effort }}"),
                Column(
                    1.4,
                    m.say("Gab lukket", "Gaps closed"),
                    "{{ r.remaining }}",
                    "right",
                ),
            ),
        )
        m.rest("plan.rest")


def accepted(m: Maker) -> None:
    """Section 15."""
    m.heading(1, "15 Accepterede gab og ressourcer", "15 Accepted gaps and resources")
    with m.when("accepted.rows") as found:
        m.text(
            "Secaudit Intro",
            "Et accepteret gab må stå til en dato. Et gab i et lovkrav kan ikke "
            "accepteres; det noteres som kendt, får en frist og er stadig åbent. Alle tæller "
            "som ikke opfyldt i procenterne; et accepteret gab tæller ikke med i antallet af "
            "åbne gab. Samme foranstaltning kan være lovkrav for organisationen og ikke for "
            "et system.",
            "An accepted gap may stand until a date. A gap in a duty by law cannot be "
            "accepted; it is noted as known, gets a deadline, and is still open. All count as "
            "not met in the percentages; an accepted gap is not among the open gaps that are "
            "counted. The same control can be a duty by law for the organisation and not for "
            "a system.",
        )
        m.caption("Gab med en beslutning", "Gaps with a decision")
        m.table(
            "r in accepted.rows",
            (
                Column(
                    5.4,
                    m.say("Foranstaltning", "Control"),
                    ("+{{ r.control }}", "{{ r.subject }}"),
                ),
                Column(2.7, "Status", "{{ r.status }}"),
                Column(5.7, m.say("Beslutning", "Decision"), "{{ r.decision }}"),
                Column(2.8, m.say("Til og med", "Until"), "{{ r.until }}"),
            ),
        )
        m.rest("accepted.rest")
        found.otherwise()
        m.text("Normal", "Intet gab er accepteret.", "No gap is accepted.")
    with m.when("accepted.effort"):
        m.caption("Ressourcer til handlingerne", "Resources for the actions")
        m.table(
            "r in accepted.effort",
            (
                Column(6.8, m.say("Handlinger", "Actions"), "{{ r.status }}"),
                Column(1.6, m.say("Antal", "Number"), "{{ r.actions }}", "right"),
                Column(4.0, m.say("Timer", "Hours"), "{{ r.hours }}", "right"),
                Column(4.2, m.say("Kroner", "Kroner"), "{{ r.cost }}", "right"),
            ),
            together=True,
        )
    with m.when("accepted.said"):
        m.text("Normal", "{{ accepted.said }}")
