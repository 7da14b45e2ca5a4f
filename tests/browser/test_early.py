"""Python starts by itself where that costs the reader nothing, and only there."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clocks import let_pass, stop_clock
from tests.browser.test_calculator import LOAN, fill, follow
from tests.conftest import Site

PAYMENT = "calculators/payment/"
LETTER = "letters/hardship/"
GUIDE = "glossary/"
# A second after the page is in, then the first idle moment: this is ample.
LONG_ENOUGH = 8
CONNECTION = """Object.defineProperty(navigator, "connection", {value: %s})"""


@pytest.fixture
def asked(page: Page) -> list[str]:
    """What the browser asks for from the runtime, the worker's own requests included."""
    seen: list[str] = []
    page.context.on(
        "request", lambda each: seen.append(each.url) if "/runtime/" in each.url else None
    )
    return seen


@pytest.mark.parametrize("path", [PAYMENT, LETTER])
def test_a_form_that_is_open_gets_ready_by_itself(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_function("() => performance.getEntriesByName('calculator:ready').length")
    loaded, woken = page.evaluate(
        "[performance.timing.loadEventEnd - performance.timing.navigationStart,"
        " performance.getEntriesByName('calculator:wake')[0].startTime]"
    )
    assert woken > loaded + 900
    assert page.locator(".calc").first.get_attribute("data-state") == "example"


def test_nothing_moves_while_it_gets_ready(page: Page) -> None:
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver(list => { for (const each of list.getEntries())"
        " window.shifts += each.value; }).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(PAYMENT)
    page.wait_for_function("() => performance.getEntriesByName('calculator:ready').length")
    assert page.evaluate("window.shifts") < 0.01


def test_python_that_starts_by_itself_is_seen_to(page: Page, asked: list[str]) -> None:
    """As the next tests look, who find that it does not."""
    stop_clock(page)
    page.goto(PAYMENT)
    assert asked == []
    let_pass(page, LONG_ENOUGH)
    assert asked != []


def test_a_page_without_a_form_never_asks_for_python(page: Page, asked: list[str]) -> None:
    stop_clock(page)
    page.goto(GUIDE)
    let_pass(page, LONG_ENOUGH)
    assert asked == []
    # Nor does one that the reader has left for it before the browser was idle.
    page.goto(PAYMENT)
    follow(page, page.locator("a[href*=glossary]"))
    expect(page.locator("h1")).to_have_text(re.compile("Glossary"))
    let_pass(page, LONG_ENOUGH)
    assert asked == []


@pytest.mark.parametrize(
    "connection",
    [
        "{saveData: true}",
        "{effectiveType: '2g'}",
        "{effectiveType: 'slow-2g'}",
        "{type: 'cellular', effectiveType: '4g'}",
        "{metered: true}",
    ],
)
def test_a_line_that_is_paid_by_the_byte_is_left_alone_until_asked(
    page: Page, asked: list[str], connection: str
) -> None:
    page.add_init_script(CONNECTION % connection)
    stop_clock(page)
    page.goto(PAYMENT)
    let_pass(page, LONG_ENOUGH)
    assert asked == []
    page.clock.resume()
    fill(page, LOAN)
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".calc")).to_have_attribute("data-state", "ready")
    assert len(asked) >= 5


def test_reduced_data_counts_too(page: Page, asked: list[str]) -> None:
    page.add_init_script(
        "const real = window.matchMedia.bind(window); window.matchMedia = (query) =>"
        " query.includes('reduced-data') ? {matches: true} : real(query)"
    )
    stop_clock(page)
    page.goto(PAYMENT)
    let_pass(page, LONG_ENOUGH)
    assert asked == []


def test_a_touch_starts_it_at_once(page: Page) -> None:
    page.goto(PAYMENT)
    page.locator('[name="balance"]').focus()
    assert page.evaluate("performance.getEntriesByName('calculator:wake').length") == 1


@pytest.mark.parametrize("path", [PAYMENT, LETTER])
def test_the_form_says_what_it_costs(page: Page, site: Site, path: str) -> None:
    page.goto(path)
    said = page.locator(".calc-download").inner_text()
    assert re.search(r"about \d+\.\d MB .* once", said)
    size = page.evaluate(
        "fetch(new URL('/assets/runtime/runtime.json', location.href)).then(each => each.json())"
    )["download"]
    assert size in said
    # What comes after an answer is no part of that.
    compressed = sum(
        path.stat().st_size
        for path in (site.folder / "assets/runtime").rglob("*.gz")
        if not re.search(r"\.rest\.|memory-", path.name)
    )
    assert compressed == 0 or f"{compressed / 1e6:.1f}" == size.split()[0]
