"""Two offers side by side, with what differs in words. The same terms as the calculators have:
what is owed, past due amounts with it, is paid back in level payments.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import calculators.sheets.offers_words as words
from calculators.core.answers import Reply, refusal
from calculators.core.forms import (
    DAY,
    MONEY,
    MONTHS,
    RATE,
    ChoiceKind,
    Field,
    FieldError,
    Line,
    Money,
    Refused,
    boxes,
    read,
)
from calculators.core.forms.household import Arrears, Balance
from calculators.core.forms.offers import NewAnnualRate, NewMonths
from calculators.core.loans import ZERO, Loan, exactly, total_paid
from calculators.plan.household import Figures

SLUG = "offers"
OFFERS = ("offer-1", "offer-2")
WHAT = ChoiceKind(
    (
        ("change", "The lender changes my loan"),
        ("refinance", "A new loan pays the second off"),
    )
)


@dataclass(frozen=True, kw_only=True)
class Owed:
    """What both offers start from."""

    balance: Balance
    arrears: Arrears = ZERO


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """One offer, as its letter or its Loan Estimate has it."""

    what: Annotated[str, WHAT, Field("What kind of offer is it?", own=True)] = "change"
    offered_by: Annotated[Line, Field("Who offers it", own=True)] | None = None
    new_annual_rate: NewAnnualRate
    new_months: NewMonths
    set_aside: Annotated[
        Money,
        Field(
            "Set aside until the end",
            "A part of the debt that falls due at the end, without interest.",
            own=True,
        ),
    ] = ZERO
    costs_added: Annotated[
        Money, Field("Costs added to the loan", "Fees that you pay back with it.", own=True)
    ] = ZERO
    cash_now: Annotated[
        Money, Field("Cash that you must pay now", "Fees, closing costs, a first sum.", own=True)
    ] = ZERO


@dataclass(frozen=True)
class Offer:
    """An offer worked out, in dollars and months; `total` is all that is paid, to its end."""

    inputs: Inputs
    starts_from: Decimal
    payment: Decimal
    at_end: Decimal
    total: Decimal


@exactly
def worked_out(owed: Owed, inputs: Inputs) -> Offer | None:
    """None where more would be set aside than is owed."""
    principal = owed.balance + owed.arrears + inputs.costs_added - inputs.set_aside
    if principal < ZERO:
        return None
    loan = Loan(principal, inputs.new_annual_rate, inputs.new_months)
    total = total_paid(loan.rows) + inputs.set_aside + inputs.cash_now
    return Offer(inputs, principal, loan.payment, inputs.set_aside, total)


def make(figures: Figures, today: str = "") -> Reply:
    """Both offers of a household, or the one that it has.

    `figures` are all texts that it holds, by name; `today` is an ISO date, or empty. Returns
    `{"ok": true, "day", "offers": [number], "rows": [{"key", "label", "cells": [text], "differs",
    "same"}], "verdict", "wrong": [text]}`, or a refusal of today. Without all that an offer needs
    there is no column for it, and `wrong` says what is missing or cannot be read.
    """
    try:
        day = DAY.pretty(date.fromisoformat(today)) if today else ""
    except ValueError:
        return refusal(SLUG, [FieldError("today", "Write the day as 2026-11-30.")])
    owed, wrong = _owed(figures)
    found: dict[int, Offer] = {}
    for number, slug in enumerate(OFFERS, 1):
        typed = {
            box.name: figures[key]
            for box in boxes(Inputs)
            if (key := f"{slug}:{box.name}") in figures
        }
        if not typed:
            continue
        try:
            inputs = read(Inputs, typed)
        except Refused as refused:
            wrong += [words.in_offer(number, *_named(Inputs, each)) for each in refused.errors]
            continue
        offer = worked_out(owed, inputs) if owed else None
        if offer:
            found[number] = offer
        elif owed:
            wrong.append(words.too_much_set_aside(number))
    both = list(found.values()) if len(found) == len(OFFERS) else []
    return {
        "ok": True,
        "day": day,
        "offers": list(found),
        "rows": [_row(label, offers, both) for label, offers in _lines(found)],
        "verdict": words.verdict(*_leads(*both)) if both else words.ONE_MORE if found else "",
        "wrong": wrong,
    }


def _owed(figures: Figures) -> tuple[Owed | None, list[str]]:
    typed = {box.name: figures[box.name] for box in boxes(Owed) if box.name in figures}
    offers = any(key.startswith(OFFERS) for key in figures)
    try:
        return read(Owed, typed), []
    except Refused as refused:
        known = [words.in_both(*_named(Owed, each)) for each in refused.errors]
        return None, known if offers else []


def _named(inputs: type, error: Any) -> tuple[str, str]:
    label = next((box.words.label for box in boxes(inputs) if box.name == error.field), "")
    return label, error.message


def _lines(found: Mapping[int, Offer]) -> list[tuple[str, dict[int, Any]]]:
    """Each line's name, with each offer's value."""
    return [
        (key, {number: _VALUES[key](offer) for number, offer in found.items()}) for key in _VALUES
    ]


_VALUES: dict[str, Any] = {
    "what": lambda offer: offer.inputs.what,
    "offered_by": lambda offer: offer.inputs.offered_by or "",
    "payment": lambda offer: offer.payment,
    "months": lambda offer: offer.inputs.new_months,
    "rate": lambda offer: offer.inputs.new_annual_rate,
    "at_end": lambda offer: offer.at_end,
    "cash_now": lambda offer: offer.inputs.cash_now,
    "starts_from": lambda offer: offer.starts_from,
    "total": lambda offer: offer.total,
}
_KINDS: dict[str, Any] = {
    "what": WHAT,
    "months": MONTHS,
    "rate": RATE,
    **dict.fromkeys(("payment", "at_end", "cash_now", "starts_from", "total"), MONEY),
}


def _row(key: str, values: Mapping[int, Any], both: list[Offer]) -> dict[str, Any]:
    kind = _KINDS.get(key)
    cells = [kind.pretty(value) if kind else value for value in values.values()]
    differs = _differs(key, *values.values()) if both else ""
    same = differs in ("", words.SAME)
    return {
        "key": key,
        "label": words.LABELS[key],
        "cells": cells,
        "differs": differs,
        "same": same,
    }


def _differs(key: str, one: Any, other: Any) -> str:
    """What sets the two apart on one line: the lower one is named."""
    if key == "offered_by":
        return _who(one, other)
    if one == other:
        return words.SAME
    if key == "what":
        return words.OTHER_KIND
    lower, by = (1, other - one) if one < other else (2, one - other)
    return words.less(
        key, lower, f"{by.normalize():f}" if key == "rate" else _KINDS[key].pretty(by)
    )


def _who(one: str, other: str) -> str:
    """Nothing where one of them is not known."""
    if not one or not other:
        return ""
    return words.SAME if one.casefold() == other.casefold() else words.OTHER_COMPANY


def _leads(one: Offer, other: Offer) -> tuple[int, int, int]:
    """Which offer has the lower payment, the lower total, and asks less cash; 0: the same."""

    def lower(mine: Decimal, theirs: Decimal) -> int:
        return 0 if mine == theirs else 1 if mine < theirs else 2

    return (
        lower(one.payment, other.payment),
        lower(one.total, other.total),
        lower(one.inputs.cash_now + one.at_end, other.inputs.cash_now + other.at_end),
    )
