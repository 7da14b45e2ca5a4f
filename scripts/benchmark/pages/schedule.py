"""What a second mortgage costs: the payment and every month of it, to the cent.

Plain Python as most would write it, for the pages that the site is compared with.
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

BALANCE, RATE, MONTHS = Decimal(60000), Decimal("9.25"), 180
FIRST = date(2026, 1, 1)
CENT = Decimal("0.01")


class Kind(Enum):
    LEVEL = "level"
    LAST = "last"


@dataclass(frozen=True)
class Installment:
    due: date
    kind: Kind
    payment: Decimal
    interest: Decimal
    balance: Decimal


def cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def level_payment() -> Decimal:
    rate = RATE / 1200
    return cents(BALANCE * rate / (1 - (1 + rate) ** -MONTHS))


def schedule() -> list[Installment]:
    level, balance, rows = level_payment(), BALANCE, []
    for month in range(MONTHS):
        interest = cents(balance * RATE / 1200)
        kind = Kind.LAST if month == MONTHS - 1 else Kind.LEVEL
        payment = balance + interest if kind is Kind.LAST else level
        balance += interest - payment
        due = date(FIRST.year + month // 12, month % 12 + 1, 1)
        rows.append(Installment(due, kind, payment, interest, balance))
    return rows


def answer() -> str:
    rows = schedule()
    figures = {
        "monthly_payment": f"${level_payment():,}",
        "total_interest": f"${sum(row.interest for row in rows):,}",
        "schedule": [
            [row.due.isoformat(), row.kind.value, *map(str, (row.payment, row.interest))]
            for row in rows
        ],
    }
    return json.dumps(figures)
