"""Sentences that several calculators use to show their working."""

from decimal import Decimal

from calculators.core.kinds import MONEY, RATE


def level_payment_in_words(
    principal: Decimal, annual_rate: Decimal, months: int, payment: Decimal
) -> str:
    """How a level payment was worked out, with the reader's own numbers."""
    if annual_rate == 0:
        return (
            f"No interest: {MONEY.pretty(principal)} ÷ {months} months = "
            f"{MONEY.pretty(payment)} a month, to the nearest cent."
        )
    return (
        f"The monthly rate r is {RATE.pretty(annual_rate)} ÷ 12, not rounded. The level payment is "
        f"balance × r ÷ (1 − (1 + r)^−months): {MONEY.pretty(principal)} over {months} months "
        f"gives {MONEY.pretty(payment)}, to the nearest cent."
    )
