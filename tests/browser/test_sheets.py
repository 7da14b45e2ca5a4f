"""Summary, action plan and offers in a browser: filled, blank, alone on paper, in large print."""

import io
import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.test_forgetting import payload
from tests.conftest import Site
from tests.core.test_sheets import FULL

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


def opened(page: Page, name: str, figures: dict[str, str]) -> None:
    page.goto(f"{name}/")
    page.evaluate("window.print = () => undefined")
    page.locator("[data-household=open]").set_input_files(as_file(figures))
    expect(page.locator(".sheet-filled")).to_be_visible()


def pages_of(page: Page, paper: str = "Letter") -> list[str]:
    return [each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(format=paper))).pages]


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


@pytest.mark.parametrize("name", [*SHEETS, "log", "offers"])
def test_large_print_reaches_a_sheet(page: Page, name: str) -> None:
    opened(page, name, MINE | OFFERS)
    sizes = []
    page.emulate_media(media="print")
    for _ in range(2):
        cells = page.locator(".sheet-filled .sheet :is(td, dd, p)")
        sizes.append(
            min(
                cells.evaluate_all(
                    "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
                )
            )
        )
        page.evaluate("document.documentElement.classList.add('large-print')")
    small, large = sizes
    # In CSS pixels: 9 points, and 13.
    assert small >= 12 and large >= 13 * 96 / 72
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
