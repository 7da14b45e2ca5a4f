"""What the refinance calculator says: how it got there, and what to know beside the figures."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from calculators.core.answers import (
    balloon_of_loan_in_words,
    daily_interest,
    giving_up_first_in_words,
    payment_in_words,
)
from calculators.core.forms import MONEY, MONTHS, PERCENT, RATE
from calculators.core.loans import Loan
from calculators.refinance.offer import Offer, paid_and_owed

FIRST_NEEDED = "Fill this in, because the new loan pays off the first mortgage too."
cash = MONEY.pretty


def steps(
    current: Sequence[Loan],
    offer: Offer,
    *,
    arrears: Decimal,
    closing_costs: Decimal,
    points_percent: Decimal,
    stay: int,
    figures: Mapping[str, Any],
) -> Iterator[str]:
    """The arithmetic in words, with the reader's own numbers; the second mortgage is first."""
    new = offer.loan
    payoff = sum((loan.principal for loan in current), arrears)
    yield from map(_loan_as_it_is, ("Second mortgage", "First mortgage"), current)
    yield _debt(current, arrears, payoff)
    if offer.is_financed:
        yield (
            f"The new loan pays off {cash(payoff)} and carries its own costs: ({cash(payoff)} + "
            f"{cash(closing_costs)}) ÷ (1 − {PERCENT.pretty(points_percent)}) = "
            f"{cash(new.principal)}. Of that, {cash(offer.points)} is points."
        )
    else:
        yield (
            f"The new loan pays off {cash(payoff)}. In cash you pay {cash(closing_costs)} "
            f"of closing costs and {cash(offer.points)} of points: {cash(offer.costs)}."
        )
    yield f"The new loan. {payment_in_words(new)}"
    yield from _by_the_time_you_leave(current, offer, arrears, stay, figures["net_benefit"])
    if figures["apr"] is not None:
        yield (
            f"APR: the yearly rate, {RATE.pretty(figures['apr'])}, at which the new payments are "
            f"worth {cash(new.principal - offer.costs)} today: the loan less all its costs."
        )


def _loan_as_it_is(name: str, loan: Loan) -> str:
    return f"{name} as it is. {payment_in_words(loan)}"


def _debt(current: Sequence[Loan], arrears: Decimal, payoff: Decimal) -> str:
    """Which debt the new loan starts from."""
    balances = " + ".join(cash(loan.principal) for loan in current)
    if arrears:
        return (
            f"The new loan starts from all that is owed today: {balances} of balance + "
            f"{cash(arrears)} past due on the second mortgage = {cash(payoff)}."
        )
    if len(current) > 1:
        return f"The new loan starts from the balances today: {balances} = {cash(payoff)}."
    return f"The new loan starts from the balance today: {balances}."


def _by_the_time_you_leave(
    current: Sequence[Loan], offer: Offer, arrears: Decimal, stay: int, benefit: Decimal
) -> Iterator[str]:
    """What each way costs by then."""
    paid_now, owed_now = paid_and_owed(stay, current)
    paid_new, owed_new = paid_and_owed(stay, [offer.loan])
    if arrears:
        yield (
            f"Keep what you have for {MONTHS.pretty(stay)}: you pay {cash(paid_now)} and still owe "
            f"{cash(owed_now)} and the {cash(arrears)} past due, together "
            f"{cash(paid_now + owed_now + arrears)}."
        )
    else:
        yield (
            f"Keep what you have for {MONTHS.pretty(stay)}: you pay {cash(paid_now)} and still owe "
            f"{cash(owed_now)}, together {cash(paid_now + owed_now)}."
        )
    yield (
        f"Refinance: {cash(offer.cash)} in cash, then you pay {cash(paid_new)} and still owe "
        f"{cash(owed_new)}, together {cash(offer.cash + paid_new + owed_new)}. The difference is "
        f"{cash(benefit)}."
    )


def warnings(
    current: Sequence[Loan],
    offer: Offer,
    stay: int,
    more_in_all: Decimal,
    least_ltv: Decimal | None,
    figures: Mapping[str, Any],
) -> list[str]:
    """What could cost money, the costly things first."""
    new = offer.loan
    said = []
    if figures["monthly_savings"] > 0 and more_in_all > 0:
        said.append(
            "A lower payment can cost more in the end. You would pay "
            f"{cash(more_in_all)} more in all if you keep the new loan to its end."
        )
    said += balloon_of_loan_in_words(current[0])
    for first in current[1:]:
        # A cheap first mortgage is worth something: what moving it costs, apart from all else.
        given_up = giving_up_first_in_words(first, new.annual_rate, new.months, stay)
        said += [given_up] if given_up else []
    if offer.is_financed and offer.costs > 0:
        said.append(
            "The costs become part of the loan. You pay interest on these "
            f"{cash(offer.costs)}, for as long as the loan runs."
        )
    if least_ltv is not None and least_ltv > 100:
        said.append(
            "Pay no fee for this loan yet. The mortgages together would be more than the home is "
            "worth, and many lenders do not make such a loan. Ask a housing counselor what else "
            "there is."
        )
    return said


def infos(current: Sequence[Loan], combined_ltv: Decimal | None) -> list[str]:
    """What else the figures do not say by themselves."""
    said = [
        "This APR counts every closing cost and all points. A lender may leave some fees out, so "
        "the APR on an offer can be lower. Compare offers by the same one."
    ]
    if combined_ltv is None:
        said.append(
            "For the combined loan-to-value, fill in the home’s value and what you owe on your "
            "first mortgage (0 if there is none)."
        )
    return [
        *said,
        "This counts principal, interest and the costs above. It leaves out taxes, insurance, late "
        "fees and any charge for paying your old loan early. It starts from the balance and the "
        "past-due amount that you wrote. Ask your servicer for a payoff figure: it is usually a "
        "little more.",
        *daily_interest(current[0].principal, current[0].annual_rate),
    ]
