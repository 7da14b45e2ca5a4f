"""Who gets what of a price."""

from calculators.core.answers import Calculator, Reply, Shares
from calculators.core.forms import MONEY
from calculators.core.loans import ZERO, exactly
from calculators.core.pages.charts.plot import NOTHING, width_of, wrapped
from calculators.core.pages.charts.svg import LINE, LOOKS, NOT_PAID, WIDTH, bar, picture, rule, text

YOURS = "Left for you"


@exactly
def draw_shares(chart: Shares, calculator: Calculator, reply: Reply) -> str:
    price = MONEY.load(reply["inputs"][chart.price])
    left = MONEY.load(reply["figures"][chart.left])
    if price == 0:
        return ""
    who = next(table for table in calculator.tables if table.key == chart.table).columns[0]
    rows = reply["tables"][chart.table]["rows"]
    liens = [(who.text(row[0]), MONEY.load(row[1])) for row in rows]
    costs = price - left - sum((owed for _, owed in liens), ZERO)
    claims = [("Selling costs", costs), *liens, *([(YOURS, left)] if left > 0 else [])]
    scale = WIDTH / max(price, price - left)
    start, y, parts = NOTHING, NOTHING, []
    for label, claim in claims:
        amount, end = MONEY.pretty(claim), start + claim
        for line in wrapped(label, WIDTH - width_of(amount) - 8):
            y += LINE
            parts.append(text(NOTHING, y, line))
        parts.append(text(WIDTH, y, amount, "chart-end"))
        y += LINE
        x1, x2, reach = start * scale, end * scale, price * scale
        if start < min(end, price):
            parts.append(bar(x1, min(x2, reach), y - 5, LOOKS[label == YOURS]))
        if end > price:
            parts.append(bar(max(x1, reach), x2, y - 5, NOT_PAID))
        if left < 0:
            parts.append(rule(reach, y - 14, y + 4))
        start, y = end, y + 2
    said = ", ".join(f"{label.lower()} {MONEY.pretty(claim)}" for label, claim in claims)
    says = f"Out of {MONEY.pretty(price)}: {said}."
    if left < 0:
        whole, missing = MONEY.pretty(price), f"{MONEY.pretty(-left)} is missing"
        says = f"{whole} does not pay everyone: {said}; {missing}."
        for line in wrapped(f"The line is the price, {whole}. Beyond it, {missing}.", WIDTH):
            y += LINE
            parts.append(text(NOTHING, y, line))
    return picture(chart.title, says, y + 4, parts)
