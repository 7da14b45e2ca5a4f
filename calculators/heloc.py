"""What will a home equity line cost when the draw period ends, and what rate could you still pay?

Rules: the contract's *heloc*. Until the draw ends, only interest is paid, at today's rate; then a
level payment at today's rate plus the rise; or everything falls due at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import calculators.heloc_words as words
from calculators.core.answers import (
    MONTH_BY_MONTH,
    Answer,
    Calculator,
    Column,
    Figure,
    FigureBars,
    Table,
    WhatIf,
    month_by_month,
    months,
    points,
    warnings_first,
)
from calculators.core.forms import MONEY, PERCENT, RATE, Field, Money, Months, Rate
from calculators.core.forms.household import AnnualRate, Balance
from calculators.core.forms.offers import CAN_PAY
from calculators.core.loans import (
    ZERO,
    exactly,
    highest_rate,
    level_payment,
    month_interest,
    percent_of,
    schedule,
)

POINTS_HIGHER = (0, 1, 2, 3)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    draw_months_left: Annotated[
        Months,
        Field(
            "Months until the draw period ends",
            "The draw period is the time in which you may borrow. Your agreement says when it "
            "ends. Write 0 if it is over.",
            example="18",
        ),
    ]
    repayment_months: Annotated[
        Months,
        Field(
            "Months to pay it back after that",
            "10 years is 120 months. Write 0 if all of it is due when the draw period ends.",
            example="120",
        ),
    ]
    rate_rise: Annotated[
        Rate,
        Field(
            "How much the rate may go up by then",
            "In percentage points: with 2, a rate of 9% becomes 11%. Write 0 for no change.",
            group="What may change",
        ),
    ] = ZERO
    affordable_payment: (
        Annotated[
            Money,
            Field(
                "The most you could pay on it each month",
                "We look for the highest rate at which the payment stays within this.",
                example="600",
                like=CAN_PAY,
            ),
        ]
        | None
    ) = None

    @property
    def later_rate(self) -> Decimal:
        """The rate in the repayment period, percent a year."""
        return self.annual_rate + self.rate_rise


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars and percent; None where a period, or a budget, is not there."""
    figures: dict[str, Any] = {
        **_payments(inputs, inputs.annual_rate, inputs.later_rate),
        "payment_increase_percent": None,
        "balloon_payment": None if inputs.repayment_months else inputs.balance,
        "highest_affordable_rate": None,
    }
    now, more = figures["interest_only_payment"], figures["payment_increase"]
    if now and more is not None:
        figures["payment_increase_percent"] = percent_of(more, now)
    if inputs.repayment_months and inputs.affordable_payment is not None:
        figures["highest_affordable_rate"] = highest_rate(
            inputs.balance, inputs.repayment_months, inputs.affordable_payment, RATE.maximum
        )
    facts = ["heloc_written_change", "heloc_rate_index"]
    if figures["balloon_payment"]:
        facts.append("heloc_balloon_possible")
    if figures["balloon_payment"] or figures["payment_increase"]:
        facts += ["hud_counselor_phone", "foreclosure_counseling_cost"]
    return Answer(
        figures=figures,
        tables={"rates": _rates(inputs), "schedule": _month_by_month(inputs)},
        steps=_steps(inputs, figures),
        notes=warnings_first(
            words.warnings(
                inputs.balance,
                inputs.draw_months_left,
                inputs.later_rate,
                inputs.affordable_payment,
                figures,
            ),
            words.infos(
                inputs.balance, inputs.repayment_months, inputs.affordable_payment, figures
            ),
        ),
        facts=facts,
    )


def _payments(inputs: Inputs, draw_rate: Decimal, later_rate: Decimal) -> dict[str, Any]:
    """The payment in each period at given rates, and the step between; None for no such period."""
    interest_only = full = None
    if inputs.draw_months_left:
        interest_only = month_interest(inputs.balance, draw_rate)
    if inputs.repayment_months:
        full = level_payment(inputs.balance, later_rate, inputs.repayment_months)
    return {
        "interest_only_payment": interest_only,
        "repayment_payment": full,
        "payment_increase": None if interest_only is None or full is None else full - interest_only,
    }


def _rates(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Both payments if the rate rises by 0 to 3 points, or by what the reader wrote."""
    if not inputs.draw_months_left and not inputs.repayment_months:
        return
    for rise in sorted({*map(Decimal, POINTS_HIGHER), inputs.rate_rise}):
        rate = inputs.annual_rate + rise
        payments = _payments(inputs, rate, rate)
        yield rise, rate, payments["interest_only_payment"], payments["repayment_payment"]


def _month_by_month(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Interest only to the end of the draw, then the level payments, or all of it at once."""
    draw, balance = inputs.draw_months_left, inputs.balance
    if balance == 0:
        return
    if inputs.repayment_months:
        interest = month_interest(balance, inputs.annual_rate)
        for month in range(1, draw + 1):
            yield month, interest, interest, ZERO, balance
        yield from month_by_month(
            schedule(balance, inputs.later_rate, inputs.repayment_months), draw
        )
    else:
        rows = schedule(balance, inputs.annual_rate, draw, payment=ZERO, interest_only_months=draw)
        yield from month_by_month(rows)


def _steps(inputs: Inputs, figures: Mapping[str, Any]) -> list[str]:
    """How each payment came about, in the order of time."""
    now, later = figures["interest_only_payment"], figures["repayment_payment"]
    rate, budget = figures["highest_affordable_rate"], inputs.affordable_payment
    steps = []
    if now is not None:
        steps.append(words.interest_only(inputs.balance, inputs.annual_rate, now))
    if later is None:
        return [*steps, words.all_still_owed(inputs.balance)]
    if inputs.rate_rise:
        steps.append(words.later_rate(inputs.annual_rate, inputs.rate_rise))
    steps.append(words.repayment(inputs.balance, inputs.later_rate, inputs.repayment_months, later))
    if now is not None:
        steps.append(words.the_rise(now, later, figures["payment_increase_percent"]))
    if rate is not None and budget is not None:
        steps.append(words.highest(inputs.balance, inputs.repayment_months, budget, rate))
    return steps


CALCULATOR = Calculator(
    slug="heloc",
    title="HELOC calculator",
    question="What happens to your payment when the draw period ends?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure("repayment_payment", "Payment after the draw period", MONEY, main=True),
        Figure(
            "balloon_payment",
            "Due all at once when the draw period ends",
            MONEY,
            main=True,
            meaning="That month’s interest is due with it.",
        ),
        Figure("payment_increase", "The payment goes up by", MONEY, main=True),
        Figure("payment_increase_percent", "As a share of the payment now", PERCENT),
        Figure("interest_only_payment", "Interest-only payment now", MONEY),
        Figure(
            "highest_affordable_rate",
            "Highest rate you could still pay",
            RATE,
            meaning="The whole rate at which the payment after the draw period fits your budget.",
        ),
    ),
    tables=(
        Table(
            "rates",
            "If the rate goes up",
            (
                Column("rate_rise", "Rate goes up by", RATE),
                Column("annual_rate", "To a rate of", RATE),
                Column("interest_only_payment", "Interest only", MONEY, "Over"),
                Column("repayment_payment", "After the draw period", MONEY, "All due at once"),
            ),
            folded=False,
        ),
        MONTH_BY_MONTH,
    ),
    charts=(
        FigureBars(
            "Payment before and after the draw period",
            ("interest_only_payment", "repayment_payment", "balloon_payment"),
        ),
    ),
    what_if=WhatIf(
        ("repayment_payment",),
        (points("annual_rate", "Rate"), months("repayment_months", "Time to pay it back", 60)),
    ),
)
