"""What does it take to catch up on missed payments: at once, in a plan, at the end, or later?

Rules: the contract's *catch_up*. A plan's extra payment is rounded up to the cent, so that it never
falls short. In a pause, interest builds only on the principal that the paused payments would have
paid: the interest on the rest is already inside those payments.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import (
    DAILY_INTEREST,
    Answer,
    Calculator,
    Column,
    Figure,
    Note,
    Table,
    WhatIf,
    month_interest_in_words,
    months,
    no_promise,
)
from calculators.core.forms import (
    COUNT,
    MONEY,
    MONTHS,
    ChoiceKind,
    Field,
    Money,
    Months,
    Placed,
    YesNo,
    refuse,
)
from calculators.core.forms.household import (
    AnnualRate,
    Balance,
    FirstMissedPayments,
    FirstMonthlyPayment,
    MissedPayments,
    MonthlyPayment,
    PlanMonths,
)
from calculators.core.loans import (
    ZERO,
    PausedMonth,
    PaymentTooSmall,
    cents_up,
    exactly,
    month_interest,
    paused_months,
)
from calculators.facts import fact

ALWAYS_USED = ("no_specific_option", "hud_counselor_phone", "reinstate_by_law_or_papers")
OPTION = ChoiceKind(
    (
        ("reinstate", "Pay it all at once"),
        ("repayment_plan", "Repayment plan"),
        ("deferral", "Move it to the end"),
        ("forbearance", "Pause payments"),
    )
)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    monthly_payment: MonthlyPayment
    missed_payments: MissedPayments
    fees_owed: Annotated[
        Money,
        Field(
            "Late fees and other charges you owe on it",
            "From your statement. Write 0 for none.",
            example="75",
        ),
    ] = ZERO
    unapplied_funds: Annotated[
        Money,
        Field(
            "Money the servicer already holds for you",
            "Part payments that it has not counted yet. A statement may call it “unapplied” or "
            "“suspense”. Write 0 for none.",
        ),
    ] = ZERO
    plan_months: Annotated[PlanMonths, Placed("The choices")] = fact("plan_months").number
    forbearance_months: Annotated[
        Months,
        Field("Months in which you would pay nothing", "In a pause (forbearance). 0 for none."),
    ] = fact("forbearance_months").number
    balance: (
        Annotated[Balance, Placed("If interest builds during a pause", rare=True, example="")]
        | None
    ) = None
    annual_rate: Annotated[AnnualRate, Placed(example="")] | None = None
    interest_accrues: Annotated[
        YesNo,
        Field("Does interest go on building in a pause?", "Ask. If you are not sure, leave yes."),
    ] = True
    first_monthly_payment: (
        Annotated[FirstMonthlyPayment, Placed("If your first mortgage is behind too", rare=True)]
        | None
    ) = None
    first_missed_payments: FirstMissedPayments | None = None

    @property
    def missed_amount(self) -> Decimal:
        """The missed payments on the second mortgage, dollars."""
        return self.missed_payments * self.monthly_payment

    @property
    def held_too_much(self) -> Decimal:
        """What the servicer holds beyond all that is due, dollars."""
        return max(self.unapplied_funds - self.missed_amount - self.fees_owed, ZERO)


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars. Raises Refused for a payment below a month's interest."""
    owed = max(inputs.missed_amount + inputs.fees_owed - inputs.unapplied_funds, ZERO)
    plan_extra = cents_up(owed / inputs.plan_months)
    pause = _pause(inputs)
    first_owed = None
    if inputs.first_monthly_payment is not None and inputs.first_missed_payments is not None:
        first_owed = inputs.first_missed_payments * inputs.first_monthly_payment
    figures: dict[str, Any] = {
        "reinstatement_amount": owed,
        "plan_extra": plan_extra,
        "plan_payment": inputs.monthly_payment + plan_extra,
        "deferred_amount": max(inputs.missed_amount - inputs.unapplied_funds, ZERO),
        "forbearance_amount": pause[-1].owed if pause else ZERO,
        "first_reinstatement_amount": first_owed,
    }
    limits = _limits(inputs, owed)
    return Answer(
        figures=figures,
        tables={
            "options": _options(inputs, figures),
            "plan": _plan(inputs, owed, plan_extra),
            "pause": [(each.month, each.payment, each.interest, each.owed) for each in pause],
        },
        steps=_steps(inputs, figures, pause),
        notes=_notes(inputs, figures, pause, [text for text, _ in limits]),
        facts=(*ALWAYS_USED, *(each for _, ids in limits for each in ids)),
    )


def _pause(inputs: Inputs) -> list[PausedMonth]:
    """The paused payments, with interest where it builds and can be known."""
    payment, months = inputs.monthly_payment, inputs.forbearance_months
    balance, rate = inputs.balance, inputs.annual_rate
    if balance is None or rate is None or not inputs.interest_accrues:
        return paused_months(payment, months)
    try:
        return paused_months(payment, months, balance, rate)
    except PaymentTooSmall:
        raise refuse(
            "monthly_payment",
            f"A month’s interest on this balance is {MONEY.pretty(month_interest(balance, rate))}. "
            "Check the payment, the balance and the rate: the payment must cover the interest.",
        ) from None


def _plan(inputs: Inputs, owed: Decimal, plan_extra: Decimal) -> Iterator[tuple[Any, ...]]:
    """Month, regular payment, part toward what is owed, both together, and what is left of it."""
    left = owed
    for month in range(1, inputs.plan_months + 1):
        if left == 0:
            break
        extra = min(plan_extra, left)
        left -= extra
        yield month, inputs.monthly_payment, extra, inputs.monthly_payment + extra, left


def _options(inputs: Inputs, figures: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Option, due now, monthly payment then, for how many months, and due after that."""
    owed, payment = figures["reinstatement_amount"], inputs.monthly_payment
    deferred, after_pause = figures["deferred_amount"], owed + figures["forbearance_amount"]
    return [
        ("reinstate", owed, payment, None, ZERO),
        ("repayment_plan", ZERO, figures["plan_payment"], inputs.plan_months, ZERO),
        ("deferral", owed - deferred, payment, None, deferred),
        ("forbearance", ZERO, ZERO, inputs.forbearance_months, after_pause),
    ]


def _steps(inputs: Inputs, figures: Mapping[str, Any], pause: list[PausedMonth]) -> list[str]:
    """The arithmetic in words, with the reader's own numbers."""
    cash, owed = MONEY.pretty, figures["reinstatement_amount"]
    deferred, paused = figures["deferred_amount"], figures["forbearance_amount"]
    missed = f"{inputs.missed_payments} × {cash(inputs.monthly_payment)} missed"
    held = f"{cash(inputs.unapplied_funds)} already held"
    steps = [
        f"All at once: {missed} + {cash(inputs.fees_owed)} of fees − {held} = {cash(owed)}, and "
        "never less than zero.",
        f"Repayment plan: {cash(owed)} ÷ {inputs.plan_months} = {cash(figures['plan_extra'])}, "
        "rounded up to the cent so that it does not fall short. With the regular payment that is "
        f"{cash(figures['plan_payment'])} a month.",
        f"Moved to the end: {missed} − {held} = {cash(deferred)}, and never less than zero. The "
        f"other {cash(owed - deferred)} is fees, which stay due.",
        f"Pause: {inputs.forbearance_months} × {cash(inputs.monthly_payment)} = "
        f"{cash(inputs.forbearance_months * inputs.monthly_payment)} not paid.",
        *_interest_steps(inputs, pause),
        f"After the pause you would owe {cash(paused)} for it and the {cash(owed)} from before: "
        f"{cash(paused + owed)}.",
    ]
    if inputs.first_monthly_payment is not None and inputs.first_missed_payments is not None:
        steps.append(
            f"First mortgage: {inputs.first_missed_payments} × "
            f"{cash(inputs.first_monthly_payment)} missed = "
            f"{cash(figures['first_reinstatement_amount'])}, without its fees."
        )
    return steps


def _interest_steps(inputs: Inputs, pause: list[PausedMonth]) -> list[str]:
    """How interest builds in a pause, where it is counted."""
    balance, rate, cash = inputs.balance, inputs.annual_rate, MONEY.pretty
    extra = sum((each.interest for each in pause), ZERO)
    if balance is None or rate is None or extra == 0:
        return []
    first = pause[0]
    words = month_interest_in_words(balance, rate, month_interest(balance, rate))
    return [
        f"Interest in the pause: of the first payment not made, {words}, is interest, and "
        f"{cash(first.principal)} would have come off the balance. That {cash(first.principal)} "
        f"bears {cash(first.interest)} until the next due date. Month by month this adds up to "
        f"{cash(extra)}."
    ]


def _limits(inputs: Inputs, owed: Decimal) -> list[tuple[str, tuple[str, ...]]]:
    """What goes past the short plans of 12 CFR 1024.41(c)(2)(iii), with the ids of the facts."""
    arrears, length = fact("repayment_plan_arrears_months"), fact("repayment_plan_length_months")
    pause = fact("forbearance_short_term_months")
    which = (
        "most servicers that are not small may grant, on a fixed loan on your main home, before "
        "they have your whole application"
    )
    ask = "Ask what the servicer needs for a complete application."
    limits: list[tuple[str, tuple[str, ...]]] = []
    if owed and (inputs.missed_payments > arrears.number or inputs.plan_months > length.number):
        text = (
            f"This repayment plan is larger than the short plans that {which}: at most "
            f"{arrears.text} of missed payments, over at most {length.text}. {ask}"
        )
        limits.append((text, (arrears.id, length.id)))
    if inputs.forbearance_months > pause.number:
        text = f"This pause is longer than the short ones that {which}: at most {pause.text}. {ask}"
        limits.append((text, (pause.id,)))
    return limits


def _notes(
    inputs: Inputs, figures: Mapping[str, Any], pause: list[PausedMonth], limits: list[str]
) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    cash, first_owed = MONEY.pretty, figures["first_reinstatement_amount"]
    warnings, infos = [], []
    if first_owed:
        warnings.append(
            f"Your first mortgage is behind too, by {cash(first_owed)} and any fees. Each lender "
            "decides for itself: ask both."
        )
    if inputs.held_too_much:
        infos.append(
            f"The servicer holds {cash(inputs.held_too_much)} more than what is due by these "
            "figures. Ask it in writing how it will use that money."
        )
    infos += limits
    infos += _pause_infos(inputs, pause)
    if (inputs.first_monthly_payment is None) != (inputs.first_missed_payments is None):
        infos.append("For what the first mortgage needs, fill in both boxes about it.")
    infos += [
        "If nothing was paid or heard on this loan for years, do not pay, promise or write that "
        "you owe it until a lawyer has looked.",
        "If the lender has called the whole loan due (accelerated it), the missed payments may not "
        f"be enough to stop a foreclosure. {fact('reinstate_by_law_or_papers').says} Ask for the "
        "amount in writing, and call a housing counselor at "
        f"{fact('hud_counselor_phone').text}.",
        no_promise("no_specific_option"),
        "After a pause, the payments not made may fall due at once. Ask before you agree how you "
        "would make them up.",
        f"The servicer may add more fees and charges. {DAILY_INTEREST}",
    ]
    return [Note("warning", text) for text in warnings] + [Note("info", text) for text in infos]


def _pause_infos(inputs: Inputs, pause: list[PausedMonth]) -> list[str]:
    """What the interest in a pause does or does not count."""
    if not pause or not inputs.interest_accrues:
        return []
    if inputs.balance is None or inputs.annual_rate is None:
        return [
            "Interest often goes on building in a pause. This leaves it out. To count it, fill in "
            "what you owe and its interest rate."
        ]
    if pause[-1].principal == inputs.balance:
        return [
            "The paused payments come to as much as you owe, or more. You would never owe more "
            "than the balance with its interest."
        ]
    return []


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
    ),
    tables=(
        Table(
            "options",
            "The choices side by side",
            (
                Column("option", "Choice", OPTION),
                Column("due_now", "Due now", MONEY),
                Column("monthly_payment", "Then each month", MONEY),
                Column("months", "For how long", MONTHS, "As before"),
                Column("due_later", "Still due after that", MONEY),
            ),
            folded=False,
        ),
        Table(
            "plan",
            "The repayment plan, month by month",
            (
                Column("month", "Month", COUNT),
                Column("monthly_payment", "Regular payment", MONEY),
                Column("extra", "Extra", MONEY),
                Column("plan_payment", "Together", MONEY),
                Column("left", "Still past due", MONEY),
            ),
        ),
        Table(
            "pause",
            "The pause, month by month",
            (
                Column("month", "Month", COUNT),
                Column("payment", "Payment not made", MONEY),
                Column("interest", "Interest on its principal", MONEY),
                Column("owed", "Built up so far", MONEY),
            ),
        ),
    ),
    what_if=WhatIf(("plan_payment",), (months("plan_months", "Plan", 3),)),
)
