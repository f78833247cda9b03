"""What a comparison shows: every name that its Word template may use."""

from dataclasses import dataclass

from secaudit.report.compared.together import TogetherRow
from secaudit.report.said.imprint import Imprint
from secaudit.report.said.trends import TrendRow


@dataclass(frozen=True, kw_only=True)
class ComparisonReport(Imprint):
    """Everything that the template of the comparison can show; it is of the later campaign."""

    title: str
    before: str
    """The earlier one."""
    date_before: str
    """The day that the earlier one is as of."""
    better: tuple[str, ...]
    """What became better, a sentence each."""
    worse: tuple[str, ...]
    kinds: tuple[TrendRow, ...]
    """Met of all, then and now, by kind of subject."""
    themes: tuple[TrendRow, ...]
    """The same by kind and theme."""
    themes_rest: str
    """How many themes are left out; empty if none is."""
    closed: tuple[TogetherRow, ...]
    closed_rest: str
    new: tuple[TogetherRow, ...]
    new_rest: str
    repeated: tuple[TogetherRow, ...]
    repeated_rest: str
    apart: tuple[str, ...]
    """What is not compared, and who came, went or has another name, a sentence each."""
