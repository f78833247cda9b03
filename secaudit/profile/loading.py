"""The profile in its file."""

from pathlib import Path

from secaudit.catalogue import WrittenControl
from secaudit.profile.model import Profile
from secaudit.validation import Checked, load, shaped


def load_file(path: Path, shown: str) -> Checked:
    """The file at `path`; nothing, and nothing wrong, if there is no such file."""
    return load(path, shown, "profile") if path.is_file() else Checked(None, None, ())


def read_profile(file: Checked) -> Profile:
    """The profile in its file; the default one where there is none, or where it is wrong."""
    return Profile() if file.value is None else shaped(file.value, Profile)


def local(file: Checked, profile: Profile) -> tuple[WrittenControl, ...]:
    """The local controls of the profile, and where they are written."""
    return tuple(
        WrittenControl(control, file.document, ("controls", index))
        for index, control in enumerate(profile.controls)
        if file.document
    )
