"""`secaudit counts import`, as the officer runs it: from the export to the response rates."""

import json
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.municipality import Municipality
from tests.surveyed import HEAD, as_csv, few, respondents, town


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Municipality:
    return town(tmp_path_factory.mktemp("cli") / "proevekommune")


def test_a_survey_is_counted_recorded_and_shown(workspace: Municipality) -> None:
    folder = workspace.folder
    path = as_csv(folder.parent / "svar.csv", respondents(400))
    told = ("counts", "import", path, "--date", "2026-09-20")
    dry = run(*told, "--dry-run", cwd=folder)
    assert dry.code == 0
    assert dry.lines[-1].endswith("3 spørgsmål, intet registreret")
    head, first, *_others, last = dry.out.splitlines()
    assert head.split() == ["forvaltning", "besvarelser"]
    assert first.split()[0] == "Sundhed"
    assert last.split()[0] == "Øvrige"
    done = run(*told, cwd=folder)
    assert done.out == dry.out
    assert done.lines[-1].endswith("3 spørgsmål, registreret som post 11, 12")
    again = run(*told, "--format", "json", cwd=folder)
    assert json.loads(again.out)["already"] == [11, 12]
    assert again.lines[-1].endswith("allerede registreret (post 11, 12)")

    shown = run("status", "--date", "2026-09-20", cwd=folder)
    assert "medarbejdere har svaret: Sundhed " in shown.lines[-2]
    told_json = json.loads(run("status", "--format", "json", cwd=folder).out)
    care, *_more, others = told_json["responses"]
    assert care["department"] == "sundhed" and care["employees"] == 1000
    assert care["rate"] == care["respondents"] * 10_000 // 1000 / 10_000
    assert (others["department"], others["name"]) == (None, None)
    assert told_json["response"]["respondents"] == sum(
        line["respondents"] for line in told_json["responses"]
    )
    page = run("status", "--format", "html", cwd=folder).out
    assert "<caption>Medarbejdere, der har svaret</caption>" in page


def test_every_fault_is_told_and_nothing_recorded(
    workspace: Municipality, tmp_path: Path
) -> None:
    head = workspace.register.head()
    path = as_csv(tmp_path / "svar.csv", [*few("hm"), *few(unit="SOS")], HEAD)
    said = run("counts", "import", path, cwd=workspace.folder)
    assert (said.code, said.out) == (1, "")
    assert [line.split(": ")[2] for line in said.lines] == ["E8", "D9"]
    legend = tmp_path / "kolonner.yaml"
    legend.write_text("departments: {SOS: sundhed}\nanswers: {hm: ved ikke}\n")
    mapped = ("--columns", legend, "--dry-run")
    said = run("counts", "import", path, *mapped, cwd=workspace.folder)
    assert (said.code, said.out.split()[-2:]) == (0, ["Sundhed", "13"])
    assert workspace.register.head() == head
