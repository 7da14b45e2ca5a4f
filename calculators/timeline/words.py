"""The sentences of the timeline."""

from datetime import date

from calculators.core.forms import DATE
from calculators.core.rules import days_in_words

THE_SALE = "The foreclosure sale"
YOUR_DATE = "Your date"
SALE_SOURCE = "Your notice of sale"
NO_DAY = "No date"


def sale_row(sale: date, today: date | None) -> tuple[date, str, str, str, str, str]:
    """The sale's own row among the dates."""
    why = sale_why(today is not None and sale < today)
    return sale, when(sale, today), THE_SALE, YOUR_DATE, why, SALE_SOURCE


def sale_why(is_gone: bool) -> str:
    """Why the sale's day stands in the list, and what to ask."""
    if is_gone:
        return "The day you gave. Ask whether the sale was held, or moved to another day."
    return "The day you gave. Ask often whether it has moved."


def when(day: date | None, today: date | None) -> str:
    """A day's weekday; with today, whether it is gone or how many days are left."""
    if day is None:
        return NO_DAY
    if today is None:
        return f"{day:%A}"
    if day == today:
        return f"{day:%A}. Today"
    if day < today:
        return f"{day:%A}. Gone: {days_in_words((today - day).days)} ago"
    return f"{day:%A}. {days_in_words((day - today).days)} left"


def whose_date(why: str, is_the_readers: bool, *, is_gone: bool) -> str:
    """Why a date stands in a calendar, and who has to meet it: nobody, once it is gone."""
    if is_gone:
        return why
    if is_the_readers:
        return (
            f"{why} This date is yours to meet. It holds only with the servicer whose sale it is."
        )
    return f"{why} This date is the servicer’s to keep, not yours."


def nothing_to_count(why: str) -> str:
    """The only step where no rule reaches the loan."""
    return f"{why} So there is nothing to count."


def what_was_counted_on(counts_as_small: bool) -> str:
    """The answers that decided, where the rules reach the loan."""
    if counts_as_small:
        return "A fixed loan on your main home, with a servicer that is counted as small."
    return "A fixed loan on your main home, with a servicer that is not small."


def counted(start: date, day: date, is_more_than: str) -> str:
    """One count of calendar days; `is_more_than` is the period that it must exceed, or empty."""
    days = abs((day - start).days)
    sign = "less" if day < start else "plus"
    count = f"{DATE.pretty(start)} {sign} {days} days is {DATE.pretty(day)}."
    if is_more_than:
        return f"More than {is_more_than} is {days} days. {count}"
    return count
