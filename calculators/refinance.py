"""Would a new loan in place of the second mortgage (or of both) leave you better off?

Rules: the contract's *refinance*. Every loan runs on its own rounded schedule. Costs are paid in
cash, or financed: then points are a percentage of the new loan, so the loan solves for itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Annotated, Any

from calculators.core.answers import (
    Answer,
    Calculator,
    Column,
    Figure,
    Note,
    WhatIf,
    giving_up_first_in_words,
    level_payment_in_words,
    months,
    owed_over_time,
    points,
    side_by_side,
)
from calculators.core.forms import (
    MONEY,
    MONTH_NUMBER,
    MONTHS,
    PERCENT,
    RATE,
    Field,
    FieldError,
    Months,
    Percent,
    Placed,
    Refused,
    YesNo,
)
from calculators.core.forms.household import (
    AnnualRate,
    Balance,
    ClosingCosts,
    FirstAnnualRate,
    FirstBalance,
    FirstMonthsLeft,
    HomeValue,
    IncludeFirst,
    MonthsLeft,
    NewAnnualRate,
    NewMonths,
)
from calculators.core.loans import (
    ZERO,
    Loan,
    annual_percentage_rate,
    cents,
    exactly,
    percent_of,
    share,
    total_interest,
    total_paid,
)
from calculators.facts import fact


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
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


@dataclass(frozen=True)
class Offer:
    """The new loan, and what it costs to get: dollars."""

    loan: Loan
    points: Decimal
    costs: Decimal
    cash: Decimal


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars, percent and months. Raises Refused when a box is missing."""
    current = _current_loans(inputs)
    offer = _offer(inputs, sum((loan.principal for loan in current), ZERO))
    new, stay = offer.loan, inputs.months_in_home
    current_payment = sum((loan.payment for loan in current), ZERO)
    savings = current_payment - new.payment
    figures = {
        "current_payment": current_payment,
        "new_loan_amount": new.principal,
        "new_payment": new.payment,
        "monthly_savings": savings,
        "cash_needed": offer.cash,
        "break_even_month": _break_even(_month_by_month(current, new), offer.cash, savings),
        "net_benefit": _cost_by(stay, current) - _cost_by(stay, [new]) - offer.cash,
        "total_interest_current": sum((total_interest(loan.rows) for loan in current), ZERO),
        "total_interest_new": total_interest(new.rows),
        "apr": _apr(offer),
        "combined_ltv_percent": _combined_ltv(inputs, new),
    }
    return Answer(
        figures=figures,
        tables={"schedule": _month_by_month(current, new)},
        steps=_steps(inputs, current, offer, figures),
        notes=_notes(inputs, current, offer, figures),
        facts=("apr_actuarial_method", "apr_excluded_fees"),
    )


def _current_loans(inputs: Inputs) -> list[Loan]:
    """The loans that the new one would pay off, the second mortgage first."""
    second = Loan(inputs.balance, inputs.annual_rate, inputs.months_left)
    if not inputs.include_first:
        return [second]
    balance, rate, months = (
        inputs.first_balance,
        inputs.first_annual_rate,
        inputs.first_months_left,
    )
    if balance is None or rate is None or months is None:
        boxes = ("first_balance", "first_annual_rate", "first_months_left")
        message = "Fill this in, because the new loan pays off the first mortgage too."
        raise Refused(*(FieldError(box, message) for box in boxes if getattr(inputs, box) is None))
    return [second, Loan(balance, rate, months)]


def _offer(inputs: Inputs, payoff: Decimal) -> Offer:
    """Financed points are a percentage of a loan that contains them: L = (P + C) / (1 − p)."""
    amount = payoff
    if inputs.finance_costs:
        amount = cents((payoff + inputs.closing_costs) / (1 - inputs.points_percent / 100))
        points = amount - payoff - inputs.closing_costs
    else:
        points = share(inputs.points_percent, amount)
    costs = inputs.closing_costs + points
    loan = Loan(amount, inputs.new_annual_rate, inputs.new_months)
    return Offer(loan, points, costs, ZERO if inputs.finance_costs else costs)


def _owed_today(inputs: Inputs) -> tuple[Decimal, Decimal]:
    """Before month 1, on the loans as they are and on the new one."""
    now = sum((loan.principal for loan in _current_loans(inputs)), ZERO)
    return now, _offer(inputs, now).loan.principal


def _paid_and_owed(month: int, loans: Sequence[Loan]) -> tuple[Decimal, Decimal]:
    """What has been paid on some loans after `month` payments, and what is still owed."""
    paid = sum((loan.paid_through(month) for loan in loans), ZERO)
    return paid, sum((loan.owed_after(month) for loan in loans), ZERO)


def _cost_by(month: int, loans: Sequence[Loan]) -> Decimal:
    """What some loans have cost after `month` payments: all paid so far and all still owed."""
    return sum(_paid_and_owed(month, loans), ZERO)


def _month_by_month(current: Sequence[Loan], new: Loan) -> Iterator[tuple[Any, ...]]:
    """Month, payment and balance now, payment and balance on the new loan, saved so far."""
    saved = ZERO
    for month in range(1, max(len(loan.rows) for loan in [*current, new]) + 1):
        paying = owing = ZERO
        for loan in current:
            paying += loan.payment_in(month)
            owing += loan.owed_after(month)
        saved += paying - new.payment_in(month)
        yield month, paying, owing, new.payment_in(month), new.owed_after(month), saved


def _break_even(rows: Iterator[tuple[Any, ...]], cash: Decimal, savings: Decimal) -> int | None:
    """The first month in which the payments saved cover the cash; None when they never do."""
    if cash == 0 and savings > 0:
        return 0
    return next((row[0] for row in rows if row[-1] >= cash and row[-1] > 0), None)


@lru_cache(maxsize=8)
def _apr(offer: Offer) -> Decimal | None:
    """The APR with every cost as a prepaid finance charge; None when costs swallow the loan."""
    if offer.loan.principal <= offer.costs:
        return None
    runs = groupby(row.payment for row in offer.loan.rows)
    stream = [(len(list(run)), payment) for payment, run in runs]
    return annual_percentage_rate(offer.loan.principal - offer.costs, stream)


def _combined_ltv(inputs: Inputs, new: Loan) -> Decimal | None:
    """All mortgages after the refinance, as a percentage of the home's value."""
    first = ZERO if inputs.include_first else inputs.first_balance
    if not inputs.home_value or first is None:
        return None
    return percent_of(new.principal + first, inputs.home_value)


def _steps(
    inputs: Inputs, current: Sequence[Loan], offer: Offer, figures: Mapping[str, Any]
) -> list[str]:
    """The arithmetic in words, with the reader's own numbers."""
    new, stay, cash = offer.loan, inputs.months_in_home, MONEY.pretty
    steps = [
        f"{name} as it is. "
        + level_payment_in_words(loan.principal, loan.annual_rate, loan.months, loan.payment)
        for name, loan in zip(("Second mortgage", "First mortgage"), current, strict=False)
    ]
    payoff = sum((loan.principal for loan in current), ZERO)
    if inputs.finance_costs:
        steps.append(
            f"The new loan pays off {cash(payoff)} and carries its own costs: ({cash(payoff)} + "
            f"{cash(inputs.closing_costs)}) ÷ (1 − {PERCENT.pretty(inputs.points_percent)}) = "
            f"{cash(new.principal)}. Of that, {cash(offer.points)} is points."
        )
    else:
        steps.append(
            f"The new loan pays off {cash(payoff)}. In cash you pay {cash(inputs.closing_costs)} "
            f"of closing costs and {cash(offer.points)} of points: {cash(offer.costs)}."
        )
    steps.append(
        "The new loan. "
        + level_payment_in_words(new.principal, new.annual_rate, new.months, new.payment)
    )
    paid_now, owed_now = _paid_and_owed(stay, current)
    paid_new, owed_new = _paid_and_owed(stay, [new])
    steps.append(
        f"Keep what you have for {MONTHS.pretty(stay)}: you pay {cash(paid_now)} and still owe "
        f"{cash(owed_now)}, together {cash(paid_now + owed_now)}."
    )
    steps.append(
        f"Refinance: {cash(offer.cash)} in cash, then you pay {cash(paid_new)} and still owe "
        f"{cash(owed_new)}, together {cash(offer.cash + paid_new + owed_new)}. The difference is "
        f"{cash(figures['net_benefit'])}."
    )
    if figures["apr"] is not None:
        steps.append(
            f"APR: the yearly rate, {RATE.pretty(figures['apr'])}, at which the new payments are "
            f"worth {cash(new.principal - offer.costs)} today: the loan less all its costs."
        )
    return steps


def _notes(
    inputs: Inputs, current: Sequence[Loan], offer: Offer, figures: Mapping[str, Any]
) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    new, cash = offer.loan, MONEY.pretty
    in_all_now = sum((total_paid(loan.rows) for loan in current), ZERO)
    more_in_all = total_paid(new.rows) + offer.cash - in_all_now
    savings, benefit = figures["monthly_savings"], figures["net_benefit"]
    warnings = []
    if savings > 0 and more_in_all > 0:
        warnings.append(
            f"The payment falls by {cash(savings)} a month, but the total cost rises: you would "
            f"pay {cash(more_in_all)} more in all if you keep the new loan to its end."
        )
    if savings > 0 and benefit < 0:
        warnings.append(
            f"The payment falls, but after {MONTHS.pretty(inputs.months_in_home)} you would be "
            f"{cash(-benefit)} worse off than if you had kept what you have."
        )
    if savings < 0:
        warnings.append(f"The payment goes up by {cash(-savings)} a month.")
    warnings += _cost_of_giving_up_first(inputs, current, new)
    if inputs.finance_costs and offer.costs > 0:
        warnings.append(
            f"The {cash(offer.costs)} of costs become part of the loan. You pay interest on them."
        )
    ltv = figures["combined_ltv_percent"]
    if ltv is not None and ltv > 100:
        warnings.append(
            "The mortgages together would be more than the home is worth. Many lenders do not "
            "make such a loan. Before you pay for one, ask a housing counselor what else there is."
        )
    infos = [
        "This APR counts every closing cost and all points. A lender may leave some fees out, so "
        "the APR on an offer can be lower. Compare offers by the same one."
    ]
    if ltv is None:
        infos.append(
            "For the combined loan-to-value, fill in the home’s value and what you owe on your "
            "first mortgage (0 if there is none)."
        )
    infos.append(
        "This counts principal, interest and the costs above. It leaves out taxes, insurance, late "
        "fees and any charge for paying your old loan early. Ask your servicer for a payoff "
        "figure: it is usually a little more than the balance."
    )
    return [Note("warning", text) for text in warnings] + [Note("info", text) for text in infos]


def _cost_of_giving_up_first(inputs: Inputs, current: Sequence[Loan], new: Loan) -> list[str]:
    """A cheap first mortgage is worth something: what moving it costs, apart from all else."""
    if not inputs.include_first:
        return []
    stay = inputs.months_in_home
    words = giving_up_first_in_words(current[1], new.annual_rate, new.months, stay)
    return [words] if words else []


CALCULATOR = Calculator(
    slug="refinance",
    title="Refinance calculator",
    question="Would a new loan leave you better off?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "net_benefit",
            "Better off by the time you leave",
            MONEY,
            main=True,
            meaning="What you save in payments and debt by then, less what it costs. A minus means "
            "worse off.",
        ),
        Figure(
            "monthly_savings",
            "Saved each month",
            MONEY,
            main=True,
            meaning="A minus means that the payment goes up.",
        ),
        Figure("current_payment", "Payment now", MONEY),
        Figure("new_payment", "Payment on the new loan", MONEY),
        Figure("new_loan_amount", "Amount of the new loan", MONEY),
        Figure("cash_needed", "Cash needed at closing", MONEY),
        Figure(
            "break_even_month",
            "When the savings have repaid the cash",
            MONTH_NUMBER,
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
    ),
)
