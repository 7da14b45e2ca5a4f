"""Summary, action plan and offers in a browser: filled, blank, alone on paper, in large print."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_forgetting import payload
from tests.conftest import Site
from tests.core.test_sheets import FULL
from tests.paper import texts_of

# On how many sheets of paper each fits, filled by a household that has said a lot.
SHEETS = {"summary": 1, "action-plan": 2}
OFFERS = {
    "offer-1:new_annual_rate": "7.5",
    "offer-1:new_months": "240",
    "offer-2:new_annual_rate": "6",
    "offer-2:new_months": "120",
}
MINE = {
    **FULL,
    "your_name": "Maria-Magdalena Delgado-Whitfield",
    "co_borrower_name": "Jonathan Whitfield-Delgado",
    "property_address": "1204 North Elm Street, Apartment 7\nToledo, OH 43604",
    "affordable_payment": "415",
    "first_monthly_payment": "1057",
    "gross_income": "5400",
}


def as_file(figures: dict[str, str]) -> Any:
    day = {"day": "2026-11-26", "from": "My figures"}
    typed = {key: {"text": text, **day} for key, text in figures.items() if "entry:" not in key}
    log = {
        key.removeprefix("entry:"): json.loads(text)
        for key, text in figures.items()
        if "entry:" in key
    }
    said = {"what": "second-mortgage-help figures", "version": 3, "figures": typed, "log": log}
    return payload(json.dumps(said).encode())


def test_the_plan_to_fill_in_by_hand_prints_alone_before_and_beside_a_plan(page: Page) -> None:
    page.goto("/")
    page.evaluate("window.print = () => undefined")
    for choice in ("missed", "bank"):
        page.locator(f'[data-question] [data-choice="{choice}"]').click()
    page.goto("plan/")
    page.evaluate("window.print = () => undefined")
    page.get_by_role("button", name="See my plan now").click()
    expect(page.locator(".sheet-blank")).to_be_hidden()
    assert "Whom to call" not in " ".join(pages_of(page))
    page.get_by_role("button", name="Print a blank one").click()
    blank = pages_of(page)
    assert len(blank) <= 2 and "Whom to call" in " ".join(blank)
    assert "You said" not in " ".join(blank) and "not legal advice" not in " ".join(blank)
    page.get_by_role("button", name="Print a blank one").click()
    is_large_enough(page, ".sheet-blank .sheet")


def opened(page: Page, name: str, figures: dict[str, str]) -> None:
    page.goto(f"{name}/")
    page.evaluate("window.print = () => undefined")
    page.locator("[data-household=open]").set_input_files(as_file(figures))
    expect(page.locator(".sheet-filled")).to_be_visible()


def pages_of(page: Page, paper: str = "Letter") -> list[str]:
    return texts_of(page.pdf(format=paper))


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_prints_alone_filled_and_blank(page: Page, name: str, paper: str) -> None:
    opened(page, name, MINE)
    page.get_by_role("button", name="alone").click()
    filled = pages_of(page, paper)
    page.get_by_role("button", name="Print a blank one").click()
    blank = pages_of(page, paper)
    assert len(filled) <= SHEETS[name] and len(blank) <= SHEETS[name]
    assert "Maria-Magdalena" in filled[0] and "Maria-Magdalena" not in " ".join(blank)
    for text in (" ".join(filled), " ".join(blank)):
        assert "not legal advice" not in text and "Large print" not in text
        assert "Printed from" not in text


# The words in the smallest type, and its size in points. What is for the ear alone is not printed.
SMALLEST = """(place) => {
    const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    let smallest = [Infinity, "nothing"];
    while (walk.nextNode()) {
        const { data, parentElement: around } = walk.currentNode;
        const isSeen = around.checkVisibility() && !around.closest(".sheet-ear");
        const size = (parseFloat(getComputedStyle(around).fontSize) * 72) / 96;
        if (data.trim() && isSeen && size < smallest[0]) smallest = [size, data];
    }
    return smallest;
}"""


def is_large_enough(page: Page, selector: str) -> None:
    """All that stands on paper there is 9 points or more, and 13 in large print."""
    page.emulate_media(media="print")
    for least, is_large in ((9, False), (13, True)):
        page.evaluate(
            "(on) => document.documentElement.classList.toggle('large-print', on)", is_large
        )
        size, words = page.locator(selector).evaluate(SMALLEST)
        # A browser counts in parts of a pixel.
        assert least - 0.01 <= size < 99, f"{words}: {size} points, large: {is_large}"


@pytest.mark.parametrize("name", [*SHEETS, "log", "offers"])
def test_large_print_reaches_a_sheet(page: Page, name: str) -> None:
    opened(page, name, MINE | OFFERS)
    is_large_enough(page, ".sheet-filled .sheet")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", [*SHEETS, "log", "offers"])
def test_a_sheet_fits_a_phone(page: Page, name: str) -> None:
    opened(page, name, MINE | OFFERS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", [*SHEETS, "log", "offers"])
def test_without_a_script_there_is_the_blank_sheet(
    chromium: Browser, site: Site, name: str
) -> None:
    context = chromium.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{name}/")
    expect(page.locator(".sheet-blank")).to_be_visible()
    expect(page.locator(".sheet-filled")).to_be_hidden()
    context.close()


def test_two_offers_say_what_differs_and_follow_the_typing(page: Page) -> None:
    opened(page, "offers", MINE | OFFERS)
    sheet = page.locator(".sheet-filled")
    expect(sheet).to_contain_text("Offer 1 has the lower payment, but offer 2 costs less in all.")
    box = page.locator('.sheet-form [data-keep="offer-2:new_months"]')
    box.fill("240")
    box.press("Tab")
    expect(sheet).to_contain_text("nothing in offer 2 is higher")
    expect(page.locator('.sheet-form [data-keep="balance"]')).to_have_value("52000")
    box.fill("soon")
    box.press("Tab")
    expect(sheet).to_contain_text("Offer 2, The new number of months:")
