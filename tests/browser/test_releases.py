"""One release after another, and a site built for a folder: nothing of two is ever mixed."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from scripts.site import ship
from scripts.site.host import free_port
from tests.browser.host import Handler, held_pages, hosted
from tests.browser.test_calculator import follow
from tests.browser.test_offline import KEPT, answer, keep
from tests.conftest import ROOT, Site, build

NEWER = "A newer version of this page is ready."


def test_it_works_in_a_folder_of_a_host_with_one_python(chromium: Browser, built_for: Site) -> None:
    """The theme's instant navigation stays within it."""
    port, base = re.fullmatch(r"http://127\.0\.0\.1:(\d+)(/.*)", built_for.address).groups()  # type: ignore[union-attr]
    with hosted(built_for.folder, int(port), base) as host:
        context = chromium.new_context(base_url=host.address)
        page = context.new_page()
        keep(page)
        assert page.evaluate("navigator.serviceWorker.ready.then(each => each.scope)") == (
            host.address
        )
        host.stop()
        context.set_offline(True)
        page.goto("steps/4-refinance/")
        page.goto("calculators/payment/")
        # Whatever the theme fetches, it is one page all the time: a new one would not know this.
        page.evaluate("() => { window.isTheSamePage = true; }")
        answer(page)
        for name in ("refinance calculator", "payment calculator"):
            follow(page, page.get_by_role("link", name=name))
            expect(page.locator("h1")).to_have_text(re.compile(name, re.IGNORECASE))
            answer(page)
        assert page.evaluate("() => window.isTheSamePage === true")
        assert page.evaluate("() => performance.getEntriesByName('calculator:wake').length") == 1
        context.close()


@pytest.fixture(scope="module")
def built_for(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site, built for a folder."""
    folder = tmp_path_factory.mktemp("folder") / "site"
    address = f"http://127.0.0.1:{free_port()}/help/second/"
    build(folder, address)
    return Site(folder, address, address)


@pytest.fixture(scope="module")
def written(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as they are while somebody writes: not made ready for a host."""
    folder = tmp_path_factory.mktemp("written") / "site"
    # As a module: what mkdocs.yml names is found from the project's folder.
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module")
def second_release(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with other words and other code."""
    second = tmp_path_factory.mktemp("second") / "site"
    shutil.copytree(written, second)
    for path in (second / "glossary/index.html", second / "calculators/payment/index.html"):
        path.write_text(path.read_text().replace("</h1>", " SECOND</h1>"))
    script = second / "assets/js/main.js"
    script.write_text(script.read_text() + '\nperformance.mark("second");\n')
    ship.main(second)
    return second


@pytest.fixture
def two_releases(site: Site, second_release: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The folder that is served, and a second release of it."""
    served = tmp_path / "served"
    shutil.copytree(site.folder, served)
    return served, second_release


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
        page = context.new_page()
        keep(page)
        publish(second, served)
        # The network answers: the newest words at once, with the code that belongs to them.
        page.goto("glossary/")
        expect(page.locator("h1")).to_contain_text("SECOND")
        assert page.evaluate("performance.getEntriesByName('second').length") == 1
        assert page.evaluate(KEPT)[0][0].endswith(str(page.evaluate(RELEASE)))
        # A weak signal: the kept copy, then word that there is a newer one.
        host.trouble, let_go = held_pages()
        page.goto("calculators/payment/")
        assert "SECOND" not in page.locator("h1").inner_text()
        assert page.evaluate("performance.getEntriesByName('second').length") == 0
        let_go()
        expect(page.locator(".notice")).to_contain_text(NEWER)
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


def test_a_page_of_a_newer_release_is_loaded_whole(
    chromium: Browser, site: Site, second_release: Path
) -> None:
    """Instant navigation would put a new form before old code."""
    context = chromium.new_context(base_url=site.address, service_workers="block")
    page = context.new_page()
    page.goto("calculators/refinance/")
    with hosted(second_release) as second:
        # At the same address: the theme stays within the one that the site was built for, and the
        # policy within one host.
        def now_second(route: Route) -> None:
            address = route.request.url.replace(site.address, second.address, 1)
            route.fulfill(response=route.fetch(url=address))

        context.route(f"{site.address}**", now_second)
        follow(page, page.get_by_role("link", name="payment calculator"))
        page.wait_for_function("() => performance.getEntriesByName('second').length === 1")
        expect(page.locator("h1")).to_contain_text("SECOND")
        answer(page)
        # First what the theme asked for, then the whole page.
        assert second.asked.count("/calculators/payment/") == 2
        context.close()


def test_half_a_release_is_never_used(chromium: Browser, two_releases: tuple[Path, Path]) -> None:
    served, second = two_releases
    with hosted(served) as host:
        context = chromium.new_context(base_url=host.address)
        page = context.new_page()
        keep(page)
        publish(second, served)

        held, let_go = held_pages()

        def no_guides(handler: Handler) -> bool:
            """The pages of the second release never arrive whole."""
            if "offline-" in handler.path or handler.path.endswith("main.js"):
                handler.send_error(503)
                return True
            return held(handler)

        host.trouble = no_guides
        page.goto("about/offline/")
        page.get_by_role("button", name="Keep the whole site").click()
        expect(page.locator("[data-kept] [role=status]")).to_contain_text("did not work")
        let_go()
        host.stop()
        page.goto("calculators/payment/")
        assert "SECOND" not in page.locator("h1").inner_text()
        answer(page)
        context.close()


def test_while_the_site_is_written_nothing_is_kept(
    chromium: Browser, site: Site, written: Path
) -> None:
    """Even at an address where a built site was kept before."""
    with hosted(site.folder) as host:
        context = chromium.new_context(base_url=host.address)
        page = context.new_page()
        keep(page)
        host.stop()
        with hosted(written, host.port) as dev:
            page.goto("glossary/")
            page.wait_for_function(f"() => ({KEPT})().then(kept => !kept[0].length && !kept[2])")
            assert "/assets/js/main.js" in dev.asked
        context.close()
