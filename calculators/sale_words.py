"""What the sale calculator says: how it got there, and what to know beside the figures."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from calculators.core.answers import (
    Action,
    Lead,
    Note,
    dollars,
    paid_in_order_in_words,
    payoff_in_writing,
    warnings_first,
)
from calculators.core.forms import MONEY, PERCENT
from calculators.core.loans import PaidLien
from calculators.facts import fact

ASK_FOR_PAYOFF = Action("Ask each lender for a payoff in writing", page="letters/payoff.md")
OLD_LIENS = Action(
    "Check the records for old liens", page="more/after-it-is-over.md#the-recorded-release"
)
CALL_FIRST = Action("Call a counselor before you sign", call="hud_counselor_phone")
cash = MONEY.pretty


def lead(price: Decimal, figures: Mapping[str, Any]) -> Lead:
    """Does the price pay everyone, and what is left or missing."""
    left, enough = figures["net_proceeds"], figures["break_even_price"]
    if left > 0 and not figures["total_payoff"]:
        said = "By these figures nothing is owed on the home. This price is yours after costs."
        return Lead(said, f"{dollars(left)} for you", OLD_LIENS)
    if left > 0:
        return Lead("This price pays everyone.", f"{dollars(left)} for you", ASK_FOR_PAYOFF)
    if not left:
        return Lead("This price just pays everyone, and leaves you nothing.", "", ASK_FOR_PAYOFF)
    missing = f"{dollars(left)} missing"
    if not figures["total_payoff"]:
        return Lead("Selling costs more than this price.", missing, CALL_FIRST)
    if enough is None or enough <= price:
        return Lead(f"This price does not pay everyone. {_MUST_AGREE}", missing, CALL_FIRST)
    pays = dollars(enough.quantize(Decimal(1), ROUND_CEILING))
    return Lead(
        f"This price does not pay everyone; about {pays} would. {_MUST_AGREE}",
        missing,
        CALL_FIRST,
    )


_MUST_AGREE = (
    "Unless you can pay the rest, each lender left short must agree in writing, and none has to. "
    "You may still owe it."
)


def steps(
    *,
    price: Decimal,
    commission_percent: Decimal,
    commission: Decimal,
    other_costs: Decimal,
    liens: Mapping[str, PaidLien],
    figures: Mapping[str, Any],
) -> list[str]:
    """The price on its way to the owner, with the reader's own numbers."""
    costs, total = figures["selling_costs"], figures["total_payoff"]
    proceeds, rate = price - costs, PERCENT.pretty(commission_percent)
    said = [
        f"Selling costs come first: {rate} of {cash(price)} is {cash(commission)}, and "
        f"{cash(other_costs)} of other costs make {cash(costs)}. "
        f"{cash(price)} − {cash(costs)} = {cash(proceeds)}.",
        paid_in_order_in_words(proceeds, liens.values()),
        f"You come last: {cash(proceeds)} − {cash(total)} of liens = "
        f"{cash(figures['net_proceeds'])}.",
    ]
    if figures["break_even_price"] is not None:
        said.append(
            f"Break-even price: ({cash(total)} + {cash(other_costs)}) ÷ (1 − {rate}) = "
            f"{cash(figures['break_even_price'])}. Below that, someone is left unpaid."
        )
    return said


def notes(price: Decimal, first_is_short: bool, figures: Mapping[str, Any]) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    warnings = _short_sale(price, first_is_short, figures) if figures["shortfall"] else []
    infos = []
    if figures["shortfall"]:
        infos.append(
            f"Canceled debt and tax: {fact('cancellation_report_dollars').says} It can count as "
            f"income. {fact('insolvency_exclusion').says} Ask a tax helper before you sign."
        )
    infos.append(f"{payoff_in_writing()} Ask for the payoff on the day of the sale.")
    infos.append(
        "A title search shows every lien on the home. If the second mortgage is a line of "
        "credit, ask in writing to close the line when it is paid off, or its lien may stay."
    )
    return warnings_first(warnings, infos)


def _short_sale(price: Decimal, first_is_short: bool, figures: Mapping[str, Any]) -> list[str]:
    """The price does not pay everyone: who must agree, and to what."""
    texts = []
    if figures["total_payoff"]:
        texts.append(
            f"This would be a short sale: {cash(figures['shortfall'])} is missing. Every lender "
            "that is not paid in full must agree to release its lien, and none has to. Get it in "
            "writing before you sign: that the lien is released, and whether you still owe the "
            "rest. Call a HUD housing counselor first: "
            f"{fact('hud_counselor_phone').text}."
        )
    if figures["selling_costs"] > price:
        texts.append("The selling costs alone are more than the price.")
    if first_is_short:
        fannie = fact("fannie_short_sale_junior_dollars")
        texts.append(
            "By the strict order, nothing is left for the liens behind the first mortgage. In a "
            "short sale the first lender may let a part of the money go to them, so that they "
            "release their liens. How much is up to those involved: no one limit holds for all "
            f"loans. {fannie.says} {fannie.note}"
        )
    return texts
