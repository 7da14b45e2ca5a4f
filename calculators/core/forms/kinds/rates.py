"""Interest rates and shares, in percent."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.core.forms.kinds.kind import MINUS, Kind, at_most

_PERCENT = re.compile(r"(?=\.?\d)\d*(?:\.\d{0,5})? ?%?", re.ASCII)


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
        if not _PERCENT.fullmatch(text):
            raise ValueError("Write the percentage in digits with a dot, like 9.25.")
        return at_most(self.maximum, Decimal(text.rstrip("% ")), self.pretty)

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


RATE, PERCENT = RateKind(), PercentKind()

Rate = Annotated[Decimal, RATE]
Percent = Annotated[Decimal, PERCENT]
