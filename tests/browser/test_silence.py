"""Nothing fails in silence: what is lost, or can't run here, leaves words and a way on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.host import Host
from tests.browser.test_calculator import LOAN, fill
from tests.conftest import Site

PAYMENT = "calculators/payment/"
LETTER = "letters/hardship/"
SCRIPTS = re.compile(r"/assets/[^/]+/js/(?!ready\.)[^/]+\.js$")
# What was published, and still can't be read: an older browser's view of our core.
UNREADABLE = """
    WebAssembly.compileStreaming = async () => { throw new WebAssembly.CompileError("bad type"); };
"""
FULL = """
    WebAssembly.Memory = function () { throw new RangeError("could not allocate memory"); };
"""
NO_WASM = "delete window.WebAssembly"
NO_MODULE_WORKERS = """
    const Plain = Worker;
    window.Worker = function (address) { return new Plain(address, {}); };
"""
NO_MODULES = "delete HTMLScriptElement.prototype.noModule"
NO_AT = "delete Array.prototype.at"
NO_HAS_OWN = "delete Object.hasOwn"
# A reader's scripts that one kind of page needs besides those of a form.
PARTS = [
    ("main.js", "log/"),
    ("sheets.js", "log/"),
    ("sheets.js", "offers/"),
    ("sheets.js", "summary/"),
    ("blank.js", "plan/"),
    ("piles.js", "papers/"),
    ("boxes.js", "my-figures/"),
    ("main.js", "about/offline/"),
    ("main.js", "about/privacy/"),
]
# What can be pressed and seen, but for what theme.js, the browser itself or ready.js answers to.
PRESSABLE = """all => all.filter((each) => each.getClientRects().length
    && getComputedStyle(each).visibility === "visible"
    && !each.matches("[data-tool], [popovertarget], [data-unready] *")
).map((each) => each.textContent.trim())"""
NO_ROOM = """
    Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };
    navigator.serviceWorker.register = async () => {
        throw new DOMException("", "QuotaExceededError");
    };
"""
NO_POPOVER = """
    delete HTMLElement.prototype.popover;
    document.addEventListener("readystatechange", () => {
        for (const name of ["popover", "popovertarget"]) {
            for (const each of document.querySelectorAll(`[${name}]`)) each.removeAttribute(name);
        }
    });
"""


@pytest.fixture
def page(chromium: Browser, host: Host) -> Iterator[Page]:
    context = chromium.new_context(base_url=host.address, service_workers="block")
    yield context.new_page()
    context.close()


def lose(page: Page, name: str, text: str | None = None) -> None:
    """The script of that name does not arrive, or arrives as `text`."""

    def spoil(route: Route) -> None:
        if text is None:
            route.abort()
        else:
            route.fulfill(body=text, content_type="text/javascript")

    page.route(re.compile(rf"/js/{re.escape(name)}$"), spoil)


def says(page: Page, why: str) -> None:
    """Words at the form, and a page that reads as before."""
    line = page.locator(".md-content .unready").first
    expect(line.get_by_role("button", name="Try again")).to_be_visible()
    expect(line).to_contain_text("read and print this page, and call the numbers on it")
    expect(line).to_contain_text(why)
    expect(page.get_by_role("button", name="Work it out")).to_be_disabled()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator('[data-figure="monthly_payment"]').first.inner_text() == "$535.18"


def modules(page: Page) -> list[str]:
    """The scripts of ours that a page with a form asks for."""
    names: list[str] = []
    page.on("request", lambda asked: names.append(asked.url) if SCRIPTS.search(asked.url) else None)
    page.goto(PAYMENT)
    expect(page.get_by_role("button", name="Work it out")).to_be_enabled()
    return sorted({name.rsplit("/", 1)[1] for name in names})


def test_no_script_is_lost_in_silence(page: Page) -> None:
    names = modules(page)
    assert {"main.js", "calculator.js", "theme.js", "search.js"} <= {*names}
    silent = []
    for name in names:
        lose(page, name)
        page.goto(PAYMENT)
        ready = page.locator('.calc [type="submit"]:enabled')
        said = page.locator(".md-content .unready button")
        try:
            expect(ready.or_(said).first).to_be_visible(timeout=30_000)
        except AssertionError:
            silent.append(name)
        page.unroute_all()
    assert silent == []


@pytest.mark.parametrize("text", [None, "}{", ""], ids=["lost", "unreadable", "empty"])
def test_a_lost_script_is_told_and_what_was_typed_stays(page: Page, text: str | None) -> None:
    lose(page, "calculator.js", text)
    page.goto(PAYMENT)
    page.locator('[name="balance"]').fill("60000")
    address = page.url
    page.locator('[name="balance"]').press("Enter")
    says(page, "a part of the page did not arrive whole")
    assert page.url == address
    page.unroute_all()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("button", name="Work it out")).to_be_enabled()
    assert page.locator('[name="balance"]').input_value() == "60000"
    assert "typed-early" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_a_script_that_does_not_come_is_waited_for_in_words(page: Page) -> None:
    page.route(re.compile(r"/js/calculator\.js$"), lambda route: None)
    page.goto(PAYMENT, wait_until="commit")
    says(page, "not ready yet")


def test_the_words_stand_there_without_any_script(page: Page) -> None:
    page.route(SCRIPTS, lambda route: route.abort())
    lose(page, "ready.js")
    page.goto(PAYMENT)
    line = page.locator(".md-content .unready").first
    expect(line).to_have_js_property("offsetHeight", 0)
    expect(line).not_to_have_js_property("offsetHeight", 0)
    expect(line).to_contain_text("load the page again")
    expect(page.get_by_role("button", name="Work it out")).to_be_disabled()


def test_a_line_that_is_not_seen_yet_has_no_focus_and_one_that_goes_hands_it_on(page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile(r"/js/main\.js$"), lambda route: held.append(route))
    page.goto(PAYMENT, wait_until="commit")
    link = page.locator(".md-content .unready a").first
    link.focus(timeout=1000)
    expect(link).not_to_be_focused()
    expect(link).to_be_visible()
    link.focus()
    expect(link).to_be_focused()
    for each in held:
        each.continue_()
    expect(page.get_by_role("button", name="Work it out")).to_be_focused()
    expect(link).to_have_count(0)


def test_the_letters_say_it_too(page: Page) -> None:
    lose(page, "main.js")
    page.goto(LETTER)
    expect(page.locator(".md-content .unready").first).to_contain_text("did not arrive whole")


@pytest.mark.parametrize("lack", [NO_MODULES, NO_AT, NO_HAS_OWN])
def test_a_browser_that_is_too_old_is_told(page: Page, lack: str) -> None:
    page.add_init_script(lack)
    lose(page, "main.js", "")
    page.goto(PAYMENT)
    says(page, "browser is too old")


@pytest.mark.parametrize("lack", [NO_WASM, NO_MODULE_WORKERS, NO_AT, NO_HAS_OWN])
def test_what_cannot_run_here_is_not_downloaded(page: Page, lack: str) -> None:
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.add_init_script(lack)
    page.goto(PAYMENT)
    fill(page, LOAN)
    page.get_by_role("button", name="Work it out").click()
    refused(page, "browser is too old")
    assert [each for each in asked if "/runtime/" in each] == []


@pytest.mark.parametrize(
    "lack", ["delete AbortSignal.timeout", "delete window.requestIdleCallback", NO_POPOVER]
)
def test_what_only_newer_browsers_have_is_not_needed(page: Page, lack: str) -> None:
    page.add_init_script(lack)
    page.goto(PAYMENT)
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.click()
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#menu")).to_be_visible()
    menu.press("Escape")
    fill(page, LOAN)
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".calc")).to_have_attribute("data-state", "ready")


@pytest.mark.parametrize(("name", "path"), PARTS)
def test_each_part_of_a_page_says_that_its_script_is_lost(page: Page, name: str, path: str) -> None:
    lose(page, name)
    page.goto(path)
    line = page.locator(".md-content .unready")
    expect(line).to_contain_text("did not arrive whole")
    page.unroute_all()
    line.get_by_role("button", name="Try again").click()
    expect(line).to_have_count(0)
    expect(page.locator(".md-content button:disabled")).to_have_count(0)


@pytest.mark.parametrize(
    "path", [PAYMENT, LETTER, "", "my-figures/", *dict.fromkeys(path for _, path in PARTS)]
)
def test_what_can_be_pressed_acts_without_our_scripts(page: Page, path: str) -> None:
    lose(page, "main.js")
    page.goto(path)
    page.locator(".figures > summary").click()
    expect(page.locator(".figures .unready")).to_contain_text("did not arrive whole")
    assert page.locator("button:enabled").evaluate_all(PRESSABLE) == []


def test_print_and_looks_need_no_other_script(page: Page) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    lose(page, "main.js")
    page.goto(PAYMENT)
    page.get_by_role("button", name="Print this page").click()
    expect(page).to_have_title("printed")
    for name, look in [("Large print", ".large-print"), ("Dark", '[data-colors="dark"]')]:
        button = page.get_by_role("button", name=name, exact=True)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.locator(f"html{look}")).to_have_count(1)


def test_an_answer_that_cannot_be_printed_says_so(page: Page) -> None:
    lose(page, "paper.js")
    page.goto(PAYMENT)
    button = page.get_by_role("button", name="Print this answer")
    expect(page.get_by_role("button", name="Work it out")).to_be_enabled()
    button.click()
    expect(page.locator(".calc-said")).to_contain_text("did not arrive")
    expect(page.locator(".calc-said")).to_contain_text("load the page again")


def test_without_following_the_next_answer_comes_by_the_button(page: Page) -> None:
    lose(page, "live.js")
    page.goto(PAYMENT)
    fill(page, LOAN)
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".calc")).to_have_attribute("data-state", "ready")
    page.locator('[name="balance"]').fill("60,000")
    expect(page.locator(".calc-status")).to_contain_text("not for these figures yet")


def test_what_is_searched_for_reaches_no_address(page: Page) -> None:
    page.route(re.compile(r"/bundle\."), lambda route: route.abort())
    page.goto("glossary/")
    address = page.url
    box = page.locator(".md-search__input")
    expect(box).to_be_hidden()
    # As in a browser that shows it, or sends what it does not know how to.
    box.evaluate("(box) => { box.value = 'divorce'; box.form.requestSubmit(); }")
    page.wait_for_timeout(300)
    assert page.url == address
    assert box.evaluate("(box) => [...new FormData(box.form)]") == []


@pytest.mark.parametrize("part", [r"/search_index\.json$", r"/workers/search\."])
def test_a_search_that_is_lost_says_so(page: Page, part: str) -> None:
    page.route(re.compile(part), lambda route: route.abort())
    page.goto("glossary/")
    page.locator(".md-search__input").click()
    said = page.locator(".md-search-result__meta")
    expect(said).to_contain_text("The search did not arrive")
    page.unroute_all()
    said.get_by_role("button", name="Try again").click()
    page.locator(".md-search__input").click()
    page.keyboard.type("heloc")
    expect(page.locator(".md-search-result__item").nth(1)).to_be_visible()


def test_a_full_device_is_named(page: Page) -> None:
    page.add_init_script(NO_ROOM)
    page.goto("about/offline/")
    page.get_by_role("button", name="Keep the whole site").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("no room left")
    page.goto(PAYMENT)
    page.locator('[name="balance"]').fill("60000")
    expect(page.locator(".notice")).to_contain_text("no room left")


@pytest.mark.parametrize(
    ("before", "why"),
    [(UNREADABLE, "browser is too old"), (FULL, "no memory left")],
    ids=["unreadable core", "no memory"],
)
def test_a_core_that_cannot_run_says_so_at_once(
    page: Page, site: Site, before: str, why: str
) -> None:
    (worker,) = site.folder.glob("assets/*/js/worker.js")
    script = before + worker.read_text("utf-8")

    def spoil(route: Route) -> None:
        route.fulfill(body=script, content_type="text/javascript")

    page.route(re.compile(r"/js/worker\.js$"), spoil)
    page.goto(PAYMENT)
    fill(page, LOAN)
    page.get_by_role("button", name="Work it out").click()
    # The patience with a start that hangs is longer.
    expect(page.locator(".calc")).to_have_attribute("data-state", "error", timeout=50_000)
    refused(page, why)


def test_a_worker_that_is_not_allowed_says_so(page: Page) -> None:
    page.add_init_script("""
        window.Worker = function (address, { type }) {
            setTimeout(() => this.onerror?.(new Event("error")));
            this.terminate = () => undefined;
            this.postMessage = () => undefined;
        };
    """)
    page.goto(PAYMENT)
    fill(page, LOAN)
    page.get_by_role("button", name="Work it out").click()
    refused(page, "did not let it run")


def refused(page: Page, why: str) -> None:
    status = page.locator(".calc [role=status]").first
    expect(page.locator(".calc")).to_have_attribute("data-state", "error")
    expect(status).to_contain_text("Your figures are still here")
    expect(status).to_contain_text(why)
    assert page.locator('[name="balance"]').input_value() == LOAN["balance"]
