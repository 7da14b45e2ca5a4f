"""Dollars: an amount, a change of one, and an amount with how often it comes."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.core.forms.kinds.kind import MINUS, Kind, at_most
from calculators.core.loans import cents, exactly

# The look-ahead asks for a digit somewhere: a lone dollar sign or dot is no number.
# No number of thousands starts with 0: 0,500 is half a dollar with a comma for the dot.
_DOLLARS = re.compile(r"\$? ?(?=\.?\d)(?:[1-9]\d{0,2}(?:,\d{3})+|\d*)(?:\.\d{0,2})?", re.ASCII)
_BEFORE_A_WORD = re.compile(r"\s+(?=[A-Za-z])")


@dataclass(frozen=True)
class MoneyKind(Kind):
    """Dollars and cents."""

    maximum: Decimal = Decimal(100_000_000)
    input_mode = "decimal"
    prefix = "$"
    advice = "Write dollars in digits, like 52,000 or 52000.50."

    def parse(self, text: str) -> Decimal:
        if text.startswith(("-", MINUS)):
            raise ValueError("Write an amount of zero or more, without a minus sign.")
        if not _DOLLARS.fullmatch(text):
            raise ValueError(self.advice)
        return at_most(self.maximum, Decimal(re.sub("[$, ]", "", text)), self.pretty)

    def plain(self, value: Decimal) -> str:
        return f"{value:.2f}"

    def load(self, plain: str) -> Decimal:
        return Decimal(plain)

    def pretty(self, value: Decimal) -> str:
        return f"{MINUS if value < 0 else ''}${abs(value):,.2f}"


@dataclass(frozen=True)
class MoneyChangeKind(MoneyKind):
    """How much more or less, always with its sign: a figure only."""

    def pretty(self, value: Decimal) -> str:
        return f"{'+' if value > 0 else ''}{super().pretty(value)}"


# A year has 52 weeks: four weeks are less than a month.
TIMES_A_YEAR = {
    "weekly": 52,
    "a week": 52,
    "per week": 52,
    "every two weeks": 26,
    "every 2 weeks": 26,
    "twice a month": 24,
    "monthly": 12,
    "a month": 12,
    "per month": 12,
    "yearly": 1,
    "a year": 1,
    "per year": 1,
}


@dataclass(frozen=True)
class MoneyAMonthKind(MoneyKind):
    """Dollars a month, from an amount and how often it comes: 450 weekly is 1,950.00.

    An amount by itself is monthly. The value is the monthly amount, to the cent, half up.
    """

    # A phone must offer letters too.
    input_mode = "text"
    advice = "Write dollars in digits, like 450. If it is not monthly, say how often: 450 weekly."

    def parse(self, text: str) -> Decimal:
        amount, how_often = [*_BEFORE_A_WORD.split(text, maxsplit=1), "monthly"][:2]
        dollars = super().parse(amount)
        often = " ".join(how_often.casefold().split())
        if often.replace("-", "").replace(" ", "") == "biweekly":
            raise ValueError(
                "People read “biweekly” in two ways. Write “every two weeks”, or the amount for "
                "one week and “weekly”."
            )
        if often not in TIMES_A_YEAR:
            raise ValueError(
                "After the amount, write “weekly”, “every two weeks”, “twice a month”, “monthly” "
                "or “yearly”."
            )
        return at_most(self.maximum, _a_month(dollars, TIMES_A_YEAR[often]), self.pretty)

    def pretty(self, value: Decimal) -> str:
        return f"{super().pretty(value)} a month"


@exactly
def _a_month(dollars: Decimal, times_a_year: int) -> Decimal:
    """What comes so many times a year, in dollars a month, to the nearest cent, half up."""
    return cents(dollars * times_a_year / 12)


MONEY, MONEY_A_MONTH, MONEY_CHANGE = MoneyKind(), MoneyAMonthKind(), MoneyChangeKind()

Money = Annotated[Decimal, MONEY]
MoneyAMonth = Annotated[Decimal, MONEY_A_MONTH]
