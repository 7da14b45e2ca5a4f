"""What an answer says first, in whole dollars."""

from decimal import ROUND_HALF_UP, Decimal


def dollars(amount: Decimal) -> str:
    """An amount in whole dollars, for a sentence: cents stand in the tables."""
    if 0 < abs(amount) < 1:
        return "less than $1"
    return f"${abs(amount).quantize(Decimal(1), ROUND_HALF_UP):,}"
