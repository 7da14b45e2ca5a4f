"""Law as code over facts: calculators and letters share it.

dates                     days and business days, counted as the rules count them
foreclosure               the dates of the federal servicing rule (the 120-day rule among them)
foreclosure_words         what each of those dates is, and why it holds
foreclosure_notes         which notes stand beside those dates
foreclosure_notes_words   what those notes say
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
from calculators.core.rules.foreclosure_notes import notes_about
from calculators.core.rules.foreclosure_words import REACHES, WHAT, why_in_words

__all__ = [
    "FILING",
    "REACHES",
    "WHAT",
    "Line",
    "Situation",
    "is_public_holiday",
    "last_business_day_at_least",
    "last_business_day_within",
    "last_day_at_least",
    "last_day_more_than",
    "last_day_within",
    "lines_for",
    "notes_about",
    "why_in_words",
]
