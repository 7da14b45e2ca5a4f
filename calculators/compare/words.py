"""What to say with a comparison of the seven ways to go on: the working, and what to beware of."""

from collections.abc import Sequence
from dataclasses import replace

from calculators.compare.household import Household, Mortgage
from calculators.compare.options import Option
from calculators.core.answers import (
    Note,
    daily_interest,
    giving_up_first_in_words,
    level_payment_in_words,
    no_promise,
    warnings_first,
)
from calculators.core.forms import MONEY, MONTHS, PERCENT
from calculators.core.loans import share
from calculators.facts import fact

TOO_MANY_MISSED = "Write no more payments than are left on the loan."
FIRST_OF_UNKNOWN_SIZE = "Fill this in, because you wrote something else of the first mortgage."
FIRST_IN_PART = "Fill this in, because you wrote what you owe on the first mortgage."
NO_NEW_RATE = "Fill this in too, or empty the new number of months."
NO_NEW_MONTHS = "Fill this in too, or empty the new rate."
cash = MONEY.pretty


def steps(home: Household) -> list[str]:
    """What every option starts from, with the reader's own numbers."""
    said = [_payment(who, each) for who, each in home.mortgages.items()]
    said.extend(_catching_up(who, each) for who, each in home.behind.items())
    said.extend(_paying_off(who, each) for who, each in home.behind.items())
    if home.offer is not None:
        new = home.offer.loan(home.second.owed)
        payment = level_payment_in_words(new.principal, new.annual_rate, new.months, new.payment)
        said.append(f"New terms for the second. {payment}")
    return said


def _payment(who: str, mortgage: Mortgage) -> str:
    loan, beside = mortgage.loan, mortgage.beside
    paid = level_payment_in_words(loan.principal, loan.annual_rate, loan.months, loan.payment)
    if loan.agreed is not None:
        paid = f"You pay {cash(loan.payment)} a month, as you wrote."
    if not beside:
        return f"{who.capitalize()} mortgage. {paid}"
    return (
        f"{who.capitalize()} mortgage. {paid} The other {cash(beside)} of your payment is taxes "
        "and insurance."
    )


def _catching_up(who: str, mortgage: Mortgage) -> str:
    return (
        f"To catch up on the {who}: {mortgage.missed} missed payments, "
        f"{cash(mortgage.missed_amount)} + fees, {cash(mortgage.fees)} = "
        f"{cash(mortgage.to_catch_up)}. The loan runs on as if it were up to date, and this amount "
        "stands beside it until it is paid."
    )


def _paying_off(who: str, mortgage: Mortgage) -> str:
    principal, past_due = cash(mortgage.loan.principal), cash(mortgage.past_due)
    if not mortgage.missed_beside:
        return (
            f"To pay off the {who}, or to change it: {principal} of principal + {past_due} of "
            f"past-due interest and fees = {cash(mortgage.owed)}. New terms and new loans start "
            "from this."
        )
    return (
        f"To pay off the {who}, or to change it: {principal} of principal + {past_due} of past-due "
        f"interest and fees + {cash(mortgage.missed_beside)} of taxes and insurance in the missed "
        f"payments = {cash(mortgage.owed)}. New terms and new loans start from this."
    )


def notes(home: Household, options: Sequence[Option]) -> list[Note]:
    """The comparison in a sentence, then what could cost money, then what it leaves out."""
    infos = [
        *_if_not_all_is_loan(home),
        "Guesses in this table: the home sells for its value today, a sale costs "
        f"{PERCENT.pretty(home.sale_cost_percent)}, and a plan lasts "
        f"{MONTHS.pretty(home.plan_months)}. You can change each one above.",
        no_promise("no_specific_option"),
    ]
    if home.offer is not None:
        infos.append(
            "The modification and both new loans use the one new rate, months and closing costs "
            "above. Real offers differ: put in one at a time."
        )
    later = share(home.sale_cost_percent, home.home_value)
    infos.append(
        "Selling has no payments here only because rent or a new home is not counted. If you keep "
        f"the home and sell it later, the sale would take about {cash(later)} off what is left."
    )
    infos.append(
        "This treats every rate as fixed. Late fees, and interest on late payments, are left out."
    )
    infos.extend(daily_interest(home.second.loan.principal, home.second.loan.annual_rate))
    return [
        Note("info", _in_a_sentence(home, options)),
        *warnings_first(_warnings(home), infos),
    ]


def _if_not_all_is_loan(home: Household) -> list[str]:
    """What would still be owed if a payment above the loan's own held insurance or tax."""
    second, loan = home.second, home.second.loan
    level = replace(loan, agreed=None)
    if loan.payment <= level.payment:
        return []
    month = second.missed + home.horizon
    return [
        f"All of the {cash(loan.payment)} that you wrote for the second mortgage counts as paid to "
        f"the loan, which takes {cash(level.payment)}. If the other "
        f"{cash(loan.payment - level.payment)} is for insurance or taxes, then "
        f"{cash(level.owed_after(month))} of the loan is still owed after month {home.horizon}, "
        f"not {cash(loan.owed_after(month))}."
    ]


def _in_a_sentence(home: Household, options: Sequence[Option]) -> str:
    """Which options have the lowest payment, and which cost least by then; no advice."""
    # To stay behind is no way to keep the home.
    kept = [each for each in options if each.keeps_home and not each.stays_behind]
    if len(kept) < 2:
        return "With these figures there are few choices to compare: fill in more of the boxes."
    payment = min(each.values["payment_next_12"] for each in kept)
    cost = min(each.cost for each in kept)
    lowest = [each.label for each in kept if each.values["payment_next_12"] == payment]
    cheapest = [each.label for each in kept if each.cost == cost]
    return (
        "Of the choices that keep the home, the lowest payment in the next 12 months is "
        f"{cash(payment)} ({_tied(lowest)}). What is paid and still owed by month {home.horizon} "
        f"is least with: {_tied(cheapest)}."
    )


def _tied(labels: Sequence[str]) -> str:
    """One choice by its name, or all that are the same to the cent."""
    if len(labels) == 1:
        return labels[0]
    return f"a tie of {', '.join(labels[:-1])} and {labels[-1]}"


def _warnings(home: Household) -> list[str]:
    warnings = [_behind_by(home), at_risk(home)] if home.behind else []
    for who, mortgage in home.mortgages.items():
        warnings += _about_arrears(who, mortgage)
    return [*warnings, *_balloons(home), *_giving_up_first(home)]


def at_risk(home: Household) -> str:
    """What being behind can lead to, and whom to call; empty where nothing is past due."""
    if not home.behind:
        return ""
    call = f"Call a housing counselor free at {fact('hud_counselor_phone').text}."
    if home.first is None:
        return f"You are behind, and this lender can foreclose. {call}"
    if "first" not in home.behind:
        return f"{fact('second_can_foreclose').says} {call}"
    if "second" not in home.behind:
        return f"You are behind on the first mortgage, and its lender can foreclose. {call}"
    return f"You are behind on both mortgages, and either lender can foreclose. {call}"


def _behind_by(home: Household) -> str:
    """How much it takes to be up to date, loan by loan."""
    total = cash(home.to_catch_up)
    if len(home.behind) == 1:
        return f"You are behind by {total}."
    parts = [f"{cash(each.to_catch_up)} on the {who}" for who, each in home.behind.items()]
    return f"You are behind by {total}: {' and '.join(parts)} mortgage."


def _about_arrears(who: str, mortgage: Mortgage) -> list[str]:
    """Whether the past-due interest and fees fit the payments that were missed."""
    arrears, interest, missed = mortgage.arrears, mortgage.missed_interest, mortgage.missed_amount
    if mortgage.past_due and not arrears:
        return [
            f"You wrote no past-due interest and fees on the {who} mortgage. We guessed "
            f"{cash(mortgage.past_due)}, the interest in the missed payments. Ask the servicer for "
            "the real figure."
        ]
    if 0 < arrears < interest:
        return [
            f"The missed payments on the {who} mortgage alone hold {cash(interest)} of interest. "
            f"You wrote {cash(arrears)} of past-due interest and fees. Ask the servicer which is "
            "right."
        ]
    if mortgage.missed and arrears >= missed:
        return [
            f"The past-due interest and fees you wrote for the {who} mortgage, {cash(arrears)}, "
            f"are as much as the missed payments themselves, {cash(missed)}. If that is the whole "
            "amount past due, take the principal out of it."
        ]
    return []


def _balloons(home: Household) -> list[str]:
    """Loans whose payment leaves a large last one, by the month counted from today."""
    warnings = []
    for who, mortgage in home.mortgages.items():
        rows, payment = mortgage.loan.rows, cash(mortgage.loan.payment)
        if not rows or rows[-1].payment <= 2 * mortgage.loan.payment:
            continue
        last, month = cash(rows[-1].payment), len(rows) - mortgage.missed
        if month:
            warnings.append(
                f"With its payment of {payment}, the {who} mortgage would not be paid off: {last} "
                f"would fall due in month {month} from today."
            )
        else:
            warnings.append(
                f"With its payment of {payment}, the {who} mortgage was not paid off: its last "
                f"payment, {last}, is among those you missed."
            )
    return warnings


def _giving_up_first(home: Household) -> list[str]:
    """A cheap first mortgage is worth something: what moving it costs, apart from all else."""
    if home.first is None or home.offer is None:
        return []
    rate, term = home.offer.annual_rate, home.offer.months
    costs = giving_up_first_in_words(home.first.loan, rate, term, home.horizon)
    return [f"Refinance both. {costs}"] if costs else []
