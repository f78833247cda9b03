"""The state of every campaign: a pure fold over the events of the register."""

from secaudit.campaign.acts import (
    ACTION_STATES,
    ACTION_STATUSES,
    APPROVABLE,
    AcceptedGap,
    Action,
    Decision,
    Key,
    Move,
)
from secaudit.campaign.conditional import conditional
from secaudit.campaign.folding import fold
from secaudit.campaign.following import Acts
from secaudit.campaign.mailed import Alike, Mailed, MailKind, MailOutcome, Stage
from secaudit.campaign.model import (
    NOWHERE,
    Accepted,
    Campaign,
    Forvaltning,
    Issue,
    Withdrawn,
)
from secaudit.campaign.names import Told, names_in
from secaudit.campaign.review import OUTCOMES, Earlier, Review
from secaudit.campaign.showing import as_line, parts_of
from secaudit.campaign.word import AnsweredBy, Word, unchanged_from, who_answered
