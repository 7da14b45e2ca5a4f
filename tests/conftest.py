"""The site as it is shipped, built once and served by a plain static server."""

import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from scripts.site.host import QuietHandler, free_port

ROOT = Path(__file__).parent.parent

# For tests/test_mistakes.py: that a test fails is all it wants to know, not the simplest case.
quick = [Phase.explicit, Phase.generate]
settings.register_profile("any-failure-will-do", phases=quick, database=None)


@dataclass
class Site:
    """Where the built site is, at which address, and what was asked of its server."""

    folder: Path
    address: str
    requests: list[str] = field(default_factory=list)

    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    folder = ROOT / "build" / "test-site"
    port = free_port()
    built = Site(folder, f"http://127.0.0.1:{port}/")
    build = str(ROOT / "scripts" / "build")
    command = [build, "--site-url", built.address, "--output", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr

    class RecordingHandler(QuietHandler):
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            built.requests.append(f"{self.requestline} {self.headers}")

    handler = partial(RecordingHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield built
    server.shutdown()
    server.server_close()
