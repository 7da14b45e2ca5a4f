"""Would rent for a room carry the second mortgage, after what the room itself costs?

Rules: the contract's *room_rental*. The time a room stands empty comes off the rent, rounded half
up to the cent, before the costs do. All figures are before tax.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.answers import Answer, Calculator, Figure, Note, WhatIf, percent
from calculators.core.forms import MONEY, MONTHS, PERCENT, Field, Money, Percent
from calculators.core.forms.household import MonthlyPayment
from calculators.core.loans import ZERO, exactly, percent_of, share
from calculators.facts import fact

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
        steps=_steps(inputs, empty, figures),
        notes=_notes(inputs, net),
        facts=_facts(inputs),
    )


def _months_to_recover(setup_cost: Decimal, net: Decimal) -> int | None:
    """The first whole month by which the rent has paid for the set-up; None when it never does."""
    if setup_cost == 0:
        return 0
    if net <= 0:
        return None
    whole, rest = divmod(setup_cost, net)
    return int(whole) + (1 if rest else 0)


def _steps(inputs: Inputs, empty: Decimal, figures: Mapping[str, Any]) -> list[str]:
    """The arithmetic in words, with the reader's own numbers."""
    cash, net = MONEY.pretty, figures["net_monthly_income"]
    steps = [
        f"Time empty: {PERCENT.pretty(inputs.vacancy_percent)} of {cash(inputs.monthly_rent)} is "
        f"{cash(empty)} a month, spread over the year.",
        f"Each month: {cash(inputs.monthly_rent)} − {cash(empty)} − {cash(inputs.monthly_costs)} "
        f"of costs = {cash(net)}.",
    ]
    if figures["share_of_payment_percent"] is not None:
        steps.append(
            f"Against the payment: {cash(net)} ÷ {cash(inputs.monthly_payment)} = "
            f"{PERCENT.pretty(figures['share_of_payment_percent'])}."
        )
    months = figures["months_to_recover_setup"]
    if months:
        steps.append(
            f"Getting ready costs {cash(inputs.setup_cost)}. At {cash(net)} a month it is paid "
            f"back after {MONTHS.pretty(months)}."
        )
    return steps


def _facts(inputs: Inputs) -> list[str]:
    ids = ["room_rental_days"]
    if inputs.vacancy_percent == VACANCY.decimal:
        ids.append("vacancy_percent")
    return ids


def _notes(inputs: Inputs, net: Decimal) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    warnings, infos = [], []
    missing = inputs.monthly_payment - net
    if net < 0:
        warnings.append(
            f"By these figures the room costs you {MONEY.pretty(-net)} a month more than it "
            "brings in."
        )
    elif net == 0:
        warnings.append("By these figures the rent only covers its own costs.")
    elif missing > 0:
        infos.append(f"{MONEY.pretty(missing)} of the payment would still be yours to find.")
    warnings.append(
        "Before you take a renter, ask your home insurer, your town, and your homeowners’ "
        "association if you have one. Read what your mortgage papers say about renting. Many "
        "renters, even of a room, have rights, and ending a stay can take time. Legal aid can say "
        "which rules hold where you live."
    )
    infos += [
        (
            f"This is before tax. {fact('room_rental_days').says} "
            f"{fact('room_rental_days').note} State tax, and aid that depends on income, may "
            "follow other rules."
        ),
        "Rent takes time to start. If you are behind, call your servicer now and do not wait.",
    ]
    return [Note("warning", text) for text in warnings] + [Note("info", text) for text in infos]


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
            MONEY,
            main=True,
            meaning="After empty weeks and the room’s own costs, before tax. A minus is a loss.",
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
