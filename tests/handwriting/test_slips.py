"""Every slip is told in one run, each at its own line, and hides nothing that stands after it."""

import pytest

from tests.handwriting.filled import (
    ACTION,
    COMMENT,
    EVIDENCE,
    RIGHT,
    STATUS,
    commented,
    read_form,
    written,
)

LATER = '    acceptance: {why: "", until: }\n\n  T.2:\n'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (STATUS, "    status delvist opfyldt\n", "22:5 !missing-colon"),
        (STATUS, "    status = delvist opfyldt\n", "22:5 !missing-colon"),
        (STATUS, "    status; delvist opfyldt\n", "22:5 !missing-colon"),
        (STATUS, "    status:delvist opfyldt\n", "22:5 !missing-space"),
        (COMMENT, '    comment "Gennemgået."\n', "23:5 !missing-colon"),
        (COMMENT, "    comment Vi mangler to\n", "23:5 !missing-colon"),
        ("  T.2:\n", "  T.2\n", "28:3 !missing-colon"),
        ("  T.2:\n", "T.2:\n", "28:1 !wrong-indent"),
        (STATUS, "status: delvist opfyldt\n", "22:1 !wrong-indent"),
        (COMMENT, '   comment: "Gennemgået."\n', "23:4 !wrong-indent"),
        (LATER, LATER.replace("    acc", "  acc"), "26:3 !wrong-indent"),
        (LATER, LATER.replace("    acc", "acc"), "26:1 !wrong-indent"),
        ("  criticality: s", "criticality: s", "11:1 !wrong-indent"),
        (STATUS, "\tstatus: delvist opfyldt\n", "22:1 !tab"),
        (COMMENT, '    comment: "Gennemgået.\n', "23:14 !open-quote"),
        (COMMENT, '    comment: "Se bilag" 3\n', "23:14 !open-quote"),
        (COMMENT, '    comment: "Det "lille" system"\n', "23:14 !open-quote"),
        (COMMENT, "    comment: Vi mangler: HR\n", "23:24 !needs-quotes"),
        (COMMENT, "    comment: Vi mangler:\n      - HR\n", "23:24 !needs-quotes"),
        (COMMENT, "    comment: *vigtigt*\n", "23:22 !needs-quotes"),
        (COMMENT, "    comment: @Anna ved det\n", "23:14 !needs-quotes"),
        (
            COMMENT,
            "    comment: Vi mangler to.\nDet retter vi.\nSnart.\n",
            "24:1 !stray-line",
        ),
        (
            COMMENT,
            "    comment: Vi mangler to.\n  Det retter vi.\n",
            "24:3 !stray-line",
        ),
        (EVIDENCE, EVIDENCE[:-1], "24:15 !open-bracket"),
        (ACTION, ACTION[:-1], "25:13 !open-bracket"),
        (
            ACTION,
            ACTION.replace('"Gennemgå resten"', "Ring, og ret"),
            "25:26 !text-cut-by-comma",
        ),
        (
            "  T.2:\n    status: opfyldt\n",
            "  T.2:\n    status: opfyldt\n  T.1:\n",
            "30:3 !duplicate-key",
        ),
        (STATUS, "    status - delvist opfyldt\n", "22:5 !missing-colon"),
        (STATUS, "    status. delvist opfyldt\n", "22:5 !missing-colon"),
        ('"Anna", due', '"Anna" due', "25:59 !missing-comma"),
        ('"ESDH 2026-17", seen', '"ESDH 2026-17" seen', "24:43 !missing-comma"),
        ('"Anna", due', '"Anna",, due', "25:59 !stray-text"),
        ("2026-09-02}]", "2026-09-02]", "24:16 !open-bracket"),
        ("2026-09-02}]", "2026-09-02}] se mappe 7", "24:66 !stray-text"),
        ("2026-09-02}]", "2026-09-02}}]", "24:64 !stray-text"),
        ("hours: 20, cost", "hours: 20 cost", "25:87 !missing-comma"),
        ('"Gennemgå resten"', '"Gennemgå "resten" nu"', "25:20 !open-quote"),
        ('"ESDH 2026-17"', "ESDH [7]", "24:33 !needs-quotes"),
        ("    # Er prøve 1 i orden?\n", "    Vi mangler lageret\n", "21:5 !stray-line"),
        (COMMENT, "    comment: - HR mangler\n", "23:14 !needs-quotes"),
        (COMMENT, "    comment: > 80 % er set\n", "23:14 !needs-quotes"),
        (COMMENT, "    comment: [x] er set\n", "23:14 !needs-quotes"),
        (COMMENT, "    comment: 'Peter's liste'\n", "23:14 !open-quote"),
        (COMMENT, '    comment: "Vi mangler S:\\"\n', "23:28 !wrong-escape"),
        ("  T.2:\n", "  T.2: opfyldt\n", "28:3 !stray-value"),
        (STATUS, STATUS * 2, "23:5 !duplicate-key"),
        ("    reviewed_on: 2026-09-03\n", "    : 2026-09-03\n", "30:5 !stray-line"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_slip_is_told_at_its_own_line_and_nothing_else_is(
    old: str, new: str, told: str, end: str
) -> None:
    found = read_form(written(old, new).replace("\n", end))
    assert found.told == [told]
    assert [reading.assessment for reading in found.documents] == [None]


def test_what_stands_before_and_after_a_form_is_told() -> None:
    assert read_form(f"Hej Signe\nHer er mine svar.\n\n{RIGHT}").told == [
        "1:1 !stray-line"
    ]
    assert read_form(f"{RIGHT}\nVenlig hilsen\nAnna\n").told == ["43:1 !stray-line"]


def test_a_form_without_its_blanks_is_told_once() -> None:
    bare = "\n".join(line.lstrip() for line in RIGHT.split("\n"))
    assert read_form(bare).told == ["20:1 !wrong-indent"]


def test_a_form_that_is_quoted_in_a_mail_is_told_once() -> None:
    quoted = "".join(f"> {line}\n" for line in RIGHT.split("\n"))
    assert read_form(quoted).told == ["1:1 !quoted-lines"]


def test_forms_put_together_without_a_divider_are_read_one_by_one() -> None:
    other = RIGHT.replace("0" * 32, "1" * 32)
    found = read_form(f"{RIGHT}\n# En til\n\n{other}")
    assert found.told == ["42:1 no-divider"]
    assert all(reading.assessment for reading in found.documents)
    assert len(found.documents) == 2


def test_a_document_that_is_only_help_is_told() -> None:
    assert read_form(f"{RIGHT}---\n# Vi mangler lageret\n").told == ["42:1 help-line"]
    assert read_form(f"# Gemt\n---\n{RIGHT}").told == []


def test_every_slip_of_a_form_is_told_in_one_run() -> None:
    text = written(STATUS, "    status delvist opfyldt\n")
    text = text.replace('comment: "Gennemgået for', 'comment: "Gennemgået: for', 1)
    text = text.replace("reviewed_on: 2026-09-03", "reviewed_on = 2026-09-03")
    text = text.replace("status: opfyldt", "status: opfylt")
    text = text.replace(
        '  T.3:\n    status: ved ikke\n    comment: ""', '  T.3:\n    comment: "'
    )
    assert read_form(text).told == [
        "22:5 !missing-colon",
        "29:13 !unknown-status",
        "30:5 !missing-colon",
        "36:3 !unanswered",
        "37:14 !open-quote",
    ]


def test_a_broken_document_does_not_hide_the_slips_of_the_next() -> None:
    broken = written(STATUS, "    status delvist opfyldt\n")
    other = written("status: opfyldt", "status: opfylt")
    assert read_form(f"{broken}---\n{other}").told == [
        "22:5 !missing-colon",
        f"{42 + 29}:13 !unknown-status",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('{name: "Anna Holm"', '{name: "Anna Holm'),
        ('respondent: {name: "Anna Holm"', 'respondent {name: "Anna Holm"'),
        ("answered_on: 2026-09-20", "answered_on: i går"),
        ("answered_on: 2026-09-20", "answered_on: 2026-09-31"),
    ],
)
def test_no_day_is_judged_by_one_that_could_not_be_read(old: str, new: str) -> None:
    assert len(read_form(written(old, new)).told) == 1


def test_a_field_that_could_not_be_read_is_not_missing() -> None:
    text = commented('"Gennemgået').replace(ACTION, '"Ring')
    assert read_form(text).told == ["23:14 !open-quote", "25:13 !open-quote"]


def test_a_field_with_a_wrong_name_is_told_once() -> None:
    for old, new in (
        (STATUS, "    Status: opfyldt\n"),
        (COMMENT, "    kommentar: Nej\n"),
    ):
        (line,) = read_form(written(old, new)).told
        assert line.endswith("!unknown-field")


def test_a_broken_head_leaves_the_rest_unjudged() -> None:
    found = read_form(written('issue: "', 'issue "'))
    assert found.told == ["4:1 !missing-colon"]


def test_a_file_that_is_no_form_is_told_as_before() -> None:
    assert read_form("- a\n- b: [\n").told == ["3:1 !syntax"]
