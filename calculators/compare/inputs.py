"""What the comparison asks, and the household that the answers make."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated

import calculators.compare.words as words
from calculators.compare.household import Household, Mortgage, Offer
from calculators.compare.options_words import NEW_TERMS
from calculators.core.answers import interest_not_covered
from calculators.core.forms import (
    Field,
    FieldError,
    Money,
    Months,
    Percent,
    Placed,
    Refused,
    refuse,
)
from calculators.core.forms.household import (
    AnnualRate,
    Arrears,
    Balance,
    FirstAnnualRate,
    FirstBalance,
    FirstMissedPayments,
    FirstMonthlyPayment,
    FirstMonthsLeft,
    HomeValueNeeded,
    MissedPayments,
    MonthlyPayment,
    MonthsLeft,
    PlanMonths,
)
from calculators.core.forms.offers import CAN_PAY, ClosingCosts, NewAnnualRate, NewMonths
from calculators.core.loans import ZERO, Loan, PaymentTooSmall
from calculators.facts import fact

SELLING_COST, HORIZON = fact("selling_cost_percent"), fact("horizon_months")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
    monthly_payment: Annotated[MonthlyPayment, Placed(example="")] | None = None
    arrears: Annotated[Arrears, Placed("If you are behind on it", rare=True)] = ZERO
    missed_payments: MissedPayments = 0
    affordable_payment: (
        Annotated[
            Money,
            Field(
                "The most you could pay on it each month",
                "On the second alone. With this, we say which choices fit, and which terms to ask "
                "for.",
                example="450",
                group="What you can pay",
                like=CAN_PAY,
            ),
        ]
        | None
    ) = None
    first_balance: Annotated[FirstBalance, Placed("Your first mortgage", example="198,000")] = ZERO
    first_annual_rate: Annotated[FirstAnnualRate, Placed(example="3.875")] | None = None
    first_months_left: Annotated[FirstMonthsLeft, Placed(example="288")] | None = None
    first_monthly_payment: Annotated[FirstMonthlyPayment, Placed()] | None = None
    first_arrears: Annotated[
        Money,
        Field(
            "Past-due interest and fees on your first mortgage",
            "Leave out the principal you missed: it is still in the balance. Write 0 for none.",
            group="If you are behind on the first",
            rare=True,
        ),
    ] = ZERO
    first_missed_payments: FirstMissedPayments = 0
    home_value: HomeValueNeeded
    new_annual_rate: Annotated[NewAnnualRate, Placed(NEW_TERMS, rare=True)] | None = None
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
        can_pay=inputs.affordable_payment,
        sale_cost_percent=inputs.sale_cost_percent,
        plan_months=inputs.plan_months,
        horizon=inputs.horizon_months,
    )


def _second(inputs: Inputs) -> Mortgage:
    """The second mortgage as it stands. All of a payment that was typed goes to the loan."""
    level = Loan(inputs.balance, inputs.annual_rate, inputs.months_left)
    typed = inputs.monthly_payment
    return _mortgage(
        level if typed in (None, level.payment) else replace(level, agreed=typed),
        ZERO,
        inputs.missed_payments,
        inputs.arrears,
        boxes=("monthly_payment", "missed_payments"),
    )


def _first(inputs: Inputs) -> Mortgage | None:
    """The first mortgage as it stands; None where nothing is owed on it."""
    balance, rate, months = (
        inputs.first_balance,
        inputs.first_annual_rate,
        inputs.first_months_left,
    )
    if balance == 0:
        told = ("first_monthly_payment", "first_arrears", "first_missed_payments")
        if any(getattr(inputs, box) for box in told):
            raise refuse("first_balance", words.FIRST_OF_UNKNOWN_SIZE)
        return None
    if rate is None or months is None:
        missing = [
            box for box in ("first_annual_rate", "first_months_left") if not _told(inputs, box)
        ]
        raise Refused(*(FieldError(box, words.FIRST_IN_PART) for box in missing))
    level, typed = Loan(balance, rate, months), inputs.first_monthly_payment
    is_less = typed is not None and typed < level.payment
    return _mortgage(
        replace(level, agreed=typed) if is_less else level,
        # What it holds besides the level payment is taken as taxes and insurance.
        ZERO if typed is None or is_less else typed - level.payment,
        inputs.first_missed_payments,
        inputs.first_arrears,
        boxes=("first_monthly_payment", "first_missed_payments"),
    )


def _told(inputs: Inputs, box: str) -> bool:
    return getattr(inputs, box) is not None


def _mortgage(
    loan: Loan, beside: Decimal, missed: int, arrears: Decimal, boxes: tuple[str, str]
) -> Mortgage:
    """A loan as it stands.

    Raises Refused, at one of the boxes of the payment and the missed ones, when it is less than
    the interest, or when more payments are missed than are left.
    """
    payment_box, missed_box = boxes
    try:
        left = len(loan.rows)
    except PaymentTooSmall:
        why = interest_not_covered(loan.principal, loan.annual_rate)
        raise refuse(payment_box, why) from None
    if missed > left:
        raise refuse(missed_box, words.TOO_MANY_MISSED)
    return Mortgage(loan, beside, missed, arrears)


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
