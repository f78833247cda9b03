"""What comes first: title page, summary, follow-up, changes, basis."""

FRONT = """
organisation {{ organisation }}
title Informationssikkerhed {{ campaign }} || Information security {{ campaign }}
subtitle Egenvurdering og gab || Self-assessment and gaps
title_line Til Direktionen || To the executive board
title_line {{ date }}
classification Fortroligt || Confidential
note Udarbejdet med secaudit {{ version }}. Registerets kontrolsum begynder med {{ head[:12] }}
    (bilag E).
    || Made with secaudit {{ version }}. The register's checksum begins with {{ head[:12] }}
    (appendix E).
contents_heading Indhold || Contents
contents Indhold || Contents

page 1 Ledelsesresumé og indstilling || 1 Executive summary and recommendation
headline {{ headline }}{% if headline_note %} / {{ headline_note }} / {% endif %}
bullets verdict
if kinds
    caption Egenvurderingen i tal || The self-assessment in figures
    short r in kinds
        5.0 Hvem eller hvad || Who or what: +{{ r.kind }} / if target: +Mål || Target
        1.6> Number: {{ r.subjects }}
        2.2> Answered: {{ r.answered }}
        2.6> Met of answered: {{ r.met_of_answered }}
        2.4> Met of all: {{ r.met_of_all }} / if target: {{ target }}
        2.8> Vurderede svar || Reviewed answers: {{ r.reviewed }}
note **Egenvurdering, ikke revision.** {{ reviewed }}
    || **A self-assessment, not an audit.** {{ reviewed }}
if worst
    caption De mest alvorlige gab || The most serious gaps
    short r in worst
        10.2 Gap: +{{ r.what }} / {{ r.said }}
        1.5> Priority: {{ r.priority }}
        1.4= Class: {{ r.gap_class }}
        3.5 Responsible: {{ r.who }}
    note {% if worst_rest %}{{ worst_rest }} {% endif %}Klasse A er fra prioritet {{ class_a }}, B
        fra {{ class_b }} (bilag D).
        || {% if worst_rest %}{{ worst_rest }} {% endif %}Class A is from priority {{ class_a }}, B
        from {{ class_b }} (appendix D).
if recommended
    subsection Det indstilles, at Direktionen || It is recommended that the executive board
    for said in recommended
        point {{ loop.index }}. {{ said }}

page 2 Opfølgning på sidste års beslutninger og handlinger
    || 2 Follow-up of last year's decisions and actions
if followed_up
    text {{ followed_up }}
if earlier_actions
    caption Handlinger fra tidligere årsrunder || Actions of earlier campaigns
    table r in earlier_actions
        1.0 No.: {{ r.id }}
        5.6 Action: {{ r.what }}
        3.8 Responsible: {{ r.responsible }}
        4.4 Status og frist || Status and due date: +{{ r.status }} / Frist: {{ r.due }} ||
            Due: {{ r.due }} / ?{{ r.moved }}
        2.0> Gaps closed: {{ r.remaining }}
    rest earlier_rest
if earlier_decisions
    caption Tidligere beslutninger || Earlier decisions
    table r in earlier_decisions
        1.0 No.: {{ r.id }}
        6.0 Decision: {{ r.text }}
        4.4 Hvornår, af hvem, sag || When, by whom, case: {{ r.on }} / {{ r.by }} /
            {{ r.case }}
        5.2 Status nu || How it is now: {{ r.outcome }}
    rest decisions_rest
if not (followed_up or earlier_decisions)
    text {% if before %}Der er ingen beslutninger eller handlinger fra {{ before }} i
        registeret.{% else %}Dette er den første årsrunde i registeret. Der er intet at følge op
        på.{% endif %}
        || {% if before %}The register holds no decisions or actions of {{ before }}.{% else %}This
        is the first campaign in the register. There is nothing to follow up.{% endif %}

section 3 Ændringer i trusler, lovgivning og organisation
    || 3 Changes in threats, law and organisation
if changes
    table r in changes
        3.6 Område || Area:  +{{ r.about }}
        13.0 Change: {{ r.said }}
    else Der er ikke oplyst noget. || Nothing is stated.

section 4 Grundlag og metode || 4 Basis and method
intro Rapporten bygger på de svar, som systemejerne og de andre ansvarlige selv har givet i
    årsrunden. Den er en egenvurdering, ikke en revision: Den viser, hvad der er svaret, og at
    svarene ikke er ændret siden. Den afgør ikke, om svarene er rigtige. Dokumentation, som ingen
    har kontrolleret, er kun angivet af den ansvarlige.
    || The report builds on the answers that system owners and others responsible gave in the
    campaign. It is a self-assessment, not an audit: it shows what was answered, and that the
    answers have not been changed since. It does not settle whether they are right. Evidence that
    nobody reviewed is only stated.
caption Årsrunden || The campaign
table r in facts
    5.6 Fact: {{ r.name }}
    11.0 Content: {{ r.value }}
subsection Hvem mangler at svare || Who has yet to answer
if silent
    caption Hvert ubesvaret spørgsmål tæller som et gab || Each unanswered question counts as a gap
    table r in silent
        6.0 Who: {{ r.person }}
        6.8 Mangler svar om || Answers missing about: {{ r.subjects }}
        3.8> Besvarede spørgsmål || Questions answered: {{ r.answered }}
    rest silent_rest
if kinds and not silent
    text Alle spørgsmål er besvaret. || Every question has been answered.
if not kinds
    text Ingen er spurgt endnu. || Nobody has been asked yet.
if ownerless
    text Disse systemer har ingen ejer, så ejerens spørgsmål er ubesvarede:
        {{ ownerless | join(', ') }}.
        || These systems have no owner, so the owner's questions are unanswered:
        {{ ownerless | join(', ') }}.
"""
