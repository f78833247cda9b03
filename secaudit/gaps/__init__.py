"""Figures and gaps: what the state of a campaign comes to. Pure."""

from secaudit.gaps.development import Development, YearlyRatios, development
from secaudit.gaps.due import Due, falling_due
from secaudit.gaps.figures import (
    Figures,
    Ratio,
    Trend,
    figures,
    figures_as_json,
    trend,
    trends,
)
from secaudit.gaps.items import (
    SHORTFALL,
    Item,
    by_subject,
    by_theme,
    grouped,
    months_later,
)
from secaudit.gaps.picture import Picture, Standing, picture, standing, without_class_a
from secaudit.gaps.ranking import (
    Factors,
    Gap,
    criticality_factor,
    group_urgency,
    urgency,
)
from secaudit.gaps.responses import Response, Responses, responses
from secaudit.gaps.summary import GapLine
