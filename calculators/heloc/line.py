"""A home equity line: what it costs until the draw ends, and while it is paid back.

Rules: the contract's *heloc*. Where nobody knows how the line is paid back, it counts as paid back
in equal parts of principal: the payment is then the higher one at first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.core.answers import month_by_month
from calculators.core.loans import (
    ZERO,
    Schedule,
    highest_first_payment,
    highest_rate,
    highest_rate_in_equal_parts,
    level_payment,
    month_interest,
    schedule,
)


@dataclass(frozen=True)
class Line:
    """A line as it stands: dollars and months. `kind` is how it is paid back (RepaymentKind)."""

    balance: Decimal
    draw_months: int
    repayment_months: int
    kind: str

    @property
    def in_equal_parts(self) -> bool:
        """Is the same principal paid each month, with interest on top?"""
        return self.kind != "level"

    def interest_only(self, annual_rate: Decimal) -> Decimal | None:
        """The payment until the draw ends, dollars; None when it is over."""
        return month_interest(self.balance, annual_rate) if self.draw_months else None

    def repayment(self, annual_rate: Decimal) -> Decimal | None:
        """The first payment after the draw, dollars; None when all is due at once."""
        if not self.repayment_months:
            return None
        first = highest_first_payment if self.in_equal_parts else level_payment
        return first(self.balance, annual_rate, self.repayment_months)

    def last_repayment(self, annual_rate: Decimal) -> Decimal | None:
        """The last of payments that fall, dollars; None for any other line."""
        if not self.repayment_months or not self.in_equal_parts:
            return None
        rows = self._repaid(annual_rate)
        return rows[-1].payment if rows else ZERO

    def level_repayment(self, annual_rate: Decimal) -> Decimal | None:
        """What the level payment would be where it is not known if it is one; else None."""
        if not self.repayment_months or self.kind != "not_sure":
            return None
        return level_payment(self.balance, annual_rate, self.repayment_months)

    def highest_rate(self, payment: Decimal, highest: Decimal) -> Decimal | None:
        """The highest rate in percent whose first payment is within `payment` dollars.

        None when that is too little at any rate, or nothing is paid back month by month.
        """
        if not self.repayment_months:
            return None
        find = highest_rate_in_equal_parts if self.in_equal_parts else highest_rate
        return find(self.balance, self.repayment_months, payment, highest)

    def _repaid(self, annual_rate: Decimal) -> Schedule:
        return schedule(
            self.balance,
            annual_rate,
            self.repayment_months,
            equal_principal=self.in_equal_parts,
        )

    def month_by_month(self, rate_now: Decimal, later_rate: Decimal) -> Iterator[tuple[Any, ...]]:
        """Interest only to the end of the draw, then the payments, or all of it at once."""
        draw, balance = self.draw_months, self.balance
        if balance == 0:
            return
        if self.repayment_months:
            interest = month_interest(balance, rate_now)
            for month in range(1, draw + 1):
                yield month, interest, interest, ZERO, balance
            yield from month_by_month(self._repaid(later_rate), draw)
        elif draw:
            yield from month_by_month(
                schedule(balance, rate_now, draw + 1, interest_only_months=draw, balloon_month=draw)
            )
