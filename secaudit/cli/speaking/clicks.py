"""What Click says of itself, said in words: its sentences, and the names of values in help."""

import re

import click

from secaudit.language import _, counted, later

WORDS = (
    later("Usage:"),
    later("Usage: {usage}"),
    later("Options"),
    later("Commands"),
    later("Show this message and exit."),
    later("Show the version and exit."),
    later("%(prog)s, version %(version)s"),
    later("Error: {message}"),
    later("Try '{command} {option}' for help."),
    later("Missing command."),
    later("No such command {name!r}."),
    later("No such option {name!r}."),
    later("Missing argument"),
    later("Missing option"),
    later("Option {name!r} does not take a value."),
    later("Invalid value: {message}"),
    later("Invalid value for {param_hint}: {message}"),
    later("required"),
    later("default: {default}"),
)
"""Click looks them up by itself; they stand here so that translators meet them."""

METAVARS = (
    later("CONTROL"),
    later("DATE"),
    later("DIR"),
    later("FACT"),
    later("FILE"),
    later("FROM"),
    later("GAP"),
    later("HASH"),
    later("HEAD"),
    later("KIND"),
    later("PATH"),
    later("SUBJECT"),
    later("TEXT"),
    later("TO"),
    later("WHAT"),
)
"""What stands for a value in help, where it is another word in Danish."""


def in_words(command: click.Command) -> click.Command:
    """The command, with what Click leaves in English in its help said in words."""
    command.options_metavar = _("[OPTIONS]")
    for parameter in command.params:
        if not isinstance(parameter.type, click.Choice):
            parameter.metavar = _metavar(parameter, command)
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("COMMAND [ARGS]...")
        for inner in command.commands.values():
            in_words(inner)
    return command


def _metavar(parameter: click.Parameter, command: click.Command) -> str:
    english = parameter.make_metavar(click.Context(command))
    return re.sub("[A-Z]+", lambda word: _(word[0]), english)


def _counted() -> None:
    """Click's sentences with numbers; nothing calls this."""
    counted(
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
        1,
    )
    counted(
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
        1,
    )
    counted("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1)
    counted("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1)
