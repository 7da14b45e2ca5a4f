"""A copy under another name and in another folder: nothing that it ships names the first one."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators.identity import IDENTITY, Identity
from calculators.identity.loader import IdentityError, load
from scripts.runtime.files import files_in
from scripts.site.identity import identity_fragments, own_state
from scripts.site.release import newest
from tests.conftest import ROOT, Site
from tests.copies import copied

MAPLE = Identity(
    name="Maple & Elm Housing Aid",
    short_name="Maple Aid",
    address="https://maple.example.org/second/loans/",
    contact="aid@maple.example.org",
    code="https://code.example.org/maple/help",
    logo="assets/images/maple.svg",
    state="VA",
    hotline="800-555-0142",
    hotline_says="Maple County, Monday to Friday",
    reviewers="the housing clinic of Maple County",
)
# What a saved file and a browser's own storage are marked with, in all copies alike: a file that
# was saved on one opens in another (docs/about/decisions/household.md).
MARKS = re.compile(rb"second-mortgage-help( figures| \$\{|/figures)")


@pytest.fixture(scope="module")
def fork(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Built as its owners would: one file changed, a logo added, and no address given."""
    # The site comes first: its build leaves what is the same.
    copy = copied(tmp_path_factory.mktemp("fork") / "copy")
    # Nor do names change where it is split; test_build.py splits it anew.
    for path in ROOT.glob("build/core-*"):
        shutil.copytree(path, copy / "build" / path.name)
    (copy / "docs/assets/images/maple.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in asdict(MAPLE).items())
    (copy / "calculators/identity/identity.toml").write_text(lines)
    done = subprocess.run([copy / "scripts/build"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    yield copy / "site"
    shutil.rmtree(copy)


def contents(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and all files within it."""
    yield name, data
    if name.endswith((".zip", ".whl")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inside in archive.namelist():
                yield from contents(f"{name}/{inside}", archive.read(inside))


def shipped(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in files_in(folder):
        # Pictures are of the copy that they name, until they are drawn anew (look.md).
        if path.suffix not in (".br", ".gz") and path.parent.name != "look":
            yield from contents(path.relative_to(folder).as_posix(), path.read_bytes())


def firsts() -> set[bytes]:
    """What tells the first copy from another; a short name may be everyday words."""
    told = {**asdict(IDENTITY), "slug": IDENTITY.slug, "short_name": "", "state": ""}
    return {
        value.encode() for value in told.values() if value and value not in asdict(MAPLE).values()
    }


def test_nothing_names_the_first_copy(site: Site, fork: Path) -> None:
    found = []
    for name, data in shipped(fork):
        unmarked = MARKS.sub(b"", data)
        found += [
            f"{name}: {first.decode()}"
            for first in firsts()
            if first in unmarked or first.decode() in name
        ]
    assert found == []
    # And it would be seen: pages, prints, the printable copy and the browser's Python name ours.
    ours = [name for name, data in shipped(site.folder) if IDENTITY.name.encode() in data]
    wheel = "second_mortgage_calculators"
    for kind in ("index.html", "all.css", "manifest.webmanifest", ".zip/", wheel, "404.html"):
        assert any(kind in name for name in ours), kind


def test_its_pages_say_whose_they_are(fork: Path) -> None:
    for path in sorted(fork.rglob("*.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        assert MAPLE.name in soup.select_one("title").get_text()  # type: ignore[union-attr]
        assert MAPLE.name in soup.select_one(".bar-name").get_text()  # type: ignore[union-attr]
        (sign,) = soup.select(".bar-name img.sign")
        assert (path.parent / str(sign["src"])).resolve() == fork / MAPLE.logo or "404" in path.name
        assert soup.select_one(f'.call a[href="tel:+1-{MAPLE.hotline}"]'), path
        for link in soup.select('link[rel="canonical"], meta[property="og:url"]'):
            assert str(link.get("href") or link.get("content")).startswith(MAPLE.address), path
        for tag in soup.select('[href^="/"], [src^="/"]'):
            assert str(tag.get("href") or tag.get("src")).startswith("/second/loans/"), path
        if address := soup.select_one(".print-address"):
            said = " ".join(address.get_text().split())
            assert MAPLE.address in said and newest().version in said and MAPLE.hotline in said
        if checked := soup.select_one(".page-checked"):
            assert checked.select_one(f'a[href="mailto:{MAPLE.contact}"]'), path


def test_its_files_say_whose_they_are(fork: Path) -> None:
    manifest = json.loads((fork / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["name"], manifest["short_name"]) == (MAPLE.name, MAPLE.short_name)
    assert [each["src"] for each in manifest["icons"]] == [MAPLE.logo]
    foot = next(fork.glob("assets/*/css/all.css")).read_text("utf-8")
    assert f'"{MAPLE.name}: maple.example.org/second/loans. {newest().words}"' in foot
    with zipfile.ZipFile(fork / "maple-elm-housing-aid.zip") as printable:
        home = printable.read("maple-elm-housing-aid/index.html").decode()
    assert "Maple &amp; Elm" in home and f'<a href="{MAPLE.address}">' in home
    wheel = next(fork.glob("assets/runtime/*.whl"))
    assert any(MAPLE.name.encode() in data for _, data in contents(wheel.name, wheel.read_bytes()))


def test_its_words_lead_to_its_people(fork: Path) -> None:
    def article(page: str) -> BeautifulSoup:
        return BeautifulSoup((fork / page / "index.html").read_text("utf-8"), "html.parser")

    report = article("about/contributing")
    for address in (f"mailto:{MAPLE.contact}", MAPLE.code):
        assert report.select_one(f'article a[href="{address}"]')
    assert MAPLE.reviewers in article("about/how-we-check").get_text()
    assert article("letters/old-debt").select_one('a[href="../../states/#virginia"]')


def test_what_is_left_empty_is_left_out() -> None:
    plain = Identity("Name", "Short")
    assert "does not name an address" in identity_fragments(plain)["identity/report.md"]
    assert "nobody yet" in identity_fragments(plain)["identity/reviewers.md"]
    only_code = identity_fragments(Identity("Name", "Short", code="https://example.org/code"))
    assert only_code["identity/report.md"].endswith("(https://example.org/code).")
    page = Identity("Name", "Short", contact="https://example.org/write")
    assert page.contact_link == page.contact
    assert own_state(plain) is None
    with pytest.raises(SystemExit, match="no state called XX"):
        own_state(Identity("Name", "Short", state="XX"))


FILE = (ROOT / "calculators/identity/identity.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('name = ""', "name: this one cannot be empty"),
        ('name = "…"', "at least one plain letter"),
        ('name = "<b>"', "marks of code"),
        ('name = "One "', "spaces at its ends"),
        ("name = 5", "quotation marks"),
        ("name = ", "identity.toml: "),
        ('name = "Name"\nphone = "1"', "phone: there is no such line"),
        ("", "name: this line is missing"),
        ('address = "https://example.org/help"', "ends with /"),
        ('address = "example.org/"', "begins with https"),
        ('contact = "write to us"', "an e-mail address, or a web page"),
        ('code = "git@example.org:help"', "a web page"),
        ('logo = "/logo.png"', "an SVG file"),
        ('state = "Virginia"', "two capital letters"),
        ('hotline = "call us"', "a phone number"),
    ],
)
def test_a_slip_in_the_file_is_named(line: str, said: str) -> None:
    key = line.split(" ")[0] or "name"
    text = re.sub(rf"^{key} = .*$", line.replace("\\", ""), FILE, flags=re.M)
    with pytest.raises(IdentityError, match=re.escape(said)):
        load(text)


def test_a_good_file_is_read_as_it_is() -> None:
    assert (
        load("".join(f"{name} = {json.dumps(each)}\n" for name, each in asdict(MAPLE).items()))
        == MAPLE
    )
