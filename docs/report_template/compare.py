"""Make the templates of the comparison of two campaigns.

`make_compare(language, folder)` writes compare.docx, or its English one.
"""

from pathlib import Path
from typing import Literal

from docs.report_template.finishing import finish
from docs.report_template.maker import Column, Maker
from docs.report_template.pieces import STATED, WIDTH, register, set_look


def make_compare(language: Literal["da", "en"], folder: Path) -> None:
    """Write the template of the comparison in a language."""
    m = Maker(language)
    set_look(m)
    opening(m)
    said(m)
    figures(m)
    for part in (closed, new, repeated):
        part(m)
    apart(m)
    register(m)
    end = ".docx" if language == "da" else f".{language}.docx"
    finish(m, folder / f"compare{end}", "compare")


def opening(m: Maker) -> None:
    """Title, and what is compared."""
    m.text("Title", "{{ title }}")
    line = m.text(
        "Normal",
        "{{ organisation }}. Årsrunde {{ before }}, pr. {{ date_before }}, og årsrunde "
        "{{ campaign }}, pr. {{ date }}. ",
        "{{ organisation }}. Campaign {{ before }}, as of {{ date_before }}, and campaign "
        "{{ campaign }}, as of {{ date }}. ",
    )
    line.add_run(m.say(*STATED)).bold = True
    m.text(
        "Secaudit Note",
        "Kun spørgsmål, der er stillet om de samme systemer, ejere og organisationen i "
        "begge årsrunder, er sammenlignet.",
        "Only questions that were asked about the same systems, owners and organisation in "
        "both campaigns are compared.",
    )


def said(m: Maker) -> None:
    """What became better, and what became worse."""
    m.heading(1, "Det er blevet bedre", "What became better")
    m.bullets("better")
    m.heading(1, "Det er blevet ringere", "What became worse")
    m.bullets("worse")


def figures(m: Maker) -> None:
    """Met of all, then and now."""
    m.heading(1, "Opfyldt i alt, dengang og nu", "Met of all, then and now")
    m.text(
        "Secaudit Note",
        "»Opfyldt i alt« vægter kravene, tæller delvist opfyldt halvt og ubesvaret som "
        "ikke opfyldt, og runder ned. En streg betyder, at intet kan sammenlignes.",
        "'Met of all' weighs requirements, counts partly met as half and unanswered as not "
        "met, and rounds down. A dash means that nothing can be compared.",
    )
    for loop, da, en in (
        ("kinds", "Hvem eller hvad", "Who or what"),
        ("themes", "Tema", "Theme"),
    ):
        with m.when(loop):
            m.table(
                f"r in {loop}",
                (
                    Column(WIDTH - 9.4, m.say(da, en), "{{ r.about }}"),
                    Column(
                        2.2,
                        m.say("Spørgsmål", "Questions"),
                        "{{ r.questions }}",
                        "right",
                    ),
                    Column(2.1, "{{ before }}", "{{ r.then }}", "right"),
                    Column(2.1, "{{ campaign }}", "{{ r.now }}", "right"),
                    Column(
                        3.0,
                        m.say("Ændring i procentpoint", "Change in percentage points"),
                        "{{ r.change }}",
                        "right",
                    ),
                ),
            )
    m.rest("themes_rest")


def closed(m: Maker) -> None:
    """The gaps that are none any more."""
    _listed(
        m,
        "closed",
        ("Lukkede gab", "Closed gaps"),
        ("Ingen gab fra {{ before }} er lukket.", "No gap of {{ before }} is closed."),
        ("Nu", "Now"),
    )


def new(m: Maker) -> None:
    """The gaps that were none then."""
    _listed(
        m,
        "new",
        ("Nye gab", "New gaps"),
        ("Ingen gab er nye.", "No gap is new."),
        ("Nu", "Now"),
    )


def repeated(m: Maker) -> None:
    """The gaps of both."""
    _listed(
        m,
        "repeated",
        ("Gentagne gab", "Repeated gaps"),
        ("Ingen gab er gentaget.", "No gap is repeated."),
        ("Fundet i", "Found in"),
    )


def _listed(
    m: Maker,
    name: str,
    heading: tuple[str, str],
    none: tuple[str, str],
    told: tuple[str, str],
) -> None:
    m.heading(1, *heading)
    with m.when(name) as when:
        m.table(
            f"r in {name}",
            (
                Column(6.0, m.say("Foranstaltning", "Control"), "+{{ r.control }}"),
                Column(6.2, m.say("Hvor", "Where"), "{{ r.where }}"),
                Column(4.0, m.say(*told), "{{ r.said }}"),
                Column(
                    WIDTH - 16.2,
                    m.say("Klasse", "Class"),
                    "{{ r.gap_class }}",
                    "centre",
                ),
            ),
        )
        m.rest(f"{name}_rest")
        when.otherwise()
        m.text("Normal", *none)


def apart(m: Maker) -> None:
    """What is not compared, and what came and went."""
    with m.when("apart"):
        m.heading(1, "Ikke sammenlignet", "Not compared")
        m.bullets("apart")
