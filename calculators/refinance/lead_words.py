"""What the refinance calculator says first: the verdict, the number and one thing to do."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from calculators.core.answers import Action, Lead, dollars, how_long

SHOW_FIRST = Action("Show it to a counselor before you sign", call="hud_counselor_phone")
A_SECOND_OFFER = Action("Get a second offer", page="steps/4-refinance.md#how-to-compare-offers")
# A payment that falls by less than a twentieth falls a little.
A_LITTLE = 20


def lead(
    stay: int, more_in_all: Decimal, least_ltv: Decimal | None, figures: Mapping[str, Any]
) -> Lead:
    """Who comes out ahead by the time the reader leaves, and at which payment.

    `more_in_all` dollars are paid if the new loan runs to its end. `least_ltv` percent of the
    home's value will be owed at least.
    """
    savings, benefit = figures["monthly_savings"], figures["net_benefit"]
    number = f"no better and no worse after {how_long(stay)}"
    if benefit:
        by = "worse" if benefit < 0 else "better"
        number = f"{dollars(benefit)} {by} after {how_long(stay)}"
    if figures["new_loan_amount"] == 0:
        return Lead(
            "By these figures there is nothing to refinance.",
            "",
            Action("Get the paid loan released", page="more/after-it-is-over.md"),
        )
    if least_ltv is not None and least_ltv > 100:
        least = "" if figures["combined_ltv_percent"] is not None else "at least "
        return Lead(
            "You would owe more than the home is worth. Many lenders do not make such a loan.",
            f"{least}{least_ltv.quantize(Decimal(1), ROUND_CEILING)}% of the home’s value",
            Action("Ask a counselor what else there is", call="hud_counselor_phone"),
        )
    if benefit < 0:
        return Lead(_behind(savings, figures["current_payment"]), number, SHOW_FIRST)
    if benefit and savings > 0 and more_in_all > 0:
        said = (
            f"You come out ahead if you leave in {how_long(stay)}. Kept to its end, the new loan "
            "costs more."
        )
        return Lead(said, number, A_SECOND_OFFER)
    return Lead(_ahead(savings, figures["break_even_month"], stay), number, A_SECOND_OFFER)


def _behind(savings: Decimal, payment: Decimal) -> str:
    if savings < 0:
        return "The payment goes up, and by the time you leave you lose."
    if not savings:
        return "The payment stays the same, and by the time you leave you lose."
    if savings * A_LITTLE < payment:
        return "The payment falls a little, but by the time you leave you lose."
    return "The payment falls, but by the time you leave you lose."


def _ahead(savings: Decimal, break_even: int | None, stay: int) -> str:
    if savings < 0:
        return "The payment goes up, but you come out ahead by the time you leave."
    if not savings:
        return "The payment stays the same, and you do not lose by it."
    if break_even is not None and 1 < break_even <= stay:
        return f"You come out ahead: by month {break_even} the savings have paid for the costs."
    return "You pay less each month, and come out ahead by the time you leave."
