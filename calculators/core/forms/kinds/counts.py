"""Whole numbers: of things, of months, and which month."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from calculators.core.forms.kinds.kind import MINUS, Kind, at_most

# A spreadsheet writes 180.0 for 180.
_WHOLE = re.compile(r"(\d+)(?:\.0*)?", re.ASCII)
_TIME = re.compile(
    r"(?:(?P<years>\d+(?:\.5)?) ?(?:years?|yrs?|y))?(?:,? (?:and )?|)"
    r"(?:(?P<months>\d+)(?:\.0*)? ?(?:months?|mos?|mths?|m))?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True)
class CountKind(Kind):
    """A whole number of things."""

    maximum: int = 600
    input_mode = "numeric"

    def parse(self, text: str) -> int:
        if text.startswith(("-", MINUS)):
            raise ValueError("Write a whole number of zero or more, without a minus sign.")
        match = _WHOLE.fullmatch(text)
        if match is None:
            raise ValueError("Write a whole number in digits, like 12.")
        return at_most(self.maximum, int(match[1]), self.pretty)

    def plain(self, value: int) -> int:
        return value

    def pretty(self, value: int) -> str:
        return f"{value:,}"


@dataclass(frozen=True)
class MonthsKind(CountKind):
    """A number of months."""

    suffix = "months"

    def parse(self, text: str) -> int:
        if _WHOLE.fullmatch(text.removeprefix("-").removeprefix(MINUS)):
            return super().parse(text)
        match = _TIME.fullmatch(text)
        if match is None:
            raise ValueError("Write the number of months in digits: 15 years is 180.")
        months = int(Decimal(match["years"] or 0) * 12) + int(match["months"] or 0)
        return at_most(self.maximum, months, self.pretty)

    def pretty(self, value: int) -> str:
        years, months = divmod(value, 12)
        whole = f"{value:,} {'month' if value == 1 else 'months'}"
        if not years or value < 24:
            return whole
        also = f", {months} {'month' if months == 1 else 'months'}" if months else ""
        return f"{whole} ({years} years{also})"


@dataclass(frozen=True)
class MonthNumberKind(CountKind):
    """Which month, counted from today: a figure only."""

    def pretty(self, value: int) -> str:
        return f"Month {value}" if value else "At once"


COUNT, MONTHS, MONTH_NUMBER = CountKind(), MonthsKind(), MonthNumberKind()

Count = Annotated[int, COUNT]
Months = Annotated[int, MONTHS]
