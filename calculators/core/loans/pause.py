"""A pause in a loan's payments (forbearance): what builds up while nothing is paid."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.core.loans.money import ZERO, exactly
from calculators.core.loans.payments import (
    SHORTEST_MONTH,
    PaymentTooSmall,
    days_interest,
    month_interest,
)


@dataclass(frozen=True, slots=True)
class PausedMonth:
    """One month of a pause, in dollars.

    `principal` is what this and the earlier paused payments would have paid off; `interest` is
    one month's interest on it; `owed` is all the paused payments so far with that interest.
    """

    month: int
    payment: Decimal
    principal: Decimal
    interest: Decimal
    owed: Decimal


@exactly
def paused_months(
    payment: Decimal, months: int, balance: Decimal = ZERO, annual_rate: Decimal = ZERO
) -> list[PausedMonth]:
    """Every month of a pause; interest builds at `annual_rate` percent a year (0: none).

    It builds only on the principal that the paused payments would have paid off, never more than
    the `balance`: the interest on the rest is already inside those payments, and unpaid interest
    bears none. Raises PaymentTooSmall for a `payment` below the interest of a month of 28 days; one
    from there to a twelfth of a year's interest pays no principal.
    """
    rows: list[PausedMonth] = []
    unpaid, owed = ZERO, ZERO
    for month in range(1, months + 1):
        interest = month_interest(balance, annual_rate)
        if payment < days_interest(balance, annual_rate, SHORTEST_MONTH):
            raise PaymentTooSmall(f"{payment} does not cover a month's interest of {interest}")
        principal = min(max(payment - interest, ZERO), balance)
        unpaid += principal
        balance -= principal
        extra = month_interest(unpaid, annual_rate)
        owed += payment + extra
        rows.append(PausedMonth(month, payment, unpaid, extra, owed))
    return rows
