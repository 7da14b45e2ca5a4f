"""Who is paid from a sale, and how much: every lender in the order of its lien."""

from collections.abc import Sequence
from decimal import Decimal

from calculators.core.money import ZERO


def pay_in_order(proceeds: Decimal, claims: Sequence[Decimal]) -> list[Decimal]:
    """What each claim receives of `proceeds`, the most senior first, in dollars.

    Each lien is paid in full before the next one sees a dollar; proceeds below zero pay nobody.
    """
    left = max(proceeds, ZERO)
    received = []
    for claim in claims:
        paid = min(claim, left)
        received.append(paid)
        left -= paid
    return received
