"""A document that was recorded before: an old file that still lies there, or said once more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from secaudit.campaign import Campaign
from secaudit.steps.returned.files import Sent


def readable(path: str) -> str:
    """A path, also where its letters are in no encoding that we know."""
    return path.encode(errors="surrogateescape").decode(errors="replace")


@dataclass(frozen=True)
class Lying:
    """The files of a run, by the forms that their documents answer."""

    folder: Path
    """The workspace: a place is told from there."""
    named: frozenset[str]
    """The files that the user named; all others were found in a folder."""
    of_form: Mapping[str, tuple[Sent, ...]]

    @classmethod
    def of(
        cls, sent: Iterable[Sent], folder: Path, paths: Iterable[Path] = ()
    ) -> "Lying":
        """The files of the documents that were found under `paths`."""
        of_form: dict[str, tuple[Sent, ...]] = {}
        for one in sent:
            if one.value is not None:
                form = one.value["issue"]
                of_form[form] = (*of_form.get(form, ()), one)
        named = frozenset(path.as_posix() for path in paths if not path.is_dir())
        return cls(folder, named, of_form)

    def beside(self, form: str) -> dict[str, str]:
        """By place, the SHA-256 of each file that holds a document of a form."""
        documents = self.of_form.get(form, ())
        return {self._place(one): one.file.sha256 for one in documents}

    def is_old(self, sent: Sent, campaign: Campaign) -> bool:
        """Whether the file lay there before, as it is, when its form was answered otherwise.

        A file that was moved or renamed is the same file. One that the user names, and no
        other of its form, is meant to count.
        """
        form, place = sent.value["issue"], self._place(sent)
        if len(self.of_form[form]) == 1 and self._is_named(sent.file.shown):
            return False
        seen, here = campaign.seen.get(form, {}), self.beside(form)
        if place in seen:
            return seen[place] == sent.file.sha256
        gone = {digest for was, digest in seen.items() if was not in here}
        return sent.file.sha256 in gone

    def _is_named(self, shown: str) -> bool:
        """Whether the user named a file, or the mail or the zip that it came in."""
        return any(shown == name or shown.startswith(f"{name}/") for name in self.named)

    def _place(self, sent: Sent) -> str:
        """Where a file lies, whatever the user's own folder is."""
        home, place = self.folder.resolve(), Path(sent.file.shown).resolve()
        within = place.relative_to(home) if place.is_relative_to(home) else place
        return readable(within.as_posix())
