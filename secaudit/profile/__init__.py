"""The profile: this organisation's tailoring of its catalogues."""

from secaudit.profile.applying import Applied, resolve
from secaudit.profile.model import Classes, Profile, Targets
from secaudit.profile.reading import check_profile, load_file, local, read_profile
