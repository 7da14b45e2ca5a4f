"""Nothing fails in silence: what is lost, or can't run here, leaves words and a way on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import PATIENCE
from tests.browser.host import Host
from tests.browser.test_calculator import LOAN, fill

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


@pytest.fixture
def page(chromium: Browser, host: Host) -> Iterator[Page]:
    context = chromium.new_context(base_url=host.address, service_workers="block")
    context.set_default_timeout(PATIENCE)
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
    line = page.locator(".calc-unready").first
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
    assert len(names) > 15
    silent = []
    for name in names:
        lose(page, name)
        page.goto(PAYMENT)
        ready = page.locator('.calc [type="submit"]:enabled')
        said = page.locator(".calc-unready button")
        try:
            expect(ready.or_(said).first).to_be_visible(timeout=30_000)
        except AssertionError:
            silent.append(name)
        page.unroute_all()
    assert silent == []


@pytest.mark.parametrize("text", [None, "}{", ""], ids=["lost", "unreadable", "empty"])
def test_a_lost_script_is_told_and_what_was_typed_stays(page: Page, text: str | None) -> None:
    lose(page, "boxes.js", text)
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
    page.route(re.compile(r"/js/boxes\.js$"), lambda route: None)
    page.goto(PAYMENT, wait_until="commit")
    says(page, "not ready yet")


def test_the_words_stand_there_without_any_script(page: Page) -> None:
    page.route(SCRIPTS, lambda route: route.abort())
    lose(page, "ready.js")
    page.goto(PAYMENT)
    line = page.locator(".calc-unready").first
    expect(line).to_have_js_property("offsetHeight", 0)
    expect(line).not_to_have_js_property("offsetHeight", 0)
    expect(line).to_contain_text("load the page again")
    expect(page.get_by_role("button", name="Work it out")).to_be_disabled()


def test_the_letters_say_it_too(page: Page) -> None:
    lose(page, "main.js")
    page.goto(LETTER)
    expect(page.locator(".calc-unready").first).to_contain_text("did not arrive whole")


def test_a_browser_without_modules_is_told(page: Page) -> None:
    page.add_init_script(NO_MODULES)
    lose(page, "main.js", "")
    page.goto(PAYMENT)
    says(page, "browser is too old")


@pytest.mark.parametrize("lack", [NO_WASM, NO_MODULE_WORKERS], ids=["wasm", "module workers"])
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
    ("before", "why"),
    [(UNREADABLE, "browser is too old"), (FULL, "no memory left")],
    ids=["unreadable core", "no memory"],
)
def test_a_core_that_cannot_run_says_so_at_once(page: Page, before: str, why: str) -> None:
    def spoil(route: Route) -> None:
        route.fulfill(response=(true := route.fetch()), body=before + true.text())

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
