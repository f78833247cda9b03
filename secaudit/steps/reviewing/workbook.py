"""The worklist of a reviewer as a workbook, and one read back."""

from collections.abc import Callable, Iterable
from pathlib import Path

from secaudit.exchange.review_rows import read_reviews
from secaudit.exchange.reviews import worklist_sheet
from secaudit.language import _
from secaudit.officer.verdicts import Work
from secaudit.problems import Problem, WrongUsage, refuse_errors
from secaudit.steps.files import WORKBOOK, write
from secaudit.steps.recording import Acting
from secaudit.steps.reviewing.review import Reviewed, answered, review
from secaudit.steps.state import campaigns_of, picture_of
from secaudit.workbook.writing import workbook
from secaudit.workspace import Workspace


def export_worklist(works: Iterable[Work], path: Path) -> Path:
    """The path, once the answers stand there in a workbook, with room for verdicts.

    Raises WrongUsage for a suffix that is not .xlsx, Refused where it cannot be written.
    """
    if path.suffix.lower() != ".xlsx":
        raise WrongUsage(_("{path}: a worklist is an .xlsx").format(path=path))
    write(path, workbook(worklist_sheet(works)), WORKBOOK)
    return path


def import_reviews(
    workspace: Workspace,
    campaign_id: str | None,
    path: Path,
    acting: Acting,
    warn: Callable[[Problem], None] = lambda _problem: None,
) -> tuple[Reviewed, ...]:
    """Record the verdicts in a worklist, all or nothing; rows without one are left alone.

    `warn` is told what is odd and does not refuse. Raises Refused with every problem.
    """
    current = picture_of(campaigns_of(workspace), campaign_id, acting.on)

    def find(subject: str, control: str) -> Work:
        item = answered(subject, control, current.by_key)
        return Work(item, current.campaign.review(item.key))

    told, problems = read_reviews(path, find)
    refuse_errors(problems)
    for problem in problems:
        warn(problem)
    return review(workspace, campaign_id, told, acting)
