"""The catalogues that are used, and the profile that tailors them, as written."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from secaudit.catalogue import Catalogue, Loaded, WrittenControl, load_named
from secaudit.problems import Problem
from secaudit.profile import Profile, load_file, local, read_profile
from secaudit.validation import Checked


@dataclass(frozen=True)
class Used:
    """The catalogues that are used, and how they are tailored, as they are written."""

    loaded: tuple[Loaded, ...]
    file: Checked
    """profile.yaml."""
    profile: Profile

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that keeps them from being used."""
        of_loaded = (problem for read in self.loaded for problem in read.problems)
        return (*of_loaded, *self.file.problems)

    @property
    def catalogues(self) -> tuple[Catalogue, ...]:
        """Those that load."""
        return tuple(read.catalogue for read in self.loaded if read.catalogue)

    @property
    def complete(self) -> bool:
        """Whether every catalogue loads."""
        return all(read.catalogue for read in self.loaded)

    @property
    def written(self) -> tuple[WrittenControl, ...]:
        """Every control, also the local ones, and where it is written."""
        of_loaded = (one for read in self.loaded for one in read.written)
        return (*of_loaded, *local(self.file, self.profile))


def used(names: Iterable[str], folder: Path | None = None) -> Used:
    """The catalogues called `names`, and the profile in `folder`, if there is one."""
    loaded = tuple(load_named(name, folder) for name in names)
    path = folder / "profile.yaml" if folder else None
    file = load_file(path, path.as_posix()) if path else Checked()
    return Used(loaded, file, read_profile(file))
