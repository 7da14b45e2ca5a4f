"""A month's interest, and the regular payments that repay a loan.

The rules (docs/about/decisions/money.md): the monthly rate is the annual rate / 12, unrounded; the
payment and each month's interest are rounded to the nearest cent, half up. A schedule works out its
own months, in whole cents; a property holds the two together.
"""

from decimal import Decimal

from calculators.core.loans.money import cents, exactly, remembered

GUARD = Decimal("1e-30")
# Interest by the day makes a month's bill anything from 28 to 31 days of a year's.
SHORTEST_MONTH, LONGEST_MONTH, YEAR = 28, 31, 365


class PaymentTooSmall(ValueError):
    """The payment does not cover even a short month's interest: the loan would grow for ever."""


@exactly
def month_interest(balance: Decimal, annual_rate: Decimal) -> Decimal:
    """One month's interest in dollars on `balance` at `annual_rate` percent a year."""
    return cents(balance * annual_rate / 1200)


@exactly
def days_interest(balance: Decimal, annual_rate: Decimal, days: int) -> Decimal:
    """The interest of so many days in dollars: `annual_rate` percent a year of 365 days."""
    return cents(balance * annual_rate * days / (100 * YEAR))


@remembered
@exactly
def level_payment(principal: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The equal monthly payment that repays `principal` dollars in `months` months.

    P × r / (1 − (1 + r)^−n), where r = annual percent / 1200; at a zero rate P / n.
    Source: the ordinary annuity formula, as in the official comments to 12 CFR 1026.43(c)(5).
    Raises ValueError when `months` is below 1.
    """
    if months < 1:
        raise ValueError("months must be 1 or more")
    if annual_rate == 0:
        return cents(principal / months)
    rate = annual_rate / 1200
    payment = principal * rate / (1 - (1 + rate) ** -months)
    # The power is cut at 60 digits: shed its error, so that an exact half cent still goes up.
    return cents(payment.quantize(GUARD))


@exactly
def principal_share(principal: Decimal, months: int) -> Decimal:
    """What comes off each month when `principal` dollars are repaid in equal parts, to the cent.

    The last payment takes the rest. Example: Regulation Z's sample form G-14(A), 12 CFR 1026
    Appendix G (1/60 of the balance and the interest).
    """
    return cents(principal / months)


@exactly
def highest_first_payment(principal: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """The first payment in dollars when principal is repaid in equal parts: interest on all."""
    return principal_share(principal, months) + month_interest(principal, annual_rate)
