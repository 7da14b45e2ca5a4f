"""A doubt about what was typed: at its box and in the answer, and one tap takes the suggestion."""

from playwright.sync_api import Page, expect

TYPED = {"balance": "52000", "annual_rate": "0.0925", "months_left": "180"}


def test_a_fraction_is_asked_about_and_one_tap_puts_it_right(page: Page) -> None:
    page.goto("calculators/payment/")
    section = page.locator("[data-calculator=payment]")
    for name, text in TYPED.items():
        section.locator(f"form [name={name}]").fill(text)
    section.locator("form [type=submit]").click()
    expect(section).to_have_attribute("data-state", "ready")
    rate = section.locator("form [name=annual_rate]")
    at_the_box = section.locator(".calc-question:visible")
    expect(at_the_box).to_have_count(1)
    expect(at_the_box).to_contain_text("You wrote 0.0925%. Is it 9.25%?")
    # Heard with the box, and said again where the answer is.
    assert (at_the_box.get_attribute("id") or "none") in (
        rate.get_attribute("aria-describedby") or ""
    )
    expect(section.locator(".calc-asked")).to_contain_text("Is it 9.25%?")
    # The answer stands meanwhile.
    assert section.locator("[data-figure=monthly_payment]").first.text_content() == "$290.91"

    at_the_box.get_by_role("button", name="Use 9.25").click()
    expect(rate).to_have_value("9.25")
    expect(section.locator("[data-figure=monthly_payment]")).to_have_text("$535.18")
    expect(section.locator(".calc-question:visible")).to_have_count(0)
    expect(section.locator(".calc-asked")).to_have_count(0)


def test_a_question_goes_when_its_box_changes(page: Page) -> None:
    page.goto("calculators/payment/")
    section = page.locator("[data-calculator=payment]")
    for name, text in (TYPED | {"annual_rate": "9.25", "months_left": "15"}).items():
        section.locator(f"form [name={name}]").fill(text)
    section.locator("form [type=submit]").click()
    question = section.locator("[id$=months_left-question]")
    expect(question).to_contain_text("Is it 15 years?")
    section.locator("form [name=months_left]").fill("150")
    expect(question).to_be_hidden()
