"""Who is paid from a sale, in which order, what is left, and from which price on it works.

Rules: the contract's *sale*. Selling costs come first, then every lender in the order of its lien,
then the owner. The break-even price P solves P − commission × P − other costs = all liens.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import (
    LIENS_TABLE,
    Answer,
    Calculator,
    Figure,
    Note,
    Shares,
    WhatIf,
    paid_in_order_in_words,
    percent,
)
from calculators.core.forms import MONEY, PERCENT, Field, Money, Percent
from calculators.core.forms.household import (
    FirstPayoff,
    JuniorLiens,
    Payoff,
    SalePrice,
    SeniorLiens,
)
from calculators.core.loans import ZERO, PaidLien, cents, exactly, pay_liens, share
from calculators.facts import fact

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
    figures = {
        "selling_costs": costs,
        "total_payoff": total,
        "net_proceeds": net,
        "shortfall": max(-net, ZERO),
        "break_even_price": _break_even_price(inputs, total),
    }
    return Answer(
        figures=figures,
        tables={"liens": [lien.row for lien in liens.values() if lien.owed]},
        steps=_steps(inputs, commission, liens, figures),
        notes=_notes(inputs, liens, figures),
        facts=_facts(inputs, liens, figures),
    )


def _break_even_price(inputs: Inputs, total_payoff: Decimal) -> Decimal | None:
    """The price that pays all costs and liens and leaves nothing: dollars, half up."""
    kept = 1 - inputs.commission_percent / 100
    if kept == 0:
        return None
    return cents((total_payoff + inputs.other_costs) / kept)


def _steps(
    inputs: Inputs,
    commission: Decimal,
    liens: Mapping[str, PaidLien],
    figures: Mapping[str, Any],
) -> list[str]:
    """The price on its way to the owner, with the reader's own numbers."""
    cash, price, total = MONEY.pretty, inputs.sale_price, figures["total_payoff"]
    proceeds = price - figures["selling_costs"]
    rate = PERCENT.pretty(inputs.commission_percent)
    steps = [
        f"Selling costs come first: {rate} of {cash(price)} is {cash(commission)}, and "
        f"{cash(inputs.other_costs)} of other costs make {cash(figures['selling_costs'])}. "
        f"{cash(price)} − {cash(figures['selling_costs'])} = {cash(proceeds)}.",
        paid_in_order_in_words(proceeds, liens.values()),
        f"You come last: {cash(proceeds)} − {cash(total)} of liens = "
        f"{cash(figures['net_proceeds'])}.",
    ]
    if figures["break_even_price"] is not None:
        steps.append(
            f"Break-even price: ({cash(total)} + {cash(inputs.other_costs)}) ÷ (1 − {rate}) = "
            f"{cash(figures['break_even_price'])}. Below that, someone is left unpaid."
        )
    return steps


def _first_is_short(liens: Mapping[str, PaidLien]) -> bool:
    """Does the first mortgage go unpaid in part while others stand behind it?"""
    behind = liens["payoff"].owed + liens["junior_liens"].owed
    return liens["first_payoff"].short > 0 and behind > 0


def _facts(inputs: Inputs, liens: Mapping[str, PaidLien], figures: Mapping[str, Any]) -> list[str]:
    ids = ["payoff_statement_days"]
    if figures["shortfall"]:
        ids += ["hud_counselor_phone", "cancellation_report_dollars", "insolvency_exclusion"]
    if _first_is_short(liens):
        ids.append("fannie_short_sale_junior_dollars")
    if inputs.commission_percent == COMMISSION.decimal:
        ids.append("commission_percent")
    return ids


def _notes(inputs: Inputs, liens: Mapping[str, PaidLien], figures: Mapping[str, Any]) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    warnings = _short_sale(inputs, liens, figures) if figures["shortfall"] else []
    infos = []
    if figures["shortfall"]:
        infos.append(
            f"Canceled debt and tax: {fact('cancellation_report_dollars').says} It can count as "
            f"income. {fact('insolvency_exclusion').says} Ask a tax helper before you sign."
        )
    infos += [
        (
            "A payoff is more than the balance on a statement. Ask each servicer for its payoff "
            "in writing, for the day of the sale. It usually has "
            f"{fact('payoff_statement_days').text} after it gets your letter."
        ),
        (
            "A title search shows every lien on the home. If the second mortgage is a line of "
            "credit, ask in writing to close the line when it is paid off, or its lien may stay."
        ),
    ]
    return [Note("warning", text) for text in warnings] + [Note("info", text) for text in infos]


def _short_sale(
    inputs: Inputs, liens: Mapping[str, PaidLien], figures: Mapping[str, Any]
) -> list[str]:
    """The price does not pay everyone: who must agree, and to what."""
    cash = MONEY.pretty
    texts = []
    if figures["total_payoff"]:
        texts.append(
            f"This would be a short sale: {cash(figures['shortfall'])} is missing. Every lender "
            "that is not paid in full must agree to release its lien, and none has to. Get it in "
            "writing before you sign: that the lien is released, and whether you still owe the "
            "rest. Call a HUD housing counselor first: "
            f"{fact('hud_counselor_phone').text}."
        )
    if figures["selling_costs"] > inputs.sale_price:
        texts.append("The selling costs alone are more than the price.")
    if _first_is_short(liens):
        fannie = fact("fannie_short_sale_junior_dollars")
        texts.append(
            "By the strict order, nothing is left for the liens behind the first mortgage. In a "
            "short sale the first lender may let a part of the money go to them, so that they "
            "release their liens. How much is up to those involved: no one limit holds for all "
            f"loans. {fannie.says} {fannie.note}"
        )
    return texts


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
            MONEY,
            main=True,
            meaning="After selling costs and every lien, before any tax. A minus is what would be "
            "missing.",
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
    charts=(Shares("Who gets what", "sale_price", "net_proceeds", "liens"),),
    what_if=WhatIf(("net_proceeds",), (percent("sale_price", "Price"),)),
)
