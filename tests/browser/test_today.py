"""The page gives Python the reader's own calendar day, anew at each question and on return."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_answer import TIMELINE, saved
from tests.browser.test_calculator import fill, state, submit
from tests.conftest import Site

SALE = {
    "loan_kind": "closed_end",
    "main_home": "yes",
    "small_servicer": "no",
    "already_reviewed": "no",
    "another_lender_foreclosing": "no",
    "oldest_unpaid_due_date": "9/1/2026",
    "sale_date": "3/15/2027",
    "sale_by": "second",
}
# Late in the evening the day in UTC is another one on one side of the world, early in the morning
# on the other.
PLACES = {"Pacific/Honolulu": "23:30", "Pacific/Kiritimati": "00:30"}


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def set_day(page: Page, place: str, day: str) -> None:
    """An hour of a day at which UTC has another one."""
    hour = datetime.fromisoformat(f"{day}T{PLACES[place]}")
    page.clock.set_fixed_time(hour.replace(tzinfo=ZoneInfo(place)))


@pytest.fixture
def there(place: str, chromium: Browser, site: Site) -> Iterator[Page]:
    """A page whose reader has December 31, 2026."""
    context = chromium.new_context(base_url=site.address, timezone_id=place)
    page = context.new_page()
    set_day(page, place, "2026-12-31")
    yield page
    context.close()


def test_days_are_counted_from_the_readers_own_day(there: Page) -> None:
    there.goto(TIMELINE)
    fill(there, SALE)
    submit(there)
    state(there, "ready")
    table = there.locator('[data-table="dates"]')
    expect(table).to_contain_text("Thursday. Today")
    expect(table).to_contain_text("Friday. 36 days left")
    expect(table).to_contain_text("Tuesday. Gone: 16 days ago")
    expect(there.locator(".calc-answer")).to_contain_text("in 74 days")
    _, text = saved(there, "Save the table (CSV)")
    assert "\r\nSaved on,2026-12-31," in text and "\r\nToday,2026-12-31," in text


def test_a_page_that_lay_open_past_midnight_answers_anew(there: Page, place: str) -> None:
    there.goto(TIMELINE)
    there.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    state(there, "example")
    fill(there, SALE)
    submit(there)
    state(there, "ready")
    expect(there.locator(".calc-answer")).to_contain_text("in 74 days")
    set_day(there, place, "2027-01-02")
    there.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(there.locator(".calc-answer")).to_contain_text("in 72 days")
    state(there, "ready")
    # What was changed since is the reader's to ask for.
    fill(there, {"sale_date": "4/15/2027"})
    set_day(there, place, "2027-01-04")
    there.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    state(there, "stale")
    expect(there.locator(".calc-answer")).to_contain_text("in 72 days")


def test_no_right_is_answered_before_the_reader_speaks(there: Page) -> None:
    there.goto(TIMELINE)
    for name in ("main_home", "small_servicer", "sale_by"):
        assert there.locator(f'[name="{name}"]').input_value() == "not_sure"
    expect(there.locator(".calc-figures")).to_contain_text("Friday, February 5, 2027")
    fill(there, {"loan_kind": "closed_end", "oldest_unpaid_due_date": "9/1/2026"})
    submit(there)
    state(there, "ready")
    expect(there.locator(".calc-answer")).to_contain_text("and you are not sure")
    expect(there.locator('[data-table="missing"]')).to_contain_text("Is its servicer small?")
    there.locator('[data-action="clear"]').click()
    assert there.locator('[name="main_home"]').input_value() == "not_sure"
