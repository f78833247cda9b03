"""What the page says is wrong is what `validate` says, and the other way round."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from secaudit.problems import Problem
from secaudit.steps.returned.validate import validate
from secaudit.workspace import Workspace
from tests.browser import visiting
from tests.form.generated import Respondent, written_with
from tests.form.reading import load, save
from tests.municipality import ANSWERED, Municipality, clock

Verdict = set[tuple[str, str, str, bool]]
"""Issue, control and code of each problem, and whether it only warns."""
_ABOUT_THE_FILE = {"no-respondent", "other-respondent", "date-before-latest"}
_IN_OTHER_WORDS = {"out-of-bounds": "whole-number", "wrong-type": "whole-number"}
"""What the validator tells more closely than the page."""


def told_by_page(page: Page) -> Verdict:
    """What stands in the lists of what is missing, and of what is odd."""
    found = page.evaluate(
        "[...document.querySelectorAll('#summary li')].map((li) => "
        "[li.dataset.issue, li.dataset.control, li.dataset.code, "
        "li.dataset.warning === 'true'])"
    )
    return {(issue, control, code, odd) for issue, control, code, odd in found}


def issues_in(path: Path) -> set[str]:
    """The forms of a saved file: those in which anything is answered."""
    text = path.read_text(encoding="utf-8")
    return set(re.findall(r'^issue: "?(\w+)', text, re.MULTILINE))


def told_by_validator(path: Path, workspace: Workspace) -> Verdict:
    """What `validate` says of the saved file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    found = validate((path,), workspace, None, ANSWERED)
    return {
        _place(problem, lines[: problem.line])
        for problem in found.problems
        if problem.code not in _ABOUT_THE_FILE
    }


def _place(problem: Problem, above: list[str]) -> tuple[str, str, str, bool]:
    """A problem at the last of some lines: the issue and the control that it stands under."""
    document = "\n".join(above).rpartition("\n---\n")[2]
    head, _answers, answers = document.partition("\nanswers:")
    issue = re.findall(r'^issue: "?(\w+)', head, re.MULTILINE)[-1]
    controls = re.findall(r"^  ([A-Z][\w.]+):", answers, re.MULTILINE)
    code = _IN_OTHER_WORDS.get(problem.code, problem.code)
    warns = problem.severity == "warning"
    return issue, controls[-1] if controls else "", code, warns


def each_question(judged: Verdict, said: Verdict) -> Verdict:
    """The validator's verdict, with every question of a form that it calls wholly unanswered."""
    whole = {issue for issue, control, *_told in judged if not control}
    each = {one for one in said if one[0] in whole and one[2] == "unanswered"}
    assert {issue for issue, *_told in each} == whole
    return {one for one in judged if one[1]} | each


@pytest.mark.slow
@pytest.mark.parametrize(("person", "sets"), [("p01", 400), ("p02", 60), ("p03", 40)])
def test_the_verdict_on_generated_answers_is_that_of_the_validator(
    browser: Browser, many_systems: Municipality, tmp_path: Path, person: str, sets: int
) -> None:
    place = many_systems.workspace.issued("2026") / person / "svar.html"
    data = written_with(place)
    documents = 0
    with visiting(browser) as visit:
        visit.context.clock.set_fixed_time(clock(ANSWERED))
        page = visit.open(place)
        page.on("dialog", lambda dialog: dialog.accept())  # that answers are replaced
        for seed in range(2 * sets):
            draft = Respondent(data, seed, ANSWERED).draft()
            saved = tmp_path / f"{seed}.yaml"
            said = _answered(page, draft, saved)
            judged = told_by_validator(saved, many_systems.workspace)
            sent = issues_in(saved)
            said = {one for one in said if one[0] in sent}
            judged = each_question(judged, said)
            assert said == judged, (seed, said ^ judged)
            documents += len(sent)
            if documents >= sets:
                return
    raise AssertionError(f"only {documents} forms were answered")


def _answered(page: Page, draft: object, saved: Path) -> Verdict:
    """What the page says of a draft; the answers are saved."""
    file = saved.with_suffix(".json")
    file.write_text(json.dumps(draft), encoding="utf-8")
    load(page, file)
    save(page, saved.parent).rename(saved)
    return told_by_page(page)
