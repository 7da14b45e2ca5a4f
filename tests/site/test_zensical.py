"""Zensical makes the same site of the same tree. What may differ stands here by name."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Site
from tests.zensical import zensical_site

# The link past the bar leads to a place of its own; MkDocs' leads to the first heading.
SKIP = "__skip"
# How large the printable copy is: said when a site is made ready for a host (scripts/site/ship.py).
SIZE = re.compile(r"(?<=Download the printable pages) \(\d+\.\d MB\)")
# Blank sheets, forms and the front door are kept out of the search (data-search-exclude). Of a part
# within such a part, or after a heading in it, MkDocs takes the words nevertheless.
KEPT_OUT = {
    "",
    "action-plan/#your-sheets",
    "log/#your-log",
    "papers/#papers-send",
    "plan/",
    "plan/#a-plan-to-fill-in-by-hand",
    "summary/#your-sheet",
}
# A heading within such a part: Zensical names the entry by its page.
NAMED_BY_PAGE = {"papers/#papers-send": "Take your papers"}

# A block of code is wrapped in a tag that its colors could go by, and has an empty one first; and
# the place where the size of the printable copy will stand.
OTHER_TAGS = {
    "about/hosting/index.html": {"div highlight", "span"},
    "about/offline/index.html": {"span paper-size"},
}

Pages = dict[str, BeautifulSoup]
Entries = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def folder(site: Site) -> Path:
    return zensical_site(site)


def read(folder: Path) -> Pages:
    return {
        path.relative_to(folder).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def theirs(folder: Path) -> Pages:
    return read(folder)


@pytest.fixture(scope="module")
def ours(site: Site) -> Pages:
    return read(site.folder)


def words(soup: BeautifulSoup, part: str) -> str:
    """What a reader reads there; "" where there is no such part."""
    found = soup.select_one(part)
    return " ".join(found.get_text(" ").split()) if found else ""


def anchors(soup: BeautifulSoup) -> list[str]:
    return [str(each["id"]) for each in soup.select("[id]") if each["id"] != SKIP]


def links(soup: BeautifulSoup, at: str) -> list[str]:
    """Where each link leads."""
    found = soup.select("a[href]:not(.md-skip)")
    return [urljoin(at, str(each["href"])).replace("/.#", "/#") for each in found]


def test_the_same_pages(ours: Pages, theirs: Pages) -> None:
    assert len(ours) > 100
    assert ours.keys() == theirs.keys()


@pytest.mark.parametrize("part", ["title", "article", "#menu", ".md-nav--secondary", "footer"])
def test_the_same_words(ours: Pages, theirs: Pages, part: str) -> None:
    for name, soup in ours.items():
        said = SIZE.sub("", words(soup, part)) if name == "about/offline/index.html" else ""
        assert words(theirs[name], part) == (said or words(soup, part)), name


def test_the_same_anchors_and_headings(ours: Pages, theirs: Pages) -> None:
    for name, soup in ours.items():
        assert anchors(theirs[name]) == anchors(soup), name
        mine, other = (
            [(h.name, h.get("id")) for h in each.select("h1, h2, h3, h4, h5, h6")]
            for each in (soup, theirs[name])
        )
        assert other == mine, name


def test_links_lead_to_the_same_places(site: Site, ours: Pages, theirs: Pages) -> None:
    for name, soup in ours.items():
        at = f"{site.address}{name.removesuffix('index.html')}"
        assert links(theirs[name], at) == links(soup, at), name


def kinds(soup: BeautifulSoup) -> Counter[str]:
    """How often each kind of tag stands in an article: folds, notes, boxes, cards."""
    article = soup.select_one("article")
    assert article
    tags = [each for each in article.find_all(True) if each.get("id") != SKIP]
    return Counter(" ".join([tag.name, *(tag.get("class") or ())]) for tag in tags)


def test_the_same_folds_notes_and_forms(ours: Pages, theirs: Pages) -> None:
    for name, soup in ours.items():
        mine, other = kinds(soup), kinds(theirs[name])
        differ = {kind for kind in mine.keys() | other.keys() if mine[kind] != other[kind]}
        assert differ == OTHER_TAGS.get(name, set()), name
    spanish = theirs["ayuda/index.html"].select(".headerlink")
    assert {each["title"] for each in spanish} == {"Enlace a esta parte"}


def test_the_same_manifest_and_list_of_pages(site: Site, folder: Path) -> None:
    for name in ("manifest.webmanifest", "sitemap.xml"):
        mine, other = ((each / name).read_text("utf-8") for each in (site.folder, folder))
        # The list of pages is in the order of folders with one of them, of files with the other.
        assert sorted(other.split()) == sorted(mine.split())


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_same_search_entries(site: Site, folder: Path) -> None:
    """Of search-words.toml only MkDocs' index has the words."""
    text = (site.folder / "search/search_index.json").read_text("utf-8")
    ours: Entries = {each["location"]: each for each in json.loads(text)["docs"]}
    text = (folder / "search.json").read_text("utf-8")
    theirs: Entries = {each["location"]: each for each in json.loads(text)["items"]}
    assert theirs.keys() == ours.keys()
    assert ours.keys() >= KEPT_OUT
    for place, mine in ours.items():
        other = theirs[place]
        assert other["title"] == NAMED_BY_PAGE.get(place, mine["title"]), place
        if place in KEPT_OUT:
            # None of its words is new, and some are gone: else take it off the list.
            assert len(plain(other["text"])) < len(plain(mine["text"])), place
            assert set(plain(other["text"]).split()) <= set(plain(mine["text"]).split()), place
        else:
            assert plain(other["text"]) == plain(mine["text"]), place
