"""Loans and liens: pure arithmetic that knows nothing of readers.

money      how dollars and rates are rounded
payments   a month's interest, and the payment that repays a loan
schedule   a loan month by month, summed in whole cents
loan       a loan with one regular payment
limits     the months, or the rate, that keep a payment within a limit
pause      what builds up while nothing is paid
apr        the rate that a loan really costs
liens      who is paid from a sale, and how much
"""

from calculators.core.loans.apr import annual_percentage_rate
from calculators.core.loans.liens import PaidLien, pay_liens
from calculators.core.loans.limits import fewest_months, highest_rate, highest_rate_in_equal_parts
from calculators.core.loans.loan import Loan
from calculators.core.loans.money import (
    CENT,
    THOUSANDTH,
    ZERO,
    cents,
    cents_up,
    exactly,
    percent_of,
    share,
)
from calculators.core.loans.pause import PausedMonth, paused_months
from calculators.core.loans.payments import (
    LONGEST_MONTH,
    SHORTEST_MONTH,
    PaymentTooSmall,
    days_interest,
    highest_first_payment,
    level_payment,
    month_interest,
    principal_share,
)
from calculators.core.loans.schedule import (
    Installment,
    Schedule,
    balloon,
    schedule,
    total_interest,
    total_paid,
)

__all__ = [
    "CENT",
    "LONGEST_MONTH",
    "SHORTEST_MONTH",
    "THOUSANDTH",
    "ZERO",
    "Installment",
    "Loan",
    "PaidLien",
    "PausedMonth",
    "PaymentTooSmall",
    "Schedule",
    "annual_percentage_rate",
    "balloon",
    "cents",
    "cents_up",
    "days_interest",
    "exactly",
    "fewest_months",
    "highest_first_payment",
    "highest_rate",
    "highest_rate_in_equal_parts",
    "level_payment",
    "month_interest",
    "paused_months",
    "pay_liens",
    "percent_of",
    "principal_share",
    "schedule",
    "share",
    "total_interest",
    "total_paid",
]
