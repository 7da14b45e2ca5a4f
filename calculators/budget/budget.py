"""What comes in and goes out each month, and what is left for the second mortgage?

Rules: the contract's *budget*. Every amount is turned into dollars a month, to the cent, before
it is added. The two ratios divide by gross income, never by take-home pay.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from calculators.budget.inputs import Inputs
from calculators.budget.lead_words import lead
from calculators.budget.words import NO_GROSS, much_gross, notes, steps
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
from calculators.core.forms import (
    MONEY,
    MONTHS,
    PERCENT,
    ChoiceKind,
    Doubt,
    MoneyInWordsKind,
    as_text,
    boxes,
)
from calculators.core.loans import ZERO, exactly, percent_of

MONEY_IN = ("take_home_income", "other_income")
# What neither comes in nor goes out in a month as it is now.
BESIDE = ("gross_income", "savings", "new_monthly_payment")
MONEY_OUT = tuple(box.name for box in boxes(Inputs) if box.name not in (*MONEY_IN, *BESIDE))
HOUSING = ("first_monthly_payment", "monthly_payment", "taxes_insurance")
# What no household goes without: a zero here is more often a box left empty.
EASILY_FORGOTTEN = ("food", "utilities")
# Taxes and deductions do not take four fifths of a pay.
TIMES_TAKE_HOME = 5
LEFT_OR_SHORT = MoneyInWordsKind(below="short", above="left")
LABELS = {box.name: box.words.label for box in boxes(Inputs)}
LINE = ChoiceKind((*LABELS.items(), ("total", "Together")))


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars a month and percent. Never refuses: any household may have any bills."""
    income, spending = _sum(inputs, MONEY_IN), _sum(inputs, MONEY_OUT)
    housing = _sum(inputs, HOUSING)
    before_second = income - (spending - inputs.monthly_payment)
    change = None
    if inputs.new_monthly_payment is not None:
        change = inputs.new_monthly_payment - inputs.monthly_payment
    figures: dict[str, Any] = {
        "total_income": income,
        "total_spending": spending,
        "left_over": income - spending,
        "affordable_second_payment": max(before_second, ZERO),
        "housing_ratio_percent": _share_of_gross(inputs, housing),
        "debt_to_income_percent": _share_of_gross(inputs, housing + inputs.other_debts),
        "months_of_reserves": _months_of_reserves(inputs.savings, spending),
        "new_left_over": None if change is None else income - spending - change,
        "new_housing_ratio_percent": None,
        "new_debt_to_income_percent": None,
    }
    if change is not None:
        after = housing + change
        figures["new_housing_ratio_percent"] = _share_of_gross(inputs, after)
        figures["new_debt_to_income_percent"] = _share_of_gross(inputs, after + inputs.other_debts)
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
            savings=inputs.savings,
            new_payment=inputs.new_monthly_payment,
            figures=figures,
        ),
        notes=notes(
            payment=inputs.monthly_payment,
            gross=inputs.gross_income,
            forgotten=[LABELS[name] for name in EASILY_FORGOTTEN if not getattr(inputs, name)],
            figures=figures,
        ),
        doubts=_doubts(inputs, income),
        lead=lead(inputs.monthly_payment, inputs.first_monthly_payment, figures),
        facts=("hud_counselor_phone", "foreclosure_counseling_cost", "second_can_foreclose"),
    )


def _months_of_reserves(savings: Decimal | None, spending: Decimal) -> int | None:
    """For how many whole months savings pay all that goes out; None where nobody can know."""
    return None if savings is None or spending == 0 else int(savings // spending)


def _sum(inputs: Inputs, names: Sequence[str]) -> Decimal:
    return sum((getattr(inputs, name) for name in names), ZERO)


def _share_of_gross(inputs: Inputs, amount: Decimal) -> Decimal | None:
    """An amount as a percentage of gross income; None where there is none to divide by."""
    return percent_of(amount, inputs.gross_income) if inputs.gross_income else None


def _doubts(inputs: Inputs, income: Decimal) -> Sequence[Doubt]:
    """A year's gross income in the box for a month's: far more than reaches the account."""
    gross = inputs.gross_income
    if not gross or not income or gross < income * TIMES_TAKE_HOME:
        return ()
    is_likely = income <= gross / 12 < income * TIMES_TAKE_HOME
    suggestion = f"{as_text(gross)} yearly" if is_likely else None
    return (Doubt("gross_income", much_gross(gross, income), suggestion),)


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
            "Left over or short each month",
            LEFT_OR_SHORT,
            main=True,
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
        Figure(
            "months_of_reserves",
            "How long your savings would pay for everything",
            MONTHS,
            meaning="Whole months, if no money came in. Lenders call them months of reserves.",
        ),
        Figure("new_left_over", "Left over or short after the change", LEFT_OR_SHORT),
        Figure(
            "new_housing_ratio_percent",
            "Housing as a share of gross income, after the change",
            PERCENT,
        ),
        Figure(
            "new_debt_to_income_percent",
            "Housing and other debts as a share of gross income, after the change",
            PERCENT,
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
            aside=True,
        ),
    ),
    charts=(FigureBars("Money in and out", ("total_income", "total_spending", "left_over")),),
    what_if=WhatIf(
        ("left_over", "affordable_second_payment"), (percent("take_home_income", "Take-home pay"),)
    ),
)
