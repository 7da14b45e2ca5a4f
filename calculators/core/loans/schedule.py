"""A loan month by month, from the first payment to the last.

The sums are of whole cents, and each is exact: a loan has hundreds of months, and one answer asks
for many loans. Months become dollars when somebody looks at them.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from operator import itemgetter, sub
from typing import NamedTuple, overload

from calculators.core.loans.money import CENT, ZERO, exactly
from calculators.core.loans.payments import (
    SHORTEST_MONTH,
    PaymentTooSmall,
    days_interest,
    level_payment,
    principal_share,
)


class Installment(NamedTuple):
    """One month of a schedule, in dollars. `balance` is what is owed after the payment."""

    month: int
    payment: Decimal
    interest: Decimal
    principal: Decimal
    balance: Decimal


# An installment in whole cents: month, payment, interest, balance. A plain tuple is made fastest.
type _Month = tuple[int, int, int, int]
_PAID, _INTEREST = itemgetter(1), itemgetter(2)


class Schedule(Sequence[Installment]):
    """The months of a loan, or some of them; the totals are in dollars."""

    def __init__(self, months: list[_Month]) -> None:
        self._months = months

    def __len__(self) -> int:
        return len(self._months)

    def __iter__(self) -> Iterator[Installment]:
        # Column by column, without a Python function a cell: a table shows hundreds of months.
        if not self._months:
            return iter(())
        months, paid, interest, balance = zip(*self._months, strict=True)
        cents = (paid, interest, map(sub, paid, interest), balance)
        return map(Installment, months, *(map(CENT.__mul__, map(Decimal, each)) for each in cents))

    @overload
    def __getitem__(self, at: int) -> Installment: ...
    @overload
    def __getitem__(self, at: slice) -> "Schedule": ...
    def __getitem__(self, at: int | slice) -> "Installment | Schedule":
        found = self._months[at]
        return _in_dollars(found) if isinstance(found, tuple) else Schedule(found)

    @cached_property
    def paid(self) -> Decimal:
        """The sum of all payments."""
        return _dollars(sum(map(_PAID, self._months)))

    @cached_property
    def interest(self) -> Decimal:
        """The sum of all interest."""
        return _dollars(sum(map(_INTEREST, self._months)))


def _in_dollars(month: _Month) -> Installment:
    number, paid, interest, balance = month
    return Installment(
        number, _dollars(paid), _dollars(interest), _dollars(paid - interest), _dollars(balance)
    )


def _dollars(cents: int) -> Decimal:
    return Decimal(cents) * CENT


def _cents(dollars: Decimal) -> int:
    """Whole cents. Raises ValueError for a part of a cent: round it first, on purpose."""
    whole = int(dollars.scaleb(2))
    if whole != dollars.scaleb(2):
        raise ValueError(f"{dollars} is no whole number of cents")
    return whole


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
) -> Schedule:
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


# One answer asks for the same loan many times over; what never changes is safe to hand out again.
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
) -> Schedule:
    """`schedule`, whose answers are kept for a while."""
    paying = months - interest_only_months
    in_equal_parts = equal_principal and (payment is None or interest_only_months > 0)
    if in_equal_parts:
        regular = _cents(principal_share(principal, paying))
    elif payment is None or interest_only_months:
        regular = _cents(level_payment(principal, annual_rate, paying))
    else:
        regular = _cents(payment)
    agreed, more = None if payment is None else _cents(payment), _cents(extra)
    part, whole = _monthly(annual_rate)
    twice, divisor = 2 * part, 2 * whole
    last_month = balloon_month or months
    rows: list[_Month] = []
    balance = _cents(principal)
    for month in range(1, last_month + 1):
        if balance == 0:
            break
        # Half up, in whole numbers.
        interest = (balance * twice + whole) // divisor
        if month <= interest_only_months:
            due = interest if agreed is None else agreed
        else:
            due = regular + interest if in_equal_parts else regular
        all_owed = balance + interest
        paid = due + more
        if paid > all_owed or month == last_month:
            paid = all_owed
        if paid < interest:
            _refuse_less_than_a_short_month(paid, balance, annual_rate, month)
            # The whole bill of a short month: it leaves the balance as it is.
            interest, all_owed = paid, balance + paid
        balance = all_owed - paid
        rows.append((month, paid, interest, balance))
    return Schedule(rows)


def _monthly(annual_rate: Decimal) -> tuple[int, int]:
    """The monthly rate as a fraction, not rounded: annual percent / 1200."""
    part, whole = annual_rate.as_integer_ratio()
    return part, whole * 1200


def _refuse_less_than_a_short_month(
    paid: int, balance: int, annual_rate: Decimal, month: int
) -> None:
    shortest = days_interest(_dollars(balance), annual_rate, SHORTEST_MONTH)
    if _dollars(paid) < shortest:
        raise PaymentTooSmall(f"{_dollars(paid)} does not cover month {month}: {shortest}")


def balloon(rows: Sequence[Installment], payment: Decimal) -> Decimal | None:
    """The last payment in dollars if it is a balloon beside a regular `payment`, else None.

    More than twice the regular payment: 12 CFR 1026.37(b)(5).
    """
    last = rows[-1].payment if rows else ZERO
    return last if last > 2 * payment else None


def total_paid(rows: Schedule) -> Decimal:
    """The sum of all payments of a schedule, in dollars."""
    return rows.paid


def total_interest(rows: Schedule) -> Decimal:
    """The sum of all interest of a schedule, in dollars."""
    return rows.interest
