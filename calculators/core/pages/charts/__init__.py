"""The charts: drawings (SVG) of a reply, made alike at build and in the browser.

Each is one image with one sentence for those who hear it.

lines       what is owed, falling month by month
bars        amounts of money: columns of a table, or figures of the answer
pairs       a few bars for each choice
waterfall   who is paid from a price, and where the money runs out
dates       dates in order, down a line with today on it
plot        where the parts of a drawing stand
svg         the marks of a drawing: words, lines, bars, dots
"""

from collections.abc import Callable
from typing import Any

from calculators.core.answers import (
    Bars,
    Calculator,
    Chart,
    Dates,
    FigureBars,
    Lines,
    Pairs,
    Reply,
    Waterfall,
)
from calculators.core.pages.charts.bars import draw_bars, draw_figure_bars
from calculators.core.pages.charts.dates import draw_dates
from calculators.core.pages.charts.lines import draw_lines
from calculators.core.pages.charts.pairs import draw_pairs
from calculators.core.pages.charts.waterfall import draw_waterfall

__all__ = ["draw"]

DRAWERS: dict[type[Chart], Callable[[Any, Calculator, Reply], str]] = {
    Lines: draw_lines,
    Bars: draw_bars,
    FigureBars: draw_figure_bars,
    Waterfall: draw_waterfall,
    Pairs: draw_pairs,
    Dates: draw_dates,
}


def draw(chart: Chart, calculator: Calculator, reply: Reply) -> str:
    """The picture with its heading; empty when there is nothing to show."""
    return DRAWERS[type(chart)](chart, calculator, reply)
