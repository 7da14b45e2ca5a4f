"""The settings in scripts/hosting give each file of the site what scripts/site/host.py gives it."""

import re
from pathlib import PurePath

import pytest

from scripts.runtime.files import ROOT, files_in
from scripts.site.host import HASHED, QuietHandler
from scripts.site.ship import HOSTING, READ_BY_HOSTS
from tests.conftest import Site

NAMES = ["nginx.conf", "Caddyfile", ".htaccess"]
NO_CACHE, FOR_EVER = "no-cache", "max-age=31536000, immutable"


def settings(name: str) -> str:
    """Without remarks."""
    text = (HOSTING / name).read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


def files(site: Site) -> list[str]:
    """The address of each file that a reader's browser may ask for."""
    found = [path.relative_to(site.folder).as_posix() for path in files_in(site.folder)]
    left_out = (".br", ".gz", *READ_BY_HOSTS)
    return [f"/{name}" for name in found if not name.endswith(left_out)]


def types(name: str) -> dict[str, str]:
    """By ending: the type that the settings themselves give, whatever else the host knows."""
    text = settings(name)
    if name == "nginx.conf":
        (block,) = re.findall(r"types \{(.*?)\}", text, re.S)
        lines = [line.split() for line in block.strip().split(";") if line.strip()]
        return {f".{ending}": kind for kind, *endings in lines for ending in endings}
    if name == "Caddyfile":
        named = dict(re.findall(r"(@\w+) path ([*.\w ]+)", text))
        given = dict(re.findall(r"header (@\w+) Content-Type \"?([\w/+]+)", text))
        return {each[1:]: given[at] for at, some in named.items() for each in some.split()}
    lines = [line.split() for line in re.findall(r"AddType (.+)", text)]
    return {ending: kind for kind, *endings in lines for ending in endings}


def compressed_types() -> dict[str, str]:
    """What .htaccess gives the compressed files."""
    found = {}
    for pattern, kind in re.findall(r"RewriteRule (\S+) - \[T=([\w/+]+)", settings(".htaccess")):
        for ending in [
            "html",
            "css",
            "js",
            "mjs",
            "json",
            "webmanifest",
            "wasm",
            "zip",
            "whl",
            "svg",
            "xml",
            "txt",
        ]:
            if re.search(pattern, f"name.{ending}.br") and re.search(pattern, f"name.{ending}.gz"):
                found[f".{ending}"] = kind
    return found


@pytest.mark.parametrize("name", NAMES)
def test_programs_come_as_programs(name: str) -> None:
    given = types(name)
    assert given[".js"] == given[".mjs"] == "text/javascript"
    assert given[".wasm"] == "application/wasm"
    assert given[".webmanifest"] == "application/manifest+json"
    assert given[".json"] == "application/json"


def test_each_file_has_its_type(site: Site) -> None:
    """As Python's own table has it, for what the settings name; nginx is given all of them."""
    endings = {PurePath(name).suffix for name in files(site)}
    assert endings >= {".html", ".mjs", ".wasm", ".whl", ".webmanifest"}
    assert endings <= types("nginx.conf").keys()
    for name in NAMES:
        for ending, kind in types(name).items():
            known = QuietHandler.extensions_map.get(ending)
            assert known is None or known in (kind, "application/xml"), f"{name}: {ending}"
    compressed = {path.with_suffix("").suffix for path in site.folder.rglob("*.br")}
    assert compressed <= compressed_types().keys()
    assert all(compressed_types()[each] == types("nginx.conf")[each] for each in compressed)


@pytest.mark.parametrize("name", NAMES)
def test_what_has_a_hash_in_its_name_is_kept_and_the_rest_asked_for_again(
    site: Site, name: str
) -> None:
    text = settings(name)
    patterns = set(re.findall(r"\[-/\]\[0-9a-f\]\S*?(?=\"|\s)", text))
    assert len(patterns) == 1
    pattern = re.compile(patterns.pop())
    assert NO_CACHE in text and FOR_EVER in text
    kept = {each for each in files(site) if pattern.search(each)}
    assert kept == {each for each in files(site) if HASHED.search(each)}
    assert any(each.endswith(".wasm") for each in kept)
    assert not any(each.endswith((".html", "/sw.js", "/offline.json")) for each in kept)


def test_hosts_that_read_headers_keep_nothing_that_changes(site: Site) -> None:
    text = (site.folder / "_headers").read_text("utf-8")
    rules = re.findall(r"^(/\S+)\n  Cache-Control: (.+)$", text, re.M)
    assert {value for _, value in rules} == {FOR_EVER}
    patterns = [re.compile(re.escape(path).replace(r"\*", ".*") + "$") for path, _ in rules]
    kept = {each for each in files(site) if any(pattern.match(each) for pattern in patterns)}
    assert kept <= {each for each in files(site) if HASHED.search(each)}
    assert {PurePath(each).suffix for each in kept} >= {".wasm", ".whl", ".zip", ".js", ".css"}


@pytest.mark.parametrize("name", NAMES)
def test_compressed_files_are_sent_and_caches_told(name: str) -> None:
    text = settings(name)
    wanted = {
        "nginx.conf": ["gzip_static on;", "gzip_vary on;", "error_page 404 /404.html;"],
        "Caddyfile": [
            "precompressed br gzip",
            "Vary Accept-Encoding",
            "rewrite @missing /404.html",
        ],
        ".htaccess": [
            r"RewriteCond %{REQUEST_FILENAME}.br -f",
            r"RewriteCond %{REQUEST_FILENAME}.gz -f",
            "Header set Content-Encoding br",
            "Header set Content-Encoding gzip",
            "Header merge Vary Accept-Encoding",
            "ErrorDocument 404 /404.html",
        ],
    }[name]
    assert [each for each in wanted if each not in text] == []


@pytest.mark.parametrize("name", [*NAMES, "_headers"])
def test_the_page_shows_the_very_files(site: Site, name: str) -> None:
    source = (ROOT / "docs/about/hosting.md").read_text("utf-8")
    assert f"{{!hosting/{name}.md!}}" in source
    fragment = (ROOT / f"build/fragments/hosting/{name}.md").read_text("utf-8")
    assert fragment == f"```\n{(HOSTING / name).read_text('utf-8')}```"
