"""What to say with ways to catch up: the working, the short plans' limits, what to beware of."""

from collections.abc import Iterable
from decimal import Decimal

from calculators.catch_up.arrears import Arrears
from calculators.core.answers import (
    DAILY_INTEREST,
    Note,
    dollars,
    month_interest_in_words,
    no_promise,
    warnings_first,
)
from calculators.core.forms import MONEY
from calculators.core.loans import PausedMonth, month_interest
from calculators.facts import fact

NO_WHOLE_FIRST = "For what the first mortgage needs, fill in both boxes about it."
INTEREST_LEFT_OUT = (
    "Interest often goes on building in a pause. This leaves it out. To count it, fill in what you "
    "owe and its interest rate."
)
ALL_PAUSED = (
    "The paused payments come to as much as you owe, or more. You would never owe more than the "
    "balance with its interest."
)
# What every way to catch up needs beside it: rights that a reader can lose, and good to know.
RIGHTS = (
    "If nothing was paid or heard on this loan for years, do not pay, promise or write that you "
    "owe it until a lawyer has looked: see “Old and charged-off loans”.",
    "Was the whole loan called due (accelerated)? Then to pay what you missed may not be enough to "
    f"stop a foreclosure. {fact('reinstate_by_law_or_papers').says} Ask for the amount "
    f"in writing, and call a housing counselor at {fact('hud_counselor_phone').text}.",
)
ALWAYS = (
    no_promise("no_specific_option"),
    "After a pause, the payments not made may fall due at once. Ask before you agree how you would "
    "make them up.",
    f"The servicer may add more fees and charges. {DAILY_INTEREST}",
)
_SHORT_PLANS = (
    "most servicers that are not small may grant, on a fixed loan on your main home, before they "
    "have your whole application"
)


def payment_below_interest(balance: Decimal, annual_rate: Decimal) -> str:
    """The refusal of a payment that cannot pay a loan down."""
    interest = MONEY.pretty(month_interest(balance, annual_rate))
    return (
        f"A month’s interest on this balance is {interest}. Check the payment, the balance and the "
        "rate: the payment must cover the interest."
    )


def steps(arrears: Arrears, interest: Iterable[str]) -> list[str]:
    """The arithmetic in words, with the reader's own numbers; `interest` says what builds."""
    cash, owed, deferred = MONEY.pretty, arrears.owed, arrears.deferred
    missed = f"{arrears.missed_payments} × {cash(arrears.each)} missed"
    if arrears.missed_amount < arrears.missed_in_full:
        missed = f"the whole debt of {cash(arrears.missed_amount)}"
    held = f"{cash(arrears.held)} already held"
    length, paused = len(arrears.pause), arrears.paused
    return [
        f"All at once: {missed} + {cash(arrears.fees)} of fees − {held} = {cash(owed)}, and never "
        "less than zero.",
        f"Repayment plan: {cash(owed)} ÷ {arrears.plan_months} = {cash(arrears.plan_extra)}, "
        "rounded up to the cent so that it does not fall short. With the regular payment that is "
        f"{cash(arrears.payment + arrears.plan_extra)} a month.",
        f"Moved to the end: {missed} − {held} = {cash(deferred)}, and never less than zero. The "
        f"other {cash(owed - deferred)} is fees, which stay due.",
        f"Pause: {length} × {cash(arrears.payment)} = {cash(length * arrears.payment)} not paid.",
        *interest,
        f"After the pause you would owe {cash(paused)} for it and the {cash(owed)} from before: "
        f"{cash(paused + owed)}.",
    ]


def first_missed(missed_payments: int, payment: Decimal, owed: Decimal) -> str:
    return (
        f"First mortgage: {missed_payments} × {MONEY.pretty(payment)} missed = "
        f"{MONEY.pretty(owed)}, without its fees."
    )


def both_missed(owed: Decimal, first_owed: Decimal) -> str:
    return (
        f"Both mortgages: {MONEY.pretty(owed)} + {MONEY.pretty(first_owed)} = "
        f"{MONEY.pretty(owed + first_owed)}."
    )


def more_than_the_debt(missed: Decimal, debt: Decimal) -> str:
    """The missed payments of a loan that has less left than they come to."""
    return (
        f"The missed payments come to {MONEY.pretty(missed)}. That is more than the whole debt, so "
        f"we count {MONEY.pretty(debt)}: what you owe, and its interest where you gave the rate."
    )


def interest_in_pause(
    balance: Decimal, annual_rate: Decimal, first: PausedMonth, extra: Decimal
) -> str:
    """How interest builds in a pause: from its first month to `extra`, dollars by its end."""
    cash = MONEY.pretty
    words = month_interest_in_words(balance, annual_rate, month_interest(balance, annual_rate))
    return (
        f"Interest in the pause: of the first payment not made, {words}, is interest, and "
        f"{cash(first.principal)} would have come off the balance. That {cash(first.principal)} "
        f"bears {cash(first.interest)} until the next due date. Month by month this adds up to "
        f"{cash(extra)}."
    )


def long_plan(arrears: str, length: str) -> str:
    """What goes past the short plans of 12 CFR 1024.41(c)(2)(iii)."""
    return (
        f"This repayment plan is larger than the short plans that {_SHORT_PLANS}: at most "
        f"{arrears} of missed payments, over at most {length}. Ask what the servicer needs for a "
        "complete application."
    )


def long_pause(longest: str) -> str:
    """What goes past the short pauses of 12 CFR 1024.41(c)(2)(iii)."""
    return (
        f"This pause is longer than the short ones that {_SHORT_PLANS}: at most {longest}. Ask "
        "what the servicer needs for a complete application."
    )


def first_is_behind(owed: Decimal, second_is_too: bool) -> str:
    """Another lender waits for money."""
    if second_is_too:
        return (
            f"Your first mortgage is behind too, by {dollars(owed)} and any fees. Each lender "
            "decides for itself, and each may foreclose: ask both."
        )
    return (
        f"Your first mortgage is behind by {dollars(owed)} and any fees, and its lender can "
        "foreclose. Ask that servicer for help today."
    )


def at_risk(arrears: Arrears, first_owed: Decimal | None) -> str:
    """What being behind can lead to; empty where no payment is missed."""
    if first_owed:
        return first_is_behind(first_owed, arrears.owed > 0)
    if not arrears.missed_payments or not arrears.owed:
        return ""
    return (
        "While you are behind, this lender can foreclose. If it has called the whole loan due, "
        "paying what you missed may not be enough. Call a housing counselor free at "
        f"{fact('hud_counselor_phone').text}."
    )


def notes(arrears: Arrears, first_owed: Decimal | None, own: Iterable[str]) -> list[Note]:
    """What the figures do not say by themselves, the costly things first.

    `own` are the sentences that hold for this reader's plan, pause and first mortgage.
    """
    cash = MONEY.pretty
    held_too_much = arrears.held_too_much
    warnings, infos = [], []
    if first_owed:
        warnings.append(first_is_behind(first_owed, arrears.owed > 0))
    if held_too_much:
        infos.append(
            f"The servicer holds {cash(held_too_much)} more than what is due by these figures. Ask "
            "it in writing how it will use that money."
        )
    if arrears.owed:
        warnings.extend(RIGHTS)
    return warnings_first(warnings, [*infos, *own, *ALWAYS])
