"""Hosts as people have them, started with the files of scripts/hosting: real nginx, Caddy and
Apache, Python's own plain server, and two that are only like real ones (GitHub Pages, Netlify)."""

import gzip
import os
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest

from scripts.browsers.engine import process, wait_for
from scripts.browsers.servers import server
from scripts.site.host import free_port
from scripts.site.ship import HOSTING

APACHE_MODULES = [
    "mpm_event",
    "authz_core",
    "dir",
    "mime",
    "headers",
    "rewrite",
    "setenvif",
    "filter",
    "deflate",
]
# What Debian's own settings make of the ends of compressed files, and compress themselves.
APACHE_HABITS = """
AddType application/x-gzip .gz
AddEncoding x-gzip .gz
AddLanguage br .br
AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css application/json
AddOutputFilterByType DEFLATE text/javascript application/javascript application/wasm
"""
MIME_TYPES = "application/gzip gz\napplication/x-brotli br\napplication/javascript js\n"
APACHE_FOLDERS = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules")


def program(name: str) -> str:
    found = server(name)
    if not found:
        pytest.skip(f"{name} is not installed: scripts/install browser does so, as root on Debian")
    return found


@contextmanager
def nginx(site: Path) -> Iterator[str]:
    port = free_port()
    with tempfile.TemporaryDirectory() as own:
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        rest = "".join(f"{kind}_temp_path {own}/{kind};\n" for kind in kinds)
        user = "user root;\n" if os.getuid() == 0 else ""
        shipped = HOSTING / "nginx.conf"
        settings = (
            f"{user}daemon off;\npid {own}/pid;\nworker_processes 1;\nevents {{}}\n"
            f"http {{\naccess_log off;\n{rest}"
            f"server {{\nlisten 127.0.0.1:{port};\nroot {site};\ninclude {shipped};\n}}\n}}\n"
        )
        (Path(own) / "own.conf").write_text(settings)
        command = [program("nginx"), "-e", f"{own}/errors", "-p", own, "-c", f"{own}/own.conf"]
        yield from until_done(command, port)


@contextmanager
def caddy(site: Path) -> Iterator[str]:
    port = free_port()
    with tempfile.TemporaryDirectory() as own:
        shipped = (HOSTING / "Caddyfile").read_text("utf-8")
        # What the file asks to be changed, and nothing that needs a certificate.
        mine = shipped.replace("example.org {", f"http://127.0.0.1:{port} {{")
        mine = mine.replace("/srv/second-mortgage-help", str(site))
        settings = Path(own) / "Caddyfile"
        settings.write_text("{\n\tadmin off\n}\n" + mine)
        command = [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(settings)]
        yield from until_done(command, port, HOME=own, XDG_DATA_HOME=own, XDG_CONFIG_HOME=own)


@contextmanager
def apache(site: Path) -> Iterator[str]:
    port = free_port()
    command = program("apache2")
    modules = next(each for each in APACHE_FOLDERS if Path(each).is_dir())
    with tempfile.TemporaryDirectory() as own:
        # As root it gives up its rights, and then may not look into every folder.
        Path(own).chmod(0o755)
        folder = Path(shutil.copytree(site, f"{own}/site"))
        loaded = "".join(f"LoadModule {m}_module {modules}/mod_{m}.so\n" for m in APACHE_MODULES)
        user = "User nobody\nGroup nogroup\n" if os.getuid() == 0 else ""
        settings = (
            f"ServerRoot {own}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\n{loaded}{user}"
            f"PidFile {own}/pid\nErrorLog {own}/errors\nTypesConfig {own}/types\n{APACHE_HABITS}"
            f"DocumentRoot {folder}\nDirectoryIndex index.html\n"
            f"<Directory {folder}>\nOptions FollowSymLinks\nAllowOverride FileInfo\n"
            "Require all granted\n</Directory>\n"
        )
        (Path(own) / "types").write_text(MIME_TYPES)
        (Path(own) / "own.conf").write_text(settings)
        yield from until_done([command, "-f", f"{own}/own.conf", "-DFOREGROUND"], port)


@contextmanager
def plain(site: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    yield from until_done([*command, "--directory", str(site)], port)


def until_done(command: list[str], port: int, **environment: str) -> Iterator[str]:
    address = f"http://127.0.0.1:{port}/"
    with process(command, environment):
        wait_for(command[0], lambda: urlopen(f"{address}offline.json").read())
        yield address


class Handler(SimpleHTTPRequestHandler):
    """Compresses as it sends, and knows the page for what is not there."""

    base = "/"
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".webmanifest": "application/manifest+json",
    }

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if not path.startswith(self.base):
            self.give(404, b"Another site's", "text/plain")
            return
        found = Path(self.directory) / path.removeprefix(self.base)
        if found.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        found = found / "index.html" if found.is_dir() else found
        code = 200 if found.is_file() else 404
        found = found if code == 200 else Path(self.directory) / "404.html"
        self.give(code, found.read_bytes(), self.guess_type(found))

    def give(self, code: int, body: bytes, kind: str) -> None:
        said = {"Content-Type": kind, "Vary": "Accept-Encoding", **self.own(code)}
        if "gzip" in self.headers.get("Accept-Encoding", "") and "Range" not in self.headers:
            body = gzip.compress(body, 1)
            said["Content-Encoding"] = "gzip"
        self.send_response(code)
        for name, value in {**said, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def own(self, code: int) -> dict[str, str]:
        raise NotImplementedError

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class LikePages(Handler):
    """GitHub Pages: a folder of a host, and nothing to set."""

    base = "/help/"

    def own(self, code: int) -> dict[str, str]:
        return {"Cache-Control": "max-age=600", "Access-Control-Allow-Origin": "*"}


class LikeNetlify(Handler):
    """What the site's own file _headers says, each rule that fits; said twice, both count."""

    def own(self, code: int) -> dict[str, str]:
        said: dict[str, str] = {}
        rules = (Path(self.directory) / "_headers").read_text("utf-8")
        for path, lines in re.findall(r"^(/\S*)\n((?:  .+\n)+)", rules, re.M):
            if code == 404 and path != "/*":
                continue
            if re.fullmatch(re.escape(path).replace(r"\*", ".*"), self.path.split("?")[0]):
                for name, value in re.findall(r"  ([\w-]+): (.+)", lines):
                    said[name] = f"{said[name]}, {value}" if name in said else value
        return {"Cache-Control": "max-age=0, must-revalidate", **said}


@contextmanager
def ours(kind: type[Handler], site: Path) -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(site)))
    served.daemon_threads = True
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}{kind.base}"
    served.shutdown()
    served.server_close()


HOSTS: dict[str, Callable[[Path], AbstractContextManager[str]]] = {
    "apache": apache,
    "caddy": caddy,
    "like netlify": partial(ours, LikeNetlify),
    "like pages": partial(ours, LikePages),
    "nginx": nginx,
    "plain": plain,
}
