"""Ways to go on with a household's loans, month by month from today: what is paid, and owed.

The rules: docs/about/decisions/choices.md. While payments are missed, a loan runs on as if it were
up to date, and what it takes to catch up stands beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.core.loans import ZERO, Loan, total_paid

NEXT_MONTHS = 12


@dataclass(frozen=True)
class Running:
    """A loan that goes on after `missed` of its payments, counted as if it were up to date."""

    name: str
    loan: Loan
    missed: int = 0

    @property
    def months(self) -> int:
        """How many payments are still to come."""
        return len(self.loan.rows) - self.missed

    def payment_in(self, month: int) -> Decimal:
        """Dollars paid in a month counted from 1."""
        return self.loan.payment_in(self.missed + month)

    def owed_after(self, month: int) -> Decimal:
        """Dollars owed after that many payments from now."""
        return self.loan.owed_after(self.missed + month)

    def paid_through(self, month: int) -> Decimal:
        """Dollars paid in that many months from now."""
        return total_paid(self.loan.rows[self.missed : self.missed + month])


@dataclass(frozen=True)
class Course:
    """One way to go on while keeping the home, in dollars.

    `cash` is paid today. `beside` is paid every month beside the loans (taxes and insurance).
    `past_due` bears no interest; `catch_up` of it is paid each month until it is gone, or all of
    it with payment number `past_due_month` (0: it is never paid).
    """

    loans: Sequence[Running]
    cash: Decimal = ZERO
    beside: Decimal = ZERO
    past_due: Decimal = ZERO
    catch_up: Decimal = ZERO
    past_due_month: int = 0

    def past_due_after(self, month: int) -> Decimal:
        """What is still past due after that many months."""
        if self.past_due_month and month >= self.past_due_month:
            return ZERO
        return max(self.past_due - month * self.catch_up, ZERO)

    def caught_up_in(self, month: int) -> Decimal:
        """What is paid of the past-due amount in a month counted from 1."""
        return self.past_due_after(month - 1) - self.past_due_after(month)

    def payment_in(self, month: int) -> Decimal:
        """All that is paid in a month counted from 1."""
        on_loans = sum((each.payment_in(month) for each in self.loans), ZERO)
        return on_loans + self.beside + self.caught_up_in(month)

    @property
    def dearest_month(self) -> int:
        """The month with the highest payment among the next 12, the first of several."""
        return max(range(1, NEXT_MONTHS + 1), key=self.payment_in)

    def paid_through(self, month: int) -> Decimal:
        """The cash, and every payment through that month."""
        on_loans = sum((each.paid_through(month) for each in self.loans), ZERO)
        caught_up = self.past_due_after(0) - self.past_due_after(month)
        return self.cash + on_loans + month * self.beside + caught_up

    def owed_after(self, month: int) -> Decimal:
        """All that is owed after that many months, past-due amounts too."""
        on_loans = sum((each.owed_after(month) for each in self.loans), ZERO)
        return on_loans + self.past_due_after(month)
