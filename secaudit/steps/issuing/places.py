"""Where the file of each form lies."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from secaudit.campaign import Campaign, Issue


def places(folder: Path, campaign: Campaign) -> Iterator[tuple[Path, Issue]]:
    """Every form that asks somebody something, and where its file lies."""
    taken = Counter[Path]()
    for issue in campaign.issues:
        if issue.superseded or issue.form.person is None or not issue.form.questions:
            continue
        path = folder / issue.form.person / form_name(issue)
        taken[path] += 1
        number = taken[path]  # a second form to the same person about the same subject
        yield path if number == 1 else path.with_stem(f"{path.stem}.{number}"), issue


def form_name(issue: Issue) -> str:
    """The name of the file of a form, such as `system-omsorgsjournal.yaml`."""
    form, subject = issue.form, issue.subject
    small = f"-{form.occasion}-{form.edition}" if form.occasion else ""
    return f"{subject.kind}-{subject.id}{small}.yaml"
