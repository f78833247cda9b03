"""Suppliers, data protection, incidents and audits, NIS 2."""

TOPICS = """
section 9 Leverandører og sky || 9 Suppliers and cloud
if supplier_facts
    facts r in supplier_facts: Matter, Status
    else Ingen systemer er oplyst som leveret eller drevet af andre.
        || No system is stated to be delivered or run by others.
if suppliers
    caption Leverandørerne og gab i deres systemer || The suppliers and gaps in their systems
    table r in suppliers
        3.7 Leverandør || Supplier: +{{ r.supplier }}
        4.2 Systems: {{ r.systems }}
        3.3 Databehandleraftale || Processor agreement: {{ r.agreement }}
        3.3 Ældste tilsyn || Oldest supervision: {{ r.supervised }}
        0.7> A: {{ r.a }} & B: {{ r.b }} & C: {{ r.c }}
    rest suppliers_rest
    note Oplysningerne er dem, der står i systemfortegnelsen; også leverandører af systemer, som
        kommunen selv driver, er med. A, B og C er åbne gab i leverandørens systemer; gab, der
        arves fra en fælles tjeneste, tælles hos tjenesten.
        || The facts are those of the inventory; suppliers of systems that the municipality runs
        itself are included. A, B and C are open gaps in the supplier's systems; gaps inherited
        from a common service count at the service.

section 10 Databeskyttelse || 10 Data protection
if protection_said
    intro {{ protection_said }}
if protection
    facts r in protection: Matter or article, Status: 6.6
if remarks
    for r in remarks
        text Databeskyttelsesrådgiveren, {{ r.who }}, {{ r.on }}: »{{ r.said }}«
            || The data protection officer, {{ r.who }}, {{ r.on }}: '{{ r.said }}'
    else Databeskyttelsesrådgiverens kommentar er ikke oplyst.
        || No comment by the data protection officer is stated.

section 11 Hændelser, audit og kontroller || 11 Incidents, audits and checks
if incidents
    facts r in incidents: Incidents, Number: 5.6
    else Hændelser er ikke oplyst. || Nothing is stated of incidents.
if audits or checks
    caption Audit, tilsyn og vurderinger || Audits, supervision and reviews
if audits
    short r in audits
        5.6 Hvad, af hvem og hvornår || What, by whom and when: {{ r.who }} / ?{{ r.on }}
        11.0 Content: {{ r.said }}
bullets checks
if objectives
    caption Målsætninger for sikkerheden || Security objectives
    facts r in objectives: Objective, Result: 6.4
if feedback
    caption Tilbagemeldinger || Feedback
    short r in feedback
        5.6 Fra hvem || From whom: {{ r.who }} / ?{{ r.on }}
        11.0 Content: {{ r.said }}

section 12 NIS 2-loven §§ 6-7 || 12 NIS 2 Act §§ 6-7
if measures
    intro {{ measures_said }}
    caption Lovens krav til foranstaltninger og ledelse
        || What the Act demands of measures and management
    table r in measures
        3.1 Bestemmelse || Provision: {{ r.place }}
        6.1 About: +{{ r.about }}
        3.2 Status: {{ r.status }}
        2.1> Åbne gab || Open gaps: {{ r.gaps }}
        2.1> Klasse A || Class A: {{ r.a }}
    note Status og åbne gab er for alle de foranstaltninger, der dækker bestemmelsen. Samme gab kan
        stå flere steder, og kun en del af dem er selv lovkrav.
        || Status and open gaps are those of all controls that cover the provision. The same gap
        may stand in several places, and only some of them are duties by law.
    else Kataloget for NIS 2-loven bruges ikke i denne årsrunde.
        || The catalogue of the NIS 2 Act is not used in this campaign.
"""
