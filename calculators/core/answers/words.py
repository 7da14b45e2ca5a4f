"""Sentences that several calculators use to show their working."""

from collections.abc import Iterable
from decimal import Decimal

from calculators.core.answers.liens_table import LIEN
from calculators.core.answers.parts import Note
from calculators.core.forms import MONEY, MONTHS, RATE
from calculators.core.loans import (
    LONGEST_MONTH,
    SHORTEST_MONTH,
    THOUSANDTH,
    Loan,
    PaidLien,
    days_interest,
    level_payment,
    principal_share,
)
from calculators.facts import fact


def warnings_first(
    warnings: Iterable[str], infos: Iterable[str], private: Iterable[str] = ()
) -> list[Note]:
    """What could cost money, what is good to know, and what only the reader should read."""
    return [
        *(Note("warning", text) for text in warnings),
        *(Note("info", text) for text in infos),
        *(Note("info", text, private=True) for text in private),
    ]


def level_payment_in_words(
    principal: Decimal, annual_rate: Decimal, months: int, payment: Decimal
) -> str:
    """How a level payment was worked out, with the reader's own numbers."""
    if annual_rate == 0:
        return (
            f"No interest: {MONEY.pretty(principal)} ÷ {months} months = "
            f"{MONEY.pretty(payment)} a month, to the nearest cent."
        )
    return (
        f"The monthly rate r is {RATE.pretty(annual_rate)} ÷ 12, not rounded. The level payment is "
        f"balance × r ÷ (1 − (1 + r)^−months): {MONEY.pretty(principal)} over {months} months "
        f"gives {MONEY.pretty(payment)}, to the nearest cent."
    )


LOANS_END = "Our page “When the loan’s end has come” says what to ask for."


def equal_parts_in_words(
    principal: Decimal, annual_rate: Decimal, months: int, first: Decimal, last: Decimal
) -> str:
    """How payments that fall were worked out: the same principal each month, and its interest."""
    share = principal_share(principal, months)
    if annual_rate == 0:
        return (
            f"The same principal each month: {MONEY.pretty(principal)} ÷ {months} months = "
            f"{MONEY.pretty(share)}, to the nearest cent. There is no interest. The last payment, "
            f"{MONEY.pretty(last)}, takes the rest."
        )
    return (
        f"The same principal each month: {MONEY.pretty(principal)} ÷ {months} months = "
        f"{MONEY.pretty(share)}, to the nearest cent. With the first month’s interest, "
        f"{MONEY.pretty(principal)} × {RATE.pretty(annual_rate)} ÷ 12, the first payment is "
        f"{MONEY.pretty(first)}. The interest falls with the balance, so the payments fall too. "
        f"The last one, {MONEY.pretty(last)}, takes the rest."
    )


def payment_in_words(loan: Loan) -> str:
    """How a loan's payment came about: worked out, or from the statement; months from today."""
    if loan.agreed is None or not loan.rows:
        return level_payment_in_words(loan.principal, loan.annual_rate, loan.months, loan.payment)
    last = loan.rows[-1]
    if last.payment > loan.agreed:
        return (
            f"You pay {MONEY.pretty(loan.agreed)} a month, as your statement says. Month "
            f"{last.month} from today takes all that is then left: {MONEY.pretty(last.payment)}."
        )
    return (
        f"You pay {MONEY.pretty(loan.agreed)} a month, as your statement says. That pays the loan "
        f"off in month {last.month} from today."
    )


def balloon_in_words(due: Decimal, month: int) -> str:
    """A large sum is due at once; `month` counts from today."""
    return (
        "Do not wait for the last month. As the loan stands, you would owe "
        f"{MONEY.pretty(due)} all at once in month {month} from today. Ask the lender now, in "
        f"writing, what can be done before then. {LOANS_END}"
    )


def balloon_of_loan_in_words(loan: Loan) -> list[str]:
    """What new terms spare the reader, where the loan as it is ends in a balloon; else nothing."""
    if loan.balloon is None:
        return []
    last = loan.rows[-1]
    return [
        balloon_in_words(last.payment, last.month),
        "This compares as if you could pay that large sum. It counts as paid in month "
        f"{last.month}. If you could not pay it then, this does not show what would follow.",
    ]


def interest_not_covered(balance: Decimal, annual_rate: Decimal) -> str:
    """Why a payment was refused."""
    least = days_interest(balance, annual_rate, SHORTEST_MONTH)
    return (
        f"Even a month of {SHORTEST_MONTH} days costs {MONEY.pretty(least)} of interest on this "
        "balance. Check the payment, the balance and the rate: the payment must cover the interest."
    )


def daily_interest(balance: Decimal, annual_rate: Decimal) -> list[str]:
    """How far a statement may differ, with the reader's own numbers; nothing without interest."""
    least = days_interest(balance, annual_rate, SHORTEST_MONTH)
    most = days_interest(balance, annual_rate, LONGEST_MONTH)
    if least == most:
        return []
    return [
        "Some home-equity loans charge interest by the day. Then the next month’s interest is "
        f"{MONEY.pretty(least)} in a month of {SHORTEST_MONTH} days and {MONEY.pretty(most)} in "
        f"one of {LONGEST_MONTH}, so your statement may differ from this."
    ]


def paid_in_order_in_words(proceeds: Decimal, liens: Iterable[PaidLien]) -> str:
    """How a sale's money goes down the line of liens, with the reader's own numbers."""
    if proceeds <= 0:
        return "The selling costs take the whole price, so no lender is paid."
    paid = [
        f"{LIEN.pretty(lien.who)} {MONEY.pretty(lien.receives)} of {MONEY.pretty(lien.owed)}"
        for lien in liens
        if lien.owed
    ]
    if not paid:
        return "By these figures there is no lender to pay."
    return (
        "Each lien is paid in full before the next one gets a dollar. "
        f"{MONEY.pretty(proceeds)} goes in this order: {'; '.join(paid)}."
    )


def payoff_in_writing() -> str:
    """What a payoff is, and how to get it."""
    return (
        "A payoff is more than the balance on a statement. Ask each servicer for its payoff in "
        f"writing. It usually has {fact('payoff_statement_days').text} after it gets your letter."
    )


def month_interest_in_words(balance: Decimal, annual_rate: Decimal, interest: Decimal) -> str:
    """One month's interest, with the reader's own numbers."""
    return (
        f"{MONEY.pretty(balance)} × {RATE.pretty(annual_rate)} ÷ 12 = {MONEY.pretty(interest)}, "
        "to the nearest cent"
    )


def highest_rate_in_words(
    principal: Decimal, months: int, payment: Decimal, annual_rate: Decimal
) -> str:
    """How the highest rate for a payment was found: it fits, and a thousandth more does not."""
    fits = level_payment(principal, annual_rate, months)
    found = (
        f"Over {MONTHS.pretty(months)}, {MONEY.pretty(principal)} costs {MONEY.pretty(fits)} a "
        f"month at {RATE.pretty(annual_rate)}: no more than {MONEY.pretty(payment)}."
    )
    if annual_rate >= RATE.maximum:
        return f"{found} We look no higher than {RATE.pretty(RATE.maximum)}."
    over = level_payment(principal, annual_rate + THOUSANDTH, months)
    return (
        f"{found} At {RATE.pretty(annual_rate + THOUSANDTH)} it would be {MONEY.pretty(over)}, "
        "which is too much."
    )


def no_promise(rule: str) -> str:
    """What every plan or change of terms needs beside it; `rule` is the id of a fact."""
    return (
        "This is an estimate, not an offer. As a rule, no lender has to agree to it. "
        f"{fact(rule).says}"
    )


def giving_up_first_in_words(first: Loan, annual_rate: Decimal, term: int, months: int) -> str:
    """What moving a cheap first mortgage to a dearer loan costs by `months`, apart from all else.

    The loan it moves to has its principal, at `annual_rate` percent for `term` months. Empty when
    it costs nothing.
    """
    cost = Loan(first.principal, annual_rate, term).cost_by(months) - first.cost_by(months)
    if cost <= 0:
        return ""
    return (
        "Giving up your first mortgage has a price of its own. To pay "
        f"{RATE.pretty(annual_rate)} in place of its {RATE.pretty(first.annual_rate)} costs "
        f"{MONEY.pretty(cost)} by itself over {MONTHS.pretty(months)}. Ask what a new loan for "
        "the second mortgage alone would cost."
    )


DAILY_INTEREST = (
    "Some home-equity loans charge interest by the day, so your statement may differ by a few "
    "dollars."
)
