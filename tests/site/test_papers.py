"""The page of the two piles, as it is shipped: each page that a pile may hold, and its QR code."""

import json
import re

import segno

from tests.conftest import Site
from tests.site.parsed import parsed

STROKE = re.compile(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?")


def drawn(svg: str) -> set[tuple[int, int]]:
    """The dark squares of a code, drawn as strokes half a square below their upper edge."""
    (path,) = re.findall(r' d="([^"]+)"', svg)
    at, down, dark = 0, 0.0, set()
    for command, first, second in STROKE.findall(path):
        if command == "h":
            dark |= {(at + step, int(down)) for step in range(int(first))}
            at += int(first)
        else:
            at = int(first) if command == "M" else at + int(first)
            down = float(second) if command == "M" else down + float(second)
    return dark


def test_each_page_of_a_pile_is_there_with_a_code_of_its_own(site: Site) -> None:
    html = (site.folder / "papers/index.html").read_text("utf-8")
    (address,) = re.findall(r'<link rel="canonical" href="(.*?)papers/"', html)
    soup = parsed(html)
    keys = [str(each["value"]) for each in soup.select('[data-papers] [type="checkbox"][value]')]
    pages = [key.removeprefix("page:") for key in keys if key.startswith("page:")]
    assert len(pages) > 20
    kept = json.loads((site.folder / "offline.json").read_text())["files"]
    codes = {}
    for page in ["", *pages]:
        assert page in kept, page
        name = page.rstrip("/").replace("/", "-") or "home"
        assert f"assets/qr/{name}.svg" in kept
        code = (site.folder / f"assets/qr/{name}.svg").read_text()
        assert re.match(r"<svg [^>]*viewBox=", code), name
        codes[page] = code
    assert len(set(codes.values())) == len(codes)
    for page, code in codes.items():
        known = segno.make(f"{address}{page}", error="m", micro=False)
        border = known.default_border_size
        assert drawn(code) == {
            (across + border, down + border)
            for down, line in enumerate(known.matrix)
            for across, square in enumerate(line)
            if square
        }, page
    # Sheets and guides of the site are all on the list; letters are in the other pile.
    linked = {each.parent.relative_to(site.folder).as_posix() for each in site.pages()}
    guides = {f"{each}/" for each in linked if each.startswith(("steps/", "more/"))}
    assert guides <= set(pages)
