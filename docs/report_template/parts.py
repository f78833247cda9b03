"""Make the templates of the report's parts: the system sheet, and the extract.

`make_parts(language, folder)` writes system.docx and extract.docx, or their English ones.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from docs.report_template.looks import INK, styled
from docs.report_template.maker import Column, Maker, set_header_footer

WIDTH = 18.2
"""Of the text, in centimetres."""
SAID = ("comment", "evidence", "reviewed_on", "proposal", "wish", "review", "counts")
"""What an answer may have beside its status."""
STATED = (
    "Egenvurdering, ikke revision.",
    "A self-assessment, not an audit.",
)


def make_parts(language: Literal["da", "en"], folder: Path) -> None:
    """Write the templates of the parts in a language."""
    end = ".docx" if language == "da" else f".{language}.docx"
    for stem, write in (("system", sheet), ("extract", extract)):
        m = Maker(language)
        set_look(m)
        write(m)
        finish(m, folder / f"{stem}{end}")


def set_look(m: Maker) -> None:
    """A4 with narrow margins, and smaller type than the report: a part is few pages."""
    section, styles = m.document.sections[0], m.document.styles
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.4)
    section.top_margin, section.bottom_margin = Cm(1.6), Cm(1.3)
    section.header_distance = section.footer_distance = Cm(0.7)
    set_header_footer(m, section, WIDTH)
    heads: dict[str, Any] = {"bold": True, "colour": INK, "keep": True, "line": 1.0}
    styled(styles, "Title", 16, before=2, after=2, **heads)
    styled(styles, "Heading 1", 11.5, before=6, after=2, **heads)
    styled(styles, "Normal", 9, after=3, line=1.05)
    styled(styles, "List Bullet", 9.5, after=2, line=1.05)
    for name in ("Cell", "Cell Strong", "Cell Number", "Cell Centre", "Cell Head"):
        styles[f"Secaudit {name}"].font.size = Pt(8)
    styles["Secaudit Note"].font.size = Pt(8)
    styles["Secaudit Hash"].font.size = Pt(7)
    spacing = styles["Secaudit Cell Strong"].paragraph_format
    spacing.space_before, spacing.space_after = Pt(0.2), Pt(0)
    for name in ("Cell", "Cell Number", "Cell Centre"):
        spacing = styles[f"Secaudit {name}"].paragraph_format
        spacing.space_before, spacing.space_after = Pt(0.2), Pt(0.3)


def opening(m: Maker) -> None:
    """Title, and what kind of document it is."""
    m.text("Title", "{{ title }}")
    line = m.text(
        "Normal",
        "{{ organisation }}, årsrunde {{ campaign }}, pr. {{ date }}. ",
        "{{ organisation }}, campaign {{ campaign }}, as of {{ date }}. ",
    )
    line.add_run(m.say(*STATED)).bold = True
    line.add_run(" {{ reviewed }}")


def bullets(m: Maker, loop: str) -> None:
    """A bullet for each sentence."""
    m.tag(f"for sentence in {loop}")
    m.text("List Bullet", "{{ sentence }}")
    m.tag("endfor")


def optional(*tags: str | tuple[str, str]) -> tuple[str, ...]:
    """Paragraphs of a cell that stand only if their name is not empty."""
    found: list[str] = []
    for tag in tags:
        name, text = tag if isinstance(tag, tuple) else (tag, f"{{{{ r.{tag} }}}}")
        found += [f"{{%p if r.{name} %}}", text, "{%p endif %}"]
    return tuple(found)


def rest(m: Maker, name: str) -> None:
    """What a table leaves out, where it does."""
    m.tag(f"if {name}")
    m.text("Secaudit Note", f"{{{{ {name} }}}}")
    m.tag("endif")


def sheet(m: Maker) -> None:
    """The sheet on one system."""
    opening(m)
    bullets(m, "notices")
    m.heading(1, "Oplysninger om systemet", "Facts about the system")
    known = m.say("Oplyst", "As stated")
    m.table(
        "r in facts",
        (
            Column(4.0, m.say("Oplysning", "Fact"), "+{{ r.name }}"),
            Column(5.3, known, "{{ r.value }}"),
            Column(3.6, m.say("Oplysning", "Fact"), "+{{ r.other }}"),
            Column(5.3, known, "{{ r.other_value }}"),
        ),
        together=True,
    )
    m.tag("if not withdrawn")
    status(m)
    m.tag("endif")
    sheet_actions(m)
    decisions(m)
    m.heading(1, "Alle spørgsmål og svar", "Every question and answer")
    m.text(
        "Secaudit Note",
        "»Angivet« er dokumentation, som ingen har set efter; »drift« er den driftsansvarlige; "
        "»fra« er en tidligere årsrunde.",
        "'Stated' is evidence that nobody has looked into; 'by operations' is who runs the "
        "system; 'from' is an earlier campaign.",
    )
    answers(m, "answers")
    m.tag("if after")
    m.heading(
        1,
        "Svar givet efter årsrundens lukning",
        "Answers given after the campaign was closed",
    )
    m.text("Secaudit Note", "Ingen tal tæller dem.", "No figure counts them.")
    answers(m, "after")
    m.tag("endif")
    register(m)


def status(m: Maker) -> None:
    """The three figures, and the gaps."""
    m.heading(1, "Status og gab", "Status and gaps")
    m.fixed_table(
        (
            Column(2.4, m.say("Besvaret", "Answered"), ""),
            Column(3.4, m.say("Opfyldt af besvarede", "Met of answered"), ""),
            Column(3.0, m.say("Opfyldt af alle", "Met of all"), ""),
            Column(9.4, m.say("Spørgsmål", "Questions"), ""),
        ),
        [
            (
                "{{ answered }}",
                "{{ met_of_answered }}",
                "{{ met_of_all }}",
                "{{ counted }}",
            )
        ],
    )
    m.tag("if gaps")
    m.table(
        "r in gaps",
        (
            Column(5.3, m.say("Gab", "Gap"), "+{{ r.control }}"),
            Column(3.0, "Status", ("{{ r.status }}", *optional("decision"))),
            Column(1.4, m.say("Klasse", "Class"), "+{{ r.letter }}"),
            Column(
                3.1,
                m.say("Prioritet", "Priority"),
                "{{ r.priority }} = {{ r.factors }}",
            ),
            Column(2.1, m.say("Lovkrav", "By law"), "{{ r.law }}"),
            Column(1.2, m.say("Siden", "Since"), "{{ r.since }}"),
            Column(2.1, m.say("Handling", "Action"), "{{ r.doing }}"),
        ),
    )
    m.text(
        "Secaudit Note",
        "Prioritet er mangel × vægt × kritikalitet × data. Klasse A er {{ class_a }} og "
        "derover, B {{ class_b }} og derover, resten C.",
        "Priority is shortfall × weight × criticality × data. Class A is {{ class_a }} "
        "and above, B {{ class_b }} and above, the rest is C.",
    )
    m.tag("else")
    m.text("Normal", "Systemet har ingen gab.", "The system has no gaps.")
    m.tag("endif")


def sheet_actions(m: Maker) -> None:
    """What is done about the gaps."""
    m.tag("if actions")
    m.heading(1, "Handlinger", "Actions")
    action_table(m)
    m.tag("endif")


def action_table(m: Maker) -> None:
    """The actions, each with all that is known of it."""
    m.table(
        "r in actions",
        (
            Column(1.0, "Id", "+{{ r.id }}"),
            Column(
                5.8,
                m.say("Handling", "Action"),
                (
                    "{{ r.what }}",
                    *optional(
                        "moved",
                        (
                            "evidence",
                            m.say(
                                "Angivet dokumentation: {{ r.evidence }}",
                                "Stated evidence: {{ r.evidence }}",
                            ),
                        ),
                    ),
                ),
            ),
            Column(3.1, m.say("Dækker", "Covers"), "{{ r.covers }}"),
            Column(
                5.2,
                m.say("Ansvarlig", "Responsible"),
                ("{{ r.responsible }}", "{{ r.effort }}"),
            ),
            Column(
                3.1,
                m.say("Frist og status", "Due and status"),
                ("+{{ r.due }}", "{{ r.status }}"),
            ),
        ),
    )


def decisions(m: Maker) -> None:
    """What was decided about gaps of the system."""
    m.tag("if decisions")
    m.heading(1, "Beslutninger om systemets gab", "Decisions about the system's gaps")
    m.table(
        "r in decisions",
        (
            Column(1.0, "Id", "+{{ r.id }}"),
            Column(4.4, m.say("Gab", "Gap"), "{{ r.control }}"),
            Column(
                9.8,
                m.say("Beslutning", "Decision"),
                ("{{ r.text }}", "{{ r.decided }}"),
            ),
            Column(3.0, m.say("Til og med", "Until"), "{{ r.until }}"),
        ),
    )
    m.tag("endif")


def answers(m: Maker, name: str) -> None:
    """Every answer, with nothing cut."""
    m.table(
        f"r in {name}",
        (
            Column(
                8.6,
                m.say("Spørgsmål", "Question"),
                "{{ r.control }}. {{ r.question }}",
            ),
            Column(
                2.7,
                m.say("Svar", "Answer"),
                ("+{{ r.status }}", *optional("said")),
            ),
            Column(
                6.9,
                m.say(
                    "Bemærkning, dokumentation, vurdering",
                    "Comment, evidence, review",
                ),
                (
                    *optional(*SAID),
                    f"{{%p if not ({' or '.join(f'r.{name}' for name in SAID)}) %}}",
                    "–",
                    "{%p endif %}",
                ),
            ),
        ),
    )
    embolden(m.document.tables[-1].rows[2].cells[0].paragraphs[0])


def embolden(paragraph: Any) -> None:
    """Set the first tag of a paragraph in bold, and the rest not."""
    first, end, rest = paragraph.text.partition("}}.")
    paragraph.clear()
    paragraph.add_run(first + end).bold = True
    paragraph.add_run(rest)


def register(m: Maker) -> None:
    """Where it comes from, and how to see that nothing was changed."""
    m.text(
        "Secaudit Note",
        "Lavet med secaudit {{ version }} af registerets {{ events }} hændelser. Sådan "
        "kontrolleres det, at intet er ændret eller fjernet siden:",
        "Made with secaudit {{ version }} of the {{ events }} events of the register. To "
        "check that nothing has been changed or removed since:",
    ).paragraph_format.keep_with_next = True
    m.text("Secaudit Hash", "secaudit verify --head {{ head }}")


def extract(m: Maker) -> None:
    """The extract for a person or a department."""
    opening(m)
    bullets(m, "lead")
    deadlines(m)
    m.tag("if owners")
    m.heading(1, "Systemerne efter ejer", "Systems by owner")
    m.table("r in owners", owned_columns(m), together=True)
    rest(m, "owners_rest")
    m.tag("endif")
    m.tag("if systems")
    m.heading(1, "Systemerne", "The systems")
    m.table("r in systems", system_columns(m))
    rest(m, "systems_rest")
    m.text("Secaudit Note", *COUNTED)
    m.tag("endif")
    themes(m)
    for name, heading in GAPS:
        m.tag(f"if {name}")
        m.heading(1, *heading)
        m.table(f"r in {name}", gap_columns(m))
        rest(m, f"{name}_rest")
        m.tag("endif")
    m.tag("if duties or gaps or others")
    m.text("Secaudit Note", *CLASSES)
    m.tag("endif")
    unanswered(m)
    m.tag("if actions")
    m.heading(1, "Handlinger", "Actions")
    action_table(m)
    rest(m, "actions_rest")
    m.tag("endif")
    employees(m)
    register(m)


COUNTED = (
    "Tallene omfatter også det, som en fælles tjeneste svarer for systemet. A, B og C er "
    "antal åbne gab i hver klasse.",
    "The figures include what a common service answers for the system. A, B and C are the "
    "number of open gaps in each class.",
)
CLASSES = (
    "Klasse A er prioritet {{ class_a }} og derover, B {{ class_b }} og derover, resten "
    "C. Det, ingen har svaret på, står for sig.",
    "Class A is priority {{ class_a }} and above, B {{ class_b }} and above, the rest is "
    "C. What nobody has answered stands by itself.",
)
GAPS = (
    ("duties", ("Gab i de egne pligter som ejer", "Gaps in the owner's own duties")),
    ("gaps", ("Gab i systemerne", "Gaps in the systems")),
    (
        "others",
        (
            "Gab i det, der er svaret for organisationen",
            "Gaps in what the organisation is asked",
        ),
    ),
)


def deadlines(m: Maker) -> None:
    """What is to be done, by when."""
    m.heading(1, "Det skal gøres inden for et år", "To be done within a year")
    m.tag("if deadlines")
    m.table(
        "r in deadlines",
        (
            Column(
                2.9,
                m.say("Senest", "By"),
                ("+{{ r.due }}", *optional("overdue")),
            ),
            Column(7.2, m.say("Hvad", "What"), "{{ r.what }}"),
            Column(2.9, m.say("Om", "About"), "{{ r.about }}"),
            Column(5.2, m.say("Hvem", "Who"), "{{ r.who }}"),
        ),
    )
    rest(m, "deadlines_rest")
    m.tag("else")
    m.text(
        "Normal",
        "Der er ingen frister inden for et år.",
        "There are no deadlines within a year.",
    )
    m.tag("endif")


def figure_columns(m: Maker) -> tuple[Column, ...]:
    """The three numbers, the highest class, and the gaps in each class."""
    return (
        Column(1.7, m.say("Besvaret", "Answered"), "{{ r.answered }}", "right"),
        Column(
            2.0,
            m.say("Opfyldt af besvarede", "Met of answered"),
            "{{ r.met_of_answered }}",
            "right",
        ),
        Column(
            1.7, m.say("Opfyldt af alle", "Met of all"), "{{ r.met_of_all }}", "right"
        ),
        Column(
            1.5, m.say("Højeste klasse", "Highest class"), "{{ r.worst }}", "centre"
        ),
        Column(0.8, "A", "{{ r.a }}", "right"),
        Column(0.8, "B", "{{ r.b }}", "right"),
        Column(0.8, "C", "{{ r.c }}", "right"),
    )


def owned_columns(m: Maker) -> Sequence[Column]:
    """A row for each owner."""
    return (
        Column(7.0, m.say("Ejer", "Owner"), "+{{ r.owner }}"),
        Column(1.9, m.say("Systemer", "Systems"), "{{ r.systems }}", "right"),
        *figure_columns(m),
    )


def system_columns(m: Maker) -> Sequence[Column]:
    """A row for each system."""
    return (
        Column(
            6.3,
            "System",
            (
                "+{{ r.name }}",
                "{%p if of_department %}",
                "{{ r.owner }}",
                "{%p endif %}",
            ),
        ),
        Column(2.6, m.say("Kritikalitet", "Criticality"), "{{ r.criticality }}"),
        *figure_columns(m),
    )


def themes(m: Maker) -> None:
    """The status of a department's systems, theme by theme."""
    m.tag("if themes")
    m.heading(1, "Systemernes svar efter tema", "The systems' answers by theme")
    m.table(
        "r in themes",
        (
            Column(5.9, m.say("Tema", "Theme"), "+{{ r.theme }}"),
            Column(1.6, m.say("Opfyldt", "Met"), "{{ r.met }}", "right"),
            Column(1.6, m.say("Delvist", "Partial"), "{{ r.partial }}", "right"),
            Column(1.8, m.say("Ikke opfyldt", "Not met"), "{{ r.not_met }}", "right"),
            Column(1.6, m.say("Ved ikke", "Unknown"), "{{ r.unknown }}", "right"),
            Column(
                2.0,
                m.say("Ubesvaret", "Unanswered"),
                "{{ r.unanswered }}",
                "right",
            ),
            Column(
                1.9,
                m.say("Ikke relevant", "Not applicable"),
                "{{ r.not_applicable }}",
                "right",
            ),
            Column(
                1.8,
                m.say("Opfyldt af alle", "Met of all"),
                "{{ r.met_of_all }}",
                "right",
            ),
        ),
        together=True,
    )
    m.tag("endif")


def gap_columns(m: Maker) -> Sequence[Column]:
    """A row for each gap."""
    return (
        Column(
            5.7,
            m.say("Gab", "Gap"),
            (
                "+{{ r.control }}",
                *optional("subject"),
                "{%p if of_department %}",
                m.say("Ansvarlig: {{ r.who }}", "Responsible: {{ r.who }}"),
                "{%p endif %}",
            ),
        ),
        Column(3.2, "Status", "{{ r.status }}"),
        Column(
            2.6,
            m.say("Prioritet", "Priority"),
            m.say(
                "{{ r.priority }} (klasse {{ r.letter }})",
                "{{ r.priority }} (class {{ r.letter }})",
            ),
        ),
        Column(1.6, m.say("Lovkrav", "By law"), "{{ r.legal }}", "centre"),
        Column(5.1, m.say("Handling", "Action"), "{{ r.doing }}"),
    )


def unanswered(m: Maker) -> None:
    """What nobody has answered."""
    m.tag("if unanswered")
    m.heading(1, "Ubesvaret", "Unanswered")
    m.table(
        "r in unanswered",
        (
            Column(6.0, m.say("Skema om", "Form about"), "+{{ r.subject }}"),
            Column(4.6, m.say("Skal svare", "To answer"), "{{ r.who }}"),
            Column(2.6, m.say("Mangler", "Missing"), "{{ r.unanswered }}", "right"),
            Column(
                3.4,
                m.say("Frist", "Deadline"),
                ("{{ r.deadline }}", *optional("overdue")),
            ),
            Column(
                1.6,
                m.say("Højeste klasse", "Highest class"),
                "{{ r.letter }}",
                "centre",
            ),
        ),
    )
    rest(m, "unanswered_rest")
    m.tag("endif")


def employees(m: Maker) -> None:
    """What a department's employees answered."""
    m.tag("if employees or employees_said")
    m.heading(1, "Medarbejderne", "Employees")
    m.tag("endif")
    m.tag("if employees_said")
    m.text("Normal", "{{ employees_said }}")
    m.tag("endif")
    m.tag("if employees")
    m.table(
        "r in employees",
        (
            Column(7.8, m.say("Foranstaltning", "Control"), "+{{ r.control }}"),
            Column(
                2.6, m.say("Medarbejdere", "Employees"), "{{ r.employees }}", "right"
            ),
            Column(2.4, m.say("Opfyldt her", "Met here"), "{{ r.share }}", "right"),
            Column(
                3.2,
                m.say("Opfyldt i alt", "Met in all"),
                "{{ r.whole }}",
                "right",
            ),
            Column(2.2, m.say("Mål", "Target"), "{{ r.target }}", "right"),
        ),
    )
    m.tag("endif")


def finish(m: Maker, path: Path) -> None:
    """Set the properties, mend what python-docx starts from, and save."""
    properties = m.document.core_properties
    properties.title = path.name.partition(".")[0]
    properties.author = properties.last_modified_by = "secaudit"
    properties.comments = ""
    properties.language = m.say("da-DK", "en-GB")
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    settings = m.document.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # tables begin at the margin
    relations = m.document.part.package.rels
    for id in [id for id, r in relations.items() if r.reltype == RELATION.THUMBNAIL]:
        del relations[id]
    m.document.save(path)


if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[2] / "templates"
    make_parts("da", folder)
    make_parts("en", folder)
