"""Whatever people wrote, a command says it on one line, and hides nothing of it."""

import csv
import io
import json
import os
import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.command import Said, run
from tests.hostile import LATER, forged, hostile, year
from tests.municipality import Municipality

ON = ("--date", LATER.isoformat())
SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
SHOWING = (
    "status",
    "status --by person",
    "status --by department",
    "status --campaign 2026",
    "gaps",
    "gaps --campaign 2026",
    "due --until 2029-01-01",
    "action list",
    "action list --proposed",
    "decision list",
    "decision list --wishes",
    "review",
    "review --sample 3",
    "compare 2026 2027",
)
TELLING = (
    "review arkiv T.1 --campaign 2026",
    "review arkiv T.2",
    "history arkiv",
    "history arkiv T.1",
    "history p01",
    "history p02",
    "inventory proposals",
    "issue --dry-run",
    "verify",
)
DOING = (
    "record campaigns/2027/returned",
    "review arkiv T.1 --return --reason Hvem?",
    "issue --returned",
    "action add --from arkiv/T.1 --what Se --responsible Bo --due 2027-12-01",
    "action update H1 --responsible Bo",
    "action done H1 --evidence Sag",
    "decision withdraw B1 --reason Nej",
    "inventory proposals --reject omsorg/supplier --reason Nej",
    "campaign extend p01 2027-11-01",
    "transfer p01 p03 --systems arkiv",
    "withdraw arkiv --reason Udfaset",
    "campaign close --early",
)
BROKEN = "\n99 · 2026-09-20 · 2026 \uff1d1+1\n99 · "
IN_YAML = [
    "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in text)
    for text in (hostile(""), BROKEN)
]
NAMING = (
    "validate campaigns/2027/returned",
    "record campaigns/2027/returned",
    "validate FILE",
    "validate FILE.yaml",
    "record FILE.yaml",
    "validate FILE --format json",
    "record FILE",
    "catalogue check --workspace FILE",
    "template check FILE",
    "template new FILE/FILE",
    "action import FILE",
    "action export FILE",
    "review --import FILE",
    "report --template FILE",
    "report -o FILE/FILE",
    "report --for FILE",
    "gaps --format xlsx -o FILE/FILE",
    "compare 2026 FILE",
    "history FILE",
    "catalogue show FILE",
    "due --until FILE",
    "status FILE",
    "init FILE/secaudit.yaml",
    "withdraw FILE --reason FILE",
    "campaign open FILE --due 2028-10-01",
    "FILE",
)


@dataclass(frozen=True)
class Both:
    """The same year twice: as it was, and with hostile texts."""

    tame: Municipality
    hostile: Municipality

    def run(self, command: str, *more: str) -> tuple[Said, Said]:
        """What the command says in each of them; it must end in the same way."""
        dated = () if command.startswith(("history", "verify")) else ON
        words = (*command.split(), *more, *dated)
        tame, forged = (
            run(*words, cwd=where.folder) for where in (self.tame, self.hostile)
        )
        assert forged.code == tame.code, (tame, forged)
        return tame, forged


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    tame = year(tmp_path_factory.mktemp("tame") / "proevekommune")
    return Both(tame, forged(tame, tmp_path_factory.mktemp("hostile") / "by"))


def seen(said: Said) -> Said:
    """What a command said, if all of it can be seen."""
    for char in said.out + said.err:
        hides = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        assert char == "\n" or not hides, (hex(ord(char)), said)
    return said


def assert_as_many_lines(tame: Said, forged: Said) -> None:
    """Nothing that somebody wrote looks like a line of its own."""
    assert len(seen(forged).out.split("\n")) == len(tame.out.split("\n")), forged.out
    assert len(forged.err.split("\n")) == len(tame.err.split("\n")), forged.err


@pytest.mark.parametrize("command", SHOWING + TELLING)
def test_what_is_shown_has_as_many_lines_as_with_tame_texts(
    both: Both, command: str
) -> None:
    tame, forged = both.run(command)
    assert tame.code == 0, tame
    assert_as_many_lines(tame, forged)


@pytest.mark.parametrize("command", SHOWING)
def test_a_row_of_csv_is_a_line_and_no_cell_of_it_runs(
    both: Both, command: str
) -> None:
    tame, forged = both.run(command, "--format", "csv")
    told = forged.out.removeprefix("\ufeff")
    assert_as_many_lines(tame, Said(0, told, forged.err))
    head, *rows = csv.reader(io.StringIO(told), delimiter=";")
    assert all(head), head
    for row in rows:
        assert len(row) == len(head)
        assert not [cell for cell in row if cell.lstrip().startswith(SIGNS)]


@pytest.mark.parametrize("command", SHOWING)
def test_json_says_what_was_written_and_hides_none_of_it(
    both: Both, command: str
) -> None:
    tame, forged = both.run(command, "--format", "json")
    json.loads(forged.out)
    assert_as_many_lines(tame, forged)


def test_json_is_what_was_written(both: Both) -> None:
    _tame, forged = both.run("action list --format json")
    assert json.loads(forged.out)[0]["what"] == hostile("Prøv")


def test_what_is_done_is_told_on_as_many_lines(both: Both, tmp_path: Path) -> None:
    copies = Both(both.tame.copy(tmp_path / "by"), both.hostile.copy(tmp_path / "y"))
    for command in DOING:
        assert_as_many_lines(*copies.run(command))


def assert_nothing_forged(said: Said) -> None:
    """All can be seen, and no line begins where somebody broke one."""
    told = seen(said).out + said.err
    assert not [line for line in told.split("\n") if line.startswith("99 ·")], told


OPEN = f"campaign open 2028 --due 2028-10-01 {' '.join(ON)}"
FILES = {
    "secaudit.yaml": ("status", "issue --dry-run"),
    "profile.yaml": ("status", "catalogue show T.1", OPEN),
    "inventory/systems.yaml": ("inventory check", "issue --again arkiv", OPEN),
    "inventory/people.yaml": ("inventory check", "issue --dry-run", OPEN),
    "test-catalogue/catalogue.yaml": ("catalogue check", "catalogue list", OPEN),
    "test-catalogue/T.yaml": ("catalogue check", "catalogue show T.1", OPEN),
    "campaigns/2027/notes.yaml": (f"report {' '.join(ON)}",),
    "campaigns/2027/returned/p01-system-arkiv-3.yaml": (
        "validate campaigns/2027/returned",
        "validate campaigns/2027/returned --format json",
        "record campaigns/2027/returned",
    ),
}


@pytest.mark.parametrize("text", IN_YAML)
@pytest.mark.parametrize("name", FILES)
def test_a_file_with_hostile_texts_forges_nothing(
    both: Both, tmp_path: Path, name: str, text: str
) -> None:
    made = both.tame.copy(tmp_path / "odd")
    field = re.compile(
        '((?:name|title|da|reason|comment|supplier|text|what): ")(?=.*")'
    )
    made.write(name, field.sub(lambda at: at[1] + text, made.read(name)))
    for command in FILES[name]:
        assert_nothing_forged(run(*command.split(), cwd=made.folder))


@pytest.fixture
def odd_name(both: Both, tmp_path: Path) -> Path:
    """A file with a hostile name, in a workspace of the test's own."""
    made = both.tame.copy(tmp_path / "by")
    name = os.fsdecode(hostile("skema").replace("/", "").encode() + b"\xe6")
    path = made.folder / "campaigns/2027/returned" / name
    path.write_text("form: [", encoding="utf-8")
    again = "form: secaudit/1\nform: 2\n"
    path.with_name(f"{name}.yaml").write_text(again, encoding="utf-8")
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses such names")
@pytest.mark.parametrize("command", NAMING)
def test_a_hostile_name_forges_nothing(odd_name: Path, command: str) -> None:
    words = [word.replace("FILE", str(odd_name)) for word in command.split()]
    assert_nothing_forged(run(*words, cwd=odd_name.parents[3]))


FORGED = (
    "Gennemgå listen\n99 · 2026-11-27 · 2026 · vurderet · Signe Østerlund Brink · "
    "registreret 2026-11-27T10:02:11Z\n    A.5.8: enig i opfyldt"
)


@pytest.mark.parametrize("field", ["comment", "evidence", "action"])
def test_no_answer_looks_like_an_event_in_history(
    municipality: Municipality, field: str
) -> None:
    told = {"what": FORGED} if field == "action" else FORGED
    path = municipality.answer("p01", "system-arkiv", {"T.1": {field: told}})
    text = path.read_text(encoding="utf-8")  # where an empty line is a line break
    path.write_text(text.replace("\\n", "\n\n      "), encoding="utf-8")
    assert municipality.record(path).problems == ()
    said = run("history", "arkiv", "T.1", cwd=municipality.folder)
    issued, _form, answered, answer, file = said.out.splitlines()
    assert issued.split(" · ")[3] == "udsendt"
    assert answered.split(" · ")[3] == "besvaret"
    assert answer.startswith("    T.1: opfyldt · ")
    assert " ".join(FORGED.split()) in answer
    assert file.startswith("    fil p01-system-arkiv-1.yaml")
