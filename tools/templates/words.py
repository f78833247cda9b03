"""Texts in two languages: `dansk || English`, or the same in both."""

from typing import Literal

Language = Literal["da", "en"]
LOCALES: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}
HEADS = """
About: Om; Action: Handling; Answered: Besvaret; As stated: Oplyst; By law: Lovkrav;
Change in percentage points: Ændring i procentpoint; Change: Ændring; Class: Klasse;
Content: Indhold; Control: Foranstaltning; Criticality: Kritikalitet; Decision: Beslutning;
Department: Forvaltning; Due date and status: Frist og status; Employees: Medarbejdere;
Fact: Oplysning; Gap: Gab; Gaps closed: Gab lukket; Highest class: Højeste klasse;
Incidents: Hændelser; Matter or article: Forhold eller artikel; Matter: Forhold;
Met of all: Opfyldt i alt; Met of answered: Opfyldt af besvarede; Met: Opfyldt; No.: Nr.;
Not applicable: Ikke relevant; Not met: Ikke opfyldt; Number: Antal; Objective: Målsætning;
Owner: Ejer; Partial: Delvist opfyldt; Priority: Prioritet; Questions: Spørgsmål;
Responsible: Ansvarlig; Result: Resultat; Systems: Systemer; Target: Mål; Theme: Tema;
Unanswered: Ubesvaret; Unknown: Ved ikke; Until: Til og med; Where: Hvor;
Who or what: Hvem eller hvad; Who: Hvem
"""
"""Of columns: those that several tables have, in English and in Danish."""
WORDS = dict(pair.split(": ") for pair in " ".join(HEADS.split()).split("; "))
SAME = {"A", "B", "C", "Id", "Input", "Kroner", "Organisation", "Status", "System"}
"""The heads that are the same in both."""


def said(text: str, language: Language) -> str:
    """The text in a language, on one line."""
    danish, _, english = text.partition("||")
    return " ".join((english if english and language == "en" else danish).split())


def heading(text: str, language: Language) -> str:
    """The head of a column: one of the words, a text in two languages, or a tag."""
    told = "||" in text or "{" in text or text in SAME
    return said(text if told else f"{WORDS[text]} || {text}", language)
