"""Legal periods. In calendar days nothing rolls for a weekend or a holiday.

A count starts the day after: a payment due January 1 is 30 days late on January 31. The names say
on which side of a limit a day falls, so that a rule's "more than" is written once.
"""

from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6
ONE_DAY = timedelta(1)


def last_day_within(days: int, after: date) -> date:
    """The last day that is no later than `days` days after a day."""
    return after + timedelta(days)


def first_day_more_than(days: int, after: date) -> date:
    """The first day that is more than `days` days after a day."""
    return after + timedelta(days + 1)


def last_day_at_least(days: int, before: date) -> date:
    """The last day that is `days` days or more before a day."""
    return before - timedelta(days)


def last_day_more_than(days: int, before: date) -> date:
    """The last day that is more than `days` days before a day."""
    return before - timedelta(days + 1)


def last_business_day_within(days: int, after: date) -> date:
    """The last day that is no later than `days` business days after a day.

    Business days leave out Saturdays, Sundays and legal public holidays, as the rules on letters
    to a servicer do (12 CFR 1024.35(e)(3), 1024.36(d)(2)). Where a holiday falls on a weekend, the
    day on which it is kept is left out too: a servicer's date never comes out too early.
    """
    day = after
    for _ in range(days):
        day += ONE_DAY
        while not is_business_day(day):
            day += ONE_DAY
    return day


def last_business_day_at_least(days: int, before: date) -> date:
    """The last day that is `days` business days or more before a day."""
    day = before
    for _ in range(days):
        day = business_day_by(day - ONE_DAY)
    return day


def is_business_day(day: date) -> bool:
    """Whether mail and offices work on a day: no Saturday, Sunday or legal public holiday."""
    return day.weekday() not in (SATURDAY, SUNDAY) and not is_public_holiday(day)


def business_day_by(day: date) -> date:
    """The last business day that is no later than a day."""
    while not is_business_day(day):
        day -= ONE_DAY
    return day


def is_public_holiday(day: date) -> bool:
    """Is a day one of the legal public holidays of 5 U.S.C. 6103(a), or kept as one?"""
    kept_on_friday = day.weekday() == SATURDAY - 1 and _is_fixed_holiday(day + ONE_DAY)
    kept_on_monday = day.weekday() == 0 and _is_fixed_holiday(day - ONE_DAY)
    return _is_fixed_holiday(day) or kept_on_friday or kept_on_monday or _is_monday_holiday(day)


def _is_fixed_holiday(day: date) -> bool:
    """New Year, Juneteenth, Independence Day, Veterans Day, Christmas."""
    return (day.month, day.day) in ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))


def _is_monday_holiday(day: date) -> bool:
    """King, Washington, Memorial, Labor and Columbus Day, and Thanksgiving (a Thursday)."""
    week, is_last = (day.day + 6) // 7, (day + 7 * ONE_DAY).month != day.month
    if day.weekday() == 3:
        return day.month == 11 and week == 4
    named = (day.month, week) in ((1, 3), (2, 3), (9, 1), (10, 2)) or (day.month == 5 and is_last)
    return day.weekday() == 0 and named
