"""Loans and liens: pure arithmetic that knows nothing of readers.

money    how dollars and rates are rounded
loan     the level payment and the schedule of one loan
pause    what builds up while nothing is paid
apr      the rate that a loan really costs
liens    who is paid from a sale, and how much
"""

from calculators.core.loans.apr import annual_percentage_rate
from calculators.core.loans.liens import PaidLien, pay_in_order, pay_liens
from calculators.core.loans.loan import (
    Installment,
    Loan,
    PaymentTooSmall,
    fewest_months,
    highest_rate,
    level_payment,
    month_interest,
    schedule,
    total_interest,
    total_paid,
)
from calculators.core.loans.money import (
    CENT,
    THOUSANDTH,
    ZERO,
    cents,
    cents_up,
    exactly,
    percent_of,
    share,
    thousandths_down,
)
from calculators.core.loans.pause import PausedMonth, paused_months

__all__ = [
    "CENT",
    "THOUSANDTH",
    "ZERO",
    "Installment",
    "Loan",
    "PaidLien",
    "PausedMonth",
    "PaymentTooSmall",
    "annual_percentage_rate",
    "cents",
    "cents_up",
    "exactly",
    "fewest_months",
    "highest_rate",
    "level_payment",
    "month_interest",
    "paused_months",
    "pay_in_order",
    "pay_liens",
    "percent_of",
    "schedule",
    "share",
    "thousandths_down",
    "total_interest",
    "total_paid",
]
