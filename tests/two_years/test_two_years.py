"""Two whole years of a municipality of forty systems, walked through the commands.

What the commands show is then computed a second time from the rows of the register, by
`tests/two_years/recompute.py`, which knows the documents and not the package.
"""

import shutil
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from secaudit.catalogue import KINDS
from secaudit.gaps import Picture, by_subject, figures
from secaudit.steps.state import campaigns_of, picture_of
from secaudit.workspace import load_workspace
from tests.two_years import ranked, recompute, rounds, standing
from tests.two_years.compared import as_json, exact, keyed, without
from tests.two_years.first_year import LAST_DAY
from tests.two_years.people import OPERATIONS, OWNERS, name_of
from tests.two_years.retold import lists, report
from tests.two_years.standing import Standing
from tests.two_years.walk import Walk
from tests.two_years.written import DAY, NOTES, Written, documents, write

LOOKS = (
    "in the middle of 2025",
    "after the review of 2025",
    "as 2025 was closed",
    "in the spring after 2025",
    "before anybody answered in 2026",
    "after the review of 2026",
    "as 2026 was closed",
    "2025 at the very end",
    "2026 at the very end",
)
CLOSED = {
    "2025": ("as 2025 was closed", "2025 at the very end"),
    "2026": ("as 2026 was closed", "2026 at the very end"),
}
LATER = ("late", "after_close", "recorded_on", "waiting_for")
"""What a late answer to a closed campaign shows in."""
HEADINGS = ("Heading 1", "toc 1")
"""Styles of what names the sections of a report."""
look = pytest.mark.parametrize("look", LOOKS)


def picture(walk: Walk, campaign: str, on: date) -> Picture:
    """The package's own picture, whose ratios are exact."""
    return picture_of(campaigns_of(load_workspace(walk.folder)), campaign, on)


# Computed a second time


def test_every_look_is_computed_again(walk: Walk) -> None:
    assert tuple(walk.kept) == LOOKS


@pytest.mark.parametrize("module", (recompute, standing, rounds, ranked))
def test_the_second_computation_uses_nothing_of_the_package(module: ModuleType) -> None:
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    assert "secaudit" not in source


@look
def test_the_figures_are_the_same_when_computed_again(
    look: str, walk: Walk, standings: dict[str, Standing]
) -> None:
    told = walk.kept[look].gaps["figures"]
    again = recompute.all_figures(standings[look])
    assert told.keys() == again.keys()
    for kind, found in again.items():
        assert told[kind]["overall"] == as_json(found["overall"])
        themes = {theme: as_json(one) for theme, one in found["themes"].items()}
        assert told[kind]["themes"] == themes


@look
def test_the_gaps_are_the_same_when_computed_again(
    look: str, walk: Walk, standings: dict[str, Standing]
) -> None:
    told = keyed(walk.kept[look].gaps["gaps"])
    again = recompute.gaps(standings[look])
    assert told.keys() == again.keys()
    for key, gap in again.items():
        assert {name: told[key][name] for name in gap} == gap, key


@look
def test_the_gaps_that_are_closed_are_the_same_when_computed_again(
    look: str, walk: Walk, standings: dict[str, Standing]
) -> None:
    told = {(one["subject"], one["control"]) for one in walk.kept[look].gaps["closed"]}
    assert told == recompute.closed(standings[look])


@look
def test_the_status_is_the_same_when_computed_again(
    look: str, walk: Walk, standings: dict[str, Standing]
) -> None:
    told = walk.kept[look].status
    again = recompute.status(standings[look])
    by_key = {f"{one['kind']}:{one['id']}": one for one in told["subjects"]}
    assert by_key.keys() == again["subjects"].keys()
    for name, group in again.items():
        rows = (
            by_key
            if name == "subjects"
            else {r.get("id", r.get("criticality")): r for r in told[name]}
        )
        assert rows.keys() == group.keys(), name
        for id, row in group.items():
            assert {column: rows[id][column] for column in row} == row, id
    complete = [one for one in again["subjects"].values() if not one["missing"]]
    assert (told["issued"], told["answered"]) == (len(by_key), len(complete))


@pytest.mark.parametrize("year", ("2025", "2026"))
def test_the_shares_are_the_same_fractions_for_each_subject_and_kind(
    year: str, walk: Walk, standings: dict[str, Standing]
) -> None:
    look = f"{year} at the very end"
    found = picture(walk, year, walk.kept[look].on)
    for subject, items in by_subject(found.items).items():
        of_subject = recompute.figures_of(subject.key, standings[look])
        assert exact(figures(items)) == of_subject, subject
    again = recompute.all_figures(standings[look])
    for kind in KINDS:
        assert exact(figures(found.of(kind))) == again[kind]["overall"]


# A closed campaign


@pytest.mark.parametrize("year", ("2025", "2026"))
def test_the_figures_and_gaps_of_a_closed_campaign_never_change_again(
    year: str, walk: Walk
) -> None:
    then, now = (walk.kept[look] for look in CLOSED[year])
    assert now.events > then.events
    assert without(now.gaps, "actions") == without(then.gaps, "actions")


@pytest.mark.parametrize("year", ("2025", "2026"))
def test_only_what_came_later_changes_the_status_of_a_closed_campaign(
    year: str, walk: Walk
) -> None:
    then, now = (walk.kept[look].status for look in CLOSED[year])
    assert now != then
    assert without(now, *LATER) == without(then, *LATER)


def test_what_came_after_the_end_is_counted_apart(walk: Walk) -> None:
    then, now = (walk.kept[look].status for look in CLOSED["2026"])
    rows = {f"{row['kind']}:{row['id']}": row for row in now["subjects"]}
    assert sum(row["after_close"] for row in then["subjects"]) == 0
    assert rows["owner:p09"]["after_close"] == rows["owner:p09"]["questions"]
    assert rows["owner:p09"]["answered"] == 0


# What the commands said of each step


def test_it_is_a_municipality_of_forty_systems(walk: Walk) -> None:
    assert walk.said["inventory"].lines == ["40 systemer, 22 personer"]
    asked = walk.kept["in the middle of 2025"].status["subjects"]
    assert (
        sum(row["kind"] == "system" for row in asked) == 39
    )  # one retired, one sold, one new


def test_opening_tells_what_a_year_has_changed(walk: Walk) -> None:
    first, second = (walk.said[f"open {year}"].out for year in ("2025", "2026"))
    assert len(first.splitlines()) == 1
    assert "2 systemer er udgået: s03, s22" in second
    assert "2 nye systemer: s42, s43" in second
    assert "s28 → faktura" in second
    assert "faktura: p03 → p15" in second
    assert "s04: criticality" in second
    assert "gælder nu: A.8.28" in second
    assert "ændret i profile.yaml: applicability, classes" in second
    assert "Nanna Nyhus (p15)" in second
    assert "Carla Lund (p03)" in second
    assert walk.said["open 2026"].lines == ["3 handlinger er ikke udført og fortsætter"]


def test_a_year_that_is_skipped_is_refused(walk: Walk) -> None:
    assert walk.said["open with a gap"].lines == [
        "secaudit: 2026 mangler mellem 2025 og 2027; --skip åbner 2027 alligevel"
    ]


def test_a_dry_run_tells_what_is_then_issued(walk: Walk) -> None:
    for year, name in (("2025", "dry run"), ("2026", "dry run of 2026")):
        told, done = walk.said[name].lines[-1], walk.said[f"issue {year}"].lines[0]
        questions = told.partition(", ")[2].partition(" ")[0]
        assert f", {questions} spørgsmål" in done
    assert any("Else Lund" in line for line in walk.said["dry run"].lines[:-1])
    assert walk.said["nothing to issue"].out == ""


def test_fewer_questions_are_asked_in_the_year_that_answers_are_carried_to(
    walk: Walk, standings: dict[str, Standing]
) -> None:
    opened = standings["before anybody answered in 2026"]
    carried = [one for one in opened.own.values() if one.word]
    assert len(carried) > 200
    assert {one.word["campaign"] for one in carried} == {"2025"}
    assert "system:faktura" in {one.subject for one in carried}
    told = {opened.told[one.subject]["facts"].get("criticality") for one in carried}
    assert told == {"other"}
    assert not any(one.question.get("core") for one in carried)


def test_what_is_wrong_is_told_where_it_stands_and_the_others_are_recorded(
    walk: Walk,
) -> None:
    wrong = "fejl: 'delvis' er ikke en gyldig status; mente du 'delvist opfyldt'?"
    assert wrong in walk.said["validate what is wrong"].out
    said = walk.said["record with one refused"]
    assert sum(": fejl: " in line for line in said.lines) == 1
    assert said.out.count("registreret som post") == 68
    assert said.out.count("afviste dokumenter: 1") == 1
    again = walk.said["record again"].out
    assert again.count("allerede registreret") == 68
    assert again.count("registreret som post") == 1


def test_half_a_form_is_recorded_only_if_that_is_meant(walk: Walk) -> None:
    missing = [
        line for line in walk.said["record what is half"].lines if ": fejl: " in line
    ]
    assert all(" er ikke besvaret: udfyld " in line for line in missing)
    assert len(missing) > 5
    assert "registreret som post" in walk.said["record in part"].out


def test_several_documents_in_one_file_are_recorded_each(walk: Walk) -> None:
    said = walk.said["record several documents in a file"].out
    assert said.count("registreret som post") == 5


def test_what_an_owner_corrected_is_written_once_it_is_accepted(walk: Walk) -> None:
    proposed = walk.said["proposals"].out.splitlines()[1:]
    assert [line.split()[1] for line in proposed if "s01" in line] == [
        "citizen_facing",
        "criticality",
        "personal_data",
    ]
    said = walk.said["accept"]
    assert "s01/criticality er nu society-critical" in said.out
    assert "s01/citizen_facing er afvist" in said.out
    assert "'secaudit issue --again system:s01'" in said.lines[-1]
    assert "/p02/system-s01.yaml" in walk.said["again"].out


def test_a_form_that_counts_no_more_says_why(walk: Walk) -> None:
    gone, moved, closed = (
        walk.said[f"record {name}"].lines
        for name in ("what is withdrawn", "a form that moved", "after the end")
    )
    assert "Affald blev taget ud af årsrunden 2025-09-10: Solgt fra" in gone[0]
    assert list(walk.folder.glob("campaigns/2025/issued/*/system-s19.yaml")) == []
    assert "det er nu Bo Åkjær, der svarer for Forældreportal" in moved[0]
    assert "blev lukket 2025-11-01; record --late tager svaret med" in closed[0]


def test_who_hands_everything_over_is_asked_nothing_any_more(walk: Walk) -> None:
    said = walk.said["transfer all"].lines
    assert said[0] == "Anna Østergård → Bo Åkjær: Forældreportal, Ledningskort"
    rows = walk.kept["in the middle of 2025"].status
    assert "owner:p11" not in {f"{r['kind']}:{r['id']}" for r in rows["subjects"]}
    assert {w["id"] for w in rows["withdrawn"]} == {"s19", "p11"}


def test_an_answer_in_extended_time_is_not_late(walk: Walk) -> None:
    rows = {r["id"]: r for r in walk.kept["in the middle of 2025"].status["people"]}
    assert (rows["p12"]["late"], rows["p13"]["late"]) == (rows["p12"]["answered"], 0)
    assert rows["p13"]["missing"] == 0


def test_a_service_that_others_use_cannot_be_taken_out(walk: Walk) -> None:
    assert len(walk.said["withdraw a service"].lines) == 1
    assert "en fælles tjeneste" in walk.said["withdraw a service"].err


def test_status_is_told_in_every_shape_by_every_group_and_without_names(
    walk: Walk,
) -> None:
    employees, headline = walk.said["status table"].lines[-2:]
    assert employees.startswith("1.257 medarbejdere har svaret: Sundhed og Omsorg 412")
    assert "49 af 54 er helt besvaret" in headline
    assert "2 er taget ud" in headline
    for group in ("person", "department", "criticality"):
        assert walk.said[f"status by {group}"].lines[-1] == headline
    assert len(walk.said["status csv"].out.splitlines()) == 1 + 54
    assert walk.said["status html"].out.startswith("<!doctype html>")
    for person in (*OWNERS, *OPERATIONS):
        assert name_of(person) in walk.said["status by person"].out or person == "p11"
        for shape in ("csv", "html"):
            assert name_of(person) not in walk.said[f"anonymous {shape}"].out


def test_the_same_seed_draws_the_same_answers(walk: Walk) -> None:
    assert walk.said["first draw"] == walk.said["second draw"]
    assert walk.said["first draw"].lines == ["6 svar"]


def test_a_worklist_goes_out_and_comes_back_with_verdicts(walk: Walk) -> None:
    said = walk.said["worklist in"]
    assert said.lines == ["20 vurderinger"]
    assert said.out.count("sendt retur") == 4
    assert walk.said["verdict 1"].out.endswith("'issue --returned' udsender skemaet\n")
    assert "ejeren svarede" in walk.said["verdict 2"].out
    assert "tæller som ikke relevant; ejeren" in walk.said["out of scope"].out


def test_what_was_sent_back_is_a_gap_until_it_is_answered_anew(walk: Walk) -> None:
    small = walk.said["issue returned"].out.splitlines()
    rows = walk.kept["after the review of 2025"].status["subjects"]
    assert len(small) == 6
    assert sum(row["returned"] for row in rows) == 3


def test_an_answer_that_is_carried_is_reviewed_as_any_other(walk: Walk) -> None:
    assert (
        "tæller som opfyldt; ejeren svarede" in walk.said["review what is carried"].out
    )
    assert "/p01/system-s05-returned-" in walk.said["issue returned in 2026"].out


def test_actions_go_on_into_the_next_year_until_they_are_done(walk: Walk) -> None:
    then, now = walk.said["actions"], walk.said["actions carried over"]
    assert then.lines == [
        "5 åbne handlinger, heraf 0 over fristen; 1 udført eller opgivet"
    ]
    assert now.lines == [
        "3 åbne handlinger, heraf 3 over fristen; 3 udført eller opgivet"
    ]
    told = {line.split()[0]: line for line in now.out.splitlines()}
    assert "flyttet én gang" in told["H4"]
    assert "opgivet" in told["H6"]
    assert "BEGIN:VCALENDAR" in (walk.folder / "handlinger.ics").read_text("utf-8")


def test_an_action_and_an_acceptance_follow_a_system_to_its_new_name(
    walk: Walk,
) -> None:
    gaps = walk.kept["before anybody answered in 2026"].gaps["gaps"]
    renamed = [gap for gap in gaps if gap["subject"]["id"] == "faktura"]
    assert [a["id"] for gap in renamed for a in gap["actions"]] == ["H2"]
    assert {gap["accepted_until"] for gap in renamed} == {None, LAST_DAY}
    assert {gap["since"] for gap in renamed} == {"2025", "2026"}


def test_what_was_said_follows_a_system_that_is_renamed_in_mid_year(walk: Walk) -> None:
    assert "/system-ledelsestal.yaml" in walk.said["issue under a new name"].out
    rows = {
        r["id"]: r for r in walk.kept["after the review of 2026"].status["subjects"]
    }
    assert "s33" not in rows
    assert rows["ledelsestal"]["answered"] == rows["ledelsestal"]["questions"] > 10


def test_an_acceptance_ends_on_its_day(walk: Walk) -> None:
    def until(look: str) -> set[str | None]:
        return {gap["accepted_until"] for gap in walk.kept[look].gaps["gaps"]}

    year = {None, "2026-01-31", "2026-06-30", LAST_DAY}
    assert until("as 2025 was closed") == year
    assert "2026-06-30" not in until("before anybody answered in 2026")
    assert {LAST_DAY, "2027-06-30"} <= until("as 2026 was closed")


def test_nobody_accepts_a_breach_of_the_law_nor_without_the_right_to(
    walk: Walk,
) -> None:
    assert "ikke af 'Kantinen'" in walk.said["accept without authority"].err
    law = walk.said["accept a breach of the law"].lines
    assert len(law) == 1
    assert "--acknowledge siger, at det er kendt og har en frist" in law[0]


def test_a_campaign_is_closed_once(walk: Walk) -> None:
    gaps = walk.kept["as 2025 was closed"].gaps["gaps"]
    open_ones = [gap for gap in gaps if gap["legal"] or not gap["accepted_until"]]
    told = f"2025 er lukket pr. 2025-11-01: {len(open_ones)} åbne gab, "
    assert walk.said["close 2025"].out.startswith(told)
    assert "blev lukket 2025-11-01 og ændres ikke mere" in walk.said["close twice"].err


def test_reviews_that_fall_due_are_asked_for_once_the_campaign_is_closed(
    walk: Walk,
) -> None:
    assert "overskredet" in walk.said["due"].out
    small = walk.said["issue due"].out.splitlines()
    assert all("-due-" in path for path in small)
    rows = walk.kept["in the spring after 2025"].status["subjects"]
    assert sum(row["after_close"] for row in rows) > len(small) // 2


def test_the_reports_are_written_and_the_chain_holds_from_the_first_to_the_last(
    walk: Walk,
) -> None:
    for year in ("2025", "2026"):
        assert (walk.folder / "reports" / f"{year}.docx").stat().st_size > 20_000
    assert f"{walk.events()} poster, ubrudt kæde" in walk.said["verify 2026"].out
    assert "s01" not in walk.said["history"].err
    assert "A.5.14: " in walk.said["history"].out


def test_no_step_of_two_years_shows_a_traceback(walk: Walk) -> None:
    told = "\n".join(said.out + said.err for said in walk.said.values())
    assert "Traceback" not in told


# Every number of the Word report, computed a second time
#
# `tests/two_years/retold/` tells the report again in numbers, from the documents alone; names and
# turns of phrase are held in `tests/report/`. What the .docx and the .xlsx show is held against
# it: no table, chart or paragraph with a number may stand there that was not told again.


def test_what_is_told_again_uses_nothing_of_the_package() -> None:
    for file in Path(report.__file__).parent.glob("*.py"):
        source = file.read_text(encoding="utf-8")
        assert "from secaudit" not in source
        assert "import secaudit" not in source


def test_every_table_is_told_again_cell_by_cell(written: Written) -> None:
    again = [
        (section, rows)
        for section, told in written.again.items()
        for rows in told.tables
        if rows
    ]
    assert [table.section for table in written.shown.tables] == [s for s, _ in again]
    for table, (_section, rows) in zip(written.shown.tables, again, strict=True):
        assert len(table.rows) == len(rows), (table.head, table.rows)
        for shown, row in zip(table.rows, rows, strict=True):
            for cell, expected in zip(shown, row, strict=True):
                assert written.agree(cell, expected), (table.head, shown, expected)


def test_no_name_of_a_column_or_a_series_holds_another_number_than_a_year(
    written: Written,
) -> None:
    heads = [head for table in written.shown.tables for head in table.head]
    for chart in written.shown.charts.values():
        heads += [*chart.series, *chart.categories]
    assert {n for head in heads for n in written.read(head)} <= set(map(int, NOTES))


def test_every_paragraph_with_a_number_is_told_again(written: Written) -> None:
    for section, paragraphs in written.shown.paragraphs.items():
        for style in dict.fromkeys(style for style, _text in paragraphs):
            if (section, style) not in report.FIXED and style not in HEADINGS:
                said = written.again[section].said.get(style, [])
                written.assert_told(written.shown.said(section, style), said)


def test_every_chart_is_told_again_and_so_is_the_workbook_inside_it(
    written: Written,
) -> None:
    every = [told.charts.items() for told in written.again.values()]
    again = {name: chart for charts in every for name, chart in charts}
    assert written.shown.charts.keys() == again.keys()
    for name, chart in written.shown.charts.items():
        series, alt = again[name]
        shown = [list(values) for values in chart.series.values()]
        assert shown == series, name
        assert written.agree(chart.alt, alt), (name, chart.alt)
        head, *rows = chart.workbook
        assert head[1:] == tuple(chart.series)
        columns = [list(column) for column in zip(*rows, strict=True)]
        assert columns == [list(chart.categories), *shown]


def test_the_workbook_beside_the_report_is_told_again_cell_by_cell(
    written: Written,
) -> None:
    again = (lists.gap_cells(written.told), lists.action_cells(written.told))
    for shown, rows in zip(written.sheets(), again, strict=True):
        for here, row in zip(shown[1:], rows, strict=True):
            for cell, expected in zip(here, row, strict=True):
                words = expected is ... and isinstance(cell, str | None)
                assert words or cell == expected, (here, row)


def test_the_chart_the_table_and_the_json_have_the_same_numbers(
    written: Written, workspace: Walk
) -> None:
    look = CLOSED["2025"][0] if written.told.id == "2025" else CLOSED["2026"][1]
    figures = workspace.kept[look].gaps["figures"]["system"]
    table = next(t for t in written.shown.tables if t.section == "5")
    chart = written.shown.charts["status-per-theme"]
    by_name = {row[0]: [float(cell) for cell in row[1:7]] for row in table.rows[:-2]}
    drawn = zip(chart.categories, zip(*chart.series.values(), strict=True), strict=True)
    assert by_name == {name: list(values) for name, values in drawn}
    statuses = ("met", "partial", "not-met", "unknown", "unanswered", "not-applicable")
    for name, values in by_name.items():
        theme = figures["themes"][name.partition(" ")[0]]
        assert values == [theme[status] for status in statuses]


def test_the_report_of_a_closed_campaign_can_be_made_again_from_its_head(
    walk: Walk, tmp_path: Path
) -> None:
    closed = walk.kept["as 2025 was closed"]
    head, on = rounds.head(walk.register, closed.events), closed.on.isoformat()
    again = ("--campaign", "2025", "--as-of", head, "-o", tmp_path / "2025.docx")
    walk.do("report", *again, on=on)
    assert documents(walk.folder / "reports/2025.docx") == documents(again[-1])


def test_what_happens_later_changes_nothing_in_the_report_as_of_a_head(
    workspace: Walk, latest: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kommune"
    shutil.copytree(workspace.folder, folder)
    walk = Walk(folder, "2026")
    head = rounds.head(walk.register, walk.events())
    gap = ("--covers", "A.8.13", "--due", "2027-05-01", "--cost", "7")
    walk.do("action", "add", "Ny handling", *gap, on=DAY)
    walk.do("action", "done", "H5", "--evidence", "ESDH 2026-99", on=DAY)
    walk.do("report", "-o", tmp_path / "later.docx", on=DAY)
    walk.do("report", "--as-of", head, "-o", tmp_path / "again.docx", on=DAY)
    then, later, again = map(
        documents, (latest, tmp_path / "later.docx", tmp_path / "again.docx")
    )
    assert then == again
    assert all(one != other for one, other in zip(then, later, strict=True))


def test_the_same_register_and_date_give_the_same_bytes_in_every_part(
    workspace: Walk, latest: Path, tmp_path: Path
) -> None:
    """Whatever the time, the place on earth and the order of sets."""
    path = tmp_path / "elsewhere.docx"
    write(workspace.folder, path, TZ="Etc/GMT+12", PYTHONHASHSEED="1")
    assert documents(latest) == documents(path)
