"""The second year: systems and people have come, gone and changed names; what stands is carried."""

from pathlib import Path
from typing import Any

from tests.two_years.first_year import LAST_DAY, judge, named
from tests.two_years.walk import Walk

_SYSTEMS = "inventory/systems.yaml"
_SILENT = ("p09", "f02")
_NEW = """
  - id: s42
    name: "Chatbot"
    owner: p08
    criticality: other
    personal_data: [ordinary]
    uses: [login, netvaerk]

  - id: s43
    name: "Kamera"
    owner: p01
    operations: d03
    personal_data: [sensitive]
"""


def second_year(walk: Walk) -> None:
    """Walk it."""
    walk.year = "2026"
    change_files(walk)
    issue(walk)
    answer(walk)
    hand_over(walk)
    review(walk)
    act(walk)
    close(walk)
    look_back(walk)


def change_files(walk: Walk) -> None:
    """A year has passed in the inventory and in the profile."""
    walk.edit(_SYSTEMS, "- id: s28\n", "- id: faktura\n    formerly: s28\n")
    file = walk.folder / _SYSTEMS
    entries = file.read_text(encoding="utf-8").split("\n  - id: ")
    kept = [entry for entry in entries if not entry.startswith(("s03\n", "s19\n"))]
    text = "\n  - id: ".join(_changed(entry) for entry in kept)
    text = text.replace(": p03\n", ": p15\n")
    file.write_text(text.rstrip("\n") + "\n" + _NEW, encoding="utf-8")
    file = walk.folder / "inventory" / "people.yaml"
    text = file.read_text(encoding="utf-8").replace("p03", "p15")
    file.write_text(text.replace("Carla Lund", "Nanna Nyhus"), encoding="utf-8")
    walk.edit("profile.yaml", "{a: 18, b: 8}", "{a: 16, b: 6}")
    walk.edit("profile.yaml", "applies: false, ", "")
    walk.do("inventory", "check", name="inventory of 2026")


def _changed(entry: str) -> str:
    """What is known of a system a year later."""
    if entry.startswith("s22\n"):
        return entry.replace("lifecycle: operational", "lifecycle: retired")
    if entry.startswith("s04\n"):
        lines = [line for line in entry.split("\n") if "criticality:" not in line]
        return "\n".join([lines[0], "    criticality: society-critical", *lines[1:]])
    return entry


def issue(walk: Walk) -> None:
    """Open the campaign, which tells what changed, and issue what is not carried."""
    due = ("--due", "2026-10-01")
    skipped = ("campaign", "open", "2027", *due)
    walk.do(*skipped, on="2026-08-14", code=1, name="open with a gap")
    walk.do("campaign", "open", "2026", *due, on="2026-08-14", name="open 2026")
    walk.do("issue", "--dry-run", on="2026-08-17", name="dry run of 2026")
    walk.do("issue", on="2026-08-17", name="issue 2026")
    walk.keep("before anybody answered in 2026", "2026-08-18")


def answer(walk: Walk) -> None:
    """Most people answer everything, some nothing, and one half of it."""
    on = "2026-09-07"
    now = [f for f in walk.forms() if f.parent.name not in (*_SILENT, "d03", "p06")]
    walk.answer(now, on)
    walk.do("validate", walk.returned, on=on)
    walk.do("record", walk.returned, on=on, name="record 2026")
    half = walk.answer(walk.forms("d03"), "2026-09-10", share=0.6)
    walk.do("record", *half, "--partial", on="2026-09-10", name="record half of 2026")


def hand_over(walk: Walk) -> None:
    """One leaves, one gives a system away that was answered; one goes, one is renamed."""
    on = "2026-09-15"
    walk.do("transfer", "p06", "p01", on=on)
    walk.do("transfer", "p07", "p08", "--systems", "s32", on=on)
    walk.do("withdraw", "s25", "--reason", "Udfaset før tid", on=on)
    walk.edit(_SYSTEMS, "- id: s33\n", "- id: ledelsestal\n    formerly: s33\n")
    walk.do("issue", on=on, name="issue under a new name")
    walk.do("campaign", "extend", "p01", "2026-10-15", on=on)
    got = [form for form in walk.forms("p01") if form.stem in _forms_of_p06(walk)]
    walk.answer(got, "2026-10-08")
    walk.do(
        "record", walk.returned, on="2026-10-08", name="record what was handed over"
    )


def _forms_of_p06(walk: Walk) -> set[str]:
    taken = walk.folder / "campaigns" / "2026" / "issued" / "p06"
    return {path.name.partition(".")[0] for path in taken.glob("system-*")}


def review(walk: Walk) -> None:
    """New answers and carried ones are judged; what is sent back is asked once more."""
    on = "2026-10-09"
    for number, one in enumerate(walk.asks("review", "--sample", "6", on=on)):
        judge(walk, one, number % 3, on)
    gaps = walk.asks("gaps", on=on)["gaps"]
    carried = [
        g for g in gaps if g["answered_in"] == "2025" and g["reason"] == "partial"
    ]
    for number, gap in enumerate(carried[:4]):
        said: tuple[str, ...] = ("--return", "--reason", "Er det stadig så?")
        if number % 2:
            said = ("--assess", "opfyldt", "--reason", "Det er ordnet siden")
        subject, _slash, control = named(gap).partition("/")
        walk.do("review", subject, control, *said, on=on, name="review what is carried")
    before = set(walk.forms())
    walk.do("issue", "--returned", on="2026-10-10", name="issue returned in 2026")
    small = [form for form in walk.forms() if form not in before]
    walk.answer(small[::2], "2026-10-12")
    walk.do("record", walk.returned, on="2026-10-12")
    walk.keep("after the review of 2026", "2026-10-13")


def act(walk: Walk) -> None:
    """Actions of last year go on beside new ones; an acceptance that ran out is given again."""
    on = "2026-10-15"
    walk.do("action", "list", on=on, name="actions carried over")
    walk.do("due", "--until", "2026-12-31", on=on, name="due in 2026")
    walk.do("action", "done", "H4", "--evidence", "ESDH 2026-44", on=on)
    why = ("--reason", "Indgår i næste udbud")
    walk.do("action", "move", "H2", "2027-03-01", *why, on=on)
    gaps = walk.kept["after the review of 2026"].gaps["gaps"]
    new = ("--covers", named(gaps[0]), "--due", "2027-02-01")
    walk.do("action", "add", "Nyt forløb", *new, on=on)
    ran_out = [one for one in _accepted(walk) if one["until"] == "2026-06-30"]
    still = {named(gap): gap for gap in gaps}
    again = [
        name
        for one in ran_out
        if (name := f"{one['subject']}/{one['control']}") in still
    ]
    assert again, ran_out
    until = ("--by", "Direktionen", "--accept", again[0], "--until", "2027-06-30")
    walk.do(
        "decision", "add", "Kan vente et år til", *until, on=on, name="accept again"
    )


def _accepted(walk: Walk) -> list[Any]:
    decisions = walk.asks("decision", "list")
    return [gap for decision in decisions for gap in decision["accepts"]]


def close(walk: Walk) -> None:
    """Look, close, report."""
    walk.do("campaign", "close", on=LAST_DAY, name="close 2026")
    walk.keep("as 2026 was closed", LAST_DAY)
    walk.do("report", on="2026-11-03", name="report 2026")


def look_back(walk: Walk) -> None:
    """Late answers to both campaigns, and what is told of both at the very end."""
    late = walk.answer(_waiting(walk, "p09"), "2026-11-20")
    walk.do("record", *late, "--late", on="2026-11-20", name="record late in 2026")
    walk.year = "2025"
    late = walk.answer(_waiting(walk, "f03"), "2026-11-20")
    earlier = ("--late", "--campaign", "2025")
    walk.do("record", *late, *earlier, on="2026-11-20", name="record very late")
    for year in ("2025", "2026"):
        walk.keep(f"{year} at the very end", "2026-12-01", year)
    head = walk.said["verify 2025"].out.split()[-1]
    walk.do("verify", "--head", head, name="verify 2026")


def _waiting(walk: Walk, person: str) -> list[Path]:
    """The whole forms in the folder of a person, not the small ones."""
    small = ("-due-", "-returned-")
    return [f for f in walk.forms(person) if not any(s in f.stem for s in small)]
