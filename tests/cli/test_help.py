"""Help: every command has it, in Danish and English, as quick as Click itself."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from secaudit import __version__
from secaudit.cli import COMMANDS
from secaudit.cli.speaking.clicks import METAVARS
from secaudit.language import LANGUAGES, _, using
from secaudit.workspace import FILE
from tests.cli.command import (
    LANGUAGE_NAMES,
    as_anybody,
    environment,
    process,
    run,
    usage_error,
)

ORDER = (  # of the table in the design
    "demo",
    "init",
    "catalogue",
    "inventory",
    "campaign",
    "issue",
    "withdraw",
    "transfer",
    "validate",
    "record",
    "receipt",
    "counts",
    "status",
    "remind",
    "review",
    "action",
    "decision",
    "due",
    "history",
    "gaps",
    "compare",
    "report",
    "template",
    "verify",
)
GROUPS = {
    "catalogue": ("check", "list", "show"),
    "inventory": ("check", "proposals"),
    "campaign": ("open", "extend", "close"),
    "action": ("list", "add", "update", "move", "done", "export", "import"),
    "decision": ("add", "withdraw", "list"),
    "template": ("new", "check"),
}
HEAVY = (
    "sqlite3",
    "jsonschema",
    "jsonschema_rs",
    "docxtpl",
    "docx",
    "jinja2",
    "yaml",
    "openpyxl",
    "xlsxwriter",
)
ENGLISH_OF_CLICK = (
    "Usage:",
    "Options:",
    "Commands:",
    "Arguments:",
    "Show this message",
    "[default:",
    "[required]",
)
TYPED = {"ID", "PERSON", "STATUS", "SYSTEM", "A", "B", "N", "S"}
"""What stands for a value in either language."""


def _every() -> Iterator[tuple[str, ...]]:
    """Every command, those within groups among them."""
    for name in COMMANDS:
        yield (name,)
        yield from ((name, inner) for inner in GROUPS.get(name, ()))


EVERY = list(_every())


def listed(text: str, heading: str) -> list[str]:
    """The names under the last heading of a help text."""
    lines = text.split(f"\n{heading}\n")[1].splitlines()
    return [found[1] for line in lines if (found := re.match(r"  (\S+)", line))]


def test_the_commands_stand_in_the_order_of_the_year() -> None:
    assert tuple(COMMANDS) == ORDER
    assert listed(run("--help").out, "Kommandoer:") == list(ORDER)


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_a_command_has_help_in_danish(command: tuple[str, ...]) -> None:
    said = run(*command, "--help")
    assert (said.code, said.err) == (0, "")
    usage, empty, told, *_rest = said.out.splitlines()
    assert usage.startswith(f"Brug: secaudit {' '.join(command)} ")
    assert (empty, told[:2]) == ("", "  ")
    assert "\nValg:\n" in said.out
    assert "Vis denne hjælp." in said.out
    assert [word for word in ENGLISH_OF_CLICK if word in said.out] == []
    inner = GROUPS.get(" ".join(command))
    if inner:
        assert tuple(listed(said.out, "Kommandoer:")) == inner


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_every_option_of_a_command_is_explained(command: tuple[str, ...]) -> None:
    text = run(*command, "--help").out.split("\nValg:\n")[1].split("\n\n")[0]
    options = re.split(r"\n(?=  -)", text)
    assert [
        one for one in options if not re.search(r"(\S  +|\n {10,})\S", one.strip())
    ] == []


def test_every_command_is_told_in_both_languages() -> None:
    with using("da"):
        danish = {name: _(told) for name, told in COMMANDS.items()}
    assert [name for name, told in COMMANDS.items() if danish[name] == told] == []


@pytest.mark.parametrize("command", [(), ("gaps",), ("campaign", "open")], ids=" ".join)
def test_a_command_has_help_in_english(command: tuple[str, ...]) -> None:
    said = run(*command, "--help", env=environment(SECAUDIT_LANGUAGE="en"))
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Usage: secaudit ")
    assert "\nOptions:\n" in said.out
    assert "Show this message and exit." in said.out
    assert re.search("[æøåÆØÅ]", said.out) is None


@pytest.mark.parametrize(
    ("names", "usage"),
    [
        ({"SECAUDIT_LANGUAGE": "da"}, "Brug:"),
        ({"SECAUDIT_LANGUAGE": "DA"}, "Brug:"),
        ({"SECAUDIT_LANGUAGE": "en", "LANG": "da_DK.UTF-8"}, "Usage:"),
        ({"SECAUDIT_LANGUAGE": "da", "LANG": "en_GB.UTF-8"}, "Brug:"),
        ({"LANG": "da_DK.UTF-8"}, "Brug:"),
        ({"LC_ALL": "da_DK.UTF-8", "LANG": "en_GB.UTF-8"}, "Brug:"),
        ({"LANG": "en_GB.UTF-8"}, "Usage:"),
        ({"LANG": "de_DE.UTF-8"}, "Usage:"),
        ({"LANG": "C"}, "Usage:"),
    ],
    ids=lambda value: (
        " ".join(map("=".join, value.items())) if isinstance(value, dict) else ""
    ),
)
def test_help_follows_secaudit_language_and_then_the_locale(
    names: dict[str, str], usage: str
) -> None:
    assert set(names) <= set(LANGUAGE_NAMES)
    assert run("--help", env=environment(**names)).out.startswith(usage)


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_what_stands_for_a_value_has_the_language_of_help(
    command: tuple[str, ...],
) -> None:
    english = environment(SECAUDIT_LANGUAGE="en")
    danish_words = values(run(*command, "--help").out)
    english_words = values(run(*command, "--help", env=english).out)
    assert len(danish_words) == len(english_words)
    assert danish_words & english_words <= TYPED
    assert english_words - TYPED <= set(METAVARS)


def values(text: str) -> set[str]:
    """The words in capitals of a help text: in its usage, and after its options."""
    usage = re.sub(
        r"\[(VALG|OPTIONS)\]|(KOMMANDO|COMMAND) .*", "", text.splitlines()[0]
    )
    options = re.findall(r"^  (?:-\w, )?--[\w-]+ (\S+)", text, re.MULTILINE)
    return set(re.findall(r"[A-ZÆØÅ]+\b", " ".join((usage.split(":", 1)[1], *options))))


@pytest.fixture(scope="module")
def english_and_danish(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A workspace in each language, as `init` makes it, with a folder deep within."""
    folder = tmp_path_factory.mktemp("workspaces")
    for language in LANGUAGES:
        said = run("init", folder / language, "--language", language)
        assert said.code == 0, said
        (folder / language / "campaigns" / "2026").mkdir(parents=True)
    return {language: folder / language for language in LANGUAGES}


@pytest.mark.parametrize("command", [(), ("gaps",), ("campaign", "open")], ids=" ".join)
@pytest.mark.parametrize(
    ("language", "locale", "usage"),
    [("da", "en_GB.UTF-8", "Brug:"), ("en", "da_DK.UTF-8", "Usage:")],
)
def test_help_follows_the_workspace_before_the_locale(
    english_and_danish: dict[str, Path],
    command: tuple[str, ...],
    language: str,
    locale: str,
    usage: str,
) -> None:
    folder, of_locale = english_and_danish[language], environment(LANG=locale)
    for cwd in (folder, folder / "campaigns" / "2026"):
        assert run(*command, "--help", cwd=cwd, env=of_locale).out.startswith(usage)


def test_secaudit_language_goes_before_the_workspace(
    english_and_danish: dict[str, Path],
) -> None:
    english = environment(SECAUDIT_LANGUAGE="en")
    assert run("--help", cwd=english_and_danish["da"], env=english).out.startswith("Us")


def test_help_follows_the_workspace_that_the_command_names(
    english_and_danish: dict[str, Path], tmp_path: Path
) -> None:
    english, danish = english_and_danish["en"], english_and_danish["da"]
    anywhere = environment(LANG="en_GB.UTF-8")
    for named in (("--workspace", danish), (f"--workspace={danish}",)):
        for cwd in (english, tmp_path):
            said = run("gaps", *named, "--help", cwd=cwd, env=anywhere)
            assert said.out.startswith("Brug:")
    twice = ("--workspace", danish, "--workspace", english)
    assert run("gaps", *twice, "--help", env=anywhere).out.startswith("Usage:")
    wrong = run("gaps", "--workspace", tmp_path, "--help", cwd=danish, env=anywhere)
    assert wrong.out.startswith("Usage:")


def test_a_usage_error_follows_the_workspace(
    english_and_danish: dict[str, Path],
) -> None:
    danish, locale = english_and_danish["da"], environment(LANG="en_GB.UTF-8")
    told = usage_error(run("history", cwd=danish, env=locale))
    assert told == "Der mangler et argument 'GENSTAND'."
    unended = run("gaps", "--workspace", cwd=danish, env=locale)
    assert unended.err == "Fejl: Valget '--workspace' kræver et argument.\n"
    valued = run("review", "--agree=ja", cwd=danish, env=locale)
    assert valued.err == "Fejl: Valget '--agree' tager ingen værdi.\n"


@pytest.mark.parametrize(
    ("text", "usage"),
    [
        ("language: da\n", "Brug:"),
        ("organisation: {id: x, name: y}\nlanguage:   'da' # dansk\n", "Brug:"),
        ('\ufefflanguage: "da"\r\n', "Brug:"),
        ("organisation: {id: x, name: y}\n", "Brug:"),
        ("areas:\n  - language: da\nlanguage: en\n", "Usage:"),
        ("language: en\n# language: da\n", "Usage:"),
        ("language: [da", "Usage:"),
    ],
)
def test_a_glance_at_secaudit_yaml_says_the_language_of_help(
    tmp_path: Path, text: str, usage: str
) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    said = run("--help", cwd=tmp_path, env=environment(LANG="en_GB.UTF-8"))
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(usage)


@pytest.mark.parametrize("text", ["language: de\n", "language:\n", "language: dansk\n"])
def test_a_workspace_in_no_language_leaves_help_to_the_locale(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    for locale, usage in (("da_DK.UTF-8", "Brug:"), ("en_GB.UTF-8", "Usage:")):
        said = run("--help", cwd=tmp_path, env=environment(LANG=locale))
        assert said.out.startswith(usage)


def test_help_is_shown_where_secaudit_yaml_cannot_be_read(tmp_path: Path) -> None:
    english = environment(LANG="en_GB.UTF-8")
    (tmp_path / FILE).write_bytes(b"language: \xff\xfe\0\n" * 100)
    broken = run("--help", cwd=tmp_path, env=english)
    assert (broken.code, broken.err, broken.out[:6]) == (0, "", "Usage:")
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    no_file = run("--help", cwd=tmp_path, env=english)
    assert (no_file.code, no_file.err, no_file.out[:6]) == (0, "", "Usage:")


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_help_is_shown_where_secaudit_yaml_is_closed_to_the_reader(
    tmp_path: Path,
) -> None:
    (tmp_path / FILE).write_text("language: da\n", encoding="utf-8")
    (tmp_path / FILE).chmod(0)
    english = environment(LANG="en_GB.UTF-8")
    said = process("--help", cwd=tmp_path, before=as_anybody(), env=english)
    assert (said.code, said.err, said.out[:6]) == (0, "", "Usage:")


def test_a_process_in_a_danish_workspace_says_its_help_in_danish(
    english_and_danish: dict[str, Path],
) -> None:
    english = environment(LANG="en_GB.UTF-8")
    said = process("status", "--help", cwd=english_and_danish["da"], env=english)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Brug: secaudit status [VALG]\n")
    assert "--date DATO " in said.out
    assert "[ellers: table]" in said.out


@pytest.mark.parametrize("arguments", [(), ("-h",)])
def test_without_a_command_or_with_h_the_help_is_shown(
    arguments: tuple[str, ...],
) -> None:
    said = run(*arguments)
    assert (said.out + said.err) == run("--help").out


def test_help_is_shown_on_a_terminal_that_cannot_write_danish() -> None:
    ascii_only = environment(SECAUDIT_LANGUAGE="da", PYTHONIOENCODING="ascii")
    said = process("--help", env=ascii_only)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Brug:")


def test_help_imports_nothing_that_is_slow(
    english_and_danish: dict[str, Path],
) -> None:
    probe = (
        "import sys\n"
        "from secaudit.cli import main\n"
        "try:\n    main(['--help'])\n"
        f"finally:\n    print(sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        cwd=english_and_danish["da"],
        env=environment(LANG="en_GB.UTF-8"),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith("Brug:")
    assert done.stderr == "[]\n"


def test_the_version_is_told() -> None:
    said = run("--version")
    assert (said.code, said.err) == (0, "")
    assert said.out.split()[0].rstrip(",") == "secaudit"
    assert said.out.split()[-1] == __version__
