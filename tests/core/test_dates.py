"""Business days: the holidays are those that another library knows."""

from datetime import date, timedelta

import pytest

from calculators.core.rules import last_business_day_at_least, last_business_day_within
from calculators.core.rules.dates import is_public_holiday
from tests.conftest import ROOT

KNOWN = {
    date.fromisoformat(line.split()[0])
    for line in (ROOT / "tests/oracles/federal_holidays.txt").read_text("utf-8").splitlines()
}


def test_the_holidays_are_the_published_ones() -> None:
    first, last = date(min(KNOWN).year, 1, 1), date(max(KNOWN).year, 12, 31)
    days = [first + timedelta(count) for count in range((last - first).days + 1)]
    assert {day for day in days if is_public_holiday(day)} == KNOWN


@pytest.mark.parametrize(
    ("received", "days", "last"),
    [
        # numpy.busday_offset with those holidays.
        ("2026-11-23", 5, "2026-12-01"),
        ("2026-11-23", 10, "2026-12-08"),
        ("2026-11-23", 30, "2027-01-07"),
        ("2026-12-31", 5, "2027-01-08"),
        ("2027-06-17", 5, "2027-06-25"),
        ("2027-07-02", 30, "2027-08-16"),
        ("2026-11-21", 5, "2026-11-30"),
    ],
)
def test_business_days_are_counted(received: str, days: int, last: str) -> None:
    assert last_business_day_within(days, date.fromisoformat(received)).isoformat() == last


@pytest.mark.parametrize(
    ("before", "days", "last"),
    [
        # numpy.busday_offset with those holidays, backward.
        ("2026-12-01", 3, "2026-11-25"),
        ("2026-12-07", 7, "2026-11-25"),
        ("2027-01-04", 5, "2026-12-24"),
        ("2026-11-28", 3, "2026-11-24"),
        ("2027-07-06", 2, "2027-07-01"),
        ("2027-01-04", 0, "2027-01-04"),
    ],
)
def test_business_days_are_counted_back(before: str, days: int, last: str) -> None:
    assert last_business_day_at_least(days, date.fromisoformat(before)).isoformat() == last
