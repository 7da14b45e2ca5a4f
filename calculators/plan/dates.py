"""The dates of a plan, with the days that are left. Today is told by whoever asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import calculators.plan.plan_words as words
from calculators.core.answers import Reply
from calculators.log import next_dates
from calculators.plan.household import Figures, ask, day_of, rows_of, typed, value_of
from calculators.timeline import CALCULATOR as TIMELINE

DECEMBER = 12
# The federal rule may not reach a loan from a person.
PERSON = "person"


@dataclass(frozen=True)
class Day:
    """A date, what it is, why, and where that is written down; `about` is a day that is guessed."""

    day: date
    what: str
    why: str
    source: str = ""
    about: bool = False


def days(
    known: Mapping[str, str], means: Figures, figures: Figures, today: date, counts: bool = True
) -> list[Day]:
    """What is still to come, in order. Days that have gone by are no plan.

    Where it is not sure that the loan is owed (not `counts`), only the sale and the reader's own
    log: a day to pay by would ask for a payment on it.
    """
    found = [*_sale(known, figures), *_log(figures)]
    if counts:
        found += [*_due(figures, today), *_draw(known, figures, today)]
        found += [] if known.get("lender") == PERSON else _rules(means, figures, today)
    return sorted((each for each in found if each.day >= today), key=lambda each: each.day)


def timeline_of(means: Figures, figures: Figures, today: date | None) -> Reply | None:
    """The timeline's reply. What is not known counts as the fewest protections."""
    fewest = dict.fromkeys(("loan_kind", "main_home", "small_servicer"), "not_sure")
    day = {"today": today.isoformat()} if today else {}
    return ask(TIMELINE, figures, **fewest | dict(means) | day)


def _rules(means: Figures, figures: Figures, today: date) -> Iterator[Day]:
    """The dates of the federal rule, where it gives this loan any; the sale stands by itself."""
    reply = timeline_of(means, figures, today)
    if reply is None:
        return
    sale = reply["inputs"]["sale_date"]
    for row in rows_of(reply, "dates"):
        if row["date"] and row["date"] != sale:
            day = date.fromisoformat(str(row["date"]))
            yield Day(day, str(row["what"]), str(row["why"]), str(row["source"]))


def _due(figures: Figures, today: date) -> Iterator[Day]:
    """The next payment: the day of the month on which the oldest unpaid one was due."""
    oldest = day_of(figures, "oldest_unpaid_due_date")
    if oldest is not None and oldest <= today:
        yield Day(next_like(oldest, today), words.NEXT_PAYMENT, words.NEXT_PAYMENT_WHY)


def _draw(known: Mapping[str, str], figures: Figures, today: date) -> Iterator[Day]:
    months = value_of(figures, "draw_months_left")
    if known.get("kind") == "line" and isinstance(months, int) and months > 0:
        yield Day(later(today, months), words.DRAW_ENDS, words.DRAW_ENDS_WHY, about=True)


def _log(figures: Figures) -> Iterator[Day]:
    """What the reader's own log waits for."""
    for each in next_dates(figures):
        yield Day(each.day, each.what, each.why)


def _sale(known: Mapping[str, str], figures: Figures) -> Iterator[Day]:
    sale = day_of(figures, "sale_date")
    if sale is not None and "sale" in (known.get("happening"), known.get("old_papers")):
        yield Day(sale, words.THE_SALE, words.THE_SALE_WHY)


def with_missed(figures: Figures, now: date | None) -> Figures:
    """The figures, with the payments missed counted where only the oldest one's day is known."""
    oldest = day_of(figures, "oldest_unpaid_due_date")
    if typed(figures, "missed_payments") or oldest is None or now is None or oldest > now:
        return figures
    return {**figures, "missed_payments": str(missed_by(oldest, now))}


def missed_by(oldest: date, today: date) -> int:
    """How many monthly payments have come due, from the oldest unpaid one until today."""
    months = (today.year - oldest.year) * DECEMBER + today.month - oldest.month
    return months + (later(oldest, months) <= today)


def next_like(oldest: date, today: date) -> date:
    """The first day like it, a month or more later, that is not before today."""
    months = 0
    while (day := later(oldest, months)) < today:
        months += 1
    return day


def later(day: date, months: int) -> date:
    """The same day some months later, or that month's last."""
    years, month = divmod(day.month - 1 + months, DECEMBER)
    first = date(day.year + years, month + 1, 1)
    # Four weeks and some days after the first of a month lies the next month.
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return first.replace(day=min(day.day, last.day))
