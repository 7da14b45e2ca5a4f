"""What is owed, falling month by month."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from calculators.core.answers import Calculator, Lines, Reply
from calculators.core.forms import MONEY, load
from calculators.core.loans import ZERO, exactly
from calculators.core.pages.charts.plot import (
    NOTHING,
    Point,
    dollar_ticks,
    fall_in_words,
    in_dollars,
    month_ticks,
    spot,
    thinned,
    width_of,
)
from calculators.core.pages.charts.svg import LINE, LOOKS, MARK, WIDTH, line, path, picture, text

HEIGHT = Decimal(150)
PAID_OFF = MONEY.plain(ZERO)


@exactly
def draw_lines(chart: Lines, calculator: Calculator, reply: Reply) -> str:
    drawn = _drawn(chart, calculator, reply)
    if not drawn:
        return ""
    highest = max(points[0][1] for _, points in drawn)
    last = max(int(points[-1][0]) for _, points in drawn)
    names = [chart.lines[at][1] for at, _ in drawn] if len(chart.lines) > 1 else []
    top = (len(names) + 1) * LINE
    ticks = dollar_ticks(highest)
    left = max(width_of(in_dollars(tick)) for tick in ticks) + 4
    right, bottom = WIDTH - 8, top + HEIGHT

    def place(point: Point) -> Point:
        month, owed = point
        x = left + (right - left) * month / last
        return x, bottom - HEIGHT * owed / highest

    parts = [_axes(ticks, last, place)]
    for at, points in drawn:
        parts.append(line([place(point) for point in points], LOOKS[at]))
    for row, (name, (at, points)) in enumerate(zip(names, drawn, strict=False)):
        y = LINE * row + 14
        parts.append(line([(NOTHING, y - 5), (MARK, y - 5)], LOOKS[at]))
        words = f"{name}: {MONEY.pretty(points[0][1])}, {points[-1][0]} months"
        parts.append(text(MARK + 8, y, words))
    if not names:
        parts.append(text(left + 4, top - 5, f"{MONEY.pretty(highest)} today"))
    says = "; ".join(
        (f"{chart.lines[at][1].lower()}, " if names else "") + fall_in_words(points)
        for at, points in drawn
    )
    between = ": " if names else " falls "
    return picture(chart.title, f"{chart.what}{between}{says}.", bottom + 2 * LINE + 4, parts)


def _drawn(chart: Lines, calculator: Calculator, reply: Reply) -> list[tuple[int, list[Point]]]:
    """Each line that has something to show: which one it is, and its points, thinned."""
    table = reply["tables"][chart.table]
    starts = chart.starts(load(calculator.inputs, reply["inputs"]))
    drawn = []
    for at, ((column, _), start) in enumerate(zip(chart.lines, starts, strict=True)):
        cell = table["columns"].index(column)
        owed = [MONEY.plain(start)]
        for row in table["rows"]:
            if owed[-1] == PAID_OFF:
                break
            owed.append(row[cell])
        if len(owed) > 1:
            kept = thinned(list(enumerate(owed)))
            drawn.append((at, [(Decimal(month), MONEY.load(left)) for month, left in kept]))
    return drawn


def _axes(ticks: Sequence[Decimal], last: int, place: Callable[[Point], Point]) -> str:
    """The amounts with their grid lines, and the months or years below."""
    parts = []
    for tick in ticks:
        (left, y), (right, _) = place((NOTHING, tick)), place((Decimal(last), tick))
        look = "chart-grid" if tick else "chart-axis"
        parts.append(path(look, f"M{spot(left)} {spot(y)}H{spot(right)}"))
        parts.append(text(left - 4, y + 4, in_dollars(tick), "chart-end"))
    months, unit, name = month_ticks(last)
    for month in months:
        x, y = place((Decimal(month), NOTHING))
        parts.append(path("chart-axis", f"M{spot(x)} {spot(y)}v4"))
        parts.append(text(x, y + LINE, f"{month // unit}", "chart-middle"))
    x, y = place((Decimal(last), NOTHING))
    parts.append(text(x, y + 2 * LINE, name, "chart-end"))
    return "".join(parts)
