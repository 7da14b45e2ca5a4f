"""Writes federal_holidays.txt: legal public holidays and the days on which they are kept.

Run with the `holidays` package, which is not ours: `python federal_holidays.py > federal_holidays.txt`.
"""

import holidays

FIRST_YEAR, LAST_YEAR = 2024, 2040

# One year more: a New Year's Day on a Saturday is kept in the year before. Inauguration Day is
# kept only around the capital, and days off by a president's order are no legal holidays.
known = holidays.country_holidays("US", years=range(FIRST_YEAR, LAST_YEAR + 2))
for day, name in sorted(known.items()):
    if day.year <= LAST_YEAR:
        print(day, name)
