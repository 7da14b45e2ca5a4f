"""Would rent for a room carry the second mortgage, after what the room itself costs?

Rules: the contract's *room_rental*. The time a room stands empty comes off the rent, rounded half
up to the cent, before the costs do. All figures are before tax.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.core.answers import Answer, Calculator, Figure, WhatIf, percent
from calculators.core.forms import MONTHS, PERCENT, Field, Money, MoneyInWordsKind, Percent
from calculators.core.forms.household import MonthlyPayment
from calculators.core.loans import ZERO, exactly, percent_of, share
from calculators.facts import fact
from calculators.room_rental_words import lead, notes, steps

VACANCY = fact("vacancy_percent")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    monthly_rent: Annotated[
        Money,
        Field(
            "Rent for the room each month",
            "What rooms like it go for near you, in listings of today.",
            example="600",
            group="The room",
        ),
    ]
    vacancy_percent: Annotated[
        Percent,
        Field(
            "Time when it stands empty",
            f"In percent of the year. We start with {VACANCY.text}, which is only customary. One "
            "month a year is about 8.33.",
        ),
    ] = VACANCY.decimal
    monthly_costs: Annotated[
        Money,
        Field(
            "What renting it adds to your costs each month",
            "Such as power, water, insurance, repairs. Write 0 for none.",
            example="80",
        ),
    ] = ZERO
    setup_cost: Annotated[
        Money,
        Field(
            "What it costs once to get ready",
            "Such as furniture, a lock, paint, a permit. Write 0 for none.",
            example="900",
        ),
    ] = ZERO
    monthly_payment: MonthlyPayment


@exactly
def calculate(inputs: Inputs) -> Answer:
    """Figures in dollars a month, percent and months, before tax."""
    empty = share(inputs.vacancy_percent, inputs.monthly_rent)
    net = inputs.monthly_rent - empty - inputs.monthly_costs
    payment = inputs.monthly_payment
    figures = {
        "net_monthly_income": net,
        "share_of_payment_percent": percent_of(net, payment) if payment else None,
        "months_to_recover_setup": _months_to_recover(inputs.setup_cost, net),
    }
    return Answer(
        figures=figures,
        tables={},
        steps=steps(
            rent=inputs.monthly_rent,
            empty_percent=inputs.vacancy_percent,
            empty=empty,
            costs=inputs.monthly_costs,
            payment=payment,
            setup_cost=inputs.setup_cost,
            figures=figures,
        ),
        notes=notes(net, payment),
        facts=_facts(inputs),
        lead=lead(net, payment),
    )


def _months_to_recover(setup_cost: Decimal, net: Decimal) -> int | None:
    """The first whole month by which the rent has paid for the set-up; None when it never does."""
    if setup_cost == 0:
        return 0
    if net <= 0:
        return None
    whole, rest = divmod(setup_cost, net)
    return int(whole) + (1 if rest else 0)


def _facts(inputs: Inputs) -> list[str]:
    ids = ["room_rental_days"]
    if inputs.vacancy_percent == VACANCY.decimal:
        ids.append("vacancy_percent")
    return ids


CALCULATOR = Calculator(
    slug="room_rental",
    title="Room rental calculator",
    question="Would renting out a room carry your second mortgage?",
    inputs=Inputs,
    calculate=calculate,
    figures=(
        Figure(
            "net_monthly_income",
            "What the room brings in each month",
            MoneyInWordsKind(below="lost", above=""),
            main=True,
            meaning="After empty weeks and the room’s own costs, before tax.",
        ),
        Figure(
            "share_of_payment_percent",
            "Share of your second mortgage’s payment",
            PERCENT,
            main=True,
            if_none="There is no payment to compare it with.",
        ),
        Figure(
            "months_to_recover_setup",
            "Until the cost of getting ready is paid back",
            MONTHS,
            if_none="Never: nothing is left of the rent after its costs.",
        ),
    ),
    what_if=WhatIf(("net_monthly_income",), (percent("monthly_rent", "Rent"),)),
)
