"""The questions to the employees as files: a page for the intranet, and texts for a survey tool."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from secaudit.campaign import Campaign
from secaudit.language import _, later, using
from secaudit.problems import Refused
from secaudit.steps.files import FileKind, Output, write_all
from secaudit.steps.state import campaigns_of, chosen, refuse_closed
from secaudit.survey.questions import asked
from secaudit.survey.rendering import render
from secaudit.survey.tool import tool_text
from secaudit.workspace import Workspace

PAGE = "medarbejdere.html"
TEXTS = "medarbejdere.txt"
_SEAL = re.compile(rb"secaudit ([0-9a-f]{64})(?: -->)?\n\Z")
_EDITED = later(
    "{path} is not as secaudit wrote it; rename it or delete it, and run the command again"
)

_NOTHING = later(
    "the campaign {campaign} asks the employees nothing: no control that applies has a "
    "question to them"
)


@dataclass(frozen=True)
class Surveyed:
    """What was written for the employees."""

    campaign: str
    files: tuple[Path, ...]
    questions: int


def survey(workspace: Workspace, campaign_id: str | None) -> Surveyed:
    """Write the files, which no event tells of. Raises Refused, WrongUsage.

    Old ones are replaced, unless somebody else wrote them or changed them.
    """
    campaign = refuse_closed(chosen(campaigns_of(workspace), campaign_id))
    with using(campaign.language):
        questions = asked(campaign)
    if not questions:
        raise Refused(_(_NOTHING).format(campaign=campaign.id))
    with using(campaign.language):
        outputs = _files(workspace, campaign)
    write_all(*outputs, keep=False)
    return Surveyed(campaign.id, tuple(o.path for o in outputs), len(questions))


def _files(workspace: Workspace, campaign: Campaign) -> tuple[Output, ...]:
    folder = workspace.asking(campaign.id)
    page = _sealed(
        render(campaign, workspace.survey.to, workspace.accent) + "<!-- ", " -->"
    )
    texts = _sealed(tool_text(campaign) + "\n\n")
    return (
        Output(folder / PAGE, page, _kind("Edge", ".html")),
        Output(folder / TEXTS, texts, _kind("Notepad", ".txt")),
    )


def _kind(program: str, suffix: str) -> FileKind:
    return FileKind(program, _EDITED, _is_ours, suffix)


def _sealed(text: str, end: str = "") -> bytes:
    """The text with a last line that holds its checksum."""
    return f"{text}secaudit {_checksum(text.encode())}{end}\n".encode()


def _is_ours(path: Path) -> bool:
    """Whether secaudit wrote it, and nobody changed it since."""
    data = path.read_bytes()
    seal = _SEAL.search(data)
    return seal is not None and seal[1].decode() == _checksum(data[: seal.start()])


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
