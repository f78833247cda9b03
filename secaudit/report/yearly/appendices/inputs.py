"""In appendix C: which inputs to the management review are treated (ISO/IEC 27001:2022 9.3.2).

The inputs are told in our own words.
"""

from dataclasses import dataclass

from secaudit.language import _, counted, number
from secaudit.report.said.wording import NOTHING, joined
from secaudit.report.yearly.facts import issues_of
from secaudit.report.yearly.material import Material
from secaudit.report.yearly.since_last.changes import computed
from secaudit.report.yearly.since_last.followup import followup
from secaudit.report.yearly.since_last.happened import reviewed


@dataclass(frozen=True)
class InputRow:
    """One input to the management review (ISO 27001 9.3.2)."""

    input: str
    treated: str
    """Treated, or not stated."""
    where: str
    """The sections in which it is treated."""


def inputs(material: Material) -> tuple[InputRow, ...]:
    """Every input, whether it is treated, and in which sections."""
    picture, notes = material.picture, material.notes
    asked, parties = picture.own, notes.interested_parties
    acting = (14,) if picture.campaign.actions else ()
    changed = notes.threats or notes.law or notes.organisation or computed(material)
    audited = notes.audits or any(reviewed(picture))
    advised = material.gaps or notes.recommendations
    return (
        _earlier(material),
        _row(_("b. Changes around and within the organisation"), changed, 3),
        _row(_("c. Changes in what interested parties need and expect"), parties, 3),
        _row(
            _("d1. What was found wrong, and what is done about it"), asked, 13, *acting
        ),
        _row(_("d2. Measurements, and how they develop"), asked, 5, 6),
        _row(_("d3. What audits and reviews showed"), audited, 11),
        _row(_("d4. Objectives, and whether they are reached"), notes.objectives, 11),
        _row(_("e. What interested parties say"), notes.feedback, 11),
        _risks(material),
        _row(_("g. What can be made better"), advised, 1),
    )


def _row(input: str, treated: object, *sections: int) -> InputRow:
    if not treated:
        return InputRow(input, _("not stated"), NOTHING)
    return InputRow(input, _("treated"), _where(*sections))


def _where(*sections: int) -> str:
    said = counted("section {{where}}", "sections {{where}}", len(sections))
    return said.format(where=joined([str(section) for section in sections]))


def _earlier(material: Material) -> InputRow:
    input = _("a. What came of earlier decisions and actions")
    if material.before is None:
        return InputRow(input, _("first campaign: there are none yet"), NOTHING)
    told = followup(material)
    return _row(input, told.actions or told.decisions, 2)


def _risks(material: Material) -> InputRow:
    """Risk assessments are the organisation's own; here it is only known of which systems."""
    input = _("f. Risk assessments, and how far the treatment has come")
    issues = issues_of(material)
    known = sum(bool(issue.facts.get("risk_assessment")) for issue in issues)
    acting = [14] if material.campaign.actions else []
    if known:
        treated = counted(
            "treated; a risk assessment is stated for {n} of {{whole}} systems",
            "treated; risk assessments are stated for {n} of {{whole}} systems",
            known,
        )
        treated = treated.format(whole=number(len(issues)))
        return InputRow(input, treated, _where(6, *acting))
    if acting:
        treated = _("in part: actions are told of, but no risk assessment is stated")
        return InputRow(input, treated, _where(*acting))
    return _row(input, False)
