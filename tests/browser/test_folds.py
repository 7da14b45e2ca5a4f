"""How long pages are on a phone as they first stand, and what becomes of what is folded."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators import CALCULATORS
from tests.browser.test_calculator import example_of, fill
from tests.conftest import ROOT, Site

SCREEN = 740
GUIDES = sorted(
    path.relative_to(ROOT / "docs").with_suffix("").as_posix()
    for folder in ("steps", "more")
    for path in (ROOT / "docs" / folder).glob("*.md")
)
GUIDE, HOME, CALCULATOR = 12, 6, 8
STEP = "steps/3-loan-modification/"
RUNTIME = "/runtime/"


def screens(page: Page) -> float:
    height: float = page.locator("article").evaluate("each => each.getBoundingClientRect().height")
    return height / SCREEN


@pytest.mark.parametrize("name", ["", *GUIDES])
def test_a_page_is_few_screens_on_a_phone(page: Page, name: str) -> None:
    page.goto(f"{name}/" if name else "")
    assert screens(page) <= (GUIDE if name else HOME)


@pytest.mark.parametrize("slug", CALCULATORS)
def test_a_calculator_and_its_answer_are_few_screens(page: Page, slug: str) -> None:
    page.goto(f"calculators/{slug}/")
    # Boxes for rare cases stay folded, as they are for most readers.
    rare = page.locator(".calc form details [name]").evaluate_all("all => all.map(e => e.name)")
    fill(page, {name: each for name, each in example_of(slug).items() if name not in rare})
    page.locator(".calc form details").evaluate_all("all => all.forEach(e => { e.open = false })")
    page.locator(".calc [type=submit]").click()
    expect(page.locator(".calc")).to_have_attribute("data-state", "ready")
    assert screens(page) <= CALCULATOR


def test_a_source_opens_at_its_sentence_and_closes_again(page: Page) -> None:
    page.goto(STEP)
    for place in ("#what-to-expect + p", "#the-dates-you-have ~ .md-typeset__scrollwrap"):
        note = page.locator(f"{place} .note a").first
        note.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        number = note.text_content() or ""
        note.click()
        opened = page.locator(".note-open")
        expect(opened).to_be_visible()
        expect(opened).to_be_in_viewport()
        expect(note).to_have_attribute("aria-expanded", "true")
        source = page.locator(f".page-sources li:nth-child({number.removeprefix('source ')})")
        assert (opened.text_content() or "").startswith(source.text_content() or "?")
        assert abs(page.evaluate("scrollY") - before) < SCREEN / 2
        page.get_by_role("button", name=f"Close {number}").click()
        expect(opened).to_have_count(0)
        expect(note).to_be_focused()
        expect(note).to_be_in_viewport()
        # A second press on the number closes it too, and so does Escape.
        note.press("Enter")
        page.keyboard.press("Escape")
        expect(opened).to_have_count(0)
        note.press("Enter")
        note.press("Enter")
        expect(opened).to_have_count(0)
    assert page.url.endswith(STEP)


def test_a_footnote_is_heard_as_a_source(page: Page) -> None:
    page.goto(STEP)
    note = page.locator(".note a").first
    expect(note).to_have_attribute("role", "doc-noteref")
    expect(note).to_have_accessible_name("source 1")


@pytest.mark.parametrize("name", ["where-the-rules-differ", "source-appeal_days", "calc"])
def test_a_link_into_a_fold_opens_it(page: Page, name: str) -> None:
    """From elsewhere, by an address that was kept, and from the same page."""
    place = "modification-title" if name == "calc" else name
    page.goto(f"{STEP}#{place}")
    target = page.locator(f"#{place}")
    expect(target).to_be_in_viewport()
    fold = page.locator(f"details:has(#{place})")
    expect(fold).to_have_attribute("open", "")
    # Closed by hand, then asked for again by the same link.
    page.evaluate(
        "name => { document.querySelector(`details:has(#${name})`).open = false;"
        " document.querySelector('h1').scrollIntoView();"
        " const link = document.createElement('a'); link.href = `#${name}`; link.id = 'again';"
        " link.textContent = 'again'; document.querySelector('h1').after(link); }",
        place,
    )
    page.locator("#again").click()
    expect(target).to_be_in_viewport()


def test_a_link_from_another_page_opens_the_fold(page: Page) -> None:
    page.goto("steps/8-prepare-for-foreclosure/")
    page.evaluate(
        "name => { const link = document.createElement('a'); link.id = 'there';"
        " link.textContent = 'there';"
        " link.href = `../3-loan-modification/#where-the-rules-differ`;"
        " document.querySelector('h1').after(link); }",
        "",
    )
    page.locator("#there").click()
    expect(page.locator("h1")).to_contain_text("Step 3")
    expect(page.locator("#where-the-rules-differ")).to_be_in_viewport()
    expect(page.locator("details:has(#where-the-rules-differ)")).to_have_attribute("open", "")


def test_a_folded_calculator_costs_nothing_until_it_is_opened(page: Page) -> None:
    asked: list[str] = []
    page.context.on("request", lambda each: asked.append(each.url) if RUNTIME in each.url else None)
    page.goto(STEP)
    page.wait_for_timeout(4000)
    assert asked == []
    button = page.locator(".calc-embedded > summary")
    button.click()
    page.wait_for_function("() => performance.getEntriesByName('calculator:ready').length")
    box = page.locator('.calc [name="balance"]')
    box.fill("43210")
    button.click()
    expect(box).to_be_hidden()
    button.click()
    expect(box).to_have_value("43210")


@pytest.fixture
def without_script(chromium: Browser, site: Site) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=site.address,
        viewport={"width": 360, "height": SCREEN},
        java_script_enabled=False,
    )
    yield context.new_page()
    context.close()


def test_without_a_script_each_part_opens_by_a_tap(without_script: Page) -> None:
    page = without_script
    page.goto(STEP)
    for each, inside in (
        (".fold > summary", ".fold p"),
        (".calc-embedded > summary", ".calc-embedded .calc-headline"),
        (".page-sources > summary", ".page-sources li"),
    ):
        first = page.locator(inside).first
        expect(first).to_be_hidden()
        page.locator(each).first.click()
        expect(first).to_be_visible()


def test_without_a_script_a_footnote_leads_to_its_source(without_script: Page) -> None:
    page = without_script
    page.goto(STEP)
    note = page.locator(".note a").first
    href = note.get_attribute("href") or ""
    note.click()
    expect(page.locator(href)).to_be_in_viewport()
    page.go_back()
    expect(note).to_be_in_viewport()


def test_search_leads_into_the_fold(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("glossary/")
    page.locator(".md-search__input").click()
    page.keyboard.type("shoe box")
    page.locator(".md-search-result__link", has_text=re.compile("envelope")).first.click()
    expect(page.locator(".md-content h1")).to_contain_text("Step 1")
    expect(page.locator(".md-content").get_by_text("A shoe box will do")).to_be_visible()
