"""Every page by itself on paper: US Letter and A4."""

import io
import re

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.conftest import ROOT, Site

GUIDES = sorted(path.stem for path in (ROOT / "docs/steps").glob("*.md"))
PAGES = sorted(
    f"{path.relative_to(ROOT / 'docs').with_suffix('').as_posix()}/".removesuffix("index/")
    for path in (ROOT / "docs").rglob("*.md")
)
MOST_SHEETS = 6
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
    for heading in page.locator("article h2").all_inner_texts():
        assert " ".join(heading.replace("\N{PILCROW SIGN}", "").split()) in text, heading
    assert f"Printed from {site.address}steps/{name}/" in text
    assert re.search(r"checked on 20\d\d-\d\d-\d\d", text)
    for furniture in ("Work it out", "Back to the example", "Large print", "Next"):
        assert furniture not in re.sub("Where next", "", text), furniture


@pytest.mark.parametrize("path", PAGES)
def test_a_page_prints_inside_its_margins(page: Page, path: str) -> None:
    """No text stands nearer to an edge than the margin, and no sheet is empty."""
    page.goto(path)
    for paper in ("Letter", "A4"):
        sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
        assert len(sheets) < (40 if path == "sources/" else 10)
        for sheet in sheets:
            places: list[float] = []

            def note(text: str, user: list[float], line: list[float], *_: object) -> None:
                if text.strip():
                    places.append(line[4] * user[0] + user[4])  # noqa: B023

            assert len(sheet.extract_text(visitor_text=note).strip()) > 40
            # CSS asks for 14 mm; a bullet may hang a little to the left of its text.
            assert min(places) > MARGIN - 6, path
            assert max(places) < float(sheet.mediabox.width) - MARGIN, path


def test_a_long_table_prints_only_when_it_was_opened(page: Page) -> None:
    page.goto("calculators/payment/")
    closed = printed(page, "calculators/payment/", "Letter")
    page.locator(".calc-table summary").click()
    opened = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    assert len(opened) > len(closed)
    assert "$51,865.65" not in " ".join(closed).split("The figures used")[1]


def test_a_source_prints_once(page: Page) -> None:
    """What the page lists at its end is left out under the answer; what it does not list, stays."""
    sheets = " ".join(" ".join(printed(page, "calculators/timeline/", "Letter")).split())
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
