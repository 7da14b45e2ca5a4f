"""A few bars for each choice: what is paid, solid, and what stays unpaid, hatched."""

from decimal import Decimal
from typing import Any

from calculators.core.answers import Calculator, Choices, Pair, Pairs, Reply
from calculators.core.forms import MONEY
from calculators.core.loans import exactly
from calculators.core.pages.charts.plot import NOTHING, wrapped
from calculators.core.pages.charts.svg import LINE, LOOKS, MISSING, WIDTH, bar, picture, text


@exactly
def draw_pairs(chart: Pairs, calculator: Calculator, reply: Reply) -> str:
    """One image: a choice's name, then each of its bars under its words."""
    table = next(each for each in calculator.tables if each.key == chart.table)
    assert isinstance(table, Choices)
    choice = table.columns[0]
    words = [row for row in _rows(reply, table.key) if row[chart.bars[0].says] is not None]
    amounts = {row[choice.key]: row for row in _rows(reply, table.exact)}
    longest = [max(_ends(bar, row)[1] for row in amounts.values()) for bar in chart.bars]
    parts, says, y = list[str](), list[str](), NOTHING
    for row in words:
        name = choice.text(row[choice.key])
        y += LINE
        parts.append(text(NOTHING, y, name, "chart-strong"))
        for at, each in enumerate(chart.bars):
            for line in wrapped(f"{each.name}: {row[each.says]}", WIDTH):
                y += LINE
                parts.append(text(NOTHING, y, line))
            paid, total = _ends(each, amounts[row[choice.key]])
            if total:
                y += LINE
                scale = WIDTH / longest[at]
                parts.append(bar(NOTHING, paid * scale, y - 5, LOOKS[0]))
            if total > paid:
                parts.append(bar(paid * scale, total * scale, y - 5, MISSING))
        said = ", ".join(f"{each.name} {row[each.says]}".lower() for each in chart.bars)
        says.append(f"{name}: {said}")
        y += 8
    return picture(chart.title, f"{chart.title}. {'; '.join(says)}.", y, parts) if words else ""


def _ends(each: Pair, amounts: dict[str, Any]) -> tuple[Decimal, Decimal]:
    """How far a bar is solid, and how far it goes in all: dollars, nothing where none applies."""
    paid, unpaid = amounts[each.paid], amounts.get(each.unpaid)
    solid = MONEY.load(paid) if paid else NOTHING
    return solid, solid + (MONEY.load(unpaid) if unpaid else NOTHING)


def _rows(reply: Reply, key: str) -> list[dict[str, Any]]:
    """A table's rows by column."""
    table = reply["tables"][key]
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
