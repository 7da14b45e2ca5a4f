"""What a reader does with an answer: saves it, finds it, and is not thrown about by it."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, Route, expect

from calculators import CALCULATORS
from tests.browser.clocks import hurry_worker
from tests.browser.test_calculator import (
    LOAN,
    PAYMENT,
    REFINANCE,
    example_of,
    fill,
    state,
    submit,
)
from tests.conftest import ROOT, Site

TIMELINE = "calculators/timeline/"
SCHEDULE = "Save the table (CSV): Month by month"
# What Chromium calls good is 0.1.
MOST_SHIFT = 0.1
WATCH_SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const each of list.getEntries()) {
            const what = each.sources.map(({node}) => node?.className || node?.nodeName);
            if (!each.hadRecentInput) window.shifts.push([each.value, each.startTime, what]);
        }
    }).observe({type: "layout-shift"});
}"""
# In a frame of its own, so that it is no part of what went before.
MOVE = """async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    const moved = performance.now();
    document.querySelector(".calc-result").style.marginTop = "15rem";
    return moved;
}"""


def saved(page: Page, button: str) -> tuple[str, str]:
    """The name and the text of the file that a button makes."""
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=button).click()
    expect(page.locator(".calc [role=status]")).to_contain_text("Saved on this device")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig", newline="")
    return download.value.suggested_filename, text


def table_of(text: str) -> list[list[str]]:
    """The table of a CSV file, under what was asked."""
    lines = list(csv.reader(io.StringIO(text, newline="")))
    return lines[[any(line) for line in lines].index(False) + 1 :]


def first_row(text: str) -> dict[str, str]:
    header, first, *_ = table_of(text)
    return dict(zip(header, first, strict=True))


def test_the_example_can_be_saved_before_anything_is_asked(page: Page) -> None:
    page.goto(PAYMENT)
    name, text = saved(page, SCHEDULE)
    assert name == "second-mortgage-payment-schedule.csv"
    assert first_row(text)["Payment"] == "535.18"
    assert len(table_of(text)) == 181
    assert re.search(r"\r\nSaved on,20\d\d-\d\d-\d\d,", text)
    state(page, "example")
    expect(page.locator(".calc-said")).to_contain_text(name)


def test_the_answer_that_stands_is_saved_whatever_the_boxes_hold(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, {**LOAN, "balance": "60,000"})
    submit(page)
    state(page, "ready")
    assert first_row(saved(page, SCHEDULE)[1])["Payment"] == "617.52"
    fill(page, {"balance": "not a number"})
    state(page, "stale")
    assert first_row(saved(page, SCHEDULE)[1])["Payment"] == "617.52"
    expect(page.locator(".calc [role=status]")).to_contain_text("not what you have changed since")
    state(page, "stale")
    page.get_by_role("button", name="Back to the example").click()
    assert first_row(saved(page, SCHEDULE)[1])["Payment"] == "535.18"


def test_the_dates_go_into_a_calendar(page: Page) -> None:
    page.goto(TIMELINE)
    answers = {"main_home": "yes", "small_servicer": "no", "sale_by": "second"}
    dates = {"oldest_unpaid_due_date": "9/1/2026", "sale_date": "3/1/2027"}
    fill(page, {"loan_kind": "closed_end", **answers, **dates})
    submit(page)
    state(page, "ready")
    button = "Add the dates to your calendar"
    expect(page.locator(".calc-save")).to_contain_text("may drop the reminders")
    name, text = saved(page, button)
    assert name == "second-mortgage-timeline-dates.ics"
    events: list[Any] = list(Calendar.from_ical(text).walk("VEVENT"))
    days = {str(event["DTSTART"].dt) for event in events}
    assert {"2026-12-01", "2027-01-15", "2027-01-22", "2027-03-01"} < days
    fill(page, {"loan_kind": "heloc", "sale_date": ""})
    submit(page)
    state(page, "ready")
    expect(page.get_by_role("button", name=button)).to_have_count(0)


def test_no_request_carries_what_is_saved(page: Page, site: Site) -> None:
    page.goto(REFINANCE)
    own = {"balance": "161803", "annual_rate": "7.389", "months_left": "137"}
    fill(page, {**example_of("refinance"), **own})
    submit(page)
    state(page, "ready")
    # The scripts that follow the typing come after the first answer.
    page.locator("details.calc-slid").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    already = len(site.requests)
    _, text = saved(page, "Save the table (CSV)")
    assert "161803.00" in text and len(text) > 1000
    assert [line for line in asked if not line.startswith("blob:")] == []
    assert site.requests[already:] == []


def test_a_file_that_cannot_be_made_says_so_and_can_be_asked_for_again(
    page: Page, site: Site
) -> None:
    hurry_worker(page, site.folder)
    page.goto(PAYMENT)
    page.context.route("**/runtime/**", lambda route: route.abort())
    page.get_by_role("button", name=SCHEDULE).click()
    # It is tried again with patience first.
    said = page.locator(".calc [role=status]")
    expect(said).to_contain_text("could not be made")
    expect(page.locator(".calc-said")).to_be_visible()
    page.context.unroute_all()
    assert first_row(saved(page, SCHEDULE)[1])["Payment"] == "535.18"


def test_a_copy_is_confirmed_where_the_eye_is(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator(".calc-said")).to_have_text("Copied.")
    expect(page.locator(".calc-said")).to_be_in_viewport()


def test_the_focus_goes_to_the_answer(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, LOAN)
    page.locator('[name="balance"]').press("Enter")
    state(page, "ready")
    expect(page.locator(".calc-result")).to_be_focused()
    expect(page.locator(".calc-headline")).to_be_in_viewport()
    # One step back is the form's last button, one step on is in the answer.
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Back to the example")).to_be_focused()


def test_the_focus_stays_with_a_reader_who_went_on(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    page.locator('[name="annual_rate"]').focus()
    state(page, "ready")
    expect(page.locator('[name="annual_rate"]')).to_be_focused()


def test_cancelling_leaves_the_focus_on_the_form(page: Page) -> None:
    held: list[Route] = []
    page.route("**/runtime/**", lambda route: held.append(route))
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    page.get_by_role("button", name="Cancel").press("Enter")
    expect(page.get_by_role("button", name="Work it out")).to_be_focused()


@pytest.mark.parametrize("slug", CALCULATORS)
def test_an_answer_that_comes_late_moves_nothing(page: Page, slug: str) -> None:
    """The browser forgives what moves within half a second of a press: so Python is held back."""
    page.goto(f"calculators/{slug}/")
    held: list[Route] = []
    page.route("**/runtime/**", lambda route: held.append(route))
    changed = {
        str(box.get_attribute("name")): "7"
        for box in page.locator(".calc form > fieldset input[inputmode=decimal]").all()
    }
    fill(page, {**example_of(slug), **changed})
    page.evaluate(WATCH_SHIFTS)
    submit(page)
    state(page, "loading")
    page.wait_for_timeout(700)
    page.route("**/runtime/**", lambda route: route.continue_())
    for route in held:
        route.continue_()
    state(page, "ready")
    # What the measure must see comes after all that it has seen.
    moved = page.evaluate(MOVE)
    page.wait_for_function("(moved) => window.shifts.some(([, at]) => at >= moved)", arg=moved)
    shifts = page.evaluate("window.shifts")
    assert sum(value for value, at, _ in shifts if at < moved) < MOST_SHIFT, shifts
    assert sum(value for value, at, _ in shifts if at >= moved) > MOST_SHIFT, shifts


@pytest.mark.parametrize("slug", CALCULATORS)
def test_no_table_scrolls_sideways_on_a_phone(page: Page, slug: str) -> None:
    """Folded ones neither, and not with six figures before the dot."""
    page.goto(f"calculators/{slug}/")
    fill(page, example_of(slug))
    for name in ("balance", "first_balance", "payoff", "first_payoff", "home_value"):
        if page.locator(f'form [name="{name}"]').count():
            fill(page, {name: "345,678.90"})
    submit(page)
    state(page, "ready")
    page.locator(".calc-table").evaluate_all("all => all.forEach(each => (each.open = true))")
    for table in page.locator(".calc-scroll").all():
        overflow = table.evaluate("each => each.scrollWidth - each.clientWidth")
        assert overflow <= 0, table.get_attribute("aria-label")


def test_a_table_laid_out_for_a_phone_is_still_a_table(tab: Page) -> None:
    tab.goto(REFINANCE)
    tab.locator(".calc-table").evaluate("each => (each.open = true)")
    table = tab.get_by_role("table", name="Month by month").or_(
        tab.locator("[data-table=schedule]")
    )
    assert table.evaluate("each => getComputedStyle(each).display") == "block"
    region = tab.get_by_role("region", name="Month by month")
    assert region.get_by_role("columnheader").count() == 6
    assert region.get_by_role("rowheader", name="12", exact=True).count() == 1
    headings = [box.bounding_box() for box in region.get_by_role("columnheader").all()[1:3]]
    cells = [box.bounding_box() for box in region.get_by_role("row").nth(1).locator("td").all()[:2]]
    for heading, cell in zip(headings, cells, strict=True):
        assert heading and cell and heading["x"] == cell["x"], "a figure stands under its heading"


def test_rare_answers_are_printed_though_their_boxes_are_folded(tab: Page) -> None:
    tab.goto(PAYMENT)
    tab.emulate_media(media="print")
    printed = tab.locator(".calc-inputs")
    expect(printed).to_contain_text("Extra you could pay every month")
    expect(printed).to_contain_text("Month in which everything left falls due")


@pytest.mark.parametrize("slug", CALCULATORS)
def test_see_the_python(tab: Page, slug: str) -> None:
    tab.goto(f"calculators/{slug}/")
    part = tab.locator(".see-python")
    expect(part.locator("pre")).to_be_hidden()
    part.locator("summary").click()
    module = CALCULATORS[slug].calculate.__module__
    source = (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    assert part.locator("code").last.evaluate("each => each.textContent") == source
    assert tab.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    tab.emulate_media(media="print")
    expect(part).to_be_hidden()
