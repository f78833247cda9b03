"""The inventory: systems with their facts, people, departments."""

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
    above,
    plain_facts,
    staff,
)
from secaudit.inventory.reading import load_files, read_inventory
from secaudit.inventory.words import (
    CRITICALITIES,
    FACT_WORDS,
    choices,
    criticality_word,
    fact_key,
    fact_word,
    offered,
)
