"""What comes first: title page, summary, basis, status by theme."""

from docx.shared import Pt

from docs.report_template.chart import add_chart
from docs.report_template.looks import add_field
from docs.report_template.maker import Column, Maker
from docs.report_template.tables import COUNTED, rest


def title_page(m: Maker) -> None:
    """Title, classification, and contents."""
    m.text("Secaudit Organisation", "{{ organisation }}")
    m.text(
        "Title",
        "Informationssikkerhed {{ campaign }}",
        "Information security {{ campaign }}",
    )
    m.text("Subtitle", "Egenvurdering og gab", "Self-assessment and gaps")
    m.text("Secaudit Title Line", "Til Direktionen", "To the executive board")
    m.text("Secaudit Title Line", "{{ date }}")
    m.text("Secaudit Classification", "Fortroligt", "Confidential")
    m.text(
        "Secaudit Note",
        "Udarbejdet med secaudit {{ version }}",
        "Made with secaudit {{ version }}",
    )
    m.text("Secaudit Contents Heading", "Indhold", "Contents")
    contents = m.document.add_paragraph(style="toc 1")
    add_field(contents, 'TOC \\o "1-1" \\h \\n \\z \\u', m.say("Indhold", "Contents"))


def summary(m: Maker) -> None:
    """Page 1: can be read alone."""
    m.heading(1, "1 Ledelsesresumé", "1 Executive summary", new_page=True)
    headline = m.text("Secaudit Headline", "{{ headline }}{% if headline_note %}")
    note = headline.add_run()
    note.add_break()
    note.add_text("{{ headline_note }}")
    note.font.size, note.font.bold = Pt(11), False
    headline.add_run("{% endif %}")
    m.tag("for sentence in verdict")
    m.text("List Bullet", "{{ sentence }}")
    m.tag("endfor")
    m.tag("if kinds")
    m.caption("Egenvurderingen i tal", "The self-assessment in figures")
    m.table(
        "r in kinds",
        (
            Column(5.0, m.say("Hvem eller hvad", "Who or what"), "+{{ r.kind }}"),
            Column(1.6, m.say("Antal", "Number"), "{{ r.subjects }}", "right"),
            Column(2.2, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
            Column(
                2.6,
                m.say("Opfyldt af besvarede", "Met of answered"),
                "{{ r.met_of_answered }}",
                "right",
            ),
            Column(
                2.4,
                m.say("Opfyldt af alle", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
            Column(
                2.8,
                m.say("Vurderede svar", "Reviewed answers"),
                "{{ r.reviewed }}",
                "right",
            ),
        ),
        together=True,
        last=("target", {0: "+" + m.say("Mål", "Target"), 4: "{{ target }}"}),
    )
    m.tag("endif")
    note = m.text("Secaudit Note", "")
    note.add_run(
        m.say("Egenvurdering, ikke revision.", "A self-assessment, not an audit.")
    ).bold = True
    note.add_run(" {{ reviewed }}")
    m.tag("if worst")
    m.caption("De mest alvorlige gab", "The most serious gaps")
    m.table(
        "r in worst",
        (
            Column(9.3, m.say("Gab", "Gap"), ("+{{ r.what }}", "{{ r.said }}")),
            Column(1.7, m.say("Prioritet", "Priority"), "{{ r.priority }}", "right"),
            Column(1.3, m.say("Klasse", "Class"), "{{ r.letter }}", "centre"),
            Column(4.3, m.say("Ansvarlig", "Responsible"), "{{ r.who }}"),
        ),
        together=True,
    )
    m.text("Secaudit Note", *COUNTED)
    m.text(
        "Secaudit Note",
        "{% if worst_rest %}{{ worst_rest }} {% endif %}Klasse A er prioritet {{ "
        "class_a }} og derover, "
        "klasse B {{ class_b }} og derover, resten er klasse C. Bilag B forklarer, "
        "hvordan prioriteten regnes ud.",
        "{% if worst_rest %}{{ worst_rest }} {% endif %}Class A is priority {{ "
        "class_a }} and above, class B "
        "{{ class_b }} and above, the rest is class C. Appendix B explains how "
        "priority is computed.",
    )
    m.tag("endif")


def basis(m: Maker) -> None:
    """What the figures are built on."""
    m.heading(1, "2 Grundlag", "2 Basis", new_page=True)
    m.text(
        "Secaudit Intro",
        "Rapporten bygger på de svar, som systemejerne og de andre ansvarlige selv "
        "har givet i årsrunden. "
        "Den er en egenvurdering, ikke en revision: Den dokumenterer, hvad der er "
        "svaret, og at svarene ikke er "
        "ændret siden. Den afgør ikke, om svarene er rigtige. Dokumentation, som "
        "ingen har set efter, er kun angivet.",
        "The report builds on the answers that system owners and others responsible "
        "gave in the campaign. It is a "
        "self-assessment, not an audit: it documents what was answered, and that the "
        "answers have not been changed "
        "since. It does not settle whether they are right. Evidence that nobody "
        "reviewed is only stated.",
    )
    m.caption("Årsrunden", "The campaign")
    m.table(
        "r in facts",
        (
            Column(5.6, m.say("Oplysning", "Fact"), "{{ r.name }}"),
            Column(11.0, m.say("Indhold", "Content"), "{{ r.value }}"),
        ),
    )
    m.heading(2, "Hvem mangler at svare", "Who has yet to answer")
    m.tag("if silent")
    m.text(
        "Secaudit Intro",
        "Et ubesvaret spørgsmål tæller som et gab, indtil det er besvaret.",
        "A question without an answer counts as a gap until it is answered.",
    )
    m.caption("Ubesvarede spørgsmål", "Unanswered questions")
    m.table(
        "r in silent",
        (
            Column(6.0, m.say("Hvem", "Who"), "{{ r.person }}"),
            Column(6.8, m.say("Spørgsmål om", "Questions about"), "{{ r.subjects }}"),
            Column(
                3.8,
                m.say("Besvarede spørgsmål", "Questions answered"),
                "{{ r.answered }}",
                "right",
            ),
        ),
    )
    rest(m, "silent_rest")
    m.tag("else")
    m.text("Normal", "Alle spørgsmål er besvaret.", "Every question has been answered.")
    m.tag("endif")
    m.tag("if ownerless")
    m.heading(2, "Systemer uden ejer", "Systems without an owner")
    m.text(
        "Secaudit Intro",
        "Disse systemer har ingen ejer. Ejerens spørgsmål er derfor ubesvarede.",
        "These systems have no owner. The owner's questions are therefore unanswered.",
    )
    m.tag("for name in ownerless")
    m.text("List Bullet", "{{ name }}")
    m.tag("endfor")
    m.tag("endif")


def theme_table(m: Maker, rows: str) -> None:
    """How the questions of one kind of subject stand."""
    heads = (
        ("Opfyldt", "Met", "met", 1.5, 1.4),
        ("Delvist opfyldt", "Partial", "partial", 1.6, 1.5),
        ("Ikke opfyldt", "Not met", "not_met", 1.5, 1.5),
        ("Ved ikke", "Unknown", "unknown", 1.3, 1.8),
        ("Ubesvaret", "Unanswered", "unanswered", 1.9, 2.2),
        ("Ikke relevant", "Not applicable", "not_applicable", 1.7, 2.0),
        ("Opfyldt af alle", "Met of all", "met_of_all", 1.7, 1.5),
    )
    danish = m.language == "da"
    numbers = [
        Column(wide if danish else broad, m.say(da, en), f"{{{{ r.{name} }}}}", "right")
        for da, en, name, wide, broad in heads
    ]
    theme = Column(5.4 if danish else 4.7, m.say("Tema", "Theme"), "{{ r.theme }}")
    aim = ("target", {0: m.say("Mål", "Target"), 7: "{{ target }}"})
    m.table(f"r in {rows}", (theme, *numbers), together=True, last=aim)


def themes(m: Maker) -> None:
    """How each theme stands."""
    m.heading(1, "3 Samlet status pr. tema", "3 Status by theme")
    m.text(
        "Normal",
        "{% if target %}Målet er, at {{ target }} er opfyldt. {% endif %}Tabellerne "
        "viser antal spørgsmål. »Opfyldt af alle« tæller et delvist "
        "opfyldt krav halvt, vægter kravene efter betydning og runder altid ned. "
        "Det, der er ubesvaret eller uvist, tæller med som ikke opfyldt. Det, der ikke "
        "er relevant, tæller ikke med; hvor svaret skal vurderes, tæller »ikke "
        "relevant« med som ikke opfyldt, indtil svaret er vurderet."
        "{% if awaiting %} {{ awaiting }}{% endif %}",
        "{% if target %}The target is that {{ target }} is met. {% endif %}The tables "
        "show numbers of questions. 'Met of all' counts what is "
        "partly met as half, weighs requirements by importance and always rounds "
        "down. What is unanswered or unknown counts as not met. What is not "
        "applicable is left out; where the answer must be reviewed, 'not applicable' "
        "counts as not met until the answer is reviewed."
        "{% if awaiting %} {{ awaiting }}{% endif %}",
    )
    m.tag("if system_themes")
    m.heading(2, "It-systemerne", "IT systems")
    m.caption(
        "Systemernes svar pr. tema. Tallene i søjlerne er antal spørgsmål.",
        "The systems' answers by theme. The numbers in the bars are questions.",
    )
    add_chart(m)
    m.caption("Status pr. tema for it-systemerne", "Status by theme, IT systems")
    theme_table(m, "system_themes")
    m.tag("endif")
    for name, da, en in (
        ("owner_themes", "Systemejernes egne pligter", "System owners' own duties"),
        ("organisation_themes", "Organisationen", "The organisation"),
        ("employee_themes", "Medarbejderne", "Employees"),
    ):
        m.tag(f"if {name}")
        m.heading(2, da, en)
        m.caption(
            f"Status pr. tema: {da[0].lower()}{da[1:]}",
            f"Status by theme: {en[0].lower()}{en[1:]}",
        )
        theme_table(m, name)
        m.tag("endif")
    m.tag("if trend")
    m.heading(2, "Udviklingen siden {{ before }}", "Development since {{ before }}")
    m.text(
        "Secaudit Intro",
        "Her sammenlignes kun spørgsmål, der er stillet om de samme systemer, de samme "
        "ejere og organisationen i begge årsrunder.",
        "Only questions that were put about the same systems, the same owners and the "
        "organisation in both campaigns are compared here.",
    )
    m.caption("Opfyldt af alle, dengang og nu", "Met of all, then and now")
    m.table(
        "r in trend",
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
    m.tag("endif")
