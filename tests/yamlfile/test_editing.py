"""Editing YAML: the value is changed, and every other character is as it was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secaudit import demo
from secaudit.inventory import FACTS
from secaudit.problems import Refused
from secaudit.yamlfile import Value, read
from secaudit.yamlfile.editing import Edit, edited

DEMO = Path(demo.__file__).parent / "eksempel" / "inventory" / "systems.yaml"
INDENTED = """\
# Kommunens systemer
systems:

  # drives af Sundhed
  - id: omsorg
    name: "Omsorg & Pleje"   # det gamle navn: Pleje
    # ejeren er på barsel
    owner: p01
    criticality: society-critical
    personal_data: [cpr, sensitive]  # fra fortegnelsen
    supplier: "Nordlys A/S"  # aftale 12
    source_owned: false
    dpia: {needed: true, on: 2026-01-02}

  # drives af Teknik
  - id: arkiv
    name: 'Arkiv: "det gamle"'
"""
FLUSH = """\
systems:
- id:            010
  name:          no
  supplier:      1.10
  department:    byg-vand
  supervised_on: 2026-01-02
  personal_data: [cpr,
                  sensitive,
                  ordinary]
  hosting:
    hybrid
  dpia:
    needed: true
    # spurgt i marts
    on: 2026-03-01
  uses:
  - backup
  - login
-   supplier:    "Sidst"
    id: b
    name: B
    lifecycle:
"""
NESTED = """\
systems: [
  {id: x, name: "Y", supplier: '010', dpia: {needed: true}},  # kort
  {
    id: z,           name: "Ø # ikke en kommentar",
    personal_data: [cpr,    # og flere
      sensitive],
    supplier: "Å",  # aftalen
    hosting: hybrid,
  },
]
"""
FOLDED = """\
---
systems:
  - id: a
    name: >-
      Et navn # uden kommentar
      på to linjer
    supplier: |
      Nordlys

  - personal_data:
      - cpr
      - ordinary
    id: b
    name: "B
      og mere"
    risk_assessment:   # den fra marts
      # af Teknik
      {on: 2025-01-01, result: "Høj"}
"""
WRITTEN = {"indented": INDENTED, "flush": FLUSH, "nested": NESTED, "folded": FOLDED}
CHANGES: dict[str, Callable[[str], str]] = {
    "": str,
    ", no last line end": lambda text: text.rstrip("\n"),
    ", Windows": lambda text: text.replace("\n", "\r\n"),
    ", a mark in front": lambda text: "\ufeff" + text,
}
VARIANTS = {
    name + kind: change(text)
    for name, text in {**WRITTEN, "demo": DEMO.read_text(encoding="utf-8")}.items()
    for kind, change in CHANGES.items()
}
TEXT = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], include_characters="\n\t"
    )
)
VALUES = st.one_of(
    TEXT,
    st.booleans(),
    st.lists(TEXT),
    st.dictionaries(st.sampled_from(["on", "needed", "result"]), TEXT | st.booleans()),
    st.none(),
)


def value_of(text: str) -> Any:
    """What the strict reader finds in a text that is right."""
    stream = read(text.encode(), "systems.yaml")
    assert stream.problems == ()
    (document,) = stream.documents
    assert document.problems == ()
    return document.value


def with_fact(text: str, entry: int, fact: str, value: Value) -> Any:
    """What the reader should find once a fact is changed."""
    found = value_of(text)
    found["systems"][entry].pop(fact, None)
    found["systems"][entry] |= {} if value is None else {fact: value}
    return found


def change(text: str, entry: int, fact: str, value: Value) -> str:
    """The text with one fact of one entry changed."""
    edit = Edit(("systems", entry, fact), value)
    return edited(text, [edit], "systems.yaml")


def touched(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that are not the same from the beginning or the end: before, and after."""
    before, after = old.splitlines(), new.splitlines()
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return before, after


def comments(text: str) -> list[str]:
    """All that stands after a `#`; in these texts none stands in a fact."""
    return [line[line.index("#") :] for line in text.splitlines() if "#" in line]


def keeps_comments(old: str, new: str) -> bool:
    """Whether every comment ends a line of its own as before."""
    ends = [line for line in new.splitlines() if "#" in line]
    return all(
        sum(line.endswith(said) for line in ends) >= comments(old).count(said)
        for said in comments(old)
    )


@pytest.mark.parametrize("text", VARIANTS.values(), ids=list(VARIANTS))
def test_the_variants_are_right_themselves(text: str) -> None:
    assert value_of(text)["systems"]


@settings(deadline=None, derandomize=True)
@given(
    st.sampled_from(list(VARIANTS.values())), st.sampled_from(FACTS), VALUES, st.data()
)
def test_any_fact_in_any_hand_can_be_any_value_or_is_left_alone(
    text: str, fact: str, value: Value, data: st.DataObject
) -> None:
    entry = data.draw(st.integers(0, len(value_of(text)["systems"]) - 1))
    try:
        new = change(text, entry, fact, value)
    except Refused as refused:
        assert [problem.code for problem in refused.problems] == ["unsafe-edit"]
        return
    assert value_of(new) == with_fact(text, entry, fact, value)
    assert new.startswith("\ufeff") == text.startswith("\ufeff")
    assert new.endswith("\n") == text.endswith("\n")
    assert ("\r" in new, "\n" in new.replace("\r\n", "")) == (
        "\r" in text,
        "\n" in text.replace("\r\n", ""),
    )
    if value is not None:
        assert keeps_comments(text, new)
    before, _after = touched(text, new)
    assert len(before) <= 4


REPLACED = {
    "plain": ("a: {x: 1}\nb:   old\nc: z\n", "a: {x: 1}\nb:   new\nc: z\n"),
    "quoted before a comment": ('b: "old"   # why\n', 'b: "new"   # why\n'),
    "null before a line": ("b:\nc: z\n", "b: new\nc: z\n"),
    "null in {}": ("{a: z, b: , c: z}\n", "{a: z, b: new, c: z}\n"),
    "null in words": ("b: null\n", "b: new\n"),
    "on the next line": ("b:\n  old\nc: z\n", "b: new\nc: z\n"),
    "a list": ("b:\n- old\n-   older\n# c\nc: z\n", "b: new\n# c\nc: z\n"),
    "fields": ("b:\n  on: z\n  by: z\n\nc: z\n", "b: new\n\nc: z\n"),
    "folded": ("b: >-\n  old\n  text\n\nc: z\n", "b: new\n\nc: z\n"),
    "below a comment": ("b: # why\n  - old\nc: z\n", 'b: "new" # why\nc: z\n'),
    "several lines": ('b: "old\n  text" # why\n', 'b: "new" # why\n'),
    "the question mark": ("? b\n: old\n", "? b\n: new\n"),
    "a # in quotes": ('b: "#1 # older"\nc: z\n', "b: new\nc: z\n"),
    "a # in a word": ("b: old#1\nc: z\n", "b: new\nc: z\n"),
    "a # in folded text": ("b: |\n  # old\nc: z\n", "b: new\nc: z\n"),
}
INSERTED = {
    "last": ("a: z\n", "a: z\nb: new\n"),
    "without a line end": ("a: z", "a: z\nb: new"),
    "before what follows": (
        "a: 'z' # why\n\n# end\n",
        "a: 'z' # why\nb: new\n\n# end\n",
    ),
    "after a list": ("a:\n- z\n", "a:\n- z\nb: new\n"),
    "after folded text": ("a: |\n  z\n\n", "a: |\n  z\nb: new\n\n"),
    "in {}": ("{a: z }\n", "{a: z, b: new }\n"),
    "in {} with a comma": ("{a: z,}\n", "{a: z, b: new,}\n"),
    "in {} before a comment": ("{a: [z] # why\n}\n", '{a: [z], b: "new" # why\n}\n'),
    "in {} after null": ("{a: z, c: }\n", "{a: z, b: new, c: }\n"),
    "after an end": ("a: z\n...\n", "a: z\nb: new\n...\n"),
    "Windows": ("a: z\r\nc: z\r\n", "a: z\r\nc: z\r\nb: new\r\n"),
    "Windows, no last line end": ("a: z\r\nc: z", "a: z\r\nc: z\r\nb: new"),
    "before an empty line": (
        "a: [z]\n\nc: {x: y}\n\n",
        "a: [z]\n\nc: {x: y}\nb: new\n\n",
    ),
}
REMOVED = {
    "its line": ("a: z\nb: old\nc: z\n", "a: z\nc: z\n"),
    "its lines": ("a: z\nb:\n  - old\n  - older\nc: z\n", "a: z\nc: z\n"),
    "with its comment": ("a: z\nb: 'old' # why\n# c\nc: z\n", "a: z\n# c\nc: z\n"),
    "without a line end": ("a: z\r\nb: old", "a: z"),
    "below an empty line": ("\nb: old\na: z\n", "\na: z\n"),
    "first in {}": ("{b: old, a: z}\n", "{a: z}\n"),
    "first of three in {}": ("{b: old, c: y, a: z}\n", "{c: y, a: z}\n"),
    "last in {}": ("{a: z, b: old}\n", "{a: z}\n"),
    "last of three in {}": ("{a: z, c: y, b: old}\n", "{a: z, c: y}\n"),
    "with a comma after it": ("{a: z, b: old, }\n", "{a: z, }\n"),
    "with a # in its text": ("a: z\nb: '#1 # older'\nc: z\n", "a: z\nc: z\n"),
    "what is null": ("a: z\nb:\n", "a: z\n"),
    "what is not there": ("a: z\n", "a: z\n"),
}


def of_b(text: str, value: Value) -> str:
    """The text with another value of `b`."""
    return edited(text, [Edit(("b",), value)], "f.yaml")


@pytest.mark.parametrize(("old", "new"), REPLACED.values(), ids=list(REPLACED))
def test_a_value_is_replaced_where_it_stands(old: str, new: str) -> None:
    assert of_b(old, "new") == new


@pytest.mark.parametrize(("old", "new"), INSERTED.values(), ids=list(INSERTED))
def test_a_new_field_stands_after_the_last(old: str, new: str) -> None:
    assert of_b(old, "new") == new


@pytest.mark.parametrize(("old", "new"), REMOVED.values(), ids=list(REMOVED))
def test_a_field_is_taken_away_with_its_line(old: str, new: str) -> None:
    assert of_b(old, None) == new


def test_the_first_field_of_an_entry_is_taken_away_and_the_next_moves_up() -> None:
    for old, new in (
        ("- b: old\n  a: z\n- c: z\n", "- a: z\n- c: z\n"),
        ("-   b: old\n\n    a: z\n", "-   a: z\n"),
        ("- b: old\n  c: y\n  a: z\n", "- c: y\n  a: z\n"),
        ("- {b: old, a: z}\n", "- {a: z}\n"),
    ):
        assert edited(old, [Edit((0, "b"), None)], "f.yaml") == new


@pytest.mark.parametrize(
    ("old", "value"),
    [
        ("b: [a,  # why\n  b]\n", "new"),
        ("b:\n  - old\n  # why\n  - older\n", "new"),
        ("b:\n  - old\n  # why\n  - older\n", None),
        ("{b: old,  # why\n a: z}\n", None),
        ('b: "old"  # why\n', True),
        ("{b: old}\n", "a\rb"),
        ("- a: z\n", "new"),
        ("a: z\nb: ['#1',  # why\n  x]\n", None),
        ("a: z\n? b\n: old\n", None),
    ],
)
def test_what_cannot_be_changed_alone_is_refused(old: str, value: Value) -> None:
    with pytest.raises(Refused) as refused:
        of_b(old, value)
    (problem,) = refused.value.problems
    assert (problem.path, problem.code) == ("f.yaml", "unsafe-edit")


def test_the_only_field_of_an_entry_is_not_taken_away() -> None:
    with pytest.raises(Refused):
        edited("- b: old\n- a: z\n", [Edit((0, "b"), None)], "f.yaml")


def test_a_refusal_tells_where_it_is() -> None:
    with pytest.raises(Refused) as refused:
        change(NESTED, 1, "personal_data", ["none"])
    (problem,) = refused.value.problems
    assert (problem.line, problem.column) == (5, 5)
    assert "'personal_data'" in problem.message


def test_a_text_that_is_not_right_is_refused_with_what_is_wrong() -> None:
    with pytest.raises(Refused) as refused:
        of_b("b: x # y\n", "new")
    assert [p.code for p in refused.value.problems] == ["text-cut-by-hash"]


def test_several_edits_are_made_in_turn() -> None:
    edits = [
        Edit(("systems", 0, "supplier"), None),
        Edit(("systems", 0, "hosting"), "hybrid"),
        Edit(("systems", 1, "dpia"), {"needed": False}),
    ]
    new = edited("systems:\n- {id: a, supplier: x}\n- id: b\n", edits, "f.yaml")
    assert new == (
        "systems:\n- {id: a, hosting: hybrid}\n- id: b\n  dpia: {needed: false}\n"
    )


def test_every_fact_of_the_demo_can_be_changed_and_taken_away() -> None:
    text = DEMO.read_text(encoding="utf-8")
    for entry, system in enumerate(value_of(text)["systems"]):
        for fact in sorted(set(FACTS) & system.keys()):
            before, after = touched(text, change(text, entry, fact, "andet"))
            assert (len(before), after) == (1, [f"    {fact}: andet"])
            gone = change(text, entry, fact, None)
            assert value_of(gone) == with_fact(text, entry, fact, None)
            assert len(gone.splitlines()) == len(text.splitlines()) - 1
