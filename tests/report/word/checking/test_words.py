"""Tags that were meant and are none, and signs that no tag is read with."""

from pathlib import Path

import pytest

from secaudit.report.extract.model import Extract
from secaudit.report.word import check_template
from tests.report.word.own import field, made, own, refusal, remarks, with_xml

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("tag", "sign"),
    [
        ("{{\u00a0plan.said }}", "a no-break space; write an ordinary space"),
        ("{%p\u00a0if title %}", "a no-break space; write an ordinary space"),
        ("{{ plan.said\u2009}}", "a thin space; write an ordinary space"),
        (
            "{{ plan.said\u2003}}",
            "a space of another width (U+2003); write an ordinary space",
        ),
        ("{{ plan.sa\u00adid }}", "a soft hyphen; delete it"),
        ("{{ plan.sa\u200bid }}", "an invisible sign (U+200B); delete it"),
        ("{{ 1 \u2013 1 }}", "an en dash; write a hyphen"),
        ("{%\u2013 if title %}", "an en dash; write a hyphen"),
        ("{{ title|d(„x”) }}", "a quote of another kind; write a straight quote"),
    ],
)
def test_a_sign_that_no_tag_is_read_with_is_named(
    tmp_path: Path, tag: str, sign: str
) -> None:
    told = refusal(made(tmp_path / "t.docx", "Planen", tag))
    assert "in the tag '" in told
    assert f"' after 'Planen' stands {sign}" in told


def test_a_hyphen_that_does_not_break_is_named(tmp_path: Path) -> None:
    path = with_xml(
        made(tmp_path / "t.docx"),
        "<w:p><w:r><w:t>{{ 2 </w:t><w:noBreakHyphen/><w:t> 1 }}</w:t></w:r></w:p>",
    )
    assert "stands a non-breaking hyphen; write a hyphen" in refusal(path)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ title|d('a\u00a0\u2013 b') }}",
        "{{ title|d(“a – b”) }}",
        "{{ title|d(’–’) }}",
    ],
)
def test_a_text_within_a_tag_may_hold_any_sign(tmp_path: Path, tag: str) -> None:
    check_template(made(tmp_path / "t.docx", tag))


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        *(("{kommune}", "organisation"), ("{ Kommunens navn }", "organisation")),
        *(("<kommune>", "organisation"), ("[dato]", "date"), ("«År»", "campaign")),
        *(
            ("{titel}", "title"),
            ("{organization}", "organisation"),
            ("{tittel}", "title"),
        ),
        *(("{plan.said}", "plan.said"),),
    ],
)
def test_a_word_that_is_meant_as_a_tag_is_told_with_the_tag(
    tmp_path: Path, word: str, tag: str
) -> None:
    told = remarks(made(tmp_path / "t.docx", "{{ title }}", f"For {word} gælder"))
    assert f"'{word}' is no tag, and stays as it is; write {{{{ {tag} }}}}" in told


def test_a_word_that_is_like_no_tag_is_told_how_a_tag_is_written(
    tmp_path: Path,
) -> None:
    told = remarks(made(tmp_path / "t.docx", "{{ title }} {borgmester}"))
    assert (
        "'{borgmester}' is no tag, and stays as it is; a tag is written as {{ org"
        in told
    )


@pytest.mark.parametrize(
    "text",
    ["[1]", "<x>", "{ }", "{a; b}", "«Den gode tone»", "[se bilag]", "{{ title }}"],
)
def test_brackets_that_may_be_meant_are_left(tmp_path: Path, text: str) -> None:
    assert "no tag" not in remarks(made(tmp_path / "t.docx", "{{ title }}", text))


def test_a_field_of_a_mail_merge_is_told_once(tmp_path: Path) -> None:
    path = with_xml(
        own(tmp_path / "t.docx"), f"<w:p>{field(' MERGEFIELD kommune ')}</w:p>"
    )
    assert remarks(path).count("write {{ organisation }}") == 1
    shown = "<w:p><w:r><w:t>«kommune»</w:t></w:r></w:p>"
    assert remarks(with_xml(path, shown)).count("write {{ organisation }}") == 1


def test_an_everyday_word_in_a_tag_is_told_with_the_tag(tmp_path: Path) -> None:
    told = refusal(made(tmp_path / "t.docx", "{{ kommune }}"))
    assert "does not know 'kommune'; did you mean 'organisation'?" in told


def test_a_word_is_only_meant_as_what_the_document_has(tmp_path: Path) -> None:
    assert "{{ name }}" not in remarks(
        made(tmp_path / "t.docx", "{{ title }}", "[navn]")
    )
    told = refusal(made(tmp_path / "u.docx", "{{ navn }}"), Extract)
    assert "did you mean 'name'?" in told


def test_a_template_with_nothing_but_such_words_is_told_of_them(tmp_path: Path) -> None:
    told = refusal(made(tmp_path / "t.docx", "For {kommune} i {år}"))
    assert "'{kommune}' is no tag, and stays as it is; write {{ organisation }}" in told
    assert "'{år}'" in told
    assert "finished document" not in told


def test_everything_that_is_wrong_is_told_in_one_run(tmp_path: Path) -> None:
    path = made(
        tmp_path / "t.docx",
        *("Et {{ budget }}", "To {{ gaps.rows }}", "Tre {{ titel }}", "Fire {dato}"),
    )
    told = refusal(path).splitlines()
    assert len(told) == 4
    assert "'{{ budget }}' after 'Et': the report does not know 'budget'" in told[0]
    assert "'{{ gaps.rows }}' after 'To': 'gaps.rows' is a list" in told[1]
    assert "'{{ titel }}' after 'Tre'" in told[2]
    assert "warning: '{dato}'" in told[3]


def test_at_most_twenty_faults_are_told(tmp_path: Path) -> None:
    told = refusal(made(tmp_path / "t.docx", *(f"{{{{ x{n} }}}}" for n in range(25))))
    assert len(told.splitlines()) == 21
    assert told.endswith("and 5 more faults")


def test_a_slip_in_how_tags_fit_together_hides_no_other(tmp_path: Path) -> None:
    path = made(
        tmp_path / "t.docx",
        *(
            "{%p for r in gaps.rows %}",
            "{{ r.control }} {{ budget }}",
            "{{ loop.index }}",
        ),
        *(
            "{%p elif kommune %}",
            "{{ title title }}",
            "{{ gaps.rows }}",
            "{% p if day %}",
        ),
    )
    told = refusal(path)
    for said in (
        "'{%p for r in gaps.rows %}' is not ended",
        "the report does not know 'budget'",
        "does not know 'kommune'; did you mean 'organisation'?",
        "'{{ title title }}' is not written as a tag must be",
        "'gaps.rows' is a list; loop over it",
        "cannot be used; write '{%p if day %}'",
    ):
        assert said in told
    assert "'loop'" not in told
