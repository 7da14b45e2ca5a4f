"""What would each way to go on cost, now and in all: keep paying, catch up, change, or sell?

Rules: docs/about/decisions/choices.md. Every figure is for both mortgages together.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.core.answer import Answer, Calculator, Column, Figure, Note, Table
from calculators.core.courses import Course, Running
from calculators.core.form import Field, FieldError, Placed, Refused, refuse
from calculators.core.household import (
    AnnualRate,
    Arrears,
    Balance,
    ClosingCosts,
    FirstAnnualRate,
    FirstBalance,
    FirstMonthlyPayment,
    FirstMonthsLeft,
    HomeValueNeeded,
    MissedPayments,
    MonthlyPayment,
    MonthsLeft,
    NewAnnualRate,
    NewMonths,
    PlanMonths,
)
from calculators.core.kinds import MONEY, MONTHS, PERCENT, TEXT, YES_NO, Months, Percent
from calculators.core.loan import (
    Loan,
    PaymentTooSmall,
    level_payment,
    month_interest,
    total_interest,
)
from calculators.core.money import ZERO, exactly, share
from calculators.core.options import COLUMN, OPTION, Household, Offer, Option, options_of
from calculators.core.words import (
    DAILY_INTEREST,
    giving_up_first_in_words,
    level_payment_in_words,
    no_promise,
)
from calculators.facts import fact

COLUMNS = tuple(key for key, _ in COLUMN.choices)
SELLING_COST, HORIZON = fact("selling_cost_percent"), fact("horizon_months")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    balance: Balance
    annual_rate: AnnualRate
    months_left: MonthsLeft
    monthly_payment: Annotated[MonthlyPayment, Placed(example="")] | None = None
    arrears: Annotated[Arrears, Placed("If you are behind on it")] = ZERO
    missed_payments: MissedPayments = 0
    first_balance: Annotated[FirstBalance, Placed("Your first mortgage", example="198,000")] = ZERO
    first_annual_rate: Annotated[FirstAnnualRate, Placed(example="3.875")] | None = None
    first_months_left: Annotated[FirstMonthsLeft, Placed(example="288")] | None = None
    first_monthly_payment: Annotated[FirstMonthlyPayment, Placed()] | None = None
    home_value: HomeValueNeeded
    new_annual_rate: Annotated[NewAnnualRate, Placed("New terms, or a new loan")] | None = None
    new_months: NewMonths | None = None
    closing_costs: ClosingCosts = ZERO
    sale_cost_percent: Annotated[
        Percent,
        Field(
            "All costs of a sale",
            f"In percent of the price. We guess {SELLING_COST.text}; change it to fit you.",
            group="Our guesses, for you to change",
            rare=True,
        ),
    ] = SELLING_COST.decimal
    plan_months: PlanMonths = fact("plan_months").number
    horizon_months: Annotated[
        Months,
        Field("Compare after how many months?", "5 years is 60 months.", minimum=1),
    ] = HORIZON.number


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars. Raises Refused when a box is missing or a payment is too small."""
    home = _household(inputs)
    options = options_of(home)
    figures = {
        f"{option.key}__{column}": option.values.get(column)
        for option in options
        for column in COLUMNS
    }
    return Answer(
        figures=figures,
        tables={
            "options": [
                (each.key, *(figures[f"{each.key}__{column}"] for column in COLUMNS), each.depends)
                for each in options
            ],
            "why": [
                (each.key, column, each.why[column])
                for each in options
                for column in COLUMNS
                if column in each.why
            ],
        },
        steps=_steps(home),
        notes=_notes(inputs, home, options),
        facts=_facts(inputs, home),
    )


def _household(inputs: Inputs) -> Household:
    """The loans as they stand, and what is past due."""
    second = _covering_interest(
        Loan(inputs.balance, inputs.annual_rate, inputs.months_left, inputs.monthly_payment),
        "monthly_payment",
    )
    missed = second.rows[: inputs.missed_payments]
    if len(missed) < inputs.missed_payments:
        raise refuse("missed_payments", "Write no more payments than are left on the loan.")
    interest = total_interest(missed)
    first, beside = _first(inputs)
    return Household(
        second=second,
        first=first,
        beside=beside,
        missed_payments=inputs.missed_payments,
        missed_interest=interest,
        # Missed payments always hold past-due interest: an empty box must not make it vanish.
        past_due=inputs.arrears or interest,
        home_value=inputs.home_value,
        offer=_offer(inputs),
        sale_cost_percent=inputs.sale_cost_percent,
        plan_months=inputs.plan_months,
        horizon=inputs.horizon_months,
    )


def _first(inputs: Inputs) -> tuple[Loan | None, Decimal]:
    """The first mortgage, and what its payment holds besides principal and interest."""
    balance, typed = inputs.first_balance, inputs.first_monthly_payment
    if balance == 0:
        if typed:
            message = "Fill this in, because you wrote the first mortgage’s payment."
            raise refuse("first_balance", message)
        return None, ZERO
    rate, months = inputs.first_annual_rate, inputs.first_months_left
    if rate is None or months is None:
        boxes = ("first_annual_rate", "first_months_left")
        message = "Fill this in, because you wrote what you owe on the first mortgage."
        raise Refused(*(FieldError(box, message) for box in boxes if getattr(inputs, box) is None))
    level = level_payment(balance, rate, months)
    if typed is None or typed >= level:
        return Loan(balance, rate, months), (typed or level) - level
    return _covering_interest(Loan(balance, rate, months, typed), "first_monthly_payment"), ZERO


def _offer(inputs: Inputs) -> Offer | None:
    """The new terms; None while neither of them is filled in."""
    rate, months = inputs.new_annual_rate, inputs.new_months
    if rate is None and months is None:
        return None
    if rate is None:
        raise refuse("new_annual_rate", "Fill this in too, or empty the new number of months.")
    if months is None:
        raise refuse("new_months", "Fill this in too, or empty the new rate.")
    return Offer(rate, months, inputs.closing_costs)


def _covering_interest(loan: Loan, box: str) -> Loan:
    """The loan, once its payment covers the interest. Raises Refused at `box` when it does not."""
    interest = month_interest(loan.principal, loan.annual_rate)
    try:
        _ = loan.rows
    except PaymentTooSmall:
        raise refuse(
            box,
            f"A month’s interest on this balance is {MONEY.pretty(interest)}. Check the payment, "
            "the balance and the rate: the payment must cover the interest.",
        ) from None
    return loan


def _steps(home: Household) -> list[str]:
    """What every option starts from, with the reader's own numbers."""
    cash, second, first = MONEY.pretty, home.second, home.first
    steps = [f"Second mortgage. {_payment_in_words(second)}"]
    if first is not None:
        beside = ""
        if home.beside:
            beside = f" The other {cash(home.beside)} of your payment is taxes and insurance."
        steps.append(f"First mortgage. {_payment_in_words(first)}{beside}")
    if home.to_catch_up:
        steps.append(
            f"To catch up: {home.missed_payments} missed payments, {cash(home.missed_amount)} + "
            f"fees, {cash(home.fees)} = {cash(home.to_catch_up)}. The loan runs on as if it were "
            "up to date, and this amount stands beside it until it is paid."
        )
    if home.past_due:
        steps.append(
            f"To change or pay off the second: {cash(second.principal)} of principal + "
            f"{cash(home.past_due)} of past-due interest and fees = {cash(home.second_owed)}."
        )
    if home.offer is not None:
        new = home.offer.loan(home.second_owed)
        words = level_payment_in_words(new.principal, new.annual_rate, new.months, new.payment)
        steps.append(f"New terms for the second. {words}")
    return steps


def _payment_in_words(loan: Loan) -> str:
    if loan.agreed is not None:
        return f"You pay {MONEY.pretty(loan.payment)} a month, as you wrote."
    return level_payment_in_words(loan.principal, loan.annual_rate, loan.months, loan.payment)


def _notes(inputs: Inputs, home: Household, options: list[Option]) -> list[Note]:
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
            "The modification and both new loans use the one new rate, number of months and closing "
            "costs above. Real offers differ: put in one at a time."
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
        *(Note("warning", text) for text in _warnings(inputs, home, options)),
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


def _warnings(inputs: Inputs, home: Household, options: list[Option]) -> list[str]:
    cash, warnings = MONEY.pretty, []
    if home.to_catch_up:
        warnings.append(
            f"You are behind by {cash(home.to_catch_up)}. {fact('second_can_foreclose').says} Call "
            f"a housing counselor free at {fact('hud_counselor_phone').text}."
        )
    if home.past_due and not inputs.arrears:
        warnings.append(
            f"You wrote no past-due interest and fees. We guessed {cash(home.past_due)}, the "
            "interest in the missed payments. Ask the servicer for the real figure."
        )
    if 0 < inputs.arrears < home.missed_interest:
        warnings.append(
            f"The missed payments alone hold {cash(home.missed_interest)} of interest. You wrote "
            f"{cash(inputs.arrears)} of past-due interest and fees. Ask the servicer which is right."
        )
    if home.missed_payments and inputs.arrears >= home.missed_amount:
        warnings.append(
            f"The past-due interest and fees you wrote, {cash(inputs.arrears)}, are as much as the "
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
    moved = Course((Running("first mortgage", home.offer.loan(home.first_owed)),))
    stays = Course((Running("first mortgage", home.first),))
    cost = moved.cost_by(home.horizon) - stays.cost_by(home.horizon)
    if cost <= 0:
        return []
    return [
        "Refinance both. "
        + giving_up_first_in_words(
            home.first.annual_rate, home.offer.annual_rate, cost, home.horizon
        )
    ]


def _facts(inputs: Inputs, home: Household) -> list[str]:
    ids = ["no_specific_option"]
    if home.to_catch_up:
        ids += ["second_can_foreclose", "hud_counselor_phone", "plan_months"]
    if inputs.sale_cost_percent == SELLING_COST.decimal:
        ids.append("selling_cost_percent")
    if inputs.horizon_months == HORIZON.number:
        ids.append("horizon_months")
    return ids


CALCULATOR = Calculator(
    slug="compare",
    title="Compare your choices",
    question="What would each choice cost, now and in all?",
    inputs=Inputs,
    calculate=calculate,
    figures=tuple(
        Figure(
            f"{option}__{column}",
            f"{OPTION.pretty(option)}: {COLUMN.pretty(column)}",
            YES_NO if column == "keeps_home" else MONEY,
        )
        for option, _ in OPTION.choices
        for column in COLUMNS
    ),
    tables=(
        Table(
            "options",
            "Your choices side by side",
            (
                Column("option", "Choice", OPTION),
                *(
                    Column(key, label, YES_NO if key == "keeps_home" else MONEY)
                    for key, label in COLUMN.choices
                ),
                Column("depends_on", "It depends on", TEXT),
            ),
            folded=False,
            explained_by="why",
        ),
        Table(
            "why",
            "Why each figure is what it is",
            (
                Column("option", "Choice", OPTION),
                Column("column", "Figure", COLUMN),
                Column("why", "Why", TEXT),
            ),
        ),
    ),
)
