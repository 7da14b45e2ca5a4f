"""After one visit the whole site works without a connection, and can be removed again."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from calculators import CALCULATORS
from calculators.identity import IDENTITY
from tests.browser.clocks import let_pass, stop_clock
from tests.browser.host import Host, held_pages
from tests.browser.test_calculator import LOAN, example_of, fill
from tests.conftest import Site

READY = "This site is ready to use without a connection"
# Seconds of a page's life after which the site is being kept.
A_WHILE = 20
KEPT = """async () => {
    const names = await caches.keys();
    const whole = await Promise.all(names.map(async name =>
        (await (await caches.open(name)).keys()).length));
    return [names, whole, (await navigator.serviceWorker.getRegistrations()).length];
}"""
DAMAGE = """async (ending) => {
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
            if (request.url.endsWith(ending))
                await cache.put(request, new Response("<h1>damaged</h1>".repeat(999)));
    }
}"""


@pytest.fixture
def context(chromium: Browser, host: Host) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=host.address, viewport={"width": 360, "height": 740})
    yield context
    context.close()


def keep(page: Page) -> None:
    """Keep the site now: the reader presses the button."""
    page.goto("about/offline/")
    page.get_by_role("button", name="Keep the whole site").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text(READY)


def answer(page: Page) -> None:
    slug = page.locator(".calc").get_attribute("data-calculator") or ""
    fill(page, example_of(slug))
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".calc")).to_have_attribute("data-state", "ready")


def test_one_visit_of_a_minute_is_enough(context: BrowserContext, host: Host, site: Site) -> None:
    page = context.new_page()
    stop_clock(page)
    page.goto("glossary/")
    let_pass(page, A_WHILE)
    page.clock.resume()
    expect(page.locator(".notice")).to_contain_text(READY)
    page.get_by_role("button", name="OK").click()
    expect(page.locator(".notice")).to_be_hidden()
    assert not [each for each in host.asked if "//" in each]
    host.stop()
    page.close()
    page = context.new_page()
    index = json.loads((site.folder / "offline.json").read_text())
    pages = [path for path in index["files"] if path.endswith("/") or path == ""]
    assert len(pages) == len(site.pages()) - 1
    for path in pages:
        response = page.goto(path)
        assert response and response.status == 200 and response.from_service_worker, path
        expect(page.locator("h1")).to_have_count(1)
    for path in ("calculators/payment/", "letters/hardship/"):
        page.goto(path)
        if "payment" in path:
            fill(page, LOAN)
        page.locator(".calc [type=submit]").click()
        expect(page.locator(".calc")).to_have_attribute("data-state", "ready")
    # Told once only; unknown pages say so; search works.
    expect(page.locator(".notice")).to_be_hidden()
    lost = page.goto("no/such/page/")
    assert lost and lost.status == 404
    expect(page.locator("h1")).to_have_text("We cannot find that page")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("steps/1-assess")
    assert page.url.endswith("steps/1-assess/")
    page.locator(".md-search__input").click()
    page.keyboard.type("heloc")
    expect(page.locator(".md-search-result__item").nth(1)).to_be_visible()


def test_nothing_is_kept_with_save_data_until_asked(context: BrowserContext, host: Host) -> None:
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page = context.new_page()
    stop_clock(page)
    page.goto("glossary/")
    let_pass(page, A_WHILE)
    assert page.evaluate(KEPT) == [[], [], 0]
    page.clock.resume()
    keep(page)
    assert page.evaluate(KEPT)[2] == 1


def test_everything_can_be_removed(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    keep(page)
    page.evaluate("localStorage.setItem('of-another-site', 'stays')")
    page.evaluate("caches.open('of-another-site')")
    page.get_by_role("button", name="Large print").click()
    page.goto("about/privacy/")
    expect(page.locator("[data-kept] [role=status]")).to_contain_text(READY)
    page.get_by_role("button", name="Remove everything").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("is gone")
    names, _, registrations = page.evaluate(KEPT)
    assert (names, registrations) == (["of-another-site"], 0)
    assert page.evaluate("Object.keys(localStorage)") == ["of-another-site"]
    # It stays so in this tab.
    stop_clock(page)
    page.goto("glossary/")
    let_pass(page, A_WHILE)
    assert page.evaluate(KEPT)[2] == 0
    page.clock.resume()
    page.goto("about/privacy/")
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("not kept")


@pytest.mark.parametrize("ending", ["/glossary/", "/js/calculator.js", ".wasm", "pyodide.asm.js"])
def test_a_damaged_copy_is_noticed_and_made_good(
    context: BrowserContext, host: Host, ending: str
) -> None:
    page = context.new_page()
    keep(page)
    page.evaluate(DAMAGE, ending)
    # Longer than the kept copy is preferred; found damaged, the page is waited for after all.
    held, let_go = held_pages(6)
    host.trouble = held if ending.endswith("/") else None
    page.goto("glossary/")
    expect(page.locator("h1")).to_have_text(re.compile("Glossary"))
    host.trouble = None
    let_go()
    page.goto("calculators/payment/")
    answer(page)
    # Kept again as it should be, and good for the next time without a connection.
    keep(page)
    host.stop()
    page.goto("glossary/")
    expect(page.locator("h1")).to_have_text(re.compile("Glossary"))
    page.goto("calculators/payment/")
    answer(page)


def test_it_can_be_installed(page: Page, site: Site) -> None:
    page.goto("steps/1-assess/")
    address = page.locator("link[rel=manifest]").evaluate("link => link.href")
    manifest = page.evaluate("address => fetch(address).then(each => each.json())", address)
    assert manifest["display"] in ("standalone", "minimal-ui")
    sizes = set()
    for icon in manifest["icons"]:
        drawn = page.evaluate(
            """async (address) => {
                const drawn = await createImageBitmap(await (await fetch(address)).blob());
                return `${drawn.width}x${drawn.height}`;
            }""",
            f"{site.address}{icon['src']}",
        )
        assert drawn == icon["sizes"]
        sizes.add((drawn, icon.get("purpose", "any")))
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= sizes
    found = page.context.new_cdp_session(page).send("Page.getInstallabilityErrors")
    problems = {each["errorId"] for each in found["installabilityErrors"]}
    assert problems <= {"in-incognito"}


def test_the_printable_copy_opens_from_a_disk(
    chromium: Browser, site: Site, tmp_path: Path
) -> None:
    shutil.unpack_archive(site.folder / f"{IDENTITY.slug}.zip", tmp_path)
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda each: failed.append(each.url))
    page.goto((tmp_path / IDENTITY.slug / "index.html").as_uri())
    page.get_by_role("link", name="Talk to your lender", exact=True).first.click()
    expect(page.locator("h1")).to_contain_text("Step 2")
    page.get_by_role("link", name=IDENTITY.name).first.click()
    question = CALCULATORS["payment"].question
    page.get_by_role("link", name=question, exact=True).first.click()
    expect(page.locator(".calc-main dd").first).to_have_text("$535.18")
    assert page.locator("body").evaluate("body => getComputedStyle(body).maxWidth") != "none"
    assert failed == []
    context.close()


def test_the_home_page_leads_to_the_download(page: Page, site: Site) -> None:
    page.goto("")
    page.get_by_role("link", name="works without a connection", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the printable pages").click()
    assert download.value.suggested_filename == f"{IDENTITY.slug}.zip"
