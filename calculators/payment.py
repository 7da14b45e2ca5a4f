"""What does the second mortgage cost each month, and in all?

Rules: the contract's *payment*. The payment is set once on the opening balance; extra money is
paid every month and never changes it; a balloon is all that is due with that month's payment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import (
    MONTH_BY_MONTH,
    Answer,
    Calculator,
    Column,
    Figure,
    Table,
    WhatIf,
    month_by_month,
    months,
    owed_over_time,
    points,
)
from calculators.core.forms import COUNT, MONEY, MONTHS, Field, Money, Months, refuse
from calculators.core.forms.household import AnnualRate, Balance, MonthsLeft
from calculators.core.loans import (
    ZERO,
    Installment,
    level_payment,
    month_interest,
    schedule,
    total_interest,
    total_paid,
)
from calculators.payment_words import BALLOON_TOO_LATE, TOO_MUCH_INTEREST_ONLY, notes, steps

# "What if I pay $50 more?" Round amounts that a household might find.
MORE_EACH_MONTH = (Decimal(25), Decimal(50), Decimal(100))


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
    extra_monthly: Annotated[
        Money,
        Field(
            "Extra you could pay every month",
            "On top of the payment. Write 0 for none.",
            group="If it applies to you",
            rare=True,
        ),
    ] = ZERO
    interest_only_months: Annotated[
        Months,
        Field("Months in which you pay only interest", "Counted from today. Write 0 for none."),
    ] = 0
    balloon_month: Annotated[
        Months,
        Field(
            "Month in which everything left falls due",
            "A balloon: 60 means with the 60th payment from today. Write 0 for none.",
        ),
    ] = 0


def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars and months. Raises Refused when the months do not fit together."""
    if inputs.interest_only_months >= inputs.months_left:
        raise refuse("interest_only_months", TOO_MUCH_INTEREST_ONLY)
    if inputs.balloon_month > inputs.months_left:
        raise refuse("balloon_month", BALLOON_TOO_LATE)
    paying = inputs.months_left - inputs.interest_only_months
    level = level_payment(inputs.balance, inputs.annual_rate, paying)
    rows = _schedule(inputs, inputs.extra_monthly)
    without_extra = _schedule(inputs, ZERO) if inputs.extra_monthly else rows
    final_payment = rows[-1].payment if rows else ZERO
    paid_off_early = len(rows) < inputs.balloon_month
    figures = {
        "monthly_payment": level,
        "final_payment": final_payment,
        "number_of_payments": len(rows),
        "total_paid": total_paid(rows),
        "total_interest": total_interest(rows),
        "interest_only_payment": None,
        "balloon_payment": None,
        "interest_saved": None,
        "months_saved": None,
    }
    if inputs.interest_only_months:
        figures["interest_only_payment"] = month_interest(inputs.balance, inputs.annual_rate)
    if inputs.balloon_month:
        figures["balloon_payment"] = ZERO if paid_off_early else final_payment
    if inputs.extra_monthly:
        figures["interest_saved"] = total_interest(without_extra) - total_interest(rows)
        figures["months_saved"] = len(without_extra) - len(rows)
    return Answer(
        figures=figures,
        tables={
            "schedule": month_by_month(rows),
            "more": _paying_more(inputs, rows),
        },
        steps=steps(inputs.balance, inputs.annual_rate, paying, level, rows),
        notes=notes(
            inputs.balance,
            inputs.extra_monthly,
            inputs.interest_only_months,
            inputs.balloon_month,
            figures,
        ),
    )


def _paying_more(inputs: Inputs, rows: Sequence[Installment]) -> Iterator[tuple[Any, ...]]:
    """What a few round amounts on top would do: dollars more, months saved, interest saved."""
    for more in MORE_EACH_MONTH if rows else ():
        quicker = _schedule(inputs, inputs.extra_monthly + more)
        saved = total_interest(rows) - total_interest(quicker)
        yield more, len(rows) - len(quicker), saved


def _schedule(inputs: Inputs, extra: Decimal) -> tuple[Installment, ...]:
    return schedule(
        inputs.balance,
        inputs.annual_rate,
        inputs.months_left,
        extra=extra,
        interest_only_months=inputs.interest_only_months,
        balloon_month=inputs.balloon_month,
    )


CALCULATOR = Calculator(
    slug="payment",
    title="Payment calculator",
    question="What does your second mortgage cost each month, and in all?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure("monthly_payment", "Monthly payment", MONEY, main=True),
        Figure(
            "interest_only_payment",
            "Payment while you pay only interest",
            MONEY,
        ),
        Figure("balloon_payment", "All due in the balloon month", MONEY),
        Figure("number_of_payments", "Number of payments", COUNT),
        Figure("final_payment", "Last payment", MONEY),
        Figure("total_paid", "All payments together", MONEY),
        Figure("total_interest", "Interest you would still pay", MONEY),
        Figure("interest_saved", "Interest saved by the extra money", MONEY),
        Figure("months_saved", "Time saved by the extra money", MONTHS),
    ),
    tables=(
        Table(
            "more",
            "What if you paid more each month?",
            (
                Column("more_each_month", "More each month", MONEY),
                Column("months_saved", "Paid off sooner by", MONTHS),
                Column("interest_saved", "Interest saved", MONEY),
            ),
            folded=False,
        ),
        MONTH_BY_MONTH,
    ),
    charts=(owed_over_time(lambda inputs: (inputs.balance,), ("balance", "")),),
    what_if=WhatIf(
        ("monthly_payment", "total_interest"),
        (points("annual_rate", "Rate"), months("months_left", "Time to pay", 60)),
    ),
)
