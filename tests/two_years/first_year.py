"""The first year: all that can happen in one, from `init` to the spring after it was closed."""

from datetime import date
from typing import Any

from secaudit.language import _
from tests.two_years.answering import corrected, wishing
from tests.two_years.people import AREAS, PROFILE, inventory, people, systems
from tests.two_years.walk import Walk, run, workbook

_LATER = ("p11", "p12", "p13", "d03", "f03", "f05")
"""Those who do not answer at once."""
LAST_DAY = "2026-11-02"
"""Of an acceptance: the day on which the next campaign is closed."""
_ROBOTS = """
  - id: s41
    name: "Robotter"
    owner: p04
    operations: d02
    criticality: business-critical
    personal_data: [cpr]
    uses: [backup, login]
"""


def first_year(walk: Walk) -> None:
    """Walk it."""
    prepare(walk)
    issue(walk)
    answer(walk)
    change(walk)
    hand_over(walk)
    answer_more(walk)
    look(walk)
    review(walk)
    answer_returned(walk)
    act(walk)
    decide(walk)
    close(walk)
    follow_up(walk)


def prepare(walk: Walk) -> None:
    """Make the workspace and fill in its files."""
    walk.said["init"] = run("init", walk.folder, "--name", "Fyrtårn Kommune")
    assert walk.said["init"].code == 0
    for name, text in (("systems", inventory(systems())), ("people", people())):
        file = walk.folder / "inventory" / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
    (walk.folder / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    walk.edit("secaudit.yaml", "\nareas: []\n", f"\n{AREAS}")
    walk.do("inventory", "check", name="inventory")
    walk.do("catalogue", "check")


def issue(walk: Walk) -> None:
    """Open the campaign and issue its forms, once."""
    due = ("--due", "2025-10-01")
    walk.do("campaign", "open", "2025", *due, on="2025-08-15", name="open 2025")
    walk.do("issue", "--dry-run", on="2025-08-18", name="dry run")
    assert walk.events() == 1
    walk.do("issue", on="2025-08-18", name="issue 2025")
    walk.do("issue", on="2025-08-19", name="nothing to issue")


def answer(walk: Walk) -> None:
    """Most people answer; one document is refused, one comes in part, one corrects facts."""
    on = "2025-09-05"
    apart = [
        walk.form("p02", "system-s01"),
        walk.form("p05", "system-s17"),
        walk.form("p10", "system-s09"),
    ]
    now = (f for f in walk.forms() if f.parent.name not in _LATER and f not in apart)
    walk.answer(now, on)
    text = corrected(walk.fill(apart[0], on), "criticality", "society-critical")
    text = corrected(text, "personal_data", "[cpr, sensitive]")
    walk.send("p02", corrected(text, "citizen_facing", "true"))
    walk.do("validate", walk.returned, on=on, name="validate")
    wrong = walk.fill(apart[2], on).replace("status: opfyldt", "status: delvis", 1)
    file = walk.send("p10", wrong)
    walk.do("validate", file, on=on, code=1, name="validate what is wrong")
    walk.do("record", walk.returned, on=on, code=1, name="record with one refused")
    file.write_text(walk.fill(apart[2], "2025-09-06"), encoding="utf-8")
    walk.do("record", walk.returned, on="2025-09-06", name="record again")
    half = walk.send("p05", walk.fill(apart[1], on, share=0.5))
    walk.do("record", half, on="2025-09-08", code=1, name="record what is half")
    walk.do("record", half, "--partial", on="2025-09-08", name="record in part")


def change(walk: Walk) -> None:
    """A system comes in mid-year, facts are corrected, two systems go and one comes back."""
    systems = walk.folder / "inventory" / "systems.yaml"
    systems.write_text(systems.read_text(encoding="utf-8") + _ROBOTS, encoding="utf-8")
    walk.do("inventory", "check")
    walk.do("issue", on="2025-09-08", name="issue the new one")
    on = "2025-09-09"
    walk.do("inventory", "proposals", on=on, name="proposals")
    accept = ("--accept", "s01/criticality", "--accept", "s01/personal_data")
    reject = ("--reject", "s01/citizen_facing", "--reason", "Kun for ansatte")
    walk.do("inventory", "proposals", *accept, *reject, on=on, name="accept")
    walk.do("issue", "--again", "system:s01", on=on, name="again")
    gone = walk.fill(walk.form("p07", "system-s19"), "2025-09-11")
    for system in ("s19", "s21"):
        why = ("--reason", "Solgt fra")
        walk.do("withdraw", system, *why, on="2025-09-10", name=f"withdraw {system}")
    walk.do("issue", "--again", "s21", on="2025-09-11", name="taken in again")
    file = walk.send("p07", gone)
    walk.do("record", file, on="2025-09-11", code=1, name="record what is withdrawn")
    file.unlink()
    needed = ("withdraw", "backup", "--reason", "Andre bruger det")
    walk.do(*needed, on="2025-09-11", code=1, name="withdraw a service")


def hand_over(walk: Walk) -> None:
    """One leaves without an answer, one gives a system away, one is given more time."""
    old = walk.send("p11", walk.fill(walk.form("p11", "system-s10"), "2025-09-11"))
    on = "2025-09-12"
    walk.do("transfer", "p11", "p12", on=on, name="transfer all")
    walk.do("record", old, on=on, code=1, name="record a form that moved")
    old.unlink()
    one = ("transfer", "p10", "p04", "--systems", "s09")
    walk.do(*one, on=on, name="transfer one")
    walk.do("campaign", "extend", "p13", "2025-10-20", on=on, name="extend")


def answer_more(walk: Walk) -> None:
    """What was issued since, and what comes late: after the deadline, or an extended one."""
    on = "2025-09-20"
    new = ("p04", "system-s41"), ("d02", "system-s41"), ("p02", "system-s01")
    walk.answer((walk.form(*form) for form in new), on)
    walk.send("p05", walk.fill(walk.form("p05", "system-s17"), on))
    walk.do("record", walk.returned, on=on, name="record more")
    late = "2025-10-06"
    walk.send("p12", *(walk.fill(form, late) for form in walk.forms("p12")))
    walk.do("record", walk.returned, on=late, name="record several documents in a file")
    walk.answer(walk.forms("p13"), "2025-10-10")
    gap = {"status": "ikke opfyldt", "comment": "Skiftes ud"}
    text = walk.fill(walk.forms("f05")[0], "2025-10-10", A_7_4=gap)
    walk.send("f05", wishing(text, "A.7.4", date(2026, 6, 30)))
    walk.answer(walk.forms("d03")[:4], "2025-10-10")
    walk.do("record", walk.returned, on="2025-10-10", name="record late ones")


def look(walk: Walk) -> None:
    """Status in every shape."""
    on = "2025-10-12"
    for shape in ("table", "json", "csv", "html"):
        walk.do("status", "--format", shape, on=on, name=f"status {shape}")
    for shape in ("csv", "html"):
        hidden = ("status", "--format", shape, "--anonymous")
        walk.do(*hidden, on=on, name=f"anonymous {shape}")
    for group in ("person", "department", "criticality"):
        walk.do("status", "--by", group, on=on, name=f"status by {group}")
    walk.keep("in the middle of 2025", on)


def review(walk: Walk) -> None:
    """A spot check is drawn and judged, and a worklist goes out and comes in."""
    on = "2025-10-13"
    draw = ("review", "--sample", "6", "--seed", "efterår")
    for time in ("first", "second"):
        walk.do(*draw, on=on, name=f"{time} draw")
    for number, one in enumerate(walk.asks(*draw, on=on)):
        judge(walk, one, number % 3, on)
    out_of_scope(walk, on)
    path = walk.folder / "vurdering.xlsx"
    walk.do("review", "--format", "xlsx", "-o", path, on=on, name="worklist out")
    with workbook(path) as rows:
        for number, row in enumerate(rows[:20]):
            row[_("Verdict")].value = _("sent back") if number % 5 == 4 else _("agreed")
            row[_("Reason")].value = "Set i sagen"
    walk.do("review", "--import", path, on=on, name="worklist in")


def out_of_scope(walk: Walk, on: str) -> None:
    """One answer is assessed as not applicable, where that can be answered."""
    possible = {one["control"] for one in walk.asks("review", on=on)}
    gaps = walk.asks("gaps", on=on)["gaps"]
    there = [g for g in gaps if g["control"] in possible and g["reason"] == "partial"]
    subject, _slash, control = named(there[0]).partition("/")
    said = ("--assess", "ikke relevant", "--reason", "Det har systemet ikke")
    walk.do("review", subject, control, *said, on=on, name="out of scope")


def judge(walk: Walk, one: Any, verdict: int, on: str) -> None:
    """Agree, send back, or assess otherwise."""
    subject = f"{one['subject']['kind']}:{one['subject']['id']}"
    said = (
        ("--agree",),
        ("--return", "--reason", "Hvor kan det ses?"),
        ("--assess", "ikke opfyldt", "--reason", "Det er ikke gjort"),
    )[verdict]
    walk.do("review", subject, one["control"], *said, on=on, name=f"verdict {verdict}")


def answer_returned(walk: Walk) -> None:
    """What was sent back is issued once more; half of it is answered."""
    before = set(walk.forms())
    walk.do("issue", "--returned", on="2025-10-14", name="issue returned")
    small = [form for form in walk.forms() if form not in before]
    assert len(small) > 3, small
    walk.answer(small[::2], "2025-10-16")
    walk.do("record", walk.returned, on="2025-10-16", name="record returned")
    walk.keep("after the review of 2025", "2025-10-17")


def act(walk: Walk) -> None:
    """Actions are added, taken over from answers, changed, moved and done, by hand and by sheet."""
    on = "2025-10-20"
    gaps = walk.kept["after the review of 2025"].gaps["gaps"]
    covers = _words("--covers", gaps[:3])
    told = ("--responsible", "Else Lund", "--due", "2026-02-01", "--hours", "40")
    walk.do("action", "add", "Ryd op i rettigheder", *covers, *told, on=on, name="add")
    control = ("--covers", "A.8.13", "--due", "2026-05-01", "--cost", "90000")
    walk.do("action", "add", "Ny aftale om backup", *control, on=on)
    proposed = walk.asks("action", "list", "--proposed", on=on)
    for one in proposed[:4]:
        gap = f"{one['subject']}/{one['control']}"
        walk.do("action", "add", "--from", gap, on=on, name="add from an answer")
    update = ("update", "H1", "--status", "started", "--cost", "12000")
    walk.do("action", *update, on=on, name="update")
    renamed = [gap for gap in gaps if gap["subject"]["id"] == "s28"][-1:]
    walk.do("action", "update", "H2", *_words("--covers", renamed), on=on)
    why = ("--reason", "Leverandøren er forsinket")
    walk.do("action", "move", "H1", "2026-03-15", *why, on="2025-10-21", name="move")
    seen = ("--evidence", "ESDH 2025-17")
    walk.do("action", "done", "H3", *seen, on="2025-10-22", name="done")
    by_sheet(walk, "2025-10-23")
    walk.do("action", "list", on="2025-10-23", name="actions")


def by_sheet(walk: Walk, on: str) -> None:
    """The actions go out as a workbook and a calendar; the workbook comes back changed."""
    path = walk.folder / "handlinger.xlsx"
    walk.do("action", "export", path, on=on, name="export")
    walk.do("action", "export", walk.folder / "handlinger.ics", on=on, name="calendar")
    with workbook(path) as rows:
        moved = next(row for row in rows if row[_("Action")].value == "H4")
        moved[_("Due date")].value = date(2026, 9, 1)
        moved[_("Reason for the change")].value = "Venter på budgettet"
        started = next(row for row in rows if row[_("Action")].value == "H5")
        started[_("Status")].value = _("started")
    walk.do("action", "import", path, on=on, name="import")


def decide(walk: Walk) -> None:
    """What the Direktion approves, which gaps it lets stand, and which duties it knows of."""
    on = "2025-10-27"
    gaps = walk.kept["after the review of 2025"].gaps["gaps"]
    by = ("--by", "Direktionen", "--case", "2025-900")
    approved = [word for name in ("report", "measures") for word in ("--approve", name)]
    walk.do("decision", "add", "Rapporten er set", *by, *approved, on=on)
    free = [g for g in gaps if not g["legal"] and g["subject"]["id"] != "s28"]
    short = (*_words("--accept", free[:2]), "--until", "2026-06-30")
    said = ("decision", "add", "Kan vente et halvt år", *by, *short)
    walk.do(*said, "--on", "2025-10-24", on=on, name="accept for half a year")
    moved = [g for g in gaps if not g["legal"] and g["subject"]["id"] == "s28"]
    long = (*_words("--accept", [*free[4:6], moved[0]]), "--until", LAST_DAY)
    walk.do("decision", "add", "Kan vente", *by, *long, on=on)
    law = [gap for gap in gaps if gap["legal"]][:1]
    known = (*_words("--acknowledge", law), "--until", "2026-01-31")
    walk.do("decision", "add", "Kendt lovkrav", *by, *known, on=on, name="the law")
    walk.do("decision", "list", "--wishes", on=on, name="wishes")
    refuse(walk, free[8], law[0], on)


def refuse(walk: Walk, gap: Any, law: Any, on: str) -> None:
    """Nobody accepts a breach of the law, nor a gap without the right to."""
    until = ("--until", "2027-12-31")
    said = (
        "decision",
        "add",
        "Nej",
        "--by",
        "Kantinen",
        "--accept",
        named(gap),
        *until,
    )
    walk.do(*said, on=on, code=1, name="accept without authority")
    said = (
        "decision",
        "add",
        "Nej",
        "--by",
        "Direktionen",
        "--accept",
        named(law),
        *until,
    )
    walk.do(*said, on=on, code=1, name="accept a breach of the law")


def _words(option: str, gaps: list[Any]) -> list[str]:
    return [word for gap in gaps for word in (option, named(gap))]


def named(gap: Any) -> str:
    """What a gap is called on the command line."""
    return f"{gap['subject']['kind']}:{gap['subject']['id']}/{gap['control']}"


def close(walk: Walk) -> None:
    """Look once more, close, and report."""
    walk.do("due", "--until", "2026-03-01", on="2025-10-30", name="due")
    on = "2025-11-01"
    walk.do("campaign", "close", on=on, name="close 2025")
    walk.keep("as 2025 was closed", on)
    walk.do("campaign", "close", on=on, code=1, name="close twice")
    walk.do("report", on=on, name="report 2025")
    walk.do("history", "system:s01", name="history")
    walk.do("verify", name="verify 2025")


def follow_up(walk: Walk) -> None:
    """A late answer counts apart; in spring reviews fall due, and actions go on."""
    late = walk.answer(walk.forms("d03")[4:6], "2025-11-10")
    walk.do("record", *late, on="2025-11-10", code=1, name="record after the end")
    walk.do("record", *late, "--late", on="2025-11-10", name="record late")
    before = set(walk.forms())
    small = ("issue", "--due", "--until", "2026-03-31")
    walk.do(*small, on="2026-02-02", name="issue due")
    asked = [form for form in walk.forms() if form not in before]
    assert len(asked) > 3, asked
    walk.answer(asked[::2], "2026-02-09")
    walk.do("record", walk.returned, on="2026-02-10", name="record due")
    seen = ("--evidence", "ESDH 2026-3")
    walk.do("action", "done", "H1", *seen, on="2026-03-10", name="done in spring")
    why = ("--reason", "Bortfalder med systemet")
    walk.do("action", "update", "H6", "--status", "dropped", *why, on="2026-03-11")
    gaps = walk.asks("gaps", on="2026-03-11")["gaps"]
    new = [gap for gap in gaps if not gap["legal"] and not gap["accepted_until"]][-1:]
    said = (*_words("--accept", new), "--until", "2027-06-30", "--by", "Direktionen")
    walk.do("decision", "add", "Er for lille", *said, on="2026-03-11")
    walk.do("decision", "list", on="2026-03-11", name="decisions")
    walk.keep("in the spring after 2025", "2026-03-12")
