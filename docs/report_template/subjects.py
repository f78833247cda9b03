"""Systems, owners and employees."""

from docs.report_template.chart import add_chart
from docs.report_template.maker import Column, Maker


def classes(m: Maker, width: float) -> tuple[Column, ...]:
    """How many gaps there are in each class."""
    return tuple(Column(width, c, f"{{{{ r.{c.lower()} }}}}", "right") for c in "ABC")


def systems(m: Maker) -> None:
    """Section 6."""
    m.heading(1, "6 It-systemerne", "6 IT systems")
    with m.when("systems.rows") as found:
        m.facts("systems.facts", "Forhold", "Matter")
        m.caption(
            "Systemer efter kritikalitet og klassen af deres mest alvorlige gab",
            "Systems by criticality and the class of their most serious gap",
        )
        add_chart(m, "systems-per-class", 3.2)
        worst_systems(m)
        found.otherwise()
        m.text(
            "Normal",
            "Årsrunden omfatter ingen systemer.",
            "The campaign covers no systems.",
        )


def worst_systems(m: Maker) -> None:
    """Those with the most serious gaps."""
    m.caption(
        "Systemerne med de mest alvorlige gab (alle systemer står i bilag B)",
        "The systems with the most serious gaps (appendix B has all systems)",
    )
    m.table(
        "r in systems.rows",
        (
            Column(
                3.9,
                "System",
                (
                    "+{{ r.name }}",
                    "{%p if r.service %}",
                    "{{ r.service }}",
                    "{%p endif %}",
                ),
            ),
            Column(2.7, m.say("Kritikalitet", "Criticality"), "{{ r.criticality }}"),
            Column(2.9, m.say("Ejer", "Owner"), "{{ r.owner }}"),
            Column(1.9, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
            Column(
                1.6,
                m.say("Opfyldt i alt", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
            Column(
                1.5, m.say("Højeste klasse", "Highest class"), "{{ r.worst }}", "centre"
            ),
            *classes(m, 0.7),
        ),
    )
    m.rest("systems.rest")
    m.text(
        "Secaudit Note",
        "A, B og C er antal gab i hver klasse. Et gab i en fælles tjeneste er også et "
        "gab i de systemer, der bruger den, og tæller med i deres tal.",
        "A, B and C are the number of gaps in each class. A gap in a common service is "
        "also a gap in the systems that use it, and counts in their figures.",
    )


def owners(m: Maker) -> None:
    """Section 7."""
    m.heading(1, "7 De it-sikkerhedsansvarlige", "7 System owners")
    with m.when("owners.rows") as found:
        m.text(
            "Secaudit Intro",
            "En systemejer har pligter, der gælder på tværs af ejerens systemer, for "
            "eksempel at føre tilsyn med leverandører. {{ owners.said }}",
            "A system owner has duties that go across the owner's systems, such as "
            "supervising suppliers. {{ owners.said }}",
        )
        m.caption("Systemejernes egne pligter", "System owners' own duties")
        m.table(
            "r in owners.rows",
            (
                Column(3.7, m.say("Systemejer", "System owner"), "+{{ r.name }}"),
                Column(1.9, m.say("Systemer", "Systems"), "{{ r.systems }}", "right"),
                Column(
                    2.7,
                    m.say("Forfaldne gennemgange", "Reviews overdue"),
                    "{{ r.overdue }}",
                    "right",
                ),
                Column(2.1, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
                Column(
                    2.2,
                    m.say("Opfyldt i alt", "Met of all"),
                    "{{ r.met_of_all }}",
                    "right",
                ),
                Column(
                    1.6,
                    m.say("Højeste klasse", "Highest class"),
                    "{{ r.worst }}",
                    "centre",
                ),
                *classes(m, 0.8),
            ),
        )
        m.rest("owners.rest")
        found.otherwise()
        m.text(
            "Normal",
            "Ingen systemejere er spurgt om deres egne pligter i denne årsrunde.",
            "No system owner was asked about their own duties in this campaign.",
        )


def employees(m: Maker) -> None:
    """Section 8."""
    m.heading(1, "8 Medarbejderne", "8 Employees")
    with m.when("employees.topics") as found:
        m.text(
            "Secaudit Intro",
            "{{ employees.said }} De svageste emner står først. En afdeling nævnes kun, hvor "
            "den ligger klart under de andre; afdelinger med under fem svar er lagt sammen.",
            "{{ employees.said }} The weakest topics come first. A department is named only "
            "where it is clearly below the others; those with fewer than five answers are "
            "put together.",
        )
        m.caption("Medarbejdernes svar", "The employees' answers")
        m.table(
            "r in employees.topics",
            (
                Column(6.2, m.say("Emne", "Topic"), "+{{ r.control }}"),
                Column(3.0, m.say("Har svaret", "Answered"), "{{ r.asked }}"),
                Column(1.7, m.say("Opfyldt", "Met"), "{{ r.share }}", "right"),
                Column(1.5, m.say("Mål", "Target"), "{{ r.target }}", "right"),
                Column(
                    4.2,
                    m.say("Laveste afdeling", "Lowest department"),
                    "{{ r.weakest or '–' }}",
                ),
            ),
            together=True,
        )
        found.otherwise()
        m.text(
            "Normal",
            "Medarbejderne er ikke spurgt i denne årsrunde.",
            "The employees were not asked in this campaign.",
        )
