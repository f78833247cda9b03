"""The lines of a receipt: the file, its checksum, and what became of its documents."""

from secaudit.cli.speaking.say import say
from secaudit.language import _
from secaudit.steps.returned.receipt import Receipt


def tell_receipt(receipt: Receipt) -> None:
    """Print what became of a file: the sender's proof."""
    say(f"{receipt.file}  SHA-256 {receipt.sha256}")
    if receipt.at:
        say("  " + _("recorded {time}").format(time=receipt.at))
    for message, documents in (
        (_("recorded as event {number}: {subject}"), receipt.events),
        (_("already recorded (event {number}): {subject}"), receipt.already),
    ):
        for number, subject in documents:
            say("  " + message.format(number=number, subject=subject))
            if replaced := receipt.replaced.get(number):
                say("    " + replaced.said)
            if number in receipt.later:
                say("    " + _later(*receipt.later[number]))
    if receipt.refused:
        say("  " + _("refused documents: {n}").format(n=receipt.refused))


def _later(number: int, file: str) -> str:
    message = _(
        "event {number} ({file}) is newer and counts; if this file is to count again, "
        "record it by itself"
    )
    return message.format(number=number, file=file or "–")
