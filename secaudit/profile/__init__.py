"""The profile: this organisation's tailoring of its catalogues."""

from secaudit.profile.applying import Applied, resolve
from secaudit.profile.checking import check_profile
from secaudit.profile.loading import load_file, local, read_profile
from secaudit.profile.model import Classes, Profile, Targets

__all__ = [
    "Applied",
    "Classes",
    "Profile",
    "Targets",
    "check_profile",
    "load_file",
    "local",
    "read_profile",
    "resolve",
]
