"""Dollars: an amount, a change of one, and an amount with how often it comes."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.core.forms.kinds.kind import MINUS, Kind, at_most
from calculators.core.loans import cents, exactly

# The look-ahead asks for a digit somewhere: a lone dollar sign or dot is no number.
# No number of thousands starts with 0: 0,500 is half a dollar with a comma for the dot.
_DOLLARS = re.compile(
    r"\$? ?(?=\.?\d)(?P<number>(?:[1-9]\d{0,2}(?:,\d{3})+|\d*)(?:\.\d{0,2})?)"
    r"(?P<thousands>(?<=[\d.]) ?[kK])?(?: ?(?:dollars?|usd))?",
    re.ASCII | re.IGNORECASE,
)
# Thousands with a space between them, as a copied number may have them: 52 000, or 52, 000.
_SPACED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:(?: |,| ,|, )\d{3})+(?![\d,])", re.ASCII)
# An amount, and behind it how often it comes.
_AMOUNT = re.compile(
    r"(\$? ?[\d.,]+(?: ?k\b)?(?: ?(?:dollars?|usd)\b)?)((?:(?: |/(?=\D)).*)?)", re.ASCII | re.I
)


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
        match = _DOLLARS.fullmatch(_without_spaces(text))
        if match is None or (match["thousands"] and "," in match["number"]):
            raise ValueError(self.advice)
        dollars = Decimal(match["number"].replace(",", ""))
        return at_most(self.maximum, dollars * 1000 if match["thousands"] else dollars, self.pretty)

    def plain(self, value: Decimal) -> str:
        # Most amounts are in cents already: to write those as they are takes half the time.
        text = str(value)
        return text if text[-3:-2] == "." else f"{value:.2f}"

    def load(self, plain: str) -> Decimal:
        return Decimal(plain)

    def pretty(self, value: Decimal) -> str:
        return f"{MINUS if value < 0 else ''}${abs(value):,.2f}"


@dataclass(frozen=True)
class MoneyChangeKind(MoneyKind):
    """How much more or less, always with its sign: a figure only."""

    def pretty(self, value: Decimal) -> str:
        return f"{'+' if value > 0 else ''}{super().pretty(value)}"


@dataclass(frozen=True)
class MoneyInWordsKind(MoneyKind):
    """Dollars below zero or above it, said by a word and never by a sign: a figure only."""

    below: str = "less"
    above: str = "more"

    def pretty(self, value: Decimal) -> str:
        said = super().pretty(abs(value))
        word = self.below if value < 0 else self.above if value else ""
        return f"{said} {word}" if word else said


# A year has 52 weeks: four weeks are less than a month.
TIMES_A_YEAR = {
    "weekly": 52, "week": 52, "wk": 52,
    "every two weeks": 26, "every 2 weeks": 26, "two weeks": 26, "2 weeks": 26,
    "every other week": 26, "other week": 26,
    "twice a month": 24, "twice monthly": 24, "semimonthly": 24, "two times a month": 24,
    "monthly": 12, "month": 12, "mo": 12, "mth": 12,
    "quarterly": 4, "quarter": 4,
    "yearly": 1, "annually": 1, "annual": 1, "year": 1, "yr": 1, "annum": 1,
}  # fmt: skip
# "A week", "per week", "each week", "every week" and "/wk" are one.
_EACH = re.compile(r"^(?:an? |per |each |every |/ ?)")
TWO_WAYS = {
    "biweekly": "People read “biweekly” in two ways. Write “every two weeks”, or the amount for "
    "one week and “weekly”.",
    "bimonthly": "People read “bimonthly” in two ways. Write “twice a month”, or the amount for "
    "one month and “monthly”.",
}


class Monthly(Decimal):
    """Dollars a month, as a number; `each` is what comes each time, in dollars."""

    each: Decimal

    @classmethod
    def of(cls, each: Decimal, times_a_year: int) -> "Monthly":
        """An amount that comes so many times a year, by the month: to the cent, half up."""
        monthly = cls(_a_month(each, times_a_year))
        monthly.each = each
        return monthly


@dataclass(frozen=True)
class MoneyAMonthKind(MoneyKind):
    """Dollars a month, from an amount and how often it comes: 450 weekly is 1,950.00.

    An amount by itself is monthly. The value is the monthly amount, to the cent, half up: a
    Monthly, where it does not come once a month.
    """

    # A phone must offer letters too.
    input_mode = "text"
    advice = "Write dollars in digits, like 450. If it is not monthly, say how often: 450 weekly."

    def parse(self, text: str) -> Decimal:
        match = _AMOUNT.fullmatch(_without_spaces(text))
        amount, how_often = match.groups() if match else (text, "")
        dollars = super().parse(amount.strip())
        times = times_a_year(how_often)
        if times == TIMES_A_YEAR["monthly"]:
            return dollars
        return at_most(self.maximum, Monthly.of(dollars, times), self.pretty)

    def pretty(self, value: Decimal) -> str:
        return f"{super().pretty(value)} a month"


def times_a_year(how_often: str) -> int:
    """How many times a year something comes, in words: "weekly", "/mo", "a year"; "" is monthly.

    Raises ValueError with a sentence for the reader.
    """
    often = " ".join(how_often.casefold().rstrip(".").replace("-", " ").split())
    if not often:
        return TIMES_A_YEAR["monthly"]
    joined = often.replace(" ", "")
    if joined in TWO_WAYS:
        raise ValueError(TWO_WAYS[joined])
    for written in (often, joined, _EACH.sub("", often)):
        if written in TIMES_A_YEAR:
            return TIMES_A_YEAR[written]
    raise ValueError(
        "After the amount, write “weekly”, “every two weeks”, “twice a month”, “monthly” or "
        "“yearly”."
    )


def _without_spaces(text: str) -> str:
    return _SPACED.sub(lambda number: number[0].replace(" ", ""), text)


@exactly
def _a_month(dollars: Decimal, times_a_year: int) -> Decimal:
    """What comes so many times a year, in dollars a month, to the nearest cent, half up."""
    return cents(dollars * times_a_year / 12)


MONEY, MONEY_A_MONTH, MONEY_CHANGE = MoneyKind(), MoneyAMonthKind(), MoneyChangeKind()

Money = Annotated[Decimal, MONEY]
MoneyAMonth = Annotated[Decimal, MONEY_A_MONTH]
