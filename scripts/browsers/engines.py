"""The engines of readers' browsers: Chromium, Firefox and WebKit, all driven in one way.

The machine's own browser is taken where there is one, else Playwright's. Playwright cannot drive
the machine's own Firefox and WebKit: they are spoken to in the two standard protocols, WebDriver
BiDi and WebDriver. A profile is always new and thrown away, and so is every process.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserType, Page, Playwright

from scripts.browsers.bidi import firefox_by_bidi
from scripts.browsers.engine import Engine
from scripts.browsers.install import (
    installed_chromium,
    installed_firefox,
    installed_shell,
    installed_webkit,
)
from scripts.browsers.webdriver import webkit_by_webdriver

ENGINES = ("chromium", "firefox", "webkit")

# Of these the last line of its kind counts: Playwright's own, and the pages that Chromium draws its
# address bar with, one renderer for each window.
SWITCHED_OFF = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
# Without these a browser on a closed network keeps asking its maker's servers.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(SWITCHED_OFF)}",
]


@contextmanager
def started(name: str, playwright: Playwright) -> Iterator[Engine]:
    """One of ENGINES, closed with all its processes when the block ends, however it ends."""
    if name == "firefox" and (firefox := installed_firefox()):
        with firefox_by_bidi(firefox) as engine:
            yield engine
    elif name == "webkit" and (webkit := installed_webkit()):
        with webkit_by_webdriver(*webkit) as engine:
            yield engine
    else:
        # On a disk, as a reader's is: a browser keeps more there than in memory alone.
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            kind: BrowserType = getattr(playwright, name)
            with kind.launch_persistent_context(profile, **options(name)) as context:
                yield ByPlaywright(context.pages[0])


def options(name: str) -> Any:
    own = {"executable_path": installed_chromium(), "args": QUIET} if name == "chromium" else {}
    return {"timeout": 60_000, **own}


def shell_options() -> Any:
    """For many small tests: Chromium's shell, where this machine has it."""
    return {**options("chromium"), "executable_path": installed_shell() or installed_chromium()}


class ByPlaywright(Engine):
    def __init__(self, page: Page) -> None:
        self.page = page
        browser = page.context.browser
        self.version = browser.version if browser else ""

    def navigate(self, address: str) -> None:
        self.page.goto(address)

    def refresh(self) -> None:
        self.page.reload()

    def run(self, function: str, argument: object = None) -> Any:
        return self.page.evaluate(function, argument)
