"""A whole year through the command line, as an officer walks it."""

import csv
import io
import json
import zipfile
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from secaudit.demo.respondent import Reply, fill_in
from tests.cli.command import Said, run

pytestmark = pytest.mark.slow

RATIOS = {"answered", "met_of_answered", "met_of_all"}
COUNTS = {"met", "partial", "not-met", "unknown", "unanswered", "not-applicable"}
SYSTEMS = """
systems:
  - id: omsorg
    name: "=Omsorg & Pleje"
    owner: p01
    operations: p02
    criticality: society-critical
    personal_data: [cpr, sensitive]
    hosting: supplier
    uses: [backup]
  - {id: backup, name: "Backup", owner: p02, criticality: other, provides: [A.8.13]}
"""
PEOPLE = """
departments:
  - {id: sundhed, name: "Sundhed"}
people:
  - {id: p01, name: "Anna Holm", email: "anna@walk.example", department: sundhed}
  - {id: p02, name: "Bo Lind", email: "bo@walk.example"}
  - {id: p03, name: "Cecilie Vang", email: "cecilie@walk.example"}
"""
LACKING: dict[str, dict[str, Any]] = {
    "A.5.18": {
        "status": "delvist opfyldt",
        "comment": "Mangler for én afdeling",
        "action": {"what": "Gennemgå resten", "due": "2026-12-01"},
    },
    "A.8.13": {"status": "ikke opfyldt", "comment": "Aldrig prøvet"},
}


@dataclass
class Walk:
    """What each step said, by its name."""

    folder: Path
    said: dict[str, Said] = field(default_factory=dict)
    issued_before: dict[Path, bytes] = field(default_factory=dict)
    issued_after: dict[Path, bytes] = field(default_factory=dict)

    def step(self, name: str, *arguments: str | Path, on: str = "") -> Said:
        """Run a command in the workspace; steps succeed unless their name ends with `!`."""
        dated = ("--date", on) if on else ()
        said = run(*arguments, *dated, cwd=self.folder)
        assert said.code == name.endswith("!"), said
        self.said[name] = said
        return said

    def reply(self, form: str, on: date, answers: dict[str, dict[str, Any]]) -> Path:
        """Fill in an issued form, and put it where returned ones go; its path from here."""
        issued = self.folder / form
        filled = fill_in(
            issued.read_text(encoding="utf-8"),
            Reply(
                issued.parent.name,
                issued.stem,
                "first",
                on,
                answers,
                employees={"sundhed": 40},
            ),
        )
        campaign = issued.parents[2]
        target = campaign / "returned" / f"{issued.parent.name}-{issued.name}"
        target.parent.mkdir(exist_ok=True)
        target.write_text(filled, encoding="utf-8")
        return target.relative_to(self.folder)

    def as_json(self, name: str) -> Any:
        """What a step printed, as JSON."""
        return json.loads(self.said[name].out)


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The year, walked."""
    folder = tmp_path_factory.mktemp("walk") / "kommune"
    made = run("init", folder, "--name", "Prøve Kommune")
    walk = Walk(folder, {"init": made})
    edit(folder)
    walk.step("inventory", "inventory", "check")
    for year in ("2025", "2026"):
        opened = f"{year}-09-01"
        walk.step(
            f"open {year}",
            "campaign",
            "open",
            year,
            "--due",
            f"{year}-10-01",
            on=opened,
        )
        walk.step(f"issue {year}", "issue", on=opened)
        answer(walk, year)
    walk.issued_before = issued(folder)
    walk.step("issue again", "issue", on="2026-09-21")
    walk.issued_after = issued(folder)
    walk.step("record again", "record", "campaigns/2026/returned", on="2026-09-21")
    look(walk)
    return walk


def edit(folder: Path) -> None:
    """Fill in the workspace's files."""
    (folder / "inventory" / "systems.yaml").write_text(SYSTEMS, encoding="utf-8")
    (folder / "inventory" / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    file = folder / "secaudit.yaml"
    area = 'areas: [{id: officer, title: "Sikkerhed", person: p03}]'
    text = file.read_text(encoding="utf-8").replace("areas: []", area)
    file.write_text(text, encoding="utf-8")


def answer(walk: Walk, year: str) -> None:
    """Everyone answers, but in 2026 the last one does not."""
    forms = walk.said[f"issue {year}"].out.splitlines()
    answered = date(int(year), 9, 20)
    for form in forms if year == "2025" else forms[:-1]:
        lacking = LACKING if "p02/system-backup" in form or year == "2026" else {}
        walk.reply(form, answered, lacking if "/system-" in form else {})
    returned = f"campaigns/{year}/returned"
    walk.step(f"validate {year}", "validate", returned, on=f"{year}-09-20")
    walk.step(f"record {year}", "record", returned, on=f"{year}-09-20")
    walk.step(f"verify {year}", "verify")


def look(walk: Walk) -> None:
    """Ask for everything that can be asked for."""
    on = "2026-10-04"
    walk.step("status", "status", on=on)
    walk.step("status json", "status", "--format", "json", on=on)
    walk.step("status 2025", "status", "--format", "json", "--campaign", "2025", on=on)
    for shape in ("table", "json", "csv"):
        walk.step(f"gaps {shape}", "gaps", "--format", shape, on=on)
    walk.step("history", "history", "system:omsorg")
    walk.step("history of one", "history", "omsorg", "A.5.18")
    walk.step("head of 2025", "verify", "--head", head(walk.said["verify 2025"]))
    walk.step("head of nothing!", "verify", "--head", "0" * 64)
    walk.step("catalogue", "catalogue", "list", "--format", "json")
    walk.step("catalogue check", "catalogue", "check")
    walk.step("report", "report", on=on)
    walk.step("report again", "report", "-o", "igen.docx", on=on)
    walk.step("report in English", "report", "--language", "en", "-o", "en.docx", on=on)


def issued(folder: Path) -> dict[Path, bytes]:
    """Every file that was issued, as it is."""
    return {path: path.read_bytes() for path in folder.glob("campaigns/*/issued/*/*")}


def head(said: Said) -> str:
    """The head of the chain that `verify` prints."""
    return said.out.split()[-1]


# The folder


def test_init_makes_files_that_pass_the_check_and_says_what_comes_next(
    tmp_path: Path,
) -> None:
    made = run("init", tmp_path / "ny", "--name", "Ærø Kommune")
    assert made.code == 0
    assert "inventory/systems.yaml" in made.out + made.err
    checked = run("inventory", "check", "--workspace", tmp_path / "ny")
    assert (checked.code, checked.lines) == (0, ["0 systemer, 0 personer"])
    told = (tmp_path / "ny" / "secaudit.yaml").read_text(encoding="utf-8")
    assert "id: aeroe-kommune" in told


def test_the_inventory_is_counted(walk: Walk) -> None:
    assert walk.said["inventory"].out == ""
    assert walk.said["inventory"].lines == ["2 systemer, 3 personer"]


def test_the_workspace_is_found_from_a_folder_below_it(walk: Walk) -> None:
    below = walk.folder / "campaigns" / "2026" / "returned"
    assert run("inventory", "check", cwd=below).lines == ["2 systemer, 3 personer"]


# Open and issue


def test_opening_tells_what_is_asked_and_what_changed_since_last_year(
    walk: Walk,
) -> None:
    first, second = walk.said["open 2025"], walk.said["open 2026"]
    assert "2025" in first.out.splitlines()[0]
    assert "2025-10-01" in first.out.splitlines()[0]
    assert len(first.out.splitlines()) == 1
    assert "2025" in second.out.splitlines()[1]


def test_issue_prints_the_path_of_each_form_and_the_rest_beside_it(walk: Walk) -> None:
    said = walk.said["issue 2026"]
    assert said.out.splitlines() == [
        "campaigns/2026/issued/p01/system-omsorg.yaml",
        "campaigns/2026/issued/p02/system-omsorg.yaml",
        "campaigns/2026/issued/p02/system-backup.yaml",
        "campaigns/2026/issued/p01/owner-p01.yaml",
        "campaigns/2026/issued/p02/owner-p02.yaml",
        "campaigns/2026/issued/p03/organisation-proeve-kommune.yaml",
        "campaigns/2026/issued/p03/employees-proeve-kommune.yaml",
    ]
    assert said.lines[0].startswith("2026: 7 skemaer er udsendt, ")
    assert all((walk.folder / path).is_file() for path in said.out.splitlines())


def test_in_the_years_between_a_less_critical_system_is_asked_the_core_questions_only(
    walk: Walk,
) -> None:
    form = "campaigns/{}/issued/p02/system-backup.yaml"
    asked = {
        year: (walk.folder / form.format(year))
        .read_text(encoding="utf-8")
        .count("status:")
        for year in (2025, 2026)
    }
    assert 0 < asked[2026] < asked[2025]


def test_a_schema_lies_beside_the_forms_for_the_editor(walk: Walk) -> None:
    folder = walk.folder / "campaigns" / "2026" / "issued" / "p01"
    schema = json.loads(
        (folder / "questionnaire.schema.json").read_text(encoding="utf-8")
    )
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    form = (folder / "system-omsorg.yaml").read_text(encoding="utf-8")
    assert form.startswith(
        "# yaml-language-server: $schema=./questionnaire.schema.json\n"
    )


def test_issue_again_issues_nothing_and_changes_nothing(walk: Walk) -> None:
    assert walk.said["issue again"].out == ""
    assert walk.said["issue again"].lines[0].startswith("2026: 0 skemaer er udsendt, ")
    assert walk.issued_after == walk.issued_before


# Validate and record


def test_validate_counts_documents_and_errors_beside_an_empty_stdout(
    walk: Walk,
) -> None:
    assert walk.said["validate 2025"].lines == ["7 dokumenter, 0 fejl"]
    assert [
        line
        for line in walk.said["validate 2025"].out.splitlines()
        if ": fejl:" in line
    ] == []


def test_validate_as_json_has_the_shape_that_was_promised(walk: Walk) -> None:
    (walk.folder / "forkert.yaml").write_text(
        "form: secaudit/1\nform: 2\n", encoding="utf-8"
    )
    said = run("validate", "forkert.yaml", "--format", "json", cwd=walk.folder)
    found = json.loads(said.out)
    assert said.code == 1
    assert found["documents"] == 1
    assert found["problems"][-1].keys() == {
        "path",
        "line",
        "column",
        "severity",
        "code",
        "message",
    }
    twice = [
        problem for problem in found["problems"] if problem["code"] == "duplicate-key"
    ]
    assert [(p["path"], p["line"], p["column"], p["severity"]) for p in twice] == [
        ("forkert.yaml", 2, 1, "error")
    ]


def test_record_prints_a_receipt_for_each_file(walk: Walk) -> None:
    lines = walk.said["record 2026"].out.splitlines()
    returned = sorted((walk.folder / "campaigns" / "2026" / "returned").iterdir())
    assert lines[0::2] == [
        f"{path.relative_to(walk.folder).as_posix()}  "
        f"SHA-256 {sha256(path.read_bytes()).hexdigest()}"
        for path in returned
    ]
    assert all("registreret som post" in line for line in lines[1::2])


def test_recorded_twice_is_told_and_written_once(walk: Walk) -> None:
    lines = walk.said["record again"].out.splitlines()
    first = walk.said["record 2026"].out.splitlines()
    assert lines[0::2] == first[0::2]
    assert all("allerede registreret (post" in line for line in lines[1::2])
    assert head(walk.said["head of 2025"]) == head(walk.said["verify 2026"])


# Look


def test_status_shows_each_subject_and_who_is_waited_for(walk: Walk) -> None:
    said = walk.said["status"]
    rows = said.out.splitlines()
    assert len(rows) == 1 + 6
    assert rows[-1].endswith("Cecilie Vang")
    assert "5 af 6" in said.lines[-1]
    assert "3 dage" in said.lines[-1]


def test_status_as_json_has_the_shape_that_was_promised(walk: Walk) -> None:
    found = walk.as_json("status json")
    assert (found["campaign"], found["due"]) == ("2026", "2026-10-01")
    assert (found["issued"], found["answered"]) == (6, 5)
    by_id = {(subject["kind"], subject["id"]): subject for subject in found["subjects"]}
    assert list(by_id) == [
        ("system", "omsorg"),
        ("system", "backup"),
        ("owner", "p01"),
        ("owner", "p02"),
        ("organisation", "proeve-kommune"),
        ("employees", "proeve-kommune"),
    ]
    omsorg = by_id["system", "omsorg"]
    assert omsorg["name"] == "=Omsorg & Pleje"
    assert omsorg["owner"] == "Anna Holm"
    assert omsorg["questions"] == omsorg["answered"] > 0
    assert omsorg["recorded_on"] == "2026-09-20"
    silent = by_id["employees", "proeve-kommune"]
    assert (silent["answered"], silent["recorded_on"]) == (0, None)


def test_status_of_an_earlier_campaign_is_of_that_campaign(walk: Walk) -> None:
    found = walk.as_json("status 2025")
    assert (found["campaign"], found["issued"], found["answered"]) == ("2025", 6, 6)


def test_gaps_as_json_have_the_shape_that_was_promised(walk: Walk) -> None:
    found = walk.as_json("gaps json")
    assert found["campaign"] == "2026"
    assert list(found["figures"]) == ["system", "owner", "organisation", "employees"]
    for figures in found["figures"].values():
        for shown in (figures["overall"], *figures["themes"].values()):
            assert shown.keys() == RATIOS | COUNTS
            assert all(shown[name] is None or 0 <= shown[name] <= 1 for name in RATIOS)
            assert all(type(shown[name]) is int for name in COUNTS)
    for gap in found["gaps"]:
        assert gap.keys() >= {
            "subject",
            "control",
            "status",
            "reason",
            "priority",
            "class",
            "factors",
            "legal",
            "since",
            "actions",
            "accepted_until",
        }
        assert gap["subject"].keys() >= {"kind", "id"}


def test_a_gap_of_a_common_service_is_one_row_and_the_heirs_stand_beside_it(
    walk: Walk,
) -> None:
    rows = [
        gap for gap in walk.as_json("gaps json")["gaps"] if gap["control"] == "A.8.13"
    ]
    assert [(row["subject"]["id"], row["inherited_by"]) for row in rows] == [
        ("backup", ["omsorg"])
    ]


def test_gaps_are_sorted_by_priority_and_say_since_when(walk: Walk) -> None:
    gaps = walk.as_json("gaps json")["gaps"]
    assert [g["priority"] for g in gaps] == sorted(
        (g["priority"] for g in gaps), reverse=True
    )
    since = {(gap["subject"]["id"], gap["control"]): gap["since"] for gap in gaps}
    assert since["backup", "A.8.13"] == "2025"
    assert since["omsorg", "A.5.18"] == "2026"


def test_the_csv_has_the_rows_of_the_table_and_no_formula(walk: Walk) -> None:
    mark, text = walk.said["gaps csv"].out[0], walk.said["gaps csv"].out[1:]
    assert mark == "\ufeff"  # so that Excel knows it is UTF-8
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 1 + len(walk.as_json("gaps json")["gaps"])
    assert "'=Omsorg & Pleje" in {row[4] for row in rows}
    cells = {cell for row in rows for cell in row}
    assert [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))] == []
    assert "" in cells
    assert "'" not in cells


def test_the_table_shows_whole_per_cent_and_the_factors(walk: Walk) -> None:
    out = walk.said["gaps table"].out
    figures, gaps = out.split("\n\n")
    assert len(figures.splitlines()) == 1 + 4
    assert "0 %" in figures.splitlines()[-1]
    assert "½×3×3×3" in next(line for line in gaps.splitlines() if "A.5.18" in line)


def test_history_tells_who_said_what_when_and_in_which_file(walk: Walk) -> None:
    lines = walk.said["history"].out.splitlines()
    events = [line for line in lines if not line.startswith(" ")]
    assert [line.split(" · ")[2] for line in events] == ["2025"] * 4 + ["2026"] * 4
    file = walk.folder / "campaigns" / "2026" / "returned" / "p01-system-omsorg.yaml"
    digest = sha256(file.read_bytes()).hexdigest()
    assert any(
        line.endswith(f"p01-system-omsorg.yaml, SHA-256 {digest}") for line in lines
    )
    assert any("Anna Holm" in line for line in events)


def test_the_history_of_one_control_tells_of_that_alone(walk: Walk) -> None:
    out = walk.said["history of one"].out
    assert "A.5.18: delvist opfyldt" in out
    assert "Mangler for én afdeling" in out
    assert "A.5.9:" not in out
    events = [line for line in out.splitlines() if not line.startswith(" ")]
    assert len(events) == 4


def test_verify_holds_and_still_holds_the_head_of_last_year(walk: Walk) -> None:
    assert head(walk.said["verify 2025"]) != head(walk.said["verify 2026"])
    assert walk.said["head of 2025"].out.startswith("proeve-kommune: ")
    assert "kontrolsum" in walk.said["head of 2025"].out


def test_verify_says_that_a_head_is_not_in_the_chain(walk: Walk) -> None:
    said = walk.said["head of nothing!"]
    assert "proeve-kommune" in said.out
    assert said.err == ""


def test_the_catalogue_as_json_has_the_shape_that_was_promised(walk: Walk) -> None:
    catalogues = walk.as_json("catalogue")["catalogues"]
    assert [c["id"] for c in catalogues] == ["iso27001-2022", "gdpr", "nis2"]
    for catalogue in catalogues:
        assert catalogue.keys() >= {"id", "version", "title", "controls"}
        assert catalogue["title"].keys() == {"da", "en"}
    controls = [c for catalogue in catalogues for c in catalogue["controls"]]
    assert len([c for c in controls if c["id"].startswith("A.")]) == 93
    for control in controls:
        assert control.keys() >= {"id", "title", "weight", "references", "questions"}
        for question in control["questions"].values():
            assert question["text"].keys() == {"da", "en"}


def test_the_report_is_a_word_document_whose_path_is_printed(walk: Walk) -> None:
    document, workbook = walk.said["report"].out.splitlines()
    assert (document, workbook) == ("reports/2026.docx", "reports/2026.xlsx")
    path = walk.folder / document
    with zipfile.ZipFile(path) as package:
        text = package.read("word/document.xml").decode("utf-8")
    assert "Prøve Kommune" in text
    assert "=Omsorg &amp; Pleje" in text
    assert head(walk.said["verify 2026"]) in text


def test_the_same_report_again_is_the_same_byte_for_byte(walk: Walk) -> None:
    first = (walk.folder / "reports" / "2026.docx").read_bytes()
    assert (walk.folder / "igen.docx").read_bytes() == first


def test_the_report_in_english_is_in_english(walk: Walk) -> None:
    with zipfile.ZipFile(walk.folder / "en.docx") as package:
        text = package.read("word/document.xml").decode("utf-8")
    assert 'w:val="da-DK"' not in text
    assert "self-assessment" in text


def test_no_step_shows_a_traceback_or_a_warning(walk: Walk) -> None:
    told = "\n".join(said.err for said in walk.said.values())
    assert "Traceback" not in told
    assert "Warning" not in told
