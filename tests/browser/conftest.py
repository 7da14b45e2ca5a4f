"""Real browsers, with fresh profiles."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

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


PHONE: Any = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}


@pytest.fixture
def page(own: Page) -> Page:
    """A new reader's page, which fails its test when any script of it fails."""
    return own


@pytest.fixture
def own(chromium: Browser, site: Site) -> Iterator[Page]:
    context = chromium.new_context(base_url=site.address, **PHONE)
    with faultless(context) as page:
        yield page
    context.close()


@pytest.fixture(scope="session")
def reader(chromium: Browser, site: Site) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=site.address, service_workers="block", **PHONE)
    yield context
    context.close()


@pytest.fixture
def tab(reader: BrowserContext) -> Iterator[Page]:
    """The same, of one reader for all tests of a worker: what one page has loaded is there for the
    next, and Python starts from memory. For tests that look, and leave nothing on the device."""
    with faultless(reader) as page:
        yield page
        page.evaluate("localStorage.clear()")


@contextmanager
def faultless(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not errors


@pytest.fixture
def host(site: Site) -> Iterator[Host]:
    """The built site on a host of its own, which a test can stop or trouble."""
    with hosted(site.folder) as host:
        yield host
