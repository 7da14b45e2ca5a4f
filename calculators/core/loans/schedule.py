"""A loan month by month, from the first payment to the last.

The sums are of whole cents, and each is exact: a loan has hundreds of months, and one answer asks
for many loans. Months become dollars when somebody looks at them.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import count
from operator import sub
from typing import Any, NamedTuple, overload

from calculators.core.loans.money import CENT, ZERO, exactly, remembered
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


class Schedule(Sequence[Installment]):
    """The months of a loan, or some of them; the totals are in dollars.

    `paid` are the payments in whole cents, `owed` is what is owed before the first of them and
    after each; the rest follows. `before` counts the months that came before.
    """

    def __init__(self, paid: list[int], owed: list[int], before: int = 0) -> None:
        self._paid, self._owed, self._before = paid, owed, before

    def __len__(self) -> int:
        return len(self._paid)

    def __iter__(self) -> Iterator[Installment]:
        return map(Installment, *self.columns())

    def columns(self, months_before: int = 0) -> tuple[Iterable[Any], ...]:
        """What the installments hold, column by column: a table shows hundreds of months."""
        months = count(months_before + self._before + 1)
        # Most payments are the same.
        dollars = {cents: _dollars(cents) for cents in set(self._paid)}
        paid = [dollars[cents] for cents in self._paid]
        owed = [CENT * cents for cents in self._owed]
        principal = list(map(sub, owed, owed[1:]))
        return months, paid, map(sub, paid, principal), principal, owed[1:]

    @overload
    def __getitem__(self, at: int) -> Installment: ...
    @overload
    def __getitem__(self, at: slice) -> "Schedule": ...
    def __getitem__(self, at: int | slice) -> "Installment | Schedule":
        if isinstance(at, slice):
            some, first = self._paid[at], range(len(self))[at].start
            return Schedule(some, self._owed[first : first + len(some) + 1], self._before + first)
        place = range(len(self))[at]
        paid, left = self._paid[place], self._owed[place + 1]
        principal = self._owed[place] - left
        cents = (paid, paid - principal, principal, left)
        return Installment(self._before + place + 1, *map(_dollars, cents))

    @cached_property
    def paid(self) -> Decimal:
        """The sum of all payments."""
        return _dollars(sum(self._paid))

    @cached_property
    def interest(self) -> Decimal:
        """The sum of all interest: what is paid and lowers nothing."""
        return self.paid - _dollars(self._owed[0] - self._owed[-1])


def _dollars(cents: int) -> Decimal:
    return Decimal(cents) * CENT


def _cents(dollars: Decimal) -> int:
    """Whole cents. Raises ValueError for a part of a cent: round it first, on purpose."""
    whole = int(dollars.scaleb(2))
    if whole != dollars.scaleb(2):
        raise ValueError(f"{dollars} is no whole number of cents")
    return whole


# One answer asks for the same loan many times over.
@remembered
@exactly
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
    paying, last_month = months - interest_only_months, balloon_month or months
    at_first, more = min(interest_only_months, last_month - 1), _cents(extra)
    loan = _Loan(_cents(principal), annual_rate)
    # First the interest-only months, then those that repay the loan. The last one takes the rest.
    if payment is None:
        loan.pay_and_interest(at_first, more)
    else:
        loan.pay(at_first, _cents(payment) + more)
    repaying = last_month - 1 - at_first
    if equal_principal and (payment is None or interest_only_months):
        loan.pay_and_interest(repaying, _cents(principal_share(principal, paying)) + more)
    elif payment is None or interest_only_months:
        loan.pay(repaying, _cents(level_payment(principal, annual_rate, paying)) + more)
    else:
        loan.pay(repaying, _cents(payment) + more)
    loan.pay_and_interest(1, loan.owed[-1])
    return Schedule(loan.paid, loan.owed)


class _Loan:
    """A loan that is being paid, in whole cents: the payments, and what is owed before and after.

    It ends where nothing is owed: more months change nothing.
    """

    def __init__(self, principal: int, annual_rate: Decimal) -> None:
        self.paid: list[int] = []
        self.owed = [principal]
        self.annual_rate = annual_rate
        # The monthly rate as a fraction, not rounded: annual percent / 1200.
        part, whole = annual_rate.as_integer_ratio()
        self.part, self.whole = part, whole * 1200

    def interest(self) -> int:
        """A month's, rounded half up, in whole numbers."""
        return (self.owed[-1] * self.part + self.whole // 2) // self.whole

    def pay_and_interest(self, months: int, due: int) -> None:
        """Pay `due` and the month's interest on top in each of so many months."""
        for _ in range(months):
            balance = self.owed[-1]
            if balance == 0:
                return
            left = max(balance - due, 0)
            self.paid.append(balance - left + self.interest())
            self.owed.append(left)

    def pay(self, months: int, due: int) -> None:
        """Pay `due` in each of so many months, the interest in it."""
        balance = self.owed[-1]
        if months == 0 or balance == 0:
            return
        if due < self.interest():
            self._refuse_less_than_a_short_month(due)
            # The whole bill of a short month: it leaves the balance as it is.
            self.paid += [due] * months
            self.owed += [balance] * months
            return
        # The same sum as in `interest`: nowhere else is so much time spent.
        grown, whole, half = self.whole + self.part, self.whole, self.whole // 2
        for _ in range(months):
            balance = (balance * grown + half) // whole - due
            if balance <= 0:
                break
            self.owed.append(balance)
        self.paid += [due] * (len(self.owed) - 1 - len(self.paid))
        if balance <= 0:
            self.paid.append(due + balance)
            self.owed.append(0)

    def _refuse_less_than_a_short_month(self, paid: int) -> None:
        balance = _dollars(self.owed[-1])
        shortest = days_interest(balance, self.annual_rate, SHORTEST_MONTH)
        if _dollars(paid) < shortest:
            month = len(self.owed)
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
