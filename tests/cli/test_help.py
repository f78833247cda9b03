"""Help: every command has it, in Danish and English, as quick as Click itself."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from secaudit import __version__
from secaudit.cli import COMMANDS
from secaudit.language import _, using
from tests.cli.command import LANGUAGE_NAMES, environment, process, run

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
    "status",
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


def test_help_imports_nothing_that_is_slow() -> None:
    probe = (
        "import sys\n"
        "from secaudit.cli import main\n"
        "try:\n    main(['--help'])\n"
        f"finally:\n    print(sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        env=environment(),
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
