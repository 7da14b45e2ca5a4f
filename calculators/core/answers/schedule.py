"""One loan's schedule, or two side by side, as a table and a chart of an answer."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from calculators.core.answers.charts import Lines
from calculators.core.answers.parts import Column, Table
from calculators.core.forms import COUNT, MONEY
from calculators.core.loans import Schedule

FROM_TODAY = "Months count from today: month 1 is the next payment."
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
    meaning=FROM_TODAY,
)


def side_by_side(owed: str, *more: Column) -> Table:
    """The table of a loan as it is and as it would be; `owed` is the label of the new balance."""
    columns = (
        Column("month", "Month", COUNT),
        Column("current_payment", "Payment now", MONEY),
        Column("current_balance", "Owed now", MONEY),
        Column("new_payment", "New payment", MONEY),
        Column("new_balance", owed, MONEY),
    )
    return Table("schedule", "Month by month", (*columns, *more), meaning=FROM_TODAY)


def owed_over_time(starts: Callable[[Any], Sequence[Decimal]], *lines: tuple[str, str]) -> Lines:
    """The chart of a schedule; `starts` takes the inputs and says what is owed before month 1."""
    return Lines("What you owe over time", "What you owe", "schedule", lines, starts)


def month_by_month(rows: Schedule, months_before: int = 0) -> Iterator[tuple[Any, ...]]:
    """The rows of MONTH_BY_MONTH; `months_before` counts the months that came before the first."""
    # Begun only when they are shown: a what-if asks for the figures and looks at no month.
    yield from zip(*rows.columns(months_before), strict=False)
