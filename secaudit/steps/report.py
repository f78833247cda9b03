"""The Word report, written whole or not at all."""

from datetime import date
from pathlib import Path

from secaudit import __version__
from secaudit.bundled import bundled
from secaudit.campaign import fold
from secaudit.gaps import Picture, development, picture
from secaudit.language import Language, using
from secaudit.register import Head
from secaudit.report.compose import compose
from secaudit.report.material import Material
from secaudit.report.word import check_template, render
from secaudit.steps.files import DOCUMENT, write
from secaudit.steps.state import chosen, register_of, up_to
from secaudit.workspace import Workspace


def report(
    workspace: Workspace,
    campaign_id: str | None,
    on: date,
    language: Language,
    template: Path | None = None,
    output: Path | None = None,
) -> Path:
    """The path of the report of the campaign as it stands on the day."""
    chosen_template = template or shipped_template(language)
    check_template(chosen_template)
    events = register_of(workspace).events()
    campaigns = fold(events)
    campaign = chosen(campaigns, campaign_id)
    rounds = up_to(campaigns.values(), campaign)
    now = picture(rounds, on)
    before: Picture | None = None
    if len(rounds) > 1:
        before = picture(rounds[:-1], rounds[-2].last_day)
    with using(language):
        head = Head.of(workspace.organisation.id, events)
        years = development(rounds, now.items)
        material = Material(now, before, head, __version__, years)
        data = render(compose(material), chosen_template)
    path = output or workspace.reports / f"{campaign.id}.docx"
    write(path, data, DOCUMENT)
    return path


def shipped_template(language: Language) -> Path:
    """The Word template that comes with secaudit."""
    name = "report.docx" if language == "da" else f"report.{language}.docx"
    return bundled("templates") / name
