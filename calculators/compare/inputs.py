"""What the comparison asks, and the household that the answers make."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

import calculators.compare.words as words
from calculators.compare.household import Household, Mortgage, Offer
from calculators.core.forms import Field, FieldError, Months, Percent, Placed, Refused, refuse
from calculators.core.forms.household import (
    AnnualRate,
    Arrears,
    Balance,
    FirstAnnualRate,
    FirstBalance,
    FirstMonthlyPayment,
    FirstMonthsLeft,
    HomeValueNeeded,
    MissedPayments,
    MonthlyPayment,
    MonthsLeft,
    PlanMonths,
)
from calculators.core.forms.offers import ClosingCosts, NewAnnualRate, NewMonths
from calculators.core.loans import ZERO, Loan, PaymentTooSmall, level_payment, month_interest
from calculators.facts import fact

SELLING_COST, HORIZON = fact("selling_cost_percent"), fact("horizon_months")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
    monthly_payment: Annotated[MonthlyPayment, Placed(example="")] | None = None
    arrears: Annotated[Arrears, Placed("If you are behind on it")] = ZERO
    missed_payments: MissedPayments = 0
    first_balance: Annotated[FirstBalance, Placed("Your first mortgage", example="198,000")] = ZERO
    first_annual_rate: Annotated[FirstAnnualRate, Placed(example="3.875")] | None = None
    first_months_left: Annotated[FirstMonthsLeft, Placed(example="288")] | None = None
    first_monthly_payment: Annotated[FirstMonthlyPayment, Placed()] | None = None
    home_value: HomeValueNeeded
    new_annual_rate: Annotated[NewAnnualRate, Placed("New terms, or a new loan")] | None = None
    new_months: NewMonths | None = None
    closing_costs: ClosingCosts = ZERO
    sale_cost_percent: Annotated[
        Percent,
        Field(
            "All costs of a sale",
            f"In percent of the price. We guess {SELLING_COST.text}; change it to fit you.",
            group="Our guesses, for you to change",
            rare=True,
        ),
    ] = SELLING_COST.decimal
    plan_months: PlanMonths = fact("plan_months").number
    horizon_months: Annotated[
        Months,
        Field("Compare after how many months?", "5 years is 60 months.", minimum=1),
    ] = HORIZON.number


def household(inputs: Inputs) -> Household:
    """The loans as they stand, and what is past due.

    Raises Refused when a box is missing or a payment is too small.
    """
    return Household(
        second=_second(inputs),
        first=_first(inputs),
        home_value=inputs.home_value,
        offer=_offer(inputs),
        sale_cost_percent=inputs.sale_cost_percent,
        plan_months=inputs.plan_months,
        horizon=inputs.horizon_months,
    )


def _second(inputs: Inputs) -> Mortgage:
    """The second mortgage."""
    loan = _covering_interest(
        Loan(inputs.balance, inputs.annual_rate, inputs.months_left, inputs.monthly_payment),
        "monthly_payment",
    )
    if len(loan.rows) < inputs.missed_payments:
        raise refuse("missed_payments", words.TOO_MANY_MISSED)
    return Mortgage(loan, missed=inputs.missed_payments, arrears=inputs.arrears)


def _first(inputs: Inputs) -> Mortgage | None:
    """The first mortgage, up to date; None where nothing is owed on it."""
    balance, typed = inputs.first_balance, inputs.first_monthly_payment
    if balance == 0:
        if typed:
            raise refuse("first_balance", words.FIRST_OF_UNKNOWN_SIZE)
        return None
    rate, months = inputs.first_annual_rate, inputs.first_months_left
    if rate is None or months is None:
        boxes = ("first_annual_rate", "first_months_left")
        missing = [box for box in boxes if getattr(inputs, box) is None]
        raise Refused(*(FieldError(box, words.FIRST_IN_PART) for box in missing))
    level = level_payment(balance, rate, months)
    if typed is None or typed >= level:
        return Mortgage(Loan(balance, rate, months), beside=(typed or level) - level)
    loan = Loan(balance, rate, months, typed)
    return Mortgage(_covering_interest(loan, "first_monthly_payment"))


def _offer(inputs: Inputs) -> Offer | None:
    """The new terms; None while neither of them is filled in."""
    rate, months = inputs.new_annual_rate, inputs.new_months
    if rate is None and months is None:
        return None
    if rate is None:
        raise refuse("new_annual_rate", words.NO_NEW_RATE)
    if months is None:
        raise refuse("new_months", words.NO_NEW_MONTHS)
    return Offer(rate, months, inputs.closing_costs)


def _covering_interest(loan: Loan, box: str) -> Loan:
    """The loan, once its payment covers the interest. Raises Refused at `box` when it does not."""
    interest: Decimal = month_interest(loan.principal, loan.annual_rate)
    try:
        _ = loan.rows
    except PaymentTooSmall:
        raise refuse(box, words.below_interest(interest)) from None
    return loan
