"""Which answers about a loan are missing, and what each would change."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from calculators.core.rules.foreclosure import Situation, lines_for

# In the order in which they decide, each with the answer that protects most.
MOST_PROTECTED = {
    "loan_kind": "closed_end",
    "main_home": "yes",
    "small_servicer": "no",
    "sale_by": "second",
    "already_reviewed": "no",
    "another_lender_foreclosing": "no",
}


@dataclass(frozen=True)
class Missing:
    """An answer that is missing, by its field, and the days that one answer would bring, by key."""

    field: str
    would_bring: dict[str, date]


def unanswered(loan: Situation) -> list[Missing]:
    """The answers that could still change something, the first to find out first.

    What an answer would bring is counted as if those before it were given, each for the best.
    """
    missing = []
    for field, best in MOST_PROTECTED.items():
        if getattr(loan, field) != "not_sure" or not _matters(field, loan):
            continue
        answer: dict[str, Any] = {field: best}
        with_answer = replace(loan, **answer)
        before, after = _days(loan), _days(with_answer)
        missing.append(Missing(field, {k: day for k, day in after.items() if k not in before}))
        loan = with_answer
    return missing


def _days(loan: Situation) -> dict[str, date]:
    return {line.rule.key: line.day for line in lines_for(loan) if line.day is not None}


def _matters(field: str, loan: Situation) -> bool:
    """Whether an answer can still change something, with those before it given."""
    if field == "loan_kind":
        return True
    if loan.loan_kind == "heloc":
        return False
    if field == "main_home":
        return True
    if loan.main_home == "no":
        return False
    if field in ("sale_by", "already_reviewed") and loan.counts_as_small:
        return False
    if field == "sale_by":
        return loan.sale_date is not None and not loan.is_gone(loan.sale_date)
    return True
