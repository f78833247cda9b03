"""The workspace: a folder that a person can read."""

from secaudit.workspace.loading import (
    FILE,
    Contents,
    load_contents,
    load_workspace,
    nearest,
)
from secaudit.workspace.model import (
    CATALOGUES,
    Area,
    Officer,
    Organisation,
    Post,
    Workspace,
)
