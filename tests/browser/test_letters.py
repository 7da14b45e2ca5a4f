"""Letters by keyboard and on paper: filled in on the device, printed alone, one sheet each."""

import re

import pytest
from playwright.sync_api import Page, expect

from calculators.letters import LETTERS
from tests.browser.test_calculator import fill, state
from tests.conftest import Site
from tests.paper import texts_of

INFORMATION = "letters/information/"
# Playwright calls a function that an expression comes to: void keeps it from being a print.
COUNT_PRINTS = "window.print = () => { window.printed = (window.printed ?? 0) + 1; }"


def sheets(page: Page) -> list[str]:
    return texts_of(page.pdf())


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
def test_the_letter_alone_is_one_sheet(tab: Page, slug: str) -> None:
    tab.goto(f"letters/{slug}/")
    tab.evaluate(f"void ({COUNT_PRINTS})")
    tab.get_by_role("button", name="Print the letter alone").click()
    tab.wait_for_function("() => window.printed === 1")
    alone = sheets(tab)
    assert len(alone) == 1, f"{len(alone)} sheets"
    text = re.sub(r"\s+", " ", alone[0]).strip().removeprefix("Page 1 of 1 ")
    assert text.startswith("(date of the letter)") and "(sign here)" in text
    for furniture in ("Sources", "Printed from", "Fill in", LETTERS[slug].title + " "):
        assert furniture not in text.replace(LETTERS[slug].subject, ""), furniture
    tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert len(sheets(tab)) > 1


def test_the_loan_number_stands_on_every_sheet_of_a_long_letter(page: Page) -> None:
    page.goto("letters/help/")
    story = "I lost my job in May and have looked for work since then. " * 33
    fill(page, {"loan_number": "77-1234", "what_happened": story})
    page.get_by_role("button", name="Fill in the letter").click()
    state(page, "ready")
    page.evaluate(f"void ({COUNT_PRINTS})")
    page.get_by_role("button", name="Print the letter alone").click()
    page.wait_for_function("() => window.printed === 1")
    printed = sheets(page)
    assert len(printed) == 2
    assert all(text.rstrip().endswith("Loan number: 77-1234") for text in printed)


def test_what_is_printed_is_what_was_typed(page: Page) -> None:
    """Printing fills in first, or says what is wrong and prints nothing."""
    page.goto(INFORMATION)
    page.evaluate(f"void ({COUNT_PRINTS})")
    fill(page, {"your_name": "Ann Lee", "letter_date": "soon"})
    print_button = page.get_by_role("button", name="Print the letter alone")
    print_button.click()
    state(page, "error")
    assert page.evaluate("window.printed") is None
    expect(page.locator("[name=letter_date]")).to_have_attribute("aria-invalid", "true")
    fill(page, {"letter_date": "11/26/2026"})
    print_button.click()
    page.wait_for_function("() => window.printed === 1")
    (alone,) = sheets(page)
    assert "November 26, 2026\nAnn Lee\n" in alone


def test_clear_leaves_nobodys_letter(page: Page) -> None:
    page.goto(INFORMATION)
    fill(page, {"your_name": "Ann Lee"})
    page.get_by_role("button", name="Fill in the letter").click()
    state(page, "ready")
    page.locator('[data-action="clear"]').click()
    state(page, "example")
    expect(page.locator(".letter-sheet")).not_to_contain_text("Ann Lee")
    expect(page.locator("[name=your_name]")).to_have_value("")


def test_a_long_story_shows_how_much_room_is_left(page: Page) -> None:
    page.goto("letters/help/")
    room = page.locator(".calc-field:has([name=what_happened]) .calc-room")
    expect(room).to_be_hidden()
    fill(page, {"what_happened": "x" * 1990})
    expect(room).to_have_text("Room for 10 more characters.")
    fill(page, {"what_happened": "x" * 2003})
    expect(room).to_have_text("3 characters too many.")
    page.locator('[data-action="clear"]').click()
    expect(room).to_be_hidden()


def test_a_letter_that_breaks_its_own_rule_says_so_above_it(page: Page) -> None:
    page.goto("letters/stop-sale/")
    fill(page, {"letter_date": "11/26/2026", "sale_date": "12/11/2026"})
    page.get_by_role("button", name="Fill in the letter").click()
    state(page, "ready")
    warning = page.locator(".calc-warning")
    expect(warning).to_contain_text("15 days")
    expect(warning).to_contain_text(LETTERS["stop-sale-late"].title)


def test_an_answer_is_printed_for_what_was_typed(page: Page) -> None:
    page.goto("calculators/payment/")
    page.evaluate(f"void ({COUNT_PRINTS})")
    given = {"balance": "40,000", "annual_rate": "8", "months_left": ""}
    fill(page, given)
    page.get_by_role("button", name="Print this answer").click()
    state(page, "error")
    assert page.evaluate("window.printed") is None
    fill(page, {"months_left": "120"})
    page.get_by_role("button", name="Print this answer").click()
    page.get_by_role("button", name="Print", exact=True).click()
    page.wait_for_function("() => window.printed === 1")
    # 40,000 at 8 % over 120 months: numpy-financial says 485.31.
    expect(page.locator("[data-figure=monthly_payment]")).to_have_text("$485.31")
