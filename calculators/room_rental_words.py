"""What to say with the rent of a room: the working, and what to beware of."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.core.answers import Action, Lead, Note, dollars, warnings_first
from calculators.core.forms import MONEY, MONTHS, PERCENT
from calculators.facts import fact

_TAX = fact("room_rental_days")
BEFORE_TAX = (
    f"This is before tax. {_TAX.says} {_TAX.note} State tax, and aid that depends on income, may "
    "follow other rules."
)
START_NOW = "Rent takes time to start. If you are behind, call your servicer now and do not wait."

ASK_FIRST = Action(
    "Ask your insurer and your town first", page="steps/5-sell-downsize-or-rent.md#rent-out-a-room"
)
OTHER_WAYS = Action("See other ways", page="steps/5-sell-downsize-or-rent.md#which-way-fits")


def lead(net: Decimal, payment: Decimal) -> Lead:
    """How much of the payment the room would carry: all, most, a part or little."""
    if net < 0:
        return Lead(
            "A room would cost more than it brings in.", f"{dollars(net)} lost a month", OTHER_WAYS
        )
    if not net:
        return Lead("A room would only pay its own costs.", "", OTHER_WAYS)
    if not payment:
        return Lead("This is what a room could bring you.", f"{dollars(net)} a month", ASK_FIRST)
    number = f"{dollars(min(net, payment))} of {dollars(payment)} a month"
    if net >= payment:
        if net - payment >= 1:
            number = f"{dollars(net)} a month, {dollars(net - payment)} more than the payment"
        return Lead("A room could carry the whole payment, before tax.", number, ASK_FIRST)
    if 2 * net > payment:
        return Lead("A room could carry most of the payment, before tax.", number, ASK_FIRST)
    if 4 * net >= payment:
        return Lead("A room could carry a part of the payment, before tax.", number, ASK_FIRST)
    return Lead("A room would bring little, before tax.", number, OTHER_WAYS)


def steps(
    *,
    rent: Decimal,
    empty_percent: Decimal,
    empty: Decimal,
    costs: Decimal,
    payment: Decimal,
    setup_cost: Decimal,
    figures: Mapping[str, Any],
) -> list[str]:
    """The arithmetic in words, with the reader's own numbers: dollars a month and percent."""
    cash, net = MONEY.pretty, figures["net_monthly_income"]
    covered, months = figures["share_of_payment_percent"], figures["months_to_recover_setup"]
    said = [
        f"Time empty: {PERCENT.pretty(empty_percent)} of {cash(rent)} is {cash(empty)} a month, "
        "spread over the year.",
        f"Each month: {cash(rent)} − {cash(empty)} − {cash(costs)} of costs = {cash(net)}.",
    ]
    if covered is not None:
        said.append(
            f"Against the payment: {cash(net)} ÷ {cash(payment)} = {PERCENT.pretty(covered)}."
        )
    if months:
        said.append(
            f"Getting ready costs {cash(setup_cost)}. At {cash(net)} a month it is paid back after "
            f"{MONTHS.pretty(months)}."
        )
    return said


def notes(net: Decimal, payment: Decimal) -> list[Note]:
    """What the figures do not say by themselves, the costly things first."""
    warnings, infos = [], []
    if net < 0:
        warnings.append(
            f"By these figures the room costs you {MONEY.pretty(-net)} a month more than it "
            "brings in."
        )
    elif net == 0:
        warnings.append("By these figures the rent only covers its own costs.")
    elif net < payment:
        infos.append(f"{MONEY.pretty(payment - net)} of the payment would still be yours to find.")
    warnings.append(
        "Before you take a renter, ask your home insurer, your town, and your homeowners’ "
        "association if you have one. Read what your mortgage papers say about renting. Many "
        "renters, even of a room, have rights, and ending a stay can take time. Legal aid can say "
        "which rules hold where you live."
    )
    return warnings_first(warnings, [*infos, BEFORE_TAX], [START_NOW])
