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

ROOT = Path(__file__).parent.parent
# In this order: mistakes need no site, so another worker can build it; what is short comes last.
TURNS = ("site", "test_mistakes.py", "browser")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--hypothesis-profile") != "random":
        draws.from_the_test_alone()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if group := group_of(item):
            item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=turn)


def place(item: pytest.Item) -> str:
    return item.path.relative_to(ROOT / "tests").parts[0]


def group_of(item: pytest.Item) -> str | None:
    """Tests that share what is slow to start, or must not meet, run one after another."""
    drawn_from = getattr(item, "callspec", None)
    if drawn_from and "engine" in drawn_from.params:
        return f"{item.path.stem}-{drawn_from.params['engine']}"
    # These build again, or read what a build writes.
    builds = place(item) == "site" or item.get_closest_marker("builds")
    return "builds" if builds else None


def turn(item: pytest.Item) -> tuple[int, bool]:
    first = "site" if item.get_closest_marker("builds") else place(item)
    by_itself = item.get_closest_marker("xdist_group") is None
    return TURNS.index(first) if first in TURNS else len(TURNS), by_itself


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
    from scripts.serve import QuietHandler

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
