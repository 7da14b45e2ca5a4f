"""Amounts of money as bars: columns of a table, or figures of the answer."""

from collections.abc import Sequence
from decimal import Decimal

from calculators.core.answers import Bars, Calculator, FigureBars, Reply
from calculators.core.forms import MONEY
from calculators.core.loans import exactly
from calculators.core.pages.charts.plot import NOTHING, width_of, wrapped
from calculators.core.pages.charts.svg import LINE, LOOKS, MARK, WIDTH, bar, picture, rule, text

type Bar = tuple[str, Sequence[Decimal | None]]


@exactly
def draw_bars(chart: Bars, calculator: Calculator, reply: Reply) -> str:
    table = next(table for table in calculator.all_tables if table.key == chart.table)
    columns = {column.key: (at, column) for at, column in enumerate(table.columns)}
    at_label, words = columns[chart.label]
    places = [columns[key][0] for key in chart.values]
    bars = [
        (words.text(row[at_label]), [dollars(row[at]) for at in places])
        for row in reply["tables"][chart.table]["rows"]
    ]
    names = [columns[key][1].label for key in chart.values]
    return grouped(chart.title, bars, names if len(names) > 1 else ())


@exactly
def draw_figure_bars(chart: FigureBars, calculator: Calculator, reply: Reply) -> str:
    labels = {figure.key: figure.label for figure in calculator.figures}
    values = {key: dollars(reply["figures"][key]) for key in chart.figures}
    bars = [(labels[key], [value]) for key, value in values.items() if value is not None]
    return grouped(chart.title, bars) if len(bars) > 1 else ""


def dollars(plain: str | None) -> Decimal | None:
    return None if plain is None else MONEY.load(plain)


def grouped(title: str, bars: Sequence[Bar], names: Sequence[str] = ()) -> str:
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
        parts += [bar(NOTHING, MARK, y - 4, LOOKS[at]), text(MARK + 8, y, name)]
    y += 6 if names else 0
    says = []
    for label, values in bars:
        for line in wrapped(label, WIDTH):
            y += LINE
            parts.append(text(NOTHING, y, line))
        start = y + 4
        known = [(at, value) for at, value in enumerate(values) if value is not None]
        for at, value in known:
            y += LINE
            parts.append(bar(across(NOTHING), across(value), y - 4, LOOKS[at]))
            parts.append(text(WIDTH, y, MONEY.pretty(value), "chart-end"))
        if known:
            parts.append(rule(across(NOTHING), start, y + 6))
        else:
            y += LINE
            parts.append(text(NOTHING, y, "does not apply"))
        said = " and ".join(MONEY.pretty(value) for _, value in known) or "does not apply"
        says.append(f"{label}: {said}")
        y += 6
    about = f"{title} ({' and '.join(names)})" if names else title
    return picture(title, f"{about}. {'; '.join(says)}.", y + 4, parts)
