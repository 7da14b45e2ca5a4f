"""The words: no number of law stands in a guide's prose, and each guide is dated and sourced."""

import datetime
import re
from pathlib import Path

import pytest
import yaml

from calculators.facts import FACTS
from scripts.site.generate import INCLUDED_FACT
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
STEPS = sorted((DOCS / "steps").glob("*.md"))
GUIDES = [*STEPS, *sorted((DOCS / "more").glob("*.md"))]
SPELLED = re.compile(
    r"\b(two|three|four|five|six|seven|ten|twelve|fourteen|fifteen|thirty|sixty|ninety)[ -]"
    r"(business |calendar )?(days?|months?|years?|percent)\b",
    re.IGNORECASE,
)


def name_of(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


def prose(path: Path) -> str:
    """A page without its front matter, includes, heading numbers, list numbers and link targets."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"\{!.*?!\}", "", text)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = re.sub(r"^(#+ )?(Step )?\d+[.:]", "", text, flags=re.MULTILINE)
    return re.sub(r"\[Step \d+", "[Step", text)


@pytest.mark.parametrize("path", GUIDES, ids=name_of)
def test_no_number_of_law_in_prose(path: Path) -> None:
    words = prose(path)
    digits = re.search(r".{0,30}\d.{0,30}", words)
    assert not digits, f"make it a fact and include it: {digits}"
    spelled = SPELLED.search(words)
    assert not spelled, f"make it a fact and include it: {spelled}"


@pytest.mark.parametrize("path", GUIDES, ids=name_of)
def test_a_guide_opens_with_what_to_do_and_ends_with_its_sources(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert headings[0] == "Do this today"
    assert headings[-1] == "Sources"
    assert text.rstrip().endswith(f"{{!sources/{name_of(path).removesuffix('.md')}.html!}}")
    today = text.split("## Do this today")[1].split("\n## ")[0]
    assert 1 <= len(re.findall(r"^\d\. ", today, flags=re.MULTILINE)) <= 5
    assert len(re.findall(r"\{!facts/\w*phone\.html!\}", today)) == 1


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_says_what_it_is(path: Path) -> None:
    front = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert front["title"]
    assert len(front["description"]) > 30
    if path in GUIDES:
        assert front["checked"] < front["check_by"]
        assert isinstance(front["checked"], datetime.date)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_is_due_no_later_than_its_facts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    front = yaml.safe_load(text.split("---\n")[1])
    used = INCLUDED_FACT.findall(text)
    if "check_by" in front and used:
        first = min((FACTS[each] for each in used), key=lambda each: each.check_by)
        assert front["check_by"] <= first.check_by, f"{first.id} is due on {first.check_by}"


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_that_uses_facts_lists_their_sources(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = set(INCLUDED_FACT.findall(text))
    assert used <= set(FACTS)
    if used:
        assert f"{{!sources/{name_of(path).removesuffix('.md')}.html!}}" in text
