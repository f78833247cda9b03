"""What several documents, or several places of one, have in common."""

PARTS = {
    "about": """
title {{ title }}
text {{ organisation }}, årsrunde {{ campaign }}, pr. {{ date }}.
    **Egenvurdering, ikke revision.** {{ reviewed }}
    || {{ organisation }}, campaign {{ campaign }}, as of {{ date }}.
    **A self-assessment, not an audit.** {{ reviewed }}
""",
    "actions": """
table r in actions
    1.0 No.: +{{ r.id }}
    5.8 Action: {{ r.what }} / ?{{ r.moved }} /
        ?Angivet dokumentation: {{ r.evidence }} || Stated evidence: {{ r.evidence }}
    3.1 Dækker || Covers: {{ r.covers }}
    5.2 Responsible: {{ r.responsible }} / ?{{ r.effort }}
    3.1 Due date and status: +{{ r.due }} / {{ r.status }}
""",
    "register": """
note_above Udarbejdet med secaudit {{ version }} af registerets {{ events }} poster. Sådan
    kontrolleres det, at intet er ændret eller fjernet siden:
    || Made with secaudit {{ version }} of the {{ events }} entries of the register. To check that
    nothing has been changed or removed since:
hash secaudit verify --head {{ head }}
""",
}
COLUMNS = {
    "themes": """
5.4,4.7 Theme: {{ r.theme }} / if target: Mål || Target
1.5,1.4> Met: {{ r.met }}
1.6,1.5> Partial: {{ r.partial }}
1.5> Not met: {{ r.not_met }}
1.3,1.8> Unknown: {{ r.unknown }}
1.9,2.2> Unanswered: {{ r.unanswered }}
1.7,2.0> Not applicable: {{ r.not_applicable }}
1.7,1.5> Met of all: {{ r.met_of_all }} / if target: {{ target }}
""",
    "figures": """
1.7> Answered: {{ r.answered }}
2.0> Met of answered: {{ r.met_of_answered }}
1.7> Met of all: {{ r.met_of_all }}
1.5= Highest class: {{ r.worst }}
0.8> A: {{ r.a }} & B: {{ r.b }} & C: {{ r.c }}
""",
    "gap": """
5.7 Gap: +{{ r.control }} / ?{{ r.subject }} / {%p if of_department %} /
    Ansvarlig: {{ r.who }} || Responsible: {{ r.who }} / {%p endif %}
3.2 Status: {{ r.status }}
2.6 Priority: {{ r.priority }} (klasse {{ r.gap_class }})
    || {{ r.priority }} (class {{ r.gap_class }})
1.6= By law: {{ r.legal }}
5.1 Action: {{ r.doing }}
""",
    "answer": """
7.7 Spørgsmål || Question: **{{ r.control }}** {{ r.question }}
3.5 Svar || Answer: +{{ r.status }} / ?{{ r.said }}
7.0 Kommentar, dokumentation, vurdering || Comment, evidence, review: ?{{ r.comment }} /
    ?{{ r.evidence }} / ?{{ r.reviewed_on }} / ?{{ r.proposal }} / ?{{ r.wish }} /
    ?{{ r.review }} / ?{{ r.counts }} / else –
""",
    "change": """
2.2> Questions: {{ r.questions }}
2.1> {{ before }}: {{ r.then }}
2.1> {{ campaign }}: {{ r.now }}
3.0> Change in percentage points: {{ r.change }}
""",
    "gap and place": """
6.0 Control: +{{ r.control }}
6.2 Where: {{ r.where }}
""",
}
