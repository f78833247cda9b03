"""The schema beside the forms, in an editor: what it says, offers and finds wrong."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from secaudit.steps.issuing.forms import SCHEMA_FILE
from tests import node
from tests.language_server import LanguageServer
from tests.municipality import Municipality

WORDS = "opfyldt, delvist opfyldt, ikke opfyldt, ikke relevant, ved ikke"
STATUS = f"Vælg et af ordene: {WORDS}."
NUMBERS = count(1)
"""So that no two forms on the screen have one name."""
DATE = "Skriv datoen som år-måned-dag, fx 2026-12-31."
NEVER = STATUS.replace("ikke relevant, ", "")
UNITS = "Her skal kun disse felter stå: sundhed, teknik."
FIELDS = "Her skal kun disse felter stå: status, comment, evidence, action, acceptance."


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """The language server, for every test of the module."""
    running = LanguageServer(node.command("yaml-language-server"))
    yield running
    running.close()


class Editor:
    """A form on the screen of an editor."""

    def __init__(self, server: LanguageServer, form: Path, *edits: str) -> None:
        self._server = server
        self._path = form.with_stem(f"{form.stem}-{next(NUMBERS)}")
        self._text = form.read_text(encoding="utf-8")
        for edit in edits:
            old, new = edit.split(" => ")
            at = self._text.index(old, self._text.index("\nform:"))
            self._text = self._text[:at] + new + self._text[at + len(old) :]
        server.open(self._path, self._text)

    def sentences(self) -> list[str]:
        """What is said to be wrong; it is asked once."""
        return [said for _line, said in self._server.wrong(self._path)]

    def place(self, at: str) -> tuple[int, int]:
        """Line and column of the mark | where `at`, without it, first stands below the head."""
        before, after = at.split("|")
        below = self._text.index("\nform:")
        offset = self._text.index(before + after, below) + len(before)
        above = self._text[:offset]
        return above.count("\n") + 1, offset - (above.rfind("\n") + 1) + 1

    def hover(self, at: str) -> str:
        """What the editor says at the mark."""
        return self._server.hover(self._path, *self.place(at))

    def complete(self, at: str) -> dict[str, str]:
        """What the editor offers at the mark, and says of it."""
        return self._server.complete(self._path, *self.place(at))


def test_nothing_is_wrong_with_a_form_as_it_was_issued(
    issued: Municipality, server: LanguageServer
) -> None:
    forms = sorted(issued.workspace.issued("2026").rglob("*.yaml"))
    assert len(forms) == 8
    opened = [Editor(server, form) for form in forms]
    assert [form.sentences() for form in opened] == [[]] * 8


def test_a_question_is_told_with_its_guidance_where_the_pointer_rests(
    issued: Municipality, server: LanguageServer
) -> None:
    form = Editor(server, issued.form("p01", "system-omsorg"))
    said = form.hover("  |T.2:")
    assert said.startswith("#### T.2 Prøve 2\n")
    for line in (
        "Er prøve 2 i orden?",
        "Opfyldt: Alt.",
        "'ikke relevant' kan ikke bruges her.",
    ):
        assert f"\n{line}\n" in said, said


@pytest.mark.parametrize(
    ("at", "title", "said"),
    [
        ("    |status:", "Status", "Tryk på Ctrl og mellemrum."),
        (
            "    |reviewed_on:",
            "Seneste gennemgang",
            "Hvornår det sidst blev gennemgået",
        ),
        ("    |comment:", "Kommentar", "Hvorfor; skal udfyldes ved delvist opfyldt"),
        ("    |evidence:", "Dokumentation", "Hvor dokumentationen ligger"),
        ("    |action:", "Handling", "Hvad der skal gøres"),
        ("    |acceptance:", "Ønske om, at gabet accepteres", "Kun hvis du ønsker"),
        ('email: "anna@proeve.example", |answered_on:', "Svarets dato", DATE),
        ("  |hosting:", "Driftsform", "Hos kommunen (on-premises)"),
        ("  |dpia:", "Konsekvensanalyse", "Skal der laves en"),
        ("|issue:", "Skemaets nummer", "Det skal stå, som det er udsendt."),
    ],
)
def test_a_field_is_told_in_danish_where_the_pointer_rests(
    at: str, title: str, said: str, issued: Municipality, server: LanguageServer
) -> None:
    told = Editor(server, issued.form("p01", "system-omsorg")).hover(at)
    assert told.startswith(f"#### {title}\n")
    assert said in told.replace("\\", "")


def test_only_the_words_for_a_status_are_offered_each_with_what_it_means(
    issued: Municipality, server: LanguageServer
) -> None:
    empty = "status:\n => status: \n"  # as somebody who begins to write
    form = Editor(server, issued.form("p01", "system-omsorg"), empty, empty)
    offered = form.complete("status: |\n    comment")
    assert ", ".join(offered) == WORDS
    assert list(offered.values())[:3] == ["Alt.", "Noget.", "Intet."]
    assert "ærligt svar" in offered["ved ikke"]
    never = form.complete("status: |\n    reviewed_on")
    assert ", ".join(never) == WORDS.replace("ikke relevant, ", "")


def test_the_word_unchanged_is_offered_where_the_form_shows_an_earlier_answer(
    municipality: Municipality, server: LanguageServer
) -> None:
    path = municipality.answer("p01", "system-omsorg", {"T.2": {}}, only=True)
    municipality.record(path, partial=True)
    municipality.close()
    municipality.open("2027", date(2027, 9, 1))
    municipality.issue(date(2027, 9, 1))
    empty = "status:\n => status: \n"
    form = municipality.form("p01", "system-omsorg", "2027")
    offered = Editor(server, form, empty, empty)
    assert "uændret" not in offered.complete("status: |\n    comment")
    again = offered.complete("status: |\n    reviewed_on")
    assert again["uændret"] == "Det tidligere svar gælder stadig."
    filled = Editor(
        server, form, "status:\n    reviewed => status: uændret\n    reviewed"
    )
    assert filled.sentences() == []


def test_only_the_fields_that_a_question_wants_are_offered(
    issued: Municipality, server: LanguageServer
) -> None:
    gone = 'status:\n    comment: ""\n => \n'
    form = Editor(server, issued.form("p01", "system-omsorg"), gone)
    offered = form.complete("    |\n    evidence")
    assert sorted(offered) == ["comment", "status"]


def test_the_levels_of_maturity_are_offered_each_with_what_it_means(
    issued: Municipality, server: LanguageServer
) -> None:
    path = issued.form("p03", "organisation-proevekommune")
    offered = Editor(server, path, "maturity: => maturity: ").complete("maturity: |")
    assert list(offered) == list("012345")
    assert offered["2"] == "Gentaget"
    wrong = Editor(server, path, "maturity: => maturity: 7").sentences()
    assert wrong == ["Skriv et helt tal fra 0 til 5."]


def test_the_words_for_facts_and_yes_and_no_are_offered(
    issued: Municipality, server: LanguageServer
) -> None:
    form = Editor(
        server, issued.form("p01", "system-omsorg"), "source_owned: => source_owned: "
    )
    assert list(form.complete("source_owned: |\n"))[:2] == ["ja", "nej"]
    hosting = form.complete("hosting: |supplier")
    assert {"hos kommunen", "hos leverandøren", "i skyen"} <= hosting.keys()


SLIPS = {
    "status: => status: nej": STATUS,
    "status: => status: met": STATUS,
    "status: => status: [opfyldt]": STATUS,
    "status:\n    reviewed_on => status: ikke relevant\n    reviewed_on": NEVER,
    "answered_on:  => answered_on: 1/12-26": DATE,
    "reviewed_on: => reviewed_on: i går": DATE,
    "reviewed_on: => reviewed_on: 2026": DATE,
    "seen_on:  => seen_on: 2026-31-12": DATE,
    'hours:  => hours: "7,5"': "Skriv et helt tal.",
    'comment: "" => comment: [en, to]': "Skriv teksten mellem anførselstegnene.",
    "has_test_environment: => has_test_environment: måske": "Skriv ja eller nej.",
    "status: => stauts: opfyldt": FIELDS,
    "status: => reviewed_on: 2026-01-01": FIELDS,
    "T.1:\n => T.9: {}\n  T.1:\n": "Det er ikke et af skemaets spørgsmål. Slet det.",
    'issue: " => issue: "f': "Det skal stå, som det er udsendt.",
}
DATES = ("2026-09-30", "30/9-2026", "30.9.2026", "30-09-2026", "30. september 2026")


def test_a_slip_is_told_in_a_sentence_and_nothing_else(
    issued: Municipality, server: LanguageServer
) -> None:
    form = issued.form("p01", "system-omsorg")
    opened = {slip: Editor(server, form, slip) for slip in SLIPS}
    told = {slip: editor.sentences() for slip, editor in opened.items()}
    assert told == {slip: [said] for slip, said in SLIPS.items()}


def test_a_date_may_be_written_as_people_do(
    issued: Municipality, server: LanguageServer
) -> None:
    form = issued.form("p01", "system-omsorg")
    edits = [f"reviewed_on: => reviewed_on: {day}" for day in (*DATES, '""', "null")]
    opened = [Editor(server, form, edit) for edit in edits]
    assert [editor.sentences() for editor in opened] == [[]] * 7


def test_forms_that_are_put_in_one_file_are_each_held_to_their_own_questions(
    issued: Municipality, tmp_path: Path, server: LanguageServer
) -> None:
    names = ("owner-p01", "system-omsorg")
    forms = [issued.form("p01", name).read_text(encoding="utf-8") for name in names]
    shutil.copy(issued.form("p01", "x").with_name(SCHEMA_FILE), tmp_path)
    together = tmp_path / "samlet.yaml"
    together.write_text("---\n".join(forms), encoding="utf-8")
    form = Editor(server, together)
    assert form.hover("  |T.6:").startswith("#### T.6 Prøve 6\n")
    assert form.sentences() == []
    astray = Editor(server, together, "  T.1:\n =>   T.6:\n")
    assert astray.sentences() == ["Det er ikke et af skemaets spørgsmål. Slet det."]


def test_employees_are_counted_in_the_departments_that_are_known(
    issued: Municipality, server: LanguageServer
) -> None:
    path = issued.form("p03", "employees-proevekommune")
    form = Editor(server, path, "{met: , => {met: mange,", "teknik: => tknik:")
    assert form.hover("      |sundhed:").startswith("#### Sundhed\n")
    assert form.sentences() == ["Skriv et helt tal.", UNITS]


def test_a_campaign_in_english_is_told_in_english(
    tmp_path: Path, server: LanguageServer
) -> None:
    made = Municipality(tmp_path / "proevekommune")
    made.edit("secaudit.yaml", "language: da", "language: en")
    made.open()
    made.issue()
    form = Editor(
        server, made.form("p01", "system-omsorg"), "status: => status: opfyldt"
    )
    assert form.hover("    |comment:").startswith("#### Comment\n\nWhy; needed if")
    assert form.sentences() == [
        "Choose one of: met, partial, not met, not applicable, unknown."
    ]
    words = form.complete("status: |opfyldt")
    assert ", ".join(words) == "met, partial, not met, not applicable, unknown"


def test_no_pattern_is_ever_shown(issued: Municipality) -> None:
    """Whoever checks by another program gets a sentence for each pattern too."""
    path = issued.form("p01", "x").with_name(SCHEMA_FILE)
    text = path.read_text(encoding="utf-8")
    patterns = re.findall(r'"pattern": "[^"]*", "errorMessage": "[^"]+"', text)
    assert len(patterns) == text.count('"pattern"') > 0
