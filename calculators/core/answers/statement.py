"""A loan as its statement has it: the payment that is made now, in place of the worked-out one."""

from decimal import Decimal

from calculators.core.answers.words import interest_not_covered
from calculators.core.forms import refuse
from calculators.core.loans import SHORTEST_MONTH, Loan, days_interest


def check_interest_is_covered(
    balance: Decimal, annual_rate: Decimal, payment: Decimal | None
) -> None:
    """Raises Refused for a statement's payment below the interest of a month of 28 days."""
    if payment is not None and payment < days_interest(balance, annual_rate, SHORTEST_MONTH):
        raise refuse("monthly_payment", interest_not_covered(balance, annual_rate))


def loan_as_it_is(
    balance: Decimal, annual_rate: Decimal, months: int, payment: Decimal | None
) -> Loan:
    """The second mortgage with its statement's payment, or the level one where none is given.

    Dollars, percent a year, months from today. Raises Refused for a payment below the interest.
    """
    check_interest_is_covered(balance, annual_rate, payment)
    return Loan(balance, annual_rate, months, payment)
