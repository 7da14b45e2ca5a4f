"""The search finds what people type: the theme's own worker is asked, with the index as shipped."""

import json
import subprocess
import tomllib

import pytest

from scripts.runtime.files import NODE
from scripts.site.search import WORDS, widen
from tests.conftest import ROOT, Site

HERE = ROOT / "tests" / "site"
TERMS: dict[str, list[str]] = tomllib.loads((HERE / "search_terms.toml").read_text("utf-8"))
KNOWN = tomllib.loads(WORDS.read_text("utf-8"))
# Words of pages for those who keep the site, which readers type too.
THEIRS = ["privacy", "facts", "money", "letters", "language", "browser", "speed", "choices"]


@pytest.fixture(scope="module")
def found(site: Site) -> dict[str, list[str]]:
    """The pages that each term finds, in order."""
    (worker,) = (site.folder / "assets/javascripts/workers").glob("search*.js")
    index = site.folder / "search/search_index.json"
    done = subprocess.run(
        [NODE, HERE / "search.mjs", worker, index, ROOT / "docs/assets/js/search.js"],
        input=json.dumps(
            [*TERMS, *THEIRS, "“zombie”", "foreclosure?", "what is the", '"sale date"']
        ),
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def test_there_are_terms_enough() -> None:
    assert len(TERMS) >= 48


@pytest.mark.parametrize("term", TERMS)
def test_a_term_finds_its_page_among_the_first_three(
    term: str, found: dict[str, list[str]]
) -> None:
    assert set(TERMS[term]) & set(found[term][:3]), f"{term}: {found[term][:6]}"


@pytest.mark.parametrize("term", [*TERMS, *THEIRS])
def test_pages_for_those_who_keep_the_site_come_last(
    term: str, found: dict[str, list[str]]
) -> None:
    """Behind every page for readers, as far as a reader looks."""
    first = [place.startswith(tuple(KNOWN["last"])) for place in found[term][:8]]
    assert first == sorted(first), found[term][:8]


def test_signs_at_a_word_do_not_hide_it(found: dict[str, list[str]]) -> None:
    assert found["“zombie”"] == found["zombie"]
    assert "steps/8-prepare-for-foreclosure/" in found["foreclosure?"][:3]


def test_small_words_are_left_out_unless_there_is_nothing_else(found: dict[str, list[str]]) -> None:
    """And a question in the search language of the theme stays as it is."""
    assert found["what is the"]
    assert found['"sale date"']


def test_words_for_a_page_that_is_not_there_stop_the_build() -> None:
    index = {"config": {"fields": {}}, "docs": [{"location": "", "title": "", "text": ""}]}
    with pytest.raises(SystemExit, match=r"no page gone\.md"):
        widen(index, {"weight": 1, "last": [], "words": {"gone.md": "x"}})


def test_the_words_are_not_shown_and_not_shipped_by_themselves(site: Site) -> None:
    assert not list(site.folder.rglob(WORDS.name))
    index = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))
    (page,) = [each for each in index["docs"] if each["location"].startswith("more/old-and")][:1]
    assert "zombie" in page["words"]
