"""Year against year: only the same questions, and as many as are said."""

from datetime import date

from secaudit.campaign import fold
from secaudit.gaps import Development, Ratio, development, picture
from tests.story import Story, control

ON = date(2026, 9, 20)
A, B, C = (control(id) for id in ("T.1", "T.2", "T.3"))


def of(story: Story) -> Development:
    return development(picture(list(fold(story.events).values()), ON))


def year(story: Story, id: str, **said: str) -> Story:
    """A campaign with system a, asked what it answers."""
    story.open(id, A, B, C)
    answers = {key.replace("_", "."): status for key, status in said.items()}
    return story.issue("system:a", *answers).say("system:a", answers)


def test_a_first_campaign_has_no_development() -> None:
    assert of(year(Story(), "2026", T_1="met")) == Development()


def test_a_campaign_that_asks_no_system_has_no_development() -> None:
    story = Story().open("2026", control("T.1", 1, "owner")).issue("owner:p1", "T.1")
    assert of(story) == Development()


def test_only_questions_that_were_put_every_year_count() -> None:
    story = year(Story(), "2024", T_1="not-met", T_2="met")
    year(story, "2025", T_1="partial", T_2="met", T_3="met")
    found = of(year(story, "2026", T_1="met", T_3="not-met"))
    assert found.campaigns == ("2024", "2025", "2026")
    assert found.every and found.every.questions == 1
    assert found.every.ratios == (Ratio(0, 2), Ratio(1, 2), Ratio(2, 2))
    assert list(found.themes) == ["T"]


def test_only_systems_that_were_in_every_year_count() -> None:
    story = year(Story(), "2025", T_1="not-met")
    story.issue("system:gone", "T.1").say("system:gone", {"T.1": "met"})
    year(story, "2026", T_1="met")
    story.issue("system:new", "T.1").say("system:new", {"T.1": "met"})
    found = of(story)
    assert found.every and found.every.questions == 1
    assert found.every.ratios == (Ratio(0, 2), Ratio(2, 2))


def test_a_system_that_was_taken_out_is_in_no_year() -> None:
    story = year(Story(), "2025", T_1="not-met")
    year(story, "2026", T_1="met").withdraw("system:a", date(2026, 9, 12))
    assert of(story) == Development()


def test_a_system_keeps_its_past_through_two_new_names() -> None:
    story = year(Story(), "2024", T_1="not-met")
    for id, was, now in (("2025", "a", "b"), ("2026", "b", "c")):
        story.open(id, A).issue(f"system:{now}", "T.1", formerly=was)
        story.say(f"system:{now}", {"T.1": "met"})
    found = of(story)
    assert found.campaigns == ("2024", "2025", "2026")
    assert found.every and found.every.ratios == (Ratio(0, 2), Ratio(2, 2), Ratio(2, 2))


def test_a_campaign_in_the_middle_without_a_common_question_is_left_out() -> None:
    story = year(Story(), "2024", T_1="not-met")
    year(story, "2025", T_2="met")
    found = of(year(story, "2026", T_1="met"))
    assert found.campaigns == ("2024", "2026")
    assert found.every and found.every.ratios == (Ratio(0, 2), Ratio(2, 2))


def test_the_oldest_are_left_out_until_a_question_is_common_to_all() -> None:
    story = year(Story(), "2024", T_1="met")
    year(story, "2025", T_2="not-met")
    found = of(year(story, "2026", T_1="met", T_2="met"))
    assert found.campaigns == ("2025", "2026")
    assert found.every and found.every.ratios == (Ratio(0, 2), Ratio(2, 2))


def test_campaigns_that_share_nothing_have_no_development() -> None:
    story = year(Story(), "2025", T_1="met")
    assert of(year(story, "2026", T_2="met")) == Development()


def test_a_theme_that_only_one_year_has_is_not_told() -> None:
    other = control("U.1", theme="U")
    story = year(Story(), "2025", T_1="met").open("2026", A, other)
    story.issue("system:a", "T.1", "U.1").say("system:a", {"T.1": "met", "U.1": "met"})
    found = of(story)
    assert list(found.themes) == ["T"]
    assert found.every and found.every.questions == 1


def test_a_control_that_moved_to_another_theme_stands_where_it_is_now() -> None:
    story = year(Story(), "2025", T_1="not-met", T_2="met")
    story.open("2026", control("T.1", theme="U"), B)
    story.issue("system:a", "T.1", "T.2").say("system:a", {"T.1": "met", "T.2": "met"})
    found = of(story)
    courses = {theme: course.ratios for theme, course in found.themes.items()}
    assert courses == {
        "T": (Ratio(2, 2), Ratio(2, 2)),
        "U": (Ratio(0, 2), Ratio(2, 2)),
    }


def test_what_was_not_applicable_that_year_is_no_number() -> None:
    free = control("T.1", not_applicable="free")
    story = Story()
    for id, status in (("2025", "not-applicable"), ("2026", "met")):
        story.open(id, free).issue("system:a", "T.1").say("system:a", {"T.1": status})
    found = of(story)
    assert found.every and found.every.ratios == (None, Ratio(2, 2))


def test_what_a_common_service_answers_counts_at_the_service_alone() -> None:
    story = Story()
    for id in ("2025", "2026"):
        story.open(id, A).issue("system:s", "T.1").say("system:s", {"T.1": "met"})
        story.issue("system:a", inherited={"T.1": ["s"]})
    found = of(story)
    assert found.every and found.every.questions == 1


def test_an_earlier_year_is_as_it_stood_when_it_ended() -> None:
    story = year(Story(), "2025", T_1="not-met").close(date(2025, 10, 1))
    story.say("system:a", {"T.1": "met"}, date(2025, 10, 9))
    found = of(year(story, "2026", T_1="met"))
    assert found.every and found.every.ratios == (Ratio(0, 2), Ratio(2, 2))


def test_no_more_than_the_last_five_campaigns_are_told() -> None:
    story = Story()
    for number in range(2020, 2027):
        year(story, str(number), T_1="met")
    assert of(story).campaigns == ("2022", "2023", "2024", "2025", "2026")
