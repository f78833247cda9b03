"""The appendices: statement of applicability, gaps, answers, method, checksum."""

APPENDICES = """
section Bilag A Anvendelighedserklæring (SoA) || Appendix A Statement of applicability (SoA)
text Tabellen viser alle foranstaltninger i kataloget: om de gælder her, hvorfor, og hvor langt de
    er nået. En streg i kolonnen Begrundelse betyder, at foranstaltningen gælder, fordi den står i
    kataloget. Status tæller dem, der selv er spurgt, og »ubesvaret« som ikke opfyldt. Et system,
    der får sit svar fra en fælles tjeneste, tælles ikke med. For et lovkrav uden eget spørgsmål
    vises svarene på de foranstaltninger, der dækker det.
    || The table shows every control of the catalogue: whether it applies here, why, and how far it
    has come. A dash in the column Reason means that the control applies because the catalogue has
    it. Status counts those who were asked themselves, and 'unanswered' as not met. A system that
    gets its answer from a common service is not counted. A duty by law without a question of its
    own shows the answers about the controls that cover it.
table r in controls
    2.2 Id: {{ r.id }}
    5.2 Control: {{ r.title }}
    1.5 Gælder || Applies: {{ r.applies }}
    4.1 Begrundelse || Reason: {{ r.reason }}
    3.6 Status: {{ r.status }}

section Bilag B Gab pr. system || Appendix B Gaps by system
if system_gaps
    intro Systemerne med de mest alvorlige gab står først; et system, der ikke er nævnt, har ingen
        åbne gab. Bilag A fortæller, hvad foranstaltningerne hedder. Kommentarer, dokumentation og
        datoer står i regnearket og i hvert systemark.
        || The systems with the most serious gaps come first; a system that is not named has no
        open gap. Appendix A has the titles of the controls. Comments, evidence and dates stand in
        the workbook and in each system's sheet.
    table r in system_gaps
        5.6 System: +{{ r.system }} / {{ r.owner }}, {{ r.department }}
        11.0 Åbne gab i klasse A, B og C || Open gaps in class A, B and C: ?A: {{ r.a }} / ?B:
            {{ r.b }} / ?C: {{ r.c }}
    else Intet system har åbne gab. || No system has an open gap.

section Bilag C Svar pr. forvaltning og tema || Appendix C Answers by department and theme
if departments
    table r in departments
        3.9 Department: +{{ r.department }}
        1.5> Number: {{ r.systems }}
        1.9> Answered: {{ r.answered }}
        1.9> Met of answered: {{ r.met_of_answered }}
        1.6> Met of all: {{ r.met_of_all }}
        1.05> A: {{ r.a }} & B: {{ r.b }} & C: {{ r.c }}
        2.65 Har intet svaret || Answered nothing: {{ r.silent }}
    note Antal systemer eller ejere. A, B og C er åbne gab; et gab, der arves fra en fælles
        tjeneste, tælles kun hos tjenesten.
        || The number of systems or owners. A, B and C are open gaps; one that is inherited from a
        common service counts at the service only.
    else Årsrunden omfatter ingen systemer. || The campaign covers no systems.
if owner_themes
    caption Status pr. tema: systemejernes egne pligter
        || Status by theme: system owners' own duties
    short r in owner_themes
        + themes
if organisation_themes
    caption Status pr. tema: organisationen || Status by theme: the organisation
    short r in organisation_themes
        + themes
if employee_themes
    caption Status pr. tema: medarbejderne || Status by theme: employees
    short r in employee_themes
        + themes

section Bilag D Metode og skalaer || Appendix D Method and scales
subsection Svar og point || Answers and points
fixed
    3.4 Status
    10.4 Betyder || Means
    2.8 Point || Points
    ---
    opfyldt | Foranstaltningen er opfyldt fuldt ud. | 2 |
    delvist opfyldt | Noget er på plads, noget mangler. | 1 |
    ikke opfyldt | Foranstaltningen er ikke opfyldt. | 0 |
    ved ikke | Den ansvarlige ved det ikke. Tæller som et gab. | 0 |
    ubesvaret | Ingen har svaret. Tæller som et gab. | 0 |
    ikke relevant | Foranstaltningen passer ikke her. Hvor svaret skal vurderes, tæller det med som
        ikke opfyldt, indtil det er vurderet. | udgår
    || met | The control is met in full. | 2 |
    partial | Some of it is in place, some is not. | 1 |
    not met | The control is not met. | 0 |
    unknown | The person responsible does not know. Counts as a gap. | 0 |
    unanswered | Nobody has answered. Counts as a gap. | 0 |
    not applicable | The control does not fit here. Where the answer must be reviewed,
        it counts as not met until it is. | left out
text Pointene ganges med foranstaltningens vægt: 1 mindre, 2 almindelig, 3 væsentlig. Tre tal hører
    sammen: andelen, der er besvaret; opfyldt af det besvarede; og opfyldt i alt. Procenter rundes
    altid ned, så 100 % kun står der, når alt er opfyldt. En streg betyder, at intet er relevant.
    Tal for systemer, systemejere, organisationen og medarbejdere lægges aldrig sammen.
    || Points are multiplied by the weight of the control: 1 minor, 2 normal, 3 major. Three
    figures belong together: the share answered; met of what was answered; and met of all.
    Percentages are always rounded down, so 100 % stands only where everything is met. A dash means
    that nothing is applicable. Figures for systems, system owners, the organisation and employees
    are never summed.
text Ledelsessystemet (C) besvares med et trin fra 0 til 5: opfyldt fra kommunens mål, ikke opfyldt
    på trin 0, ellers delvist opfyldt. Medarbejdernes svar tælles. Et emne er opfyldt, når målets
    andel har svaret »opfyldt«. Har ingen svaret det, er emnet ikke opfyldt. Ellers er det delvist
    opfyldt.
    || The management system (C) is answered with a level from 0 to 5: met from the municipality's
    target, not met at 0, else partial. The answers of employees are counted. A topic is met when
    the target's share has answered 'met'. If nobody has, it is not met. Otherwise it is partial.
subsection Gab og prioritet || Gaps and priority
intro Et gab er en foranstaltning, som ikke er opfyldt fuldt ud, som ingen har svaret på, hvor
    gennemgangen er forældet, eller hvor svaret er sendt retur. Prioriteten er de fire faktorer
    ganget sammen og ligger mellem 0,5 og 27.
    || A gap is a control that is not met in full, that nobody has answered, whose review is out of
    date, or whose answer was returned. Priority is the four factors multiplied; it lies between
    0.5 and 27.
caption Faktorerne i prioriteten, og klassen || The factors of a priority, and the class
fixed
    3.4 Faktor || Factor
    13.2 Værdier || Values
    ---
    Mangel | 1: ikke opfyldt, ved ikke, ubesvaret. ½: delvist opfyldt, forældet gennemgang.
        Arvet: som den fælles tjeneste. |
    Vægt | 1: mindre. 2: almindelig. 3: væsentlig. |
    Kritikalitet | 3: samfundskritisk. 2: forretningskritisk eller ikke oplyst. 1: øvrigt. |
    Data | 3: følsomme personoplysninger eller strafbare forhold. 2: CPR-numre,
        fortrolige oplysninger eller ikke oplyst. 1: øvrigt. |
    Klasse | A: fra {{ class_a }}. B: fra {{ class_b }}. C: derunder.
    || Shortfall | 1: not met, unknown, unanswered. ½: partial, review out of date.
        Inherited: as the common service. |
    Weight | 1: minor. 2: normal. 3: major. |
    Criticality | 3: society-critical. 2: business-critical or not stated. 1: other. |
    Data | 3: special categories or criminal offences. 2: civil registration numbers (CPR),
        confidential or not stated. 1: other. |
    Class | A: from {{ class_a }}. B: from {{ class_b }}. C: below.
text For en ejer, organisationen og en fælles tjeneste bruges de højeste faktorer blandt de
    systemer, det handler om, og antallet af systemer står ved siden af. Ved samme prioritet kommer
    det ældste gab først. Prioriteten er ikke en risiko: Den siger intet om sandsynlighed.
    || For an owner, the organisation and a common service the highest factors among the systems
    concerned are used, with the number of systems beside them. Of equal priorities the oldest gap
    comes first. Priority is not risk: it says nothing of likelihood.
subsection Fælles tjenester og årsrunder || Common services and campaigns
text En fælles tjeneste svarer én gang for de systemer, der bruger den. Gabet står én gang på
    listen, men tæller i hvert systems eget tal. Bruger et system flere tjenester, gælder det
    dårligste svar. Et svar, der stadig gælder fra en tidligere årsrunde, tæller som besvaret.
    Udviklingen fra år til år regnes kun på spørgsmål, der er stillet begge gange om det samme
    system, den samme ejer eller organisationen.
    || A common service answers once for the systems that use it. The gap stands once in the list,
    but counts in each system's own figure. Where a system uses several services, the worst answer
    holds. An answer that still stands from an earlier campaign counts as answered. Development
    from year to year is computed only on questions that were put to the same subject both times.
subsection Hvad rapporten ikke siger || What the report does not say
text Overensstemmelse med ISO/IEC 27001 er ikke det samme som at overholde
    databeskyttelsesforordningen eller NIS 2-loven. Henvisninger til lovgivningen viser, hvilke
    bestemmelser en foranstaltning har med at gøre; de er ikke en juridisk vurdering.
    || Conformity with ISO/IEC 27001 is not the same as compliance with the General Data Protection
    Regulation or the Danish NIS 2 Act. References to the law show which provisions a control has
    to do with; they are not a legal opinion.

if inputs
    subsection Ledelsens gennemgang (ISO/IEC 27001, 9.3.2)
        || Management review (ISO/IEC 27001, 9.3.2)
    short r in inputs
        8.6 Input: {{ r.input }}
        3.6 Behandlet || Addressed: +{{ r.treated }}
        4.4 Where: {{ r.where }}

section Bilag E Registerets kontrolsum || Appendix E The register's checksum
intro Hvert svar er en post i et register, hvor hver post bærer kontrolsummen af den forrige.
    Registeret havde {{ events }} poster, da rapporten blev udarbejdet. Sådan kontrolleres det, at
    intet er ændret eller fjernet siden; tegnrækken er den sidste posts kontrolsum:
    || Every answer is an entry in a register in which each entry holds the checksum of the one
    before. The register had {{ events }} entries when the report was made. To check that nothing
    has been changed or removed since (the characters are the last entry's checksum):
hash secaudit verify --head {{ head }}
if notes_digest
    intro Afsnit 3, 10, 11 og 15 og indstillingen bygger også på det,
        informationssikkerhedskoordinatoren har skrevet i notes.yaml. Filens kontrolsum (SHA-256)
        er:
        || Sections 3, 10, 11 and 15 and the recommendation also build on what the information
        security officer wrote in notes.yaml. The file's checksum (SHA-256) is:
    hash {{ notes_digest }}
"""
