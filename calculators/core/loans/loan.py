"""One loan with monthly interest: its level payment and its month-by-month schedule.

The rules (docs/about/decisions/money.md): the monthly rate is the annual rate / 12, unrounded;
the payment and each month's interest are rounded to the nearest cent, half up; the last payment
takes up the difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from calculators.core.loans.money import (
    CENT,
    ZERO,
    cents,
    exactly,
)

GUARD = Decimal("1e-30")
# Interest by the day makes a month's bill anything from 28 to 31 days of a year's.
SHORTEST_MONTH, LONGEST_MONTH, YEAR = 28, 31, 365


class PaymentTooSmall(ValueError):
    """The payment does not cover even a short month's interest: the loan would grow for ever."""


class Installment(NamedTuple):
    """One month of a schedule, in dollars. `balance` is what is owed after the payment."""

    month: int
    payment: Decimal
    interest: Decimal
    principal: Decimal
    balance: Decimal


@exactly
def month_interest(balance: Decimal, annual_rate: Decimal) -> Decimal:
    """One month's interest in dollars on `balance` at `annual_rate` percent a year."""
    return _month_interest(balance, annual_rate)


def _month_interest(balance: Decimal, annual_rate: Decimal) -> Decimal:
    """The same for a caller that computes exactly already: a schedule asks hundreds of times."""
    return (balance * annual_rate / 1200).quantize(CENT, ROUND_HALF_UP)


@exactly
def days_interest(balance: Decimal, annual_rate: Decimal, days: int) -> Decimal:
    """The interest of so many days in dollars: `annual_rate` percent a year of 365 days."""
    return cents(balance * annual_rate * days / (100 * YEAR))


@exactly
def level_payment(principal: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The equal monthly payment that repays `principal` dollars in `months` months.

    P × r / (1 − (1 + r)^−n), where r = annual percent / 1200; at a zero rate P / n.
    Source: the ordinary annuity formula, as in the official comments to 12 CFR 1026.43(c)(5).
    Raises ValueError when `months` is below 1.
    """
    if months < 1:
        raise ValueError("months must be 1 or more")
    if annual_rate == 0:
        return cents(principal / months)
    rate = annual_rate / 1200
    payment = principal * rate / (1 - (1 + rate) ** -months)
    # The power is cut at 60 digits: shed its error, so that an exact half cent still goes up.
    return cents(payment.quantize(GUARD))


@exactly
def principal_share(principal: Decimal, months: int) -> Decimal:
    """What comes off each month when `principal` dollars are repaid in equal parts, to the cent.

    The last payment takes the rest. Example: Regulation Z's sample form G-14(A), 12 CFR 1026
    Appendix G (1/60 of the balance and the interest).
    """
    return cents(principal / months)


@exactly
def highest_first_payment(principal: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The first payment in dollars when principal is repaid in equal parts: interest on all."""
    return principal_share(principal, months) + _month_interest(principal, annual_rate)


def schedule(
    principal: Decimal,
    annual_rate: Decimal,
    months: int,
    *,
    payment: Decimal | None = None,
    extra: Decimal = ZERO,
    interest_only_months: int = 0,
    balloon_month: int = 0,
    equal_principal: bool = False,
) -> tuple[Installment, ...]:
    """Every month from the first payment to the last, in dollars.

    The level payment is set once, over the months after the interest-only ones, and never again;
    with `equal_principal` each of those months repays the same principal instead. `payment` is
    what is paid in place of that: in the interest-only months where there are some, else every
    month. `extra` is paid on top every month. Everything still owed falls due in `balloon_month`
    (0: none) or in the last of `months`. A payment below a month's interest lowers nothing.
    Raises PaymentTooSmall where it is less than a month of 28 days bears.
    """
    return _schedule(
        principal,
        annual_rate,
        months,
        payment,
        extra,
        interest_only_months,
        balloon_month,
        equal_principal,
    )


# One answer asks for the same loan many times over; a tuple is safe to hand out again.
@lru_cache(maxsize=16)
@exactly
def _schedule(
    principal: Decimal,
    annual_rate: Decimal,
    months: int,
    payment: Decimal | None,
    extra: Decimal,
    interest_only_months: int,
    balloon_month: int,
    equal_principal: bool,
) -> tuple[Installment, ...]:
    """`schedule`, whose answers are kept for a while."""
    paying = months - interest_only_months
    in_equal_parts = equal_principal and (payment is None or interest_only_months > 0)
    if in_equal_parts:
        regular = principal_share(principal, paying)
    elif payment is None or interest_only_months:
        regular = level_payment(principal, annual_rate, paying)
    else:
        regular = payment
    last_month = balloon_month or months
    rows: list[Installment] = []
    balance = principal
    for month in range(1, last_month + 1):
        if balance == 0:
            break
        interest = _month_interest(balance, annual_rate)
        if month <= interest_only_months:
            due = interest if payment is None else payment
        else:
            due = regular + interest if in_equal_parts else regular
        all_owed = balance + interest
        paid = all_owed if month == last_month else min(due + extra, all_owed)
        if paid < interest:
            if paid < days_interest(balance, annual_rate, SHORTEST_MONTH):
                raise PaymentTooSmall(f"{paid} does not cover month {month}'s interest: {interest}")
            # The whole bill of a short month: it leaves the balance as it is.
            interest, all_owed = paid, balance + paid
        balance = all_owed - paid
        rows.append(Installment(month, paid, interest, paid - interest, balance))
    return tuple(rows)


def balloon(rows: Sequence[Installment], payment: Decimal) -> Decimal | None:
    """The last payment in dollars if it is a balloon beside a regular `payment`, else None.

    More than twice the regular payment: 12 CFR 1026.37(b)(5).
    """
    last = rows[-1].payment if rows else ZERO
    return last if last > 2 * payment else None


def total_paid(rows: Sequence[Installment]) -> Decimal:
    """The sum of all payments of a schedule, in dollars."""
    return sum((row.payment for row in rows), ZERO)


def total_interest(rows: Sequence[Installment]) -> Decimal:
    """The sum of all interest of a schedule, in dollars."""
    return sum((row.interest for row in rows), ZERO)


@dataclass(frozen=True)
class Loan:
    """A loan from today on, with one regular payment: dollars, percent a year, months.

    The payment is the level one unless another was `agreed`; what that leaves falls due at the end.
    """

    principal: Decimal
    annual_rate: Decimal
    months: int
    agreed: Decimal | None = None

    @cached_property
    def payment(self) -> Decimal:
        """The regular monthly payment."""
        if self.agreed is not None:
            return self.agreed
        return level_payment(self.principal, self.annual_rate, self.months)

    @property
    def balloon(self) -> Decimal | None:
        """What falls due at the end, where that is more than twice the regular payment."""
        return None if self.agreed is None else balloon(self.rows, self.agreed)

    @cached_property
    def rows(self) -> tuple[Installment, ...]:
        """The schedule. Raises PaymentTooSmall when the agreed payment is below the interest."""
        return schedule(self.principal, self.annual_rate, self.months, payment=self.agreed)

    def payment_in(self, month: int) -> Decimal:
        """What is paid in a month counted from 1; nothing once the loan is paid off."""
        return self.rows[month - 1].payment if month <= len(self.rows) else ZERO

    def owed_after(self, month: int) -> Decimal:
        """The balance after that many payments."""
        if month == 0:
            return self.principal
        return self.rows[month - 1].balance if month <= len(self.rows) else ZERO

    def paid_through(self, month: int) -> Decimal:
        """The sum of the first `month` payments."""
        return total_paid(self.rows[:month])

    def cost_by(self, month: int) -> Decimal:
        """What is paid by then and still owed: two loans for the same money differ by this."""
        return self.paid_through(month) + self.owed_after(month)
