"""What the modification calculator says: how it got there, and what to know beside the figures."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import (
    CALL_COUNSELOR,
    Action,
    Lead,
    balloon_of_loan_in_words,
    daily_interest,
    dollars,
    fits,
    highest_rate_in_words,
    how_long,
    less_or_more,
    no_promise,
    payment_in_words,
)
from calculators.core.forms import MONEY, MONTHS, RATE
from calculators.core.loans import Loan, level_payment, total_paid

cash = MONEY.pretty
NOTHING_LEFT = "By these figures no balance is left that bears interest."
WHEN_PAID = "more/after-it-is-over.md"
TO_BUDGET = Action("See if my budget can take it", page="calculators/budget.md")
TAKE_THEM = Action("Ask for these terms in writing", page="letters/help.md")
ASK_LOWER_RATE = Action("Ask for a lower rate too", page="letters/help.md")
A_TENTH = 10
ASK_FOR_MORE = Action("Ask for a lower rate or more time", page="letters/help.md")
SHOW_FIRST = Action("Show it to a counselor before you sign", call="hud_counselor_phone")


def lead(current: Loan, new: Loan, target: Decimal | None, figures: Mapping[str, Any]) -> Lead:
    """Whether the new terms can be paid, and what they change now and in all."""
    change, at_end = figures["payment_change"], figures["due_at_end"]
    more_in_all = figures["total_paid_after"] - figures["total_paid_before"]
    number = _now_and_in_all(change, more_in_all)
    at_risk = _set_aside(at_end) if at_end else ""
    if not new.principal and not at_end:
        return Lead(NOTHING_LEFT, "", Action("Get the paid loan released", page=WHEN_PAID))
    if target is not None and not fits(new.payment, target):
        over = f"{dollars(new.payment - target)} a month too much"
        return Lead(_still_too_much(figures), over, _ask_for(figures), at_risk)
    if current.balloon is not None and not at_end:
        if change > 0:
            said = "The large sum at the end goes away, but you pay more each month."
            return Lead(said, number, TO_BUDGET)
        return Lead(
            "The new terms do away with the large sum at the end of your loan.", number, TAKE_THEM
        )
    if change < 0 and at_end:
        said = "You pay less each month, but a sum falls due at the end."
        return Lead(said, number, SHOW_FIRST, at_risk)
    if new.principal == current.principal and not (change or more_in_all or at_end):
        return Lead("These terms change nothing.", "", ASK_FOR_MORE)
    return _now_against_in_all(change, more_in_all, figures["total_paid_before"], at_risk)


def _now_against_in_all(
    change: Decimal, more_in_all: Decimal, before: Decimal, at_risk: str
) -> Lead:
    """What the new terms take each month, and what in all; `before` is all that is paid now."""
    number = _now_and_in_all(change, more_in_all)
    if change > 0:
        if more_in_all > 0:
            verdict = "You pay more each month, and more in all."
            return Lead(verdict, number, SHOW_FIRST, at_risk)
        return Lead("You pay more each month, but not more in all.", number, TO_BUDGET, at_risk)
    if more_in_all > 0:
        much = "much " if more_in_all * A_TENTH > before else ""
        each = "You pay less each month" if change else "The payment stays the same"
        return Lead(f"{each}, but {much}more in all.", number, ASK_LOWER_RATE, at_risk)
    if change < 0 and more_in_all < 0:
        return Lead("You pay less each month, and less in all.", number, TAKE_THEM, at_risk)
    return Lead("You pay no more each month, and no more in all.", number, TAKE_THEM, at_risk)


def _now_and_in_all(change: Decimal, more_in_all: Decimal) -> str:
    """Both changes, in dollars."""
    if not change and not more_in_all:
        return "the same each month and in all"
    each_month = f"{less_or_more(change)} a month" if change else "the same each month"
    in_all = f"{less_or_more(more_in_all)} in all" if more_in_all else "the same in all"
    return f"{each_month}; {in_all}"


def _still_too_much(figures: Mapping[str, Any]) -> str:
    """What would reach the payment that the reader could keep up."""
    if figures["months_for_target"] is not None:
        return (
            "The new payment is still more than you can pay. At this rate it would fit over "
            f"{how_long(figures['months_for_target'])}."
        )
    if figures["rate_for_target"] is None:
        return (
            "The new payment is still more than you can pay. Neither more time nor a lower rate "
            "alone is enough."
        )
    return "The new payment is still more than you can pay."


def _ask_for(figures: Mapping[str, Any]) -> Action:
    """More of the same helps only where one of the two alone would do."""
    if figures["months_for_target"] is None and figures["rate_for_target"] is None:
        return CALL_COUNSELOR
    return ASK_FOR_MORE


def _set_aside(at_end: Decimal) -> str:
    """A sum at the end of the new terms."""
    return (
        f"A large sum of {dollars(at_end)} falls due at once with the last payment. It may fall "
        "due sooner if you sell or refinance. Ask for the terms in writing."
    )


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
            "A lower payment can cost more in the end. You would pay "
            f"{cash(more_in_all)} more in all if you keep the loan to its end."
        )
    said += balloon_of_loan_in_words(current)
    if at_end:
        said.append(_set_aside(at_end))
    if arrears:
        said.append(
            f"What is past due becomes part of the balance. You pay interest on these "
            f"{cash(arrears)}, unless they are set aside. Ask whether late fees can be dropped."
        )
    return said


def infos(
    current: Loan, target: Decimal | None, new: Loan, figures: Mapping[str, Any]
) -> list[str]:
    """What else the figures do not say by themselves."""
    said = [] if target is None else _out_of_reach(target, new, figures)
    if new.principal == 0:
        said.append(NOTHING_LEFT)
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
