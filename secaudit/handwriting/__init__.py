"""A form as people fill it in: read where it is clear what was meant, told where it is not."""

from secaudit.handwriting.help_lines import Help, help_in, written_on_help
from secaudit.handwriting.lines import names
from secaudit.handwriting.quotes import SIGNS
from secaudit.handwriting.reading import read
from secaudit.handwriting.signs import TURNED
from secaudit.handwriting.understanding import only_quotes, understood
