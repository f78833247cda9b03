"""The extract of a person or a department."""

EXTRACT = """
part about
bullets lead
section Det skal gøres inden for et år || To be done within a year
if deadlines
    table r in deadlines
        2.9 Senest || By: +{{ r.due }} / ?{{ r.overdue }}
        7.2 Hvad || What: {{ r.what }}
        2.9 About: {{ r.about }}
        5.2 Who: {{ r.who }}
    rest deadlines_rest
    else Der er ingen frister inden for et år. || There are no deadlines within a year.
if owners
    section Systemerne efter ejer || Systems by owner
    short r in owners
        7.0 Owner: +{{ r.owner }}
        1.9> Systems: {{ r.systems }}
        + figures
    rest owners_rest
if systems
    section Systemerne || The systems
    table r in systems
        6.3 System: +{{ r.name }} / {%p if of_department %} / {{ r.owner }} / {%p endif %}
        2.6 Criticality: {{ r.criticality }}
        + figures
    rest systems_rest
    note Tallene omfatter også det, som en fælles tjeneste svarer for systemet. A, B og C er antal
        åbne gab i hver klasse.
        || The figures include what a common service answers for the system. A, B and C are the
        number of open gaps in each class.
if themes
    section Systemernes svar efter tema || The systems' answers by theme
    short r in themes
        5.9 Theme: +{{ r.theme }}
        1.6> Met: {{ r.met }}
        1.6> Partial: {{ r.partial }}
        1.8> Not met: {{ r.not_met }}
        1.6> Unknown: {{ r.unknown }}
        2.0> Unanswered: {{ r.unanswered }}
        1.9> Not applicable: {{ r.not_applicable }}
        1.8> Met of all: {{ r.met_of_all }}
if duties
    section Gab i {% if of_department %}ejernes{% else %}ejerens{% endif %} egne pligter
        || Gaps in the {% if of_department %}owners'{% else %}owner's{% endif %} own duties
    table r in duties
        + gap
    rest duties_rest
if gaps
    section Gab i systemerne || Gaps in the systems
    table r in gaps
        + gap
    rest gaps_rest
if others
    section Gab i svarene på organisationens vegne || Gaps in the answers for the organisation
    table r in others
        + gap
    rest others_rest
if duties or gaps or others
    note Klasse A er prioritet {{ class_a }} og derover, B {{ class_b }} og derover, resten
        C.{% if unanswered %} Det, ingen har svaret på, står for sig.{% endif %}
        || Class A is priority {{ class_a }} and above, B {{ class_b }} and above, the rest is
        C.{% if unanswered %} What nobody has answered stands by itself.{% endif %}
if unanswered
    section Ubesvaret || Unanswered
    table r in unanswered
        6.0 Skema om || Form about: +{{ r.subject }}
        4.6 Skal svare || To answer: {{ r.who }}
        2.6> Unanswered: {{ r.unanswered }}
        3.4 Svarfrist || Deadline: {{ r.deadline }} / ?{{ r.overdue }}
        1.6= Highest class: {{ r.gap_class }}
    rest unanswered_rest
if actions
    section Handlinger || Actions
    part actions
    rest actions_rest
if employees or employees_said
    section Medarbejderne || Employees
if employees_said
    text {{ employees_said }}
if employees
    table r in employees
        7.8 Control: +{{ r.control }}
        2.6> Employees: {{ r.employees }}
        2.4> Opfyldt her || Met here: {{ r.share }}
        3.2> Hele organisationen || Whole organisation: {{ r.whole }}
        2.2> Target: {{ r.target }}
part register
"""
