"""The notes.yaml that one begins with, every block in comments."""

from secaudit.language import Language, _, later, using
from secaudit.notes.loading import UNWRITTEN

_HEAD = (
    later("Notes for the report: what no figure can say. All of it may be left out."),
    later("Take '# ' away in front of what you use; '...' is where you write."),
)
_INCIDENTS = (
    "count: 0 | personal_data_breaches: 0 | reported_to_datatilsynet: 0"
    " | reported_under_nis2: 0 | text: ..."
)
_BLOCKS = (
    (
        "threats",
        "- ...",
        later("Threats that are new or have changed, a text for each."),
    ),
    ("law", "- ...", later("New law and rules, and what they mean here.")),
    (
        "organisation",
        "- ...",
        later("Changes in the organisation that matter to security."),
    ),
    (
        "interested_parties",
        "- ...",
        later("Changes in what citizens, partners and authorities need and expect."),
    ),
    (
        "incidents",
        _INCIDENTS,
        later("Security incidents since the last report: how many, and what happened."),
    ),
    (
        "audits",
        "- what: ... | by: ... | on: 2026-12-31 | result: ...",
        later("Audits, tests and supervision: who did it, when, and what it showed."),
    ),
    (
        "objectives",
        "- what: ... | reached: partly | result: ...",
        later("Objectives, and whether they were reached: yes, partly or no."),
    ),
    (
        "feedback",
        "- by: ... | text: ...",
        later("What citizens, partners, authorities or employees said of security."),
    ),
    (
        "dpo",
        "by: ... | on: 2026-12-31 | text: ...",
        later("The data protection officer's own remark, with name and date."),
    ),
    (
        "recommendations",
        "- ...",
        later("What the Direktion is asked to decide besides; begin with the verb."),
    ),
    ("resources", "", later("What is to be said of staff and money.")),
)
"""Of each block its name, its lines, and what it is for."""


def skeleton(language: Language) -> str:
    """A notes.yaml that says nothing yet; any block of it may be uncommented alone."""
    with using(language):
        head = "".join(f"## {_(line)}\n" for line in _HEAD)
        return "\n".join([head, *(_block(*block) for block in _BLOCKS)])


def _block(name: str, lines: str, purpose: str) -> str:
    first, *rest = lines.split(" | ")
    indent = "    " if first.startswith("- ") else "  "  # below the first of an entry
    block = [f"{name}:", f"  {first}", *(indent + line for line in rest)]
    written = block if lines else [f"{name}: ..."]
    body = "".join(f"# {line}\n" for line in written)
    return f"## {_(purpose)}\n" + body.replace("...", f'"{UNWRITTEN}"')
