"""Every page by itself on paper: US Letter and A4."""

import re

import pytest
from playwright.sync_api import Page

from calculators.identity import IDENTITY
from scripts.site.release import newest
from tests.conftest import ROOT, Site
from tests.paper import Sheet, sheets_of

GUIDES = sorted(path.stem for path in (ROOT / "docs/steps").glob("*.md"))
PAGES = sorted(
    f"{path.relative_to(ROOT / 'docs').with_suffix('').as_posix()}/".removesuffix("index/")
    for path in (ROOT / "docs").rglob("*.md")
)
OTHERS = [path for path in PAGES if path not in {f"steps/{name}/" for name in GUIDES}]
MOST_SHEETS = 6
FOOT = re.compile(rf"{re.escape(IDENTITY.name)}: |\d+ of \d+")
# In points: CSS asks for 14 mm, and a letter may lean out of its place by a little.
MARGIN = 14 / 25.4 * 72 - 2


@pytest.fixture
def page(tab: Page) -> Page:
    return tab


def printed(page: Page, path: str, paper: str) -> list[Sheet]:
    page.goto(path)
    return sheets_of(page.pdf(format=paper))


def headings_of(page: Page) -> list[str]:
    found = page.locator("article :is(h2, h3, h4, h5)").all_text_contents()
    return [" ".join(each.replace("\N{PILCROW SIGN}", "").split()) for each in found]


def lines_of(sheet: Sheet) -> list[str]:
    """Without the line that each sheet has, an empty one too."""
    lines = [line.strip() for line in sheet.text.splitlines()]
    return [line for line in lines if line and not FOOT.match(line)]


def are_well_filled(sheets: list[Sheet], headings: list[str]) -> None:
    """None is empty, no text is nearer to an edge than the margin, no heading alone at an end."""
    for number, sheet in enumerate(sheets, start=1):
        lines = lines_of(sheet)
        assert len(" ".join(lines)) > 40, f"sheet {number} is empty"
        assert lines[-1] not in headings, f"sheet {number} ends with a heading"
        assert sheet.leftmost > MARGIN, f"sheet {number}, to the left"
        assert sheet.rightmost < sheet.width - MARGIN, f"sheet {number}, to the right"


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_prints_alone(page: Page, site: Site, name: str, paper: str) -> None:
    sheets = printed(page, f"steps/{name}/", paper)
    assert len(sheets) <= MOST_SHEETS
    headings = headings_of(page)
    are_well_filled(sheets, headings)
    # The first sheet stands alone: which step, and what to do today.
    assert f"Step {name[0]}" in sheets[0].text
    assert "Do this today" in sheets[0].text
    text = together(sheets)
    folded = page.locator(".fold :is(h2, h3)").count()
    assert folded > 2
    # What is folded on the screen is on paper. The sources come only when they are asked for, and
    # a calculator when it was opened.
    for heading in headings[: headings.index("Sources")]:
        inside = page.locator(".calc-embedded :is(h3, h4, h5)", has_text=heading)
        assert heading in text or inside.count(), heading
    assert f"Printed from {site.address}steps/{name}/" in text
    assert re.search(r"checked on [A-Z][a-z]+ \d{1,2}, 20\d\d", text)
    for furniture in ("Work it out", "Back to the example", "Large print", "Next"):
        assert furniture not in re.sub("Where next", "", text), furniture


@pytest.mark.parametrize("path", OTHERS)
def test_another_page_prints_inside_its_margins(page: Page, path: str) -> None:
    page.goto(path)
    headings = headings_of(page)
    for paper in ("Letter", "A4"):
        sheets = sheets_of(page.pdf(format=paper))
        assert len(sheets) < (20 if path == "sources/" else 10)
        are_well_filled(sheets, headings)


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
    return together(sheets_of(page.pdf(format="Letter")))


def together(sheets: list[Sheet]) -> str:
    return " ".join(" ".join(sheet.text for sheet in sheets).split())


def test_a_sheet_says_where_it_is_from(page: Page, site: Site) -> None:
    sheets = printed(page, "steps/6-counseling/", "Letter")
    at = site.address.split("://")[1].rstrip("/")
    for number, sheet in enumerate(sheets, start=1):
        assert f"{IDENTITY.name}: {at}. {newest().words}" in sheet.text
        assert f"{number} of {len(sheets)}" in sheet.text


def test_a_calculator_in_a_guide_prints_when_it_was_opened(page: Page) -> None:
    page.goto("steps/3-loan-modification/")
    assert "The figures used" not in text_of(page)
    page.locator(".calc-embedded > summary").click()
    assert "The figures used" in text_of(page)


def test_a_long_table_prints_only_when_it_was_opened(page: Page) -> None:
    page.goto("calculators/payment/")
    closed = printed(page, "calculators/payment/", "Letter")
    page.locator(".calc-table summary").click()
    opened = sheets_of(page.pdf(format="Letter"))
    assert len(opened) > len(closed)
    assert "$51,865.65" not in together(closed).split("The figures used")[1]


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
