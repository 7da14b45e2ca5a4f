"""A static host that can be troubled: stopped, slow, cut off, wrong, or moved under a folder."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from scripts.site.host import QuietHandler

# What a trouble may do: write to the handler and say so (True), or let the host answer (False).
Trouble = Callable[["Handler"], bool]


@dataclass
class Host:
    """A folder served at an address, and what was asked of it."""

    folder: Path
    port: int = 0
    base: str = "/"
    trouble: Trouble | None = None
    asked: list[str] = field(default_factory=list)
    server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    def start(self) -> None:
        host = self

        class Bound(Handler):
            def __init__(self, *arguments: object) -> None:
                self.host = host
                super().__init__(*arguments, directory=str(host.folder))  # type: ignore[arg-type]

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Bound)
        self.server.daemon_threads = True
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None


class Handler(QuietHandler):
    host: Host

    def do_GET(self) -> None:
        self.host.asked.append(self.path)
        if not self.path.startswith(self.host.base):
            self.send_error(404)
            return
        self.path = "/" + self.path.removeprefix(self.host.base)
        try:
            if not (self.host.trouble and self.host.trouble(self)):
                super().do_GET()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def give(self, body: bytes, kind: str = "text/javascript") -> bool:
        """Another answer than the file that was asked for."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return True

    def file(self) -> bytes:
        """What is asked for, not compressed."""
        return Path(SimpleHTTPRequestHandler.translate_path(self, self.path)).read_bytes()


@contextmanager
def hosted(folder: Path, port: int = 0, base: str = "/") -> Iterator[Host]:
    host = Host(folder, port, base)
    host.start()
    yield host
    host.stop()


def held_pages(longest: float | None = None) -> tuple[Trouble, Callable[[], None]]:
    """A line on which no page comes, until it is let go or after so many seconds."""
    go_on = threading.Event()

    def trouble(handler: Handler) -> bool:
        if handler.path.endswith("/"):
            go_on.wait(longest)
        return False

    return trouble, go_on.set
