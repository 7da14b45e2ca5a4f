"""A page of each kind looks as in its picture in docs/about/decisions/look, on paper and screen.

RENEW_PICTURES=yes scripts/test tests/browser/test_pictures.py      draws the pictures anew

A picture is of the fonts of one machine, whose names it holds: where others stand in for them, each
line ends elsewhere, and there is nothing to compare. So it is in a copy that has another name.
"""

import io
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import pytest
from PIL import Image, ImageChops, ImageFilter
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Page, ViewportSize

from calculators.identity import IDENTITY
from tests.conftest import ROOT
from tests.paper import fonts_of, picture_of

PICTURES = ROOT / "docs" / "about" / "decisions" / "look"
SHOWN = ROOT / "build" / "pictures"
TODAY = datetime(2026, 11, 26, 12, tzinfo=UTC)
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}
# Points of a dot: letters can be made out, and a picture is small.
DOTS_PER_POINT = 1.0
GRAYS = 16
# Edges are drawn a little differently from one version of the browser to the next.
BLUR, SEEN, MOST_CHANGED = 2, 40, 0.002


@dataclass(frozen=True)
class View:
    """A page as it first stands: a sheet of its paper, or a screen of it."""

    path: str
    screen: ViewportSize | None = None
    sheet: int = 0
    colors: Literal["light", "dark"] = "light"


VIEWS = {
    "paper-home": View(""),
    "paper-step": View("steps/6-counseling/"),
    "paper-calculator": View("calculators/payment/"),
    "paper-letter": View("letters/hardship/", sheet=1),
    "paper-plan": View("plan/"),
    "paper-sheet": View("action-plan/", sheet=1),
    "phone-home": View("", PHONE),
    "phone-home-dark": View("", PHONE, colors="dark"),
    "phone-step": View("steps/6-counseling/", PHONE),
    "desk-calculator": View("calculators/payment/", DESK),
}


def drawn(page: Page, view: View) -> tuple[Image.Image, str]:
    """The view in grays, and the names of the fonts that it is set in."""
    page.clock.set_fixed_time(TODAY)
    page.set_viewport_size(view.screen or PHONE)
    page.emulate_media(color_scheme=view.colors)
    page.goto(view.path)
    page.wait_for_load_state("networkidle")
    paper = page.pdf(format="Letter")
    if view.screen:
        page.emulate_media(media="screen", color_scheme=view.colors)
        shot = page.screenshot(animations="disabled")
        image: Image.Image = Image.open(io.BytesIO(shot))
    else:
        image = picture_of(paper, view.sheet, DOTS_PER_POINT)
    return image.convert("L"), ", ".join(sorted(fonts_of(paper)))


def changed(before: Image.Image, now: Image.Image) -> tuple[float, Image.Image]:
    """The part of the picture that looks otherwise, and where that is."""
    if before.size != now.size:
        return 1, now
    blurred = (each.filter(ImageFilter.GaussianBlur(BLUR)) for each in (before, now))
    other = ImageChops.difference(*blurred).point(lambda gray: 255 if gray > SEEN else 0)
    return other.histogram()[255] / (other.width * other.height), other


def side_by_side(*images: Image.Image) -> Image.Image:
    both = Image.new("L", (sum(each.width for each in images), max(each.height for each in images)))
    at = 0
    for each in images:
        both.paste(each, (at, 0))
        at += each.width
    return both


@pytest.mark.parametrize("name", VIEWS)
def test_it_looks_as_in_its_picture(page: Page, name: str) -> None:
    now, fonts = drawn(page, VIEWS[name])
    kept = PICTURES / f"{name}.png"
    if "RENEW_PICTURES" in os.environ:
        said = PngInfo()
        said.add_text("fonts", fonts)
        said.add_text("name", IDENTITY.name)
        kept.parent.mkdir(exist_ok=True)
        now.quantize(GRAYS).save(kept, optimize=True, pnginfo=said)
    picture = Image.open(kept)
    if picture.info["fonts"] != fonts:
        pytest.skip(f"the picture is set in {picture.info['fonts']}, and this machine has {fonts}")
    if picture.info["name"] != IDENTITY.name:
        pytest.skip(f"it is a picture of {picture.info['name']}: draw those of this copy as above")
    before = picture.convert("L")
    part, where = changed(before, now)
    SHOWN.mkdir(parents=True, exist_ok=True)
    shown = SHOWN / f"{name}.png"
    side_by_side(before, now, where).save(shown)
    assert part <= MOST_CHANGED, f"{part:.1%} looks otherwise: then, now and where stand in {shown}"


def test_what_looks_otherwise_is_seen(page: Page) -> None:
    """A heading that is gone, or that pushes down what follows."""
    before, _ = drawn(page, VIEWS["phone-home"])
    assert changed(before, before)[0] == 0
    for change in ("visibility = 'hidden'", "marginBottom = '60px'", "color = 'transparent'"):
        page.evaluate(f"() => {{ document.querySelector('h1').style.{change}; }}")
        now = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("L")
        assert changed(before, now)[0] > MOST_CHANGED, change
        page.evaluate("() => document.querySelector('h1').removeAttribute('style')")
