"""The linter: what an owner should not have to meet in a catalogue."""

from secaudit.lint.references import laws
from secaudit.lint.rules import of_control, of_words
from secaudit.lint.whole import of_catalogues
from secaudit.lint.wording import avoided, lix
