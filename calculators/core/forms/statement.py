"""What is doubted about a payment: it is held against what the loan's other boxes come to.

One number that every reader can look up shows years typed for months, a fraction for a percentage,
a balloon, interest only, or insurance inside.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from calculators.core.forms.form import Box, as_text
from calculators.core.forms.kinds.counts import MONTHS
from calculators.core.forms.kinds.money import MONEY
from calculators.core.loans import (
    LONGEST_MONTH,
    days_interest,
    highest_first_payment,
    level_payment,
)

# Years that people write for months; a loan of that many months is rare from BIG_LOAN on.
LIKELY_YEARS = (*range(5, 16), 20, 25, 30)
BIG_LOAN = 10_000
# So many months pay off a big loan only by a payment that few could make.
SHORT_LOAN = range(5, 16)
# A payment within so many percent of the worked-out one is the same payment, rounded.
SAME_PERCENT = 1
MUCH_A_MONTH = 20_000


@dataclass(frozen=True)
class Doubt:
    """A question about one answer: the field, the sentence, and what to write instead, if known."""

    field: str
    message: str
    suggestion: str | None = None


@dataclass(frozen=True)
class Terms:
    """The loan by its other boxes: dollars, percent, months, and how it is paid back."""

    balance: Decimal
    annual_rate: Decimal
    months: int
    interest_only_months: int
    kind: str

    @property
    def due(self) -> Decimal:
        """The payment that pays it off in time: the first and highest one."""
        rule = level_payment if self.kind == "level" else highest_first_payment
        return rule(self.balance, self.annual_rate, self.months - self.interest_only_months)

    def fits(self, payment: Decimal) -> bool:
        """Does the payment need no question, by these terms or by what other doubts suggest?"""
        if self.interest_only_months and payment <= self.due:
            return True
        likely = [self.due]
        if self.kind == "not_sure":
            likely.append(level_payment(self.balance, self.annual_rate, self.months))
        if self.months in LIKELY_YEARS and self.balance >= BIG_LOAN:
            likely.append(level_payment(self.balance, self.annual_rate, self.months * 12))
        if 0 < self.annual_rate < 1:
            likely.append(level_payment(self.balance, self.annual_rate * 100, self.months))
        return any(abs(payment - each) * 100 <= each * SAME_PERCENT for each in likely)


def statement(box: Box, payment: object, typed: Mapping[str, object]) -> Iterator[Doubt]:
    """The question about the second mortgage's payment, or about its empty box."""
    terms = _terms(typed)
    if terms is None:
        return
    if isinstance(payment, Decimal):
        if not terms.fits(payment):
            yield _mismatch(box, payment, terms)
    elif terms.months in SHORT_LOAN and terms.balance >= BIG_LOAN:
        yield Doubt(
            box.name,
            f"To pay it all in {MONTHS.pretty(terms.months)} takes {MONEY.pretty(terms.due)} a "
            "month. What does your statement say? Write that payment here.",
        )


def _terms(typed: Mapping[str, object]) -> Terms | None:
    """None on a form that does not ask for all of them."""
    balance, rate, months = (typed.get(name) for name in ("balance", "annual_rate", "months_left"))
    interest_only = typed.get("interest_only_months", 0)
    if not (isinstance(balance, Decimal) and isinstance(rate, Decimal) and balance):
        return None
    if not (isinstance(months, int) and isinstance(interest_only, int) and interest_only < months):
        return None
    return Terms(balance, rate, months, interest_only, str(typed.get("repayment_kind", "level")))


def _mismatch(box: Box, payment: Decimal, terms: Terms) -> Doubt:
    """The likely reasons why a payment is not what the figures come to."""
    wrote, due = box.kind.pretty(payment), MONEY.pretty(terms.due)
    if payment > terms.due:
        return Doubt(
            box.name,
            f"You wrote {wrote}. By your figures, principal and interest are {due} a month. Is "
            "insurance or tax inside? Then write only the loan’s part.",
            as_text(terms.due) if terms.due < MUCH_A_MONTH else None,
        )
    if payment <= days_interest(terms.balance, terms.annual_rate, LONGEST_MONTH):
        return Doubt(
            box.name,
            f"You wrote {wrote}. That is about one month’s interest, so all of "
            f"{MONEY.pretty(terms.balance)} stays owed. Is that what your agreement says?",
        )
    return Doubt(
        box.name,
        f"You wrote {wrote}. To pay it all in {MONTHS.pretty(terms.months)} takes {due} a month. "
        "Is a large sum due at the end, or are more months left?",
    )
