"""One word for one thing: the words that docs/words.md gives up stand in no Danish text."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from babel.messages.extract import extract_from_dir

from secaudit.bundled import bundled
from tests.test_language import KEYWORDS, PACKAGE, danish, messages, texts

PAGE = Path(__file__).parents[1] / "docs" / "words.md"
TICKED = re.compile(r"`([^`]+)`")
TEMPLATES = sorted(
    path for path in bundled("templates").glob("*.docx") if ".en." not in path.name
)
TAG = re.compile(r"\{[{%].*?[%}]\}")
PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
RUN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


@cache
def given_up() -> Mapping[str, re.Pattern[str]]:
    """The words that were given up, each as the pattern that finds it."""
    rows = PAGE.read_text(encoding="utf-8").partition("|---")[2].partition("\n\n")[0]
    words = [
        word
        for row in rows.splitlines()[1:]
        for word in TICKED.findall(row.rstrip(" |").rpartition("|")[2])
    ]
    return {word: pattern(word) for word in words}


def pattern(word: str) -> re.Pattern[str]:
    """A word alone, whatever its case; with any ending, where a star stands for it."""
    said = re.escape(word.removesuffix("*"))
    ending = r"\w*" if word.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){said}{ending}", re.IGNORECASE)


@cache
def right() -> tuple[str, ...]:
    """The phrases in which such a word is right."""
    rest = PAGE.read_text(encoding="utf-8").partition("## Right all the same")[2]
    return tuple(TICKED.findall(rest))


def found(text: str) -> set[str]:
    """The words in a text that were given up."""
    for phrase in right():
        text = text.replace(phrase, "")
    return {word for word, said in given_up().items() if said.search(text)}


def danish_texts() -> Iterator[str]:
    """Every message in Danish, and the titles of the schemas."""
    for message in messages():
        yield from texts(message.string)
    for path in sorted((PACKAGE / "schemas").glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))["title"]


def paragraphs(path: Path) -> Iterator[str]:
    """The text of a template, without its tags."""
    with ZipFile(path) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                for part in PARAGRAPH.findall(package.read(name).decode()):
                    yield TAG.sub("", "".join(RUN.findall(part)))


def test_the_page_gives_up_some_fifty_words() -> None:
    assert len(given_up()) > 50


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uoplyste svar", {"uoplyst*"}),
        ("svar sendt retur", set()),
        ("sendt tilbage", {"sendt tilbage"}),
        ("kontrolsummen", set()),
        ("spørgeskemaer, et register", set()),
        ("Brud på persondatasikkerheden", set()),
    ],
)
def test_a_word_is_found_as_a_word(text: str, expected: set[str]) -> None:
    assert found(text) == expected


def test_no_danish_text_says_a_word_that_was_given_up() -> None:
    wrong = {text: words for text in danish_texts() if (words := found(text))}
    assert wrong == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_a_word_that_was_given_up(path: Path) -> None:
    words = set().union(*map(found, paragraphs(path)))
    assert words == set()


def test_no_message_has_straight_quotes() -> None:
    said = [t for m in danish() if m.id for t in (*texts(m.id), *texts(m.string))]
    assert [text for text in said if '"' in text] == []


def said_in_word() -> Iterator[str]:
    """The Danish of every message that a Word document says."""
    extracted = extract_from_dir(
        PACKAGE / "report", method_map=[("**.py", "python")], keywords=KEYWORDS
    )
    wanted = {
        tuple(texts(said))
        for file, _line, said, _comments, _context in extracted
        if not file.startswith("word/")  # what is wrong with a template
    }
    for message in messages():
        if tuple(texts(message.id)) in wanted:
            yield from texts(message.string)


def test_word_documents_quote_with_guillemets_in_danish() -> None:
    """'…' is for messages and forms."""
    assert len(list(said_in_word())) > 400
    assert [text for text in said_in_word() if re.search("'[^']+'", text)] == []
