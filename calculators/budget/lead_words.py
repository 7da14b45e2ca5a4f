"""What the budget calculator says first: the verdict, the number and one thing to do."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.budget.words import CAN_FORECLOSE, EITHER_CAN_FORECLOSE, FIRST_CAN_FORECLOSE
from calculators.core.answers import CALL_COUNSELOR, Action, Lead, dollars

BEFORE_YOU_MISS = Action("Call a counselor before you miss a payment", call="hud_counselor_phone")

NOTHING_LEFT = "nothing left over"


def lead(payment: Decimal, first_payment: Decimal, figures: Mapping[str, Any]) -> Lead:
    """Does the month fit, as it is or with another payment?"""
    left, after = figures["left_over"], figures["new_left_over"]
    without_second = left + payment
    if after is not None:
        at_risk = _at_risk(payment or without_second - after, first_payment, without_second)
        return _after(left, after, without_second, at_risk)
    if left >= 1:
        loans = "both loans" if first_payment and payment else "the loan"
        return Lead(
            f"Your bills and {loans} fit.",
            f"{dollars(left)} left a month",
            Action("If you are behind, see what catching up takes", page="calculators/catch_up.md"),
        )
    if left >= 0:
        return Lead(
            "It all fits, and nothing is left for a repair or a doctor’s bill.",
            NOTHING_LEFT,
            CALL_COUNSELOR,
        )
    if payment and without_second < 0:
        verdict = "Even without the second mortgage, more goes out than comes in."
    elif payment and not without_second:
        verdict = "Once all else is paid, nothing is left for the second mortgage."
    else:
        verdict = "More goes out than comes in."
    at_risk = _at_risk(payment, first_payment, without_second)
    return Lead(verdict, f"{dollars(left)} short a month", BEFORE_YOU_MISS, at_risk)


def _at_risk(payment: Decimal, first_payment: Decimal, without_second: Decimal) -> str:
    """Which lender may go unpaid in a month that does not fit; nobody's where there is no loan."""
    if not first_payment or without_second >= 0:
        return CAN_FORECLOSE if payment else ""
    return EITHER_CAN_FORECLOSE if payment else FIRST_CAN_FORECLOSE


def _after(before: Decimal, left: Decimal, without_second: Decimal, at_risk: str) -> Lead:
    """The month with the payment that is offered."""
    short = f"{dollars(left)} short a month"
    if without_second < 0:
        return Lead(
            "Even with nothing to pay on the second, more goes out than comes in.",
            short,
            CALL_COUNSELOR,
            at_risk,
        )
    if left < 0:
        still = "still " if before < 0 else ""
        return Lead(
            f"With the new payment, more {still}goes out than comes in.",
            short,
            Action("Ask for a lower one", page="letters/help.md"),
            at_risk,
        )
    if left < 1:
        return Lead(
            "With the new payment it just fits, and nothing is left for a repair or a doctor’s "
            "bill.",
            NOTHING_LEFT,
            CALL_COUNSELOR,
        )
    return Lead(
        "With the new payment, your month fits.",
        f"{dollars(left)} left a month",
        Action("See what it costs in all", page="calculators/modification.md"),
    )
