"""What will a home equity line cost when the draw period ends, and what rate could you still pay?

Rules: the contract's *heloc*. Until the draw ends, only interest is paid, at today's rate; then
payments at today's rate plus the rise; or everything falls due at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import calculators.heloc.words as words
from calculators.core.answers import (
    MONTH_BY_MONTH,
    Answer,
    Calculator,
    Column,
    Figure,
    FigureBars,
    Table,
    WhatIf,
    by_quarters,
    by_years,
    months,
    points,
    warnings_first,
)
from calculators.core.forms import MONEY, PERCENT, RATE, Field, Money, Months, Rate, RepaymentKind
from calculators.core.forms.household import AnnualRate, Balance
from calculators.core.forms.offers import CAN_PAY
from calculators.core.loans import ZERO, exactly, percent_of
from calculators.heloc.lead_words import lead
from calculators.heloc.line import Line

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
    repayment_kind: RepaymentKind = "not_sure"
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

    @property
    def line(self) -> Line:
        """The line without its rates."""
        return Line(self.balance, self.draw_months_left, self.repayment_months, self.repayment_kind)


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars and percent; None where a period, or a budget, is not there."""
    line, later = inputs.line, inputs.later_rate
    now, full = line.interest_only(inputs.annual_rate), line.repayment(later)
    more = None if now is None or full is None else full - now
    figures: dict[str, Any] = {
        "interest_only_payment": now,
        "repayment_payment": full,
        "last_repayment_payment": line.last_repayment(later),
        "level_repayment_payment": line.level_repayment(later),
        "payment_increase": more,
        "payment_increase_percent": percent_of(more, now) if now and more is not None else None,
        "balloon_payment": None if inputs.repayment_months else inputs.balance,
        "highest_affordable_rate": None,
    }
    budget = inputs.affordable_payment
    if budget is not None:
        figures["highest_affordable_rate"] = line.highest_rate(budget, RATE.maximum)
    first = lead(line, budget, figures)
    facts = ["heloc_written_change", "heloc_rate_index"]
    if first.at_risk:
        facts.append("regx_excludes_open_end")
    if figures["balloon_payment"]:
        facts.append("heloc_balloon_possible")
    if figures["balloon_payment"] or more:
        facts += ["hud_counselor_phone", "foreclosure_counseling_cost"]
    return Answer(
        figures=figures,
        tables={
            "rates": _rates(inputs),
            "schedule": line.month_by_month(inputs.annual_rate, later),
        },
        steps=_steps(inputs, figures),
        notes=warnings_first(
            words.warnings(line, later, budget, figures),
            words.infos(line, inputs.annual_rate, budget, figures),
        ),
        facts=facts,
        lead=first,
    )


def _rates(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Both payments if the rate rises by 0 to 3 points, or by what the reader wrote."""
    if not inputs.draw_months_left and not inputs.repayment_months:
        return
    for rise in sorted({*map(Decimal, POINTS_HIGHER), inputs.rate_rise}):
        rate = inputs.annual_rate + rise
        yield rise, rate, inputs.line.interest_only(rate), inputs.line.repayment(rate)


def _steps(inputs: Inputs, figures: Mapping[str, Any]) -> Iterator[str]:
    """How each payment came about, in the order of time."""
    line, now, later = inputs.line, figures["interest_only_payment"], figures["repayment_payment"]
    rate, budget = figures["highest_affordable_rate"], inputs.affordable_payment
    if now is not None:
        yield words.interest_only(inputs.balance, inputs.annual_rate, now)
    if later is None:
        yield words.all_still_owed(inputs.balance)
        return
    if inputs.rate_rise:
        yield words.later_rate(inputs.annual_rate, inputs.rate_rise)
    yield words.repayment(line, inputs.later_rate, figures)
    if now is not None:
        yield words.the_rise(now, later, figures["payment_increase_percent"])
    if rate is not None and budget is not None:
        yield words.highest(line, budget, rate)


CALCULATOR = Calculator(
    slug="heloc",
    title="HELOC calculator",
    question="What happens to your payment when the draw period ends?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "repayment_payment",
            "Payment after the draw period",
            MONEY,
            main=True,
            meaning="The first one. Where payments fall from month to month, it is the highest.",
        ),
        Figure("last_repayment_payment", "It falls until the last payment is", MONEY),
        Figure("level_repayment_payment", "If it were the same each month", MONEY),
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
            aside=True,
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
        (by_quarters("annual_rate"), by_years("repayment_months")),
    ),
)
