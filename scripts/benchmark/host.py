"""Serves the built site and the pages that it is compared with: the same host for all of them."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from scripts.benchmark.lines import CONDITIONS, Line
from scripts.site.host import QuietHandler

CHUNK = 4096


@dataclass
class Host:
    """`sent` holds the files whose bytes went out, in order, each as often as it did."""

    folder: Path
    port: int
    line: Line = field(default_factory=lambda: Line(CONDITIONS["full"]))
    sent: list[Path] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


class Handler(QuietHandler):
    # What the site is compared with makes code from text.
    protects = False

    def __init__(self, host: Host, *arguments: Any) -> None:
        self.host = host
        super().__init__(*arguments, directory=str(host.folder))

    def do_GET(self) -> None:
        self.host.line.reply()
        # What keeps the site for use without a connection would load all of it in between.
        if self.path.startswith("/sw.js"):
            self.send_error(404)
            return
        with suppress(BrokenPipeError, ConnectionResetError):
            super().do_GET()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        name = Path(os.fsdecode(source.name))
        self.host.sent.append(name.with_suffix("") if self.encoding else name)
        while chunk := source.read(CHUNK):
            self.host.line.send(len(chunk))
            outputfile.write(chunk)


@contextmanager
def serving(folder: Path, port: int) -> Iterator[Host]:
    host = Host(folder, port)
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, host))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield host
    server.shutdown()
    server.server_close()


def sizes(paths: list[Path]) -> dict[str, int]:
    """What these files are together: as they are, and as a host sends them."""
    total = {"raw": 0, "gzip": 0, "brotli": 0}
    for path in paths:
        for way, ending in (("raw", ""), ("gzip", ".gz"), ("brotli", ".br")):
            beside = path.with_name(path.name + ending)
            total[way] += (beside if beside.exists() else path).stat().st_size
    return total
