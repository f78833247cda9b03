"""The texts of mails: filled in, changed by an officer, and wrong at their line."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, meta

from secaudit.language import LANGUAGES, Language
from secaudit.mail.texts import NAMES, brought, texts
from secaudit.problems import Refused
from secaudit.steps.mailing.form_letters import FormLine


def lines(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [str(problem) for problem in refused.value.problems]


def values(text: str, /, **more: Any) -> dict[str, Any]:
    """Something for every name that a text may use."""
    return {**dict.fromkeys(NAMES[text], ""), **more}


def changed(folder: Path, text: str, name: str = "issued") -> dict[str, Any]:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return texts(folder, "mail", "da")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_is_brought_can_be_filled_in(language: Language) -> None:
    for name, text in texts(Path("nowhere"), "mail", language).items():
        subject, body = text.filled(values(name, officer="Signe Brink"))
        assert subject
        assert "Signe Brink\n" in body
        assert "{" not in subject + body
        assert "\n\n\n" not in body


def test_both_languages_use_the_same_names() -> None:
    for name in NAMES:
        danish, english = (
            meta.find_undeclared_variables(
                Environment(autoescape=True).parse(
                    brought(name, language).read_text("utf-8")
                )
            )
            for language in LANGUAGES
        )
        assert danish == english


def test_a_changed_text_counts_instead_and_the_others_stay(tmp_path: Path) -> None:
    found = changed(tmp_path, "Emne: Hej {{ name }}\n\nSvar senest {{ due }}.\n")
    told = values("issued", name="Bo", due="1. oktober 2026")
    assert found["issued"].filled(told) == ("Hej Bo", "Svar senest 1. oktober 2026.\n")
    assert set(found) == set(NAMES)


def test_a_name_that_no_text_knows_is_told_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        changed(
            tmp_path, "Emne: Hej\n\n{% if link %}\n{{ nmae }}\n{% endif %}\n{{ day }}\n"
        )
    assert lines(refused) == [
        "mail/issued.txt:4:1: fejl: 'nmae' findes ikke i denne tekst; mente du 'name'?",
        "mail/issued.txt:6:1: fejl: 'day' findes ikke i denne tekst; mente du 'today'?",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Emne: Hej\n\n{% for form in forms %}\n", 3),
        ("Emne: Hej\n\n\n{{ name \n", 4),
        ("Emne: {{ }}\n", 1),
        ("Emne: Hej\n\n{{ name|uper }}\n", 3),
        ("Emne: Hej\n\n{% block a %}{% endblock %}\n{% block a %}{% endblock %}\n", 4),
        ("Emne: Hej\n{% include 'andet.txt' %}\n", 2),
    ],
)
def test_broken_brackets_are_told_at_their_line(
    tmp_path: Path, text: str, line: int
) -> None:
    with pytest.raises(Refused) as refused:
        changed(tmp_path, text)["issued"].filled(values("issued"))
    (told,) = lines(refused)
    assert told.startswith(
        f"mail/issued.txt:{line}:1: fejl: teksten kan ikke udfyldes: "
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "{{ name.nothing }}",
        "{{ name + 1 }}",
        "{{ 1 / 0 }}",
        "{{ name.__class__.__mro__ }}",
        "{{ forms[3].said }}",
        "{% for a in 7 %}{% endfor %}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    ],
)
def test_what_cannot_be_filled_in_is_told_at_its_line(
    tmp_path: Path, wrong: str
) -> None:
    found = changed(tmp_path, f"Emne: Hej\n\nKære\n{wrong}\n")
    with pytest.raises(Refused) as refused:
        found["issued"].filled(values("issued", name="Bo"))
    assert lines(refused)[0].startswith("mail/issued.txt:4:1: fejl: ")


@pytest.mark.parametrize("text", ["Kære Bo\n", "Emne:\n\nKære Bo\n", "", "\n\n"])
def test_a_text_without_a_subject_is_told(tmp_path: Path, text: str) -> None:
    found = changed(tmp_path, text)
    with pytest.raises(Refused) as refused:
        found["issued"].filled(values("issued"))
    assert lines(refused) == [
        "mail/issued.txt:1:1: fejl: den første linje skal være 'Emne:' og derefter emnet"
    ]


def test_a_text_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "director.txt").write_bytes("Emne: Kære\n".encode("cp1252"))
    with pytest.raises(Refused) as refused:
        texts(tmp_path, "mail", "da")
    assert lines(refused) == ["mail/director.txt: fejl: teksten skal gemmes som UTF-8"]


def test_a_byte_order_mark_and_windows_lines_do_not_matter(tmp_path: Path) -> None:
    text = "\ufeffEmne: Hej\r\n\r\nKære {{ name }}\r\n"
    (tmp_path / "issued.txt").write_bytes(text.encode())
    found = texts(tmp_path, "mail", "da")["issued"]
    assert found.filled(values("issued", name="Bo")) == ("Hej", "Kære Bo\n")


def test_what_a_name_holds_is_never_run_and_never_hidden(tmp_path: Path) -> None:
    found = changed(tmp_path, "Emne: {{ name }}\n\n{{ name }}\n")
    told = values("issued", name="{{ 7*7 }} \u202eoB")
    subject, body = found["issued"].filled(told)
    assert subject == "{{ 7*7 }} \\u202eoB"
    assert body == "{{ 7*7 }} \\u202eoB\n"


def test_a_wrong_part_of_a_form_is_told_with_the_right_one(tmp_path: Path) -> None:
    found = changed(
        tmp_path, "Emne: Hej\n\n{% for f in forms %}\n{{ f.siad }}\n{% endfor %}\n"
    )
    form = FormLine(*("",) * 5)
    with pytest.raises(Refused) as refused:
        found["issued"].filled(values("issued", forms=[form]))
    (told,) = lines(refused)
    assert told.startswith("mail/issued.txt:4:1: fejl: ")
    assert told.endswith("'siad' findes ikke i denne tekst; mente du 'said'?")


@pytest.mark.parametrize("name", ["issued.txt", ""])
def test_what_is_no_text_is_told_and_not_passed_over(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "mail"
    if name:
        (folder / name).mkdir(parents=True)
    else:
        folder.write_text("", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        texts(folder, "mail", "da")
    assert "mail" in (refused.value.sentence or lines(refused)[0])


def test_a_text_with_nothing_below_its_subject_is_told(tmp_path: Path) -> None:
    found = changed(tmp_path, "Emne: Hej\n\n{# intet #}\n")
    with pytest.raises(Refused) as refused:
        found["issued"].filled(values("issued"))
    assert lines(refused)[0].endswith("der er ingen tekst under emnet")
