"""Real browsers, with fresh profiles."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from scripts.browsers.engine import Engine
from scripts.browsers.engines import ENGINES, options, started
from tests.browser.host import Host, hosted
from tests.conftest import Site

# How long something may take to come, on a machine with other work; nobody waits when it is there.
PATIENCE = 120_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Engine]:
    """Each engine of readers' browsers in turn."""
    with started(request.param, playwright) as engine:
        yield engine


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, site: Site) -> Iterator[Browser]:
    """Started once for a worker; it finds the site at the address that it was built for."""
    chosen = options("chromium")
    at, served = (urlsplit(address).netloc for address in (site.address, site.served))
    chosen["args"] = [*chosen["args"], f"--host-resolver-rules=MAP {at} {served}"]
    with playwright.chromium.launch(**chosen) as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page that fails its test when any script of it fails."""
    context = chromium.new_context(
        base_url=site.address, viewport={"width": 360, "height": 740}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors


@pytest.fixture
def host(site: Site) -> Iterator[Host]:
    """The built site on a host of its own, which a test can stop or trouble."""
    with hosted(site.folder) as host:
        yield host
