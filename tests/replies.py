"""How property tests ask a calculator, and read the figures of its reply as numbers."""

from collections.abc import Mapping
from decimal import Decimal

from calculators import run
from calculators.core.answers import Reply


def answered(slug: str, answers: Mapping[str, str], **changes: str) -> Reply:
    """The reply to answers that must not be refused; `changes` go over them."""
    reply = run(slug, {**answers, **changes})
    assert reply["ok"], reply
    return reply


def figure(reply: Reply, key: str) -> Decimal:
    """One figure that must have a value: dollars, percent or a count."""
    return Decimal(reply["figures"][key])


def column(reply: Reply, name: str) -> list[Decimal]:
    """One column of the month-by-month table."""
    table = reply["tables"]["schedule"]
    place = table["columns"].index(name)
    return [Decimal(row[place]) for row in table["rows"]]
