"""templates/*.docx are what their source makes: `make templates`."""

import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from secaudit.report.word.kinds import KINDS
from tools.templates import documents
from tools.templates.documents import TITLES, file_name
from tools.templates.words import LOCALES, Language, said

made = cache(documents.made)
FOLDER = Path(__file__).parents[1] / "templates"


def parts(file: bytes) -> dict[str, bytes]:
    """What is packed in a file, and in the files within it: how tightly does not matter."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(file)) as packed:
        for name in packed.namelist():
            part = packed.read(name)
            within = parts(part) if name.endswith(".xlsx") else {"": part}
            found |= {f"{name}/{inner}": content for inner, content in within.items()}
    return found


def paragraphs(file: bytes) -> list[str]:
    """The text of a template, part by part."""
    shown = (
        part.decode()
        for name, part in sorted(parts(file).items())
        if re.fullmatch(r"word/(document|header\d|footer\d)\.xml/", name)
    )
    return [re.sub("<[^>]*>", "", text) for text in "".join(shown).split("</w:p>")]


def test_every_kind_of_document_has_a_template_in_every_language() -> None:
    assert set(TITLES) == set(KINDS)
    named = {file_name(kind, language) for kind in TITLES for language in LOCALES}
    assert {path.name for path in FOLDER.glob("*.docx")} == named


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("kind", TITLES)
def test_a_template_is_what_its_source_makes(kind: str, language: Language) -> None:
    made_now = parts(made(kind, language))
    lies_there = parts((FOLDER / file_name(kind, language)).read_bytes())
    assert list(made_now) == list(lies_there)
    assert [name for name in made_now if made_now[name] != lies_there[name]] == []


@pytest.mark.parametrize("kind", TITLES)
def test_both_languages_have_the_same_tags_in_the_same_order(kind: str) -> None:
    danish, english = (
        re.findall(r"{{.*?}}|{%.*?%}", "\n".join(paragraphs(made(kind, language))))
        for language in LOCALES
    )
    assert len(danish) > 50
    assert danish == english


@pytest.mark.parametrize("kind", TITLES)
def test_no_sign_of_the_source_is_left_in_a_template(kind: str) -> None:
    for language in LOCALES:
        texts = paragraphs(made(kind, language))
        assert [
            text for text in texts if re.search(r"\|\||\*\*|NAME|^[+?]", text)
        ] == []


def test_a_text_without_a_translation_is_the_same_in_both_languages() -> None:
    assert said("Åbne gab || Open gaps", "da") == "Åbne gab"
    assert said("Åbne gab || Open gaps", "en") == "Open gaps"
    assert said("{{ title }}", "da") == said("{{ title }}", "en") == "{{ title }}"
