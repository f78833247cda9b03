"""`secaudit template`: a Word template of your own is made, and checked."""

from pathlib import Path

import click

from secaudit.cli.asking import options
from secaudit.cli.speaking.say import say
from secaudit.language import Language, _, active

command = options.InOrder("template", help=_("Make and check a Word template."))


KIND = click.option(
    "--for",
    "kind",
    metavar="KIND",
    default="report",
    help=_("The kind of document: report, system, extract or compare; report."),
)


@command.command(
    "new", help=_("Write a Word template to FILE, to be restyled in Word.")
)
@options.file_argument()
@KIND
@options.language(_("The language of the template; that of the messages."))
def new(file: Path, kind: str, language: Language | None) -> None:
    from secaudit.steps.documents import template

    template.new(file, kind, language or active())
    say(file.as_posix())
    told = _(
        "restyle it in Word, keep its tags, and check it: secaudit template check {file}"
    )
    more = "" if kind == "report" else f" --for {kind}"
    say(told.format(file=file) + more, err=True)


@command.command("check", help=_("Say what is wrong with the Word template FILE."))
@options.file_argument()
@KIND
def check(file: Path, kind: str) -> None:
    from secaudit.steps.documents import template

    for remark in template.check(file, kind):
        say(remark, err=True)
    say(_("{file} can be used").format(file=file))
