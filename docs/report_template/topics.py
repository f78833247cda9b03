"""Suppliers, data protection, incidents and audits, NIS 2."""

from docs.report_template.maker import Column, Maker
from docs.report_template.subjects import classes


def suppliers(m: Maker) -> None:
    """Section 9."""
    m.heading(1, "9 Leverandører og sky", "9 Suppliers and cloud")
    with m.when("suppliers.facts") as found:
        m.facts("suppliers.facts", "Forhold", "Matter")
        found.otherwise()
        m.text(
            "Normal",
            "Ingen systemer er oplyst som leveret eller drevet af andre.",
            "No system is stated to be delivered or run by others.",
        )
    with m.when("suppliers.rows"):
        m.caption(
            "Leverandørerne og gab i deres systemer",
            "The suppliers and gaps in their systems",
        )
        m.table(
            "r in suppliers.rows",
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
                    m.say("Ældste tilsyn", "Oldest supervision"),
                    "{{ r.supervised }}",
                ),
                *classes(m, 0.7),
            ),
        )
        m.rest("suppliers.rest")
        m.text(
            "Secaudit Note",
            "Oplysningerne er dem, der står i systemfortegnelsen; også leverandører af "
            "systemer, som kommunen selv driver, er med. A, B og C er åbne gab i "
            "leverandørens systemer; gab, der arves fra en fælles tjeneste, tælles hos tjenesten.",
            "The facts are those of the inventory; suppliers of systems that the municipality "
            "runs itself are included. A, B and C are open gaps in the supplier's "
            "systems; gaps inherited from a common service count at the service.",
        )


def protection(m: Maker) -> None:
    """Section 10."""
    m.heading(1, "10 Databeskyttelse", "10 Data protection")
    with m.when("protection.said"):
        m.text("Secaudit Intro", "{{ protection.said }}")
    with m.when("protection.facts"):
        m.facts("protection.facts", "Forhold eller artikel", "Matter or article", 6.6)
    with m.when("protection.remarks") as found:
        m.tag("for r in protection.remarks")
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
    with m.when("happened.incidents") as found:
        m.facts(
            "happened.incidents",
            "Hændelser",
            "Incidents",
            5.6,
            value=("Antal", "Number"),
        )
        found.otherwise()
        m.text(
            "Normal",
            "Hændelser er ikke oplyst.",
            "Nothing is stated of incidents.",
        )
    with m.when("happened.audits or happened.checks"):
        m.caption("Audit, tilsyn og vurderinger", "Audits, supervision and reviews")
    with m.when("happened.audits"):
        remarks(
            m, "happened.audits", ("Hvad, af hvem og hvornår", "What, by whom and when")
        )
    m.bullets("happened.checks")
    with m.when("happened.objectives"):
        m.caption("Mål for sikkerheden", "Security objectives")
        m.facts(
            "happened.objectives", "Mål", "Objective", 6.4, value=("Resultat", "Result")
        )
    with m.when("happened.feedback"):
        m.caption("Tilbagemeldinger", "Feedback")
        remarks(m, "happened.feedback", ("Fra hvem", "From whom"))


def remarks(m: Maker, rows: str, who: tuple[str, str]) -> None:
    """What others say."""
    m.table(
        f"r in {rows}",
        (
            Column(
                5.6,
                m.say(*who),
                ("{{ r.who }}", "{%p if r.on %}", "{{ r.on }}", "{%p endif %}"),
            ),
            Column(11.0, m.say("Indhold", "Content"), "{{ r.said }}"),
        ),
        together=True,
    )


def measures(m: Maker) -> None:
    """Section 12."""
    m.heading(1, "12 NIS 2-loven §§ 6-7", "12 NIS 2 Act §§ 6-7")
    with m.when("measures.rows") as found:
        m.text("Secaudit Intro", "{{ measures.said }}")
        m.caption(
            "Lovens krav til foranstaltninger og ledelse",
            "What the Act demands of measures and management",
        )
        m.table(
            "r in measures.rows",
            (
                Column(3.1, m.say("Bestemmelse", "Provision"), "{{ r.place }}"),
                Column(6.1, m.say("Om", "About"), "+{{ r.about }}"),
                Column(3.2, "Status", "{{ r.status }}"),
                Column(2.1, m.say("Åbne gab", "Open gaps"), "{{ r.gaps }}", "right"),
                Column(2.1, m.say("Klasse A", "Class A"), "{{ r.a }}", "right"),
            ),
        )
        m.text(
            "Secaudit Note",
            "Status og åbne gab er for alle de foranstaltninger, der dækker bestemmelsen. "
            "Samme gab kan stå flere steder, og kun en del af dem er selv lovkrav.",
            "Status and open gaps are those of all controls that cover the provision. The "
            "same gap may stand in several places, and only some of them are duties by law.",
        )
        found.otherwise()
        m.text(
            "Normal",
            "Kataloget for NIS 2-loven bruges ikke i denne årsrunde.",
            "The catalogue of the NIS 2 Act is not used in this campaign.",
        )
