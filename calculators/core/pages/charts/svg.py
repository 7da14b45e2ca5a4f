"""The marks of a drawing (SVG): words, lines, bars, dots, and the picture that holds them.

Lines differ by their dashes and bars by their filling, never by color alone; calculator.css has
the looks. No scripts, styles or ids.
"""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from calculators.core.pages.charts.plot import Point, spot

# What a phone of 360 px leaves beside the margins; and a line of words, with its leading.
WIDTH = Decimal(300)
LINE = Decimal(18)
MARK = Decimal(28)
BAR = Decimal(12)
# The looks of the first and the second line or bar, and of what is missing: hatched.
LOOKS = ("chart-a", "chart-b")
MISSING = "chart-missing"
# Solid, in the ink of the words.
INK = "chart-ink"


def picture(title: str, says: str, height: Decimal, parts: Sequence[str]) -> str:
    """A heading and one image: what is in it is for the eye, the sentence for the ear."""
    return (
        f'<div class="calc-chart"><h5>{escape(title)}</h5>'
        f'<svg viewBox="0 0 {spot(WIDTH)} {spot(height)}" role="img" aria-label="{escape(says)}">'
        f'<g aria-hidden="true">{"".join(parts)}</g></svg></div>'
    )


def text(x: Decimal, y: Decimal, words: str, look: str = "") -> str:
    look = f' class="{look}"' if look else ""
    return f'<text x="{spot(x)}" y="{spot(y)}"{look}>{escape(words)}</text>'


def path(look: str, steps: str) -> str:
    return f'<path class="{look}" d="{steps}"/>'


def rule(x: Decimal, top: Decimal, bottom: Decimal, look: str = "") -> str:
    return path(f"chart-axis {look}".strip(), f"M{spot(x)} {spot(top)}V{spot(bottom)}")


def line(points: Sequence[Point], look: str) -> str:
    steps = "L".join(f"{spot(x)} {spot(y)}" for x, y in points)
    return path(f"chart-line {look}", f"M{steps}")


def bar(start: Decimal, end: Decimal, middle: Decimal, look: str) -> str:
    """A bar between two places, in either order: filled, striped or hatched."""
    left, right = sorted((start, end))
    edge = (
        f'<rect class="chart-edge {look}" x="{spot(left)}" y="{spot(middle - BAR / 2)}" '
        f'width="{spot(right - left)}" height="{spot(BAR)}"/>'
    )
    fill = path(f"chart-bar {look}", f"M{spot(left)} {spot(middle)}H{spot(right)}")
    return fill + edge


def mark(x: Decimal, y: Decimal) -> str:
    """What is to come."""
    return f'<circle class="chart-mark" cx="{spot(x)}" cy="{spot(y)}" r="5"/>'


def square(x: Decimal, y: Decimal) -> str:
    """What is gone: hollow."""
    return (
        f'<rect class="chart-mark chart-hollow" x="{spot(x - 4)}" y="{spot(y - 4)}" '
        'width="8" height="8"/>'
    )


def diamond(x: Decimal, y: Decimal) -> str:
    """Today."""
    left, top = f"{spot(x - 6)} {spot(y)}", f"{spot(x)} {spot(y - 6)}"
    right, bottom = f"{spot(x + 6)} {spot(y)}", f"{spot(x)} {spot(y + 6)}"
    return path("chart-mark chart-today", f"M{left}L{top}L{right}L{bottom}L{left}")
