"""Every page of the site: nothing sideways, nothing that axe finds, light and dark."""

import re

import pytest
from playwright.sync_api import Page, expect

from calculators import CALCULATORS
from tests.browser.axe import violations
from tests.browser.test_calculator import settled, visit
from tests.conftest import ROOT, Site

PAGES = sorted(
    path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index")
    for path in (ROOT / "docs").rglob("*.md")
)


@pytest.fixture
def page(tab: Page) -> Page:
    return tab


def open_page(page: Page, path: str) -> None:
    page.goto(f"{path}/" if path and not path.endswith("/") else path)


def overflow(page: Page) -> int:
    wide: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return wide


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways(page: Page, path: str) -> None:
    open_page(page, path)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 740})
        assert overflow(page) <= 0, width
        # A table that is part of an answer shows whole, too; only a long folded one may scroll.
        for table in page.locator(".calc-answer > .calc-scroll").all():
            assert table.evaluate("each => each.scrollWidth - each.clientWidth") <= 0, width
    # Large print fits a phone, too.
    page.locator('[data-tool="large"]').first.click()
    assert overflow(page) <= 0


@pytest.mark.parametrize(
    "path", [*(f"calculators/{slug}/" for slug in CALCULATORS), "offers/", "log/"]
)
def test_no_choice_is_cut_off_on_a_phone(page: Page, path: str) -> None:
    page.goto(path)
    settled(page)
    for box in page.locator(".calc select").all():
        shown = box.evaluate("box => box.offsetWidth")
        needed = box.evaluate("box => { box.style.maxWidth = 'none'; return box.offsetWidth; }")
        assert needed <= shown, box.get_attribute("name")


@pytest.mark.parametrize("slug", [slug for slug, each in CALCULATORS.items() if each.charts])
def test_a_chart_can_be_read_on_a_phone(page: Page, slug: str) -> None:
    """Its words are large enough, stay inside it and do not lie over each other."""
    page.goto(f"calculators/{slug}/")
    # Compare draws only the choices that are picked.
    for chart in page.locator(".calc-chart svg:visible").all():
        frame = chart.bounding_box()
        assert frame is not None
        assert frame["width"] / 300 * 13 >= 12
        boxes = [each.bounding_box() for each in chart.locator("text").all()]
        words = [box for box in boxes if box is not None]
        for at, one in enumerate(words):
            assert one["x"] >= frame["x"] - 1
            assert one["x"] + one["width"] <= frame["x"] + frame["width"] + 1
            for other in words[:at]:
                beside = (
                    one["x"] >= other["x"] + other["width"] - 1
                    or other["x"] >= one["x"] + one["width"] - 1
                )
                # A line's box is taller than its letters.
                assert beside or abs(one["y"] - other["y"]) > 12, chart.inner_html()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, path: str) -> None:
    # From the page that was looked at before it comes by a link: axe and Python stay.
    if page.evaluate("Boolean(window.axe)"):
        visit(page, f"{path.rstrip('/')}/".lstrip("/"))
    else:
        open_page(page, path)
    # What is folded is looked at too, and a source at its sentence.
    page.evaluate("document.querySelectorAll('.md-content details').forEach(e => e.open = true)")
    if page.locator(".md-content .note a").count():
        page.locator(".md-content .note a").first.click()
    # A form of a sheet has no answer, and says at once what is wrong.
    for form in page.locator(".calc:is(.log-form, .sheet-form) [type=submit]").all():
        form.click()
    for calculator in page.locator(".calc:not(.log-form, .sheet-form)").all():
        calculator.locator("[type=submit]").click()
        # Some letters have a date that must be given: then the errors are looked at.
        expect(calculator).to_have_attribute(
            "data-state", re.compile("ready|error"), timeout=60_000
        )
    assert violations(page) == []


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("cant pay heloc", "steps/2-talk-to-your-lender/"),
        ("second mortgage charged off", "more/old-and-charged-off-loans/"),
        ("hamp", "steps/7-government-programs/"),
    ],
)
def test_search_finds_what_people_type(page: Page, site: Site, typed: str, path: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("glossary/")
    page.locator(".md-search__input").click()
    page.keyboard.type(typed)
    first = page.locator(".md-search-result__item")
    expect(first.nth(1)).to_be_visible()
    links = [item.locator("a").first.get_attribute("href") for item in first.all()[:3]]
    assert f"{site.address}{path}" in [str(link).partition("?")[0] for link in links]


def test_large_print_is_kept_only_when_asked(own: Page) -> None:
    own.goto("steps/4-refinance/")
    assert own.evaluate("localStorage.getItem('large-print')") is None
    button = own.get_by_role("button", name="Large print")
    small = own.evaluate("getComputedStyle(document.querySelector('article p')).fontSize")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    own.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    large = own.evaluate("getComputedStyle(document.querySelector('article p')).fontSize")
    assert large != small
    assert own.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    button.click()
    assert own.evaluate("localStorage.getItem('large-print')") is None


def test_an_overdue_page_says_so_without_a_new_build(own: Page) -> None:
    own.clock.set_fixed_time("2026-11-24T12:00:00Z")
    own.goto("steps/4-refinance/")
    expect(own.locator(".page-due")).to_be_hidden()
    own.clock.set_fixed_time("2029-01-01T12:00:00Z")
    own.goto("steps/4-refinance/")
    expect(own.locator(".page-due")).to_be_visible()
