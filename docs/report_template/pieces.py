"""What the templates of the report's parts have in common: their look, and what each begins
and ends with."""

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt

from docs.report_template.looks import INK, styled
from docs.report_template.maker import Column, Maker, set_header_footer

WIDTH = 18.2
"""Of the text, in centimetres."""
STATED = (
    "Egenvurdering, ikke revision.",
    "A self-assessment, not an audit.",
)


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
                ("{{ r.responsible }}", *optional("effort")),
            ),
            Column(
                3.1,
                m.say("Frist og status", "Due and status"),
                ("+{{ r.due }}", "{{ r.status }}"),
            ),
        ),
    )


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
