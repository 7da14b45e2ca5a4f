"""One loan with monthly interest: its level payment and its month-by-month schedule.

The rules (docs/about/decisions/money.md): the monthly rate is the annual rate / 12, unrounded;
the payment and each month's interest are rounded to the nearest cent, half up; the last payment
takes up the difference.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from calculators.core.loans.money import CENT, THOUSANDTH, ZERO, cents, exactly

GUARD = Decimal("1e-30")


class PaymentTooSmall(ValueError):
    """The payment does not cover the month's interest, so the loan would grow for ever."""


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
def fewest_months(
    principal: Decimal, annual_rate: Decimal, payment: Decimal, longest: int
) -> int | None:
    """The shortest term, in months, whose level payment is no more than `payment` dollars.

    None when `longest` months are too few. A longer term never has a higher payment.
    """
    terms = range(1, longest + 1)
    place = bisect_left(terms, -payment, key=lambda n: -level_payment(principal, annual_rate, n))
    return terms[place] if place < longest else None


@exactly
def highest_rate(
    principal: Decimal, months: int, payment: Decimal, highest: Decimal
) -> Decimal | None:
    """The highest rate, to 0.001 percent a year, whose level payment is at most `payment` dollars.

    At most `highest`; None when the payment is too small even at a zero rate. A higher rate never
    has a lower payment.
    """
    steps = range(int(highest / THOUSANDTH) + 1)
    place = bisect_right(
        steps, payment, key=lambda step: level_payment(principal, step * THOUSANDTH, months)
    )
    return (place - 1) * THOUSANDTH if place else None


def schedule(
    principal: Decimal,
    annual_rate: Decimal,
    months: int,
    *,
    payment: Decimal | None = None,
    extra: Decimal = ZERO,
    interest_only_months: int = 0,
    balloon_month: int = 0,
) -> tuple[Installment, ...]:
    """Every month from the first payment to the last, in dollars.

    The payment is set once, over the months after the interest-only ones, and never again;
    `extra` is paid on top every month. Everything still owed falls due in `balloon_month` (0:
    none) or in the last of `months`. Raises PaymentTooSmall for a given `payment` that is less
    than a month's interest.
    """
    return _schedule(
        principal, annual_rate, months, payment, extra, interest_only_months, balloon_month
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
) -> tuple[Installment, ...]:
    """`schedule`, whose answers are kept for a while."""
    level = payment
    if level is None:
        level = level_payment(principal, annual_rate, months - interest_only_months)
    last_month = balloon_month or months
    rows: list[Installment] = []
    balance = principal
    for month in range(1, last_month + 1):
        if balance == 0:
            break
        interest = _month_interest(balance, annual_rate)
        due = interest if month <= interest_only_months else level
        all_owed = balance + interest
        paid = all_owed if month == last_month else min(due + extra, all_owed)
        if paid < interest:
            raise PaymentTooSmall(f"{paid} does not cover month {month}'s interest of {interest}")
        balance = all_owed - paid
        rows.append(Installment(month, paid, interest, paid - interest, balance))
    return tuple(rows)


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
