"""Every page of the site: nothing sideways, nothing that axe finds, light and dark."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT

PAGES = sorted(
    path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index")
    for path in (ROOT / "docs").rglob("*.md")
)


def open_page(page: Page, path: str) -> None:
    page.goto(f"{path}/" if path and not path.endswith("/") else path)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways(page: Page, path: str) -> None:
    open_page(page, path)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert overflow <= 0, width


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, path: str) -> None:
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    open_page(page, path)
    for calculator in page.locator(".calc").all():
        calculator.get_by_role("button", name="Work it out").click()
        expect(calculator).to_have_attribute("data-state", "ready", timeout=60_000)
    page.evaluate(axe)
    schemes: list[Any] = ["light", "dark"]
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")
        problems = [
            (problem["id"], node["html"][:200])
            for problem in found["violations"]
            for node in problem["nodes"]
        ]
        assert problems == [], scheme


def test_large_print_is_kept_only_when_asked(page: Page) -> None:
    page.goto("steps/4-refinance/")
    assert page.evaluate("localStorage.getItem('large-print')") is None
    button = page.get_by_role("button", name="Large print")
    small = page.evaluate("getComputedStyle(document.querySelector('article p')).fontSize")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    large = page.evaluate("getComputedStyle(document.querySelector('article p')).fontSize")
    assert large != small
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    button.click()
    assert page.evaluate("localStorage.getItem('large-print')") is None


def test_an_overdue_page_says_so_without_a_new_build(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-24T12:00:00Z")
    page.goto("steps/4-refinance/")
    expect(page.locator(".page-due")).to_be_hidden()
    page.clock.set_fixed_time("2029-01-01T12:00:00Z")
    page.goto("steps/4-refinance/")
    expect(page.locator(".page-due")).to_be_visible()
