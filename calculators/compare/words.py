"""What to say with a comparison of the seven ways to go on: the working, and what to beware of."""

from calculators.compare.options import Household, Option
from calculators.core.answers import (
    DAILY_INTEREST,
    Note,
    giving_up_first_in_words,
    level_payment_in_words,
    no_promise,
)
from calculators.core.forms import MONEY, MONTHS, PERCENT
from calculators.core.loans import Loan, share
from calculators.facts import fact


def steps(home: Household) -> list[str]:
    """What every option starts from, with the reader's own numbers."""
    cash, second, first = MONEY.pretty, home.second, home.first
    found = [f"Second mortgage. {_payment_in_words(second)}"]
    if first is not None:
        beside = ""
        if home.beside:
            beside = f" The other {cash(home.beside)} of your payment is taxes and insurance."
        found.append(f"First mortgage. {_payment_in_words(first)}{beside}")
    if home.to_catch_up:
        found.append(
            f"To catch up: {home.missed_payments} missed payments, {cash(home.missed_amount)} + "
            f"fees, {cash(home.fees)} = {cash(home.to_catch_up)}. The loan runs on as if it were "
            "up to date, and this amount stands beside it until it is paid."
        )
    if home.past_due:
        found.append(
            f"To change or pay off the second: {cash(second.principal)} of principal + "
            f"{cash(home.past_due)} of past-due interest and fees = {cash(home.second_owed)}."
        )
    if home.offer is not None:
        new = home.offer.loan(home.second_owed)
        words = level_payment_in_words(new.principal, new.annual_rate, new.months, new.payment)
        found.append(f"New terms for the second. {words}")
    return found


def _payment_in_words(loan: Loan) -> str:
    if loan.agreed is not None:
        return f"You pay {MONEY.pretty(loan.payment)} a month, as you wrote."
    return level_payment_in_words(loan.principal, loan.annual_rate, loan.months, loan.payment)


def notes(home: Household, options: list[Option]) -> list[Note]:
    """The comparison in a sentence, then what could cost money, then what it leaves out."""
    cash = MONEY.pretty
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
    infos += [
        "Selling has no payments here only because rent or a new home is not counted. If you keep "
        f"the home and sell it later, the sale would take about {cash(later)} off what is left.",
        "This treats every rate as fixed, and your first mortgage as up to date. Late fees, and "
        f"interest on late payments, are left out. {DAILY_INTEREST}",
    ]
    return [
        Note("info", _in_a_sentence(home, options)),
        *(Note("warning", text) for text in _warnings(home)),
        *(Note("info", text) for text in infos),
    ]


def _in_a_sentence(home: Household, options: list[Option]) -> str:
    """Which option has the lowest payment, and which costs least by then; no advice."""
    cash, kept = MONEY.pretty, [each for each in options if each.keeps_home]
    if home.to_catch_up:
        # To stay behind is no way to keep the home.
        kept = [each for each in kept if each.key != "as_is"]
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
    cash, warnings = MONEY.pretty, []
    if home.to_catch_up:
        warnings.append(
            f"You are behind by {cash(home.to_catch_up)}. {fact('second_can_foreclose').says} Call "
            f"a housing counselor free at {fact('hud_counselor_phone').text}."
        )
    if home.past_due and not home.arrears:
        warnings.append(
            f"You wrote no past-due interest and fees. We guessed {cash(home.past_due)}, the "
            "interest in the missed payments. Ask the servicer for the real figure."
        )
    if 0 < home.arrears < home.missed_interest:
        warnings.append(
            f"The missed payments alone hold {cash(home.missed_interest)} of interest. You "
            f"wrote {cash(home.arrears)} of past-due interest and fees. Ask the servicer which is "
            "right."
        )
    if home.missed_payments and home.arrears >= home.missed_amount:
        warnings.append(
            f"The past-due interest and fees you wrote, {cash(home.arrears)}, are as much as the "
            f"missed payments themselves, {cash(home.missed_amount)}. If that is the whole amount "
            "past due, take the principal out of it."
        )
    warnings += _balloons(home)
    warnings += _giving_up_first(home)
    return warnings


def _balloons(home: Household) -> list[str]:
    """Loans whose payment leaves a large last one."""
    return [
        f"With its payment of {MONEY.pretty(loan.payment)}, the {name} mortgage would not be paid "
        f"off: {MONEY.pretty(loan.rows[-1].payment)} would fall due in month {len(loan.rows)}."
        for name, loan in (("second", home.second), ("first", home.first))
        if loan and loan.rows and loan.rows[-1].payment >= 2 * loan.payment
    ]


def _giving_up_first(home: Household) -> list[str]:
    """A cheap first mortgage is worth something: what moving it costs, apart from all else."""
    if home.first is None or home.offer is None:
        return []
    offer = home.offer
    words = giving_up_first_in_words(home.first, offer.annual_rate, offer.months, home.horizon)
    return [f"Refinance both. {words}"] if words else []
