"""Say it once: what is typed is never lost in a visit, and stands in every box of its name."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, Route, expect

from calculators import CALCULATORS
from calculators.core.forms import Box, DateKind, LineKind, boxes
from calculators.letters import LETTERS
from tests.browser.test_calculator import fill, follow, state, submit
from tests.conftest import Site

PAYMENT = "calculators/payment/"
HELOC = "calculators/heloc/"
LETTER = "letters/hardship/"
FORMS = {
    **{slug: (f"calculators/{slug}/", each.inputs) for slug, each in CALCULATORS.items()},
    **{f"letter-{slug}": (f"letters/{slug}/", each.inputs) for slug, each in LETTERS.items()},
}
TYPED = {"balance": "48,123.45", "annual_rate": "9 1/4", "months_left": "171"}
BOX = '.calc form [name="{}"]'


def box(page: Page, name: str) -> Any:
    return page.locator(BOX.format(name))


def held(page: Page) -> dict[str, str]:
    """What this tab holds, by name."""
    text = page.evaluate(
        "Object.entries(sessionStorage).find(([name]) => name.endsWith('figures'))?.[1] ?? '{}'"
    )
    return {key: each["text"] for key, each in json.loads(text).get("figures", {}).items()}


def still_there(page: Page) -> None:
    for name, text in TYPED.items():
        expect(box(page, name)).to_have_value(text)


def in_the_contents(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".md-sidebar--secondary a").first.click()


def to_a_source(page: Page) -> None:
    page.evaluate("document.querySelector('a[href*=\"#\"].headerlink').click()")


def past_the_menu(page: Page) -> None:
    page.locator("h1").click()
    page.evaluate("document.querySelector('.md-skip').focus()")
    page.keyboard.press("Enter")


def reloaded(page: Page) -> None:
    page.reload()


def elsewhere_and_back(page: Page) -> None:
    follow(page, page.locator("a[href*=glossary]"))
    expect(page.locator("h1")).to_have_text(re.compile("Glossary"))
    page.go_back()
    expect(page.locator("h1")).to_have_text(re.compile("Payment"))


def away_and_back(page: Page) -> None:
    page.goto("about:blank")
    page.go_back()


def inside_then_back_and_forward(page: Page) -> None:
    to_a_source(page)
    page.go_back()
    page.go_forward()


def by_address(page: Page) -> None:
    page.goto("glossary/")
    page.goto(PAYMENT)


@pytest.mark.parametrize(
    "leave",
    [
        in_the_contents,
        to_a_source,
        past_the_menu,
        reloaded,
        elsewhere_and_back,
        away_and_back,
        inside_then_back_and_forward,
        by_address,
    ],
    ids=lambda leave: leave.__name__,
)
def test_nothing_typed_is_lost(page: Page, leave: Callable[[Page], None]) -> None:
    page.goto(PAYMENT)
    fill(page, TYPED)
    leave(page)
    still_there(page)


@pytest.mark.parametrize("follow", [in_the_contents, to_a_source, past_the_menu])
def test_a_link_inside_the_page_fetches_nothing(page: Page, follow: Callable[[Page], None]) -> None:
    """The answer stays too, the address says the place, and Back leads back to it."""
    page.goto(PAYMENT)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    address = page.url
    page.evaluate("document.querySelector('.calc').was = 'here'")
    follow(page)
    page.wait_for_timeout(500)
    assert "#" in page.url
    page.go_back()
    page.wait_for_timeout(500)
    assert page.evaluate("document.querySelector('.calc').was") == "here"
    assert "#" not in page.url
    assert address not in asked


@pytest.mark.parametrize("key", ["n", "p", ".", ",", "f", "s", "/"])
def test_a_single_key_does_nothing(page: Page, key: str) -> None:
    page.goto("calculators/heloc/")
    page.locator("h1").click()
    page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url.endswith("calculators/heloc/")
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_what_is_typed_before_the_script_is_the_readers(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/main.js", lambda route: waiting.append(route))
    page.goto(PAYMENT, wait_until="commit")
    box(page, "balance").wait_for()
    box(page, "balance").fill("31,415")
    while not waiting:
        page.wait_for_timeout(50)
    waiting[0].continue_()
    page.wait_for_function("() => sessionStorage.length > 0")
    assert held(page) == {"balance": "31,415"}
    page.unroute_all()
    page.goto(HELOC)
    expect(box(page, "balance")).to_have_value("31,415")


@pytest.mark.parametrize("finger", [False, True])
def test_typing_into_a_filled_box_replaces(chromium: Browser, site: Site, finger: bool) -> None:
    context = chromium.new_context(base_url=site.address, has_touch=finger, is_mobile=finger)
    page = context.new_page()
    page.goto(HELOC)
    fill(page, {"draw_months_left": "18", "annual_rate": "9.25"})
    for name, typed in (("draw_months_left", "3"), ("annual_rate", "5")):
        page.locator("h1").click()
        box(page, name).tap() if finger else box(page, name).click()
        page.keyboard.type(typed)
        expect(box(page, name)).to_have_value(typed)
    # Words are rather added to.
    page.goto(LETTER)
    box(page, "your_name").fill("Ann")
    page.locator("h1").click()
    box(page, "your_name").press("End")
    page.keyboard.type(" Lee")
    expect(box(page, "your_name")).to_have_value("Ann Lee")
    context.close()


@pytest.mark.parametrize("slug", CALCULATORS)
def test_an_untouched_form_asks_for_what_it_needs(tab: Page, slug: str) -> None:
    """Boxes start empty; our example is no answer to a reader's question."""
    tab.goto(f"calculators/{slug}/")
    form = [each for each in boxes(CALCULATORS[slug].inputs) if not each.words.hidden]
    for each in form:
        expect(box(tab, each.name)).to_have_value(each.default_text if each.kind.choices else "")
    submit(tab)
    state(tab, "error")
    missing = [each.name for each in form if each.required]
    marked = tab.locator(".calc form [aria-invalid=true]")
    assert marked.evaluate_all("all => all.map(each => each.name)") == missing
    assert held(tab) == {}, "a default is nothing that the reader said"


def figure_for(each: Box) -> str:
    """Something that a reader may type in this kind of box, told from others by its name."""
    if each.kind.choices:
        return str(each.kind.choices[-1][0])
    if isinstance(each.kind, LineKind):
        return f"Words of {each.name}"
    return "3/14/2027" if isinstance(each.kind, DateKind) else "7"


EVERY = {
    each.kept_as(slug): figure_for(each)
    for slug, (_, inputs) in FORMS.items()
    for each in boxes(inputs)
    if not each.words.hidden
}


def as_file(figures: dict[str, str]) -> FilePayload:
    """A file of figures, as a program would write it."""
    said = {"what": "second-mortgage-help figures", "version": 1, "figures": figures}
    data = json.dumps(said).encode()
    return {"name": "figures.json", "mimeType": "application/json", "buffer": data}


def open_file(page: Page, file: FilePayload) -> str:
    """Open a file from the sheet; what the sheet says to it."""
    if page.locator(".figures").get_attribute("open") is None:
        page.locator(".figures summary").click()
    said = page.locator(".figures-said")
    page.locator("[data-household=open]").set_input_files(file)
    expect(said).not_to_be_empty()
    return said.inner_text()


@pytest.fixture(scope="module")
def told(chromium: Browser, site: Site) -> Any:
    """A tab in which every box of every form has been filled once."""
    context: BrowserContext = chromium.new_context(base_url=site.address)
    page = context.new_page()
    page.goto(PAYMENT)
    assert "Opened" in open_file(page, as_file(EVERY))
    yield page
    context.close()


@pytest.mark.parametrize("slug", FORMS)
def test_every_form_starts_from_the_household(told: Page, slug: str) -> None:
    path, inputs = FORMS[slug]
    told.goto(path)
    for each in boxes(inputs):
        if each.words.hidden:
            continue
        expect(box(told, each.name)).to_have_value(EVERY[each.kept_as(slug)])
        # A folded group does not hide what goes into an answer.
        expect(box(told, each.name)).to_be_visible()


def test_a_change_goes_back_into_it(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, {"balance": "50,000"})
    page.goto("calculators/compare/")
    expect(page.locator(".calc-origin:visible").first).to_have_text("From: Payment calculator.")
    fill(page, {"balance": "49,000"})
    expect(page.locator(".calc-origin:visible")).to_have_count(0)
    page.goto(PAYMENT)
    expect(box(page, "balance")).to_have_value("49,000")
    expect(page.locator(".calc-origin:visible")).to_have_text("From: Compare your choices.")
    box(page, "balance").fill("")
    assert held(page) == {}


def test_an_offer_and_a_letters_loan_are_suggested_never_shared(page: Page) -> None:
    page.goto("calculators/modification/")
    fill(page, {"new_annual_rate": "6.5", "new_months": "300"})
    page.goto("calculators/refinance/")
    expect(box(page, "new_annual_rate")).to_have_value("")
    page.get_by_role("button", name="Use 6.5").click()
    expect(box(page, "new_annual_rate")).to_have_value("6.5")
    assert held(page)["refinance:new_annual_rate"] == "6.5"
    page.goto("letters/information/")
    fill(page, {"loan_kind": "heloc", "loan_number": "77-1", "your_name": "Ann Lee"})
    page.goto("letters/payoff/")
    expect(box(page, "your_name")).to_have_value("Ann Lee")
    for name, empty in (("loan_kind", "not_sure"), ("loan_number", ""), ("letter_date", "")):
        expect(box(page, name)).to_have_value(empty)
    page.get_by_role("button", name="Use A line of credit (HELOC)").click()
    expect(box(page, "loan_kind")).to_have_value("heloc")
    page.goto("calculators/timeline/")
    expect(box(page, "loan_kind")).to_have_value("")
    # The other way round it is one tap, too: most letters are about the second mortgage.
    fill(page, {"loan_kind": "closed_end"})
    page.goto("letters/help/")
    expect(box(page, "loan_kind")).to_have_value("not_sure")
    expect(page.get_by_role("button", name="Use A")).to_be_visible()


def test_what_can_be_paid_travels_from_the_budget(page: Page) -> None:
    page.goto("calculators/budget/")
    fill(page, {"take_home_income": "3,000", "monthly_payment": "500", "food": "1,800"})
    submit(page)
    state(page, "ready")
    page.goto(HELOC)
    expect(box(page, "affordable_payment")).to_have_value("")
    origin = page.locator(".calc-origin:visible", has_text="Budget calculator")
    expect(origin).to_have_count(1)
    origin.get_by_role("button", name="Use 1200.00").click()
    expect(box(page, "affordable_payment")).to_have_value("1200.00")
    # Nothing to pay with is no figure to suggest.
    page.goto("calculators/budget/")
    fill(page, {"food": "3,800"})
    submit(page)
    state(page, "ready")
    page.goto("calculators/modification/")
    suggested = page.locator(".calc-origin:visible button").all_inner_texts()
    assert suggested == ["Use 1200.00"], "what the reader took stays the reader's"


def test_clear_empties_its_own_form_only(page: Page) -> None:
    page.goto(HELOC)
    fill(page, {"balance": "50,000", "draw_months_left": "3"})
    page.goto(PAYMENT)
    fill(page, {"annual_rate": "8", "months_left": "120"})
    submit(page)
    state(page, "ready")
    page.locator('[data-action="clear"]').click()
    state(page, "example")
    assert page.locator(".calc-result h4").inner_text() == "Our worked example"
    assert held(page) == {"draw_months_left": "3"}


def test_the_list_shows_all_and_changes_it(page: Page) -> None:
    page.goto("my-figures/")
    expect(page.locator(".figures-none")).to_be_visible()
    page.goto(PAYMENT)
    fill(page, TYPED)
    page.goto(LETTER)
    fill(page, {"your_name": "Ann Lee", "loan_number": "77-1"})
    page.goto("my-figures/")
    expect(page.locator(".figures-none")).to_be_hidden()
    shown = page.locator(".figures-list .calc-field:visible")
    expect(shown).to_have_count(5)
    assert page.locator(".figures-list legend:visible").all_inner_texts() == [
        "Your second mortgage",
        "You, for letters",
        "Hardship letter",
    ]
    page.locator('.figures-list [name="balance"]').fill("47,000")
    page.goto(PAYMENT)
    expect(box(page, "balance")).to_have_value("47,000")


def test_a_browser_that_keeps_nothing_says_what_that_means(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.address)
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " {get() { throw new DOMException('refused', 'SecurityError'); }})"
    )
    page = context.new_page()
    errors: list[str] = []
    # The theme's own scripts stumble there.
    page.on("pageerror", lambda error: errors.append(str(error.stack)))
    page.goto(PAYMENT)
    fill(page, {**TYPED, "annual_rate": "9.25"})
    expect(page.locator(".notice")).to_contain_text("gone when you reload")
    submit(page)
    state(page, "ready")
    follow(page, page.locator('a[href$="calculators/heloc/"]'))
    expect(page.locator("h1")).to_have_text(re.compile("HELOC"))
    expect(box(page, "balance")).to_have_value("48,123.45")
    assert [each for each in errors if "/js/" in each] == []
    context.close()


def test_figures_of_a_month_ago_say_so(page: Page) -> None:
    page.clock.set_fixed_time("2026-09-01T12:00:00")
    page.goto(PAYMENT)
    fill(page, {"balance": "50,000"})
    page.clock.set_fixed_time("2026-10-15T12:00:00")
    page.reload()
    expect(page.locator(".calc-origin:visible")).to_have_text(
        "Written on September 1, 2026. Is it still right?"
    )
