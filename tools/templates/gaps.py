"""Gaps, what is done about them, and what is let stand."""

GAPS = """
section 13 Prioriterede gab || 13 Gaps by priority
if gaps
    intro De mest alvorlige gab står først. Prioriteten er mangel × vægt × kritikalitet × data
        (bilag D). En person, der intet har svaret, står på én linje. Alle gab står i regnearket
        ved siden af rapporten, med de ansvarliges fulde kommentarer.
        || The most serious gaps come first. Priority is shortfall × weight × criticality × data
        (appendix D). A person who answered nothing is one line. All gaps stand in the workbook
        beside the report, with the full comments of those responsible.
    caption Åbne gab || Open gaps
    table r in gaps
        0.8> No.: {{ r.number }}
        4.7 Gap: +{{ r.control }} / {{ r.subject }} / ?Ansvarlig: {{ r.who }} || Responsible:
            {{ r.who }}
        4.4 Prioritet og status || Priority and status: +{{ r.priority }} (klasse
            {{ r.gap_class }}) || {{ r.priority }} (class {{ r.gap_class }}) /
            {{ r.factors }}{% if r.among %}, {{ r.among }}{% endif %} /
            {{ r.status }}{% if r.since %}, siden {{ r.since }}{% endif %}{% if r.legal %};
            {{ r.legal }}{% endif %} || {{ r.status }}{% if r.since %}, since
            {{ r.since }}{% endif %}{% if r.legal %}; {{ r.legal }}{% endif %}
        6.7 Kommentar og handling || Comment and action: ?{{ r.comment }} / ?{{ r.action }} /
            ?Vurdering: {{ r.review }} || Review: {{ r.review }} / else –
    rest gaps_rest
    else Der er ingen åbne gab. || There are no open gaps.
subsection Lovkrav, der ikke er opfyldt || Duties by law that are not met
if legal
    intro Disse foranstaltninger er også pligter efter lovgivningen. Direktionen kan ikke
        acceptere, at et lovkrav ikke er opfyldt.
        || These controls are also duties by law. The executive board cannot accept that a duty by
        law is not met.
    caption Lovkrav med åbne gab || Duties by law with open gaps
    table r in legal
        8.2 Foranstaltning, og hvor || Control, and where: +{{ r.control }} / {{ r.said }}
        5.2 Henvisning || Reference: {{ r.law }}
        1.7> Priority: {{ r.priority }}
        1.5= Class: {{ r.gap_class }}
    rest legal_rest
    note Kun de spørgsmål, der er lovkrav, tælles her. Den, der intet har svaret, og systemer uden
        ejer står på en linje for sig, og deres spørgsmål tælles ikke med i de andre linjer. Et
        system, der får sit svar fra en fælles tjeneste, tælles med.
        || Only the questions that are duties by law are counted here. Somebody who has answered
        nothing, and systems without an owner, stand on a line of their own, and their questions
        are not counted in the other lines. A system that gets its answer from a common service is
        counted.
    else Ingen åbne gab er lovkrav. || No open gap is a duty by law.

section 14 Handlingsplan || 14 Action plan
intro {{ actions_said }}
if action_chart.alt
    caption Handlinger efter status, også de afsluttede siden forrige årsrunde
        || Actions by status, those ended since the campaign before among them
    chart actions-per-status 3.4
if actions
    caption Handlinger, der skal udføres || Actions to be done
    table r in actions
        1.0 No.: {{ r.id }}
        5.6 Handling og gab || Action and gaps: +{{ r.what }} / {{ r.covers }}
        2.9 Responsible: {{ r.responsible }}
        3.5 Due date and status: +{{ r.due }} / {{ r.status }} /
            ?{{ r.moved }}
        2.2 Ressourcer || Resources: {{ r.effort }}
        1.4> Gaps closed: {{ r.remaining }}
    rest actions_rest

section 15 Accepterede gab og ressourcer || 15 Accepted gaps and resources
if accepted
    intro Et accepteret gab må stå til og med en dato. Et gab i et lovkrav kan ikke accepteres; det
        noteres som kendt, får en frist og er stadig åbent. Alle tæller som ikke opfyldt i
        procenterne; et accepteret gab tæller ikke med i antallet af åbne gab. Samme foranstaltning
        kan være lovkrav for organisationen og ikke for et system.
        || An accepted gap may stand until a date. A gap in a duty by law cannot be accepted; it is
        noted as known, gets a deadline, and is still open. All count as not met in the
        percentages; an accepted gap is not among the open gaps that are counted. The same control
        can be a duty by law for the organisation and not for a system.
    caption Gab med en beslutning || Gaps with a decision
    table r in accepted
        5.4 Control: +{{ r.control }} / {{ r.subject }}
        2.7 Status: {{ r.status }}
        5.7 Decision: {{ r.decision }}
        2.8 Until: {{ r.until }}
    rest accepted_rest
    else Intet gab er accepteret. || No gap is accepted.
if effort
    caption Ressourcer til handlingerne || Resources for the actions
    short r in effort
        6.8 Handlinger || Actions: {{ r.status }}
        1.6> Number: {{ r.actions }}
        4.0> Timer || Hours: {{ r.hours }}
        4.2> Kroner: {{ r.cost }}
if effort_said
    text {{ effort_said }}
"""
