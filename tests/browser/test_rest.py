"""What is seldom used of Python's core comes later; wanted too soon, or missing, it is no harm."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.host import Handler, Host
from tests.browser.test_calculator import LOAN, figure, fill

REST = "pyodide.asm.rest.wasm"
# The first question wants the rest while nobody has it, and comes to grief; the next start has it.
WANTED = b"""
const answer = self.onmessage;
self.onmessage = (event) => {
    if (self.name === "again rest") return answer(event);
    try { self.getRestOfCore(); } catch {}
    return answer({ data: { ...event.data, kind: "of no kind" } });
};"""


@pytest.fixture
def page(chromium: Browser, host: Host) -> Iterator[Page]:
    context = chromium.new_context(base_url=host.address, service_workers="block")
    yield context.new_page()
    context.close()


def ask(page: Page, state: str = "ready") -> None:
    page.goto("calculators/payment/")
    fill(page, {**LOAN, "balance": "61234.56"})
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".calc")).to_have_attribute("data-state", state)


def worker_that_wants_it(handler: Handler) -> bool:
    if not handler.path.endswith("/worker.js"):
        return False
    return handler.give(handler.file() + WANTED)


def asked_for(host: Host) -> int:
    return sum(path.endswith(REST) for path in host.asked)


def test_it_comes_once_an_answer_stands(page: Page, host: Host) -> None:
    page.goto("calculators/payment/")
    page.locator('[name="balance"]').focus()
    page.wait_for_function("() => performance.getEntriesByName('calculator:ready').length")
    assert asked_for(host) == 0
    with page.expect_response(f"**/{REST}"):
        ask(page)
    assert figure(page, "monthly_payment") == "$630.22"
    assert asked_for(host) == 1
    # Once for a visit.
    page.get_by_role("button", name="Work it out").click()
    page.wait_for_timeout(500)
    assert asked_for(host) == 1


def test_a_question_that_wants_it_too_soon_is_asked_once_more(page: Page, host: Host) -> None:
    host.trouble = worker_that_wants_it
    ask(page)
    assert figure(page, "monthly_payment") == "$630.22"
    assert page.locator('[name="balance"]').input_value() == "61234.56"
    assert asked_for(host) == 1


def test_a_host_that_lacks_it_is_told_to_the_reader_who_needs_it(page: Page, host: Host) -> None:
    def trouble(handler: Handler) -> bool:
        if handler.path.endswith(REST):
            handler.send_error(404)
            return True
        return worker_that_wants_it(handler)

    host.trouble = trouble
    ask(page, "error")
    expect(page.locator(".calc-status")).to_contain_text("Your figures are still here")


def test_without_it_other_answers_come_all_the_same(page: Page, host: Host) -> None:
    def trouble(handler: Handler) -> bool:
        if not handler.path.endswith(REST):
            return False
        handler.send_error(404)
        return True

    host.trouble = trouble
    with page.expect_response(f"**/{REST}"):
        ask(page)
    assert figure(page, "monthly_payment") == "$630.22"
    fill(page, {"balance": "60000"})
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator('[data-figure="monthly_payment"]').first).to_have_text("$617.52")
