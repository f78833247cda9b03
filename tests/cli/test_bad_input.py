"""Bad input: one clear sentence, the right exit code, nothing recorded in part, no traceback."""

import os
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from secaudit.register import Register
from secaudit.steps.init import init
from secaudit.steps.state import register_of
from secaudit.workspace import load_workspace
from tests.cli.command import (
    LONGEST,
    Said,
    as_anybody,
    environment,
    process,
    run,
    sentence,
    usage_error,
    words,
)
from tests.municipality import EXAMPLES, Municipality

unix = pytest.mark.skipif(sys.platform == "win32", reason="asks for a Unix system")
REFUSED = (
    "unknown-control",
    "unknown-status",
    "other-campaign",
    "campaign-line-edited",
    "other-organisation",
    "unknown-form",
    "edited-subject",
    "edited-subject-kind",
    "edited-subject-name",
    "two-documents-for-one-form",
    "superseded-form",
    "answer-not-asked",
    "answered-in-the-future",
    "open-quote",
    "tab-for-indentation",
)
ON = ("--date", "2026-10-01")


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """The workspace of the examples, with its register, to write in."""
    folder = tmp_path / "examples"
    shutil.copytree(EXAMPLES, folder)
    return folder


def untouched(register: Register, before: int) -> bool:
    """Whether the register holds as many events as before, in an unbroken chain."""
    breaches, _heads = register.breaches()
    return breaches == () and len(register.events()) == before


def all_or_nothing(
    municipality: Municipality,
    *arguments: str | Path,
    by: Callable[..., Said] = run,
    **more: Any,
) -> Said:
    """Run a command that must refuse, and must leave the register as it was."""
    before = len(municipality.register.events())
    said = by(*arguments, "--workspace", municipality.folder, **more)
    assert "Traceback" not in said.err, said.err
    assert untouched(municipality.register, before)
    return said


# Returned files


def test_wrong_files_are_refused_with_their_lines_and_nothing_is_recorded(
    examples: Path,
) -> None:
    register = register_of(load_workspace(examples))
    before = len(register.events())
    files = [f"refused/{name}.yaml" for name in REFUSED]
    said = run("record", *files, "--campaign", "2026", *ON, cwd=examples)
    told = [
        f"refused/{line}"
        for name in REFUSED
        for line in (EXAMPLES / "refused" / f"{name}.txt")
        .read_text("utf-8")
        .splitlines()
    ]
    *lines, summary = said.lines
    assert sorted(lines) == sorted(told)
    assert len({line.split(":")[0] for line in lines}) == len(REFUSED)
    assert summary.startswith("0 dokumenter registreret, 0 registreret før, ")
    assert said.code == 1
    assert "registreret som" not in said.out
    assert untouched(register, before)


def test_validate_prints_the_same_lines_on_stdout_and_only_the_count_beside_it(
    examples: Path,
) -> None:
    said = run(
        "validate",
        "refused/unknown-status.yaml",
        "--campaign",
        "2026",
        *ON,
        cwd=examples,
    )
    told = (EXAMPLES / "refused" / "unknown-status.txt").read_text(encoding="utf-8")
    assert said.out == "".join(f"refused/{line}\n" for line in told.splitlines())
    assert said.lines == ["1 dokument, 1 fejl"]
    assert said.code == 1


def test_two_files_for_the_same_form_in_one_run_are_both_refused(
    municipality: Municipality,
) -> None:
    first = municipality.answer("p01", "system-arkiv")
    lacking = {"T.1": {"status": "ikke opfyldt", "comment": "Nej"}}
    second = municipality.answer("p01", "system-arkiv", lacking)
    said = all_or_nothing(municipality, "record", first, second, *ON)
    errors = [line for line in said.lines if ": fejl: " in line]
    assert [line.split(":")[0] for line in errors] == [
        first.as_posix(),
        second.as_posix(),
    ]
    assert all("to dokumenter" in line for line in errors)
    assert said.code == 1


def test_the_other_documents_of_a_run_are_recorded_whole(
    municipality: Municipality,
) -> None:
    good = municipality.answer("p01", "system-arkiv")
    bad = municipality.answer("p02", "owner-p02", {"T.1": {"status": "måske"}})
    before = len(municipality.register.events())
    said = run("record", good, bad, "--workspace", municipality.folder, *ON)
    assert said.code == 1
    assert "system:arkiv" in said.out
    assert untouched(municipality.register, before + 1)


def test_a_missing_path_is_wrong_usage(municipality: Municipality) -> None:
    said = all_or_nothing(municipality, "record", "findes-ikke.yaml")
    assert "findes-ikke.yaml" in sentence(said)
    assert said.code == 2


@unix
def test_what_is_neither_file_nor_folder_is_read_as_a_file() -> None:
    said = run("validate", "/dev/null")
    assert said.out == "/dev/null:1:1: fejl: filen er tom\n"
    assert said.code == 1


# Where, which and when


def test_a_folder_that_is_no_workspace_is_named(tmp_path: Path) -> None:
    said = run("status", "--workspace", tmp_path)
    assert sentence(said).startswith(f"{tmp_path} er ikke en arbejdsmappe")
    assert said.code == 2


def test_where_no_folder_upward_is_a_workspace_the_way_out_is_told() -> None:
    told = usage_error(run("status"))
    assert "secaudit.yaml" in told
    assert "--workspace" in told


def test_an_unknown_campaign_is_wrong_usage_and_the_near_one_is_named(
    municipality: Municipality,
) -> None:
    said = all_or_nothing(municipality, "status", "--campaign", "2062")
    assert sentence(said) == "årsrunden '2062' findes ikke; mente du '2026'?"
    assert said.code == 2


def test_a_campaign_that_is_open_is_not_opened_again(
    municipality: Municipality,
) -> None:
    said = all_or_nothing(
        municipality,
        "campaign",
        "open",
        "2026",
        "--due",
        "2026-12-01",
        "--date",
        "2026-10-01",
    )
    assert "2026" in sentence(said)
    assert said.code == 1


@pytest.mark.parametrize(
    ("id", "due"),
    [("2027", "2026-09-30"), ("con", "2026-12-01"), ("../2027", "2026-12-01")],
)
def test_a_campaign_that_cannot_be_is_wrong_usage(
    id: str, due: str, municipality: Municipality
) -> None:
    said = all_or_nothing(municipality, "campaign", "open", id, "--due", due, *ON)
    assert sentence(said)
    assert said.code == 2


def test_without_a_campaign_every_command_says_how_to_open_one(tmp_path: Path) -> None:
    init(tmp_path / "ny", "Ny Kommune", "da")
    for command in ("issue", "status", "report"):
        said = run(command, "--workspace", tmp_path / "ny")
        assert "campaign open" in sentence(said)
        assert said.code == 1


def test_the_history_of_an_unknown_subject_names_the_near_one(
    municipality: Municipality,
) -> None:
    said = all_or_nothing(municipality, "history", "omsorgg")
    assert "mente du 'omsorg'?" in sentence(said)
    assert said.code == 2


@pytest.mark.parametrize("day", ["2026-13-01", "1. oktober"])
def test_a_wrong_date_is_wrong_usage(day: str) -> None:
    assert f"'{day}' er ikke en dato" in usage_error(run("status", "--date", day))


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (("campaign", "open", "2027"), "--due"),
        (("campaign", "open", "--due", "2027-10-01"), "ID"),
        (("record",), "STI"),
        (("validate",), "STI"),
        (("history",), "GENSTAND"),
        (("init",), "MAPPE"),
        (("demo",), "MAPPE"),
        (("template", "check"), "FIL"),
    ],
)
def test_what_is_missing_is_named(arguments: tuple[str, ...], missing: str) -> None:
    assert missing in usage_error(run(*arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ("gaaps",),
        ("gaps", "--forms"),
        ("gaps", "--format", "xml"),
        ("report", "--language", "de"),
        ("verify", "extra"),
        ("campaign", "shut"),
    ],
)
def test_a_command_or_option_that_is_not_there_is_wrong_usage(
    arguments: tuple[str, ...],
) -> None:
    assert arguments[-1].lstrip("-") in usage_error(run(*arguments))


# The files of the workspace


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        (
            "secaudit.yaml",
            'organisation: {id: proeve, name: "Prøve"}\nlanguag: da\n',
            "2:1",
        ),
        ("secaudit.yaml", 'organisation: {id: proeve, name: "Prøve"\n', "2:1"),
        ("inventory/systems.yaml", "systems:\n  - {id: Arkiv, name: A}\n", "2:10"),
        (
            "inventory/systems.yaml",
            "systems:\n  - {id: a, name: A, owner: p99}\n",
            "2:29",
        ),
        ("inventory/people.yaml", "people:\n  - {id: p01, id: p02, name: A}\n", "2:15"),
        ("inventory/people.yaml", "people: []\ndepartments: nej\n", "2:14"),
        ("profile.yaml", "cycle: {other: aldrig}\n", "1:16"),
        ("profile.yaml", "applicability:\n\t- A.5\n", "2:1"),
    ],
)
def test_a_broken_file_of_the_workspace_is_told_with_its_place(
    file: str, text: str, place: str, municipality: Municipality
) -> None:
    path = municipality.write(file, text)
    said = run("inventory", "check", "--workspace", municipality.folder)
    assert said.code == 1
    assert said.lines[0].startswith(f"{path.as_posix()}:{place}: fejl: "), said.err
    assert all(line.startswith(municipality.folder.as_posix()) for line in said.lines)
    assert said.out == ""


@pytest.mark.parametrize("file", ["inventory/systems.yaml", "inventory/people.yaml"])
def test_a_missing_file_of_the_workspace_is_named(
    file: str, municipality: Municipality
) -> None:
    (municipality.folder / file).unlink()
    said = all_or_nothing(municipality, "issue")
    assert Path(file).name in sentence(said)
    assert said.code == 1


# The register


def test_a_register_newer_than_the_program_is_left_alone(
    municipality: Municipality,
) -> None:
    returned = municipality.answer("p01", "system-arkiv")
    path = municipality.workspace.register_path
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
    before = path.read_bytes()
    for command in (("verify",), ("issue",), ("record", returned)):
        said = run(*command, "--workspace", municipality.folder)
        assert "nyere secaudit" in sentence(said)
        assert said.code == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "data", [b"", b"register\n" * 500, b"SQLite format 3\0" + b"x" * 4096]
)
def test_a_file_that_is_no_register_is_left_alone(
    data: bytes, municipality: Municipality
) -> None:
    returned = municipality.answer("p01", "system-arkiv")
    path = municipality.workspace.register_path
    path.write_bytes(data)
    for command in (("verify",), ("record", returned)):
        said = run(*command, "--workspace", municipality.folder)
        assert sentence(said).startswith(f"{path} er ikke et register")
        assert said.code == 1
    assert path.read_bytes() == data


def test_a_register_that_is_gone_is_not_made_anew_by_record(
    municipality: Municipality,
) -> None:
    returned = municipality.answer("p01", "system-arkiv")
    path = municipality.workspace.register_path
    path.unlink()
    said = run("record", returned, "--workspace", municipality.folder)
    assert str(path) in sentence(said)
    assert said.code == 1
    assert not path.exists()


# Disks and folders


@contextmanager
def full_at(size: int) -> Iterator[None]:
    """No file grows beyond `size` bytes, as on a full disk; nor in a process started here."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.slow
@unix
@pytest.mark.parametrize("room", [0, 1])
def test_on_a_full_disk_record_refuses_and_the_register_stays_as_it_was(
    room: int, municipality: Municipality
) -> None:
    returned = [
        municipality.answer("p01", "system-arkiv"),
        municipality.answer("p01", "system-omsorg"),
        municipality.answer("p02", "owner-p02"),
    ]
    size = municipality.workspace.register_path.stat().st_size + room * 4096
    before = municipality.workspace.register_path.read_bytes()
    with full_at(size):
        said = all_or_nothing(municipality, "record", *returned, *ON, by=process)
    assert sentence(said).endswith("disken er fuld eller væk; intet er registreret")
    assert said.code == 1
    assert said.out == ""
    assert municipality.workspace.register_path.read_bytes() == before


@pytest.mark.slow
@unix
def test_on_a_full_disk_issue_leaves_neither_events_nor_forms(tmp_path: Path) -> None:
    municipality = Municipality(tmp_path / "kommune")
    municipality.open()
    size = municipality.workspace.register_path.stat().st_size
    with full_at(size):
        said = all_or_nothing(municipality, "issue", *ON, by=process)
    assert "disken er fuld" in sentence(said)
    assert list((municipality.folder / "campaigns").glob("*/issued/**/*.yaml")) == []


@unix
def test_a_disk_that_fills_up_while_a_form_is_written_leaves_no_half_form(
    tmp_path: Path,
) -> None:
    municipality = Municipality(tmp_path / "kommune")
    controls = municipality.folder / "test-catalogue" / "T.yaml"
    text = controls.read_text(encoding="utf-8")
    first = text[: text.index("- id: T.2")].replace(
        "Opfyldt: Alt.", "Opfyldt: Alt. " * 250
    )
    more = "".join(first.replace("T.1", f"T.1{number}") for number in range(20))
    controls.write_text(text + more, encoding="utf-8")
    municipality.open()
    with full_at(50_000):
        said = all_or_nothing(municipality, "issue", *ON)
    assert sentence(said).endswith("intet er udsendt")
    assert ".yaml kan ikke skrives: " in said.err
    assert list((municipality.folder / "campaigns").glob("*/issued/**/*.yaml")) == []


@unix
def test_on_a_full_disk_the_old_report_stays(municipality: Municipality) -> None:
    old = municipality.write("reports/2026.docx", "den gamle")
    with full_at(1000):
        said = all_or_nothing(municipality, "report", *ON)
    assert str(old) in sentence(said)
    assert said.code == 1
    assert old.read_text(encoding="utf-8") == "den gamle"
    assert list(old.parent.iterdir()) == [old]


@unix
@pytest.mark.parametrize("size", [100, 2000])
def test_on_a_full_disk_init_and_demo_say_so(size: int, tmp_path: Path) -> None:
    for command in ("init", "demo"):
        with full_at(size):
            said = run(command, tmp_path / command)
        assert str(tmp_path / command) in sentence(said)
        assert "kan ikke skrives" in said.err
        assert said.code == 1


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks for /dev/full")
@pytest.mark.parametrize(
    "arguments", [("gaps",), ("status", "--format", "json"), ("verify",)]
)
def test_a_full_disk_under_stdout_is_told(
    arguments: tuple[str, ...], municipality: Municipality
) -> None:
    with Path("/dev/full").open("w") as full:
        said = all_or_nothing(municipality, *arguments, by=process, stdout=full)
    assert sentence(said) == "uddata kan ikke skrives: disken er fuld"
    assert said.code == 1


def test_a_file_in_place_of_a_folder_is_told(municipality: Municipality) -> None:
    file = municipality.write("en-fil", "")
    for command in (("init", file), ("demo", file / "ny")):
        said = run(*command)
        assert str(file) in sentence(said)
        assert said.code == 1
    said = all_or_nothing(municipality, "report", "-o", file / "rapport.docx", *ON)
    assert sentence(said).startswith(f"{file / 'rapport.docx'} kan ikke skrives")
    assert said.code == 1


def test_a_folder_in_place_of_the_report_is_told(municipality: Municipality) -> None:
    said = all_or_nothing(municipality, "report", "-o", municipality.folder, *ON)
    assert sentence(said).endswith("filens navn skal ende på .docx")
    assert said.code == 2
    folder = municipality.folder / "mappe.docx"
    folder.mkdir()
    said = all_or_nothing(municipality, "report", "-o", folder, *ON)
    assert sentence(said).endswith("er ikke et Word-dokument og bliver ikke rørt")
    assert said.code == 1


def test_a_report_never_takes_the_place_of_the_register(
    municipality: Municipality,
) -> None:
    register = municipality.workspace.register_path
    said = all_or_nothing(municipality, "report", "-o", register, *ON)
    assert sentence(said).endswith("filens navn skal ende på .docx")
    assert said.code == 2


def test_forms_that_cannot_be_written_are_not_issued(tmp_path: Path) -> None:
    municipality = Municipality(tmp_path / "kommune")
    municipality.open()
    municipality.write("campaigns/2026/issued/p02", "en fil i mappens sted")
    said = all_or_nothing(municipality, "issue", *ON)
    assert sentence(said).endswith("intet er udsendt")
    assert said.code == 1
    issued = municipality.folder / "campaigns" / "2026" / "issued"
    assert list(issued.rglob("*.yaml")) == []


@pytest.mark.slow
@unix
def test_in_a_read_only_folder_nothing_is_written_and_that_is_told(
    municipality: Municipality,
) -> None:
    returned = municipality.answer("p01", "system-arkiv")
    folder = municipality.folder
    folder.chmod(0o555)
    municipality.workspace.register_path.chmod(0o444)
    try:
        if os.access(folder, os.W_OK) and not as_anybody():
            pytest.skip("root may write in a read-only folder, and setpriv is missing")
        anybody = as_anybody()
        record = ("record", returned, *ON)
        said = all_or_nothing(municipality, *record, by=process, before=anybody)
        assert sentence(said).endswith("er skrivebeskyttet")
        assert said.code == 1
        made = process("init", folder / "ny", before=anybody)
        report = ("report", "-o", folder / "rapport.docx", *ON)
        reported = process(*report, cwd=folder, before=anybody)
        assert all(str(folder) in sentence(said) for said in (made, reported))
        assert (made.code, reported.code) == (1, 1)
        assert process("verify", cwd=folder, before=anybody).code == 0
    finally:
        folder.chmod(0o755)


def test_a_folder_in_use_is_not_made_into_a_workspace(
    municipality: Municipality,
) -> None:
    before = (municipality.folder / "secaudit.yaml").read_bytes()
    for command in ("init", "demo"):
        said = run(command, municipality.folder)
        assert sentence(said).endswith("intet er ændret")
        assert said.code == 1
    assert (municipality.folder / "secaudit.yaml").read_bytes() == before


# Templates


@pytest.mark.parametrize("name", ["register.db", "findes-ikke.docx", "inventory"])
def test_a_template_that_is_no_word_file_is_refused(
    name: str, municipality: Municipality
) -> None:
    file = municipality.folder / name
    checked = run("template", "check", file)
    reported = all_or_nothing(municipality, "report", "--template", file, *ON)
    assert str(file) in sentence(checked)
    assert sentence(checked) == sentence(reported)
    assert (checked.code, reported.code) == (1, 1)
    assert not (municipality.folder / "reports").exists()


# Standard output and Ctrl-C


@pytest.mark.slow
@unix
def test_stdout_closed_early_says_nothing_and_leaves_no_traceback(
    municipality: Municipality,
) -> None:
    for number in range(300):
        municipality.write(f"svar/{number}.yaml", "nej: 1\nnej: 2\nja: 3\n")
    command = words(
        "validate", municipality.folder / "svar", "--workspace", municipality.folder
    )
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        told = process.stderr.read()
        code = process.wait(LONGEST)
    assert b"Traceback" not in told
    assert b"Exception" not in told
    assert code == 1


@pytest.mark.slow
@unix
def test_stdout_closed_after_the_first_line_gives_that_line(
    municipality: Municipality,
) -> None:
    for number in range(300):
        municipality.write(f"svar/{number:03}.yaml", "nej: 1\nnej: 2\nja: 3\n")
    command = words("validate", "svar")
    with subprocess.Popen(
        command,
        env=environment(),
        cwd=municipality.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        first = process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        code = process.wait(LONGEST)
    assert first.startswith(b"svar/000.yaml:")
    assert b"Traceback" not in told
    assert b"Exception" not in told
    assert code == 1


@pytest.mark.slow
@unix
def test_record_does_its_work_with_stdout_and_stderr_closed_from_the_start(
    municipality: Municipality,
) -> None:
    returned = municipality.answer("p01", "system-arkiv")
    before = len(municipality.register.events())
    arguments = words("record", returned, "--workspace", municipality.folder, *ON)
    summaries = ("", "0 dokumenter registreret, 1 registreret før, 0 afvist\n")
    for closed, summary in zip(("2>&- >&-", ">&-"), summaries, strict=True):
        done = subprocess.run(
            ["sh", "-c", f'exec "$@" {closed}', "sh", *arguments],
            env=environment(),
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
        assert done.stderr.decode() == summary
        assert done.returncode == 0
        assert untouched(municipality.register, before + 1)


@pytest.mark.slow
@unix
def test_ctrl_c_in_the_middle_of_record_leaves_the_register_as_it_was(
    municipality: Municipality,
) -> None:
    text = municipality.answer("p01", "system-arkiv").read_text(encoding="utf-8")
    municipality.write("svar/0.yaml", text)
    issue = next(line for line in text.splitlines() if line.startswith("issue:"))
    for number in range(1, 400):
        municipality.write(
            f"svar/{number}.yaml", text.replace(issue, f'issue: "{number:032x}"')
        )
    before = len(municipality.register.events())
    register = municipality.workspace.register_path
    folder = ("--workspace", municipality.folder)
    said = interrupted(
        *("record", municipality.folder / "svar", *folder, *ON),
        when=lambda: is_being_written(register),
    )
    assert sentence(said).startswith("afbrudt")
    assert (said.code, said.out) == (130, "")
    assert untouched(municipality.register, before)


@pytest.mark.slow
@unix
def test_ctrl_c_in_the_middle_of_validate_is_told_in_one_sentence(
    municipality: Municipality,
) -> None:
    returned = municipality.answer("p01", "system-arkiv")
    silent = municipality.folder / "svar.yaml"
    os.mkfifo(silent)
    end = os.open(silent, os.O_RDWR)
    try:
        os.write(end, b"# more will come, and never does\n")
        said = interrupted(
            *("validate", returned, silent), when=lambda: has_been_read(end)
        )
    finally:
        os.close(end)
    assert sentence(said).startswith("afbrudt")
    assert (said.code, said.out) == (130, "")


def interrupted(*arguments: str | Path, when: Callable[[], bool]) -> Said:
    """Start the command, and press Ctrl-C once `when` holds."""
    started = subprocess.Popen(
        words(*arguments),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # ignored in what runs in the background, and handed down from there
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not when():
        assert started.poll() is None
        time.sleep(0.02)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=LONGEST)
    return Said(started.returncode, out, err)


def has_been_read(pipe: int) -> bool:
    """Whether another process has read what was written into the pipe, and waits for more."""
    return select.select([pipe], [], [], 0)[0] == []


def is_being_written(register: Path) -> bool:
    """Whether another process holds the register for writing."""
    with closing(
        sqlite3.connect(register, timeout=0, isolation_level=None)
    ) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
        return False
