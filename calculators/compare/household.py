"""A household's loans as they stand today, its home, and the guesses: dollars, percent, months.

The rules: docs/about/decisions/choices.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from calculators.compare.courses import Running
from calculators.core.forms import MONTHS
from calculators.core.loans import ZERO, Loan, fewest_months, total_interest


@dataclass(frozen=True)
class Mortgage:
    """One loan as it stands, and what is past due on it.

    The first `missed` payments of its schedule were missed. `arrears` is the past-due interest and
    fees as typed. `beside` is what its payment holds besides principal and interest.
    """

    loan: Loan
    beside: Decimal = ZERO
    missed: int = 0
    arrears: Decimal = ZERO

    @cached_property
    def missed_amount(self) -> Decimal:
        """The missed payments, with the taxes and insurance in them."""
        return self.loan.paid_through(self.missed) + self.missed_beside

    @cached_property
    def missed_beside(self) -> Decimal:
        """The taxes and insurance in the missed payments, which are still to be paid."""
        return self.missed * self.beside

    @cached_property
    def missed_interest(self) -> Decimal:
        """The interest in the missed payments."""
        return total_interest(self.loan.rows[: self.missed])

    @cached_property
    def past_due(self) -> Decimal:
        """Past-due interest and fees: missed payments always hold some, typed or not."""
        return self.arrears or self.missed_interest

    @cached_property
    def fees(self) -> Decimal:
        """What is past due besides the missed payments."""
        return max(self.past_due - self.missed_interest, ZERO)

    @cached_property
    def to_catch_up(self) -> Decimal:
        """What it takes to be up to date: the missed payments and the fees."""
        return self.missed_amount + self.fees

    @cached_property
    def owed(self) -> Decimal:
        """What pays it off: the balance with what is past due on it."""
        return self.loan.principal + self.past_due + self.missed_beside


@dataclass(frozen=True)
class Offer:
    """New terms: percent a year, months, and dollars of closing costs for a new loan."""

    annual_rate: Decimal
    months: int
    closing_costs: Decimal

    def loan(self, principal: Decimal) -> Loan:
        """A loan of that many dollars on these terms."""
        return Loan(principal, self.annual_rate, self.months)


@dataclass(frozen=True)
class Household:
    """Two loans as they stand, a home, what is offered, and the guesses.

    `can_pay` is the most that can be paid each month on the second, in dollars, if known.
    """

    second: Mortgage
    first: Mortgage | None
    home_value: Decimal
    offer: Offer | None
    can_pay: Decimal | None
    sale_cost_percent: Decimal
    plan_months: int
    horizon: int

    @cached_property
    def mortgages(self) -> dict[str, Mortgage]:
        """The second mortgage, and the first where there is one."""
        if self.first is None:
            return {"second": self.second}
        return {"second": self.second, "first": self.first}

    def sum(self, dollars: Callable[[Mortgage], Decimal]) -> Decimal:
        """The same thing of every loan, added up."""
        return sum(map(dollars, self.mortgages.values()), ZERO)

    @cached_property
    def to_catch_up(self) -> Decimal:
        """What it takes to be up to date."""
        return self.sum(lambda each: each.to_catch_up)

    @cached_property
    def owed(self) -> Decimal:
        """What pays off every loan."""
        return self.sum(lambda each: each.owed)

    @cached_property
    def months_to_fit(self) -> int | None:
        """How many months bring the second to what can be paid, at its rate; None if none do."""
        if not self.can_pay:
            return None
        rate = self.second.loan.annual_rate
        return fewest_months(self.second.owed, rate, self.can_pay, MONTHS.maximum)

    @cached_property
    def behind(self) -> dict[str, Mortgage]:
        """The loans on which something is past due."""
        return {who: each for who, each in self.mortgages.items() if each.to_catch_up}

    @cached_property
    def beside(self) -> Decimal:
        """Taxes and insurance that the payments hold."""
        return self.sum(lambda each: each.beside)

    @cached_property
    def running(self) -> dict[str, Running]:
        """The loans as if they were up to date."""
        return {
            who: Running(who, each.loan, each.missed, each.beside)
            for who, each in self.mortgages.items()
        }
