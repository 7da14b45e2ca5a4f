"""Letters by keyboard and on paper: filled in on the device, printed alone, one sheet each."""

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from calculators.letters import LETTERS
from tests.browser.test_calculator import fill, state
from tests.conftest import Site

INFORMATION = "letters/information/"


def sheets(page: Page) -> list[str]:
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages]


def test_a_letter_is_filled_in_and_its_days_are_counted(page: Page, site: Site) -> None:
    page.goto(INFORMATION)
    state(page, "example")
    expect(page.locator(".letter-sheet")).to_contain_text("(your name)")
    fill(page, {"your_name": "Ann <b>Lee</b>", "loan_number": "77-1"})
    page.locator("summary", has_text="Later, when you know it arrived").click()
    fill(page, {"received_date": "11/23/2026"})
    page.get_by_role("button", name="Fill in the letter").click()
    state(page, "ready")
    sheet = page.locator(".letter-sheet")
    expect(sheet).to_contain_text("Ann <b>Lee</b>")
    expect(sheet).to_contain_text("Loan number: 77-1")
    due = page.locator(".letter-due time")
    assert due.evaluate_all("days => days.map((day) => day.dateTime)") == [
        "2026-12-01", "2026-12-08", "2027-01-07",
    ]  # fmt: skip
    sent = [each for each in site.requests if "Lee" in each or "77-1" in each]
    assert sent == []
    page.get_by_role("button", name="Back to the blank letter").click()
    state(page, "example")
    expect(sheet).not_to_contain_text("Ann")


def test_a_wrong_kind_of_loan_gets_told_at_its_box(page: Page) -> None:
    page.goto(INFORMATION)
    page.get_by_label("What kind of loan is this letter about?").select_option("heloc")
    page.get_by_role("button", name="Fill in the letter").click()
    state(page, "error")
    box = page.locator("[name=loan_kind]")
    expect(box).to_have_attribute("aria-invalid", "true")
    described = (box.get_attribute("aria-describedby") or "").split()
    said = " ".join(page.locator(f"#{each}").inner_text() for each in described)
    assert LETTERS["heloc-error"].title in said


@pytest.mark.parametrize("slug", LETTERS)
def test_the_letter_alone_is_one_sheet(page: Page, slug: str) -> None:
    page.goto(f"letters/{slug}/")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print the letter alone").click()
    assert page.evaluate("window.printed")
    alone = sheets(page)
    assert len(alone) == 1, f"{len(alone)} sheets"
    text = re.sub(r"\s+", " ", alone[0]).strip()
    assert text.startswith("(date of the letter)") and "(sign here)" in text
    for furniture in ("Sources", "Printed from", "Fill in", LETTERS[slug].title + " "):
        assert furniture not in text.replace(LETTERS[slug].subject, ""), furniture
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert len(sheets(page)) > 1
