"""How it stands, theme by theme, forvaltning by forvaltning and year by year."""

STATUS = """
section 5 Samlet status || 5 Status
text {% if target %}Målet er, at {{ target }} er opfyldt. {% endif %}Tabellerne viser antal
    spørgsmål. »Opfyldt i alt« tæller »delvist opfyldt« halvt, vægter foranstaltningerne og runder
    altid ned; »ubesvaret« og »ved ikke« tæller som ikke opfyldt (bilag D).{% if awaiting %}
    {{ awaiting }}{% endif %}
    || {% if target %}The target is that {{ target }} is met. {% endif %}The tables show numbers of
    questions. 'Met of all' counts 'partial' as half, weighs the controls and always rounds down;
    'unanswered' and 'unknown' count as not met (appendix D).{% if awaiting %}
    {{ awaiting }}{% endif %}
if system_themes
    subsection It-systemerne pr. tema || IT systems by theme
    caption Systemernes svar pr. tema. Tallene i søjlerne er antal spørgsmål.
        || The systems' answers by theme. The numbers in the bars are questions.
    chart status-per-theme 3.4
    caption Status pr. tema for it-systemerne || Status by theme, IT systems
    short r in system_themes
        + themes
if heat
    subsection Forvaltningernes systemer || The departments' systems
    caption Opfyldt i alt: høj fra 80 %, middel fra 50 %, ellers lav. Ændring siden forrige
        årsrunde på de samme spørgsmål, i procentpoint.
        || Met of all: high from 80 %, middle from 50 %, else low. Change since the campaign before
        on the same questions, in percentage points.
    tag set shade = dict(high='DCE6F2', middle='F4E9CF', low='F2D5CC')
    short r in heat
        3.7 Department: {{ r.department }}
        2.5 Answered: {{ r.answered }}
        2.1 Change: {{ r.change }}
        * t in heat_themes: c in r.cells / {% cellbg shade.get(c.level, 'FFFFFF') %}{{ c.said }}
    rest heat_rest
if theme_shares
    caption Opfyldt i alt, pr. tema; antallene står i bilag C
        || Met of all, by theme; appendix C has the numbers
    short r in theme_shares
        6.6 Theme: {{ r.theme }} / if target: Mål || Target
        2.0> Systems: {{ r.systems }} / if target: {{ target }}
        2.2> Ejere || Owners: {{ r.owners }}
        2.9> Organisation: {{ r.organisation }}
        2.9> Employees: {{ r.employees }}
if before
    subsection Udviklingen siden {{ before }} || Development since {{ before }}
    intro {{ closed }} Her sammenlignes kun spørgsmål, der er stillet om de samme systemer, de
        samme ejere og organisationen hver gang.
        || {{ closed }} Only questions that were put about the same systems, the same owners and
        the organisation each time are compared.
    if trend
        caption Opfyldt i alt, dengang og nu || Met of all, then and now
        short r in trend
            7.0 Hvem eller tema || Who, or theme: {{ r.about }}
            2.4> Questions: {{ r.questions }}
            2.2> {{ before }}: {{ r.then }}
            2.2> {{ campaign }}: {{ r.now }}
            2.8> Change in percentage points: {{ r.change }}
    if development
        caption Opfyldt i alt for systemerne, år for år, i procent
            || Met of all for the systems, year by year, in per cent
        chart trend 6.0
    if years | length > 2
        caption De samme spørgsmål, år for år || The same questions, year by year
        short r in development
            6.6 Theme: {{ r.theme }}
            2.0 Questions: {{ r.questions }}
            * t in years: c in r.values / {{ c }}
    if stated
        caption Tidligere år: oplyst, ikke efterprøvet; kan ikke sammenlignes med tallene ovenfor
            || Earlier years: stated, not verified; not comparable with the figures above
        short r in stated
            6.6 Theme: {{ r.theme }}
            * t in stated_years: c in r.values / {{ c }}
        note {{ stated_sources }}
    if ages
        caption Åbne gab efter alder || Open gaps by age
        short r in ages
            7.8 Alder || Age: {{ r.age }}
            2.2> Klasse A || Class A: {{ r.a }}
            2.2> Klasse B || Class B: {{ r.b }}
            2.2> Klasse C || Class C: {{ r.c }}
            2.2> I alt || In all: {{ r.every }}
"""
