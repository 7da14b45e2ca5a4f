"""Dates in order, down a line, with today on it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from calculators.core.answers import Calculator, Dates, Reply
from calculators.core.forms import DATE, DAY
from calculators.core.loans import exactly
from calculators.core.pages.charts.plot import NOTHING, wrapped
from calculators.core.pages.charts.svg import (
    LINE,
    WIDTH,
    diamond,
    mark,
    picture,
    rule,
    square,
    text,
)

AXIS = Decimal(6)
# A date, and what is written under it.
type Row = tuple[date, Sequence[str]]


@exactly
def draw_dates(chart: Dates, calculator: Calculator, reply: Reply) -> str:
    """What is gone has a hollow square on a broken line, what is to come a dot on a whole one."""
    table = reply["tables"][chart.table]
    at, when, what = (table["columns"].index(key) for key in (chart.date, chart.when, chart.what))
    rows: list[Row] = sorted(
        (DATE.load(row[at]), (row[when], row[what])) for row in table["rows"] if row[at]
    )
    if not rows:
        return ""
    plain = reply["inputs"][chart.today]
    today = DATE.load(plain) if plain else None
    gone = [row for row in rows if today and row[0] < today]
    coming = rows[len(gone) :]
    parts, y, now = list[str](), NOTHING, NOTHING
    before = rows[0][0]
    for day, said in gone:
        y += _room(before, day)
        before = day
        parts.append(square(AXIS, y - 5))
        y = _write(parts, y, DATE.pretty(day), said)
    if today:
        y += _room(before, today) if gone else LINE
        before, now = today, y
        parts.append(diamond(AXIS, y - 5))
        y = _write(parts, y, f"Today: {DAY.pretty(today)}", ())
    for day, said in coming:
        y += _room(before, day)
        before = day
        parts.append(mark(AXIS, y - 5))
        y = _write(parts, y, DATE.pretty(day), said)
    down = _line(y, now - 5 if gone else NOTHING)
    return picture(chart.title, _in_words(chart.title, rows, gone, coming), y, [*down, *parts])


def _room(before: date, day: date) -> Decimal:
    """The way down from one date to the next: at least a line, and no more than a few."""
    return LINE + min((day - before).days, 60) // 5


def _write(parts: list[str], y: Decimal, heading: str, said: Sequence[str]) -> Decimal:
    """A date and its words; returns where the next one may begin."""
    parts.append(text(LINE, y, heading, "chart-strong"))
    for line in (each for words in said for each in wrapped(words, WIDTH - LINE)):
        y += LINE
        parts.append(text(LINE, y, line))
    return y + 8


def _line(bottom: Decimal, today: Decimal) -> list[str]:
    """The line: broken down to today, whole from there on."""
    top = LINE - 5
    if not today:
        return [rule(AXIS, top, bottom)]
    return [rule(AXIS, top, today, "chart-gone"), rule(AXIS, today, bottom)]


def _in_words(title: str, rows: Sequence[Row], gone: Sequence[Row], coming: Sequence[Row]) -> str:
    first, last = (DATE.pretty(rows[at][0]) for at in (0, -1))
    dates = f"{len(rows)} dates, from {first} to {last}" if len(rows) > 1 else f"1 date, {first}"
    if not gone:
        return f"{title}: {dates}."
    if not coming:
        return f"{title}: {dates}; all are gone."
    return f"{title}: {dates}; {len(gone)} gone, and the next is {DATE.pretty(coming[0][0])}."
