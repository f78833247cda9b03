"""The page of each person beside their forms."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from secaudit.campaign import Campaign, Issue
from secaudit.gaps import grouped
from secaudit.steps.issuing.places import places
from secaudit.workspace import Workspace

PAGE = "svar.html"

Folders = dict[Path, tuple[Issue, ...]]
"""By folder of a person, the forms in it."""


def page_texts(
    workspace: Workspace, before: Campaign, campaign: Campaign
) -> Iterator[tuple[Path, str | None]]:
    """The pages that are to be written: of those whose forms are others than `before`, who have
    none, or one that leads to another officer; None where a person has no form any more."""
    from secaudit.form import (
        contents,
        render,
    )  # validate asks for forms, never for a page

    was, now = (_folders(workspace, state) for state in (before, campaign))
    for folder in {**was, **now}:
        page, issues = folder / PAGE, now.get(folder, ())
        if not issues:
            yield page, None
        elif _ids(issues) != _ids(was.get(folder, ())) or not _leads(page, workspace):
            made = contents(campaign, issues, workspace.officer)
            yield page, render(made, workspace.accent)


def _folders(workspace: Workspace, campaign: Campaign) -> Folders:
    lying = places(workspace.issued(campaign.id), campaign)
    by_folder = grouped(lying, lambda placed: placed[0].parent)
    return {
        folder: tuple(issue for _path, issue in placed)
        for folder, placed in by_folder.items()
    }


def _leads(page: Path, workspace: Workspace) -> bool:
    """Whether a page is there, and says to whom the answers go today."""
    if not page.exists():
        return False
    officer = workspace.officer
    return officer is None or escape(officer.email) in page.read_text(
        "utf-8", errors="replace"
    )


def _ids(issues: tuple[Issue, ...]) -> set[str]:
    return {issue.id for issue in issues}
