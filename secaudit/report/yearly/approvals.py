"""What was approved, when and by whom."""

from secaudit.campaign import Decision
from secaudit.gaps import Picture
from secaudit.report.said.wording import approval


def asks_for_measures(picture: Picture) -> bool:
    """Whether management is to approve measures: NIS 2-loven is among the catalogues."""
    return any(catalogue.id == "nis2" for catalogue in picture.campaign.catalogues)


def approval_of(what: str, picture: Picture) -> str:
    """When something was approved, by whom; empty where it was not."""
    campaign = picture.campaign
    known = [
        decision
        for decision in campaign.decisions
        if what in decision.approves and _is_known(decision, picture)
    ]
    if what != "measures":  # last year's report is another report
        known = [d for d in known if d.campaign == campaign.id]
    return approval(max(known, key=lambda d: d.on)) if known else ""


def _is_known(decision: Decision, picture: Picture) -> bool:
    """Whether it was made by the day; of a closed campaign, also what was decided since."""
    if decision.taken_back_on:
        return False
    of_it = picture.campaign.closed_on and decision.campaign == picture.campaign.id
    return bool(of_it) or decision.on <= picture.on
