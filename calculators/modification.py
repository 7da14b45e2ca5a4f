"""What would new terms for the second mortgage cost, and what terms reach a payment you can keep?

Rules: the contract's *modification*. Past-due interest and fees join the balance; deferred
principal leaves it and falls due at the end. Totals follow each loan's own rounded schedule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import calculators.modification_words as words
from calculators.core.answers import (
    Answer,
    Calculator,
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
    MONTHS,
    PERCENT,
    RATE,
    Field,
    Money,
    MoneyInWordsKind,
    Placed,
    refuse,
)
from calculators.core.forms.household import (
    AnnualRate,
    Arrears,
    Balance,
    MonthlyPayment,
    MonthsLeft,
)
from calculators.core.forms.offers import CAN_PAY, NewAnnualRate, NewMonths
from calculators.core.loans import (
    ZERO,
    Loan,
    exactly,
    fewest_months,
    highest_rate,
    percent_of,
    total_paid,
)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
    monthly_payment: Annotated[MonthlyPayment, Placed(example="")] | None = None
    arrears: Arrears = ZERO
    new_annual_rate: Annotated[NewAnnualRate, Placed("The new terms you are offered")]
    new_months: NewMonths
    deferred_principal: Annotated[
        Money,
        Field(
            "Principal set aside until the end",
            "A part of the balance that you would pay at the end, without interest. Write 0 for "
            "none.",
        ),
    ] = ZERO
    target_payment: (
        Annotated[
            Money,
            Field(
                "A monthly payment you could keep up",
                "We look for the months, or the rate, that would get you there.",
                example="400",
                like=CAN_PAY,
                group="What you could pay",
            ),
        ]
        | None
    ) = None


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars, percent and months. Raises Refused when too much would be set aside."""
    owed = inputs.balance + inputs.arrears
    if inputs.deferred_principal > owed:
        raise refuse("deferred_principal", words.too_much_set_aside(owed))
    current = loan_as_it_is(
        inputs.balance, inputs.annual_rate, inputs.months_left, inputs.monthly_payment
    )
    new = Loan(owed - inputs.deferred_principal, inputs.new_annual_rate, inputs.new_months)
    change = new.payment - current.payment
    figures: dict[str, Any] = {
        "current_payment": current.payment,
        "new_balance": new.principal,
        "new_payment": new.payment,
        "payment_change": change,
        "payment_change_percent": percent_of(change, current.payment) if current.payment else None,
        "due_at_end": inputs.deferred_principal,
        "total_paid_before": total_paid(current.rows) + inputs.arrears,
        "total_paid_after": total_paid(new.rows) + inputs.deferred_principal,
        "months_for_target": None,
        "rate_for_target": None,
    }
    steps = words.steps(current, new, inputs.arrears, inputs.deferred_principal, figures)
    target = inputs.target_payment
    if target is not None:
        figures["months_for_target"] = fewest_months(
            new.principal, new.annual_rate, target, MONTHS.maximum
        )
        figures["rate_for_target"] = highest_rate(new.principal, new.months, target, RATE.maximum)
        steps += words.target_steps(target, new, figures)
    return Answer(
        figures=figures,
        tables={"schedule": _month_by_month(current, new, inputs.deferred_principal)},
        steps=steps,
        notes=warnings_first(
            words.warnings(current, inputs.arrears, inputs.deferred_principal, figures),
            words.infos(current, target, new, figures),
        ),
        facts=("no_specific_option",),
        lead=words.lead(current, new, target, figures),
    )


def _month_by_month(current: Loan, new: Loan, at_end: Decimal) -> Iterator[tuple[Any, ...]]:
    """Month, payment and balance now, payment and balance on the new terms, deferral included."""
    last = max(len(current.rows), new.months if at_end else len(new.rows))
    for month in range(1, last + 1):
        yield (
            month,
            current.payment_in(month),
            current.owed_after(month),
            new.payment_in(month) + (at_end if month == new.months else ZERO),
            new.owed_after(month) + (at_end if month < new.months else ZERO),
        )


def _owed_today(inputs: Inputs) -> tuple[Decimal, Decimal]:
    """Before month 1, on today's terms and on the new ones: past-due amounts join the balance."""
    return inputs.balance, inputs.balance + inputs.arrears


CALCULATOR = Calculator(
    slug="modification",
    title="Loan modification calculator",
    question="What would new terms change, now and in all?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure("new_payment", "Payment on the new terms", MONEY, main=True),
        Figure(
            "payment_change",
            "Change each month",
            MoneyInWordsKind(),
            main=True,
        ),
        Figure("payment_change_percent", "The change as a share of today’s payment", PERCENT),
        Figure("current_payment", "Payment on today’s terms", MONEY),
        Figure(
            "total_paid_before",
            "All you would pay on today’s terms",
            MONEY,
            meaning="With the past-due interest and fees.",
        ),
        Figure(
            "total_paid_after",
            "All you would pay on the new terms",
            MONEY,
            meaning="With what falls due at the end.",
        ),
        Figure("new_balance", "New balance that bears interest", MONEY),
        Figure("due_at_end", "Due at once at the end", MONEY),
        Figure(
            "months_for_target",
            "Months for the payment you could keep up",
            MONTHS,
            meaning="At the new rate.",
        ),
        Figure(
            "rate_for_target",
            "Rate for the payment you could keep up",
            RATE,
            meaning="Over the new number of months.",
        ),
    ),
    tables=(side_by_side("Owed on the new terms"),),
    charts=(owed_over_time(_owed_today, ("current_balance", "Now"), ("new_balance", "New terms")),),
    what_if=WhatIf(
        ("new_payment", "total_paid_after"),
        (points("new_annual_rate", "New rate"), months("new_months", "New time to pay", 60)),
        (by_quarters("new_annual_rate"), by_years("new_months")),
    ),
)
