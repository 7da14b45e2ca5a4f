"""The charts an answer may have: which part of a reply each one shows. pages/charts draws them.

A chart draws what a table or the figures of the same answer say in full.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


class Chart:
    """A picture of a part of a reply."""


@dataclass(frozen=True)
class Lines(Chart):
    """What is owed, falling month by month: a line for each of `lines`, (column, label) pairs.

    `starts` takes the inputs and says what each line is before the first payment; `what` is the
    thing that falls, for the sentence.
    """

    title: str
    what: str
    table: str
    lines: tuple[tuple[str, str], ...]
    starts: Callable[[Any], Sequence[Decimal]]


@dataclass(frozen=True)
class Bars(Chart):
    """One or two money columns of a table as bars, a group a row.

    A row without any value says that it does not apply.
    """

    title: str
    table: str
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class FigureBars(Chart):
    """Some of the answer's money figures as bars; those that do not apply are left out."""

    title: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Waterfall(Chart):
    """Where a price goes: the selling costs, each lien in its turn, then the owner.

    `price` is an input, `left` the figure of what is left for the owner, and `table` the liens,
    whose columns are who, owed, receives and short. A bar begins where the one above it ended; what
    the price does not reach is hatched.
    """

    title: str
    price: str
    left: str
    table: str


@dataclass(frozen=True)
class Pair:
    """One bar of each choice: its name, its money columns, and what is written beside it.

    `paid` is drawn solid and `unpaid`, if any, hatched after it; `says` is the column of words.
    """

    name: str
    paid: str
    says: str
    unpaid: str = ""


@dataclass(frozen=True)
class Pairs(Chart):
    """A few bars for each choice, each kind of bar measured by the longest of its own.

    `table` is the Choices whose words stand at the bars; its exact table has the amounts.
    """

    title: str
    table: str
    bars: tuple[Pair, ...]


@dataclass(frozen=True)
class Dates(Chart):
    """The dates of a table in order, down a line; more days between two, more room.

    `today` is an input: with it, today stands on the line, what is gone before it and what is to
    come after it. `when` is the column that says the weekday and how far off a date is.
    """

    title: str
    table: str
    date: str
    what: str
    when: str
    today: str
