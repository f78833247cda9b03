"""The status of a campaign as a page for the intranet."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from secaudit.campaign import Withdrawn
from secaudit.catalogue import kind_name
from secaudit.gaps import Ratio
from secaudit.inventory import criticality_word
from secaudit.language import _, active, counted, later, long_date, number
from secaudit.page import Page, PageCell, Table, render
from secaudit.steps.files import FileKind, write
from secaudit.steps.progress.status import Row, Status
from secaudit.steps.progress.tally import Tally
from secaudit.steps.progress.words import (
    groups,
    headline,
    named,
    owners,
    person,
    remarks,
)

Cells = tuple[PageCell, ...]


def save(found: Status, path: Path) -> None:
    """Write the page to a file. Raises Refused if that is there and is no page."""
    write(path, status_page(found).encode(), _PAGE)


def status_page(found: Status) -> str:
    """The page as HTML, in the language that is spoken."""
    explained = _(
        "A subject is an IT system, an owner's own duties, the organisation or its "
        "employees. What a common service answers for a system counts only with the "
        "service."
    )
    page = Page(
        language=active(),
        title=_("Status of the campaign {campaign}").format(campaign=found.campaign),
        organisation=found.organisation,
        headline=headline(found, long_date),
        dated=_("As of {date}.").format(date=long_date(found.on)),
        tables=tuple(table for table in _tables(found) if table.rows),
        explained=explained,
    )
    return render(page)


def _tables(found: Status) -> Iterator[Table]:
    yield _groups(_("Departments"), _("department"), groups(found, "department"))
    critical = groups(found, "criticality")
    yield _groups(_("Criticality of the systems"), _("criticality"), critical)
    systems = [row for row in found.rows if row.subject.kind == "system"]
    yield _subjects(kind_name("system"), _("system"), systems, found)
    others = [row for row in found.rows if row.subject.kind != "system"]
    caption = _("Owners, organisation, employees")
    yield _subjects(caption, _("name"), others, found, owners(found))
    yield _responses(found)
    yield _groups(_("People"), _("name"), groups(found, "person"))
    head = (_("name"), _("date"), _("reason"))
    rows = map(_withdrawn, found.withdrawn)
    yield _without_names(
        Table(_("Taken out of the campaign"), head, tuple(rows)), found
    )


def _groups(caption: str, first: str, found: Iterable[tuple[str, Tally]]) -> Table:
    head = (first, _("subjects answered"), _("questions answered"), _("state"))
    rows = (
        (
            PageCell(name),
            PageCell(_of(tally.complete, tally.subjects)),
            _part(tally.answered, tally.questions),
            _state(tally),
        )
        for name, tally in found
    )
    return Table(caption, head, tuple(rows))


def _responses(found: Status) -> Table:
    """How many employees answered, in all and by forvaltning."""
    head = (_("department"), _("respondents"), _("employees"), _("response rate"))
    lines = found.responses.lines
    every = [(_("In all"), found.responses.whole)] if lines else []
    every += [(line.called, line) for line in lines]
    rows = (
        (
            PageCell(name),
            PageCell(number(line.respondents)),
            PageCell("–" if line.employees is None else number(line.employees)),
            _rate(line.rate),
        )
        for name, line in every
    )
    return Table(_("Employees who answered"), head, tuple(rows))


def _rate(rate: Ratio | None) -> PageCell:
    return PageCell(f"{rate.percent} %", (), rate.percent) if rate else PageCell("–")


def _subjects(
    caption: str,
    first: str,
    rows: Iterable[Row],
    found: Status,
    summed: Iterable[tuple[str, Tally]] = (),
) -> Table:
    head = (first, _("questions answered"), _("state"), _("waiting for"))
    cells: list[Cells] = [
        (PageCell(n), _part(t.answered, t.questions), _state(t), PageCell(""))
        for n, t in summed
    ]
    cells += [_row(row, found) for row in rows]
    return _without_names(Table(caption, head, tuple(cells)), found)


def _without_names(table: Table, found: Status) -> Table:
    """The table; without its last column, where nobody is to be named."""
    if not found.anonymous:
        return table
    return Table(table.caption, table.head[:-1], tuple(row[:-1] for row in table.rows))


def _row(row: Row, found: Status) -> Cells:
    last, deadline = _("last answer {date}"), _("deadline {date}")
    given = [last.format(date=_day(day)) for day in [row.recorded_on] if day]
    own = [row.deadline] if row.deadline != found.due else []
    return (
        PageCell(named(row.subject), tuple(_belonging(row))),
        _part(row.tally.answered, row.tally.questions, given),
        _state(row.tally, [deadline.format(date=_day(day)) for day in own]),
        PageCell(", ".join(map(person, row.waiting_for))),
    )


def _belonging(row: Row) -> list[str]:
    """The forvaltning of a system or an owner; of a system its owner and criticality too."""
    if row.subject.kind != "system":
        return [row.department] if row.department else []
    critical = criticality_word(row.criticality) if row.criticality else ""
    where = " · ".join(filter(None, (row.department, critical)))
    return list(filter(None, (row.owner, where)))


def _day(day: date) -> str:
    """A date that is not divided between two lines."""
    return long_date(day).replace(" ", "\u00a0")


def _part(part: int, whole: int, notes: Iterable[str] = ()) -> PageCell:
    return PageCell(
        _of(part, whole), tuple(notes), 100 * part // whole if whole else None
    )


def _of(part: int, whole: int) -> str:
    return _("{part} of {whole}").format(part=part, whole=whole)


def _state(tally: Tally, more: Iterable[str] = ()) -> PageCell:
    missing, over = tally.missing, tally.days_over
    told = remarks(tally)
    if missing:
        told.insert(0, counted("{n} answer missing", "{n} answers missing", missing))
    if over:
        told.insert(1, counted("{n} day late", "{n} days late", over))
    told.extend(more)
    if missing or tally.returned:
        return PageCell(told[0], tuple(told[1:]), mark="wanting")
    return PageCell(_("answered"), tuple(told), mark="done")


def _withdrawn(withdrawn: Withdrawn) -> Cells:
    return (
        PageCell(named(withdrawn.subject)),
        PageCell(_day(withdrawn.on)),
        PageCell(withdrawn.reason or "–"),
    )


def _is_page(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(1000).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html"))


_PAGE = FileKind("Edge", later("{path} is no HTML page, and is left alone"), _is_page)
