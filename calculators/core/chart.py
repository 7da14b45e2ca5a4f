"""The charts: drawings (SVG) of a reply, made alike at build and in the browser.

A chart draws what a table or the figures of the same answer say in full, so it is one image with
one sentence for those who hear it. Lines differ by their dashes and bars by their filling, never by
colour alone; calculator.css has the looks. No scripts, styles or ids.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from calculators.core.answer import Calculator, Chart, Reply
from calculators.core.form import load
from calculators.core.kinds import DATE, MONEY
from calculators.core.money import ZERO, exactly
from calculators.core.plot import (
    NOTHING,
    Point,
    dollar_ticks,
    fall_in_words,
    in_dollars,
    month_ticks,
    spot,
    thinned,
    width_of,
    wrapped,
)

# What a phone of 360 px leaves beside the margins; and a line of words, with its leading.
WIDTH = Decimal(300)
LINE = Decimal(18)
HEIGHT = Decimal(150)
MARK = Decimal(28)
BAR = Decimal(12)
# The looks of the first and the second line or bar, and of what is missing.
LOOKS = ("chart-a", "chart-b")
NOT_PAID = "chart-none"
PAID_OFF = MONEY.plain(ZERO)
YOURS = "Left for you"


@dataclass(frozen=True)
class Lines(Chart):
    """What is owed, falling month by month: a line for each of `lines`, (column, label) pairs.

    `starts` takes the inputs and says what each line is before the first payment; `what` is the
    thing that falls, for the sentence.
    """

    title: str
    what: str
    table: str
    lines: tuple[tuple[str, str], ...]
    starts: Callable[[Any], Sequence[Decimal]]

    @exactly
    def draw(self, calculator: Calculator, reply: Reply) -> str:
        drawn = self._drawn(calculator, reply)
        if not drawn:
            return ""
        highest = max(points[0][1] for _, points in drawn)
        last = max(int(points[-1][0]) for _, points in drawn)
        names = [self.lines[at][1] for at, _ in drawn] if len(self.lines) > 1 else []
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
            parts.append(_line([place(point) for point in points], LOOKS[at]))
        for row, (name, (at, points)) in enumerate(zip(names, drawn, strict=False)):
            y = LINE * row + 14
            parts.append(_line([(NOTHING, y - 5), (MARK, y - 5)], LOOKS[at]))
            words = f"{name}: {MONEY.pretty(points[0][1])}, {points[-1][0]} months"
            parts.append(_text(MARK + 8, y, words))
        if not names:
            parts.append(_text(left + 4, top - 5, f"{MONEY.pretty(highest)} today"))
        says = "; ".join(
            (f"{self.lines[at][1].lower()}, " if names else "") + fall_in_words(points)
            for at, points in drawn
        )
        between = ": " if names else " falls "
        return _picture(self.title, f"{self.what}{between}{says}.", bottom + 2 * LINE + 4, parts)

    def _drawn(self, calculator: Calculator, reply: Reply) -> list[tuple[int, list[Point]]]:
        """Each line that has something to show: which one it is, and its points, thinned."""
        table = reply["tables"][self.table]
        starts = self.starts(load(calculator.inputs, reply["inputs"]))
        drawn = []
        for at, ((column, _), start) in enumerate(zip(self.lines, starts, strict=True)):
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
        parts.append(_path(look, f"M{spot(left)} {spot(y)}H{spot(right)}"))
        parts.append(_text(left - 4, y + 4, in_dollars(tick), "chart-end"))
    months, unit, name = month_ticks(last)
    for month in months:
        x, y = place((Decimal(month), NOTHING))
        parts.append(_path("chart-axis", f"M{spot(x)} {spot(y)}v4"))
        parts.append(_text(x, y + LINE, f"{month // unit}", "chart-middle"))
    x, y = place((Decimal(last), NOTHING))
    parts.append(_text(x, y + 2 * LINE, name, "chart-end"))
    return "".join(parts)


type Bar = tuple[str, Sequence[Decimal | None]]


@dataclass(frozen=True)
class Bars(Chart):
    """One or two money columns of a table as bars, a group a row.

    A row without any value says that it does not apply.
    """

    title: str
    table: str
    label: str
    values: tuple[str, ...]

    @exactly
    def draw(self, calculator: Calculator, reply: Reply) -> str:
        table = next(table for table in calculator.all_tables if table.key == self.table)
        columns = {column.key: (at, column) for at, column in enumerate(table.columns)}
        at_label, words = columns[self.label]
        places = [columns[key][0] for key in self.values]
        bars = [
            (words.text(row[at_label]), [_dollars(row[at]) for at in places])
            for row in reply["tables"][self.table]["rows"]
        ]
        names = [columns[key][1].label for key in self.values]
        return _bars(self.title, bars, names if len(names) > 1 else ())


@dataclass(frozen=True)
class FigureBars(Chart):
    """Some of the answer's money figures as bars; those that do not apply are left out."""

    title: str
    figures: tuple[str, ...]

    @exactly
    def draw(self, calculator: Calculator, reply: Reply) -> str:
        labels = {figure.key: figure.label for figure in calculator.figures}
        values = {key: _dollars(reply["figures"][key]) for key in self.figures}
        bars = [(labels[key], [value]) for key, value in values.items() if value is not None]
        return _bars(self.title, bars) if len(bars) > 1 else ""


def _dollars(plain: str | None) -> Decimal | None:
    return None if plain is None else MONEY.load(plain)


def _bars(title: str, bars: Sequence[Bar], names: Sequence[str] = ()) -> str:
    """Each group under its label, with the amounts at the right; `names` tell two columns apart."""
    amounts = [value for _, values in bars for value in values if value is not None]
    low, high = min(amounts, default=NOTHING), max(amounts, default=NOTHING)
    low, high = min(low, NOTHING), max(high, NOTHING)
    if low == high:
        return ""
    room = WIDTH - max(width_of(MONEY.pretty(value)) for value in amounts) - 8

    def across(amount: Decimal) -> Decimal:
        return room * (amount - low) / (high - low)

    parts, y = [], NOTHING
    for at, name in enumerate(names):
        y += LINE
        parts += [_bar(NOTHING, MARK, y - 4, LOOKS[at]), _text(MARK + 8, y, name)]
    y += 6 if names else 0
    says = []
    for label, values in bars:
        for line in wrapped(label, WIDTH):
            y += LINE
            parts.append(_text(NOTHING, y, line))
        start = y + 4
        known = [(at, value) for at, value in enumerate(values) if value is not None]
        for at, value in known:
            y += LINE
            parts.append(_bar(across(NOTHING), across(value), y - 4, LOOKS[at]))
            parts.append(_text(WIDTH, y, MONEY.pretty(value), "chart-end"))
        if known:
            parts.append(_rule(across(NOTHING), start, y + 6))
        else:
            y += LINE
            parts.append(_text(NOTHING, y, "does not apply"))
        said = " and ".join(MONEY.pretty(value) for _, value in known) or "does not apply"
        says.append(f"{label}: {said}")
        y += 6
    about = f"{title} ({' and '.join(names)})" if names else title
    return _picture(title, f"{about}. {'; '.join(says)}.", y + 4, parts)


@dataclass(frozen=True)
class Shares(Chart):
    """Who gets what of a price: the selling costs, each lien in its turn, then the owner.

    `price` is an input, `left` the figure of what is left for the owner, and `table` the liens,
    whose columns are who, owed, receives and short. A bar begins where the one above it ended; what
    the price does not reach is outlined only.
    """

    title: str
    price: str
    left: str
    table: str

    @exactly
    def draw(self, calculator: Calculator, reply: Reply) -> str:
        price = MONEY.load(reply["inputs"][self.price])
        left = MONEY.load(reply["figures"][self.left])
        if price == 0:
            return ""
        who = next(table for table in calculator.tables if table.key == self.table).columns[0]
        rows = reply["tables"][self.table]["rows"]
        liens = [(who.text(row[0]), MONEY.load(row[1])) for row in rows]
        costs = price - left - sum((owed for _, owed in liens), ZERO)
        claims = [("Selling costs", costs), *liens, *([(YOURS, left)] if left > 0 else [])]
        scale = WIDTH / max(price, price - left)
        start, y, parts = NOTHING, NOTHING, []
        for label, claim in claims:
            amount, end = MONEY.pretty(claim), start + claim
            for line in wrapped(label, WIDTH - width_of(amount) - 8):
                y += LINE
                parts.append(_text(NOTHING, y, line))
            parts.append(_text(WIDTH, y, amount, "chart-end"))
            y += LINE
            x1, x2, reach = start * scale, end * scale, price * scale
            if start < min(end, price):
                parts.append(_bar(x1, min(x2, reach), y - 5, LOOKS[label == YOURS]))
            if end > price:
                parts.append(_bar(max(x1, reach), x2, y - 5, NOT_PAID))
            if left < 0:
                parts.append(_rule(reach, y - 14, y + 4))
            start, y = end, y + 2
        said = ", ".join(f"{label.lower()} {MONEY.pretty(claim)}" for label, claim in claims)
        says = f"Out of {MONEY.pretty(price)}: {said}."
        if left < 0:
            whole, missing = MONEY.pretty(price), f"{MONEY.pretty(-left)} is missing"
            says = f"{whole} does not pay everyone: {said}; {missing}."
            for line in wrapped(f"The line is the price, {whole}. Beyond it, {missing}.", WIDTH):
                y += LINE
                parts.append(_text(NOTHING, y, line))
        return _picture(self.title, says, y + 4, parts)


@dataclass(frozen=True)
class Dates(Chart):
    """The dates of a table in order, down a line; more days between two, more room."""

    title: str
    table: str
    date: str
    what: str

    @exactly
    def draw(self, calculator: Calculator, reply: Reply) -> str:
        table = reply["tables"][self.table]
        at, what = (table["columns"].index(key) for key in (self.date, self.what))
        rows = sorted((DATE.load(row[at]), row[what]) for row in table["rows"] if row[at])
        if not rows:
            return ""
        parts, y, before = [], NOTHING, rows[0][0]
        for day, words in rows:
            y += LINE + min((day - before).days, 60) // 5
            before = day
            parts.append(_mark(Decimal(6), y - 5))
            parts.append(_text(LINE, y, DATE.pretty(day), "chart-strong"))
            for line in wrapped(words, WIDTH - LINE):
                y += LINE
                parts.append(_text(LINE, y, line))
            y += 8
        down = _rule(Decimal(6), LINE - 5, y)
        first, last = (DATE.pretty(rows[at][0]) for at in (0, -1))
        says = f"{len(rows)} dates, from {first} to {last}" if len(rows) > 1 else f"1 date, {first}"
        return _picture(self.title, f"{self.title}: {says}.", y, [down, *parts])


def _picture(title: str, says: str, height: Decimal, parts: Sequence[str]) -> str:
    """A heading and one image: what is in it is for the eye, the sentence for the ear."""
    return (
        f'<div class="calc-chart"><h5>{escape(title)}</h5>'
        f'<svg viewBox="0 0 {spot(WIDTH)} {spot(height)}" role="img" aria-label="{escape(says)}">'
        f'<g aria-hidden="true">{"".join(parts)}</g></svg></div>'
    )


def _text(x: Decimal, y: Decimal, words: str, look: str = "") -> str:
    look = f' class="{look}"' if look else ""
    return f'<text x="{spot(x)}" y="{spot(y)}"{look}>{escape(words)}</text>'


def _path(look: str, steps: str) -> str:
    return f'<path class="{look}" d="{steps}"/>'


def _rule(x: Decimal, top: Decimal, bottom: Decimal) -> str:
    return _path("chart-axis", f"M{spot(x)} {spot(top)}V{spot(bottom)}")


def _line(points: Sequence[Point], look: str) -> str:
    steps = "L".join(f"{spot(x)} {spot(y)}" for x, y in points)
    return _path(f"chart-line {look}", f"M{steps}")


def _bar(start: Decimal, end: Decimal, middle: Decimal, look: str) -> str:
    """A bar between two places, in either order: filled, striped, or only its outline."""
    left, right = sorted((start, end))
    edge = (
        f'<rect class="chart-edge {look}" x="{spot(left)}" y="{spot(middle - BAR / 2)}" '
        f'width="{spot(right - left)}" height="{spot(BAR)}"/>'
    )
    fill = _path(f"chart-bar {look}", f"M{spot(left)} {spot(middle)}H{spot(right)}")
    return edge if look == NOT_PAID else fill + edge


def _mark(x: Decimal, y: Decimal) -> str:
    return f'<circle class="chart-mark" cx="{spot(x)}" cy="{spot(y)}" r="5"/>'
