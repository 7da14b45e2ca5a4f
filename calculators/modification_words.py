"""What the modification calculator says: how it got there, and what to know beside the figures."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import (
    balloon_of_loan_in_words,
    daily_interest,
    highest_rate_in_words,
    no_promise,
    payment_goes_up,
    payment_in_words,
)
from calculators.core.forms import MONEY, MONTHS, RATE
from calculators.core.loans import Loan, level_payment, total_paid

cash = MONEY.pretty


def too_much_set_aside(owed: Decimal) -> str:
    """Why a part of the balance that is set aside was refused."""
    return f"Write no more than what is owed, past-due amounts included: {cash(owed)}."


def steps(
    current: Loan, new: Loan, arrears: Decimal, at_end: Decimal, figures: Mapping[str, Any]
) -> list[str]:
    """The arithmetic in words, with the reader's own numbers; `at_end` is what is set aside."""
    today = payment_in_words(current)
    offered = payment_in_words(new)
    return [
        f"Today’s terms. {today}",
        f"The new balance: {cash(current.principal)} + {cash(arrears)} past due − "
        f"{cash(at_end)} set aside = {cash(new.principal)}. This is what bears interest.",
        f"The new terms. {offered}",
        f"The change: {cash(new.payment)} − {cash(current.payment)} = "
        f"{cash(figures['payment_change'])} a month.",
        f"In all, on today’s terms: {cash(total_paid(current.rows))} of payments + "
        f"{cash(arrears)} past due, which you would also have to pay = "
        f"{cash(figures['total_paid_before'])}.",
        f"In all, on the new terms: {cash(total_paid(new.rows))} of payments + {cash(at_end)} at "
        f"the end = {cash(figures['total_paid_after'])}.",
    ]


def target_steps(target: Decimal, new: Loan, figures: Mapping[str, Any]) -> list[str]:
    """How the months and the rate for a target payment were found."""
    months, rate = figures["months_for_target"], figures["rate_for_target"]
    said = []
    if months is not None:
        said.append(_months_found(target, new, months))
    if rate is not None:
        words = highest_rate_in_words(new.principal, new.months, target, rate)
        said.append(f"Rate for {cash(target)}: {words}")
    return said


def _months_found(target: Decimal, new: Loan, months: int) -> str:
    fits = level_payment(new.principal, new.annual_rate, months)
    found = (
        f"Months for {cash(target)}: at {RATE.pretty(new.annual_rate)} over "
        f"{MONTHS.pretty(months)} the payment is {cash(fits)}."
    )
    if months == 1:
        return found
    over = level_payment(new.principal, new.annual_rate, months - 1)
    return f"{found} One month fewer would make it {cash(over)}, which is too much."


def warnings(
    current: Loan, arrears: Decimal, at_end: Decimal, figures: Mapping[str, Any]
) -> list[str]:
    """What could cost money, the costly things first."""
    change = figures["payment_change"]
    more_in_all = figures["total_paid_after"] - figures["total_paid_before"]
    said = []
    if change < 0 < more_in_all:
        said.append(
            f"The payment falls by {cash(-change)} a month, but the total cost rises: you would "
            f"pay {cash(more_in_all)} more in all if you keep the loan to its end."
        )
    if change > 0:
        said.append(payment_goes_up(change))
    said += balloon_of_loan_in_words(current)
    if at_end:
        said.append(
            f"{cash(at_end)} falls due at once with the last payment. It may fall due sooner if "
            "you sell or refinance. Ask for the terms in writing."
        )
    if arrears:
        said.append(
            f"The {cash(arrears)} past due becomes part of the balance. You pay interest "
            "on it, unless it is set aside. Ask whether late fees can be dropped."
        )
    return said


def infos(
    current: Loan, target: Decimal | None, new: Loan, figures: Mapping[str, Any]
) -> list[str]:
    """What else the figures do not say by themselves."""
    said = [] if target is None else _out_of_reach(target, new, figures)
    if new.principal == 0:
        said.append("By these figures no balance is left that bears interest.")
    if figures["payment_change_percent"] is None:
        said.append("Today’s payment is zero, so the change cannot be shown as a percentage.")
    return [
        *said,
        no_promise("no_specific_option"),
        "This treats both rates as fixed, with interest worked out monthly. Taxes, insurance and "
        "any fee for the change are extra.",
        *daily_interest(current.principal, current.annual_rate),
    ]


def _out_of_reach(target: Decimal, new: Loan, figures: Mapping[str, Any]) -> list[str]:
    """Why the target is out of reach by more months, or by a lower rate."""
    said = []
    if figures["months_for_target"] is None:
        said.append(
            f"More months alone do not bring the payment down to {cash(target)}: at "
            f"{RATE.pretty(new.annual_rate)} even {MONTHS.pretty(MONTHS.maximum)} are too few. "
            "A lower rate or a smaller balance would be needed."
        )
    if figures["rate_for_target"] is None:
        said.append(
            f"A lower rate alone does not bring the payment down to {cash(target)}: over "
            f"{MONTHS.pretty(new.months)} even no interest at all is not enough. More months or a "
            "smaller balance would be needed."
        )
    return said
