"""How the forvaltninger stand: against each other, theme by theme, and one by one."""

from collections.abc import Iterable, Sequence

from secaudit.campaign import NOWHERE, Forvaltning
from secaudit.gaps import Gap, Item, Picture, Ratio, Trend, by_theme, figures, trends
from secaudit.language import _, later
from secaudit.questionnaire import Subject
from secaudit.report.said.systems import classes_of, open_of
from secaudit.report.said.trends import change
from secaudit.report.said.wording import NOTHING, joined, name_of, percent, shortened
from secaudit.report.yearly.rows import DepartmentRow, HeatCell, HeatRow

MOST_PLACES = 10
_LEVELS = {"high": later("high"), "middle": later("middle"), "low": later("low")}
_BOUNDS = (("high", 80), ("middle", 50), ("low", 0))
"""The lowest whole per cent of each level."""


def placed(picture: Picture) -> dict[Forvaltning, tuple[Item, ...]]:
    """What is asked about systems and owners of each forvaltning; nowhere comes last."""
    found: dict[Forvaltning, list[Item]] = {}
    for subject, items in picture.subjects.items():
        if subject.kind in ("system", "owner"):
            place = picture.campaign.forvaltning(items[0].issue)
            found.setdefault(place, []).extend(items)
    order = sorted(found, key=lambda place: (place == NOWHERE, place[1].casefold()))
    return {place: tuple(found[place]) for place in order}


def heat_themes(picture: Picture) -> tuple[str, ...]:
    """The themes of the systems' questions, as columns; then all of them."""
    ids = tuple(picture.themes("system"))
    return (*ids, _("All")) if ids else ()


def heat(picture: Picture, before: Picture | None) -> tuple[HeatRow, ...]:
    """A row for each forvaltning that owns systems."""
    themes = tuple(picture.themes("system"))
    then = before.of("system") if before else ()
    groups = {
        place: [item for item in items if item.subject.kind == "system"]
        for place, items in placed(picture).items()
    }
    shown = {place: items for place, items in groups.items() if items}
    compared = trends(then, [_own(items) for items in shown.values()])
    return tuple(
        _heat(place, items, themes, found)
        for (place, items), found in zip(shown.items(), compared, strict=True)
    )


def _heat(
    place: Forvaltning, items: Sequence[Item], themes: Sequence[str], since: Trend
) -> HeatRow:
    groups, found = by_theme(_own(items)), figures(_own(items))
    cells = [_cell(figures(groups.get(theme, ())).met_of_all) for theme in themes]
    return HeatRow(
        name_of_place(place),
        percent(found.answered),
        change(since),
        (*cells, _cell(found.met_of_all)),
    )


def _own(items: Iterable[Item]) -> list[Item]:
    """What is answered in the forvaltning itself: a common service answers in its own."""
    return [item for item in items if item.provider is None]


def _cell(found: Ratio | None) -> HeatCell:
    if found is None:
        return HeatCell(NOTHING, "none")
    level = next(name for name, lowest in _BOUNDS if found.percent >= lowest)
    return HeatCell(f"{percent(found)} {_(_LEVELS[level])}", level)


def name_of_place(place: Forvaltning) -> str:
    """What a forvaltning is called."""
    return place[1] if place != NOWHERE else _("Department not stated")


def _subjects(items: Iterable[Item]) -> dict[Subject, None]:
    return dict.fromkeys(item.subject for item in items)


def departments(picture: Picture) -> tuple[DepartmentRow, ...]:
    """What each forvaltning answers comes to, systems and owners apart."""
    silent = picture.silent
    return tuple(
        _row(place, [i for i in items if i.subject.kind == kind], silent, picture)
        for place, items in placed(picture).items()
        for kind in ("system", "owner")
        if any(item.subject.kind == kind for item in items)
    )


def _row(
    place: Forvaltning, items: Sequence[Item], silent: frozenset[str], picture: Picture
) -> DepartmentRow:
    found = figures(_own(items))
    gaps = [gap for subject in _subjects(items) for gap in own_of(subject, picture)]
    owners = items[0].subject.kind == "owner"
    name = name_of_place(place)
    return DepartmentRow(
        _("{name}: owners' own duties").format(name=name) if owners else name,
        len(_subjects(items)),
        percent(found.answered),
        percent(found.met_of_answered),
        percent(found.met_of_all),
        *classes_of(gaps)[1:],
        _silent(_own(items), silent, picture),
    )


def own_of(subject: Subject, picture: Picture) -> tuple[Gap, ...]:
    """The open gaps of a subject that are not those of a common service that it uses."""
    return tuple(gap for gap in open_of(subject, picture) if gap.item.provider is None)


def _silent(items: Iterable[Item], silent: frozenset[str], picture: Picture) -> str:
    people = {item.issue.form.person or "" for item in items} & silent
    names = [
        shortened(name_of(person, picture.campaign)) if person else _("nobody named")
        for person in sorted(people)
    ]
    return joined(names) or NOTHING
