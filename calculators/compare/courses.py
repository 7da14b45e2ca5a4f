"""Ways to go on with a household's loans, month by month from today: what is paid, and owed.

The rules: docs/about/decisions/choices.md. While payments are missed, a loan runs on as if it were
up to date, and what it takes to catch up stands beside it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from calculators.core.loans import ZERO, Loan, total_paid

NEXT_MONTHS = 12
# The second mortgage: as it is, on new terms, or a new loan in its place.
SECONDS = ("second", "changed", "new")


@dataclass(frozen=True)
class Running:
    """A loan that goes on after `missed` of its payments, counted as if it were up to date.

    `who` says which loan it is. In dollars: `beside` is paid every month beside it (taxes and
    insurance), and goes on when the loan has ended. `past_due` bears no interest; `catch_up` of it
    is paid each month until it is gone, or all of it with payment number `past_due_month` (0: it
    is never paid).
    """

    who: str
    loan: Loan
    missed: int = 0
    beside: Decimal = ZERO
    past_due: Decimal = ZERO
    catch_up: Decimal = ZERO
    past_due_month: int = 0

    @property
    def stays_behind(self) -> bool:
        """Is something past due that is never paid?"""
        return self.past_due > 0 and not self.catch_up and not self.past_due_month

    @property
    def months(self) -> int:
        """How many payments are still to come."""
        return len(self.loan.rows) - self.missed

    def regular_in(self, month: int) -> Decimal:
        """Dollars paid on the loan itself in a month counted from 1."""
        return self.loan.payment_in(self.missed + month)

    def balance_after(self, month: int) -> Decimal:
        """Dollars owed on the loan itself after that many payments from now."""
        return self.loan.owed_after(self.missed + month)

    def past_due_after(self, month: int) -> Decimal:
        """What is still past due after that many months."""
        if not self.past_due:
            return ZERO
        if self.past_due_month and month >= self.past_due_month:
            return ZERO
        return max(self.past_due - month * self.catch_up, ZERO)

    def caught_up_in(self, month: int) -> Decimal:
        """What is paid of the past-due amount in a month counted from 1."""
        return self.past_due_after(month - 1) - self.past_due_after(month)

    def payment_in(self, month: int) -> Decimal:
        """All that is paid in a month counted from 1."""
        return self.regular_in(month) + self.beside + self.caught_up_in(month)

    def paid_through(self, month: int) -> Decimal:
        """Every payment through that month."""
        regular = total_paid(self.loan.rows[self.missed : self.missed + month])
        return regular + month * self.beside + self.past_due_after(0) - self.past_due_after(month)

    def owed_after(self, month: int) -> Decimal:
        """All that is owed after that many months, past-due amounts too."""
        return self.balance_after(month) + self.past_due_after(month)

    @property
    def never_paid(self) -> Decimal:
        """What is past due and stays so, in dollars."""
        return self.past_due if self.stays_behind else ZERO

    @property
    def paid_to_end(self) -> Decimal:
        """Every payment to the loan's own end, past-due amounts too; no taxes and insurance."""
        return total_paid(self.loan.rows[self.missed :]) + self.past_due - self.never_paid


@dataclass(frozen=True)
class Course:
    """One way to go on while keeping the home, in dollars: `cash` is paid today."""

    loans: Sequence[Running]
    cash: Decimal = ZERO

    def sum(self, dollars: Callable[[Running], Decimal]) -> Decimal:
        """The same thing of every loan, added up."""
        return sum(map(dollars, self.loans), ZERO)

    def payment_in(self, month: int) -> Decimal:
        """All that is paid in a month counted from 1."""
        return self.sum(lambda each: each.payment_in(month))

    @cached_property
    def dearest_month(self) -> int:
        """The month with the highest payment among the next 12, the first of several."""
        return max(range(1, NEXT_MONTHS + 1), key=self.payment_in)

    @property
    def second(self) -> Running | None:
        """The second mortgage, or what takes its place; None where one loan pays off both."""
        return next((each for each in self.loans if each.who in SECONDS), None)

    @property
    def stays_behind(self) -> bool:
        """Does something stay past due for ever?"""
        return any(each.stays_behind for each in self.loans)

    def paid_through(self, month: int) -> Decimal:
        """The cash, and every payment through that month."""
        return self.cash + self.sum(lambda each: each.paid_through(month))

    def owed_after(self, month: int) -> Decimal:
        """All that is owed after that many months, past-due amounts too."""
        return self.sum(lambda each: each.owed_after(month))
