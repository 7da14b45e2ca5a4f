"""What goes out on paper: an answer and a letter alone, and the two piles. Read back as PDF."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculators.identity import IDENTITY
from tests.browser.test_calculator import LOAN, fill, state, submit
from tests.browser.test_letters import COUNT_PRINTS
from tests.browser.test_sheets import is_large_enough
from tests.conftest import Site
from tests.paper import texts_of

PAYMENT = "calculators/payment/"
HOSTILE = '<img src=x onerror="window.hit=1">\'&amp;{!x!}'
# A long word would be cut into two lines on paper.
STORY = "I lost my job in May and have looked for work since then. " * 33


def sheets(page: Page) -> list[str]:
    pdf = page.pdf(format="Letter", prefer_css_page_size=True)
    return [" ".join(text.split()) for text in texts_of(pdf)]


def printed(page: Page, title: str, times: int = 1) -> list[str]:
    """The sheets; a browser proposes the page's title as a file's name."""
    page.wait_for_function(f"() => window.printed === {times}")
    assert page.title() == title
    return sheets(page)


def watch(page: Page) -> None:
    page.evaluate(f"void ({COUNT_PRINTS})")


def over(page: Page) -> None:
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")


def ask_to_print(page: Page, name: str, loan: str) -> None:
    page.get_by_role("button", name="Print this answer").click()
    page.get_by_label("Your name on it").fill(name)
    page.get_by_label("Which loan it is about").fill(loan)
    page.get_by_role("button", name="Print", exact=True).click()


def test_an_answer_prints_alone_with_name_loan_and_date(page: Page, site: Site) -> None:
    page.clock.set_fixed_time("2026-11-26T23:30:00")
    page.goto(PAYMENT)
    watch(page)
    fill(page, LOAN)
    ask_to_print(page, HOSTILE, "First Bank, loan ending in 1234")
    (sheet,) = printed(page, "Answer")
    head = f"Payment calculator Name {HOSTILE} Loan First Bank, loan ending in 1234"
    assert f"{head} Date Thursday, November 26, 2026 The figures used" in sheet
    for part in ("$52,000.00", "9.25%", "180 months", "$535.18", "What it counts", "Page 1 of 1"):
        assert part in sheet, part
    for furniture in ("Watch out", "Source", "http", "127.0.0.1", "Large print", "My figures"):
        assert furniture not in sheet, furniture
    assert page.evaluate("window.hit") is None
    over(page)
    assert page.locator("#paper").count() == 0
    assert page.title().startswith("Payment")
    assert not [each for each in site.requests if "1234" in each or "First" in each]


def test_what_is_wrong_is_said_and_nothing_printed(page: Page) -> None:
    page.goto(PAYMENT)
    watch(page)
    fill(page, {**LOAN, "months_left": ""})
    page.get_by_role("button", name="Print this answer").click()
    state(page, "error")
    expect(page.locator(".paper-ask")).to_have_count(0)
    assert page.evaluate("window.printed") is None


def test_name_and_loan_come_from_the_letters_if_they_name_one_loan(page: Page) -> None:
    page.goto("letters/help/")
    fill(page, {"your_name": "Ann Lee", "loan_number": "77-001234", "recipient_name": "First Bank"})
    page.goto(PAYMENT)
    button = page.get_by_role("button", name="Print this answer")
    fill(page, LOAN)
    button.click()
    expect(page.get_by_label("Your name on it")).to_have_value("Ann Lee")
    loan = page.get_by_label("Which loan it is about")
    expect(loan).to_have_value("First Bank, loan ending in 1234")
    page.goto("letters/payoff/")
    fill(page, {"loan_number": "5"})
    page.goto(PAYMENT)
    submit(page)
    button.click()
    expect(loan).to_have_value("")
    page.locator(".figures summary").click()
    page.locator('[data-household="forget"]').click()
    expect(page.locator(".paper-ask")).to_have_count(0)


def test_an_embedded_calculator_prints_its_answer_alone(page: Page) -> None:
    page.goto("steps/1-assess/")
    watch(page)
    section = page.locator(".calc").first
    # It may be folded.
    page.locator("details:has(.calc)").evaluate_all("all => all.map((each) => (each.open = true))")
    section.get_by_role("button", name="Print this answer").click()
    section.get_by_role("button", name="Print", exact=True).click()
    text = " ".join(printed(page, "Answer"))
    assert "nobody’s figures" in text and "Page 1 of" in text
    assert "Do this today" not in text


def test_a_letter_alone_is_numbered_and_large_if_asked(page: Page) -> None:
    page.goto("letters/help/")
    watch(page)
    fill(page, {"loan_number": "77-1234", "what_happened": STORY, "your_address": "1 Oak St\nTown"})
    page.get_by_role("button", name="Print the letter alone").click()
    small = printed(page, "Letter")
    assert len(small) == 2
    for number, sheet in enumerate(small, 1):
        assert f"Page {number} of 2" in sheet and "Loan number: 77-1234" in sheet
        assert "127.0.0.1" not in sheet and IDENTITY.name not in sheet
    over(page)
    page.get_by_role("button", name="Large print").click()
    page.get_by_role("button", name="Print the letter alone").click()
    assert len(printed(page, "Letter", 2)) > 2


def test_a_letter_that_was_typed_but_not_filled_in_is_not_printed_blank(page: Page) -> None:
    page.goto("letters/help/")
    assert "(sign here)" in " ".join(sheets(page))
    fill(page, {"your_name": "Ann Lee"})
    text = " ".join(sheets(page))
    assert "What you typed is not in the letter yet" in text
    assert "(sign here)" not in text and "worked out" not in text


@pytest.mark.parametrize("kind", ["rtf", "txt"])
def test_a_letter_is_saved_as_it_was_typed(page: Page, kind: str) -> None:
    page.goto("letters/help/")
    fill(page, {"your_name": "Ann {Lée}"})
    with page.expect_download() as coming:
        page.locator(f'[data-file="{kind}"]').click()
    state(page, "ready")
    assert coming.value.suggested_filename == f"letter-help.{kind}"
    text = Path(coming.value.path()).read_text("utf-8")
    assert ("Ann {Lée}" if kind == "txt" else r"Ann \{L\u233?e\}") in text


def tick(page: Page, pile: str, *keys: str) -> None:
    page.locator(f'[data-pile="{pile}"] details').evaluate_all("all => all.map(e => e.open = true)")
    for key in keys:
        page.locator(f'[data-pile="{pile}"] [value="{key}"]').check()


def press(page: Page, pile: str) -> None:
    page.locator(f'[data-pile="{pile}"] [data-print-pile]').click()


def test_the_pile_for_the_reader(page: Page, site: Site) -> None:
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    page.evaluate("document.querySelector('a[href$=\"papers/\"]').click()")
    page.wait_for_url("**/papers/")
    page.locator("[data-papers][data-attached]").wait_for()
    watch(page)
    expect(page.locator('[data-pile="you"] [value="answer:payment"]')).to_be_checked()
    tick(page, "you", "most", "page:steps/6-counseling/", "page:letters/budget-sheet/")
    page.get_by_label("Your name on the papers").fill(HOSTILE)
    press(page, "you")
    pile = printed(page, "Papers for you")
    assert f"Your papers Name {HOSTILE} Date " in pile[0]
    assert "1. The most you can pay each month 2. Payment calculator 3. Counseling" in pile[0]
    text = " ".join(pile)
    assert "$535.18" in text and "Do this today" in text and "Money out" in text
    assert "Find it again: 127.0.0.1:8100/steps/6-counseling/" in text
    assert all(f"Page {at} of {len(pile)}" in sheet for at, sheet in enumerate(pile, 1))
    assert "Checked on" not in text and "Work it out" not in text
    over(page)
    page.locator("[data-sources]").check()
    press(page, "you")
    assert "Checked on" in " ".join(printed(page, "Papers for you", 2))
    assert page.evaluate("window.hit") is None


def test_the_pile_to_send(page: Page) -> None:
    page.goto("letters/help/")
    fill(page, {"your_name": HOSTILE, "loan_number": "77-1234", "what_happened": STORY})
    page.goto("letters/payoff/")
    fill(page, {"loan_number": "99-5", "letter_date": "soon"})
    page.goto("papers/")
    page.locator("[data-papers][data-attached]").wait_for()
    watch(page)
    press(page, "send")
    said = page.locator('[data-pile="send"] .papers-said')
    expect(said).to_contain_text("Date of the letter")
    assert page.evaluate("window.printed") is None
    page.locator('[data-pile="send"] [value="letter:payoff"]').uncheck()
    tick(page, "send", "letter:insurance")
    press(page, "send")
    page.wait_for_function("() => window.printed === 1")
    assert page.locator("#paper .letter-sheet").count() == 2
    assert page.locator("#paper :is(img, .paper-again)").count() == 0
    pile = printed(page, "Papers to send")
    assert len(pile) == 3
    text = " ".join(pile)
    assert HOSTILE in text and "Loan number: 77-1234" in text and "99-5" not in text
    assert [re.findall(r"Page \d", sheet) for sheet in pile] == [["Page 1"], ["Page 2"], ["Page 1"]]
    for mine in ("127.0.0.1", IDENTITY.name, "Find it again", "Your papers"):
        assert mine not in text, mine


def test_large_print_reaches_all_papers(page: Page) -> None:
    page.goto("letters/help/")
    fill(page, {"your_name": "Ann Lee", "loan_number": "77-1"})
    page.goto(PAYMENT)
    fill(page, LOAN)
    page.goto("papers/")
    page.locator("[data-papers][data-attached]").wait_for()
    watch(page)
    mine = ("plan", "most", "log", "summary", "action-plan", "page:steps/6-counseling/")
    tick(page, "you", *mine)
    page.locator("[data-sources]").check()
    press(page, "you")
    page.wait_for_function("() => window.printed === 1")
    is_large_enough(page, "#paper")
    over(page)
    page.emulate_media(media="screen")
    tick(page, "send", "answer:payment", "letter:insurance")
    press(page, "send")
    page.wait_for_function("() => window.printed === 2")
    is_large_enough(page, "#paper")


def test_letters_that_wait_for_a_lawyer_are_blank(page: Page) -> None:
    page.goto("letters/old-debt/")
    fill(page, {"your_name": "Ann Lee", "loan_number": "77-1"})
    page.goto("plan/")
    page.evaluate(
        """() => { const name = Object.keys(sessionStorage).find(each => each.endsWith('figures'));
        const kept = JSON.parse(sessionStorage[name]);
        kept.figures['door:happening'] = {text: 'old', day: '2026-11-26', from: ''};
        sessionStorage[name] = JSON.stringify(kept); }"""
    )
    page.goto("papers/")
    page.locator("[data-papers][data-attached]").wait_for()
    watch(page)
    said = page.locator('[data-pile="send"] .papers-said')
    press(page, "send")
    expect(said).to_contain_text("lawyer")
    assert page.evaluate("window.printed") is None
    press(page, "send")
    text = " ".join(printed(page, "Papers to send"))
    assert "(sign here)" in text and "Ann Lee" not in text and "77-1" not in text
    # Other papers have other words to look at.
    over(page)
    tick(page, "send", "letter:insurance")
    press(page, "send")
    expect(said).to_contain_text("press again")


def test_what_was_begun_is_ticked_after_a_reload_too(page: Page) -> None:
    page.goto("log/")
    fill(page, {"said": "They called"})
    page.locator(".log-form [type=submit]").click()
    expect(page.locator(".log-said")).to_have_text("Added to the log.")
    page.goto("offers/")
    page.locator('[data-keep="offer-1:new_months"]').fill("120")
    page.goto(PAYMENT)
    fill(page, LOAN)
    page.goto("calculators/catch_up/")
    fill(page, {"affordable_payment": "415"})
    page.goto("papers/")
    page.locator("[data-papers][data-attached]").wait_for()
    ticked = page.locator('[data-pile="you"] li input:checked')
    assert set(ticked.evaluate_all("all => all.map(({ value }) => value)")) == {
        "most",
        "log",
        "offers",
        "answer:payment",
        "answer:catch_up",
    }
    expect(page.locator('[data-pile="send"] li input:checked')).to_have_count(0)


def test_forgetting_empties_the_piles(page: Page) -> None:
    page.goto("letters/help/")
    fill(page, {"your_name": "Ann Lee", "loan_number": "77-1"})
    page.goto("papers/")
    letter = page.locator('[data-pile="send"] [value="letter:help"]')
    expect(letter).to_be_checked()
    page.locator(".figures summary").click()
    page.locator('[data-household="forget"]').click()
    expect(letter).not_to_be_checked()
    expect(page.get_by_label("Your name on the papers")).to_have_value("")
    assert not re.search("Ann Lee", page.content())
