"""Who is paid from a price, in order, and where the money runs out."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.answers import Calculator, Reply, Waterfall, dollars
from calculators.core.forms import MONEY
from calculators.core.loans import ZERO, exactly
from calculators.core.pages.charts.plot import NOTHING, wrapped
from calculators.core.pages.charts.svg import (
    INK,
    LINE,
    LOOKS,
    MISSING,
    WIDTH,
    bar,
    picture,
    rule,
    text,
)

COSTS, YOURS = "Selling costs", "Left for you"


@dataclass(frozen=True)
class Claim:
    """Somebody who is to be paid from the price, in dollars."""

    who: str
    owed: Decimal
    paid: Decimal

    @property
    def words(self) -> str:
        """How much of it is paid."""
        if self.who == YOURS:
            return dollars(self.owed)
        if self.paid == self.owed:
            return f"{dollars(self.owed)}, paid in full"
        if not self.paid:
            return f"{dollars(self.owed)}, nothing paid"
        return f"{dollars(self.owed)}, only {dollars(self.paid)} paid"


@exactly
def draw_waterfall(chart: Waterfall, calculator: Calculator, reply: Reply) -> str:
    """Each bar begins where the one above it ended; a mark shows where the price ends."""
    price = MONEY.load(reply["inputs"][chart.price])
    left = MONEY.load(reply["figures"][chart.left])
    if price == 0:
        return ""
    claims = _claims(chart, calculator, reply, price, left)
    scale = WIDTH / max(price, price - left)
    parts, start, y = list[str](), NOTHING, NOTHING
    for number, claim in enumerate(claims, 1):
        heading = claim.who if claim.who == YOURS else f"{number}. {claim.who}"
        for line in wrapped(f"{heading}: {claim.words}", WIDTH):
            y += LINE
            parts.append(text(NOTHING, y, line))
        y += LINE
        end, reach = start + claim.owed, start + claim.paid
        if reach > start:
            look = LOOKS[0] if claim.who == YOURS else INK
            parts.append(bar(start * scale, reach * scale, y - 5, look))
        if end > reach:
            parts.append(rule(price * scale, y - 15, y + 5))
            parts.append(bar(reach * scale, end * scale, y - 5, MISSING))
        start, y = end, y + 4
    if left < 0:
        for line in wrapped(_runs_out(-left), WIDTH):
            y += LINE
            parts.append(text(NOTHING, y, line, "chart-strong"))
    return picture(chart.title, _in_words(price, left, claims), y + 6, parts)


def _claims(
    chart: Waterfall, calculator: Calculator, reply: Reply, price: Decimal, left: Decimal
) -> list[Claim]:
    """All who come before the owner, in order, and the owner where something is left."""
    who = next(table for table in calculator.tables if table.key == chart.table).columns[0]
    liens = [
        Claim(who.text(row[0]), MONEY.load(row[1]), MONEY.load(row[2]))
        for row in reply["tables"][chart.table]["rows"]
    ]
    costs = price - left - sum((lien.owed for lien in liens), ZERO)
    yours = [Claim(YOURS, left, left)] if left > 0 else []
    first = [Claim(COSTS, costs, min(costs, price))] if costs else []
    return [*first, *liens, *yours]


def _runs_out(missing: Decimal) -> str:
    return f"The money runs out where a bar turns hatched. {dollars(missing)} is missing."


def _in_words(price: Decimal, left: Decimal, claims: list[Claim]) -> str:
    said = "; ".join(f"{claim.who.lower()} {claim.words}" for claim in claims if claim.who != YOURS)
    sale = f"A sale at {dollars(price)}"
    if left < 0:
        return f"{sale} does not pay everyone: {said}; {dollars(-left)} is missing."
    if left == 0:
        return f"{sale} pays everyone, and nothing is left for you: {said}."
    if not said:
        return f"{sale} is all for you."
    return f"{sale} pays everyone: {said}; {dollars(left)} is left for you."
