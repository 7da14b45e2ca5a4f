"""What will a home equity line cost when the draw period ends, and what rate could you still pay?

Rules: the contract's *heloc*. Until the draw ends, only interest is paid, at today's rate; then a
level payment at today's rate plus the rise; or everything falls due at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import (
    DAILY_INTEREST,
    MONTH_BY_MONTH,
    Answer,
    Calculator,
    Column,
    Figure,
    FigureBars,
    Note,
    Table,
    WhatIf,
    highest_rate_in_words,
    level_payment_in_words,
    month_by_month,
    month_interest_in_words,
    months,
    no_promise,
    points,
)
from calculators.core.forms import MONEY, MONTHS, PERCENT, RATE, Field, Money, Months, Rate
from calculators.core.forms.household import AnnualRate, Balance
from calculators.core.loans import (
    ZERO,
    exactly,
    highest_rate,
    level_payment,
    month_interest,
    percent_of,
    schedule,
)
from calculators.facts import fact

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
        notes=_notes(inputs, figures),
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
    """The arithmetic in words, with the reader's own numbers."""
    cash, steps = MONEY.pretty, []
    now, full = figures["interest_only_payment"], figures["repayment_payment"]
    if now is not None:
        words = month_interest_in_words(inputs.balance, inputs.annual_rate, now)
        steps.append(f"Until the draw period ends, the month’s interest is due: {words}.")
    if full is None:
        steps.append(
            "Interest-only payments take nothing off the balance, so at the end of the draw period "
            f"all {cash(inputs.balance)} is still owed."
        )
        return steps
    if inputs.rate_rise:
        steps.append(
            f"The rate after that: {RATE.pretty(inputs.annual_rate)} + "
            f"{RATE.pretty(inputs.rate_rise)} = {RATE.pretty(inputs.later_rate)}."
        )
    steps.append(
        "The payment after that. "
        + level_payment_in_words(inputs.balance, inputs.later_rate, inputs.repayment_months, full)
    )
    if now is not None:
        step = f"The rise: {cash(full)} − {cash(now)} = {cash(figures['payment_increase'])} a month"
        if now:
            percent = PERCENT.pretty(figures["payment_increase_percent"])
            step += f", which is {percent} of {cash(now)}"
        steps.append(f"{step}.")
    rate, budget = figures["highest_affordable_rate"], inputs.affordable_payment
    if rate is not None and budget is not None:
        words = highest_rate_in_words(inputs.balance, inputs.repayment_months, budget, rate)
        steps.append(f"The highest rate: {words}")
    return steps


def _notes(inputs: Inputs, figures: Mapping[str, Any]) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    cash = MONEY.pretty
    full, more = figures["repayment_payment"], figures["payment_increase"]
    when = f"In {MONTHS.pretty(inputs.draw_months_left)}" if inputs.draw_months_left else "Now"
    warnings = []
    if figures["balloon_payment"]:
        warnings.append(
            f"{when} {cash(inputs.balance)} falls due all at once, and that month’s interest with "
            f"it. {fact('heloc_balloon_possible').says} Ask it now, in writing, what can be done. "
            f"{_counselor()}"
        )
    if more:
        warnings.append(
            f"{when}, when the draw period ends, the payment goes up by {cash(more)} a month. "
            "Interest-only payments do not lower what you owe. Call the lender well before then: "
            "ask for longer to pay it back, a fixed rate or a lower one, and get the answer in "
            f"writing. {_counselor()}"
        )
    warnings += _budget_warning(inputs, full)
    infos = _budget_infos(inputs, figures)
    if inputs.balance == 0:
        infos.append("By these figures nothing is owed on this line.")
    elif more is not None and figures["payment_increase_percent"] is None:
        infos.append("Today’s payment is zero, so the rise cannot be shown as a percentage.")
    infos += [
        no_promise("heloc_written_change"),
        f"{fact('heloc_rate_index').says} Your agreement names it, and how high the rate may go. "
        "Some lines ask for a little principal from the start.",
        "This counts no new borrowing, and interest worked out monthly. Fees, taxes and insurance "
        f"are extra. {DAILY_INTEREST}",
    ]
    return [Note("warning", text) for text in warnings] + [Note("info", text) for text in infos]


def _counselor() -> str:
    """Who helps without charge, whatever the lender says."""
    return (
        "A housing counselor can help you ask: call "
        f"{fact('hud_counselor_phone').text}. Help to prevent foreclosure is "
        f"{fact('foreclosure_counseling_cost').text}."
    )


def _budget_warning(inputs: Inputs, full: Decimal | None) -> list[str]:
    """The payment is more than the reader could pay."""
    budget = inputs.affordable_payment
    if full is None or budget is None or full <= budget:
        return []
    return [
        f"At {RATE.pretty(inputs.later_rate)} the payment is {MONEY.pretty(full - budget)} more "
        f"than the {MONEY.pretty(budget)} you could pay. Call the lender before the first one "
        "is due."
    ]


def _budget_infos(inputs: Inputs, figures: Mapping[str, Any]) -> list[str]:
    """Why there is no highest rate for a budget, or none that matters."""
    budget, rate = inputs.affordable_payment, figures["highest_affordable_rate"]
    if budget is None:
        return []
    if not inputs.repayment_months:
        return ["No monthly payment pays this back, so there is no highest rate to look for."]
    if rate is None:
        return [
            f"{MONEY.pretty(budget)} a month is too little at any rate: it does not pay back "
            f"{MONEY.pretty(inputs.balance)} in {MONTHS.pretty(inputs.repayment_months)} even "
            "without interest."
        ]
    return []


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
