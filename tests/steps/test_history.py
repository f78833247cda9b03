"""History: who said what, when, in which file."""

import hashlib

import pytest

from secaudit.problems import WrongUsage
from secaudit.steps.history import history
from tests.municipality import Municipality

SAID = {
    "T.1": {
        "status": "delvist opfyldt",
        "comment": "Gennemgået for én\n  af to",
        "evidence": "ESDH 2026-1",
    }
}


@pytest.fixture
def answered(municipality: Municipality) -> Municipality:
    """One system has been answered."""
    municipality.record(municipality.answer("p01", "system-omsorg", SAID))
    return municipality


def test_history_tells_who_when_and_in_which_file(answered: Municipality) -> None:
    entries = history(answered.workspace, "system:omsorg", None)
    assert [entry.kind for entry in entries] == ["issued", "issued", "assessed"]
    last = entries[-1]
    assert (last.who, last.at, last.campaign) == (
        "Anna Holm",
        "2026-09-20T08:00:00Z",
        "2026",
    )
    path = answered.workspace.returned("2026") / "p01-system-omsorg-1.yaml"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.name in last.told[-1]
    assert digest in last.told[-1]


def test_history_tells_the_answers_with_comment_and_evidence(
    answered: Municipality,
) -> None:
    told = history(answered.workspace, "system:omsorg", None)[-1].told
    assert told[0] == "T.1: delvist opfyldt · Gennemgået for én af to · ESDH 2026-1"
    assert told[1].startswith("T.2: opfyldt · gennemgået 2026-08-06")


def test_history_of_a_form_tells_which_and_to_whom(answered: Municipality) -> None:
    owner, operations, _ = history(answered.workspace, "system:omsorg", None)
    assert (owner.who, operations.who) == ("Anna Holm", "Bo Lind")
    form = answered.form("p02", "system-omsorg").read_text(encoding="utf-8")
    assert operations.told[0].split()[-1] in form


def test_history_of_a_control_leaves_the_others_out(answered: Municipality) -> None:
    entries = history(answered.workspace, "system:omsorg", "T.3")
    assert [(e.kind, e.who) for e in entries] == [("issued", "Bo Lind")]
    [_issued, assessed] = history(answered.workspace, "system:omsorg", "T.1")
    assert [line.split(":")[0] for line in assessed.told[:-1]] == ["T.1"]


def test_a_subject_may_be_named_by_its_id_alone(answered: Municipality) -> None:
    assert history(answered.workspace, "omsorg", None) == history(
        answered.workspace, "system:omsorg", None
    )


def test_each_later_word_stands_in_the_history(answered: Municipality) -> None:
    later = {"T.1": {"status": "ved ikke"}}
    answered.record(answered.answer("p01", "system-omsorg", later, only=True))
    entries = history(answered.workspace, "omsorg", "T.1")
    told = [entry.told[0] for entry in entries if entry.kind == "assessed"]
    assert [line.split(" · ")[0] for line in told] == [
        "T.1: delvist opfyldt",
        "T.1: ved ikke",
    ]


def test_an_unknown_subject_is_wrong_usage_with_a_guess(answered: Municipality) -> None:
    with pytest.raises(WrongUsage, match="mente du 'omsorg'"):
        history(answered.workspace, "omsrog", None)
