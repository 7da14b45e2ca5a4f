"""Real browsers, with fresh profiles."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    ViewportSize,
    expect,
    sync_playwright,
)

from scripts.browsers.engine import Engine
from scripts.browsers.engines import ENGINES, shell_options, started
from tests.browser.host import Host, hosted
from tests.conftest import Site

# How long something may take to come, on a machine with other work; nobody waits when it is there.
PATIENCE = 120_000
expect.set_options(timeout=PATIENCE)
# Python starts hundreds of times, to be asked a question or two: that its code is compiled a second
# time, to run faster, would only take time. The `engine` does that, as readers' browsers do.
QUICK_START = "--js-flags=--liftoff-only"


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
    chosen = shell_options()
    at, served = (urlsplit(address).netloc for address in (site.address, site.served))
    chosen["args"] = [*chosen["args"], f"--host-resolver-rules=MAP {at} {served}", QUICK_START]
    with playwright.chromium.launch(**chosen) as browser:
        browser.on("context", lambda context: context.set_default_timeout(PATIENCE))
        yield browser


PHONE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture
def page(own: Page) -> Page:
    """A new reader's page: no script of it may fail, or ask for what it may not."""
    return own


@pytest.fixture
def own(chromium: Browser, site: Site) -> Iterator[Page]:
    context = on_a_phone(chromium, site)
    page = context.new_page()
    with faultless(page):
        yield page
        # What a page still asks for when its test ends is nobody's fault, and not the next test's.
        for each in (page, context):
            each.unroute_all(behavior="ignoreErrors")
        context.close()


@pytest.fixture(scope="session")
def reader(chromium: Browser, site: Site) -> Iterator[Page]:
    context = on_a_phone(chromium, site, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(reader: Page) -> Iterator[Page]:
    """One tab for all tests of a worker that only look at pages: a new one takes twice as long.

    Whoever types something, or stops the clock, takes a page of its own.
    """
    reader.set_viewport_size(PHONE)
    reader.emulate_media(media="null", color_scheme="light")
    with faultless(reader):
        yield reader
        reader.evaluate("localStorage.clear(); sessionStorage.clear();")


def on_a_phone(chromium: Browser, site: Site, **more: Any) -> BrowserContext:
    context = chromium.new_context(
        base_url=site.address, viewport=PHONE, reduced_motion="reduce", **more
    )
    return context


@contextmanager
def faultless(page: Page) -> Iterator[None]:
    errors: list[str] = []

    def note(error: object) -> None:
        errors.append(str(error))

    def note_violation(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            errors.append(said.text)

    page.on("pageerror", note)
    page.on("console", note_violation)
    yield
    page.remove_listener("pageerror", note)
    page.remove_listener("console", note_violation)
    assert not errors


@pytest.fixture
def host(site: Site) -> Iterator[Host]:
    """The built site on a host of its own, which a test can stop or trouble."""
    with hosted(site.folder) as host:
        yield host
