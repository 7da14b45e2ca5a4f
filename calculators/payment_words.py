"""What the payment calculator says: how it got there, and what to know beside the figures."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from calculators.core.answers import DAILY_INTEREST, Note, level_payment_in_words
from calculators.core.forms import MONEY, MONTHS, RATE
from calculators.core.loans import Installment, total_interest, total_paid

TOO_MUCH_INTEREST_ONLY = "Write fewer months than are left to pay."
BALLOON_TOO_LATE = "Write a month that is not after the last payment."
TOWARD_PRINCIPAL = "Ask the servicer to put the extra money toward principal, in writing."
WHAT_COUNTS = (
    "This counts principal and interest only, with interest worked out monthly. Late fees, "
    f"taxes and insurance are extra. {DAILY_INTEREST}"
)
cash = MONEY.pretty


def steps(
    balance: Decimal,
    annual_rate: Decimal,
    paying_months: int,
    level: Decimal,
    rows: Sequence[Installment],
) -> list[str]:
    """The arithmetic in words, with the reader's own numbers."""
    level_step = level_payment_in_words(balance, annual_rate, paying_months, level)
    if not rows:
        return [level_step]
    first, last = rows[0], rows[-1]
    paid, interest = total_paid(rows), total_interest(rows)
    return [
        level_step,
        f"Month 1: interest is {cash(balance)} × {RATE.pretty(annual_rate)} ÷ 12 = "
        f"{cash(first.interest)}. You pay {cash(first.payment)}, so {cash(first.principal)} comes "
        f"off the balance and {cash(first.balance)} is left. Each month goes on like this.",
        f"Month {last.month}: {cash(last.payment)} pays the last of it. "
        "The last payment takes up what rounding left over.",
        f"All payments add up to {cash(paid)}. Less the {cash(balance)} you owe now, that is "
        f"{cash(interest)} of interest.",
    ]


def notes(
    balance: Decimal,
    extra_monthly: Decimal,
    interest_only_months: int,
    balloon_month: int,
    figures: Mapping[str, Any],
) -> list[Note]:
    """What the figures do not say by themselves."""
    said = []
    if balance == 0:
        said.append(Note("info", "By these figures nothing is owed on this loan."))
    if figures["balloon_payment"]:
        said.append(Note("warning", _balloon(balloon_month, figures["balloon_payment"])))
    balloon_first = 0 < balloon_month <= interest_only_months
    if interest_only_months and not balloon_first:
        rise = figures["monthly_payment"] - figures["interest_only_payment"]
        said.append(Note("warning", _after_interest_only(interest_only_months, rise)))
    if extra_monthly:
        said.append(
            Note("info", "Ask the servicer to put the extra money toward principal, in writing.")
        )
    said.append(Note("info", WHAT_COUNTS))
    return said


def _balloon(month: int, payment: Decimal) -> str:
    return (
        f"With payment {month} you would owe {cash(payment)} all at once. Ask the lender now, in "
        "writing, what can be done before then."
    )


def _after_interest_only(months: int, rise: Decimal) -> str:
    return (
        f"After {MONTHS.pretty(months)} the payment goes up by {cash(rise)} a month. "
        "Interest-only payments do not lower what you owe."
    )
