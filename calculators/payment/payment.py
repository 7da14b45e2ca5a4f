"""What does the second mortgage cost each month, and in all?

Rules: the contract's *payment*. The payment is set once on the opening balance; extra money is
paid every month and never changes it; a balloon is all that is due with that month's payment. What
the statement says is paid now, and the schedule and all totals follow it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import calculators.payment.words as words
from calculators.core.answers import (
    MONTH_BY_MONTH,
    Answer,
    Calculator,
    Column,
    Figure,
    Slide,
    Table,
    WhatIf,
    by_quarters,
    by_years,
    check_interest_is_covered,
    month_by_month,
    months,
    owed_over_time,
    points,
)
from calculators.core.forms import (
    COUNT,
    MONEY,
    MONTHS,
    Field,
    Money,
    Months,
    Placed,
    RepaymentKind,
    refuse,
)
from calculators.core.forms.household import (
    AnnualRate,
    Balance,
    MonthlyPayment,
    MonthsLeft,
)
from calculators.core.loans import (
    ZERO,
    Schedule,
    exactly,
    month_interest,
    total_interest,
    total_paid,
)
from calculators.payment.lead_words import lead
from calculators.payment.plan import Plan

# "What if I pay $50 more?" Round amounts that a household might find.
MORE_EACH_MONTH = (Decimal(25), Decimal(50), Decimal(100))


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
    monthly_payment: Annotated[MonthlyPayment, Placed(example="")] | None = None
    repayment_kind: RepaymentKind = "level"
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


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars and months. Raises Refused when the answers do not fit together."""
    plan = _plan(inputs)
    rows = plan.rows(inputs.extra_monthly)
    without_extra = plan.rows(ZERO) if inputs.extra_monthly else rows
    figures = {
        "monthly_payment": plan.regular,
        "current_payment": inputs.monthly_payment,
        "last_repayment_payment": plan.last_repayment,
        "level_repayment_payment": plan.level_if_not_sure,
        "final_payment": rows[-1].payment if rows else ZERO,
        "number_of_payments": len(rows),
        "total_paid": total_paid(rows),
        "total_interest": total_interest(rows),
        "interest_only_payment": None,
        "balloon_payment": plan.balloon(rows),
        "interest_saved": None,
        "months_saved": None,
    }
    if inputs.interest_only_months:
        figures["interest_only_payment"] = month_interest(inputs.balance, inputs.annual_rate)
    if inputs.extra_monthly:
        figures["interest_saved"] = total_interest(without_extra) - total_interest(rows)
        figures["months_saved"] = len(without_extra) - len(rows)
    return Answer(
        figures=figures,
        tables={
            "schedule": month_by_month(rows),
            "more": _paying_more(plan, inputs.extra_monthly, rows),
        },
        steps=words.steps(plan, rows, figures),
        notes=words.notes(plan, rows, figures),
        facts=("second_can_foreclose",) if plan.leaves_a_sum(rows) else (),
        lead=lead(plan, rows, figures),
    )


@exactly
def _watched(inputs: Inputs) -> Mapping[str, Any]:
    """The figures that are watched while other boxes vary, without the rest of the answer."""
    plan = _plan(inputs)
    interest = total_interest(plan.rows(inputs.extra_monthly))
    return {"monthly_payment": plan.regular, "total_interest": interest}


def _plan(inputs: Inputs) -> Plan:
    """Raises Refused when months do not fit together, or the payment is below the interest."""
    if inputs.interest_only_months >= inputs.months_left:
        raise refuse("interest_only_months", words.TOO_MUCH_INTEREST_ONLY)
    if inputs.balloon_month > inputs.months_left:
        raise refuse("balloon_month", words.BALLOON_TOO_LATE)
    check_interest_is_covered(inputs.balance, inputs.annual_rate, inputs.monthly_payment)
    return Plan(
        inputs.balance,
        inputs.annual_rate,
        inputs.months_left,
        inputs.interest_only_months,
        inputs.balloon_month,
        inputs.repayment_kind,
        inputs.monthly_payment,
    )


def _paying_more(plan: Plan, extra: Decimal, rows: Schedule) -> Iterator[tuple[Any, ...]]:
    """What a few round amounts on top would do: dollars more, months saved, interest saved."""
    for more in MORE_EACH_MONTH if rows else ():
        quicker = plan.rows(extra + more)
        saved = total_interest(rows) - total_interest(quicker)
        yield more, len(rows) - len(quicker), saved


CALCULATOR = Calculator(
    slug="payment",
    title="Payment calculator",
    question="What does your second mortgage cost each month, and in all?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "monthly_payment",
            "Monthly payment",
            MONEY,
            main=True,
            meaning="It pays the loan off in the months left. If payments fall, it is the first.",
        ),
        Figure("current_payment", "Payment on your statement", MONEY),
        Figure("last_repayment_payment", "It falls until the last payment is", MONEY),
        Figure("level_repayment_payment", "If it were the same each month", MONEY),
        Figure(
            "interest_only_payment",
            "Payment while you pay only interest",
            MONEY,
        ),
        Figure("balloon_payment", "Due all at once in the last month", MONEY, main=True),
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
            aside=True,
        ),
        MONTH_BY_MONTH,
    ),
    charts=(owed_over_time(lambda inputs: (inputs.balance,), ("balance", "")),),
    what_if=WhatIf(
        ("monthly_payment", "total_interest"),
        (points("annual_rate", "Rate"), months("months_left", "Time to pay", 60)),
        (by_quarters("annual_rate"), by_years("months_left"), Slide("extra_monthly", 25)),
        alone=_watched,
    ),
)
