"""How it stands, theme by theme, forvaltning by forvaltning and year by year."""

from docs.report_template.chart import add_chart
from docs.report_template.maker import Column, Maker

SHADES = "dict(high='DCE6F2', middle='F4E9CF', low='F2D5CC')"


def status(m: Maker) -> None:
    """Section 5."""
    m.heading(1, "5 Samlet status", "5 Status")
    m.text(
        "Normal",
        "{% if target %}Målet er, at {{ target }} er opfyldt. {% endif %}Tabellerne "
        "viser antal spørgsmål. »Opfyldt i alt« tæller et delvist opfyldt krav halvt, "
        "vægter kravene og runder altid ned; ubesvaret og ved ikke tæller som ikke "
        "opfyldt (bilag D).{% if status.awaiting %} {{ status.awaiting }}{% endif %}",
        "{% if target %}The target is that {{ target }} is met. {% endif %}The tables "
        "show numbers of questions. 'Met of all' counts what is partly met as half, "
        "weighs requirements and always rounds down; unanswered and unknown count as "
        "not met (appendix D).{% if status.awaiting %} {{ status.awaiting }}{% endif %}",
    )
    with m.when("status.systems"):
        m.heading(2, "It-systemerne pr. tema", "IT systems by theme")
        m.caption(
            "Systemernes svar pr. tema. Tallene i søjlerne er antal spørgsmål.",
            "The systems' answers by theme. The numbers in the bars are questions.",
        )
        add_chart(m, "status-per-theme", 3.4)
        m.caption("Status pr. tema for it-systemerne", "Status by theme, IT systems")
        theme_table(m, "status.systems")
    with m.when("status.heat.rows"):
        heat(m)
    with m.when("status.shares"):
        shares(m)
    with m.when("before"):
        years(m)


def shares(m: Maker) -> None:
    """Each theme for each kind of subject."""
    m.caption(
        "Opfyldt i alt, pr. tema; antallene står i bilag C",
        "Met of all, by theme; appendix C has the numbers",
    )
    m.table(
        "r in status.shares",
        (
            Column(6.6, m.say("Tema", "Theme"), "{{ r.theme }}"),
            Column(2.0, m.say("Systemer", "Systems"), "{{ r.systems }}", "right"),
            Column(2.2, m.say("Ejere", "Owners"), "{{ r.owners }}", "right"),
            Column(
                2.9,
                m.say("Organisation", "Organisation"),
                "{{ r.organisation }}",
                "right",
            ),
            Column(
                2.9, m.say("Medarbejdere", "Employees"), "{{ r.employees }}", "right"
            ),
        ),
        together=True,
        last=("target", {0: m.say("Mål", "Target"), 1: "{{ target }}"}),
    )


def kind_themes(m: Maker) -> None:
    """The numbers of those that section 5 does not show."""
    for name, da, en in (
        ("status.owners", "systemejernes egne pligter", "system owners' own duties"),
        ("status.organisation", "organisationen", "the organisation"),
        ("status.employees", "medarbejderne", "employees"),
    ):
        with m.when(name):
            m.caption(f"Status pr. tema: {da}", f"Status by theme: {en}")
            theme_table(m, name)


def theme_table(m: Maker, rows: str) -> None:
    """How the questions of one kind of subject stand."""
    heads = (
        ("Opfyldt", "Met", "met", 1.5, 1.4),
        ("Delvist opfyldt", "Partial", "partial", 1.6, 1.5),
        ("Ikke opfyldt", "Not met", "not_met", 1.5, 1.5),
        ("Ved ikke", "Unknown", "unknown", 1.3, 1.8),
        ("Ubesvaret", "Unanswered", "unanswered", 1.9, 2.2),
        ("Ikke relevant", "Not applicable", "not_applicable", 1.7, 2.0),
        ("Opfyldt i alt", "Met of all", "met_of_all", 1.7, 1.5),
    )
    danish = m.language == "da"
    numbers = [
        Column(wide if danish else broad, m.say(da, en), f"{{{{ r.{name} }}}}", "right")
        for da, en, name, wide, broad in heads
    ]
    theme = Column(5.4 if danish else 4.7, m.say("Tema", "Theme"), "{{ r.theme }}")
    aim = ("target", {0: m.say("Mål", "Target"), 7: "{{ target }}"})
    m.table(f"r in {rows}", (theme, *numbers), together=True, last=aim)


def heat(m: Maker) -> None:
    """Forvaltning against theme, in words and shades."""
    m.heading(2, "Forvaltningernes systemer", "The departments' systems")
    m.caption(
        "Opfyldt i alt: høj fra 80 %, middel fra 50 %, ellers lav. Ændring siden sidste "
        "årsrunde på de samme spørgsmål, i procentpoint.",
        "Met of all: high from 80 %, middle from 50 %, else low. Change since the campaign "
        "before on the same questions, in percentage points.",
    )
    m.tag(f"set shade = {SHADES}")
    m.crossed_table(
        (
            Column(3.7, m.say("Forvaltning", "Department"), "{{ r.department }}"),
            Column(2.5, m.say("Besvaret", "Answered"), "{{ r.answered }}"),
            Column(2.1, m.say("Ændring", "Change"), "{{ r.change }}"),
        ),
        "status.heat.themes",
        "{{ t }}",
        "r in status.heat.rows",
        "{% cellbg shade.get(c.level, 'FFFFFF') %}{{ c.said }}",
    )
    m.rest("status.heat.rest")


def years(m: Maker) -> None:
    """Against the campaigns before."""
    m.heading(2, "Udviklingen siden {{ before }}", "Development since {{ before }}")
    m.text(
        "Secaudit Intro",
        "{{ status.years.closed }} Her sammenlignes kun spørgsmål, der er stillet om de samme "
        "systemer, de samme ejere og organisationen hver gang.",
        "{{ status.years.closed }} Only questions that were put about the same systems, the same "
        "owners and the organisation each time are compared.",
    )
    with m.when("status.years.trend"):
        trend(m)
    with m.when("status.years.rows"):
        m.caption(
            "Opfyldt i alt for systemerne, år for år, i procent",
            "Met of all for the systems, year by year, in per cent",
        )
        add_chart(m, "trend", 6.0)
    with m.when("status.years.years | length > 2"):
        m.caption("De samme spørgsmål, år for år", "The same questions, year by year")
        by_year(m, "status.years.years", "status.years.rows", questions=True)
    with m.when("status.stated.rows"):
        m.caption(
            "Tidligere år: oplyst, ikke efterprøvet; kan ikke sammenlignes med tallene ovenfor",
            "Earlier years: stated, not verified; not comparable with the figures above",
        )
        by_year(m, "status.stated.years", "status.stated.rows", questions=False)
        m.text("Secaudit Note", "{{ status.stated.sources }}")
    with m.when("status.years.ages"):
        m.caption("Åbne gab efter alder", "Open gaps by age")
        m.table(
            "r in status.years.ages",
            (
                Column(7.8, m.say("Alder", "Age"), "{{ r.age }}"),
                *(
                    Column(
                        2.2,
                        m.say(f"Klasse {c}", f"Class {c}"),
                        f"{{{{ r.{c.lower()} }}}}",
                        "right",
                    )
                    for c in "ABC"
                ),
                Column(2.2, m.say("I alt", "In all"), "{{ r.every }}", "right"),
            ),
            together=True,
        )


def trend(m: Maker) -> None:
    """Then and now."""
    m.caption("Opfyldt i alt, dengang og nu", "Met of all, then and now")
    m.table(
        "r in status.years.trend",
        (
            Column(7.0, m.say("Hvem eller tema", "Who, or theme"), "{{ r.about }}"),
            Column(2.4, m.say("Spørgsmål", "Questions"), "{{ r.questions }}", "right"),
            Column(2.2, "{{ before }}", "{{ r.then }}", "right"),
            Column(2.2, "{{ campaign }}", "{{ r.now }}", "right"),
            Column(
                2.8,
                m.say("Ændring i procentpoint", "Change in percentage points"),
                "{{ r.change }}",
                "right",
            ),
        ),
        together=True,
    )


def by_year(m: Maker, years: str, rows: str, *, questions: bool) -> None:
    """A column for each year."""
    asked = Column(2.0, m.say("Spørgsmål", "Questions"), "{{ r.questions }}")
    theme = Column(6.6, m.say("Tema", "Theme"), "{{ r.theme }}")
    heads = (theme, asked) if questions else (theme,)
    m.crossed_table(heads, years, "{{ t }}", f"r in {rows}", "{{ c }}", "r.values")
