"""The command line: the only place that prints, exits, or asks for time or environment.

Commands are imported when they are called for, so that `--help` stays as quick as Click.
"""

import errno
import gc
import gettext
import importlib
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from secaudit import __version__, language
from secaudit.cli.speaking.clicks import in_words
from secaudit.cli.speaking.say import complain, say
from secaudit.cli.speaking.spoken import language_of
from secaudit.language import _, later
from secaudit.problems import Refused, WrongUsage, reason

COMMANDS = {
    "demo": later(
        "Make a fictional municipality with two campaigns and its Word report."
    ),
    "init": later("Make a workspace."),
    "catalogue": later("Check, list and show the controls."),
    "inventory": later("Check systems and people; take in what owners corrected."),
    "campaign": later("Open, extend and close a campaign."),
    "issue": later("Issue the forms."),
    "withdraw": later("Take a system out of the campaign."),
    "transfer": later("Hand somebody's systems to another."),
    "validate": later("Say what is wrong with returned files."),
    "record": later("Validate returned files and record them."),
    "receipt": later("Say again what became of a returned file."),
    "counts": later("Count the employees' answers."),
    "status": later("Show who has answered, and who has not."),
    "remind": later("Mail those who miss something."),
    "review": later("Say of an answer whether you agree."),
    "action": later("Follow up on what will be done."),
    "decision": later("Record what the Direktion decided."),
    "due": later("Show what falls due, when, and for whom."),
    "history": later("Show every event that touched a subject."),
    "gaps": later("Show gaps and figures."),
    "compare": later("Show what became better or worse between two campaigns."),
    "report": later("Write the Word report."),
    "template": later("Make and check a Word template."),
    "verify": later("Recompute the register: was anything changed?"),
}


class _Commands(click.Group):
    """Knows its commands by name; imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"secaudit.cli.{name}")
        command: click.Command = module.command
        return in_words(command)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section(gettext.gettext("Commands")):
            formatter.write_dl([(name, _(told)) for name, told in COMMANDS.items()])


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 1 refused or something found, 2 wrong usage."""
    gc.disable()  # it would look through every event again and again, and find nothing
    _speak(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        code = _group().main(arguments, prog_name="secaudit", standalone_mode=False)
        if sys.stdout:  # None where it was closed from the start
            sys.stdout.flush()
    except click.ClickException as error:
        return complain(error)
    except Refused as refused:
        for problem in refused.problems:
            say(str(problem), err=True)
        if refused.sentence:
            say(f"secaudit: {refused.sentence}", err=True)
        return 2 if isinstance(refused, WrongUsage) else 1
    except (KeyboardInterrupt, click.Abort):
        say("secaudit: " + _("stopped; nothing was recorded in part"), err=True)
        return 130
    except OSError as error:
        return _not_told(error)
    return code if isinstance(code, int) else 0


def _not_told(error: OSError) -> int:
    """Standard output is closed or full; nobody is left to read the rest."""
    if error.errno not in (errno.EPIPE, errno.EINVAL, errno.ENOSPC):
        say(f"secaudit: {error.filename or ''}: {reason(error)}", err=True)
        return 1
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if error.errno == errno.ENOSPC:
        message = _("the output cannot be written: the disk is full")
        say(f"secaudit: {message}", err=True)
    return 1


def _group() -> click.Group:
    group = _Commands(
        "secaudit",
        help=_(
            "The yearly IT-security self-assessment: questionnaires, a register, and a "
            "Word report of the gaps."
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    in_words(group)
    return click.version_option(__version__, package_name="secaudit")(group)


def _speak(arguments: list[str]) -> None:
    """Choose the language of help and messages, and let Click speak it too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    language.choose(language_of(arguments))
    os.environ["LANGUAGE"] = language.active()
    gettext.bindtextdomain("secaudit", str(Path(language.__file__).parent / "locale"))
    gettext.textdomain("secaudit")
