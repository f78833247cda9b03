"""The worklist: what waits for a review, and a spot check that can be drawn again."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from secaudit.officer.verdicts import Verdict, Work
from secaudit.steps.issuing import plan, small_forms
from secaudit.steps.reviewing.worklist import sample, waiting
from tests.municipality import ANSWERED, Municipality

LACKING = {"status": "ikke opfyldt", "comment": "Aldrig prøvet"}
ELSEWHERE = {"status": "ikke relevant", "comment": "Står hos leverandøren"}
SYSTEMS = "inventory/systems.yaml"


def keys(found: Iterable[Work]) -> list[str]:
    return [f"{work.item.subject.id}/{work.item.control.id}" for work in found]


def drawn(municipality: Municipality, size: int, seed: str | None = None) -> list[str]:
    return keys(sample(municipality.workspace, None, ANSWERED, size, seed))


def waits(municipality: Municipality) -> list[str]:
    return keys(waiting(municipality.workspace, None, ANSWERED))


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """Everything but the organisation's own questions is answered."""
    said = {"T.1": LACKING, "T.3": ELSEWHERE}
    municipality.record(
        municipality.answer("p01", "system-omsorg"),
        municipality.answer("p02", "system-omsorg"),
        municipality.answer("p02", "system-backup"),
        municipality.answer("p01", "system-arkiv", said),
        municipality.answer("p01", "owner-p01"),
    )
    return municipality


# What waits


def test_not_applicable_waits_for_somebody_to_agree(answered: Municipality) -> None:
    assert waits(answered) == ["arkiv/T.3"]
    answered.review(Verdict("arkiv", "T.3", "agreed"))
    assert waits(answered) == []


def test_what_may_be_not_applicable_freely_does_not_wait(
    municipality: Municipality,
) -> None:
    said = {"T.1": ELSEWHERE}
    municipality.record(municipality.answer("p01", "system-arkiv", said))
    assert waits(municipality) == []


def test_what_was_answered_anew_after_it_was_returned_waits(
    answered: Municipality,
) -> None:
    answered.review(
        Verdict("arkiv", "T.3", "agreed"),
        Verdict("arkiv", "T.2", "returned", reason="Hvornår?"),
    )
    assert waits(answered) == []
    [form] = answered.issue(planner=small_forms.returned).forms
    answered.record(answered.answer("p01", form.stem))
    assert waits(answered) == ["arkiv/T.2"]
    answered.review(Verdict("arkiv", "T.2", "agreed"))
    assert waits(answered) == []


def test_what_was_agreed_on_and_is_said_again_waits_only_where_it_matters(
    answered: Municipality,
) -> None:
    answered.review(
        Verdict("arkiv", "T.3", "agreed"), Verdict("arkiv", "T.2", "agreed")
    )
    answered.record(
        answered.answer("p01", "system-arkiv", {"T.3": {**ELSEWHERE}, "T.2": {}})
    )
    assert waits(answered) == ["arkiv/T.3"]


def test_an_inherited_answer_waits_nowhere(municipality: Municipality) -> None:
    municipality.edit(
        SYSTEMS, '"Arkiv", owner: p01', '"Arkiv", owner: p01, uses: [backup]'
    )
    municipality.issue(planner=plan.reissue("arkiv"))
    municipality.record(municipality.answer("p02", "system-backup"))
    municipality.review(Verdict("backup", "T.3", "returned", reason="Hvornår?"))
    municipality.record(
        municipality.answer("p02", "system-backup", {"T.3": {}}, only=True)
    )
    assert waits(municipality) == ["backup/T.3"]


def test_work_tells_who_answered_what_and_what_was_said_of_it(
    answered: Municipality,
) -> None:
    answered.review(Verdict("arkiv", "T.2", "returned", reason="Hvornår?"))
    found = sample(answered.workspace, None, ANSWERED, 99, "x")
    work = next(w for w in found if w.item.key == ("system:arkiv", "T.2"))
    assert (work.status, work.by.said) == ("met", "Anna Holm")
    assert work.review is not None
    assert (work.review.outcome, work.review.reason) == ("returned", "Hvornår?")


# The spot check


def test_the_same_seed_draws_the_same_answers(answered: Municipality) -> None:
    assert drawn(answered, 4, "efterår") == drawn(answered, 4, "efterår")
    draws = {tuple(drawn(answered, 4, str(seed))) for seed in range(20)}
    assert len(draws) > 10


def test_without_a_seed_the_campaign_is_the_seed(answered: Municipality) -> None:
    assert drawn(answered, 5) == drawn(answered, 5, "2026")
    assert drawn(answered, 5) != drawn(answered, 5, "2027")


def test_a_larger_sample_holds_the_smaller_one(answered: Municipality) -> None:
    assert drawn(answered, 7)[:3] == drawn(answered, 3)


def test_a_spot_check_is_drawn_from_what_can_be_doubted(answered: Municipality) -> None:
    everything = drawn(answered, 1000)
    assert len(everything) == len(set(everything)) == 11
    assert "arkiv/T.1" not in everything  # an admission
    assert "arkiv/T.3" in everything
    assert not [key for key in everything if key.startswith("proevekommune")]


def test_one_more_answer_changes_at_most_one_of_those_drawn(
    answered: Municipality,
) -> None:
    before = {seed: drawn(answered, 4, str(seed)) for seed in range(20)}
    answered.record(answered.answer("p02", "owner-p02"))
    after = {seed: drawn(answered, 4, str(seed)) for seed in range(20)}
    changed = [len(set(before[seed]) - set(after[seed])) for seed in range(20)]
    assert max(changed) == 1
    assert before != after


@pytest.mark.slow
def test_critical_systems_are_drawn_more_easily(municipality: Municipality) -> None:
    levels = ("society-critical", "business-critical", "other")
    entries = "".join(
        f"  - {{id: {level[0]}{n}, name: S, owner: p03, criticality: {level}}}\n"
        for level in levels
        for n in range(6)
    )
    municipality.write(SYSTEMS, f"systems:\n{entries}")
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    on = date(2027, 9, 20)
    forms = [f"system-{level[0]}{n}" for level in levels for n in range(6)]
    paths = [municipality.answer("p03", f, on=on, campaign="2027") for f in forms]
    municipality.record(*paths, on=on)
    firsts = Counter(drawn(municipality, 1, str(seed))[0][0] for seed in range(150))
    assert firsts["s"] > firsts["b"] > firsts["o"] > 0
    assert firsts["s"] > 2 * firsts["o"]


@pytest.mark.slow
def test_an_answer_that_was_only_confirmed_is_drawn_twice_as_easily(
    municipality: Municipality,
) -> None:
    entries = "".join(
        f"  - {{id: s{n:02}, name: S, owner: p03, criticality: society-critical}}\n"
        for n in range(12)
    )
    municipality.write(SYSTEMS, f"systems:\n{entries}")
    confirmed = {"status": "uændret", "evidence": ""}
    for year in (2027, 2028):
        municipality.open(str(year), date(year, 9, 1))
        municipality.issue(date(year, 9, 1))
        on, paths = date(year, 9, 20), []
        for n in range(12):
            said = {"T.2": confirmed if n < 6 and year == 2028 else {}}
            form = f"system-s{n:02}"
            paths.append(
                municipality.answer(
                    "p03", form, said, on=on, only=True, campaign=str(year)
                )
            )
        municipality.record(*paths, on=on, partial=True)
    firsts = Counter(drawn(municipality, 1, str(n))[0] < "s06" for n in range(150))
    assert 1.5 * firsts[False] < firsts[True] < 2.7 * firsts[False]


def test_an_answer_from_an_earlier_year_is_not_drawn(
    municipality: Municipality,
) -> None:
    municipality.record(municipality.answer("p01", "system-arkiv"))
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    assert ("system:arkiv", "T.1") in municipality.campaign("2027").words
    assert drawn(municipality, 99) == []


def test_nothing_answered_is_nothing_to_draw(municipality: Municipality) -> None:
    assert drawn(municipality, 5) == []
    assert waits(municipality) == []
