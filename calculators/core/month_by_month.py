"""One loan's schedule as a table of an answer."""

from collections.abc import Sequence
from typing import Any

from calculators.core.answer import Column, Table
from calculators.core.kinds import COUNT, MONEY
from calculators.core.loan import Installment

MONTH_BY_MONTH = Table(
    "schedule",
    "Month by month",
    (
        Column("month", "Month", COUNT),
        Column("payment", "Payment", MONEY),
        Column("interest", "Interest", MONEY),
        Column("principal", "Principal", MONEY),
        Column("balance", "Still owed", MONEY),
    ),
)


def month_by_month(rows: Sequence[Installment], months_before: int = 0) -> list[tuple[Any, ...]]:
    """The rows of MONTH_BY_MONTH; `months_before` counts the months that came before the first."""
    return [
        (months_before + row.month, row.payment, row.interest, row.principal, row.balance)
        for row in rows
    ]
