"""The page as a file: one script, one style, nothing from elsewhere."""

import re
from pathlib import Path

import secaudit.form
from secaudit.form.texts import TEXTS
from tests.form.generated import written_with
from tests.municipality import Municipality

FOLDER = Path(secaudit.form.__file__).parent
MODULES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((FOLDER / "script").glob("*.js"))
}
TOP_LEVEL = re.compile(r"^(?:export )?(?:const|let|function) (\w+)", re.MULTILINE)
ASKED = re.compile(r'\b(t|count)\(\s*"(\w+)"|data\.texts\.(\w+)|\bt\.(\w+)')


def test_the_policy_lets_only_what_stands_in_the_page_run(page_of_p01: Path) -> None:
    html = page_of_p01.read_text(encoding="utf-8")
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', html)[
        0
    ]
    assert policy.startswith("default-src &#39;none&#39;; script-src &#39;sha256-")
    assert "unsafe" not in policy
    assert not re.search(r'(src|href)="(?!#|data:,")', html)
    assert " style=" not in html
    assert not re.search(r' on\w+="', html)


def test_no_two_modules_have_a_name_in_common() -> None:
    names = [name for text in MODULES.values() for name in TOP_LEVEL.findall(text)]
    assert sorted(names) == sorted(set(names))


def test_every_module_is_in_the_page(page_of_p01: Path) -> None:
    html = page_of_p01.read_text(encoding="utf-8")
    names = [n for text in MODULES.values() for n in TOP_LEVEL.findall(text)]
    missing = [
        n
        for n in names
        if not re.search(rf"^(const|let|function) {n}\b", html, re.MULTILINE)
    ]
    assert missing == []
    assert not re.search(r"^(import|export) ", html, re.MULTILINE)


def test_every_text_that_is_asked_for_is_there() -> None:
    sources = [
        *MODULES.values(),
        *(p.read_text(encoding="utf-8") for p in FOLDER.glob("*.html")),
    ]
    asked = set()
    for call, name, data, template in ASKED.findall("\n".join(sources)):
        asked |= (
            {f"{name}_one", f"{name}_many"}
            if call == "count"
            else {name or data or template}
        )
    assert asked - set(TEXTS) == set()


def test_every_text_is_asked_for() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for path in FOLDER.rglob("*.*")
        if path.suffix in (".js", ".html", ".py") and path.stem != "texts"
    ]
    said = "\n".join(sources)
    families = set(re.findall(r"[`\"](\w+_)\$?\{", said))
    names = {re.sub("_(one|many)$", "", name) for name in TEXTS}
    unused = [
        name
        for name in names
        if not re.search(rf"[\"'.]{name}\b", said)
        and not any(map(name.startswith, families))
    ]
    assert unused == []


def test_a_person_without_forms_has_no_page_any_more(tmp_path: Path) -> None:
    one = Municipality(tmp_path / "m")
    one.open()
    one.issue()
    page = one.workspace.issued("2026") / "p01" / "svar.html"
    for subject in ("system:arkiv", "system:omsorg", "owner:p01"):
        assert page.exists()
        one.withdraw(subject)
    assert not page.exists()
    assert page.with_name("svar.html.replaced-1").exists()


def test_a_page_stays_as_it_is_where_nothing_changed(tmp_path: Path) -> None:
    one = Municipality(tmp_path / "m")
    one.open()
    one.issue()
    page = one.workspace.issued("2026") / "p01" / "svar.html"
    page.write_text("åbnet", encoding="utf-8")
    one.issue()
    assert page.read_text(encoding="utf-8") == "åbnet"
    page.unlink()
    one.issue()
    assert written_with(page)["person"]["id"] == "p01"


def test_the_municipality_chooses_the_colour(tmp_path: Path) -> None:
    one = Municipality(tmp_path / "m")
    one.edit("secaudit.yaml", "language:", 'accent: "#7a1f4d"\nlanguage:')
    one.open()
    one.issue()
    html = (one.workspace.issued("2026") / "p01" / "svar.html").read_text(
        encoding="utf-8"
    )
    assert "--accent:#7a1f4d;" in html


def test_an_english_campaign_has_an_english_page(tmp_path: Path) -> None:
    one = Municipality(tmp_path / "m")
    one.edit("secaudit.yaml", "language: da", "language: en")
    one.open()
    one.issue()
    page = one.workspace.issued("2026") / "p01" / "svar.html"
    data = written_with(page)
    assert data["words"]["not-met"] == "not met"
    assert "Save the answers" in page.read_text(encoding="utf-8")
    assert '<html lang="en">' in page.read_text(encoding="utf-8")
