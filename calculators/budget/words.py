"""What to say with a budget: the working, and what the figures do not say by themselves."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from calculators.core.answers import Note, warnings_first
from calculators.core.forms import MONEY, MONTHS, PERCENT
from calculators.facts import fact

NO_GROSS = "For this, fill in your gross income: more than zero."
CAN_FORECLOSE = (
    "Talk to the second mortgage’s servicer before you miss a payment. Its lender may be able to "
    "foreclose even if the first mortgage is paid on time."
)
EITHER_CAN_FORECLOSE = (
    "Either lender may be able to foreclose if its loan is not paid. Call before you miss a "
    "payment on one."
)
FIRST_CAN_FORECLOSE = (
    "The first mortgage’s lender may be able to foreclose if it is not paid. Call before you miss "
    "a payment."
)
NO_RESERVE = (
    "What you could pay here leaves nothing for a repair or a doctor’s bill. It is not an offer: "
    "no lender has to agree to it. Bring it, with your bills, when you ask for help."
)
TWO_SHARES = (
    "Lenders look at the two shares of gross income, and each sets limits of its own. What is left "
    "over tells you more about whether you can keep up."
)


def steps(
    *,
    take_home: Decimal,
    other_income: Decimal,
    payment: Decimal,
    housing: Decimal,
    other_debts: Decimal,
    gross: Decimal | None,
    savings: Decimal | None,
    new_payment: Decimal | None,
    figures: Mapping[str, Any],
) -> list[str]:
    """The arithmetic in words, with the reader's own numbers: dollars a month."""
    cash, income, spending = MONEY.pretty, figures["total_income"], figures["total_spending"]
    rest = spending - payment
    said = [
        "Each amount becomes dollars a month first, to the nearest cent. Weekly: × 52 ÷ 12, since "
        "a year has 52 weeks. Every two weeks: × 26 ÷ 12. Twice a month: × 2. Yearly: ÷ 12.",
        f"Money in: {cash(take_home)} of take-home pay and {cash(other_income)} of other income "
        f"make {cash(income)} a month.",
        f"Money out: {cash(payment)} for the second mortgage and {cash(rest)} for all the rest "
        f"make {cash(spending)} a month.",
        f"Left over: {cash(income)} − {cash(spending)} = {cash(figures['left_over'])}.",
        _for_the_second(income, rest),
    ]
    if gross:
        said.extend(
            [
                f"Housing: both mortgages, taxes and insurance are {cash(housing)}. Divided by "
                f"{cash(gross)} of gross income, that is "
                f"{PERCENT.pretty(figures['housing_ratio_percent'])}.",
                f"With {cash(other_debts)} of other debts it is {cash(housing + other_debts)}, or "
                f"{PERCENT.pretty(figures['debt_to_income_percent'])} of gross income.",
            ]
        )
    if savings is not None and figures["months_of_reserves"] is not None:
        said.append(
            f"Savings: {cash(savings)} ÷ {cash(spending)} a month pay for "
            f"{MONTHS.pretty(figures['months_of_reserves'])}, whole months only."
        )
    if new_payment is not None:
        said.append(
            f"After the change: {cash(income)} − {cash(rest)} − {cash(new_payment)} = "
            f"{cash(figures['new_left_over'])} left over."
        )
    return said


def much_gross(gross: Decimal, income: Decimal) -> str:
    """A gross income that is far more than what comes in."""
    return (
        f"You wrote {MONEY.pretty(gross)} a month of gross income, and {MONEY.pretty(income)} "
        "comes in. Is the gross income for a year?"
    )


def _for_the_second(income: Decimal, rest: Decimal) -> str:
    """What the second mortgage could have once `rest`, all else, is paid: dollars a month."""
    cash = MONEY.pretty
    left = cash(income - rest)
    if rest >= income:
        return (
            f"For the second mortgage: {cash(income)} − {cash(rest)} = {left}. Nothing is left "
            "for it."
        )
    return f"For the second mortgage: {cash(income)} − {cash(rest)} = {left}."


def notes(
    *,
    payment: Decimal,
    gross: Decimal | None,
    forgotten: Sequence[str],
    figures: Mapping[str, Any],
) -> list[Note]:
    """What the figures do not say by themselves, the costly things first.

    `forgotten` are the labels of what stands at zero, though no household goes without it.
    """
    phone, cost = fact("hud_counselor_phone").text, fact("foreclosure_counseling_cost").text
    call = f"A HUD-approved housing counselor can go through this with you, {cost}: call {phone}."
    warnings, infos = [], []
    infos.append(call)
    if payment > figures["affordable_second_payment"]:
        warnings.append(CAN_FORECLOSE)
    if gross and gross < figures["total_income"]:
        warnings.append(
            "The gross income here is less than the money that comes in. Gross is before taxes, so "
            "it is usually more. Look at it again: the two shares depend on it."
        )
    if forgotten:
        warnings.append(
            f"This stands at zero: {' and '.join(forgotten).lower()}. If you left it out, too much "
            "seems to be left over."
        )
    return warnings_first(warnings, infos, [NO_RESERVE, TWO_SHARES])
