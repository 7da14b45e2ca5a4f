"""The choices side by side, from compare's reply, sorted by what matters to the reader."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import calculators.plan.plan_words as words
from calculators.compare import CALCULATOR as COMPARE
from calculators.core.forms import MONTHS
from calculators.core.loans import ZERO, fewest_months
from calculators.plan.household import (
    Figures,
    ask,
    can_pay,
    dollars_of,
    rows_of,
    typed,
    value_of,
)

KEEP, PAYMENT, TOTAL, FAST = MATTERS = ("keep", "payment", "total", "fast")
# Those that a new rate or length makes; without an offer there is nothing to show.
OFFERED = ("modification", "refinance_second", "refinance_both")
SELL, AS_IS = "sell", "as_is"
NEVER = Decimal("Infinity")
# In months: no lender is asked for longer than the calculators go.
LONGEST = MONTHS.maximum


@dataclass(frozen=True)
class Row:
    """One choice. Money is in dollars, a month or in all; None where nobody can say."""

    key: str
    payment: Decimal | None
    total: Decimal | None
    cash: Decimal | None
    months: int | None
    keeps_home: bool
    depends: str
    asks: str = ""
    leaves_unpaid: bool = False
    ties: tuple[str, ...] = ()


def choices(figures: Figures, matters: str) -> list[Row]:
    """All choices, best first by what matters; empty where too little is known for them.

    `matters` is keep, payment, total (to each loan's end) or fast.
    """
    lengths = [value_of(figures, name) for name in ("months_left", "first_months_left")]
    lengths.append(_offered(figures, "new_months"))
    longest = max((each for each in lengths if isinstance(each, int)), default=0)
    # Nothing is compared with a first mortgage that nobody has told us of.
    if not longest or not typed(figures, "first_balance"):
        return []
    reply = ask(COMPARE, figures, horizon_months=str(longest))
    if reply is None:
        return []
    rows = [_row(each, figures) for each in rows_of(reply, "options")]
    ordered = sorted((row for row in rows if row), key=lambda row: _place(row, matters))
    return [_with_ties(row, ordered, matters) for row in ordered]


def _offered(figures: Figures, name: str) -> object:
    return value_of({name: typed(figures, name, "compare")}, name)


def _row(row: Mapping[str, object], figures: Figures) -> Row | None:
    key, depends = str(row["option"]), str(row["depends_on"])
    payment, total, cash = (
        None if row[name] is None else Decimal(str(row[name]))
        for name in ("payment_next_12", "total_paid", "cash_needed")
    )
    if key == SELL:
        # Who sells pays rent, and nobody here knows how much.
        return Row(key, None, None, cash, 0, False, depends)
    offered = key in OFFERED
    if payment is None:
        asks = words.ask_for_terms(*_length(figures)) if key == "modification" else ""
        return Row(key, None, None, None, None, True, depends, asks) if asks else None
    months = _offered(figures, "new_months") if offered else value_of(figures, "months_left")
    whole = months if isinstance(months, int) else None
    behind = any(value_of(figures, name) for name in ("missed_payments", "arrears"))
    unpaid = key == AS_IS and behind
    return Row(key, payment, total, cash, whole, True, depends, leaves_unpaid=unpaid)


def _length(figures: Figures) -> tuple[int | None, Decimal | None]:
    """How many months, at the reader's own rate, bring the payment to what can be paid."""
    balance, rate = dollars_of(figures, "balance"), dollars_of(figures, "annual_rate")
    amount = can_pay(figures)
    if balance is None or rate is None or amount is None or amount <= ZERO:
        return None, amount
    return fewest_months(balance, rate, amount, LONGEST), amount


_BY: dict[str, Callable[[Row], Decimal | int | None]] = {
    KEEP: lambda row: row.payment,
    PAYMENT: lambda row: row.payment,
    TOTAL: lambda row: row.total,
    FAST: lambda row: row.months,
}


def _place(row: Row, matters: str) -> tuple[bool, Decimal | int]:
    value = _BY[matters](row)
    # What leaves missed payments unpaid does not keep the home by itself.
    last = matters == KEEP and (not row.keeps_home or row.leaves_unpaid)
    return last, NEVER if value is None else value


def _with_ties(row: Row, rows: list[Row], matters: str) -> Row:
    """The row, with the others that come to the same."""
    value = _BY[matters](row)
    if value is None:
        return row
    same = tuple(each.key for each in rows if each.key != row.key and _BY[matters](each) == value)
    return replace(row, ties=same)
