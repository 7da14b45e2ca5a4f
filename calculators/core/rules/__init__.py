"""Law as code over facts: calculators and letters share it.

dates               days and business days, counted as the rules count them
foreclosure         the dates of the federal servicing rule (the 120-day rule among them)
foreclosure_words   what to say beside those dates
"""

from calculators.core.rules.dates import (
    is_public_holiday,
    last_business_day_at_least,
    last_business_day_within,
    last_day_at_least,
    last_day_more_than,
    last_day_within,
)
from calculators.core.rules.foreclosure import FILING, Line, Situation, lines_for
from calculators.core.rules.foreclosure_words import words_about

__all__ = [
    "FILING",
    "Line",
    "Situation",
    "is_public_holiday",
    "last_business_day_at_least",
    "last_business_day_within",
    "last_day_at_least",
    "last_day_more_than",
    "last_day_within",
    "lines_for",
    "words_about",
]
