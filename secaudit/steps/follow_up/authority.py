"""Who may accept a gap: the roles that profile.yaml names."""

from secaudit.gaps import Gap
from secaudit.inventory import CRITICALITIES, criticality_word
from secaudit.language import _
from secaudit.problems import Refused
from secaudit.profile import Profile


def refuse_without_authority(gap: Gap, by: str, profile: Profile) -> None:
    """Whoever decides must be named for the gap's criticality, or for a higher one."""
    position = 3 - gap.factors.criticality
    criticality = list(CRITICALITIES)[position]
    accepting = map(profile.acceptance.get, list(CRITICALITIES)[: position + 1])
    named = [role for role in accepting if role]
    if _plain(by) in map(_plain, named):
        return
    if gap.item.subject.kind == "system" and not gap.behind:
        criticality = gap.item.issue.facts.get("criticality", "")
    what = criticality_word(criticality)
    if not named:
        sentence = _(
            "profile.yaml names nobody who may accept a gap of criticality '{criticality}': "
            "say who under 'acceptance'"
        )
        raise Refused(sentence.format(criticality=what))
    sentence = _(
        "the criticality of {gap} is '{criticality}': it is accepted by {roles}, not by "
        "'{by}'"
    )
    roles = _(" or ").join(dict.fromkeys(named[::-1]))
    raise Refused(sentence.format(gap=gap.name, criticality=what, roles=roles, by=by))


def _plain(role: str) -> str:
    return " ".join(role.split()).casefold()
