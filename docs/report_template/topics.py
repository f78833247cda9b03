"""Suppliers, data protection, incidents and audits, NIS 2."""

from docs.report_template.maker import Column, Maker
from docs.report_template.subjects import classes


def suppliers(m: Maker) -> None:
    """Section 9."""
    m.heading(1, "9 Leverandører og sky", "9 Suppliers and cloud")
    with m.when("supplier_facts") as found:
        m.facts("supplier_facts", "Hvad er på plads", "What is in place")
        found.otherwise()
        m.text(
            "Normal",
            "Ingen systemer er oplyst som leveret eller drevet af andre.",
            "No system is stated to be delivered or run by others.",
        )
    with m.when("suppliers"):
        m.caption(
            "Leverandørerne og gab i deres systemer",
            "The suppliers and gaps in their systems",
        )
        m.table(
            "r in suppliers",
            (
                Column(3.7, m.say("Leverandør", "Supplier"), "+{{ r.supplier }}"),
                Column(4.2, m.say("Systemer", "Systems"), "{{ r.systems }}"),
                Column(
                    3.3,
                    m.say("Databehandleraftale", "Processor agreement"),
                    "{{ r.agreement }}",
                ),
                Column(
                    3.3,
                    m.say("Seneste tilsyn", "Last supervised"),
                    "{{ r.supervised }}",
                ),
                *classes(m, 0.7),
            ),
        )
        m.rest("suppliers_rest")


def protection(m: Maker) -> None:
    """Section 10."""
    m.heading(1, "10 Databeskyttelse", "10 Data protection")
    with m.when("protection"):
        m.facts("protection", "Forordningen", "The Regulation", 6.6)
    with m.when("remarks") as found:
        m.tag("for r in remarks")
        m.text(
            "Normal",
            "Databeskyttelsesrådgiveren, {{ r.who }}, {{ r.on }}: »{{ r.said }}«",
            "The data protection officer, {{ r.who }}, {{ r.on }}: '{{ r.said }}'",
        )
        m.tag("endfor")
        found.otherwise()
        m.text(
            "Normal",
            "Databeskyttelsesrådgiverens bemærkning er ikke oplyst.",
            "No remark by the data protection officer is stated.",
        )


def happened(m: Maker) -> None:
    """Section 11."""
    m.heading(1, "11 Hændelser, audit og kontroller", "11 Incidents, audits and checks")
    with m.when("incidents") as found:
        m.facts("incidents", "Hændelser", "Incidents", 5.6)
        found.otherwise()
        m.text(
            "Normal",
            "Hændelser er ikke oplyst.",
            "Nothing is stated of incidents.",
        )
    m.bullets("checks")
    with m.when("audits"):
        m.caption("Audit og tilsyn", "Audits and supervision")
        remarks(m, "audits")
    with m.when("objectives"):
        m.facts("objectives", "Mål for sikkerheden", "Security objectives", 6.4)
    with m.when("feedback"):
        m.caption("Tilbagemeldinger", "Feedback")
        remarks(m, "feedback")


def remarks(m: Maker, rows: str) -> None:
    """What others say."""
    m.table(
        f"r in {rows}",
        (
            Column(
                5.6,
                m.say("Hvem og hvornår", "Who and when"),
                ("{{ r.who }}", "{%p if r.on %}", "{{ r.on }}", "{%p endif %}"),
            ),
            Column(11.0, m.say("Indhold", "Content"), "{{ r.said }}"),
        ),
        together=True,
    )


def measures(m: Maker) -> None:
    """Section 12."""
    m.heading(1, "12 NIS 2-loven §§ 6-7", "12 NIS 2 Act §§ 6-7")
    with m.when("measures") as found:
        m.text("Secaudit Intro", "{{ measures_said }}")
        m.caption(
            "Lovens krav til foranstaltninger og ledelse",
            "What the Act demands of measures and management",
        )
        m.table(
            "r in measures",
            (
                Column(3.1, m.say("Bestemmelse", "Provision"), "{{ r.place }}"),
                Column(5.3, m.say("Om", "About"), "+{{ r.about }}"),
                Column(
                    6.6,
                    m.say("Svar, der er opfyldt", "Answers met"),
                    "{{ r.status }}: {{ r.met }}",
                ),
                Column(
                    1.6,
                    m.say("Højeste klasse", "Highest class"),
                    "{{ r.worst }}",
                    "centre",
                ),
            ),
        )
        found.otherwise()
        m.text(
            "Normal",
            "Kataloget for NIS 2-loven bruges ikke i denne årsrunde.",
            "The catalogue of the NIS 2 Act is not used in this campaign.",
        )
