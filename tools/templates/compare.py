"""The comparison of two campaigns."""

COMPARE = """
title {{ title }}
text {{ organisation }}. Årsrunde {{ before }}, pr. {{ date_before }}, og årsrunde {{ campaign }},
    pr. {{ date }}. **Egenvurdering, ikke revision.**
    || {{ organisation }}. Campaign {{ before }}, as of {{ date_before }}, and campaign
    {{ campaign }}, as of {{ date }}. **A self-assessment, not an audit.**
note Kun spørgsmål, der er stillet om de samme systemer, ejere og organisationen i begge årsrunder,
    er sammenlignet.
    || Only questions that were asked about the same systems, owners and organisation in both
    campaigns are compared.
section Det er blevet bedre || What became better
bullets better
section Det er blevet dårligere || What became worse
bullets worse
section Opfyldt i alt, dengang og nu || Met of all, then and now
note »Opfyldt i alt« tæller »delvist opfyldt« halvt, vægter foranstaltningerne og runder altid ned;
    »ubesvaret« og »ved ikke« tæller som ikke opfyldt. En streg betyder, at intet kan sammenlignes.
    || 'Met of all' counts 'partial' as half, weighs the controls and always rounds down;
    'unanswered' and 'unknown' count as not met. A dash means that nothing can be compared.
if kinds
    table r in kinds
        8.8 Who or what: {{ r.about }}
        + change
if themes
    table r in themes
        8.8 Theme: {{ r.about }}
        + change
rest themes_rest
section Lukkede gab || Closed gaps
if closed
    table r in closed
        + gap and place
        4.0 Nu || Now: {{ r.said }}
        2.0= Class: {{ r.gap_class }}
    rest closed_rest
    else Ingen gab fra {{ before }} er lukket. || No gap of {{ before }} is closed.
section Nye gab || New gaps
if new
    table r in new
        + gap and place
        4.0 Nu || Now: {{ r.said }}
        2.0= Class: {{ r.gap_class }}
    rest new_rest
    else Ingen gab er nye. || No gap is new.
section Gab, der går igen || Repeated gaps
if repeated
    table r in repeated
        + gap and place
        4.0 Fundet i || Found in: {{ r.said }}
        2.0= Class: {{ r.gap_class }}
    rest repeated_rest
    else Ingen gab går igen. || No gap is repeated.
if apart
    section Ikke sammenlignet || Not compared
    bullets apart
part register
"""
