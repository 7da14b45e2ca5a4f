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
UNKNOWN_TEXT = "unknown"
# A text older than this may have been overtaken: scripts/audit lists it.
OLD_TEXT_MONTHS = 18


class FactError(ValueError):
    """A facts file that must not be published; the message says where and what to do."""


class UnknownFact(FactError):
    """An id that no facts file has."""


class FactNotInForce(FactError):
    """The value was asked for a day on which the rule had not begun, or had ended."""


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - date.resolution).day
    return date(year, month + 1, min(day.day, last))


@dataclass(frozen=True)
class Period:
    """A value and the day on which it began to apply (None: not recorded)."""

    value: Value
    since: date | None


@dataclass(frozen=True)
class Fact:
    """A number of law or program. `says` is the whole rule in one plain sentence.

    `subject` is the name of its file. `periods` runs from the oldest value to today's. `basis` is
    primary (the law's or agency's own text was read), secondary, or assumption (only customary; the
    form lets you change it). `checked` is the day on which the text was read, and `text_date` the
    text's own date: a day (2026-03-02), a month (2026-03), a year (2026), "unknown", or "" where no
    text stands behind it.
    `spanish` is a value that is text as it stands in a Spanish sentence, where a page needs it.
    """

    id: str
    subject: str
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
    text_date: str = ""
    ended: date | None = None
    note: str = ""
    spanish: str = ""

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

    @property
    def text_day(self) -> date | None:
        """The first day that the text's date can mean; None where it is not known."""
        if self.text_date in ("", UNKNOWN_TEXT):
            return None
        return date.fromisoformat(f"{self.text_date}-01-01"[:10])

    @property
    def text_in_words(self) -> str:
        """The text's date for a list of sources: "text of March 2, 2026", "text of August 2024"."""
        day = self.text_day
        if day is None:
            return "the text that we read has no date" if self.text_date else ""
        parts = self.text_date.count("-")
        if parts == 0:
            return f"text of {day.year}"
        month = f"{day:%B}" if parts == 1 else f"{day:%B} {day.day},"
        return f"text of {month} {day.year}"

    def has_old_text(self, day: date) -> bool:
        """Whether on a day the text was more than OLD_TEXT_MONTHS old, or its date is not known.

        What ended is history, and needs no newer text; an assumption has none.
        """
        if (self.ended is not None and self.ended < day) or self.text_date == "":
            return False
        return self.text_day is None or add_months(self.text_day, OLD_TEXT_MONTHS) < day

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
