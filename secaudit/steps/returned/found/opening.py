"""A file that came back, read: the forms that are in it, however deep."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from secaudit.language import _
from secaudit.problems import Problem, problem_at, reason
from secaudit.steps.returned.found import archive, names
from secaudit.steps.returned.found.kinds import UNSAVED, foreign, holds_form
from secaudit.steps.returned.found.model import (
    MOST_DEEP,
    MOST_PACKED,
    Allowance,
    Found,
    Item,
    Leftover,
    Member,
    Opened,
    TooMuch,
    Unfit,
)


def items(path: Path) -> Iterator[Item]:
    """Every form in the file at `path`, what could have been one, and leftovers."""
    try:
        with path.open("rb") as opened:
            found = Found(path, opened.read(MOST_PACKED + 1))
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=reason(error))
        yield problem_at(path.as_posix(), (1, 1), "unreadable", message)
        return
    try:
        yield from _items(found, Allowance())
    except TooMuch as much:
        yield found.problem("too-large", str(much))


def _items(found: Found, allowed: Allowance) -> Iterator[Item]:
    name, data = found.name, found.data
    kind = foreign(data)
    if kind:
        yield found.problem(kind.code, kind.said())
    elif data.startswith(archive.BEGINS) or name.lower().endswith((".zip", ".eml")):
        yield from _taken_apart(found, allowed)
    elif names.is_form(name) or not data or holds_form(data):
        if found.inside:
            allowed.take("forms", len(data))
        yield found
    else:
        yield found.problem("not-read", _not_read(name))


def _not_read(name: str) -> str:
    if names.is_text(name):
        return _(
            "the file was not read: the line 'form: secaudit/1' is missing, which stands "
            "first in every form; send the whole form"
        )
    return _(
        "the file was not read: only .yaml, .txt, .eml and .zip are; if it is an answer, "
        "send the file that the page saved, or the form itself (both end in .yaml)"
    )


def _taken_apart(found: Found, allowed: Allowance) -> Iterator[Item]:
    try:
        opened = _opened(found, allowed)
    except Unfit as fault:
        yield found.problem(fault.code, fault.sentence)
        return
    answers = failed = False
    for item in _inside(found, opened, allowed):
        answers = answers or isinstance(item, Found)
        failed = failed or isinstance(item, Problem)
        yield item
    if opened.pasted:
        message = _(
            "a form stands in the text of the mail, and was not read: mail programs "
            "change lines; ask for the form as an attached file"
        )
        yield found.problem("form-in-text", message, warning=answers)
    elif not answers and not failed:
        message = _("there is no form in it: ask for the form as an attached file")
        yield found.problem("no-form", message)


def _opened(found: Found, allowed: Allowance) -> Opened:
    if len(found.inside) >= MOST_DEEP:
        message = _(
            "it lies too deep, inside mails and zips: put the forms themselves here"
        )
        raise Unfit("too-deep", message)
    if len(found.data) > MOST_PACKED:
        message = _(
            "the file is larger than 25 MiB: unpack it, and put the forms themselves here"
        )
        raise Unfit("too-large", message)
    is_zip = found.data.startswith(archive.BEGINS)
    is_mail = not is_zip and found.name.lower().endswith(".eml")
    if is_mail:
        from secaudit.steps.returned.found import mail  # 13 ms, wanted only for a mail

        return mail.opened(found.data, allowed)
    return archive.opened(found.data, allowed)


def _inside(found: Found, opened: Opened, allowed: Allowance) -> Iterator[Item]:
    """What is in it; a page or a draft last, and beside answers only as a warning."""
    answers = False
    unsaved: list[Problem] = []
    for member in opened.members:
        for item in _member(found, member, opened, allowed):
            answers = answers or isinstance(item, Found)
            if isinstance(item, Problem) and item.code in UNSAVED:
                unsaved.append(item)
            else:
                yield item
    for problem in unsaved:
        yield replace(problem, severity="warning") if answers else problem


def _member(
    found: Found, member: Member, opened: Opened, allowed: Allowance
) -> Iterator[Item]:
    if member.leftover or names.is_leftover(member.name):
        yield Leftover(found.within(member.name).shown)
        return
    try:
        data = member.read()
    except Unfit as fault:
        inside = found.within(member.name)
        yield inside.problem(fault.code, fault.sentence)
        return
    yield from _items(found.within(member.name, data, opened.mail), allowed)
