"""The page for the employees as one HTML file: it knows nobody, and keeps and sends nothing."""

from pathlib import Path

from secaudit.campaign import Campaign
from secaudit.language import _
from secaudit.page import html_template, policy, script_of, style_of
from secaudit.survey.cover import cover
from secaudit.survey.questions import asked, departments
from secaudit.survey.texts import TEXTS
from secaudit.survey.words import DEPARTMENT, UNDISCLOSED

_HERE = Path(__file__).parent


def render(campaign: Campaign, to: str = "", accent: str | None = None) -> str:
    """The page as HTML, in the active language; `to` says where its text is to be pasted."""
    style, script = style_of(accent, _HERE / "style.css"), script_of(_HERE / "script")
    questions = asked(campaign)
    return html_template(_HERE, "survey.html").render(
        campaign=campaign,
        cover=cover(campaign, questions, to),
        questions=questions,
        department=_(DEPARTMENT),
        departments=departments(campaign),
        undisclosed=_(UNDISCLOSED),
        t={name: _(text) for name, text in TEXTS.items()},
        generator="secaudit survey",  # which is no page with an owner's answers
        style=style,
        script=script,
        policy=policy(script, style),
    )
