"""Who is paid from a sale, and how much: every lender in the order of its lien."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.core.loans.money import ZERO

# In the order in which they are paid; the names are the fields'.
LIENS = ("senior_liens", "first_payoff", "payoff", "junior_liens")


@dataclass(frozen=True)
class PaidLien:
    """One lien (`who` is its field's name), what is owed on it and what a sale pays: dollars."""

    who: str
    owed: Decimal
    receives: Decimal

    @property
    def short(self) -> Decimal:
        """What the sale leaves unpaid, in dollars."""
        return self.owed - self.receives

    @property
    def row(self) -> tuple[str, Decimal, Decimal, Decimal]:
        """The lien as LIENS_TABLE shows it."""
        return self.who, self.owed, self.receives, self.short


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


def pay_liens(
    proceeds: Decimal,
    *,
    senior_liens: Decimal,
    first_payoff: Decimal,
    payoff: Decimal,
    junior_liens: Decimal,
) -> dict[str, PaidLien]:
    """The four liens of a home with a second mortgage, by field name, in the order of payment.

    `proceeds` is the price less what selling costs, in dollars; it may be negative. Liens ahead
    of the second are paid before the first mortgage: the second gets the same either way.
    """
    owed = (senior_liens, first_payoff, payoff, junior_liens)
    return {
        name: PaidLien(name, claim, paid)
        for name, claim, paid in zip(LIENS, owed, pay_in_order(proceeds, owed), strict=True)
    }
