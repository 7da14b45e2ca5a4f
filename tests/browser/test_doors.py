"""Doors for those who come from elsewhere: in Spanish, in a state, by the search."""

import re

import pytest
from playwright.sync_api import Page, expect

SCREEN = 740


def test_the_spanish_page_is_on_homes_first_screen_and_changes_the_language(page: Page) -> None:
    """By the theme's own navigation, which swaps the words and keeps the document."""
    page.goto("/")
    link = page.locator('article a[hreflang="es"]')
    box = link.bounding_box()
    assert box and box["y"] + box["height"] <= SCREEN
    language = page.locator("html")
    expect(language).to_have_attribute("lang", "en")
    page.evaluate("document.documentElement.dataset.same = 'yes'")
    link.click()
    expect(page.locator("h1")).to_have_text(re.compile("^Ayuda en español"))
    expect(language).to_have_attribute("lang", "es")
    expect(page.locator("header.md-header")).to_have_attribute("lang", "en")
    page.go_back()
    expect(language).to_have_attribute("lang", "en")
    assert page.evaluate("document.documentElement.dataset.same") == "yes"


def test_the_spanish_page_calls_and_fits_a_phone(page: Page) -> None:
    page.goto("/ayuda/")
    numbers = page.locator('article a[href^="tel:"]')
    assert numbers.count() >= 6
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    said = page.locator("blockquote [lang=en]")
    expect(said).to_have_text("“I need a Spanish interpreter, please.”")


def test_a_link_to_a_state_shows_that_one_alone(page: Page) -> None:
    page.goto("/states/#ohio")
    shown = page.locator(".state:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("We have not read Ohio’s law.")
    expect(shown.locator('a[href*="ohioattorneygeneral.gov"]').first).to_be_visible()
    shown.get_by_role("link", name="All states").click()
    expect(shown).to_have_count(52)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_box_finds_a_state(page: Page) -> None:
    page.goto("/states/")
    page.get_by_label("Type the first letters").fill("new")
    names = page.locator(".states-names li:visible")
    expect(names).to_have_text(["New Hampshire", "New Jersey", "New Mexico", "New York"])
    expect(page.locator("#states-found")).to_have_text("4 names fit")
    page.get_by_label("Type the first letters").fill("carolina")
    expect(page.locator("#states-found")).to_have_text("2 names fit")
    page.get_by_label("Type the first letters").fill("zz")
    expect(page.locator("#states-found")).to_have_text("No state has a name like that.")
    page.get_by_label("Type the first letters").fill("west v")
    expect(page.locator("#states-found")).to_have_text("West Virginia")
    page.get_by_label("Type the first letters").press("Enter")
    expect(page.locator(".state:visible")).to_have_count(1)
    expect(page.locator(".state:visible h3")).to_contain_text("West Virginia")


def test_without_a_script_the_states_are_a_list(page: Page) -> None:
    page.route("**/main.js", lambda route: route.abort())
    page.goto("/states/")
    expect(page.locator(".states-find")).to_be_hidden()
    page.locator(".states-names").get_by_role("link", name="Ohio").click()
    expect(page.locator(".state:visible")).to_have_count(1)


def test_the_plan_leads_to_the_state_without_python(page: Page) -> None:
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto("/")
    page.wait_for_selector("[data-door][data-step]")
    for choice in ("old", "New York", "no"):
        page.locator(f'[data-question] [data-choice="{choice}"]').click()
    link = page.locator("[data-plan] [data-state-page]")
    expect(link).to_be_visible()
    link.click()
    expect(page.locator(".state:visible")).to_have_count(1)
    expect(page.locator(".state:visible h3")).to_contain_text("New York")
    assert page.url.endswith("/states/#new-york")


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("what is a zombie", "more/old-and-charged-off-loans/"),
        ("credit union took my paycheck", "more/your-bank-is-your-lender/"),
    ],
)
def test_the_search_finds_what_people_type(page: Page, typed: str, path: str) -> None:
    """On a phone; small words are left out of the question."""
    page.goto("/")
    page.locator(".bar-search").click()
    page.locator(".md-search__input").press_sequentially(typed)
    first = page.locator(".md-search-result__item a").first
    expect(first).to_have_attribute("href", re.compile(path))
