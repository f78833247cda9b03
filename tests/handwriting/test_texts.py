"""No text is ever another than the one typed: it is recorded as it is, or refused at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.handwriting.filled import (
    ACTION,
    COMMENT,
    EVIDENCE,
    commented,
    read_form,
    written,
)


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        (r"'C:\temp\ny.xlsx'", r"C:\temp\ny.xlsx"),
        (r"'\\srv01\deling\plan.docx'", r"\\srv01\deling\plan.docx"),
        (r"Planen ligger i C:\temp\ny.xlsx", r"Planen ligger i C:\temp\ny.xlsx"),
        (r'"C:\\temp\\ny.xlsx"', r"C:\temp\ny.xlsx"),
        (r'"\\\\srv01\\deling"', r"\\srv01\deling"),
        (r'"Skærmen er 24\" bred"', 'Skærmen er 24" bred'),
        (r'"Skilletegnet er \\ i stier"', "Skilletegnet er \\ i stier"),
        ('"Skærmen er 24”\n      bred"', "Skærmen er 24” bred"),
        ("'Det er Peters’\n      liste'", "Det er Peters’ liste"),
        (
            '"A\n\n      B \\"c\\".\n\n      Svar: ”nej”\n\n      D."',
            'A\nB "c".\nSvar: ”nej”\nD.',
        ),
        ('"Prisen er 3.000 € – måske 4.000 €"', "Prisen er 3.000 € – måske 4.000 €"),
        ("80% er gennemgået", "80% er gennemgået"),
        (
            "”Ja” til det ene, ”nej” til det andet",
            "”Ja” til det ene, ”nej” til det andet",
        ),
        ('"Hun sagde: ”ja”, og gik"', "Hun sagde: ”ja”, og gik"),
        ('"Vi mangler to,\n      men kun lige nu"', "Vi mangler to, men kun lige nu"),
        (
            "|\n      Vi mangler: to\n      men # kun nu",
            "Vi mangler: to\nmen # kun nu\n",
        ),
        ("Nej", "Nej"),
        ("0012", "0012"),
        ("5.10", "5.10"),
    ],
)
def test_a_text_is_recorded_as_it_was_typed(typed: str, recorded: str) -> None:
    found = read_form(commented(typed))
    assert found.told == []
    assert found.answer().comment == recorded


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        (
            "”Listen er lavet: den hænger på væggen”",
            "Listen er lavet: den hænger på væggen",
        ),
        ("“Vi mangler én afdeling # 3”", "Vi mangler én afdeling # 3"),
        ("»Vi mangler én afdeling.«", "Vi mangler én afdeling."),
        ('"Vi mangler én afdeling.”', "Vi mangler én afdeling."),
        ("„Vi mangler én afdeling.“", "Vi mangler én afdeling."),
        ("’Vi mangler: ”lageret”’", "Vi mangler: ”lageret”"),
        ("”Det er Peter’s liste: den gamle”", "Det er Peter’s liste: den gamle"),
        ("”Det er Peter's liste: den gamle”", "Det er Peter's liste: den gamle"),
        ("”S:\\Fælles\\ny plan.docx”", "S:\\Fælles\\ny plan.docx"),
    ],
)
def test_a_text_in_curly_quotes_is_read_without_them(typed: str, recorded: str) -> None:
    found = read_form(commented(typed))
    assert found.told == ["23:14 curly-quotes"]
    assert found.answer().comment == recorded


def test_curly_quotes_inside_braces_are_read_with_the_commas_between_them() -> None:
    typed = "[{reference: ”ESDH 2026-17, bilag 2”, seen_on: 2026-09-02}, {reference: “Mail”}]"
    found = read_form(written(EVIDENCE, typed))
    assert found.told == ["24:28 curly-quotes"]
    pieces = [piece.reference for piece in found.answer().evidence]
    assert pieces == ["ESDH 2026-17, bilag 2", "Mail"]


@pytest.mark.parametrize(
    "typed",
    [
        "Vi har to typer, ”A”",
        "Peter, ’de andre’",
        "Vi skriver - ”B”",
        "Vi har [”A”, ”B”]",
        "”a”, ”b”",
        "”a”, sagde han",
        "a - “b”",
    ],
)
def test_quotes_within_a_plain_text_stay_as_they_are(typed: str) -> None:
    found = read_form(commented(typed))
    assert found.told == []
    assert found.answer().comment == typed


@pytest.mark.parametrize(
    ("typed", "recorded"),
    [
        ("|-\n      - ”citat”\n      x, ”y”", "- ”citat”\nx, ”y”"),
        ("|-\n      en\n      # anden\n      note: ”x”", "en\n# anden\nnote: ”x”"),
        ('"en\n      # anden\n      note: ”x”"', "en # anden note: ”x”"),
        (
            '"sidst\n    note: ”opfyldt”\n    og mere."',
            "sidst note: ”opfyldt” og mere.",
        ),
        (
            '"sidst\nliste: [”a”, ”b”]\n    og mere."',
            "sidst liste: [”a”, ”b”] og mere.",
        ),
        ("Vi har\n      - ”B”", "Vi har - ”B”"),
    ],
)
def test_the_lines_of_a_longer_text_stay_as_they_are(typed: str, recorded: str) -> None:
    found = read_form(commented(typed))
    assert found.told == []
    assert found.answer().comment == recorded


def test_a_longer_text_within_brackets_stays_as_it_is() -> None:
    typed = (
        '{what: "Se på lageret\n      og sig: ”ja”, når det er gjort", due: 2026-12-01}'
    )
    found = read_form(written(ACTION, typed))
    assert found.told == []
    assert found.answer().action.what == "Se på lageret og sig: ”ja”, når det er gjort"


@pytest.mark.parametrize(
    "typed",
    [
        '{\n        what: "Vi spurgte: ”ja”, og gik",\n        due: 2026-12-01\n      }',
        "{\n        what: 'Vi spurgte: ”ja”, og gik',\n        due: 2026-12-01 }",
    ],
)
def test_brackets_set_over_several_lines_change_nothing(typed: str) -> None:
    found = read_form(written(ACTION, typed))
    assert found.told == []
    assert found.answer().action.what == "Vi spurgte: ”ja”, og gik"


def test_a_hash_beside_a_name_in_quotes_is_told() -> None:
    for name in ('"comment":', "'comment':", "comment :", "comment:\t"):
        found = read_form(written(COMMENT, f"    {name} # mere\n      Set\n"))
        assert [line.split()[1] for line in found.told] == ["!text-cut-by-hash"]


def test_a_text_below_its_name_may_have_curly_quotes() -> None:
    found = read_form(commented("\n      ”Kun kassen: den nye”"))
    assert found.told == ["24:7 curly-quotes"]
    assert found.answer().comment == "Kun kassen: den nye"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "  personal_data: [cpr]\n",
            "  personal_data:\n    - cpr\n  # hosting: hjælp\n",
        ),
        (
            "  personal_data: [cpr]\n",
            "  personal_data: [\n    cpr\n  ]\n  # hosting: hjælp\n",
        ),
        ("  hosting: supplier\n", "  hosting:\n    supplier\n  # dpia: hjælp\n"),
        ("  T.1:\n", '  "T.1":\n'),
        ("  T.1:\n", "  T.1 :\n"),
        ("  dpia:\n", "  dpia:\n    { needed: false }\n  # hjælp\n"),
    ],
)
def test_the_help_of_a_form_that_was_set_otherwise_is_no_loss(
    old: str, new: str
) -> None:
    assert read_form(written(old, new)).told == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (
            '{why: "", until: }\n\n  T.2',
            '{why: "", # vi venter\n      until: }\n\n  T.2',
            "26:27",
        ),
        (EVIDENCE, "[ # se mappe 7\n      " + EVIDENCE[1:], "24:17"),
        (EVIDENCE, "\n      - # bilag 9\n        reference: x", "25:9"),
        ("form: secaudit/1\n", "--- # Vi mangler lageret\nform: secaudit/1\n", "1:5"),
    ],
)
def test_a_hash_within_brackets_and_beside_dashes_is_told(
    old: str, new: str, place: str
) -> None:
    assert f"{place} !text-cut-by-hash" in read_form(written(old, new)).told


def test_lists_and_braces_over_several_lines_may_have_curly_quotes() -> None:
    typed = "\n      - reference: ”A, B”\n        seen_on: ”2026-09-02”\n      - ”C”"
    found = read_form(written(EVIDENCE, typed))
    assert [piece.reference for piece in found.answer().evidence] == ["A, B", "C"]
    typed = "[{reference: ”A, B”,\n      seen_on: 2026-09-02}, {reference: ”C”}]"
    found = read_form(written(EVIDENCE, typed))
    assert [piece.reference for piece in found.answer().evidence] == ["A, B", "C"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('"Gennemgået" # men kun det halve', "23:27 !text-cut-by-hash"),
        ("'Gennemgået'# men kun det halve", "23:26 !text-cut-by-hash"),
        ('"" # vi mangler alt', "23:17 !text-cut-by-hash"),
        ("\t# tab", "23:15 !text-cut-by-hash"),
        ("| # og mere\n      Nej", "23:16 !text-cut-by-hash"),
        ("# vi mangler alt", "23:14 !text-cut-by-hash"),
    ],
)
def test_what_stands_behind_a_value_is_told(typed: str, told: str) -> None:
    assert told in read_form(commented(typed)).told


def test_what_stands_behind_brackets_and_names_is_told() -> None:
    named = '{name: "Anna Holm", email: "anna@x.example", answered_on: 2026-09-20}'
    for old, at in ((EVIDENCE, "24:66"), (named, "7:83")):
        found = read_form(written(old, f"{old} # se mappe B"))
        assert f"{at} !text-cut-by-hash" in found.told
    found = read_form(written("  T.1:\n", "  T.1: # kun kassen\n"))
    assert "20:8 !text-cut-by-hash" in found.told


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (
            "    status: opfyldt\n",
            "    status: opfyldt\n    Bemærkning til svaret:\n",
            "30:5",
        ),
        ("    status: opfyldt\n", "    status: opfyldt\n    kommentar:\n", "30:5"),
        ("due: 2026-12-01,", "2026-12-01: ,", "25:60"),
        ("  dpia:\n", "  dpia:\n  flytter til skyen i maj:\n", "16:3"),
        ("  dpia:\n", "  dpia:\n  Nr.7:\n", "16:3"),
        ("    status: opfyldt\n", "    status: opfyldt\n    ESDH.nr:\n", "30:5"),
        ("    status: opfyldt\n", "    status: opfyldt\n    name:\n", "30:5"),
        ('name: "Anna Holm",', 'name: "Anna Holm", udfyldt af Mette: ,', "7:33"),
    ],
)
def test_a_text_that_ends_in_a_colon_is_told(old: str, new: str, place: str) -> None:
    assert read_form(written(old, new)).told == [f"{place} !unknown-field"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("””", ["23:5 !comment-missing", "23:14 curly-quotes"]),
        ("“ ”", ["23:5 !comment-missing", "23:14 curly-quotes"]),
        ('"””"', ["23:5 !comment-missing", "23:14 no-text"]),
        ("\"''\"", ["23:5 !comment-missing", "23:14 no-text"]),
        ("''", ["23:5 !comment-missing"]),
        ("´´", ["23:5 !comment-missing"]),
        ("”", ["23:5 !comment-missing"]),
    ],
)
def test_quotes_alone_are_no_text(typed: str, told: list[str]) -> None:
    assert set(read_form(commented(typed)).told) <= {*told, "23:14 no-text"}
    assert told[0] in read_form(commented(typed)).told


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (r'"C:\temp\ny.xlsx"', "23:17"),
        (r'"C:\mappe\x"', "23:17"),
        (r'"\\srv01"', "23:15"),
        (r'"\\srv01\deling\plan.docx"', "23:22"),
        (r'"Planen ligger på \\srv01, se den"', "23:32"),
        (r'"Vi mangler\nto"', "23:25"),
        (r'"\u202egnp.exe"', "23:15"),
        (r'"\x41"', "23:15"),
        ('"Vi mangler\\\n      to"', "23:25"),
    ],
)
def test_a_backslash_in_double_quotes_that_would_be_something_else_is_refused(
    typed: str, place: str
) -> None:
    codes = read_form(commented(typed)).told
    line, column = map(int, place.split(":"))
    assert codes in (
        [f"{line}:{column} !wrong-escape"],
        [
            f"{line}:{column + 2} !wrong-escape"
        ],  # libyaml's own, of a sign it does not know
    )


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Se sag #1234", "23:21"),
        ("Vi mangler to\n      # 3 afdelinger i HR", "24:7"),
        ('"Vi mangler to"\n      # og kælderen', "24:7"),
        ("Vi mangler to\n      afdelinger\n      # 3 i HR", "25:7"),
        ("\n      # Vi mangler to", "24:7"),
    ],
)
def test_a_text_that_a_hash_would_cut_is_refused_at_the_hash(
    typed: str, place: str
) -> None:
    assert f"{place} !text-cut-by-hash" in read_form(commented(typed)).told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('"Ikke mangelfuldt\u202eredlaf"', "23:31 !bidirectional-sign"),
        ("'\u202aC:\\temp\\ny.xlsx'", "23:15 !bidirectional-sign"),
        ('"Ring til \u206645 12\u2069"', "23:24 !bidirectional-sign"),
        ('"Gennem\u00adgået"', "23:21 invisible-sign"),
        ('"Gennem\u200bgået"', "23:21 invisible-sign"),
        ('"GennemgÃ¥et for Ã©n afdeling"', "23:22 damaged-letters"),
        ('"Gennemg=C3=A5et"', "23:22 damaged-letters"),
        ('"Gennemg\ufffdet"', "23:22 damaged-letters"),
        ('"Gennemg&aring;et"', "23:22 damaged-letters"),
        ('"Det er 5\u00a0%"', "23:23 odd-space"),
    ],
)
def test_a_text_that_is_not_what_it_seems_is_told(typed: str, told: str) -> None:
    assert told in read_form(commented(typed)).told


def test_what_was_damaged_is_told_with_the_letter_that_it_was() -> None:
    (problem,) = read_form(commented('"GennemgÃ¥et"')).problems
    assert "'Ã¥' var nok 'å'" in problem.message


def test_a_sign_that_turns_text_around_refuses_only_the_document_that_holds_it() -> (
    None
):
    right = commented('"Gennemgået."').replace("0" * 32, "1" * 32)
    found = read_form(commented('"Ikke \u202eredlaf"') + "---\n" + right)
    assert found.told == ["23:20 !bidirectional-sign"]
    assert [reading.assessment is None for reading in found.documents] == [True, False]


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" ")))
def test_any_printable_text_between_the_forms_quotes_is_that_text_or_refused(
    text: str,
) -> None:
    typed = text.replace("\\", "\\\\").replace('"', '\\"')
    found = read_form(commented(f'"{typed}"'))
    (reading,) = found.documents
    if reading.assessment:
        assert reading.assessment.answers["T.1"].comment == text
    else:
        assert any("!" in line for line in found.told)


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" ")))
def test_any_printable_text_without_quotes_is_that_text_or_refused(text: str) -> None:
    found = read_form(commented(text))
    for reading in found.documents:
        if reading.assessment:
            comment = reading.assessment.answers["T.1"].comment
            unquoted = (
                any("curly" in line for line in found.told) and text.strip()[1:-1]
            )
            assert comment in (text.strip(), unquoted, text.strip()[1:-1])
    assert found.documents or found.told
