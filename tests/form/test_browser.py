"""The browser in which the page is tried: it tells what a page does, and what is wrong with it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import axe_violations, chromium, visiting

PAGE = """<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Prøve</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none';
 script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
</head><body><main><h1>Prøve</h1>{}</main></body></html>"""
SAVE = """<script>
const link = document.createElement("a");
link.download = "svar.yaml";
link.href = URL.createObjectURL(new Blob(["form: æ\\n"]));
document.querySelector("button").onclick = () => link.click();
</script>"""
CLOCK = '<p></p><script>document.querySelector("p").append(new Date().toLocaleString())</script>'
DARK = "matchMedia('(prefers-color-scheme: dark)').matches"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where a page is written; its folder has signs that mean something in an address."""
    (tmp_path / "Åse #1 50%").mkdir()
    return tmp_path / "Åse #1 50%" / "svar.html"


def written(page: Path, body: str) -> Path:
    page.write_text(PAGE.format(body), encoding="utf-8")
    return page


def test_a_file_that_the_page_saves_arrives(browser: Browser, page: Path) -> None:
    with visiting(browser) as visit:
        opened = visit.open(written(page, f"<button>Gem</button>{SAVE}"))
        with opened.expect_download() as saved:
            opened.get_by_role("button", name="Gem").press("Enter")
        assert saved.value.suggested_filename == "svar.yaml"
        assert Path(saved.value.path()).read_text(encoding="utf-8") == "form: æ\n"


def test_the_reader_is_in_denmark_at_a_time_that_can_be_set(
    browser: Browser, page: Path
) -> None:
    with visiting(browser) as visit:
        visit.context.clock.set_fixed_time("2026-12-31T23:30:00Z")
        opened = visit.open(written(page, CLOCK))
        assert opened.locator("p").inner_text() == "1.1.2027, 00.30.00"


def test_the_screen_is_as_wide_and_as_dark_as_is_asked(
    browser: Browser, page: Path
) -> None:
    with visiting(browser, width=320, color_scheme="dark") as visit:
        opened = visit.open(written(page, ""))
        assert (opened.evaluate("innerWidth"), opened.evaluate(DARK)) == (320, True)


def test_two_tabs_and_a_page_that_is_opened_again_share_what_is_stored(
    browser: Browser, page: Path
) -> None:
    with visiting(browser) as visit:
        visit.open(written(page, "")).evaluate("localStorage.said = 'her'")
        for _time in range(2):  # what a tab writes reaches another in a moment
            other = visit.open(page)
            other.wait_for_function("localStorage.said === 'her'")
            other.close()


def test_a_mail_that_is_begun_is_no_request(browser: Browser, page: Path) -> None:
    link = '<a href="mailto:it@proeve.example?subject=Svar">Send</a>'
    with visiting(browser) as visit:
        visit.open(written(page, link)).get_by_text("Send").click()
        assert visit.mails == ["mailto:it@proeve.example?subject=Svar"]


def test_a_page_that_asks_for_more_than_itself_is_seen(
    browser: Browser, page: Path
) -> None:
    body = (
        '<img alt="" src="mark.png"><script>fetch("svar.html").catch(Number)</script>'
    )
    page.write_text(f"<!doctype html>{body}", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"mark\.png"), visiting(browser) as visit:
        visit.open(page)
    beside = page.parent.as_uri()
    assert sorted(visit.requests) == [f"{beside}/mark.png", f"{beside}/svar.html"]


def test_what_the_policy_of_a_page_forbids_is_seen(
    browser: Browser, page: Path
) -> None:
    with pytest.raises(AssertionError), visiting(browser) as visit:
        visit.open(written(page, '<iframe src="https://proeve.example/"></iframe>'))
    assert "violates the following Content Security Policy" in visit.errors[0]


def test_every_error_of_a_page_is_seen(browser: Browser, page: Path) -> None:
    scripts = (
        "missing()",
        "console.error('stored nothing'); console.log('stored')",
        "Promise.reject(new Error('refused'))",
    )
    body = "".join(f"<script>{script}</script>" for script in scripts)
    with pytest.raises(AssertionError, match="refused"), visiting(browser) as visit:
        visit.open(written(page, body))
    missing, stored, refused = visit.errors
    assert missing.startswith("ReferenceError: missing is not defined\n    at file:")
    assert stored == "stored nothing"
    assert refused.startswith("Error: refused\n    at file:")


def test_what_shuts_a_reader_out_is_found(browser: Browser, page: Path) -> None:
    body = '<input><p style="color: #777; background: #888">Prøve</p><img src="data:,">'
    with visiting(browser) as visit:
        found = axe_violations(visit.open(written(page, body)))
        clean = axe_violations(visit.open(written(page, "<label>Ja <input></label>")))
    assert [rule.split(":")[0] for rule in found] == [
        "color-contrast",
        "image-alt",
        "label",
    ]
    assert found[2] == "label: Form elements must have labels: ['input']"
    assert clean == []


def test_chromium_is_found_where_windows_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert chromium() is None
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    edge = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.touch()
    assert chromium() == str(edge)
