"""The new loan against the loans it pays off: dollars paid, owed and saved, month by month.

Rules: the contract's *refinance*.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any

from calculators.core.loans import ZERO, Loan, annual_percentage_rate, cents, share


@dataclass(frozen=True)
class Offer:
    """The new loan, and what it costs to get: dollars. Financed costs are part of the loan."""

    loan: Loan
    points: Decimal
    costs: Decimal
    is_financed: bool

    @property
    def cash(self) -> Decimal:
        """What is paid at closing."""
        return ZERO if self.is_financed else self.costs


def offer_for(
    payoff: Decimal,
    annual_rate: Decimal,
    months: int,
    *,
    closing_costs: Decimal,
    points_percent: Decimal,
    finance_costs: bool,
) -> Offer:
    """The new loan that pays off `payoff` dollars.

    Financed points are a percentage of a loan that contains them: L = (P + C) / (1 − p).
    """
    amount = payoff
    if finance_costs:
        amount = cents((payoff + closing_costs) / (1 - points_percent / 100))
        points = amount - payoff - closing_costs
    else:
        points = share(points_percent, amount)
    costs = closing_costs + points
    loan = Loan(amount, annual_rate, months)
    return Offer(loan, points, costs, finance_costs)


def paid_and_owed(month: int, loans: Sequence[Loan]) -> tuple[Decimal, Decimal]:
    """What has been paid on some loans after `month` payments, and what is still owed."""
    paid = sum((loan.paid_through(month) for loan in loans), ZERO)
    return paid, sum((loan.owed_after(month) for loan in loans), ZERO)


def cost_by(month: int, loans: Sequence[Loan]) -> Decimal:
    """What some loans have cost after `month` payments: all paid so far and all still owed."""
    return sum(paid_and_owed(month, loans), ZERO)


def month_by_month(
    current: Sequence[Loan], new: Loan, past_due: Decimal = ZERO
) -> Iterator[tuple[Any, ...]]:
    """Month, payment and owed now, payment and owed on the new loan, saved so far.

    `past_due` dollars stay owed on the loans as they are, and bear no interest.
    """
    saved = ZERO
    for month in range(1, max(len(loan.rows) for loan in [*current, new]) + 1):
        paying, owing = ZERO, past_due
        for loan in current:
            paying += loan.payment_in(month)
            owing += loan.owed_after(month)
        saved += paying - new.payment_in(month)
        yield month, paying, owing, new.payment_in(month), new.owed_after(month), saved


def break_even(current: Sequence[Loan], offer: Offer, savings: Decimal) -> int | None:
    """The first month in which the payments saved cover the cash; None when they never do.

    A balloon of the loan as it is counts as no payment saved: few could have paid it.
    """
    if offer.cash == 0 and savings > 0:
        return 0
    last = min((len(loan.rows) for loan in current if loan.balloon), default=0)
    for row in month_by_month(current, offer.loan):
        month, saved = row[0], row[-1]
        if month == last:
            return None
        if saved >= offer.cash and saved > 0:
            return int(month)
    return None


@lru_cache(maxsize=8)
def apr(offer: Offer) -> Decimal | None:
    """The APR with every cost as a prepaid finance charge; None when costs swallow the loan."""
    if offer.loan.principal <= offer.costs:
        return None
    runs = groupby(row.payment for row in offer.loan.rows)
    stream = [(len(list(run)), payment) for payment, run in runs]
    return annual_percentage_rate(offer.loan.principal - offer.costs, stream)
