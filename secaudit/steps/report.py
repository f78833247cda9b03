"""The Word report, written whole or not at all."""

import secrets
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

from secaudit import __version__
from secaudit.bundled import bundled
from secaudit.campaign import fold
from secaudit.gaps import Picture, picture
from secaudit.language import Language, _, using
from secaudit.problems import Refused, reason
from secaudit.register import Head
from secaudit.report.compose import compose
from secaudit.report.word import check_template, render
from secaudit.steps.state import chosen, register_of, up_to
from secaudit.workspace import Workspace

_PACKAGE = b"PK\x03\x04"
"""How every Word document begins."""


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
        composed = compose(now, before, head, version=__version__)
        data = render(composed, chosen_template)
    path = output or workspace.reports / f"{campaign.id}.docx"
    _write(path, data)
    return path


def shipped_template(language: Language) -> Path:
    """The Word template that comes with secaudit."""
    name = "report.docx" if language == "da" else f"report.{language}.docx"
    return bundled("templates") / name


def _write(path: Path, data: bytes) -> None:
    """Write beside the old report, then take its place: a failure leaves that unharmed."""
    target = path.resolve()
    _refuse_other_files(path, target)
    new = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with new.open("xb") as file:
            file.write(data)
        new.replace(target)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        sentence = _("{path} cannot be written: {reason}; is it open in Word?")
        raise Refused(sentence.format(path=path, reason=reason(error))) from None


def _refuse_other_files(path: Path, target: Path) -> None:
    """A report takes the place of a report, never of a register or anything else."""
    if not target.exists():
        return
    with target.open("rb") if target.is_file() else BytesIO() as file:
        if file.read(4) != _PACKAGE:
            sentence = _("{path} is no Word document, and is left alone")
            raise Refused(sentence.format(path=path))
