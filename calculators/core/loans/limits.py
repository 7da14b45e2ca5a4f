"""What terms keep a loan's payment within a limit: the fewest months, the highest rate."""

from bisect import bisect_left, bisect_right
from decimal import Decimal

from calculators.core.loans.money import THOUSANDTH, exactly, thousandths_down
from calculators.core.loans.payments import level_payment, principal_share


@exactly
def fewest_months(
    principal: Decimal, annual_rate: Decimal, payment: Decimal, longest: int
) -> int | None:
    """The shortest term, in months, whose level payment is no more than `payment` dollars.

    None when `longest` months are too few. A longer term never has a higher payment.
    """
    terms = range(1, longest + 1)
    place = bisect_left(terms, -payment, key=lambda n: -level_payment(principal, annual_rate, n))
    return terms[place] if place < longest else None


@exactly
def highest_rate(
    principal: Decimal, months: int, payment: Decimal, highest: Decimal
) -> Decimal | None:
    """The highest rate, to 0.001 percent a year, whose level payment is at most `payment` dollars.

    At most `highest`; None when the payment is too small even at a zero rate. A higher rate never
    has a lower payment.
    """
    steps = range(int(highest / THOUSANDTH) + 1)
    place = bisect_right(
        steps, payment, key=lambda step: level_payment(principal, step * THOUSANDTH, months)
    )
    return (place - 1) * THOUSANDTH if place else None


@exactly
def highest_rate_in_equal_parts(
    principal: Decimal, months: int, payment: Decimal, highest: Decimal
) -> Decimal | None:
    """`highest_rate` when principal is repaid in equal parts: what the first payment leaves for it.

    (payment − share) × 1200 / principal, rounded down to 0.001.
    """
    for_interest = payment - principal_share(principal, months)
    if for_interest < 0:
        return None
    if for_interest * 1200 >= principal * highest:
        return highest
    return thousandths_down(for_interest * 1200 / principal)
