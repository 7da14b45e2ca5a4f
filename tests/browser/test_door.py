"""The front door in a browser: by tapping, by keyboard, without a script, without Python."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Site
from tests.core.test_flow import HOUSEHOLDS, tapped

SCREEN = 740
QUESTION = "[data-question]"
PLAN = "[data-plan]"
B = HOUSEHOLDS["b: two behind, where the pay goes"][0]


def tap(page: Page, choice: str) -> None:
    page.locator(f'{QUESTION} [data-choice="{choice}"]').click()


def focus_is_on(page: Page, heading: str) -> None:
    """It comes by way of what is around the heading: lead() in page.js."""
    expect(page.locator("h2:focus")).to_contain_text(heading)


@pytest.fixture
def door(page: Page) -> Page:
    page.goto("/")
    expect(
        page.locator(f"{QUESTION} button").or_(page.locator(f"{QUESTION} a")).first
    ).to_be_visible()
    # The script has taken the links' place.
    page.wait_for_selector("[data-door][data-step]")
    return page


def test_the_first_question_stands_on_a_phones_first_screen(door: Page) -> None:
    choices = door.locator(f"{QUESTION} [data-choice]")
    assert choices.count() == 7
    for each in choices.all():
        box = each.bounding_box()
        assert box and box["height"] >= 48 and box["y"] + box["height"] <= SCREEN
    assert door.evaluate("document.documentElement.scrollHeight") <= 6 * SCREEN
    assert door.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_a_household_comes_to_its_plan_without_python(door: Page, name: str) -> None:
    door.route("**/runtime/**", lambda route: route.abort())
    taps = HOUSEHOLDS[name][0]
    for place, choice in zip(tapped(taps), taps, strict=False):
        expect(door.locator(QUESTION)).to_have_attribute("data-question", place.question or "")
        tap(door, choice)
    expect(door.locator(PLAN)).to_be_visible()
    expect(door.locator(f"{PLAN} [data-plan-part=today] article")).to_have_count(1)
    focus_is_on(door, "Your plan")
    assert door.url.endswith("/#plan")
    if name not in ("f: compares", "all over"):
        link = door.locator(f'{PLAN} [data-plan-part=today] a[href^="tel:"]')
        expect(link.first).to_be_visible()


def test_back_goes_one_question_back_and_no_answer_is_in_the_address(door: Page) -> None:
    for choice in B:
        tap(door, choice)
        assert re.fullmatch(r".*/#(question-\d|plan)", door.url)
    for number in range(len(B), 1, -1):
        door.go_back()
        expect(door.locator("[data-door]")).not_to_have_attribute("data-step", "plan")
        assert door.url.endswith(f"/#question-{number}")
    door.go_back()
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "happening")
    pressed = door.locator(f'{QUESTION} [aria-pressed="true"]')
    expect(pressed).to_have_text("I have missed a payment")


def test_the_back_button_and_an_early_plan(door: Page) -> None:
    for choice in B[:3]:
        tap(door, choice)
    door.get_by_role("button", name="See my plan now").click()
    expect(door.locator(PLAN)).to_be_visible()
    expect(door.locator(f"{PLAN} [data-card=own_bank]")).to_be_visible()
    door.go_back()
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "missed")
    door.get_by_role("button", name="Back", exact=True).click()
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "kind")
    door.get_by_role("button", name="Back", exact=True).click()
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "lender")


def test_an_answer_can_be_changed_and_the_rest_is_not_asked_again(door: Page) -> None:
    for choice in B:
        tap(door, choice)
    door.locator(".door-answers summary").click()
    door.get_by_role("button", name="Change: It is a fixed loan").click()
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "kind")
    tap(door, "line")
    # Only what rests on it is asked: when the time to borrow ends.
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "draw")
    tap(door, "later")
    expect(door.locator(PLAN)).to_be_visible()
    expect(door.locator(f"{PLAN} [data-card=no_wait_line]")).to_be_visible()
    expect(door.locator(f"{PLAN} [data-card=wait]")).to_have_count(0)


def test_answers_stay_through_a_reload_and_another_page_until_one_starts_again(door: Page) -> None:
    for choice in B[:2]:
        tap(door, choice)
    door.reload()
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "kind")
    door.goto("/plan/")
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "kind")
    door.get_by_role("button", name="See my plan now").click()
    door.get_by_role("button", name="Start again").click()
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "happening")
    expect(door.locator(f'{QUESTION} [aria-pressed="true"]')).to_have_count(0)


def test_by_keyboard_alone(door: Page) -> None:
    first = door.locator(f"{QUESTION} [data-choice=missed]")
    for _ in range(150):
        door.keyboard.press("Tab")
        if first.evaluate("each => each === document.activeElement"):
            break
    door.keyboard.press("Enter")
    focus_is_on(door, "Where does your payment go?")
    # What to do first is said with the question.
    heading = door.locator(f"{QUESTION} h2")
    said = heading.get_attribute("aria-describedby")
    assert said and "Call a housing counselor" in (door.locator(f"#{said}").text_content() or "")
    for key, question in (("Tab", "What kind of loan is it?"), ("Tab", "How many payments")):
        door.keyboard.press(key)
        door.keyboard.press("Enter")
        focus_is_on(door, question)


def test_an_old_loan_with_a_sale_keeps_its_warning_on_every_card(door: Page) -> None:
    for choice in ("old", "Ohio", "sale", "close", "second"):
        tap(door, choice)
        for card in door.locator("article.card:visible").all():
            assert "Do not pay, promise, or write that you owe it" in (card.text_content() or "")
    plan = door.locator(PLAN)
    assert plan.locator("article.card:visible").count() > 4
    expect(plan.locator('a[href*="letters/"]')).to_have_count(0)


def test_python_joins_with_the_numbers_and_takes_no_typing_away(door: Page) -> None:
    for choice in B:
        tap(door, choice)
    door.wait_for_selector("[data-plan-figures]:not([hidden])")
    door.fill("[name=oldest_unpaid_due_date]", "10/1/2026")
    door.keyboard.press("Tab")
    door.keyboard.type("412")
    door.keyboard.press("Tab")
    door.keyboard.type("50")
    door.keyboard.press("Tab")
    expect(door.locator(".plan-sum")).to_contain_text("To catch up: about $")
    assert door.input_value("[name=monthly_payment]") == "412"
    door.reload()
    expect(door.locator(".plan-sum")).to_contain_text("To catch up: about $")
    with door.expect_download() as download:
        door.get_by_role("button", name="To my calendar").click()
    assert download.value.suggested_filename.endswith(".ics")


def test_numbers_that_come_while_one_types_leave_the_typing_alone(door: Page) -> None:
    """And what was typed before they came counts, though nothing is typed after."""
    for choice in B:
        tap(door, choice)
    door.wait_for_selector("[data-plan-figures]:not([hidden])")
    box = door.locator("[name=monthly_payment]")

    def numbers_come() -> None:
        box.evaluate("each => each.id = 'gone'")
        door.locator("[data-plan-figures]").dispatch_event("change")
        expect(door.locator("#gone")).to_have_count(0)
        expect(box).to_be_focused()

    door.fill("[name=oldest_unpaid_due_date]", "10/1/2026")
    box.click()
    door.keyboard.type("42")
    door.keyboard.press("ArrowLeft")
    numbers_come()
    door.keyboard.type("1")
    expect(box).to_have_value("412")
    numbers_come()
    door.keyboard.press("Tab")
    expect(door.locator(".plan-sum")).to_contain_text("To catch up: about $")


def test_without_a_script_the_choices_lead_to_the_lists(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(
        base_url=site.address, java_script_enabled=False, viewport={"width": 360, "height": SCREEN}
    )
    page = context.new_page()
    page.goto("/")
    for link in page.locator(f"{QUESTION} a[data-choice]").all():
        target = (link.get_attribute("href") or "").removeprefix("#")
        expect(page.locator(f"h3#{target}")).to_be_visible()
    page.locator(f"{QUESTION} a[data-choice=sale]").click()
    assert page.url.endswith("/#urgent")
    expect(page.locator(PLAN)).to_be_hidden()
    page.goto("/plan/")
    expect(page.locator(f"{QUESTION} a[data-choice=sale]")).to_have_attribute("href", "../#urgent")
    context.close()


def test_calculators_start_from_the_answers_and_a_change_changes_them(door: Page) -> None:
    for choice in B:
        tap(door, choice)
    door.goto("/calculators/timeline/")
    kind = door.locator("#timeline-loan_kind")
    expect(kind).to_have_value("closed_end")
    expect(door.locator("#timeline-main_home")).to_have_value("yes")
    expect(door.locator("#timeline-loan_kind-origin")).to_contain_text("Your plan")
    door.goto("/plan/")
    door.locator(".door-answers summary").click()
    door.get_by_role("button", name="Change: It is a fixed loan").click()
    tap(door, "line")
    door.goto("/calculators/timeline/")
    expect(kind).to_have_value("heloc")


def test_forget_brings_back_the_first_question(door: Page) -> None:
    for choice in B[:3]:
        tap(door, choice)
    door.evaluate("document.querySelector('[data-household=forget]').click()")
    expect(door.locator(QUESTION)).to_have_attribute("data-question", "happening")
    expect(door.locator(f'{QUESTION} [aria-pressed="true"]')).to_have_count(0)
    expect(door.locator(".door-answers")).to_be_hidden()
