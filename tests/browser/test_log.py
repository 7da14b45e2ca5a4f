"""The log in a browser: written, changed, removed, put back, kept, shared with tabs, forgotten."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_forgetting import keep, press
from tests.conftest import Site
from tests.paper import texts_of

LOG = "log/"
CALL = {
    "day": "11/20/2026",
    "hour": "2:15 pm",
    "company": "Acme Servicing",
    "person": "Ann, ID 77",
    "said": "Two papers are missing.",
    "they_promised": "A list by mail",
    "next": "The list arrives",
    "next_by": "11/24/2026",
}
LETTER = {"day": "11/25/2026", "company": "Acme Servicing", "said": "Sent the papers"}
# Far from any day on which this runs.
LATER = {"day": "11/25/2026", "said": "Agreed", "next": "They answer", "next_by": "3/1/2099"}


def write(page: Page, entry: dict[str, str]) -> None:
    form = page.locator(".log-form")
    for name, text in entry.items():
        form.locator(f'[name="{name}"]').fill(text)
    form.locator("[type=submit]").click()


def add(page: Page, entry: dict[str, str]) -> None:
    write(page, entry)
    expect(page.locator(".log-said")).to_have_text("Added to the log.")


def rows(page: Page) -> Any:
    return page.locator(".sheet-filled .sheet-log > table tbody tr:not(.sheet-empty)")


def entries(page: Page) -> dict[str, dict[str, str]]:
    """What this tab holds of the log."""
    text = page.evaluate(
        "Object.entries(sessionStorage).find(([name]) => name.endsWith('figures'))?.[1] ?? '{}'"
    )
    return dict(json.loads(text).get("log", {}))


@pytest.fixture
def log(page: Page) -> Page:
    page.goto(LOG)
    expect(page.locator(".log-form")).to_be_visible()
    return page


def test_entries_stand_newest_first_with_their_weekdays(log: Page) -> None:
    add(log, CALL)
    add(log, LETTER)
    expect(rows(log)).to_have_count(2)
    expect(rows(log).nth(0)).to_contain_text("Wednesday, November 25, 2026")
    expect(rows(log).nth(1)).to_contain_text("Friday, November 20, 2026")
    expect(rows(log).nth(1)).to_contain_text("They: A list by mail")
    expect(log.locator(".sheet-blank")).to_be_hidden()
    assert {"day": "2026-11-25", "how": "call", **LETTER} | {"day": "2026-11-25"} in entries(
        log
    ).values()
    expect(log.locator('.log-form [name="said"]')).to_have_value("")


def test_a_day_left_empty_is_today_and_a_wrong_one_is_said_at_its_box(log: Page) -> None:
    write(log, {**LETTER, "day": "soon"})
    expect(log.locator(".log-form .calc-problems")).to_contain_text("Write the date as")
    assert entries(log) == {}
    add(log, {"day": ""})
    today = log.evaluate("new Date().toLocaleDateString('en-CA')")
    assert [each["day"] for each in entries(log).values()] == [today]


def test_next_days_are_left_or_gone_and_stand_in_the_plan(log: Page) -> None:
    add(log, CALL)
    add(log, LATER)
    items = log.locator(".log-next li")
    expect(items).to_have_count(2)
    expect(items.nth(0)).to_contain_text("Tuesday, November 24, 2026: Gone by:")
    expect(items.nth(1)).to_contain_text(re.compile(r"Sunday, March 1, 2099: In [\d]+ days\."))
    items.nth(0).get_by_role("button", name="Done").click()
    expect(items).to_have_count(1)
    log.goto("/")
    log.locator("[data-choice=hard]").click()
    log.get_by_role("button", name="See my plan now").click()
    expect(log.locator(".plan-dates")).to_contain_text("They answer")


def test_an_entry_is_changed_at_its_row(log: Page) -> None:
    add(log, CALL)
    rows(log).get_by_role("button", name="Change").click()
    person = log.locator('.log-form [name="person"]')
    expect(person).to_have_value("Ann, ID 77")
    person.fill("Bob")
    log.reload()
    expect(person).to_have_value("Bob")
    log.get_by_role("button", name="Save the change").click()
    expect(rows(log)).to_contain_text("Bob")
    assert [each["person"] for each in entries(log).values()] == ["Bob"]


def test_what_is_being_written_is_not_written_over(log: Page) -> None:
    add(log, CALL)
    log.locator('.log-form [name="said"]').fill("Half a sentence")
    rows(log).get_by_role("button", name="Change").click()
    expect(log.locator(".log-said")).to_contain_text("Finish what stands in the form first")
    expect(log.locator('.log-form [name="said"]')).to_have_value("Half a sentence")
    log.reload()
    expect(log.locator('.log-form [name="said"]')).to_have_value("Half a sentence")


def test_a_removal_can_be_undone(log: Page) -> None:
    add(log, CALL)
    before = entries(log)
    rows(log).get_by_role("button", name="Remove").click()
    undo = log.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert entries(log) == {}
    expect(log.locator(".sheet-blank")).to_be_visible()
    undo.click()
    expect(rows(log)).to_have_count(1)
    assert entries(log) == before


def test_another_tab_and_a_file_have_the_log_too(
    chromium: Browser, site: Site, tmp_path: Path
) -> None:
    context = chromium.new_context(base_url=site.address)
    one, other = context.new_page(), context.new_page()
    one.goto(LOG)
    add(one, CALL)
    keep(one)
    other.goto(LOG)
    expect(rows(other)).to_have_count(1)
    add(one, LETTER)
    expect(rows(other)).to_have_count(2)
    assert "2 entries of your log are kept" in (one.locator("[data-count]").text_content() or "")
    with one.expect_download() as saving:
        press(one, "save")
    path = tmp_path / "figures.json"
    saving.value.save_as(path)
    said = json.loads(path.read_text("utf-8"))
    assert said["version"] == 3 and sorted(each["day"] for each in said["log"].values()) == [
        "2026-11-20",
        "2026-11-25",
    ]
    press(one, "forget")
    expect(rows(other)).to_have_count(0)
    expect(rows(one)).to_have_count(0)
    one.locator("[data-household=open]").set_input_files(path)
    expect(one.locator(".figures-said")).to_contain_text("2 of its log")
    expect(rows(one)).to_have_count(2)
    context.close()


def test_the_table_and_the_calendar_are_made_on_the_device(log: Page, tmp_path: Path) -> None:
    add(log, {**LATER, "said": "=HYPERLINK(1)"})
    made = {}
    for button in ("Save as a table (CSV)", "Next dates to my calendar"):
        with log.expect_download() as saving:
            log.get_by_role("button", name=button).click()
        path = tmp_path / saving.value.suggested_filename
        saving.value.save_as(path)
        made[path.name] = path.read_text("utf-8")
    assert set(made) == {"second-mortgage-log.csv", "second-mortgage-log.ics"}
    cells = [
        cell for line in csv.reader(io.StringIO(made["second-mortgage-log.csv"])) for cell in line
    ]
    assert "'=HYPERLINK(1)" in cells and "=HYPERLINK(1)" not in cells
    assert "DTSTART;VALUE=DATE:20990301" in made["second-mortgage-log.ics"]


def test_words_of_the_log_never_become_markup(log: Page) -> None:
    hostile = '<img src=x onerror="window.hurt=1">'
    add(log, dict.fromkeys(("company", "person", "said", "they_promised", "next"), hostile))
    expect(rows(log)).to_contain_text(hostile)
    assert log.locator("img[src=x]").count() == 0 and log.evaluate("window.hurt") is None


def test_without_a_script_there_is_the_blank_sheet(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(LOG)
    expect(page.locator(".sheet-blank")).to_be_visible()
    expect(page.locator(".log-form")).to_be_hidden()
    expect(page.locator(".sheet-blank .sheet-log > table .sheet-empty")).to_have_count(8)
    context.close()


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("what", ["filled", "blank"])
def test_the_log_prints_alone_on_one_sheet(log: Page, what: str, paper: str) -> None:
    for entry in (CALL, LETTER, LATER):
        add(log, entry)
    expect(rows(log)).to_have_count(3)
    log.evaluate("window.print = () => undefined")
    button = "Print the log alone" if what == "filled" else "Print a blank one"
    log.get_by_role("button", name=button).click()
    (text,) = texts_of(log.pdf(format=paper))
    assert "Calls, letters and promises" in text and "How to keep it" not in text
    assert ("Acme" in text) == (what == "filled")
    assert "Remove" not in text and "What comes next" not in text
