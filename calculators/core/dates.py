"""Legal periods counted in calendar days: nothing rolls for a weekend or a holiday.

A count starts the day after: a payment due January 1 is 30 days late on January 31. The names say
on which side of a limit a day falls, so that a rule's "more than" is written once.
"""

from datetime import date, timedelta


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
