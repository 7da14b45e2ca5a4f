"""WebKit by WebDriver (w3.org/TR/webdriver2)."""

import json
import os
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from scripts.browsers.engine import PATIENCE, Engine, process, wait_for
from scripts.site.host import free_port

# A page that can be scrolled shows its bar, which fades away: without a graphics card that takes a
# whole processor for three seconds, on every page.
NO_FADING = "[Settings]\ngtk-overlay-scrolling=false\n"


class ByWebDriver(Engine):
    """JSON over HTTP."""

    def __init__(self, driver: str, capabilities: object) -> None:
        self.session = f"{driver}/session"
        made = self.send("", capabilities={"alwaysMatch": capabilities})
        self.session += f"/{made['sessionId']}"
        self.version = made["capabilities"]["browserVersion"]
        self.send("/timeouts", script=PATIENCE * 1000, pageLoad=PATIENCE * 1000)

    def send(self, path: str, **params: object) -> Any:
        return ask(self.session + path, json.dumps(params).encode())

    def navigate(self, address: str) -> None:
        self.send("/url", url=address)

    def refresh(self) -> None:
        self.send("/refresh")

    def run(self, function: str, argument: object = None) -> Any:
        script = (
            "const [text, say] = arguments;"
            f"({function})(JSON.parse(text)).then((value) => say({{ value }}),"
            "(error) => say({ error: `${error}` }));"
        )
        done = self.send("/execute/async", script=script, args=[json.dumps(argument)])
        assert "error" not in done, done["error"]
        return done.get("value")


@contextmanager
def webkit_by_webdriver(driver: str, browser: str) -> Iterator[Engine]:
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home,
        virtual_screen() as display,
    ):
        port = free_port()
        settings = Path(home) / ".config" / "gtk-3.0" / "settings.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(NO_FADING, encoding="utf-8")
        environment = {
            "HOME": home,
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            "NO_AT_BRIDGE": "1",
            # WebKit's sandbox does not start for root, nor in most containers.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        options = {"binary": browser, "args": ["--automation"]}
        with process([driver, "--host=127.0.0.1", f"--port={port}"], environment):
            address = f"http://127.0.0.1:{port}"
            wait_for("WebKit's driver to listen", lambda: ask(f"{address}/status")["ready"])
            engine = ByWebDriver(address, {"webkitgtk:browserOptions": options})
            try:
                yield engine
            finally:
                # The driver itself ends the browser that it started, if it still can.
                with suppress(OSError, AssertionError):
                    ask(engine.session, method="DELETE")


@contextmanager
def virtual_screen() -> Iterator[str]:
    """A screen that nobody looks at; the X server picks a free number and says it."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x1024x24"]
    with process([*command, "-nolisten", "tcp"], {}, pass_fds=(writes,)):
        os.close(writes)
        with open(reads) as said:
            yield f":{said.readline().strip()}"


def ask(address: str, body: bytes | None = None, method: str | None = None) -> Any:
    """One WebDriver command's value; a browser's own complaint becomes the error's text."""
    header = {"Content-Type": "application/json"}
    request = urllib.request.Request(address, body, header, method=method)
    # The machine's proxy is not for its own browsers.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=PATIENCE + 30) as response:
            return json.load(response)["value"]
    except urllib.error.HTTPError as error:
        with error:
            raise AssertionError(f"{address}: {error.read().decode()[:2000]}") from None
