"""Calendar days."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from calculators.core.forms.kinds.kind import Kind

_ISO_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_US_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", re.ASCII)
# A weekday may stand before it: we write dates with one ourselves.
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_MONTH, _DAY = r"(?P<month>[a-z]{3,9})\.?", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAMED = tuple(
    re.compile(rf"{_WEEKDAY}{both},? (?P<year>\d{{4}})", re.ASCII | re.IGNORECASE)
    for both in (f"{_MONTH} {_DAY}", f"{_DAY} {_MONTH}")
)
_SHORT_YEAR = re.compile(
    r"\d{1,2}[-/]\d{1,2}[-/]\d{2}|[a-z]{3,9}\.? \d{1,2},? '?\d{2}", re.ASCII | re.IGNORECASE
)
MONTHS_OF_THE_YEAR = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WANTED = "Write the date as month/day/year, like 5/2/2026."


@dataclass(frozen=True)
class DateKind(Kind):
    """A calendar day, written 2026-05-02 or 5/2/2026; read with its weekday where that matters."""

    first_year: int = 1970
    last_year: int = 2100
    with_weekday: bool = False

    def parse(self, text: str) -> date:
        year, month, day = _parts(text)
        if not self.first_year <= year <= self.last_year:
            raise ValueError(f"Write a year from {self.first_year} to {self.last_year}.")
        try:
            return date(year, month, day)
        except ValueError:
            raise ValueError("There is no such day. Write month/day/year, like 5/2/2026.") from None

    def plain(self, value: date) -> str:
        return value.isoformat()

    def load(self, plain: str) -> date:
        return date.fromisoformat(plain)

    def pretty(self, value: date) -> str:
        day = f"{value:%B} {value.day}, {value.year}"
        return f"{value:%A}, {day}" if self.with_weekday else day


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day as written. Raises ValueError with a sentence for the reader."""
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = match.groups()
        return int(year), int(month), int(day)
    if match := _US_DATE.fullmatch(text):
        month, day, year = match.groups()
        return int(year), int(month), int(day)
    if match := _NAMED[0].fullmatch(text) or _NAMED[1].fullmatch(text):
        name = match["month"].casefold()
        for number, full in enumerate(MONTHS_OF_THE_YEAR, 1):
            if full.startswith(name):
                return int(match["year"]), number, int(match["day"])
    if _SHORT_YEAR.fullmatch(text):
        raise ValueError("Write the year with four digits, like 5/2/2026.")
    raise ValueError(WANTED)


DATE = DateKind()
DAY = DateKind(with_weekday=True)

Date = Annotated[date, DATE]
