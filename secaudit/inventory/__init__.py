"""The systems, with their facts, and the people who answer for them."""

from secaudit.inventory.model import (
    FACTS,
    Department,
    Dpia,
    Facts,
    Inventory,
    Person,
    ProcessorAgreement,
    RiskAssessment,
    System,
    plain_facts,
)
from secaudit.inventory.reading import load_files, read_inventory
from secaudit.inventory.words import (
    CRITICALITIES,
    FACT_WORDS,
    choices,
    criticality_word,
    fact_word,
)

__all__ = [
    "CRITICALITIES",
    "FACTS",
    "FACT_WORDS",
    "Department",
    "Dpia",
    "Facts",
    "Inventory",
    "Person",
    "ProcessorAgreement",
    "RiskAssessment",
    "System",
    "choices",
    "criticality_word",
    "fact_word",
    "load_files",
    "plain_facts",
    "read_inventory",
]
