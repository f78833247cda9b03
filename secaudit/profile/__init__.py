"""The profile: this organisation's tailoring of its catalogues."""

from secaudit.profile.applying import Applied, resolve
from secaudit.profile.checking import check_profile
from secaudit.profile.loading import load_file, local, read_profile
from secaudit.profile.model import (
    CYCLE,
    Applicability,
    Classes,
    Limits,
    Profile,
    Targets,
    Wording,
)

__all__ = [
    "CYCLE",
    "Applicability",
    "Applied",
    "Classes",
    "Limits",
    "Profile",
    "Targets",
    "Wording",
    "check_profile",
    "load_file",
    "local",
    "read_profile",
    "resolve",
]
