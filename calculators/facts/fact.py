"""One fact, and how it prints in a sentence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

type Value = int | Decimal | date | str

UNITS = {
    "days": ("day", "days"),
    "business days": ("business day", "business days"),
    "months": ("month", "months"),
    "years": ("year", "years"),
    "points": ("percentage point", "percentage points"),
}
OTHER_UNITS = ("percent", "dollars", "date", "phone", "count", "text")


class FactError(ValueError):
    """A facts file that must not be published; the message says where and what to do."""


class UnknownFact(FactError):
    """An id that no facts file has."""


class FactNotInForce(FactError):
    """The value was asked for a day on which the rule had not begun, or had ended."""


@dataclass(frozen=True)
class Period:
    """A value and the day on which it began to apply (None: not recorded)."""

    value: Value
    since: date | None


@dataclass(frozen=True)
class Fact:
    """A number of law or program. `says` is the whole rule in one plain sentence.

    `periods` runs from the oldest value to today's. `basis` is primary (the law's or agency's
    own text was read), secondary, or assumption (only customary; the form lets you change it).
    """

    id: str
    says: str
    unit: str
    scope: tuple[str, ...]
    place: str
    source: str
    url: str
    basis: str
    checked: date
    check_by: date
    periods: tuple[Period, ...]
    ended: date | None = None
    note: str = ""

    @property
    def value(self) -> Value:
        """Today's value."""
        return self.periods[-1].value

    @property
    def number(self) -> int:
        """Today's value where it is a whole number. Raises TypeError for any other."""
        if not isinstance(self.value, int):
            raise TypeError(f"{self.id} is not a whole number")
        return self.value

    @property
    def decimal(self) -> Decimal:
        """Today's value as a Decimal where it is any number. Raises TypeError for any other."""
        if not isinstance(self.value, int | Decimal):
            raise TypeError(f"{self.id} is not a number")
        return Decimal(self.value)

    def on(self, day: date) -> Value:
        """The value in force on a day. Raises FactNotInForce, by name, when there was none."""
        if self.ended is not None and day > self.ended:
            raise FactNotInForce(f"{self.id} ended on {self.ended}, before {day}")
        for period in reversed(self.periods):
            if period.since is None or period.since <= day:
                return period.value
        raise FactNotInForce(f"{self.id} began on {self.periods[0].since}, after {day}")

    @property
    def text(self) -> str:
        """Today's value as it stands in a sentence: "3 business days", "$600", "8.5%"."""
        value = self.value
        if self.unit in UNITS:
            one, many = UNITS[self.unit]
            return f"{value} {one if value == 1 else many}"
        if isinstance(value, date):
            return f"{value:%B} {value.day}, {value.year}"
        if self.unit == "percent":
            return f"{value}%"
        if self.unit == "dollars":
            return f"${value:,}"
        return f"{value:,}" if isinstance(value, int) else str(value)
