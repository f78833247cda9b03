"""A fictional municipality that walks the real steps through two campaigns."""

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from secaudit.demo.officer import Act, acts, do, morning
from secaudit.demo.respondent import Reply, fill_in, replies
from secaudit.language import Language, _, counted
from secaudit.problems import Refused
from secaudit.steps.campaigns.open import open_campaign
from secaudit.steps.documents.order import Order
from secaudit.steps.documents.report import report
from secaudit.steps.issuing.issue import Issued, issue
from secaudit.steps.returned.record import Recorded, record
from secaudit.steps.state import register_of
from secaudit.steps.whole import refusing
from secaudit.workspace import Workspace, load_workspace

EXAMPLE = Path(__file__).parent / "eksempel"
"""The workspace of Eksempel Kommune, as it is before its first campaign."""
_ANSWERS = shutil.ignore_patterns("answers*", "officer*")
_REPORTS: dict[Language, str] = {"da": "2026.docx", "en": "2026.en.docx"}
_REPORT_ON = date(2026, 11, 2)


@dataclass(frozen=True)
class Year:
    """When the municipality does what."""

    campaign: str
    opens: date
    due: date
    recorded: date


YEARS = (
    Year("2025", date(2025, 9, 1), date(2025, 10, 1), date(2025, 10, 2)),
    Year("2026", date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 2)),
)


def demo(folder: Path, tell: Callable[[str], None]) -> Path:
    """Make the workspace in `folder` and walk both years; the path of the Word report.

    `tell` is called with a sentence after each step. Raises Refused if `folder` is in use.
    """
    if folder.exists() and any(folder.iterdir()):
        sentence = _("{folder} is not empty; nothing was changed")
        raise Refused(sentence.format(folder=folder))
    with refusing(_("{folder} cannot be written: {reason}"), folder=folder):
        shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True, ignore=_ANSWERS)
        workspace = load_workspace(folder)
        workspace.reports.mkdir(exist_ok=True)
        register_of(workspace).create()
        for year in YEARS:
            _walk(year, workspace, tell)
    for language, name in _REPORTS.items():
        order = Order(language, output=workspace.reports / name)
        report(workspace, "2026", _REPORT_ON, order)
    return workspace.reports / _REPORTS[workspace.language]


def _walk(year: Year, workspace: Workspace, tell: Callable[[str], None]) -> None:
    open_campaign(workspace, year.campaign, year.due, year.opens, morning(year.opens))
    issued = issue(workspace, year.campaign, year.opens, morning(year.opens))
    made = counted("{n} form issued", "{n} forms issued", len(issued.forms))
    tell(f"{year.campaign}: {made}")
    posts = replies(EXAMPLE / f"answers-{year.campaign}.yaml")

    def send(post: str, on: date) -> None:
        sent = [reply for reply in posts if reply.post == post]
        if sent:
            tell(_told(year.campaign, _send(sent, issued, workspace, on)))

    for post in ("first", "second"):
        send(post, year.recorded)
    done = acts(EXAMPLE / f"officer-{year.campaign}.yaml")
    for one in done:
        do(one, workspace, year.campaign, send)
    tell(_acted(year.campaign, done))


def _acted(campaign: str, done: tuple[Act, ...]) -> str:
    counts = Counter(one.what for one in done for _said in one.said)
    said = (
        counted("{n} review", "{n} reviews", counts["review"]),
        counted("{n} word on actions", "{n} words on actions", counts["action"]),
        counted("{n} decision", "{n} decisions", counts["decision"]),
    )
    return f"{campaign}: {', '.join(said)}"


def _send(
    sent: list[Reply], issued: Issued, workspace: Workspace, on: date
) -> Recorded:
    """Put filled-in forms where returned ones go, and record them."""
    id, folder = issued.campaign, workspace.returned(issued.campaign)
    returned = [_put(reply, issued.forms, folder) for reply in sent]
    partial, late = any(reply.only for reply in sent), sent[0].post == "late"
    return record(workspace, id, returned, on, morning(on), partial=partial, late=late)


def _put(reply: Reply, forms: tuple[Path, ...], folder: Path) -> Path:
    wanted = (reply.person, reply.form)
    issued = next(p for p in forms if (p.parent.name, p.stem) == wanted)
    target = folder / reply.person / f"{reply.form}-{reply.post}.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    text = fill_in(issued.read_text(encoding="utf-8"), reply)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


def _told(campaign: str, recorded: Recorded) -> str:
    done = sum(len(receipt.events) for receipt in recorded.receipts)
    refused = sum(receipt.refused for receipt in recorded.receipts)
    recorded_said = counted("{n} document recorded", "{n} documents recorded", done)
    refused_said = counted("{n} refused", "{n} refused", refused)
    return f"{campaign}: {recorded_said}, {refused_said}"
