"""The kinds of value a reader can type or be shown: each parses, bounds and prints itself.

A kind has three voices. `parse` reads what a person wrote, or raises ValueError with a sentence
for that person. `plain` is the value in a reply (docs/about/decisions/money.md), and
`load` the way back. `pretty` is the value as a person reads it.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from calculators.core.money import cents, exactly

LONGEST_ANSWER = 40
MINUS = "\N{MINUS SIGN}"

# The look-ahead asks for a digit somewhere: a lone dollar sign or dot is no number.
# No number of thousands starts with 0: 0,500 is half a dollar with a comma for the dot.
_DOLLARS = re.compile(r"\$? ?(?=\.?\d)(?:[1-9]\d{0,2}(?:,\d{3})+|\d*)(?:\.\d{0,2})?", re.ASCII)
_PERCENT = re.compile(r"(?=\.?\d)\d*(?:\.\d{0,5})? ?%?", re.ASCII)
_BEFORE_A_WORD = re.compile(r"\s+(?=[A-Za-z])")
_WHOLE = re.compile(r"\d+", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


class Kind:
    """What all kinds share. `prefix` and `suffix` stand beside the box on the form.

    `is_words` says that the value reads as a sentence: a table then starts it at the left.

    A kind with `choices`, (what is sent, what is read) pairs, is shown as a list to pick from.
    `longest` is how many characters an answer may have; more than a line's worth gets a tall box.
    """

    input_mode = "text"
    longest = LONGEST_ANSWER
    prefix = ""
    suffix = ""
    is_words = False
    choices: tuple[tuple[str, str], ...] = ()

    def parse(self, text: str) -> Any:
        """Read trimmed, not empty text. Raises ValueError with a sentence for the reader."""
        raise NotImplementedError

    def plain(self, value: Any) -> str | int | bool:
        """The value in a reply."""
        raise NotImplementedError

    def pretty(self, value: Any) -> str:
        """The value as a person reads it."""
        raise NotImplementedError

    def load(self, plain: Any) -> Any:
        """The value of a reply's plain form: the way back from `plain`."""
        return plain


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
        return _at_most(self.maximum, Decimal(re.sub("[$, ]", "", text)), self.pretty)

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
        return _at_most(self.maximum, _a_month(dollars, TIMES_A_YEAR[often]), self.pretty)

    def pretty(self, value: Decimal) -> str:
        return f"{super().pretty(value)} a month"


@exactly
def _a_month(dollars: Decimal, times_a_year: int) -> Decimal:
    """What comes so many times a year, in dollars a month, to the nearest cent, half up."""
    return cents(dollars * times_a_year / 12)


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
        return _at_most(self.maximum, Decimal(text.rstrip("% ")), self.pretty)

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


@dataclass(frozen=True)
class CountKind(Kind):
    """A whole number of things."""

    maximum: int = 600
    input_mode = "numeric"

    def parse(self, text: str) -> int:
        if text.startswith(("-", MINUS)):
            raise ValueError("Write a whole number of zero or more, without a minus sign.")
        if not _WHOLE.fullmatch(text):
            raise ValueError("Write a whole number in digits, like 12.")
        return _at_most(self.maximum, int(text), self.pretty)

    def plain(self, value: int) -> int:
        return value

    def pretty(self, value: int) -> str:
        return f"{value:,}"


@dataclass(frozen=True)
class MonthsKind(CountKind):
    """A number of months."""

    suffix = "months"

    def parse(self, text: str) -> int:
        if not _WHOLE.fullmatch(text.removeprefix("-").removeprefix(MINUS)):
            raise ValueError("Write the number of months in digits: 15 years is 180.")
        return super().parse(text)

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


@dataclass(frozen=True)
class DateKind(Kind):
    """A calendar day, written 2026-05-02 or 5/2/2026."""

    first_year: int = 1970
    last_year: int = 2100

    def parse(self, text: str) -> date:
        if match := _ISO_DATE.fullmatch(text):
            year, month, day = map(int, match.groups())
        elif match := _US_DATE.fullmatch(text):
            month, day, year = map(int, match.groups())
        else:
            raise ValueError("Write the date as month/day/year, like 5/2/2026.")
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
        return f"{value:%B} {value.day}, {value.year}"


@dataclass(frozen=True)
class TextKind(Kind):
    """Words of ours, plain text without any markup: figures and tables only, never a box."""

    is_words = True

    def plain(self, value: str) -> str:
        return value

    def pretty(self, value: str) -> str:
        return value


@dataclass(frozen=True)
class ChoiceKind(Kind):
    """One of a few answers."""

    choices: tuple[tuple[str, str], ...]

    def parse(self, text: str) -> str:
        answer = re.sub(r"[\s-]+", "_", text.casefold())
        if answer not in dict(self.choices):
            raise ValueError(f"Answer one of: {', '.join(dict(self.choices))}.")
        return answer

    def plain(self, value: str) -> str:
        return value

    def pretty(self, value: str) -> str:
        return dict(self.choices)[value]


@dataclass(frozen=True)
class YesNoKind(Kind):
    """Yes or no."""

    choices = (("yes", "Yes"), ("no", "No"))

    def parse(self, text: str) -> bool:
        answer = text.casefold()
        if answer in ("yes", "y", "true"):
            return True
        if answer in ("no", "n", "false"):
            return False
        raise ValueError("Answer yes or no.")

    def plain(self, value: bool) -> bool:
        return value

    def pretty(self, value: bool) -> str:
        return "Yes" if value else "No"


@dataclass(frozen=True)
class VerdictKind(YesNoKind):
    """Yes or no in a sentence, where a bare word would say too much: a figure only."""

    is_words = True
    yes: str
    no: str

    def pretty(self, value: bool) -> str:
        return self.yes if value else self.no


def _at_most[N: (Decimal, int)](maximum: N, value: N, pretty: Any) -> N:
    if value > maximum:
        raise ValueError(f"This is larger than we can work with: at most {pretty(maximum)}.")
    return value


MONEY, MONEY_A_MONTH, MONEY_CHANGE = MoneyKind(), MoneyAMonthKind(), MoneyChangeKind()
RATE, PERCENT = RateKind(), PercentKind()
COUNT, MONTHS, MONTH_NUMBER = CountKind(), MonthsKind(), MonthNumberKind()
DATE, TEXT, YES_NO = DateKind(), TextKind(), YesNoKind()

Money = Annotated[Decimal, MONEY]
MoneyAMonth = Annotated[Decimal, MONEY_A_MONTH]
Rate = Annotated[Decimal, RATE]
Percent = Annotated[Decimal, PERCENT]
Count = Annotated[int, COUNT]
Months = Annotated[int, MONTHS]
Date = Annotated[date, DATE]
YesNo = Annotated[bool, YES_NO]
