"""Every page by itself on paper: US Letter and A4."""

import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from calculators.identity import IDENTITY
from scripts.site.release import newest
from tests.conftest import ROOT, Site

GUIDES = sorted(path.stem for path in (ROOT / "docs/steps").glob("*.md"))
PAGES = sorted(
    f"{path.relative_to(ROOT / 'docs').with_suffix('').as_posix()}/".removesuffix("index/")
    for path in (ROOT / "docs").rglob("*.md")
)
MOST_SHEETS = 6
FOOT = re.compile(rf"{re.escape(IDENTITY.name)}: |\d+ of \d+")
# 14 mm in points.
MARGIN = 14 / 25.4 * 72


@pytest.fixture
def page(tab: Page) -> Page:
    return tab


def printed(page: Page, path: str, paper: str) -> list[str]:
    """The text of each sheet."""
    page.goto(path)
    pdf = page.pdf(format=paper, prefer_css_page_size=False)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]


def headings_of(page: Page) -> list[str]:
    found = page.locator("article :is(h2, h3, h4, h5)").all_text_contents()
    return [" ".join(each.replace("\N{PILCROW SIGN}", "").split()) for each in found]


def lone_headings(sheets: list[str], headings: list[str]) -> list[str]:
    """Headings that a sheet ends with."""
    last = []
    for sheet in sheets:
        lines = [line for line in sheet.splitlines() if line.strip() and not FOOT.match(line)]
        last.append(lines[-1].strip())
    return [line for line in last if line in headings]


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_prints_alone(page: Page, site: Site, name: str, paper: str) -> None:
    sheets = printed(page, f"steps/{name}/", paper)
    assert len(sheets) <= MOST_SHEETS
    assert all(len(sheet.strip()) > 40 for sheet in sheets), "a sheet is empty"
    # The first sheet stands alone: which step, and what to do today.
    assert f"Step {name[0]}" in sheets[0]
    assert "Do this today" in sheets[0]
    text = " ".join(" ".join(sheets).split())
    headings = headings_of(page)
    folded = page.locator(".fold :is(h2, h3)").count()
    assert folded > 2
    # The sources come only when they are asked for, and a calculator when it was opened.
    for heading in headings[: headings.index("Sources")]:
        inside = page.locator(".calc-embedded :is(h3, h4, h5)", has_text=heading)
        assert heading in text or inside.count(), heading
    # What is folded on the screen is on paper, and no heading stands alone at the end of a sheet.
    assert lone_headings(sheets, headings) == []
    assert f"Printed from {site.address}steps/{name}/" in text
    assert re.search(r"checked on [A-Z][a-z]+ \d{1,2}, 20\d\d", text)
    for furniture in ("Work it out", "Back to the example", "Large print", "Next"):
        assert furniture not in re.sub("Where next", "", text), furniture


@pytest.mark.parametrize("path", PAGES)
def test_a_page_prints_inside_its_margins(page: Page, path: str) -> None:
    """No text stands nearer to an edge than the margin, and no sheet is empty."""
    page.goto(path)
    headings = headings_of(page)
    for paper in ("Letter", "A4"):
        sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
        assert len(sheets) < (20 if path == "sources/" else 10)
        texts = []
        for sheet in sheets:
            places: list[float] = []

            def note(text: str, user: list[float], line: list[float], *_: object) -> None:
                if text.strip():
                    places.append(line[4] * user[0] + user[4])  # noqa: B023

            texts.append(sheet.extract_text(visitor_text=note))
            assert len(texts[-1].strip()) > 40
            # CSS asks for 14 mm; a bullet may hang a little to the left of its text.
            assert min(places) > MARGIN - 6, path
            assert max(places) < float(sheet.mediabox.width) - MARGIN, path
        assert lone_headings(texts, headings) == []


@pytest.mark.parametrize("name", GUIDES)
def test_sources_print_when_they_are_asked_for(page: Page, site: Site, name: str) -> None:
    page.goto(f"steps/{name}/")
    page.evaluate("window.print = () => {}")
    without = text_of(page)
    page.locator(".page-sources > summary").click()
    assert text_of(page) == without
    source = (page.locator(".page-sources li").first.text_content() or "")[:60]
    assert source not in without
    page.get_by_role("button", name="with its sources").click()
    with_them = text_of(page)
    assert source in with_them
    # A number in a sentence leads to one in the list.
    assert page.locator(".note a").count() > 5


def text_of(page: Page) -> str:
    sheets = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())


def test_a_sheet_says_where_it_is_from(page: Page, site: Site) -> None:
    sheets = printed(page, "steps/6-counseling/", "Letter")
    at = site.address.split("://")[1].rstrip("/")
    for number, sheet in enumerate(sheets, start=1):
        assert f"{IDENTITY.name}: {at}. {newest().words}" in sheet
        assert f"{number} of {len(sheets)}" in sheet


def test_a_calculator_in_a_guide_prints_when_it_was_opened(page: Page) -> None:
    page.goto("steps/3-loan-modification/")
    assert "The figures used" not in text_of(page)
    page.locator(".calc-embedded > summary").click()
    assert "The figures used" in text_of(page)


def test_a_long_table_prints_only_when_it_was_opened(page: Page) -> None:
    page.goto("calculators/payment/")
    closed = printed(page, "calculators/payment/", "Letter")
    page.locator(".calc-table summary").click()
    opened = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    assert len(opened) > len(closed)
    assert "$51,865.65" not in " ".join(closed).split("The figures used")[1]


def test_a_source_prints_once(page: Page) -> None:
    """What the page lists at its end is left out under the answer; what it does not list, stays."""
    page.goto("calculators/timeline/")
    page.evaluate("document.documentElement.dataset.print = 'sources'")
    sheets = text_of(page)
    twice = page.locator("[data-listed]")
    assert twice.count() > 0
    for entry in twice.all():
        # Many facts begin alike: "On a closed-end loan on your main home, most servicers that …".
        start = " ".join((entry.text_content() or "").split())[:150]
        assert sheets.count(start) == 1, start
    for entry in page.locator("[data-source]:not([data-listed])").all():
        assert (entry.text_content() or "")[:60] in sheets


def test_large_print_is_large_on_paper_too(own: Page) -> None:
    small = printed(own, "steps/6-counseling/", "Letter")
    own.get_by_role("button", name="Large print").click()
    assert len(printed(own, "steps/6-counseling/", "Letter")) > len(small)


def test_the_sign_of_a_box_stands_in_its_line(page: Page) -> None:
    """Raised out of the text, it would lie over the page's heading."""
    page.goto("steps/5-sell-downsize-or-rent/")
    page.emulate_media(media="print")
    title = page.locator(".admonition > .admonition-title").first
    place = title.evaluate("each => getComputedStyle(each, '::before').position")
    assert place == "static"
    assert title.evaluate("each => parseFloat(getComputedStyle(each, '::before').width)") > 5
