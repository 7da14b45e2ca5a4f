"""The engines of readers' browsers: Chromium, Firefox and WebKit, all driven in one way.

The machine's own browser is taken where there is one, else Playwright's. Playwright cannot drive
the machine's own Firefox and WebKit: they are spoken to in the two standard protocols, WebDriver
BiDi and WebDriver. A profile is always new and thrown away, and so is every process.
"""

import json
import os
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserType, Page, Playwright
from websockets.sync.client import ClientConnection, connect

from scripts.browser import installed_chromium, installed_firefox, installed_webkit
from scripts.serve import free_port

ENGINES = ("chromium", "firefox", "webkit")
PATIENCE = 120  # seconds that one call to a browser may take, on a busy machine

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

LOADED = """async (address) =>
    location.href === address && document.readyState === "complete" && !window.leaving"""


class Engine:
    """A browser with one page open."""

    version: str

    def goto(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self.navigate(address)
        # On a busy machine Firefox and WebKit may say so while the page is still loading.
        wait_for(f"{address} to load", lambda: self.run(LOADED, address))

    def reload(self) -> None:
        """Load the page anew, and wait until it is loaded."""
        address = self.run("async () => { window.leaving = true; return location.href; }")
        self.refresh()
        wait_for(f"{address} to load again", lambda: self.run(LOADED, address))

    def navigate(self, address: str) -> None:
        raise NotImplementedError

    def refresh(self) -> None:
        raise NotImplementedError

    def run(self, function: str, argument: object = None) -> Any:
        """Await an async JavaScript function of one argument, in the page; JSON goes both ways."""
        raise NotImplementedError


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


def launched(name: str, playwright: Playwright) -> Browser:
    """A browser that Playwright drives; closed by `with`."""
    kind: BrowserType = getattr(playwright, name)
    return kind.launch(**options(name))


def options(name: str) -> Any:
    own = {"executable_path": installed_chromium(), "args": QUIET} if name == "chromium" else {}
    return {"timeout": 60_000, **own}


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


class ByBidi(Engine):
    """WebDriver BiDi (w3.org/TR/webdriver-bidi): commands and results over a web socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.commands = 0
        made = self.send("session.new", capabilities={})
        self.version = made["capabilities"]["browserVersion"]
        self.context = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method: str, **params: object) -> Any:
        self.commands += 1
        command = {"id": self.commands, "method": method, "params": params}
        self.socket.send(json.dumps(command))
        while True:
            said = json.loads(self.socket.recv(timeout=PATIENCE))
            if said.get("id") == self.commands:
                assert said["type"] == "success", f"{method}: {said}"
                return said["result"]

    def navigate(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def refresh(self) -> None:
        self.send("browsingContext.reload", context=self.context, wait="complete")

    def run(self, function: str, argument: object = None) -> Any:
        done = self.send(
            "script.callFunction",
            functionDeclaration="async (text) => JSON.stringify("
            f"(await ({function})(JSON.parse(text))) ?? null)",
            arguments=[{"type": "string", "value": json.dumps(argument)}],
            target={"context": self.context},
            awaitPromise=True,
        )
        assert done["type"] == "success", done["exceptionDetails"]["text"]
        return json.loads(done["result"]["value"])


@contextmanager
def firefox_by_bidi(program: str) -> Iterator[Engine]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # Firefox asks whether to stop a long script: ours may take their time.
        Path(profile, "user.js").write_text('user_pref("dom.max_script_run_time", 0);\n')
        listens = Path(profile, "WebDriverBiDiServer.json")
        options = ["--headless", "--no-remote", "--profile", profile]
        command = [program, *options, "--remote-debugging-port", "0"]
        with process(command, {"HOME": profile}):
            at = wait_for("Firefox to listen", lambda: json.loads(listens.read_text()))
            address = f"ws://{at['ws_host']}:{at['ws_port']}/session"
            with connect(address, max_size=None, open_timeout=PATIENCE, proxy=None) as socket:
                yield ByBidi(socket)


class ByWebDriver(Engine):
    """WebDriver (w3.org/TR/webdriver2): JSON over HTTP."""

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


@contextmanager
def process(
    command: list[str], environment: dict[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    """Run a program while the block runs, then end it and all that it started."""
    with tempfile.TemporaryFile() as log:
        running = subprocess.Popen(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=pass_fds,
            start_new_session=True,
        )
        try:
            yield
        except BaseException as error:
            log.seek(0)
            error.add_note(f"{command[0]} said: {log.read().decode(errors='replace')[-2000:]}")
            raise
        finally:
            for sent in (signal.SIGTERM, signal.SIGKILL):
                with suppress(ProcessLookupError):
                    os.killpg(running.pid, sent)
                with suppress(subprocess.TimeoutExpired):
                    running.wait(10)


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


def wait_for[T](what: str, ready: Callable[[], T]) -> T:
    """What `ready` returns, as soon as it is something and no error."""
    end = time.monotonic() + PATIENCE
    problem: Exception | None = None
    while time.monotonic() < end:
        try:
            if found := ready():
                return found
        except (OSError, ValueError, AssertionError) as error:
            problem = error
        time.sleep(0.05)
    raise TimeoutError(f"waited {PATIENCE} seconds for {what}") from problem
