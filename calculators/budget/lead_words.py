"""What the budget calculator says first: the verdict, the number and one thing to do."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.budget.words import CAN_FORECLOSE
from calculators.core.answers import CALL_COUNSELOR, Action, Lead, dollars

BEFORE_YOU_MISS = Action("Call a counselor before you miss a payment", call="hud_counselor_phone")


def lead(payment: Decimal, first_payment: Decimal, figures: Mapping[str, Any]) -> Lead:
    """Does the month fit, as it is or with another payment?"""
    left, after = figures["left_over"], figures["new_left_over"]
    if after is not None:
        return _after(left, after)
    if left > 0:
        loans = "both loans" if first_payment and payment else "the loan"
        return Lead(
            f"Your bills and {loans} fit.",
            f"{dollars(left)} left a month",
            Action("Try catching up", page="calculators/catch_up.md"),
        )
    if left == 0:
        return Lead(
            "It all fits, and nothing is left for a repair or a doctor’s bill.",
            "nothing left over",
            CALL_COUNSELOR,
        )
    if payment and not figures["affordable_second_payment"]:
        verdict = "Once all else is paid, nothing is left for the second mortgage."
    else:
        verdict = "More goes out than comes in."
    at_risk = CAN_FORECLOSE if payment > figures["affordable_second_payment"] else ""
    return Lead(verdict, f"{dollars(left)} short a month", BEFORE_YOU_MISS, at_risk)


def _after(before: Decimal, left: Decimal) -> Lead:
    """The month with the payment that is offered."""
    if left < 0:
        still = "still " if before < 0 else ""
        return Lead(
            f"With the new payment, more {still}goes out than comes in.",
            f"{dollars(left)} short a month",
            Action("Ask for a lower one", page="letters/help.md"),
            CAN_FORECLOSE,
        )
    return Lead(
        "With the new payment, your month fits.",
        f"{dollars(left)} left a month",
        Action("See what it costs in all", page="calculators/modification.md"),
    )
