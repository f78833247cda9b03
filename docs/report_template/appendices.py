"""The appendices: statement of applicability, method, checksum."""

from docs.report_template.maker import Column, Maker
from docs.report_template.pieces import optional
from docs.report_template.status import kind_themes
from docs.report_template.subjects import classes


def applicability(m: Maker) -> None:
    """The statement of applicability."""
    m.heading(
        1,
        "Bilag A Anvendelighedserklæring (SoA)",
        "Appendix A Statement of applicability (SoA)",
    )
    m.text(
        "Normal",
        "Alle foranstaltninger i kataloget, om de gælder her, hvorfor, og hvor langt de er "
        "nået. En streg under begrundelse betyder, at foranstaltningen gælder, fordi den står "
        "i kataloget. Status tæller dem, der selv er spurgt, og ubesvaret som ikke opfyldt; et "
        "system, der får sit svar fra en fælles tjeneste, tælles ikke med. For et lovkrav uden "
        "eget spørgsmål vises svarene på de foranstaltninger, der dækker det.",
        "Every control of the catalogue, whether it applies here, why, and how far it has "
        "come. A dash under reason means that the control applies because the catalogue has "
        "it. Status counts those who were asked themselves, and unanswered as not met; a "
        "system that gets its answer from a common service is not counted. A duty by law "
        "without a question of its own shows the answers about the controls that cover it.",
    )
    m.table(
        "r in appendices.controls",
        (
            Column(2.2, "Id", "{{ r.id }}"),
            Column(5.2, m.say("Foranstaltning", "Control"), "{{ r.title }}"),
            Column(1.5, m.say("Gælder", "Applies"), "{{ r.applies }}"),
            Column(4.1, m.say("Begrundelse", "Reason"), "{{ r.reason }}"),
            Column(3.6, "Status", "{{ r.status }}"),
        ),
    )


def system_gaps(m: Maker) -> None:
    """The gaps of each system, in short."""
    m.heading(1, "Bilag B Gab pr. system", "Appendix B Gaps by system")
    with m.when("appendices.systems") as found:
        m.text(
            "Secaudit Intro",
            "Systemerne med de mest alvorlige gab står først; et system, der ikke er "
            "nævnt, har ingen åbne gab. Bilag A fortæller, hvad foranstaltningerne "
            "hedder. Bemærkninger, dokumentation og datoer står i regnearket og i hvert "
            "systems ark.",
            "The systems with the most serious gaps come first; a system that is not "
            "named has no open gap. Appendix A has the titles of the controls. Comments, "
            "evidence and dates stand in the workbook and in each system's sheet.",
        )
        m.table(
            "r in appendices.systems",
            (
                Column(
                    5.6,
                    "System",
                    ("+{{ r.system }}", "{{ r.owner }}, {{ r.department }}"),
                ),
                Column(
                    11.0,
                    m.say(
                        "Åbne gab i klasse A, B og C", "Open gaps in class A, B and C"
                    ),
                    optional(
                        *(
                            (letter, f"{letter.upper()}: {{{{ r.{letter} }}}}")
                            for letter in "abc"
                        )
                    ),
                ),
            ),
        )
        found.otherwise()
        m.text("Normal", "Intet system har åbne gab.", "No system has an open gap.")


def departments(m: Maker) -> None:
    """What the answers of each forvaltning come to."""
    m.heading(
        1,
        "Bilag C Svar pr. forvaltning og tema",
        "Appendix C Answers by department and theme",
    )
    with m.when("appendices.departments") as found:
        m.table(
            "r in appendices.departments",
            (
                Column(3.9, m.say("Forvaltning", "Department"), "+{{ r.department }}"),
                Column(1.5, m.say("Antal", "Number"), "{{ r.systems }}", "right"),
                Column(1.9, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
                Column(
                    1.9,
                    m.say("Opfyldt af besvarede", "Met of answered"),
                    "{{ r.met_of_answered }}",
                    "right",
                ),
                Column(
                    1.6,
                    m.say("Opfyldt i alt", "Met of all"),
                    "{{ r.met_of_all }}",
                    "right",
                ),
                *classes(m, 1.05),
                Column(
                    2.65,
                    m.say("Har intet svaret", "Answered nothing"),
                    "{{ r.silent }}",
                ),
            ),
        )
        m.text(
            "Secaudit Note",
            "Antal systemer eller ejere. A, B og C er åbne gab; et gab, der arves fra "
            "en fælles tjeneste, tælles kun hos tjenesten.",
            "The number of systems or owners. A, B and C are open gaps; one that is "
            "inherited from a common service counts at the service only.",
        )
        found.otherwise()
        m.text(
            "Normal",
            "Årsrunden omfatter ingen systemer.",
            "The campaign covers no systems.",
        )


def answers(m: Maker) -> None:
    """Appendix C."""
    departments(m)
    kind_themes(m)


def inputs(m: Maker) -> None:
    """What ISO 27001 9.3.2 asks a management review to treat."""
    with m.when("appendices.inputs"):
        m.heading(
            2,
            "Ledelsens gennemgang (ISO/IEC 27001, 9.3.2)",
            "Management review (ISO/IEC 27001, 9.3.2)",
        )
        m.table(
            "r in appendices.inputs",
            (
                Column(8.6, "Input", "{{ r.input }}"),
                Column(3.6, m.say("Behandlet", "Addressed"), "+{{ r.treated }}"),
                Column(4.4, m.say("Hvor", "Where"), "{{ r.where }}"),
            ),
            together=True,
        )


def method(m: Maker) -> None:
    """How the figures are found."""
    m.heading(1, "Bilag D Metode og skalaer", "Appendix D Method and scales")
    m.heading(2, "Svar og point", "Answers and points")
    m.fixed_table(
        (
            Column(3.4, m.say("Status", "Status"), ""),
            Column(10.4, m.say("Betyder", "Means"), ""),
            Column(2.8, m.say("Point", "Points"), ""),
        ),
        [
            tuple(m.say(*pair) for pair in row)
            for row in (
                (
                    ("opfyldt", "met"),
                    ("Kravet er opfyldt fuldt ud.", "The requirement is met in full."),
                    ("2", "2"),
                ),
                (
                    ("delvist opfyldt", "partial"),
                    (
                        "Noget er på plads, noget mangler.",
                        "Some of it is in place, some is not.",
                    ),
                    ("1", "1"),
                ),
                (
                    ("ikke opfyldt", "not met"),
                    ("Kravet er ikke opfyldt.", "The requirement is not met."),
                    ("0", "0"),
                ),
                (
                    ("ved ikke", "unknown"),
                    (
                        "Den ansvarlige ved det ikke. Tæller som et gab.",
                        "The person responsible does not know. Counts as a gap.",
                    ),
                    ("0", "0"),
                ),
                (
                    ("ubesvaret", "unanswered"),
                    (
                        "Ingen har svaret. Tæller som et gab.",
                        "Nobody has answered. Counts as a gap.",
                    ),
                    ("0", "0"),
                ),
                (
                    ("ikke relevant", "not applicable"),
                    (
                        "Kravet passer ikke her. Hvor svaret skal vurderes, tæller det "
                        "med som ikke opfyldt, indtil det er vurderet.",
                        "The requirement does not fit here. Where the answer must be "
                        "reviewed, it counts as not met until it is.",
                    ),
                    ("udgår", "left out"),
                ),
            )
        ],
    )
    m.text(
        "Normal",
        "Pointene ganges med foranstaltningens vægt: 1 mindre, 2 almindelig, 3 "
        "væsentlig. Tre tal hører sammen: "
        "andelen, der er besvaret; opfyldt af det besvarede; og opfyldt i alt. "
        "Procenter rundes altid ned, så 100 % kun "
        "står der, når alt er opfyldt. En streg betyder, at intet er relevant. Tal "
        "for systemer, ansvarlige, "
        "organisationen og medarbejdere lægges aldrig sammen.",
        "Points are multiplied by the weight of the control: 1 minor, 2 normal, 3 "
        "major. Three figures belong "
        "together: the share answered; met of what was answered; and met of all. "
        "Percentages are always rounded down, so "
        "100 % stands only where everything is met. A dash means that nothing is "
        "applicable. Figures for systems, "
        "owners, the organisation and employees are never summed.",
    )
    m.text(
        "Normal",
        "Ledelsessystemet (C) besvares med et trin fra 0 til 5: opfyldt fra kommunens mål, ikke "
        "opfyldt på trin 0, ellers delvist. Medarbejdernes svar tælles: et emne er opfyldt, når "
        "den andel, kommunen har sat som mål, har svaret opfyldt, ikke opfyldt, når ingen har, "
        "ellers delvist.",
        "The management system (C) is answered with a level from 0 to 5: met from the "
        "municipality's target, not met at 0, else partial. The answers of employees are "
        "counted: a topic is met when the share that the municipality aims at has answered "
        "met, not met when nobody has, else partial.",
    )
    m.heading(2, "Gab og prioritet", "Gaps and priority")
    m.text(
        "Secaudit Intro",
        "Et gab er et krav, som ikke er opfyldt fuldt ud, som ingen har svaret på, "
        "hvor gennemgangen er forældet, eller hvor "
        "svaret er sendt retur. Prioriteten er de fire faktorer ganget sammen og "
        "ligger mellem 0,5 og 27.",
        "A gap is a requirement that is not met in full, that nobody has answered, "
        "whose review is out of date, or whose "
        "answer was returned. Priority is the four factors multiplied; it lies "
        "between 0.5 and 27.",
    )
    m.caption(
        "Faktorerne i prioriteten, og klassen",
        "The factors of a priority, and the class",
    )
    m.fixed_table(
        (
            Column(3.4, m.say("Faktor", "Factor"), ""),
            Column(13.2, m.say("Værdier", "Values"), ""),
        ),
        [
            tuple(m.say(*pair) for pair in row)
            for row in (
                (
                    ("Mangel", "Shortfall"),
                    (
                        "1: ikke opfyldt, ved ikke, ubesvaret. ½: delvist opfyldt, "
                        "forældet gennemgang. Nedarvet: som den fælles tjeneste.",
                        "1: not met, unknown, unanswered. ½: partial, review out of "
                        "date. Inherited: as the common service.",
                    ),
                ),
                (
                    ("Vægt", "Weight"),
                    (
                        "1: mindre. 2: almindelig. 3: væsentlig.",
                        "1: minor. 2: normal. 3: major.",
                    ),
                ),
                (
                    ("Kritikalitet", "Criticality"),
                    (
                        "3: samfundskritisk. 2: forretningskritisk eller ukendt. 1: "
                        "øvrigt.",
                        "3: society-critical. 2: business-critical or not known. 1: "
                        "other.",
                    ),
                ),
                (
                    ("Data", "Data"),
                    (
                        "3: følsomme oplysninger eller strafbare forhold. 2: "
                        "CPR-numre, fortrolige oplysninger eller ukendt. 1: øvrigt.",
                        "3: special categories or criminal offences. 2: civil "
                        "registration numbers (CPR), confidential or not known. 1: "
                        "other.",
                    ),
                ),
                (
                    ("Klasse", "Class"),
                    (
                        "A: fra {{ class_a }}. B: fra {{ class_b }}. C: derunder.",
                        "A: from {{ class_a }}. B: from {{ class_b }}. C: below.",
                    ),
                ),
            )
        ],
    )
    m.text(
        "Normal",
        "For en ejer, organisationen og en fælles tjeneste bruges de højeste "
        "faktorer blandt de systemer, det handler om, og "
        "antallet af systemer står ved siden af. Ved samme prioritet kommer det "
        "ældste gab først. Prioriteten er ikke en "
        "risiko: den siger intet om sandsynlighed.",
        "For an owner, the organisation and a common service the highest factors "
        "among the systems concerned are used, "
        "with the number of systems beside them. Of equal priorities the oldest gap "
        "comes first. Priority is not risk: it "
        "says nothing of likelihood.",
    )
    m.heading(2, "Fælles tjenester og årsrunder", "Common services and campaigns")
    m.text(
        "Normal",
        "En fælles tjeneste svarer én gang for de systemer, der bruger den. Gabet "
        "står én gang på listen, men tæller i hvert "
        "systems eget tal. Bruger et system flere tjenester, gælder det dårligste "
        "svar. Et svar, der stadig gælder fra en "
        "tidligere årsrunde, tæller som besvaret. Udviklingen fra år til år regnes "
        "kun på spørgsmål, der er stillet begge "
        "gange om det samme system, den samme ejer eller organisationen.",
        "A common service answers once for the systems that use it. The gap stands "
        "once in the list, but counts in each "
        "system's own figure. Where a system uses several services, the worst answer "
        "holds. An answer that still stands "
        "from an earlier campaign counts as answered. Development from year to year "
        "is computed only on questions that "
        "were put to the same subject both times.",
    )
    m.heading(2, "Hvad rapporten ikke siger", "What the report does not say")
    m.text(
        "Normal",
        "Overensstemmelse med ISO/IEC 27001 er ikke det samme som at overholde "
        "databeskyttelsesforordningen eller NIS "
        "2-loven. Henvisninger til lovgivningen viser, hvilke bestemmelser en "
        "foranstaltning har med at gøre; de er ikke en "
        "juridisk vurdering.",
        "Conformity with ISO/IEC 27001 is not the same as compliance with the "
        "General Data Protection Regulation or the "
        "Danish NIS 2 Act. References to the law show which provisions a control has "
        "to do with; they are not a legal opinion.",
    )


def register(m: Maker) -> None:
    """How to see that nothing was changed."""
    m.heading(1, "Bilag E Registerets kontrolsum", "Appendix E The register's checksum")
    m.text(
        "Secaudit Intro",
        "Hvert svar er en hændelse i et register, hvor hver hændelse bærer "
        "kontrolsummen af den forrige. Registeret havde "
        "{{ events }} hændelser, da rapporten blev lavet. Sådan kontrolleres det, at "
        "intet er ændret eller fjernet siden; tallet er den sidste hændelses kontrolsum:",
        "Every answer is an event in a register in which each event holds the "
        "checksum of the one before. The register "
        "had {{ events }} events when the report was made. To check that nothing has "
        "been changed or removed since (the number is the last event's checksum):",
    )
    m.text("Secaudit Hash", "secaudit verify --head {{ head }}")
    with m.when("notes_digest"):
        m.text(
            "Secaudit Intro",
            "Afsnit 3, 10, 11 og 15 og indstillingen bygger også på det, sikkerhedskoordinatoren "
            "har skrevet i notes.yaml. Filens kontrolsum (SHA-256) er:",
            "Sections 3, 10, 11 and 15 and the recommendation also build on what the security "
            "officer wrote in notes.yaml. The file's checksum (SHA-256) is:",
        )
        m.text("Secaudit Hash", "{{ notes_digest }}")
