"""A household that somebody has poisoned, stored or in a file, stays text on each kind of page."""

import json
import re

from playwright.sync_api import Page, expect

from calculators.core.forms import boxes
from calculators.log import Inputs as Entry
from calculators.sheets.offers import OFFERS
from calculators.sheets.offers import Inputs as Offer
from tests.browser.test_forgetting import payload
from tests.browser.test_household import FORMS, open_file
from tests.core.test_hostile import HOSTILE, TODAY
from tests.core.test_plan import B

KINDS = ["", "action-plan/", "calculators/budget/", "calculators/timeline/", "glossary/"]
KINDS += ["letters/hardship/", "letters/stop-sale/", "log/", "my-figures/", "offers/", "papers/"]
KINDS += ["plan/", "summary/"]
# What a page looks like to whoever looks for harm in it.
HARM = """() => ({
    hurt: window.hurt ?? null,
    elements: document.querySelectorAll("img[src=x], [onload], [onerror], [onclick]").length,
    links: [...document.links].filter((link) => /^javascript/.test(link.protocol)).length,
    frames: frames.length,
})"""
ANSWERED = re.compile("ready|error")
NO_HARM = {"hurt": None, "elements": 0, "links": 0, "frames": 0}
STORE = """([text]) => {
    const name = "second-mortgage-help / figures";
    for (const storage of [localStorage, sessionStorage]) storage.setItem(name, text);
}"""


def poisoned() -> dict[str, object]:
    """A file as ours are, in which each text of each form is harmful, and its origin too."""
    texts = [text[:4000] for text in HOSTILE.values()]

    def figure(at: int) -> dict[str, str]:
        return {"text": texts[at % len(texts)], "day": TODAY, "from": texts[(at + 1) % len(texts)]}

    keys = [box.kept_as(form) for form, (_, inputs) in FORMS.items() for box in boxes(inputs)]
    keys += [box.kept_as(form) for form in OFFERS for box in boxes(Offer)]
    keys += [box.kept_as("log") for box in boxes(Entry)] + [
        "plan:matters",
        "no:such",
        "constructor",
    ]
    figures = {key: figure(at) for at, key in enumerate(dict.fromkeys(keys))}
    # So far the front door leads, and a plan is made.
    figures |= {f"door:{name}": {**figure(0), "text": text} for name, text in B.items()}
    words = ("said", "company", "next", "how", "hour")
    log = {
        f"e{at}": {**dict.fromkeys(words, text), "day": TODAY, "next_by": "2099-12-01"}
        for at, text in enumerate(texts)
    }
    return {"what": "second-mortgage-help figures", "version": 3, "figures": figures, "log": log}


def test_a_poisoned_household_stays_text_on_each_kind_of_page(page: Page) -> None:
    page.goto("glossary/")
    page.evaluate(STORE, [json.dumps(poisoned())])
    for path in KINDS:
        page.goto(path)
        expect(page.locator("[data-count]")).to_contain_text("kept on this device")
        page.locator("details").evaluate_all("all => all.forEach((each) => (each.open = true))")
        button = page.locator(".calc[data-state] form [type=submit]:visible")
        if button.count():
            button.first.click()
            # Python reads what it is given, and says what is wrong with it.
            expect(page.locator(".calc[data-state]").first).to_have_attribute(
                "data-state", ANSWERED
            )
            expect(page.locator(".calc-status").first).not_to_contain_text("could not")
        elif page.locator("[data-sheet], [data-plan]:not([hidden])").count():
            page.wait_for_function("() => performance.getEntriesByName('calculator:ready').length")
            page.wait_for_timeout(1000)
        assert page.evaluate(HARM) == NO_HARM, path


def test_a_poisoned_file_is_taken_as_text(page: Page) -> None:
    page.goto("letters/hardship/")
    data = json.dumps(poisoned()).encode()
    assert open_file(page, payload(data)).startswith("Opened")
    assert page.evaluate(HARM) == NO_HARM
    page.goto("my-figures/")
    expect(page.locator(".figures-list .calc-field:visible").first).to_be_visible()
    assert page.evaluate(HARM) == NO_HARM
