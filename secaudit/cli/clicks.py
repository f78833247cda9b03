"""The words that Click itself says, so that translators meet them; nothing calls this."""

from secaudit.language import counted, later

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
    later("Option {name!r} requires an argument."),
    later("Invalid value: {message}"),
    later("Invalid value for {param_hint}: {message}"),
    later("required"),
    later("default: {default}"),
)


def _counted() -> None:
    counted(
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
        1,
    )
    counted("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1)
    counted("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1)
