"""The site as it is shipped, built once and served by a plain static server; how tests share it."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests import draws
from tests.once import once, unmeasured
from tests.spread import BUILD, Spread

ROOT = Path(__file__).parent.parent
# In this order: recording and mistakes need no site, so another worker can build it; what is short
# comes last.
RECORDING = "tests/browser/test_engines.py::test_every_calculators_inputs_are_recorded"
TURNS = (*BUILD, RECORDING, "tests/test_mistakes.py", "tests/site/", "tests/browser/")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--hypothesis-profile") != "random":
        draws.from_the_test_alone()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    config.option.loadscopereorder = False
    return Spread(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="in Firefox and WebKit too: scripts/test")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items.sort(key=turn)
    if not config.getoption("--all"):
        left_out = [item for item in items if takes_all(item)]
        items[:] = [item for item in items if not takes_all(item)]
        config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    plugin = item.config.pluginmanager.getplugin("_cov")
    measured = getattr(plugin, "cov_controller", None)
    test = getattr(item, "function", None)
    if measured and getattr(test, "is_hypothesis_test", False):
        with draws.measured_at_first(test, measured.pause, measured.resume):
            yield
    else:
        yield


def takes_all(item: pytest.Item) -> bool:
    """In an engine that few runs need, or with what the property tests drew: `--all` only."""
    given = getattr(item, "callspec", None)
    engine = given.params.get("engine", "chromium") if given else "chromium"
    return engine != "chromium" or "recorded" in getattr(item, "fixturenames", ())


def turn(item: pytest.Item) -> tuple[int, bool]:
    """Its place in TURNS; tests in three browsers, which take long, before others."""
    first = [at for at, path in enumerate(TURNS) if item.nodeid.startswith(path)]
    return min(first, default=len(TURNS)), "engine" not in getattr(item, "fixturenames", ())


@dataclass
class Site:
    """The built site: where it is, the address it was built for, and where it is served.

    Chromium is told that the one address is the other. Each worker of a run serves the same folder
    by itself, and knows what its own browser asked for.
    """

    folder: Path
    address: str
    served: str
    requests: list[str] = field(default_factory=list)

    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    # Only who needs a site waits for what is loaded to serve one.
    from scripts.site.host import QuietHandler

    folder = ROOT / "build" / "test-site"
    built = Site(folder, "http://127.0.0.1:8100/", "")
    once("test-site", lambda: build(folder, built.address))

    class RecordingHandler(QuietHandler):
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            built.requests.append(f"{self.requestline} {self.headers}")

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            # A browser that goes elsewhere hangs up.
            if not isinstance(sys.exception(), ConnectionError):
                super().handle_error(request, client_address)

    server = Server(("127.0.0.1", 0), partial(RecordingHandler, directory=str(folder)))
    built.served = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield built
    server.shutdown()
    server.server_close()


def build(folder: Path, address: str) -> None:
    """Build the site as scripts/build does."""
    command = [str(ROOT / "scripts/build"), "--site-url", address, "--output", str(folder)]
    done = subprocess.run(command, env=unmeasured(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
