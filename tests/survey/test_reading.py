"""The export of a survey: which column is what, what its words mean, and all that is wrong."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from secaudit.exchange.survey.asked import Asked
from secaudit.exchange.survey.reading import Survey, read_survey
from secaudit.inventory import Department
from secaudit.language import using
from secaudit.problems import Refused, errors
from tests.surveyed import HEAD, QUESTIONS, WHERE, as_csv, as_xlsx, few

ASKED = Asked(
    "2026",
    {id: (text, f"In English {id}") for id, text in QUESTIONS.items()},
    (
        Department("sundhed", "Sundhed"),
        Department("hjemmepleje", "Hjemmeplejen", parent="sundhed"),
        Department("stab", "Stab", parent="sundhed"),
        Department("boern", "Børn og Unge"),
        Department("boernestab", "Stab", parent="boern"),
    ),
)
EVERY = {id: {"sundhed": {"met": 6}} for id in QUESTIONS}


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    with using("da"):
        yield


def seen(path: Path, legend: str = "") -> Survey:
    """What is read of a file with such a survey.yaml."""
    told = path.with_name("survey.yaml")
    told.write_text(legend, encoding="utf-8")
    return read_survey(path, told if legend else None, ASKED)


def counts(path: Path, legend: str = "") -> dict[str, dict[str, dict[str, int]]]:
    found = seen(path, legend)
    assert errors(found.problems) == ()
    answers = found.counted.answers.items()
    return {id: {d: dict(c) for d, c in of.items()} for id, of in answers}


def told(path: Path, legend: str = "") -> list[tuple[str, str]]:
    """Code and sentence of each error, in order."""
    found = errors(seen(path, legend).problems)
    return [(problem.code, str(problem)) for problem in found]


def one(path: Path, code: str, *words: str, legend: str = "") -> None:
    """There is one error, of this kind, that says these words."""
    [(found, sentence)] = told(path, legend)
    assert found == code, sentence
    assert all(word in sentence for word in words), sentence


def test_columns_are_known_by_their_questions_however_they_are_spaced(
    tmp_path: Path,
) -> None:
    head = [f"  {title.upper()}:" for title in HEAD]
    head[5] = head[5].replace(" ", "\u00a0 ") + "*"
    assert counts(as_csv(tmp_path / "svar.csv", few(), head)) == EVERY


def test_columns_are_known_by_the_control_that_they_begin_with(
    tmp_path: Path,
) -> None:
    head = ("Id", "A", "B", "Afdeling", "T.5", "T.7: reglerne", "t.8. Hvem?")
    assert counts(as_csv(tmp_path / "svar.csv", few(), head)) == EVERY


def test_columns_are_known_in_english(tmp_path: Path) -> None:
    english = [f"In English {id}" for id in QUESTIONS]
    head = ("Id", "A", "B", "Which department do you work in?", *english)
    rows = [(*row[:4], "Yes", "Partly", "not met") for row in few()]
    found = counts(as_csv(tmp_path / "svar.csv", rows, head))
    statuses = [next(iter(of["sundhed"])) for of in found.values()]
    assert statuses == ["met", "partial", "not-met"]


def test_survey_yaml_says_which_column_is_what_and_what_words_mean(
    tmp_path: Path,
) -> None:
    head = ("Id", "A", "B", "Hvor?", "sp1", "sp2", "sp3")
    rows: list[Sequence[object]] = [("1", "", "", "SOS", "Ja, altid", 1, "2")] * 2
    rows += [("1", "", "", "SOS", "Ja, altid", "1", 2)]
    rows += [("1", "", "", "Andet", "Ja", 1, "2")] * 4
    legend = """
department: "hvor? "
departments: {"SOS": hjemmepleje, "Andet": ""}
questions: {T.5: sp1, T.7: sp2, T.8: sp3}
answers: {"Ja, altid": met, "1": opfyldt, "2": delvist opfyldt}
"""
    wanted = {
        "T.5": {"sundhed": {"met": 3}, "": {"met": 4}},
        "T.7": {"sundhed": {"met": 3}, "": {"met": 4}},
        "T.8": {"sundhed": {"partial": 3}, "": {"partial": 4}},
    }
    assert counts(as_xlsx(tmp_path / "svar.xlsx", rows, head), legend) == wanted


def test_headings_below_a_title_on_the_second_sheet_are_found(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "svar.xlsx", few())
    book = load_workbook(path)
    book.worksheets[0].insert_rows(1, 2)
    book.worksheets[0]["A1"] = "Svar fra medarbejderne"
    book.create_sheet("Om", 0)["A1"] = "Skemaet blev sendt i september"
    book.save(path)
    assert counts(path) == EVERY


def test_who_does_not_say_where_counts_only_in_the_whole(tmp_path: Path) -> None:
    rows = [*few(unit="Vil ikke oplyse."), *few(unit="")]
    found = counts(as_csv(tmp_path / "svar.csv", rows))
    assert found["T.5"] == {"": {"met": 12}}


def test_an_empty_answer_is_no_answer(tmp_path: Path) -> None:
    found = counts(as_csv(tmp_path / "svar.csv", few("", "  ", "Nej")))
    assert found["T.5"] == {"sundhed": {"met": 6, "not-met": 1}}
    assert found["T.7"] == {"sundhed": {"met": 9}}


def test_who_answered_nothing_is_no_respondent(tmp_path: Path) -> None:
    rows = [
        *few(),
        ("7", "", "", "Sundhed", "", " ", ""),
        ("8", "", "", "", "", "", ""),
    ]
    assert seen(as_csv(tmp_path / "svar.csv", rows)).counted.people == {"sundhed": 6}


def test_commas_in_the_headings_divide_nothing_where_semicolons_do(
    tmp_path: Path,
) -> None:
    head = ("Id", "a, b, c, d, e, f, g, h, i", *HEAD[2:])
    assert counts(as_csv(tmp_path / "svar.csv", few(), head)) == EVERY


def test_a_quoted_cell_may_hold_line_breaks(tmp_path: Path) -> None:
    rows = [(row[0], "én\nto; tre", *row[2:]) for row in few()]
    assert counts(as_csv(tmp_path / "svar.csv", rows)) == EVERY


def test_what_stands_in_other_columns_is_not_looked_at(tmp_path: Path) -> None:
    rows = [("=1+1", "#REF!", *row[2:]) for row in few()]
    assert counts(as_csv(tmp_path / "svar.csv", rows)) == EVERY
    assert counts(as_xlsx(tmp_path / "svar.xlsx", rows)) == EVERY


def test_every_word_that_is_not_known_is_told_once_in_one_run(tmp_path: Path) -> None:
    rows = [*few("måske", "måske", "x" * 99), *few(unit="Sundhet")]
    found = told(as_csv(tmp_path / "svar.csv", rows))
    assert [code for code, _sentence in found] == [
        *("unknown-answer", "unknown-answer", "unknown-department")
    ]
    maybe, long, unit = (sentence for _code, sentence in found)
    assert ":8:5: fejl: E8: 'måske' er ikke et svar" in maybe
    assert maybe.endswith("(2 celler)")
    assert "x" * 61 not in long
    assert ":11:4: fejl: D11: 'Sundhet'" in unit
    assert "'departments'" in unit
    assert "mente du 'Sundhed'? (6 celler)" in unit


def test_a_name_that_two_departments_have_is_not_guessed(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "svar.csv", few(unit="Stab"))
    one(path, "unknown-department", "'Stab'", "(6 celler)")
    assert counts(path, "departments: {Stab: boernestab}")["T.5"] == {
        "boern": {"met": 6}
    }


def test_a_formula_is_told(tmp_path: Path) -> None:
    for path in (
        as_csv(tmp_path / "svar.csv", few('="Ja"')),
        as_xlsx(tmp_path / "svar.xlsx", few("=1+1")),
    ):
        one(path, "formula", "E8: indeholder en formel")


def test_a_question_without_a_column_is_no_error(tmp_path: Path) -> None:
    rows = [row[:5] for row in few()]
    assert set(counts(as_csv(tmp_path / "svar.csv", rows, HEAD[:5]))) == {"T.5"}


def test_a_missing_department_column_is_a_warning(tmp_path: Path) -> None:
    rows = [row[4:] for row in few()]
    found = seen(as_csv(tmp_path / "svar.csv", rows, HEAD[4:]))
    assert [(p.code, p.severity) for p in found.problems] == [
        ("no-department", "warning")
    ]
    assert found.counted.people == {"": 6}


def test_a_file_without_any_question_is_told_with_its_headings(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "svar.csv", [("1", "2")], ("Navn", "Alder"))
    one(path, "missing-column", "'Navn', 'Alder'", "'questions'")


def test_two_columns_about_one_question_are_told(tmp_path: Path) -> None:
    head = (*HEAD[:-1], "T.5 igen")
    path = as_csv(tmp_path / "svar.csv", few(), head)
    one(path, "column-twice", "E1 og G1", "T.5")
    legend = f'questions: {{T.5: "{HEAD[4]}"}}'
    assert set(counts(path, legend)) == {"T.5", "T.7"}


def test_two_columns_with_the_department_are_told(tmp_path: Path) -> None:
    head = ("Id", "Afdeling", "C", *HEAD[3:])
    path = as_csv(tmp_path / "svar.csv", few(), head)
    one(path, "column-twice", "B1 og D1", "survey.yaml")
    assert counts(path, f"department: '{WHERE}'") == EVERY


@pytest.mark.parametrize(
    ("legend", "code", "words"),
    [
        ('department: "Hvor?"', "missing-column", ("1:13", "'Hvor?'")),
        ('questions: {T.5: "sp1"}', "missing-column", ("1:18", "'sp1'")),
        ('text: "Din linje"', "missing-column", ("1:7", "'Din linje'")),
        ('questions: {T.1: "Id"}', "unknown-control", ("1:13", "'T.1'")),
        ('departments: {"SOS": sundhet}', "unknown-id", ("1:22", "'sundhed'")),
        ('answers: {"Ja": maaske}', "unknown-status", ("1:17", "'maaske'")),
        ("answers: {JA: met, 'Ja ': met}", "said-twice", ("1:20", "'Ja '")),
        ("departments: {A: boern, a.: ''}", "said-twice", ("1:25", "'a.'")),
        (
            f'questions: {{T.5: "{HEAD[4]}", T.7: "{HEAD[4]}:"}}',
            "said-twice",
            ("1:46", "'questions'"),
        ),
        ("svar: {}", "unknown-field", ("1:1", "'svar'")),
        ("answers: {Ja: met", "syntax", ("survey.yaml",)),
    ],
)
def test_a_slip_in_survey_yaml_is_told_at_its_place(
    tmp_path: Path, legend: str, code: str, words: Sequence[str]
) -> None:
    one(
        as_csv(tmp_path / "svar.csv", few()), code, "survey.yaml", *words, legend=legend
    )


@pytest.mark.parametrize("legend", ["\n", "# department: Hvor?\n# answers:\n"])
def test_a_survey_yaml_in_which_everything_is_a_comment_says_nothing(
    tmp_path: Path, legend: str
) -> None:
    assert counts(as_csv(tmp_path / "svar.csv", few()), legend) == EVERY


def test_rows_with_more_or_fewer_cells_are_told(tmp_path: Path) -> None:
    rows = [*few(), few()[0][:5], (*few()[0], "og mere")]
    found = told(as_csv(tmp_path / "svar.csv", rows))
    assert [code for code, _sentence in found] == ["ragged-row", "ragged-row"]
    assert "række 8 har 5 celler, overskrifterne har 7" in found[0][1]


def test_empty_cells_at_the_end_of_a_row_are_no_error(tmp_path: Path) -> None:
    rows = [(*row, "", " ") for row in few()]
    assert counts(as_csv(tmp_path / "svar.csv", rows)) == EVERY
    head = (*HEAD, "", "")
    assert counts(as_csv(tmp_path / "svar.csv", [*few(), *rows], head))["T.5"] == {
        "sundhed": {"met": 12}
    }


def test_what_excel_writes_above_everything_is_no_heading(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "svar.csv", few("hm"), divider=",")
    path.write_bytes(b"sep=,\r\n" + path.read_bytes())
    one(path, "unknown-answer", "E8: 'hm'")
    assert counts(path, "answers: {hm: met}")["T.5"] == {"sundhed": {"met": 7}}


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "{}."])
def test_headings_may_be_numbered(tmp_path: Path, number: str) -> None:
    titles = ("Id", "A", "B", "Hvor?", HEAD[4], "T.7 reglerne", "t.8")
    head = [number.format(n) + title for n, title in enumerate(titles, 1)]
    path = as_csv(tmp_path / "svar.csv", few(), head)
    assert counts(path, 'department: "Hvor?"') == EVERY
    assert counts(path, f'department: "{head[3]}"') == EVERY


def test_a_quote_that_nothing_closes_swallows_no_rows(tmp_path: Path) -> None:
    path = as_csv(tmp_path / "svar.csv", few())
    text = path.read_text(encoding="cp1252").replace("\n1;", '\n"1;', 1)
    path.write_text(text, encoding="cp1252")
    one(path, "broken-csv", "citationstegnene")


LINE = "secaudit {}; department={}; T.5={}; {}=met"


@pytest.mark.parametrize(
    ("line", "code", "word"),
    [
        (LINE.format("2025", "sundhed", "met", "T.7"), "wrong-campaign", "'2025'"),
        (LINE.format("2026", "sundhet", "met", "T.7"), "unknown-department", "sundhet"),
        (LINE.format("2026", "sundhed", "ja", "T.7"), "unknown-status", "'ja'"),
        (LINE.format("2026", "sundhed", "met", "T.1"), "unknown-control", "'T.1'"),
        ("Jeg synes, det er svært", "no-line", "det er svært"),
        ("secaudit 2026; T.5=met\nsecaudit 2026; T.5=met", "no-line", "lad kun linjen"),
        ("Her: secaudit 2026; T.5=met", "no-line", "lad kun linjen stå"),
    ],
)
def test_a_line_of_the_page_that_does_not_fit_is_told(
    tmp_path: Path, line: str, code: str, word: str
) -> None:
    good = LINE.format("2026", "boern", "partial", "T.7")
    rows = [("1", good), ("2", line), ("3", ""), ("4", line)]
    path = as_csv(tmp_path / "svar.csv", rows, ("Id", "Din linje"))
    one(path, code, "B3: ", word, "(2 celler)")
    assert counts(as_csv(path, [rows[0]] * 2, ("Id", "Din linje"))) == {
        "T.5": {"boern": {"partial": 2}},
        "T.7": {"boern": {"met": 2}},
    }


GOOD = [LINE.format("2026", "boern", "met", "T.7")] * 3


@pytest.mark.parametrize("line", ["Secaudit{}", '"secaudit{}"', " »SECAUDIT{};« "])
def test_a_line_may_have_a_capital_or_stand_in_quotes(
    tmp_path: Path, line: str
) -> None:
    rows = [("1", line.format(good.removeprefix("secaudit"))) for good in GOOD]
    found = counts(as_csv(tmp_path / "svar.csv", rows, ("Id", "Din linje")))
    assert found["T.5"] == {"boern": {"met": 3}}


def test_lines_without_a_heading_lose_nobody(tmp_path: Path) -> None:
    rows = [(str(n), "", line) for n, line in enumerate(GOOD)]
    for path in (
        as_xlsx(tmp_path / "svar.xlsx", rows[1:], rows[0]),
        as_csv(tmp_path / "svar.csv", rows[1:], rows[0]),
    ):
        assert counts(path)["T.5"] == {"boern": {"met": 3}}
        assert seen(path).problems == ()
    twice = (*rows[0][:2], "\n".join(GOOD[:2]))
    path = as_xlsx(tmp_path / "svar.xlsx", rows[1:], twice)
    one(path, "no-line", "svar.xlsx:1:3: fejl: C1: ", "lad kun linjen stå")


@pytest.mark.parametrize("first", ["", "Din linje\n", "\ufeff\n\n"])
@pytest.mark.parametrize("name", ["svar.txt", "svar.csv"])
def test_a_text_of_lines_is_read_a_line_a_row(
    tmp_path: Path, first: str, name: str
) -> None:
    path = tmp_path / name
    path.write_text(first + "\n\n".join(GOOD), encoding="utf-8")
    assert counts(path) == {
        "T.5": {"boern": {"met": 3}},
        "T.7": {"boern": {"met": 3}},
    }
    path.write_text(first + "\n".join([*GOOD, GOOD[0], "hej"]), encoding="utf-8")
    row = first.count("\n") + 5
    one(path, "no-line", f":{row}:1: fejl: A{row}: 'hej'")


def test_a_line_that_commas_divide_from_other_cells_is_one(tmp_path: Path) -> None:
    path = tmp_path / "svar.csv"
    text = "\n".join(["Din linje,Tid", *(f"{line},2026-09-12" for line in GOOD)])
    path.write_text(text, encoding="utf-8")
    assert counts(path)["T.5"] == {"boern": {"met": 3}}


def test_a_second_sheet_with_answers_is_told(tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "svar.xlsx", few())
    book = load_workbook(path)
    book.worksheets[0].title = "Svar"
    book.create_sheet("Optælling").append(["Afdeling", "Antal"])
    book["Optælling"].append(["Sundhed", 6])
    book.save(path)
    assert seen(path).problems == ()
    book.copy_worksheet(book["Svar"]).title = "Flere"
    book.create_sheet("Linjer").append([GOOD[0]])
    book.save(path)
    problems = seen(path).problems
    assert {(p.code, p.severity) for p in problems} == {("sheet-not-read", "warning")}
    assert [p.message for p in problems] == [
        "arket 'Flere' indeholder også svar og læses ikke; det gør 'Svar'",
        "arket 'Linjer' indeholder også svar og læses ikke; det gør 'Svar'",
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "er tom"),
        (b"\xef\xbb\xbf\r\n\r\n", "er tom"),
        (b"%PDF-1.7\n%\x81\x8d\x8f\x90\x9d\n", "hverken et Excel-regneark"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "gammelt format"),
        (b"Id;Svar\n1;\0\n", "hverken et Excel-regneark"),
        (b"PK\x03\x04" + b"\0" * 30, "er ikke et Excel-regneark"),
        (b"Id;Svar\n" + b"1;Ja\n" * 1_100_000, "større end 5 MiB"),
        (b"Id;Svar\n" + b"1;Ja\n" * 10_001, "mere end 10.000 rækker"),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "svar.csv"
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        seen(path)
    assert "svar.csv" in refused.value.sentence
    assert words in refused.value.sentence


def test_a_word_document_is_no_survey(tmp_path: Path) -> None:
    path = tmp_path / "svar.csv"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
    with pytest.raises(Refused, match="ikke et Excel-regneark"):
        seen(path)
