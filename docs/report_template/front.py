"""What comes first: title page, summary, follow-up, changes, basis."""

from docx.shared import Pt

from docs.report_template.looks import add_field
from docs.report_template.maker import Column, Maker


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
        "Udarbejdet med secaudit {{ version }}. Registerets kontrolsum begynder med "
        "{{ head[:12] }} (bilag E).",
        "Made with secaudit {{ version }}. The register's checksum begins with "
        "{{ head[:12] }} (appendix E).",
    )
    m.text("Secaudit Contents Heading", "Indhold", "Contents")
    contents = m.document.add_paragraph(style="toc 1")
    add_field(contents, 'TOC \\o "1-1" \\h \\n \\z \\u', m.say("Indhold", "Contents"))


def summary(m: Maker) -> None:
    """Page 1: can be read alone."""
    m.heading(
        1,
        "1 Ledelsesresumé og indstilling",
        "1 Executive summary and recommendation",
        new_page=True,
    )
    headline = m.text(
        "Secaudit Headline", "{{ summary.headline }}{% if summary.note %}"
    )
    note = headline.add_run()
    note.add_break()
    note.add_text("{{ summary.note }}")
    note.font.size, note.font.bold = Pt(11), False
    headline.add_run("{% endif %}")
    m.bullets("summary.verdict")
    with m.when("summary.kinds"):
        kinds(m)
    note = m.text("Secaudit Note", "")
    note.add_run(
        m.say("Egenvurdering, ikke revision.", "A self-assessment, not an audit.")
    ).bold = True
    note.add_run(" {{ summary.reviewed }}")
    with m.when("summary.worst"):
        worst(m)
    with m.when("summary.recommended"):
        m.heading(
            2,
            "Det indstilles, at Direktionen",
            "It is recommended that the executive board",
        )
        m.tag("for said in summary.recommended")
        m.text("Secaudit Point", "{{ loop.index }}. {{ said }}")
        m.tag("endfor")


def kinds(m: Maker) -> None:
    """The three numbers of each kind of subject."""
    m.caption("Egenvurderingen i tal", "The self-assessment in figures")
    m.table(
        "r in summary.kinds",
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
                m.say("Opfyldt i alt", "Met of all"),
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


def worst(m: Maker) -> None:
    """The few worst gaps."""
    m.caption("De mest alvorlige gab", "The most serious gaps")
    m.table(
        "r in summary.worst",
        (
            Column(10.2, m.say("Gab", "Gap"), ("+{{ r.control }}", "{{ r.said }}")),
            Column(1.5, m.say("Prioritet", "Priority"), "{{ r.priority }}", "right"),
            Column(1.4, m.say("Klasse", "Class"), "{{ r.gap_class }}", "centre"),
            Column(3.5, m.say("Ansvarlig", "Responsible"), "{{ r.who }}"),
        ),
        together=True,
    )
    m.text(
        "Secaudit Note",
        "{% if summary.rest %}{{ summary.rest }} {% endif %}Klasse A er fra "
        "prioritet {{ class_a }}, B fra {{ class_b }} (bilag D).",
        "{% if summary.rest %}{{ summary.rest }} {% endif %}Class A is from "
        "priority {{ class_a }}, B from {{ class_b }} (appendix D).",
    )


def followup(m: Maker) -> None:
    """What became of what was decided before."""
    m.heading(
        1,
        "2 Opfølgning på sidste års beslutninger og handlinger",
        "2 Follow-up of last year's decisions and actions",
        new_page=True,
    )
    with m.when("followup.said"):
        m.text("Normal", "{{ followup.said }}")
    with m.when("followup.actions"):
        m.caption("Handlinger fra tidligere årsrunder", "Actions of earlier campaigns")
        m.table(
            "r in followup.actions",
            (
                Column(1.0, m.say("Nr.", "No."), "{{ r.id }}"),
                Column(5.6, m.say("Handling", "Action"), "{{ r.what }}"),
                Column(3.8, m.say("Ansvarlig", "Responsible"), "{{ r.responsible }}"),
                Column(
                    4.4,
                    m.say("Status og frist", "Status and due date"),
                    (
                        "+{{ r.status }}",
                        m.say("Frist: {{ r.due }}", "Due: {{ r.due }}"),
                        "{%p if r.moved %}",
                        "{{ r.moved }}",
                        "{%p endif %}",
                    ),
                ),
                Column(
                    2.0,
                    m.say("Gab lukket", "Gaps closed"),
                    "{{ r.remaining }}",
                    "right",
                ),
            ),
        )
        m.rest("followup.actions_rest")
    with m.when("followup.decisions"):
        m.caption("Tidligere beslutninger", "Earlier decisions")
        m.table(
            "r in followup.decisions",
            (
                Column(1.0, m.say("Nr.", "No."), "{{ r.id }}"),
                Column(6.0, m.say("Beslutning", "Decision"), "{{ r.text }}"),
                Column(
                    4.4,
                    m.say("Hvornår, af hvem, sag", "When, by whom, case"),
                    ("{{ r.on }}", "{{ r.by }}", "{{ r.case }}"),
                ),
                Column(
                    5.2,
                    m.say("Status nu", "How it is now"),
                    "{{ r.outcome }}",
                ),
            ),
        )
        m.rest("followup.decisions_rest")
    with m.when("not (followup.said or followup.decisions)"):
        m.text(
            "Normal",
            "{% if before %}Der er ingen beslutninger eller handlinger fra "
            "{{ before }} i registeret.{% else %}Dette er den første årsrunde i "
            "registeret. Der er intet at følge op på.{% endif %}",
            "{% if before %}The register holds no decisions or actions of "
            "{{ before }}.{% else %}This is the first campaign in the register. There "
            "is nothing to follow up.{% endif %}",
        )


def changes(m: Maker) -> None:
    """What is not as it was."""
    m.heading(
        1,
        "3 Ændringer i trusler, lovgivning og organisation",
        "3 Changes in threats, law and organisation",
    )
    with m.when("changes.rows") as found:
        m.table(
            "r in changes.rows",
            (
                Column(3.6, m.say("Område", "About"), "+{{ r.about }}"),
                Column(13.0, m.say("Ændring", "Change"), "{{ r.said }}"),
            ),
        )
        found.otherwise()
        m.text("Normal", "Der er ikke oplyst noget.", "Nothing is stated.")


def basis(m: Maker) -> None:
    """What the figures are built on."""
    m.heading(1, "4 Grundlag og metode", "4 Basis and method")
    m.text(
        "Secaudit Intro",
        "Rapporten bygger på de svar, som systemejerne og de andre ansvarlige selv "
        "har givet i årsrunden. "
        "Den er en egenvurdering, ikke en revision: Den viser, hvad der er "
        "svaret, og at svarene ikke er "
        "ændret siden. Den afgør ikke, om svarene er rigtige. Dokumentation, som "
        "ingen har kontrolleret, er kun angivet af den ansvarlige.",
        "The report builds on the answers that system owners and others responsible "
        "gave in the campaign. It is a "
        "self-assessment, not an audit: it shows what was answered, and that the "
        "answers have not been changed "
        "since. It does not settle whether they are right. Evidence that nobody "
        "reviewed is only stated.",
    )
    m.caption("Årsrunden", "The campaign")
    m.facts(
        "basis.facts",
        "Oplysning",
        "Fact",
        5.6,
        value=("Indhold", "Content"),
        together=False,
    )
    m.heading(2, "Hvem mangler at svare", "Who has yet to answer")
    with m.when("basis.silent"):
        silent(m)
    with m.when("summary.kinds and not basis.silent"):
        m.text(
            "Normal", "Alle spørgsmål er besvaret.", "Every question has been answered."
        )
    with m.when("not summary.kinds"):
        m.text("Normal", "Ingen er spurgt endnu.", "Nobody has been asked yet.")
    with m.when("basis.ownerless"):
        m.text(
            "Normal",
            "Uden ejer, så ejerens spørgsmål er ubesvarede: {{ basis.ownerless | join(', ') }}.",
            "Without an owner, so that the owner's questions are unanswered: "
            "{{ basis.ownerless | join(', ') }}.",
        )


def silent(m: Maker) -> None:
    """Those who have not answered everything."""
    m.caption(
        "Hvert ubesvaret spørgsmål tæller som et gab",
        "Each unanswered question counts as a gap",
    )
    m.table(
        "r in basis.silent",
        (
            Column(6.0, m.say("Hvem", "Who"), "{{ r.person }}"),
            Column(
                6.8,
                m.say("Mangler svar om", "Answers missing about"),
                "{{ r.subjects }}",
            ),
            Column(
                3.8,
                m.say("Besvarede spørgsmål", "Questions answered"),
                "{{ r.answered }}",
                "right",
            ),
        ),
    )
    m.rest("basis.rest")
