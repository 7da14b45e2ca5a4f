"""Marked figures and words in every box, every feature used: none of them leaves the tab."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.core.forms import (
    Box,
    CountKind,
    DateKind,
    LineKind,
    MoneyKind,
    PercentKind,
    RateKind,
    boxes,
)
from scripts.browsers.engine import Engine
from tests.browser.test_calculator import fill, follow, settled, state, submit, visit
from tests.browser.test_forgetting import keep, press
from tests.browser.test_household import FORMS, PAYMENT
from tests.conftest import Site

WORDS = "Zyxmarker Qovlane"
# As typed, and as an answer, a file or a letter may write them.
MARKS = (
    "161803.39",
    "161,803.39",
    "7.389",
    "7%2E389",
    "137 months",
    "Zyxmarker",
    "Qovlane",
    "3/14/2029",
    "2029-03-14",
    "March 14, 2029",
)


def mark_for(box: Box) -> str:
    if box.kind.choices:
        return str(box.kind.choices[0][0])
    by_kind: tuple[tuple[type, str], ...] = (
        (LineKind, WORDS),
        (DateKind, "3/14/2029"),
        (CountKind, "137"),
        (PercentKind, "7.389"),
        (RateKind, "7.389"),
        (MoneyKind, "161803.39"),
    )
    return next(mark for kind, mark in by_kind if isinstance(box.kind, kind))


def marked(inputs: type) -> dict[str, str]:
    return {box.name: mark_for(box) for box in boxes(inputs) if not box.words.hidden}


def marks_in(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text]


def rests(page: Page) -> str:
    """All that a page can read which outlives it, but for this tab's own storage."""
    return str(
        page.evaluate(
            """async () => {
                const said = [location.href, document.title, document.cookie, document.referrer];
                said.push(JSON.stringify(history.state), JSON.stringify({...localStorage}));
                // Times are full of figures.
                const whole = (_, value) => (typeof value === "number" ? Math.round(value) : value);
                said.push(window.name, JSON.stringify(performance.getEntries(), whole));
                for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    for (const request of await cache.keys()) {
                        said.push(name, request.url);
                        // Our own pages speak of months, and pictures are full of figures.
                        if (request.url.includes("/assets/")) continue;
                        said.push(await (await cache.match(request)).text());
                    }
                }
                for (const { name } of await indexedDB.databases()) {
                    const opening = indexedDB.open(name);
                    await new Promise((done) => (opening.onsuccess = done));
                    for (const store of opening.result.objectStoreNames) {
                        const all = opening.result.transaction(store).objectStore(store).getAll();
                        await new Promise((done) => (all.onsuccess = done));
                        for (const value of all.result) {
                            const isBytes = value instanceof ArrayBuffer;
                            const text = isBytes ? new TextDecoder().decode(value) : null;
                            if (isBytes) said.push(`memory of ${text.length} letters`);
                            said.push(name, text ?? JSON.stringify(value));
                        }
                    }
                    opening.result.close();
                }
                return said.join("\\n");
            }"""
        )
    )


@pytest.fixture
def watched(chromium: Browser, site: Site) -> Iterator[tuple[Page, list[str]]]:
    """A page, and all that its browser asks for or says."""
    context = chromium.new_context(base_url=site.address)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen: list[str] = []
    context.on("request", lambda each: seen.append(f"{each.url} {each.headers} {each.post_data}"))
    context.on("console", lambda each: seen.append(each.text))
    page = context.new_page()
    yield page, seen
    context.close()


@pytest.mark.timeout(600)
def test_no_mark_leaves_the_tab(watched: tuple[Page, list[str]], site: Site) -> None:
    page, seen = watched
    already = len(site.requests)
    page.goto("about/offline/")
    page.get_by_role("button", name="Keep the whole site").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("takes up", timeout=120_000)
    for slug, (path, inputs) in FORMS.items():
        visit(page, path)
        fill(page, marked(inputs))
        page.locator(".calc form [type=submit]").click()
        expect(page.locator(".calc")).to_have_attribute(
            "data-state", re.compile("ready|error"), timeout=60_000
        )
        assert marks_in(page.url + page.title()) == [], slug
    page.goto(PAYMENT)
    fill(page, {"months_left": "240", "interest_only_months": "0", "balloon_month": "0"})
    submit(page)
    state(page, "ready")
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator(".calc-said")).to_have_text("Copied.")
    with page.expect_download():
        page.get_by_role("button", name="Save the table").first.click()
    if page.locator(".figures").get_attribute("open") is None:
        page.locator(".figures summary").click()
    with page.expect_download():
        page.locator("[data-household=save]").click()
    page.locator(".headerlink").first.evaluate("link => link.click()")
    page.goto("my-figures/")
    follow(page, page.locator("a[href*=glossary]"))
    expect(page.locator("h1")).to_have_text(re.compile("Glossary"))
    page.goto(PAYMENT)
    submit(page)
    state(page, "ready")
    # Python's memory is kept for the next visit: what starts from it has it.
    page.wait_for_function(
        "() => performance.getEntriesByName('calculator:kept').length"
        " || performance.getEntriesByName('calculator:ready').at(-1).detail === 'memory'"
    )
    found = rests(page)
    # What would find them finds what is there.
    assert "Monthly payment" in found and "offline.json" in found
    assert re.search(r"memory of \d{7,} letters", found)
    assert marks_in(found) == []
    assert "161803.39" in page.evaluate("JSON.stringify({...sessionStorage})")
    ours = [each for each in seen if not each.startswith(site.address)]
    assert ours == [] or all(each.startswith("blob:") for each in ours)
    asked = [*seen, *site.requests[already:]]
    assert len(asked) > 100
    assert [each for each in asked if marks_in(each)] == []
    assert page.context.cookies() == []


def test_after_forget_nothing_can_be_read(watched: tuple[Page, list[str]]) -> None:
    page, _ = watched
    for slug in ("payment", "letter-hardship", "budget"):
        path, inputs = FORMS[slug]
        page.goto(path)
        fill(page, marked(inputs))
    keep(page)
    submit(page)
    state(page, "ready")
    everything = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    assert marks_in(page.evaluate(everything)) and marks_in(page.content())
    press(page, "forget")
    shown = "[...document.querySelectorAll('input, textarea')].map(({value}) => value).join()"
    for _ in ("here", "after a reload"):
        assert marks_in(page.evaluate(everything)) == []
        assert marks_in(page.evaluate(shown)) == []
        assert marks_in(page.content()) == []
        assert marks_in(rests(page)) == []
        page.reload()
    page.go_back()
    # A page that comes back from the browser's memory is loaded anew.
    settled(page)
    assert marks_in(page.evaluate(shown) + page.content()) == []


# The main path, in each engine of readers' browsers: typed, gone elsewhere, kept, forgotten.
TYPE = """async ([name, text]) => {
    const box = document.querySelector(`.calc form [name="${name}"]`);
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
}"""
READ = """async (name) => document.querySelector(`.calc form [name="${name}"]`).value"""
READY = """async () => {
    for (let tries = 0; tries < 2000; tries += 1) {
        const shown = document.querySelector("[data-count]")?.textContent ?? "";
        if (shown !== "Nothing yet.") return shown;
        await new Promise((next) => setTimeout(next, 50));
    }
}"""
PRESS = """async ([control, then]) => {
    document.querySelector(`[data-household="${control}"]`).click();
    const choice = [...document.querySelectorAll(".figures-said button")];
    choice.find(({ textContent }) => textContent.startsWith(then))?.click();
    return document.querySelector(".figures-said").textContent;
}"""
STORED = """async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie,
    location.href, document.title, history.state])"""
# A form that is listened to can be sent.
ATTACHED = """async () => {
    const ready = ".calc form [type=submit]:enabled";
    for (let tries = 0; tries < 2000 && !document.querySelector(ready); tries += 1) {
        await new Promise((next) => setTimeout(next, 50));
    }
}"""


def test_said_once_and_forgotten_in_each_engine(engine: Engine, site: Site) -> None:
    def go(path: str) -> None:
        engine.goto(f"{site.served}{path}")
        engine.run(ATTACHED)

    def stored() -> Any:
        return engine.run(STORED)

    already = len(site.requests)
    go(PAYMENT)
    engine.run(TYPE, ["balance", "161803.39"])
    engine.run(TYPE, ["annual_rate", "7.389"])
    go("letters/hardship/")
    engine.run(TYPE, ["your_name", WORDS])
    go("calculators/compare/")
    assert "3 figures" in engine.run(READY)
    assert engine.run(READ, "balance") == "161803.39"
    engine.reload()
    engine.run(ATTACHED)
    assert engine.run(READ, "annual_rate") == "7.389"
    assert "Kept on this device" in engine.run(PRESS, ["keep", "Only I"])
    local, _, *rest = stored().split('"second-mortgage-help / figures"')
    assert marks_in(local) == [] and len(rest) == 1, "kept in the tab and on the device"
    assert "Forgotten" in engine.run(PRESS, ["forget", ""])
    assert marks_in(stored()) == []
    assert engine.run(READ, "balance") == ""
    go("letters/hardship/")
    assert engine.run(READ, "your_name") == ""
    assert [each for each in site.requests[already:] if marks_in(each)] == []
