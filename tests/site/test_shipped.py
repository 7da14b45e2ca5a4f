"""What scripts/site/ship.py makes of a built site: names, hashes, small files, a copy to print."""

import gzip
import hashlib
import json
import re
import shutil
import urllib.request
import zipfile
from copy import copy
from pathlib import Path

import brotli
import pytest

from scripts.runtime import packed
from scripts.runtime.files import LONG_AGO, files_in
from scripts.site import offline, paper
from scripts.site.compress import ENDINGS, SMALL
from tests.browser.host import hosted
from tests.conftest import Site
from tests.site.parsed import parsed


@pytest.fixture(scope="module")
def index(site: Site) -> dict[str, str | dict[str, str]]:
    return dict(json.loads((site.folder / "offline.json").read_text()))


def file_at(site: Site, path: str) -> Path:
    return site.folder / (path + "index.html" if path.endswith("/") or not path else path)


def test_every_file_a_reader_may_need_is_listed(
    site: Site, index: dict[str, dict[str, str]]
) -> None:
    files = index["files"]
    for path, hashed in files.items():
        assert hashlib.sha256(file_at(site, path).read_bytes()).hexdigest()[:32] == hashed, path
    for page in site.pages():
        soup = parsed(page.read_text("utf-8"))
        assert offline.address(site.folder, page) in files
        for tag in soup.select("link[href], script[src], img[src]"):
            link = str(tag.get("href") or tag.get("src"))
            if re.match("https?:", link) or "canonical" in (tag.get("rel") or ""):
                continue
            base = site.folder if link.startswith("/") else page.parent
            target = (base / link.lstrip("/")).resolve().relative_to(site.folder.resolve())
            path = "" if str(target) == "." else target.as_posix()
            assert path in files or f"{path}/" in files, f"{page}: {link}"
    manifest = json.loads((site.folder / "manifest.webmanifest").read_text())
    assert all(icon["src"] in files for icon in manifest["icons"])


def test_the_pack_holds_the_pages_as_they_are(site: Site, index: dict[str, dict[str, str]]) -> None:
    pack = json.loads((site.folder / str(index["pack"])).read_text("utf-8"))
    assert {"", "ayuda/", "steps/1-assess/", "404.html", "sitemap.xml"} <= pack.keys()
    for path, (media_type, text) in pack.items():
        assert text.encode() == file_at(site, path).read_bytes(), path
        assert re.fullmatch(r"[a-z]+/[a-z+.-]+; charset=utf-8", media_type), path
        assert (media_type.startswith("text/html")) == (path in ("", "404.html") or path[-1] == "/")


def test_a_name_says_what_is_in_it(site: Site) -> None:
    runtime = site.folder / "assets/runtime"
    manifest = json.loads((runtime / "runtime.json").read_text())
    memory = manifest["memory"]
    assert memory["name"] not in manifest["files"], "no part of what a first start downloads"
    for name, expected in {**manifest["files"], memory["name"]: memory}.items():
        data = (runtime / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == expected["sha256"], name
        assert len(data) == expected["bytes"]
        assert re.search(r"-[0-9a-f]{12}\b", name), name
    ours = (
        site.folder / "assets" / str(json.loads((site.folder / "offline.json").read_text())["code"])
    )
    worker = (ours / "js/worker.js").read_text()
    assert all(expected["sha256"] in worker for expected in manifest["files"].values())
    for page in site.pages():
        html = page.read_text("utf-8")
        assert f"assets/{ours.name}/js/main.js" in html
        assert not re.search(r"=\"[^\"]*assets/(js|css)/", html), page


def test_the_core_is_shipped_in_two_parts(site: Site) -> None:
    """One that nobody observed is shipped whole, works, and is larger: scripts/lock --core."""
    runtime = site.folder / "assets/runtime"
    rest = json.loads((runtime / "runtime.json").read_text())["rest"]
    assert (runtime / rest).stat().st_size > 1_000_000


def test_a_change_of_code_or_words_changes_the_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "KEPT", tmp_path / "kept")

    def shipped(script: str, words: str) -> tuple[str, str, str]:
        site = tmp_path / "site"
        shutil.rmtree(site, ignore_errors=True)
        for name, text in {
            "assets/js/main.js": script,
            "assets/js/worker.js": '"../runtime/"',
            "assets/css/site.css": "p {}",
            "assets/runtime/runtime.json": "{}",
            "index.html": f'{offline.STAMP}<script src="assets/js/main.js"></script>{words}',
        }.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text)
        code = offline.name_by_content(site)
        offline.stamp(site, code)
        offline.list_files(site, code)
        release = json.loads((site / "offline.json").read_text())["release"]
        stamped = re.search(r'content="(\w+) (\w+)"', (site / "index.html").read_text())
        assert stamped and stamped[1] == code
        return code, stamped[2], release

    first, again, words, script = (
        shipped("one", "one"),
        shipped("one", "one"),
        shipped("one", "two"),
        shipped("two", "one"),
    )
    assert first == again
    assert words[0] == first[0] and words[1] != first[1] and words[2] != first[2]
    assert script[0] != first[0] and script[1] != first[1] and script[2] != first[2]


def test_compressed_files_stand_beside_the_plain_ones(site: Site) -> None:
    plain = [path for path in files_in(site.folder) if path.suffix in ENDINGS]
    assert len(plain) > 100
    for path in plain:
        data = path.read_bytes()
        for ending, unpack in ((".br", brotli.decompress), (".gz", gzip.decompress)):
            beside = path.with_name(path.name + ending)
            if beside.exists():
                assert beside.stat().st_size < len(data)
                assert unpack(beside.read_bytes()) == data, beside
            else:
                assert len(data) < SMALL or path.suffix == ".zip" or path.name == "sitemap.xml"
    wasm = next(site.folder.rglob("*.wasm"))
    assert wasm.with_name(f"{wasm.name}.br").stat().st_size < 0.28 * wasm.stat().st_size


@pytest.mark.parametrize(
    ("takes", "sent"), [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("", None)]
)
def test_the_host_sends_what_the_browser_takes(site: Site, takes: str, sent: str | None) -> None:
    with hosted(site.folder) as host:
        for path, kind in (("glossary/", "text/html"), (wasm_of(site), "application/wasm")):
            asked = urllib.request.Request(host.address + path, headers={"Accept-Encoding": takes})
            with urllib.request.urlopen(asked) as response:
                data = response.read()
                assert response.headers["Content-Encoding"] == sent
                assert response.headers["Content-Type"].startswith(kind)
                assert response.headers["Vary"] == "Accept-Encoding"
                immutable = "immutable" in response.headers["Cache-Control"]
                assert immutable == path.endswith(".wasm")
            unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(sent or "", bytes)
            assert unpack(data) == file_at(site, path).read_bytes()


def wasm_of(site: Site) -> str:
    return next(site.folder.rglob("*.wasm")).relative_to(site.folder).as_posix()


@pytest.fixture(scope="module")
def printable(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printable")
    zipfile.ZipFile(site.folder / f"{paper.NAME}.zip").extractall(folder)
    return folder / paper.NAME


def test_the_printable_copy_is_whole(site: Site, printable: Path) -> None:
    made = {path.relative_to(printable).as_posix() for path in files_in(printable)}
    expected = {
        paper.file_of(path.relative_to(site.folder).as_posix())
        for path in site.pages()
        if path.name == "index.html"
    }
    assert made == expected | {"style.css"}
    reached, queue = set[str](), ["index.html"]
    while queue:
        name = queue.pop()
        if name in reached:
            continue
        reached.add(name)
        soup = parsed((printable / name).read_text("utf-8"))
        assert not soup.select("script, form, button, input, link[href*=':'], [src], [onclick]"), (
            name
        )
        assert len(soup.select("h1")) == 1
        ids = {str(tag["id"]) for tag in soup.select("[id]")}
        for link in soup.select("a[href]"):
            href = str(link["href"])
            if re.match("(https?|tel|mailto):", href):
                continue
            file, _, place = href.partition("#")
            if not file:
                assert place in ids, f"{name}: {href}"
                continue
            target = (printable / name).parent.joinpath(file).resolve()
            assert target.is_file(), f"{name}: {href}"
            queue.append(target.relative_to(printable.resolve()).as_posix())
    about = {name for name in expected if name.startswith("about/decisions/")}
    assert expected - about <= reached


def test_the_printable_copy_holds_the_words_the_examples_and_the_letters(
    site: Site, printable: Path
) -> None:
    for path in site.pages():
        if path.name != "index.html":
            continue
        name = paper.file_of(path.relative_to(site.folder).as_posix())
        article = parsed(path.read_text("utf-8")).select_one("article")
        main = parsed((printable / name).read_text("utf-8")).select_one("main")
        assert article and main
        there, here = copy(article), copy(main)
        for part in there.select(
            ", ".join([f".{each}" for each in paper.CLASSES_LEFT_OUT] + sorted(paper.LEFT_OUT))
            + ", [data-kept]"
        ):
            part.decompose()
        for note in here.select(".paper-note"):
            note.decompose()
        assert here.get_text(" ").split() == there.get_text(" ").split(), name
    payment = parsed((printable / "calculators/payment.html").read_text("utf-8"))
    figure = payment.select_one(".calc-main dd")
    assert figure and figure.get_text() == "$535.18"
    spanish = parsed((printable / "ayuda.html").read_text("utf-8"))
    assert spanish.html and spanish.html["lang"] == "es"
    assert {each["lang"] for each in spanish.select("body > p")} == {"en"}
    letter = parsed((printable / "letters/hardship.html").read_text("utf-8"))
    assert len(letter.select(".letter-sheet .letter-blank")) > 5


def test_the_printable_copy_is_small_and_always_the_same(site: Site, tmp_path: Path) -> None:
    archive = site.folder / f"{paper.NAME}.zip"
    assert archive.stat().st_size < 1_000_000
    with zipfile.ZipFile(archive) as made:
        assert {entry.date_time for entry in made.infolist()} == {LONG_AGO}
    again = tmp_path / "site"
    shutil.copytree(site.folder, again, ignore=shutil.ignore_patterns("assets", "*.zip"))
    paper.make(again, site.address)
    assert (again / archive.name).read_bytes() == archive.read_bytes()
    page = (site.folder / "about/offline/index.html").read_text("utf-8")
    assert f"({archive.stat().st_size / 1e6:.1f} MB)" in page


def test_the_licenses_of_what_is_shipped_come_with_it(site: Site) -> None:
    text = (site.folder / "licenses.txt").read_text("utf-8")
    for words in (
        "Permission is hereby granted, free of charge",
        "Attribution 4.0",
        "Mozilla Public License Version 2.0",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "Copyright (c) 2016-2025 Martin Donath",
        "Pictogrammers",
    ):
        assert words in text, words
