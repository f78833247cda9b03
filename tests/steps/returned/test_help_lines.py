"""What is written on a line of help is never read, and so it is told of."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secaudit.problems import Problem
from secaudit.steps.looking.history import history
from tests.municipality import Municipality

HELP = "    # Er prøve 1 i orden?\n"
MISSING = "    # Er prøve 1 i orden? Nej, kun her!\n"


def told(municipality: Municipality, path: Path, old: str, new: str) -> list[Problem]:
    """What is said of the form in which `new` stands instead of `old`."""
    text = path.read_text(encoding="utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return list(municipality.record(path).problems)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HELP, MISSING),
        (HELP, f"{HELP}    # Vi mangler alt her!\n"),
        (HELP, f"{HELP}# Vi mangler alt her!\n"),
        (HELP, f"{HELP}    # her! ja\n"),
        (HELP, f"{HELP}    # opfyldt her!\n"),
        ("    status: opfyldt\n", "    status: opfyldt\n    # men kun her!\n"),
        ("\n  T.2:", "    # nævnt her!\n\n  T.2:"),
        ("# Svar senest 1. oktober 2026.", "# Svar senest 1. oktober 2026. Ring her!"),
    ],
)
def test_what_is_written_on_a_line_of_help_is_refused_at_the_line(
    municipality: Municipality, old: str, new: str
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    (problem,) = told(municipality, path, old, new)
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next(number for number, said in enumerate(lines, 1) if "her!" in said)
    assert (problem.code, problem.severity, problem.line) == (
        "help-line",
        "error",
        line,
    )
    assert "comment" in problem.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HELP, ""),
        (
            "    # Skal udfyldes ved opfyldt og delvist opfyldt: reviewed_on.\n",
            "    # Skal udfyldes ved opfyldt og\n    # delvist opfyldt:\n    # reviewed_on.\n",
        ),
        (HELP, "    #  Er   prøve 1 i orden?  \n    #\n"),
        (HELP, "    # ER PRØVE 1 i orden ?\n"),
        (HELP, "    # Er pr?ve 1 i orden?\n"),
    ],
)
def test_help_that_was_taken_away_or_wrapped_is_no_matter(
    municipality: Municipality, old: str, new: str
) -> None:
    assert (
        told(municipality, municipality.answer("p01", "system-omsorg"), old, new) == []
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("form: secaudit/1", "# Udfyldt af Mette, da Jesper er syg\nform: secaudit/1"),
        ("  supplier:", "  # vi flytter til skyen i maj\n  supplier:"),
    ],
)
def test_what_is_written_above_the_answers_is_a_warning(
    municipality: Municipality, old: str, new: str
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    (problem,) = told(municipality, path, old, new)
    assert (problem.code, problem.severity) == ("help-line", "warning")


def test_a_sign_alone_on_a_line_of_help_is_told(municipality: Municipality) -> None:
    path = municipality.answer("p01", "system-omsorg")
    (problem,) = told(municipality, path, HELP, f"{HELP}    # 👍\n    # ---\n    #\n")
    assert problem.code == "help-line"


def test_help_is_known_where_the_issued_files_are_gone_and_where_the_date_was_moved(
    municipality: Municipality,
) -> None:
    path = municipality.answer("p01", "system-omsorg")
    municipality.extend("p01", date(2026, 10, 20))
    (municipality.form("p01", "system-omsorg")).unlink()
    assert municipality.record(path).problems == ()
    other = municipality.answer("p01", "owner-p01")
    (municipality.form("p01", "owner-p01")).unlink()
    (problem,) = told(municipality, other, HELP, MISSING)
    assert problem.code == "help-line"


def test_each_document_of_a_file_has_the_help_of_its_own_form(
    municipality: Municipality,
) -> None:
    system = municipality.answer("p01", "system-omsorg")
    owner = municipality.answer("p01", "owner-p01").read_text(encoding="utf-8")
    first = system.read_text(encoding="utf-8")
    system.write_text(f"{first}---\n{owner.replace(HELP, MISSING)}", encoding="utf-8")
    found = municipality.record(system)
    (problem,) = found.problems
    assert problem.code == "help-line"
    assert problem.line > len(first.splitlines())
    assert [subject for _n, subject in found.receipts[0].events] == ["system:omsorg"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1
    )
)
def test_the_history_gives_back_the_text_that_was_typed_or_it_was_refused(
    municipality: Municipality, text: str
) -> None:
    path = municipality.answer("p01", "system-omsorg", {"T.1": {"status": "ved ikke"}})
    form = path.read_text(encoding="utf-8")
    before, _colon, after = form.partition('    comment: ""\n')
    typed = text.replace("\\", "\\\\").replace('"', '\\"')
    path.write_text(f'{before}    comment: "{typed}"\n{after}', encoding="utf-8")
    found = municipality.record(path)
    if any(problem.severity == "error" for problem in found.problems):
        assert not found.receipts[0].events
        return
    last = history(municipality.workspace, "system:omsorg", "T.1")[-1].told[0]
    shown = " ".join(text.split())
    quotes_alone = any(problem.code == "no-text" for problem in found.problems)
    kept = f" · {shown}" if shown and not quotes_alone else ""
    assert last == f"T.1: ved ikke{kept} · ESDH-sag 2026-1587"
