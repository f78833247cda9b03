"""The answers of earlier campaigns that still stand, by the cycle of their system."""

from secaudit.campaign import Campaign, Review, Word, names_in
from secaudit.inventory import System
from secaudit.questionnaire import kind_and_id
from secaudit.workspace import Contents


def standing(
    contents: Contents, campaigns: list[Campaign]
) -> dict[tuple[str, str], str]:
    """By (subject key, control id), the campaign whose answer the last one need not ask for."""
    *earlier, campaign = campaigns
    told = [before.told for before in earlier]
    said = {before.id: _words_given(before) for before in earlier}
    reviews = {(r.of, r.control): r for c in campaigns for r in c.reviews.values()}
    stands: dict[tuple[str, str], str] = {}
    for system in contents.inventory.active():
        years = campaign.profile.years(system.facts.criticality)
        names = names_in(system.id, system.formerly, told)
        for before in earlier:
            old = campaign.opened_on.year - before.opened_on.year >= years
            for control, word in (
                said[before.id].get(names.get(before.id, ""), {}).items()
            ):
                review = reviews.get((word.sequence, control))
                key = (f"system:{system.id}", control)
                if not old and _may_stand(system, control, word, review):
                    stands[key] = before.id
                else:  # a later word takes an earlier one back
                    stands.pop(key, None)
    return stands


def _words_given(before: Campaign) -> dict[str, dict[str, Word]]:
    """What was said in a campaign, also after its end, by system and control."""
    found: dict[str, dict[str, Word]] = {}
    for (subject, control), word in {**before.words, **before.after}.items():
        kind, id = kind_and_id(subject)
        if kind == "system" and word.campaign == before.id:
            found.setdefault(id, {})[control] = word
    return found


def _may_stand(system: System, control: str, word: Word, review: Review | None) -> bool:
    """Whether an answer may be carried; a provider may not say not-applicable."""
    if word.answer.status == "not-applicable" and control in system.provides:
        return False
    returned = review is not None and review.returned
    return word.answer.status != "unknown" and not returned
