"""Who is paid from a sale, in which order, what is left, and from which price on it works.

Rules: the contract's *sale*. Selling costs come first, then every lender in the order of its lien,
then the owner. The break-even price P solves P − commission × P − other costs = all liens.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import (
    LIENS_TABLE,
    Answer,
    Calculator,
    Figure,
    Waterfall,
    WhatIf,
    percent,
)
from calculators.core.forms import MONEY, Field, Money, MoneyInWordsKind, Percent
from calculators.core.forms.household import (
    FirstPayoff,
    JuniorLiens,
    Payoff,
    SalePrice,
    SeniorLiens,
)
from calculators.core.loans import ZERO, cents, exactly, pay_liens, share
from calculators.facts import fact
from calculators.sale_words import lead, notes, steps

COMMISSION = fact("commission_percent")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    sale_price: SalePrice
    commission_percent: Annotated[
        Percent,
        Field(
            "The agents’ commission",
            f"In percent of the price. We start with {COMMISSION.text}, which is only customary. "
            "You can bargain over it.",
        ),
    ] = COMMISSION.decimal
    other_costs: Annotated[
        Money,
        Field(
            "Other costs of selling",
            "Such as transfer tax, title fees, a lawyer, repairs. Write 0 for none.",
            example="6,000",
        ),
    ] = ZERO
    first_payoff: FirstPayoff
    payoff: Payoff = ZERO
    senior_liens: SeniorLiens = ZERO
    junior_liens: JuniorLiens = ZERO


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars. The break-even price is None when commission takes the whole price."""
    commission = share(inputs.commission_percent, inputs.sale_price)
    costs = commission + inputs.other_costs
    proceeds = inputs.sale_price - costs
    liens = pay_liens(
        proceeds,
        senior_liens=inputs.senior_liens,
        first_payoff=inputs.first_payoff,
        payoff=inputs.payoff,
        junior_liens=inputs.junior_liens,
    )
    total = sum((lien.owed for lien in liens.values()), ZERO)
    net = proceeds - total
    # Does the first mortgage go unpaid in part while others stand behind it?
    behind_first = inputs.payoff + inputs.junior_liens
    first_is_short = liens["first_payoff"].short > 0 and behind_first > 0
    figures: dict[str, Any] = {
        "selling_costs": costs,
        "total_payoff": total,
        "net_proceeds": net,
        "shortfall": max(-net, ZERO),
        "break_even_price": _break_even_price(inputs, total),
    }
    return Answer(
        figures=figures,
        tables={"liens": [lien.row for lien in liens.values() if lien.owed]},
        steps=steps(
            price=inputs.sale_price,
            commission_percent=inputs.commission_percent,
            commission=commission,
            other_costs=inputs.other_costs,
            liens=liens,
            figures=figures,
        ),
        notes=notes(inputs.sale_price, first_is_short, figures),
        facts=_facts(inputs, first_is_short, figures["shortfall"]),
        lead=lead(inputs.sale_price, figures),
    )


def _break_even_price(inputs: Inputs, total_payoff: Decimal) -> Decimal | None:
    """The price that pays all costs and liens and leaves nothing: dollars, half up."""
    kept = 1 - inputs.commission_percent / 100
    if kept == 0:
        return None
    return cents((total_payoff + inputs.other_costs) / kept)


def _facts(inputs: Inputs, first_is_short: bool, shortfall: Decimal) -> list[str]:
    ids = ["payoff_statement_days"]
    if shortfall:
        ids += ["hud_counselor_phone", "cancellation_report_dollars", "insolvency_exclusion"]
    if first_is_short:
        ids.append("fannie_short_sale_junior_dollars")
    if inputs.commission_percent == COMMISSION.decimal:
        ids.append("commission_percent")
    return ids


CALCULATOR = Calculator(
    slug="sale",
    title="Sale calculator",
    question="If you sold the home, who would be paid, and what would be left?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "net_proceeds",
            "Left for you",
            MoneyInWordsKind(below="missing", above=""),
            main=True,
            meaning="After selling costs and every lien, before any tax.",
        ),
        Figure(
            "break_even_price",
            "Price at which you break even",
            MONEY,
            main=True,
            meaning="It pays all costs and liens and leaves nothing over. A lower price makes a "
            "short sale: one that does not pay every lender in full.",
            if_none="None: the commission takes the whole price.",
        ),
        Figure("shortfall", "Missing to pay everyone", MONEY),
        Figure("selling_costs", "Selling costs", MONEY),
        Figure("total_payoff", "All liens together", MONEY),
    ),
    tables=(LIENS_TABLE,),
    charts=(Waterfall("Who gets what", "sale_price", "net_proceeds", "liens"),),
    what_if=WhatIf(("net_proceeds",), (percent("sale_price", "Price"),)),
)
