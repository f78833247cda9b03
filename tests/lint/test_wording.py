"""What the linter says of the words of a catalogue."""

import pytest

from secaudit.language import Language, using
from secaudit.lint.wording import (
    avoided,
    lix,
    of_guidance,
    of_question,
    of_text,
    words,
)

GRADED = "Opfyldt: Alt er gjort. Delvist opfyldt: Noget mangler. Ikke opfyldt: Intet."


def codes(text: str, language: Language = "da") -> list[str]:
    """The codes of what is wrong with a question."""
    return [code for code, _message in of_question(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Er den ny?", 3),
        ("Er den ny? Ja.", 2),  # four words in two sentences
        ("Er opsætningen ny?", 36),  # 3 words a sentence and a third of them long
        ("Opfyldt: Det er den.", 29),  # a colon ends no sentence
        ("Syvende", 101),  # seven letters are long
        ("sekser", 1),  # six are not
        ("Version 1.2 er ny", 29),  # a point within a number ends no sentence
        ("Er det ny (eller gammel)!", 5),
        ("Er det nr. 4, f.eks. i dag?", 7),  # an abbreviation ends no sentence
        ("Er den ny – og god?", 5),  # a dash is no word
    ],
)
def test_lix_is_words_a_sentence_and_per_cent_of_long_words(
    text: str, expected: int
) -> None:
    assert lix(text) == expected


def test_words_are_counted_without_the_signs_around_them() -> None:
    assert words('Er "den" – og (den) – ny, i dag?') == (
        "Er",
        "den",
        "og",
        "den",
        "ny",
        "i",
        "dag",
    )


def test_a_question_in_plain_words_is_right() -> None:
    assert codes("Har du set efter, om listen passer?") == []
    assert codes("Have you checked that the list is right?", "en") == []


def test_a_question_ends_with_its_mark() -> None:
    assert codes("Har du set efter") == ["no-question-mark"]


def test_a_question_has_at_most_35_words() -> None:
    assert codes(" ".join(["er"] * 35) + "?") == []
    assert "long-question" in codes(" ".join(["er"] * 36) + "?")


def test_a_question_is_at_most_lix_50() -> None:
    most = "Er opsætningen gennemgået i år?"  # 5 words, 2 of them long: 5 + 40
    assert lix(most) == 45
    assert codes(most) == []
    assert codes("Er informationssikkerhedspolitikken opdateret?") == ["hard-question"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Er planen skrevet og afprøvet?", "da"),
        ("Er planen skrevet eller vist frem?", "da"),
        ("Har du en plan, og er den ny?", "da"),
        ("Kan du finde og slette den?", "da"),
        ("Kan du finde og ikke slette den?", "da"),
        ("Bliver den gemt og/eller slettet?", "da"),
        ("Er den set samt godkendt?", "da"),
        ("Is the plan written and tested?", "en"),
        ("Do you find and also delete it?", "en"),
        ("Has it been read and/or approved?", "en"),
        ("Er listen ny? Passer den?", "da"),
        ("Slettes og arkiveres data til tiden?", "da"),
        ("Er planen ny, og om den er testet?", "da"),
        ("Er det skrevet ned, hvem der svarer, og hvornår?", "da"),
        ("Is it kept as well as logged?", "en"),
        ("Is it backed up and restored every year?", "en"),
    ],
)
def test_a_question_that_joins_two_verbs_asks_two_things(
    text: str, language: Language
) -> None:
    assert "two-questions" in codes(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Har du en liste over navne og datoer?", "da"),
        ("Er listen over love og aftaler ny?", "da"),
        ("Har du set efter på drev og i mapper?", "da"),
        ("Er der lås på skabe og rum?", "da"),
        ("Are all laptops and phones on the list?", "en"),
        ("Do you keep logs and reports for a year?", "en"),
        ("Har hver rolle og bruger et navn?", "da"),
        ("Are open and closed cases on the list?", "en"),
    ],
)
def test_a_question_that_joins_two_nouns_asks_one_thing(
    text: str, language: Language
) -> None:
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er der lavet en awareness-kampagne?", "awareness"),
        ("Er kravene implementeret?", "implementeret"),
        ("Er det sket i henhold til planen?", "i henhold til"),
        ("Er der ført KONTROL?", "KONTROL"),
        ("Er alt set efter, herunder drev?", "herunder"),
        ("Er det gjort, jf. planen?", "jf."),
        ("Er der sat en ny patching i gang?", "patching"),
        ("Er det gjort i henhold\ntil planen?", "i henhold til"),
    ],
)
def test_a_word_to_avoid_is_told_with_a_better_one(text: str, found: str) -> None:
    with using("da"):
        ((code, message),) = of_text(text, "da")
    assert code == "avoided-word"
    assert message.startswith(f"'{found}' (")
    assert "skriv hellere" in message


@pytest.mark.parametrize("text", ["adgangskontrol", "kontrolrum", "omgivelser", "jfr"])
def test_a_word_is_avoided_whole_not_as_a_part_of_another(text: str) -> None:
    assert list(of_text(text, "da")) == []


def test_no_word_to_avoid_is_told_twice_or_as_its_own_better_one() -> None:
    for language in ("da", "en"):
        told = [one.word for one in avoided(language)]
        assert len(told) == len(set(told))
        for one in avoided(language):
            assert not one.pattern.search(one.better), one.word


def test_guidance_says_what_met_partial_and_not_met_look_like_in_this_order() -> None:
    assert list(of_guidance(GRADED, "da", graded=True)) == []
    for wrong in (
        "Opfyldt: Alt er gjort. Ikke opfyldt: Intet.",
        "Ikke opfyldt: Intet. Delvist opfyldt: Noget. Opfyldt: Alt er gjort.",
        "Sådan gør du.",
    ):
        ((code, _message),) = of_guidance(wrong, "da", graded=True)
        assert code == "guidance-incomplete"


def test_guidance_for_levels_need_not() -> None:
    assert list(of_guidance("Se på planen.", "da", graded=False)) == []


def test_guidance_is_at_most_lix_55() -> None:
    hard = "Informationssikkerhedskoordinatoren gennemgår årligt."
    ((code, _message),) = of_guidance(hard, "da", graded=False)
    assert code == "hard-guidance"
