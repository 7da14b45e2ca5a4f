"""What would new terms for the second mortgage cost, and what terms reach a payment you can keep?

Rules: the contract's *modification*. Past-due interest and fees join the balance; deferred
principal leaves it and falls due at the end. Totals follow each loan's own rounded schedule.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import (
    DAILY_INTEREST,
    Answer,
    Calculator,
    Figure,
    Note,
    WhatIf,
    highest_rate_in_words,
    level_payment_in_words,
    months,
    no_promise,
    owed_over_time,
    points,
    side_by_side,
)
from calculators.core.forms import MONEY, MONTHS, PERCENT, RATE, Field, Money, Placed, refuse
from calculators.core.forms.household import (
    AnnualRate,
    Arrears,
    Balance,
    MonthsLeft,
    NewAnnualRate,
    NewMonths,
)
from calculators.core.loans import (
    ZERO,
    Loan,
    exactly,
    fewest_months,
    highest_rate,
    level_payment,
    percent_of,
    total_paid,
)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
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
        raise refuse(
            "deferred_principal",
            f"Write no more than what is owed, past-due amounts included: {MONEY.pretty(owed)}.",
        )
    current = Loan(inputs.balance, inputs.annual_rate, inputs.months_left)
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
    target = inputs.target_payment
    if target is not None:
        figures["months_for_target"] = fewest_months(
            new.principal, new.annual_rate, target, MONTHS.maximum
        )
        figures["rate_for_target"] = highest_rate(new.principal, new.months, target, RATE.maximum)
    return Answer(
        figures=figures,
        tables={"schedule": _month_by_month(current, new, inputs.deferred_principal)},
        steps=_steps(inputs, current, new, figures),
        notes=_notes(inputs, new, figures),
        facts=("no_specific_option",),
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


def _steps(inputs: Inputs, current: Loan, new: Loan, figures: Mapping[str, Any]) -> list[str]:
    """The arithmetic in words, with the reader's own numbers."""
    cash, at_end = MONEY.pretty, inputs.deferred_principal
    paid_before, paid_after = total_paid(current.rows), total_paid(new.rows)
    return [
        "Today’s terms. "
        + level_payment_in_words(
            current.principal, current.annual_rate, current.months, current.payment
        ),
        f"The new balance: {cash(inputs.balance)} + {cash(inputs.arrears)} past due − "
        f"{cash(at_end)} set aside = {cash(new.principal)}. This is what bears interest.",
        "The new terms. "
        + level_payment_in_words(new.principal, new.annual_rate, new.months, new.payment),
        f"The change: {cash(new.payment)} − {cash(current.payment)} = "
        f"{cash(figures['payment_change'])} a month.",
        f"In all, on today’s terms: {cash(paid_before)} of payments + {cash(inputs.arrears)} past "
        f"due, which you would also have to pay = {cash(figures['total_paid_before'])}.",
        f"In all, on the new terms: {cash(paid_after)} of payments + {cash(at_end)} at the end = "
        f"{cash(figures['total_paid_after'])}.",
        *_target_steps(inputs.target_payment, new, figures),
    ]


def _target_steps(target: Decimal | None, new: Loan, figures: Mapping[str, Any]) -> list[str]:
    """How the months and the rate for a target payment were found."""
    cash, steps = MONEY.pretty, []
    months, rate = figures["months_for_target"], figures["rate_for_target"]
    if target is not None and months is not None:
        fits = level_payment(new.principal, new.annual_rate, months)
        step = (
            f"Months for {cash(target)}: at {RATE.pretty(new.annual_rate)} over "
            f"{MONTHS.pretty(months)} the payment is {cash(fits)}."
        )
        if months > 1:
            over = level_payment(new.principal, new.annual_rate, months - 1)
            step += f" One month fewer would make it {cash(over)}, which is too much."
        steps.append(step)
    if target is not None and rate is not None:
        words = highest_rate_in_words(new.principal, new.months, target, rate)
        steps.append(f"Rate for {cash(target)}: {words}")
    return steps


def _notes(inputs: Inputs, new: Loan, figures: Mapping[str, Any]) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    cash = MONEY.pretty
    change, at_end = figures["payment_change"], inputs.deferred_principal
    more_in_all = figures["total_paid_after"] - figures["total_paid_before"]
    warnings = []
    if change < 0 < more_in_all:
        warnings.append(
            f"The payment falls by {cash(-change)} a month, but the total cost rises: you would "
            f"pay {cash(more_in_all)} more in all if you keep the loan to its end."
        )
    if change > 0:
        warnings.append(f"The payment goes up by {cash(change)} a month.")
    if at_end:
        warnings.append(
            f"{cash(at_end)} falls due at once with the last payment. It may fall due sooner if "
            "you sell or refinance. Ask for the terms in writing."
        )
    if inputs.arrears:
        warnings.append(
            f"The {cash(inputs.arrears)} past due becomes part of the balance. You pay interest "
            "on it, unless it is set aside. Ask whether late fees can be dropped."
        )
    infos = _target_notes(inputs.target_payment, new, figures)
    if new.principal == 0:
        infos.append("By these figures no balance is left that bears interest.")
    if figures["payment_change_percent"] is None:
        infos.append("Today’s payment is zero, so the change cannot be shown as a percentage.")
    infos += [
        no_promise("no_specific_option"),
        "This treats both rates as fixed, with interest worked out monthly. Taxes, insurance and "
        f"any fee for the change are extra. {DAILY_INTEREST}",
    ]
    return [Note("warning", text) for text in warnings] + [Note("info", text) for text in infos]


def _target_notes(target: Decimal | None, new: Loan, figures: Mapping[str, Any]) -> list[str]:
    """Why the target is out of reach by more months, or by a lower rate."""
    notes, cash = [], MONEY.pretty
    if target is not None and figures["months_for_target"] is None:
        notes.append(
            f"More months alone do not bring the payment down to {cash(target)}: at "
            f"{RATE.pretty(new.annual_rate)} even {MONTHS.pretty(MONTHS.maximum)} are too few. "
            "A lower rate or a smaller balance would be needed."
        )
    if target is not None and figures["rate_for_target"] is None:
        notes.append(
            f"A lower rate alone does not bring the payment down to {cash(target)}: over "
            f"{MONTHS.pretty(new.months)} even no interest at all is not enough. More months or a "
            "smaller balance would be needed."
        )
    return notes


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
            MONEY,
            main=True,
            meaning="A minus means that the payment falls.",
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
    ),
)
