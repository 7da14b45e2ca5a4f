"""What does it take to catch up on missed payments: at once, in a plan, at the end, or later?

Rules: the contract's *catch_up*. A plan's extra payment is rounded up to the cent, so that it never
falls short. In a pause, interest builds only on the principal that the paused payments would have
paid: the interest on the rest is already inside those payments.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from calculators.catch_up.arrears import Arrears, whole_debt
from calculators.catch_up.inputs import Inputs, either
from calculators.catch_up.lead_words import lead
from calculators.catch_up.tables import TABLES
from calculators.catch_up.words import (
    ALL_PAUSED,
    INTEREST_LEFT_OUT,
    NO_WHOLE_FIRST,
    at_risk,
    both_missed,
    first_missed,
    interest_in_pause,
    long_pause,
    long_plan,
    more_than_the_debt,
    notes,
    payment_below_interest,
    steps,
)
from calculators.core.answers import (
    Answer,
    Calculator,
    Figure,
    Slide,
    WhatIf,
    months,
)
from calculators.core.forms import MONEY, refuse
from calculators.core.loans import (
    PausedMonth,
    PaymentTooSmall,
    exactly,
    paused_months,
)
from calculators.facts import fact

ALWAYS_USED = ("no_specific_option", "hud_counselor_phone", "reinstate_by_law_or_papers")


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars. Raises Refused for a payment below a month's interest."""
    arrears = Arrears(
        payment=inputs.monthly_payment,
        each=either(inputs.payment_each, inputs.monthly_payment),
        debt=_whole_debt(inputs),
        missed_payments=inputs.missed_payments,
        fees=inputs.fees_owed,
        held=inputs.unapplied_funds,
        plan_months=inputs.plan_months,
        pause=_pause(inputs),
    )
    first_owed = inputs.first_missed_amount
    limits = list(_limits(inputs, arrears))
    risk = at_risk(arrears, first_owed)
    return Answer(
        figures={
            "reinstatement_amount": arrears.owed,
            "plan_extra": arrears.plan_extra,
            "plan_payment": arrears.payment + arrears.plan_extra,
            "deferred_amount": arrears.deferred,
            "forbearance_amount": arrears.paused,
            "first_reinstatement_amount": first_owed,
            "both_reinstatement_amount": None if first_owed is None else arrears.owed + first_owed,
        },
        tables={
            "options": arrears.options(),
            "plan": arrears.plan(),
            "pause": [
                (each.month, each.payment, each.interest, each.owed) for each in arrears.pause
            ],
        },
        steps=[
            *steps(arrears, _interest(inputs, arrears)),
            *_first(inputs, arrears.owed, first_owed),
        ],
        notes=notes(
            arrears,
            first_owed,
            [*_capped(arrears), *(text for text, _ in limits), *_left_out(inputs, arrears.pause)],
        ),
        facts=(
            *ALWAYS_USED,
            *(("second_can_foreclose",) if risk else ()),
            *(each for _, ids in limits for each in ids),
        ),
        lead=lead(arrears, inputs.affordable_payment, risk),
    )


def _whole_debt(inputs: Inputs) -> Decimal | None:
    """What can be owed at most, fees apart; None without the balance."""
    if inputs.balance is None:
        return None
    months = int(inputs.missed_months.to_integral_value(ROUND_CEILING))
    return whole_debt(inputs.balance, inputs.annual_rate, months)


def _pause(inputs: Inputs) -> list[PausedMonth]:
    """The paused payments, with interest where it builds and can be known."""
    payment, months = inputs.monthly_payment, inputs.forbearance_months
    balance, rate = inputs.balance, inputs.annual_rate
    if balance is None or rate is None or not inputs.interest_accrues:
        return paused_months(payment, months)
    try:
        return paused_months(payment, months, balance, rate)
    except PaymentTooSmall:
        raise refuse("monthly_payment", payment_below_interest(balance, rate)) from None


def _interest(inputs: Inputs, arrears: Arrears) -> Iterator[str]:
    """How interest builds in a pause, where it is counted."""
    extra = arrears.paused_interest
    if inputs.balance is not None and inputs.annual_rate is not None and extra:
        yield interest_in_pause(inputs.balance, inputs.annual_rate, arrears.pause[0], extra)


def _first(inputs: Inputs, owed: Decimal, first_owed: Decimal | None) -> Iterator[str]:
    """The arithmetic of the first mortgage, where both boxes about it are full."""
    payment, missed = inputs.first_monthly_payment, inputs.first_missed_payments
    if payment is not None and missed is not None and first_owed is not None:
        yield first_missed(missed, either(inputs.first_payment_each, payment), first_owed)
        yield both_missed(owed, first_owed)


def _limits(inputs: Inputs, arrears: Arrears) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What goes past the short plans of 12 CFR 1024.41(c)(2)(iii), with the ids of the facts."""
    missed, length = fact("repayment_plan_arrears_months"), fact("repayment_plan_length_months")
    pause = fact("forbearance_short_term_months")
    large = inputs.missed_months > missed.number or inputs.plan_months > length.number
    if arrears.owed and large:
        yield long_plan(missed.text, length.text), (missed.id, length.id)
    if inputs.forbearance_months > pause.number:
        yield long_pause(pause.text), (pause.id,)


def _capped(arrears: Arrears) -> Iterator[str]:
    """Where the missed payments come to more than there is to pay."""
    if arrears.missed_amount < arrears.missed_in_full:
        yield more_than_the_debt(arrears.missed_in_full, arrears.missed_amount)


def _left_out(inputs: Inputs, pause: list[PausedMonth]) -> Iterator[str]:
    """What these figures leave out for want of an answer, or count no further."""
    if pause and inputs.interest_accrues:
        if inputs.balance is None or inputs.annual_rate is None:
            yield INTEREST_LEFT_OUT
        elif pause[-1].principal == inputs.balance:
            yield ALL_PAUSED
    if (inputs.first_monthly_payment is None) != (inputs.first_missed_payments is None):
        yield NO_WHOLE_FIRST


CALCULATOR = Calculator(
    slug="catch_up",
    title="Catch-up calculator",
    question="What would it take to catch up on missed payments?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "reinstatement_amount",
            "To catch up all at once",
            MONEY,
            main=True,
            meaning="All that is past due on your second mortgage: reinstatement.",
        ),
        Figure(
            "plan_payment",
            "Payment in a repayment plan",
            MONEY,
            main=True,
            meaning="The regular payment and the extra together.",
        ),
        Figure("plan_extra", "The extra each month", MONEY),
        Figure(
            "deferred_amount",
            "Moved to the end of the loan",
            MONEY,
            meaning="A deferral. Fees stay due now.",
        ),
        Figure(
            "forbearance_amount",
            "Built up in a pause",
            MONEY,
            meaning="What you would not pay, with its interest. What is past due comes on top.",
        ),
        Figure(
            "first_reinstatement_amount",
            "Past due on your first mortgage",
            MONEY,
            meaning="The missed payments, without fees.",
        ),
        Figure(
            "both_reinstatement_amount",
            "Past due on both mortgages",
            MONEY,
            meaning="To catch up all at once on both, without the first mortgage’s fees.",
        ),
    ),
    tables=TABLES,
    what_if=WhatIf(
        ("plan_payment",), (months("plan_months", "Plan", 3),), (Slide("plan_months", 1),)
    ),
)
