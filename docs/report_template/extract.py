"""The template of the extract for a person or a department."""

from collections.abc import Sequence

from docs.report_template.maker import Column, Maker
from docs.report_template.pieces import (
    action_table,
    bullets,
    opening,
    optional,
    register,
    rest,
)

COUNTED = (
    "Tallene omfatter også det, som en fælles tjeneste svarer for systemet. A, B og C er "
    "antal åbne gab i hver klasse.",
    "The figures include what a common service answers for the system. A, B and C are the "
    "number of open gaps in each class.",
)
CLASSES = (
    "Klasse A er prioritet {{ class_a }} og derover, B {{ class_b }} og derover, resten "
    "C.{% if unanswered %} Det, ingen har svaret på, står for sig.{% endif %}",
    "Class A is priority {{ class_a }} and above, B {{ class_b }} and above, the rest is "
    "C.{% if unanswered %} What nobody has answered stands by itself.{% endif %}",
)
GAPS = (
    (
        "duties",
        (
            "Gab i {% if of_department %}ejernes{% else %}ejerens{% endif %} egne pligter",
            "Gaps in the {% if of_department %}owners'{% else %}owner's{% endif %} own "
            "duties",
        ),
    ),
    ("gaps", ("Gab i systemerne", "Gaps in the systems")),
    (
        "others",
        (
            "Gab i det, der er svaret for organisationen",
            "Gaps in what the organisation is asked",
        ),
    ),
)


def extract(m: Maker) -> None:
    """The extract for a person or a department."""
    opening(m)
    bullets(m, "lead")
    deadlines(m)
    m.tag("if owners")
    m.heading(1, "Systemerne efter ejer", "Systems by owner")
    m.table("r in owners", owned_columns(m), together=True)
    rest(m, "owners_rest")
    m.tag("endif")
    m.tag("if systems")
    m.heading(1, "Systemerne", "The systems")
    m.table("r in systems", system_columns(m))
    rest(m, "systems_rest")
    m.text("Secaudit Note", *COUNTED)
    m.tag("endif")
    themes(m)
    for name, heading in GAPS:
        m.tag(f"if {name}")
        m.heading(1, *heading)
        m.table(f"r in {name}", gap_columns(m))
        rest(m, f"{name}_rest")
        m.tag("endif")
    m.tag("if duties or gaps or others")
    m.text("Secaudit Note", *CLASSES)
    m.tag("endif")
    unanswered(m)
    m.tag("if actions")
    m.heading(1, "Handlinger", "Actions")
    action_table(m)
    rest(m, "actions_rest")
    m.tag("endif")
    employees(m)
    register(m)


def deadlines(m: Maker) -> None:
    """What is to be done, by when."""
    m.heading(1, "Det skal gøres inden for et år", "To be done within a year")
    m.tag("if deadlines")
    m.table(
        "r in deadlines",
        (
            Column(
                2.9,
                m.say("Senest", "By"),
                ("+{{ r.due }}", *optional("overdue")),
            ),
            Column(7.2, m.say("Hvad", "What"), "{{ r.what }}"),
            Column(2.9, m.say("Om", "About"), "{{ r.about }}"),
            Column(5.2, m.say("Hvem", "Who"), "{{ r.who }}"),
        ),
    )
    rest(m, "deadlines_rest")
    m.tag("else")
    m.text(
        "Normal",
        "Der er ingen frister inden for et år.",
        "There are no deadlines within a year.",
    )
    m.tag("endif")


def figure_columns(m: Maker) -> tuple[Column, ...]:
    """The three numbers, the highest class, and the gaps in each class."""
    return (
        Column(1.7, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
        Column(
            2.0,
            m.say("Opfyldt af besvarede", "Met of answered"),
            "{{ r.met_of_answered }}",
            "right",
        ),
        Column(
            1.7, m.say("Opfyldt i alt", "Met of all"), "{{ r.met_of_all }}", "right"
        ),
        Column(
            1.5, m.say("Højeste klasse", "Highest class"), "{{ r.worst }}", "centre"
        ),
        Column(0.8, "A", "{{ r.a }}", "right"),
        Column(0.8, "B", "{{ r.b }}", "right"),
        Column(0.8, "C", "{{ r.c }}", "right"),
    )


def owned_columns(m: Maker) -> Sequence[Column]:
    """A row for each owner."""
    return (
        Column(7.0, m.say("Ejer", "Owner"), "+{{ r.owner }}"),
        Column(1.9, m.say("Systemer", "Systems"), "{{ r.systems }}", "right"),
        *figure_columns(m),
    )


def system_columns(m: Maker) -> Sequence[Column]:
    """A row for each system."""
    return (
        Column(
            6.3,
            "System",
            (
                "+{{ r.name }}",
                "{%p if of_department %}",
                "{{ r.owner }}",
                "{%p endif %}",
            ),
        ),
        Column(2.6, m.say("Kritikalitet", "Criticality"), "{{ r.criticality }}"),
        *figure_columns(m),
    )


def themes(m: Maker) -> None:
    """The status of a department's systems, theme by theme."""
    m.tag("if themes")
    m.heading(1, "Systemernes svar efter tema", "The systems' answers by theme")
    m.table(
        "r in themes",
        (
            Column(5.9, m.say("Tema", "Theme"), "+{{ r.theme }}"),
            Column(1.6, m.say("Opfyldt", "Met"), "{{ r.met }}", "right"),
            Column(1.6, m.say("Delvist", "Partial"), "{{ r.partial }}", "right"),
            Column(1.8, m.say("Ikke opfyldt", "Not met"), "{{ r.not_met }}", "right"),
            Column(1.6, m.say("Ved ikke", "Unknown"), "{{ r.unknown }}", "right"),
            Column(
                2.0,
                m.say("Ubesvaret", "Unanswered"),
                "{{ r.unanswered }}",
                "right",
            ),
            Column(
                1.9,
                m.say("Ikke relevant", "Not applicable"),
                "{{ r.not_applicable }}",
                "right",
            ),
            Column(
                1.8,
                m.say("Opfyldt i alt", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
        ),
        together=True,
    )
    m.tag("endif")


def gap_columns(m: Maker) -> Sequence[Column]:
    """A row for each gap."""
    return (
        Column(
            5.7,
            m.say("Gab", "Gap"),
            (
                "+{{ r.control }}",
                *optional("subject"),
                "{%p if of_department %}",
                m.say("Ansvarlig: {{ r.who }}", "Responsible: {{ r.who }}"),
                "{%p endif %}",
            ),
        ),
        Column(3.2, "Status", "{{ r.status }}"),
        Column(
            2.6,
            m.say("Prioritet", "Priority"),
            m.say(
                "{{ r.priority }} (klasse {{ r.gap_class }})",
                "{{ r.priority }} (class {{ r.gap_class }})",
            ),
        ),
        Column(1.6, m.say("Lovkrav", "By law"), "{{ r.legal }}", "centre"),
        Column(5.1, m.say("Handling", "Action"), "{{ r.doing }}"),
    )


def unanswered(m: Maker) -> None:
    """What nobody has answered."""
    m.tag("if unanswered")
    m.heading(1, "Ubesvaret", "Unanswered")
    m.table(
        "r in unanswered",
        (
            Column(6.0, m.say("Skema om", "Form about"), "+{{ r.subject }}"),
            Column(4.6, m.say("Skal svare", "To answer"), "{{ r.who }}"),
            Column(2.6, m.say("Mangler", "Missing"), "{{ r.unanswered }}", "right"),
            Column(
                3.4,
                m.say("Frist", "Deadline"),
                ("{{ r.deadline }}", *optional("overdue")),
            ),
            Column(
                1.6,
                m.say("Højeste klasse", "Highest class"),
                "{{ r.gap_class }}",
                "centre",
            ),
        ),
    )
    rest(m, "unanswered_rest")
    m.tag("endif")


def employees(m: Maker) -> None:
    """What a department's employees answered."""
    m.tag("if employees or employees_said")
    m.heading(1, "Medarbejderne", "Employees")
    m.tag("endif")
    m.tag("if employees_said")
    m.text("Normal", "{{ employees_said }}")
    m.tag("endif")
    m.tag("if employees")
    m.table(
        "r in employees",
        (
            Column(7.8, m.say("Foranstaltning", "Control"), "+{{ r.control }}"),
            Column(
                2.6, m.say("Medarbejdere", "Employees"), "{{ r.employees }}", "right"
            ),
            Column(2.4, m.say("Opfyldt her", "Met here"), "{{ r.share }}", "right"),
            Column(
                3.2,
                m.say("Hele organisationen", "Whole organisation"),
                "{{ r.whole }}",
                "right",
            ),
            Column(2.2, m.say("Mål", "Target"), "{{ r.target }}", "right"),
        ),
    )
    m.tag("endif")
