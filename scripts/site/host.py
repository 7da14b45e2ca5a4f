"""A plain static host on 127.0.0.1, as docs/about/hosting.md asks one to be."""

import os
import re
import socket
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from scripts.site import policy

# A file whose name, or whose folder's, says what is in it.
HASHED = re.compile(r"[/-][0-9a-f]{12}[/.]|\.[0-9a-f]{8}\.min\.")


def refuse_busy_port(port: int) -> None:
    """Say so before building anything. Raises OSError."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def static_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A plain static host for a folder, as GitHub Pages or any other would be."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(QuietHandler, directory=str(folder)))


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files as docs/about/hosting.md asks of a host; prints nothing."""

    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }
    # Are the headers of policy.py sent?
    protects = True
    encoding = ""
    found = False

    def send_response(self, code: int, message: str | None = None) -> None:
        self.found = code < 400
        super().send_response(code, message)

    def translate_path(self, path: str) -> str:
        """The compressed file beside the one that is asked for, where the browser takes it."""
        plain = super().translate_path(path)
        self.encoding = ""
        page = f"{plain}index.html" if plain.endswith("/") else plain
        takes = self.headers.get("Accept-Encoding", "")
        for name, ending in (("br", ".br"), ("gzip", ".gz")):
            part = "Range" in self.headers
            if re.search(rf"\b{name}\b", takes) and os.path.isfile(page + ending) and not part:
                self.encoding = name
                return page + ending
        return plain

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """That of the file itself, compressed or not."""
        name = os.fspath(path)
        return super().guess_type(name.rpartition(".")[0] if self.encoding else name)

    def end_headers(self) -> None:
        for_ever = self.found and HASHED.search(self.path)
        keep = "max-age=31536000, immutable" if for_ever else "no-cache"
        self.send_header("Cache-Control", keep)
        self.send_header("Vary", "Accept-Encoding")
        if self.protects:
            for name, value in policy.headers(urlsplit(self.path).path).items():
                self.send_header(name, value)
        if self.encoding:
            self.send_header("Content-Encoding", self.encoding)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass
