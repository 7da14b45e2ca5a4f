"""What the payment calculator says: how it got there, and what to know beside the figures."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import (
    Note,
    balloon_in_words,
    daily_interest,
    equal_parts_in_words,
    level_payment_in_words,
)
from calculators.core.forms import MONEY, MONTHS, RATE
from calculators.core.loans import Installment, Schedule, month_interest
from calculators.payment.plan import Plan

TOO_MUCH_INTEREST_ONLY = "Write fewer months than are left to pay."
BALLOON_TOO_LATE = "Write a month that is not after the last payment."
NOTHING_OWED = "By these figures nothing is owed on this loan."
TOWARD_PRINCIPAL = "Ask the servicer to put the extra money toward principal, in writing."
WHAT_COUNTS = (
    "This counts principal and interest only, with interest worked out monthly. Late fees, "
    "taxes and insurance are extra."
)
cash = MONEY.pretty


def steps(plan: Plan, rows: Schedule, figures: Mapping[str, Any]) -> Iterator[str]:
    """The arithmetic in words, with the reader's own numbers."""
    terms = (plan.balance, plan.annual_rate, plan.paying_months, figures["monthly_payment"])
    last_in_parts = figures["last_repayment_payment"]
    if last_in_parts is None:
        yield level_payment_in_words(*terms)
    else:
        yield equal_parts_in_words(*terms, last_in_parts)
    if not rows:
        return
    if plan.paid is not None:
        yield f"Your statement says {cash(plan.paid)} a month. The months below follow it."
    yield _first_month(plan, rows[0])
    yield _last_month(rows[-1], figures["balloon_payment"])
    yield (
        f"All payments add up to {cash(figures['total_paid'])}. Less the {cash(plan.balance)} you "
        f"owe now, that is {cash(figures['total_interest'])} of interest."
    )


def _first_month(plan: Plan, first: Installment) -> str:
    interest = month_interest(plan.balance, plan.annual_rate)
    if first.interest < interest:
        return (
            f"Month 1: a twelfth of a year’s interest is {cash(interest)}. You pay "
            f"{cash(first.payment)}, as for a short month, so it counts as interest only, and "
            f"{cash(first.balance)} is left."
        )
    return (
        f"Month 1: interest is {cash(plan.balance)} × {RATE.pretty(plan.annual_rate)} ÷ 12 = "
        f"{cash(interest)}. You pay {cash(first.payment)}, so {cash(first.principal)} comes "
        f"off the balance and {cash(first.balance)} is left. Each month goes on like this."
    )


def _last_month(last: Installment, balloon: Decimal | None) -> str:
    if balloon:
        return f"Month {last.month} from today: {cash(last.payment)} pays all that is then left."
    return (
        f"Month {last.month} from today: {cash(last.payment)} pays the last of it. "
        "The last payment takes up what rounding left over."
    )


def notes(plan: Plan, rows: Schedule, figures: Mapping[str, Any]) -> Iterator[Note]:
    """What the figures do not say by themselves."""
    if plan.balance == 0:
        yield Note("info", NOTHING_OWED)
    if plan.leaves_a_sum(rows):
        yield Note("warning", balloon_in_words(figures["balloon_payment"], len(rows)))
    elif plan.leaves_a_little(rows):
        yield Note("info", _a_larger_last_payment(rows[-1]))
    if 0 < plan.interest_only_months < len(rows):
        yield from _after_interest_only(plan.interest_only_months, figures)
    yield from _kind_unknown(figures["monthly_payment"], figures["level_repayment_payment"])
    if figures["interest_saved"] is not None:
        yield Note("info", TOWARD_PRINCIPAL)
    yield Note("info", WHAT_COUNTS)
    for text in daily_interest(plan.balance, plan.annual_rate):
        yield Note("info", text)


def _a_larger_last_payment(last: Installment) -> str:
    return (
        f"The payment on your statement leaves a little for the end: the last payment, in month "
        f"{last.month} from today, is {cash(last.payment)}."
    )


def _after_interest_only(months: int, figures: Mapping[str, Any]) -> Iterator[Note]:
    """The step up when principal is paid too."""
    now = figures["current_payment"] or figures["interest_only_payment"]
    rise = figures["monthly_payment"] - now
    if rise >= 0:
        yield Note(
            "warning",
            "Interest-only payments do not lower what you owe. "
            f"After {MONTHS.pretty(months)} the payment goes up by {cash(rise)} a month.",
        )


def _kind_unknown(first: Decimal, level: Decimal | None) -> Iterator[Note]:
    """What it would be like if the loan is paid back in the other way; none where that is known."""
    if level is not None and level != first:
        yield Note(
            "info",
            "You are not sure how the loan is paid back, so this counts the way that costs more "
            f"at first: the same principal each month, and interest on top. It starts at "
            f"{cash(first)} and falls. If your contract says the same payment each month, it is "
            f"{cash(level)}. Ask the servicer which one you have.",
        )
