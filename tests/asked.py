"""What every Python is asked. The browsers' Python runs the text of this very file."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from calculators import run
from calculators.core.loans import annual_percentage_rate


def reply_text(table: str, given: dict[str, Any]) -> str:
    """The reply to one case row or recorded input, as text that can be compared to the byte."""
    return str(apr_of(given)) if table == "apr" else json.dumps(run(table, given))


def apr_of(row: dict[str, Any]) -> Decimal:
    """The rate for one row of tests/cases/apr.toml."""
    return annual_percentage_rate(
        Decimal(row["amount_financed"]),
        [(count, Decimal(amount)) for count, amount in row["payments"]],
        periods_per_year=Fraction(row.get("periods_per_year", 12)),
        whole_periods_to_first=row.get("whole_periods_to_first", 1),
        odd_fraction=Fraction(row.get("odd_fraction", "0")),
    )
