"""How a loan is paid: by its own terms, and in fact. Rules: the contract's *payment*."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from calculators.core.forms import SAME_PERCENT
from calculators.core.loans import (
    LONGEST_MONTH,
    SHORTEST_MONTH,
    ZERO,
    Schedule,
    balloon,
    days_interest,
    highest_first_payment,
    level_payment,
    month_interest,
    schedule,
)


@dataclass(frozen=True)
class Plan:
    """The terms, and what the statement says is paid: dollars, percent a year, months from today.

    `kind` is how the loan is paid back (RepaymentKind). Interest is all that is due in the first
    `interest_only_months`; all that is left falls due in `balloon_month` (0: none).
    """

    balance: Decimal
    annual_rate: Decimal
    months: int
    interest_only_months: int
    balloon_month: int
    kind: str
    statement: Decimal | None

    @property
    def in_equal_parts(self) -> bool:
        """Is the same principal paid each month? It costs more at first: so too if unknown."""
        return self.kind != "level"

    @property
    def paying_months(self) -> int:
        """The months in which principal is repaid."""
        return self.months - self.interest_only_months

    @cached_property
    def regular(self) -> Decimal:
        """The payment by the terms, after the interest-only months: the first and highest one."""
        return self._payment_by(highest_first_payment if self.in_equal_parts else level_payment)

    @property
    def level_if_not_sure(self) -> Decimal | None:
        """What the level payment would be where it is not known if it is one; else None."""
        return self._payment_by(level_payment) if self.kind == "not_sure" else None

    @property
    def last_repayment(self) -> Decimal | None:
        """The last of payments that fall, by the terms alone; None for level payments."""
        if not self.in_equal_parts:
            return None
        rows = schedule(self.balance, self.annual_rate, self.paying_months, equal_principal=True)
        return rows[-1].payment if rows else ZERO

    @cached_property
    def paid(self) -> Decimal | None:
        """What is paid in place of the terms' payment; None where the statement is as they say.

        Payments that fall are as they say if the statement's is the first one, with the interest
        of 28 to 31 days.
        """
        if self.statement is None or not self.in_equal_parts or self.interest_only_months:
            return self.statement
        share = self.regular - month_interest(self.balance, self.annual_rate)
        low, high = (
            share + days_interest(self.balance, self.annual_rate, days)
            for days in (SHORTEST_MONTH, LONGEST_MONTH)
        )
        return None if low <= self.statement <= high else self.statement

    def rows(self, extra: Decimal) -> Schedule:
        """The schedule as it is paid, with `extra` dollars on top every month."""
        return schedule(
            self.balance,
            self.annual_rate,
            self.months,
            payment=self.paid,
            extra=extra,
            interest_only_months=self.interest_only_months,
            balloon_month=self.balloon_month,
            equal_principal=self.in_equal_parts,
        )

    def balloon(self, rows: Schedule) -> Decimal | None:
        """What falls due at once: in the balloon month, or because the payment leaves it."""
        if self.balloon_month:
            return rows[-1].payment if len(rows) == self.balloon_month else ZERO
        if self.paid is None:
            return None
        return balloon(rows, rows[-2].payment if len(rows) > 1 else self.paid)

    def leaves_a_sum(self, rows: Schedule) -> bool:
        """Is more due at once than a last payment by the terms?"""
        due = self.balloon(rows)
        if not due or self.balloon_month < self.months:
            return bool(due)
        return balloon(rows, rows[-2].payment if len(rows) > 1 else self.regular) is not None

    @property
    def is_nearly_enough(self) -> bool:
        """Is the statement's payment the terms' one but for a slip, and a little too low?"""
        paid = self.paid or ZERO
        return self.regular * (100 - SAME_PERCENT) <= paid * 100 < self.regular * 100

    @property
    def pays_principal_now(self) -> bool:
        """Is more than interest paid in months that are said to be interest only?"""
        longest = days_interest(self.balance, self.annual_rate, LONGEST_MONTH)
        return self.statement is not None and self.statement > longest

    def leaves_a_little(self, rows: Schedule) -> bool:
        """Is the last payment the largest one, because the statement's is too low for the terms?"""
        if self.paid is None or self.interest_only_months or len(rows) < 2:
            return False
        return rows[-1].payment > rows[-2].payment

    def _payment_by(self, rule: Callable[[Decimal, Decimal, int], Decimal]) -> Decimal:
        return rule(self.balance, self.annual_rate, self.paying_months)
