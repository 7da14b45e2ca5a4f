"""Dates in order, down a line."""

from decimal import Decimal

from calculators.core.answers import Calculator, Dates, Reply
from calculators.core.forms import DATE
from calculators.core.loans import exactly
from calculators.core.pages.charts.plot import NOTHING, wrapped
from calculators.core.pages.charts.svg import LINE, WIDTH, mark, picture, rule, text


@exactly
def draw_dates(chart: Dates, calculator: Calculator, reply: Reply) -> str:
    table = reply["tables"][chart.table]
    at, what = (table["columns"].index(key) for key in (chart.date, chart.what))
    rows = sorted((DATE.load(row[at]), row[what]) for row in table["rows"] if row[at])
    if not rows:
        return ""
    parts, y, before = [], NOTHING, rows[0][0]
    for day, words in rows:
        y += LINE + min((day - before).days, 60) // 5
        before = day
        parts.append(mark(Decimal(6), y - 5))
        parts.append(text(LINE, y, DATE.pretty(day), "chart-strong"))
        for line in wrapped(words, WIDTH - LINE):
            y += LINE
            parts.append(text(LINE, y, line))
        y += 8
    down = rule(Decimal(6), LINE - 5, y)
    first, last = (DATE.pretty(rows[at][0]) for at in (0, -1))
    says = f"{len(rows)} dates, from {first} to {last}" if len(rows) > 1 else f"1 date, {first}"
    return picture(chart.title, f"{chart.title}: {says}.", y, [down, *parts])
