"""The annual percentage rate of Regulation Z: the actuarial method of Appendix J."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from calculators.core.loans.money import ZERO, exactly, thousandths

# Half a thousandth of a percent decides the rounding; stop far below it.
CLOSE_ENOUGH = Decimal("1e-12")


@exactly
def annual_percentage_rate(
    amount_financed: Decimal | int,
    payments: Sequence[tuple[int, Decimal | int]],
    *,
    periods_per_year: int | Decimal | Fraction = 12,
    whole_periods_to_first: int = 1,
    odd_fraction: Decimal | Fraction = ZERO,
) -> Decimal:
    """The APR in percent, rounded half up to 0.001, of one advance and a stream of payments.

    `payments` holds `(count, dollars)` pairs, one payment a unit period; the first falls
    `whole_periods_to_first` whole periods and `odd_fraction` of a period after the advance.
    Solves  A = sum of P_j / ((1 + f·i) · (1 + i)^t_j)  for the rate i of one period; the APR is
    i × periods_per_year × 100.  Source: 12 CFR Part 1026, Appendix J(b)(8).
    Raises ValueError when no rate of zero or more solves it, or when an argument makes no sense.
    """
    financed, fraction = Decimal(amount_financed), _decimal(odd_fraction)
    a_year = _decimal(periods_per_year)
    stream = [(count, Decimal(amount)) for count, amount in payments]
    _refuse_nonsense(financed, stream, a_year, whole_periods_to_first, fraction)

    def worth(rate: Decimal) -> Decimal:
        return _present_value(stream, rate, whole_periods_to_first, fraction)

    if worth(ZERO) < financed:
        raise ValueError("no APR: the payments add up to less than the amount financed")
    # The worth falls ever more slowly as the rate rises (it is convex), so the line through two
    # rates that are too low meets the amount at a third that is too low: a dozen such steps do
    # what halving would do in fifty. Half of `close` more makes the last of them cross over, so
    # the true rate lies within `close` below it: an exact half must not slip upwards.
    scale = 100 * a_year
    close = CLOSE_ENOUGH / scale
    before, rate = ZERO, close
    above, left = worth(before) - financed, worth(rate) - financed
    while left > 0:
        if rate > 10**9 or left == above:
            raise ValueError("no APR: too much is paid too soon")
        step = left * (rate - before) / (above - left) + close / 2
        before, above, rate = rate, left, rate + step
        left = worth(rate) - financed
    return thousandths((rate * scale).quantize(CLOSE_ENOUGH * 1000))


def _decimal(number: int | Decimal | Fraction) -> Decimal:
    numerator, denominator = Fraction(number).as_integer_ratio()
    return Decimal(numerator) / denominator


def _present_value(
    payments: Sequence[tuple[int, Decimal]], rate: Decimal, periods: int, fraction: Decimal
) -> Decimal:
    """The payments' worth on the day of the advance, at `rate` (a fraction) a period."""
    growth = 1 + rate
    discount = growth**-periods / (1 + fraction * rate)
    total = Decimal(0)
    for count, amount in payments:
        after = discount * growth**-count
        # A run of equal payments is an annuity due; at a zero rate simply their sum.
        run = (discount - after) * growth / rate if rate else count * discount
        total += amount * run
        discount = after
    return total


def _refuse_nonsense(
    amount_financed: Decimal,
    payments: Sequence[tuple[int, Decimal]],
    periods_per_year: Decimal,
    whole_periods: int,
    fraction: Decimal,
) -> None:
    if not amount_financed.is_finite() or amount_financed <= 0:
        raise ValueError("amount_financed must be above zero")
    if not payments or not all(
        count >= 1 and amount.is_finite() and amount >= 0 for count, amount in payments
    ):
        raise ValueError("payments must be (count of 1 or more, amount of 0 or more) pairs")
    if periods_per_year <= 0 or whole_periods < 0 or not 0 <= fraction < 1:
        raise ValueError("periods must be 0 or more and the odd fraction below 1")
