"""What to say with a comparison of the seven ways to go on: the working, and what to beware of."""

from collections.abc import Sequence
from decimal import Decimal

from calculators.compare.household import Household
from calculators.compare.options import Option
from calculators.core.answers import (
    DAILY_INTEREST,
    Note,
    giving_up_first_in_words,
    level_payment_in_words,
    no_promise,
    warnings_first,
)
from calculators.core.forms import MONEY, MONTHS, PERCENT
from calculators.core.loans import Loan, share
from calculators.facts import fact

TOO_MANY_MISSED = "Write no more payments than are left on the loan."
FIRST_OF_UNKNOWN_SIZE = "Fill this in, because you wrote the first mortgage’s payment."
FIRST_IN_PART = "Fill this in, because you wrote what you owe on the first mortgage."
NO_NEW_RATE = "Fill this in too, or empty the new number of months."
NO_NEW_MONTHS = "Fill this in too, or empty the new rate."
cash = MONEY.pretty


def below_interest(interest: Decimal) -> str:
    """Why a payment is refused."""
    return (
        f"A month’s interest on this balance is {cash(interest)}. Check the payment, the balance "
        "and the rate: the payment must cover the interest."
    )


def steps(home: Household) -> list[str]:
    """What every option starts from, with the reader's own numbers."""
    second, first = home.second, home.first
    said = [f"Second mortgage. {_payment_in_words(second.loan)}"]
    if first is not None:
        said.append(_first_in_words(first.loan, first.beside))
    if second.to_catch_up:
        said.append(
            f"To catch up: {second.missed} missed payments, {cash(second.missed_amount)} + "
            f"fees, {cash(second.fees)} = {cash(second.to_catch_up)}. The loan runs on as if it "
            "were up to date, and this amount stands beside it until it is paid."
        )
    if second.past_due:
        said.append(
            f"To change or pay off the second: {cash(second.loan.principal)} of principal + "
            f"{cash(second.past_due)} of past-due interest and fees = {cash(second.owed)}."
        )
    if home.offer is not None:
        new = home.offer.loan(second.owed)
        payment = level_payment_in_words(new.principal, new.annual_rate, new.months, new.payment)
        said.append(f"New terms for the second. {payment}")
    return said


def _first_in_words(loan: Loan, beside: Decimal) -> str:
    if not beside:
        return f"First mortgage. {_payment_in_words(loan)}"
    return (
        f"First mortgage. {_payment_in_words(loan)} The other {cash(beside)} of your payment is "
        "taxes and insurance."
    )


def _payment_in_words(loan: Loan) -> str:
    if loan.agreed is not None:
        return f"You pay {cash(loan.payment)} a month, as you wrote."
    return level_payment_in_words(loan.principal, loan.annual_rate, loan.months, loan.payment)


def notes(home: Household, options: Sequence[Option]) -> list[Note]:
    """The comparison in a sentence, then what could cost money, then what it leaves out."""
    infos = [
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
        "This treats every rate as fixed, and your first mortgage as up to date. Late fees, and "
        f"interest on late payments, are left out. {DAILY_INTEREST}"
    )
    return [
        Note("info", _in_a_sentence(home, options)),
        *warnings_first(_warnings(home), infos),
    ]


def _in_a_sentence(home: Household, options: Sequence[Option]) -> str:
    """Which option has the lowest payment, and which costs least by then; no advice."""
    # To stay behind is no way to keep the home.
    kept = [each for each in options if each.keeps_home and not each.stays_behind]
    if len(kept) < 2:
        return "With these figures there are few choices to compare: fill in more of the boxes."
    lowest = min(kept, key=lambda each: each.values["payment_next_12"])
    cheapest = min(kept, key=lambda each: each.cost)
    return (
        f"Of the choices that keep the home, the lowest payment in the next 12 months is "
        f"{cash(lowest.values['payment_next_12'])} ({lowest.label}). What is paid and still owed "
        f"by month {home.horizon} is least with: {cheapest.label}."
    )


def _warnings(home: Household) -> list[str]:
    second, warnings = home.second, []
    if second.to_catch_up:
        warnings.append(
            f"You are behind by {cash(second.to_catch_up)}. {fact('second_can_foreclose').says} "
            f"Call a housing counselor free at {fact('hud_counselor_phone').text}."
        )
    if second.past_due and not second.arrears:
        warnings.append(
            f"You wrote no past-due interest and fees. We guessed {cash(second.past_due)}, the "
            "interest in the missed payments. Ask the servicer for the real figure."
        )
    if 0 < second.arrears < second.missed_interest:
        warnings.append(
            f"The missed payments alone hold {cash(second.missed_interest)} of interest. You "
            f"wrote {cash(second.arrears)} of past-due interest and fees. Ask the servicer which "
            "is right."
        )
    if second.missed and second.arrears >= second.missed_amount:
        warnings.append(
            f"The past-due interest and fees you wrote, {cash(second.arrears)}, are as much as the "
            f"missed payments themselves, {cash(second.missed_amount)}. If that is the whole "
            "amount past due, take the principal out of it."
        )
    return [*warnings, *_balloons(home), *_giving_up_first(home)]


def _balloons(home: Household) -> list[str]:
    """Loans whose payment leaves a large last one."""
    return [
        f"With its payment of {cash(loan.payment)}, the {name} mortgage would not be paid "
        f"off: {cash(loan.rows[-1].payment)} would fall due in month {len(loan.rows)}."
        for name, loan in ((who, each.loan) for who, each in home.mortgages.items())
        if loan.rows and loan.rows[-1].payment >= 2 * loan.payment
    ]


def _giving_up_first(home: Household) -> list[str]:
    """A cheap first mortgage is worth something: what moving it costs, apart from all else."""
    if home.first is None or home.offer is None:
        return []
    rate, term = home.offer.annual_rate, home.offer.months
    costs = giving_up_first_in_words(home.first.loan, rate, term, home.horizon)
    return [f"Refinance both. {costs}"] if costs else []
