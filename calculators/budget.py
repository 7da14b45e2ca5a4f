"""What comes in and goes out each month, and what is left for the second mortgage?

Rules: the contract's *budget*. Every amount is turned into dollars a month, to the cent, before
it is added. The two ratios divide by gross income, never by take-home pay.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Any

from calculators.budget_words import NO_GROSS, notes, steps
from calculators.core.answers import (
    Answer,
    Calculator,
    Column,
    Figure,
    FigureBars,
    Table,
    WhatIf,
    percent,
)
from calculators.core.forms import MONEY, PERCENT, ChoiceKind, Field, MoneyAMonth, boxes
from calculators.core.forms.household import (
    FIRST_MONTHLY_PAYMENT,
    FirstMonthlyPayment,
    MonthlyPayment,
)
from calculators.core.loans import ZERO, exactly, percent_of


@dataclass(frozen=True, kw_only=True)
class Inputs:
    take_home_income: Annotated[
        MoneyAMonth,
        Field(
            "Your take-home pay",
            "What reaches your account, everyone in the home together. Say how often if it is not "
            "monthly: 600 weekly, 1,200 every two weeks, 1,300 twice a month, 31,200 yearly. You "
            "can do this in every box here.",
            example="1,950 every two weeks",
            group="Money in",
        ),
    ]
    other_income: Annotated[
        MoneyAMonth,
        Field("Other income", "Benefits, child support, side work: what you can count on."),
    ] = ZERO
    gross_income: (
        Annotated[
            MoneyAMonth,
            Field(
                "Your gross income",
                "All income before taxes and deductions. A pay stub shows it; lenders go by it.",
                example="5,400",
            ),
        ]
        | None
    ) = None
    first_monthly_payment: Annotated[
        FirstMonthlyPayment, replace(FIRST_MONTHLY_PAYMENT, example="1,480")
    ] = ZERO
    monthly_payment: MonthlyPayment
    taxes_insurance: Annotated[
        MoneyAMonth,
        Field(
            "Property tax, home insurance and HOA dues",
            "Only what you pay outside your mortgage payment.",
            group="Your home and daily life",
        ),
    ] = ZERO
    food: Annotated[MoneyAMonth, Field("Food", example="190 weekly")] = ZERO
    utilities: Annotated[
        MoneyAMonth, Field("Utilities", "Power, heat, water, phone, internet.", example="340")
    ] = ZERO
    transport: Annotated[
        MoneyAMonth,
        Field("Getting around", "Gas, fares, car insurance, repairs. No car loan.", example="380"),
    ] = ZERO
    health: Annotated[
        MoneyAMonth,
        Field(
            "Health",
            "Insurance, medicine, visits to a doctor.",
            example="120",
            group="Health, children, debts and the rest",
        ),
    ] = ZERO
    children: Annotated[
        MoneyAMonth, Field("Children", "Child care, school, support you pay.", example="60 weekly")
    ] = ZERO
    other_debts: Annotated[
        MoneyAMonth,
        Field(
            "Payments on other debts",
            "Car, cards, student loans: the least you must pay. Not the two mortgages.",
            example="310",
        ),
    ] = ZERO
    other_spending: Annotated[
        MoneyAMonth, Field("Everything else", "Clothes, church, pets, gifts.", example="150")
    ] = ZERO


MONEY_IN = ("take_home_income", "other_income")
MONEY_OUT = tuple(box.name for box in boxes(Inputs) if box.name not in (*MONEY_IN, "gross_income"))
HOUSING = ("first_monthly_payment", "monthly_payment", "taxes_insurance")
# What no household goes without: a zero here is more often a box left empty.
EASILY_FORGOTTEN = ("food", "utilities")
LABELS = {box.name: box.words.label for box in boxes(Inputs)}
LINE = ChoiceKind((*LABELS.items(), ("total", "Together")))


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars a month and percent. Never refuses: any household may have any bills."""
    income, spending = _sum(inputs, MONEY_IN), _sum(inputs, MONEY_OUT)
    housing = _sum(inputs, HOUSING)
    before_second = income - (spending - inputs.monthly_payment)
    figures = {
        "total_income": income,
        "total_spending": spending,
        "left_over": income - spending,
        "affordable_second_payment": max(before_second, ZERO),
        "housing_ratio_percent": _share_of_gross(inputs, housing),
        "debt_to_income_percent": _share_of_gross(inputs, housing + inputs.other_debts),
    }
    return Answer(
        figures=figures,
        tables={"lines": _lines(inputs, figures)},
        steps=steps(
            take_home=inputs.take_home_income,
            other_income=inputs.other_income,
            payment=inputs.monthly_payment,
            housing=housing,
            other_debts=inputs.other_debts,
            gross=inputs.gross_income,
            figures=figures,
        ),
        notes=notes(
            payment=inputs.monthly_payment,
            gross=inputs.gross_income,
            forgotten=[LABELS[name] for name in EASILY_FORGOTTEN if not getattr(inputs, name)],
            figures=figures,
        ),
        facts=("hud_counselor_phone", "foreclosure_counseling_cost", "second_can_foreclose"),
    )


def _sum(inputs: Inputs, names: Sequence[str]) -> Decimal:
    return sum((getattr(inputs, name) for name in names), ZERO)


def _share_of_gross(inputs: Inputs, amount: Decimal) -> Decimal | None:
    """An amount as a percentage of gross income; None where there is none to divide by."""
    return percent_of(amount, inputs.gross_income) if inputs.gross_income else None


def _lines(inputs: Inputs, figures: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Line, money in, money out: every line that is not zero, then the totals."""
    lines: list[tuple[Any, ...]] = [
        (name, amount, None) for name in MONEY_IN if (amount := getattr(inputs, name))
    ]
    lines += [(name, None, amount) for name in MONEY_OUT if (amount := getattr(inputs, name))]
    return [*lines, ("total", figures["total_income"], figures["total_spending"])]


CALCULATOR = Calculator(
    slug="budget",
    title="Budget calculator",
    question="What is left for the second mortgage each month?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "left_over",
            "Left over each month",
            MONEY,
            main=True,
            meaning="A minus means that more goes out than comes in.",
        ),
        Figure(
            "affordable_second_payment",
            "What you could pay on the second mortgage",
            MONEY,
            main=True,
            travels=True,
            meaning="Money in, less everything but the second mortgage.",
        ),
        Figure("total_income", "Money in each month", MONEY),
        Figure("total_spending", "Money out each month, both mortgages counted", MONEY),
        Figure(
            "housing_ratio_percent",
            "Housing as a share of gross income",
            PERCENT,
            meaning="Both mortgages, property tax, home insurance and HOA dues.",
            if_none=NO_GROSS,
        ),
        Figure(
            "debt_to_income_percent",
            "Housing and other debts as a share of gross income",
            PERCENT,
            meaning="Lenders call it the debt-to-income ratio.",
            if_none=NO_GROSS,
        ),
    ),
    tables=(
        Table(
            "lines",
            "Money in and out each month",
            (
                Column("line", "What", LINE),
                Column("money_in", "In", MONEY),
                Column("money_out", "Out", MONEY),
            ),
            folded=False,
        ),
    ),
    charts=(FigureBars("Money in and out", ("total_income", "total_spending", "left_over")),),
    what_if=WhatIf(
        ("left_over", "affordable_second_payment"), (percent("take_home_income", "Take-home pay"),)
    ),
)
