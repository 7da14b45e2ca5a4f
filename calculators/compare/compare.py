"""What would each way to go on cost, now and in all: keep paying, catch up, change, or sell?

Rules: docs/about/decisions/choices.md. Every figure is for both mortgages together.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.compare.options import COLUMN, OPTION, Household, Offer, options_of
from calculators.compare.words import notes, steps
from calculators.core.answers import (
    Answer,
    Bars,
    Calculator,
    Column,
    Figure,
    Table,
    WhatIf,
    months,
    percent,
    points,
)
from calculators.core.forms import (
    MONEY,
    TEXT,
    Field,
    FieldError,
    Months,
    Percent,
    Placed,
    Refused,
    VerdictKind,
    refuse,
)
from calculators.core.forms.household import (
    AnnualRate,
    Arrears,
    Balance,
    ClosingCosts,
    FirstAnnualRate,
    FirstBalance,
    FirstMonthlyPayment,
    FirstMonthsLeft,
    HomeValueNeeded,
    MissedPayments,
    MonthlyPayment,
    MonthsLeft,
    NewAnnualRate,
    NewMonths,
    PlanMonths,
)
from calculators.core.loans import (
    ZERO,
    Loan,
    PaymentTooSmall,
    exactly,
    level_payment,
    month_interest,
    total_interest,
)
from calculators.facts import fact

COLUMNS = tuple(key for key, _ in COLUMN.choices)
# While something stays past due, a bare yes would say too much.
KEPT = VerdictKind("Yes, if all is paid", "No")
SELLING_COST, HORIZON = fact("selling_cost_percent"), fact("horizon_months")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
    monthly_payment: Annotated[MonthlyPayment, Placed(example="")] | None = None
    arrears: Annotated[Arrears, Placed("If you are behind on it")] = ZERO
    missed_payments: MissedPayments = 0
    first_balance: Annotated[FirstBalance, Placed("Your first mortgage", example="198,000")] = ZERO
    first_annual_rate: Annotated[FirstAnnualRate, Placed(example="3.875")] | None = None
    first_months_left: Annotated[FirstMonthsLeft, Placed(example="288")] | None = None
    first_monthly_payment: Annotated[FirstMonthlyPayment, Placed()] | None = None
    home_value: HomeValueNeeded
    new_annual_rate: Annotated[NewAnnualRate, Placed("New terms, or a new loan")] | None = None
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


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars. Raises Refused when a box is missing or a payment is too small."""
    home = _household(inputs)
    options = options_of(home)
    figures = {
        f"{option.key}__{column}": option.values.get(column)
        for option in options
        for column in COLUMNS
    }
    return Answer(
        figures=figures,
        tables={
            "options": [
                (each.key, *(figures[f"{each.key}__{column}"] for column in COLUMNS), each.depends)
                for each in options
            ],
            "why": [
                (each.key, column, each.why[column])
                for each in options
                for column in COLUMNS
                if column in each.why
            ],
        },
        steps=steps(home),
        notes=notes(home, options),
        facts=_facts(inputs, home),
    )


def _household(inputs: Inputs) -> Household:
    """The loans as they stand, and what is past due."""
    second = _covering_interest(
        Loan(inputs.balance, inputs.annual_rate, inputs.months_left, inputs.monthly_payment),
        "monthly_payment",
    )
    missed = second.rows[: inputs.missed_payments]
    if len(missed) < inputs.missed_payments:
        raise refuse("missed_payments", "Write no more payments than are left on the loan.")
    interest = total_interest(missed)
    first, beside = _first(inputs)
    return Household(
        second=second,
        first=first,
        beside=beside,
        missed_payments=inputs.missed_payments,
        missed_interest=interest,
        arrears=inputs.arrears,
        home_value=inputs.home_value,
        offer=_offer(inputs),
        sale_cost_percent=inputs.sale_cost_percent,
        plan_months=inputs.plan_months,
        horizon=inputs.horizon_months,
    )


def _first(inputs: Inputs) -> tuple[Loan | None, Decimal]:
    """The first mortgage, and what its payment holds besides principal and interest."""
    balance, typed = inputs.first_balance, inputs.first_monthly_payment
    if balance == 0:
        if typed:
            message = "Fill this in, because you wrote the first mortgage’s payment."
            raise refuse("first_balance", message)
        return None, ZERO
    rate, months = inputs.first_annual_rate, inputs.first_months_left
    if rate is None or months is None:
        boxes = ("first_annual_rate", "first_months_left")
        message = "Fill this in, because you wrote what you owe on the first mortgage."
        raise Refused(*(FieldError(box, message) for box in boxes if getattr(inputs, box) is None))
    level = level_payment(balance, rate, months)
    if typed is None or typed >= level:
        return Loan(balance, rate, months), (typed or level) - level
    return _covering_interest(Loan(balance, rate, months, typed), "first_monthly_payment"), ZERO


def _offer(inputs: Inputs) -> Offer | None:
    """The new terms; None while neither of them is filled in."""
    rate, months = inputs.new_annual_rate, inputs.new_months
    if rate is None and months is None:
        return None
    if rate is None:
        raise refuse("new_annual_rate", "Fill this in too, or empty the new number of months.")
    if months is None:
        raise refuse("new_months", "Fill this in too, or empty the new rate.")
    return Offer(rate, months, inputs.closing_costs)


def _covering_interest(loan: Loan, box: str) -> Loan:
    """The loan, once its payment covers the interest. Raises Refused at `box` when it does not."""
    interest = month_interest(loan.principal, loan.annual_rate)
    try:
        _ = loan.rows
    except PaymentTooSmall:
        raise refuse(
            box,
            f"A month’s interest on this balance is {MONEY.pretty(interest)}. Check the payment, "
            "the balance and the rate: the payment must cover the interest.",
        ) from None
    return loan


def _facts(inputs: Inputs, home: Household) -> list[str]:
    ids = ["no_specific_option"]
    if home.to_catch_up:
        ids += ["second_can_foreclose", "hud_counselor_phone", "plan_months"]
    if inputs.sale_cost_percent == SELLING_COST.decimal:
        ids.append("selling_cost_percent")
    if inputs.horizon_months == HORIZON.number:
        ids.append("horizon_months")
    return ids


CALCULATOR = Calculator(
    slug="compare",
    title="Compare your choices",
    question="What would each choice cost, now and in all?",
    inputs=Inputs,
    calculate=calculate,
    figures=tuple(
        Figure(
            f"{option}__{column}",
            f"{OPTION.pretty(option)}: {COLUMN.pretty(column)}",
            KEPT if column == "keeps_home" else MONEY,
        )
        for option, _ in OPTION.choices
        for column in COLUMNS
    ),
    tables=(
        Table(
            "options",
            "Your choices side by side",
            (
                Column("option", "Choice", OPTION),
                *(
                    Column(key, label, KEPT if key == "keeps_home" else MONEY)
                    for key, label in COLUMN.choices
                ),
                Column("depends_on", "It depends on", TEXT),
            ),
            folded=False,
            explained_by="why",
        ),
        Table(
            "why",
            "Why each figure is what it is",
            (
                Column("option", "Choice", OPTION),
                Column("column", "Figure", COLUMN),
                Column("why", "Why", TEXT),
            ),
        ),
    ),
    charts=(
        Bars(
            "Highest payment in the next 12 months",
            "options",
            "option",
            ("payment_next_12",),
        ),
        Bars(
            "Paid by then, and still owed by then",
            "options",
            "option",
            ("total_paid", "owed_at_horizon"),
        ),
    ),
    what_if=WhatIf(
        ("modification__payment_next_12", "sell__equity_at_horizon"),
        (
            percent("home_value", "Home’s value"),
            points("new_annual_rate", "New rate"),
            months("new_months", "New time to pay", 60),
        ),
    ),
)
