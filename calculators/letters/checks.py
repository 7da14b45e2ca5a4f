"""What a letter's own dates say about its rule: too late, gone by, or written in the wrong order.

A check names two dates of the letter and a limit that the first has to keep; the arithmetic is the
rules' own (core/rules/dates.py). Where it fails, the letter says so before it is sent.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from calculators.core.answers import Note
from calculators.core.forms import DATE
from calculators.core.rules import (
    last_business_day_at_least,
    last_business_day_within,
    last_day_at_least,
    last_day_more_than,
    last_day_within,
)
from calculators.facts import fact

# The day from which a letter, or the application that it speaks of, counts. Whoever does not know
# yet when it arrived has only the date of the letter.
COUNTED = {
    "arrival": ("received_date", "letter_date"),
    "application": ("application_received", "received_date", "letter_date"),
}
# The last day that keeps a limit: so many days, and the date from which they are counted.
LIMITS: dict[str, Callable[[int, date], date]] = {
    "within": last_day_within,
    "at_least_before": last_day_at_least,
    "more_than_before": last_day_more_than,
}
IN_BUSINESS_DAYS: dict[str, Callable[[int, date], date]] = {
    "within": last_business_day_within,
    "at_least_before": last_business_day_at_least,
}
# What may stand in the sentence: both dates, the days between them, the rule's days, the letter.
SAID = ("day", "of", "days", "fact", "instead")


@dataclass(frozen=True)
class Check:
    """One comparison. `day` is a field or a name in COUNTED; `of` is the field it is held against.

    `limit` is one of LIMITS, with the days of `fact` (none: no days, the dates alone). `say` is
    the warning, with the names in SAID in braces; `instead` is the slug of the letter that fits.
    `when` are answers on which the check depends. With `speaks = "kept"` it tells, as a thing good
    to know, that the limit is kept.
    """

    day: str
    limit: str
    of: str
    say: str
    fact: str = ""
    instead: str = ""
    when: Mapping[str, Sequence[str]] = field(default_factory=dict)
    speaks: Literal["broken", "kept"] = "broken"

    @property
    def warns(self) -> bool:
        """Whether what it says could cost money or a home."""
        return self.speaks == "broken"

    @property
    def fields(self) -> tuple[str, ...]:
        """The date fields that it compares."""
        return (*COUNTED.get(self.day, (self.day,)), self.of)

    def last_day(self, of: date) -> date:
        """The last day that keeps the limit."""
        if not self.fact:
            return LIMITS[self.limit](0, of)
        known = fact(self.fact)
        limits = IN_BUSINESS_DAYS if known.unit == "business days" else LIMITS
        return limits[self.limit](known.number, of)


# What holds for every letter.
ARRIVAL = (
    Check(
        day="letter_date",
        limit="at_least_before",
        of="received_date",
        say="You wrote that they got this letter on {of}. That is before {day}, the date of the "
        "letter. Check both dates.",
    ),
)


def counted(name: str, inputs: Any) -> date | None:
    """The date that a check or an answer counts from, as far as the reader has written it."""
    days = (getattr(inputs, each, None) for each in COUNTED.get(name, (name,)))
    return next((day for day in days if day is not None), None)


def arrived(name: str, inputs: Any) -> date | None:
    """The day on which a letter or an application arrived; None while nobody knows it."""
    days = (getattr(inputs, each, None) for each in COUNTED[name] if each != "letter_date")
    return next((day for day in days if day is not None), None)


def spoken(checks: Sequence[Check], inputs: Any) -> Iterator[tuple[Check, date, date]]:
    """The checks that have something to say, with their two dates: one for each date held against.

    Of several about the same date the first one that speaks is the one to heed.
    """
    heard = set()
    for check in checks:
        day, of = counted(check.day, inputs), counted(check.of, inputs)
        depends = all(getattr(inputs, name) in each for name, each in check.when.items())
        if day is None or of is None or not depends or check.of in heard:
            continue
        if (day <= check.last_day(of)) != check.warns:
            heard.add(check.of)
            yield check, day, of


def note(check: Check, day: date, of: date, titles: Mapping[str, str]) -> Note:
    """What a check says; `titles` are those of the letters by slug."""
    words = check.say.format(
        day=DATE.pretty(day),
        of=DATE.pretty(of),
        days=_days(abs((of - day).days)),
        fact=fact(check.fact).text if check.fact else "",
        instead=f"“{titles[check.instead]}”" if check.instead else "",
    )
    return Note("warning" if check.warns else "info", words)


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"
