"""The notes.yaml that one begins with: every block in comments, and what it is for."""

from secaudit.language import Language, _, later, using
from secaudit.notes.loading import UNWRITTEN

_TEXTS = f'  - "{UNWRITTEN}"'
_HEAD = (
    later("Notes for the report: what no figure can say. All of it may be left out."),
    later("Take '# ' away in front of what you use; '...' is where you write."),
)
_BLOCKS = (
    (
        "threats",
        later("Threats that are new or have changed, a text for each."),
        (_TEXTS,),
    ),
    ("law", later("New law and rules, and what they mean here."), (_TEXTS,)),
    (
        "organisation",
        later("Changes in the organisation that matter to security."),
        (_TEXTS,),
    ),
    (
        "interested_parties",
        later("Changes in what citizens, partners and authorities need and expect."),
        (_TEXTS,),
    ),
    (
        "incidents",
        later("Security incidents since the last report: how many, and what happened."),
        (
            "  count: 0",
            "  personal_data_breaches: 0",
            "  reported_to_datatilsynet: 0",
            "  reported_under_nis2: 0",
            f'  text: "{UNWRITTEN}"',
        ),
    ),
    (
        "audits",
        later("Audits, tests and supervision: who did it, when, and what it showed."),
        (
            f'  - what: "{UNWRITTEN}"',
            f'    by: "{UNWRITTEN}"',
            "    on: 2026-12-31",
            f'    result: "{UNWRITTEN}"',
        ),
    ),
    (
        "objectives",
        later("Objectives, and whether they were reached: yes, partly or no."),
        (
            f'  - what: "{UNWRITTEN}"',
            "    reached: partly",
            f'    result: "{UNWRITTEN}"',
        ),
    ),
    (
        "feedback",
        later("What citizens, partners, authorities or employees said of security."),
        (f'  - by: "{UNWRITTEN}"', f'    text: "{UNWRITTEN}"'),
    ),
    (
        "dpo",
        later("The data protection officer's own remark, with name and date."),
        (
            f'  by: "{UNWRITTEN}"',
            "  on: 2026-12-31",
            f'  text: "{UNWRITTEN}"',
        ),
    ),
    (
        "recommendations",
        later("What the Direktion is asked to decide besides; begin with the verb."),
        (_TEXTS,),
    ),
    ("resources", later("What is to be said of staff and money."), ()),
)


def skeleton(language: Language) -> str:
    """A notes.yaml that says nothing yet; any block of it may be uncommented alone."""
    with using(language):
        head = [f"## {_(line)}\n" for line in _HEAD]
        return "\n".join(["".join(head), *(_block(*block) for block in _BLOCKS)])


def _block(name: str, purpose: str, lines: tuple[str, ...]) -> str:
    first = f"{name}:" if lines else f'{name}: "{UNWRITTEN}"'
    said = "".join(f"# {line}\n" for line in (first, *lines))
    return f"## {_(purpose)}\n{said}"
