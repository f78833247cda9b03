"""What has changed since the campaign before: told when the next one is opened."""

from datetime import date

import pytest

from secaudit.steps.campaigns.changes import Changes, ChangesAround
from secaudit.steps.campaigns.open import Opened
from tests.municipality import ANSWERED, Municipality

SYSTEMS = "inventory/systems.yaml"
PEOPLE = "inventory/people.yaml"
CATALOGUE = "test-catalogue/T.yaml"
ARKIV = '  - {id: arkiv, name: "Arkiv", owner: p01, personal_data: [none], criticality: other}\n'


def next_year(municipality: Municipality) -> Opened:
    return municipality.open("2027", date(2027, 9, 1))


def around(municipality: Municipality) -> ChangesAround:
    return next_year(municipality).around


def test_where_nothing_has_changed_nothing_is_told(municipality: Municipality) -> None:
    opened = next_year(municipality)
    assert (opened.since, opened.changes, opened.around) == (
        "2026",
        Changes(),
        ChangesAround(),
    )


def test_the_first_campaign_has_nothing_to_be_held_against(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    first = Municipality(tmp_path_factory.mktemp("m") / "k").open()
    assert (first.since, first.changes, first.around) == (
        None,
        Changes(),
        ChangesAround(),
    )


# Controls


def test_controls_that_came_went_and_changed_are_told(
    municipality: Municipality,
) -> None:
    municipality.edit(CATALOGUE, "weight: 2", "weight: 1")
    municipality.edit(CATALOGUE, "- id: T.5", "- id: T.9")
    assert next_year(municipality).changes == Changes(("T.9",), ("T.5",), ("T.1",))


def test_a_question_in_other_words_is_a_changed_control(
    municipality: Municipality,
) -> None:
    municipality.edit(CATALOGUE, "Er prøve 3 i orden?", "Er prøve 3 i god orden?")
    assert next_year(municipality).changes == Changes(changed=("T.3",))


def test_what_is_chosen_away_and_chosen_again_is_told(
    municipality: Municipality,
) -> None:
    away = "applicability: {T.3: {applies: false, reason: Intet}}\n"
    municipality.write("profile.yaml", away)
    opened = next_year(municipality)
    assert opened.changes == Changes(dropped=("T.3",))
    assert opened.around.profile == ("applicability",)
    municipality.write("profile.yaml", "{}\n")
    again = municipality.open("2028", date(2028, 9, 1))
    assert again.changes == Changes(chosen=("T.3",))


def test_the_parts_of_the_profile_that_say_something_else_are_named(
    municipality: Municipality,
) -> None:
    municipality.write("profile.yaml", "targets: {maturity: 4}\ncycle: {other: 2}\n")
    assert around(municipality).profile == ("targets", "cycle")


# Systems


def test_a_system_that_came_is_told(municipality: Municipality) -> None:
    municipality.edit(
        SYSTEMS, "systems:\n", "systems:\n  - {id: ny, name: Ny, owner: p01}\n"
    )
    assert around(municipality).new == ("ny",)


@pytest.mark.parametrize(
    "left", ["", ARKIV.replace("criticality: other", "lifecycle: retired")]
)
def test_a_system_that_went_or_is_out_of_use_is_told(
    municipality: Municipality, left: str
) -> None:
    municipality.edit(SYSTEMS, ARKIV, left)
    found = around(municipality)
    assert (found.gone, found.new, found.renamed) == (("arkiv",), (), ())


def test_a_renamed_system_is_neither_new_nor_gone(municipality: Municipality) -> None:
    municipality.edit(SYSTEMS, "{id: arkiv,", "{id: esdh, formerly: arkiv,")
    assert around(municipality) == ChangesAround(renamed=("arkiv → esdh",))


def test_a_name_that_was_given_up_years_ago_is_told_once(
    municipality: Municipality,
) -> None:
    municipality.edit(SYSTEMS, "{id: arkiv,", "{id: esdh, formerly: arkiv,")
    assert around(municipality).renamed
    municipality.issue(date(2027, 9, 1))
    again = municipality.open("2028", date(2028, 9, 1))
    assert again.around == ChangesAround()


def test_another_owner_and_other_facts_are_told(municipality: Municipality) -> None:
    municipality.edit(
        SYSTEMS, '"Arkiv", owner: p01', '"Arkiv", owner: p02, hosting: hybrid'
    )
    municipality.edit(SYSTEMS, ", criticality: other", "")
    found = around(municipality)
    assert found.owners == ("arkiv: p01 → p02",)
    assert found.facts == ("arkiv: criticality, hosting",)


def test_a_system_that_lost_its_owner_is_told(municipality: Municipality) -> None:
    municipality.edit(SYSTEMS, '"Arkiv", owner: p01', '"Arkiv", owner: "ejer mangler"')
    assert around(municipality).owners == ("arkiv: p01 → –",)


def test_what_was_handed_over_during_the_campaign_is_no_news(
    municipality: Municipality,
) -> None:
    municipality.transfer("p01", "p02", on=ANSWERED)
    found = around(municipality)
    assert (found.owners, found.came) == ((), ())


def test_a_system_that_was_withdrawn_is_new_if_it_is_asked_about_again(
    municipality: Municipality,
) -> None:
    municipality.withdraw("arkiv")
    assert around(municipality).new == ("arkiv",)


# People


def test_those_who_answer_now_and_did_not_are_told(municipality: Municipality) -> None:
    person = '  - {id: p09, name: "Dorte Ny"}\n'
    municipality.edit(PEOPLE, "people:\n", f"people:\n{person}")
    municipality.edit(
        SYSTEMS, 'name: "Backup", owner: p02', 'name: "Backup", owner: p09'
    )
    assert around(municipality).came == ("Dorte Ny (p09)",)


def test_those_who_left_are_told_by_the_name_they_had(
    municipality: Municipality,
) -> None:
    for old, new in (
        ("owner: p01", "owner: p02"),
        ('"Arkiv", owner: p01', '"Arkiv", owner: p02'),
    ):
        municipality.edit(SYSTEMS, old, new)
    lines = municipality.read(PEOPLE).splitlines(keepends=True)
    municipality.write(PEOPLE, "".join(line for line in lines if "p01" not in line))
    assert around(municipality).left == ("Anna Holm (p01)",)


# What goes on


def test_it_is_told_that_the_campaign_before_was_never_closed(
    municipality: Municipality,
) -> None:
    assert next_year(municipality).unclosed
    for year in ("2026", "2027"):
        municipality.close(date(2027, 9, 2), campaign=year)
    assert not municipality.open("2028", date(2028, 9, 1)).unclosed


def test_a_campaign_that_issued_nothing_tells_of_no_systems(
    municipality: Municipality,
) -> None:
    next_year(municipality)
    later = municipality.open("2028", date(2028, 9, 1))
    assert (later.since, later.around) == ("2027", ChangesAround())


# Years follow one another


@pytest.mark.parametrize(
    ("id", "words"), [("2029", "2027 mangler"), ("2025", "2025 ligger før")]
)
def test_a_campaign_out_of_order_is_refused(
    municipality: Municipality, id: str, words: str
) -> None:
    with municipality.refuses(words):
        municipality.open(id, date(int(id), 9, 1))


def test_a_year_may_be_left_out_on_purpose(municipality: Municipality) -> None:
    assert municipality.open("2029", date(2029, 9, 1), skip=True).since == "2026"


def test_a_year_before_the_last_is_refused_even_on_purpose(
    municipality: Municipality,
) -> None:
    with municipality.refuses("2025"):
        municipality.open("2025", date(2025, 9, 1), skip=True)


def test_campaigns_that_are_not_named_by_years_have_no_gap_between_them(
    municipality: Municipality,
) -> None:
    assert municipality.open("foraar", date(2027, 3, 1)).since == "2026"
    assert municipality.open("2029", date(2029, 9, 1)).since == "foraar"
