"""Interest rates and shares, in percent."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.core.forms.kinds.kind import MINUS, Kind, at_most

_PERCENT = re.compile(
    r"(?:(?P<decimal>(?=\.?\d)\d*(?:\.\d{0,5}0*)?)"
    # Lenders write eighths and sixteenths: 9 1/4.
    r"|(?:(?P<whole>\d+)[ -])(?P<top>\d+)/(?P<bottom>2|4|8|16|32))"
    r"(?: ?%| percent| per cent| pct)?(?: a year| per year| annually| apr)?",
    re.ASCII | re.IGNORECASE,
)
# A phone turns 1/4 into one sign.
_ONE_SIGN = {
    "¼": " 1/4",
    "½": " 1/2",
    "¾": " 3/4",
    "⅛": " 1/8",
    "⅜": " 3/8",
    "⅝": " 5/8",
    "⅞": " 7/8",
}
_FRACTIONS = str.maketrans(_ONE_SIGN)
# 925 for 9.25: so many times too much.
WITHOUT_DOT = 100


@dataclass(frozen=True)
class RateKind(Kind):
    """An interest rate in percent a year, to 0.001; or an APR."""

    maximum: Decimal = Decimal(40)
    places: int = 3
    input_mode = "decimal"
    suffix = "% a year"

    def parse(self, text: str) -> Decimal:
        if text.startswith(("-", MINUS)):
            raise ValueError("Write a percentage of zero or more, without a minus sign.")
        match = _PERCENT.fullmatch(" ".join(text.translate(_FRACTIONS).split()))
        if match is None:
            raise ValueError("Write the percentage in digits with a dot, like 9.25.")
        if match["decimal"]:
            percent = _without_end_zeros(match["decimal"])
        else:
            percent = int(match["whole"]) + Decimal(match["top"]) / Decimal(match["bottom"])
        no_dot = "." not in text and percent >= WITHOUT_DOT
        if no_dot and percent > self.maximum >= percent / WITHOUT_DOT:
            meant = self.pretty(percent / WITHOUT_DOT)
            raise ValueError(f"Is it {meant}? Write the percentage with a dot, like 9.25.")
        return at_most(self.maximum, percent, self.pretty)

    def plain(self, value: Decimal) -> str:
        # A sixteenth of a percent has more places than usual: never show less than was used.
        return f"{value:.{max(self.places, -int(value.as_tuple().exponent))}f}"

    def load(self, plain: str) -> Decimal:
        return Decimal(plain)

    def pretty(self, value: Decimal) -> str:
        digits = self.plain(value)
        if digits.endswith("0"):
            digits = digits[: digits.index(".") + 3] + digits[digits.index(".") + 3 :].rstrip("0")
        return f"{digits.replace('-', MINUS)}%"


@dataclass(frozen=True)
class PercentKind(RateKind):
    """A share in percent, to 0.01."""

    maximum: Decimal = Decimal(100)
    places: int = 2
    suffix = "%"


def _without_end_zeros(digits: str) -> Decimal:
    """A percentage as it was written, but for zeros at its end that nobody counts."""
    whole, _, decimals = digits.partition(".")
    return Decimal(f"{whole or 0}.{decimals.rstrip('0').ljust(min(len(decimals), 2), '0')}")


RATE, PERCENT = RateKind(), PercentKind()

Rate = Annotated[Decimal, RATE]
Percent = Annotated[Decimal, PERCENT]
