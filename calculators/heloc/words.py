"""What the HELOC calculator says: how it got there, and what to know beside the figures."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import (
    LOANS_END,
    daily_interest,
    equal_parts_in_words,
    highest_rate_in_words,
    level_payment_in_words,
    month_interest_in_words,
    no_promise,
)
from calculators.core.forms import MONEY, MONTHS, PERCENT, RATE
from calculators.core.loans import principal_share
from calculators.facts import fact
from calculators.heloc.line import Line

cash = MONEY.pretty


def interest_only(balance: Decimal, annual_rate: Decimal, interest: Decimal) -> str:
    """The payment until the draw ends."""
    words = month_interest_in_words(balance, annual_rate, interest)
    return f"Until the draw period ends, the month’s interest is due: {words}."


def all_still_owed(balance: Decimal) -> str:
    """Nothing is repaid month by month."""
    return (
        "Interest-only payments take nothing off the balance, so at the end of the draw period "
        f"all {cash(balance)} is still owed."
    )


def later_rate(annual_rate: Decimal, rate_rise: Decimal) -> str:
    """The rate in the repayment period."""
    return (
        f"The rate after that: {RATE.pretty(annual_rate)} + {RATE.pretty(rate_rise)} = "
        f"{RATE.pretty(annual_rate + rate_rise)}."
    )


def repayment(line: Line, rate: Decimal, figures: Mapping[str, Any]) -> str:
    """The payment after the draw."""
    first, last = figures["repayment_payment"], figures["last_repayment_payment"]
    if last is None:
        words = level_payment_in_words(line.balance, rate, line.repayment_months, first)
    else:
        words = equal_parts_in_words(line.balance, rate, line.repayment_months, first, last)
    return f"The payment after that. {words}"


def the_rise(now: Decimal, later: Decimal, percent: Decimal | None) -> str:
    """By how much the payment goes up; `percent` of the payment now, None where that is zero."""
    if percent is None:
        return f"The rise: {cash(later)} − {cash(now)} = {cash(later - now)} a month."
    return (
        f"The rise: {cash(later)} − {cash(now)} = {cash(later - now)} a month, which is "
        f"{PERCENT.pretty(percent)} of {cash(now)}."
    )


def highest(line: Line, budget: Decimal, rate: Decimal) -> str:
    """How the highest rate was found."""
    months = line.repayment_months
    if not line.in_equal_parts:
        return f"The highest rate: {highest_rate_in_words(line.balance, months, budget, rate)}"
    share = principal_share(line.balance, months)
    if rate >= RATE.maximum:
        return (
            f"The highest rate: {cash(budget)} less {cash(share)} of principal leaves "
            f"{cash(budget - share)} for the first month’s interest. We look no higher than "
            f"{RATE.pretty(RATE.maximum)}."
        )
    return (
        f"The highest rate: {cash(budget)} less {cash(share)} of principal leaves "
        f"{cash(budget - share)} for the first month’s interest. Times 12, on "
        f"{cash(line.balance)}, that is {RATE.pretty(rate)}, rounded down."
    )


def warnings(
    line: Line, rate: Decimal, budget: Decimal | None, figures: Mapping[str, Any]
) -> list[str]:
    """What could cost money, the costliest first; `rate` is the one after the draw."""
    full, more = figures["repayment_payment"], figures["payment_increase"]
    when = f"In {MONTHS.pretty(line.draw_months)}" if line.draw_months else "Now"
    said = []
    if figures["balloon_payment"]:
        said.append(
            f"Ask now, in writing, what can be done. {when} {cash(line.balance)} falls due all at "
            f"once, and that month’s interest with it. {fact('heloc_balloon_possible').says} "
            f"{LOANS_END} {_counselor()}"
        )
    if more:
        said.append(
            "Interest-only payments do not lower what you owe. "
            f"{when}, when the draw period ends, the payment goes up by {cash(more)} a month. "
            "Call the lender well before then: "
            "ask for longer to pay it back, a fixed rate or a lower one, and get the answer in "
            f"writing. {_counselor()}"
        )
    if full is not None and budget is not None and full > budget:
        said.append(
            "Call the lender before the first of these payments is due. At "
            f"{RATE.pretty(rate)} it is {cash(full - budget)} more than the {cash(budget)} you "
            "could pay."
        )
    return said


def infos(
    line: Line, rate_now: Decimal, budget: Decimal | None, figures: Mapping[str, Any]
) -> list[str]:
    """What else the figures do not say by themselves."""
    said = _kind(figures["repayment_payment"], figures["level_repayment_payment"])
    if budget is not None and not line.repayment_months:
        said.append("No monthly payment pays this back, so there is no highest rate to look for.")
    elif budget is not None and figures["highest_affordable_rate"] is None:
        said.append(
            f"{cash(budget)} a month is too little at any rate: it does not pay back "
            f"{cash(line.balance)} in {MONTHS.pretty(line.repayment_months)} even without interest."
        )
    if line.balance == 0:
        said.append("By these figures nothing is owed on this line.")
    elif figures["payment_increase"] is not None and figures["payment_increase_percent"] is None:
        said.append("Today’s payment is zero, so the rise cannot be shown as a percentage.")
    return [
        *said,
        no_promise("heloc_written_change"),
        f"{fact('heloc_rate_index').says} Your agreement names it, and how high the rate may go. "
        "Some lines ask for a little principal from the start.",
        "This counts no new borrowing, and interest worked out monthly. Fees, taxes and insurance "
        "are extra.",
        *daily_interest(line.balance, rate_now),
    ]


def _kind(first: Decimal | None, level: Decimal | None) -> list[str]:
    """What it would be like if the line is paid back in the other way; none where that is known."""
    if first is None or level is None or first == level:
        return []
    return [
        "You are not sure how the line is paid back, so this counts the way that costs more at "
        f"first: the same principal each month, and interest on top. It starts at {cash(first)} "
        f"and falls. If your agreement says the same payment each month, it is {cash(level)}. "
        "Ask the lender which one you have."
    ]


def _counselor() -> str:
    """Who helps without charge, whatever the lender says."""
    return (
        "A housing counselor can help you ask: call "
        f"{fact('hud_counselor_phone').text}. Help to prevent foreclosure is "
        f"{fact('foreclosure_counseling_cost').text}."
    )
