"""A few bars for each choice: what is paid, solid, and what stays unpaid, hatched."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from typing import Any

from calculators.core.answers import Calculator, Choices, Pair, Pairs, Reply
from calculators.core.forms import MONEY
from calculators.core.loans import exactly
from calculators.core.pages.charts.plot import NOTHING, wrapped
from calculators.core.pages.charts.svg import LINE, LOOKS, MISSING, WIDTH, bar, image, text


@exactly
def draw_pairs(chart: Pairs, calculator: Calculator, reply: Reply) -> str:
    """An image for each choice, in its place, so that those that are not picked can be hidden."""
    table = next(each for each in calculator.tables if each.key == chart.table)
    assert isinstance(table, Choices)
    choice = table.columns[0]
    amounts = {row[choice.key]: row for row in _rows(reply, table.exact)}
    longest = [max(_ends(each, row)[1] for row in amounts.values()) for each in chart.bars]
    images = [
        _draw(chart, choice.text(row[choice.key]), row, amounts[row[choice.key]], longest)
        for row in _rows(reply, table.key)
    ]
    places = "".join(f"<div>{each}</div>" for each in images)
    return (
        f'<div class="calc-chart choices-bars"><h5>{escape(chart.title)}</h5>'
        f'<div class="choices-places">{places}</div></div>'
    )


def _draw(
    chart: Pairs,
    name: str,
    words: dict[str, Any],
    amounts: dict[str, Any],
    longest: Sequence[Decimal],
) -> str:
    """A choice's name, then each of its bars under its words; nothing where it does not apply."""
    if words[chart.bars[0].says] is None:
        return ""
    y = LINE
    parts = [text(NOTHING, y, name, "chart-strong")]
    for each, most in zip(chart.bars, longest, strict=True):
        for line in wrapped(f"{each.name}: {words[each.says]}", WIDTH):
            y += LINE
            parts.append(text(NOTHING, y, line))
        paid, total = _ends(each, amounts)
        if total:
            y += LINE
            parts.append(bar(NOTHING, paid * WIDTH / most, y - 5, LOOKS[0]))
        if total > paid:
            parts.append(bar(paid * WIDTH / most, total * WIDTH / most, y - 5, MISSING))
    said = ", ".join(f"{each.name} {words[each.says]}".lower() for each in chart.bars)
    return image(f"{name}: {said}.", y + 6, parts)


def _ends(each: Pair, amounts: dict[str, Any]) -> tuple[Decimal, Decimal]:
    """How far a bar is solid, and how far it goes in all: dollars, nothing where none applies."""
    paid, unpaid = amounts[each.paid], amounts.get(each.unpaid)
    solid = MONEY.load(paid) if paid else NOTHING
    return solid, solid + (MONEY.load(unpaid) if unpaid else NOTHING)


def _rows(reply: Reply, key: str) -> list[dict[str, Any]]:
    """A table's rows by column."""
    table = reply["tables"][key]
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
