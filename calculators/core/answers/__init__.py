"""What is answered: what a calculator is, and the parts of its reply.

parts         figures, columns, tables, notes, events
lead          the verdict, the number and the action that an answer begins with
places        pages that a sentence may name
calculator    what a calculator is
reply         the reply of the contract
choices       choices side by side
what_if       what would change an answer most
schedule      one loan month by month, or two side by side
liens_table   who is paid from a sale
charts        which part of a reply a picture shows
statement     a loan as its statement has it
words         sentences that several calculators use
"""

from calculators.core.answers.calculator import Calculator
from calculators.core.answers.charts import (
    Bars,
    Chart,
    Dates,
    FigureBars,
    Lines,
    Pair,
    Pairs,
    Waterfall,
)
from calculators.core.answers.choices import Choices
from calculators.core.answers.lead import (
    CALL_COUNSELOR,
    Action,
    Lead,
    dollars,
    fits,
    how_long,
    less_or_more,
)
from calculators.core.answers.liens_table import LIENS_TABLE
from calculators.core.answers.parts import Answer, Column, Event, Figure, Note, Table
from calculators.core.answers.places import PLACES
from calculators.core.answers.reply import Reply, questions_of, refusal, reply_to
from calculators.core.answers.schedule import (
    MONTH_BY_MONTH,
    month_by_month,
    owed_over_time,
    side_by_side,
)
from calculators.core.answers.statement import check_interest_is_covered, loan_as_it_is
from calculators.core.answers.what_if import (
    Slide,
    WhatIf,
    by_quarters,
    by_years,
    months,
    percent,
    points,
)
from calculators.core.answers.words import (
    DAILY_INTEREST,
    LOANS_END,
    balloon_in_words,
    balloon_of_loan_in_words,
    daily_interest,
    equal_parts_in_words,
    giving_up_first_in_words,
    highest_rate_in_words,
    interest_not_covered,
    level_payment_in_words,
    month_interest_in_words,
    no_promise,
    paid_in_order_in_words,
    payment_in_words,
    payoff_in_writing,
    warnings_first,
)

__all__ = [
    "CALL_COUNSELOR",
    "DAILY_INTEREST",
    "LIENS_TABLE",
    "LOANS_END",
    "MONTH_BY_MONTH",
    "PLACES",
    "Action",
    "Answer",
    "Bars",
    "Calculator",
    "Chart",
    "Choices",
    "Column",
    "Dates",
    "Event",
    "Figure",
    "FigureBars",
    "Lead",
    "Lines",
    "Note",
    "Pair",
    "Pairs",
    "Reply",
    "Slide",
    "Table",
    "Waterfall",
    "WhatIf",
    "balloon_in_words",
    "balloon_of_loan_in_words",
    "by_quarters",
    "by_years",
    "check_interest_is_covered",
    "daily_interest",
    "dollars",
    "equal_parts_in_words",
    "fits",
    "giving_up_first_in_words",
    "highest_rate_in_words",
    "how_long",
    "interest_not_covered",
    "less_or_more",
    "level_payment_in_words",
    "loan_as_it_is",
    "month_by_month",
    "month_interest_in_words",
    "months",
    "no_promise",
    "owed_over_time",
    "paid_in_order_in_words",
    "payment_in_words",
    "payoff_in_writing",
    "percent",
    "points",
    "questions_of",
    "refusal",
    "reply_to",
    "side_by_side",
    "warnings_first",
]
