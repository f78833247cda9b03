"""The rules that the page tells by, taken from where the validator has them."""

from typing import Any

from secaudit.assessment import table
from secaudit.campaign import Campaign
from secaudit.handwriting import SIGNS, TURNED
from secaudit.validation import schema
from secaudit.yamlfile import UNWANTED


def rules(campaign: Campaign) -> dict[str, Any]:
    """The table of rules, with what the schema says of texts, numbers and dates."""
    form = schema("questionnaire")
    parts, facts = form["$defs"], form["properties"]["facts"]["properties"]
    action = parts["answer"]["properties"]["action"]["properties"]
    most = {name: action[name]["maximum"] for name in ("hours", "cost")}
    return {
        "needed": table.NEEDED,
        "warnings": table.WARNINGS,
        "planned": table.PLANNED,
        "not_after": table.NOT_AFTER,
        "not_before": table.NOT_BEFORE,
        "free": table.FREE,
        "stale_days": table.STALE_AFTER.days,
        "cpr": table.CPR,
        "longest": parts["text"]["maxLength"],
        "longest_fact": facts["supplier"]["maxLength"],
        "most": {**most, "count": parts["count"]["maximum"]},
        "target": campaign.profile.targets.maturity,
        "quotes": SIGNS,
        "unwanted": f"[{UNWANTED}{TURNED}\\p{{Cs}}]",
    }
