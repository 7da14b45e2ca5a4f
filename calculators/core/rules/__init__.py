"""Law as code over facts: calculators and letters share it.

dates                          days and business days, counted as the rules count them
foreclosure                    the dates of the federal servicing rule (the 120-day rule among them)
foreclosure_words              what each of those dates is, and why it holds
foreclosure_notes              which notes stand beside those dates
foreclosure_today_words        what the first of those notes says: what to do today
foreclosure_notes_words        what the others say
foreclosure_unanswered         which answers are missing, and what each would change
foreclosure_unanswered_words   how that is said
"""

from calculators.core.rules.dates import (
    business_day_by,
    last_business_day_at_least,
    last_business_day_within,
    last_day_at_least,
    last_day_more_than,
    last_day_within,
)
from calculators.core.rules.foreclosure import (
    FILING,
    REVIEW,
    Line,
    Situation,
    days_before_sale,
    lines_for,
    wait_ends,
)
from calculators.core.rules.foreclosure_notes import notes_about
from calculators.core.rules.foreclosure_unanswered import unanswered
from calculators.core.rules.foreclosure_unanswered_words import HOW_TO_FIND_OUT, would_change
from calculators.core.rules.foreclosure_words import (
    REACHES,
    days_in_words,
    what_in_words,
    why_in_words,
)

__all__ = [
    "FILING",
    "HOW_TO_FIND_OUT",
    "REACHES",
    "REVIEW",
    "Line",
    "Situation",
    "business_day_by",
    "days_before_sale",
    "days_in_words",
    "last_business_day_at_least",
    "last_business_day_within",
    "last_day_at_least",
    "last_day_more_than",
    "last_day_within",
    "lines_for",
    "notes_about",
    "unanswered",
    "wait_ends",
    "what_in_words",
    "why_in_words",
    "would_change",
]
