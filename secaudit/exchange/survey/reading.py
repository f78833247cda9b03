"""The export of a survey read: counts, or everything that is wrong with it in one run."""

from dataclasses import dataclass
from pathlib import Path

from secaudit.exchange.opening import MOST_ROWS
from secaudit.exchange.survey.asked import Asked
from secaudit.exchange.survey.columns import find_columns
from secaudit.exchange.survey.counting import Counted, count
from secaudit.exchange.survey.export import opened_export
from secaudit.exchange.survey.legend import WrittenLegend, load_legend
from secaudit.exchange.survey.words import Words
from secaudit.language import _, number
from secaudit.problems import Problem, Refused, errors


@dataclass(frozen=True)
class Survey:
    """What a file came to."""

    shown: str
    """Its path, as the user named it."""
    name: str
    sha256: str
    """Of its bytes."""
    counted: Counted
    problems: tuple[Problem, ...]
    """Any of them an error: then it is not counted right, and not to be recorded."""


def read_survey(path: Path, legend: Path | None, asked: Asked) -> Survey:
    """The counts of a workbook or a CSV file, whose columns the file `legend` tells of.

    Raises Refused, with a sentence, for what is neither; WrongUsage if there is no such file.
    """
    export = opened_export(path)
    if any(len(sheet.rows) > MOST_ROWS for sheet in export.sheets):
        sentence = _("{path} has more than {n} rows")
        raise Refused(sentence.format(path=export.shown, n=number(MOST_ROWS)))
    written, of_legend = load_legend(legend, asked) if legend else (WrittenLegend(), ())
    problems = [*export.problems, *of_legend]
    counted = Counted()
    if not errors(of_legend) and any(sheet.rows for sheet in export.sheets):
        columns, of_columns = find_columns(export, written, asked)
        counted, of_cells = count(columns, Words(asked, written.legend), export.shown)
        problems += [*of_columns, *of_cells]
    return Survey(export.shown, export.name, export.sha256, counted, tuple(problems))
