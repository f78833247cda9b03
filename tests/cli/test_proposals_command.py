"""`secaudit inventory proposals`, as the officer walks it."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.command import Said, as_anybody, environment, process, run, sentence
from tests.municipality import ANSWERED, Municipality

CORRECTED = {
    "hosting: supplier": "hosting: public-cloud",
    'supplier: "Nordlys A/S"': 'supplier: "=Syd # 1"',
    "citizen_facing:": "citizen_facing: true",
}
ENGLISH = environment(SECAUDIT_LANGUAGE="en", SECAUDIT_USER="cva")


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Municipality:
    """An English municipality in which one owner has corrected three facts."""
    made = Municipality(tmp_path_factory.mktemp("corrected") / "proevekommune")
    settings = made.folder / "secaudit.yaml"
    text = settings.read_text(encoding="utf-8")
    made.write("secaudit.yaml", text.replace("language: da", "language: en"))
    made.open()
    made.issue()
    form = made.answer("p01", "system-omsorg")
    text = form.read_text(encoding="utf-8")
    for was, now in CORRECTED.items():
        text = text.replace(f"\n  {was}\n", f"\n  {now}\n")
    form.write_text(text, encoding="utf-8")
    made.record(form)
    return made


@pytest.fixture
def municipality(corrected: Municipality, tmp_path: Path) -> Municipality:
    """The same, to decide in."""
    return corrected.copy(tmp_path / "proevekommune")


def proposals(municipality: Municipality, *arguments: str) -> Said:
    """Run the command in the workspace."""
    words = ("inventory", "proposals", "--date", ANSWERED.isoformat(), *arguments)
    return run(*words, cwd=municipality.folder, env=ENGLISH)


def test_corrections_are_shown_and_decided_on_one_after_another(
    municipality: Municipality,
) -> None:
    shown = proposals(municipality)
    assert (shown.code, shown.lines) == (0, ["2026: 3 proposals to be decided on"])
    assert [line.split() for line in shown.out.splitlines()[1:]] == [
        ["omsorg", "citizen_facing", "–", "true", "Anna", "Holm", "2026-09-20"],
        ["omsorg", "hosting", "supplier", "public-cloud", "Anna", "Holm", "2026-09-20"],
        [
            *("omsorg", "supplier", '"Nordlys', 'A/S"', '"=Syd', "#", '1"'),
            *("Anna", "Holm", "2026-09-20"),
        ],
    ]

    accepted = proposals(
        municipality, "--accept", "omsorg/hosting", "--accept", "omsorg/supplier"
    )
    number = len(municipality.register.events())
    assert accepted.code == 0
    assert accepted.out.splitlines() == [
        f"event {number - 1}: omsorg/hosting is public-cloud now",
        f'event {number}: omsorg/supplier is "=Syd # 1" now',
    ]
    assert accepted.lines == [
        "2026: 1 proposal to be decided on",
        "the form about system:omsorg no longer fits: "
        "'secaudit issue --again system:omsorg'",
    ]
    written = (municipality.folder / "inventory" / "systems.yaml").read_text("utf-8")
    assert '    hosting: public-cloud\n    supplier: "=Syd # 1"\n' in written
    assert municipality.register.events()[-1].personal == {"by": "cva"}

    rejected = proposals(municipality, "--reject", "omsorg", "--reason", "Only staff")
    assert (rejected.code, rejected.out) == (
        0,
        f"event {number + 1}: omsorg/citizen_facing is rejected\n",
    )
    none = "2026: no corrections wait to be decided on"
    assert rejected.lines == [none]
    assert proposals(municipality) == Said(0, "", f"{none}\n")
    assert proposals(municipality, "--accept-all") == Said(0, "", f"{none}\n")
    assert run("inventory", "check", cwd=municipality.folder, env=ENGLISH).code == 0
    assert run("verify", cwd=municipality.folder, env=ENGLISH).code == 0


def test_the_form_that_is_issued_again_says_what_was_accepted(
    municipality: Municipality,
) -> None:
    proposals(municipality, "--accept-all")
    again = run(
        *("issue", "--again", "system:omsorg", "--date", ANSWERED.isoformat()),
        cwd=municipality.folder,
        env=ENGLISH,
    )
    assert again.code == 0, again
    form = next(Path(line) for line in again.out.splitlines() if "p01" in line)
    text = (municipality.folder / form).read_text(encoding="utf-8")
    assert "\n  hosting: public-cloud\n" in text


def test_json_holds_values_as_they_are(municipality: Municipality) -> None:
    shown = proposals(municipality, "--format", "json")
    assert (shown.code, shown.err) == (0, "")
    found = json.loads(shown.out)
    assert found["campaign"] == "2026"
    assert found["proposals"][0] == {
        "system": "omsorg",
        "fact": "citizen_facing",
        "now": None,
        "proposed": True,
        "by": "Anna Holm",
        "on": "2026-09-20",
        "event": len(municipality.register.events()),
        "file": "p01-system-omsorg-1.yaml",
        "in_inventory": True,
    }
    settled = proposals(municipality, "--accept-all", "--format", "json")
    told = json.loads(settled.out)
    assert [one["fact"] for one in told["accepted"]] == [
        "citizen_facing",
        "hosting",
        "supplier",
    ]
    number = len(municipality.register.events())
    assert told["accepted"][-1]["decided_in"] == number
    assert (told["rejected"], told["left"]) == ([], [])
    assert told["again"] == ["system:omsorg"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--accept", "omsorg/hostng"], "did you mean 'omsorg/hosting'?"),
        (["--accept", "arkiv"], "nothing is proposed about 'arkiv'"),
        (["--reject", "omsorg/hosting"], "--reason"),
        (["--reason", "Because"], "--reject"),
        (["--accept", "omsorg", "--reject", "omsorg", "--reason", "x"], "both"),
        (["--campaign", "2062"], "2026"),
        (["--format", "xml"], "xml"),
    ],
)
def test_wrong_usage_is_told_and_changes_nothing(
    municipality: Municipality, arguments: list[str], said: str
) -> None:
    events = municipality.register.events()
    told = proposals(municipality, *arguments)
    assert (told.code, told.out) == (2, "")
    assert said in told.lines[-1]
    assert municipality.register.events() == events


def test_a_system_that_is_gone_is_told_beside_the_table(
    municipality: Municipality,
) -> None:
    systems = municipality.folder / "inventory" / "systems.yaml"
    text = systems.read_text(encoding="utf-8")
    renamed = text.replace("id: omsorg", "id: pleje\n    formerly: omsorg")
    systems.write_text(renamed, encoding="utf-8")
    shown = proposals(municipality)
    assert shown.code == 0
    assert len(shown.out.splitlines()) == 4
    assert shown.lines == [
        "2026: 3 proposals to be decided on",
        "'omsorg' is called 'pleje' now; write there what is right",
    ]
    accepted = proposals(municipality, "--accept", "omsorg/hosting")
    assert (accepted.code, sentence(accepted)) == (1, shown.lines[1])
    assert systems.read_text(encoding="utf-8") == renamed


@pytest.mark.slow
def test_a_file_that_may_not_be_written_is_left_as_it_is(
    municipality: Municipality,
) -> None:
    systems = municipality.folder / "inventory" / "systems.yaml"
    systems.chmod(0o444)
    if os.access(systems, os.W_OK) and not as_anybody():
        pytest.skip("whoever runs the tests may write everything")
    before, events = systems.read_bytes(), municipality.register.events()
    told = process(
        *("inventory", "proposals", "--accept-all"),
        cwd=municipality.folder,
        env=ENGLISH,
        before=as_anybody(),
    )
    assert told.code == 1
    assert sentence(told) == (
        "inventory/systems.yaml cannot be written: access is denied "
        "(ask for the right to the file and its folder); nothing was changed"
    )
    assert systems.read_bytes() == before
    assert municipality.register.events() == events


@pytest.mark.slow
def test_a_folder_that_may_not_be_written_is_left_as_it_is(
    municipality: Municipality,
) -> None:
    folder = municipality.folder / "inventory"
    folder.chmod(0o555)
    try:
        if os.access(folder, os.W_OK) and not as_anybody():
            pytest.skip("whoever runs the tests may write everything")
        told = process(
            *("inventory", "proposals", "--accept-all"),
            cwd=municipality.folder,
            env=ENGLISH,
            before=as_anybody(),
        )
    finally:
        folder.chmod(0o755)
    assert told.code == 1
    assert "nothing was changed" in sentence(told)
    assert [p.name for p in sorted(folder.iterdir())] == ["people.yaml", "systems.yaml"]
