"""What the refinance calculator says first: the verdict, the number and one thing to do."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import Action, Lead, dollars, how_long

SHOW_FIRST = Action("Show it to a counselor before you sign", call="hud_counselor_phone")
A_SECOND_OFFER = Action("Get a second offer", page="steps/4-refinance.md#how-to-compare-offers")
# A payment that falls by less than a twentieth falls a little.
A_LITTLE = 20


def lead(stay: int, figures: Mapping[str, Any]) -> Lead:
    """Who comes out ahead by the time the reader leaves, and at which payment."""
    savings, benefit = figures["monthly_savings"], figures["net_benefit"]
    number = f"no better and no worse after {how_long(stay)}"
    if benefit:
        by = "worse" if benefit < 0 else "better"
        number = f"{dollars(benefit)} {by} after {how_long(stay)}"
    ltv = figures["combined_ltv_percent"]
    if figures["new_loan_amount"] == 0:
        return Lead(
            "By these figures there is nothing to refinance.",
            "",
            Action("Get the paid loan released", page="more/after-it-is-over.md"),
        )
    if ltv is not None and ltv > 100:
        return Lead(
            "You would owe more than the home is worth. Many lenders do not make such a loan.",
            f"{ltv.quantize(1)}% of the home’s value",
            Action("Ask a counselor what else there is", call="hud_counselor_phone"),
        )
    if benefit < 0:
        return Lead(_behind(savings, figures["current_payment"]), number, SHOW_FIRST)
    return Lead(_ahead(savings, figures["break_even_month"], stay), number, A_SECOND_OFFER)


def _behind(savings: Decimal, payment: Decimal) -> str:
    if savings < 0:
        return "The payment goes up, and in all you lose."
    if not savings:
        return "The payment stays the same, and in all you lose."
    if savings * A_LITTLE < payment:
        return "The payment falls a little, but in all you lose."
    return "The payment falls, but in all you lose."


def _ahead(savings: Decimal, break_even: int | None, stay: int) -> str:
    if savings < 0:
        return "The payment goes up, but you come out ahead by the time you leave."
    if not savings:
        return "The payment stays the same, and you do not lose by it."
    if break_even is not None and 1 < break_even <= stay:
        return f"You come out ahead: by month {break_even} the savings have paid for the costs."
    return "You pay less each month, and come out ahead by the time you leave."
