"""Kept only if asked, forgotten at one press, opened from a file whole or not at all."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from tests.browser.test_calculator import fill, state, submit
from tests.browser.test_household import PAYMENT, TYPED, as_file, box, held, open_file, still_there
from tests.conftest import Site

COMPARE = "calculators/compare/"
LETTER = "letters/hardship/"
KEPT = (
    "Object.entries(localStorage).filter(([name]) => name.endsWith('figures'))"
    ".map(([, text]) => text).join()"
)


@pytest.fixture
def context(chromium: Browser, site: Site) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=site.address)
    yield context
    context.close()


def press(page: Page, control: str) -> None:
    if page.locator(".figures").get_attribute("open") is None:
        page.locator(".figures summary").click()
    page.locator(f'[data-household="{control}"]').click()


def keep(page: Page) -> None:
    press(page, "keep")
    page.get_by_role("button", name="Only I use it").click()


def said(page: Page) -> Any:
    return page.locator(".figures-said")


def test_every_page_has_the_four_controls(site: Site) -> None:
    for path in site.pages():
        html = path.read_text("utf-8")
        for control in ("keep", "forget", "save", "open"):
            found = re.findall(rf'<(?:button|input)[^>]* data-household="{control}"', html)
            assert len(found) == 1, path


def test_they_are_reached_by_keyboard(page: Page) -> None:
    page.goto(PAYMENT)
    page.locator(".figures summary").focus()
    page.keyboard.press("Enter")
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.household ?? 'list'"))
    assert reached == ["list", "keep", "save", "open", "forget"]
    page.keyboard.press("Escape")
    expect(page.locator(".figures-sheet")).to_be_hidden()
    expect(page.locator(".figures summary")).to_be_focused()


def test_nothing_is_kept_on_the_device_unless_asked(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(PAYMENT)
    fill(page, TYPED)
    press(page, "keep")
    expect(said(page)).to_contain_text("Does anyone else use this device?")
    assert page.evaluate(KEPT) == ""
    page.get_by_role("button", name="Others use it").click()
    assert page.evaluate(KEPT) == ""
    keep(page)
    assert "48,123.45" in page.evaluate(KEPT)
    page.close()
    # Another day, another tab.
    page = context.new_page()
    page.goto(PAYMENT)
    still_there(page)
    press(page, "keep")
    expect(said(page)).to_contain_text("no longer keeps")
    assert page.evaluate(KEPT) == ""
    still_there(page)


def test_forget_is_one_press_everywhere(context: BrowserContext) -> None:
    page, letter, other = context.new_page(), context.new_page(), context.new_page()
    page.goto(PAYMENT)
    fill(page, {**TYPED, "annual_rate": "9.25"})
    submit(page)
    state(page, "ready")
    keep(page)
    letter.goto(LETTER)
    fill(letter, {"your_name": "Ann Lee"})
    letter.get_by_role("button", name="Fill in the letter").click()
    state(letter, "ready")
    other.goto(COMPARE)
    expect(box(other, "balance")).to_have_value("48,123.45")
    press(page, "forget")
    expect(said(page)).to_contain_text("history")
    for each in (page, letter, other):
        expect(each.locator(".calc")).to_have_attribute("data-state", "example")
        assert not {"48,123.45", "Ann Lee"} & set(
            each.locator(".calc input").evaluate_all("all => all.map(each => each.value)")
        )
        assert "Ann Lee" not in each.locator("body").inner_text()
        assert "48,123.45" not in each.content()
        assert held(each) == {}
        assert each.evaluate(KEPT) == ""
    page.reload()
    expect(box(page, "balance")).to_have_value("")


def test_a_tab_that_slept_forgets_when_it_wakes(context: BrowserContext) -> None:
    asleep = context.new_page()
    asleep.add_init_script(
        "delete self.BroadcastChannel;"
        "addEventListener('storage', (event) => event.stopImmediatePropagation(), true);"
    )
    asleep.goto(PAYMENT)
    fill(asleep, TYPED)
    awake = context.new_page()
    awake.goto(PAYMENT)
    press(awake, "forget")
    fill(awake, {"balance": "1,000"})
    still_there(asleep)
    asleep.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    for name in TYPED:
        expect(box(asleep, name)).to_have_value("")
    assert held(asleep) == {}
    assert held(awake) == {"balance": "1,000"}, "what the next one says is not forgotten"


def test_a_page_from_the_back_forward_cache_looks_again(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(PAYMENT)
    fill(page, TYPED)
    # What another page of this tab does meanwhile: Playwright's Chromium has no such cache.
    name = page.evaluate("Object.keys(sessionStorage).find((name) => name.endsWith('figures'))")
    again = "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    page.evaluate(
        "(name) => sessionStorage.setItem(name, sessionStorage.getItem(name)"
        ".replace('48,123.45', '47,000'))",
        name,
    )
    page.evaluate(again)
    expect(box(page, "balance")).to_have_value("47,000")
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.evaluate(again)
    expect(box(page, "balance")).to_have_value("")


def test_two_tabs_never_overwrite_each_other_in_silence(context: BrowserContext) -> None:
    one, two = context.new_page(), context.new_page()
    one.goto(PAYMENT)
    two.goto(PAYMENT)
    fill(one, {"balance": "111", "annual_rate": "5"})
    fill(two, {"balance": "222"})
    # Each is its own while nothing is kept.
    expect(box(one, "balance")).to_have_value("111")
    keep(one)
    # Now they share what is kept, and the other says what it had.
    expect(box(two, "balance")).to_have_value("111")
    expect(two.locator(".calc-origin:visible").first).to_contain_text("Here it was: 222.")
    two.get_by_role("button", name="Use 222").click()
    expect(box(one, "balance")).to_have_value("222")
    expect(one.locator(".calc-origin:visible")).to_contain_text("Here it was: 111.")
    fill(two, {"months_left": "120"})
    expect(box(one, "months_left")).to_have_value("120")
    one.reload()
    assert [box(one, name).input_value() for name in TYPED] == ["222", "5", "120"]
    box(one, "annual_rate").fill("")
    expect(box(two, "annual_rate")).to_have_value("")


def test_a_file_brings_all_of_it_to_another_device(
    context: BrowserContext, chromium: Browser, site: Site
) -> None:
    page = context.new_page()
    page.goto(PAYMENT)
    fill(page, TYPED)
    page.goto(LETTER)
    fill(page, {"your_name": "Ann Lee", "what_happened": "Two lines\nof words"})
    if page.locator(".figures").get_attribute("open") is None:
        page.locator(".figures summary").click()
    with page.expect_download() as download:
        page.locator("[data-household=save]").click()
    everything = held(page)
    assert len(everything) == 5
    file = Path(download.value.path())
    elsewhere = chromium.new_context(base_url=site.address)
    other = elsewhere.new_page()
    other.goto(PAYMENT)
    fill(other, {"balance": "1", "extra_monthly": "25"})
    text = payload(file.read_bytes())
    assert "1 of yours were replaced" in open_file(other, text)
    still_there(other)
    assert held(other) == everything | {"extra_monthly": "25"}
    other.get_by_role("button", name="Undo").click()
    assert held(other) == {"balance": "1", "extra_monthly": "25"}
    expect(box(other, "balance")).to_have_value("1")
    elsewhere.close()


def payload(data: bytes) -> FilePayload:
    return {"name": "figures.json", "mimeType": "application/json", "buffer": data}


GOOD = {"text": "1", "day": "2026-11-01", "from": "Payment calculator"}
OURS = {"what": "second-mortgage-help figures", "version": 3, "log": {}}
ENTRY = {"day": "2026-11-25", "how": "call", "said": "Wait for a letter."}
UNSOUND: dict[str, Any] = {
    "nothing": None,
    "a list": [],
    "another program's": {"version": 3, "figures": {"balance": GOOD}},
    "newer": {**OURS, "version": 4, "figures": {"balance": GOOD}},
    "no version": {"what": OURS["what"], "figures": {"balance": GOOD}},
    "version 0": {**OURS, "version": 0, "figures": {"balance": GOOD}},
    "half a version": {**OURS, "version": 1.5, "figures": {"balance": GOOD}},
    "no figures": OURS,
    "figures in a list": {**OURS, "figures": [GOOD]},
    "a number": {**OURS, "figures": {"balance": 52000}},
    "a number in it": {**OURS, "figures": {"balance": {**GOOD, "text": 52000}}},
    "too long": {**OURS, "figures": {"balance": {**GOOD, "text": "1" * 6000}}},
    "no day": {**OURS, "figures": {"balance": {**GOOD, "day": "yesterday"}}},
    "odd name": {**OURS, "figures": {"a<b>": GOOD}},
    "no log": {"what": OURS["what"], "version": 3, "figures": {"balance": GOOD}},
    "a log in a list": {**OURS, "figures": {}, "log": [ENTRY]},
    "an entry without a day": {**OURS, "figures": {}, "log": {"e1": {"said": "Wait."}}},
    "an entry of numbers": {**OURS, "figures": {}, "log": {"e1": {**ENTRY, "said": 1}}},
    "an entry in a list": {**OURS, "figures": {}, "log": {"e1": ["2026-11-25"]}},
    "an entry with an odd name": {**OURS, "figures": {}, "log": {"e<1>": ENTRY}},
    "an entry among the figures": {**OURS, "figures": {"entry:e1": {**GOOD, "text": "{}"}}},
    "of the language": {**OURS, "figures": {"__proto__x": GOOD}},
}
BAD: dict[str, bytes] = {
    "empty": b"",
    "no JSON": b"%PDF-1.7",
    "cut off": json.dumps({**OURS, "figures": {"balance": GOOD}})[:-9].encode(),
    "not UTF-8": b"\xff\xfe\x00",
    "too large": b"[" * 1_000_001,
    **{name: json.dumps(each).encode() for name, each in UNSOUND.items()},
}


@pytest.fixture(scope="module")
def filled(chromium: Browser, site: Site) -> Iterator[Page]:
    """A form that was filled in once, and shall stay so."""
    with chromium.new_context(base_url=site.address) as context:
        page = context.new_page()
        page.goto(PAYMENT)
        fill(page, TYPED)
        yield page


@pytest.mark.parametrize("bad", BAD)
def test_a_file_that_is_not_sound_changes_nothing(filled: Page, bad: str) -> None:
    said(filled).evaluate("each => each.replaceChildren()")
    why = open_file(filled, payload(BAD[bad]))
    assert why.endswith("Nothing of yours has changed.")
    assert ("newer version" in why) == (bad == "newer")
    still_there(filled)
    assert held(filled) == TYPED


def test_an_older_file_becomes_todays(page: Page) -> None:
    page.goto(PAYMENT)
    assert open_file(page, as_file({"balance": "52000", "your_name": "Ann"})).startswith("Opened")
    assert held(page) == {"balance": "52000", "your_name": "Ann"}
    expect(box(page, "balance")).to_have_value("52000")


def test_a_file_from_before_the_log_opens(page: Page) -> None:
    page.goto(PAYMENT)
    older = {"what": OURS["what"], "version": 2, "figures": {"balance": GOOD}}
    assert open_file(page, payload(json.dumps(older).encode())).startswith("Opened")
    assert held(page) == {"balance": "1"}


def test_a_copy_that_cannot_be_read_is_not_written_over(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, {"balance": "1"})
    keep(page)
    newer = json.dumps({**OURS, "version": 4, "figures": {}})
    page.evaluate(
        "(newer) => localStorage.setItem(Object.keys(localStorage)"
        ".find((name) => name.endsWith('figures')), newer)",
        newer,
    )
    page.reload()
    fill(page, TYPED)
    assert page.evaluate(KEPT) == newer
    still_there(page)
    press(page, "forget")
    assert page.evaluate(KEPT) == ""


HOSTILE = '<img src=x onerror="window.hurt=1">\'"</script><script>window.hurt=1</script>'


def test_what_is_typed_or_opened_never_becomes_markup(page: Page) -> None:
    """Through boxes, a file with hostile origins, and a store that another program wrote."""
    page.goto(LETTER)
    for each in page.locator(".calc form :is(input, textarea)").all():
        each.evaluate("each => { for (let up = each; up; up = up.parentElement) up.open = true; }")
        each.fill(HOSTILE)
    page.get_by_role("button", name="Fill in the letter").click()
    page.wait_for_timeout(500)
    figure = {"text": HOSTILE, "day": "2026-01-01", "from": HOSTILE}
    names = ("balance", "payment:x", "modification:new_annual_rate", "loan_kind", "your_name")
    said = {**OURS, "figures": dict.fromkeys(names, figure)}
    assert open_file(page, payload(json.dumps(said).encode())).startswith("Opened")
    keep(page)
    for path in (PAYMENT, "calculators/refinance/", "calculators/timeline/", "my-figures/", LETTER):
        page.goto(path)
        page.wait_for_timeout(200)
        assert page.evaluate("window.hurt") is None
        assert page.locator("img[src=x]").count() == 0
    expect(box(page, "your_name")).to_have_value(HOSTILE)
    page.goto("calculators/timeline/")
    expect(box(page, "loan_kind")).to_have_value("")


def test_removing_everything_forgets_too(context: BrowserContext) -> None:
    page, other = context.new_page(), context.new_page()
    other.goto(PAYMENT)
    fill(other, TYPED)
    keep(other)
    page.goto("about/privacy/")
    page.get_by_role("button", name="Remove everything").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("is gone")
    expect(box(other, "balance")).to_have_value("")
    assert (
        page.evaluate("Object.keys(localStorage).filter((name) => /figures|mark/.test(name))") == []
    )
