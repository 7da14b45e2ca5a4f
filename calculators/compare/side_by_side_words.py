"""The choices side by side, in words and whole dollars: what a cell says in place of a bare figure.

A choice that does not apply has no cells but the last, which says why.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from calculators.compare.household import Household
from calculators.compare.options import OPTION, Option
from calculators.core.answers import Choices, Column, dollars
from calculators.core.forms import TEXT

COLUMNS = (
    ("second", "The second alone, a month"),
    ("both", "All mortgages, a month"),
    ("ties", "Same payment as"),
    ("cash", "Cash now"),
    ("keeps_home", "Keep the home?"),
    ("left", "Left for you, if the home keeps its value"),
    ("by_then", "Paid, and still owed"),
    ("to_end", "All paid, to each loan’s end"),
)


def table(exact: str, picked: Callable[[Mapping[str, Any]], Collection[str]]) -> Choices:
    """The table of all choices; `exact` is the one that has their figures to the cent."""
    return Choices(
        "side_by_side",
        "Your choices side by side",
        (
            Column("option", "Choice", OPTION),
            *(Column(key, label, TEXT) for key, label in COLUMNS),
            Column("depends_on", "It depends on", TEXT),
        ),
        folded=False,
        exact=exact,
        picked=picked,
    )


def rows(home: Household, options: Sequence[Option]) -> Iterator[tuple[str | None, ...]]:
    """A row for each choice."""
    for option in options:
        if not option.values:
            yield (option.key, *(None for _ in COLUMNS), option.depends)
        elif option.keeps_home:
            yield option.key, *_kept(home, option, options), option.depends
        else:
            yield option.key, *_sold(home, option), option.depends


def _kept(home: Household, option: Option, options: Sequence[Option]) -> Iterator[str | None]:
    values, time = option.values, in_time(home.horizon)
    together = _together(values["payment_next_12"], values["payment_after"])
    # Where there is no other loan, both are the same.
    if home.first is None:
        yield None
        yield fits(together, values["second_payment"], home.can_pay)
    else:
        yield _second(values["second_payment"], home.can_pay)
        yield together
    yield same_payment(option, options)
    yield dollars(values["cash_needed"]) if values["cash_needed"] else "None"
    yield _keeps_home(values["unpaid_at_end"])
    yield _left(values["equity_at_horizon"], time)
    paid, owed = dollars(values["total_paid"]), dollars(values["owed_at_horizon"])
    yield f"{paid} paid and {owed} owed after {time}"
    yield _to_end(values["paid_to_end"], values["unpaid_at_end"])


def _sold(home: Household, option: Option) -> Iterator[str | None]:
    short, left = option.values["cash_needed"], option.values["equity_at_horizon"]
    yield "No loan is left" if home.first else None
    yield "Your rent"
    yield None
    yield f"{dollars(short)} is missing. Moving costs too" if short else "What moving costs"
    yield "No"
    yield f"{dollars(left)} at the sale, its costs paid" if left else "Nothing"
    yield "Nothing is owed after the sale" if not short else f"{dollars(short)} is missing"
    yield dollars(short) if short else "Nothing more"


def _second(payment: Decimal | None, can_pay: Decimal | None) -> str:
    return "In the one loan" if payment is None else fits(dollars(payment), payment, can_pay)


def fits(said: str, payment: Decimal, can_pay: Decimal | None) -> str:
    """A payment on the second, and whether it fits what can be paid on it, if that is known."""
    if can_pay is None:
        return said
    if payment > can_pay:
        return f"{said}: {dollars(payment - can_pay)} more than you can pay"
    return f"{said}: fits what you can pay"


def in_time(months: int) -> str:
    """5 years, or 18 months."""
    years, rest = divmod(months, 12)
    if rest or not years:
        return "1 month" if months == 1 else f"{months} months"
    return "1 year" if years == 1 else f"{years} years"


def _together(highest: Decimal, after: Decimal) -> str:
    """The highest payment of the first year, and the one after that where it is another."""
    if dollars(highest) == dollars(after):
        return dollars(highest)
    return f"{dollars(highest)} at most in the first year, then {dollars(after)}"


def same_payment(option: Option, options: Sequence[Option]) -> str | None:
    """The other choices with the same highest payment, to the cent."""
    payment = option.values["payment_next_12"]
    same = [
        each.label
        for each in options
        if each.keeps_home and each.key != option.key and each.values["payment_next_12"] == payment
    ]
    return " and ".join(same) or None


def _keeps_home(unpaid: Decimal) -> str:
    if unpaid:
        return f"Not safe: {dollars(unpaid)} stays unpaid, and they can act on it"
    return "Yes, if all is paid"


def _left(equity: Decimal, time: str) -> str:
    """What is left if the home keeps its value; a sale then would still cost something."""
    if equity < 0:
        return f"Nothing: you would owe {dollars(equity)} more than it is worth after {time}"
    return f"{dollars(equity)} after {time}, less what a sale costs"


def _to_end(paid: Decimal, unpaid: Decimal) -> str:
    if unpaid:
        return f"{dollars(paid)}, and {dollars(unpaid)} still unpaid"
    return dollars(paid)
