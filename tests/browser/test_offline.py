"""After one visit the whole site works without a connection, and can be removed again."""

import json
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.site import ship
from tests.browser.host import Handler, Host, hosted
from tests.conftest import ROOT, Site

READY = "This site is ready to use without a connection"
NEWER = "A newer version of this page is ready."
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
    context.set_default_timeout(40_000)
    yield context
    context.close()


def keep(page: Page) -> None:
    """Keep the site now: the reader presses the button."""
    page.goto("about/offline/")
    page.get_by_role("button", name="Keep the whole site").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text(READY, timeout=60_000)


def answer(page: Page) -> None:
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".calc")).to_have_attribute("data-state", "ready", timeout=60_000)


@pytest.mark.timeout(240)
def test_one_visit_of_a_minute_is_enough(context: BrowserContext, host: Host, site: Site) -> None:
    page = context.new_page()
    page.goto("glossary/")
    expect(page.locator(".notice")).to_contain_text(READY, timeout=60_000)
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
        button = page.locator(".calc [type=submit]")
        page.locator(".calc input[name]").first.fill("52000")
        button.click()
        expect(page.locator(".calc")).to_have_attribute("data-state", "ready", timeout=60_000)
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


def test_it_works_in_a_folder_of_a_host_with_one_python(chromium: Browser, built_for: Site) -> None:
    """Built for that very address: the theme's instant navigation stays within it."""
    port, base = re.fullmatch(r"http://127\.0\.0\.1:(\d+)(/.*)", built_for.address).groups()  # type: ignore[union-attr]
    with hosted(built_for.folder, int(port), base) as host:
        context = chromium.new_context(base_url=host.address)
        context.set_default_timeout(40_000)
        page = context.new_page()
        keep(page)
        assert page.evaluate("navigator.serviceWorker.ready.then(each => each.scope)") == (
            host.address
        )
        host.stop()
        context.set_offline(True)
        page.goto("steps/4-refinance/")
        workers: list[str] = []
        page.on("worker", lambda worker: workers.append(worker.url))
        page.goto("calculators/payment/")
        answer(page)
        for name in ("refinance calculator", "payment calculator"):
            page.get_by_role("link", name=name).first.click()
            expect(page.locator("h1")).to_have_text(re.compile(name, re.IGNORECASE))
            answer(page)
        assert len([url for url in workers if "/js/worker.js" in url]) == 1
        context.close()


@pytest.fixture(scope="module")
def built_for(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site, built for a folder."""
    folder = tmp_path_factory.mktemp("folder") / "site"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/help/second/"
    command = [str(ROOT / "scripts/build"), "--site-url", address, "--output", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder, address)


def test_nothing_is_kept_with_save_data_until_asked(context: BrowserContext, host: Host) -> None:
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page = context.new_page()
    page.goto("glossary/")
    page.wait_for_timeout(14_000)
    assert page.evaluate(KEPT) == [[], [], 0]
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
    page.goto("glossary/")
    page.wait_for_timeout(14_000)
    assert page.evaluate(KEPT)[2] == 0
    page.goto("about/privacy/")
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("not kept")


@pytest.fixture
def two_releases(site: Site, tmp_path: Path) -> tuple[Path, Path]:
    """The folder that is served, and a second release of it."""
    served, second = tmp_path / "served", tmp_path / "second"
    shutil.copytree(site.folder, served)
    command = [str(ROOT / ".venv/bin/mkdocs"), "build", "--quiet", "--site-dir", str(second)]
    subprocess.run(command, cwd=ROOT, check=True)
    for path in (second / "glossary/index.html", second / "calculators/payment/index.html"):
        path.write_text(path.read_text().replace("</h1>", " SECOND</h1>"))
    script = second / "assets/js/main.js"
    script.write_text(script.read_text() + '\nperformance.mark("second");\n')
    ship.main(second)
    return served, second


def publish(second: Path, served: Path) -> None:
    shutil.rmtree(served)
    shutil.copytree(second, served)


def test_a_new_release_replaces_the_old_one_whole(
    chromium: Browser, two_releases: tuple[Path, Path]
) -> None:
    served, second = two_releases
    old_code = json.loads((served / "offline.json").read_text())["code"]
    new = json.loads((second / "offline.json").read_text())
    assert old_code != new["code"]
    with hosted(served) as host:
        context = chromium.new_context(base_url=host.address)
        context.set_default_timeout(40_000)
        page = context.new_page()
        keep(page)
        publish(second, served)
        # The network answers: the newest words at once, with the code that belongs to them.
        page.goto("glossary/")
        expect(page.locator("h1")).to_contain_text("SECOND")
        assert page.evaluate("performance.getEntriesByName('second').length") == 1
        assert page.evaluate(KEPT)[0][0].endswith(str(page.evaluate(RELEASE)))
        # A weak signal: the kept copy, then word that there is a newer one.
        host.trouble = slow_pages
        page.goto("calculators/payment/")
        assert "SECOND" not in page.locator("h1").inner_text()
        assert page.evaluate("performance.getEntriesByName('second').length") == 0
        host.trouble = None
        expect(page.locator(".notice")).to_contain_text(NEWER, timeout=60_000)
        # Its own code is still there for the page that stands.
        answer(page)
        page.get_by_role("button", name="Show it").click()
        expect(page.locator("h1")).to_contain_text("SECOND")
        host.stop()
        page.goto("calculators/payment/")
        expect(page.locator("h1")).to_contain_text("SECOND")
        answer(page)
        context.close()


RELEASE = """async () => {
    const names = await caches.keys();
    const said = await (await caches.open(names[0])).match(new URL("/offline.json", location.href));
    return (await said.json()).release;
}"""


def slow_pages(handler: Handler) -> bool:
    if handler.path.endswith("/"):
        import time

        time.sleep(6)
    return False


def test_a_page_of_a_newer_release_is_loaded_whole(
    chromium: Browser, two_releases: tuple[Path, Path]
) -> None:
    """Instant navigation would put a new form before old code."""
    served, second = two_releases
    with hosted(served) as host:
        context = chromium.new_context(base_url=host.address, service_workers="block")
        page = context.new_page()
        page.goto("calculators/refinance/")
        publish(second, served)
        page.get_by_role("link", name="payment calculator").first.click()
        expect(page.locator("h1")).to_contain_text("SECOND")
        page.wait_for_function("performance.getEntriesByName('second').length === 1")
        answer(page)
        context.close()


def test_half_a_release_is_never_used(chromium: Browser, two_releases: tuple[Path, Path]) -> None:
    served, second = two_releases
    with hosted(served) as host:
        context = chromium.new_context(base_url=host.address)
        context.set_default_timeout(40_000)
        page = context.new_page()
        keep(page)
        publish(second, served)

        def no_guides(handler: Handler) -> bool:
            """The pages of the second release never arrive whole."""
            if "offline-" in handler.path or handler.path.endswith("main.js"):
                handler.send_error(503)
                return True
            return handler.path.endswith("/") and slow_pages(handler)

        host.trouble = no_guides
        page.goto("about/offline/")
        page.get_by_role("button", name="Keep the whole site").click()
        expect(page.locator("[data-kept] [role=status]")).to_contain_text("did not work")
        host.stop()
        page.goto("calculators/payment/")
        assert "SECOND" not in page.locator("h1").inner_text()
        answer(page)
        context.close()


@pytest.mark.parametrize("ending", ["/glossary/", "/js/engine.js", ".wasm", "pyodide.asm.js"])
def test_a_damaged_copy_is_noticed_and_made_good(
    context: BrowserContext, host: Host, ending: str
) -> None:
    page = context.new_page()
    keep(page)
    page.evaluate(DAMAGE, ending)
    host.trouble = slow_pages if ending.endswith("/") else None
    page.goto("glossary/")
    expect(page.locator("h1")).to_have_text(re.compile("Glossary"))
    host.trouble = None
    page.goto("calculators/payment/")
    answer(page)
    # Kept again as it should be, and good for the next time without a connection.
    keep(page)
    host.stop()
    page.goto("glossary/")
    expect(page.locator("h1")).to_have_text(re.compile("Glossary"))
    page.goto("calculators/payment/")
    answer(page)


def test_while_the_site_is_written_nothing_is_kept(chromium: Browser, site: Site) -> None:
    """Even at an address where a built site was kept before."""
    with hosted(site.folder) as host:
        context = chromium.new_context(base_url=host.address)
        context.set_default_timeout(40_000)
        page = context.new_page()
        keep(page)
        host.stop()
        writing = ROOT / "build" / "test-writing"
        command = [str(ROOT / ".venv/bin/mkdocs"), "build", "--quiet", "--site-dir", str(writing)]
        subprocess.run(command, cwd=ROOT, check=True)
        with hosted(writing, host.port) as dev:
            page.goto("glossary/")
            page.wait_for_function(f"({KEPT})().then(kept => !kept[0].length && !kept[2])")
            assert "/assets/js/main.js" in dev.asked
        context.close()


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
    shutil.unpack_archive(site.folder / "second-mortgage-help.zip", tmp_path)
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda each: failed.append(each.url))
    page.goto((tmp_path / "second-mortgage-help/index.html").as_uri())
    page.get_by_role("link", name="Step 2: Talk to your lender").first.click()
    expect(page.locator("h1")).to_contain_text("Step 2")
    page.get_by_role("link", name="Second Mortgage Help").first.click()
    page.get_by_role("link", name="Payment calculator", exact=True).first.click()
    expect(page.locator(".calc-main dd").first).to_have_text("$535.18")
    assert page.locator("body").evaluate("body => getComputedStyle(body).maxWidth") != "none"
    assert failed == []
    context.close()


def test_the_home_page_leads_to_the_download(page: Page, site: Site) -> None:
    page.goto("")
    page.get_by_role("link", name="works without a connection", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the printable pages").click()
    assert download.value.suggested_filename == "second-mortgage-help.zip"
