"""Real hosts, with the settings that we ship, send each file of the site as they should."""

import gzip
import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote, urlsplit

import brotli
import pytest

from scripts.runtime.files import ROOT, files_in
from scripts.site import policy
from scripts.site.host import HASHED
from scripts.site.ship import HOSTING, READ_BY_HOSTS
from tests.conftest import Site
from tests.site.hosts import HOSTS

NO_CACHE, FOR_EVER = "no-cache", "max-age=31536000, immutable"
FILES = [".htaccess", "Caddyfile", "_headers", "nginx.conf"]
# These send what we set, and the compressed files of the build; the others have ways of their own.
REAL = ("apache", "caddy", "nginx")
PROTECTING = (*REAL, "like netlify")
ENCODINGS = {"nginx": ["gzip"], "plain": [], "like netlify": ["gzip"], "like pages": ["gzip"]}
TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".xml": "text/xml",
    ".zip": "application/zip",
}
# Of these, no host may be wrong, whatever it is: a browser would not start the calculators.
VITAL = (".css", ".html", ".js", ".json", ".wasm")


@dataclass
class Running:
    """A host that runs, and the folder that it serves."""

    name: str
    address: str
    folder: Path

    def ask(self, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        at = urlsplit(self.address)
        line = http.client.HTTPConnection(at.netloc, timeout=30)
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request("GET", at.path + quote(path), headers=said)
        answer = line.getresponse()
        body = answer.read()
        line.close()
        return answer, body

    def files(self) -> dict[str, Path]:
        """By address: each file that a reader's browser may ask for."""
        found = {path.relative_to(self.folder).as_posix(): path for path in files_in(self.folder)}
        left_out = (".br", ".gz", *READ_BY_HOSTS)
        return {
            re.sub(r"(^|/)index\.html$", r"\1", name): path
            for name, path in found.items()
            if not name.endswith(left_out)
        }


@pytest.fixture(scope="module", params=sorted(HOSTS))
def host(request: pytest.FixtureRequest, site: Site) -> Iterator[Running]:
    with HOSTS[request.param](site.folder) as address:
        yield Running(request.param, address, site.folder)


def kind_of(answer: http.client.HTTPResponse) -> str:
    return (answer.headers["Content-Type"] or "").split(";")[0]


def test_each_file_comes_whole_as_what_it_is_and_is_kept_as_long_as_it_may(host: Running) -> None:
    files = host.files()
    assert {path.suffix for path in files.values()} == TYPES.keys()
    wrong = []
    for name, path in files.items():
        answer, body = host.ask(name)
        if (answer.status, body) != (200, path.read_bytes()):
            wrong.append(f"{name}: {answer.status}")
        strict = host.name in REAL or path.suffix in VITAL
        if strict and kind_of(answer) != TYPES[path.suffix]:
            wrong.append(f"{name}: {kind_of(answer)}")
        if path.suffix == ".html" and host.name in REAL:
            assert answer.headers["Content-Type"].lower() == "text/html; charset=utf-8"
        kept = FOR_EVER if HASHED.search(f"/{name}") else NO_CACHE
        if host.name in REAL and answer.headers.get_all("Cache-Control") != [kept]:
            wrong.append(f"{name}: {answer.headers.get_all('Cache-Control')}")
    assert wrong == []


def test_each_answer_has_the_headers_that_protect(host: Running) -> None:
    """Once each, pages and scripts and what is not there; where a host can be told to."""
    names = [*host.files(), "no/such/page/", "no-such.js"]
    if host.name not in PROTECTING:
        names = []
    for name in names:
        answer, _ = host.ask(name)
        # What is not there is answered with a page.
        wanted = policy.headers("404.html" if answer.status == 404 else name)
        if host.name == "like netlify" and answer.status == 200:
            # Its rules add up.
            wanted["Content-Security-Policy"] = policy.FOR_PAGES
            if re.search(r"/js/|/workers/|^sw\.js$", name):
                wanted["Content-Security-Policy"] += f", {policy.FOR_SCRIPTS}"
        assert {each: answer.headers.get_all(each) for each in wanted} == {
            each: [value] for each, value in wanted.items()
        }, name


@pytest.mark.parametrize(
    "ending", [".bin", ".css", ".html", ".js", ".json", ".wasm", ".whl", ".xml"]
)
def test_what_gets_smaller_is_sent_smaller_and_caches_are_told(host: Running, ending: str) -> None:
    name, path = max(
        ((name, path) for name, path in host.files().items() if path.suffix == ending),
        key=lambda each: each[1].stat().st_size,
    )
    undo = {"br": brotli.decompress, "gzip": gzip.decompress}
    for encoding in ENCODINGS.get(host.name, ["br", "gzip"]):
        answer, body = host.ask(name, Accept_Encoding=f"deflate, {encoding}")
        assert answer.headers.get_all("Content-Encoding") == [encoding]
        assert kind_of(answer) == TYPES[ending] or host.name not in REAL
        assert undo[encoding](body) == path.read_bytes()
        if host.name in REAL:
            made = path.with_name(f"{path.name}.{encoding.replace('gzip', 'gz')}")
            assert body == made.read_bytes()
        assert "accept-encoding" in answer.headers["Vary"].lower()
    answer, body = host.ask(name, Accept_Encoding="identity")
    assert answer.headers["Content-Encoding"] is None and body == path.read_bytes()
    assert host.name == "plain" or "accept-encoding" in answer.headers["Vary"].lower()


def test_what_is_not_there_is_said_with_our_page(host: Running) -> None:
    for name in ("no/such/page/", "assets/no-such-0123456789ab.js", "assets/a-0123456789ab/x.wasm"):
        answer, body = host.ask(name)
        assert answer.status == 404
        if host.name != "plain":
            assert kind_of(answer) == "text/html"
            assert body == (host.folder / "404.html").read_bytes()
        if host.name in REAL:
            # A browser that kept this would miss the file for a year.
            assert answer.headers.get_all("Cache-Control") == [NO_CACHE]


def test_a_folder_without_its_slash_leads_to_its_page(host: Running) -> None:
    answer, _ = host.ask("steps/1-assess")
    assert answer.status in (301, 302, 307, 308)
    assert answer.headers["Location"].endswith("/steps/1-assess/")


def test_a_download_that_was_cut_goes_on(host: Running) -> None:
    """A host that knows no parts sends the whole, and never a wrong part."""
    name, path = next(each for each in host.files().items() if each[1].suffix == ".wasm")
    answer, body = host.ask(name, Range="bytes=1000000-", Accept_Encoding="identity")
    whole = path.read_bytes()
    if host.name in REAL:
        assert answer.status == 206
        assert answer.headers["Content-Range"] == f"bytes 1000000-{len(whole) - 1}/{len(whole)}"
        assert body == whole[1_000_000:]
    else:
        assert answer.status == 200 and body == whole


def test_what_a_browser_has_is_not_sent_again(host: Running) -> None:
    if host.name not in (*REAL, "plain"):
        return
    answer, _ = host.ask("glossary/")
    since = {"If_Modified_Since": answer.headers["Last-Modified"]}
    if answer.headers["ETag"]:
        since["If_None_Match"] = answer.headers["ETag"]
    again, body = host.ask("glossary/", **since)
    assert again.status == 304 and body == b""


@pytest.mark.parametrize("name", FILES)
def test_each_file_of_settings_says_the_policy(name: str) -> None:
    """Also where none of these hosts can be started."""
    text = (HOSTING / name).read_text("utf-8")
    for value in (policy.FOR_PAGES, policy.FOR_SCRIPTS, *policy.HEADERS, *policy.HEADERS.values()):
        assert value in text
    assert ".mjs" not in text


def test_no_file_needs_a_host_to_know_more_than_scripts(site: Site) -> None:
    assert not list(site.folder.rglob("*.mjs"))


def test_hosts_that_read_headers_keep_nothing_that_changes(site: Site) -> None:
    text = (site.folder / "_headers").read_text("utf-8")
    rules = re.findall(r"^(/\S+)\n(?:  .+\n)*?  Cache-Control: (.+)$", text, re.M)
    assert {value for _, value in rules} == {FOR_EVER}
    patterns = [re.compile(re.escape(path).replace(r"\*", ".*") + "$") for path, _ in rules]
    files = [f"/{name}" for name in Running("", "", site.folder).files()]
    kept = {each for each in files if any(pattern.match(each) for pattern in patterns)}
    assert kept <= {each for each in files if HASHED.search(each)}
    assert {PurePath(each).suffix for each in kept} >= {
        ".bin",
        ".wasm",
        ".whl",
        ".zip",
        ".js",
        ".css",
    }


@pytest.mark.parametrize("name", FILES)
def test_the_page_shows_the_very_files(site: Site, name: str) -> None:
    source = (ROOT / "docs/about/hosting.md").read_text("utf-8")
    assert f"{{!hosting/{name}.md!}}" in source
    fragment = (ROOT / f"build/fragments/hosting/{name}.md").read_text("utf-8")
    assert fragment == f"```\n{(HOSTING / name).read_text('utf-8')}```"
