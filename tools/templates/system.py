"""The sheet of a system."""

SYSTEM = """
part about
bullets notices
section Oplysninger om systemet || Facts about the system
short r in facts
    4.0 Fact: +{{ r.name }}
    5.3 As stated: {{ r.value }}
    3.6 Fact: +{{ r.other }}
    5.3 As stated: {{ r.other_value }}
if not withdrawn
    section Status og gab || Status and gaps
    fixed
        2.4 Answered
        3.4 Met of answered
        3.0 Met of all
        9.4 Questions
        ---
        {{ answered }} | {{ met_of_answered }} | {{ met_of_all }} | {{ counted }}
    if gaps
        table r in gaps
            5.3 Gap: +{{ r.control }}
            3.0 Status: {{ r.status }} / ?{{ r.decision }}
            1.4 Class: +{{ r.gap_class }}
            3.1 Priority: {{ r.priority }} = {{ r.factors }}
            2.1 By law: {{ r.law }}
            1.2 Siden || Since: {{ r.since }}
            2.1 Action: {{ r.doing }}
        note Prioritet er mangel × vægt × kritikalitet × data. Klasse A er {{ class_a }} og
            derover, B {{ class_b }} og derover, resten C.
            || Priority is shortfall × weight × criticality × data. Class A is {{ class_a }} and
            above, B {{ class_b }} and above, the rest is C.
        else Systemet har ingen gab. || The system has no gaps.
if actions
    section Handlinger || Actions
    part actions
if decisions
    section Beslutninger om systemets gab || Decisions about the system's gaps
    table r in decisions
        1.0 No.: +{{ r.id }}
        4.4 Gap: {{ r.control }}
        9.8 Decision: {{ r.text }} / {{ r.decided }}
        3.0 Until: {{ r.until }}
section Alle spørgsmål og svar || Every question and answer
note »Angivet« er dokumentation, som ingen har kontrolleret; »drift« er den driftsansvarlige; »fra«
    er en tidligere årsrunde.
    || 'Stated' is evidence that nobody has reviewed; 'by operations' is who runs the system;
    'from' is an earlier campaign.
table r in answers
    + answer
if after
    section Svar givet efter årsrundens lukning || Answers given after the campaign was closed
    note De tæller ikke med i nogen tal. || They count in no figure.
    table r in after
        + answer
part register
"""
