"""Systems, owners and employees."""

SUBJECTS = """
section 6 It-systemerne || 6 IT systems
if systems
    facts r in system_facts: Matter, Status
    caption Systemer efter kritikalitet og klassen af deres mest alvorlige gab
        || Systems by criticality and the class of their most serious gap
    chart systems-per-class 3.2
    caption Systemerne med de mest alvorlige gab (alle systemer står i bilag B)
        || The systems with the most serious gaps (appendix B has all systems)
    table r in systems
        3.9 System: +{{ r.name }} / ?{{ r.service }}
        2.7 Criticality: {{ r.criticality }}
        2.9 Owner: {{ r.owner }}
        1.9> Answered: {{ r.answered }}
        1.6> Met of all: {{ r.met_of_all }}
        1.5= Highest class: {{ r.worst }}
        0.7> A: {{ r.a }} & B: {{ r.b }} & C: {{ r.c }}
    rest systems_rest
    note A, B og C er antal gab i hver klasse. Et gab i en fælles tjeneste er også et gab i de
        systemer, der bruger den, og tæller med i deres tal.
        || A, B and C are the number of gaps in each class. A gap in a common service is also a gap
        in the systems that use it, and counts in their figures.
    else Årsrunden omfatter ingen systemer. || The campaign covers no systems.

section 7 Systemejerne || 7 System owners
if owners
    intro En systemejer har pligter, der gælder på tværs af ejerens systemer, fx at føre tilsyn med
        leverandører. {{ owners_said }}
        || A system owner has duties that go across the owner's systems, such as supervising
        suppliers. {{ owners_said }}
    caption Systemejernes egne pligter || System owners' own duties
    table r in owners
        3.7 Systemejer || System owner: +{{ r.name }}
        1.9> Systems: {{ r.systems }}
        2.7> Forældede gennemgange || Reviews out of date: {{ r.overdue }}
        2.1> Answered: {{ r.answered }}
        2.2> Met of all: {{ r.met_of_all }}
        1.6= Highest class: {{ r.worst }}
        0.8> A: {{ r.a }} & B: {{ r.b }} & C: {{ r.c }}
    rest owners_rest
    else Ingen systemejere er spurgt om deres egne pligter i denne årsrunde.
        || No system owner was asked about their own duties in this campaign.

section 8 Medarbejderne || 8 Employees
if topics
    intro {{ employees_said }} En afdeling nævnes kun, hvor den ligger klart under de andre;
        afdelinger med under fem svar er lagt sammen.
        || {{ employees_said }} A department is named only where it is clearly below the others;
        those with fewer than five answers are put together.
    caption Medarbejdernes svar, de svageste emner først
        || The employees' answers, the weakest topics first
    short r in topics
        6.2 Emne || Topic: +{{ r.control }}
        3.0 Har svaret || Answered: {{ r.asked }}
        1.7> Met: {{ r.share }}
        1.5> Target: {{ r.target }}
        4.2 Laveste afdeling || Lowest department: {{ r.weakest or '–' }}
    else Medarbejderne er ikke spurgt i denne årsrunde.
        || The employees were not asked in this campaign.
"""
