"""Sentences that several calculators use to show their working."""

from collections.abc import Iterable
from decimal import Decimal

from calculators.core.kinds import MONEY, RATE
from calculators.core.liens import LIEN, PaidLien


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


def paid_in_order_in_words(proceeds: Decimal, liens: Iterable[PaidLien]) -> str:
    """How a sale's money goes down the line of liens, with the reader's own numbers."""
    if proceeds <= 0:
        return "The selling costs take the whole price, so no lender is paid."
    paid = [
        f"{LIEN.pretty(lien.who)} {MONEY.pretty(lien.receives)} of {MONEY.pretty(lien.owed)}"
        for lien in liens
        if lien.owed
    ]
    if not paid:
        return "By these figures there is no lender to pay."
    return (
        "Each lien is paid in full before the next one gets a dollar. "
        f"{MONEY.pretty(proceeds)} goes in this order: {'; '.join(paid)}."
    )
