"""A loan from today on, with one regular payment."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from calculators.core.loans.money import ZERO
from calculators.core.loans.payments import level_payment
from calculators.core.loans.schedule import Schedule, balloon, schedule, total_paid


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
    def rows(self) -> Schedule:
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
