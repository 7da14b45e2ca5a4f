"""Would a new loan in place of the second mortgage (or of both) leave you better off?

Rules: the contract's *refinance*. Every loan runs on its own rounded schedule. Costs are paid in
cash, or financed: then points are a percentage of the new loan, so the loan solves for itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import calculators.refinance.words as words
from calculators.core.answers import (
    Answer,
    Calculator,
    Column,
    Figure,
    WhatIf,
    by_quarters,
    by_years,
    loan_as_it_is,
    months,
    owed_over_time,
    points,
    side_by_side,
    warnings_first,
)
from calculators.core.forms import (
    MONEY,
    MONTH_NUMBER,
    PERCENT,
    RATE,
    Field,
    FieldError,
    MoneyInWordsKind,
    Months,
    Percent,
    Placed,
    Refused,
    YesNo,
)
from calculators.core.forms.household import (
    AnnualRate,
    Arrears,
    Balance,
    FirstAnnualRate,
    FirstBalance,
    FirstMonthsLeft,
    HomeValue,
    MonthlyPayment,
    MonthsLeft,
)
from calculators.core.forms.offers import ClosingCosts, IncludeFirst, NewAnnualRate, NewMonths
from calculators.core.loans import (
    ZERO,
    Loan,
    exactly,
    percent_of,
    total_interest,
    total_paid,
)
from calculators.facts import fact
from calculators.refinance.lead_words import lead
from calculators.refinance.offer import Offer, apr, break_even, cost_by, month_by_month, offer_for


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
    monthly_payment: Annotated[MonthlyPayment, Placed(example="")] | None = None
    arrears: Annotated[Arrears, Placed(example="")] = ZERO
    include_first: IncludeFirst = False
    first_balance: Annotated[FirstBalance, Placed("Your first mortgage", rare=True)] | None = None
    first_annual_rate: FirstAnnualRate | None = None
    first_months_left: FirstMonthsLeft | None = None
    new_annual_rate: NewAnnualRate
    new_months: NewMonths
    closing_costs: Annotated[ClosingCosts, Placed("What it costs to get")] = ZERO
    points_percent: Annotated[
        Percent,
        Field(
            "Points",
            "A fee in percent of the new loan: 1 point is 1%. Write 0 for none.",
            maximum=20,
        ),
    ] = ZERO
    finance_costs: Annotated[
        YesNo,
        Field("Are the costs added to the new loan?", "If no, you pay them in cash at closing."),
    ] = False
    home_value: Annotated[HomeValue, Placed("Your home and your plans")] | None = None
    months_in_home: Annotated[
        Months,
        Field("Months until you expect to move or pay it off", "5 years is 60 months.", minimum=1),
    ] = fact("months_in_home").number


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars, percent and months. Raises Refused when a box is missing."""
    current = _current_loans(inputs)
    offer = _offer(inputs, _owed(inputs, current))
    new, stay = offer.loan, inputs.months_in_home
    current_payment = sum((loan.payment for loan in current), ZERO)
    savings = current_payment - new.payment
    figures: dict[str, Any] = {
        "current_payment": current_payment,
        "new_loan_amount": new.principal,
        "new_payment": new.payment,
        "monthly_savings": savings,
        "cash_needed": offer.cash,
        "break_even_month": break_even(current, offer, savings),
        "net_benefit": cost_by(stay, current) + inputs.arrears - cost_by(stay, [new]) - offer.cash,
        "total_interest_current": sum((total_interest(loan.rows) for loan in current), ZERO),
        "total_interest_new": total_interest(new.rows),
        "apr": apr(offer),
        "combined_ltv_percent": _combined_ltv(inputs, new),
    }
    in_all_now = sum((total_paid(loan.rows) for loan in current), inputs.arrears)
    more_in_all = total_paid(new.rows) + offer.cash - in_all_now
    least_ltv = _least_ltv(inputs, new)
    return Answer(
        figures=figures,
        tables={"schedule": month_by_month(current, new, inputs.arrears)},
        steps=words.steps(
            current,
            offer,
            arrears=inputs.arrears,
            closing_costs=inputs.closing_costs,
            points_percent=inputs.points_percent,
            stay=stay,
            figures=figures,
        ),
        notes=warnings_first(
            words.warnings(current, offer, stay, more_in_all, least_ltv, figures),
            words.infos(current, figures["combined_ltv_percent"]),
        ),
        facts=("apr_actuarial_method", "apr_excluded_fees"),
        lead=lead(stay, more_in_all, least_ltv, figures),
    )


def _current_loans(inputs: Inputs) -> list[Loan]:
    """The loans that the new one would pay off, the second mortgage first."""
    second = loan_as_it_is(
        inputs.balance, inputs.annual_rate, inputs.months_left, inputs.monthly_payment
    )
    if not inputs.include_first:
        return [second]
    balance, rate, months = (
        inputs.first_balance,
        inputs.first_annual_rate,
        inputs.first_months_left,
    )
    if balance is None or rate is None or months is None:
        boxes = ("first_balance", "first_annual_rate", "first_months_left")
        empty = (box for box in boxes if getattr(inputs, box) is None)
        raise Refused(*(FieldError(box, words.FIRST_NEEDED) for box in empty))
    return [second, Loan(balance, rate, months)]


def _owed(inputs: Inputs, current: Sequence[Loan]) -> Decimal:
    """What a new loan has to pay off: the same as in the comparison of all choices."""
    return sum((loan.principal for loan in current), inputs.arrears)


def _offer(inputs: Inputs, payoff: Decimal) -> Offer:
    """The new loan, on the reader's terms."""
    return offer_for(
        payoff,
        inputs.new_annual_rate,
        inputs.new_months,
        closing_costs=inputs.closing_costs,
        points_percent=inputs.points_percent,
        finance_costs=inputs.finance_costs,
    )


def _owed_today(inputs: Inputs) -> tuple[Decimal, Decimal]:
    """Before month 1, on the loans as they are and on the new one."""
    now = _owed(inputs, _current_loans(inputs))
    return now, _offer(inputs, now).loan.principal


def _combined_ltv(inputs: Inputs, new: Loan) -> Decimal | None:
    """All mortgages after the refinance, as a percentage of the home's value."""
    if not inputs.include_first and inputs.first_balance is None:
        return None
    return _least_ltv(inputs, new)


def _least_ltv(inputs: Inputs, new: Loan) -> Decimal | None:
    """The same, where a first mortgage that is not known counts as none: it can only be more."""
    first = ZERO if inputs.include_first else inputs.first_balance or ZERO
    return percent_of(new.principal + first, inputs.home_value) if inputs.home_value else None


CALCULATOR = Calculator(
    slug="refinance",
    title="Refinance calculator",
    question="Would a new loan leave you better off?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "net_benefit",
            "Better or worse off by the time you leave",
            MoneyInWordsKind(below="worse", above="better"),
            main=True,
            meaning="What you save in payments and debt by then, less what it costs.",
        ),
        Figure(
            "monthly_savings",
            "The payment falls or rises by",
            MoneyInWordsKind(below="more a month", above="less a month"),
            main=True,
        ),
        Figure("current_payment", "Payment now", MONEY),
        Figure("new_payment", "Payment on the new loan", MONEY),
        Figure("new_loan_amount", "Amount of the new loan", MONEY),
        Figure("cash_needed", "Cash needed at closing", MONEY),
        Figure(
            "break_even_month",
            "When the savings have repaid the cash",
            MONTH_NUMBER,
            meaning="Months count from today.",
            if_none="Never: the payments you save do not cover the cash.",
        ),
        Figure("total_interest_current", "Interest left to pay now", MONEY),
        Figure("total_interest_new", "Interest on the new loan", MONEY),
        Figure("apr", "APR, all costs counted", RATE, if_none="The costs swallow the loan."),
        Figure("combined_ltv_percent", "All mortgages as a share of the home’s value", PERCENT),
    ),
    tables=(side_by_side("Owed on the new loan", Column("saved", "Saved so far", MONEY)),),
    charts=(owed_over_time(_owed_today, ("current_balance", "Now"), ("new_balance", "New loan")),),
    what_if=WhatIf(
        ("net_benefit", "monthly_savings"),
        (
            points("new_annual_rate", "New rate"),
            months("new_months", "New time to pay", 60),
            months("months_in_home", "You leave", 24, "sooner", "later"),
        ),
        (by_quarters("new_annual_rate"), by_years("new_months"), by_years("months_in_home")),
    ),
)
