"""Each page says what it may load and run, and no kind of page needs more."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_calculator import follow
from tests.conftest import Site

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""
PAGES = [
    "",
    "404.html",
    "about/offline/",
    "calculators/compare/",
    "calculators/timeline/",
    "glossary/",
    "letters/stop-sale/",
    "more/bankruptcy/",
    "sources/",
    "steps/1-assess/",
]


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    context = chromium.new_context(base_url=site.address)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def test_every_page_has_the_policy_first(site: Site) -> None:
    for path in site.pages():
        html = path.read_text(encoding="utf-8")
        head = html.split("<head>")[1]
        found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', head)
        assert found, path
        assert "unsafe-inline" not in found[1] and "'unsafe-eval'" not in found[1]
        # What stands before it is not under it.
        assert not re.search(r"<(script|style|link)", head[: found.start()]), path


@pytest.mark.parametrize("name", PAGES)
def test_no_kind_of_page_needs_more(page: Page, name: str) -> None:
    page.goto(name)
    for opener in page.locator("summary").all():
        if opener.is_visible():
            opener.click()
    if page.locator("[data-calculator]").count():
        section = page.locator("[data-calculator]").first
        section.locator("form [type=submit]").click()
        page.wait_for_function(
            "() => ['ready', 'error'].includes("
            "document.querySelector('[data-calculator]').dataset.state)"
        )
    page.keyboard.press("Tab")
    page.evaluate("document.querySelector('[data-md-toggle=search]').click()")
    page.locator(".md-search__input").fill("foreclosure")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    assert page.evaluate("window.violations") == []


def test_going_from_page_to_page_needs_no_more(page: Page) -> None:
    page.goto("")
    page.evaluate("window.isTheSamePage = true")
    for name in ("steps/2-talk-to-your-lender/", "calculators/payment/", "letters/help/"):
        follow(page, page.locator(f'a[href$="{name}"]'))
        page.wait_for_url(f"**/{name}")
        page.locator("h1").first.wait_for()
    assert page.evaluate("window.isTheSamePage"), "a new page has violations of its own"
    assert page.evaluate("window.violations") == []


def test_what_the_policy_forbids_is_noticed(page: Page) -> None:
    """The watcher itself can fail."""
    page.goto("")
    page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = '1';"
        " document.body.append(script); }"
    )
    assert "script-src" in page.evaluate("window.violations")[0]
