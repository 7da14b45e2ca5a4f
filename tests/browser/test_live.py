"""After a first answer the answer follows the typing."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.clocks import let_pass, stop_clock
from tests.browser.test_calculator import (
    LOAN,
    PAYMENT,
    figure,
    fill,
    state,
    submit,
)

LISTEN = """() => {
    window.said = [];
    const status = document.querySelector(".calc [role=status]");
    new MutationObserver(() => window.said.push(status.textContent))
        .observe(status, {childList: true, characterData: true, subtree: true});
}"""


@pytest.fixture
def answered(page: Page) -> Page:
    """The payment page with a reader's first answer; time passes only as a test lets it."""
    stop_clock(page)
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    # They come with what makes the answer follow.
    expect(page.locator("details.calc-slid")).to_be_visible()
    return page


def balance(page: Page) -> Locator:
    return page.locator('form [name="balance"]')


def mark(page: Page) -> str:
    """What the eye sees beside the answer's heading."""
    heading = page.locator(".calc-answer h4")
    return str(heading.evaluate("each => getComputedStyle(each, '::after').content"))


def test_the_answer_follows_once_the_typing_rests(answered: Page) -> None:
    page = answered
    page.evaluate(LISTEN)
    box = balance(page)
    box.focus()
    page.keyboard.press("ControlOrMeta+A")
    top = "document.querySelector('form').getBoundingClientRect().top"
    before = page.evaluate(top)
    for key in "60000":
        page.keyboard.press(key)
        # Half a number gets no verdict: the last answer stays, and says that it does not count.
        page.clock.run_for(400)
        state(page, "stale")
        assert "changing" in mark(page)
        assert figure(page, "monthly_payment") == "$535.18"
    let_pass(page, 1)
    state(page, "ready")
    assert figure(page, "monthly_payment") == "$617.52"
    assert mark(page) == "none"
    expect(box).to_be_focused()
    assert page.evaluate(top) == before
    said = [text for text in page.evaluate("window.said") if text]
    assert said == ["At this payment the loan is paid off in 15 years. $618 a month"]


def test_a_number_that_ends_in_a_dot_is_waited_for(answered: Page) -> None:
    page = answered
    page.locator('[name="annual_rate"]').fill("9.")
    let_pass(page, 5)
    state(page, "stale")
    assert "changing" in mark(page)
    assert figure(page, "monthly_payment") == "$535.18"
    page.locator('[name="annual_rate"]').fill("9.5")
    let_pass(page, 1)
    state(page, "ready")


def test_what_is_no_answer_leaves_the_last_one_out_of_date(answered: Page) -> None:
    page = answered
    balance(page).fill("many")
    let_pass(page, 1)
    status = page.locator(".calc-status")
    expect(status).to_contain_text("not for these figures yet")
    state(page, "stale")
    assert "out of date" in mark(page)
    assert figure(page, "monthly_payment") == "$535.18"
    expect(balance(page)).to_be_focused()
    # No error until the reader leaves the box.
    expect(page.locator(".calc-problems")).to_be_hidden()
    assert balance(page).get_attribute("aria-invalid") is None
    balance(page).press("Tab")
    expect(balance(page)).to_have_attribute("aria-invalid", "true")


def test_a_question_waits_until_the_typing_rests(answered: Page) -> None:
    page = answered
    rate = page.locator('[name="annual_rate"]')
    rate.fill("")
    rate.press_sequentially("0.09")
    page.clock.run_for(400)
    assert page.locator(".calc-question:visible").count() == 0
    let_pass(page, 1)
    expect(page.locator(".calc-question:visible")).to_have_count(1)
    state(page, "ready")


def test_before_the_first_answer_nothing_follows(page: Page) -> None:
    stop_clock(page)
    page.goto(PAYMENT)
    fill(page, LOAN)
    let_pass(page, 5)
    state(page, "stale")
    expect(page.locator(".calc-answer h4")).to_have_text("Our worked example")


def test_back_at_the_example_nothing_follows(answered: Page) -> None:
    page = answered
    page.get_by_role("button", name="Back to the example").click()
    balance(page).fill("60000")
    let_pass(page, 5)
    state(page, "stale")
    expect(page.locator(".calc-answer h4")).to_have_text("Our worked example")


def test_what_was_opened_stays_open(answered: Page) -> None:
    page = answered
    folds = page.locator(".calc-answer details")
    assert folds.count() > 3
    page.locator(".calc-answer summary", has_text="Every figure, to the cent").click()
    page.locator(".calc-answer summary", has_text="How it was worked out").click()
    opened = folds.evaluate_all("all => all.map((each) => each.open)")
    assert opened.count(True) == 1, "one was closed, and one opened"
    balance(page).fill("60000")
    let_pass(page, 1)
    state(page, "ready")
    assert folds.evaluate_all("all => all.map((each) => each.open)") == opened


# From the rest of the typing to the answer on the page, in milliseconds: the last twenty.
TOOK = """() => {
    const at = (name) => performance.getEntriesByName(name).map((each) => each.startTime);
    const [rests, answers] = [at("calculator:rest"), at("calculator:answer").slice(1)];
    return rests.map((rest, turn) => answers[turn] - rest).slice(-20);
}"""
PRESSED = """async () => {
    const answers = () => performance.getEntriesByName("calculator:answer");
    const [before, start] = [answers().length, performance.now()];
    document.querySelector(".calc form").requestSubmit();
    while (answers().length === before) await new Promise((done) => setTimeout(done, 5));
    return answers().at(-1).startTime - start;
}"""
TIMES = 8


def test_the_next_answer_is_there_at_once(page: Page) -> None:
    """Once the typing rests, it takes no longer than after a press: nothing is waited for again."""
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    for number in range(TIMES):
        balance(page).fill(f"{51000 + number}")
        state(page, "stale")
        state(page, "ready")
    followed = page.evaluate(TOOK)
    assert len(followed) == TIMES
    pressed = []
    for _ in range(TIMES):
        pressed.append(page.evaluate(PRESSED))
    # The least of each: what comes between on a busy machine is not the page's.
    assert min(followed) <= 2 * min(pressed), (followed, pressed)


def test_a_slider_moves_a_copy_and_nothing_of_the_readers(answered: Page) -> None:
    page = answered
    page.locator("summary", has_text="What if? Try other numbers").click()
    own = page.locator(".calc-answer").evaluate("each => each.outerHTML")
    rate = page.locator('.calc-slide[data-field="annual_rate"]')
    rate.get_by_role("button", name="Less").click()
    expect(rate.get_by_role("slider")).to_have_attribute("aria-valuetext", "9.00%")
    let_pass(page, 1)
    to = page.locator(".calc-slid-to")
    expect(to).to_contain_text("$527 a month")
    rate.get_by_role("slider").press("ArrowRight")
    rate.get_by_role("slider").press("ArrowRight")
    expect(rate.locator("strong")).to_have_text("9.50%")
    let_pass(page, 1)
    expect(to).to_contain_text("$543 a month")
    assert page.locator(".calc-answer").evaluate("each => each.outerHTML") == own
    assert page.locator('[name="annual_rate"]').input_value() == "9.25"
    assert "9.5" not in page.evaluate("JSON.stringify(sessionStorage)")
    state(page, "ready")
    # The next answer has sliders of its own, and they are as open as the last.
    balance(page).fill("60000")
    let_pass(page, 1)
    state(page, "ready")
    expect(rate.locator("strong")).to_have_text("9.25%")
    expect(rate).to_be_visible()
    page.emulate_media(media="print")
    expect(rate).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Back to the example").click()
    expect(rate).to_have_count(0)
