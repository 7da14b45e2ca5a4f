"""What a page folds, and what it never folds: whom to call, what not to do, a last day, whom a rule
leaves out. Each of these stands open on its page, whatever else says it again in a fold."""

import json
import re
from copy import copy

import pytest
from bs4 import Tag

from scripts.site import folds
from tests.conftest import ROOT, Site
from tests.site.parsed import parsed

DOCS = ROOT / "docs"
PAGES = sorted(
    path.relative_to(DOCS).with_suffix("").as_posix()
    for folder in ("steps", "more", "calculators")
    for path in (DOCS / folder).glob("*.md")
)
# Days that a reader must keep.
LAST_DAYS = {
    "accept_days_long",
    "accept_days_short",
    "appeal_days",
    "appeal_days_before_sale",
    "auto_payment_stop_days",
    "credit_counseling_days",
    "error_letter_days_before_sale",
    "full_review_days_before_sale",
    "heloc_error_letter_days",
    "listed_papers_hold",
    "missing_papers_days",
    "pa_hemap_days",
    "rescission_days",
    "rescission_days_heloc",
    "scra_notice_days",
    "silence_is_no",
    "validation_end_date",
}
LEFT_OUT = {"regx_excludes_open_end", "regx_principal_residence", "small_servicer_exempt"}
# "Do not count on it" is no warning against an act.
FORBIDS = re.compile(r"^(?:Do not|Never)\b(?! (?:count on|assume)\b)")


def article_of(html: str) -> Tag:
    article = parsed(html).select_one("article")
    assert article
    return article


def hidden_alone(html: str) -> list[str]:
    """What of the four stands in a closed part of an article, and nowhere open."""
    article = copy(article_of(html))
    folded = []
    for part in article.select("details.fold"):
        folded.append(what_of(part))
    for part in article.select("details"):
        for summary in part.find_all("summary"):
            summary.extract()
        part.decompose()
    return sorted(set().union(*folded) - what_of(article))


def what_of(part: Tag) -> set[str]:
    """Its telephone numbers, prohibitions, last days and words on whom a rule leaves out."""
    found = {str(each["href"]) for each in part.select('a[href^="tel:"]')}
    for note in part.select(".note a"):
        name = str(note["href"]).removeprefix("#source-")
        found |= {name} & (LAST_DAYS | LEFT_OUT)
    for block in part.select("p, li, td, dd"):
        for sentence in re.split(r"(?<=[.!?:;])[\"”’]?\s+", block.get_text(" ", strip=True)):
            if FORBIDS.search(sentence):
                found.add(sentence)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_what_matters_most_is_never_only_in_a_fold(site: Site, name: str) -> None:
    html = (site.folder / name / "index.html").read_text("utf-8")
    assert hidden_alone(html) == []


def test_a_fold_ends_before_the_next_heading_of_its_level() -> None:
    link = '<a class="headerlink" href="#a" title="Permanent link">&para;</a>'
    html = folds.marked(
        f'<h2 class="fold" id="a">A{link}</h2><p>1</p><h3 id="b" class="fold">B</h3><p>2</p>'
        '<h3 class="calc-title" id="c">C</h3><h4 id="d">D</h4><h2 id="e">E</h2><p>3</p>'
        '<h3 class="fold" id="f">F</h3><p>4</p>'
    )
    # docs/_theme/main.html does so.
    made = {folds.FOLD: '<details class="fold"><summary>', folds.FOLDED: "</summary>"}
    for mark, tag in {**made, folds.END: "</details>"}.items():
        html = html.replace(mark, tag)
    assert html == (
        '<details class="fold"><summary><h2 id="a">A</h2></summary><p>1</p>'
        '<details class="fold"><summary><h3 id="b">B</h3></summary><p>2</p>'
        '<h3 class="calc-title" id="c">C</h3><h4 id="d">D</h4></details></details>'
        '<h2 id="e">E</h2><p>3</p>'
        '<details class="fold"><summary><h3 id="f">F</h3></summary><p>4</p></details>'
    )


def test_a_fact_without_a_source_on_its_page_stops_the_build() -> None:
    with pytest.raises(KeyError):
        folds.numbered('<p><a class="fact" href="#source-x">14 days</a></p>')


def test_the_check_sees_what_is_hidden() -> None:
    hidden = (
        '<article><p>Call.</p><details class="fold"><summary><h2>Why?</h2></summary><p>Ask. Do not '
        'sign. Do not count on it. <a href="tel:+1-800-569-4287">800-569-4287</a> in 14 days'
        '<sup class="note"><a href="#source-appeal_days">3</a></sup>.</p></details>{}</article>'
    )
    assert hidden_alone(hidden.format("")) == ["Do not sign.", "appeal_days", "tel:+1-800-569-4287"]
    assert hidden_alone(hidden.format("<p>Do not sign.</p>")) == [
        "appeal_days",
        "tel:+1-800-569-4287",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_fold_has_a_heading_and_a_footnote_its_source(site: Site, name: str) -> None:
    article = article_of((site.folder / name / "index.html").read_text("utf-8"))
    for fold in article.select("details.fold"):
        assert not fold.has_attr("open")
        heading = fold.select_one(":scope > summary > :is(h2, h3)[id]")
        assert heading and not heading.select("a")
        words = heading.get_text(strip=True)
        assert words.endswith("?") or words.startswith("Show me "), words
        assert len(fold.get_text(strip=True)) > len(words) + 40
    sources = [str(each["id"]) for each in article.select(".page-sources li")]
    for note in article.select(".note a"):
        number = int(note.get_text().removeprefix("source "))
        assert note["href"] == f"#{sources[number - 1]}"


def test_search_finds_folded_words_under_their_own_heading(site: Site) -> None:
    """A result leads to the heading of the fold, which docs/assets/js/folds.js opens."""
    index = (site.folder / "search/search_index.json").read_text("utf-8")
    assert "steps/1-assess/#one-envelope" in index
    entries = {each["location"]: each["text"] for each in json.loads(index)["docs"]}
    assert "A shoe box will do" in entries["steps/1-assess/#one-envelope"]
    call = entries["steps/2-talk-to-your-lender/#show-me-the-words-to-say"]
    assert "How much is past due" in call
    # A footnote is no part of a sentence.
    assert "source 1" not in " ".join(entries.values())
