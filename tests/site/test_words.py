"""How easily the pages read, counted on the words a reader sees: not tables, not sources."""

import re
from copy import copy

import pytest

from tests.conftest import ROOT, Site
from tests.grade import HARDEST_GRADE, grade, syllables
from tests.site.parsed import parsed

DOCS = ROOT / "docs"
PAGES = sorted(
    path.relative_to(DOCS).with_suffix("").as_posix()
    for folder in ("steps", "more", "letters", "states", "about", "")
    for path in (DOCS / folder).glob("*.md")
    # Spanish has its own rules: tests/content/test_spanish.py.
    if path.stem != "sources" and "\nlang: es\n" not in path.read_text(encoding="utf-8")
)
LONGEST_MEAN_SENTENCE = 16


def sentences(site: Site, name: str) -> list[list[str]]:
    """The page's sentences as lists of words; headings and fragments of a few words aside."""
    path = site.folder / name.removesuffix("index") / "index.html"
    whole = parsed(path.read_text(encoding="utf-8")).select_one("article")
    assert whole is not None
    article = copy(whole)
    for part in article.select(
        "table, .calc, .sources, .note, .page-due, .page-checked, .page-tools, nav"
    ):
        part.decompose()
    found = []
    for block in article.select("p, li, dd"):
        if block.find(["p", "ul", "ol"]):
            continue
        text = re.sub(r"\s+", " ", block.get_text(" "))
        for sentence in re.split(r"(?<=[.!?:;])[\"”’]?\s+", text):
            words = re.findall(r"[A-Za-z’']+", sentence)
            if len(words) > 3:
                found.append(words)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_easily(site: Site, name: str) -> None:
    lines = sentences(site, name)
    words = [word for line in lines for word in line]
    assert len(words) > 50
    mean = len(words) / len(lines)
    assert mean <= LONGEST_MEAN_SENTENCE, f"{mean:.1f} words a sentence"
    assert grade(lines) <= HARDEST_GRADE, f"grade {grade(lines):.1f}"


def test_the_counter_counts() -> None:
    """Words whose syllables a dictionary gives."""
    known = {"loan": 1, "mortgage": 2, "servicer": 3, "home": 1, "payment": 2, "table": 2}
    assert {word: syllables(word) for word in known} == known
