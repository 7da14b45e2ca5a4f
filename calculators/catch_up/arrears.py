"""What is past due on the second mortgage, and the four ways to make it up."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.core.loans import ZERO, PausedMonth, cents_up, month_interest


def whole_debt(balance: Decimal, annual_rate: Decimal | None, months: int) -> Decimal:
    """What is owed after `months` without a payment, dollars, without fees.

    Unpaid interest bears none. Without a rate it is the principal alone.
    """
    return balance + months * month_interest(balance, annual_rate or ZERO)


@dataclass(frozen=True, kw_only=True)
class Arrears:
    """What was missed, what is charged for it, and what the servicer holds: dollars and counts.

    `payment` is by the month, and `each` what one payment comes to: less, where it comes every two
    weeks. `debt` is the whole debt without fees, where it is known.
    """

    payment: Decimal
    each: Decimal
    missed_payments: int
    debt: Decimal | None
    fees: Decimal
    held: Decimal
    plan_months: int
    pause: list[PausedMonth]

    @property
    def missed_amount(self) -> Decimal:
        """The missed payments, dollars: never more than the whole debt."""
        return min(self.missed_in_full, self.missed_in_full if self.debt is None else self.debt)

    @property
    def missed_in_full(self) -> Decimal:
        """The missed payments as they were due, dollars."""
        return self.missed_payments * self.each

    @property
    def owed(self) -> Decimal:
        """All that is past due: reinstatement, dollars."""
        return max(self.missed_amount + self.fees - self.held, ZERO)

    @property
    def deferred(self) -> Decimal:
        """What a deferral moves to the end: the missed payments but not the fees, dollars."""
        return max(self.missed_amount - self.held, ZERO)

    @property
    def held_too_much(self) -> Decimal:
        """What the servicer holds beyond all that is due, dollars."""
        return max(self.held - self.missed_amount - self.fees, ZERO)

    @property
    def plan_extra(self) -> Decimal:
        """A plan's extra payment a month, dollars: rounded up, so that it never falls short."""
        return cents_up(self.owed / self.plan_months)

    @property
    def paused(self) -> Decimal:
        """What builds up in the pause, dollars."""
        return self.pause[-1].owed if self.pause else ZERO

    @property
    def paused_interest(self) -> Decimal:
        """The interest in what builds up in the pause, dollars."""
        return sum((each.interest for each in self.pause), ZERO)

    def plan(self) -> Iterator[tuple[Any, ...]]:
        """Month, regular payment, part toward what is owed, both together, and what is left."""
        left = self.owed
        for month in range(1, self.plan_months + 1):
            if left == 0:
                break
            extra = min(self.plan_extra, left)
            left -= extra
            yield month, self.payment, extra, self.payment + extra, left

    def options(self) -> list[tuple[Any, ...]]:
        """Option, due now, monthly payment then, for how many months, and due after that."""
        owed, payment, deferred = self.owed, self.payment, self.deferred
        after_pause = owed + self.paused
        return [
            ("reinstate", owed, payment, None, ZERO),
            ("repayment_plan", ZERO, payment + self.plan_extra, self.plan_months, ZERO),
            ("deferral", owed - deferred, payment, None, deferred),
            ("forbearance", ZERO, ZERO, len(self.pause), after_pause),
        ]
