"""Systems, owners, gaps."""

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


def rest(m: Maker, name: str) -> None:
    """The sentence for rows that were left out."""
    m.tag(f"if {name}")
    m.text("Secaudit Note", f"{{{{ {name} }}}}")
    m.tag("endif")


def systems(m: Maker) -> None:
    """A row for each system."""
    m.heading(1, "4 It-systemerne", "4 IT systems")
    m.tag("if systems")
    m.text(
        "Secaudit Intro",
        "Systemerne med de mest alvorlige gab står først. Et gab i en fælles "
        "tjeneste er også et gab i de systemer, der "
        "bruger den, og tæller med i deres tal.",
        "The systems with the most serious gaps come first. A gap in a common "
        "service is also a gap in the systems that "
        "use it, and counts in their figures.",
    )
    m.caption("Systemerne og deres gab", "The systems and their gaps")
    m.table(
        "r in systems",
        (
            Column(
                3.8,
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
                m.say("Opfyldt af alle", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
            Column(
                1.6, m.say("Højeste klasse", "Highest class"), "{{ r.worst }}", "centre"
            ),
            Column(0.7, "A", "{{ r.a }}", "right"),
            Column(0.7, "B", "{{ r.b }}", "right"),
            Column(0.7, "C", "{{ r.c }}", "right"),
        ),
    )
    rest(m, "systems_rest")
    m.text(
        "Secaudit Note",
        "»Besvaret« og »Opfyldt af alle« omfatter også det, som en fælles tjeneste "
        "svarer for systemet. A, B og C er antal gab i hver klasse. »Højeste klasse« "
        "er klassen for systemets mest alvorlige gab.",
        "'Answered' and 'Met of all' include what a common service answers for the "
        "system. A, B and C are the number of gaps in each class. 'Highest class' is "
        "the class of the system's most serious gap.",
    )
    m.tag("else")
    m.text(
        "Normal",
        "Årsrunden omfatter ingen systemer.",
        "The campaign covers no systems.",
    )
    m.tag("endif")


def owners(m: Maker) -> None:
    """A row for each owner."""
    m.heading(1, "5 De it-sikkerhedsansvarlige", "5 System owners")
    m.tag("if owners")
    m.text(
        "Secaudit Intro",
        "En systemejer har pligter, der gælder på tværs af ejerens systemer, for "
        "eksempel at føre tilsyn med leverandører. "
        "{{ owners_said }}",
        "A system owner has duties that go across the owner's systems, such as "
        "supervising suppliers. {{ owners_said }}",
    )
    m.caption("Systemejernes egne pligter", "System owners' own duties")
    m.table(
        "r in owners",
        (
            Column(5.8, m.say("Systemejer", "System owner"), "+{{ r.name }}"),
            Column(1.9, m.say("Systemer", "Systems"), "{{ r.systems }}", "right"),
            Column(2.1, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
            Column(
                2.2,
                m.say("Opfyldt af alle", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
            Column(
                1.6, m.say("Højeste klasse", "Highest class"), "{{ r.worst }}", "centre"
            ),
            Column(1.0, "A", "{{ r.a }}", "right"),
            Column(1.0, "B", "{{ r.b }}", "right"),
            Column(1.0, "C", "{{ r.c }}", "right"),
        ),
    )
    rest(m, "owners_rest")
    m.tag("else")
    m.text(
        "Normal",
        "Ingen systemejere er spurgt om deres egne pligter i denne årsrunde.",
        "No system owner was asked about their own duties in this campaign.",
    )
    m.tag("endif")


def ranked(m: Maker) -> None:
    """The gaps, most serious first."""
    m.heading(1, "6 Prioriterede gab", "6 Gaps by priority")
    m.tag("if gaps")
    m.text(
        "Secaudit Intro",
        "De mest alvorlige gab står først. Prioriteten er mangel × vægt × "
        "kritikalitet × data; bilag B forklarer "
        "faktorerne. En person, der intet har svaret, står på én linje. Bemærkninger "
        "og forslag er de ansvarliges egne ord.",
        "The most serious gaps come first. Priority is shortfall × weight × "
        "criticality × data; appendix B explains the "
        "factors. A person who answered nothing is one line. Comments and proposals "
        "are in the respondents' own words.",
    )
    m.caption("Åbne gab", "Open gaps")
    m.table(
        "r in gaps",
        (
            Column(0.8, m.say("Nr.", "No."), "{{ r.number }}", "right"),
            Column(
                6.0,
                m.say("Gab", "Gap"),
                (
                    "+{{ r.control }}",
                    "{{ r.subject }}",
                    "{%p if r.who %}",
                    m.say("Ansvarlig: {{ r.who }}", "Responsible: {{ r.who }}"),
                    "{%p endif %}",
                ),
            ),
            Column(2.6, "Status", "{{ r.status }}"),
            Column(
                3.0,
                m.say("Prioritet", "Priority"),
                (
                    m.say(
                        "+{{ r.priority }} (klasse {{ r.letter }})",
                        "+{{ r.priority }} (class {{ r.letter }})",
                    ),
                    "{{ r.factors }}",
                    "{%p if r.among %}",
                    "{{ r.among }}",
                    "{%p endif %}",
                ),
            ),
            Column(1.5, m.say("Lovkrav", "By law"), "{{ r.legal }}", "centre"),
            Column(1.3, m.say("Siden", "Since"), "{{ r.since }}", "centre"),
            Column(
                10.5,
                m.say("Bemærkning og forslag", "Comment and proposal"),
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
    rest(m, "gaps_rest")
    m.tag("else")
    m.text("Normal", "Der er ingen åbne gab.", "There are no open gaps.")
    m.tag("endif")
    legal(m)
    accepted(m)


def legal(m: Maker) -> None:
    """What the law demands."""
    m.heading(2, "Lovkrav, der ikke er opfyldt", "Duties by law that are not met")
    m.tag("if legal")
    m.text(
        "Secaudit Intro",
        "Disse foranstaltninger er også pligter efter lovgivningen. Direktionen kan "
        "ikke beslutte at acceptere et lovkrav.",
        "These controls are also duties by law. The executive board cannot decide to "
        "accept a duty by law.",
    )
    m.caption("Lovkrav med åbne gab", "Duties by law with open gaps")
    m.table(
        "r in legal",
        (
            Column(8.2, m.say("Foranstaltning", "Control"), "+{{ r.control }}"),
            Column(5.4, m.say("Henvisning", "Reference"), "{{ r.law }}"),
            Column(8.6, m.say("Hvor", "Where"), "{{ r.said }}"),
            Column(1.9, m.say("Prioritet", "Priority"), "{{ r.priority }}", "right"),
            Column(1.6, m.say("Klasse", "Class"), "{{ r.letter }}", "centre"),
        ),
        together=True,
    )
    rest(m, "legal_rest")
    m.text(
        "Secaudit Note",
        "Kun de spørgsmål, der er lovkrav, tælles her. " + COUNTED[0],
        "Only the questions that are duties by law are counted here. " + COUNTED[1],
    )
    m.tag("else")
    m.text("Normal", "Ingen åbne gab er lovkrav.", "No open gap is a duty by law.")
    m.tag("endif")


def accepted(m: Maker) -> None:
    """What a decision lets stand."""
    m.tag("if accepted")
    m.heading(2, "Gab, der er taget beslutning om", "Gaps that were decided upon")
    m.text(
        "Secaudit Intro",
        "Et accepteret gab må stå til en dato. Et lovkrav kan ikke accepteres: Det er "
        "kendt, har en frist og er stadig et åbent gab. Alle beholder deres status i tallene.",
        "An accepted gap may stand until a date. A duty by law cannot be accepted: it is "
        "known, has a deadline, and is still an open gap. All keep their status in the figures.",
    )
    m.caption("Gab med en beslutning", "Gaps with a decision")
    m.table(
        "r in accepted",
        (
            Column(6.2, m.say("Foranstaltning", "Control"), "+{{ r.control }}"),
            Column(4.2, m.say("Hvem eller hvad", "Who or what"), "{{ r.subject }}"),
            Column(3.4, "Status", "{{ r.status }}"),
            Column(8.6, m.say("Beslutning", "Decision"), "{{ r.decision }}"),
            Column(3.3, m.say("Til og med", "Until"), "{{ r.until }}"),
        ),
    )
    rest(m, "accepted_rest")
    m.tag("endif")
